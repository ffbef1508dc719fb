//! The rules again, written apart from the model: what is wrong with a plan, whatever made it.

use std::collections::BTreeMap;

use super::draft::Choice;
use super::instance::{Instance, end_minute, start_minute};
use super::pairs::{Exclusion, Pairs, exclusion};
use crate::domain::stamp::Minutes;
use crate::domain::workshop::SessionKind;

/// A rule that a plan breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breach {
    SeatInClosedSession { person: usize, session: usize },
    Excluded { person: usize, session: usize, why: Exclusion },
    TooFew { session: usize, people: usize },
    TooMany { session: usize, people: usize },
    SeriesClosed { session: usize },
    RoomTwice { first: usize, second: usize },
    FacilitatorTwice { first: usize, second: usize },
    EquipmentShort { equipment: usize, session: usize },
    WorkshopTwice { person: usize, workshop: usize },
    PersonTwice { person: usize, first: usize, second: usize },
    DayTooFull { person: usize, session: usize },
    OutOfOrder { person: usize, session: usize },
    ConfirmedMoved { person: usize, session: usize },
}

/// Returns every rule that a choice breaks; nothing when it is a plan.
pub fn breaches(instance: &Instance, pairs: &Pairs, choice: &Choice) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut sessions_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut people_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (pair, _) in pairs.list.iter().zip(&choice.placed).filter(|(_, placed)| **placed) {
        let (person, session) = (pair.person, pair.session);
        sessions_of.entry(person).or_default().push(session);
        *people_of.entry(session).or_default() += 1;
        if !choice.open[session] {
            found.push(Breach::SeatInClosedSession { person, session });
        }
        let candidate = &instance.sessions[session];
        let why = instance
            .want(person, candidate.workshop)
            .and_then(|want| exclusion(&instance.people[person], want, candidate));
        if let (Some(why), false) = (why, pair.is_confirmed) {
            found.push(Breach::Excluded { person, session, why });
        }
    }
    for seat in &instance.confirmed {
        let kept = sessions_of.get(&seat.person).is_some_and(|sessions| sessions.contains(&seat.session));
        if !kept {
            found.push(Breach::ConfirmedMoved { person: seat.person, session: seat.session });
        }
    }
    headcounts(instance, choice, &people_of, &mut found);
    resources(instance, choice, &mut found);
    for (&person, sessions) in &sessions_of {
        person_rules(instance, person, sessions, &mut found);
    }
    found
}

fn headcounts(instance: &Instance, choice: &Choice, people_of: &BTreeMap<usize, usize>, found: &mut Vec<Breach>) {
    for (session, candidate) in instance.sessions.iter().enumerate() {
        let is_series = candidate.kind == SessionKind::Series;
        if !choice.open[session] {
            if is_series {
                found.push(Breach::SeriesClosed { session });
            }
            continue;
        }
        let people = people_of.get(&session).copied().unwrap_or(0);
        let confirmed = instance.confirmed.iter().filter(|seat| seat.session == session).count();
        let announced = is_series || confirmed > 0;
        let least = if announced { candidate.minimum.0.min(confirmed) } else { candidate.minimum.0 };
        if people < least {
            found.push(Breach::TooFew { session, people });
        }
        if people > candidate.maximum.0 {
            found.push(Breach::TooMany { session, people });
        }
    }
}

fn resources(instance: &Instance, choice: &Choice, found: &mut Vec<Breach>) {
    let open: Vec<usize> = (0..instance.sessions.len()).filter(|&session| choice.open[session]).collect();
    for (index, &first) in open.iter().enumerate() {
        let a = &instance.sessions[first];
        for &second in open.iter().skip(index + 1) {
            let b = &instance.sessions[second];
            if instance.overlap(first, second, Minutes(0)) {
                if a.room == b.room {
                    found.push(Breach::RoomTwice { first, second });
                }
                if a.facilitator == b.facilitator {
                    found.push(Breach::FacilitatorTwice { first, second });
                }
            }
        }
        // What is in use can only grow when a session begins.
        if let Some(equipment) = a.equipment {
            let at_once = open.iter().filter(|&&other| {
                let b = &instance.sessions[other];
                b.equipment == Some(equipment)
                    && b.slot.day == a.slot.day
                    && start_minute(b) <= start_minute(a)
                    && start_minute(a) < end_minute(b)
            });
            if at_once.count() > instance.quantities[equipment] {
                found.push(Breach::EquipmentShort { equipment, session: first });
            }
        }
    }
}

fn person_rules(instance: &Instance, person: usize, sessions: &[usize], found: &mut Vec<Breach>) {
    for (index, &first) in sessions.iter().enumerate() {
        let a = &instance.sessions[first];
        for &second in sessions.iter().skip(index + 1) {
            if instance.sessions[second].workshop == a.workshop {
                found.push(Breach::WorkshopTwice { person, workshop: a.workshop });
            }
            if instance.overlap(first, second, instance.buffer) {
                found.push(Breach::PersonTwice { person, first, second });
            }
        }
        let that_day = sessions.iter().filter(|&&other| instance.sessions[other].slot.day == a.slot.day).count();
        if that_day > instance.people[person].most_per_day {
            found.push(Breach::DayTooFull { person, session: first });
        }
        for before in instance.before(person, a.workshop) {
            let done = sessions
                .iter()
                .any(|&other| instance.sessions[other].workshop == before && instance.ends_before(other, first));
            if !done {
                found.push(Breach::OutOfOrder { person, session: first });
            }
        }
    }
}
