//! The tables that lie where files usually arrive: nobody types a path.

use std::fs::{self, DirEntry};
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::app::{App, AppError, Login};
use crate::domain::stamp::Instant;

/// A table that may be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    pub path: PathBuf,
    pub name: String,
    /// The name of the folder where it lies.
    pub folder: String,
    pub changed: Instant,
    pub bytes: u64,
}

/// The most files that are listed.
const MOST: usize = 12;

impl App {
    /// Says in which folders files arrive.
    #[must_use]
    pub fn with_arrivals_in(self, folders: Vec<PathBuf>) -> Self {
        Self { file_folders: folders, ..self }
    }

    /// Returns the CSV and XLSX files of the folders where files arrive, the latest first. A folder that cannot be read has none.
    pub fn recent_files(&self, login: Login) -> Result<Vec<RecentFile>, AppError> {
        login.allow(&[])?;
        let mut files: Vec<RecentFile> = self
            .file_folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flat_map(|entries| entries.filter_map(Result::ok))
            .filter_map(|entry| recent(&entry))
            .collect();
        files.sort_by(|a, b| (b.changed, &a.name).cmp(&(a.changed, &b.name)));
        files.truncate(MOST);
        Ok(files)
    }
}

/// Returns a file that is a table by its ending; what a spreadsheet keeps while it has a file open is none.
fn recent(entry: &DirEntry) -> Option<RecentFile> {
    let path = entry.path();
    let ending = path.extension()?.to_str()?.to_lowercase();
    let name = entry.file_name().to_str()?.to_owned();
    if !matches!(ending.as_str(), "csv" | "xlsx") || name.starts_with(['.', '~']) {
        return None;
    }
    let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
    let changed = Instant::from_utc(DateTime::<Utc>::from(about.modified().ok()?));
    let folder = path.parent()?.file_name()?.to_str()?.to_owned();
    Some(RecentFile { path, name, folder, changed, bytes: about.len() })
}
