//! What comes and goes as files and messages.

mod archive;
mod encoding;

pub mod agenda;
pub mod data_table;
pub mod definition_sheet;
pub mod mail;
pub mod people_table;
pub mod plan_file;
pub mod school_holidays;
pub mod text_message;
