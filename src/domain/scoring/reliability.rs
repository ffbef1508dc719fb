//! How far a score can be trusted: reliability coefficients, error bands and what counts as a change.

use nalgebra::DMatrix;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};
use thiserror::Error;

use super::one_factor::{self, OneFactorError};

/// Why a reliability or an error band is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum ReliabilityError {
    #[error("{0} items: two are needed")]
    TooFewItems(usize),
    #[error("{0} people: two are needed")]
    TooFewPeople(usize),
    #[error("the total score does not vary")]
    NoSpread,
    #[error("the reliability {0} is outside its range")]
    ReliabilityOutOfRange(f64),
    #[error("a number is not finite, or negative where it cannot be")]
    NotANumberHere,
    #[error(transparent)]
    OneFactor(#[from] OneFactorError),
}

/// Returns Cronbach's α (1951, eq. 2): α = k/(k − 1) · (1 − Σσᵢ² / σₓ²).
///
/// k is the number of items, σᵢ² their variances and σₓ² the sum of all covariances, the variance of the total.
pub fn alpha(covariances: &DMatrix<f64>) -> Result<f64, ReliabilityError> {
    let n_items = covariances.nrows();
    if n_items < 2 {
        return Err(ReliabilityError::TooFewItems(n_items));
    }
    let (k, total) = (n_items as f64, covariances.sum());
    // Constant items leave rounding dust, not spread.
    if total.is_nan() || total <= 1e-12 * covariances.trace().max(f64::MIN_POSITIVE) {
        return Err(ReliabilityError::NoSpread);
    }
    Ok(k / (k - 1.0) * (1.0 - covariances.trace() / total))
}

/// Returns McDonald's ω total (1999, ch. 6) of a one-factor model: ω = (Σλ)² / ((Σλ)² + Σθ).
///
/// λ are the loadings and θ the residual variances, fitted by maximum likelihood.
pub fn omega(covariances: &DMatrix<f64>) -> Result<f64, ReliabilityError> {
    let factor = one_factor::fit(covariances)?;
    let common = factor.loadings.iter().sum::<f64>().powi(2);
    let total = common + factor.residual_variances.iter().sum::<f64>();
    if total > 0.0 { Ok(common / total) } else { Err(ReliabilityError::NoSpread) }
}

/// Returns the standard error of measurement (Gulliksen, 1950): SEM = SD · √(1 − r).
///
/// `reliability` may be negative, as α can be; it cannot exceed 1.
pub fn standard_error_of_measurement(sd: f64, reliability: f64) -> Result<f64, ReliabilityError> {
    spread(sd)?;
    if !reliability.is_finite() || reliability > 1.0 {
        return Err(ReliabilityError::ReliabilityOutOfRange(reliability));
    }
    Ok(sd * (1.0 - reliability).sqrt())
}

/// Returns the band x ± z · SE about a score.
pub fn band(score: f64, standard_error: f64, z: f64) -> (f64, f64) {
    (score - z * standard_error, score + z * standard_error)
}

/// A true score estimated from an observed one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrueScore {
    pub estimate: f64,
    /// Standard error of estimation.
    pub standard_error: f64,
}

/// Returns Kelley's (1947) estimate of the true score: M + r(x − M), with SE = SD · √(r(1 − r)).
///
/// M and SD are the group's mean and standard deviation, r the reliability in that group.
pub fn true_score(score: f64, mean: f64, sd: f64, reliability: f64) -> Result<TrueScore, ReliabilityError> {
    spread(sd)?;
    proportion(reliability)?;
    if !(score.is_finite() && mean.is_finite()) {
        return Err(ReliabilityError::NotANumberHere);
    }
    let standard_error = sd * (reliability * (1.0 - reliability)).sqrt();
    Ok(TrueScore { estimate: mean + reliability * (score - mean), standard_error })
}

/// Returns the standard error of the difference of two scales in the same metric: SD · √(2 − r₁ − r₂).
///
/// Anastasi & Urbina (1997, ch. 4): SD is common to both scales, r₁ and r₂ are their reliabilities.
pub fn difference_standard_error(sd: f64, first: f64, second: f64) -> Result<f64, ReliabilityError> {
    spread(sd)?;
    proportion(first)?;
    proportion(second)?;
    Ok(sd * (2.0 - first - second).sqrt())
}

/// Returns the reliable change index (Jacobson & Truax, 1991): (x₂ − x₁) / (SD · √2 · √(1 − r)).
///
/// Only beyond ±1.96 may a change be claimed.
pub fn reliable_change(before: f64, after: f64, sd: f64, reliability: f64) -> Result<f64, ReliabilityError> {
    if !(before.is_finite() && after.is_finite()) {
        return Err(ReliabilityError::NotANumberHere);
    }
    let error = standard_error_of_measurement(sd, reliability)?;
    if error > 0.0 {
        Ok((after - before) / (std::f64::consts::SQRT_2 * error))
    } else {
        Err(ReliabilityError::NoSpread)
    }
}

/// Returns Feldt's (1965) confidence interval of α.
///
/// 1 − (1 − α) · F(q; n − 1, (n − 1)(k − 1)) at q = 1 − (1 − C)/2 and (1 − C)/2: n people, k items, confidence C.
pub fn feldt_interval(
    alpha: f64,
    n_persons: usize,
    n_items: usize,
    confidence: f64,
) -> Result<(f64, f64), ReliabilityError> {
    if n_items < 2 {
        return Err(ReliabilityError::TooFewItems(n_items));
    }
    if n_persons < 2 {
        return Err(ReliabilityError::TooFewPeople(n_persons));
    }
    if !alpha.is_finite() || alpha > 1.0 {
        return Err(ReliabilityError::ReliabilityOutOfRange(alpha));
    }
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(ReliabilityError::NotANumberHere);
    }
    let people = (n_persons - 1) as f64;
    let fisher = FisherSnedecor::new(people, people * (n_items - 1) as f64)
        .map_err(|_degrees_of_freedom| ReliabilityError::NotANumberHere)?;
    let tail = (1.0 - confidence) / 2.0;
    let bound = |quantile| 1.0 - (1.0 - alpha) * fisher.inverse_cdf(quantile);
    Ok((bound(1.0 - tail), bound(tail)))
}

/// Returns the reliability of a test n times as long (Spearman, 1910; Brown, 1910): n r / (1 + (n − 1) r).
pub fn spearman_brown(reliability: f64, length: f64) -> Result<f64, ReliabilityError> {
    if !(length > 0.0 && length.is_finite()) {
        return Err(ReliabilityError::NotANumberHere);
    }
    let lengthened = 1.0 + (length - 1.0) * reliability;
    if !(reliability.abs() <= 1.0 && lengthened > 0.0) {
        return Err(ReliabilityError::ReliabilityOutOfRange(reliability));
    }
    Ok(length * reliability / lengthened)
}

fn spread(sd: f64) -> Result<(), ReliabilityError> {
    if sd.is_finite() && sd >= 0.0 { Ok(()) } else { Err(ReliabilityError::NotANumberHere) }
}

fn proportion(reliability: f64) -> Result<(), ReliabilityError> {
    if (0.0..=1.0).contains(&reliability) { Ok(()) } else { Err(ReliabilityError::ReliabilityOutOfRange(reliability)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    // Block `sem` of the oracle: SD 5.7, α .82, mean 24.3, score 27.
    #[test]
    fn a_score_of_27_lies_between_22_3_and_31_7() {
        let sem = standard_error_of_measurement(5.7, 0.82).unwrap();
        assert!(close(sem, 2.418_305_191_658));
        let (low, high) = band(27.0, sem, 1.959_963_984_540_054);
        assert!(close(low, 22.260_208_920_724) && close(high, 31.739_791_079_276));
    }

    #[test]
    fn the_true_score_is_drawn_to_the_mean() {
        let kelley = true_score(27.0, 24.3, 5.7, 0.82).unwrap();
        assert!(close(kelley.estimate, 26.514) && close(kelley.standard_error, 2.189_868_489_202));
    }

    #[test]
    fn a_gain_of_five_points_is_no_change() {
        assert!(close(reliable_change(22.0, 27.0, 5.7, 0.82).unwrap(), 1.461_988_304_094));
        assert!(close(difference_standard_error(5.7, 0.82, 0.82).unwrap(), 3.42));
    }

    #[test]
    fn a_test_twice_as_long_is_more_reliable() {
        assert!(close(spearman_brown(0.82, 2.0).unwrap(), 0.901_098_901_098_9));
    }

    // psychTools bfi, agreeableness, 2709 complete people (reference.json, scales_bfi).
    #[test]
    fn feldts_interval_of_bfi_agreeableness() {
        let (low, high) = feldt_interval(0.703_755_894_374_836, 2709, 5, 0.95).unwrap();
        assert!(close(low, 0.685_744_635_049_661), "{low}");
        assert!(close(high, 0.721_035_962_795_739), "{high}");
    }

    // 20 people on nine simulated items (sums of products, × 20); ω by lavaan 0.6.14, cfa(std.lv = TRUE). Fisher scoring
    // alone steps to and fro across this flat minimum.
    #[test]
    fn a_flat_minimum_is_reached() {
        #[rustfmt::skip]
        let sample = DMatrix::from_row_slice(9, 9, &[
            336.0, -140.0, 248.0, 52.0, 88.0, 148.0, 144.0, -44.0, 88.0,
            -140.0, 400.0, -60.0, 60.0, -140.0, -80.0, -20.0, 20.0, -20.0,
            248.0, -60.0, 324.0, 96.0, -76.0, 224.0, 82.0, -22.0, 94.0,
            52.0, 60.0, 96.0, 264.0, -64.0, 116.0, 88.0, 52.0, 136.0,
            88.0, -140.0, -76.0, -64.0, 384.0, -16.0, 72.0, -32.0, -76.0,
            148.0, -80.0, 224.0, 116.0, -16.0, 504.0, 132.0, -32.0, 44.0,
            144.0, -20.0, 82.0, 88.0, 72.0, 132.0, 291.0, -11.0, -23.0,
            -44.0, 20.0, -22.0, 52.0, -32.0, -32.0, -11.0, 131.0, 3.0,
            88.0, -20.0, 94.0, 136.0, -76.0, 44.0, -23.0, 3.0, 339.0,
        ]);
        assert!((omega(&sample).unwrap() - 0.575_832_144_312_7).abs() < 1e-6);
    }

    #[test]
    fn what_has_no_reliability_is_refused() {
        assert_eq!(alpha(&DMatrix::identity(1, 1)), Err(ReliabilityError::TooFewItems(1)));
        assert_eq!(alpha(&DMatrix::zeros(3, 3)), Err(ReliabilityError::NoSpread));
        assert_eq!(standard_error_of_measurement(5.7, 1.2), Err(ReliabilityError::ReliabilityOutOfRange(1.2)));
        assert_eq!(reliable_change(1.0, 2.0, 0.0, 0.8), Err(ReliabilityError::NoSpread));
        assert_eq!(feldt_interval(0.8, 1, 5, 0.95), Err(ReliabilityError::TooFewPeople(1)));
    }
}
