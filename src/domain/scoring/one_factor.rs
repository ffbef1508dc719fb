//! The one-factor model fitted by maximum likelihood: Σ = λλᵀ + Ψ, λ the loadings, Ψ diagonal.

use nalgebra::{DMatrix, DVector, SymmetricEigen};
use thiserror::Error;

/// Why the one-factor model cannot be fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OneFactorError {
    #[error("{0} items do not identify one factor: three are needed")]
    TooFewItems(usize),
    #[error("item {0} does not vary")]
    ConstantItem(usize),
    #[error("the likelihood has no maximum within reach")]
    NoConvergence,
}

/// Loadings and residual variances, in the metric of the covariances given.
#[derive(Debug, Clone, PartialEq)]
pub struct OneFactor {
    pub loadings: Vec<f64>,
    /// May be negative (Heywood case), as in programs that leave variances free.
    pub residual_variances: Vec<f64>,
}

const MAX_STEPS: usize = 500;
const SMALLEST_STEP: f64 = 1e-10;

/// Fits one factor to a covariance matrix.
///
/// Minimises Jöreskog's (1967, Psychometrika 32) discrepancy F = log|Σ| + tr(SΣ⁻¹), S the sample's and Σ the model's
/// covariances, by Fisher scoring from his start values. The scale of S does not change Σλ and Σψ relative to it:
/// denominators n and n − 1 give the same ω.
pub fn fit(covariances: &DMatrix<f64>) -> Result<OneFactor, OneFactorError> {
    let n_items = covariances.nrows();
    if n_items < 3 {
        return Err(OneFactorError::TooFewItems(n_items));
    }
    let deviations = covariances.diagonal().map(f64::sqrt);
    if let Some(constant) = deviations.iter().position(|deviation| deviation.is_nan() || *deviation <= 0.0) {
        return Err(OneFactorError::ConstantItem(constant));
    }
    let scale = &deviations * deviations.transpose();
    let correlations = covariances.component_div(&scale);
    let fitted = maximise(&correlations, start_values(&correlations))?;
    Ok(OneFactor {
        loadings: fitted.loadings.component_mul(&deviations).iter().copied().collect(),
        residual_variances: fitted.residuals.component_mul(&deviations.map(|d| d * d)).iter().copied().collect(),
    })
}

struct Model {
    loadings: DVector<f64>,
    residuals: DVector<f64>,
}

/// F and the inverse of Σ at one point.
struct Point {
    discrepancy: f64,
    inverse: DMatrix<f64>,
}

impl Model {
    fn covariances(&self) -> DMatrix<f64> {
        &self.loadings * self.loadings.transpose() + DMatrix::from_diagonal(&self.residuals)
    }

    /// Unknown where Σ is not positive definite.
    fn point(&self, sample: &DMatrix<f64>) -> Option<Point> {
        let cholesky = self.covariances().cholesky()?;
        let inverse = cholesky.inverse();
        let log_determinant = 2.0 * cholesky.l().diagonal().iter().map(|value| value.ln()).sum::<f64>();
        let discrepancy = log_determinant + sample.component_mul(&inverse).sum();
        discrepancy.is_finite().then_some(Point { discrepancy, inverse })
    }

    fn moved(&self, step: &DVector<f64>, length: f64) -> Self {
        let n_items = self.loadings.len();
        Self {
            loadings: &self.loadings + length * step.rows(0, n_items),
            residuals: &self.residuals + length * step.rows(n_items, n_items),
        }
    }
}

/// Jöreskog's (1967) start: ψᵢ = (1 − m/2p) / sⁱⁱ, then λ from the first eigenvector of Ψ^−½ S Ψ^−½.
fn start_values(correlations: &DMatrix<f64>) -> Model {
    let n_items = correlations.nrows();
    let share = 1.0 - 1.0 / (2.0 * n_items as f64);
    let residuals = correlations
        .clone()
        .cholesky()
        .map_or_else(|| DVector::from_element(n_items, 0.5), |c| c.inverse().diagonal().map(|value| share / value));
    let roots = residuals.map(f64::sqrt);
    let scaled = correlations.component_div(&(&roots * roots.transpose()));
    let eigen = SymmetricEigen::new(scaled);
    let pairs = eigen.eigenvalues.iter().zip(eigen.eigenvectors.column_iter());
    let first = pairs.max_by(|left, right| left.0.total_cmp(right.0));
    let loadings = first.map_or_else(
        || DVector::from_element(n_items, 0.5),
        |(value, vector)| vector.component_mul(&roots) * (value - 1.0).max(0.1).sqrt(),
    );
    Model { loadings, residuals }
}

fn maximise(sample: &DMatrix<f64>, start: Model) -> Result<Model, OneFactorError> {
    let mut model = start;
    let mut point = model.point(sample).ok_or(OneFactorError::NoConvergence)?;
    for _ in 0..MAX_STEPS {
        let step = scoring_step(&model, &point, sample).ok_or(OneFactorError::NoConvergence)?;
        if step.amax() < SMALLEST_STEP {
            return Ok(model);
        }
        let Some((better, better_point)) = line_search(&model, &point, &step, sample) else {
            return Err(OneFactorError::NoConvergence);
        };
        (model, point) = (better, better_point);
    }
    Err(OneFactorError::NoConvergence)
}

fn line_search(model: &Model, point: &Point, step: &DVector<f64>, sample: &DMatrix<f64>) -> Option<(Model, Point)> {
    // Near the minimum F changes by less than its rounding: a strict comparison would stop short.
    let highest = point.discrepancy + 1e-12 * (1.0 + point.discrepancy.abs());
    std::iter::successors(Some(1.0), |length| Some(length / 2.0)).take(40).find_map(|length| {
        let candidate = model.moved(step, length);
        let reached = candidate.point(sample)?;
        (reached.discrepancy <= highest).then_some((candidate, reached))
    })
}

/// One Fisher scoring step −H⁻¹g.
///
/// With W = Σ⁻¹, v = Wλ, q = λᵀWλ and G = W(Σ − S)W: g = (2Gλ, diag G) and the expected second derivatives are
/// H(λᵢ, λⱼ) = 2(qWᵢⱼ + vᵢvⱼ), H(λᵢ, ψⱼ) = 2Wᵢⱼvⱼ, H(ψᵢ, ψⱼ) = Wᵢⱼ².
fn scoring_step(model: &Model, point: &Point, sample: &DMatrix<f64>) -> Option<DVector<f64>> {
    let n_items = model.loadings.len();
    let inverse = &point.inverse;
    let projected = inverse * &model.loadings;
    let q = model.loadings.dot(&projected);
    let residual = inverse * (model.covariances() - sample) * inverse;

    let mut gradient = DVector::zeros(2 * n_items);
    gradient.rows_mut(0, n_items).copy_from(&(2.0 * &residual * &model.loadings));
    gradient.rows_mut(n_items, n_items).copy_from(&residual.diagonal());

    let mixed = 2.0 * inverse * DMatrix::from_diagonal(&projected);
    let mut information = DMatrix::zeros(2 * n_items, 2 * n_items);
    let loadings_block = 2.0 * (q * inverse + &projected * projected.transpose());
    information.view_mut((0, 0), (n_items, n_items)).copy_from(&loadings_block);
    information.view_mut((0, n_items), (n_items, n_items)).copy_from(&mixed);
    information.view_mut((n_items, 0), (n_items, n_items)).copy_from(&mixed.transpose());
    information.view_mut((n_items, n_items), (n_items, n_items)).copy_from(&inverse.component_mul(inverse));
    let step = information.cholesky()?.solve(&gradient);
    step.iter().all(|value| value.is_finite()).then(|| -step)
}

#[cfg(test)]
mod tests {
    use super::*;

    // With three items the model is just identified: λ₁² = s₁₂s₁₃/s₂₃ (Spearman's triads).
    #[test]
    fn three_items_reproduce_spearmans_triads() {
        let sample = DMatrix::from_row_slice(3, 3, &[4.0, 0.6, 0.8, 0.6, 1.0, 0.48, 0.8, 0.48, 2.0]);
        let factor = fit(&sample).unwrap();
        let expected = [1.0, 0.6, 0.8];
        let sign = factor.loadings[0].signum();
        for (loading, expected) in factor.loadings.iter().zip(expected) {
            assert!((sign * loading - expected).abs() < 1e-9, "{loading}");
        }
        for (residual, expected) in factor.residual_variances.iter().zip([3.0, 0.64, 1.36]) {
            assert!((residual - expected).abs() < 1e-9, "{residual}");
        }
    }

    // r₁₂ = r₁₃ = .8, r₂₃ = .5: λ₁² = 1.28, so that ψ₁ = −.28, as lavaan leaves it.
    #[test]
    fn a_heywood_case_keeps_its_negative_variance() {
        let sample = DMatrix::from_row_slice(3, 3, &[1.0, 0.8, 0.8, 0.8, 1.0, 0.5, 0.8, 0.5, 1.0]);
        let factor = fit(&sample).unwrap();
        for (residual, expected) in factor.residual_variances.iter().zip([-0.28, 0.5, 0.5]) {
            assert!((residual - expected).abs() < 1e-8, "{residual}");
        }
    }

    #[test]
    fn what_does_not_identify_a_factor_is_refused() {
        assert_eq!(fit(&DMatrix::identity(2, 2)), Err(OneFactorError::TooFewItems(2)));
        let constant = DMatrix::from_row_slice(3, 3, &[1.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 1.0]);
        assert_eq!(fit(&constant), Err(OneFactorError::ConstantItem(1)));
    }

    #[test]
    fn identical_items_are_refused_or_fitted_without_residual() {
        let same = DMatrix::from_element(4, 4, 1.0);
        if let Ok(factor) = fit(&same) {
            assert!(factor.loadings.iter().all(|loading| loading.is_finite()));
        }
    }
}
