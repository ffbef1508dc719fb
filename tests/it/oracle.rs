//! Scores held to what R (psych, lavaan, catR, mirt, careless, stats) computed on public data.
//!
//! The data (GPL in part) stay outside the project: `../shared/oracle`, or where `BOUSSOLE_ORACLE` says. Without
//! them these tests are skipped, except under `CI=true` where their absence is a failure.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test stops at its first surprise, and tells when it is skipped"
)]

mod adaptive;
mod classical;
mod fairness;
mod forced_choice;
mod irt;
mod norms;
mod planning;
mod quality;

use std::collections::HashMap;
use std::path::PathBuf;

use boussole::cli::study::{StudyCommand, run};
use clap::Parser;
use serde_json::Value;

/// The folder of the reference data, or the test is told as skipped.
fn folder() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/oracle");
    let folder = std::env::var_os("BOUSSOLE_ORACLE").map_or_else(beside, PathBuf::from);
    if folder.join("reference.json").is_file() {
        return Some(folder);
    }
    let told = format!("the reference data are not at {}", folder.display());
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{told}");
    eprintln!("skipped: {told}");
    None
}

/// Opens the reference data or leaves the test.
macro_rules! oracle_or_skip {
    () => {
        match crate::oracle::folder() {
            Some(folder) => crate::oracle::Oracle { folder },
            None => return,
        }
    };
}
use oracle_or_skip;

struct Oracle {
    folder: PathBuf,
}

impl Oracle {
    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.folder.join(name)).unwrap()).unwrap()
    }

    fn csv(&self, name: &str) -> Table {
        Table::parse(&std::fs::read_to_string(self.folder.join(name)).unwrap())
    }
}

/// Runs `boussole study …` and returns its standard output.
fn study(args: &[&str]) -> String {
    #[derive(Parser)]
    struct Line {
        #[command(subcommand)]
        command: StudyCommand,
    }
    let line = Line::try_parse_from(std::iter::once("study").chain(args.iter().copied())).unwrap();
    let mut out = Vec::new();
    run(&line.command, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A CSV file by column.
struct Table {
    columns: HashMap<String, Vec<String>>,
}

impl Table {
    fn parse(text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let column = |index| rows.iter().map(|row| row[index].to_owned()).collect();
        Self { columns: header.iter().enumerate().map(|(index, name)| (name.to_owned(), column(index))).collect() }
    }

    fn text(&self, column: &str) -> &[String] {
        self.columns.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    fn numbers(&self, column: &str) -> Vec<Option<f64>> {
        self.text(column).iter().map(|cell| (!cell.is_empty()).then(|| cell.parse().unwrap())).collect()
    }
}

#[track_caller]
fn assert_close(what: &str, have: f64, want: f64, tolerance: f64) {
    assert!((have - want).abs() <= tolerance, "{what}: {have}, reference {want}, tolerance {tolerance}");
}

/// Same blanks, and numbers within the tolerance.
#[track_caller]
fn assert_columns_close(what: &str, have: &[Option<f64>], want: &[Option<f64>], tolerance: f64) {
    assert_eq!(have.len(), want.len(), "{what}");
    for (row, (have, want)) in have.iter().zip(want).enumerate() {
        match (have, want) {
            (Some(have), Some(want)) => assert_close(&format!("{what}, row {row}"), *have, *want, tolerance),
            (None, None) => {}
            _ => panic!("{what}, row {row}: {have:?}, reference {want:?}"),
        }
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}
