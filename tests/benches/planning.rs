//! How long exact plans take, alone and beside a general solver: `cargo bench --no-default-features --bench planning`.

#![expect(clippy::print_stdout, reason = "a bench prints its times")]
#![allow(clippy::indexing_slicing, reason = "the peer numbers what it made")]

#[path = "peers/milp.rs"]
mod milp;

use std::time::{Duration, Instant};

use boussole::domain::planning::{
    Candidate, Effort, Horizon, Instance, InstanceError, Level, Objective, Person, Plan, Want,
};
use boussole::domain::stamp::{Availability, Minutes, TimeSlot};
use boussole::domain::workshop::{Headcount, SessionKind};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use divan::Bencher;

/// After this the peer is told as unfinished.
const PEER_LIMIT: Duration = Duration::from_secs(20);
/// People, sessions, workshops, facilitators.
const SIZES: [(usize, usize, usize, usize); 4] = [(30, 10, 4, 3), (80, 60, 8, 4), (150, 40, 6, 4), (300, 60, 8, 5)];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `cargo bench` asks for it with exactly this; a filter, or a test run, is about the benches below alone.
    if std::env::args().skip(1).eq(["--bench".to_owned()]) {
        compare()?;
    }
    divan::main();
    Ok(())
}

const UNLIMITED: Effort<'static> = Effort { max_nodes: 1_000_000, keep_going: &|| true };

/// Prints one line an instance: what is placed, our nodes and seconds, the peer's, and the ratio of the times.
fn compare() -> Result<(), Box<dyn std::error::Error>> {
    println!(
        "{:<28} {:>7} {:>7} {:>7} {:>9} {:>10} {:>9} {:>10}  peer",
        "people x sessions, seed", "placed", "wait", "nodes", "ours, s", "its nodes", "peer, s", "ours/peer"
    );
    for (size, seed) in SIZES.into_iter().flat_map(|size| [1, 2].map(|seed| (size, seed))) {
        let instance = instance(size, seed)?;
        let begun = Instant::now();
        let plan = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED);
        let ours = begun.elapsed().as_secs_f64();
        let value = |level| plan.levels.iter().find(|found| found.level == level).map_or(0, |found| found.value);
        let (placed, wait) = (value(Level::Placed), value(Level::Wait));
        let nodes: u64 = plan.levels.iter().map(|level| level.nodes).sum();
        let begun = Instant::now();
        let peer = milp::most_placed_then_least_wait(&instance, PEER_LIMIT);
        let theirs = begun.elapsed().as_secs_f64();
        let told = match peer {
            Some(peer) if (peer.placed, peer.wait) == (placed, wait) => format!("{:>10} {theirs:>9.3}", peer.nodes),
            Some(peer) => format!("{:>10} {theirs:>9.3} DIFFERS: {} {}", peer.nodes, peer.placed, peer.wait),
            None => format!("{:>10} {:>9}", "unproved", format!(">{theirs:.1}")),
        };
        let what = format!("{} x {}, {seed}", size.0, size.1);
        println!("{what:<28} {placed:>7} {wait:>7} {nodes:>7} {ours:>9.4} {told} {:>10.4}  microlp", ours / theirs);
    }
    Ok(())
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn placed_then_age(bencher: Bencher, size: (usize, usize, usize, usize)) {
    let Ok(instance) = instance(size, 1) else { return };
    bencher.bench(|| Plan::search(&instance, Objective::PlacedThenAge, None, UNLIMITED));
}

/// Whole numbers without apparent order, always the same.
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Ten weeks of one service: each third workshop is a series, the others open on demand with six people or more.
fn instance(
    (n_people, n_sessions, n_workshops, n_facilitators): (usize, usize, usize, usize),
    seed: u64,
) -> Result<Instance, InstanceError> {
    let mut draws = Draws(seed);
    let monday = NaiveDate::default() + TimeDelta::days(4);
    let day = |number: usize| monday + TimeDelta::days((number / 5 * 7 + number % 5) as i64);
    let mut sessions: Vec<Candidate> = Vec::new();
    for _ in 0..n_sessions {
        let workshop = draws.below(n_workshops);
        let hour = if draws.below(2) == 0 { 9 } else { 14 };
        let day = day(draws.below(50));
        let (room, facilitator) = (draws.below(3), draws.below(n_facilitators));
        let taken = sessions.iter().any(|other| {
            other.slot.day == day
                && other.kind == SessionKind::Series
                && (other.room == room || other.facilitator == facilitator)
        });
        sessions.push(Candidate {
            workshop,
            slot: TimeSlot { day, start: NaiveTime::MIN + TimeDelta::hours(hour), minutes: Minutes(150) },
            room,
            facilitator,
            equipment: (workshop == 0).then_some(0),
            minimum: Headcount(6),
            maximum: Headcount(10 + draws.below(3)),
            kind: if workshop.is_multiple_of(3) && !taken { SessionKind::Series } else { SessionKind::OnDemand },
        });
    }
    let people = (0..n_people)
        .map(|_| {
            let prescribed = draws.below(30);
            let half_days = (draws.below(1024) | draws.below(1024)) as u16;
            let wants = (0..n_workshops).filter(|_| draws.below(3) == 0);
            let wants = wants.map(|workshop| Want {
                workshop,
                prescribed: day(prescribed),
                earliest: day(prescribed + 5),
                deadline: day(prescribed + 35),
            });
            Person {
                wants: wants.collect(),
                availability: Availability::from_bits(half_days),
                absences: Vec::new(),
                most_per_day: 2,
            }
        })
        .collect();
    let horizon = Horizon { today: monday, end: day(50) };
    Instance::new(people, sessions, vec![(1, 2)], vec![1], Vec::new(), Minutes(15), horizon)
}
