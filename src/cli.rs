//! What is typed: the command line.

pub mod study;

use thiserror::Error;

/// Why a command did nothing, or not all.
#[derive(Debug, Error)]
pub enum CliError {
    #[error(transparent)]
    Study(#[from] study::StudyFailure),
}
