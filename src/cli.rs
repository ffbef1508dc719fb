//! What is typed: the command line, in French for those who type it.

pub mod args;
pub mod check;
pub mod demo;
