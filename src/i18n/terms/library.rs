//! Editions of assessments: states, origins, and what their files say.

use crate::domain::assessment::{ItemKind, Method, Mode, ReadingLevel, Status};
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

/// Returns the origin in one word, for a column.
pub fn origin_short(origin: Origin) -> String {
    match origin {
        Origin::Program => tr!("term-origin-program-short"),
        Origin::Folder => tr!("term-origin-folder-short"),
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

/// Returns the reading level in one word, for a column.
pub fn reading_short(level: ReadingLevel) -> String {
    match level {
        ReadingLevel::Picture => tr!("term-reading-picture"),
        ReadingLevel::EasyToRead => tr!("term-reading-easy-short"),
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

/// Returns how a question is answered.
pub fn question_kind(kind: &ItemKind) -> String {
    match kind {
        ItemKind::Likert { by_observer: false, .. } => tr!("term-question-likert"),
        ItemKind::Likert { by_observer: true, .. } => tr!("term-question-observation"),
        ItemKind::SingleChoice { .. } => tr!("term-question-single"),
        ItemKind::MultipleChoice { .. } => tr!("term-question-multiple"),
        ItemKind::MostLeast { .. } => tr!("term-question-most-least"),
        ItemKind::Number { .. } => tr!("term-question-number"),
        ItemKind::Order { .. } => tr!("term-question-order"),
        ItemKind::FreeText { .. } => tr!("term-question-text"),
        ItemKind::Measure { .. } => tr!("term-question-measure"),
        ItemKind::Information => tr!("term-question-information"),
        ItemKind::Task(_) => tr!("term-question-task"),
        ItemKind::Generated(_) => tr!("term-question-generated"),
    }
}
