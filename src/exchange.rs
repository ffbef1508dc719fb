//! What comes and goes as files and messages.

pub mod agenda;
pub mod data_table;
pub mod definition_sheet;
pub mod plan_file;
pub mod school_holidays;
pub mod text_message;
