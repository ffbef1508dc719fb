//! What the demonstration leaves to read: `resume.json` and a few French lines.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::DemoError;
use crate::i18n::long_date;
use crate::tr;

/// What happened in the fortnight.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub participants: usize,
    pub sittings: usize,
    pub answers: usize,
    pub roadmaps_finished: usize,
    pub syntheses: usize,
    pub deliveries: usize,
    pub sessions: Vec<SessionTally>,
    pub restitutions: Vec<u32>,
}

#[derive(Clone, Debug)]
pub(super) struct SessionTally {
    pub workshop: String,
    pub date: Option<NaiveDate>,
    pub seats: usize,
    /// Why the session is not open; none when it is.
    pub reason: Option<String>,
}

pub(super) fn write(path: &Path, tally: &Tally) -> Result<(), DemoError> {
    let sessions: Vec<Value> = tally
        .sessions
        .iter()
        .map(|session| {
            json!({
                "workshop": session.workshop,
                "date": session.date.map(|date| date.format("%Y-%m-%d").to_string()),
                "seats": session.seats,
                "opened": session.reason.is_none(),
                "reason": session.reason,
            })
        })
        .collect();
    let restitutions: Vec<Value> = tally.restitutions.iter().map(|minutes| json!({ "minutes": minutes })).collect();
    let summary = json!({
        "participants": tally.participants,
        "sittings": tally.sittings,
        "answers": tally.answers,
        "roadmaps_finished": tally.roadmaps_finished,
        "syntheses": tally.syntheses,
        "deliveries": tally.deliveries,
        "sessions": sessions,
        "restitutions": restitutions,
    });
    std::fs::write(path, serde_json::to_string_pretty(&summary)? + "\n")?;
    Ok(())
}

pub(super) fn tell(tally: &Tally, dir: &Path, out: &mut impl Write) -> Result<(), DemoError> {
    writeln!(out)?;
    writeln!(
        out,
        "{}",
        tr!("demo-total-people", participants = tally.participants, sittings = tally.sittings, answers = tally.answers)
    )?;
    for session in &tally.sessions {
        let line = match (&session.reason, session.date) {
            (None, Some(date)) => {
                tr!("demo-session", workshop = session.workshop.as_str(), date = long_date(date), seats = session.seats)
            }
            (None, None) => continue,
            (Some(reason), _) => tr!("demo-no-session", workshop = session.workshop.as_str(), reason = reason.as_str()),
        };
        writeln!(out, "  {line}")?;
    }
    writeln!(
        out,
        "{}",
        tr!(
            "demo-total-paths",
            roadmaps = tally.roadmaps_finished,
            syntheses = tally.syntheses,
            deliveries = tally.deliveries
        )
    )?;
    // A path is written as it is on disk: typography would change its characters.
    writeln!(out, "{} {}", tr!("demo-where"), dir.display())?;
    Ok(())
}
