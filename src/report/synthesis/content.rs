//! What the synthesis says, as plain values.

use chrono::NaiveDate;

use crate::report::chart::{Reading, StepState};

#[derive(Debug, Clone, PartialEq)]
pub struct SynthesisContent {
    /// Printed on each page.
    pub reference: String,
    pub date: NaiveDate,
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
    /// One paragraph each.
    pub observations: Vec<String>,
    /// The counsellor's reading, one paragraph each.
    pub reading: Vec<String>,
    pub leads: Vec<Lead>,
    pub recommendations: Vec<Recommendation>,
    /// Absent until the person has answered: boxes to tick are printed.
    pub resemblance: Option<Resemblance>,
    /// The person's own words; lines to write on are printed when empty.
    pub own_words: String,
    /// Whom to write to about personal data.
    pub data_contact: String,
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
    /// Names of the three zones, from low to high.
    pub bands: [String; 3],
    pub scales: Vec<ScaleResult>,
    /// What the results mean, for the prescriber; one paragraph each.
    pub meaning: Vec<String>,
    /// The norm in one sentence, when there is one; otherwise the lack of norms is stated.
    pub norm: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScaleResult {
    pub label: String,
    pub range: (f64, f64),
    pub cuts: (f64, f64),
    pub reading: Reading,
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

/// Answers to "est-ce que cela vous ressemble ?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resemblance {
    Yes,
    Partly,
    No,
    PrefersNotToSay,
}
