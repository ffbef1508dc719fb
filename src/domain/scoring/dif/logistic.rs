//! Logistic regression on grouped data, by Newton's method.

use nalgebra::{SMatrix, SVector};

const N_PREDICTORS: usize = 4;

/// People who share their predictors, the first of which is 1.
pub(super) struct Cell {
    pub predictors: [f64; N_PREDICTORS],
    pub right: f64,
    pub wrong: f64,
}

/// A model at its maximum.
pub(super) struct ClassifiedFit {
    pub log_likelihood: f64,
    pub n_persons: f64,
}

/// Fits the first `n_used` predictors; `None` when the data separate right from wrong and no maximum exists.
pub(super) fn fit(cells: &[Cell], n_used: usize) -> Option<ClassifiedFit> {
    let mut coefficients = SVector::<f64, N_PREDICTORS>::zeros();
    let mut best = log_likelihood(cells, &coefficients);
    for _ in 0..100 {
        let step = newton_step(cells, &coefficients, n_used)?;
        let (moved, reached) = std::iter::successors(Some(1.0), |length| Some(length / 2.0))
            .take(30)
            .map(|length| coefficients + length * step)
            .map(|moved| (moved, log_likelihood(cells, &moved)))
            .find(|(_, reached)| *reached >= best - 1e-12 * best.abs())?;
        let gain = reached - best;
        (coefficients, best) = (moved, reached);
        if step.amax() < 1e-9 || (gain.abs() <= 1e-14 * best.abs() && step.amax() < 1e-6) {
            let n_persons = cells.iter().map(|cell| cell.right + cell.wrong).sum();
            return (best < 0.0).then_some(ClassifiedFit { log_likelihood: best, n_persons });
        }
    }
    None
}

/// (XᵀWX)⁻¹ Xᵀ(y − p), W = p(1 − p); unused predictors keep a coefficient of 0.
fn newton_step(
    cells: &[Cell],
    coefficients: &SVector<f64, N_PREDICTORS>,
    n_used: usize,
) -> Option<SVector<f64, N_PREDICTORS>> {
    let mut gradient = SVector::<f64, N_PREDICTORS>::zeros();
    let mut information = SMatrix::<f64, N_PREDICTORS, N_PREDICTORS>::zeros();
    for cell in cells {
        let mut x = SVector::from(cell.predictors);
        x.iter_mut().skip(n_used).for_each(|value| *value = 0.0);
        let p = 1.0 / (1.0 + (-coefficients.dot(&x)).exp());
        let n = cell.right + cell.wrong;
        gradient += x * (cell.right - n * p);
        information += x * x.transpose() * (n * p * (1.0 - p));
    }
    let mut diagonal = information.diagonal();
    diagonal.iter_mut().take(n_used).for_each(|value| *value = 0.0);
    diagonal.iter_mut().skip(n_used).for_each(|value| *value = 1.0);
    information += SMatrix::from_diagonal(&diagonal);
    let step = information.cholesky()?.solve(&gradient);
    step.iter().all(|value| value.is_finite()).then_some(step)
}

/// Σ right · ln p + wrong · ln(1 − p), with ln p = −ln(1 + e^{−η}) kept from overflow.
fn log_likelihood(cells: &[Cell], coefficients: &SVector<f64, N_PREDICTORS>) -> f64 {
    let softplus = |x: f64| if x > 30.0 { x } else { x.exp().ln_1p() };
    cells
        .iter()
        .map(|cell| {
            let eta = coefficients.dot(&SVector::from(cell.predictors));
            -cell.right * softplus(-eta) - cell.wrong * softplus(eta)
        })
        .sum()
}
