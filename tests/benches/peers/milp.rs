//! The same model given whole to a general solver, microlp: rules as they stand, no start, no cuts.

use std::collections::BTreeMap;
use std::time::Duration;

use boussole::domain::planning::{Instance, Pairs};
use boussole::domain::workshop::SessionKind;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOptions, Variable};

/// What the general solver proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proved {
    pub placed: i64,
    pub wait: i64,
    #[allow(dead_code, reason = "a bench prints it, a test does not")]
    pub nodes: u64,
}

/// Returns the most seats, then the fewest days of waiting, or nothing when the time does not suffice for a proof.
pub fn most_placed_then_least_wait(instance: &Instance, limit: Duration) -> Option<Proved> {
    let pairs = Pairs::of(instance);
    let first = solve(instance, &pairs, limit, |_| -1.0, None)?;
    let placed = -first.0.round() as i64;
    let second = solve(instance, &pairs, limit, |pair| pairs.list[pair].wait as f64, Some(placed))?;
    Some(Proved { placed, wait: second.0.round() as i64, nodes: first.1 + second.1 })
}

fn solve(
    instance: &Instance,
    pairs: &Pairs,
    limit: Duration,
    cost: impl Fn(usize) -> f64,
    placed: Option<i64>,
) -> Option<(f64, u64)> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let seats: Vec<Variable> = (0..pairs.list.len())
        .map(|pair| problem.add_integer_var(cost(pair), (i32::from(pairs.list[pair].is_confirmed), 1)))
        .collect();
    let told = |session: usize| instance.confirmed().iter().filter(|seat| seat.session == session).count();
    let open: Vec<Variable> = instance
        .sessions()
        .iter()
        .enumerate()
        .map(|(session, candidate)| {
            let held = candidate.kind == SessionKind::Series || told(session) > 0;
            problem.add_integer_var(0.0, (i32::from(held), 1))
        })
        .collect();
    if let Some(placed) = placed {
        problem.add_constraint(seats.iter().map(|&seat| (seat, 1.0)), ComparisonOp::Eq, placed as f64);
    }
    for (session, candidate) in instance.sessions().iter().enumerate() {
        let announced = candidate.kind == SessionKind::Series || told(session) > 0;
        let minimum = if announced { candidate.minimum.0.min(told(session)) } else { candidate.minimum.0 };
        for (count, direction) in [(minimum, ComparisonOp::Ge), (candidate.maximum.0, ComparisonOp::Le)] {
            let people = pairs.by_session[session].iter().map(|&pair| (seats[pair], 1.0));
            problem.add_constraint(people.chain([(open[session], -(count as f64))]), direction, 0.0);
        }
        for &pair in &pairs.by_session[session] {
            problem.add_constraint([(seats[pair], 1.0), (open[session], -1.0)], ComparisonOp::Le, 0.0);
        }
        let same = |uses: &dyn Fn(usize) -> bool| -> Vec<(Variable, f64)> {
            (0..open.len())
                .filter(|&other| uses(other) && runs_at(instance, other, session, 0))
                .map(|other| (open[other], 1.0))
                .collect()
        };
        let sessions = instance.sessions();
        let room = same(&|other| sessions[other].room == candidate.room);
        let facilitator = same(&|other| sessions[other].facilitator == candidate.facilitator);
        problem.add_constraint(room, ComparisonOp::Le, 1.0);
        problem.add_constraint(facilitator, ComparisonOp::Le, 1.0);
        if let Some(kit) = candidate.equipment {
            let users = same(&|other| sessions[other].equipment == Some(kit));
            problem.add_constraint(users, ComparisonOp::Le, instance.quantity(kit) as f64);
        }
    }
    for (person, mine) in pairs.by_person.iter().enumerate() {
        person_rules(instance, pairs, person, mine, &seats, &mut problem);
    }
    let mut options = SolveOptions::default();
    options.time_limit = Some(limit);
    let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
    (solution.status() == SolutionStatus::Optimal).then(|| (solution.objective(), solution.stats().nodes_solved))
}

/// Returns whether a session is under way, or over for less than the buffer, when another begins.
fn runs_at(instance: &Instance, session: usize, other: usize, buffer: i64) -> bool {
    let bounds = |index: usize| {
        let slot = instance.sessions()[index].slot;
        let start = slot.starts_at().and_utc().timestamp() / 60;
        (start, start + i64::from(slot.minutes.0))
    };
    let at = bounds(other).0;
    let (start, end) = bounds(session);
    start <= at && at < end + buffer
}

fn person_rules(
    instance: &Instance,
    pairs: &Pairs,
    person: usize,
    mine: &[usize],
    seats: &[Variable],
    problem: &mut Problem,
) {
    let sessions = instance.sessions();
    let of = |pair: usize| &sessions[pairs.list[pair].session];
    let mut groups: BTreeMap<(u8, i64), Vec<usize>> = BTreeMap::new();
    for &pair in mine {
        groups.entry((0, of(pair).workshop as i64)).or_default().push(pair);
        let day = of(pair).slot.starts_at().and_utc().timestamp() / 86_400;
        groups.entry((1, day)).or_default().push(pair);
        let together = |other: &&usize| {
            let buffer = i64::from(instance.buffer().0);
            runs_at(instance, pairs.list[**other].session, pairs.list[pair].session, buffer)
        };
        groups.insert((2, pair as i64), mine.iter().filter(together).copied().collect());
    }
    for ((kind, _), members) in groups {
        let most = if kind == 1 { instance.people()[person].most_per_day } else { 1 };
        problem.add_constraint(members.into_iter().map(|pair| (seats[pair], 1.0)), ComparisonOp::Le, most as f64);
    }
    for &pair in mine {
        for &(first, second) in instance.orders() {
            let waits = instance.people()[person].wants.iter().any(|want| want.workshop == first);
            if second != of(pair).workshop || !waits {
                continue;
            }
            let begins = of(pair).slot.starts_at();
            let earlier = mine.iter().filter(|&&other| {
                let slot = of(other).slot;
                of(other).workshop == first && slot.day.and_time(slot.end()) <= begins
            });
            let terms = earlier.map(|&other| (seats[other], -1.0)).chain([(seats[pair], 1.0)]);
            problem.add_constraint(terms, ComparisonOp::Le, 0.0);
        }
    }
}
