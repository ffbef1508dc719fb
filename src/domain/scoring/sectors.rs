//! The six sectors in order, from what a person would like to do and the conditions of work that the person accepts.
//!
//! A lead for a talk, never a decision. No study backs the weights and the cuts: they are conventions to be piloted, so
//! each sector carries its reasons. What was not asked or not answered is named and never replaced, and a condition that
//! is refused for good stays in sight however well the rest fits.

pub mod hexagon;
pub mod table;

use std::collections::BTreeMap;

use thiserror::Error;

use self::hexagon::{Direction, Letter};
use self::table::{ContextId, Job, SectorProfile, SectorTable};
use crate::domain::activity::Sector;

/// Letters alone leave four sectors together (all are R first): conditions, which tell them apart, weigh more.
const INTERESTS_WEIGHT: f64 = 0.4;
const CONDITIONS_WEIGHT: f64 = 0.6;

/// From here on, « j'irais voir »: all conditions accepted is not enough when the interests point the other way.
const GO_AND_SEE: f64 = 0.70;
/// Below, « pas pour moi maintenant »: with all conditions refused, interests alone (0.4) do not lift a sector above.
const WHY_NOT: f64 = 0.45;

/// Cuts of the interests questionnaire: liked from the upper one on, not liked below the lower one.
const LIKED: f64 = 3.4;
const NOT_LIKED: f64 = 2.6;
/// A letter counts among the reasons when it makes up this share of the sector.
const TELLING_SHARE: f64 = 0.15;

/// Two fits nearer than this are equal: it is the last bits of a sum.
const EQUAL: f64 = 1e-9;

/// Whether a person accepts a condition of work, as the four cards say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Acceptance {
    /// « Non, jamais »
    Never,
    /// « Plutôt non »
    RatherNot,
    /// « Plutôt oui »
    RatherYes,
    /// « Oui, sans problème »
    Yes,
}

impl Acceptance {
    /// Returns the answer of a card from its value, 0 to 3.
    pub fn from_point(value: f64) -> Option<Acceptance> {
        [Acceptance::Never, Acceptance::RatherNot, Acceptance::RatherYes, Acceptance::Yes]
            .into_iter()
            .zip([0.0, 1.0, 2.0, 3.0])
            .find_map(|(acceptance, point)| (point == value).then_some(acceptance))
    }

    fn is_accepted(self) -> bool {
        self >= Acceptance::RatherYes
    }
}

/// The six sectors for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// Best first; equal ones in the order of [`Sector::ALL`].
    pub sectors: Vec<SectorFit>,
    /// The one questionnaire that does not count, if any.
    pub missing: Option<Missing>,
}

/// One sector for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorFit {
    pub sector: Sector,
    /// From 1; sectors that fit equally share their place.
    pub place: usize,
    pub fit: Fit,
    pub reasons: Reasons,
    pub entry_jobs: [Job; 3],
}

/// How well a sector fits, from the parts that are known. Each part lies in 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fit {
    Both {
        /// Of the interests with the sector's jobs, on the hexagon.
        similarity: f64,
        /// Share of the sector's frequent contexts that are accepted, among those answered.
        accepted: f64,
    },
    InterestsOnly {
        similarity: f64,
    },
    ConditionsOnly {
        accepted: f64,
    },
}

impl Fit {
    /// Returns 0.4 · similarity + 0.6 · accepted, in 0..=1; with one part only, that part as it is.
    pub fn value(self) -> f64 {
        match self {
            Fit::Both { similarity, accepted } => INTERESTS_WEIGHT * similarity + CONDITIONS_WEIGHT * accepted,
            Fit::InterestsOnly { similarity } => similarity,
            Fit::ConditionsOnly { accepted } => accepted,
        }
    }

    pub fn band(self) -> FitBand {
        let value = self.value() + EQUAL;
        if value >= GO_AND_SEE {
            FitBand::GoAndSee
        } else if value >= WHY_NOT {
            FitBand::WhyNot
        } else {
            FitBand::NotNow
        }
    }

    fn is_better_than(self, other: Fit) -> bool {
        self.value() > other.value() + EQUAL
    }
}

/// What a fit is called in front of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FitBand {
    /// « j'irais voir »
    GoAndSee,
    /// « pourquoi pas »
    WhyNot,
    /// « pas pour moi maintenant »
    NotNow,
}

/// What speaks for a sector and against it. Letters in the order of the hexagon, contexts from the most frequent.
///
/// Told also where a questionnaire has too few answers to count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Letters of the sector whose mean is 3.4 or more.
    pub liked: Vec<Letter>,
    /// Letters of the sector whose mean is below 2.6.
    pub not_liked: Vec<Letter>,
    pub accepted: Vec<ContextId>,
    /// « Plutôt non » on a frequent context.
    pub reluctant: Vec<ContextId>,
    /// « Non, jamais » on a frequent context.
    pub obstacles: Vec<ContextId>,
    pub unanswered: Vec<ContextId>,
}

/// The questionnaire that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Interests(NoInterests),
    Conditions(NoConditions),
}

/// Why the interests do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoInterests {
    NotTaken,
    /// These letters have no score.
    WithoutScore(Vec<Letter>),
    /// The six means are so even, or so opposed, that they point to no side of the hexagon.
    NoDirection,
}

/// Why the conditions of work do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoConditions {
    NotTaken,
    TooFewAnswers { answered: usize, needed: usize },
}

/// Neither questionnaire counts: there is no order.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("neither the interests nor the conditions of work can rank the sectors")]
pub struct NothingToRank {
    pub interests: NoInterests,
    pub conditions: NoConditions,
}

/// Ranks the six sectors.
///
/// `interests` holds the mean of each letter on 1..=5, without those that have no score; `conditions` the answers to the
/// contexts of the table, without those that have none. `None`: the questionnaire was not taken.
///
/// # Errors
/// Returns why neither of the two counts.
pub fn rank(
    table: &SectorTable,
    interests: Option<&BTreeMap<Letter, f64>>,
    conditions: Option<&BTreeMap<ContextId, Acceptance>>,
) -> Result<Ranking, NothingToRank> {
    let (basis, missing) = match (direction(interests), answers(table, conditions)) {
        (Ok(direction), Ok(answers)) => (Basis::Both(direction, answers), None),
        (Ok(direction), Err(reason)) => (Basis::Interests(direction), Some(Missing::Conditions(reason))),
        (Err(reason), Ok(answers)) => (Basis::Conditions(answers), Some(Missing::Interests(reason))),
        (Err(interests), Err(conditions)) => return Err(NothingToRank { interests, conditions }),
    };
    let fits: Vec<(&SectorProfile, Fit)> =
        table.profiles().iter().map(|profile| (profile, basis.fit(profile))).collect();
    let place = |fit: Fit| 1 + fits.iter().filter(|(_, other)| other.is_better_than(fit)).count();
    let mut sectors: Vec<SectorFit> = fits
        .iter()
        .map(|&(profile, fit)| SectorFit {
            sector: profile.sector,
            place: place(fit),
            fit,
            reasons: reasons(profile, interests, conditions),
            entry_jobs: profile.entry_jobs.clone(),
        })
        .collect();
    sectors.sort_by_key(|sector| sector.place);
    Ok(Ranking { sectors, missing })
}

/// What a ranking stands on.
enum Basis<'a> {
    Both(Direction, &'a BTreeMap<ContextId, Acceptance>),
    Interests(Direction),
    Conditions(&'a BTreeMap<ContextId, Acceptance>),
}

impl Basis<'_> {
    fn fit(&self, profile: &SectorProfile) -> Fit {
        match self {
            Basis::Both(direction, answers) => {
                Fit::Both { similarity: profile.similarity(*direction), accepted: accepted_share(profile, answers) }
            }
            Basis::Interests(direction) => Fit::InterestsOnly { similarity: profile.similarity(*direction) },
            Basis::Conditions(answers) => Fit::ConditionsOnly { accepted: accepted_share(profile, answers) },
        }
    }
}

fn direction(means: Option<&BTreeMap<Letter, f64>>) -> Result<Direction, NoInterests> {
    let means = means.ok_or(NoInterests::NotTaken)?;
    let without: Vec<Letter> = Letter::ALL.into_iter().filter(|letter| !means.contains_key(letter)).collect();
    if !without.is_empty() {
        return Err(NoInterests::WithoutScore(without));
    }
    Direction::of_means(means).ok_or(NoInterests::NoDirection)
}

fn answers<'a>(
    table: &SectorTable,
    conditions: Option<&'a BTreeMap<ContextId, Acceptance>>,
) -> Result<&'a BTreeMap<ContextId, Acceptance>, NoConditions> {
    let answers = conditions.ok_or(NoConditions::NotTaken)?;
    let answered = table.contexts().iter().filter(|context| answers.contains_key(&context.id)).count();
    let needed = table.needed_answers();
    if answered < needed { Err(NoConditions::TooFewAnswers { answered, needed }) } else { Ok(answers) }
}

/// The table has, in each sector, more frequent contexts than enough answers may lack: there is always one to count.
fn accepted_share(profile: &SectorProfile, answers: &BTreeMap<ContextId, Acceptance>) -> f64 {
    let given: Vec<Acceptance> =
        profile.frequent().into_iter().filter_map(|context| answers.get(context).copied()).collect();
    let accepted = given.iter().filter(|answer| answer.is_accepted()).count();
    accepted as f64 / given.len() as f64
}

fn reasons(
    profile: &SectorProfile,
    interests: Option<&BTreeMap<Letter, f64>>,
    conditions: Option<&BTreeMap<ContextId, Acceptance>>,
) -> Reasons {
    let mut reasons = Reasons::default();
    for letter in Letter::ALL.into_iter().filter(|letter| profile.letter_share(*letter) >= TELLING_SHARE) {
        match interests.and_then(|means| means.get(&letter)) {
            Some(mean) if *mean >= LIKED => reasons.liked.push(letter),
            Some(mean) if *mean < NOT_LIKED => reasons.not_liked.push(letter),
            Some(_) | None => {}
        }
    }
    for context in profile.frequent() {
        let told = match conditions.and_then(|answers| answers.get(context)) {
            Some(Acceptance::Yes | Acceptance::RatherYes) => &mut reasons.accepted,
            Some(Acceptance::RatherNot) => &mut reasons.reluctant,
            Some(Acceptance::Never) => &mut reasons.obstacles,
            None => &mut reasons.unanswered,
        };
        told.push(context.clone());
    }
    reasons
}

#[cfg(test)]
mod tests;
