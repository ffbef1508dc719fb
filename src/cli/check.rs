//! `boussole check`: the problems of definition files, one a line, as compilers write them.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::app::check::{SCHEMA, check_paths};
use crate::domain::definition_check::Severity;
use crate::i18n::problem_line;
use crate::tr;

/// Writes the problems of the files and folders, then a line with their number, and returns whether a file is
/// refused: the program then ends with 1.
///
/// # Errors
/// Returns the failure of writing to `out`.
pub fn check(paths: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    let report = check_paths(paths);
    for problem in &report.problems {
        writeln!(out, "{}", problem_line(problem))?;
    }
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    if report.n_files == 0 && errors == 0 {
        writeln!(out, "{}", tr!("check-nothing"))?;
    } else {
        writeln!(out, "{}", tr!("check-total", files = report.n_files, errors = errors, warnings = warnings))?;
    }
    Ok(report.has_errors())
}

/// Writes the JSON Schema of the format.
///
/// # Errors
/// Returns the failure of writing to `out`.
pub fn schema(out: &mut impl Write) -> io::Result<()> {
    out.write_all(SCHEMA.as_bytes())
}
