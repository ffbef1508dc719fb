//! What one can do: the use cases.

pub mod study;
