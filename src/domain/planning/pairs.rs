//! Who may come to what: one pair, or one reason why not.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{Candidate, Instance, Person, Want, end_minute, start_minute};
use crate::domain::stamp::{HalfDay, Minutes};

/// A person and a session that they could attend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub person: usize,
    pub session: usize,
    /// Days from the prescription to the session.
    pub wait: i64,
    pub is_confirmed: bool,
}

/// Why a person who waits for a workshop cannot come to one of its sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// There is no time left to convene the person.
    BeforeNotice,
    AfterDeadline,
    NotOnThatHalfDay,
    Absent,
}

/// All pairs of an instance, by person, then by session.
#[derive(Clone, Debug)]
pub struct Pairs {
    pub list: Vec<Pair>,
    pub by_person: Vec<Vec<usize>>,
    pub by_session: Vec<Vec<usize>>,
    /// Each person and session of a workshop they wait for that is no pair, with its reason.
    pub excluded: BTreeMap<(usize, usize), Exclusion>,
}

/// Returns why a person cannot come, or nothing when they can.
pub(super) fn exclusion(person: &Person, want: &Want, session: &Candidate) -> Option<Exclusion> {
    let day = session.slot.day;
    let half_day: HalfDay = session.slot.half_day();
    if day < want.earliest {
        Some(Exclusion::BeforeNotice)
    } else if day > want.deadline {
        Some(Exclusion::AfterDeadline)
    } else if !person.availability.includes(half_day) {
        Some(Exclusion::NotOnThatHalfDay)
    } else if person.absences.iter().any(|&(first, last)| first <= day && day <= last) {
        Some(Exclusion::Absent)
    } else {
        None
    }
}

impl Pairs {
    /// Lists the pairs. A confirmed one is always possible.
    pub fn of(instance: &Instance) -> Self {
        let mut by_workshop: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, session) in instance.sessions.iter().enumerate() {
            by_workshop.entry(session.workshop).or_default().push(index);
        }
        let mut found: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
        let mut excluded = BTreeMap::new();
        for (index, person) in instance.people.iter().enumerate() {
            for want in &person.wants {
                for &session in by_workshop.get(&want.workshop).into_iter().flatten() {
                    match exclusion(person, want, &instance.sessions[session]) {
                        Some(reason) => {
                            excluded.insert((index, session), reason);
                        }
                        None => {
                            let wait = (instance.sessions[session].slot.day - want.prescribed).num_days();
                            found.insert((index, session), Pair { person: index, session, wait, is_confirmed: false });
                        }
                    }
                }
            }
        }
        for seat in &instance.confirmed {
            let key = (seat.person, seat.session);
            let wait = (instance.sessions[seat.session].slot.day - seat.prescribed).num_days().max(0);
            let told = Pair { person: seat.person, session: seat.session, wait, is_confirmed: true };
            excluded.remove(&key);
            found.entry(key).and_modify(|pair| pair.is_confirmed = true).or_insert(told);
        }
        let list: Vec<Pair> = found.into_values().collect();
        let mut by_person = vec![Vec::new(); instance.people.len()];
        let mut by_session = vec![Vec::new(); instance.sessions.len()];
        for (index, pair) in list.iter().enumerate() {
            by_person[pair.person].push(index);
            by_session[pair.session].push(index);
        }
        Self { list, by_person, by_session, excluded }
    }

    /// Returns the number of a pair.
    pub fn find(&self, person: usize, session: usize) -> Option<usize> {
        self.by_person.get(person)?.iter().copied().find(|&pair| self.list[pair].session == session)
    }
}

/// Returns the greatest sets of sessions that all overlap: intervals meet together exactly when one of them begins within
/// all others, so a sweep over the starts finds every set.
pub(super) fn cliques(instance: &Instance, sessions: &[usize], between: Minutes) -> Vec<Vec<usize>> {
    let mut by_day: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for &session in sessions {
        by_day.entry(instance.sessions[session].slot.day).or_default().push(session);
    }
    let mut found = Vec::new();
    for day in by_day.into_values() {
        let sets: BTreeSet<BTreeSet<usize>> = day
            .iter()
            .map(|&at| {
                let start = start_minute(&instance.sessions[at]);
                let within = |other: &&usize| {
                    let session = &instance.sessions[**other];
                    start_minute(session) <= start && start < end_minute(session) + between.0
                };
                day.iter().filter(within).copied().collect()
            })
            .collect();
        let greatest = |set: &&BTreeSet<usize>| {
            set.len() > 1 && !sets.iter().any(|other| other.len() > set.len() && other.is_superset(set))
        };
        found.extend(sets.iter().filter(greatest).map(|set| set.iter().copied().collect()));
    }
    found
}

/// Sessions of which at most `most` can take place together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub sessions: Vec<usize>,
    pub most: usize,
}

/// Returns what rooms, facilitators and equipment allow. What takes place anyway is never forbidden.
pub(super) fn shared(instance: &Instance) -> Vec<Shared> {
    let mut groups: BTreeMap<(u8, usize), Vec<usize>> = BTreeMap::new();
    for (index, session) in instance.sessions.iter().enumerate() {
        groups.entry((0, session.room)).or_default().push(index);
        groups.entry((1, session.facilitator)).or_default().push(index);
        if let Some(equipment) = session.equipment {
            groups.entry((2, equipment)).or_default().push(index);
        }
    }
    let held = instance.held_anyway();
    let mut found = Vec::new();
    for ((kind, resource), sessions) in groups {
        let capacity = if kind == 2 { instance.quantities[resource] } else { 1 };
        for clique in cliques(instance, &sessions, Minutes(0)) {
            let most = capacity.max(clique.iter().filter(|&&session| held[session]).count());
            if clique.len() > most {
                found.push(Shared { sessions: clique, most });
            }
        }
    }
    found
}
