//! From the diagnostic interview to the roadmap.

use chrono::NaiveDate;

use super::{App, AppError, Login};
use crate::domain::activity::{ActivityId, Purpose};
use crate::domain::id::{InterviewId, ParticipantId, ReferralId, RoadmapId, SittingId, StepId};
use crate::domain::interview::{ProjectState, SuggestionReason};
use crate::domain::roadmap::{Outcome, Place, Prescription, Status};
use crate::domain::stamp::{Instant, TimeSlot};

/// What is typed after the diagnostic interview.
#[derive(Clone, Debug)]
pub struct NewInterview {
    pub day: NaiveDate,
    pub minutes: u32,
    pub project: ProjectState,
    pub situation: String,
    pub needs: String,
}

/// A person's path as the screens draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapView {
    pub id: RoadmapId,
    pub status: Status,
    pub project: ProjectState,
    pub steps: Vec<StepView>,
    /// Minutes of the open steps together.
    pub minutes_left: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    pub id: StepId,
    pub activity: ActivityId,
    pub title: String,
    pub form: StepForm,
    pub purpose: Purpose,
    pub place: Place,
    pub reason: String,
    pub prescribed: Instant,
    pub prescribed_by: String,
    pub minutes: u32,
    pub outcome: Outcome,
    pub progress: StepProgress,
}

/// How a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepForm {
    Digital,
    Collective,
    Individual,
}

/// What is known of an open step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepProgress {
    NotBegun,
    /// A sitting was begun: answered of total.
    Sitting { sitting: SittingId, answered: usize, total: usize },
    /// Waits in a pool since that day, with how many others.
    Waiting { since: NaiveDate, waiting: usize, need: usize },
    /// Has a seat in an open session.
    Seated { slot: TimeSlot },
    Over,
}

/// One activity of the catalogue, seen from one person's roadmap.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueEntry {
    pub activity: ActivityId,
    pub title: String,
    /// The question it helps to answer.
    pub answers: String,
    pub minutes: u32,
    pub purpose: Purpose,
    pub form: StepForm,
    pub suggested: Option<SuggestionReason>,
    pub on_roadmap: bool,
    /// The advice "reflection first" speaks against it now.
    pub reflection_first: bool,
    /// Needs the person's agreement to a sector, not recorded yet.
    pub needs_agreement: bool,
    pub may_be_remote: bool,
}

impl App {
    /// Records the diagnostic interview and opens the (empty) roadmap.
    pub fn record_interview(&mut self, login: Login, referral: ReferralId, wish: NewInterview) -> Result<InterviewId, AppError> { todo!() }
    pub fn catalogue(&self, login: Login, participant: ParticipantId) -> Result<Vec<CatalogueEntry>, AppError> { todo!() }
    /// Prescribes an activity. A collective one becomes a demand; a focus on a sector also notifies the prescriber.
    pub fn prescribe(&mut self, login: Login, roadmap: RoadmapId, activity: &ActivityId, wish: Prescription) -> Result<StepId, AppError> { todo!() }
    pub fn drop_step(&mut self, login: Login, step: StepId, reason: &str) -> Result<(), AppError> { todo!() }
    /// Finishes an individual step (headset, individual form check): done with the person.
    pub fn complete_step(&mut self, login: Login, step: StepId) -> Result<(), AppError> { todo!() }
    /// Moves an open step before another one; `before` none puts it last.
    pub fn reorder_step(&mut self, login: Login, step: StepId, before: Option<StepId>) -> Result<(), AppError> { todo!() }
}
