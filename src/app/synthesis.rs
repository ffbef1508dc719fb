//! The synthesis: written beside its evidence, explained, signed, delivered.

use chrono::NaiveDate;

use super::guidance::StepView;
use super::names::Names;
use super::network::PrescriberView;
use super::people::{AppointmentView, ObservationView, Stage, referral_view, stage};
use super::results::{AgreementView, PersonResults, ResultView};
use super::sectors::SectorsView;
use super::{App, AppError, Login};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentState};
use crate::domain::id::{DeliveryId, ParticipantId, SynthesisId};
use crate::domain::person::{ConsentSubject, Role, agrees};
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::stamp::Instant;
use crate::domain::synthesis::{Synthesis, SynthesisRefusal, SynthesisState, SynthesisText, may_begin};
use crate::store::Base;

/// What the participant's file says of a synthesis.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisSummary {
    pub id: SynthesisId,
    pub state: SynthesisState,
    pub deliveries: Vec<DeliveryView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryView {
    pub id: DeliveryId,
    pub prescriber: String,
    pub at: Instant,
    pub by: String,
    pub file: String,
}

/// The writing desk: evidence on one side, text on the other.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisDesk {
    pub id: SynthesisId,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub question: String,
    pub prescriber: PrescriberView,
    pub text: SynthesisText,
    pub state: SynthesisState,
    pub steps: Vec<StepView>,
    pub results: Vec<ResultView>,
    pub sectors: Option<SectorsView>,
    pub agreements: Vec<AgreementView>,
    pub observations: Vec<ObservationView>,
    pub restitution: Option<AppointmentView>,
    /// The person agreed that the synthesis goes to the prescriber.
    pub may_send: bool,
    pub deliveries: Vec<DeliveryView>,
}

/// A synthesis that waits for something.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisRow {
    pub participant: ParticipantId,
    pub participant_name: String,
    pub prescriber: String,
    pub synthesis: Option<SynthesisId>,
    pub stage: Stage,
    pub restitution: Option<NaiveDate>,
}

impl App {
    /// Returns every path that is finished and not delivered yet, with what it waits for.
    pub fn syntheses(&self, login: Login) -> Result<Vec<SynthesisRow>, AppError> {
        login.allow(&[Role::Manager, Role::Facilitator])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let mut rows = Vec::new();
        for person in names.people() {
            let stage = stage(&base, person.id)?;
            if stage < Stage::ToSynthesise {
                continue;
            }
            let Some(referral) = base.latest_referral(person.id)? else { continue };
            let prescriber = base.prescriber(referral.prescriber)?;
            let roadmap = base.roadmap_of_referral(referral.id)?;
            let synthesis = roadmap.map(|roadmap| base.synthesis_of(roadmap.id)).transpose()?.flatten();
            rows.push(SynthesisRow {
                participant: person.id,
                participant_name: person.name.full(),
                prescriber: prescriber.map(|prescriber| prescriber.name.full()).unwrap_or_default(),
                synthesis: synthesis.map(|synthesis| synthesis.id),
                stage,
                restitution: restitution(&base, person.id)?.map(|appointment| appointment.slot.day),
            });
        }
        rows.sort_by(|a, b| a.stage.cmp(&b.stage).then_with(|| a.participant_name.cmp(&b.participant_name)));
        Ok(rows)
    }

    /// Begins the synthesis of a person's finished roadmap, or returns the one begun.
    ///
    /// # Errors
    /// Refuses while a step is open.
    pub fn begin_synthesis(&mut self, login: Login, participant: ParticipantId) -> Result<SynthesisId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = SynthesisId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            let base = tx.base();
            let referral = base.latest_referral(participant)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap_of_referral(referral.id)?.ok_or(RoadmapRefusal::NoInterview)?;
            if let Some(synthesis) = base.synthesis_of(roadmap.id)? {
                return Ok(synthesis.id);
            }
            may_begin(roadmap.status())?;
            tx.add_synthesis(id, roadmap.id)?;
            tx.audit(&login.entry(now, "synthesis.begin", id))?;
            Ok(id)
        })
    }

    /// Returns the writing desk: evidence and text.
    pub fn synthesis_desk(&self, login: Login, synthesis: SynthesisId) -> Result<SynthesisDesk, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let synthesis = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
        let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
        let referral = base.referral(roadmap.referral)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let referral_view = referral_view(&base, &referral)?;
        let summary = summary(&base, &names, &synthesis)?;
        let participant = roadmap.participant;
        let PersonResults { results, sectors, agreements } = self.results_of(&base, login, participant)?;
        Ok(SynthesisDesk {
            id: synthesis.id,
            participant,
            participant_name: names.participant(participant),
            question: referral_view.question,
            prescriber: referral_view.prescriber,
            text: synthesis.text,
            state: synthesis.state,
            steps: self.roadmap_view(&base, &names, &roadmap)?.steps,
            results,
            sectors,
            agreements,
            observations: self.observations_of(&base, &names, participant)?,
            restitution: restitution(&base, participant)?
                .map(|appointment| names.appointment(&base, &appointment))
                .transpose()?,
            may_send: agrees(&base.consents(participant)?, &ConsentSubject::SendSynthesis),
            deliveries: summary.deliveries,
        })
    }

    /// Saves the draft's text.
    ///
    /// # Errors
    /// Refuses once the text is declared finished.
    pub fn save_synthesis(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        text: &SynthesisText,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            if found.state != SynthesisState::Draft {
                return Err(SynthesisRefusal::AlreadyWritten.into());
            }
            tx.save_text(synthesis, text)?;
            Ok(tx.audit(&login.entry(now, "synthesis.save", synthesis))?)
        })
    }

    /// Declares the text finished.
    ///
    /// # Errors
    /// Refuses what the text lacks, and a roadmap that has an open step again.
    pub fn write_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap(found.roadmap)?.ok_or(AppError::NotFound)?;
            may_begin(roadmap.status())?;
            tx.set_synthesis_state(synthesis, &found.write(login.staff, now)?)?;
            Ok(tx.audit(&login.entry(now, "synthesis.write", synthesis))?)
        })
    }

    /// Records that the person and the counsellor signed on paper, after the restitution.
    ///
    /// # Errors
    /// Refuses before the restitution was kept.
    pub fn sign_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap(found.roadmap)?.ok_or(AppError::NotFound)?;
            let explained = restitution(&base, roadmap.participant)?
                .is_some_and(|appointment| matches!(appointment.state, AppointmentState::Kept { .. }));
            tx.set_synthesis_state(synthesis, &found.sign(login.staff, now, explained)?)?;
            Ok(tx.audit(&login.entry(now, "synthesis.sign", synthesis))?)
        })
    }
}

/// Returns the person's latest restitution that is not cancelled.
pub(super) fn restitution(base: &Base<'_>, participant: ParticipantId) -> Result<Option<Appointment>, AppError> {
    let appointments = base.appointments_of(participant)?;
    Ok(appointments.into_iter().rev().find(|appointment| {
        appointment.kind == AppointmentKind::Restitution
            && !matches!(appointment.state, AppointmentState::Cancelled { .. })
    }))
}

pub(super) fn summary(base: &Base<'_>, names: &Names, synthesis: &Synthesis) -> Result<SynthesisSummary, AppError> {
    let prescribers = base.prescribers()?;
    let name = |id| {
        prescribers
            .iter()
            .find(|prescriber| prescriber.id == id)
            .map(|prescriber| prescriber.name.full())
            .unwrap_or_default()
    };
    let deliveries = base
        .deliveries(synthesis.id)?
        .into_iter()
        .map(|delivery| DeliveryView {
            id: delivery.id,
            prescriber: name(delivery.prescriber),
            at: delivery.at,
            by: names.staff(delivery.by),
            file: delivery.file,
        })
        .collect();
    Ok(SynthesisSummary { id: synthesis.id, state: synthesis.state.clone(), deliveries })
}
