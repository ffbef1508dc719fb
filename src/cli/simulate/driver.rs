//! The driver: starts the robots, hears them, kills them, and compares its list with the base.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::{SimulateArgs, SimulateFailure, room};
use crate::app::Chance;
use crate::cli::new_base;
use crate::domain::id::SittingId;
use crate::tr;

/// Answers that the driver waits for before it may kill.
const FEWEST: usize = 5;
/// The kill comes within this time after them, at a drawn instant.
const SPREAD_MILLIS: u32 = 120;
/// A child that says nothing for so long is stuck.
const PATIENCE: Duration = Duration::from_secs(30);

/// One answer that the program said was on disk: sitting, item, answer.
type Acknowledged = (String, String, String);

/// What was found at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    kills: u32,
    acknowledged: usize,
    lost: usize,
    duplicated: usize,
}

pub(super) fn drive(args: &SimulateArgs, out: &mut impl Write) -> Result<bool, SimulateFailure> {
    let base = new_base::in_folder(args.folder())?;
    room::furnish(&base, args.seed)?;
    let mut chance = Chance::from_seed(args.seed);
    let mut heard: Vec<Acknowledged> = Vec::new();
    for round in 0..args.kill {
        heard.extend(one_life(args, round, &mut chance)?);
    }
    let tally = Tally { kills: args.kill, acknowledged: heard.len(), ..compare(&base, &heard)? };
    let Tally { kills, acknowledged, lost, duplicated } = tally;
    let line = tr!("simulate-tally", kills = kills, acknowledged = acknowledged, lost = lost, duplicated = duplicated);
    writeln!(out, "{line}").map_err(SimulateFailure::Output)?;
    Ok(lost == 0 && duplicated == 0 && acknowledged >= FEWEST * kills as usize)
}

/// Starts the robots, kills them at a drawn instant after a few answers, and returns what they acknowledged.
fn one_life(args: &SimulateArgs, round: u32, chance: &mut Chance) -> Result<Vec<Acknowledged>, SimulateFailure> {
    let program = std::env::current_exe().map_err(SimulateFailure::Child)?;
    let mut child = Command::new(program)
        .arg("simulate")
        .arg("--dir")
        .arg(args.folder())
        .args(["--seed", &args.seed.to_string(), "--robots", &round.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(SimulateFailure::Child)?;
    let lines = listen(&mut child);
    let heard = hear(&mut child, &lines, Duration::from_millis(u64::from(chance.number() % SPREAD_MILLIS)));
    // Whatever was heard, no child is left behind. On Unix this is SIGKILL: nothing of the program runs any more.
    child.kill().map_err(SimulateFailure::Child)?;
    child.wait().map_err(SimulateFailure::Child)?;
    let mut heard = heard?;
    // What was written before the kill and not read yet was acknowledged too.
    heard.extend(lines.iter().filter_map(|line| acknowledged(&line)));
    Ok(heard)
}

/// Reads the lines of the child on a thread of its own; a line cut by the kill has no end and is not one.
fn listen(child: &mut Child) -> Receiver<String> {
    let (sender, lines) = channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut line = String::new();
            while output.read_line(&mut line).is_ok_and(|n| n > 0) {
                if line.ends_with('\n') && sender.send(line.trim_end().to_owned()).is_err() {
                    return;
                }
                line.clear();
            }
        });
    }
    lines
}

/// Hears the fewest answers, then lets the robots go on for the drawn time, unheard: what they say waits in the pipe.
fn hear(child: &mut Child, lines: &Receiver<String>, spread: Duration) -> Result<Vec<Acknowledged>, SimulateFailure> {
    let mut heard = Vec::new();
    while heard.len() < FEWEST {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => heard.extend(acknowledged(&line)),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Err(stopped(child)),
        }
    }
    thread::sleep(spread);
    Ok(heard)
}

fn stopped(child: &mut Child) -> SimulateFailure {
    // A stuck child would keep its error output open: it is ended first.
    drop(child.kill());
    let mut said = String::new();
    if let Some(errors) = &mut child.stderr {
        drop(errors.read_to_string(&mut said));
    }
    SimulateFailure::ChildStopped { said: said.trim().to_owned() }
}

fn acknowledged(line: &str) -> Option<Acknowledged> {
    let mut parts = line.splitn(3, '\t').map(str::to_owned);
    Some((parts.next()?, parts.next()?, parts.next()?))
}

/// Compares the list with the base: what is not there is lost; what is there twice is duplicated.
fn compare(base: &Path, heard: &[Acknowledged]) -> Result<Tally, SimulateFailure> {
    let (app, login) = room::at_work(base, room::chance()?)?;
    let mut by_sitting: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (sitting, item, answer) in heard {
        by_sitting.entry(sitting).or_default().push((item, answer));
    }
    let mut tally = Tally::default();
    for (sitting, given) in by_sitting {
        let kept = match sitting.parse().map(SittingId::new) {
            Ok(id) => app.answers_on_disk(login, id)?,
            Err(_) => Vec::new(),
        };
        let kept: Vec<(usize, String, String)> =
            kept.into_iter().map(|(round, item, answer)| (round, item.0, format!("{answer:?}"))).collect();
        let (lost, duplicated) = differences(&given, &kept);
        tally.lost += lost;
        tally.duplicated += duplicated;
    }
    Ok(tally)
}

/// Returns how many of the answers heard are not kept as they were given, and how many items were kept twice.
fn differences(given: &[(&str, &str)], kept: &[(usize, String, String)]) -> (usize, usize) {
    let is_kept = |item: &str, answer: &str| kept.iter().any(|(_, i, a)| i == item && a == answer);
    let lost = given.iter().filter(|(item, answer)| !is_kept(item, answer)).count();
    let mut items: Vec<(usize, &str)> = kept.iter().map(|(round, item, _)| (*round, item.as_str())).collect();
    items.sort_unstable();
    items.dedup();
    (lost, kept.len() - items.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(round: usize, item: &str, answer: &str) -> (usize, String, String) {
        (round, item.to_owned(), answer.to_owned())
    }

    #[test]
    fn an_answer_that_is_absent_or_another_is_lost() {
        let on_disk = [kept(0, "A", "Point(1.0)"), kept(0, "B", "Point(2.0)")];
        assert_eq!(differences(&[("A", "Point(1.0)"), ("B", "Point(2.0)")], &on_disk), (0, 0));
        assert_eq!(differences(&[("A", "Point(3.0)"), ("C", "Point(2.0)")], &on_disk), (2, 0));
    }

    #[test]
    fn an_item_kept_twice_in_a_round_is_a_duplicate_and_in_two_rounds_is_not() {
        let twice = [kept(0, "A", "Point(1.0)"), kept(0, "A", "Point(1.0)")];
        assert_eq!(differences(&[("A", "Point(1.0)")], &twice), (0, 1));
        let again = [kept(0, "A", "Point(1.0)"), kept(1, "A", "Point(2.0)")];
        assert_eq!(differences(&[("A", "Point(1.0)")], &again), (0, 0));
    }

    #[test]
    fn a_line_without_its_parts_is_no_answer() {
        assert_eq!(acknowledged("s\ti\tPoint(1.0)"), Some(("s".to_owned(), "i".to_owned(), "Point(1.0)".to_owned())));
        assert_eq!(acknowledged("s\ti"), None);
    }
}
