//! The synthesis: written beside its evidence, explained, signed, delivered.

use chrono::NaiveDate;

use super::people::{AppointmentView, ObservationView, PrescriberView};
use super::guidance::StepView;
use super::results::ResultView;
use super::{App, AppError, Login};
use crate::domain::id::{DeliveryId, ParticipantId, SynthesisId};
use crate::domain::stamp::Instant;
use crate::domain::synthesis::{SynthesisState, SynthesisText};

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
    pub stage: super::people::Stage,
    pub restitution: Option<NaiveDate>,
}

impl App {
    /// Returns every path that is finished, with what it waits for.
    pub fn syntheses(&self, login: Login) -> Result<Vec<SynthesisRow>, AppError> { todo!() }
    /// Begins the synthesis of a person's finished roadmap, or returns the one begun.
    pub fn begin_synthesis(&mut self, login: Login, participant: ParticipantId) -> Result<SynthesisId, AppError> { todo!() }
    pub fn synthesis_desk(&self, login: Login, synthesis: SynthesisId) -> Result<SynthesisDesk, AppError> { todo!() }
    /// Saves the draft's text.
    pub fn save_synthesis(&mut self, login: Login, synthesis: SynthesisId, text: SynthesisText) -> Result<(), AppError> { todo!() }
    /// Declares the text finished.
    pub fn write_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> { todo!() }
    /// Records that the person and the counsellor signed on paper, after the restitution.
    pub fn sign_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> { todo!() }
    /// Writes the PDF into the outbox folder for the prescriber of the referral.
    pub fn deliver_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<DeliveryId, AppError> { todo!() }
}
