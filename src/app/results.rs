//! Results: scores in words, with their error drawn and what they rest on.

use super::{App, AppError, Login};
use crate::domain::id::{ParticipantId, SittingId};
use crate::domain::scoring::Outcome;
use crate::domain::stamp::Instant;

/// One finished sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    pub sitting: SittingId,
    pub title: String,
    pub subtitle: String,
    pub finished: Instant,
    pub version: String,
    pub content_hash: String,
    pub engine: String,
    pub n_items: usize,
    /// Words that accompany every result of this assessment.
    pub warning: String,
    /// Questions that open the talk.
    pub questions: Vec<String>,
    pub scales: Vec<ScaleView>,
    /// For the counsellor only: what makes the answers doubtful, and the advice of the definition.
    pub cautions: Vec<Caution>,
    pub caution_message: Option<String>,
    /// Seconds spent answering.
    pub seconds: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ScaleView {
    pub title: String,
    pub min: f64,
    pub max: f64,
    pub outcome: Outcome,
    pub n_items: usize,
    pub bands: Vec<BandView>,
    /// The words that apply: one band's, or two neighbours' when the score lies between them.
    pub reading: Vec<BandWords>,
    /// A published reliability, or none: reports then say "pas d'étalonnage".
    pub reliability: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandView {
    pub min: f64,
    pub max: f64,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandWords {
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

/// What looks careless in the answers. Never shown to anybody but the counsellor, never a score change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    TooFast { share: f64 },
    LongRun { length: u32 },
    ManyMissing { share: f64 },
    Inconsistent { pairs: usize },
}

impl App {
    /// Returns a person's finished sittings, oldest first.
    pub fn results(&self, login: Login, participant: ParticipantId) -> Result<Vec<ResultView>, AppError> { todo!() }
}
