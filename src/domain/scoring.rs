//! How answers become scores: pure functions, each with the reference of its formula.
//!
//! Missing answers, constant items and extreme patterns give a defined result or a typed refusal, never NaN.

pub mod adaptive;
pub mod choice;
pub mod dif;
pub mod forced_choice;
pub mod irt;
pub mod likert;
pub mod norms;
pub mod one_factor;
pub mod quality;
pub mod reliability;
pub mod response_matrix;
