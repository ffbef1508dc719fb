//! Items with options: one, several, the most and the least, an order.

use std::collections::BTreeSet;

use crate::catalog::reader::{PlacedList, text};
use crate::domain::assessment::{Choice, Credit, Defect, Face, ItemKind, OptionId};
use crate::domain::definition_check::Reason;

use super::super::{Definition, Findings, Placed, ReadingSort, TableReader};
use super::{check_kind, read_image};

/// The options of an item, as far as they could be read.
struct Options {
    choices: Vec<Choice>,
    /// The ids that are written, also those of options that could not be read.
    written: BTreeSet<String>,
    complete: bool,
    line: usize,
}

fn read_options(
    table: &mut TableReader<'_>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<Options> {
    let rows = table.tables("options", findings);
    table.require("options", table.has("options").then_some(()), findings)?;
    let n_rows = rows.len();
    let line = rows.first().map_or(table.line(), TableReader::line);
    let written = rows
        .iter()
        .filter_map(|row| row.entries().find(|(key, _)| *key == "id")?.1.get_ref().as_str())
        .map(str::to_owned)
        .collect();
    let choices: Vec<Choice> = rows.into_iter().filter_map(|row| read_option(row, definition, findings)).collect();
    let complete = choices.len() == n_rows;
    Some(Options { choices, written, complete, line })
}

fn read_option(mut row: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) -> Option<Choice> {
    let id = row.text("id", findings);
    let id = row.require("id", id, findings);
    if let Some(id) = &id
        && !id.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    {
        findings.note(id.line, row.key("id"), Reason::BadIdentifier { found: id.value.clone() });
    }
    let words = definition.said(&mut row, "texte", ReadingSort::Option, findings);
    let words = if row.has("image") { words } else { row.require("texte", words, findings) };
    let has_image = row.has("image");
    let image = read_image(&mut row, definition, findings);
    let dimension = row.text("dimension", findings).map(|found| found.value);
    let points = row.number_within("points", (0.0, 1_000.0), findings).map(|found| found.value);
    row.finish(findings);
    let face =
        if has_image { Face::Image { image: image?, words: words.unwrap_or_default() } } else { Face::Words(words?) };
    Some(Choice { id: OptionId(id?.value), face, dimension, points })
}

impl Options {
    /// Checks the options on their own, and returns them when they are sound.
    fn sound(&self, table: &TableReader<'_>, kind: ItemKind, id: &str, findings: &mut Findings<'_>) -> bool {
        if !self.complete {
            return false;
        }
        match check_kind(id, kind) {
            Ok(()) => true,
            Err(defect) => {
                findings.note(self.line, table.key("options"), Reason::Defect(defect));
                false
            }
        }
    }

    /// Reads `correct` and notes what is no option; `None` when something is wrong with it.
    fn correct(
        &self,
        table: &mut TableReader<'_>,
        id: &str,
        findings: &mut Findings<'_>,
    ) -> Option<Option<PlacedList<String>>> {
        let Some(list) = table.list("correct", findings, text) else {
            return (!table.has("correct")).then_some(None);
        };
        let mut known = true;
        for right in list.value.iter().filter(|right| !self.written.contains(&right.value)) {
            let defect = Defect::CorrectIsNoOption { item: id.to_owned(), option: right.value.clone() };
            findings.note(right.line, table.key("correct"), Reason::Defect(defect));
            known = false;
        }
        known.then_some(Some(list))
    }
}

fn ids(list: PlacedList<String>) -> Vec<OptionId> {
    list.value.into_iter().map(|right| OptionId(right.value)).collect()
}

pub fn read_single(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    let options = read_options(table, definition, findings)?;
    let plain = ItemKind::SingleChoice { options: options.choices.clone(), correct: None };
    let sound = options.sound(table, plain, &id.value, findings);
    let correct = options.correct(table, &id.value, findings)?;
    if let Some(list) = &correct
        && list.value.len() != 1
    {
        findings.note(list.line, table.key("correct"), Reason::RightAnswerCount { n: list.value.len() });
        return None;
    }
    let correct = correct.and_then(|list| ids(list).into_iter().next());
    sound.then_some(ItemKind::SingleChoice { options: options.choices, correct })
}

pub fn read_multiple(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    let credit = read_credit(table, ("partiel", Credit::Partial), findings);
    let options = read_options(table, definition, findings)?;
    let plain = ItemKind::MultipleChoice { options: options.choices.clone(), correct: Vec::new(), credit };
    let sound = options.sound(table, plain, &id.value, findings);
    let correct = options.correct(table, &id.value, findings)?.map(ids).unwrap_or_default();
    sound.then_some(ItemKind::MultipleChoice { options: options.choices, correct, credit })
}

pub fn read_most_least(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    let options = read_options(table, definition, findings)?;
    let kind = ItemKind::MostLeast { options: options.choices.clone() };
    options.sound(table, kind.clone(), &id.value, findings).then_some(kind)
}

pub fn read_order(
    table: &mut TableReader<'_>,
    id: &Placed<String>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<ItemKind> {
    let credit = read_credit(table, ("adjacence", Credit::Adjacency), findings);
    let options = read_options(table, definition, findings)?;
    let plain = ItemKind::Order { options: options.choices.clone(), correct: None };
    let sound = options.sound(table, plain, &id.value, findings);
    let Some(list) = options.correct(table, &id.value, findings)? else {
        return sound.then_some(ItemKind::Order { options: options.choices, correct: None });
    };
    let line = list.line;
    let kind = ItemKind::Order { options: options.choices, correct: Some((ids(list), credit)) };
    if sound && let Err(defect) = check_kind(&id.value, kind.clone()) {
        findings.note(line, table.key("correct"), Reason::Defect(defect));
        return None;
    }
    sound.then_some(kind)
}

/// Reads `bareme`: all or nothing, or the finer one of this kind of item.
fn read_credit(table: &mut TableReader<'_>, finer: (&str, Credit), findings: &mut Findings<'_>) -> Credit {
    let credits = [("tout_ou_rien", Credit::AllOrNothing), finer];
    table.one_of("bareme", &credits, findings).map_or(Credit::AllOrNothing, |found| found.value)
}
