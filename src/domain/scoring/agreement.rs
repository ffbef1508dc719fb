//! How far two observers agree who rated the same acts of the same person.

use thiserror::Error;

/// Why the agreement of two observers is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AgreementError {
    #[error("the two observers rated no act in common")]
    NothingInCommon,
    #[error("a rating is not one of the {categories} points of the scale")]
    NoSuchPoint { categories: usize },
    /// Both gave one same point everywhere: chance alone would agree as well.
    #[error("the ratings do not vary")]
    NoSpread,
}

/// How much two points that differ disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// All differences alike (Cohen, 1960).
    Nominal,
    /// |i − j|.
    Linear,
    /// (i − j)²: for ordered points it is the intraclass correlation (Fleiss & Cohen, 1973).
    Quadratic,
}

impl Weights {
    fn disagreement(self, left: usize, right: usize) -> f64 {
        let distance = left.abs_diff(right) as f64;
        match self {
            Weights::Nominal => f64::from(u8::from(left != right)),
            Weights::Linear => distance,
            Weights::Quadratic => distance * distance,
        }
    }
}

/// The agreement of two observers over the acts that both rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    pub n_acts: usize,
    pub n_same: usize,
    /// Rated alike, or one point apart.
    pub n_near: usize,
    /// Weighted kappa with quadratic weights; `None` where the ratings do not vary.
    pub kappa: Option<f64>,
}

/// Compares two observers. Each pair holds the indices of the points given to one act, below `categories`.
///
/// # Errors
/// Returns why there is nothing to compare.
pub fn agreement(pairs: &[(usize, usize)], categories: usize) -> Result<Agreement, AgreementError> {
    let kappa = match kappa(pairs, categories, Weights::Quadratic) {
        Ok(kappa) => Some(kappa),
        Err(AgreementError::NoSpread) => None,
        Err(error) => return Err(error),
    };
    let within = |most: usize| pairs.iter().filter(|(left, right)| left.abs_diff(*right) <= most).count();
    Ok(Agreement { n_acts: pairs.len(), n_same: within(0), n_near: within(1), kappa })
}

/// Returns Cohen's weighted kappa (1968, *Psychological Bulletin* 70, 213–220): κ = 1 − Σ v·o / Σ v·e.
///
/// v is the disagreement of two points, o how often the two observers gave them together, e how often chance would,
/// from how often each observer gives each point.
///
/// # Errors
/// Returns why κ is not defined.
pub fn kappa(pairs: &[(usize, usize)], categories: usize, weights: Weights) -> Result<f64, AgreementError> {
    if pairs.is_empty() {
        return Err(AgreementError::NothingInCommon);
    }
    if pairs.iter().any(|(left, right)| (*left).max(*right) >= categories) {
        return Err(AgreementError::NoSuchPoint { categories });
    }
    let n = pairs.len() as f64;
    let observed: f64 = pairs.iter().map(|(left, right)| weights.disagreement(*left, *right)).sum::<f64>() / n;
    let expected: f64 = pairs
        .iter()
        .flat_map(|(left, _)| pairs.iter().map(|(_, right)| weights.disagreement(*left, *right)))
        .sum::<f64>()
        / (n * n);
    if expected > 0.0 { Ok(1.0 - observed / expected) } else { Err(AgreementError::NoSpread) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One pair for each count of a table.
    fn pairs<const N: usize>(table: [[usize; N]; N]) -> Vec<(usize, usize)> {
        let cells = table.iter().enumerate().flat_map(|(left, row)| {
            row.iter().enumerate().flat_map(move |(right, n)| std::iter::repeat_n((left, right), *n))
        });
        cells.collect()
    }

    /// Agresti (1990, p. 371): 91 couples, four points.
    const SEXUAL_FUN: [[usize; 4]; 4] = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];

    #[test]
    fn kappas_of_agrestis_couples_are_those_of_vcd() {
        // R, vcd: Kappa(SexualFun): unweighted 0.1293, equal-spacing weights 0.2374.
        let pairs = pairs(SEXUAL_FUN);
        assert_eq!(pairs.len(), 91);
        assert!((kappa(&pairs, 4, Weights::Nominal).unwrap() - 0.1293).abs() < 5e-5);
        assert!((kappa(&pairs, 4, Weights::Linear).unwrap() - 0.2374).abs() < 5e-5);
    }

    #[test]
    fn the_quadratic_kappa_of_nine_ratings_is_that_of_psych() {
        // R, psych: cohen.kappa(cbind(1:9, c(1,3,1,6,1,5,5,6,7))): unweighted 0.00, weighted 0.68.
        let second = [1, 3, 1, 6, 1, 5, 5, 6, 7];
        let pairs: Vec<(usize, usize)> =
            second.into_iter().enumerate().map(|(first, point)| (first, point - 1)).collect();
        assert!(kappa(&pairs, 9, Weights::Nominal).unwrap().abs() < 1e-12);
        assert!((kappa(&pairs, 9, Weights::Quadratic).unwrap() - 0.68).abs() < 5e-3);
    }

    #[test]
    fn the_same_ratings_agree_wholly() {
        let found = agreement(&[(0, 0), (2, 2), (3, 3)], 4).unwrap();
        assert_eq!(found, Agreement { n_acts: 3, n_same: 3, n_near: 3, kappa: Some(1.0) });
    }

    #[test]
    fn ratings_that_do_not_vary_have_no_kappa() {
        let found = agreement(&[(2, 2), (2, 2)], 4).unwrap();
        assert_eq!(found, Agreement { n_acts: 2, n_same: 2, n_near: 2, kappa: None });
    }

    #[test]
    fn nothing_in_common_has_no_agreement() {
        assert_eq!(agreement(&[], 4), Err(AgreementError::NothingInCommon));
        assert_eq!(agreement(&[(1, 4)], 4), Err(AgreementError::NoSuchPoint { categories: 4 }));
    }
}
