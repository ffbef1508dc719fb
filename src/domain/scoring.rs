//! From responses to scores: one scale after the other, each with its error and its band.
//!
//! Norms, models and quality indices are in the files beside; nothing here turns a missing answer into a number.

pub mod scale;

pub use scale::{BandReading, Outcome, ScaleScore, score};
