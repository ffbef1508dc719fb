//! *Orientation vers la Boussole*: a prescriber refers a participant with a question.

use chrono::NaiveDate;

use super::id::{ParticipantId, PrescriberId, ReferralId};

/// One referral. The Boussole works beside the prescriber's follow-up and never suspends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    pub id: ReferralId,
    pub participant: ParticipantId,
    pub prescriber: PrescriberId,
    pub received: NaiveDate,
    pub question: Question,
    /// The question stands for one that is still to be asked.
    pub is_to_ask: bool,
}

/// What the prescriber asks the Boussole: a text that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question(String);

impl Question {
    /// Trims the text.
    ///
    /// # Errors
    /// Returns [`ReferralRefusal::NoQuestion`] when nothing is left.
    pub fn new(text: &str) -> Result<Self, ReferralRefusal> {
        let text = text.trim();
        if text.is_empty() { Err(ReferralRefusal::NoQuestion) } else { Ok(Self(text.to_owned())) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a referral cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferralRefusal {
    #[error("the orientation question is missing")]
    NoQuestion,
    #[error("the referral is dated after today")]
    InTheFuture,
    #[error("the interview of the referral is recorded")]
    AlreadyInterviewed,
    #[error("the path of the referral is over")]
    Over,
}
