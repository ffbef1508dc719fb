//! How far two observers agree who rated the same acts, or took the same measures, of the same people.

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
    #[error("a comparison needs two people at least")]
    TooFewPeople,
}

/// What a coefficient of agreement says in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// No better than chance.
    Absent,
    Weak,
    Moderate,
    Good,
    Excellent,
}

/// Returns what a weighted kappa says: Landis and Koch (1977, *Biometrics* 33, 159–174), their two lowest steps as one.
pub fn strength_of_kappa(kappa: f64) -> Strength {
    match kappa {
        _ if kappa <= 0.0 => Strength::Absent,
        _ if kappa <= 0.4 => Strength::Weak,
        _ if kappa <= 0.6 => Strength::Moderate,
        _ if kappa <= 0.8 => Strength::Good,
        _ => Strength::Excellent,
    }
}

/// Returns what an intraclass correlation says: Koo and Li (2016, *Journal of Chiropractic Medicine* 15, 155–163).
pub fn strength_of_icc(icc: f64) -> Strength {
    match icc {
        _ if icc <= 0.0 => Strength::Absent,
        _ if icc < 0.5 => Strength::Weak,
        _ if icc < 0.75 => Strength::Moderate,
        _ if icc < 0.9 => Strength::Good,
        _ => Strength::Excellent,
    }
}

/// Returns how many people a weighted kappa asks for before it concludes: 2k² for k points (Cicchetti & Fleiss, 1977,
/// *Applied Psychological Measurement* 1, 195–201). The acts of one person do not count as so many people.
pub fn enough_for_kappa(categories: usize) -> usize {
    2 * categories * categories
}

/// How many people an intraclass correlation asks for before it concludes (Koo & Li, 2016).
pub const ENOUGH_FOR_ICC: usize = 30;

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

/// Returns the intraclass correlation ICC(2,1) of single measures by any observers, in absolute agreement (Shrout & Fleiss,
/// 1979, *Psychological Bulletin* 86, 420–428): (B − E) / (B + (k − 1) E + k (J − E) / n).
///
/// B is the mean square between the n people, J between the k observers, E of what is left.
///
/// # Errors
/// Returns why it is not defined.
pub fn icc<const K: usize>(people: &[[f64; K]]) -> Result<f64, AgreementError> {
    if K < 2 {
        return Err(AgreementError::NothingInCommon);
    }
    if people.len() < 2 {
        return Err(AgreementError::TooFewPeople);
    }
    let (n, k) = (people.len() as f64, K as f64);
    let grand = people.iter().flatten().sum::<f64>() / (n * k);
    let square = |value: f64| (value - grand) * (value - grand);
    let between: f64 = people.iter().map(|one| square(one.iter().sum::<f64>() / k)).sum::<f64>() * k;
    let mut observer_sums = [0.0; K];
    for one in people {
        observer_sums.iter_mut().zip(one).for_each(|(sum, value)| *sum += value);
    }
    let observers: f64 = observer_sums.iter().map(|sum| square(sum / n)).sum::<f64>() * n;
    let total: f64 = people.iter().flatten().map(|value| square(*value)).sum();
    let (b, j) = (between / (n - 1.0), observers / (k - 1.0));
    let e = (total - between - observers) / ((n - 1.0) * (k - 1.0));
    let whole = b + (k - 1.0) * e + k * (j - e) / n;
    if total > 0.0 && whole > 0.0 { Ok((b - e) / whole) } else { Err(AgreementError::NoSpread) }
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

    /// Shrout & Fleiss (1979, table 2): six people, four judges.
    const JUDGES: [[f64; 4]; 6] = [
        [9.0, 2.0, 5.0, 8.0],
        [6.0, 1.0, 3.0, 2.0],
        [8.0, 4.0, 6.0, 8.0],
        [7.0, 1.0, 2.0, 6.0],
        [10.0, 5.0, 6.0, 9.0],
        [6.0, 2.0, 4.0, 7.0],
    ];

    #[test]
    fn the_intraclass_correlation_of_four_judges_is_that_of_shrout_and_fleiss() {
        // Shrout & Fleiss (1979, table 4): ICC(2,1) = .29.
        assert!((icc(&JUDGES).unwrap() - 0.29).abs() < 5e-3);
    }

    #[test]
    fn measures_of_one_person_or_all_alike_have_no_intraclass_correlation() {
        assert_eq!(icc(&[[420.0, 415.0]]), Err(AgreementError::TooFewPeople));
        assert_eq!(icc(&[[12.0, 12.0], [12.0, 12.0]]), Err(AgreementError::NoSpread));
    }

    #[test]
    fn words_change_at_the_published_steps() {
        let kappas = [0.0, 0.4, 0.41, 0.61, 0.81].map(strength_of_kappa);
        use Strength::{Absent, Excellent, Good, Moderate, Weak};
        assert_eq!(kappas, [Absent, Weak, Moderate, Good, Excellent]);
        let iccs = [-0.1, 0.49, 0.5, 0.75, 0.9].map(strength_of_icc);
        assert_eq!(iccs, [Absent, Weak, Moderate, Good, Excellent]);
    }

    #[test]
    fn four_points_ask_for_thirty_two_people() {
        assert_eq!(enough_for_kappa(4), 32);
    }
}
