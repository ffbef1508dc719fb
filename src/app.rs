//! What one can do; for the screens, also the values that they are drawn with.

pub use crate::catalog::theme;
