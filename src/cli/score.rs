//! `boussole score`: answers in, scores out, both as CSV.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::study::file_message;
use crate::app::definition::DefinitionError;
use crate::app::score::{PersonScores, ScoreError, ScoreTable, score_file};
use crate::exchange::data_table::write_records;
use crate::tr;

#[derive(Debug, Clone, Args)]
pub struct ScoreArgs {
    #[arg(value_name = "ÉVALUATION", help = tr!("score-help-assessment"))]
    pub assessment: String,
    #[arg(long, value_name = "RÉPONSES.csv", help = tr!("score-help-responses"))]
    pub responses: PathBuf,
    #[arg(long, value_name = "SCORES.csv", help = tr!("score-help-out"))]
    pub out: PathBuf,
}

/// Why no file of scores was written.
#[derive(Debug, thiserror::Error)]
pub enum ScoreFailure {
    #[error(transparent)]
    Score(#[from] ScoreError),
    #[error("{path} cannot be written")]
    Unwritable {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

impl ScoreFailure {
    /// Returns what the psychologist reads.
    pub fn message(&self) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            ScoreFailure::Score(ScoreError::Definition(error)) => definition_message(error),
            ScoreFailure::Score(ScoreError::File(error)) => file_message(error),
            ScoreFailure::Score(ScoreError::NoColumn { path, item }) => {
                tr!("study-file-no-column", path = shown(path), column = item.as_str())
            }
            ScoreFailure::Score(ScoreError::Answer { path, line, item }) => {
                tr!("score-answer", path = shown(path), line = line.to_string(), item = item.as_str())
            }
            ScoreFailure::Unwritable { path, .. } => tr!("study-file-unwritable", path = shown(path)),
        }
    }
}

/// Returns why no assessment is found under a name.
pub(super) fn definition_message(error: &DefinitionError) -> String {
    match error {
        DefinitionError::Unknown { name } => tr!("score-unknown-assessment", name = name.as_str()),
        DefinitionError::Unsound { path, problems } => {
            tr!("score-definition", path = path.display().to_string(), problems = *problems)
        }
    }
}

/// Scores the file and writes the result: first column `id`, then each scale with its `_se` and `_n`.
///
/// # Errors
/// Returns why; the output file is then not written.
pub fn run(args: &ScoreArgs) -> Result<(), ScoreFailure> {
    let scores = score_file(&args.assessment, &args.responses)?;
    let rows = std::iter::once(header(&scores)).chain(scores.people.iter().map(row));
    write_records(&args.out, rows).map_err(|source| ScoreFailure::Unwritable { path: args.out.clone(), source })
}

fn header(scores: &ScoreTable) -> Vec<String> {
    let columns = scores.scales.iter().flat_map(|scale| ["", "_se", "_n"].map(|what| format!("{}{what}", scale.0)));
    std::iter::once("id".to_owned()).chain(columns).collect()
}

fn row(person: &PersonScores) -> Vec<String> {
    // Rust prints the shortest text that reads back as the same number: every digit is there.
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let cells =
        person.scores.iter().flat_map(|cell| [number(cell.value), number(cell.error), cell.n_answered.to_string()]);
    std::iter::once(person.id.clone()).chain(cells).collect()
}
