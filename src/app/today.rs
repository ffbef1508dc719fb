//! Today: who is in the room, what happens, what waits.

use chrono::NaiveDate;

use super::kiosk::StationView;
use super::people::AppointmentView;
use super::planning::{PoolView, SessionView};
use super::synthesis::SynthesisRow;
use super::{App, AppError, Login};
use crate::domain::id::ParticipantId;

/// The desk's home.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayView {
    pub day: NaiveDate,
    pub stations: Vec<StationView>,
    pub appointments: Vec<AppointmentView>,
    pub sessions: Vec<SessionView>,
    /// Sessions of past days whose attendance is not complete.
    pub to_close: Vec<SessionView>,
    /// Workshops that can be opened, or lack one or two people.
    pub pools: Vec<PoolView>,
    pub syntheses: Vec<SynthesisRow>,
    /// Referred people without interview.
    pub to_interview: Vec<WaitingFile>,
    /// Interviewed people without any step.
    pub to_prescribe: Vec<WaitingFile>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingFile {
    pub participant: ParticipantId,
    pub name: String,
    pub since: NaiveDate,
}

impl App {
    pub fn today(&self, login: Login) -> Result<TodayView, AppError> { todo!() }
}
