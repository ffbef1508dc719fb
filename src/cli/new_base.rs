//! Where a command may write a base of its own: in a folder that holds none yet.

use std::path::{Path, PathBuf};

use crate::tr;

/// Why no base is written there; nothing was touched.
#[derive(Debug, thiserror::Error)]
pub enum NewBaseError {
    #[error("the folder holds a base already")]
    AlreadyThere { base: PathBuf },
    #[error("the folder cannot be created")]
    Folder {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

impl NewBaseError {
    /// Returns the French sentence: what happened and what to do.
    pub fn french(&self) -> String {
        match self {
            NewBaseError::AlreadyThere { base } => {
                format!("{}\n  boussole --base {}", tr!("new-base-already-there"), base.display())
            }
            NewBaseError::Folder { path, .. } => tr!("new-base-folder", path = path.display().to_string()),
        }
    }
}

/// Returns the path of a base to be written in a folder, which is created.
///
/// # Errors
/// Refuses a folder that holds a base.
pub fn in_folder(dir: &Path) -> Result<PathBuf, NewBaseError> {
    let base = dir.join("boussole.db");
    if base.exists() {
        return Err(NewBaseError::AlreadyThere { base });
    }
    std::fs::create_dir_all(dir).map_err(|source| NewBaseError::Folder { path: dir.to_owned(), source })?;
    Ok(base)
}
