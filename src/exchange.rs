//! What comes and goes as files and messages.

pub mod data_table;
