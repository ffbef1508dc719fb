//! The assessment that a command names: one of the program, or one of a file.

use std::path::PathBuf;
use std::sync::Arc;

use crate::catalog::library::Library;
use crate::catalog::load::{FILE_NAME, load_file};
use crate::domain::assessment::{Assessment, AssessmentId};

/// Why no assessment is found under a name.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionError {
    #[error("no assessment is named {name}")]
    Unknown { name: String },
    #[error("the definition {path} has {problems} problems")]
    Unsound { path: PathBuf, problems: usize },
}

/// Returns the assessment of this id, or that of a definition file or of its folder.
pub(super) fn named_assessment(named: &str) -> Result<Arc<Assessment>, DefinitionError> {
    if let Some(assessment) = Library::embedded().get(&AssessmentId(named.to_owned())) {
        return Ok(Arc::clone(assessment));
    }
    let path = PathBuf::from(named);
    let file = if path.is_dir() { path.join(FILE_NAME) } else { path };
    if !file.is_file() {
        return Err(DefinitionError::Unknown { name: named.to_owned() });
    }
    match load_file(&file) {
        Ok(loaded) => Ok(Arc::new(loaded.assessment)),
        Err(problems) => Err(DefinitionError::Unsound { path: file, problems: problems.len() }),
    }
}
