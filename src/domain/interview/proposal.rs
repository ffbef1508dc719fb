//! What an interview suggests to prescribe, from the state of the project and from what was said. The counsellor decides.

use std::collections::BTreeSet;

use super::{Hindrance, ProjectState};
use crate::domain::activity::{Activity, ActivityId, Form, Purpose, Sector};
use crate::domain::fold::words;

/// An activity that the software proposes, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub activity: ActivityId,
    pub why: SuggestionReason,
    /// It is short and answers to what was said: ticked when the interview ends. The others are one press away.
    pub leads: bool,
}

/// Why an activity is proposed, the first reasons first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionReason {
    /// Language or reading stands in the way: what is at ease comes first.
    Reading,
    /// Digital tools stand in the way.
    Digital,
    /// Hours, travel or childcare limit what jobs suit.
    Constraints,
    /// A sector is named: do its activities attract the person?
    BeforeTheSector,
    /// No project or no concrete idea: reflection comes first.
    ReflectionFirst,
    /// The idea or project is compared with what the person likes and stands.
    ConfrontsTheProject,
    /// The question or the project names this sector; the person has to agree.
    NamesTheSector(Sector),
    /// The body has limits: with care, alone, with the agreement to health data.
    WithCare,
    /// What every path needs to know.
    BasicSkills,
}

/// What an interview has taught so far.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    pub project: ProjectState,
    pub hindrances: &'a BTreeSet<Hindrance>,
    /// What the prescriber asks, and the project in the person's words.
    pub wishes: [&'a str; 2],
}

/// The longest evaluation that is ticked for somebody whom reading tires.
const SHORT: u32 = 10;

/// Proposes activities after an interview, what stands in the way first, then reflection when there is no concrete project.
pub fn suggest<'a>(heard: &Heard<'_>, activities: impl Iterator<Item = &'a Activity>) -> Vec<Suggestion> {
    let activities: Vec<&Activity> = activities.collect();
    let said: Vec<String> = heard.wishes.iter().flat_map(|wish| words(wish)).collect();
    let names = |activity: &Activity| {
        let begins = |word: &String| activity.suits.sector_words.iter().any(|stem| word.starts_with(stem.as_str()));
        said.iter().any(begins)
    };
    let any_sector = activities.iter().any(|activity| names(activity));
    let reads_slowly = heard.hindrances.contains(&Hindrance::Language);
    let mut suggestions: Vec<(u32, Suggestion)> = activities
        .iter()
        .filter_map(|activity| {
            let by_words = match activity.purpose {
                Purpose::SectorFocus(sector) if names(activity) => Some(SuggestionReason::NamesTheSector(sector)),
                _ => (any_sector && activity.suits.prepares_sector).then_some(SuggestionReason::BeforeTheSector),
            };
            let why = by_hindrance(activity, heard.hindrances).or(by_words).or(by_project(activity, heard.project))?;
            let is_digital = matches!(activity.form, Form::Digital { .. });
            let is_short = !reads_slowly || why == SuggestionReason::Reading || activity.minutes <= SHORT;
            let leads = why != SuggestionReason::BasicSkills && is_digital && is_short;
            let length = if reads_slowly { activity.minutes } else { 0 };
            Some((length, Suggestion { activity: activity.id.clone(), why, leads }))
        })
        .collect();
    suggestions.sort_by_key(|(length, suggestion)| (suggestion.why, *length));
    suggestions.into_iter().map(|(_, suggestion)| suggestion).collect()
}

fn by_hindrance(activity: &Activity, hindrances: &BTreeSet<Hindrance>) -> Option<SuggestionReason> {
    let reason = |hindrance: &Hindrance| match hindrance {
        Hindrance::Language => SuggestionReason::Reading,
        Hindrance::Digital => SuggestionReason::Digital,
        Hindrance::Health => SuggestionReason::WithCare,
        Hindrance::Mobility | Hindrance::Childcare | Hindrance::Housing | Hindrance::Hours => {
            SuggestionReason::Constraints
        }
    };
    activity.suits.hindrances.intersection(hindrances).map(reason).min()
}

fn by_project(activity: &Activity, project: ProjectState) -> Option<SuggestionReason> {
    match (activity.purpose, project) {
        (Purpose::Reflection, ProjectState::NoProject | ProjectState::Idea) => Some(SuggestionReason::ReflectionFirst),
        (Purpose::Confirmation, ProjectState::ToConfirm) => Some(SuggestionReason::ConfrontsTheProject),
        (Purpose::Skills, _) if matches!(activity.form, Form::Digital { .. }) => Some(SuggestionReason::BasicSkills),
        (
            Purpose::Reflection | Purpose::Confirmation | Purpose::Skills | Purpose::Welcome | Purpose::SectorFocus(_),
            _,
        ) => None,
    }
}
