//! Logistic regression on grouped data, by Newton's method.

use nalgebra::{SMatrix, SVector};

const N_PREDICTORS: usize = 4;
const MAX_STEPS: usize = 100;
/// Of log-likelihood. Newton's steps double their digits: what is left after such a gain is far smaller.
const SMALLEST_GAIN: f64 = 1e-12;

/// People who share their predictors, the first of which is 1.
pub(super) struct Cell {
    pub predictors: [f64; N_PREDICTORS],
    pub right: f64,
    pub wrong: f64,
}

/// A model at its maximum, or at the bound that its likelihood approaches.
pub(super) struct ClassifiedFit {
    pub log_likelihood: f64,
    pub n_persons: f64,
}

/// Fits the first `n_used` predictors.
///
/// Where they separate right from wrong in some cells, coefficients grow without end but the likelihood has a bound,
/// which is what the tests compare: steps stop when they gain nothing. `None` when everything is right or wrong.
pub(super) fn fit(cells: &[Cell], n_used: usize) -> Option<ClassifiedFit> {
    let answers = |of: fn(&Cell) -> f64| cells.iter().map(of).sum::<f64>();
    let (right, wrong) = (answers(|cell| cell.right), answers(|cell| cell.wrong));
    if right <= 0.0 || wrong <= 0.0 {
        return None;
    }
    let mut coefficients = SVector::<f64, N_PREDICTORS>::zeros();
    let mut best = log_likelihood(cells, &coefficients);
    for _ in 0..MAX_STEPS {
        // Fitted probabilities of 0 and 1 leave no information, and nothing to gain.
        let Some(step) = newton_step(cells, &coefficients, n_used) else { break };
        let lengths = std::iter::successors(Some(1.0), |length| Some(length / 2.0)).take(30);
        let candidates = lengths.map(|length| coefficients + length * step);
        let reached = candidates.map(|moved| (moved, log_likelihood(cells, &moved))).find(|(_, found)| *found >= best);
        let Some((moved, found)) = reached else { break };
        let gain = found - best;
        (coefficients, best) = (moved, found);
        if gain <= SMALLEST_GAIN {
            break;
        }
    }
    Some(ClassifiedFit { log_likelihood: best, n_persons: right + wrong })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(total: f64, right: f64, wrong: f64) -> Cell {
        Cell { predictors: [1.0, total, 0.0, 0.0], right, wrong }
    }

    // Every total above 0 is right and every one below wrong: the likelihood approaches that of the middle alone,
    // 2 ln ½.
    #[test]
    fn separated_answers_have_the_bound_of_their_likelihood() {
        let cells = [cell(-1.0, 0.0, 5.0), cell(0.0, 1.0, 1.0), cell(1.0, 5.0, 0.0)];
        let fitted = fit(&cells, 2).unwrap();
        assert!((fitted.log_likelihood + 2.0 * std::f64::consts::LN_2).abs() < 1e-9, "{}", fitted.log_likelihood);
        assert!(fit(&[cell(0.0, 3.0, 0.0)], 1).is_none());
    }
}
