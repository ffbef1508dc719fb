//! Tasks on simulated screens: `logiciel`, `depart`, `vues`, `reussite`.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::reader::{PlacedList, text};
use crate::domain::assessment::{Element, ElementKind, Goal, Software, Task, View};
use crate::domain::definition_check::Reason;

use super::super::{Findings, Placed, TableReader};

const SOFTWARE: [(&str, Software); 4] = [
    ("recherche", Software::Search),
    ("mail", Software::Mail),
    ("bureautique", Software::Office),
    ("demarche", Software::Procedure),
];

const ELEMENTS: [(&str, ElementKind); 9] = [
    ("titre", ElementKind::Heading),
    ("texte", ElementKind::Text),
    ("bouton", ElementKind::Button),
    ("lien", ElementKind::Link),
    ("ligne", ElementKind::Row),
    ("onglet", ElementKind::Tab),
    ("cellule", ElementKind::Cell),
    ("case", ElementKind::CheckBox),
    ("champ", ElementKind::Field),
];

/// Most elements of a view: more would not fit the smallest screen.
const MOST_ELEMENTS: usize = 9;

pub fn read(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<Task> {
    let software = table.one_of("logiciel", &SOFTWARE, findings);
    let software = table.require("logiciel", software, findings);
    let start = table.text("depart", findings);
    let rows = table.tables("vues", findings);
    table.require("vues", table.has("vues").then_some(()), findings);
    let goal = table.table("reussite", findings);
    let goal = table.require("reussite", goal, findings);

    let names: Vec<String> = rows
        .iter()
        .map(|row| row.entries().find(|(key, _)| *key == "id").and_then(|(_, id)| id.get_ref().as_str()))
        .map(|id| id.unwrap_or_default().to_owned())
        .collect();
    let n_rows = rows.len();
    let views: Vec<View> = rows.into_iter().filter_map(|row| read_view(row, &names, findings)).collect();
    let start = match start {
        Some(named) => view_index(&named, &names, &table.key("depart"), findings),
        None => Some(0),
    };
    let goal = goal.and_then(|goal| read_goal(goal, &names, findings));
    let complete = views.len() == n_rows && n_rows > 0;
    complete.then_some(Task { software: software?.value, start: start?, views, goal: goal? })
}

fn view_index(named: &Placed<String>, names: &[String], key: &str, findings: &mut Findings<'_>) -> Option<usize> {
    let index = names.iter().position(|name| *name == named.value);
    if index.is_none() {
        findings.note(named.line, key, Reason::UnknownView { name: named.value.clone() });
    }
    index
}

fn read_view(mut row: TableReader<'_>, names: &[String], findings: &mut Findings<'_>) -> Option<View> {
    let id = row.text("id", findings);
    let id = row.require("id", id, findings);
    let title = row.text("titre", findings);
    let title = row.require("titre", title, findings);
    let rows = row.tables("elements", findings);
    row.require("elements", row.has("elements").then_some(()), findings);
    if rows.len() > MOST_ELEMENTS {
        let reason = Reason::TooManyElements { n: rows.len(), limit: MOST_ELEMENTS };
        findings.note(row.line(), row.key("elements"), reason);
    }
    let n_rows = rows.len();
    let elements: Vec<Element> = rows.into_iter().filter_map(|row| read_element(row, names, findings)).collect();
    row.finish(findings);
    (elements.len() == n_rows && n_rows > 0).then_some(View { id: id?.value, title: title?.value, elements })
}

fn read_element(mut row: TableReader<'_>, names: &[String], findings: &mut Findings<'_>) -> Option<Element> {
    let id = row.text("id", findings);
    let id = row.require("id", id, findings);
    let kind = row.one_of("sorte", &ELEMENTS, findings);
    let kind = row.require("sorte", kind, findings);
    let words = row.text("texte", findings);
    let words = row.require("texte", words, findings);
    let hint = row.text("aide", findings).map(|found| found.value).unwrap_or_default();
    let same_row = row.yes_no("meme_ligne", findings).is_some_and(|yes| yes.value);
    let leads_to = row.text("vers", findings);
    let key = row.key("vers");
    row.finish(findings);
    let leads_to = match leads_to {
        Some(named) => Some(view_index(&named, names, &key, findings)?),
        None => None,
    };
    Some(Element { id: id?.value, kind: kind?.value, text: words?.value, hint, leads_to, same_row })
}

fn read_goal(mut table: TableReader<'_>, names: &[String], findings: &mut Findings<'_>) -> Option<Goal> {
    let view = table.text("vue", findings);
    let touched = table.texts("touche", findings);
    let untouched = table.texts("jamais", findings);
    let ticked = table.texts("coches", findings);
    let fields = table.table("champs", findings).map(|fields| read_fields(&fields, findings));
    let key = table.key("vue");
    table.finish(findings);
    let view = match view {
        Some(named) => Some(view_index(&named, names, &key, findings)?),
        None => None,
    };
    let values = |list: PlacedList<String>| list.value.into_iter().map(|name| name.value);
    Some(Goal {
        view,
        touched: touched.map(|list| values(list).collect()).unwrap_or_default(),
        untouched: untouched.map(|list| values(list).collect()).unwrap_or_default(),
        fields: fields.unwrap_or_default(),
        ticked: ticked.map(|list| values(list).collect::<BTreeSet<_>>()),
    })
}

/// Reads `champs = { dest = ["…"] }`: the keys are the author's.
fn read_fields(table: &TableReader<'_>, findings: &mut Findings<'_>) -> BTreeMap<String, Vec<String>> {
    let mut fields = BTreeMap::new();
    for (name, value) in table.entries() {
        let list = value.get_ref().as_array().map(|list| list.iter().map(|one| text(one.get_ref())).collect());
        match list {
            Some(Ok::<Vec<String>, Reason>(accepted)) if !accepted.is_empty() => {
                fields.insert(name.to_owned(), accepted);
            }
            _ => findings.note(
                findings.line_at(value.span().start),
                table.key(name),
                Reason::WrongType { expected: crate::domain::definition_check::Expected::List },
            ),
        }
    }
    fields
}
