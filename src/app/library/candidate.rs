//! A definition that somebody wants to install, preview or check: a folder, a file, a spreadsheet.

use std::path::{Path, PathBuf};

use crate::catalog::files::definition_files;
use crate::catalog::load::{FILE_NAME, Loaded, load, load_file};
use crate::catalog::pictures::{LARGEST_PICTURE, read_from};
use crate::domain::assessment::Assessment;
use crate::domain::definition_check::{Problem, Reason};
use crate::exchange::definition_sheet::{self, Located};
use crate::store::EditionFile;

/// A definition that can be taken.
pub struct Candidate {
    pub assessment: Assessment,
    pub text: String,
    pub files: Vec<EditionFile>,
    pub warnings: Vec<Problem>,
    /// Line and key of the version: where another text under a used one is told.
    pub version_at: (usize, String),
}

/// Reads the one definition of a path, with the files that it names.
///
/// # Errors
/// Returns every problem, warnings included, when one is an error.
pub fn read(path: &Path) -> Result<Candidate, Vec<Problem>> {
    let (loaded, folder, version_at) = if definition_sheet::is_sheet(path) {
        let (loaded, sheet) = load_sheet(path)?;
        let version_at = (0, sheet.place_of("meta.version"));
        let folder = if path.is_dir() { path } else { folder_of(path) };
        (loaded, folder.to_owned(), version_at)
    } else {
        let file = definition_file(path)?;
        let loaded = load_file(&file)?;
        let line = loaded.text.lines().position(|line| line.trim_start().starts_with("version")).map_or(0, |at| at + 1);
        (loaded, folder_of(&file).to_owned(), (line, "meta.version".to_owned()))
    };
    let impossible = loaded.impossible_recipes(path);
    if !impossible.is_empty() {
        return Err([impossible, loaded.warnings].concat());
    }
    let mut files = Vec::new();
    for inside in &loaded.files {
        let file = folder.join(inside);
        let Some(bytes) = read_from(&folder, inside) else {
            let reason = match file.metadata() {
                Ok(about) if about.len() > LARGEST_PICTURE => {
                    Reason::TooLarge { bytes: about.len(), limit: LARGEST_PICTURE }
                }
                _ => Reason::Unreadable,
            };
            return Err(vec![Problem::new(&file, 0, "", reason)]);
        };
        files.push((inside.clone(), bytes.into_owned()));
    }
    Ok(Candidate { assessment: loaded.assessment, text: loaded.text, files, warnings: loaded.warnings, version_at })
}

/// Reads a spreadsheet as a definition; its problems name sheets, rows and columns.
///
/// # Errors
/// Returns every problem, warnings included, when one is an error.
pub fn load_sheet(path: &Path) -> Result<(Loaded, Located), Vec<Problem>> {
    let sheet = definition_sheet::read(path)?;
    let folder = if path.is_dir() { path } else { folder_of(path) };
    // A definition made from a sheet has no folder of its own: its name is not compared.
    let loaded = load(path, sheet.text.as_bytes(), &|inside| folder.join(inside).is_file());
    let placed = |problems: Vec<Problem>| {
        let placed =
            problems.into_iter().map(|problem| Problem { line: 0, key: sheet.place_of(&problem.key), ..problem });
        placed.collect::<Vec<_>>()
    };
    match loaded {
        Ok(mut loaded) => {
            loaded.warnings = placed(loaded.warnings);
            Ok((loaded, sheet))
        }
        Err(problems) => Err(placed(problems)),
    }
}

/// Returns the definition of a path: the file itself, the one of the folder, or the only one below it.
fn definition_file(path: &Path) -> Result<PathBuf, Vec<Problem>> {
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let named = path.join(FILE_NAME);
    if named.is_file() {
        return Ok(named);
    }
    let (files, problems) = definition_files(path);
    let alone = |reason| Err(vec![Problem::new(path, 0, "", reason)]);
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(_) if !problems.is_empty() => Err(problems),
        Err(files) if files.is_empty() => alone(Reason::NoDefinition),
        Err(files) => alone(Reason::SeveralDefinitions { n: files.len() }),
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}
