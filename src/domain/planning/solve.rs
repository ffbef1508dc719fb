//! Levels, one after the other: each is solved, then held while the next is improved.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::cuts::Cutter;
use super::draft::{Choice, Draft};
use super::instance::Instance;
use super::linear::Row;
use super::model::{Lists, Model};
use super::pairs::Pairs;
use super::search::{Ended, Task, search};

/// What the exact search is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// Most waits served, each counting one; then the fewest days of waiting.
    PlacedThenWait,
    /// Most waits served, urgent ones counting three; then the oldest ones, who weigh more than in proportion.
    PlacedThenAge,
    /// Most people whose whole list is served; then as [`Objective::PlacedThenAge`].
    CompleteThenAge,
}

/// A level of the objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// People whose whole list is served.
    Complete,
    /// Waits served.
    Placed,
    /// Days of waiting.
    Wait,
    /// Squares of ages, unserved waits included.
    Age,
    /// Minutes of facilitators.
    Facilitators,
    /// Differences from the proposal shown last.
    Changes,
}

/// How a level ended. Values are counted upwards for what is to be many, as they are for what is to be few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelResult {
    pub level: Level,
    pub value: i64,
    /// No plan that is as good on the levels above has a better value than this.
    pub bound: i64,
    pub nodes: u64,
    pub ended: Ended,
}

impl LevelResult {
    pub fn is_proved(&self) -> bool {
        self.ended == Ended::Proved
    }
}

/// How far a search goes.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// Nodes of each level: what bounds a search, and gives the same plan on every machine.
    pub max_nodes: u64,
    /// Asked often; false stops the search, which then returns the best it has.
    pub keep_going: &'a dyn Fn() -> bool,
}

/// Days under which a deadline is near, and what such a wait counts.
const NEAR_DEADLINE: i64 = 14;
const NEAR_WEIGHT: i64 = 3;
/// Days after the horizon at which an unserved wait is counted.
const AFTER_HORIZON: i64 = 30;

impl Objective {
    fn levels(self) -> &'static [Level] {
        match self {
            Objective::PlacedThenWait => &[Level::Placed, Level::Wait, Level::Facilitators],
            Objective::PlacedThenAge => &[Level::Placed, Level::Age, Level::Facilitators],
            Objective::CompleteThenAge => &[Level::Complete, Level::Placed, Level::Age, Level::Facilitators],
        }
    }
}

/// Solves every level.
pub(super) fn solve(
    instance: &Instance,
    pairs: &Pairs,
    objective: Objective,
    shown: Option<&Choice>,
    effort: Effort<'_>,
) -> (Choice, Vec<LevelResult>) {
    let lists = if objective == Objective::CompleteThenAge { Lists::Counted } else { Lists::Ignored };
    let model = Model::of(instance, pairs, lists);
    let mut levels = objective.levels().to_vec();
    levels.extend(shown.map(|_| Level::Changes));
    let costs: Vec<Vec<i64>> =
        levels.iter().map(|&level| costs(level, objective, instance, pairs, &model, shown)).collect();
    let mut point = start(instance, pairs, &model, &costs);
    let mut rows = model.rows.clone();
    let mut bounds = model.bounds.clone();
    let mut results: Vec<LevelResult> = Vec::new();
    let cutter = Cutter::new(instance, pairs, &model);
    for (&level, cost) in levels.iter().zip(&costs) {
        let task = Task {
            cost,
            rows: &rows,
            tightening: &model.tightening,
            bounds: &bounds,
            first: model.n_pairs..model.n_pairs + model.n_sessions,
            start: point.clone(),
            max_nodes: effort.max_nodes,
        };
        let found = search(&task, &|at| cutter.separate(at), effort.keep_going);
        let Some((value, best)) = found.best else { break };
        let sign = if counts_upwards(level) { -1 } else { 1 };
        let constant = if level == Level::Age { all_ages(instance) } else { 0 };
        results.push(LevelResult {
            level,
            value: constant + sign * value,
            bound: constant + sign * found.bound.max(least(instance, pairs, &model, cost).min(value)),
            nodes: found.nodes,
            ended: found.ended,
        });
        point = Some(best);
        rows.extend(found.cuts);
        bounds = found.bounds;
        rows.push(held(cost, value));
    }
    let choice = point.map_or_else(|| Choice::promised(instance, pairs), |point| model.choice(&point));
    // A search that was stopped may leave seats that anybody could still take.
    let mut draft = Draft::new(instance, pairs, choice);
    draft.first_come();
    (draft.choice, results)
}

/// What a level costs at least: the best of each wait by itself. It stands in for the search's bound when that had no time.
fn least(instance: &Instance, pairs: &Pairs, model: &Model, cost: &[i64]) -> i64 {
    let mut waits: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (index, pair) in pairs.list.iter().enumerate().filter(|(index, _)| model.bounds[*index].1 > 0.0) {
        let least = waits.entry((pair.person, instance.sessions[pair.session].workshop)).or_default();
        *least = cost[index].min(*least);
    }
    let others = cost.iter().zip(&model.bounds).skip(model.n_pairs);
    let others = others.map(|(&cost, bounds)| if bounds.0 > 0.0 || (bounds.1 > 0.0 && cost < 0) { cost } else { 0 });
    waits.into_values().sum::<i64>() + others.sum::<i64>()
}

fn counts_upwards(level: Level) -> bool {
    matches!(level, Level::Complete | Level::Placed)
}

/// The row that keeps the value of a level; its greatest coefficient is 1, as everywhere.
fn held(cost: &[i64], value: i64) -> Row {
    let greatest = cost.iter().map(|cost| cost.abs()).max().unwrap_or(0).max(1) as f64;
    let terms = cost.iter().enumerate().filter(|(_, cost)| **cost != 0);
    Row::at_most(value as f64 / greatest, terms.map(|(index, &cost)| (index, cost as f64 / greatest)).collect())
}

/// The best of the simple rules, whatever rules a promise already breaks.
fn start(instance: &Instance, pairs: &Pairs, model: &Model, costs: &[Vec<i64>]) -> Option<Vec<bool>> {
    simple_rules(instance, pairs)
        .into_iter()
        .map(|choice| model.point(instance, pairs, &choice))
        .filter(|point| {
            let exact: Vec<f64> = point.iter().map(|&on| f64::from(u8::from(on))).collect();
            model.rows.iter().all(|row| {
                let activity = row.activity(&exact);
                activity >= row.lower - 1e-6 && activity <= row.upper + 1e-6
            })
        })
        .min_by_key(|point| {
            let value =
                |cost: &Vec<i64>| -> i64 { cost.iter().zip(point).filter(|(_, on)| **on).map(|(c, _)| c).sum() };
            costs.iter().map(value).collect::<Vec<_>>()
        })
}

/// The plans of the simple rules.
pub(super) fn simple_rules(instance: &Instance, pairs: &Pairs) -> [Choice; 2] {
    let mut by_date = Draft::new(instance, pairs, Choice::promised(instance, pairs));
    let mut by_size = by_date.clone();
    by_date.first_come();
    by_size.fullest_first();
    [by_date.choice, by_size.choice]
}

/// Returns what each variable adds to a level, to be made small.
fn costs(
    level: Level,
    objective: Objective,
    instance: &Instance,
    pairs: &Pairs,
    model: &Model,
    shown: Option<&Choice>,
) -> Vec<i64> {
    let mut cost = vec![0; model.len()];
    for (index, pair) in pairs.list.iter().enumerate() {
        cost[index] = match level {
            Level::Placed => -urgency(objective, instance, pair.person, pair.session),
            Level::Wait => pair.wait,
            Level::Age => {
                let day = instance.sessions[pair.session].slot.day;
                let unserved = (last_day(instance) - day).num_days() + pair.wait;
                pair.wait * pair.wait - unserved * unserved
            }
            Level::Changes => match shown.and_then(|shown| shown.placed.get(index)) {
                Some(true) => -1,
                _ => 1,
            },
            Level::Complete | Level::Facilitators => 0,
        };
    }
    for (index, session) in instance.sessions.iter().enumerate() {
        if level == Level::Facilitators {
            cost[model.session(index)] = i64::from(session.slot.minutes.0);
        }
    }
    if level == Level::Complete {
        for person in 0..instance.people.len() {
            cost[model.person(person)] = -1;
        }
    }
    cost
}

fn urgency(objective: Objective, instance: &Instance, person: usize, session: usize) -> i64 {
    let want = instance.want(person, instance.sessions[session].workshop);
    let near = want.is_some_and(|want| (want.deadline - instance.today).num_days() < NEAR_DEADLINE);
    if near && objective != Objective::PlacedThenWait { NEAR_WEIGHT } else { 1 }
}

fn last_day(instance: &Instance) -> chrono::NaiveDate {
    instance.horizon_end + TimeDelta::days(AFTER_HORIZON)
}

/// The squares of the ages if nobody was served.
fn all_ages(instance: &Instance) -> i64 {
    let wants = instance.people.iter().flat_map(|person| &person.wants);
    wants.map(|want| (last_day(instance) - want.prescribed).num_days().pow(2)).sum()
}
