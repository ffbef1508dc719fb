//! Pools, proposals, sessions and attendance.

use chrono::NaiveDate;

use super::{App, AppError, Login};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, SeatId, SessionId, StaffId, StepId};
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::TimeSlot;
use crate::domain::workshop::{Attendance, SessionKind, SessionState};

/// A workshop with the people who wait for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolView {
    pub workshop: ActivityId,
    pub title: String,
    pub fortnightly: bool,
    pub minimum: usize,
    pub maximum: usize,
    pub waiting: Vec<WaitingPerson>,
    pub oldest_wait_days: u32,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingPerson {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub since: NaiveDate,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SessionView {
    pub id: SessionId,
    pub workshop: ActivityId,
    pub title: String,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    pub room: String,
    pub facilitator: String,
    pub state: SessionState,
    pub minimum: usize,
    pub maximum: usize,
    pub seats: Vec<SeatView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeatView {
    pub id: SeatId,
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub supports: String,
    pub attendance: Option<Attendance>,
}

impl App {
    /// Returns every workshop's pool with the rule's verdict: those with a proposal first, then by number waiting.
    pub fn pools(&self, login: Login) -> Result<Vec<PoolView>, AppError> { todo!() }
    /// Opens the session that the rule proposes now for a workshop, with its people, and convenes them.
    pub fn open_proposal(&mut self, login: Login, workshop: &ActivityId, facilitator: Option<StaffId>) -> Result<SessionId, AppError> { todo!() }
    /// Adds the dates of the fortnightly series up to six weeks ahead; returns how many were added.
    pub fn extend_series(&mut self, login: Login) -> Result<usize, AppError> { todo!() }
    /// Gives waiting people seats in an open session.
    pub fn seat(&mut self, login: Login, session: SessionId, steps: &[StepId]) -> Result<(), AppError> { todo!() }
    /// Returns the people waiting for a session's workshop who are free then.
    pub fn free_for(&self, login: Login, session: SessionId) -> Result<Vec<WaitingPerson>, AppError> { todo!() }
    /// Returns sessions whose day is in `from ..= until`, in order.
    pub fn sessions(&self, login: Login, from: NaiveDate, until: NaiveDate) -> Result<Vec<SessionView>, AppError> { todo!() }
    pub fn session(&self, login: Login, session: SessionId) -> Result<SessionView, AppError> { todo!() }
    /// Cancels a session: its demands return to the pool with their age.
    pub fn cancel_session(&mut self, login: Login, session: SessionId, reason: &str) -> Result<(), AppError> { todo!() }
    /// Takes one person's attendance; present finishes the step, anything else returns the demand to the pool.
    pub fn take_attendance(&mut self, login: Login, seat: SeatId, attendance: Attendance) -> Result<(), AppError> { todo!() }
    /// Closes the session once everybody's attendance is known.
    pub fn close_session(&mut self, login: Login, session: SessionId) -> Result<(), AppError> { todo!() }
}
