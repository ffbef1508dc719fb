//! Checking definition files before they are used: what an author asks of a file or a folder.

use std::path::PathBuf;

use crate::catalog::files::definition_files;
use crate::catalog::load::load_file;
use crate::domain::definition_check::{Problem, Severity};
use crate::exchange::definition_sheet::is_sheet;

use super::library::candidate::load_sheet;

/// The JSON Schema of the format, for text editors. What it cannot say, the check says.
pub use crate::catalog::SCHEMA;

/// What was found in the files that were asked for.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CheckReport {
    pub n_files: usize,
    /// In the order of the paths, then of the files, then of the lines.
    pub problems: Vec<Problem>,
}

impl CheckReport {
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// Reads every definition file and spreadsheet among `paths`, and every `*.toml` below those that are folders.
/// Changes nothing.
pub fn check_paths(paths: &[PathBuf]) -> CheckReport {
    let mut report = CheckReport::default();
    for path in paths {
        if is_sheet(path) {
            report.n_files += 1;
            report.problems.extend(match load_sheet(path) {
                Ok((loaded, _)) => loaded.warnings,
                Err(problems) => problems,
            });
            continue;
        }
        let (files, problems) = definition_files(path);
        report.n_files += files.len();
        report.problems.extend(problems);
        for file in files {
            report.problems.extend(match load_file(&file) {
                Ok(loaded) => [loaded.impossible_recipes(&file), loaded.warnings].concat(),
                Err(problems) => problems,
            });
        }
    }
    report
}
