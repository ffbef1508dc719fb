//! Editions of assessments: states, origins, and what their files say.

use crate::domain::assessment::{Method, Mode, ReadingLevel, Status};
use crate::domain::library::{EditionState, Origin};
use crate::tr;

pub fn edition_state(state: EditionState) -> String {
    match state {
        EditionState::Pilot => tr!("term-edition-pilot"),
        EditionState::Active => tr!("term-edition-active"),
        EditionState::Retired => tr!("term-edition-retired"),
    }
}

pub fn origin(origin: Origin) -> String {
    match origin {
        Origin::Program => tr!("term-origin-program"),
        Origin::Folder => tr!("term-origin-folder"),
        Origin::Installed => tr!("term-origin-installed"),
    }
}

/// Returns what the file of a definition says of itself.
pub fn definition_status(status: Status) -> String {
    match status {
        Status::Draft => tr!("term-definition-draft"),
        Status::Pilot => tr!("term-definition-pilot"),
        Status::Valid => tr!("term-definition-valid"),
        Status::Retired => tr!("term-definition-retired"),
    }
}

pub fn reading_level(level: ReadingLevel) -> String {
    match level {
        ReadingLevel::Picture => tr!("term-reading-picture"),
        ReadingLevel::EasyToRead => tr!("term-reading-easy"),
        ReadingLevel::Ordinary => tr!("term-reading-ordinary"),
    }
}

pub fn mode(mode: Mode) -> String {
    match mode {
        Mode::Alone => tr!("term-mode-alone"),
        Mode::Accompanied => tr!("term-mode-accompanied"),
        Mode::Observation => tr!("term-mode-observation"),
        Mode::Measure => tr!("term-mode-measure"),
    }
}

pub fn method(method: &Method) -> String {
    match method {
        Method::Mean => tr!("term-method-mean"),
        Method::Sum => tr!("term-method-sum"),
        Method::Proportion => tr!("term-method-proportion"),
        Method::MostLeast { .. } => tr!("term-method-most-least"),
        Method::Rank { .. } => tr!("term-method-rank"),
        Method::Theta => tr!("term-method-theta"),
        Method::Difference { .. } => tr!("term-method-difference"),
        Method::Unscored => tr!("term-method-unscored"),
    }
}
