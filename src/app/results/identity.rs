//! The identity of an instrument: what somebody must know before trusting a number of it.

use super::Taken;
use crate::app::names::Names;
use crate::domain::assessment::{Mode, Norm, Reliability, Status};
use crate::domain::stamp::Instant;
use crate::i18n::typeset;

/// The identity of the instrument behind one result, with the circumstances of the sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityView {
    pub title: String,
    pub version: String,
    pub status: Status,
    pub mode: Mode,
    /// Questions asked in this sitting.
    pub n_items: usize,
    /// The population of each normed scale; empty: no norm.
    pub norms: Vec<(String, Norm)>,
    /// The published reliability of each scale that has one; empty: none is known.
    pub reliabilities: Vec<(String, Reliability)>,
    /// A code: `projet`, `domaine-public`…
    pub licence: String,
    pub source: String,
    pub content_hash: String,
    pub engine: String,
    pub finished: Instant,
    /// Seconds spent answering.
    pub seconds: u64,
    /// Who of the staff read aloud and answered for the person; nobody as a rule.
    pub helped_by: Vec<String>,
    /// Questions that the staff took out: they count in no score.
    pub n_taken_out: usize,
}

impl IdentityView {
    /// Returns the first eight digits of the fingerprint: enough to compare two papers by eye.
    pub fn short_hash(&self) -> String {
        self.content_hash.chars().take(8).collect()
    }
}

pub(super) fn identity(taken: &Taken, names: &Names) -> IdentityView {
    let Taken { row, assessment, sitting, interventions, finished, .. } = taken;
    let about = &assessment.about;
    let scales = assessment.scales();
    let given = assessment.items().iter().filter_map(|item| sitting.given(&item.id));
    IdentityView {
        title: typeset(&about.title),
        version: row.record.edition.version.clone(),
        status: about.status,
        mode: about.mode,
        n_items: sitting.n_answered(),
        norms: scales.iter().filter_map(|scale| Some((typeset(&scale.title), scale.norm.clone()?))).collect(),
        reliabilities: scales
            .iter()
            .filter_map(|scale| Some((typeset(&scale.title), scale.reliability.clone()?)))
            .collect(),
        licence: about.licence.clone(),
        source: typeset(&about.source),
        content_hash: row.record.edition.content_hash.clone(),
        engine: row.record.engine.clone(),
        finished: *finished,
        seconds: given.map(|given| given.took_millis).sum::<u64>() / 1000,
        helped_by: interventions.helped_by.iter().map(|by| names.staff(*by)).collect(),
        n_taken_out: interventions.taken_out.len(),
    }
}
