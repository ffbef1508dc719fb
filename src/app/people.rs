//! Participants and prescribers.

use chrono::NaiveDate;

use super::guidance::RoadmapView;
use super::names::Names;
use super::network::{PrescriberView, prescriber_view};
use super::results::{AgreementView, PersonResults, ResultView};
use super::sectors::SectorsView;
use super::session_life::{OfferView, SeatLine, offer_views};
use super::synthesis::{SynthesisSummary, summary};
use super::{App, AppError, Login};
use crate::domain::activity::ActivityId;
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::calendar::Days;
use crate::domain::id::{
    AbsenceId, AppointmentId, ConsentId, ObservationId, ParticipantId, PrescriberId, ReferralId, StaffId,
};
use crate::domain::interview::ProjectState;
use crate::domain::person::{
    Consent, ConsentDecision, ConsentSubject, Email, ExtraTime, Participant, PersonName, PersonRefusal, Personal, Role,
    check_age,
};
use crate::domain::referral::{Question, Referral, ReferralRefusal};
use crate::domain::roadmap::{Roadmap, RoadmapRefusal, Status};
use crate::domain::stamp::{Availability, Instant, TimeSlot};
use crate::domain::synthesis::{Synthesis, SynthesisState};
use crate::domain::telling::Channel;
use crate::store::{Actor, Away, Base, Observation, fold};

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
    Underway {
        finished: usize,
        total: usize,
    },
    /// Every step finished: the synthesis is to be written.
    ToSynthesise,
    /// Written: restitution and signature are to come.
    ToRestitute,
    /// Signed: the prescriber is to be told.
    ToDeliver,
    Delivered,
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
    /// Records a person. The same name and birth date twice is refused.
    ///
    /// # Errors
    /// Refuses unusable names, addresses and birth dates, and a person who is there already.
    pub fn record_participant(&mut self, login: Login, wish: &NewParticipant) -> Result<ParticipantId, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let person = participant(ParticipantId::new(self.chance.uuid(now)), wish, now.day())?;
        self.store.write(|tx| {
            if let Some(participant) = tx.base().namesake(&person.name, wish.birth_date)? {
                return Err(PersonRefusal::AlreadyRecorded { participant }.into());
            }
            tx.put_participant(&person)?;
            tx.audit(&login.entry(now, "participant.record", person.id))?;
            Ok(person.id)
        })
    }

    /// Changes what is recorded of a person.
    ///
    /// # Errors
    /// As [`App::record_participant`].
    pub fn update_participant(
        &mut self,
        login: Login,
        id: ParticipantId,
        wish: &NewParticipant,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let person = participant(id, wish, now.day())?;
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            if let Some(participant) = tx.base().namesake(&person.name, wish.birth_date)?.filter(|found| *found != id) {
                return Err(PersonRefusal::AlreadyRecorded { participant }.into());
            }
            tx.put_participant(&person)?;
            Ok(tx.audit(&login.entry(now, "participant.update", id))?)
        })
    }

    /// Returns at most `limit` people whose names hold every word of `query`, without regard to accents or case;
    /// all of them when it is empty.
    pub fn search_participants(
        &self,
        login: Login,
        query: &str,
        limit: usize,
    ) -> Result<Vec<ParticipantRow>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let people = base.participants_named(&words, limit)?;
        people.iter().map(|person| row(&base, person)).collect()
    }

    /// Returns everything that the person's file shows.
    pub fn participant_file(&self, login: Login, id: ParticipantId) -> Result<ParticipantFile, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let person = base.participant(id)?.ok_or(AppError::NotFound)?;
        let referral = base.latest_referral(id)?;
        let interview = referral.as_ref().map(|referral| base.interview(referral.id)).transpose()?.flatten();
        let roadmap = referral.as_ref().map(|referral| base.roadmap_of_referral(referral.id)).transpose()?.flatten();
        let synthesis = roadmap.as_ref().map(|roadmap| base.synthesis_of(roadmap.id)).transpose()?.flatten();
        let names = Names::read(&base)?;
        let today = self.day();
        let visit = base.visit_of(id, today)?;
        let PersonResults { results, sectors, agreements } = self.results_of(&base, login, id)?;
        Ok(ParticipantFile {
            id,
            first_name: person.name.first().to_owned(),
            last_name: person.name.last().to_owned(),
            birth_date: person.birth_date.0,
            age: today.years_since(person.birth_date.0).unwrap_or(0),
            phone: person.phone.0.clone(),
            email: person.email.as_ref().map(|email| email.as_str().to_owned()),
            supports: person.supports.0.clone(),
            extra_time: person.extra_time,
            availability: person.availability,
            stage: stage(&base, id)?,
            referral: referral.as_ref().map(|referral| referral_view(&base, referral)).transpose()?,
            interview: interview.as_ref().map(|interview| InterviewView {
                day: interview.day,
                minutes: interview.duration.minutes().0,
                project: interview.project,
                situation: interview.situation.clone(),
                needs: interview.needs.clone(),
                by: names.staff(interview.by),
            }),
            history: history(&base, &names, id, referral.as_ref(), roadmap.as_ref(), synthesis.as_ref())?,
            roadmap: roadmap.as_ref().map(|roadmap| self.roadmap_view(&base, &names, roadmap)).transpose()?,
            consents: base
                .consents(id)?
                .into_iter()
                .map(|consent| ConsentView {
                    recorded_by: names.staff(consent.recorded_by),
                    subject: consent.subject,
                    decision: consent.decision,
                    at: consent.at,
                })
                .collect(),
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
            synthesis: synthesis.as_ref().map(|synthesis| summary(&base, &names, synthesis)).transpose()?,
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
        login.allow(&[])?;
        let now = self.now();
        let text_version = CONSENT_TEXT_VERSION.to_owned();
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

    /// Records that a prescriber refers a person, with the question.
    ///
    /// # Errors
    /// Refuses an empty question and a date after today.
    pub fn record_referral(
        &mut self,
        login: Login,
        id: ParticipantId,
        prescriber: PrescriberId,
        received: NaiveDate,
        question: &str,
    ) -> Result<ReferralId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        if received > now.day() {
            return Err(ReferralRefusal::InTheFuture.into());
        }
        let question = Question::new(question)?;
        let referral =
            Referral { id: ReferralId::new(self.chance.uuid(now)), participant: id, prescriber, received, question };
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.base().prescriber(prescriber)?.ok_or(AppError::NotFound)?;
            tx.add_referral(&referral)?;
            tx.audit(&login.entry(now, "referral.record", id))?;
            Ok(referral.id)
        })
    }
}

/// Version of the words with which agreement is asked; it changes with them.
const CONSENT_TEXT_VERSION: &str = "2026-11";

fn participant(id: ParticipantId, wish: &NewParticipant, today: NaiveDate) -> Result<Participant, PersonRefusal> {
    check_age(wish.birth_date, today)?;
    Ok(Participant {
        id,
        name: PersonName::new(&wish.first_name, &wish.last_name)?,
        birth_date: Personal(wish.birth_date),
        phone: Personal(wish.phone.trim().to_owned()),
        email: email(&wish.email)?,
        supports: Personal(wish.supports.trim().to_owned()),
        extra_time: wish.extra_time,
        availability: wish.availability,
    })
}

pub(super) fn email(text: &str) -> Result<Option<Email>, PersonRefusal> {
    if text.trim().is_empty() { Ok(None) } else { Email::parse(text).map(Some) }
}

fn row(base: &Base<'_>, person: &Participant) -> Result<ParticipantRow, AppError> {
    let referral = base.latest_referral(person.id)?;
    let prescriber = referral.map(|referral| base.prescriber(referral.prescriber)).transpose()?.flatten();
    Ok(ParticipantRow {
        id: person.id,
        first_name: person.name.first().to_owned(),
        last_name: person.name.last().to_owned(),
        birth_date: person.birth_date.0,
        prescriber: prescriber.map(|prescriber| prescriber.name.full()),
        stage: stage(base, person.id)?,
    })
}

pub(super) fn referral_view(base: &Base<'_>, referral: &Referral) -> Result<ReferralView, AppError> {
    let prescriber = base.prescriber(referral.prescriber)?.ok_or(AppError::NotFound)?;
    let prescriber = prescriber_view(&prescriber, &base.sites()?);
    Ok(ReferralView {
        id: referral.id,
        received: referral.received,
        prescriber,
        question: referral.question.as_str().to_owned(),
    })
}

/// Derives where a person's path stands; nothing of it is stored.
pub(super) fn stage(base: &Base<'_>, id: ParticipantId) -> Result<Stage, AppError> {
    let Some(referral) = base.latest_referral(id)? else { return Ok(Stage::Recorded) };
    let Some(roadmap) = base.roadmap_of_referral(referral.id)? else { return Ok(Stage::Referred) };
    Ok(match roadmap.status() {
        Status::Empty | Status::Abandoned => Stage::Interviewed,
        Status::Underway { finished, total } => Stage::Underway { finished, total },
        Status::Finished => match base.synthesis_of(roadmap.id)? {
            None => Stage::ToSynthesise,
            Some(synthesis) => match synthesis.state {
                SynthesisState::Draft => Stage::ToSynthesise,
                SynthesisState::Written { .. } => Stage::ToRestitute,
                SynthesisState::Signed { .. } if base.deliveries(synthesis.id)?.is_empty() => Stage::ToDeliver,
                SynthesisState::Signed { .. } => Stage::Delivered,
            },
        },
    })
}

fn history(
    base: &Base<'_>,
    names: &Names,
    id: ParticipantId,
    referral: Option<&Referral>,
    roadmap: Option<&Roadmap>,
    synthesis: Option<&Synthesis>,
) -> Result<Vec<HistoryLine>, AppError> {
    let mut objects = vec![id.to_string()];
    objects.extend(referral.map(|referral| referral.id.to_string()));
    objects.extend(roadmap.into_iter().flat_map(|roadmap| &roadmap.steps).map(|step| step.id.to_string()));
    objects.extend(synthesis.map(|synthesis| synthesis.id.to_string()));
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
