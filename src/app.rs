//! What one can do.

pub mod check;
