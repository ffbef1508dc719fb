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
/// In standard deviations of the items: beyond, the fit follows a variance to −∞.
const LARGEST_LOADING: f64 = 100.0;

/// Fits one factor to a covariance matrix.
///
/// Minimises Jöreskog's (1967, Psychometrika 32) discrepancy F = log|Σ| + tr(SΣ⁻¹), S the sample's and Σ the model's
/// covariances, by Newton's method from his start values, then from plainer ones. The scale of S does not change Σλ
/// and Σψ relative to it: denominators n and n − 1 give the same ω.
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
    let starts = [joreskog_start, principal_start, level_start];
    // From one start a variance may run away to −∞ where another leads to a minimum.
    let fitted = starts
        .iter()
        .find_map(|start| minimised(&correlations, start(&correlations)))
        .ok_or(OneFactorError::NoConvergence)?;
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
fn joreskog_start(correlations: &DMatrix<f64>) -> Model {
    let n_items = correlations.nrows();
    let share = 1.0 - 1.0 / (2.0 * n_items as f64);
    let residuals = correlations
        .clone()
        .cholesky()
        .map_or_else(|| DVector::from_element(n_items, 0.5), |c| c.inverse().diagonal().map(|value| share / value));
    let roots = residuals.map(f64::sqrt);
    let (value, vector) = first_eigenpair(correlations.component_div(&(&roots * roots.transpose())));
    Model { loadings: vector.component_mul(&roots) * (value - 1.0).max(0.1).sqrt(), residuals }
}

/// λ from the first principal component, shrunk.
fn principal_start(correlations: &DMatrix<f64>) -> Model {
    let (value, vector) = first_eigenpair(correlations.clone());
    let loadings = vector * value.max(0.0).sqrt() * 0.7;
    let residuals = loadings.map(|loading| (1.0 - loading * loading).max(0.1));
    Model { loadings, residuals }
}

fn level_start(correlations: &DMatrix<f64>) -> Model {
    let level = DVector::from_element(correlations.nrows(), 0.5);
    Model { loadings: level.clone(), residuals: level }
}

fn first_eigenpair(matrix: DMatrix<f64>) -> (f64, DVector<f64>) {
    let n_items = matrix.nrows();
    let eigen = SymmetricEigen::new(matrix);
    let pairs = eigen.eigenvalues.iter().zip(eigen.eigenvectors.column_iter());
    let first = pairs.max_by(|left, right| left.0.total_cmp(right.0));
    first.map_or_else(
        || (1.0, DVector::from_element(n_items, 1.0 / (n_items as f64).sqrt())),
        |(value, vector)| (*value, vector.into_owned()),
    )
}

/// The minimum of F downhill from a start; `None` where there is none within reach.
fn minimised(sample: &DMatrix<f64>, start: Model) -> Option<Model> {
    let mut model = start;
    let mut point = model.point(sample)?;
    for _ in 0..MAX_STEPS {
        let step = newton_step(&model, &point, sample)?;
        if step.amax() < SMALLEST_STEP {
            return Some(model);
        }
        (model, point) = line_search(&model, &point, &step, sample)?;
        if model.loadings.amax() > LARGEST_LOADING {
            return None;
        }
    }
    None
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

/// One step −H⁻¹g; where F is not convex, H gives way to its expectation, which always leads downhill.
///
/// With W = Σ⁻¹, T = WSW, G = W − T, v = Wλ, u = Tλ, q = λᵀv and r = λᵀu, the gradient is g = (2Gλ, diag G) and the
/// expected second derivatives (Fisher scoring) are H(λᵢ, λⱼ) = 2(qWᵢⱼ + vᵢvⱼ), H(λᵢ, ψⱼ) = 2Wᵢⱼvⱼ, H(ψᵢ, ψⱼ) = Wᵢⱼ².
/// The observed ones, from dG = WdΣT + TdΣW − WdΣW, are the opposite of these, plus 2(uᵢvⱼ + vᵢuⱼ + rWᵢⱼ + qTᵢⱼ) + 2Gᵢⱼ,
/// 2(Wᵢⱼuⱼ + Tᵢⱼvⱼ) and 2WᵢⱼTᵢⱼ.
fn newton_step(model: &Model, point: &Point, sample: &DMatrix<f64>) -> Option<DVector<f64>> {
    let (n_items, w, loadings) = (model.loadings.len(), &point.inverse, &model.loadings);
    let t = w * sample * w;
    let (v, u) = (w * loadings, &t * loadings);
    let (q, r) = (loadings.dot(&v), loadings.dot(&u));
    let residual = w - &t;

    let mut gradient = DVector::zeros(2 * n_items);
    gradient.rows_mut(0, n_items).copy_from(&(2.0 * &residual * loadings));
    gradient.rows_mut(n_items, n_items).copy_from(&residual.diagonal());

    let expected = [2.0 * (q * w + &v * v.transpose()), 2.0 * w * DMatrix::from_diagonal(&v), w.component_mul(w)];
    let crossed = &u * v.transpose();
    let observed = [
        2.0 * (&crossed + crossed.transpose() + r * w + q * &t + &residual),
        2.0 * (w * DMatrix::from_diagonal(&u) + &t * DMatrix::from_diagonal(&v)),
        2.0 * w.component_mul(&t),
    ];
    let [expected_loadings, expected_mixed, expected_residuals] = &expected;
    let [observed_loadings, observed_mixed, observed_residuals] = &observed;
    let newton = second_derivatives(
        &(observed_loadings - expected_loadings),
        &(observed_mixed - expected_mixed),
        &(observed_residuals - expected_residuals),
    );
    let cholesky = match newton.cholesky() {
        Some(convex) => convex,
        None => second_derivatives(expected_loadings, expected_mixed, expected_residuals).cholesky()?,
    };
    let step = cholesky.solve(&gradient);
    step.iter().all(|value| value.is_finite()).then(|| -step)
}

fn second_derivatives(loadings: &DMatrix<f64>, mixed: &DMatrix<f64>, residuals: &DMatrix<f64>) -> DMatrix<f64> {
    let n_items = loadings.nrows();
    let mut matrix = DMatrix::zeros(2 * n_items, 2 * n_items);
    matrix.view_mut((0, 0), (n_items, n_items)).copy_from(loadings);
    matrix.view_mut((0, n_items), (n_items, n_items)).copy_from(mixed);
    matrix.view_mut((n_items, 0), (n_items, n_items)).copy_from(&mixed.transpose());
    matrix.view_mut((n_items, n_items), (n_items, n_items)).copy_from(residuals);
    matrix
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
