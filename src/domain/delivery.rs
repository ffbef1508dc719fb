//! Handing a signed synthesis to the prescribers of *that* referral, with the person's agreement.
//!
//! A message leaves ten minutes after it was asked for: until then it can be called back.

use super::id::{DeliveryId, NoticeId, ParticipantId, PrescriberId, StaffId, SynthesisId};
use super::person::Personal;
use super::stamp::Instant;
use super::synthesis::{Synthesis, SynthesisRefusal};

/// How long a message waits before it leaves, in minutes.
pub const MINUTES_TO_CANCEL: u64 = 10;

/// One copy of a signed version for one prescriber.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: DeliveryId,
    pub synthesis: SynthesisId,
    pub version: u32,
    pub prescriber: PrescriberId,
    pub by: StaffId,
    /// When it was asked for.
    pub at: Instant,
    pub way: Way,
    /// Name of the file: it carries no person's name.
    pub file: String,
    /// SHA-256 of the signed PDF, in hexadecimal.
    pub sha256: String,
    /// When it leaves.
    pub due: Instant,
    pub state: DeliveryState,
    /// Opens the attached file; kept until the prescriber has confirmed.
    pub password: Option<Personal<String>>,
    /// When the password was told, by another way than the message.
    pub told: Option<Instant>,
    /// When the prescriber confirmed.
    pub received: Option<Instant>,
}

/// By what a copy reaches a prescriber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// An encrypted file with a message that names nobody.
    Email,
    /// A printed copy, handed over or posted.
    Paper,
}

/// Where a delivery stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// It leaves at its hour unless it is called back.
    Waiting,
    Sent {
        at: Instant,
    },
    /// The post refused it; it may be tried again.
    Failed {
        at: Instant,
        trouble: Trouble,
    },
    Cancelled {
        at: Instant,
    },
}

/// Why a message did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No server, or none that answers.
    Unreachable,
    /// The server refuses the name or the password of the service.
    Login,
    /// The server refuses the address of the prescriber.
    Recipient,
    /// The server refuses the message.
    Message,
}

/// A letter to a prescriber: somebody sends it, hands it over or calls, and says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: NoticeId,
    pub prescriber: PrescriberId,
    pub participant: ParticipantId,
    pub at: Instant,
    /// Who wrote it; letters of an older program do not say it.
    pub by: Option<StaffId>,
    pub subject: NoticeSubject,
    pub state: NoticeState,
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeState {
    /// The prescriber is to be told.
    Waiting,
    Told {
        at: Instant,
        by: StaffId,
        how: NoticeWay,
    },
    /// What it says is no longer so: it is not sent.
    Withdrawn {
        at: Instant,
    },
}

/// By what a prescriber learnt what a letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeWay {
    Paper,
    Email,
    Phone,
}

impl NoticeWay {
    pub const ALL: [NoticeWay; 3] = [NoticeWay::Paper, NoticeWay::Email, NoticeWay::Phone];
}

impl NoticeState {
    /// Returns the state once the prescriber was told.
    ///
    /// # Errors
    /// Refuses a letter that was told or withdrawn.
    pub fn tell(self, at: Instant, by: StaffId, how: NoticeWay) -> Result<Self, DeliveryRefusal> {
        match self {
            NoticeState::Waiting => Ok(NoticeState::Told { at, by, how }),
            NoticeState::Told { .. } | NoticeState::Withdrawn { .. } => Err(DeliveryRefusal::NoticeNotWaiting),
        }
    }

    /// Returns the state once the telling, recorded by mistake, is taken back.
    ///
    /// # Errors
    /// Refuses a letter that nobody was told of.
    pub fn take_back(self) -> Result<Self, DeliveryRefusal> {
        match self {
            NoticeState::Told { .. } => Ok(NoticeState::Waiting),
            NoticeState::Waiting | NoticeState::Withdrawn { .. } => Err(DeliveryRefusal::NoticeNotTold),
        }
    }
}

/// What a prescriber is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeSubject {
    /// The roadmap concentrates on one sector, with the person's agreement.
    SectorFocus(super::activity::Sector),
    /// The path ended before its term: the category only, never the words.
    PathClosed(super::closing::ClosingReason),
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
    #[error("this prescriber did not refer the person")]
    NotOfThisReferral,
    #[error("this prescriber has no e-mail address")]
    NoAddress,
    #[error("it has left already")]
    AlreadySent,
    #[error("it has not left")]
    NotSent,
    #[error("no server is set for messages")]
    NoServer,
    #[error("this prescriber is one of the referral already")]
    AlreadyOfThisReferral,
    #[error("this letter waits for nothing")]
    NoticeNotWaiting,
    #[error("nobody was told of this letter")]
    NoticeNotTold,
}

/// Whom a delivery goes to, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub prescriber: PrescriberId,
    pub has_address: bool,
    pub way: Way,
}

/// Checks that the signed version may leave for `to`. `referral` holds the prescribers of the referral, `past` every delivery.
///
/// # Errors
/// Returns what is missing: the signature, the person's agreement, the address, or nothing because it has left.
pub fn may_deliver(
    synthesis: &Synthesis,
    person_agrees: bool,
    to: Recipient,
    referral: &[PrescriberId],
    past: &[Delivery],
) -> Result<(), DeliveryRefusal> {
    if !synthesis.is_signed() {
        return Err(SynthesisRefusal::NotSigned.into());
    }
    if !person_agrees {
        return Err(DeliveryRefusal::NoAgreement);
    }
    if !referral.contains(&to.prescriber) {
        return Err(DeliveryRefusal::NotOfThisReferral);
    }
    if to.way == Way::Email && !to.has_address {
        return Err(DeliveryRefusal::NoAddress);
    }
    let same = |delivery: &&Delivery| {
        delivery.prescriber == to.prescriber
            && (delivery.synthesis, delivery.version) == (synthesis.id, synthesis.version)
    };
    if past.iter().filter(same).any(|delivery| !matches!(delivery.state, DeliveryState::Cancelled { .. })) {
        return Err(DeliveryRefusal::AlreadyDelivered);
    }
    Ok(())
}

impl Delivery {
    /// Returns when a delivery that is asked for now leaves: paper at once, a message in ten minutes.
    pub fn due(way: Way, now: Instant) -> Instant {
        match way {
            Way::Email => now.plus_millis(MINUTES_TO_CANCEL * 60_000),
            Way::Paper => now,
        }
    }

    pub fn is_due(&self, now: Instant) -> bool {
        self.state == DeliveryState::Waiting && self.due <= now
    }

    /// Calls back what has not left; a failed message may be given up too.
    ///
    /// # Errors
    /// Refuses once it left.
    pub fn cancel(&self, at: Instant) -> Result<DeliveryState, DeliveryRefusal> {
        match self.state {
            DeliveryState::Waiting | DeliveryState::Failed { .. } => Ok(DeliveryState::Cancelled { at }),
            DeliveryState::Sent { .. } | DeliveryState::Cancelled { .. } => Err(DeliveryRefusal::AlreadySent),
        }
    }

    /// Tries a failed message again, at once.
    ///
    /// # Errors
    /// Refuses what waits, left or was called back.
    pub fn retry(&self) -> Result<DeliveryState, DeliveryRefusal> {
        match self.state {
            DeliveryState::Failed { .. } => Ok(DeliveryState::Waiting),
            DeliveryState::Waiting | DeliveryState::Sent { .. } | DeliveryState::Cancelled { .. } => {
                Err(DeliveryRefusal::AlreadySent)
            }
        }
    }

    pub fn is_sent(&self) -> bool {
        matches!(self.state, DeliveryState::Sent { .. })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::RoadmapId;
    use crate::domain::synthesis::{SynthesisState, SynthesisText};

    fn at(minutes: u64) -> Instant {
        Instant::from_utc(chrono::DateTime::UNIX_EPOCH).plus_millis(minutes * 60_000)
    }

    fn signed(version: u32) -> Synthesis {
        let by = StaffId::new(Uuid::from_u128(1));
        let state = SynthesisState::Signed { by, at: at(0), written_by: by, written_at: at(0) };
        let (id, roadmap) = (SynthesisId::new(Uuid::from_u128(2)), RoadmapId::new(Uuid::from_u128(3)));
        Synthesis { id, roadmap, version, text: SynthesisText::default(), state }
    }

    fn to(prescriber: u128, way: Way) -> Recipient {
        Recipient { prescriber: PrescriberId::new(Uuid::from_u128(prescriber)), has_address: false, way }
    }

    fn delivery(state: DeliveryState) -> Delivery {
        Delivery {
            id: DeliveryId::new(Uuid::from_u128(9)),
            synthesis: signed(1).id,
            version: 1,
            prescriber: PrescriberId::new(Uuid::from_u128(4)),
            by: StaffId::new(Uuid::from_u128(1)),
            at: at(0),
            way: Way::Email,
            file: String::new(),
            sha256: String::new(),
            due: Delivery::due(Way::Email, at(0)),
            state,
            password: None,
            told: None,
            received: None,
        }
    }

    #[test]
    fn only_the_prescribers_of_the_referral_receive_a_synthesis() {
        let referral = [PrescriberId::new(Uuid::from_u128(4))];
        assert_eq!(may_deliver(&signed(1), true, to(4, Way::Paper), &referral, &[]), Ok(()));
        let other = may_deliver(&signed(1), true, to(5, Way::Paper), &referral, &[]);
        assert_eq!(other, Err(DeliveryRefusal::NotOfThisReferral));
        let no_address = may_deliver(&signed(1), true, to(4, Way::Email), &referral, &[]);
        assert_eq!(no_address, Err(DeliveryRefusal::NoAddress));
    }

    #[test]
    fn a_version_is_received_once_and_the_next_version_again() {
        let referral = [PrescriberId::new(Uuid::from_u128(4))];
        let past = [delivery(DeliveryState::Sent { at: at(10) })];
        let again = may_deliver(&signed(1), true, to(4, Way::Paper), &referral, &past);
        assert_eq!(again, Err(DeliveryRefusal::AlreadyDelivered));
        assert_eq!(may_deliver(&signed(2), true, to(4, Way::Paper), &referral, &past), Ok(()));
        let called_back = [delivery(DeliveryState::Cancelled { at: at(1) })];
        assert_eq!(may_deliver(&signed(1), true, to(4, Way::Paper), &referral, &called_back), Ok(()));
    }

    #[test]
    fn a_message_leaves_after_ten_minutes_and_is_called_back_until_then() {
        let waiting = delivery(DeliveryState::Waiting);
        assert!(!waiting.is_due(at(9)));
        assert!(waiting.is_due(at(10)));
        assert_eq!(waiting.cancel(at(9)), Ok(DeliveryState::Cancelled { at: at(9) }));
        let sent = delivery(DeliveryState::Sent { at: at(10) });
        assert_eq!(sent.cancel(at(11)), Err(DeliveryRefusal::AlreadySent));
        assert_eq!(sent.retry(), Err(DeliveryRefusal::AlreadySent));
        let failed = delivery(DeliveryState::Failed { at: at(10), trouble: Trouble::Unreachable });
        assert_eq!(failed.retry(), Ok(DeliveryState::Waiting));
    }
}
