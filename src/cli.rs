//! What is typed.

pub mod check;
