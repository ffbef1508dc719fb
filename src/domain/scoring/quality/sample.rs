//! Signs that need a sample to compare with: multivariate distance and items that people answer alike.

use nalgebra::{Cholesky, DVector, Dyn};
use thiserror::Error;

use super::super::response_matrix::{MatrixError, MissingRule, ResponseMatrix};

/// Why a sample cannot serve as a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QualityError {
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    #[error("the items are too dependent, or the people too few, for distances")]
    SingularCovariance,
}

/// The centre and the covariances of a sample, from people who answered everything.
#[derive(Debug, Clone)]
pub struct Mahalanobis {
    centre: DVector<f64>,
    cholesky: Cholesky<f64, Dyn>,
}

impl Mahalanobis {
    pub fn of_sample(sample: &ResponseMatrix) -> Result<Self, QualityError> {
        let covariances = sample.covariances(MissingRule::Listwise)?;
        let largest = covariances.diagonal().iter().copied().fold(0.0, f64::max);
        let cholesky = covariances.cholesky().ok_or(QualityError::SingularCovariance)?;
        // Rounding can make a singular matrix pass: a pivot this small carries no digit.
        if cholesky.l().diagonal().iter().any(|pivot| pivot * pivot <= 1e-12 * largest) {
            return Err(QualityError::SingularCovariance);
        }
        let mut centre = DVector::zeros(sample.n_items());
        let mut n = 0.0;
        for row in sample.complete_rows() {
            centre += DVector::from_column_slice(row);
            n += 1.0;
        }
        Ok(Self { centre: centre / n, cholesky })
    }

    /// Returns D² = (x − m)ᵀ S⁻¹ (x − m) (Mahalanobis, 1936), m and S the sample's means and covariances (n − 1).
    ///
    /// Unknown when an answer is missing.
    pub fn squared_distance(&self, answers: &[Option<f64>]) -> Option<f64> {
        let complete: Vec<f64> = answers.iter().copied().collect::<Option<_>>()?;
        if complete.len() != self.centre.len() {
            return None;
        }
        let gap = DVector::from_vec(complete) - &self.centre;
        Some(gap.dot(&self.cholesky.solve(&gap)))
    }
}

/// Returns the pairs of items whose correlation is above `threshold` (.60 in Meade & Craig, 2012).
///
/// Each correlation is over the people who answered both items.
pub fn synonym_pairs(sample: &ResponseMatrix, threshold: f64) -> Vec<(usize, usize)> {
    let column = |item: usize| sample.rows().filter_map(|row| row.get(item).copied()).collect::<Vec<f64>>();
    let columns: Vec<Vec<f64>> = (0..sample.n_items()).map(column).collect();
    let mut pairs = Vec::new();
    for (first, x) in columns.iter().enumerate() {
        let later = columns.iter().enumerate().skip(first + 1);
        let alike = later.filter(|(_, y)| answered_correlation(x, y).is_some_and(|r| r > threshold));
        pairs.extend(alike.map(|(second, _)| (first, second)));
    }
    pairs
}

/// Pearson's correlation over the people who answered both, NaN standing for a missing answer.
fn answered_correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let both = || x.iter().zip(y).filter(|(x, y)| !x.is_nan() && !y.is_nan());
    let (n, sum_x, sum_y) = both().fold((0.0, 0.0, 0.0), |(n, sx, sy), (x, y)| (n + 1.0, sx + x, sy + y));
    let (mean_x, mean_y) = (sum_x / n, sum_y / n);
    let (xx, xy, yy) = both()
        .map(|(x, y)| (x - mean_x, y - mean_y))
        .fold((0.0, 0.0, 0.0), |(xx, xy, yy), (x, y)| (xx + x * x, xy + x * y, yy + y * y));
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(rows: &[[f64; 2]]) -> ResponseMatrix {
        let mut matrix = ResponseMatrix::with_items(2);
        for row in rows {
            matrix.push(row.map(Some)).unwrap();
        }
        matrix
    }

    // Independent items of variance 4/3: D² of (2, 2) from (1, 1) is 2 × 1 / (4/3) = 1.5.
    #[test]
    fn distance_counts_variances() {
        let reference = Mahalanobis::of_sample(&sample(&[[0.0, 0.0], [2.0, 0.0], [0.0, 2.0], [2.0, 2.0]])).unwrap();
        assert!((reference.squared_distance(&[Some(2.0), Some(2.0)]).unwrap() - 1.5).abs() < 1e-12);
        assert_eq!(reference.squared_distance(&[Some(2.0), None]), None);
    }

    #[test]
    fn a_sample_of_copies_is_no_reference() {
        let copies = sample(&[[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]);
        assert_eq!(Mahalanobis::of_sample(&copies).unwrap_err(), QualityError::SingularCovariance);
        assert_eq!(synonym_pairs(&copies, 0.6), [(0, 1)]);
    }
}
