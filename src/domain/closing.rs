//! *Clôture avant le terme*: a path that the counsellor ends before its last step, with the reason, and takes back
//! while nothing was handed over.
//!
//! The category of the reason may be told to the prescriber; the words stay in the house, whatever they say.

use super::id::{ReferralId, StaffId, StepId};
use super::roadmap::{Roadmap, Status};
use super::stamp::Instant;

/// One referral that ended before its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub referral: ReferralId,
    pub reason: ClosingReason,
    /// Why, in the counsellor's words: never told outside.
    pub words: String,
    pub by: StaffId,
    pub at: Instant,
    /// The steps that were open and were dropped with it.
    pub dropped: Vec<StepId>,
}

/// Why a path ends before its term: what a prescriber may be told. Health is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosingReason {
    /// The person does not come any more.
    StoppedComing,
    /// The person, or the service, declines the referral.
    Refused,
    /// The referral lacks what a path needs.
    Incomplete,
    Other,
}

impl ClosingReason {
    pub const ALL: [ClosingReason; 4] =
        [ClosingReason::StoppedComing, ClosingReason::Refused, ClosingReason::Incomplete, ClosingReason::Other];
}

/// Why a path is not closed, or not taken up again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClosingRefusal {
    #[error("closing a path needs its reason")]
    NoReason,
    #[error("the path is closed already")]
    AlreadyClosed,
    #[error("every step is finished: the path came to its term")]
    AtItsTerm,
    #[error("the path is not closed")]
    NotClosed,
    #[error("a synthesis was signed or delivered")]
    HandedOver,
}

/// Returns the steps to drop, so that the path of `roadmap` ends now; a referral without interview has none.
///
/// # Errors
/// Refuses an empty reason and a path that came to its term.
pub fn may_close(roadmap: Option<&Roadmap>, words: &str) -> Result<Vec<StepId>, ClosingRefusal> {
    if words.trim().is_empty() {
        return Err(ClosingRefusal::NoReason);
    }
    let Some(roadmap) = roadmap else { return Ok(Vec::new()) };
    match roadmap.status() {
        Status::Finished => Err(ClosingRefusal::AtItsTerm),
        Status::Empty | Status::Underway { .. } | Status::Abandoned => {
            Ok(roadmap.steps.iter().filter(|step| step.outcome.is_open()).map(|step| step.id).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::activity::{ActivityId, Purpose};
    use crate::domain::id::{ParticipantId, RoadmapId};
    use crate::domain::interview::ProjectState;
    use crate::domain::roadmap::{Outcome, Place, Step};

    fn at(millis: u64) -> Instant {
        Instant::from_utc(chrono::DateTime::UNIX_EPOCH).plus_millis(millis)
    }

    fn roadmap(outcomes: &[Outcome]) -> Roadmap {
        let step = |(number, outcome): (u128, &Outcome)| Step {
            id: StepId::new(Uuid::from_u128(number)),
            activity: ActivityId(number.to_string()),
            purpose: Purpose::Reflection,
            place: Place::OnSite,
            reason: "Pour voir".to_owned(),
            prescribed: at(0),
            prescribed_by: StaffId::new(Uuid::from_u128(9)),
            outcome: outcome.clone(),
            deadline: None,
        };
        Roadmap {
            id: RoadmapId::new(Uuid::from_u128(1)),
            participant: ParticipantId::new(Uuid::from_u128(1)),
            referral: ReferralId::new(Uuid::from_u128(1)),
            project: ProjectState::Idea,
            steps: (1..).zip(outcomes).map(step).collect(),
        }
    }

    #[test]
    fn closing_drops_what_is_open_and_leaves_what_is_done() {
        let path = roadmap(&[Outcome::Done { at: at(1) }, Outcome::Open, Outcome::Open]);
        let dropped = [2, 3].map(|number| StepId::new(Uuid::from_u128(number)));
        assert_eq!(may_close(Some(&path), "Elle ne vient plus"), Ok(dropped.to_vec()));
        assert_eq!(may_close(Some(&path), "  "), Err(ClosingRefusal::NoReason));
        assert_eq!(may_close(None, "Dossier vide"), Ok(Vec::new()));
    }

    #[test]
    fn a_path_that_came_to_its_term_is_not_closed() {
        let path = roadmap(&[Outcome::Done { at: at(1) }]);
        assert_eq!(may_close(Some(&path), "Trop tard"), Err(ClosingRefusal::AtItsTerm));
        assert_eq!(may_close(Some(&roadmap(&[])), "Elle déménage"), Ok(Vec::new()));
    }
}
