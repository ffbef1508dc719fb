//! Participants and prescribers.

use chrono::NaiveDate;

use super::guidance::RoadmapView;
use super::results::ResultView;
use super::synthesis::SynthesisSummary;
use super::{App, AppError, Login};
use crate::domain::activity::Sector;
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::id::{AppointmentId, ParticipantId, PrescriberId, ReferralId, SiteId};
use crate::domain::interview::ProjectState;
use crate::domain::person::{ConsentDecision, ConsentSubject, ExtraTime, PrescriberKind};
use crate::domain::stamp::{Availability, Instant, TimeSlot};

/// What is typed to record a person. Texts are as typed; dates are `jj/mm/aaaa`.
#[derive(Clone, Debug)]
pub struct NewParticipant {
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub phone: String,
    pub email: String,
    pub supports: String,
    pub extra_time: ExtraTime,
    pub availability: Availability,
}

/// What is typed to record a prescriber.
#[derive(Clone, Debug)]
pub struct NewPrescriber {
    pub first_name: String,
    pub last_name: String,
    pub kind: PrescriberKind,
    pub site: SiteId,
    pub email: String,
}

/// One line of the list of participants.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantRow {
    pub id: ParticipantId,
    /// "DUBOIS Amina" is the screen's choice; these are the parts.
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub prescriber: Option<String>,
    pub stage: Stage,
}

/// Where a person's path stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Recorded without referral.
    Recorded,
    /// Referred, no diagnostic interview yet.
    Referred,
    /// Interviewed, nothing prescribed yet.
    Interviewed,
    Underway { finished: usize, total: usize },
    /// Every step finished: the synthesis is to be written.
    ToSynthesise,
    /// Written: restitution and signature are to come.
    ToRestitute,
    /// Signed: the prescriber is to be told.
    ToDeliver,
    Delivered,
}

/// A prescriber as the screens list them.
#[derive(Clone, Debug, PartialEq)]
pub struct PrescriberView {
    pub id: PrescriberId,
    pub name: String,
    pub kind: PrescriberKind,
    pub site: String,
    pub email: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SiteView {
    pub id: SiteId,
    pub name: String,
    pub address: String,
}

/// Everything the participant's file shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantFile {
    pub id: ParticipantId,
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub age: u32,
    pub phone: String,
    pub email: Option<String>,
    pub supports: String,
    pub extra_time: ExtraTime,
    pub availability: Availability,
    pub stage: Stage,
    pub referral: Option<ReferralView>,
    pub interview: Option<InterviewView>,
    pub roadmap: Option<RoadmapView>,
    pub consents: Vec<ConsentView>,
    pub results: Vec<ResultView>,
    pub observations: Vec<ObservationView>,
    pub appointments: Vec<AppointmentView>,
    pub synthesis: Option<SynthesisSummary>,
    /// Today's kiosk code, when one was made.
    pub code_of_today: Option<String>,
    /// Newest first: when, who, what (a key of the journal's vocabulary such as "roadmap.prescribe").
    pub history: Vec<HistoryLine>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ReferralView {
    pub id: ReferralId,
    pub received: NaiveDate,
    pub prescriber: PrescriberView,
    pub question: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct InterviewView {
    pub day: NaiveDate,
    pub minutes: u32,
    pub project: ProjectState,
    pub situation: String,
    pub needs: String,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ConsentView {
    pub subject: ConsentSubject,
    pub decision: ConsentDecision,
    pub at: Instant,
    pub recorded_by: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ObservationView {
    pub at: Instant,
    pub by: String,
    /// Title of the workshop where it was seen; `None` when it was elsewhere.
    pub workshop: Option<String>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AppointmentView {
    pub id: AppointmentId,
    pub kind: AppointmentKind,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub with: String,
    pub slot: TimeSlot,
    pub state: AppointmentState,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    pub at: Instant,
    pub by: String,
    pub action: String,
}

impl App {
    /// Records a person. The same name and birth date twice is refused.
    pub fn record_participant(&mut self, login: Login, wish: NewParticipant) -> Result<ParticipantId, AppError> { todo!() }
    /// Changes what can change: contact, supports, half-days, extra time.
    pub fn update_participant(&mut self, login: Login, id: ParticipantId, wish: NewParticipant) -> Result<(), AppError> { todo!() }
    /// Returns at most `limit` people whose names hold every word of `query`, without regard to accents or case; all when it is empty.
    pub fn search_participants(&self, login: Login, query: &str, limit: usize) -> Result<Vec<ParticipantRow>, AppError> { todo!() }
    pub fn participant_file(&self, login: Login, id: ParticipantId) -> Result<ParticipantFile, AppError> { todo!() }
    pub fn sites(&self) -> Result<Vec<SiteView>, AppError> { todo!() }
    pub fn record_site(&mut self, login: Login, name: &str, address: &str) -> Result<SiteId, AppError> { todo!() }
    pub fn prescribers(&self) -> Result<Vec<PrescriberView>, AppError> { todo!() }
    pub fn record_prescriber(&mut self, login: Login, wish: NewPrescriber) -> Result<PrescriberId, AppError> { todo!() }
    pub fn record_consent(&mut self, login: Login, id: ParticipantId, subject: ConsentSubject, decision: ConsentDecision) -> Result<(), AppError> { todo!() }
    pub fn record_observation(&mut self, login: Login, id: ParticipantId, workshop: Option<&str>, text: &str) -> Result<(), AppError> { todo!() }
    /// Records the agreement and the referral question.
    pub fn record_referral(&mut self, login: Login, id: ParticipantId, prescriber: PrescriberId, received: NaiveDate, question: &str) -> Result<ReferralId, AppError> { todo!() }
    /// Books an appointment; the diagnostic lasts 30 to 90 minutes, the restitution 60 to 120.
    pub fn book_appointment(&mut self, login: Login, id: ParticipantId, kind: AppointmentKind, slot: TimeSlot) -> Result<AppointmentId, AppError> { todo!() }
    pub fn keep_appointment(&mut self, login: Login, id: AppointmentId) -> Result<(), AppError> { todo!() }
    pub fn cancel_appointment(&mut self, login: Login, id: AppointmentId, reason: &str) -> Result<(), AppError> { todo!() }
    /// Returns the next free times of the counsellor for an appointment of that kind with that person.
    pub fn free_slots(&self, login: Login, id: ParticipantId, kind: AppointmentKind, minutes: u32) -> Result<Vec<TimeSlot>, AppError> { todo!() }
    /// Returns whether the person agreed to the focus on a sector.
    pub fn agreed_to_sector(&self, id: ParticipantId, sector: Sector) -> Result<bool, AppError> { todo!() }
}
