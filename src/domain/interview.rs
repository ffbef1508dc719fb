//! The diagnostic interview: the first individual appointment, 30 to 90 minutes.

mod proposal;

pub use self::proposal::{Heard, Suggestion, SuggestionReason, suggest};

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::activity::ActivityId;
use super::id::{InterviewId, ReferralId, StaffId};
use super::signature::Signature;
use super::stamp::{Instant, Minutes};

/// Where the person stands with a professional project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectState {
    NoProject,
    Idea,
    ToConfirm,
}

/// What the counsellor recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagnosticInterview {
    pub id: InterviewId,
    pub referral: ReferralId,
    /// 1, then one more with each correction.
    pub version: u32,
    pub day: NaiveDate,
    pub duration: InterviewLength,
    pub by: StaffId,
    pub project: ProjectState,
    pub notes: InterviewNotes,
}

/// What is written under the headings of an interview; each may stay empty but the situation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct InterviewNotes {
    pub situation: String,
    /// The project in the person's words.
    pub project: String,
    pub needs: String,
    pub hindrances: BTreeSet<Hindrance>,
    /// What to take into account; of health, constraints only and never a diagnosis.
    pub hindrance_words: String,
    /// What the person can rely on.
    pub supports: String,
}

/// Both hands under one version of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterviewSignature {
    pub person: Signature,
    pub counsellor: Signature,
    /// The counsellor who signed, in front of the person.
    pub by: StaffId,
    pub at: Instant,
}

/// What may stand in the way, and is to be taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    Mobility,
    Childcare,
    Health,
    Language,
    Digital,
    Housing,
    Hours,
}

impl Hindrance {
    pub const ALL: [Hindrance; 7] = [
        Hindrance::Mobility,
        Hindrance::Childcare,
        Hindrance::Health,
        Hindrance::Language,
        Hindrance::Digital,
        Hindrance::Housing,
        Hindrance::Hours,
    ];
}

/// An interview that is under way: what is written so far, until it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct InterviewDraft {
    pub day: Option<NaiveDate>,
    /// The length, once it was chosen by hand.
    pub minutes: Option<u32>,
    pub project: Option<ProjectState>,
    pub notes: InterviewNotes,
    /// What is proposed and was ticked or unticked by hand.
    pub turned: BTreeSet<ActivityId>,
}

impl InterviewNotes {
    /// Returns the notes without the spaces around each text.
    pub fn trimmed(&self) -> Self {
        let trim = |text: &String| text.trim().to_owned();
        Self {
            situation: trim(&self.situation),
            project: trim(&self.project),
            needs: trim(&self.needs),
            hindrances: self.hindrances.clone(),
            hindrance_words: trim(&self.hindrance_words),
            supports: trim(&self.supports),
        }
    }
}

/// 30 to 90 minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterviewLength(Minutes);

impl InterviewLength {
    pub const SHORTEST: Minutes = Minutes(30);
    pub const LONGEST: Minutes = Minutes(90);

    /// # Errors
    /// Returns [`InterviewRefusal::Length`] outside 30 to 90 minutes.
    pub fn new(minutes: Minutes) -> Result<Self, InterviewRefusal> {
        if (Self::SHORTEST..=Self::LONGEST).contains(&minutes) {
            Ok(Self(minutes))
        } else {
            Err(InterviewRefusal::Length { minutes })
        }
    }

    pub fn minutes(self) -> Minutes {
        self.0
    }
}

/// Why an interview cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InterviewRefusal {
    #[error("{minutes} minutes is not between 30 and 90")]
    Length { minutes: Minutes },
    #[error("the situation is not described")]
    NoSituation,
    #[error("the interview is dated after today")]
    InTheFuture,
    #[error("the synthesis was begun: the account it rests on stands")]
    SynthesisBegun,
    #[error("this account is signed already")]
    SignedAlready,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interview_lasts_30_to_90_minutes() {
        assert!(InterviewLength::new(Minutes(30)).is_ok());
        assert!(InterviewLength::new(Minutes(90)).is_ok());
        assert_eq!(InterviewLength::new(Minutes(91)), Err(InterviewRefusal::Length { minutes: Minutes(91) }));
        assert_eq!(InterviewLength::new(Minutes(29)), Err(InterviewRefusal::Length { minutes: Minutes(29) }));
    }
}
