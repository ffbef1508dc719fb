//! What one can do: one method is one use case, one transaction, one access rule and one audit row.
//!
//! Methods return plain view-models in the screens' vocabulary, without words or colours.

pub mod error;
pub mod setup;
pub mod people;
pub mod guidance;
pub mod kiosk;
pub mod planning;
pub mod results;
pub mod synthesis;
pub mod today;

pub use crate::catalog::theme;
pub use error::{AppError, Refusal};

use crate::domain::id::StaffId;
use crate::domain::person::Role;

/// Who is working: what every staff use case is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Login {
    pub staff: StaffId,
    pub role: Role,
}

/// The program, wired: its base, its definitions, its clock.
pub struct App {}
