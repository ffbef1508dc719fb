//! What comes and goes as files and messages.

pub mod agenda;
