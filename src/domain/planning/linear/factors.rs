//! The basis as a product of triangles: factorised by Markowitz, updated in product form.
//!
//! Markowitz (1957): the pivot with the least (row count − 1)(column count − 1) among those that are large enough.
//! Columns and rows of one entry come first and cost nothing; what remains is small in this model.

use super::Lists;

/// Entries below this are noise.
const ZERO: f64 = 1e-13;
/// A pivot is at least this share of the greatest entry of its row.
const THRESHOLD: f64 = 0.1;
const SMALLEST_PIVOT: f64 = 1e-9;

/// A column of the basis: a unit vector for a logical variable, else entries.
#[derive(Clone, Copy, Debug)]
pub(super) enum BasisColumn<'a> {
    Unit(usize),
    Entries(&'a [(usize, f64)]),
}

#[derive(Clone, Copy, Debug)]
struct Pivot {
    row: usize,
    position: usize,
    value: f64,
}

#[derive(Clone, Debug)]
struct Update {
    position: usize,
    value: f64,
    start: usize,
    end: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Factors {
    pivots: Vec<Pivot>,
    /// Row of each elimination, and what each other row loses of it.
    lower_rows: Vec<usize>,
    lower: Lists,
    /// By pivot: the other entries of its row (positions) and of its column (rows).
    upper_rows: Lists,
    upper_columns: Lists,
    updates: Vec<Update>,
    update_entries: Vec<(usize, f64)>,
}

/// A basis that has no inverse: these positions should hold the logical variables of these rows.
#[derive(Debug)]
pub(super) struct Singular {
    pub replace: Vec<(usize, usize)>,
}

struct Elimination<'a> {
    columns: &'a [BasisColumn<'a>],
    row_active: Vec<bool>,
    position_active: Vec<bool>,
    pivots: Vec<Pivot>,
    lower_rows: Vec<usize>,
    lower: Lists,
    upper_rows: Lists,
}

impl Elimination<'_> {
    fn pivot(&mut self, pivot: Pivot, row: impl IntoIterator<Item = (usize, f64)>) {
        self.row_active[pivot.row] = false;
        self.position_active[pivot.position] = false;
        self.pivots.push(pivot);
        self.upper_rows.push(row);
    }

    /// Takes columns, then rows, that have one entry left.
    fn singletons(&mut self, by_row: &Lists) {
        let size = self.columns.len();
        let mut column_counts = vec![0usize; size];
        let mut row_counts = vec![0usize; size];
        for (position, column) in self.columns.iter().enumerate() {
            if let (true, BasisColumn::Entries(entries)) = (self.position_active[position], *column) {
                for &(row, _) in entries.iter().filter(|(row, _)| self.row_active[*row]) {
                    column_counts[position] += 1;
                    row_counts[row] += 1;
                }
            }
        }
        let mut columns: Vec<usize> =
            (0..size).filter(|&p| self.position_active[p] && column_counts[p] == 1).rev().collect();
        let mut rows: Vec<usize> = (0..size).filter(|&r| self.row_active[r] && row_counts[r] == 1).rev().collect();
        loop {
            if let Some(position) = columns.pop() {
                let BasisColumn::Entries(entries) = self.columns[position] else { continue };
                if !self.position_active[position] || column_counts[position] != 1 {
                    continue;
                }
                let Some(&(row, value)) = entries.iter().find(|(row, _)| self.row_active[*row]) else { continue };
                if value.abs() < SMALLEST_PIVOT {
                    continue;
                }
                let others: Vec<(usize, f64)> = by_row
                    .get(row)
                    .iter()
                    .copied()
                    .filter(|&(other, _)| other != position && self.position_active[other])
                    .collect();
                for &(other, _) in &others {
                    column_counts[other] -= 1;
                    if column_counts[other] == 1 {
                        columns.push(other);
                    }
                }
                self.pivot(Pivot { row, position, value }, others);
            } else if let Some(row) = rows.pop() {
                if !self.row_active[row] || row_counts[row] != 1 {
                    continue;
                }
                let found = by_row.get(row).iter().copied().find(|&(position, _)| self.position_active[position]);
                let Some((position, value)) = found else { continue };
                let BasisColumn::Entries(entries) = self.columns[position] else { continue };
                if value.abs() < SMALLEST_PIVOT {
                    continue;
                }
                self.pivot(Pivot { row, position, value }, []);
                let below: Vec<(usize, f64)> = entries
                    .iter()
                    .filter(|(other, _)| self.row_active[*other])
                    .map(|&(other, entry)| (other, entry / value))
                    .collect();
                for &(other, _) in &below {
                    row_counts[other] -= 1;
                    if row_counts[other] == 1 {
                        rows.push(other);
                    }
                }
                if !below.is_empty() {
                    self.lower_rows.push(row);
                    self.lower.push(below);
                }
            } else {
                return;
            }
            // A column that a row took away may leave rows of one entry, and the other way round: counts say so.
        }
    }

    /// Eliminates what has no singleton.
    fn nucleus(&mut self, by_row: &Lists) {
        let size = self.columns.len();
        let active: Vec<usize> = (0..size).filter(|&row| self.row_active[row]).collect();
        if active.is_empty() {
            return;
        }
        let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); size];
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); size];
        for &row in &active {
            rows[row] = by_row.get(row).iter().copied().filter(|&(p, _)| self.position_active[p]).collect();
            for &(position, _) in &rows[row] {
                members[position].push(row);
            }
        }
        let mut left = active;
        let mut place = vec![usize::MAX; size];
        while let Some(pivot) = best_pivot(&left, &rows, &members) {
            let mut pivot_row = std::mem::take(&mut rows[pivot.row]);
            pivot_row.retain(|&(position, _)| position != pivot.position);
            left.retain(|&row| row != pivot.row);
            for &(position, _) in &pivot_row {
                members[position].retain(|&row| row != pivot.row);
            }
            let mut below = Vec::new();
            for row in std::mem::take(&mut members[pivot.position]) {
                if row == pivot.row {
                    continue;
                }
                let target = &mut rows[row];
                let Some(at) = target.iter().position(|&(position, _)| position == pivot.position) else { continue };
                let factor = target.swap_remove(at).1 / pivot.value;
                below.push((row, factor));
                for (index, &(position, _)) in target.iter().enumerate() {
                    place[position] = index;
                }
                for &(position, value) in &pivot_row {
                    match place[position] {
                        usize::MAX => {
                            target.push((position, -factor * value));
                            members[position].push(row);
                        }
                        index => target[index].1 -= factor * value,
                    }
                }
                for &(position, _) in target.iter() {
                    place[position] = usize::MAX;
                }
                target.retain(|&(position, value)| {
                    let keep = value.abs() > ZERO;
                    if !keep {
                        members[position].retain(|&member| member != row);
                    }
                    keep
                });
            }
            if !below.is_empty() {
                self.lower_rows.push(pivot.row);
                self.lower.push(below);
            }
            self.pivot(pivot, pivot_row);
        }
    }
}

fn best_pivot(left: &[usize], rows: &[Vec<(usize, f64)>], members: &[Vec<usize>]) -> Option<Pivot> {
    let mut best: Option<(usize, Pivot)> = None;
    let mut order: Vec<usize> = left.iter().copied().filter(|&row| !rows[row].is_empty()).collect();
    // The shortest rows are enough: a longer one rarely wins.
    let keep = order.len().min(4);
    if keep == 0 {
        return None;
    }
    order.select_nth_unstable_by_key(keep - 1, |&row| (rows[row].len(), row));
    order.truncate(keep);
    order.sort_unstable_by_key(|&row| (rows[row].len(), row));
    for row in order {
        let greatest = rows[row].iter().fold(0.0_f64, |most, &(_, value)| most.max(value.abs()));
        if greatest < SMALLEST_PIVOT {
            continue;
        }
        for &(position, value) in &rows[row] {
            if value.abs() < THRESHOLD * greatest {
                continue;
            }
            let cost = (rows[row].len() - 1) * (members[position].len() - 1);
            let better = best.as_ref().is_none_or(|(least, pivot)| {
                cost < *least || (cost == *least && value.abs() > pivot.value.abs() + ZERO)
            });
            if better {
                best = Some((cost, Pivot { row, position, value }));
            }
        }
    }
    best.map(|(_, pivot)| pivot)
}

impl Factors {
    /// Factorises a square basis.
    ///
    /// # Errors
    /// Returns what to replace when the basis has no inverse.
    pub fn of(columns: &[BasisColumn<'_>]) -> Result<Self, Singular> {
        let size = columns.len();
        let mut by_position = Lists::new();
        for column in columns {
            match *column {
                BasisColumn::Unit(_) => by_position.push([]),
                BasisColumn::Entries(entries) => by_position.push(entries.iter().copied()),
            }
        }
        let by_row = by_position.transposed(size);
        let mut work = Elimination {
            columns,
            row_active: vec![true; size],
            position_active: vec![true; size],
            pivots: Vec::with_capacity(size),
            lower_rows: Vec::new(),
            lower: Lists::new(),
            upper_rows: Lists::new(),
        };
        for (position, column) in columns.iter().enumerate() {
            if let BasisColumn::Unit(row) = *column
                && work.row_active[row]
            {
                work.pivot(Pivot { row, position, value: 1.0 }, by_row.get(row).iter().copied());
            }
        }
        work.singletons(&by_row);
        work.nucleus(&by_row);
        if work.pivots.len() < size {
            let rows = (0..size).filter(|&row| work.row_active[row]);
            let positions = (0..size).filter(|&position| work.position_active[position]);
            return Err(Singular { replace: positions.zip(rows).collect() });
        }
        let Elimination { pivots, lower_rows, lower, upper_rows, .. } = work;
        let mut order = vec![0; size];
        for (index, pivot) in pivots.iter().enumerate() {
            order[pivot.position] = index;
        }
        let mut upper_columns = upper_rows.transposed(size);
        // Lists are by position and name pivots: made by pivot, naming rows.
        let mut by_pivot = Lists::new();
        for pivot in &pivots {
            by_pivot.push(upper_columns.get(pivot.position).iter().map(|&(index, value)| (pivots[index].row, value)));
        }
        std::mem::swap(&mut upper_columns, &mut by_pivot);
        Ok(Self {
            pivots,
            lower_rows,
            lower,
            upper_rows,
            upper_columns,
            updates: Vec::new(),
            update_entries: Vec::new(),
        })
    }

    /// Returns how many columns were exchanged since the factorisation, and how many entries that added.
    pub fn updates(&self) -> (usize, usize) {
        (self.updates.len(), self.update_entries.len())
    }

    /// Solves `B x = rhs`: `rhs` by row, emptied; `out` by position.
    pub fn solve(&self, rhs: &mut [f64], out: &mut [f64]) {
        for (index, &row) in self.lower_rows.iter().enumerate() {
            let value = rhs[row];
            if value != 0.0 {
                for &(other, factor) in self.lower.get(index) {
                    rhs[other] -= factor * value;
                }
            }
        }
        for (index, pivot) in self.pivots.iter().enumerate().rev() {
            let value = std::mem::take(&mut rhs[pivot.row]);
            if value.abs() <= ZERO {
                out[pivot.position] = 0.0;
                continue;
            }
            let solved = value / pivot.value;
            out[pivot.position] = solved;
            for &(row, entry) in self.upper_columns.get(index) {
                rhs[row] -= entry * solved;
            }
        }
        for update in &self.updates {
            let value = out[update.position];
            if value != 0.0 {
                let solved = value / update.value;
                out[update.position] = solved;
                for &(position, entry) in &self.update_entries[update.start..update.end] {
                    out[position] -= entry * solved;
                }
            }
        }
    }

    /// Solves `yᵀ B = rhs`: `rhs` by position, emptied; `out` by row.
    pub fn solve_transposed(&self, rhs: &mut [f64], out: &mut [f64]) {
        for update in self.updates.iter().rev() {
            let mut value = rhs[update.position];
            for &(position, entry) in &self.update_entries[update.start..update.end] {
                value -= entry * rhs[position];
            }
            rhs[update.position] = value / update.value;
        }
        for (index, pivot) in self.pivots.iter().enumerate() {
            let value = std::mem::take(&mut rhs[pivot.position]);
            if value.abs() <= ZERO {
                out[pivot.row] = 0.0;
                continue;
            }
            let solved = value / pivot.value;
            out[pivot.row] = solved;
            for &(position, entry) in self.upper_rows.get(index) {
                rhs[position] -= entry * solved;
            }
        }
        for (index, &row) in self.lower_rows.iter().enumerate().rev() {
            let mut value = out[row];
            for &(other, factor) in self.lower.get(index) {
                value -= factor * out[other];
            }
            out[row] = value;
        }
    }

    /// Replaces the column at a position by one whose solution against the present basis is `column`.
    pub fn replace(&mut self, position: usize, column: &[f64]) {
        let start = self.update_entries.len();
        let entries = column.iter().copied().enumerate();
        self.update_entries.extend(entries.filter(|&(other, value)| other != position && value.abs() > ZERO));
        let end = self.update_entries.len();
        self.updates.push(Update { position, value: column[position], start, end });
    }
}
