//! `boussole demo`: a fictitious fortnight at the Boussole, through the same use cases as the screens.
//!
//! Robots play everybody. What comes out is real: a base, documents, an agenda and a summary.

mod cast;
mod fortnight;
mod observer;
mod summary;

use std::io::Write;
use std::path::{Path, PathBuf};

use super::new_base::{self, NewBaseError};
use super::robots::RobotError;
use crate::app::{App, AppError, Chance, Clock, Place};
use crate::domain::stamp::Instant;
use crate::tr;

use fortnight::Fortnight;
pub use fortnight::STAFF_CODE;

/// Why a demonstration does not take place.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    NewBase(#[from] NewBaseError),
    #[error("a use case failed")]
    App(#[from] AppError),
    #[error("the output cannot be written")]
    Output(#[from] std::io::Error),
    #[error("the summary cannot be written")]
    Summary(#[from] serde_json::Error),
    #[error("a robot went home early")]
    Robot(#[from] RobotError),
    #[error("the robots found nobody to work with")]
    Script(&'static str),
}

impl DemoError {
    /// Returns the French sentence: what happened and what to do.
    pub fn french(&self) -> String {
        match self {
            DemoError::NewBase(error) => error.french(),
            DemoError::App(error) => error.french(),
            DemoError::Robot(RobotError::App(error)) => error.french(),
            DemoError::Robot(RobotError::Unheard(_) | RobotError::NothingOnScreen) => {
                tr!("demo-script", what = "robot")
            }
            DemoError::Output(_) | DemoError::Summary(_) => tr!("demo-output"),
            DemoError::Script(what) => tr!("demo-script", what = *what),
        }
    }
}

/// Plays the fortnight that ends today in a folder that holds no base yet, and returns the path of the base.
///
/// # Errors
/// Refuses a folder that holds a base; nothing is touched then.
pub fn play(dir: &Path, seed: u64, out: &mut impl Write) -> Result<PathBuf, DemoError> {
    let base = new_base::in_folder(dir)?;
    let today = Clock::System.now().day();
    let clock = Clock::Simulated(Instant::in_paris(today.and_hms_opt(8, 0, 0).unwrap_or_default()));
    let mut app = App::open(&Place::File(base.clone()), clock, Chance::from_seed(seed))?;
    writeln!(out, "{}", tr!("demo-start"))?;
    let tally = Fortnight::begin(&mut app, today, seed, out)?.play()?;
    summary::write(&dir.join("resume.json"), &tally)?;
    summary::tell(&tally, dir, out)?;
    Ok(base)
}
