//! A plan being made by simple rules: what opens, who sits where.
//!
//! Two rules a counsellor would follow by hand. They start the exact search, and are what its result is compared with.

use std::cmp::Reverse;

use super::instance::Instance;
use super::pairs::{Pairs, Shared, shared};

/// Sessions that are open and pairs that are placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub open: Vec<bool>,
    pub placed: Vec<bool>,
}

impl Choice {
    /// What is already promised: sessions held anyway, and people who were told.
    pub fn promised(instance: &Instance, pairs: &Pairs) -> Self {
        Self { open: instance.held_anyway(), placed: pairs.list.iter().map(|pair| pair.is_confirmed).collect() }
    }
}

/// A choice with what is needed to go on adding to it.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    instance: &'a Instance,
    pairs: &'a Pairs,
    shared: Vec<Shared>,
    shared_of: Vec<Vec<usize>>,
    /// The day on which the oldest of a person's waits began: who comes first.
    since: Vec<chrono::NaiveDate>,
    pub choice: Choice,
    counts: Vec<usize>,
}

impl<'a> Draft<'a> {
    pub fn new(instance: &'a Instance, pairs: &'a Pairs, choice: Choice) -> Self {
        let shared = shared(instance);
        let mut shared_of = vec![Vec::new(); instance.sessions.len()];
        for (index, set) in shared.iter().enumerate() {
            for &session in &set.sessions {
                shared_of[session].push(index);
            }
        }
        let mut counts = vec![0; instance.sessions.len()];
        for (pair, &placed) in pairs.list.iter().zip(&choice.placed) {
            counts[pair.session] += usize::from(placed);
        }
        let oldest = |person: &super::Person| {
            person.wants.iter().map(|want| want.prescribed).min().unwrap_or(instance.horizon_end)
        };
        let since = instance.people.iter().map(oldest).collect();
        Self { instance, pairs, shared, shared_of, since, choice, counts }
    }

    /// Returns whether room, facilitator and equipment of a closed session are left.
    pub fn can_open(&self, session: usize) -> bool {
        self.shared_of[session].iter().all(|&index| {
            let set = &self.shared[index];
            set.sessions.iter().filter(|&&other| self.choice.open[other]).count() < set.most
        })
    }

    fn sessions_of(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        self.pairs.by_person[person]
            .iter()
            .filter(|&&pair| self.choice.placed[pair])
            .map(|&pair| self.pairs.list[pair].session)
    }

    /// Returns what stands between a person and a session, apart from its own room for them.
    pub fn obstacle(&self, pair: usize) -> Option<Obstacle> {
        let (person, session) = (self.pairs.list[pair].person, self.pairs.list[pair].session);
        let candidate = &self.instance.sessions[session];
        let mut on_that_day = 0;
        for other in self.sessions_of(person) {
            if self.instance.sessions[other].workshop == candidate.workshop {
                return Some(Obstacle::AlreadyPlaced);
            }
            if self.instance.overlap(other, session, self.instance.buffer) {
                return Some(Obstacle::Clash(other));
            }
            on_that_day += usize::from(self.instance.sessions[other].slot.day == candidate.slot.day);
        }
        if on_that_day >= self.instance.people[person].most_per_day {
            return Some(Obstacle::DayIsFull);
        }
        let missing = self.instance.before(person, candidate.workshop).find(|&first| {
            !self.sessions_of(person).any(|other| {
                self.instance.sessions[other].workshop == first && self.instance.ends_before(other, session)
            })
        });
        missing.map(Obstacle::Before)
    }

    /// Returns who could still come to a session, the longest wait first.
    pub fn pool(&self, session: usize) -> Vec<usize> {
        let mut pool: Vec<usize> =
            self.pairs.by_session[session].iter().copied().filter(|&pair| self.can_join(pair)).collect();
        pool.sort_by_key(|&pair| (self.since[self.pairs.list[pair].person], self.pairs.list[pair].person));
        pool
    }

    fn seats_left(&self, session: usize) -> usize {
        self.instance.sessions[session].maximum.0.saturating_sub(self.counts[session])
    }

    fn seat(&mut self, session: usize, pool: &[usize]) {
        self.choice.open[session] = true;
        for &pair in pool.iter().take(self.seats_left(session)) {
            self.choice.placed[pair] = true;
            self.counts[session] += 1;
        }
    }

    /// By date: each session opens that enough people could join.
    pub fn first_come(&mut self) {
        for session in 0..self.instance.sessions.len() {
            let is_open = self.choice.open[session];
            if is_open || self.can_open(session) {
                let pool = self.pool(session);
                let need = self.instance.sessions[session].minimum.0;
                if is_open || pool.len() >= need.max(1) {
                    self.seat(session, &pool);
                }
            }
        }
    }

    /// The session that the most people could join, again and again.
    pub fn fullest_first(&mut self) {
        let mut left: Vec<usize> = (0..self.instance.sessions.len()).collect();
        let mut joins: Vec<bool> = (0..self.pairs.list.len()).map(|pair| self.can_join(pair)).collect();
        let mut pools = vec![0_usize; self.instance.sessions.len()];
        for (pair, _) in self.pairs.list.iter().zip(&joins).filter(|(_, joins)| **joins) {
            pools[pair.session] += 1;
        }
        while let Some(session) = self.fullest(&left, &pools) {
            let pool = self.pool(session);
            self.seat(session, &pool);
            // A seat changes what its person can join, and nobody else.
            for &seated in pool.iter().filter(|&&pair| self.choice.placed[pair]) {
                for &pair in &self.pairs.by_person[self.pairs.list[seated].person] {
                    let before = std::mem::replace(&mut joins[pair], self.can_join(pair));
                    let count = &mut pools[self.pairs.list[pair].session];
                    *count = *count + usize::from(joins[pair]) - usize::from(before);
                }
            }
            left.retain(|&other| other != session);
        }
    }

    fn can_join(&self, pair: usize) -> bool {
        !self.choice.placed[pair] && self.obstacle(pair).is_none()
    }

    fn fullest(&self, left: &[usize], pools: &[usize]) -> Option<usize> {
        left.iter()
            .copied()
            .filter(|&session| self.choice.open[session] || self.can_open(session))
            .filter_map(|session| {
                let joins = pools[session].min(self.seats_left(session));
                let opens = self.choice.open[session] || joins >= self.instance.sessions[session].minimum.0;
                (joins > 0 && opens).then_some((joins, Reverse(session)))
            })
            .max()
            .map(|(_, Reverse(session))| session)
    }
}

/// What keeps a person from a session that has room for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Has a place in another session of the workshop.
    AlreadyPlaced,
    /// Sits in this other session at that time.
    Clash(usize),
    DayIsFull,
    /// This workshop comes first, and the person has no place in it before.
    Before(usize),
}
