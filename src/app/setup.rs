//! First run and staff: who works here, and the code that leaves the kiosk.

use super::{App, AppError, Login};
use crate::domain::id::StaffId;
use crate::domain::person::{Role, StaffMember};

/// What is asked once, on an empty base.
#[derive(Clone, Debug, Default)]
pub struct SetUp {
    pub counsellor_first_name: String,
    pub counsellor_last_name: String,
    /// 4 to 12 digits; stored hashed.
    pub staff_code: String,
}

impl App {
    /// Returns whether the base is empty: nobody works here yet.
    pub fn needs_set_up(&self) -> Result<bool, AppError> { todo!() }
    /// Records the first counsellor and the staff code.
    pub fn set_up(&mut self, wish: SetUp) -> Result<Login, AppError> { todo!() }
    /// Returns the staff in alphabetical order.
    pub fn staff(&self) -> Result<Vec<StaffMember>, AppError> { todo!() }
    pub fn add_staff(&mut self, login: Login, first: &str, last: &str, role: Role) -> Result<StaffId, AppError> { todo!() }
    /// Opens a login for a member of staff: until accounts exist the desk asks who is working.
    pub fn log_in(&mut self, staff: StaffId) -> Result<Login, AppError> { todo!() }
    /// Returns whether the code is the staff code that leaves the kiosk.
    pub fn check_staff_code(&mut self, code: &str) -> Result<bool, AppError> { todo!() }
}
