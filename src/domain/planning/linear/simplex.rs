//! The dual simplex with bounded variables.
//!
//! Steepest edge (Forrest & Goldfarb, 1992), bound flipping and two-pass ratio test (Koberstein, 2005, chapters 3 and 6),
//! costs spread a little against ties and put back before the end. Row `i` is `Σ a·x + s = 0` with its own logical
//! variable `s`, number `columns + i`.
//!
//! A bound is never read off the basis: [`Simplex::bound`] computes it from the multipliers alone (weak duality), so that it
//! holds whatever the rounding of the basis.

use super::Row;
use super::factors::{BasisColumn, Factors};

const FEASIBLE: f64 = 1e-7;
const DUAL_FEASIBLE: f64 = 1e-9;
const PIVOT: f64 = 1e-7;
/// How much costs are spread, against the greatest; more where ties hold a run up.
const SPREAD: [f64; 3] = [1e-5, 1e-4, 1e-3];
const UPDATES: usize = 64;
/// A bound this close to the value of its point is as good as the value.
const CLOSE: f64 = 1e-3;
const LAST_STEPS: usize = 200;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Verdict {
    Optimal,
    /// No point meets the rows and the bounds.
    Infeasible,
    /// The bound passed the limit before the end.
    PastLimit,
    /// The steps ran out, or rounding stood in the way: the point is not feasible, the bound still holds.
    Unfinished,
}

/// What stops a run early.
#[derive(Clone, Copy)]
pub(in super::super) struct Limits<'a> {
    pub steps: usize,
    /// Stops once the bound is above.
    pub bound: f64,
    pub keep_going: &'a dyn Fn() -> bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Basic(usize),
    Lower,
    Upper,
}

/// Where each variable stands: enough to come back to a basis.
#[derive(Clone, Debug)]
pub(in super::super) struct Snapshot {
    places: Vec<Place>,
}

/// Minimises `cost · x` over rows and bounds.
#[derive(Clone, Debug)]
pub(in super::super) struct Simplex {
    n: usize,
    m: usize,
    columns: Vec<Vec<(usize, f64)>>,
    rows: Vec<Vec<(usize, f64)>>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    /// The costs of the moment: spread, shifted.
    working: Vec<f64>,
    basis: Basis,
    steps: usize,
}

#[derive(Clone, Debug)]
struct Basis {
    head: Vec<usize>,
    places: Vec<Place>,
    point: Vec<f64>,
    reduced: Vec<f64>,
    weights: Vec<f64>,
    /// By position: how far the basic variable is beyond its bounds, squared. Current after a refresh.
    excess: Vec<f64>,
    factors: Option<Factors>,
}

/// A bound on the cost of every point, and what each unit of a variable adds to it.
#[derive(Clone, Debug)]
pub(in super::super) struct Bound {
    pub value: f64,
    pub reduced: Vec<f64>,
}

/// Always the same number between 0 and 1 for an index.
fn spread(index: usize) -> f64 {
    let mut bits = (index as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((bits ^ (bits >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

impl Simplex {
    /// Starts from the basis of the logical variables.
    pub fn new(cost: Vec<f64>, bounds: &[(f64, f64)], rows: &[Row]) -> Self {
        let n = cost.len();
        let (lower, upper): (Vec<f64>, Vec<f64>) = bounds.iter().copied().unzip();
        let mut simplex = Self {
            n,
            m: 0,
            columns: vec![Vec::new(); n],
            rows: Vec::new(),
            working: cost.clone(),
            cost,
            basis: Basis {
                head: Vec::new(),
                places: vec![Place::Lower; n],
                point: lower.clone(),
                reduced: vec![0.0; n],
                weights: Vec::new(),
                excess: Vec::new(),
                factors: None,
            },
            lower,
            upper,
            steps: 0,
        };
        for row in rows {
            simplex.add_row(row);
        }
        simplex
    }

    pub fn point(&self) -> &[f64] {
        &self.basis.point[..self.n]
    }

    pub fn bounds(&self, variable: usize) -> (f64, f64) {
        (self.lower[variable], self.upper[variable])
    }

    /// Adds a row; its logical variable enters the basis.
    pub fn add_row(&mut self, row: &Row) {
        let index = self.m;
        for &(column, value) in &row.terms {
            self.columns[column].push((index, value));
        }
        self.rows.push(row.terms.clone());
        self.lower.push(-row.upper);
        self.upper.push(-row.lower);
        self.m += 1;
        self.basis.head.push(self.n + index);
        self.basis.places.push(Place::Basic(index));
        self.basis.point.push(0.0);
        self.basis.reduced.push(0.0);
        self.basis.weights.push(1.0);
        self.basis.excess.push(0.0);
        self.basis.factors = None;
    }

    /// Removes the rows from `first` on whose logical variable is basic: they hold nothing.
    pub fn remove_slack_rows(&mut self, first: usize) -> Vec<bool> {
        let kept: Vec<bool> =
            (0..self.m).map(|row| row < first || !matches!(self.basis.places[self.n + row], Place::Basic(_))).collect();
        let rows: Vec<Row> = (0..self.m)
            .filter(|&row| kept[row])
            .map(|row| Row {
                lower: -self.upper[self.n + row],
                upper: -self.lower[self.n + row],
                terms: self.rows[row].clone(),
            })
            .collect();
        let places: Vec<Place> = self.basis.places[..self.n]
            .iter()
            .copied()
            .chain((0..self.m).filter(|&row| kept[row]).map(|row| self.basis.places[self.n + row]))
            .collect();
        let bounds: Vec<(f64, f64)> = (0..self.n).map(|column| self.bounds(column)).collect();
        let steps = self.steps;
        let mut smaller = Self::new(self.cost.clone(), &bounds, &rows);
        smaller.steps = steps;
        smaller.restore(&Snapshot { places });
        *self = smaller;
        kept
    }

    /// Narrows or widens a variable; a nonbasic one moves to its bound.
    pub fn set_bounds(&mut self, variable: usize, lower: f64, upper: f64) {
        if (self.lower[variable], self.upper[variable]) == (lower, upper) {
            return;
        }
        self.lower[variable] = lower;
        self.upper[variable] = upper;
    }

    pub fn snapshot(&self) -> Snapshot {
        Snapshot { places: self.basis.places.clone() }
    }

    /// Comes back to a basis; rows added since then have their logical variable in it.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        let mut head = Vec::with_capacity(self.m);
        let mut places = Vec::with_capacity(self.n + self.m);
        for variable in 0..self.n + self.m {
            let place = snapshot.places.get(variable).copied().unwrap_or(Place::Basic(0));
            if let Place::Basic(_) = place {
                places.push(Place::Basic(head.len()));
                head.push(variable);
            } else {
                places.push(place);
            }
        }
        self.basis.places = places;
        self.basis.head = head;
        self.basis.weights = vec![1.0; self.m];
        self.basis.excess = vec![0.0; self.m];
        self.basis.factors = None;
    }

    /// The rest of the state that a trial changes.
    pub fn set_aside(&self) -> impl FnOnce(&mut Self) + use<> {
        let (basis, working) = (self.basis.clone(), self.working.clone());
        move |simplex| {
            simplex.basis = basis;
            simplex.working = working;
        }
    }

    fn column(&self, variable: usize) -> BasisColumn<'_> {
        if variable < self.n {
            BasisColumn::Entries(&self.columns[variable])
        } else {
            BasisColumn::Unit(variable - self.n)
        }
    }

    fn factorise(&mut self) {
        loop {
            let columns: Vec<BasisColumn<'_>> = self.basis.head.iter().map(|&variable| self.column(variable)).collect();
            match Factors::of(&columns) {
                Ok(factors) => {
                    self.basis.factors = Some(factors);
                    return;
                }
                Err(singular) => {
                    for (position, row) in singular.replace {
                        let out = self.basis.head[position];
                        let logical = self.n + row;
                        self.basis.places[out] = Place::Lower;
                        self.basis.places[logical] = Place::Basic(position);
                        self.basis.head[position] = logical;
                        self.basis.weights[position] = 1.0;
                    }
                }
            }
        }
    }

    /// Returns `c − yᵀA` for every variable, from multipliers by row.
    fn reduced_costs(&self, cost: &[f64], multipliers: &[f64]) -> Vec<f64> {
        let mut reduced = Vec::with_capacity(self.n + self.m);
        reduced.extend_from_slice(cost);
        reduced.resize(self.n + self.m, 0.0);
        for (row, &multiplier) in multipliers.iter().enumerate() {
            if multiplier != 0.0 {
                for &(column, value) in &self.rows[row] {
                    reduced[column] -= multiplier * value;
                }
                reduced[self.n + row] = -multiplier;
            }
        }
        reduced
    }

    fn multipliers(&self, cost: &[f64]) -> Vec<f64> {
        let Some(factors) = &self.basis.factors else { return vec![0.0; self.m] };
        let mut rhs: Vec<f64> =
            self.basis.head.iter().map(|&variable| cost.get(variable).copied().unwrap_or(0.0)).collect();
        let mut out = vec![0.0; self.m];
        factors.solve_transposed(&mut rhs, &mut out);
        out
    }

    /// Puts nonbasic variables on the bound that their reduced cost asks for and computes the rest.
    fn refresh(&mut self) {
        if self.basis.factors.as_ref().is_none_or(|factors| factors.updates().0 > 0) {
            self.factorise();
        }
        let multipliers = self.multipliers(&self.working);
        self.basis.reduced = self.reduced_costs(&self.working, &multipliers);
        for &variable in &self.basis.head {
            self.basis.reduced[variable] = 0.0;
        }
        for variable in 0..self.n + self.m {
            if let Place::Basic(_) = self.basis.places[variable] {
                continue;
            }
            let (lower, upper) = (self.lower[variable], self.upper[variable]);
            let reduced = self.basis.reduced[variable];
            let place = if lower == upper || reduced > DUAL_FEASIBLE {
                Place::Lower
            } else if reduced < -DUAL_FEASIBLE {
                Place::Upper
            } else {
                self.basis.places[variable]
            };
            // An open side has no bound to stand on: the cost is shifted instead.
            let place = match place {
                Place::Lower if lower == f64::NEG_INFINITY => Place::Upper,
                Place::Upper if upper == f64::INFINITY => Place::Lower,
                same => same,
            };
            let wrong = match place {
                Place::Upper => reduced > 0.0,
                _ => reduced < 0.0,
            };
            if wrong && lower != upper {
                self.working.resize(self.n + self.m, 0.0);
                self.working[variable] -= reduced;
                self.basis.reduced[variable] = 0.0;
            }
            self.basis.places[variable] = place;
            self.basis.point[variable] = if place == Place::Upper { upper } else { lower };
        }
        self.compute_basic();
    }

    fn compute_basic(&mut self) {
        let mut rhs = vec![0.0; self.m];
        for variable in 0..self.n + self.m {
            if let Place::Basic(_) = self.basis.places[variable] {
                continue;
            }
            let value = self.basis.point[variable];
            if value != 0.0 {
                if variable < self.n {
                    for &(row, entry) in &self.columns[variable] {
                        rhs[row] -= entry * value;
                    }
                } else {
                    rhs[variable - self.n] -= value;
                }
            }
        }
        let mut out = vec![0.0; self.m];
        if let Some(factors) = &self.basis.factors {
            factors.solve(&mut rhs, &mut out);
        }
        for (position, value) in out.into_iter().enumerate() {
            self.move_basic(position, value - self.basis.point[self.basis.head[position]]);
        }
    }

    fn move_basic(&mut self, position: usize, change: f64) {
        let variable = self.basis.head[position];
        let value = self.basis.point[variable] + change;
        self.basis.point[variable] = value;
        self.note_excess(position, variable, value);
    }

    fn note_excess(&mut self, position: usize, variable: usize, value: f64) {
        let beyond = (self.lower[variable] - value).max(value - self.upper[variable]);
        self.basis.excess[position] = if beyond > FEASIBLE { beyond * beyond } else { 0.0 };
    }

    fn spread_costs(&mut self, spread_by: f64) {
        self.working = self.cost.clone();
        self.working.resize(self.n + self.m, 0.0);
        let greatest = self.cost.iter().fold(0.0_f64, |most, cost| most.max(cost.abs())).max(1e-3);
        for variable in 0..self.n {
            let size = spread_by * (0.5 + 0.5 * spread(variable)) * (self.cost[variable].abs() + greatest);
            match self.basis.places[variable] {
                Place::Upper => self.working[variable] -= size,
                Place::Lower => self.working[variable] += size,
                // A cost of the basis would move every reduced cost, some past its sign.
                Place::Basic(_) => {}
            }
        }
    }

    fn plain_costs(&mut self) {
        self.working = self.cost.clone();
        self.working.resize(self.n + self.m, 0.0);
    }

    /// Solves from the present basis.
    pub fn solve(&mut self, limits: Limits<'_>) -> Verdict {
        let end = self.steps + limits.steps;
        let mut verdict = Verdict::Unfinished;
        for spread_by in SPREAD {
            self.spread_costs(spread_by);
            self.refresh();
            let portion = end.min(self.steps + 5_000 + 2 * self.m);
            verdict = self.iterate(portion, limits);
            if verdict != Verdict::Unfinished || self.steps >= end || !(limits.keep_going)() {
                break;
            }
        }
        if verdict != Verdict::Optimal {
            return verdict;
        }
        self.plain_costs();
        if self.objective() - self.bound().value <= CLOSE {
            return Verdict::Optimal;
        }
        // Without the spread a few variables stand on the wrong bound: a few more steps. Ties may be many then; where the
        // steps do not suffice, the point and the bound of before are good enough.
        let spread_end = self.set_aside();
        self.refresh();
        let most = end.min(self.steps + LAST_STEPS);
        match self.iterate(most, limits) {
            Verdict::Unfinished => {
                spread_end(self);
                Verdict::Optimal
            }
            verdict => verdict,
        }
    }

    /// The least cost that the multipliers of the basis prove for every point within the bounds.
    pub fn bound(&self) -> Bound {
        let mut multipliers = self.multipliers(&self.cost);
        for (row, multiplier) in multipliers.iter_mut().enumerate() {
            let (lower, upper) = (self.lower[self.n + row], self.upper[self.n + row]);
            // The reduced cost of the logical variable is −y; a side without bound allows no multiplier.
            if (*multiplier < 0.0 && lower == f64::NEG_INFINITY) || (*multiplier > 0.0 && upper == f64::INFINITY) {
                *multiplier = 0.0;
            }
        }
        let reduced = self.reduced_costs(&self.cost, &multipliers);
        let mut value = 0.0;
        for (variable, &cost) in reduced.iter().enumerate() {
            if cost > 0.0 {
                value += cost * self.lower[variable];
            } else if cost < 0.0 {
                value += cost * self.upper[variable];
            }
        }
        Bound { value, reduced }
    }

    fn objective(&self) -> f64 {
        self.cost.iter().zip(&self.basis.point).map(|(cost, value)| cost * value).sum()
    }

    /// Returns the position whose excess is greatest against its weight, and its excess with its sign.
    fn leaving(&self) -> Option<(usize, f64)> {
        let mut best = None;
        let mut most = 0.0;
        for (position, (&excess, &weight)) in self.basis.excess.iter().zip(&self.basis.weights).enumerate() {
            if excess > most * weight {
                most = excess / weight;
                best = Some(position);
            }
        }
        let position = best?;
        let variable = self.basis.head[position];
        let value = self.basis.point[variable];
        let bound = if value < self.lower[variable] { self.lower[variable] } else { self.upper[variable] };
        Some((position, value - bound))
    }

    fn iterate(&mut self, end: usize, limits: Limits<'_>) -> Verdict {
        let limit = limits.bound;
        let (n, m) = (self.n, self.m);
        let mut unit = vec![0.0; m];
        let mut row_of_inverse = vec![0.0; m];
        let mut entering_column = vec![0.0; m];
        let mut edge = vec![0.0; m];
        let mut scratch = vec![0.0; m];
        let mut steepest = vec![0.0; m];
        let mut moved = vec![0.0; m];
        let mut pivot_row = vec![0.0; n + m];
        let mut touched: Vec<usize> = Vec::new();
        let mut is_touched = vec![false; n + m];
        let mut retries = 0;
        loop {
            let needs = self.basis.factors.as_ref().is_none_or(|factors| {
                let (updates, entries) = factors.updates();
                updates >= UPDATES || entries > 8 * m + 2000
            });
            if needs {
                self.refresh();
            }
            if limit < f64::INFINITY
                && self.steps.is_multiple_of(8)
                && self.objective() > limit
                && self.bound().value > limit
            {
                return Verdict::PastLimit;
            }
            if self.steps >= end || (self.steps.is_multiple_of(32) && !(limits.keep_going)()) {
                return Verdict::Unfinished;
            }
            let Some((position, excess)) = self.leaving() else { return Verdict::Optimal };
            self.steps += 1;
            let Some(factors) = &self.basis.factors else { return Verdict::Unfinished };
            unit[position] = 1.0;
            factors.solve_transposed(&mut unit, &mut row_of_inverse);
            for &variable in &touched {
                pivot_row[variable] = 0.0;
                is_touched[variable] = false;
            }
            touched.clear();
            let mut weight = 0.0;
            for (row, &value) in row_of_inverse.iter().enumerate() {
                if value.abs() < 1e-12 {
                    continue;
                }
                weight += value * value;
                for &(column, entry) in &self.rows[row] {
                    if !is_touched[column] {
                        is_touched[column] = true;
                        touched.push(column);
                    }
                    pivot_row[column] += value * entry;
                }
                pivot_row[n + row] = value;
                is_touched[n + row] = true;
                touched.push(n + row);
            }
            self.basis.weights[position] = weight.max(1e-6);
            let sign = if excess < 0.0 { -1.0 } else { 1.0 };
            let chosen = self.entering(&touched, &pivot_row, sign, excess.abs());
            let (entering, flips) = match chosen {
                Some(chosen) => chosen,
                None => {
                    if self.basis.factors.as_ref().is_some_and(|factors| factors.updates().0 > 0) && retries < 3 {
                        retries += 1;
                        self.refresh();
                        continue;
                    }
                    let proved = self.excludes(&touched, &pivot_row);
                    return if proved { Verdict::Infeasible } else { Verdict::Unfinished };
                }
            };
            if entering < n {
                for &(row, entry) in &self.columns[entering] {
                    scratch[row] = entry;
                }
            } else {
                scratch[entering - n] = 1.0;
            }
            factors.solve(&mut scratch, &mut entering_column);
            let pivot = entering_column[position];
            if (pivot - pivot_row[entering]).abs() > 1e-6 * (1.0 + pivot.abs()) || pivot.abs() < 1e-9 {
                if factors.updates().0 == 0 || retries > 20 {
                    return Verdict::Unfinished;
                }
                retries += 1;
                self.refresh();
                continue;
            }
            edge.copy_from_slice(&row_of_inverse);
            factors.solve(&mut edge, &mut steepest);
            // Flipped variables move the basic ones.
            if !flips.is_empty() {
                for &variable in &flips {
                    let (place, value) = match self.basis.places[variable] {
                        Place::Lower => (Place::Upper, self.upper[variable]),
                        _ => (Place::Lower, self.lower[variable]),
                    };
                    let change = value - self.basis.point[variable];
                    self.basis.places[variable] = place;
                    self.basis.point[variable] = value;
                    if variable < n {
                        for &(row, entry) in &self.columns[variable] {
                            scratch[row] -= entry * change;
                        }
                    } else {
                        scratch[variable - n] -= change;
                    }
                }
                factors.solve(&mut scratch, &mut moved);
                for (other, &change) in moved.iter().enumerate() {
                    if change != 0.0 {
                        self.move_basic(other, change);
                    }
                }
            }
            let leaving = self.basis.head[position];
            let target = if excess < 0.0 { self.lower[leaving] } else { self.upper[leaving] };
            let step = (self.basis.point[leaving] - target) / pivot;
            let price = self.basis.reduced[entering] / pivot_row[entering];
            for &variable in &touched {
                if variable != entering && !matches!(self.basis.places[variable], Place::Basic(_)) {
                    self.basis.reduced[variable] -= price * pivot_row[variable];
                }
            }
            self.basis.reduced[entering] = 0.0;
            self.basis.reduced[leaving] = -price;
            let weight = self.basis.weights[position];
            for (other, &value) in entering_column.iter().enumerate() {
                if value == 0.0 {
                    continue;
                }
                self.move_basic(other, -step * value);
                if other != position {
                    let ratio = value / pivot;
                    let updated = self.basis.weights[other] - 2.0 * ratio * steepest[other] + ratio * ratio * weight;
                    self.basis.weights[other] = updated.max(1e-4);
                }
            }
            self.basis.weights[position] = (weight / (pivot * pivot)).max(1e-4);
            self.basis.point[leaving] = target;
            self.basis.point[entering] += step;
            self.basis.places[leaving] = if excess < 0.0 { Place::Lower } else { Place::Upper };
            self.basis.places[entering] = Place::Basic(position);
            self.basis.head[position] = entering;
            self.note_excess(position, entering, self.basis.point[entering]);
            if let Some(factors) = &mut self.basis.factors {
                factors.replace(position, &entering_column);
            }
            // What the tolerance let through is shifted, so that reduced costs keep their sign.
            for &variable in &touched {
                let reduced = self.basis.reduced[variable];
                let wrong = match self.basis.places[variable] {
                    Place::Basic(_) => false,
                    Place::Lower => reduced < 0.0,
                    Place::Upper => reduced > 0.0,
                };
                if wrong && self.lower[variable] < self.upper[variable] {
                    self.working[variable] -= reduced;
                    self.basis.reduced[variable] = 0.0;
                }
            }
        }
    }

    /// Returns the entering variable and those that go to their other bound, or nothing when none can enter.
    fn entering(&self, touched: &[usize], pivot_row: &[f64], sign: f64, excess: f64) -> Option<(usize, Vec<usize>)> {
        struct Candidate {
            variable: usize,
            size: f64,
            ratio: f64,
            relaxed: f64,
        }
        let mut candidates: Vec<Candidate> = Vec::new();
        for &variable in touched {
            let entry = sign * pivot_row[variable];
            let fits = match self.basis.places[variable] {
                Place::Basic(_) => false,
                Place::Lower => entry > PIVOT,
                Place::Upper => entry < -PIVOT,
            };
            if fits && self.lower[variable] < self.upper[variable] {
                let reduced = self.basis.reduced[variable];
                let size = entry.abs();
                let ratio = (reduced.abs() / size).max(0.0);
                candidates.push(Candidate { variable, size, ratio, relaxed: ratio + DUAL_FEASIBLE / size });
            }
        }
        let mut slope = excess;
        let mut flips = Vec::new();
        loop {
            let least = candidates.iter().map(|candidate| candidate.relaxed).fold(f64::INFINITY, f64::min);
            if least == f64::INFINITY {
                return None;
            }
            let fall: f64 = candidates
                .iter()
                .filter(|candidate| candidate.ratio <= least)
                .map(|candidate| candidate.size * (self.upper[candidate.variable] - self.lower[candidate.variable]))
                .sum();
            if slope - fall <= FEASIBLE {
                let best = candidates
                    .iter()
                    .filter(|candidate| candidate.ratio <= least)
                    .max_by(|a, b| a.size.total_cmp(&b.size).then(b.variable.cmp(&a.variable)))?;
                return Some((best.variable, flips));
            }
            slope -= fall;
            flips.extend(candidates.iter().filter(|candidate| candidate.ratio <= least).map(|c| c.variable));
            candidates.retain(|candidate| candidate.ratio > least);
        }
    }

    /// Returns whether a combination of rows, which is 0 at every point of the rows, cannot be 0 within the bounds.
    fn excludes(&self, touched: &[usize], combination: &[f64]) -> bool {
        let (mut least, mut most) = (0.0, 0.0);
        for &variable in touched {
            let value = combination[variable];
            if value.abs() < 1e-9 {
                continue;
            }
            let (a, b) = (value * self.lower[variable], value * self.upper[variable]);
            least += a.min(b);
            most += a.max(b);
        }
        least > FEASIBLE / 2.0 || most < -FEASIBLE / 2.0
    }
}
