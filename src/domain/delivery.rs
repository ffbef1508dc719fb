//! Handing a signed synthesis to the prescribers of *that* referral, with the person's agreement.

use super::id::{DeliveryId, NoticeId, ParticipantId, PrescriberId, StaffId, SynthesisId};
use super::stamp::Instant;
use super::synthesis::{Synthesis, SynthesisRefusal};

/// One copy of a synthesis handed to one prescriber.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: DeliveryId,
    pub synthesis: SynthesisId,
    pub prescriber: PrescriberId,
    pub by: StaffId,
    pub at: Instant,
    /// Name of the file in the outbox: it carries no person's name.
    pub file: String,
    /// SHA-256 of the PDF, in hexadecimal.
    pub sha256: String,
}

/// A message to a prescriber that waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: NoticeId,
    pub prescriber: PrescriberId,
    pub participant: ParticipantId,
    pub at: Instant,
    pub subject: NoticeSubject,
}

/// What a prescriber is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeSubject {
    /// The roadmap concentrates on one sector, with the person's agreement.
    SectorFocus(super::activity::Sector),
}

/// Why a synthesis is not delivered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryRefusal {
    #[error("the synthesis is not ready")]
    Synthesis(#[from] SynthesisRefusal),
    #[error("the person has not agreed")]
    NoAgreement,
    #[error("this prescriber has received it already")]
    AlreadyDelivered,
}

/// Checks that a synthesis may leave.
///
/// # Errors
/// Returns what is missing: the signature, the person's agreement, or nothing because it has left.
pub fn may_deliver(
    synthesis: &Synthesis,
    person_agrees: bool,
    to: PrescriberId,
    past: &[Delivery],
) -> Result<(), DeliveryRefusal> {
    if !synthesis.is_signed() {
        return Err(SynthesisRefusal::NotSigned.into());
    }
    if !person_agrees {
        return Err(DeliveryRefusal::NoAgreement);
    }
    if past.iter().any(|delivery| delivery.prescriber == to && delivery.synthesis == synthesis.id) {
        return Err(DeliveryRefusal::AlreadyDelivered);
    }
    Ok(())
}
