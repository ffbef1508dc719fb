//! `boussole plan`: an instance in, the best plan out, both as JSON.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};

use crate::app::Clock;
use crate::app::plan::{PlanError, PlanSummary, Proof, plan_file};
use crate::domain::planning::{Ended, InstanceError, Objective};
use crate::exchange::plan_file::{Expected, InstanceFileError};
use crate::i18n::decimal;
use crate::i18n::terms::{plan_bound, plan_objective};
use crate::tr;

/// Longest time that may be asked for: a day.
const MOST_SECONDS: f64 = 86_400.0;

#[derive(Debug, Clone, Args)]
pub struct PlanArgs {
    #[arg(value_name = "INSTANCE.json", help = tr!("plan-help-instance"))]
    pub instance: PathBuf,
    #[arg(long, value_name = "PLAN.json", help = tr!("plan-help-out"))]
    pub out: PathBuf,
    #[arg(long, value_enum, value_name = "OBJECTIF", default_value_t = Wish::PlacedAge, help = tr!("plan-help-objective"))]
    pub objective: Wish,
    #[arg(long, value_name = "S", default_value = "5", value_parser = seconds, help = tr!("plan-help-time-limit"))]
    pub time_limit: Duration,
}

/// The objectives, as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Wish {
    PlacedWait,
    PlacedAge,
    Complete,
}

impl Wish {
    fn objective(self) -> Objective {
        match self {
            Wish::PlacedWait => Objective::PlacedThenWait,
            Wish::PlacedAge => Objective::PlacedThenAge,
            Wish::Complete => Objective::CompleteThenAge,
        }
    }
}

fn seconds(text: &str) -> Result<Duration, NotSeconds> {
    let seconds: f64 = text.parse().map_err(|_| NotSeconds)?;
    if (0.0..=MOST_SECONDS).contains(&seconds) { Ok(Duration::from_secs_f64(seconds)) } else { Err(NotSeconds) }
}

#[derive(Debug, thiserror::Error)]
#[error("not a number of seconds")]
struct NotSeconds;

/// Why no plan was written, or not told.
#[derive(Debug, thiserror::Error)]
pub enum PlanFailure {
    #[error(transparent)]
    Plan(#[from] PlanError),
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
}

impl PlanFailure {
    /// Returns what the person who typed the command reads.
    pub fn message(&self) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            PlanFailure::Plan(PlanError::Instance(error)) => instance_message(error),
            PlanFailure::Plan(PlanError::Unwritable { path, .. }) => tr!("study-file-unwritable", path = shown(path)),
            PlanFailure::Output(_) => tr!("study-output-unwritable"),
        }
    }
}

fn instance_message(error: &InstanceFileError) -> String {
    let shown = |path: &Path| path.display().to_string();
    match error {
        InstanceFileError::Unreadable { path, .. } => tr!("study-file-unreadable", path = shown(path)),
        InstanceFileError::NotJson { path, line, column } => {
            tr!("plan-not-json", path = shown(path), line = line.to_string(), column = column.to_string())
        }
        InstanceFileError::Wrong { path, place, expected } => {
            let place = if place.is_empty() { tr!("plan-whole-file") } else { place.clone() };
            tr!("plan-wrong", path = shown(path), place = place, expected = expectation(*expected))
        }
        InstanceFileError::Instance { path, source } => {
            tr!("plan-wrong", path = shown(path), place = place_of(*source), expected = contradiction(*source))
        }
    }
}

fn place_of(error: InstanceError) -> String {
    match error {
        InstanceError::NoSuchEquipment { session }
        | InstanceError::MinimumAboveMaximum { session }
        | InstanceError::NoDuration { session } => format!("slots[{session}]"),
        InstanceError::NoSuchPerson { .. } | InstanceError::NoSuchSession { .. } => "confirmed".to_owned(),
    }
}

fn contradiction(error: InstanceError) -> String {
    match error {
        InstanceError::NoSuchEquipment { .. } => expectation(Expected::KnownEquipment),
        InstanceError::MinimumAboveMaximum { .. } => expectation(Expected::MaximumFromMinimum),
        InstanceError::NoDuration { .. } => expectation(Expected::EndAfterStart),
        InstanceError::NoSuchPerson { person: number } | InstanceError::NoSuchSession { session: number } => {
            expectation(Expected::Below(number))
        }
    }
}

fn expectation(expected: Expected) -> String {
    match expected {
        Expected::Schema => tr!("plan-expected-schema"),
        Expected::Object => tr!("plan-expected-object"),
        Expected::List => tr!("plan-expected-list"),
        Expected::ListOf(count) => tr!("plan-expected-list-of", n = count),
        Expected::Label => tr!("plan-expected-label"),
        Expected::WholeNumber => tr!("plan-expected-whole-number"),
        Expected::Day => tr!("plan-expected-day"),
        Expected::MinuteOfDay => tr!("plan-expected-minute"),
        Expected::EndAfterStart => tr!("plan-expected-end"),
        Expected::HalfDay => tr!("plan-expected-half-day"),
        Expected::Kind => tr!("plan-expected-kind"),
        Expected::MaximumFromMinimum => tr!("plan-expected-maximum"),
        Expected::KnownEquipment => tr!("plan-expected-equipment"),
        Expected::Below(limit) => tr!("plan-expected-below", n = limit),
        Expected::FirstDayBeforeLast => tr!("plan-expected-absence"),
    }
}

/// Writes the plan, then says in a few words what it holds and what is known of it.
///
/// # Errors
/// Returns why; the plan is then not written, unless only the words could not be.
pub fn run(args: &PlanArgs, clock: Clock, out: &mut dyn Write) -> Result<(), PlanFailure> {
    let objective = args.objective.objective();
    let found = plan_file(&args.instance, &args.out, objective, args.time_limit, clock)?;
    match writeln!(out, "{}", summary(&found, objective)) {
        // Whoever read the output has seen enough; the plan is written.
        Err(closed) if closed.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn summary(found: &PlanSummary, objective: Objective) -> String {
    let proof = match found.proof {
        Proof::Optimal => tr!("plan-optimal"),
        Proof::BestFound { level, bound, ended } => {
            let why = match ended {
                Ended::Stopped => tr!("plan-ended-time"),
                Ended::NodesSpent | Ended::Proved => tr!("plan-ended-nodes"),
            };
            tr!("plan-best-found", bound = plan_bound(level, bound), why = why)
        }
    };
    let seconds = decimal(found.took.as_secs_f64(), 2);
    [
        tr!("plan-placed", placed = found.placed, demands = found.demands, confirmed = found.confirmed),
        tr!("plan-sessions", n = found.sessions),
        proof,
        tr!("plan-sought", objective = plan_objective(objective), seconds = seconds),
    ]
    .join(" ; ")
}
