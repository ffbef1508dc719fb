//! What is told when a study fails.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::app::study::StudyError;
use crate::domain::scoring::dif::DifError;
use crate::domain::scoring::irt::IrtError;
use crate::domain::scoring::norms::NormError;
use crate::exchange::data_table::DataFileError;
use crate::tr;

/// Why a study gave nothing.
#[derive(Debug, Error)]
pub enum StudyFailure {
    #[error(transparent)]
    File(#[from] DataFileError),
    #[error(transparent)]
    Study(#[from] StudyError),
    #[error("{path} cannot be written")]
    TraceUnwritable { path: PathBuf, source: io::Error },
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
}

impl StudyFailure {
    /// Returns what the psychologist reads.
    pub fn message(&self) -> String {
        match self {
            Self::File(error) => file_message(error),
            Self::Study(error) => study_message(error),
            Self::Output(_) => tr!("study-output-unwritable"),
            Self::TraceUnwritable { path, .. } => tr!("study-file-unwritable", path = path.display().to_string()),
        }
    }
}

pub(crate) fn file_message(error: &DataFileError) -> String {
    let shown = |path: &PathBuf| path.display().to_string();
    match error {
        DataFileError::Unreadable { path, .. } => tr!("study-file-unreadable", path = shown(path)),
        DataFileError::NotATable { path, line, .. } => {
            tr!("study-file-not-a-table", path = shown(path), line = line.to_string())
        }
        DataFileError::NoHeader { path } => tr!("study-file-no-header", path = shown(path)),
        DataFileError::NoColumn { path, column } => {
            tr!("study-file-no-column", path = shown(path), column = column.as_str())
        }
        DataFileError::RepeatedColumn { path, column } => {
            tr!("study-file-repeated-column", path = shown(path), column = column.as_str())
        }
        DataFileError::NotANumber { path, line, column } => {
            tr!("study-file-not-a-number", path = shown(path), line = line.to_string(), column = column.as_str())
        }
        DataFileError::ImpossibleItem { path, line } => {
            tr!("study-file-impossible-item", path = shown(path), line = line.to_string())
        }
        DataFileError::AnswerCount { path, line, have, need } => tr!(
            "study-file-answer-count",
            path = shown(path),
            line = line.to_string(),
            have = have.to_string(),
            need = need.to_string()
        ),
        DataFileError::NeitherRightNorWrong { path, line } => {
            tr!("study-file-neither-right-nor-wrong", path = shown(path), line = line.to_string())
        }
        DataFileError::NotKeys { path, .. } => tr!("study-file-not-keys", path = shown(path)),
        DataFileError::EmptyScale { path, scale } => {
            tr!("study-file-empty-scale", path = shown(path), scale = scale.as_str())
        }
        DataFileError::RepeatedItem { path, scale, item } => {
            tr!("study-file-repeated-item", path = shown(path), scale = scale.as_str(), item = item.as_str())
        }
        DataFileError::RepeatedBankItem { path, line, item } => {
            tr!("study-file-repeated-bank-item", path = shown(path), line = line.to_string(), item = item.as_str())
        }
        DataFileError::Matrix(_) => tr!("study-answers-unusable"),
    }
}

fn study_message(error: &StudyError) -> String {
    match error {
        StudyError::RangeNeeded { scale, item } => {
            tr!("study-range-needed", scale = scale.as_str(), item = item.as_str())
        }
        StudyError::ImpossibleRange { min, max } => {
            tr!("study-range-impossible", min = min.to_string(), max = max.to_string())
        }
        StudyError::OutsideRange { item } => tr!("study-outside-range", item = item.as_str()),
        StudyError::NoSuchItem { item } => tr!("study-no-such-item", item = item.as_str()),
        StudyError::NeitherRightNorWrong { person, item } => {
            tr!("study-neither-right-nor-wrong", person = person.as_str(), item = item.as_str())
        }
        StudyError::NotTwoGroups(n) => tr!("study-not-two-groups", n = n.to_string()),
        StudyError::Irt(IrtError::NotAGrid { .. }) => tr!("study-not-a-grid"),
        StudyError::Dif(DifError::TooFewItems) => tr!("study-too-few-items"),
        StudyError::Dif(DifError::EmptyGroup) => tr!("study-empty-group"),
        StudyError::Norm(NormError::TooFewPeople) => tr!("study-too-few-people"),
        StudyError::Norm(NormError::NoSpread) => tr!("study-no-spread"),
        StudyError::Matrix(_) | StudyError::Irt(_) | StudyError::Dif(_) | StudyError::Norm(_) => {
            tr!("study-answers-unusable")
        }
    }
}
