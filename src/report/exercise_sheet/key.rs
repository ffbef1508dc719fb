//! The last page: the right answers, what is said after training, what the paper left out.

use super::{ExerciseSheet, Numbered, Part, fits_paper};
use crate::domain::assessment::{Choice, Item, ItemKind, OptionId};
use crate::i18n::{decimal, terms};
use crate::report::document::{Block, Column, Ruling, Span, Table, TextStyle, Tone, letter, plain, strong};
use crate::tr;

/// Beyond this many answers the table is set in three columns.
const ONE_COLUMN: usize = 24;

pub(super) fn blocks(sheet: &ExerciseSheet, parts: &[(&Part, Vec<Numbered<'_>>)]) -> Vec<Block> {
    let exercises = || parts.iter().flat_map(|(_, exercises)| exercises);
    let answers: Vec<Answer> = exercises().filter_map(answer).collect();
    let said: Vec<Vec<Span>> = exercises().filter_map(correction).collect();
    let left_out: Vec<String> = sheet
        .parts
        .iter()
        .flat_map(|part| &part.exercises)
        .filter(|exercise| !fits_paper(&exercise.item))
        .map(|exercise| named(&exercise.item))
        .collect();
    let mut blocks = vec![Block::PageBreak, Block::heading(2, tr!("report-answers-title"))];
    blocks.push(Block::Callout {
        tone: Tone::Important,
        title: tr!("report-answers-for"),
        paragraphs: vec![vec![plain(tr!("report-answers-keep"))], vec![plain(tr!("report-answers-mode"))]],
    });
    if answers.is_empty() {
        blocks.push(Block::body(tr!("report-answers-none")));
    } else {
        blocks.push(Block::Table(table(&answers)));
    }
    if !said.is_empty() {
        blocks.push(Block::heading(3, tr!("report-answers-said")));
        blocks.extend(said.into_iter().map(|spans| Block::Paragraph { style: TextStyle::Small, spans }));
    }
    if !left_out.is_empty() {
        blocks.push(Block::heading(3, tr!("report-left-out-title")));
        blocks.push(Block::small(tr!("report-left-out-why")));
        blocks.push(Block::bullets(left_out));
    }
    blocks
}

struct Answer {
    number: String,
    item: String,
    right: String,
}

fn answer(numbered: &Numbered<'_>) -> Option<Answer> {
    let exercise = numbered.exercise;
    let number = numbered.number?.to_string();
    let number = if exercise.is_training { tr!("report-answers-training", number = number) } else { number };
    Some(Answer { number, item: exercise.item.id.0.clone(), right: right(&exercise.item)? })
}

/// Returns the right answer as it is given on paper; none where no answer is.
fn right(item: &Item) -> Option<String> {
    match &item.kind {
        ItemKind::SingleChoice { options, correct: Some(right) } => letter_of(options, right),
        ItemKind::SingleChoice { options, correct: None } => {
            let worth = |(index, option): (usize, &Choice)| {
                Some(tr!("report-answers-points", letter = letter(index), points = exact(option.points?)))
            };
            options.iter().enumerate().map(worth).collect::<Option<Vec<_>>>().map(|each| each.join(", "))
        }
        ItemKind::MultipleChoice { options, correct, .. } if !correct.is_empty() => letters(options, correct),
        ItemKind::Order { options, correct: Some((right, _)) } => letters(options, right),
        ItemKind::Number { correct: Some(right), tolerance, unit, .. } => {
            let value = format!("{} {unit}", exact(*right)).trim_end().to_owned();
            let gap = exact(*tolerance);
            Some(if *tolerance > 0.0 { tr!("report-answers-within", value = value, gap = gap) } else { value })
        }
        ItemKind::MultipleChoice { .. }
        | ItemKind::Order { .. }
        | ItemKind::Number { .. }
        | ItemKind::Likert { .. }
        | ItemKind::MostLeast { .. }
        | ItemKind::FreeText { .. }
        | ItemKind::Measure { .. }
        | ItemKind::Information
        | ItemKind::Task(_)
        | ItemKind::Generated(_) => None,
    }
}

fn letter_of(options: &[Choice], id: &OptionId) -> Option<String> {
    options.iter().position(|option| option.id == *id).map(letter)
}

fn letters(options: &[Choice], ids: &[OptionId]) -> Option<String> {
    ids.iter().map(|id| letter_of(options, id)).collect::<Option<Vec<_>>>().map(|each| each.join(", "))
}

/// Returns a number with as many decimals as it has, two at most.
fn exact(value: f64) -> String {
    if value.fract() == 0.0 { decimal(value, 0) } else { decimal(value, 2) }
}

/// Returns what is said after a training question.
fn correction(numbered: &Numbered<'_>) -> Option<Vec<Span>> {
    let item = &numbered.exercise.item;
    let number = numbered.number.filter(|_| item.is_corrected())?;
    Some(vec![strong(tr!("report-answers-after", number = number)), plain(format!(" {}", item.correction))])
}

/// Returns the item's name, its kind and the beginning of its question.
fn named(item: &Item) -> String {
    let kind = terms::question_kind(&item.kind);
    tr!("report-left-out-item", id = item.id.0.as_str(), kind = kind, statement = item.statement.as_str())
}

/// Returns the answers in their order, down the columns.
fn table(answers: &[Answer]) -> Table {
    let n_columns = if answers.len() > ONE_COLUMN { 3 } else { 1 };
    let n_rows = answers.len().div_ceil(n_columns);
    let titles = [(tr!("report-answers-number"), 3), (tr!("report-answers-item"), 3), (tr!("report-answers-right"), 3)];
    let columns = (0..n_columns).flat_map(|_| titles.clone()).map(|(title, weight)| Column::new(title, weight));
    let row = |row: usize| {
        let across = (0..n_columns).map(|column| answers.get(column * n_rows + row));
        across
            .flat_map(|found| match found {
                Some(answer) => [
                    vec![plain(answer.number.clone())],
                    vec![plain(answer.item.clone())],
                    vec![strong(answer.right.clone())],
                ],
                None => [Vec::new(), Vec::new(), Vec::new()],
            })
            .collect()
    };
    Table {
        caption: String::new(),
        columns: columns.collect(),
        rows: (0..n_rows).map(row).collect(),
        row_headers: n_columns == 1,
        ruling: Ruling::Rows,
        drawings: Vec::new(),
        text: TextStyle::Small,
    }
}
