//! The best plan of an instance file, written to a file.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Clock;
use crate::domain::planning::{Effort, Ended, Level, Objective, Plan};
use crate::exchange::plan_file::{
    InstanceFileError, Label, NamedInstance, PlanFile, UnplacedLine, read_instance, write_plan,
};
use crate::i18n::terms::unserved_reason;

/// Nodes of each level after which a search ends, on any machine: minutes, where the greatest instances known take hundreds.
const MAX_NODES: u64 = 100_000;

/// Why no plan was written.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    #[error(transparent)]
    Instance(#[from] InstanceFileError),
    #[error("{path} cannot be written")]
    Unwritable {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSummary {
    pub demands: usize,
    pub placed: usize,
    /// Places that were confirmed already.
    pub confirmed: usize,
    /// Sessions where somebody has a place.
    pub sessions: usize,
    pub proof: Proof,
    pub took: Duration,
}

/// What is known of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    Optimal,
    /// The best that was found: no plan does better than the bound of the first level without proof.
    BestFound {
        level: Level,
        bound: i64,
        ended: Ended,
    },
}

/// Reads an instance, looks for its best plan and writes it.
///
/// # Errors
/// Returns why; nothing is then written.
pub fn plan_file(
    instance: &Path,
    out: &Path,
    objective: Objective,
    limit: Duration,
    clock: Clock,
) -> Result<PlanSummary, PlanError> {
    let named = read_instance(instance)?;
    let watch = clock.stopwatch();
    let effort = Effort { max_nodes: MAX_NODES, keep_going: &|| watch.elapsed() < limit };
    let plan = Plan::search(&named.instance, objective, None, effort);
    let took = watch.elapsed();
    write_plan(out, &file_of(&named, &plan))
        .map_err(|source| PlanError::Unwritable { path: out.to_owned(), source })?;
    let mut seats = vec![0_usize; named.instance.sessions().len()];
    for pair in plan.placed() {
        if let Some(seats) = seats.get_mut(pair.session) {
            *seats += 1;
        }
    }
    Ok(PlanSummary {
        demands: named.instance.people().iter().map(|person| person.wants.len()).sum(),
        placed: plan.placed().count(),
        confirmed: named.instance.confirmed().len(),
        sessions: seats.iter().filter(|&&seats| seats > 0).count(),
        proof: plan.first_unproved().map_or(Proof::Optimal, |level| Proof::BestFound {
            level: level.level,
            bound: level.bound,
            ended: level.ended,
        }),
        took,
    })
}

fn file_of(named: &NamedInstance, plan: &Plan) -> PlanFile {
    let name = |workshop: usize| named.workshops.get(workshop).map_or_else(String::new, Label::to_string);
    PlanFile {
        open: plan.open().collect(),
        placed: plan.placed().map(|pair| (pair.person, pair.session)).collect(),
        proved: plan.is_proved(),
        unplaced: plan
            .unserved
            .iter()
            .filter_map(|left| {
                Some(UnplacedLine {
                    participant: left.person,
                    workshop: named.workshops.get(left.workshop)?.clone(),
                    reason: unserved_reason(&left.reason, &named.instance, name),
                })
            })
            .collect(),
    }
}
