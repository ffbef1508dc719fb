//! Rows that hold for every whole plan and cut off fractions of sessions.
//!
//! Take sessions that a person attends at most one of: those of one workshop, or those of one half-day. With minimum `m`
//! they share people: `m·Σy ≤ Σx ≤ |A| + Σ_{p∉A} x_p` for any set `A` of people. Rounding it (mixed-integer rounding:
//! Nemhauser & Wolsey, 1990) with `|A| = k·m + r` gives `Σy ≤ k + Σ_{p∉A} x_p / (m − r)`: eleven people do not
//! hold two sessions of six.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::Instance;
use super::linear::Row;
use super::model::Model;
use super::pairs::{Pairs, cliques};

/// A cut is kept when the point is beyond it by this much.
const BEYOND: f64 = 0.02;
/// All subsets of a family up to this size are looked at.
const WHOLE_FAMILY: usize = 10;
const PER_FAMILY: usize = 6;

/// Sessions with the same minimum, of which each person attends at most one.
struct Family {
    minimum: usize,
    sessions: Vec<usize>,
}

/// What cuts are made from.
pub(super) struct Cutter<'a> {
    pairs: &'a Pairs,
    model: &'a Model,
    families: Vec<Family>,
}

impl<'a> Cutter<'a> {
    pub fn new(instance: &Instance, pairs: &'a Pairs, model: &'a Model) -> Self {
        let held = instance.held_anyway();
        let free: Vec<usize> = (0..instance.sessions.len())
            .filter(|&session| !held[session] && model.bounds[model.session(session)].1 > 0.0)
            .collect();
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &session in &free {
            groups.entry(instance.sessions[session].workshop).or_default().push(session);
        }
        let at_once = cliques(instance, &free, instance.buffer);
        let mut families = Vec::new();
        for group in groups.into_values().chain(at_once) {
            let mut by_minimum: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for session in group {
                by_minimum.entry(instance.sessions[session].minimum.0).or_default().push(session);
            }
            families.extend(
                by_minimum
                    .into_iter()
                    .filter(|(minimum, sessions)| *minimum > 1 && sessions.len() > 1)
                    .map(|(minimum, sessions)| Family { minimum, sessions }),
            );
        }
        Self { pairs, model, families }
    }

    /// Returns the rows that a point breaks most, a few of each family.
    pub fn separate(&self, point: &[f64]) -> Vec<Row> {
        let mut rows = Vec::new();
        for family in &self.families {
            let mut found: Vec<(f64, Row)> = Vec::new();
            for subset in self.subsets(family, point) {
                found.extend(self.cut(family.minimum, &subset, point));
            }
            found.sort_by(|a, b| b.0.total_cmp(&a.0));
            found.truncate(PER_FAMILY);
            rows.extend(found.into_iter().map(|(_, row)| row));
        }
        rows
    }

    /// Returns sets of partly open sessions worth looking at.
    fn subsets(&self, family: &Family, point: &[f64]) -> Vec<Vec<usize>> {
        let at = |session: usize| point[self.model.session(session)];
        let some: Vec<usize> = family.sessions.iter().copied().filter(|&session| at(session) > 1e-6).collect();
        let is_fraction = |session: &usize| at(*session) < 1.0 - 1e-6;
        if !some.iter().any(is_fraction) {
            return Vec::new();
        }
        if some.len() <= WHOLE_FAMILY {
            return (1u32..1 << some.len())
                .map(|bits| {
                    some.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1).map(|(_, &s)| s).collect()
                })
                .filter(|subset: &Vec<usize>| subset.iter().any(is_fraction))
                .collect();
        }
        let mut subsets = vec![some.clone()];
        for (index, &a) in some.iter().enumerate() {
            for (second, &b) in some.iter().enumerate().skip(index + 1) {
                subsets.push(vec![a, b]);
                subsets.extend(some.iter().skip(second + 1).map(|&c| vec![a, b, c]));
            }
        }
        subsets.retain(|subset| subset.iter().any(is_fraction));
        subsets
    }

    /// Returns the best cut of a set of sessions and how far the point is beyond it.
    fn cut(&self, minimum: usize, sessions: &[usize], point: &[f64]) -> Option<(f64, Row)> {
        let open: f64 = sessions.iter().map(|&session| point[self.model.session(session)]).sum();
        let mut attends: BTreeMap<usize, f64> = BTreeMap::new();
        for &session in sessions {
            for &pair in &self.pairs.by_session[session] {
                *attends.entry(self.pairs.list[pair].person).or_default() += point[pair];
            }
        }
        let mut people: Vec<(usize, f64)> = attends.into_iter().collect();
        people.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut outside: f64 = people.iter().map(|person| person.1).sum();
        let mut best: Option<(f64, usize)> = None;
        for inside in 0..=people.len() {
            let (k, rest) = (inside / minimum, inside % minimum);
            let beyond = open - k as f64 - outside / (minimum - rest) as f64;
            if rest > 0 && beyond > BEYOND && best.is_none_or(|(most, _)| beyond > most + 1e-9) {
                best = Some((beyond, inside));
            }
            outside -= people.get(inside).map_or(0.0, |person| person.1);
        }
        let (beyond, inside) = best?;
        let (k, rest) = (inside / minimum, inside % minimum);
        let members: BTreeSet<usize> = people.iter().take(inside).map(|person| person.0).collect();
        let share = -1.0 / (minimum - rest) as f64;
        let mut terms: Vec<(usize, f64)> = sessions.iter().map(|&session| (self.model.session(session), 1.0)).collect();
        for &session in sessions {
            let others = self.pairs.by_session[session].iter().copied();
            terms.extend(
                others.filter(|&pair| !members.contains(&self.pairs.list[pair].person)).map(|pair| (pair, share)),
            );
        }
        Some((beyond, Row::at_most(k as f64, terms)))
    }
}
