//! What is said when a rule stands against a wish: what happened, and what to do.

use crate::domain::appointment::AppointmentRefusal;
use crate::domain::delivery::DeliveryRefusal;
use crate::domain::grid::GridRefusal;
use crate::domain::interview::InterviewRefusal;
use crate::domain::library::LibraryRefusal;
use crate::domain::person::PersonRefusal;
use crate::domain::referral::ReferralRefusal;
use crate::domain::response::AnswerRefusal;
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::scheduling::WhyNot;
use crate::domain::sitting::{Channel, SittingRefusal};
use crate::domain::stamp::Half;
use crate::domain::synthesis::SynthesisRefusal;
use crate::domain::visit::CodeRefusal;
use crate::domain::workshop::SessionRefusal;
use crate::i18n::{short_date, weekday_date};
use crate::tr;

/// A refusal that can be told in French.
pub trait Explain {
    /// Returns one or two sentences for the person at the screen.
    fn explain(&self) -> String;
}

impl Explain for PersonRefusal {
    fn explain(&self) -> String {
        match self {
            PersonRefusal::FirstNameUnusable => tr!("refusal-first-name"),
            PersonRefusal::LastNameUnusable => tr!("refusal-last-name"),
            PersonRefusal::AgeOutOfRange { age } => tr!("refusal-age", age = *age),
            PersonRefusal::EmailUnusable => tr!("refusal-email"),
            PersonRefusal::AlreadyRecorded { .. } => tr!("refusal-already-recorded"),
        }
    }
}

impl Explain for ReferralRefusal {
    fn explain(&self) -> String {
        match self {
            ReferralRefusal::NoQuestion => tr!("refusal-no-question"),
            ReferralRefusal::InTheFuture => tr!("refusal-future-date"),
        }
    }
}

impl Explain for InterviewRefusal {
    fn explain(&self) -> String {
        match self {
            InterviewRefusal::Length { minutes } => tr!("refusal-interview-length", minutes = minutes.0),
            InterviewRefusal::NoSituation => tr!("refusal-no-situation"),
            InterviewRefusal::InTheFuture => tr!("refusal-future-date"),
        }
    }
}

impl Explain for LibraryRefusal {
    fn explain(&self) -> String {
        match self {
            LibraryRefusal::Draft => tr!("refusal-edition-draft"),
            LibraryRefusal::Withdrawn => tr!("refusal-edition-withdrawn"),
            LibraryRefusal::SameState => tr!("refusal-edition-same-state"),
            LibraryRefusal::NoReason => tr!("refusal-no-reason"),
            LibraryRefusal::AlreadyThere => tr!("refusal-edition-already-there"),
            LibraryRefusal::VersionReused { version } => {
                tr!("refusal-edition-version-reused", version = version.as_str())
            }
            LibraryRefusal::NotProposed => tr!("refusal-edition-not-proposed"),
        }
    }
}

impl Explain for RoadmapRefusal {
    fn explain(&self) -> String {
        match self {
            RoadmapRefusal::AlreadyPrescribed => tr!("refusal-already-prescribed"),
            RoadmapRefusal::NoReason => tr!("refusal-no-reason"),
            RoadmapRefusal::OnSiteOnly => tr!("refusal-on-site-only"),
            RoadmapRefusal::ReflectionFirst => tr!("refusal-reflection-first"),
            RoadmapRefusal::NoAgreementToSector { .. } => tr!("refusal-no-agreement-to-sector"),
            RoadmapRefusal::StepFinished => tr!("refusal-step-finished"),
            RoadmapRefusal::NoSuchStep => tr!("refusal-no-such-step"),
            RoadmapRefusal::NoInterview => tr!("refusal-no-interview"),
            RoadmapRefusal::NotByHand => tr!("refusal-not-by-hand"),
            RoadmapRefusal::Closed => tr!("refusal-roadmap-closed"),
        }
    }
}

impl Explain for AnswerRefusal {
    fn explain(&self) -> String {
        match self {
            AnswerRefusal::WrongKind
            | AnswerRefusal::NoSuchPoint
            | AnswerRefusal::NoSuchOption
            | AnswerRefusal::ImpossibleAct => tr!("refusal-answer"),
            AnswerRefusal::WrongOptions => tr!("refusal-answer-options"),
            AnswerRefusal::TooLong => tr!("refusal-answer-too-long"),
            AnswerRefusal::OutOfBounds => tr!("refusal-answer-out-of-bounds"),
        }
    }
}

impl Explain for GridRefusal {
    fn explain(&self) -> String {
        match self {
            GridRefusal::AnsweredByThePerson => tr!("refusal-not-a-grid"),
            GridRefusal::NoAgreement => tr!("refusal-no-health-agreement"),
        }
    }
}

impl Explain for SittingRefusal {
    fn explain(&self) -> String {
        match self {
            SittingRefusal::Finished => tr!("refusal-sitting-finished"),
            SittingRefusal::HeldElsewhere { by: Channel::Station(name) } => {
                tr!("refusal-held-elsewhere", station = name.as_str())
            }
            SittingRefusal::HeldElsewhere { by: Channel::Desk } => tr!("refusal-held-by-desk"),
            SittingRefusal::OnHold => tr!("refusal-on-hold"),
            SittingRefusal::NoPauseHere => tr!("refusal-no-pause-here"),
            SittingRefusal::TimeIsLeft => tr!("refusal-time-is-left"),
            SittingRefusal::ReasonNeeded => tr!("refusal-no-reason"),
            SittingRefusal::UnknownItem | SittingRefusal::NotTheCurrentItem | SittingRefusal::Item(_) => {
                tr!("refusal-not-current")
            }
            SittingRefusal::AlreadyAnswered => tr!("refusal-already-answered"),
            SittingRefusal::Answer(refusal) => refusal.explain(),
        }
    }
}

impl Explain for CodeRefusal {
    fn explain(&self) -> String {
        match self {
            CodeRefusal::NotSixDigits => tr!("refusal-code-shape"),
            CodeRefusal::Unknown { tries_left } => tr!("refusal-code-unknown", left = *tries_left),
            CodeRefusal::StationBlocked => tr!("refusal-station-blocked"),
            CodeRefusal::NothingToDo => tr!("refusal-nothing-to-do"),
        }
    }
}

impl Explain for SessionRefusal {
    fn explain(&self) -> String {
        match self {
            SessionRefusal::PoolTooSmall { have, need } => tr!("refusal-pool-too-small", have = *have, need = *need),
            SessionRefusal::TooManyPeople { have, most } => tr!("refusal-too-many", have = *have, most = *most),
            SessionRefusal::Closed { day } => tr!("refusal-closed-day", day = weekday_date(*day)),
            SessionRefusal::TooSoon { earliest } => tr!("refusal-too-soon", day = short_date(*earliest)),
            SessionRefusal::WrongWeekday { .. } => tr!("refusal-wrong-weekday"),
            SessionRefusal::Clash { .. } => tr!("refusal-clash"),
            SessionRefusal::PersonNotFree { .. } => tr!("refusal-person-not-free"),
            SessionRefusal::NotOpen => tr!("refusal-session-not-open"),
            SessionRefusal::NotYet => tr!("refusal-session-not-yet"),
            SessionRefusal::NoReason => tr!("refusal-no-reason"),
            SessionRefusal::AttendanceIncomplete { missing } => {
                tr!("refusal-attendance-incomplete", missing = *missing)
            }
            SessionRefusal::NotWaiting { .. } => tr!("refusal-not-waiting"),
        }
    }
}

impl Explain for WhyNot {
    fn explain(&self) -> String {
        match self {
            WhyNot::NobodyWaits => tr!("why-nobody-waits"),
            WhyNot::TooFewWait { waiting, missing } => tr!("why-too-few", waiting = *waiting, missing = *missing),
            WhyNot::NeverTogether { waiting, best: Some((day, half)), free } => {
                tr!("why-never-together", waiting = *waiting, free = *free, when = half_day(*day, *half))
            }
            WhyNot::NeverTogether { waiting, best: None, .. } => tr!("why-no-day", waiting = *waiting),
            WhyNot::RoomOrFacilitatorTaken { day } => tr!("why-taken", day = weekday_date(*day)),
        }
    }
}

fn half_day(day: chrono::NaiveDate, half: Half) -> String {
    match half {
        Half::Morning => tr!("why-morning", day = weekday_date(day)),
        Half::Afternoon => tr!("why-afternoon", day = weekday_date(day)),
    }
}

impl Explain for AppointmentRefusal {
    fn explain(&self) -> String {
        match self {
            AppointmentRefusal::Length { shortest, longest } => {
                tr!("refusal-appointment-length", shortest = shortest.0, longest = longest.0)
            }
            AppointmentRefusal::Closed => tr!("refusal-appointment-closed"),
            AppointmentRefusal::Past => tr!("refusal-appointment-past"),
            AppointmentRefusal::CounsellorTaken => tr!("refusal-counsellor-taken"),
            AppointmentRefusal::PersonTaken => tr!("refusal-person-taken"),
            AppointmentRefusal::NoSynthesis => tr!("refusal-no-synthesis"),
            AppointmentRefusal::NotBooked => tr!("refusal-not-booked"),
        }
    }
}

impl Explain for SynthesisRefusal {
    fn explain(&self) -> String {
        match self {
            SynthesisRefusal::RoadmapUnderway { open } => tr!("refusal-roadmap-underway", open = *open),
            SynthesisRefusal::NothingDone => tr!("refusal-nothing-done"),
            SynthesisRefusal::NoReading => tr!("refusal-no-reading"),
            SynthesisRefusal::NoLead => tr!("refusal-no-lead"),
            SynthesisRefusal::LeadWithoutEvidence { .. } => tr!("refusal-lead-without-evidence"),
            SynthesisRefusal::NoRecommendation => tr!("refusal-no-recommendation"),
            SynthesisRefusal::AlreadyWritten => tr!("refusal-already-written"),
            SynthesisRefusal::NotWritten => tr!("refusal-not-written"),
            SynthesisRefusal::NotSigned => tr!("refusal-not-signed"),
            SynthesisRefusal::NotExplained => tr!("refusal-not-explained"),
        }
    }
}

impl Explain for DeliveryRefusal {
    fn explain(&self) -> String {
        match self {
            DeliveryRefusal::Synthesis(refusal) => refusal.explain(),
            DeliveryRefusal::NoAgreement => tr!("refusal-no-agreement"),
            DeliveryRefusal::AlreadyDelivered => tr!("refusal-already-delivered"),
        }
    }
}
