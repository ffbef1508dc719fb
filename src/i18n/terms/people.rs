//! People, their path, what they agree to.

use crate::domain::activity::{Purpose, Sector};
use crate::domain::closing::ClosingReason;
use crate::domain::delivery::NoticeWay;
use crate::domain::interview::{Hindrance, ProjectState, SuggestionReason};
use crate::domain::person::{ConsentDecision, ConsentSubject, ExtraTime, PrescriberKind, Role};
use crate::domain::roadmap::{Outcome, Place};
use crate::domain::synthesis::{IdentityCheck, SynthesisState};
use crate::tr;

pub fn sector(sector: Sector) -> String {
    match sector {
        Sector::Industry => tr!("term-sector-industry"),
        Sector::Transport => tr!("term-sector-transport"),
        Sector::PersonalServices => tr!("term-sector-services"),
        Sector::Building => tr!("term-sector-building"),
        Sector::Catering => tr!("term-sector-catering"),
        Sector::Office => tr!("term-sector-office"),
    }
}

pub fn identity_check(check: IdentityCheck) -> String {
    match check {
        IdentityCheck::Known => tr!("term-identity-known"),
        IdentityCheck::Document => tr!("term-identity-document"),
        IdentityCheck::Code => tr!("term-identity-code"),
    }
}

pub fn role(role: Role) -> String {
    match role {
        Role::Counsellor => tr!("term-role-counsellor"),
        Role::Facilitator => tr!("term-role-facilitator"),
        Role::Manager => tr!("term-role-manager"),
    }
}

pub fn prescriber_kind(kind: PrescriberKind) -> String {
    match kind {
        PrescriberKind::PathReferent => tr!("term-path-referent"),
        PrescriberKind::EmploymentAdviser => tr!("term-employment-adviser"),
    }
}

pub fn purpose(purpose: Purpose) -> String {
    match purpose {
        Purpose::Welcome => tr!("term-purpose-welcome"),
        Purpose::Reflection => tr!("term-purpose-reflection"),
        Purpose::Skills => tr!("term-purpose-skills"),
        Purpose::Confirmation => tr!("term-purpose-confirmation"),
        Purpose::SectorFocus(which) => tr!("term-purpose-sector", sector = sector(which)),
    }
}

/// Returns the state of a person's project in a few words.
pub fn project(state: ProjectState) -> String {
    match state {
        ProjectState::NoProject => tr!("term-project-none"),
        ProjectState::Idea => tr!("term-project-idea"),
        ProjectState::ToConfirm => tr!("term-project-confirm"),
    }
}

/// Returns what a state of the project means, in one sentence.
pub fn project_detail(state: ProjectState) -> String {
    match state {
        ProjectState::NoProject => tr!("term-project-none-detail"),
        ProjectState::Idea => tr!("term-project-idea-detail"),
        ProjectState::ToConfirm => tr!("term-project-confirm-detail"),
    }
}

/// Returns what is to be taken into account.
pub fn hindrance(hindrance: Hindrance) -> String {
    match hindrance {
        Hindrance::Mobility => tr!("term-hindrance-mobility"),
        Hindrance::Childcare => tr!("term-hindrance-childcare"),
        Hindrance::Health => tr!("term-hindrance-health"),
        Hindrance::Language => tr!("term-hindrance-language"),
        Hindrance::Digital => tr!("term-hindrance-digital"),
        Hindrance::Housing => tr!("term-hindrance-housing"),
        Hindrance::Hours => tr!("term-hindrance-hours"),
    }
}

/// Returns the category of reason of a path that is closed before its term, as it may be told outside.
pub fn closing_reason(reason: ClosingReason) -> String {
    match reason {
        ClosingReason::StoppedComing => tr!("term-closing-stopped-coming"),
        ClosingReason::Refused => tr!("term-closing-refused"),
        ClosingReason::Incomplete => tr!("term-closing-incomplete"),
        ClosingReason::Other => tr!("term-closing-other"),
    }
}

/// Returns by what a prescriber was told: "par téléphone".
pub fn notice_way(way: NoticeWay) -> String {
    match way {
        NoticeWay::Paper => tr!("term-notice-way-paper"),
        NoticeWay::Email => tr!("term-notice-way-email"),
        NoticeWay::Phone => tr!("term-notice-way-phone"),
    }
}

/// Returns what was done to tell a prescriber: "Appel téléphonique".
pub fn notice_way_done(way: NoticeWay) -> String {
    match way {
        NoticeWay::Paper => tr!("term-notice-way-paper-done"),
        NoticeWay::Email => tr!("term-notice-way-email-done"),
        NoticeWay::Phone => tr!("term-notice-way-phone-done"),
    }
}

/// Returns why an activity is proposed, in a few words for a badge.
pub fn suggestion_reason(why: SuggestionReason) -> String {
    match why {
        SuggestionReason::Reading => tr!("term-suggestion-reading"),
        SuggestionReason::Digital => tr!("term-suggestion-digital"),
        SuggestionReason::Constraints => tr!("term-suggestion-constraints"),
        SuggestionReason::BeforeTheSector => tr!("term-suggestion-before-sector"),
        SuggestionReason::ReflectionFirst => tr!("term-suggestion-reflection"),
        SuggestionReason::ConfrontsTheProject => tr!("term-suggestion-project"),
        SuggestionReason::NamesTheSector(_) => tr!("term-suggestion-sector"),
        SuggestionReason::WithCare => tr!("term-suggestion-care"),
        SuggestionReason::BasicSkills => tr!("term-suggestion-skills"),
    }
}

/// Returns the sentence that a prescription starts with when it follows a suggestion.
pub fn suggestion_sentence(why: SuggestionReason) -> String {
    match why {
        SuggestionReason::Reading => tr!("term-suggestion-reading-sentence"),
        SuggestionReason::Digital => tr!("term-suggestion-digital-sentence"),
        SuggestionReason::Constraints => tr!("term-suggestion-constraints-sentence"),
        SuggestionReason::BeforeTheSector => tr!("term-suggestion-before-sector-sentence"),
        SuggestionReason::ReflectionFirst => tr!("term-suggestion-reflection-sentence"),
        SuggestionReason::ConfrontsTheProject => tr!("term-suggestion-project-sentence"),
        SuggestionReason::NamesTheSector(named) => tr!("term-suggestion-sector-sentence", sector = sector(named)),
        SuggestionReason::WithCare => tr!("term-suggestion-care-sentence"),
        SuggestionReason::BasicSkills => tr!("term-suggestion-skills-sentence"),
    }
}

/// Returns the reason of one suggestion: what was said, or the question that this activity answers.
pub fn suggestion_of(why: SuggestionReason, answers: &str) -> String {
    match why {
        SuggestionReason::ReflectionFirst | SuggestionReason::ConfrontsTheProject | SuggestionReason::BasicSkills => {
            answers.to_owned()
        }
        SuggestionReason::Reading
        | SuggestionReason::Digital
        | SuggestionReason::Constraints
        | SuggestionReason::BeforeTheSector
        | SuggestionReason::NamesTheSector(_)
        | SuggestionReason::WithCare => suggestion_sentence(why),
    }
}

pub fn place(place: Place) -> String {
    match place {
        Place::OnSite => tr!("term-on-site"),
        Place::Remote => tr!("term-remote"),
    }
}

pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Open => tr!("term-step-open"),
        Outcome::Done { .. } => tr!("term-step-done"),
        Outcome::Dropped { .. } => tr!("term-step-dropped"),
    }
}

pub fn extra_time(extra: ExtraTime) -> String {
    match extra {
        ExtraTime::None => tr!("term-extra-none"),
        ExtraTime::Third => tr!("term-extra-third"),
        ExtraTime::Half => tr!("term-extra-half"),
        ExtraTime::Unlimited => tr!("term-extra-unlimited"),
    }
}

pub fn consent_subject(subject: &ConsentSubject) -> String {
    match subject {
        ConsentSubject::SendSynthesis => tr!("term-consent-synthesis"),
        ConsentSubject::HealthData => tr!("term-consent-health"),
        ConsentSubject::SectorFocus(which) => tr!("term-consent-sector", sector = sector(*which)),
    }
}

pub fn consent_decision(decision: ConsentDecision) -> String {
    match decision {
        ConsentDecision::Agreed => tr!("term-agreed"),
        ConsentDecision::Refused => tr!("term-refused"),
    }
}

pub fn synthesis_state(state: &SynthesisState) -> String {
    match state {
        SynthesisState::Draft => tr!("term-synthesis-draft"),
        SynthesisState::Written { .. } => tr!("term-synthesis-written"),
        SynthesisState::Signed { .. } => tr!("term-synthesis-signed"),
    }
}
