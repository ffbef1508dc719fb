//! The same work by this program and by its peers, in one run: psych (R), catsim and girth (Python).
//!
//! `BOUSSOLE_RSCRIPT` and `BOUSSOLE_PYTHON` name the programs that have them; a peer that is absent is told so.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use boussole::app::study::{self, AdaptiveOptions, AnswerRange, Grid};
use boussole::domain::scoring::irt::Estimator;
use boussole::domain::scoring::response_matrix::{KeyedItem, MissingRule};
use boussole::exchange::data_table::{
    AnswerColumns, BankItem, read_answer_strings, read_answers, read_bank, read_keys,
};

use crate::{bank, spread};

/// One task: the most it may take, in seconds, and the name under which a peer tells its own time.
struct Task {
    what: &'static str,
    limit: f64,
    peer: &'static str,
    ours: f64,
}

/// Prints one line a task: our time, the limit, the peer's time and the ratio.
pub fn compare() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let files = Files::write(folder.path())?;
    let tasks = [
        Task {
            what: "reliability of 280 000 x 25, file included",
            limit: 1.5,
            peer: "reliability",
            ours: reliability(&files)?,
        },
        Task { what: "scores of 280 000 x 25", limit: 0.1, peer: "scoring", ours: scoring(&files)? },
        Task { what: "1 000 adaptive tests on 300 items", limit: 0.1, peer: "adaptive", ours: adaptive(&files)? },
        Task { what: "EAP of 1 525 x 16", limit: 0.002, peer: "eap", ours: eap(&files)? },
    ];
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/peers");
    let mut peers = run("BOUSSOLE_RSCRIPT", "Rscript", [here.join("psych.R"), files.answers.clone()]);
    let script = here.join("adaptive.py");
    let python = [script, files.long_bank.clone(), files.short_bank.clone(), files.short_answers.clone()];
    peers.extend(run("BOUSSOLE_PYTHON", "python3", python));
    println!("{:<44} {:>10} {:>10} {:>10} {:>10}  peer", "task", "ours, s", "limit, s", "peer, s", "ours/peer");
    for Task { what, limit, peer, ours } in tasks {
        let held = if ours <= limit { "" } else { "  OVER THE LIMIT" };
        let told = match peers.get(peer) {
            Some((name, theirs)) => format!("{theirs:>10.4} {:>10.5}  {name}", ours / theirs),
            None => format!("{:>10} {:>10}  absent", "-", "-"),
        };
        println!("{what:<44} {ours:>10.5} {limit:>10.4} {told}{held}");
    }
    Ok(())
}

/// What a peer says: lines `version NAME`, then `task seconds`; nothing where it does not run.
fn run<const N: usize>(variable: &str, usual: &str, args: [PathBuf; N]) -> HashMap<String, (String, f64)> {
    let program = std::env::var_os(variable).unwrap_or_else(|| OsString::from(usual));
    let told =
        Command::new(program).args(args).output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let (mut version, mut times) = (String::new(), HashMap::new());
    for line in told.unwrap_or_default().lines() {
        match line.trim().split_once(' ') {
            Some(("version", name)) => name.clone_into(&mut version),
            Some((task, seconds)) => {
                times.extend(seconds.parse().ok().map(|seconds| (task.to_owned(), (version.clone(), seconds))));
            }
            None => {}
        }
    }
    times
}

/// The quickest of five: what the work takes when nothing else runs.
fn seconds<T, E>(mut work: impl FnMut() -> Result<T, E>) -> Result<f64, E> {
    let mut quickest = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        std::hint::black_box(work()?);
        quickest = quickest.min(start.elapsed().as_secs_f64());
    }
    Ok(quickest)
}

/// The data that both sides read.
struct Files {
    answers: PathBuf,
    keys: PathBuf,
    long_bank: PathBuf,
    long_answers: PathBuf,
    short_bank: PathBuf,
    short_answers: PathBuf,
}

impl Files {
    fn write(folder: &Path) -> io::Result<Self> {
        let write = |name: &str, text: String| {
            let path = folder.join(name);
            fs::write(&path, text).map(|()| path)
        };
        let row = |cells: Vec<String>| cells.join(",") + "\n";
        let table = |prefix: &str, n_items: usize, n_people: usize, cell: &dyn Fn(usize, usize) -> String| {
            let header = std::iter::once("id".to_owned()).chain((1..=n_items).map(|item| format!("{prefix}{item}")));
            let person = |person: usize| {
                row(std::iter::once(person.to_string()).chain((0..n_items).map(|item| cell(person, item))).collect())
            };
            row(header.collect()) + &(0..n_people).map(person).collect::<String>()
        };
        // One answer in forty is missing; answers of a person share a level, so that scales have a reliability.
        let rating = |person: usize, item: usize| match spread(person * 25 + item, 40) {
            0 => String::new(),
            draw if item.is_multiple_of(5) => (6 - (spread(person, 4) + draw % 3)).to_string(),
            draw => (1 + spread(person, 4) + draw % 3).to_string(),
        };
        let right = |person: usize, item: usize| spread(person * 16 + item, 2).to_string();
        let scale = |scale: usize| {
            let items = (1..=5).map(|item| format!("\"{}q{}\"", if item == 1 { "-" } else { "" }, scale * 5 + item));
            format!("\"s{}\": [{}]", scale + 1, items.collect::<Vec<_>>().join(", "))
        };
        let strings =
            |person: usize| (0..300).map(|item| spread(person * 300 + item, 2).to_string()).collect::<String>();
        Ok(Self {
            answers: write("answers.csv", table("q", 25, 280_000, &rating))?,
            keys: write("keys.json", format!("{{{}}}", (0..5).map(scale).collect::<Vec<_>>().join(", ")))?,
            long_bank: write("long.csv", bank_text(300))?,
            long_answers: write("long.txt", (0..1_000).map(|person| strings(person) + "\n").collect())?,
            short_bank: write("short.csv", bank_text(16))?,
            short_answers: write("short_answers.csv", table("", 16, 1_525, &right))?,
        })
    }
}

/// Items named 1, 2…, of `bank`.
fn bank_text(n: usize) -> String {
    let parameters = bank(n).into_iter().enumerate().map(|(index, (a, b))| format!("{},{a},{b},0,1\n", index + 1));
    "item,a,b,c,d\n".to_owned() + &parameters.collect::<String>()
}

fn reliability(files: &Files) -> Result<f64, Box<dyn std::error::Error>> {
    seconds(|| {
        let keys = read_keys(&files.keys)?;
        let names: Vec<String> = keys.iter().flat_map(|key| key.items.iter().map(|item| item.name.clone())).collect();
        let table = read_answers(&files.answers, AnswerColumns::Named(&names), None)?;
        Ok(study::reliability(&table, &keys, Some(AnswerRange::new(1.0, 6.0)?), MissingRule::Pairwise)?)
    })
}

fn scoring(files: &Files) -> Result<f64, Box<dyn std::error::Error>> {
    let table = read_answers(&files.answers, AnswerColumns::AllOthers, None)?;
    let scale = |scale: usize| -> Vec<KeyedItem> {
        let reversed = |item| (item == 0).then_some((1.0, 6.0));
        (0..5).map(|item| KeyedItem { column: scale * 5 + item, reversed_within: reversed(item) }).collect()
    };
    seconds(|| {
        let scored = |items: usize| Ok(table.answers.keyed(&scale(items))?.person_means().flatten().sum::<f64>());
        (0..5).map(scored).collect::<Result<Vec<_>, _>>()
    })
}

fn adaptive(files: &Files) -> Result<f64, Box<dyn std::error::Error>> {
    let bank: Vec<BankItem> = read_bank(&files.long_bank)?;
    let answers = read_answer_strings(&files.long_answers, bank.len())?;
    let grid = Grid { n_nodes: 61, from: -6.0, to: 6.0 };
    let options = AdaptiveOptions { standard_error: 0.30, max_items: 30, grid };
    Ok(seconds(|| study::adaptive(&bank, &answers, options))?)
}

fn eap(files: &Files) -> Result<f64, Box<dyn std::error::Error>> {
    let bank = read_bank(&files.short_bank)?;
    let table = read_answers(&files.short_answers, AnswerColumns::AllOthers, None)?;
    let grid = Grid { n_nodes: 33, from: -4.0, to: 4.0 };
    Ok(seconds(|| study::theta(&table, &bank, Estimator::ExpectedAPosteriori, grid))?)
}
