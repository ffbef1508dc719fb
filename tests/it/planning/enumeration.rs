//! Every assignment of a small instance, one after the other: the value that no search can pass.

use std::collections::BTreeMap;

use boussole::domain::planning::{Instance, Level, Objective, Pairs};
use boussole::domain::workshop::SessionKind;
use chrono::TimeDelta;

/// Returns the best values of the levels, in their order and by their own sign, or nothing when no plan is possible.
pub fn best(instance: &Instance, objective: Objective) -> Option<Vec<i64>> {
    let pairs = Pairs::of(instance);
    let options: Vec<Vec<Vec<usize>>> = (0..instance.people().len()).map(|p| options(instance, &pairs, p)).collect();
    let mut best: Option<Vec<i64>> = None;
    let mut chosen = Vec::new();
    walk(instance, &pairs, objective, &options, &mut chosen, &mut best);
    best.map(|values| signed(objective, values))
}

pub fn levels(objective: Objective) -> Vec<Level> {
    match objective {
        Objective::PlacedThenWait => vec![Level::Placed, Level::Wait, Level::Facilitators],
        Objective::PlacedThenAge => vec![Level::Placed, Level::Age, Level::Facilitators],
        Objective::CompleteThenAge => vec![Level::Complete, Level::Placed, Level::Age, Level::Facilitators],
    }
}

/// Values to be made great were compared as they are, the others turned.
fn signed(objective: Objective, values: Vec<i64>) -> Vec<i64> {
    let upwards = |level| matches!(level, Level::Placed | Level::Complete);
    levels(objective)
        .into_iter()
        .zip(values)
        .map(|(level, value)| if upwards(level) { value } else { -value })
        .collect()
}

/// The sets of sessions that a person may have.
fn options(instance: &Instance, pairs: &Pairs, person: usize) -> Vec<Vec<usize>> {
    let mine: Vec<usize> = pairs.by_person[person].iter().map(|&pair| pairs.list[pair].session).collect();
    let told: Vec<usize> =
        instance.confirmed().iter().filter(|seat| seat.person == person).map(|seat| seat.session).collect();
    (0..1_u32 << mine.len())
        .map(|bits| (0..mine.len()).filter(|i| bits >> i & 1 == 1).map(|i| mine[i]).collect::<Vec<_>>())
        .filter(|set| told.iter().all(|session| set.contains(session)) && is_possible(instance, person, set))
        .collect()
}

fn minutes(instance: &Instance, session: usize) -> (i64, i64) {
    let slot = instance.sessions()[session].slot;
    let start = slot.starts_at().and_utc().timestamp() / 60;
    (start, start + i64::from(slot.minutes.0))
}

fn is_possible(instance: &Instance, person: usize, set: &[usize]) -> bool {
    let wants: Vec<usize> = instance.people()[person].wants.iter().map(|want| want.workshop).collect();
    let workshop = |session: usize| instance.sessions()[session].workshop;
    set.iter().enumerate().all(|(index, &a)| {
        let (start, end) = minutes(instance, a);
        let apart = set[index + 1..].iter().all(|&b| {
            let (other_start, other_end) = minutes(instance, b);
            let buffer = i64::from(instance.buffer().0);
            workshop(a) != workshop(b) && (end + buffer <= other_start || other_end + buffer <= start)
        });
        let day = instance.sessions()[a].slot.day;
        let that_day = set.iter().filter(|&&b| instance.sessions()[b].slot.day == day).count();
        let in_order = instance.orders().iter().all(|&(first, second)| {
            second != workshop(a)
                || !wants.contains(&first)
                || set.iter().any(|&b| workshop(b) == first && minutes(instance, b).1 <= start)
        });
        apart && that_day <= instance.people()[person].most_per_day && in_order
    })
}

fn walk(
    instance: &Instance,
    pairs: &Pairs,
    objective: Objective,
    options: &[Vec<Vec<usize>>],
    chosen: &mut Vec<Vec<usize>>,
    best: &mut Option<Vec<i64>>,
) {
    if chosen.len() == options.len() {
        if let Some(values) = values(instance, pairs, objective, chosen)
            && best.as_ref().is_none_or(|best| values > *best)
        {
            *best = Some(values);
        }
        return;
    }
    for set in &options[chosen.len()] {
        chosen.push(set.clone());
        walk(instance, pairs, objective, options, chosen, best);
        chosen.pop();
    }
}

/// The values of an assignment, all to be made great; nothing when it breaks a rule of sessions.
fn values(instance: &Instance, pairs: &Pairs, objective: Objective, chosen: &[Vec<usize>]) -> Option<Vec<i64>> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &session in chosen.iter().flatten() {
        *counts.entry(session).or_default() += 1;
    }
    for (session, candidate) in instance.sessions().iter().enumerate() {
        if candidate.kind == SessionKind::Series {
            counts.entry(session).or_default();
        }
    }
    for (&session, &count) in &counts {
        let candidate = &instance.sessions()[session];
        let told = instance.confirmed().iter().filter(|seat| seat.session == session).count();
        let announced = told > 0 || candidate.kind == SessionKind::Series;
        let minimum = if announced { candidate.minimum.0.min(told) } else { candidate.minimum.0 };
        if count < minimum || count > candidate.maximum.0 {
            return None;
        }
        let at = minutes(instance, session).0;
        let running: Vec<usize> = counts
            .keys()
            .copied()
            .filter(|&other| (minutes(instance, other).0..minutes(instance, other).1).contains(&at))
            .collect();
        let users = |uses: &dyn Fn(usize) -> bool| running.iter().filter(|&&other| uses(other)).count();
        let sessions = instance.sessions();
        if users(&|other| sessions[other].room == candidate.room) > 1
            || users(&|other| sessions[other].facilitator == candidate.facilitator) > 1
            || candidate
                .equipment
                .is_some_and(|kit| users(&|other| sessions[other].equipment == Some(kit)) > instance.quantity(kit))
        {
            return None;
        }
    }
    Some(
        levels(objective)
            .into_iter()
            .map(|level| level_value(instance, pairs, objective, chosen, &counts, level))
            .collect(),
    )
}

fn level_value(
    instance: &Instance,
    pairs: &Pairs,
    objective: Objective,
    chosen: &[Vec<usize>],
    counts: &BTreeMap<usize, usize>,
    level: Level,
) -> i64 {
    let horizon = instance.horizon();
    let last = horizon.end + TimeDelta::days(30);
    let mut total = 0;
    for (person, set) in chosen.iter().enumerate() {
        let wants = &instance.people()[person].wants;
        let seat = |workshop| set.iter().copied().find(|&session| instance.sessions()[session].workshop == workshop);
        if level == Level::Complete {
            total += i64::from(!wants.is_empty() && wants.iter().all(|want| seat(want.workshop).is_some()));
            continue;
        }
        for want in wants {
            let session = seat(want.workshop);
            let wait = session.map(|session| pairs.list[pairs.find(person, session).unwrap()].wait);
            let near = (want.deadline - horizon.today).num_days() < 14 && objective != Objective::PlacedThenWait;
            total += match (level, wait) {
                (Level::Placed, Some(_)) => {
                    if near {
                        3
                    } else {
                        1
                    }
                }
                (Level::Wait, Some(wait)) => -wait,
                (Level::Age, Some(wait)) => -wait * wait,
                (Level::Age, None) => -(last - want.prescribed).num_days().pow(2),
                _ => 0,
            };
        }
    }
    if level == Level::Facilitators {
        total = -counts.keys().map(|&session| i64::from(instance.sessions()[session].slot.minutes.0)).sum::<i64>();
    }
    total
}
