//! What comes and goes as files and messages.

pub mod agenda;
pub mod data_table;
pub mod definition_sheet;
