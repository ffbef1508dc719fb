//! The diagnostic interview: begun, kept while it is written, recorded, printed.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::documents::{reference, write_file};
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::ActivityId;
use crate::domain::id::{InterviewId, ParticipantId, ReferralId, RoadmapId};
use crate::domain::interview::{
    DiagnosticInterview, InterviewDraft, InterviewLength, InterviewNotes, InterviewRefusal, ProjectState, Suggestion,
    SuggestionReason, suggest,
};
use crate::domain::referral::Referral;
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::stamp::{Availability, Minutes};
use crate::i18n::{terms, typeset};
use crate::report::interview_summary::{self, InterviewSummary};
use crate::store::Base;
use crate::tr;

/// What is typed in the diagnostic interview.
#[derive(Clone, Debug)]
pub struct NewInterview {
    pub day: NaiveDate,
    pub minutes: u32,
    pub project: ProjectState,
    pub notes: InterviewNotes,
}

/// An interview to lead: what is written so far, and what it may end on.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewDesk {
    pub referral: ReferralId,
    pub participant: ParticipantId,
    /// What the prescriber asks.
    pub question: String,
    pub today: NaiveDate,
    /// Since it began.
    pub elapsed_seconds: Option<u64>,
    pub draft: InterviewDraft,
    /// When the person can come, and whether they were asked.
    pub half_days: (Availability, bool),
    /// What the program would propose for each state of the project, the first reasons first.
    pub suggestions: Vec<(ProjectState, Vec<SuggestedView>)>,
}

/// An activity that is proposed, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedView {
    pub activity: ActivityId,
    pub title: String,
    pub why: SuggestionReason,
    /// Ticked at first.
    pub leads: bool,
}

impl App {
    /// Returns the interview of a referral that is under way, or an empty one.
    pub fn interview_desk(&self, login: Login, referral: ReferralId) -> Result<InterviewDesk, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let referral = to_interview(&base, referral)?;
        let (begun, draft) = base.interview_draft(referral.id)?.unwrap_or_default();
        let person = base.participant(referral.participant)?.ok_or(AppError::NotFound)?;
        let states = [ProjectState::NoProject, ProjectState::Idea, ProjectState::ToConfirm];
        Ok(InterviewDesk {
            referral: referral.id,
            participant: referral.participant,
            question: referral.question.as_str().to_owned(),
            today: self.day(),
            elapsed_seconds: begun.map(|begun| self.now().millis_since(begun) / 1000),
            draft,
            half_days: (person.availability, person.half_days_asked),
            suggestions: states.map(|state| (state, self.suggested(state))).to_vec(),
        })
    }

    /// Notes that the interview begins now; what began earlier keeps its hour.
    pub fn begin_interview(&mut self, login: Login, referral: ReferralId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let referral = to_interview(&tx.base(), referral)?;
            tx.begin_interview(referral.id, now)?;
            Ok(tx.audit(&login.entry(now, "interview.begin", referral.participant))?)
        })
    }

    /// Keeps what is written of an interview that is not recorded yet.
    pub fn save_interview_draft(
        &mut self,
        login: Login,
        referral: ReferralId,
        draft: &InterviewDraft,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let referral = to_interview(&tx.base(), referral)?;
            tx.save_interview_draft(referral.id, draft)?;
            Ok(tx.audit(&login.entry(now, "interview.save", referral.participant))?)
        })
    }

    /// Records the diagnostic interview and opens the (empty) roadmap.
    ///
    /// # Errors
    /// Refuses a duration outside 30 to 90 minutes, a date after today, an empty situation.
    pub fn record_interview(
        &mut self,
        login: Login,
        referral: ReferralId,
        wish: &NewInterview,
    ) -> Result<InterviewId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let duration = InterviewLength::new(Minutes(wish.minutes))?;
        if wish.day > now.day() {
            return Err(InterviewRefusal::InTheFuture.into());
        }
        if wish.notes.situation.trim().is_empty() {
            return Err(InterviewRefusal::NoSituation.into());
        }
        let interview = DiagnosticInterview {
            id: InterviewId::new(self.chance.uuid(now)),
            referral,
            day: wish.day,
            duration,
            by: login.staff,
            project: wish.project,
            notes: wish.notes.trimmed(),
        };
        let roadmap = RoadmapId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            let referral = to_interview(&tx.base(), referral)?;
            tx.add_interview(&interview)?;
            tx.remove_interview_draft(referral.id)?;
            tx.add_roadmap(roadmap, referral.participant, referral.id)?;
            tx.audit(&login.entry(now, "interview.record", referral.participant))?;
            Ok(interview.id)
        })
    }

    /// Writes the *compte rendu* of the person's interview, with boxes to sign, and returns its path.
    pub fn write_interview_summary(&mut self, login: Login, participant: ParticipantId) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let file = self.participant_file(login, participant)?;
        let (Some(interview), Some(referral)) = (file.interview, file.referral) else {
            return Err(RoadmapRefusal::NoInterview.into());
        };
        let prescribed: Vec<(String, String)> = file
            .roadmap
            .iter()
            .flat_map(|roadmap| &roadmap.steps)
            .map(|step| (step.title.clone(), typeset(&step.reason)))
            .collect();
        let is_prescribed = !prescribed.is_empty();
        let suggested = |one: SuggestedView| (one.title, terms::suggestion_sentence(one.why));
        let steps = if is_prescribed {
            prescribed
        } else {
            self.suggested(interview.project).into_iter().map(suggested).collect()
        };
        let reference = reference(referral.id);
        let summary = InterviewSummary {
            reference: reference.clone(),
            day: interview.day,
            minutes: interview.minutes,
            person: format!("{} {}", file.first_name, file.last_name),
            counsellor: interview.by,
            counsellor_role: tr!("document-counsellor-role"),
            prescriber: format!("{} ({})", referral.prescriber.name, referral.prescriber.site),
            question: typeset(&referral.question),
            project: interview.project,
            notes: interview.notes,
            steps,
            is_prescribed,
        };
        let bytes = self.print(interview_summary::document(&summary))?;
        write_file(&self.documents.join("entretiens"), &format!("compte-rendu-{reference}.pdf"), &bytes)
    }

    fn suggested(&self, project: ProjectState) -> Vec<SuggestedView> {
        let proposed = self.activities.iter().filter(|activity| self.is_proposed(activity));
        let view = |Suggestion { activity, why, leads }: Suggestion| {
            let title = self.activity(&activity).ok()?.title.clone();
            Some(SuggestedView { activity, title, why, leads })
        };
        suggest(project, proposed).into_iter().filter_map(view).collect()
    }
}

/// Returns a referral whose interview is not recorded.
fn to_interview(base: &Base<'_>, referral: ReferralId) -> Result<Referral, AppError> {
    let referral = base.referral(referral)?.ok_or(AppError::NotFound)?;
    if base.interview(referral.id)?.is_some() {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    if base.closing(referral.id)?.is_some() {
        return Err(RoadmapRefusal::ClosedEarly.into());
    }
    Ok(referral)
}
