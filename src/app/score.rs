//! Scoring a file of answers: what a psychologist does with data collected elsewhere.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::definition::{DefinitionError, named_assessment};
use crate::domain::assessment::{Act, Item, ItemId, ItemKind, OptionId, ScaleId};
use crate::domain::response::{Answer, Missing, Response};
use crate::domain::scoring::{Outcome, score};
use crate::exchange::data_table::{DataFileError, read_texts};

/// Why a file is not scored.
#[derive(Debug, thiserror::Error)]
pub enum ScoreError {
    #[error(transparent)]
    Definition(#[from] DefinitionError),
    #[error(transparent)]
    File(#[from] DataFileError),
    #[error("{path} has no column for the item {item}")]
    NoColumn { path: PathBuf, item: String },
    #[error("{path}, line {line}: the item {item} does not take this answer")]
    Answer { path: PathBuf, line: u64, item: String },
}

/// One person's scores, in the order of the scales.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonScores {
    pub id: String,
    pub scores: Vec<ScoreCell>,
}

/// One scale of one person; `value` is absent when too few items were answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreCell {
    pub value: Option<f64>,
    pub error: Option<f64>,
    pub n_answered: usize,
}

/// The scores of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreTable {
    pub scales: Vec<ScaleId>,
    pub people: Vec<PersonScores>,
}

/// Scores the answers of a CSV file: one column an item, one row a person, blank or `NA` where missing,
/// `nsp` for "Je ne sais pas", `npr` for "Je préfère ne pas répondre", `temps` where the time ran out, and else the
/// answer as [`response`] reads it. Items of their own for each sitting are those of the reference form. `named` is the id of an assessment of the program, or a definition file or its folder.
///
/// # Errors
/// Returns what is wrong with the definition or the first cell that its item does not take.
pub fn score_file(named: &str, responses: &Path) -> Result<ScoreTable, ScoreError> {
    let assessment = named_assessment(named)?;
    let table = read_texts(responses)?;
    let columns = assessment
        .items()
        .iter()
        .map(|item| {
            let column = table.columns.iter().position(|name| *name == item.id.0);
            let missing = || ScoreError::NoColumn { path: responses.to_owned(), item: item.id.0.clone() };
            Ok((item, column.ok_or_else(missing)?))
        })
        .collect::<Result<Vec<(&Item, usize)>, ScoreError>>()?;
    let people = table.rows.iter().map(|row| {
        let given: BTreeMap<ItemId, Response> = columns
            .iter()
            .map(|(item, column)| {
                let cell = row.cells.get(*column).map(String::as_str).unwrap_or_default();
                let refused =
                    || ScoreError::Answer { path: responses.to_owned(), line: row.line, item: item.id.0.clone() };
                Ok((item.id.clone(), response(item, cell).ok_or_else(refused)?))
            })
            .collect::<Result<_, ScoreError>>()?;
        Ok(PersonScores {
            id: row.id.clone(),
            scores: score(&assessment, &given, REFERENCE_FORM).into_iter().map(|scale| cell(&scale.outcome)).collect(),
        })
    });
    let people = people.collect::<Result<_, ScoreError>>()?;
    Ok(ScoreTable { scales: assessment.scales().iter().map(|scale| scale.id.clone()).collect(), people })
}

/// The seed of the form that is as written.
pub const REFERENCE_FORM: u64 = 0;

/// Returns what a cell says, none when the item does not take it.
///
/// A number, a point's value or an option as it is; several options `a+b`; an order `b>a>c`; the most and the least
/// `d/c`; acts `nouveau|dest=jean@exemple.fr|envoyer`, `-` for none.
fn response(item: &Item, cell: &str) -> Option<Response> {
    let made = item.made(REFERENCE_FORM).ok()?;
    let option = |name: &str| OptionId(name.to_owned());
    let options = |sign| cell.split(sign).map(option).collect::<Vec<_>>();
    let number = || cell.replace(',', ".").parse().ok();
    let answer = match (cell, &made.kind) {
        ("" | "NA", _) => return Some(Response::Missing(Missing::NotSeen)),
        ("temps", _) => return Some(Response::Missing(Missing::TimeRanOut)),
        ("nsp", _) => Answer::DoesNotKnow,
        ("npr", _) => Answer::PrefersNot,
        (_, ItemKind::Likert { .. }) => Answer::Point(number()?),
        (_, ItemKind::Number { .. } | ItemKind::Measure { .. }) => Answer::Number(number()?),
        (_, ItemKind::SingleChoice { .. }) => Answer::Choice(option(cell)),
        ("-", ItemKind::MultipleChoice { .. }) => Answer::Choices(Vec::new()),
        (_, ItemKind::MultipleChoice { .. }) => Answer::Choices(options('+')),
        (_, ItemKind::Order { .. }) => Answer::Order(options('>')),
        (_, ItemKind::MostLeast { .. }) => {
            let (most, least) = cell.split_once('/')?;
            Answer::MostLeast { most: option(most), least: option(least) }
        }
        (_, ItemKind::FreeText { .. }) => Answer::Text(cell.to_owned()),
        (_, ItemKind::Information) => Answer::Seen,
        ("-", ItemKind::Task(_)) => Answer::Acts(Vec::new()),
        (_, ItemKind::Task(_)) => Answer::Acts(cell.split('|').map(act).collect()),
        (_, ItemKind::Generated(_)) => return None,
    };
    answer.fits(&made.kind).ok()?;
    Some(answer.response())
}

/// Returns the right answer as a cell of such a file says it; blank where there is none, or many ways.
pub(super) fn right_cell(kind: &ItemKind) -> String {
    let joined = |ids: &[OptionId], sign: &str| ids.iter().map(|id| id.0.as_str()).collect::<Vec<_>>().join(sign);
    match kind {
        ItemKind::SingleChoice { correct: Some(right), .. } => right.0.clone(),
        ItemKind::MultipleChoice { correct, .. } => joined(correct, "+"),
        ItemKind::Number { correct: Some(right), .. } => right.to_string(),
        ItemKind::Order { correct: Some((right, _)), .. } => joined(right, ">"),
        ItemKind::SingleChoice { .. }
        | ItemKind::Number { .. }
        | ItemKind::Order { .. }
        | ItemKind::Likert { .. }
        | ItemKind::MostLeast { .. }
        | ItemKind::FreeText { .. }
        | ItemKind::Measure { .. }
        | ItemKind::Information
        | ItemKind::Task(_)
        | ItemKind::Generated(_) => String::new(),
    }
}

fn act(written: &str) -> Act {
    match written.split_once('=') {
        Some((field, text)) => Act::Type { field: field.to_owned(), text: text.to_owned() },
        None => Act::Touch(written.to_owned()),
    }
}

fn cell(outcome: &Outcome) -> ScoreCell {
    match outcome {
        Outcome::Scored { value, error, n_answered, .. } => {
            ScoreCell { value: Some(*value), error: *error, n_answered: *n_answered }
        }
        Outcome::NotAsked => ScoreCell { value: None, error: None, n_answered: 0 },
        Outcome::TooFewAnswers { n_answered, .. } | Outcome::Unscored { n_answered } => {
            ScoreCell { value: None, error: None, n_answered: *n_answered }
        }
    }
}
