//! What is said when a rule stands against a wish: what happened, and what to do.

use super::terms::{clash, why_not};
use crate::domain::agenda::{Clash, ServiceRefusal};
use crate::domain::appointment::AppointmentRefusal;
use crate::domain::closing::ClosingRefusal;
use crate::domain::criterion::ProofRefusal;
use crate::domain::dated_setting::SettingRefusal;
use crate::domain::delivery::DeliveryRefusal;
use crate::domain::grid::GridRefusal;
use crate::domain::interview::InterviewRefusal;
use crate::domain::library::LibraryRefusal;
use crate::domain::own_page::OwnPageRefusal;
use crate::domain::people_file::TableRefusal;
use crate::domain::person::PersonRefusal;
use crate::domain::referral::ReferralRefusal;
use crate::domain::response::AnswerRefusal;
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::scheduling::WhyNot;
use crate::domain::session_life::LifeRefusal;
use crate::domain::signature::SignatureRefusal;
use crate::domain::sitting::{Channel, SittingRefusal};
use crate::domain::synthesis::SynthesisRefusal;
use crate::domain::visit::CodeRefusal;
use crate::domain::workshop::SessionRefusal;
use crate::i18n::short_date;
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
            PersonRefusal::PhoneUnusable => tr!("refusal-phone"),
            PersonRefusal::LooksLike { participants } => tr!("refusal-looks-like", n = participants.len()),
        }
    }
}

impl Explain for ProofRefusal {
    fn explain(&self) -> String {
        match self {
            ProofRefusal::InTheFuture => tr!("refusal-proof-future"),
            ProofRefusal::NoEnd => tr!("refusal-proof-no-end"),
            ProofRefusal::EndsBeforeItBegins => tr!("refusal-proof-ends-before"),
            ProofRefusal::NoSuchCriterion => tr!("refusal-proof-no-criterion"),
        }
    }
}

impl Explain for TableRefusal {
    fn explain(&self) -> String {
        match self {
            TableRefusal::NoSuchFile => tr!("refusal-table-no-file"),
            TableRefusal::Unreadable => tr!("refusal-table-unreadable"),
            TableRefusal::TooLarge => tr!("refusal-table-too-large"),
            TableRefusal::NotATable => tr!("refusal-table-not-a-table"),
            TableRefusal::NoRow => tr!("refusal-table-no-row"),
            TableRefusal::ColumnsMissing => tr!("refusal-table-columns"),
            TableRefusal::Changed => tr!("refusal-table-changed"),
            TableRefusal::NothingToImport => tr!("refusal-table-nothing"),
            TableRefusal::NoName => tr!("refusal-table-no-name"),
            TableRefusal::NoSuchSheet => tr!("refusal-table-no-sheet"),
            TableRefusal::AddedSince => tr!("refusal-import-added-since"),
            TableRefusal::UndoneAlready => tr!("refusal-import-undone"),
        }
    }
}

impl Explain for ReferralRefusal {
    fn explain(&self) -> String {
        match self {
            ReferralRefusal::NoQuestion => tr!("refusal-no-question"),
            ReferralRefusal::InTheFuture => tr!("refusal-future-date"),
            ReferralRefusal::AlreadyInterviewed => tr!("refusal-referral-interviewed"),
            ReferralRefusal::Over => tr!("refusal-referral-over"),
        }
    }
}

impl Explain for InterviewRefusal {
    fn explain(&self) -> String {
        match self {
            InterviewRefusal::Length { minutes } => tr!("refusal-interview-length", minutes = minutes.0),
            InterviewRefusal::NoSituation => tr!("refusal-no-situation"),
            InterviewRefusal::InTheFuture => tr!("refusal-future-date"),
            InterviewRefusal::SynthesisBegun => tr!("refusal-interview-synthesis"),
            InterviewRefusal::SignedAlready => tr!("refusal-interview-signed"),
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
            RoadmapRefusal::OnAnotherPath => tr!("refusal-on-another-path"),
            RoadmapRefusal::NoReason => tr!("refusal-no-reason"),
            RoadmapRefusal::OnSiteOnly => tr!("refusal-on-site-only"),
            RoadmapRefusal::ReflectionFirst => tr!("refusal-reflection-first"),
            RoadmapRefusal::NoAgreementToSector { .. } => tr!("refusal-no-agreement-to-sector"),
            RoadmapRefusal::StepFinished => tr!("refusal-step-finished"),
            RoadmapRefusal::NoSuchStep => tr!("refusal-no-such-step"),
            RoadmapRefusal::NoInterview => tr!("refusal-no-interview"),
            RoadmapRefusal::NotByHand => tr!("refusal-not-by-hand"),
            RoadmapRefusal::Closed => tr!("refusal-roadmap-closed"),
            RoadmapRefusal::ClosedEarly => tr!("refusal-closed-early"),
            RoadmapRefusal::UnderWay => tr!("refusal-step-under-way"),
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
            GridRefusal::NoHealthRight => tr!("refusal-no-health-right"),
            GridRefusal::CounsellorKeepsHealth => tr!("refusal-counsellor-keeps-health"),
            GridRefusal::NotThere => tr!("refusal-not-at-session"),
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
            SessionRefusal::TooSoon { earliest } => tr!("refusal-too-soon", day = short_date(*earliest)),
            SessionRefusal::WrongWeekday { .. } => tr!("refusal-wrong-weekday"),
            SessionRefusal::Clash(found) => clash(found),
            SessionRefusal::PersonNotFree { .. } => tr!("refusal-person-not-free"),
            SessionRefusal::NotOpen => tr!("refusal-session-not-open"),
            SessionRefusal::NotYet => tr!("refusal-session-not-yet"),
            SessionRefusal::Begun => tr!("refusal-session-begun"),
            SessionRefusal::NotHeld => tr!("refusal-session-not-held"),
            SessionRefusal::NotCancelled => tr!("refusal-session-not-cancelled"),
            SessionRefusal::NoReason => tr!("refusal-no-reason"),
            SessionRefusal::AttendanceIncomplete { missing } => {
                tr!("refusal-attendance-incomplete", missing = *missing)
            }
            SessionRefusal::NotWaiting { .. } => tr!("refusal-not-waiting"),
        }
    }
}

impl Explain for LifeRefusal {
    fn explain(&self) -> String {
        match self {
            LifeRefusal::OfferCount => tr!("refusal-offer-count"),
            LifeRefusal::OfferGone => tr!("refusal-offer-gone"),
            LifeRefusal::SeatedElsewhere { .. } => tr!("refusal-seated-elsewhere"),
            LifeRefusal::AlreadySeated => tr!("refusal-already-seated"),
            LifeRefusal::NotGivenBack => tr!("refusal-not-given-back"),
            LifeRefusal::NotAlike => tr!("refusal-not-alike"),
            LifeRefusal::NobodyMoves => tr!("refusal-nobody-moves"),
            LifeRefusal::NothingToTell => tr!("refusal-nothing-to-tell"),
            LifeRefusal::NoName => tr!("refusal-walk-in-name"),
            LifeRefusal::NoSuchHalf => tr!("refusal-no-such-half"),
            LifeRefusal::NotSigned { missing } => tr!("refusal-sheet-not-signed", missing = *missing),
            LifeRefusal::NotThere => tr!("refusal-not-there"),
            LifeRefusal::ScanUnreadable => tr!("refusal-scan-unreadable"),
            LifeRefusal::NotMissed => tr!("refusal-not-missed"),
            LifeRefusal::Signature(SignatureRefusal::Empty) => tr!("refusal-signature-empty"),
            LifeRefusal::Signature(SignatureRefusal::TooLong) => tr!("refusal-signature-long"),
        }
    }
}

impl Explain for WhyNot {
    fn explain(&self) -> String {
        why_not(self)
    }
}

impl Explain for Clash {
    fn explain(&self) -> String {
        clash(self)
    }
}

impl Explain for ServiceRefusal {
    fn explain(&self) -> String {
        match self {
            ServiceRefusal::NoName => tr!("refusal-service-name"),
            ServiceRefusal::NoPlace => tr!("refusal-service-places"),
            ServiceRefusal::EndsBeforeItBegins => tr!("refusal-service-days"),
            ServiceRefusal::Holidays { line } => tr!("refusal-service-holidays", line = *line),
        }
    }
}

impl Explain for AppointmentRefusal {
    fn explain(&self) -> String {
        match self {
            AppointmentRefusal::Length { shortest, longest } => {
                tr!("refusal-appointment-length", shortest = shortest.0, longest = longest.0)
            }
            AppointmentRefusal::NotYet => tr!("refusal-appointment-not-yet"),
            AppointmentRefusal::Signed => tr!("refusal-appointment-signed"),
            AppointmentRefusal::Past => tr!("refusal-appointment-past"),
            AppointmentRefusal::Clash(found) => clash(found),
            AppointmentRefusal::NoActivity => tr!("refusal-no-activity"),
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
            SynthesisRefusal::NoStrength => tr!("refusal-no-strength"),
            SynthesisRefusal::PersonPageTooLong => tr!("refusal-person-page-too-long"),
            SynthesisRefusal::NotWhatWasShown => tr!("refusal-not-what-was-shown"),
            SynthesisRefusal::NoReason => tr!("refusal-correction-reason"),
            SynthesisRefusal::StillDraft => tr!("refusal-still-draft"),
            SynthesisRefusal::NoRecommendation => tr!("refusal-no-recommendation"),
            SynthesisRefusal::AlreadyWritten => tr!("refusal-already-written"),
            SynthesisRefusal::NotWritten => tr!("refusal-not-written"),
            SynthesisRefusal::NotSigned => tr!("refusal-not-signed"),
            SynthesisRefusal::CopyNotKept => tr!("refusal-copy-not-kept"),
            SynthesisRefusal::NotExplained => tr!("refusal-not-explained"),
        }
    }
}

impl Explain for OwnPageRefusal {
    fn explain(&self) -> String {
        match self {
            OwnPageRefusal::Unfinished => tr!("refusal-own-page-unfinished"),
            OwnPageRefusal::NotBegun => tr!("refusal-own-page-not-begun"),
            OwnPageRefusal::NotOpen => tr!("refusal-own-page-not-open"),
            OwnPageRefusal::Withdrawn => tr!("refusal-own-page-withdrawn"),
        }
    }
}

impl Explain for SettingRefusal {
    fn explain(&self) -> String {
        match self {
            SettingRefusal::NotWithin { least, most } => tr!("refusal-setting-within", least = *least, most = *most),
            SettingRefusal::NotAText { most } => tr!("refusal-setting-text", most = *most),
            SettingRefusal::NeverOpen => tr!("refusal-setting-never-open"),
            SettingRefusal::NotThatHour => tr!("refusal-setting-hour"),
            SettingRefusal::MinimumAboveMaximum => tr!("refusal-setting-headcount"),
        }
    }
}

impl Explain for ClosingRefusal {
    fn explain(&self) -> String {
        match self {
            ClosingRefusal::NoReason => tr!("refusal-no-reason"),
            ClosingRefusal::AlreadyClosed => tr!("refusal-closed-already"),
            ClosingRefusal::AtItsTerm => tr!("refusal-at-its-term"),
            ClosingRefusal::NotClosed => tr!("refusal-not-closed"),
            ClosingRefusal::HandedOver => tr!("refusal-handed-over"),
        }
    }
}

impl Explain for DeliveryRefusal {
    fn explain(&self) -> String {
        match self {
            DeliveryRefusal::Synthesis(refusal) => refusal.explain(),
            DeliveryRefusal::NoAgreement => tr!("refusal-no-agreement"),
            DeliveryRefusal::AlreadyDelivered => tr!("refusal-already-delivered"),
            DeliveryRefusal::NotOfThisReferral => tr!("refusal-not-of-this-referral"),
            DeliveryRefusal::NoAddress => tr!("refusal-no-address"),
            DeliveryRefusal::AlreadySent => tr!("refusal-already-sent"),
            DeliveryRefusal::NotSent => tr!("refusal-not-sent"),
            DeliveryRefusal::NoServer => tr!("refusal-no-mail-server"),
            DeliveryRefusal::AlreadyOfThisReferral => tr!("refusal-already-of-this-referral"),
            DeliveryRefusal::NoticeNotWaiting => tr!("refusal-notice-not-waiting"),
            DeliveryRefusal::NoticeNotTold => tr!("refusal-notice-not-told"),
        }
    }
}
