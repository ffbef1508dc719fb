//! The kiosk's side: a code opens a visit, answers go to disk one by one.

use std::sync::Arc;

use super::{App, AppError, Login};
use crate::domain::assessment::{Assessment, ItemId};
use crate::domain::id::{ParticipantId, SittingId, StepId, VisitId};
use crate::domain::person::ExtraTime;
use crate::domain::response::Answer;
use crate::domain::sitting::Step;
use crate::domain::stamp::Instant;

/// A visit opened by a code: what the kiosk may know of the person.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitView {
    pub visit: VisitId,
    pub first_name: String,
    pub extra_time: ExtraTime,
    /// The data notice has been acknowledged today.
    pub notice_read: bool,
    /// The digital steps that are left, in order; the first one is next.
    pub left: Vec<VisitStep>,
    /// How many digital steps were finished today.
    pub done_today: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct VisitStep {
    pub step: StepId,
    pub title: String,
    pub minutes: u32,
    /// Answers given already, when a sitting was begun.
    pub answered: usize,
    pub items: usize,
}

/// A sitting as the kiosk shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingView {
    pub sitting: SittingId,
    pub assessment: Arc<Assessment>,
    pub step: Step,
    pub n_answered: usize,
    /// The sitting was begun on another station and goes on here.
    pub taken_over: bool,
}

/// One code made at the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeView {
    /// "482 913"
    pub grouped: String,
    pub first_name: String,
}

/// A station as the desk lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct StationView {
    pub name: String,
    pub blocked: bool,
    pub last_seen: Instant,
    /// Who is there now: person, assessment, answered, total.
    pub sitting: Option<StationSitting>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StationSitting {
    pub participant: ParticipantId,
    pub name: String,
    pub title: String,
    pub answered: usize,
    pub total: usize,
    pub since: Instant,
}

impl App {
    /// Makes today's code for a person, or returns the one made already.
    pub fn make_code(&mut self, login: Login, participant: ParticipantId) -> Result<CodeView, AppError> { todo!() }
    pub fn stations(&self, login: Login) -> Result<Vec<StationView>, AppError> { todo!() }
    /// Lets a station take codes again.
    pub fn release_station(&mut self, login: Login, station: &str) -> Result<(), AppError> { todo!() }
    /// Announces a station, so that the desk lists it.
    pub fn announce_station(&mut self, station: &str) -> Result<(), AppError> { todo!() }
    /// Opens the visit of a code typed at a station. Five wrong codes in a row block the station.
    pub fn enter_code(&mut self, station: &str, code: &str) -> Result<VisitView, AppError> { todo!() }
    /// Records that the data notice was read; `text_hash` is the SHA-256 of the text shown.
    pub fn acknowledge_notice(&mut self, station: &str, visit: VisitId, text: &str) -> Result<VisitView, AppError> { todo!() }
    /// Returns the visit again, after a sitting.
    pub fn visit(&self, visit: VisitId) -> Result<VisitView, AppError> { todo!() }
    /// Begins or goes on with the visit's next digital step; taking over from another station is explicit in the journal.
    pub fn begin_or_resume(&mut self, station: &str, visit: VisitId) -> Result<SittingView, AppError> { todo!() }
    pub fn practise(&mut self, station: &str, sitting: SittingId, answer: Answer) -> Result<SittingView, AppError> { todo!() }
    /// Puts one answer on disk. When it was the last, the sitting is scored and the step is done.
    pub fn answer(&mut self, station: &str, sitting: SittingId, item: &ItemId, answer: Answer, took_millis: u64) -> Result<SittingView, AppError> { todo!() }
}
