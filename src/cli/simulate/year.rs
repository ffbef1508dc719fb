//! `boussole simulate --year`: the same invented year, planned in three ways, in one table.

use std::io::Write;

use super::{SimulateArgs, SimulateFailure};
use crate::domain::planning::Effort;
use crate::domain::planning::year::{Policy, YearResult, live};
use crate::i18n::decimal;
use crate::tr;

/// Nodes of each level of each week's search: no clock, so that a seed gives the same table everywhere.
const MAX_NODES: u64 = 200;

/// Weeks between two words of progress.
const QUARTER: u64 = 13;

/// Lives the year three times and writes one line for each policy.
///
/// # Errors
/// Returns why the table could not be written.
pub fn compare(args: &SimulateArgs, out: &mut impl Write) -> Result<(), SimulateFailure> {
    let participants = usize::try_from(args.participants).unwrap_or(usize::MAX);
    let effort = Effort { max_nodes: MAX_NODES, keep_going: &|| true };
    let results = Policy::ALL.map(|policy| {
        // A long year: where it stands goes beside the table, not into it.
        let mut told = |week: u64| {
            if week % QUARTER == 1 {
                let (policy, week) = (named(policy), week.to_string());
                drop(writeln!(std::io::stderr(), "{}", tr!("year-week", policy = policy, week = week)));
            }
        };
        live(participants, args.seed, policy, effort, &mut told)
    });
    let title = tr!("year-title", people = participants, seed = args.seed.to_string());
    let head = [
        tr!("year-policy"),
        tr!("year-held"),
        tr!("year-complete"),
        tr!("year-wait"),
        tr!("year-sessions"),
        tr!("year-cancelled"),
        tr!("year-overtaken"),
    ];
    let rows = results.iter().map(row);
    let mut table = vec![head.to_vec()];
    table.extend(rows);
    writeln!(out, "{title}").map_err(SimulateFailure::Output)?;
    for line in aligned(&table) {
        writeln!(out, "{line}").map_err(SimulateFailure::Output)?;
    }
    writeln!(out, "{}", tr!("year-note")).map_err(SimulateFailure::Output)
}

fn named(policy: Policy) -> String {
    match policy {
        Policy::FixedCalendar => tr!("year-fixed"),
        Policy::SimpleRule => tr!("year-rule"),
        Policy::Optimum => tr!("year-optimum"),
    }
}

fn row(result: &YearResult) -> Vec<String> {
    let name = named(result.policy);
    let waits = match (result.mean_wait(), result.ninth_decile()) {
        (Some(mean), Some(decile)) => format!("{} / {decile}", decimal(mean, 1)),
        _ => String::new(),
    };
    vec![
        name,
        share(result.held_in_eight_weeks, result.demands),
        share(result.complete_in_eight_weeks, result.people),
        waits,
        result.sessions.to_string(),
        result.cancelled.to_string(),
        result.overtaken.to_string(),
    ]
}

/// Returns "312 (78,4 %)".
fn share(part: usize, whole: usize) -> String {
    let percent = if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
    tr!("year-share", n = part, percent = decimal(percent, 1))
}

/// Returns the lines of a table whose columns stand under each other.
fn aligned(table: &[Vec<String>]) -> Vec<String> {
    let n_columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        table.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..n_columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| {
            if index == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    table.iter().map(line).collect()
}
