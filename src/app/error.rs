//! The four ways a use case ends other than well.

use crate::domain::{
    appointment::AppointmentRefusal, delivery::DeliveryRefusal, interview::InterviewRefusal, person::PersonRefusal, referral::ReferralRefusal,
    roadmap::RoadmapRefusal, sitting::SittingRefusal, synthesis::SynthesisRefusal, visit::CodeRefusal, workshop::SessionRefusal,
};

/// Why a use case did not happen; four kinds for four reactions: explain, hide, say it is gone, apologise.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("this role may not do that")]
    Forbidden,
    #[error("there is no such thing any more")]
    NotFound,
    #[error("the base or a folder cannot be used: {reason}")]
    Unavailable { reason: String },
}

/// A rule that stands against a use case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Person(#[from] PersonRefusal),
    #[error(transparent)]
    Referral(#[from] ReferralRefusal),
    #[error(transparent)]
    Interview(#[from] InterviewRefusal),
    #[error(transparent)]
    Roadmap(#[from] RoadmapRefusal),
    #[error(transparent)]
    Sitting(#[from] SittingRefusal),
    #[error(transparent)]
    Code(#[from] CodeRefusal),
    #[error(transparent)]
    Session(#[from] SessionRefusal),
    #[error(transparent)]
    Appointment(#[from] AppointmentRefusal),
    #[error(transparent)]
    Synthesis(#[from] SynthesisRefusal),
    #[error(transparent)]
    Delivery(#[from] DeliveryRefusal),
    #[error("the staff code has 4 to 12 digits")]
    StaffCodeShape,
    #[error("somebody else changed this in the meantime")]
    ChangedMeanwhile,
}

impl AppError {
    /// Returns the French sentence for the screen: what happened and what to do.
    pub fn french(&self) -> String {
        todo!()
    }
}
