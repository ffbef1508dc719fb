//! Participants: who they are, their file.

mod duplicates;
mod exports;
mod import_rows;
mod import_write;
mod imports;
mod list;
mod proofs;
mod recent_files;
mod record;
mod referrals;

use chrono::NaiveDate;

pub use duplicates::{AlikeView, FieldChoice, MergeChoice, MergeColumn, MergeView, MergedView, PairView};
pub use exports::ExportFormat;
pub use import_write::{ImportDone, Imported};
pub use imports::{
    Columns, Difference, ImportChoices, ImportView, ImportWish, PersonChoice, PrescriberChoice, RowView,
    UnknownPrescriber, Verdict,
};
pub(super) use list::stage_of;
pub use list::{ParticipantRow, PeopleQuery};
pub use proofs::{CriterionView, EndingProof, NewProof, ProofView};
pub use recent_files::RecentFile;
pub use record::{CommuneView, NewParticipant};
use record::{commune_view, participant};
pub(super) use record::{communes, postal_lines};
pub(super) use referrals::referral_view;
pub use referrals::{ChapterView, NewReferral, ReferralView};

use super::closing::{ClosingView, closing_view};
use super::grids::has_health_right;
use super::guidance::RoadmapView;
use super::names::Names;
use super::results::{AgreementView, PersonResults, ResultView};
use super::sectors::SectorsView;
use super::session_life::{OfferView, SeatLine, offer_views};
use super::settings::membership_on;
use super::synthesis::{SynthesisSummary, summary};
use super::{App, AppError, Fault, Login};
use crate::domain::activity::ActivityId;
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::calendar::Days;
use crate::domain::commune::Residence;
use crate::domain::dated_setting::Membership;
use crate::domain::id::{AbsenceId, AppointmentId, ConsentId, ObservationId, ParticipantId, StaffId};
use crate::domain::interview::{InterviewNotes, ProjectState};
use crate::domain::person::{
    Consent, ConsentDecision, ConsentSubject, Contact, Email, ExtraTime, Gender, Needs, PersonRefusal, Role,
};
use crate::domain::referral::Referral;
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::stamp::{Availability, Instant, TimeSlot};
use crate::domain::telling::Channel;
use crate::store::{Actor, Away, Base, Observation, Standing};

/// Where a person's path stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Recorded without referral.
    Recorded,
    /// Referred, no diagnostic interview yet.
    Referred,
    /// Interviewed, nothing prescribed yet.
    Interviewed,
    Underway {
        finished: usize,
        total: usize,
    },
    /// Ended before its term, with a reason; a partial synthesis may be begun if a step was done.
    Closed,
    /// Every step finished: the synthesis is to be written.
    ToSynthesise,
    /// Written: restitution and signature are to come.
    ToRestitute,
    /// Signed: the prescriber is to be told.
    ToDeliver,
    /// A message waits its ten minutes: it can be called back.
    Leaving,
    Delivered,
}

/// Everything the participant's file shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantFile {
    pub id: ParticipantId,
    /// The number of the file.
    pub number: u32,
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub age: u32,
    pub gender: Gender,
    pub contact: Contact,
    pub phone: String,
    pub email: Option<String>,
    /// Number and street.
    pub address: String,
    pub commune: CommuneView,
    /// Whether the commune is of the PLIE today; `None` where no commune is told.
    pub membership: Option<Membership>,
    /// What shows that the person belongs to a priority public, as far as who reads may know.
    pub proofs: Vec<ProofView>,
    /// How many more only the counsellor sees.
    pub hidden_proofs: usize,
    /// What can be shown by a document today.
    pub criteria: Vec<CriterionView>,
    /// Files that were made one with this one.
    pub merged: Vec<MergedView>,
    pub needs: Needs,
    pub supports: String,
    pub extra_time: ExtraTime,
    pub availability: Availability,
    /// The person said when they can come.
    pub half_days_asked: bool,
    pub stage: Stage,
    /// The one on hand.
    pub referral: Option<ReferralView>,
    /// Every referral with its path, the one on hand first.
    pub chapters: Vec<ChapterView>,
    pub interview: Option<InterviewView>,
    /// An interview is under way: something of it is written, or its clock runs.
    pub interview_begun: bool,
    pub roadmap: Option<RoadmapView>,
    /// Why and by whom the path was closed before its term.
    pub closing: Option<ClosingView>,
    pub consents: Vec<ConsentView>,
    pub results: Vec<ResultView>,
    pub sectors: Option<SectorsView>,
    pub agreements: Vec<AgreementView>,
    pub observations: Vec<ObservationView>,
    pub appointments: Vec<AppointmentView>,
    /// Dates that were offered and wait for an answer.
    pub offers: Vec<OfferView>,
    /// The seats that the person has or had, the latest session first.
    pub seats: Vec<SeatLine>,
    /// How the person would like to be told; none leaves it to what the file makes possible.
    pub channel: Option<Channel>,
    /// Absences that are not over.
    pub absences: Vec<(AbsenceId, Days)>,
    pub synthesis: Option<SynthesisSummary>,
    /// Today's kiosk code, when one was made.
    pub code_of_today: Option<String>,
    /// Who reads aloud and answers for the person today.
    pub accompanied_today: Option<String>,
    /// Newest first: when, who, what (a key of the journal's vocabulary such as "roadmap.prescribe").
    pub history: Vec<HistoryLine>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct InterviewView {
    pub day: NaiveDate,
    pub minutes: u32,
    pub project: ProjectState,
    pub notes: InterviewNotes,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ConsentView {
    pub subject: ConsentSubject,
    pub decision: ConsentDecision,
    pub at: Instant,
    pub recorded_by: String,
    pub text_version: String,
    /// What was read to the person; nothing when the version is not known any more.
    pub text: Option<String>,
    /// It is the person's latest word on the subject.
    pub stands: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ObservationView {
    pub id: ObservationId,
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
    pub staff: StaffId,
    /// The name of that member of staff.
    pub with: String,
    pub slot: TimeSlot,
    pub state: AppointmentState,
    /// Why it is right although something stands against it.
    pub exceptions: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    pub at: Instant,
    pub by: String,
    pub action: String,
}

impl App {
    /// Returns everything that the person's file shows.
    pub fn participant_file(&self, login: Login, id: ParticipantId) -> Result<ParticipantFile, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let person = base.participant(id)?.ok_or(AppError::NotFound)?;
        let referrals = base.referrals_in_hand(id)?;
        let referral = referrals.first().map(|(referral, _)| referral);
        let interview = referral.map(|referral| base.interview(referral.id)).transpose()?.flatten();
        let roadmap = referral.map(|referral| base.roadmap_of_referral(referral.id)).transpose()?.flatten();
        let synthesis = roadmap.as_ref().map(|roadmap| base.synthesis_of(roadmap.id)).transpose()?.flatten();
        let names = Names::read(&base)?;
        let today = self.day();
        let visit = base.visit_of(id, today)?;
        let PersonResults { results, sectors, agreements } = self.results_of(&base, login, id)?;
        let (proofs, hidden_proofs) = self.proofs_of(&base, login, &names, id)?;
        let merged = duplicates::merged(&base, &names, id)?;
        Ok(ParticipantFile {
            id,
            number: base.file_number(id)?.ok_or(AppError::NotFound)?,
            first_name: person.name.first().to_owned(),
            last_name: person.name.last().to_owned(),
            birth_date: person.birth_date.0,
            age: today.years_since(person.birth_date.0).unwrap_or(0),
            gender: person.gender,
            contact: Contact::of(!person.phone.0.is_empty(), person.email.is_some()),
            address: person.address.0.clone(),
            commune: commune_view(&person.residence),
            membership: membership(&base, &person.residence, today)?,
            proofs,
            hidden_proofs,
            criteria: self.criteria_for(login),
            merged,
            needs: person.needs.clone(),
            phone: person.phone.0.clone(),
            email: person.email.as_ref().map(|email| email.as_str().to_owned()),
            supports: person.supports.0.clone(),
            extra_time: person.extra_time,
            availability: person.availability,
            half_days_asked: person.half_days_asked,
            stage: referrals.first().map_or(Stage::Recorded, |(_, standing)| stage_of(standing)),
            referral: referral.map(|referral| referral_view(&base, referral, today)).transpose()?,
            chapters: referrals::chapters(&base, &names, &referrals, self.now())?,
            interview_begun: interview.is_none()
                && referral.map(|known| base.interview_draft(known.id)).transpose()?.flatten().is_some(),
            interview: interview.as_ref().map(|interview| InterviewView {
                day: interview.day,
                minutes: interview.duration.minutes().0,
                project: interview.project,
                notes: interview.notes.clone(),
                by: names.staff(interview.by),
            }),
            history: history(&base, &names, id, &referrals)?,
            roadmap: roadmap.as_ref().map(|roadmap| self.roadmap_view(&base, &names, roadmap)).transpose()?,
            closing: referral.map(|known| closing_view(&base, &names, known.id)).transpose()?.flatten(),
            consents: self.consent_views(&names, &base.consents(id)?),
            results,
            sectors,
            agreements,
            observations: self.observations_of(&base, &names, id)?,
            appointments: base
                .appointments_of(id)?
                .iter()
                .map(|appointment| names.appointment(&base, appointment))
                .collect::<Result<_, _>>()?,
            offers: offer_views(&base, &names, &self.activities, today)?
                .into_iter()
                .filter(|offer| offer.participant == id)
                .collect(),
            seats: self.seat_lines(&base, id)?,
            channel: base.channels()?.get(&id).copied(),
            absences: base
                .absences_from(self.day())?
                .into_iter()
                .filter(|absence| absence.who == Away::Participant(id))
                .map(|absence| (absence.id, absence.days))
                .collect(),
            synthesis: synthesis.as_ref().map(|synthesis| summary(&base, &names, synthesis, self.now())).transpose()?,
            accompanied_today: visit.as_ref().and_then(|visit| visit.accompanied_by).map(|by| names.staff(by)),
            code_of_today: visit.map(|visit| visit.code.grouped()),
        })
    }

    pub(super) fn observations_of(
        &self,
        base: &Base<'_>,
        names: &Names,
        id: ParticipantId,
    ) -> Result<Vec<ObservationView>, AppError> {
        let observations = base.observations(id)?;
        Ok(observations
            .into_iter()
            .map(|observation| ObservationView {
                id: observation.id,
                at: observation.at,
                by: names.staff(observation.by),
                workshop: observation
                    .workshop
                    .and_then(|id| self.activity(&id).ok())
                    .map(|activity| activity.title.clone()),
                text: observation.text,
            })
            .collect())
    }

    /// Records what the person said of one subject; a withdrawal is a later refusal.
    pub fn record_consent(
        &mut self,
        login: Login,
        id: ParticipantId,
        subject: ConsentSubject,
        decision: ConsentDecision,
    ) -> Result<(), AppError> {
        let collects = subject == ConsentSubject::HealthData && has_health_right(&self.store.base(), login)?;
        login.allow(if collects { &[Role::Facilitator] } else { &[] })?;
        let now = self.now();
        let text_version = self.consent_texts.current(&subject).ok_or(Fault::DefinitionGone)?.to_owned();
        let consent = Consent {
            id: ConsentId::new(self.chance.uuid(now)),
            participant: id,
            subject,
            text_version,
            decision,
            at: now,
            recorded_by: login.staff,
        };
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.add_consent(&consent)?;
            Ok(tx.audit(&login.entry(now, "consent.record", id))?)
        })
    }

    /// Returns the words that are read out today before an agreement is asked.
    pub fn consent_text(&self, subject: &ConsentSubject) -> Result<String, AppError> {
        let version = self.consent_texts.current(subject).ok_or(Fault::DefinitionGone)?;
        Ok(self.consent_texts.words(subject, version).unwrap_or_default().to_owned())
    }

    fn consent_views(&self, names: &Names, consents: &[Consent]) -> Vec<ConsentView> {
        let stands = |consent: &Consent| {
            let later = consents.iter().filter(|other| other.subject == consent.subject);
            later.map(|other| (other.at, other.id)).max() == Some((consent.at, consent.id))
        };
        let view = |consent: &Consent| ConsentView {
            recorded_by: names.staff(consent.recorded_by),
            decision: consent.decision,
            at: consent.at,
            text: self.consent_texts.words(&consent.subject, &consent.text_version).map(str::to_owned),
            text_version: consent.text_version.clone(),
            stands: stands(consent),
            subject: consent.subject.clone(),
        };
        consents.iter().map(view).collect()
    }

    /// Records what was seen of a person, in a workshop or elsewhere.
    ///
    /// # Errors
    /// Refuses an empty text.
    pub fn record_observation(
        &mut self,
        login: Login,
        id: ParticipantId,
        workshop: Option<&ActivityId>,
        text: &str,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        if text.trim().is_empty() {
            return Err(RoadmapRefusal::NoReason.into());
        }
        let workshop = workshop.map(|id| self.activity(id)).transpose()?.map(|activity| activity.id.clone());
        let text = text.trim().to_owned();
        let observation = Observation {
            id: ObservationId::new(self.chance.uuid(now)),
            participant: id,
            by: login.staff,
            at: now,
            workshop,
            text,
        };
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.add_observation(&observation)?;
            Ok(tx.audit(&login.entry(now, "observation.record", id))?)
        })
    }
}

/// Returns whether a person lives in a commune of the PLIE; nothing is said of one that is not of the list. One outside of the
/// *Communauté urbaine* is not.
fn membership(base: &Base<'_>, residence: &Residence, day: NaiveDate) -> Result<Option<Membership>, AppError> {
    let Residence::Listed { code, .. } = residence else { return Ok(None) };
    let Some(commune) = communes().get(code) else { return Ok(None) };
    if !commune.in_cud {
        return Ok(Some(Membership::Outside));
    }
    Ok(Some(membership_on(base, &commune.present, day)?))
}

pub(super) fn email(text: &str) -> Result<Option<Email>, PersonRefusal> {
    if text.trim().is_empty() { Ok(None) } else { Email::parse(text).map(Some) }
}

/// Returns what was done for a person, on every path.
fn history(
    base: &Base<'_>,
    names: &Names,
    id: ParticipantId,
    referrals: &[(Referral, Standing)],
) -> Result<Vec<HistoryLine>, AppError> {
    let mut objects = vec![id.to_string()];
    for (referral, _) in referrals {
        objects.push(referral.id.to_string());
        let Some(roadmap) = base.roadmap_of_referral(referral.id)? else { continue };
        objects.extend(roadmap.steps.iter().map(|step| step.id.to_string()));
        objects.extend(base.synthesis_of(roadmap.id)?.map(|synthesis| synthesis.id.to_string()));
    }
    objects.extend(base.seats_of(id)?.iter().map(|seat| seat.id.to_string()));
    let entries = base.audit_of(&objects)?;
    let by = |actor: Actor| match actor {
        Actor::Staff(staff) => names.staff(staff),
        Actor::Station(station) => station,
    };
    Ok(entries
        .into_iter()
        .map(|entry| HistoryLine { at: entry.at, by: by(entry.actor), action: entry.action })
        .collect())
}
