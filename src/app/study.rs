//! The psychologist's studies: from the answers of a sample to the indices that judge a test.
//!
//! They read no database and touch no person's file: the answers come from a file and the results go back to one.

mod dif;
mod norms;
mod quality;
mod reliability;
mod theta;

use thiserror::Error;

use crate::domain::scoring::dif::DifError;
use crate::domain::scoring::irt::IrtError;
use crate::domain::scoring::norms::NormError;
use crate::domain::scoring::response_matrix::{KeyedItem, MatrixError};
use crate::exchange::data_table::{DataTable, ScaleKey};

pub use dif::{NamedDif, dif};
pub use norms::{NormRow, column_norms, scale_norms};
pub use quality::{PersonQuality, quality};
pub use reliability::{ScaleReliability, reliability};
pub use theta::{AdaptiveOptions, AdaptiveTrace, Grid, PersonTheta, adaptive, theta};

/// Why a study gives no result.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StudyError {
    #[error("scale {scale} reverses {item}: the range of answers is needed")]
    RangeNeeded { scale: String, item: String },
    #[error("the range from {min} to {max} is impossible")]
    ImpossibleRange { min: f64, max: f64 },
    #[error("an answer to {item} is outside the range")]
    OutsideRange { item: String },
    #[error("the data have no item {item}")]
    NoSuchItem { item: String },
    #[error("person {person}, item {item}: neither 0 nor 1")]
    NeitherRightNorWrong { person: String, item: String },
    #[error("{0} groups: two are needed")]
    NotTwoGroups(usize),
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    #[error(transparent)]
    Irt(#[from] IrtError),
    #[error(transparent)]
    Dif(#[from] DifError),
    #[error(transparent)]
    Norm(#[from] NormError),
}

/// The two ends of the answer scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnswerRange {
    min: f64,
    max: f64,
}

impl AnswerRange {
    pub fn new(min: f64, max: f64) -> Result<Self, StudyError> {
        let possible = min.is_finite() && max.is_finite() && min < max;
        if possible { Ok(Self { min, max }) } else { Err(StudyError::ImpossibleRange { min, max }) }
    }
}

/// The columns of a scale; refuses a reversed item without range.
fn keyed_items(table: &DataTable, key: &ScaleKey, range: Option<AnswerRange>) -> Result<Vec<KeyedItem>, StudyError> {
    key.items
        .iter()
        .map(|item| {
            let column = table.column(&item.name).ok_or_else(|| StudyError::NoSuchItem { item: item.name.clone() })?;
            let reversed_within = match (item.is_reversed, range) {
                (false, _) => None,
                (true, Some(range)) => Some((range.min, range.max)),
                (true, None) => {
                    return Err(StudyError::RangeNeeded { scale: key.scale.clone(), item: item.name.clone() });
                }
            };
            Ok(KeyedItem { column, reversed_within })
        })
        .collect()
}

/// Refuses answers that a reversal would throw outside the scale.
fn check_range(table: &DataTable, range: Option<AnswerRange>) -> Result<(), StudyError> {
    let Some(AnswerRange { min, max }) = range else { return Ok(()) };
    match table.answers.first_column_outside(min, max).and_then(|column| table.items.get(column)) {
        Some(item) => Err(StudyError::OutsideRange { item: item.clone() }),
        None => Ok(()),
    }
}

/// The answer to a right/wrong item.
fn right_or_wrong(table: &DataTable, person: usize, column: usize, answer: f64) -> Result<bool, StudyError> {
    if answer == 0.0 || answer == 1.0 {
        return Ok(answer == 1.0);
    }
    Err(StudyError::NeitherRightNorWrong {
        person: table.ids.get(person).cloned().unwrap_or_default(),
        item: table.items.get(column).cloned().unwrap_or_default(),
    })
}
