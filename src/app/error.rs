//! The four ways a use case ends other than well.

use std::path::Path;

use crate::domain::agenda::ServiceRefusal;
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
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::scheduling::WhyNot;
use crate::domain::session_life::LifeRefusal;
use crate::domain::sitting::SittingRefusal;
use crate::domain::synthesis::SynthesisRefusal;
use crate::domain::visit::CodeRefusal;
use crate::domain::workshop::SessionRefusal;
use crate::i18n::{Explain, short_date};
use crate::store::{MergeBar, StoreError};
use crate::tr;

/// Why a use case did not happen; four kinds for four reactions: explain, hide, say it is gone, apologise.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Refused(Refusal),
    #[error("this role may not do that")]
    Forbidden,
    #[error("there is no such thing any more")]
    NotFound,
    #[error(transparent)]
    Unavailable(#[from] Fault),
}

/// A rule that stands against a use case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Person(#[from] PersonRefusal),
    #[error(transparent)]
    Proof(#[from] ProofRefusal),
    #[error("two files cannot be made one")]
    Merge(Vec<MergeBar>),
    #[error(transparent)]
    Import(#[from] TableRefusal),
    #[error(transparent)]
    Referral(#[from] ReferralRefusal),
    #[error(transparent)]
    Interview(#[from] InterviewRefusal),
    #[error(transparent)]
    Roadmap(#[from] RoadmapRefusal),
    #[error(transparent)]
    Closing(#[from] ClosingRefusal),
    #[error(transparent)]
    Sitting(#[from] SittingRefusal),
    #[error(transparent)]
    Grid(#[from] GridRefusal),
    #[error(transparent)]
    Code(#[from] CodeRefusal),
    #[error(transparent)]
    Session(#[from] SessionRefusal),
    #[error(transparent)]
    Life(#[from] LifeRefusal),
    #[error(transparent)]
    Service(#[from] ServiceRefusal),
    #[error(transparent)]
    Appointment(#[from] AppointmentRefusal),
    #[error(transparent)]
    Synthesis(#[from] SynthesisRefusal),
    #[error(transparent)]
    OwnPage(#[from] OwnPageRefusal),
    #[error(transparent)]
    Delivery(#[from] DeliveryRefusal),
    #[error(transparent)]
    Setting(#[from] SettingRefusal),
    #[error(transparent)]
    Library(#[from] LibraryRefusal),
    #[error("no session can be proposed")]
    NothingProposed(WhyNot),
    #[error("a site has this name already")]
    SiteAlreadyRecorded,
    #[error("a text is no certificate")]
    NotACertificate,
    #[error("the place does not refer people any more")]
    SiteClosed,
    #[error("a line that is not encrypted leaves this computer")]
    UnprotectedMail,
    #[error("the staff code has 4 to 12 digits")]
    StaffCodeShape,
    #[error("the person used their code today")]
    VisitUsed,
    #[error("somebody else changed this in the meantime")]
    ChangedMeanwhile,
}

/// What the machine could not do; logged once where it is caught.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the file {path} cannot be written")]
    Write {
        path: std::path::PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("the catalogue of activities is not readable")]
    Activities(#[source] crate::catalog::activities::ActivitiesError),
    #[error("the table of sectors is not readable")]
    Sectors(#[source] crate::catalog::sectors::SectorsError),
    #[error("the table of criteria is not readable")]
    Criteria(#[source] crate::catalog::criteria::CriteriaError),
    #[error("the texts of agreements are not readable")]
    ConsentTexts(#[source] crate::catalog::consents::ConsentsError),
    #[error("the theme is not readable")]
    Theme(#[source] crate::catalog::theme::ThemeError),
    #[error("the edition of a definition is not installed")]
    DefinitionGone,
    #[error("the recorded events do not make a sitting")]
    History(#[from] crate::domain::sitting::CorruptHistory),
    #[error("the document cannot be made")]
    Document(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("what waits does not make an instance")]
    Plan(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the machine gives no randomness")]
    Chance(#[from] getrandom::Error),
    #[error("the code cannot be hashed")]
    Hash,
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            // A row that a command expected to change was changed by somebody else first.
            StoreError::Lost { .. } => AppError::Refused(Refusal::ChangedMeanwhile),
            other => AppError::Unavailable(Fault::Store(other)),
        }
    }
}

impl<R: Into<Refusal>> From<R> for AppError {
    fn from(refusal: R) -> Self {
        AppError::Refused(refusal.into())
    }
}

impl AppError {
    /// Returns the French sentence for the screen: what happened and what to do.
    pub fn french(&self) -> String {
        match self {
            AppError::Refused(refusal) => refusal.explain(),
            AppError::Forbidden => tr!("error-forbidden"),
            AppError::NotFound => tr!("error-not-found"),
            AppError::Unavailable(fault) => fault.french(),
        }
    }
}

impl Fault {
    fn french(&self) -> String {
        match self {
            Fault::Store(StoreError::NewerBase { .. }) => tr!("error-base-newer"),
            Fault::Store(StoreError::ChangedMigration { .. }) => tr!("error-base-changed-migration"),
            Fault::Store(StoreError::NotABase { path }) => tr!("error-base-not-a-base", path = shown(path)),
            Fault::Store(StoreError::Unopenable { path, .. }) => tr!("error-base-unopenable", path = shown(path)),
            Fault::Store(StoreError::Sqlite(_) | StoreError::Lost { .. }) => {
                tr!("error-unavailable", reason = tr!("error-base-busy"))
            }
            Fault::Write { path, .. } => tr!("error-unavailable", reason = tr!("error-folder", path = shown(path))),
            Fault::DefinitionGone
            | Fault::History(_)
            | Fault::Activities(_)
            | Fault::Sectors(_)
            | Fault::Criteria(_)
            | Fault::ConsentTexts(_)
            | Fault::Theme(_) => {
                tr!("error-unavailable", reason = tr!("error-definition-gone"))
            }
            Fault::Plan(_) => tr!("error-unavailable", reason = tr!("error-plan")),
            Fault::Document(_) => tr!("error-unavailable", reason = tr!("error-document")),
            Fault::Chance(_) | Fault::Hash => tr!("error-unavailable", reason = tr!("error-base-busy")),
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl Explain for Refusal {
    fn explain(&self) -> String {
        match self {
            Refusal::Person(refusal) => refusal.explain(),
            Refusal::Proof(refusal) => refusal.explain(),
            Refusal::Merge(bars) => {
                let mut sentences: Vec<String> = bars.iter().map(bar).collect();
                sentences.dedup();
                sentences.join(" ")
            }
            Refusal::Import(refusal) => refusal.explain(),
            Refusal::Referral(refusal) => refusal.explain(),
            Refusal::Interview(refusal) => refusal.explain(),
            Refusal::Roadmap(refusal) => refusal.explain(),
            Refusal::Closing(refusal) => refusal.explain(),
            Refusal::Sitting(refusal) => refusal.explain(),
            Refusal::Grid(refusal) => refusal.explain(),
            Refusal::Code(refusal) => refusal.explain(),
            Refusal::Session(refusal) => refusal.explain(),
            Refusal::Life(refusal) => refusal.explain(),
            Refusal::Service(refusal) => refusal.explain(),
            Refusal::Appointment(refusal) => refusal.explain(),
            Refusal::Synthesis(refusal) => refusal.explain(),
            Refusal::OwnPage(refusal) => refusal.explain(),
            Refusal::Setting(refusal) => refusal.explain(),
            Refusal::Delivery(refusal) => refusal.explain(),
            Refusal::Library(refusal) => refusal.explain(),
            Refusal::NothingProposed(why) => why.explain(),
            Refusal::UnprotectedMail => tr!("refusal-unprotected-mail"),
            Refusal::VisitUsed => tr!("refusal-visit-used"),
            Refusal::SiteAlreadyRecorded => tr!("refusal-site-already-recorded"),
            Refusal::NotACertificate => tr!("refusal-not-a-certificate"),
            Refusal::SiteClosed => tr!("refusal-site-closed"),
            Refusal::StaffCodeShape => tr!("refusal-staff-code-shape"),
            Refusal::ChangedMeanwhile => tr!("refusal-changed-meanwhile"),
        }
    }
}

fn bar(bar: &MergeBar) -> String {
    match bar {
        MergeBar::SameSession(day) => tr!("refusal-merge-same-session", day = short_date(*day)),
        MergeBar::TwoVisitsToday => tr!("refusal-merge-two-visits"),
        MergeBar::SameActivity(_) => tr!("refusal-merge-same-activity"),
    }
}
