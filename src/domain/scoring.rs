//! From responses to scores: one scale after the other, each with its error and its band.
//!
//! Norms, models and quality indices are in the files beside; nothing here turns a missing answer into a number.

pub mod scale;

pub mod adaptive;
pub mod agreement;
pub mod change;
pub mod choice;
pub mod dif;
pub mod forced_choice;
pub mod irt;
pub mod likert;
pub mod norms;
pub mod one_factor;
pub mod order;
pub mod quality;
pub mod reliability;
pub mod response_matrix;
pub mod sectors;

pub use scale::{BandReading, Outcome, ScaleScore, score};
