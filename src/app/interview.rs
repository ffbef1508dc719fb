//! The diagnostic interview: begun, kept while it is written, recorded, printed.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::documents::{reference, write_file};
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::id::{InterviewId, ParticipantId, ReferralId, RoadmapId};
use crate::domain::interview::{
    DiagnosticInterview, Heard, InterviewDraft, InterviewLength, InterviewNotes, InterviewRefusal, InterviewSignature,
    ProjectState, Suggestion, SuggestionReason, suggest,
};
use crate::domain::referral::Referral;
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::signature::Signature;
use crate::domain::stamp::{Availability, Instant, Minutes};
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

/// An interview to lead, or to read again: what is written so far, and what it may end on.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewDesk {
    pub referral: ReferralId,
    pub participant: ParticipantId,
    pub participant_name: String,
    /// What the prescriber asks.
    pub question: String,
    pub today: NaiveDate,
    /// Since it began.
    pub elapsed_seconds: Option<u64>,
    pub draft: InterviewDraft,
    /// When the person can come, and whether they were asked.
    pub half_days: (Availability, bool),
    pub recorded: Option<RecordedInterview>,
    /// What can be proposed.
    activities: Vec<Activity>,
}

/// The account of an interview that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedInterview {
    pub account: InterviewDraft,
    pub version: u32,
    pub by: String,
    pub signed: Option<Instant>,
    /// The synthesis was not begun.
    pub may_correct: bool,
}

/// An activity that is proposed, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedView {
    pub activity: ActivityId,
    pub title: String,
    /// The question it helps to answer.
    pub answers: String,
    pub minutes: u32,
    pub why: SuggestionReason,
    /// Ticked at first.
    pub leads: bool,
}

impl InterviewDesk {
    /// Returns what the interview would end on as it is written, the first reasons first; nothing before the state of the
    /// project is said.
    pub fn suggested(&self, draft: &InterviewDraft) -> Vec<SuggestedView> {
        let Some(project) = draft.project else { return Vec::new() };
        suggested(&self.activities, project, &draft.notes, &self.question)
    }
}

fn suggested(
    activities: &[Activity],
    project: ProjectState,
    notes: &InterviewNotes,
    question: &str,
) -> Vec<SuggestedView> {
    let heard = Heard { project, hindrances: &notes.hindrances, wishes: [question, &notes.project] };
    let view = |Suggestion { activity, why, leads }: Suggestion| {
        let found = activities.iter().find(|one| one.id == activity)?;
        let (title, answers) = (found.title.clone(), found.answers.clone());
        Some(SuggestedView { activity, title, answers, minutes: found.minutes, why, leads })
    };
    suggest(&heard, activities.iter()).into_iter().filter_map(view).collect()
}

impl App {
    /// Returns the interview of a referral: the one that is recorded, under way, or an empty one.
    pub fn interview_desk(&self, login: Login, referral: ReferralId) -> Result<InterviewDesk, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let referral = base.referral(referral)?.ok_or(AppError::NotFound)?;
        let recorded = base.interview(referral.id)?;
        if recorded.is_none() && base.closing(referral.id)?.is_some() {
            return Err(RoadmapRefusal::ClosedEarly.into());
        }
        let person = base.participant(referral.participant)?.ok_or(AppError::NotFound)?;
        let draft = base.interview_draft(referral.id)?;
        let recorded = recorded.map(|interview| recorded_view(&base, &interview)).transpose()?;
        let begun = draft.as_ref().and_then(|(begun, _)| *begun);
        let written = draft.map(|(_, draft)| draft).or_else(|| recorded.as_ref().map(|found| found.account.clone()));
        Ok(InterviewDesk {
            referral: referral.id,
            participant: referral.participant,
            participant_name: person.name.full(),
            question: referral.question.as_str().to_owned(),
            today: self.day(),
            elapsed_seconds: begun.map(|begun| self.now().millis_since(begun) / 1000),
            half_days: (person.availability, person.half_days_asked),
            draft: written.unwrap_or_default(),
            recorded,
            activities: self.proposable(),
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
            let referral = to_write(&tx.base(), referral)?;
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
        let duration = checked(wish, now.day())?;
        let interview = DiagnosticInterview {
            id: InterviewId::new(self.chance.uuid(now)),
            referral,
            version: 1,
            day: wish.day,
            duration,
            by: login.staff,
            project: wish.project,
            notes: wish.notes.trimmed(),
        };
        let roadmap = RoadmapId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            let referral = to_interview(&tx.base(), referral)?;
            tx.put_interview(&interview)?;
            tx.remove_interview_draft(referral.id)?;
            tx.add_roadmap(roadmap, referral.participant, referral.id)?;
            tx.audit(&login.entry(now, "interview.record", referral.participant))?;
            Ok(interview.id)
        })
    }

    /// Puts a corrected account in the place of the recorded one; the old one is kept, and its signatures with it.
    ///
    /// # Errors
    /// Refuses what [`App::record_interview`] refuses, and any correction once the synthesis was begun.
    pub fn correct_interview(
        &mut self,
        login: Login,
        referral: ReferralId,
        wish: &NewInterview,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let duration = checked(wish, now.day())?;
        self.store.write(|tx| {
            let base = tx.base();
            let referral = to_write(&base, referral)?;
            let old = base.interview(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
            let corrected = DiagnosticInterview {
                version: old.version + 1,
                day: wish.day,
                duration,
                by: login.staff,
                project: wish.project,
                notes: wish.notes.trimmed(),
                ..old
            };
            tx.correct_interview(&corrected, (login.staff, now))?;
            tx.remove_interview_draft(referral.id)?;
            Ok(tx.audit(&login.entry(now, "interview.correct", referral.participant))?)
        })
    }

    /// Records both signatures under the account, drawn on the screen.
    ///
    /// # Errors
    /// Refuses an account that is not recorded, or signed already.
    pub fn sign_interview(
        &mut self,
        login: Login,
        referral: ReferralId,
        (person, counsellor): (&Signature, &Signature),
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let referral = base.referral(referral)?.ok_or(AppError::NotFound)?;
            let interview = base.interview(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
            if base.interview_signature(interview.id, interview.version)?.is_some() {
                return Err(InterviewRefusal::SignedAlready.into());
            }
            let (person, counsellor) = (person.clone(), counsellor.clone());
            let signature = InterviewSignature { person, counsellor, by: login.staff, at: now };
            tx.sign_interview(interview.id, interview.version, &signature)?;
            Ok(tx.audit(&login.entry(now, "interview.sign", referral.participant))?)
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
        let by_itself = |one: SuggestedView| (one.title, typeset(&terms::suggestion_of(one.why, &one.answers)));
        let steps = if is_prescribed {
            prescribed
        } else {
            let found = suggested(&self.proposable(), interview.project, &interview.notes, &referral.question);
            found.into_iter().map(by_itself).collect()
        };
        let base = self.store.base();
        let recorded = base.interview(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
        let signed = base.interview_signature(recorded.id, recorded.version)?;
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
            signed: signed.map(|InterviewSignature { person, counsellor, at, by: _ }| (at.day(), person, counsellor)),
        };
        let bytes = self.print(interview_summary::document(&summary))?;
        write_file(&self.documents.join("entretiens"), &format!("compte-rendu-{reference}.pdf"), &bytes)
    }

    /// Returns the activities that can be proposed.
    fn proposable(&self) -> Vec<Activity> {
        self.activities.iter().filter(|activity| self.is_proposed(activity)).cloned().collect()
    }

    /// Returns what the recorded interview of a referral suggests.
    pub(super) fn suggested_after(&self, base: &Base<'_>, referral: &Referral) -> Result<Vec<SuggestedView>, AppError> {
        let interview = base.interview(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
        Ok(suggested(&self.proposable(), interview.project, &interview.notes, referral.question.as_str()))
    }
}

/// Returns how long an interview lasted, when everything about it can be recorded.
fn checked(wish: &NewInterview, today: NaiveDate) -> Result<InterviewLength, InterviewRefusal> {
    let duration = InterviewLength::new(Minutes(wish.minutes))?;
    if wish.day > today {
        return Err(InterviewRefusal::InTheFuture);
    }
    if wish.notes.situation.trim().is_empty() {
        return Err(InterviewRefusal::NoSituation);
    }
    Ok(duration)
}

fn recorded_view(base: &Base<'_>, interview: &DiagnosticInterview) -> Result<RecordedInterview, AppError> {
    let member = base.staff_member(interview.by)?.ok_or(AppError::NotFound)?;
    let account = InterviewDraft {
        day: Some(interview.day),
        minutes: Some(interview.duration.minutes().0),
        project: Some(interview.project),
        notes: interview.notes.clone(),
        ..InterviewDraft::default()
    };
    let signature = base.interview_signature(interview.id, interview.version)?;
    let may_correct = !is_written_about(base, interview.referral)? && base.closing(interview.referral)?.is_none();
    let (version, by) = (interview.version, member.name.full());
    Ok(RecordedInterview { account, version, by, signed: signature.map(|signature| signature.at), may_correct })
}

/// Returns whether the synthesis of a referral was begun.
fn is_written_about(base: &Base<'_>, referral: ReferralId) -> Result<bool, AppError> {
    let roadmap = base.roadmap_of_referral(referral)?;
    Ok(roadmap.map(|roadmap| base.synthesis_of(roadmap.id)).transpose()?.flatten().is_some())
}

/// Returns a referral whose account can be written: not recorded, or recorded and not built upon.
fn to_write(base: &Base<'_>, referral: ReferralId) -> Result<Referral, AppError> {
    let referral = base.referral(referral)?.ok_or(AppError::NotFound)?;
    if is_written_about(base, referral.id)? {
        return Err(InterviewRefusal::SynthesisBegun.into());
    }
    if base.closing(referral.id)?.is_some() {
        return Err(RoadmapRefusal::ClosedEarly.into());
    }
    Ok(referral)
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
