//! The synthesis: written by the counsellor once every step is finished, explained, then signed by both.
//!
//! One text, two readers: the prescriber's pages and the person's own page. A signed version never changes; a correction
//! is a further version.

use super::id::{ObservationId, RoadmapId, SittingId, StaffId, SynthesisId};
use super::roadmap::Status;
use super::signature::Signature;
use super::stamp::Instant;

/// One roadmap's synthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub id: SynthesisId,
    pub roadmap: RoadmapId,
    /// From 1; a signed version that is corrected gives the next one.
    pub version: u32,
    pub text: SynthesisText,
    pub state: SynthesisState,
}

/// What the counsellor writes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SynthesisText {
    pub reading: String,
    /// What the person says of the results.
    pub person_says: String,
    /// Short sentences; the person's page begins with them.
    pub strengths: Vec<String>,
    pub leads: Vec<Lead>,
    pub recommendations: Vec<Recommendation>,
}

/// A direction to explore, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lead {
    pub title: String,
    /// Why it is proposed; may be empty.
    pub why: String,
    /// What was found of the person that it rests on, in the order in which it was ticked.
    pub supports: Vec<Support>,
    /// What else it rests on, in words; may be empty when something supports it.
    pub evidence: String,
    /// What remains to be checked; may be empty.
    pub to_check: String,
}

/// What a lead may rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// What one assessment says.
    Result(SittingId),
    /// What somebody observed.
    Observation(ObservationId),
    /// What the person said in the interview.
    Said(Said),
}

/// Where an interview noted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    Project,
    Needs,
    Supports,
}

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Recommendation {
    pub action: String,
    /// Who does it; may be empty.
    pub who: String,
    /// Until when, in words; may be empty.
    pub when: String,
}

/// A paragraph that the person is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paragraph {
    /// What one assessment says.
    Result(SittingId),
    /// The counsellor's reading.
    Reading,
    /// A strength, from 0.
    Strength(usize),
    /// A lead, from 0.
    Lead(usize),
}

/// Answers to "est-ce que cela vous ressemble ?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resemblance {
    Yes,
    Partly,
    No,
    PrefersNotToSay,
}

/// How the counsellor knows who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityCheck {
    /// Followed by the counsellor since the first appointment.
    Known,
    /// An identity document was shown; nothing of it is kept.
    Document,
    /// The person opened their own visit with the code of the day.
    Code,
}

/// How a synthesis is signed. What was drawn is only a part of it: see [`Proof`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signing {
    /// On a printed copy that both signed.
    Paper,
    /// On the screen, one after the other.
    Pad { person: Signature, counsellor: Signature },
}

/// What makes a signature one: who was checked and how, and the fingerprint of the whole text that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub identity: IdentityCheck,
    /// SHA-256, in hexadecimal, of the document that both read to its last page.
    pub shown: String,
    /// The computer where it was signed.
    pub station: String,
    pub signing: Signing,
}

/// Where a synthesis stands. Each move names the human who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SynthesisState {
    Draft,
    Written {
        by: StaffId,
        at: Instant,
    },
    /// Signed by the person and the counsellor, identity checked by `by`.
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
    #[error("there is no strength: the person's page begins with them")]
    NoStrength,
    #[error("there is no recommendation")]
    NoRecommendation,
    #[error("the person's page is longer than one sheet")]
    PersonPageTooLong,
    #[error("it is written: signing or a further version is possible, not editing")]
    AlreadyWritten,
    #[error("it is not written yet")]
    NotWritten,
    #[error("it is not signed yet")]
    NotSigned,
    #[error("it was signed before the signed copies were kept: there is none to hand over")]
    CopyNotKept,
    #[error("the restitution has not taken place")]
    NotExplained,
    #[error("what was shown is not what would be signed")]
    NotWhatWasShown,
    #[error("a correction of a signed text needs its reason")]
    NoReason,
    #[error("it is a draft already")]
    StillDraft,
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

impl SynthesisText {
    /// Returns everything that the text lacks to be finished, in the order of its parts.
    pub fn lacks(&self) -> Vec<SynthesisRefusal> {
        let mut lacks = Vec::new();
        if self.reading.trim().is_empty() {
            lacks.push(SynthesisRefusal::NoReading);
        }
        if self.strengths.iter().all(|text| text.trim().is_empty()) {
            lacks.push(SynthesisRefusal::NoStrength);
        }
        if self.leads.is_empty() {
            lacks.push(SynthesisRefusal::NoLead);
        }
        for lead in &self.leads {
            let is_bare = lead.evidence.trim().is_empty() && lead.supports.is_empty();
            if is_bare || lead.title.trim().is_empty() {
                lacks.push(SynthesisRefusal::LeadWithoutEvidence { lead: lead.title.clone() });
            }
        }
        if self.recommendations.iter().all(|advice| advice.action.trim().is_empty()) {
            lacks.push(SynthesisRefusal::NoRecommendation);
        }
        lacks
    }
}

impl Synthesis {
    /// Declares the text finished.
    ///
    /// # Errors
    /// Returns the first thing that the text lacks.
    pub fn write(&self, by: StaffId, at: Instant) -> Result<SynthesisState, SynthesisRefusal> {
        if self.state != SynthesisState::Draft {
            return Err(SynthesisRefusal::AlreadyWritten);
        }
        if let Some(lack) = self.text.lacks().into_iter().next() {
            return Err(lack);
        }
        Ok(SynthesisState::Written { by, at })
    }

    /// Records that both signed, after the restitution. `fingerprints` are those of the documents that may have been
    /// read: what is on the screen now, or a copy that was printed and has not changed since.
    ///
    /// # Errors
    /// Returns why it cannot be signed.
    pub fn sign(
        &self,
        (by, at): (StaffId, Instant),
        explained: bool,
        proof: &Proof,
        fingerprints: &[String],
    ) -> Result<SynthesisState, SynthesisRefusal> {
        match self.state {
            SynthesisState::Draft => Err(SynthesisRefusal::NotWritten),
            SynthesisState::Signed { .. } => Err(SynthesisRefusal::AlreadyWritten),
            SynthesisState::Written { .. } if !explained => Err(SynthesisRefusal::NotExplained),
            SynthesisState::Written { .. } if !fingerprints.contains(&proof.shown) => {
                Err(SynthesisRefusal::NotWhatWasShown)
            }
            SynthesisState::Written { by: written_by, at: written_at } => {
                Ok(SynthesisState::Signed { by, at, written_by, written_at })
            }
        }
    }

    /// Returns the version that a correction makes: the same while nobody signed, the next one after.
    ///
    /// # Errors
    /// Refuses a draft, and a signed text without the reason of its correction.
    pub fn reopen(&self, reason: &str) -> Result<u32, SynthesisRefusal> {
        match self.state {
            SynthesisState::Draft => Err(SynthesisRefusal::StillDraft),
            SynthesisState::Written { .. } => Ok(self.version),
            SynthesisState::Signed { .. } if reason.trim().is_empty() => Err(SynthesisRefusal::NoReason),
            SynthesisState::Signed { .. } => Ok(self.version + 1),
        }
    }

    pub fn is_signed(&self) -> bool {
        matches!(self.state, SynthesisState::Signed { .. })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::stamp::Instant;

    fn at(millis: u64) -> Instant {
        Instant::from_utc(chrono::DateTime::UNIX_EPOCH).plus_millis(millis)
    }

    fn synthesis(state: SynthesisState) -> Synthesis {
        let (id, roadmap) = (SynthesisId::new(Uuid::from_u128(1)), RoadmapId::new(Uuid::from_u128(2)));
        Synthesis { id, roadmap, version: 1, text: SynthesisText::default(), state }
    }

    fn proof(shown: &str) -> Proof {
        let strokes = Signature::new(vec![vec![(1, 1), (9, 9)]]).unwrap();
        let signing = Signing::Pad { person: strokes.clone(), counsellor: strokes };
        Proof { identity: IdentityCheck::Known, shown: shown.to_owned(), station: "Bureau".to_owned(), signing }
    }

    #[test]
    fn two_drawings_sign_nothing_that_was_not_shown() {
        let counsellor = StaffId::new(Uuid::from_u128(3));
        let written = synthesis(SynthesisState::Written { by: counsellor, at: at(1) });
        let now = (counsellor, at(2));
        let current = ["abc".to_owned()];
        assert_eq!(written.sign(now, true, &proof("other"), &current), Err(SynthesisRefusal::NotWhatWasShown));
        assert_eq!(written.sign(now, false, &proof("abc"), &current), Err(SynthesisRefusal::NotExplained));
        let signed = SynthesisState::Signed { by: counsellor, at: at(2), written_by: counsellor, written_at: at(1) };
        assert_eq!(written.sign(now, true, &proof("abc"), &current), Ok(signed));
    }

    #[test]
    fn a_signed_text_is_corrected_in_a_further_version_with_its_reason() {
        let by = StaffId::new(Uuid::from_u128(3));
        let signed = synthesis(SynthesisState::Signed { by, at: at(2), written_by: by, written_at: at(1) });
        assert_eq!(signed.reopen(" "), Err(SynthesisRefusal::NoReason));
        assert_eq!(signed.reopen("Une erreur de date"), Ok(2));
        assert_eq!(synthesis(SynthesisState::Written { by, at: at(1) }).reopen(""), Ok(1));
        assert_eq!(synthesis(SynthesisState::Draft).reopen(""), Err(SynthesisRefusal::StillDraft));
    }

    #[test]
    fn an_empty_text_lacks_its_four_parts_at_once() {
        let lacks = [
            SynthesisRefusal::NoReading,
            SynthesisRefusal::NoStrength,
            SynthesisRefusal::NoLead,
            SynthesisRefusal::NoRecommendation,
        ];
        assert_eq!(SynthesisText::default().lacks(), lacks);
    }

    #[test]
    fn a_lead_that_an_observation_supports_needs_no_words() {
        let mut text = SynthesisText {
            reading: "Deux points.".to_owned(),
            strengths: vec!["Vous aidez.".to_owned()],
            leads: vec![Lead { title: "Accueil".to_owned(), ..Lead::default() }],
            recommendations: vec![Recommendation { action: "Une immersion.".to_owned(), ..Recommendation::default() }],
            ..SynthesisText::default()
        };
        assert_eq!(text.lacks(), [SynthesisRefusal::LeadWithoutEvidence { lead: "Accueil".to_owned() }]);
        text.leads[0].supports.push(Support::Observation(ObservationId::new(Uuid::from_u128(4))));
        assert_eq!(text.lacks(), []);
    }

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
