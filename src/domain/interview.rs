//! The diagnostic interview: the first individual appointment, 30 to 90 minutes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::activity::{Activity, ActivityId, Form, Purpose};
use super::id::{InterviewId, ReferralId, StaffId};
use super::stamp::Minutes;

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
    pub project: Option<ProjectState>,
    pub notes: InterviewNotes,
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
}

/// An activity that the software proposes, with its reason; the counsellor decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub activity: ActivityId,
    pub why: SuggestionReason,
    /// It is short and answers to the state of the project: ticked when the interview ends. The others are one press away.
    pub leads: bool,
}

/// Why an activity is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionReason {
    /// No project or no concrete idea: reflection comes first.
    ReflectionFirst,
    /// The idea or project is compared with what the person likes and stands.
    ConfrontsTheProject,
    /// What every path needs to know.
    BasicSkills,
}

/// Proposes activities after an interview, reflection first when there is no concrete project.
pub fn suggest<'a>(project: ProjectState, activities: impl Iterator<Item = &'a Activity>) -> Vec<Suggestion> {
    let mut suggestions: Vec<Suggestion> = activities
        .filter_map(|activity| {
            let why = match (activity.purpose, project) {
                (Purpose::Reflection, ProjectState::NoProject | ProjectState::Idea) => {
                    SuggestionReason::ReflectionFirst
                }
                (Purpose::Confirmation, ProjectState::ToConfirm) => SuggestionReason::ConfrontsTheProject,
                (Purpose::Skills, _) if matches!(activity.form, Form::Digital { .. }) => SuggestionReason::BasicSkills,
                (
                    Purpose::Reflection
                    | Purpose::Confirmation
                    | Purpose::Skills
                    | Purpose::Welcome
                    | Purpose::SectorFocus(_),
                    _,
                ) => {
                    return None;
                }
            };
            let leads = why != SuggestionReason::BasicSkills && matches!(activity.form, Form::Digital { .. });
            Some(Suggestion { activity: activity.id.clone(), why, leads })
        })
        .collect();
    suggestions.sort_by_key(|suggestion| match suggestion.why {
        SuggestionReason::ReflectionFirst => 0,
        SuggestionReason::ConfrontsTheProject => 1,
        SuggestionReason::BasicSkills => 2,
    });
    suggestions
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
