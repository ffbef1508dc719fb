//! *Feuille de route*: ordered steps, each one prescribed activity with its reason.
//!
//! The status of a roadmap is derived from its steps and never stored.

use chrono::NaiveDate;

use super::activity::{Activity, ActivityId, Form, Purpose, Sector};
use super::id::{ParticipantId, ReferralId, RoadmapId, StaffId, StepId};
use super::interview::ProjectState;
use super::stamp::Instant;

/// One person's path after one referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmap {
    pub id: RoadmapId,
    pub participant: ParticipantId,
    pub referral: ReferralId,
    pub project: ProjectState,
    pub steps: Vec<Step>,
}

/// One prescribed activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub activity: ActivityId,
    pub purpose: Purpose,
    pub place: Place,
    /// Why it is prescribed, in the counsellor's words.
    pub reason: String,
    pub prescribed: Instant,
    pub prescribed_by: StaffId,
    pub outcome: Outcome,
    /// The last day on which it is of use to the person.
    pub deadline: Option<NaiveDate>,
}

/// Where an activity is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    OnSite,
    Remote,
}

/// What became of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Done { at: Instant },
    Dropped { at: Instant, by: StaffId, reason: String },
}

impl Outcome {
    pub fn is_open(&self) -> bool {
        matches!(self, Outcome::Open)
    }
}

/// Where a roadmap stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No step yet.
    Empty,
    Underway {
        finished: usize,
        total: usize,
    },
    /// Every step is done or dropped, at least one done: the synthesis can be written.
    Finished,
    /// Every step was dropped: there is nothing to write about.
    Abandoned,
}

impl Status {
    /// Returns where a roadmap of so many steps stands.
    pub fn of(open: usize, done: usize, dropped: usize) -> Self {
        match (open, done, dropped) {
            (0, 0, 0) => Self::Empty,
            (0, 0, _) => Self::Abandoned,
            (0, ..) => Self::Finished,
            _ => Self::Underway { finished: done + dropped, total: open + done + dropped },
        }
    }
}

/// What the counsellor asks to prescribe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prescription {
    pub place: Place,
    pub reason: String,
    /// Why the advice "reflection first" is set aside; `None` follows it.
    pub despite_advice: Option<String>,
}

/// Why an activity is not prescribed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoadmapRefusal {
    #[error("the activity is on the roadmap already")]
    AlreadyPrescribed,
    #[error("the activity is to be done on another path of the person")]
    OnAnotherPath,
    #[error("a prescription needs its reason")]
    NoReason,
    #[error("only digital assessments can be taken remotely")]
    OnSiteOnly,
    #[error("no project: reflection comes first, or a reason to do otherwise")]
    ReflectionFirst,
    #[error("a focus on a sector needs the person's agreement")]
    NoAgreementToSector { sector: Sector },
    #[error("the step is finished")]
    StepFinished,
    #[error("the roadmap has no such step")]
    NoSuchStep,
    #[error("the diagnostic interview has not been recorded")]
    NoInterview,
    #[error("a sitting or an attendance finishes this step, not a hand")]
    NotByHand,
    #[error("the synthesis is signed: the roadmap is closed")]
    Closed,
    #[error("the path was closed before its term")]
    ClosedEarly,
    #[error("something came of the step, or it is not of today")]
    UnderWay,
}

impl Roadmap {
    pub fn status(&self) -> Status {
        let count = |wanted: fn(&Outcome) -> bool| self.steps.iter().filter(|step| wanted(&step.outcome)).count();
        let done = count(|outcome| matches!(outcome, Outcome::Done { .. }));
        Status::of(count(Outcome::is_open), done, count(|outcome| matches!(outcome, Outcome::Dropped { .. })))
    }

    /// Checks a prescription against the rules of the path.
    ///
    /// # Errors
    /// Returns the first rule that stands against it. `agreed` tells whether the person agreed to the focus on a sector.
    pub fn may_prescribe(
        &self,
        activity: &Activity,
        wish: &Prescription,
        agreed: impl Fn(Sector) -> bool,
    ) -> Result<(), RoadmapRefusal> {
        if wish.reason.trim().is_empty() {
            return Err(RoadmapRefusal::NoReason);
        }
        if self.steps.iter().any(|step| step.activity == activity.id && step.outcome.is_open()) {
            return Err(RoadmapRefusal::AlreadyPrescribed);
        }
        if wish.place == Place::Remote && !matches!(activity.form, Form::Digital { .. }) {
            return Err(RoadmapRefusal::OnSiteOnly);
        }
        if let Purpose::SectorFocus(sector) = activity.purpose
            && !agreed(sector)
        {
            return Err(RoadmapRefusal::NoAgreementToSector { sector });
        }
        if self.reflection_is_missing_before(activity)
            && wish.despite_advice.as_ref().is_none_or(|reason| reason.trim().is_empty())
        {
            return Err(RoadmapRefusal::ReflectionFirst);
        }
        Ok(())
    }

    /// Returns whether the advice "reflection first" speaks against prescribing `activity` now: the person has no
    /// project or no concrete idea, and no reflection step is on the roadmap before it.
    pub fn reflection_is_missing_before(&self, activity: &Activity) -> bool {
        let undecided = matches!(self.project, ProjectState::NoProject | ProjectState::Idea);
        let later = matches!(activity.purpose, Purpose::Confirmation | Purpose::SectorFocus(_));
        undecided && later && !self.steps.iter().any(|step| step.purpose == Purpose::Reflection)
    }

    pub fn step(&self, id: StepId) -> Result<&Step, RoadmapRefusal> {
        self.steps.iter().find(|step| step.id == id).ok_or(RoadmapRefusal::NoSuchStep)
    }

    /// Drops an open step.
    ///
    /// # Errors
    /// Returns why it cannot be dropped: finished already, no reason, no such step.
    pub fn drop_step(&self, id: StepId, at: Instant, by: StaffId, reason: &str) -> Result<Outcome, RoadmapRefusal> {
        if !self.step(id)?.outcome.is_open() {
            return Err(RoadmapRefusal::StepFinished);
        }
        if reason.trim().is_empty() {
            return Err(RoadmapRefusal::NoReason);
        }
        Ok(Outcome::Dropped { at, by, reason: reason.trim().to_owned() })
    }

    /// Finishes an open step.
    ///
    /// # Errors
    /// Returns why it cannot be finished.
    pub fn complete_step(&self, id: StepId, at: Instant) -> Result<Outcome, RoadmapRefusal> {
        if self.step(id)?.outcome.is_open() { Ok(Outcome::Done { at }) } else { Err(RoadmapRefusal::StepFinished) }
    }
}
