//! The answers of many people to the same items: what the indices of a sample are computed from.
//!
//! Every answer is finite or missing; every row has the same number of items.

use nalgebra::DMatrix;
use thiserror::Error;

use super::likert::reverse;

/// Why answers do not make a matrix, or have no covariance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MatrixError {
    #[error("row {row} has {have} answers, {need} expected")]
    RowLength { row: usize, have: usize, need: usize },
    #[error("row {row} holds a number that is not finite")]
    NotFinite { row: usize },
    #[error("item {0} does not exist")]
    NoSuchItem(usize),
    #[error("fewer than two people answered items {first} and {second}")]
    TooFewAnswers { first: usize, second: usize },
}

/// Which people a covariance is computed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingRule {
    /// People who answered every item.
    Listwise,
    /// For each pair of items, people who answered both.
    Pairwise,
}

/// One item of a scale: its column in the answers, and whether its answers are reversed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeyedItem {
    pub column: usize,
    /// `Some((min, max))` of the answer scale when the item is reversed.
    pub reversed_within: Option<(f64, f64)>,
}

impl KeyedItem {
    /// Returns the answer in the direction of the scale: x' = min + max − x when reversed.
    pub fn keyed(&self, answer: f64) -> f64 {
        self.reversed_within.map_or(answer, |(min, max)| reverse(answer, min, max))
    }
}

/// People × items, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseMatrix {
    n_items: usize,
    // NaN stands for a missing answer: half the memory of Option<f64>. It never leaves this ring's arithmetic.
    cells: Vec<f64>,
}

impl ResponseMatrix {
    pub fn with_items(n_items: usize) -> Self {
        Self { n_items, cells: Vec::new() }
    }

    pub fn n_items(&self) -> usize {
        self.n_items
    }

    pub fn n_persons(&self) -> usize {
        self.cells.len().checked_div(self.n_items).unwrap_or(0)
    }

    /// Adds the answers of one person, `None` where missing.
    pub fn push(&mut self, answers: impl IntoIterator<Item = Option<f64>>) -> Result<(), MatrixError> {
        let (row, start) = (self.n_persons(), self.cells.len());
        for answer in answers {
            if answer.is_some_and(|value| !value.is_finite()) {
                self.cells.truncate(start);
                return Err(MatrixError::NotFinite { row });
            }
            self.cells.push(answer.unwrap_or(f64::NAN));
        }
        let have = self.cells.len() - start;
        if have != self.n_items {
            self.cells.truncate(start);
            return Err(MatrixError::RowLength { row, have, need: self.n_items });
        }
        Ok(())
    }

    /// Returns each person's answers, `None` where missing.
    pub fn persons(&self) -> impl Iterator<Item = Vec<Option<f64>>> {
        self.rows().map(|row| row.iter().map(|&cell| (!cell.is_nan()).then_some(cell)).collect())
    }

    /// Returns the answers of the people who answered everything.
    pub fn complete_rows(&self) -> impl Iterator<Item = &[f64]> {
        self.rows().filter(|row| is_complete(row))
    }

    /// Returns each person's mean of the items answered, `None` where nothing was.
    pub fn person_means(&self) -> impl Iterator<Item = Option<f64>> {
        self.rows().map(|row| {
            let (mut sum, mut n) = (0.0, 0_u32);
            for &cell in row.iter().filter(|cell| !cell.is_nan()) {
                sum += cell;
                n += 1;
            }
            (n > 0).then(|| sum / f64::from(n))
        })
    }

    /// Returns the smallest and the largest answer.
    pub fn observed_range(&self) -> Option<(f64, f64)> {
        // f64::min and f64::max pass over NaN.
        let (min, max) = self
            .cells
            .iter()
            .fold((f64::NAN, f64::NAN), |(min, max), &cell| (f64::min(min, cell), f64::max(max, cell)));
        (!min.is_nan()).then_some((min, max))
    }

    /// Returns a column that holds an answer outside [min, max], if any.
    pub fn first_column_outside(&self, min: f64, max: f64) -> Option<usize> {
        self.rows().find_map(|row| row.iter().position(|&cell| cell < min || cell > max))
    }

    /// Returns the answers to the items of one scale, reversed where keyed so.
    pub fn keyed(&self, items: &[KeyedItem]) -> Result<Self, MatrixError> {
        if let Some(unknown) = items.iter().find(|item| item.column >= self.n_items) {
            return Err(MatrixError::NoSuchItem(unknown.column));
        }
        let mut cells = Vec::with_capacity(items.len() * self.n_persons());
        for row in self.rows() {
            cells.extend(items.iter().filter_map(|item| {
                let &cell = row.get(item.column)?;
                Some(item.keyed(cell))
            }));
        }
        Ok(Self { n_items: items.len(), cells })
    }

    /// Returns the covariances between items, with n − 1 in the denominators.
    pub fn covariances(&self, rule: MissingRule) -> Result<DMatrix<f64>, MatrixError> {
        let centre = self.item_centres();
        let mut sums = PairSums::new(self.n_items);
        for row in self.rows() {
            if is_complete(row) {
                sums.add_complete(row, &centre);
            } else if rule == MissingRule::Pairwise {
                sums.add_incomplete(row, &centre);
            }
        }
        sums.covariances()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.n_items.max(1))
    }

    /// A value near each item's answers: sums of squares about it lose no digits. Its exact value does not matter.
    fn item_centres(&self) -> Vec<f64> {
        let mut sums = vec![(0.0, 0_u32); self.n_items];
        for row in self.rows() {
            for ((sum, n), &cell) in sums.iter_mut().zip(row).filter(|(_, cell)| !cell.is_nan()) {
                *sum += cell;
                *n += 1;
            }
        }
        sums.into_iter().map(|(sum, n)| if n > 0 { (sum / f64::from(n)).round() } else { 0.0 }).collect()
    }
}

fn is_complete(row: &[f64]) -> bool {
    !row.iter().any(|cell| cell.is_nan())
}

/// Sums over people from which all covariances follow; people who answered everything share one count.
struct PairSums {
    n_items: usize,
    n_complete: f64,
    complete_sums: Vec<f64>,
    pairs: Vec<PairSum>,
    centred: Vec<f64>,
}

#[derive(Clone, Copy, Default)]
struct PairSum {
    n: f64,
    first: f64,
    second: f64,
    product: f64,
}

impl PairSums {
    fn new(n_items: usize) -> Self {
        Self {
            n_items,
            n_complete: 0.0,
            complete_sums: vec![0.0; n_items],
            pairs: vec![PairSum::default(); n_items * (n_items + 1) / 2],
            centred: Vec::with_capacity(n_items),
        }
    }

    fn add_complete(&mut self, row: &[f64], centre: &[f64]) {
        self.centred.clear();
        self.centred.extend(row.iter().zip(centre).map(|(cell, centre)| cell - centre));
        self.n_complete += 1.0;
        for (sum, value) in self.complete_sums.iter_mut().zip(&self.centred) {
            *sum += value;
        }
        // The short iterator comes first in each zip: the other way round a pair would be lost at each row's end.
        let mut pairs = self.pairs.iter_mut();
        for (first, x) in self.centred.iter().enumerate() {
            for (y, pair) in self.centred.iter().take(first + 1).zip(pairs.by_ref()) {
                pair.product += x * y;
            }
        }
    }

    fn add_incomplete(&mut self, row: &[f64], centre: &[f64]) {
        self.centred.clear();
        self.centred.extend(row.iter().zip(centre).map(|(cell, centre)| cell - centre));
        let mut pairs = self.pairs.iter_mut();
        for (first, &x) in self.centred.iter().enumerate() {
            for (&y, pair) in self.centred.iter().take(first + 1).zip(pairs.by_ref()) {
                if !x.is_nan() && !y.is_nan() {
                    pair.n += 1.0;
                    pair.first += x;
                    pair.second += y;
                    pair.product += x * y;
                }
            }
        }
    }

    fn covariances(&self) -> Result<DMatrix<f64>, MatrixError> {
        let mut matrix = DMatrix::zeros(self.n_items, self.n_items);
        let mut pairs = self.pairs.iter();
        for (first, sum_first) in self.complete_sums.iter().enumerate() {
            for (second, (sum_second, pair)) in
                self.complete_sums.iter().take(first + 1).zip(pairs.by_ref()).enumerate()
            {
                let n = self.n_complete + pair.n;
                if n < 2.0 {
                    return Err(MatrixError::TooFewAnswers { first, second });
                }
                let covariance = (pair.product - (sum_first + pair.first) * (sum_second + pair.second) / n) / (n - 1.0);
                for place in [(first, second), (second, first)] {
                    if let Some(cell) = matrix.get_mut(place) {
                        *cell = covariance;
                    }
                }
            }
        }
        Ok(matrix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[[Option<f64>; 2]]) -> ResponseMatrix {
        let mut matrix = ResponseMatrix::with_items(2);
        for row in rows {
            matrix.push(*row).unwrap();
        }
        matrix
    }

    #[test]
    fn listwise_and_pairwise_covariances_use_their_own_people() {
        let answers = matrix(&[
            [Some(1.0), Some(2.0)],
            [Some(2.0), Some(4.0)],
            [Some(3.0), Some(6.0)],
            [Some(10.0), None],
            [None, None],
        ]);
        let listwise = answers.covariances(MissingRule::Listwise).unwrap();
        assert_eq!((listwise[(0, 0)], listwise[(0, 1)], listwise[(1, 1)]), (1.0, 2.0, 4.0));
        let pairwise = answers.covariances(MissingRule::Pairwise).unwrap();
        // var(1, 2, 3, 10) = 16.6666…
        assert!((pairwise[(0, 0)] - 50.0 / 3.0).abs() < 1e-12);
        assert_eq!((pairwise[(0, 1)], pairwise[(1, 0)]), (2.0, 2.0));
    }

    #[test]
    fn one_person_has_no_covariance() {
        let answers = matrix(&[[Some(1.0), Some(2.0)]]);
        let refused = Err(MatrixError::TooFewAnswers { first: 0, second: 0 });
        assert_eq!(answers.covariances(MissingRule::Listwise), refused);
        assert_eq!(ResponseMatrix::with_items(0).covariances(MissingRule::Pairwise), Ok(DMatrix::zeros(0, 0)));
    }

    #[test]
    fn a_short_row_or_an_infinite_answer_is_refused_and_leaves_no_trace() {
        let mut answers = matrix(&[]);
        assert_eq!(answers.push([Some(1.0)]), Err(MatrixError::RowLength { row: 0, have: 1, need: 2 }));
        assert_eq!(answers.push([Some(1.0), Some(f64::NAN)]), Err(MatrixError::NotFinite { row: 0 }));
        assert_eq!(answers.n_persons(), 0);
        assert_eq!(answers.observed_range(), None);
    }

    #[test]
    fn a_reversed_item_is_mirrored_in_its_range() {
        let answers = matrix(&[[Some(2.0), Some(5.0)], [None, None]]);
        let item = KeyedItem { column: 0, reversed_within: Some((1.0, 6.0)) };
        let keyed = answers.keyed(&[item]).unwrap();
        assert_eq!(keyed.person_means().collect::<Vec<_>>(), [Some(5.0), None]);
        assert_eq!(answers.observed_range(), Some((2.0, 5.0)));
    }
}
