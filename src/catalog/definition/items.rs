//! `[[reponses.…]]`, `[pratique]` and `[[items]]`.

use std::collections::BTreeSet;

use crate::catalog::reader::{number, tables_of, text};
use crate::domain::assessment::{Choice, Defect, Item, ItemId, ItemKind, OptionId, Point, Practice, check_item};
use crate::domain::definition_check::Reason;

use super::{AnswerScales, Definition, Findings, ItemEntry, Placed, ReadingSort, TableReader};

#[derive(Clone, Copy)]
enum ItemType {
    Likert,
    SingleChoice,
    Number,
    Unsupported(&'static str),
}

const ITEM_TYPES: [(&str, ItemType); 12] = [
    ("likert", ItemType::Likert),
    ("choix_unique", ItemType::SingleChoice),
    ("nombre", ItemType::Number),
    ("choix_multiple", ItemType::Unsupported("choix_multiple")),
    ("plus_moins", ItemType::Unsupported("plus_moins")),
    ("ordre", ItemType::Unsupported("ordre")),
    ("matrice", ItemType::Unsupported("matrice")),
    ("choix_image", ItemType::Unsupported("choix_image")),
    ("texte_libre", ItemType::Unsupported("texte_libre")),
    ("observation", ItemType::Unsupported("observation")),
    ("mesure", ItemType::Unsupported("mesure")),
    ("information", ItemType::Unsupported("information")),
];

/// Keys that change neither what is shown nor what is scored.
const HARMLESS: [&str; 6] = ["aide", "audio", "alt", "irt", "obligatoire", "temps_visible"];
/// Keys that an author would expect to do something.
const WITHOUT_EFFECT: [&str; 5] = ["bareme", "melanger", "points", "temps_max_s", "longueur_max"];
/// Keys without which the question cannot be answered as it was written.
const NEEDED_BUT_UNSUPPORTED: [&str; 3] = ["image", "generateur", "afficher_si"];
/// Keys that belong to one type of item or another.
const TYPE_KEYS: [&str; 9] =
    ["enonce", "contenu", "reponses", "options", "correct", "tolerance", "unite", "min", "max"];

/// What a number may be where the item does not say.
const NUMBER_BOUNDS: (f64, f64) = (0.0, 999_999.0);

pub fn read_answer_scales(table: Option<&TableReader<'_>>, findings: &mut Findings<'_>) -> AnswerScales {
    let mut scales = AnswerScales::new();
    for (name, list) in table.into_iter().flat_map(TableReader::entries) {
        let path = format!("reponses.{name}");
        let rows = tables_of(list, &path, findings);
        let line = rows.first().map_or_else(|| findings.line_at(list.span().start), TableReader::line);
        let n_rows = rows.len();
        let points: Vec<Point> = rows.into_iter().filter_map(|row| read_point(row, findings)).collect();
        let complete = points.len() == n_rows;
        let kind = ItemKind::Likert { points: points.clone() };
        let checked = check_kind(name, kind);
        if complete && let Err(defect) = &checked {
            findings.note(line, path, Reason::Defect(defect.clone()));
        }
        scales.insert(name.to_owned(), (complete && checked.is_ok()).then_some(points));
    }
    scales
}

fn read_point(mut row: TableReader<'_>, findings: &mut Findings<'_>) -> Option<Point> {
    let value = row.number("valeur", findings);
    let value = row.require("valeur", value, findings);
    let label = row.text("libelle", findings);
    let label = row.require("libelle", label, findings);
    let pictogram = row.text("pictogramme", findings);
    row.accept(&["audio"]);
    row.finish(findings);
    let pictogram = pictogram.map(|name| name.value).unwrap_or_default();
    Some(Point { value: value?.value, label: label?.value, pictogram })
}

pub fn read(
    mut table: TableReader<'_>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) {
    let id = table.text("id", findings);
    let id = table.require("id", id, findings);
    if let Some(id) = &id {
        if !is_item_id(&id.value) {
            findings.note(id.line, table.key("id"), Reason::BadIdentifier { found: id.value.clone() });
        }
        table.rename(format!("items.{}", id.value));
    }
    let id = id.unwrap_or_else(|| Placed { value: String::new(), line: table.line() });
    let path = table.path().to_owned();
    let item = read_question(&mut table, &id.value, answer_scales, definition, findings);
    table.finish(findings);
    definition.items.push(ItemEntry { id, path, item });
}

pub fn read_practice(
    mut table: TableReader<'_>,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<Practice> {
    let item = read_question(&mut table, "pratique", answer_scales, definition, findings);
    let correction = definition.said(&mut table, "correction", ReadingSort::Prose, findings);
    let correction = table.require("correction", correction, findings);
    table.finish(findings);
    Some(Practice { item: item?, correction: correction? })
}

fn read_question(
    table: &mut TableReader<'_>,
    id: &str,
    answer_scales: &AnswerScales,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<Item> {
    let item_type = table.one_of("type", &ITEM_TYPES, findings);
    let item_type = table.require("type", item_type, findings);
    table.accept(&HARMLESS);
    let kind = match item_type.as_ref().map(|found| found.value) {
        Some(ItemType::Likert) => read_likert(table, answer_scales, findings),
        Some(ItemType::SingleChoice) => read_single_choice(table, id, findings),
        Some(ItemType::Number) => read_number(table, id, findings),
        unread => {
            if let (Some(ItemType::Unsupported(name)), Some(found)) = (unread, item_type) {
                let reason = Reason::UnsupportedItemType { found: name.to_owned() };
                findings.note(found.line, table.key("type"), reason);
            }
            for keys in [&TYPE_KEYS[..], &WITHOUT_EFFECT, &NEEDED_BUT_UNSUPPORTED] {
                table.accept(keys);
            }
            return None;
        }
    };
    let statement = definition.said(table, "enonce", ReadingSort::Statement, findings);
    let statement = table.require("enonce", statement, findings);
    let material = table.text("contenu", findings).map(|text| text.value).unwrap_or_default();
    table.accept_without_effect(&WITHOUT_EFFECT, findings);
    table.refuse_unsupported(&NEEDED_BUT_UNSUPPORTED, findings);
    Some(Item { id: ItemId(id.to_owned()), material, statement: statement?, kind: kind? })
}

fn read_likert(
    table: &mut TableReader<'_>,
    answer_scales: &AnswerScales,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    let name = table.text("reponses", findings);
    let name = table.require("reponses", name, findings)?;
    match answer_scales.get(&name.value) {
        Some(points) => points.clone().map(|points| ItemKind::Likert { points }),
        None => {
            findings.note(name.line, table.key("reponses"), Reason::UnknownAnswerScale { name: name.value });
            None
        }
    }
}

fn read_single_choice(table: &mut TableReader<'_>, id: &str, findings: &mut Findings<'_>) -> Option<ItemKind> {
    let rows = table.tables("options", findings);
    table.require("options", table.has("options").then_some(()), findings)?;
    let n_rows = rows.len();
    let line = rows.first().map_or(table.line(), TableReader::line);
    let written: BTreeSet<String> = rows
        .iter()
        .filter_map(|row| row.entries().find(|(key, _)| *key == "id")?.1.get_ref().as_str())
        .map(str::to_owned)
        .collect();
    let options: Vec<Choice> = rows.into_iter().filter_map(|row| read_option(row, findings)).collect();
    let complete = options.len() == n_rows;
    let defect = check_kind(id, ItemKind::SingleChoice { options: options.clone(), correct: None }).err();
    if complete && let Some(defect) = &defect {
        findings.note(line, table.key("options"), Reason::Defect(defect.clone()));
    }

    let mut right_is_known = true;
    let mut correct = None;
    if let Some(list) = table.list("correct", findings, text) {
        if list.value.len() != 1 {
            findings.note(list.line, table.key("correct"), Reason::RightAnswerCount { n: list.value.len() });
            right_is_known = false;
        }
        for right in &list.value {
            if !written.contains(&right.value) {
                let defect = Defect::CorrectIsNoOption { item: id.to_owned(), option: right.value.clone() };
                findings.note(right.line, table.key("correct"), Reason::Defect(defect));
                right_is_known = false;
            }
        }
        correct = list.value.into_iter().next().map(|right| OptionId(right.value));
    } else if table.has("correct") {
        right_is_known = false;
    }
    (complete && defect.is_none() && right_is_known).then_some(ItemKind::SingleChoice { options, correct })
}

fn read_option(mut row: TableReader<'_>, findings: &mut Findings<'_>) -> Option<Choice> {
    let id = row.text("id", findings);
    let id = row.require("id", id, findings);
    let words = row.text("texte", findings);
    let words = if row.has("image") { words } else { row.require("texte", words, findings) };
    row.refuse_unsupported(&["image"], findings);
    row.accept(&["alt", "dimension"]);
    row.accept_without_effect(&["points"], findings);
    row.finish(findings);
    Some(Choice { id: OptionId(id?.value), text: words?.value })
}

fn read_number(table: &mut TableReader<'_>, id: &str, findings: &mut Findings<'_>) -> Option<ItemKind> {
    let lowest = table.number("min", findings);
    let highest = table.number("max", findings);
    let tolerance = table.number_within("tolerance", (0.0, f64::MAX), findings).map_or(0.0, |found| found.value);
    let unit = table.text("unite", findings).map(|found| found.value).unwrap_or_default();
    let (min, max) = (
        lowest.as_ref().map_or(NUMBER_BOUNDS.0, |found| found.value),
        highest.as_ref().map_or(NUMBER_BOUNDS.1, |found| found.value),
    );
    let mut sound = true;
    if min >= max {
        let line = lowest.or(highest).map_or(table.line(), |found| found.line);
        findings.note(line, table.key("min"), Reason::Defect(Defect::EmptyBounds { item: id.to_owned() }));
        sound = false;
    }
    let mut correct = None;
    if let Some(list) = table.list("correct", findings, number) {
        if list.value.len() != 1 {
            findings.note(list.line, table.key("correct"), Reason::RightAnswerCount { n: list.value.len() });
            sound = false;
        }
        for right in &list.value {
            if sound && !(min..=max).contains(&right.value) {
                findings.note(right.line, table.key("correct"), Reason::CorrectOutOfBounds { min, max });
                sound = false;
            }
        }
        correct = list.value.first().map(|right| right.value);
    } else if table.has("correct") {
        sound = false;
    }
    sound.then_some(ItemKind::Number { correct, tolerance, unit, min, max })
}

/// Checks a way of answering on its own.
fn check_kind(name: &str, kind: ItemKind) -> Result<(), Defect> {
    check_item(&Item { id: ItemId(name.to_owned()), material: String::new(), statement: String::new(), kind })
}

/// A letter, then letters, digits and underscores, without accents.
fn is_item_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}
