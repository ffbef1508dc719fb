//! Whether a score has changed: nothing is claimed that the error of measurement could explain.

use super::reliability::reliable_change;
use crate::domain::assessment::{Method, Scale};

/// Beyond so many standard errors a difference is more than the error of measurement: 95 %, two-sided.
pub const SURE: f64 = 1.96;

/// One score with its error, in the units of its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    pub value: f64,
    pub error: Option<f64>,
    pub n_answered: usize,
}

/// What may be said of a difference between two scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Up,
    Down,
    /// The difference is within its error, or its error is not known.
    NotClaimed,
}

/// Where the error of a difference comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The published reliability and the spread of its norm (Jacobson & Truax, 1991).
    Published,
    /// The errors of this person's own two scores.
    Answers,
}

/// The difference between two scores of one person on one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The later less the earlier.
    pub difference: f64,
    /// Its standard error; `None` where it is not known.
    pub error: Option<f64>,
    pub basis: Basis,
}

impl Change {
    pub fn verdict(&self) -> Verdict {
        verdict(self.difference, self.error)
    }
}

/// Returns what may be said of a difference: a change only beyond 1.96 standard errors.
pub fn verdict(difference: f64, error: Option<f64>) -> Verdict {
    match error {
        Some(error) if error > 0.0 && difference.abs() > SURE * error => {
            if difference > 0.0 {
                Verdict::Up
            } else {
                Verdict::Down
            }
        }
        Some(_) | None => Verdict::NotClaimed,
    }
}

/// Compares two scores of one person; `None` where the scale has none to compare: an order inside the person, no score.
///
/// With a published reliability r and a norm, the error is SD·√2·√(1 − r) (Jacobson & Truax, 1991, *Journal of
/// Consulting and Clinical Psychology* 59). Else it is that of the two scores, taken as independent; answers that are
/// all alike give an error of 0, which tells nothing and is held for unknown.
pub fn between(scale: &Scale, before: Measure, after: Measure) -> Option<Change> {
    let difference = after.value - before.value;
    if let Some(error) = published_error(scale) {
        return Some(Change { difference, error: Some(error), basis: Basis::Published });
    }
    let both = before.error.zip(after.error).filter(|(first, second)| *first > 0.0 && *second > 0.0);
    let error = match scale.method {
        Method::MostLeast { .. } | Method::Rank { .. } | Method::Unscored => return None,
        Method::Proportion => Some(proportions_error(before, after)),
        Method::Mean | Method::Sum | Method::Theta | Method::Difference { .. } => {
            both.map(|(first, second)| first.hypot(second))
        }
    };
    Some(Change { difference, error, basis: Basis::Answers })
}

/// The error that makes a reliable change index of 1 for a difference of 1.
fn published_error(scale: &Scale) -> Option<f64> {
    let (reliability, norm) = scale.reliability.as_ref().zip(scale.norm.as_ref())?;
    let index = reliable_change(0.0, 1.0, norm.sd, reliability.value).ok()?;
    (index > 0.0).then_some(1.0 / index)
}

/// Returns the standard error of the difference of two proportions (Agresti & Caffo, 2000, *The American Statistician*
/// 54): one success and one failure are added to each, so that two perfect scores do not look certain.
pub fn proportions_error(first: Measure, second: Measure) -> f64 {
    let variance = |measure: Measure| {
        let n = measure.n_answered as f64;
        let p = (measure.value * n + 1.0) / (n + 2.0);
        p * (1.0 - p) / (n + 2.0)
    };
    (variance(first) + variance(second)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::{Metric, Norm, Reliability, ScaleId};

    fn scale(method: Method) -> Scale {
        Scale {
            id: ScaleId("s".to_owned()),
            title: String::new(),
            method,
            keys: Vec::new(),
            minimum_answered: 0.8,
            min: 0.0,
            max: 60.0,
            reliability: None,
            norm: None,
            metric: Metric::Raw,
            bands: Vec::new(),
        }
    }

    fn with_reliability(sd: f64, value: f64) -> Scale {
        let reliability = Reliability { coefficient: "alpha".to_owned(), value, n: 200, source: String::new() };
        let norm = Norm { population: String::new(), n: 200, date: String::new(), mean: 20.0, sd, ranks: Vec::new() };
        Scale { reliability: Some(reliability), norm: Some(norm), ..scale(Method::Sum) }
    }

    fn measure(value: f64, error: Option<f64>) -> Measure {
        Measure { value, error, n_answered: 8 }
    }

    #[test]
    fn the_example_of_jacobson_and_truax_is_a_change() {
        // 1991, p. 14: 32.5 then 47.5, SD 7.5, r = .80: the difference is 3.16 standard errors of 4.74.
        let change = between(&with_reliability(7.5, 0.80), measure(32.5, None), measure(47.5, None)).unwrap();
        assert!((change.error.unwrap() - 4.743).abs() < 1e-3);
        assert!((change.difference / change.error.unwrap() - 3.16).abs() < 5e-3);
        assert_eq!((change.verdict(), change.basis), (Verdict::Up, Basis::Published));
    }

    #[test]
    fn a_gain_of_five_points_with_a_reliability_of_82_is_no_change() {
        // reference_classical.json: SD 5.7, α .82: the index is 1.46.
        let change = between(&with_reliability(5.7, 0.82), measure(22.0, None), measure(27.0, None)).unwrap();
        assert_eq!(change.verdict(), Verdict::NotClaimed);
    }

    #[test]
    fn without_reliability_the_errors_of_both_scores_decide() {
        let compare = |after: f64| {
            let change = between(&scale(Method::Mean), measure(3.0, Some(0.3)), measure(after, Some(0.4)));
            change.unwrap().verdict()
        };
        // √(.3² + .4²) = .5: 1.96 · .5 = .98.
        assert_eq!(compare(3.97), Verdict::NotClaimed);
        assert_eq!(compare(3.99), Verdict::Up);
        assert_eq!(compare(2.01), Verdict::Down);
    }

    #[test]
    fn an_error_of_zero_claims_nothing() {
        let change = between(&scale(Method::Mean), measure(1.0, Some(0.0)), measure(5.0, Some(0.2))).unwrap();
        assert_eq!((change.error, change.verdict()), (None, Verdict::NotClaimed));
        assert_eq!(verdict(2.0, None), Verdict::NotClaimed);
    }

    #[test]
    fn two_perfect_scores_of_eight_are_not_certain() {
        let change = between(&scale(Method::Proportion), measure(1.0, Some(0.0)), measure(1.0, Some(0.0))).unwrap();
        // p = 9/10, n + 2 = 10: √(2 · .09 / 10).
        assert!((change.error.unwrap() - 0.134_164_078_649_987).abs() < 1e-12);
    }

    #[test]
    fn an_order_inside_the_person_is_not_compared() {
        let rank = Method::Rank { dimension: "a".to_owned() };
        assert_eq!(between(&scale(rank), measure(1.0, None), measure(3.0, None)), None);
        let most_least = Method::MostLeast { dimension: "a".to_owned() };
        assert_eq!(between(&scale(most_least), measure(1.0, None), measure(3.0, None)), None);
    }
}
