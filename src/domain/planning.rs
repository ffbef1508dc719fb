//! Proposals for everybody at once: the exact model, solved level by level.
//!
//! [`scheduling`](super::scheduling) answers for one workshop by a rule of one sentence; this asks which sessions, opened
//! together, serve the most people. It proposes: a person decides. Confirmed people never move. The same instance gives the
//! same plan: the search counts nodes, and time reaches it only as a question that may stop it.

#![expect(
    clippy::indexing_slicing,
    reason = "people, sessions, pairs, variables and rows are numbers checked once by `Instance::new` or handed out here"
)]

mod check;
mod cuts;
mod draft;
mod explain;
mod instance;
mod linear;
mod model;
mod pairs;
mod search;
mod solve;
pub mod year;

pub use check::{Breach, breaches};
pub use draft::Choice;
pub use explain::{Excluded, Reason, Resource, Unserved};
pub use instance::{Candidate, Confirmed, Horizon, Instance, InstanceError, Person, Want};
pub use pairs::{Exclusion, Pair, Pairs};
pub use search::Ended;
pub use solve::{Effort, Level, LevelResult, Objective};

/// A proposal: which sessions take place, who sits where, why the others do not.
#[derive(Clone, Debug)]
pub struct Plan {
    pub pairs: Pairs,
    pub choice: Choice,
    /// The levels in the order in which they were solved.
    pub levels: Vec<LevelResult>,
    pub unserved: Vec<Unserved>,
}

impl Plan {
    /// Looks for the best plan. `shown` is the choice of the proposal shown last for the same instance, to stay near to.
    pub fn search(instance: &Instance, objective: Objective, shown: Option<&Choice>, effort: Effort<'_>) -> Self {
        let pairs = Pairs::of(instance);
        let (choice, levels) = solve::solve(instance, &pairs, objective, shown, effort);
        Self::of(instance, pairs, choice, levels)
    }

    /// Returns the plans of the two simple rules: by date, and the fullest session first.
    pub fn by_rules(instance: &Instance) -> [Self; 2] {
        let pairs = Pairs::of(instance);
        solve::simple_rules(instance, &pairs).map(|choice| Self::of(instance, pairs.clone(), choice, Vec::new()))
    }

    fn of(instance: &Instance, pairs: Pairs, choice: Choice, levels: Vec<LevelResult>) -> Self {
        let unserved = explain::unserved(instance, &pairs, &choice);
        Self { pairs, choice, levels, unserved }
    }

    /// Returns the pairs that are placed.
    pub fn placed(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.list.iter().zip(&self.choice.placed).filter(|(_, placed)| **placed).map(|(pair, _)| pair)
    }

    /// Returns the sessions that take place.
    pub fn open(&self) -> impl Iterator<Item = usize> {
        self.choice.open.iter().enumerate().filter(|(_, open)| **open).map(|(session, _)| session)
    }

    /// Returns whether every level is proved: no other plan is better.
    pub fn is_proved(&self) -> bool {
        self.levels.iter().all(LevelResult::is_proved)
    }

    /// Returns the first level that is not proved.
    pub fn first_unproved(&self) -> Option<&LevelResult> {
        self.levels.iter().find(|level| !level.is_proved())
    }

    /// Returns what is wrong with the plan by rules written apart from the search.
    pub fn breaches(&self, instance: &Instance) -> Vec<Breach> {
        breaches(instance, &self.pairs, &self.choice)
    }
}
