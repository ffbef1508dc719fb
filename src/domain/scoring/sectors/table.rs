//! What is known of the six sectors: the letters of their jobs, the conditions their jobs mention, where to begin.
//!
//! A table that exists is whole: every sector is there, and each has so many frequent contexts that a questionnaire with
//! enough answers says something of it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::hexagon::{Direction, HollandCode, Letter};
use crate::domain::activity::Sector;
use crate::domain::scoring::likert::needed_answers;

/// A context is frequent in a sector when one job in five mentions it: a convention to be piloted.
const FREQUENT_SHARE: f64 = 0.2;

/// Share of the contexts that must have an answer, as for a scale.
const ANSWERED_SHARE: f64 = 0.8;

/// The name of a condition of work, also the id of the item that asks for it: `charges`, `weekend`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContextId(pub String);

/// A condition of work: one ROME work context, or a few neighbouring ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkContext {
    pub id: ContextId,
    pub title: String,
    /// Numbers of the work contexts in ROME.
    pub rome: Vec<String>,
}

/// The code of a job in ROME: a letter from A to N and four digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RomeCode(String);

impl RomeCode {
    /// Returns the code, or `None` when it is not written as one.
    pub fn new(code: &str) -> Option<RomeCode> {
        let digits = code.strip_prefix(|c: char| ('A'..='N').contains(&c))?;
        let sound = digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
        sound.then(|| RomeCode(code.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A job of ROME, with its title there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub code: RomeCode,
    pub title: String,
}

/// One sector as ROME describes its jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectorProfile {
    pub sector: Sector,
    /// How many jobs have each code; together, all jobs of the sector.
    pub codes: BTreeMap<HollandCode, usize>,
    /// How many jobs mention each context; absent: none.
    pub contexts: BTreeMap<ContextId, usize>,
    /// Where somebody without training can begin.
    pub entry_jobs: [Job; 3],
}

impl SectorProfile {
    pub fn n_jobs(&self) -> usize {
        self.codes.values().sum()
    }

    /// Returns the contexts that one job in five or more mentions, the most frequent first.
    pub fn frequent(&self) -> Vec<&ContextId> {
        let n_jobs = self.n_jobs() as f64;
        let mut frequent: Vec<(&ContextId, usize)> = self
            .contexts
            .iter()
            .map(|(context, n)| (context, *n))
            .filter(|(_, n)| *n as f64 / n_jobs >= FREQUENT_SHARE)
            .collect();
        frequent.sort_by_key(|&(context, n)| (Reverse(n), context));
        frequent.into_iter().map(|(context, _)| context).collect()
    }

    /// Returns the share of the letter among the letters of all jobs, minor ones counting half.
    pub fn letter_share(&self, letter: Letter) -> f64 {
        let weight = |letter| self.codes.iter().map(|(code, n)| code.weight(letter) * *n as f64).sum::<f64>();
        weight(letter) / Letter::ALL.into_iter().map(weight).sum::<f64>()
    }

    /// Returns the mean similarity between a direction and the jobs of the sector.
    pub fn similarity(&self, direction: Direction) -> f64 {
        let total: f64 = self.codes.iter().map(|(code, n)| *n as f64 * direction.similarity(code.direction())).sum();
        total / self.n_jobs() as f64
    }
}

/// Why a table of sectors cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    #[error("{0:?} is missing, or there twice")]
    NotOnce(Sector),
    #[error("the context {} is there twice", .0.0)]
    DuplicateContext(ContextId),
    #[error("{sector:?}: the context {} is not described", .context.0)]
    UnknownContext { sector: Sector, context: ContextId },
    #[error("{sector:?}: more jobs mention {} than there are", .context.0)]
    MoreThanAllJobs { sector: Sector, context: ContextId },
    #[error("{0:?} has no job")]
    NoJob(Sector),
    #[error("{sector:?}: {frequent} frequent contexts, {needed} needed")]
    TooFewFrequent { sector: Sector, frequent: usize, needed: usize },
}

/// The six sectors and the conditions of work that tell them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectorTable {
    source: String,
    contexts: Vec<WorkContext>,
    profiles: Vec<SectorProfile>,
}

impl SectorTable {
    /// Checks the parts of a table; `source` names the edition that they come from.
    pub fn new(
        source: String,
        contexts: Vec<WorkContext>,
        mut profiles: Vec<SectorProfile>,
    ) -> Result<Self, TableError> {
        let mut known = BTreeSet::new();
        for context in &contexts {
            if !known.insert(&context.id) {
                return Err(TableError::DuplicateContext(context.id.clone()));
            }
        }
        if let Some(sector) = Sector::ALL
            .into_iter()
            .find(|sector| profiles.iter().filter(|profile| profile.sector == *sector).count() != 1)
        {
            return Err(TableError::NotOnce(sector));
        }
        let may_lack = contexts.len() - needed_contexts(contexts.len());
        for profile in &profiles {
            check(profile, &known, may_lack + 1)?;
        }
        profiles.sort_by_key(|profile| profile.sector);
        Ok(Self { source, contexts, profiles })
    }

    /// Returns the edition that the table comes from, to be named wherever it is used.
    pub fn source(&self) -> &str {
        &self.source
    }

    pub fn contexts(&self) -> &[WorkContext] {
        &self.contexts
    }

    pub fn context(&self, id: &ContextId) -> Option<&WorkContext> {
        self.contexts.iter().find(|context| context.id == *id)
    }

    /// Returns the six profiles, in the order of [`Sector::ALL`].
    pub fn profiles(&self) -> &[SectorProfile] {
        &self.profiles
    }

    /// Returns how many contexts must have an answer for the questionnaire to count.
    pub fn needed_answers(&self) -> usize {
        needed_contexts(self.contexts.len())
    }
}

fn needed_contexts(n_contexts: usize) -> usize {
    // The share is in [0, 1]: were it not so, every answer would be needed.
    needed_answers(n_contexts, ANSWERED_SHARE).unwrap_or(n_contexts)
}

fn check(profile: &SectorProfile, known: &BTreeSet<&ContextId>, needed: usize) -> Result<(), TableError> {
    let sector = profile.sector;
    let n_jobs = profile.n_jobs();
    if n_jobs == 0 {
        return Err(TableError::NoJob(sector));
    }
    for (context, n) in &profile.contexts {
        let context = context.clone();
        if !known.contains(&context) {
            return Err(TableError::UnknownContext { sector, context });
        }
        if *n > n_jobs {
            return Err(TableError::MoreThanAllJobs { sector, context });
        }
    }
    let frequent = profile.frequent().len();
    if frequent < needed { Err(TableError::TooFewFrequent { sector, frequent, needed }) } else { Ok(()) }
}
