//! What is typed: the command line, in French for those who type it.

pub mod args;
pub mod check;
pub mod demo;
pub mod study;

/// Why a command did nothing, or not all.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error(transparent)]
    Study(#[from] study::StudyFailure),
}
