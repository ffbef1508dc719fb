//! `boussole simulate`: a year of planning under three policies, or robots whose process is killed.
//!
//! Robots answer in a process of their own, which is killed again and again at any instant.
//!
//! The driver hears of each answer when the program says that it is on disk, keeps its own list, and compares it with
//! the base at the end. The robots never read back what they gave.

mod driver;
mod room;
mod year;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::new_base::NewBaseError;
use super::robots::RobotError;
use crate::app::AppError;
use crate::tr;

/// What is simulated, and where.
#[derive(Clone, Debug, Args)]
pub struct SimulateArgs {
    /// Une année d'ateliers inventée, vécue selon trois façons de planifier ; sans robots ni dossier.
    #[arg(long, conflicts_with_all = ["kill", "dir"])]
    pub year: bool,
    /// Nombre de personnes de l'année.
    #[arg(long, value_name = "N", default_value_t = 400, requires = "year",
        value_parser = clap::value_parser!(u32).range(1..=5_000))]
    pub participants: u32,
    /// Nombre d'arrêts brutaux.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub kill: u32,
    /// Même graine, mêmes personnes et mêmes instants d'arrêt demandés.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Dossier à créer, où la base d'essai est écrite.
    #[arg(long, value_name = "DOSSIER", required_unless_present = "year")]
    pub dir: Option<PathBuf>,
    /// The child: robots that answer until they are killed.
    #[arg(long, hide = true, value_name = "N")]
    pub robots: Option<u32>,
}

impl SimulateArgs {
    /// Returns the folder; the command line asks for one wherever robots answer.
    fn folder(&self) -> &Path {
        self.dir.as_deref().unwrap_or(Path::new("simulation"))
    }
}

/// Why the simulation does not take place, or proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum SimulateFailure {
    #[error(transparent)]
    NewBase(#[from] NewBaseError),
    #[error("a use case failed")]
    App(#[from] AppError),
    #[error("the system gives no randomness")]
    Chance,
    #[error("the child cannot be started or heard")]
    Child(#[source] std::io::Error),
    #[error("the child stopped by itself")]
    ChildStopped { said: String },
    #[error("the output cannot be written")]
    Output(#[source] std::io::Error),
}

impl SimulateFailure {
    /// Returns the French sentence: what happened and what to do.
    pub fn message(&self) -> String {
        match self {
            SimulateFailure::NewBase(error) => error.french(),
            SimulateFailure::App(error) => error.french(),
            SimulateFailure::Chance => tr!("simulate-chance"),
            SimulateFailure::Child(_) => tr!("simulate-child"),
            SimulateFailure::ChildStopped { said } => tr!("simulate-child-stopped", said = said.as_str()),
            SimulateFailure::Output(_) => tr!("simulate-output"),
        }
    }
}

impl From<RobotError> for SimulateFailure {
    fn from(error: RobotError) -> Self {
        match error {
            RobotError::App(error) => SimulateFailure::App(error),
            RobotError::Unheard(source) => SimulateFailure::Output(source),
            RobotError::NothingOnScreen => SimulateFailure::App(AppError::NotFound),
        }
    }
}

/// Runs the driver, or the robots in the child. Returns whether nothing was lost, nothing came twice and enough was given.
///
/// # Errors
/// Returns why nothing could be proved.
pub fn run(args: &SimulateArgs, out: &mut impl Write) -> Result<bool, SimulateFailure> {
    match args.robots {
        _ if args.year => year::compare(args, out).map(|()| true),
        Some(round) => room::answer_until_killed(args, round, out).map(|()| true),
        None => driver::drive(args, out),
    }
}
