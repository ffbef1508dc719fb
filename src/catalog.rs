//! What can be taken: the files of `assessments/` and of the data folder, read into valid domain values.
//!
//! A definition that loads keeps every rule of [`crate::domain::assessment`]; one that does not yields all its
//! problems, each with file, line, key and reason. Nothing here panics on a file, however damaged.

pub mod activities;
pub mod communes;
pub mod consents;
pub mod criteria;
pub mod library;
pub mod load;
pub mod pictures;
pub mod recipe;
pub mod recordings;
pub mod sectors;
pub mod theme;

pub(crate) mod files;

mod definition;
mod fingerprint;
mod reader;
mod rules;
mod wording;

pub use definition::type_word;

/// The JSON Schema of a definition file: what editors and other programs are told. A test holds it to the reader.
pub const SCHEMA: &str = include_str!("catalog/evaluation.schema.json");
