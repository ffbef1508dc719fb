//! Branch and bound over zeros and ones.
//!
//! Each node's linear program gives a bound that multipliers prove; a whole objective lets it be rounded up. Variables whose
//! reduced cost alone passes the best value found are fixed. Sessions are branched on before pairs: once they are known, the
//! program is almost always whole. Which one comes from trials (strong branching) and what they taught (pseudo-costs:
//! Achterberg, Koch & Martin, 2005). The search counts nodes; time only reaches it as `keep_going`.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::linear::{Bound, Limits, Row, Simplex, Snapshot, Verdict};

/// Whole within this.
const WHOLE: f64 = 1e-6;
/// A bound passes a value by more than rounding can.
const MARGIN: f64 = 1e-4;
const TRIALS: usize = 8;
const TRIAL_STEPS: usize = 60;
const RELIABLE: u32 = 4;
/// So many tightening rows cost less than the nodes that they spare.
const FEW: usize = 5_000;

/// Whole costs to minimise over the points of a program.
#[derive(Clone, Debug)]
pub(super) struct Task<'a> {
    pub cost: &'a [i64],
    pub rows: &'a [Row],
    /// Rows that every whole point meets, added where a point breaks them.
    pub tightening: &'a [Row],
    pub bounds: &'a [(f64, f64)],
    /// Branched on first.
    pub first: std::ops::Range<usize>,
    /// A point to do better than.
    pub start: Option<Vec<bool>>,
    pub max_nodes: u64,
}

/// What a search found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub best: Option<(i64, Vec<bool>)>,
    /// No point costs less.
    pub bound: i64,
    pub nodes: u64,
    pub ended: Ended,
    /// Bounds that every point as good as the best one meets.
    pub bounds: Vec<(f64, f64)>,
    /// Rows that every point meets.
    pub cuts: Vec<Row>,
}

/// Why a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Proved,
    NodesSpent,
    Stopped,
}

#[derive(Debug)]
struct Change {
    variable: usize,
    lower: f64,
    upper: f64,
    before: Option<Rc<Change>>,
}

struct Node {
    bound: f64,
    order: u64,
    path: Option<Rc<Change>>,
    basis: Rc<Snapshot>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Node {}
impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
/// The least bound first, then the latest.
impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        other.bound.total_cmp(&self.bound).then(self.order.cmp(&other.order))
    }
}

/// What branching on a variable cost so far, by unit moved.
#[derive(Clone, Copy, Debug, Default)]
struct Lesson {
    down: f64,
    n_down: u32,
    up: f64,
    n_up: u32,
}

struct Search<'a> {
    task: &'a Task<'a>,
    simplex: Simplex,
    /// True for every point better than the best one.
    bounds: Vec<(f64, f64)>,
    best: Option<(i64, Vec<bool>)>,
    /// Every cost is a whole number of these.
    step: i64,
    lessons: Vec<Lesson>,
    nodes: u64,
    order: u64,
    open: BinaryHeap<Node>,
    /// The least bound of what was given up for rounding's sake.
    lost: f64,
    root: Option<Bound>,
    /// How many rows there were before any was added.
    base_rows: usize,
    /// What was added since, in order.
    added: Vec<Added>,
    is_added: Vec<bool>,
    keep_going: &'a dyn Fn() -> bool,
}

#[derive(Clone, Debug)]
enum Added {
    Cut(Row),
    Tightening(usize),
}

/// Makes rows that every point meets and this one does not.
pub(super) type Separate<'a> = &'a dyn Fn(&[f64]) -> Vec<Row>;

/// Searches for the point of least cost.
pub(super) fn search(task: &Task<'_>, separate: Separate<'_>, keep_going: &dyn Fn() -> bool) -> Found {
    let cost: Vec<f64> = task.cost.iter().map(|&cost| cost as f64).collect();
    let step = task.cost.iter().fold(0, |divisor, &cost| greatest_common_divisor(divisor, cost)).max(1);
    let best = task.start.clone().map(|point| (value(task.cost, &point), point));
    let mut search = Search {
        simplex: Simplex::new(cost, task.bounds, task.rows),
        bounds: task.bounds.to_vec(),
        best,
        step,
        lessons: vec![Lesson::default(); task.cost.len()],
        nodes: 0,
        order: 0,
        open: BinaryHeap::new(),
        lost: f64::INFINITY,
        root: None,
        base_rows: task.rows.len(),
        added: Vec::new(),
        is_added: vec![false; task.tightening.len()],
        task,
        keep_going,
    };
    search.add_all_where_few();
    let ended = search.run(separate);
    search.finish(ended)
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { greatest_common_divisor(b, a % b) }
}

fn value(cost: &[i64], point: &[bool]) -> i64 {
    cost.iter().zip(point).filter(|(_, on)| **on).map(|(cost, _)| cost).sum()
}

fn distance_to_whole(value: f64) -> f64 {
    (value - value.round()).abs()
}

impl Search<'_> {
    /// Bounds above this prove that a node holds nothing better.
    fn limit(&self) -> f64 {
        self.best.as_ref().map_or(f64::INFINITY, |(best, _)| (best - self.step) as f64 + MARGIN)
    }

    fn stopped(&self) -> bool {
        !(self.keep_going)()
    }

    fn run(&mut self, separate: Separate<'_>) -> Ended {
        match self.solve_root(separate) {
            Verdict::Infeasible | Verdict::PastLimit => return Ended::Proved,
            Verdict::Optimal | Verdict::Unfinished => {}
        }
        if self.stopped() {
            self.lost = self.lost.min(self.simplex.bound().value);
            return Ended::Stopped;
        }
        let aside = self.simplex.set_aside();
        self.dive();
        self.apply(&None);
        aside(&mut self.simplex);
        self.push(None, self.root.as_ref().map_or(f64::NEG_INFINITY, |root| root.value));
        while let Some(node) = self.open.pop() {
            if node.bound > self.limit() {
                return Ended::Proved;
            }
            self.load(&node);
            let mut path = node.path.clone();
            let mut parent_bound = node.bound;
            // From here down one side, the other side waits.
            loop {
                if self.stopped() || self.nodes >= self.task.max_nodes {
                    self.push(path, parent_bound);
                    return if self.stopped() { Ended::Stopped } else { Ended::NodesSpent };
                }
                self.nodes += 1;
                match self.visit(&path, parent_bound) {
                    Some((next, bound)) => {
                        path = next;
                        parent_bound = bound;
                    }
                    None => break,
                }
            }
        }
        Ended::Proved
    }

    fn finish(self, ended: Ended) -> Found {
        let best_value = self.best.as_ref().map_or(i64::MAX, |(best, _)| *best);
        let open = self.open.iter().map(|node| node.bound).fold(self.lost, f64::min);
        let ended = if ended == Ended::Proved && self.lost <= self.limit() { Ended::NodesSpent } else { ended };
        let bound = if ended == Ended::Proved {
            best_value
        } else {
            // Costs are whole multiples of the step: so is what the bound means.
            let steps = ((open - MARGIN) / self.step as f64).ceil();
            ((steps as i64).saturating_mul(self.step)).min(best_value)
        };
        let bounds = self.as_good(best_value);
        let cuts = self.added.into_iter().filter_map(|added| match added {
            Added::Cut(row) => Some(row),
            Added::Tightening(_) => None,
        });
        Found { best: self.best, bound, nodes: self.nodes, ended, bounds, cuts: cuts.collect() }
    }

    /// Returns bounds that hold for every point as good as the best one.
    fn as_good(&self, best: i64) -> Vec<(f64, f64)> {
        let mut bounds = self.task.bounds.to_vec();
        let (Some(root), true) = (&self.root, best < i64::MAX) else { return bounds };
        let limit = best as f64 + MARGIN;
        for ((lower, upper), &cost) in bounds.iter_mut().zip(&root.reduced) {
            if cost > 0.0 && root.value + cost > limit {
                *upper = *lower;
            } else if cost < 0.0 && root.value - cost > limit {
                *lower = *upper;
            }
        }
        bounds
    }

    fn solve_root(&mut self, separate: Separate<'_>) -> Verdict {
        let mut verdict = self.solve_tight(usize::MAX / 4, 60);
        let mut stalled = 0;
        for round in 0..60 {
            if verdict != Verdict::Optimal || self.stopped() {
                break;
            }
            let bound = self.simplex.bound();
            let before = bound.value;
            self.fix_by(&bound);
            self.root = Some(bound);
            self.consider_point();
            if before > self.limit() {
                return Verdict::PastLimit;
            }
            let cuts = separate(self.simplex.point());
            if cuts.is_empty() {
                break;
            }
            for cut in cuts {
                self.simplex.add_row(&cut);
                self.added.push(Added::Cut(cut));
            }
            verdict = self.solve_tight(usize::MAX / 4, 60);
            if verdict == Verdict::Optimal {
                self.drop_slack();
                let after = self.simplex.bound().value;
                stalled = if after < before + 1e-3 * (1.0 + before.abs() * 1e-3) { stalled + 1 } else { 0 };
                if stalled >= 3 && round > 5 {
                    break;
                }
            }
        }
        if verdict == Verdict::Optimal {
            let bound = self.simplex.bound();
            self.fix_by(&bound);
            self.root = Some(bound);
            self.consider_point();
            if self.root.as_ref().is_some_and(|root| root.value > self.limit()) {
                return Verdict::PastLimit;
            }
        }
        verdict
    }

    fn solve(&mut self, steps: usize) -> Verdict {
        let bound = self.limit();
        self.simplex.solve(Limits { steps, bound, keep_going: self.keep_going })
    }

    /// Trials see only rows that are there: a program that stays small has them all from the start.
    fn add_all_where_few(&mut self) {
        if self.task.tightening.len() <= FEW {
            for row in self.task.tightening {
                self.simplex.add_row(row);
            }
            self.base_rows += self.task.tightening.len();
            self.is_added.fill(true);
        }
    }

    /// Solves, adding what tightens where the point asks for it, so many times at most.
    fn solve_tight(&mut self, steps: usize, rounds: usize) -> Verdict {
        let mut verdict = self.solve(steps);
        for _ in 0..rounds {
            if verdict != Verdict::Optimal {
                break;
            }
            let point = self.simplex.point();
            let broken: Vec<usize> = (0..self.is_added.len())
                .filter(|&index| {
                    let row = &self.task.tightening[index];
                    !self.is_added[index] && row.activity(point) > row.upper + WHOLE
                })
                .collect();
            if broken.is_empty() {
                break;
            }
            for index in broken {
                self.is_added[index] = true;
                self.simplex.add_row(&self.task.tightening[index]);
                self.added.push(Added::Tightening(index));
            }
            verdict = self.solve(steps);
        }
        verdict
    }

    /// Drops what was added and holds nothing.
    fn drop_slack(&mut self) {
        let first = self.base_rows;
        let kept = self.simplex.remove_slack_rows(first);
        for (added, &kept) in self.added.iter().zip(kept.iter().skip(first)) {
            if let (Added::Tightening(index), false) = (added, kept) {
                self.is_added[*index] = false;
            }
        }
        let mut kept = kept.into_iter().skip(first);
        self.added.retain(|_| kept.next().unwrap_or(true));
    }

    /// Fixes, for the whole search, what cannot move without passing the best value.
    fn fix_by(&mut self, bound: &Bound) {
        let limit = self.limit();
        if limit == f64::INFINITY {
            return;
        }
        for variable in 0..self.bounds.len() {
            let (lower, upper) = self.bounds[variable];
            if lower == upper {
                continue;
            }
            let cost = bound.reduced[variable];
            if cost > 0.0 && bound.value + cost > limit {
                self.bounds[variable] = (lower, lower);
            } else if cost < 0.0 && bound.value - cost > limit {
                self.bounds[variable] = (upper, upper);
            } else {
                continue;
            }
            let (lower, upper) = self.bounds[variable];
            self.simplex.set_bounds(variable, lower, upper);
        }
    }

    fn push(&mut self, path: Option<Rc<Change>>, bound: f64) {
        let basis = Rc::new(self.simplex.snapshot());
        self.push_with(path, bound, basis);
    }

    fn push_with(&mut self, path: Option<Rc<Change>>, bound: f64, basis: Rc<Snapshot>) {
        self.order += 1;
        self.open.push(Node { bound, order: self.order, path, basis });
    }

    fn load(&mut self, node: &Node) {
        self.apply(&node.path);
        self.simplex.restore(&node.basis);
    }

    fn apply(&mut self, path: &Option<Rc<Change>>) {
        for (variable, &(lower, upper)) in self.bounds.iter().enumerate() {
            self.simplex.set_bounds(variable, lower, upper);
        }
        let mut next = path.as_ref();
        let mut changes = Vec::new();
        while let Some(change) = next {
            changes.push(change);
            next = change.before.as_ref();
        }
        for change in changes.into_iter().rev() {
            self.simplex.set_bounds(change.variable, change.lower, change.upper);
        }
    }

    fn fractional(&self, among: std::ops::Range<usize>) -> Vec<usize> {
        let point = self.simplex.point();
        among.filter(|&variable| distance_to_whole(point[variable]) > WHOLE).collect()
    }

    /// Returns the fractional variables to branch on: sessions where there are some.
    fn branchable(&self) -> Vec<usize> {
        let first = self.fractional(self.task.first.clone());
        if first.is_empty() { self.fractional(0..self.task.cost.len()) } else { first }
    }

    /// Keeps the present point when it is whole and the best so far; returns whether it is whole.
    fn consider_point(&mut self) -> bool {
        let point = self.simplex.point();
        if point.iter().any(|&value| distance_to_whole(value) > WHOLE) {
            return false;
        }
        let whole: Vec<bool> = point.iter().map(|&value| value > 0.5).collect();
        let exact: Vec<f64> = whole.iter().map(|&on| f64::from(u8::from(on))).collect();
        let meets = |row: &Row| {
            let activity = row.activity(&exact);
            activity >= row.lower - WHOLE && activity <= row.upper + WHOLE
        };
        if !self.task.rows.iter().chain(self.task.tightening).all(meets) {
            return false;
        }
        let cost = value(self.task.cost, &whole);
        if self.best.as_ref().is_none_or(|(best, _)| cost < *best) {
            self.best = Some((cost, whole));
            if let Some(root) = self.root.take() {
                self.fix_by(&root);
                self.root = Some(root);
            }
        }
        true
    }

    /// Solves one node; returns the side to go on with.
    fn visit(&mut self, path: &Option<Rc<Change>>, parent: f64) -> Option<(Option<Rc<Change>>, f64)> {
        let verdict = self.solve_tight(20_000, 4);
        if matches!(verdict, Verdict::Infeasible | Verdict::PastLimit) {
            return None;
        }
        let bound = self.simplex.bound();
        let value = bound.value.max(parent);
        if value > self.limit() {
            return None;
        }
        if verdict == Verdict::Optimal && self.consider_point() {
            return None;
        }
        if verdict == Verdict::Unfinished {
            // The bound holds, the point does not: any open variable will do.
            let open = self.task.first.clone().chain(0..self.task.cost.len()).find(|&variable| {
                let (lower, upper) = self.simplex.bounds(variable);
                lower < upper
            });
            let Some(variable) = open else {
                self.lost = self.lost.min(value);
                return None;
            };
            return Some(self.branch(path, variable, value, 0.5));
        }
        if self.nodes % 40 == 8 && self.nodes < 2000 {
            let aside = self.simplex.set_aside();
            self.dive();
            self.apply(path);
            aside(&mut self.simplex);
            if value > self.limit() {
                return None;
            }
        }
        let mut path = path.clone();
        // Variables that cannot move without passing the best value stay where they are below this node.
        let limit = self.limit();
        for variable in self.task.first.clone() {
            let (lower, upper) = self.simplex.bounds(variable);
            if lower == upper {
                continue;
            }
            let cost = bound.reduced[variable];
            let fixed = if cost > 0.0 && bound.value + cost > limit {
                lower
            } else if cost < 0.0 && bound.value - cost > limit {
                upper
            } else {
                continue;
            };
            self.simplex.set_bounds(variable, fixed, fixed);
            path = Some(Rc::new(Change { variable, lower: fixed, upper: fixed, before: path }));
        }
        match self.choose(&path, value) {
            Branching::On(variable) => {
                let at = self.simplex.point()[variable];
                Some(self.branch(&path, variable, value, at))
            }
            Branching::Forced(path, bound) => {
                self.apply(&path);
                Some((path, bound))
            }
            Branching::Nothing => None,
        }
    }

    /// Splits a node; the side nearer to the point is gone on with.
    fn branch(&mut self, path: &Option<Rc<Change>>, variable: usize, bound: f64, at: f64) -> (Option<Rc<Change>>, f64) {
        let side = |fixed: f64| Some(Rc::new(Change { variable, lower: fixed, upper: fixed, before: path.clone() }));
        let (near, far) = if at >= 0.5 { (1.0, 0.0) } else { (0.0, 1.0) };
        let basis = Rc::new(self.simplex.snapshot());
        self.push_with(side(far), bound, basis);
        self.simplex.set_bounds(variable, near, near);
        (side(near), bound)
    }

    fn choose(&mut self, path: &Option<Rc<Change>>, bound: f64) -> Branching {
        let mut candidates = self.branchable();
        let point: Vec<f64> = candidates.iter().map(|&variable| self.simplex.point()[variable]).collect();
        let mut scored: Vec<(f64, usize, f64)> =
            candidates.drain(..).zip(point).map(|(variable, at)| (self.estimate(variable, at), variable, at)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let Some(&(_, first, _)) = scored.first() else { return Branching::Nothing };
        let mut best: Option<(f64, usize)> = None;
        let mut tried = 0;
        let mut idle = 0;
        for &(estimate, variable, at) in &scored {
            let lesson = self.lessons[variable];
            let mut score = estimate;
            if lesson.n_down.min(lesson.n_up) < RELIABLE && tried < TRIALS {
                tried += 1;
                let down = self.trial(variable, 0.0, bound);
                let up = self.trial(variable, 1.0, bound);
                match (down, up) {
                    (None, None) => return Branching::Nothing,
                    (None, Some(up)) => return self.forced(path, variable, 1.0, bound + up),
                    (Some(down), None) => return self.forced(path, variable, 0.0, bound + down),
                    (Some(down), Some(up)) => {
                        let lesson = &mut self.lessons[variable];
                        lesson.down += down / at;
                        lesson.n_down += 1;
                        lesson.up += up / (1.0 - at);
                        lesson.n_up += 1;
                        score = product(down, up);
                    }
                }
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, variable));
                idle = 0;
            } else {
                idle += 1;
                if idle >= TRIALS {
                    break;
                }
            }
        }
        Branching::On(best.map_or(first, |(_, variable)| variable))
    }

    fn forced(&self, path: &Option<Rc<Change>>, variable: usize, fixed: f64, bound: f64) -> Branching {
        Branching::Forced(Some(Rc::new(Change { variable, lower: fixed, upper: fixed, before: path.clone() })), bound)
    }

    fn estimate(&self, variable: usize, at: f64) -> f64 {
        let lesson = self.lessons[variable];
        let mean = |sum: f64, n: u32| if n == 0 { 1.0 } else { sum / f64::from(n) };
        product(mean(lesson.down, lesson.n_down) * at, mean(lesson.up, lesson.n_up) * (1.0 - at))
    }

    /// Returns by how much the bound rises when a variable is fixed, or nothing when no better point is left there.
    fn trial(&mut self, variable: usize, fixed: f64, bound: f64) -> Option<f64> {
        let (lower, upper) = self.simplex.bounds(variable);
        let aside = self.simplex.set_aside();
        self.simplex.set_bounds(variable, fixed, fixed);
        let verdict = self.solve(TRIAL_STEPS);
        let after = self.simplex.bound().value;
        if verdict == Verdict::Optimal {
            self.consider_point();
        }
        let closed = matches!(verdict, Verdict::Infeasible | Verdict::PastLimit) || after > self.limit();
        self.simplex.set_bounds(variable, lower, upper);
        aside(&mut self.simplex);
        (!closed).then(|| (after - bound).max(0.0))
    }

    /// Rounds one variable after the other, solving in between: finds good points early.
    fn dive(&mut self) {
        let bounds: Vec<(f64, f64)> = (0..self.bounds.len()).map(|variable| self.simplex.bounds(variable)).collect();
        let mut turned = 0;
        for _ in 0..400 {
            if self.stopped() || self.consider_point() {
                break;
            }
            let point = self.simplex.point();
            let nearest = self.branchable().into_iter().min_by(|&a, &b| {
                // A session that is almost open opens; closing is never far.
                let far = |variable: usize| {
                    let at = point[variable];
                    if at >= 0.5 { 1.0 - at } else { 0.4 + at }
                };
                far(a).total_cmp(&far(b)).then(a.cmp(&b))
            });
            let Some(variable) = nearest else { break };
            let rounded = if point[variable] >= 0.5 { 1.0 } else { 0.0 };
            self.simplex.set_bounds(variable, rounded, rounded);
            let mut verdict = self.solve(1000);
            if matches!(verdict, Verdict::Infeasible | Verdict::PastLimit) && turned < 3 {
                turned += 1;
                self.simplex.set_bounds(variable, 1.0 - rounded, 1.0 - rounded);
                verdict = self.solve(1000);
            }
            if verdict != Verdict::Optimal {
                break;
            }
        }
        for (variable, (lower, upper)) in bounds.into_iter().enumerate() {
            let (now_lower, now_upper) = self.bounds[variable];
            self.simplex.set_bounds(variable, lower.max(now_lower), upper.min(now_upper));
        }
    }
}

enum Branching {
    On(usize),
    Forced(Option<Rc<Change>>, f64),
    Nothing,
}

fn product(down: f64, up: f64) -> f64 {
    down.max(1e-3) * up.max(1e-3)
}
