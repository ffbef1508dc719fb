//! The synthesis: written by the counsellor once every step is finished, then signed by both.

use super::id::{RoadmapId, StaffId, SynthesisId};
use super::roadmap::Status;
use super::stamp::Instant;

/// One roadmap's synthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub id: SynthesisId,
    pub roadmap: RoadmapId,
    pub text: SynthesisText,
    pub state: SynthesisState,
}

/// What the counsellor writes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SynthesisText {
    pub reading: String,
    /// What the person says of the results.
    pub person_says: String,
    pub leads: Vec<Lead>,
    pub recommendations: Vec<String>,
}

/// A direction to explore, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lead {
    pub title: String,
    pub evidence: String,
}

/// Where a synthesis stands. Each move names the human who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SynthesisState {
    Draft,
    Written {
        by: StaffId,
        at: Instant,
    },
    /// Signed on paper by the person and the counsellor, identity checked by `by`.
    Signed {
        by: StaffId,
        at: Instant,
        written_by: StaffId,
        written_at: Instant,
    },
}

/// Why a synthesis does not move on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SynthesisRefusal {
    #[error("{open} steps of the roadmap are open")]
    RoadmapUnderway { open: usize },
    #[error("nothing was done: there is nothing to write about")]
    NothingDone,
    #[error("the counsellor's reading is empty")]
    NoReading,
    #[error("there is no lead")]
    NoLead,
    #[error("a lead tells no evidence")]
    LeadWithoutEvidence { lead: String },
    #[error("there is no recommendation")]
    NoRecommendation,
    #[error("it is written: signing or a further version is possible, not editing")]
    AlreadyWritten,
    #[error("it is not written yet")]
    NotWritten,
    #[error("it is not signed yet")]
    NotSigned,
    #[error("the restitution has not taken place")]
    NotExplained,
}

/// Checks that a synthesis may be begun.
///
/// # Errors
/// Returns what the roadmap still lacks.
pub fn may_begin(status: Status) -> Result<(), SynthesisRefusal> {
    match status {
        Status::Finished => Ok(()),
        Status::Underway { finished, total } => Err(SynthesisRefusal::RoadmapUnderway { open: total - finished }),
        Status::Empty | Status::Abandoned => Err(SynthesisRefusal::NothingDone),
    }
}

impl Synthesis {
    /// Declares the text finished.
    ///
    /// # Errors
    /// Returns what the text lacks.
    pub fn write(&self, by: StaffId, at: Instant) -> Result<SynthesisState, SynthesisRefusal> {
        if self.state != SynthesisState::Draft {
            return Err(SynthesisRefusal::AlreadyWritten);
        }
        if self.text.reading.trim().is_empty() {
            return Err(SynthesisRefusal::NoReading);
        }
        if self.text.leads.is_empty() {
            return Err(SynthesisRefusal::NoLead);
        }
        if let Some(bare) =
            self.text.leads.iter().find(|lead| lead.evidence.trim().is_empty() || lead.title.trim().is_empty())
        {
            return Err(SynthesisRefusal::LeadWithoutEvidence { lead: bare.title.clone() });
        }
        if self.text.recommendations.iter().all(|text| text.trim().is_empty()) {
            return Err(SynthesisRefusal::NoRecommendation);
        }
        Ok(SynthesisState::Written { by, at })
    }

    /// Records that both signed on paper, after the restitution.
    ///
    /// # Errors
    /// Returns why it cannot be signed.
    pub fn sign(&self, by: StaffId, at: Instant, explained: bool) -> Result<SynthesisState, SynthesisRefusal> {
        match self.state {
            SynthesisState::Draft => Err(SynthesisRefusal::NotWritten),
            SynthesisState::Signed { .. } => Err(SynthesisRefusal::AlreadyWritten),
            SynthesisState::Written { .. } if !explained => Err(SynthesisRefusal::NotExplained),
            SynthesisState::Written { by: written_by, at: written_at } => {
                Ok(SynthesisState::Signed { by, at, written_by, written_at })
            }
        }
    }

    pub fn is_signed(&self) -> bool {
        matches!(self.state, SynthesisState::Signed { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unfinished_roadmap_has_no_synthesis() {
        assert_eq!(
            may_begin(Status::Underway { finished: 3, total: 5 }),
            Err(SynthesisRefusal::RoadmapUnderway { open: 2 })
        );
        assert_eq!(may_begin(Status::Finished), Ok(()));
        assert_eq!(may_begin(Status::Empty), Err(SynthesisRefusal::NothingDone));
    }
}
