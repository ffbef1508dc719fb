//! The plan as a program in zeros and ones: one variable a pair, one a session, one a person whose whole list may be served.

use std::collections::BTreeMap;

use super::draft::Choice;
use super::instance::Instance;
use super::linear::Row;
use super::pairs::{Pairs, cliques, shared};

/// Whether people whose whole list is served are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lists {
    Counted,
    Ignored,
}

/// Rows and bounds; variables are pairs, then sessions, then people.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub n_pairs: usize,
    pub n_sessions: usize,
    pub rows: Vec<Row>,
    /// Nobody in a closed session, one row a pair. The maximum says so for whole points: these only make bounds better, where
    /// a point breaks them.
    pub tightening: Vec<Row>,
    pub bounds: Vec<(f64, f64)>,
}

impl Model {
    pub fn session(&self, session: usize) -> usize {
        self.n_pairs + session
    }

    pub fn person(&self, person: usize) -> usize {
        self.n_pairs + self.n_sessions + person
    }

    pub fn len(&self) -> usize {
        self.bounds.len()
    }

    /// Writes the rules (1) to (7), and (8) where whole lists count.
    pub fn of(instance: &Instance, pairs: &Pairs, lists: Lists) -> Self {
        let (n_pairs, n_sessions) = (pairs.list.len(), instance.sessions.len());
        let mut model = Self {
            n_pairs,
            n_sessions,
            rows: Vec::new(),
            tightening: Vec::new(),
            bounds: vec![(0.0, 1.0); n_pairs + n_sessions + instance.people.len()],
        };
        model.close_hopeless(instance, pairs);
        model.keep_promises(instance, pairs);
        model.headcounts(instance, pairs);
        for set in shared(instance) {
            let terms = set.sessions.iter().map(|&session| (model.session(session), 1.0)).collect();
            model.rows.push(Row::at_most(set.most as f64, terms));
        }
        for person in 0..instance.people.len() {
            model.person_rules(instance, pairs, person);
            match lists {
                Lists::Counted => model.whole_list(instance, pairs, person),
                Lists::Ignored => {
                    let variable = model.person(person);
                    model.bounds[variable].1 = 0.0;
                }
            }
        }
        model
    }

    fn is_possible(&self, variable: usize) -> bool {
        self.bounds[variable].1 > 0.0
    }

    /// Closes sessions that too few people could join, and drops pairs whose earlier workshop is out of reach, until
    /// nothing changes.
    fn close_hopeless(&mut self, instance: &Instance, pairs: &Pairs) {
        let held = instance.held_anyway();
        let confirmed = instance.confirmed_counts();
        let mut changed = true;
        while changed {
            changed = false;
            for session in 0..self.n_sessions {
                if held[session] || !self.is_possible(self.session(session)) {
                    continue;
                }
                let possible = pairs.by_session[session].iter().filter(|&&pair| self.is_possible(pair)).count();
                if possible < instance.minimum(session, confirmed[session]) {
                    let variable = self.session(session);
                    self.bounds[variable].1 = 0.0;
                    for &pair in &pairs.by_session[session] {
                        self.bounds[pair].1 = 0.0;
                    }
                    changed = true;
                }
            }
            for (index, pair) in pairs.list.iter().enumerate() {
                if !self.is_possible(index) || pair.is_confirmed {
                    continue;
                }
                let workshop = instance.sessions[pair.session].workshop;
                let out_of_reach = instance
                    .before(pair.person, workshop)
                    .any(|first| self.earlier(instance, pairs, index, first).next().is_none());
                if out_of_reach {
                    self.bounds[index].1 = 0.0;
                    changed = true;
                }
            }
        }
    }

    /// Returns the possible pairs of the same person with `first`, over when this pair's session begins.
    fn earlier<'a>(
        &'a self,
        instance: &'a Instance,
        pairs: &'a Pairs,
        pair: usize,
        first: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let (person, session) = (pairs.list[pair].person, pairs.list[pair].session);
        pairs.by_person[person].iter().copied().filter(move |&other| {
            let earlier = pairs.list[other].session;
            self.is_possible(other)
                && instance.sessions[earlier].workshop == first
                && instance.ends_before(earlier, session)
        })
    }

    /// (3) What was announced is held, and who was told to come comes.
    fn keep_promises(&mut self, instance: &Instance, pairs: &Pairs) {
        for (session, held) in instance.held_anyway().into_iter().enumerate() {
            if held {
                let variable = self.session(session);
                self.bounds[variable] = (1.0, 1.0);
            }
        }
        for (index, pair) in pairs.list.iter().enumerate() {
            if pair.is_confirmed {
                self.bounds[index] = (1.0, 1.0);
            }
        }
    }

    /// (2) Minimum and maximum, and nobody in a closed session.
    fn headcounts(&mut self, instance: &Instance, pairs: &Pairs) {
        let confirmed = instance.confirmed_counts();
        for (session, &confirmed) in confirmed.iter().enumerate() {
            let variable = self.session(session);
            if !self.is_possible(variable) || pairs.by_session[session].is_empty() {
                continue;
            }
            let people: Vec<(usize, f64)> =
                pairs.by_session[session].iter().filter(|&&pair| self.is_possible(pair)).map(|&p| (p, 1.0)).collect();
            let minimum = instance.minimum(session, confirmed);
            // Who was told to come is never too many; nobody is added to them.
            let maximum = instance.sessions[session].maximum.0.max(confirmed);
            let mut least = people.clone();
            least.push((variable, -(minimum as f64)));
            if minimum > 0 {
                self.rows.push(Row::at_least(0.0, least));
            }
            let may_close = self.bounds[variable].0 < 1.0;
            if may_close || people.len() > maximum {
                let mut most = people.clone();
                most.push((variable, -(maximum.min(people.len()) as f64)));
                self.rows.push(Row::at_most(0.0, most));
            }
            if may_close {
                let tight = people.into_iter().map(|(pair, _)| Row::at_most(0.0, vec![(pair, 1.0), (variable, -1.0)]));
                self.tightening.extend(tight);
            }
        }
    }

    fn at_most(&mut self, most: usize, pairs: &Pairs, members: &[usize]) {
        let members: Vec<usize> = members.iter().copied().filter(|&pair| self.is_possible(pair)).collect();
        // A promise that breaks a rule is kept; nothing is added to it.
        let most = most.max(members.iter().filter(|&&pair| pairs.list[pair].is_confirmed).count());
        if members.len() > most {
            self.rows.push(Row::at_most(most as f64, members.into_iter().map(|pair| (pair, 1.0)).collect()));
        }
    }

    fn person_rules(&mut self, instance: &Instance, pairs: &Pairs, person: usize) {
        let mine = &pairs.by_person[person];
        let mut by_workshop: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut by_day: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for &pair in mine {
            let session = &instance.sessions[pairs.list[pair].session];
            by_workshop.entry(session.workshop).or_default().push(pair);
            by_day.entry(session.slot.day).or_default().push(pair);
        }
        // (1) Each workshop once.
        for members in by_workshop.values() {
            self.at_most(1, pairs, members);
        }
        // (5) One thing at a time, with the buffer.
        let sessions: Vec<usize> = mine.iter().map(|&pair| pairs.list[pair].session).collect();
        for clique in cliques(instance, &sessions, instance.buffer) {
            let members: Vec<usize> = clique.iter().filter_map(|&session| pairs.find(person, session)).collect();
            self.at_most(1, pairs, &members);
        }
        // (6) Only so many on one day.
        for members in by_day.values() {
            self.at_most(instance.people[person].most_per_day, pairs, members);
        }
        // (7) What comes first comes before.
        for &pair in mine {
            let workshop = instance.sessions[pairs.list[pair].session].workshop;
            for first in instance.before(person, workshop) {
                let mut terms: Vec<(usize, f64)> =
                    self.earlier(instance, pairs, pair, first).map(|other| (other, -1.0)).collect();
                if self.is_possible(pair) && !(terms.is_empty() && pairs.list[pair].is_confirmed) {
                    terms.push((pair, 1.0));
                    self.rows.push(Row::at_most(0.0, terms));
                }
            }
        }
    }

    /// (8) A list is served when each of its workshops is.
    fn whole_list(&mut self, instance: &Instance, pairs: &Pairs, person: usize) {
        let variable = self.person(person);
        for want in &instance.people[person].wants {
            let mut terms: Vec<(usize, f64)> = pairs.by_person[person]
                .iter()
                .filter(|&&pair| instance.sessions[pairs.list[pair].session].workshop == want.workshop)
                .filter(|&&pair| self.is_possible(pair))
                .map(|&pair| (pair, -1.0))
                .collect();
            if terms.is_empty() {
                self.bounds[variable].1 = 0.0;
            }
            terms.push((variable, 1.0));
            self.rows.push(Row::at_most(0.0, terms));
        }
        if instance.people[person].wants.is_empty() {
            self.bounds[variable].1 = 0.0;
        }
    }

    /// Returns the point of a choice.
    pub fn point(&self, instance: &Instance, pairs: &Pairs, choice: &Choice) -> Vec<bool> {
        let mut point: Vec<bool> = choice.placed.iter().chain(&choice.open).copied().collect();
        for (person, wants) in instance.people.iter().map(|person| &person.wants).enumerate() {
            let served = wants.iter().all(|want| {
                pairs.by_person[person].iter().any(|&pair| {
                    choice.placed[pair] && instance.sessions[pairs.list[pair].session].workshop == want.workshop
                })
            });
            point.push(served && !wants.is_empty());
        }
        point
    }

    /// Returns the choice of a point.
    pub fn choice(&self, point: &[bool]) -> Choice {
        Choice {
            placed: point[..self.n_pairs].to_vec(),
            open: point[self.n_pairs..self.n_pairs + self.n_sessions].to_vec(),
        }
    }
}
