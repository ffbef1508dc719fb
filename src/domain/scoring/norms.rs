//! Standard scores: where a raw score stands in a reference group.
//!
//! A norm without its number of people, date and population says nothing: callers keep the three beside it.

use libm::erfc;
use statrs::function::erf::erfc_inv;
use thiserror::Error;

/// Why a score cannot be placed in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NormError {
    #[error("a norm needs two people at least")]
    TooFewPeople,
    #[error("everybody in the group has the same score")]
    NoSpread,
    #[error("a score is not a finite number")]
    NotFinite,
    #[error("the percentile is not strictly between 0 and 100")]
    BeyondTheGroup,
}

/// A reference group: its raw scores in order, their mean and standard deviation (n − 1).
#[derive(Debug, Clone, PartialEq)]
pub struct NormGroup {
    scores: Vec<f64>,
    mean: f64,
    sd: f64,
}

impl NormGroup {
    /// Builds the group from the raw scores of its people.
    pub fn new(mut scores: Vec<f64>) -> Result<Self, NormError> {
        if scores.iter().any(|score| !score.is_finite()) {
            return Err(NormError::NotFinite);
        }
        if scores.len() < 2 {
            return Err(NormError::TooFewPeople);
        }
        scores.sort_by(f64::total_cmp);
        if scores.first() == scores.last() {
            return Err(NormError::NoSpread);
        }
        let n = scores.len() as f64;
        let mean = scores.iter().sum::<f64>() / n;
        let sd = (scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
        Ok(Self { scores, mean, sd })
    }

    pub fn n_persons(&self) -> usize {
        self.scores.len()
    }

    pub fn mean(&self) -> f64 {
        self.mean
    }

    pub fn sd(&self) -> f64 {
        self.sd
    }

    /// Returns the distinct raw scores in order, each with its number of people.
    pub fn distinct(&self) -> impl Iterator<Item = (f64, usize)> {
        self.scores.chunk_by(|left, right| left == right).filter_map(|tie| Some((*tie.first()?, tie.len())))
    }

    /// Returns z = (x − M) / SD in this group.
    pub fn z(&self, raw: f64) -> f64 {
        (raw - self.mean) / self.sd
    }

    /// Returns the percentile rank (Crawford, Garthwaite & Slick, 2009): 100 · (m + k/2) / n.
    ///
    /// m: people below the raw score, k: people who have it, n: people of the group.
    pub fn percentile_rank(&self, raw: f64) -> f64 {
        let below = self.scores.partition_point(|&score| score < raw);
        let up_to = self.scores.partition_point(|&score| score <= raw);
        100.0 * (below + up_to) as f64 / (2 * self.scores.len()) as f64
    }
}

/// Returns z = (x − M) / SD, where M and SD are the group's mean and standard deviation.
pub fn z(raw: f64, mean: f64, sd: f64) -> Result<f64, NormError> {
    if ![raw, mean, sd].iter().all(|value| value.is_finite()) {
        return Err(NormError::NotFinite);
    }
    if sd <= 0.0 { Err(NormError::NoSpread) } else { Ok((raw - mean) / sd) }
}

/// Returns the T score (McCall, 1922): T = 50 + 10 z.
pub fn t_score(z: f64) -> f64 {
    50.0 + 10.0 * z
}

/// Returns the sten (Cattell): ⌊5.5 + 2 z + ½⌋ held between 1 and 10.
pub fn sten(z: f64) -> u8 {
    (5.5 + 2.0 * z + 0.5).floor().clamp(1.0, 10.0) as u8
}

/// Returns the stanine (US Army Air Forces, 1942): ⌊5 + 2 z + ½⌋ held between 1 and 9.
pub fn stanine(z: f64) -> u8 {
    (5.0 + 2.0 * z + 0.5).floor().clamp(1.0, 9.0) as u8
}

/// Returns the percentile that z would have in a normal distribution: 100 · Φ(z).
pub fn normal_percentile(z: f64) -> f64 {
    50.0 * erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Returns the normalised T score: T = 50 + 10 · Φ⁻¹(PR / 100), where PR is a percentile rank.
///
/// Refused outside ]0, 100[, where the group says only "beyond".
pub fn normalised_t(percentile_rank: f64) -> Result<f64, NormError> {
    if !(percentile_rank > 0.0 && percentile_rank < 100.0) {
        return Err(NormError::BeyondTheGroup);
    }
    Ok(50.0 - 10.0 * std::f64::consts::SQRT_2 * erfc_inv(percentile_rank / 50.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    // R 4.2.2, block `norms` of the oracle: mean 24.3, SD 5.7.
    #[test]
    fn a_raw_score_of_27_is_placed_as_r_places_it() {
        let z = z(27.0, 24.3, 5.7).unwrap();
        assert!(close(z, 0.473_684_210_526_3) && close(t_score(z), 54.736_842_105_263));
        assert_eq!((sten(z), stanine(z)), (6, 6));
        assert!(close(normal_percentile(z), 68.213_744_274_514));
    }

    #[test]
    fn stens_and_stanines_stay_inside_their_scale() {
        assert_eq!((sten(-9.0), sten(9.0), stanine(-9.0), stanine(9.0)), (1, 10, 1, 9));
    }

    // qnorm(.975) = 1.959963984540054 (R).
    #[test]
    fn the_97_5th_percentile_is_1_96_deviations_up() {
        assert!(close(normalised_t(97.5).unwrap(), 69.599_639_845_400_54));
        assert!(close(normalised_t(50.0).unwrap(), 50.0));
    }

    #[test]
    fn a_percentile_counts_half_of_the_equals() {
        let group = NormGroup::new(vec![1.0, 2.0, 2.0, 3.0]).unwrap();
        assert_eq!(group.percentile_rank(2.0), 50.0);
        assert_eq!(group.percentile_rank(1.0), 12.5);
        assert_eq!(group.percentile_rank(2.5), 75.0);
        assert_eq!(group.distinct().collect::<Vec<_>>(), [(1.0, 1), (2.0, 2), (3.0, 1)]);
    }

    #[test]
    fn a_group_that_cannot_be_a_norm_is_refused() {
        assert_eq!(NormGroup::new(vec![]), Err(NormError::TooFewPeople));
        assert_eq!(NormGroup::new(vec![4.0]), Err(NormError::TooFewPeople));
        assert_eq!(NormGroup::new(vec![4.0, 4.0]), Err(NormError::NoSpread));
        assert_eq!(NormGroup::new(vec![4.0, f64::NAN]), Err(NormError::NotFinite));
        assert_eq!(normalised_t(0.0), Err(NormError::BeyondTheGroup));
        assert_eq!(normalised_t(100.0), Err(NormError::BeyondTheGroup));
    }
}
