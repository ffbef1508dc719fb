//! What is typed: the command line.

pub mod study;

use std::io;

use thiserror::Error;

/// Why a command did nothing, or not all.
#[derive(Debug, Error)]
pub enum CliError {
    #[error(transparent)]
    Study(#[from] study::StudyFailure),
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
}
