//! Which files of a folder are definitions: every `*.toml` below it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::definition_check::{Problem, Reason};

/// A folder of definitions is shallow; deeper ones are not looked into.
const DEEPEST: usize = 8;

/// Returns the definition files at `path`, in the order of their names: the file itself, or all those below a
/// folder; and what could not be read on the way. Links to folders are not followed.
pub fn definition_files(path: &Path) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    if path.is_dir() {
        walk(path, DEEPEST, &mut files, &mut problems);
        files.sort();
    } else if path.exists() {
        files.push(path.to_owned());
    } else {
        problems.push(Problem::new(path, 0, "", Reason::NoSuchPath));
    }
    (files, problems)
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let unreadable = |path: &Path| Problem::new(path, 0, "", Reason::Unreadable);
    let Ok(entries) = fs::read_dir(folder) else {
        problems.push(unreadable(folder));
        return;
    };
    for entry in entries {
        let Ok((path, kind)) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) else {
            problems.push(unreadable(folder));
            continue;
        };
        if kind.is_dir() && depth > 0 {
            walk(&path, depth - 1, files, problems);
        } else if !kind.is_dir() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
            files.push(path);
        }
    }
}
