//! What a plan is made from: people and what they wait for, sessions that could take place, who shares what.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Timelike};
use thiserror::Error;

use crate::domain::stamp::{Availability, Minutes, TimeSlot};
use crate::domain::workshop::{Headcount, SessionKind};

/// One wait of a person: a workshop, no date yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Want {
    pub workshop: usize,
    pub prescribed: NaiveDate,
    /// First day that leaves time to convene the person.
    pub earliest: NaiveDate,
    /// Last day that still serves the person.
    pub deadline: NaiveDate,
}

/// One person, as a plan sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub availability: Availability,
    /// First and last day of each absence.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
    pub most_per_day: usize,
    pub wants: Vec<Want>,
}

/// One session that could take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub workshop: usize,
    pub slot: TimeSlot,
    pub room: usize,
    pub facilitator: usize,
    pub equipment: Option<usize>,
    pub minimum: Headcount,
    pub maximum: Headcount,
    pub kind: SessionKind,
}

/// A person who was told to come: no plan moves them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confirmed {
    pub person: usize,
    pub session: usize,
    pub prescribed: NaiveDate,
}

/// Everything that a plan reads. People, sessions, workshops, rooms, facilitators and equipment are numbered from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    pub(super) people: Vec<Person>,
    pub(super) sessions: Vec<Candidate>,
    /// `(a, b)`: `a` comes before `b` for a person who waits for both.
    pub(super) orders: Vec<(usize, usize)>,
    /// How many of each equipment there are.
    pub(super) quantities: Vec<usize>,
    pub(super) confirmed: Vec<Confirmed>,
    /// What a person needs between two activities.
    pub(super) buffer: Minutes,
    pub(super) today: NaiveDate,
    pub(super) horizon_end: NaiveDate,
}

/// Why parts do not make an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InstanceError {
    #[error("session {session} names an equipment that does not exist")]
    NoSuchEquipment { session: usize },
    #[error("session {session} takes fewer people than its minimum")]
    MinimumAboveMaximum { session: usize },
    #[error("session {session} ends when it begins, or the day after")]
    NoDuration { session: usize },
    #[error("a confirmed place names person {person}, who does not exist")]
    NoSuchPerson { person: usize },
    #[error("a confirmed place names session {session}, which does not exist")]
    NoSuchSession { session: usize },
}

/// The days that a plan counts from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    pub today: NaiveDate,
    pub end: NaiveDate,
}

impl Instance {
    /// Puts the parts together: a wait that is there twice counts once, so does a confirmed place.
    ///
    /// # Errors
    /// Returns the first part that names what is not there, or contradicts itself.
    pub fn new(
        mut people: Vec<Person>,
        sessions: Vec<Candidate>,
        orders: Vec<(usize, usize)>,
        quantities: Vec<usize>,
        confirmed: Vec<Confirmed>,
        buffer: Minutes,
        horizon: Horizon,
    ) -> Result<Self, InstanceError> {
        for (session, candidate) in sessions.iter().enumerate() {
            if candidate.equipment.is_some_and(|equipment| equipment >= quantities.len()) {
                return Err(InstanceError::NoSuchEquipment { session });
            }
            if candidate.minimum > candidate.maximum {
                return Err(InstanceError::MinimumAboveMaximum { session });
            }
            if candidate.slot.minutes.0 == 0 || end_minute(candidate) > 24 * 60 {
                return Err(InstanceError::NoDuration { session });
            }
        }
        for seat in &confirmed {
            if seat.person >= people.len() {
                return Err(InstanceError::NoSuchPerson { person: seat.person });
            }
            if seat.session >= sessions.len() {
                return Err(InstanceError::NoSuchSession { session: seat.session });
            }
        }
        for person in &mut people {
            let mut seen = BTreeSet::new();
            person.wants.retain(|want| seen.insert(want.workshop));
        }
        let mut seen = BTreeSet::new();
        let confirmed = confirmed.into_iter().filter(|seat| seen.insert((seat.person, seat.session))).collect();
        Ok(Self {
            people,
            sessions,
            orders,
            quantities,
            confirmed,
            buffer,
            today: horizon.today,
            horizon_end: horizon.end,
        })
    }

    pub fn people(&self) -> &[Person] {
        &self.people
    }

    pub fn sessions(&self) -> &[Candidate] {
        &self.sessions
    }

    pub fn confirmed(&self) -> &[Confirmed] {
        &self.confirmed
    }

    /// Returns the pairs of workshops of which the first comes first.
    pub fn orders(&self) -> &[(usize, usize)] {
        &self.orders
    }

    /// Returns how many there are of an equipment.
    pub fn quantity(&self, equipment: usize) -> usize {
        self.quantities.get(equipment).copied().unwrap_or(0)
    }

    /// Returns the minutes that a person needs between two sessions.
    pub fn buffer(&self) -> Minutes {
        self.buffer
    }

    pub fn horizon(&self) -> Horizon {
        Horizon { today: self.today, end: self.horizon_end }
    }

    /// Returns whether two sessions, with this many minutes between them, cannot both be attended or held.
    pub(super) fn overlap(&self, a: usize, b: usize, between: Minutes) -> bool {
        let (a, b) = (&self.sessions[a], &self.sessions[b]);
        a.slot.day == b.slot.day
            && start_minute(a) < end_minute(b) + between.0
            && start_minute(b) < end_minute(a) + between.0
    }

    /// Returns whether `a` is over when `b` begins.
    pub(super) fn ends_before(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.sessions[a], &self.sessions[b]);
        (a.slot.day, end_minute(a)) <= (b.slot.day, start_minute(b))
    }

    /// Returns the workshops that must come before this one for this person.
    pub(super) fn before(&self, person: usize, workshop: usize) -> impl Iterator<Item = usize> + '_ {
        self.orders
            .iter()
            .filter(move |order| order.1 == workshop)
            .map(|order| order.0)
            .filter(move |first| self.people[person].wants.iter().any(|want| want.workshop == *first))
    }

    pub(super) fn want(&self, person: usize, workshop: usize) -> Option<&Want> {
        self.people[person].wants.iter().find(|want| want.workshop == workshop)
    }

    /// Returns the sessions that take place whatever is decided: series, and those where somebody is confirmed.
    pub(super) fn held_anyway(&self) -> Vec<bool> {
        let mut held: Vec<bool> = self.sessions.iter().map(|session| session.kind == SessionKind::Series).collect();
        for seat in &self.confirmed {
            held[seat.session] = true;
        }
        held
    }

    /// Returns how many people are confirmed in each session.
    pub(super) fn confirmed_counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.sessions.len()];
        for seat in &self.confirmed {
            counts[seat.session] += 1;
        }
        counts
    }

    /// Returns the fewest people with whom a session may take place: what was announced is held with those who were told.
    pub(super) fn minimum(&self, session: usize, confirmed: usize) -> usize {
        let candidate = &self.sessions[session];
        if confirmed > 0 || candidate.kind == SessionKind::Series {
            candidate.minimum.0.min(confirmed)
        } else {
            candidate.minimum.0
        }
    }
}

pub(super) fn start_minute(session: &Candidate) -> u32 {
    session.slot.start.num_seconds_from_midnight() / 60
}

pub(super) fn end_minute(session: &Candidate) -> u32 {
    start_minute(session) + session.slot.minutes.0
}
