//! What is typed: the command line, in French for those who type it.

pub mod args;
pub mod assessment;
pub mod check;
pub mod demo;
pub mod help;
pub mod items;
pub mod new_base;
pub mod plan;
pub mod robots;
pub mod score;
pub mod simulate;
pub mod study;

/// Why a command did nothing, or not all.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error(transparent)]
    Study(#[from] study::StudyFailure),
    #[error(transparent)]
    Score(#[from] score::ScoreFailure),
    #[error(transparent)]
    Plan(#[from] plan::PlanFailure),
    #[error(transparent)]
    Items(#[from] items::ItemsFailure),
}

impl CliError {
    /// Returns the French sentence: what happened and what to do.
    pub fn message(&self) -> String {
        match self {
            CliError::Study(failure) => failure.message(),
            CliError::Score(failure) => failure.message(),
            CliError::Plan(failure) => failure.message(),
            CliError::Items(failure) => failure.message(),
        }
    }
}
