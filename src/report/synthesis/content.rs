//! What the synthesis says, as plain values.

use chrono::NaiveDate;

use crate::domain::scoring::sectors::FitBand;
use crate::domain::signature::Signature;
pub use crate::domain::synthesis::Resemblance;
use crate::report::chart::{OrderMark, Reading, StepState};
use crate::report::qr::Qr;

#[derive(Debug, Clone, PartialEq)]
pub struct SynthesisContent {
    /// Printed on each page.
    pub reference: String,
    /// From 1.
    pub version: u32,
    pub date: NaiveDate,
    /// That the path ended before its term, and why; empty when every step was finished.
    pub partial: String,
    pub person: Participant,
    pub prescriber: Professional,
    pub counsellor: Professional,
    /// Everyone who receives the document.
    pub recipients: Vec<String>,
    /// The question that the prescriber and the person asked.
    pub question: String,
    /// Where the question comes from; may be empty.
    pub context: String,
    pub steps: Vec<DoneStep>,
    pub results: Vec<AssessmentResult>,
    pub sectors: Option<SectorsResult>,
    /// What each result was made with.
    pub instruments: Vec<Instrument>,
    /// One paragraph each.
    pub observations: Vec<String>,
    /// The counsellor's reading, one paragraph each.
    pub reading: Vec<String>,
    /// What the person answered about each strength and each lead.
    pub answered: Vec<(String, Resemblance)>,
    pub leads: Vec<Lead>,
    pub recommendations: Vec<Recommendation>,
    /// Whether the reading resembles the person. Absent until the person has answered: boxes to tick are printed.
    pub resemblance: Option<Resemblance>,
    /// The person's own words; lines to write on are printed when empty.
    pub own_words: String,
    pub sealing: Sealing,
    /// Whom to write to about personal data.
    pub data_contact: String,
}

/// Where the signatures stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Sealing {
    /// To be read; boxes for whoever prints it.
    Open,
    /// Printed to be signed by hand: the mark tells which text it was.
    ForPaper { mark: String, qr: Qr },
    /// Signed. On paper nothing was drawn; the proof says who checked what, a sentence each.
    Signed { person: Option<Signature>, counsellor: Option<Signature>, proof: Vec<String> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    pub name: String,
    pub born_on: Option<NaiveDate>,
    /// May be empty.
    pub file_number: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Professional {
    pub name: String,
    pub role: String,
    pub organisation: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneStep {
    pub date: Option<NaiveDate>,
    pub title: String,
    /// Place, duration, who was there.
    pub details: String,
    pub state: StepState,
}

#[derive(Debug, Clone, PartialEq)]
pub struct AssessmentResult {
    pub title: String,
    pub taken_on: NaiveDate,
    /// The version that made the scores, for example "1.2".
    pub version: String,
    /// What it measures, in one or two sentences.
    pub purpose: String,
    /// For example "à distance, non supervisé".
    pub conditions: Vec<String>,
    /// Why the result is to be read with caution; printed as a notice.
    pub cautions: Vec<String>,
    /// What stands above the profile, from the low end to the high one: the zones' names, or words for the ends.
    pub bands: Vec<String>,
    pub scales: Vec<ScaleResult>,
    /// The scales are on one metric and each is like its neighbours, around a circle.
    pub is_circle: bool,
    /// What stands out clearly, a sentence each; that nothing does is said too.
    pub stands_out: Vec<String>,
    /// Orders inside the person, from the first to the last.
    pub orders: Vec<OrderResult>,
    /// What became of the scores since an earlier sitting; one sentence each.
    pub changes: Vec<String>,
    /// What the results mean, for the prescriber; one paragraph each.
    pub meaning: Vec<String>,
    /// What the person answered about it.
    pub resemblance: Option<Resemblance>,
    /// The norm in one sentence, when there is one; otherwise the lack of norms is stated.
    pub norm: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScaleResult {
    pub label: String,
    pub range: (f64, f64),
    pub cuts: Vec<f64>,
    pub reading: Reading,
}

/// Tendencies of one person weighed against each other: never compared with another person's.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderResult {
    pub title: String,
    pub marks: Vec<OrderMark>,
    /// Why there is no order; empty when there is one.
    pub absent: String,
}

/// The six sectors in order.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorsResult {
    /// Best first; empty when there is no order.
    pub rows: Vec<SectorResult>,
    /// What does not count, and why; one sentence each.
    pub missing: Vec<String>,
    /// The edition of ROME.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SectorResult {
    pub title: String,
    /// Where it stands, "2" or "2, à égalité".
    pub place: String,
    pub band: FitBand,
    /// In 0..=1, for drawing only.
    pub fit: f64,
    /// One sentence each.
    pub reasons_for: Vec<String>,
    pub reasons_against: Vec<String>,
    /// Conditions refused for good, in one sentence; empty for none.
    pub obstacles: String,
    /// "F1704 Manœuvre bâtiment".
    pub jobs: Vec<String>,
}

/// The identity of an instrument; each text is said as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    pub title: String,
    /// Version, fingerprint and engine.
    pub edition: String,
    /// When, how long, how many questions.
    pub sitting: String,
    pub norm: String,
    pub reliability: String,
    pub licence: String,
    pub source: String,
    pub limits: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    pub title: String,
    /// May be empty.
    pub why: String,
    pub evidence: Vec<String>,
    /// What remains to be checked; may be empty.
    pub to_check: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    pub action: String,
    pub who: String,
    pub when: String,
}
