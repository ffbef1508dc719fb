//! The score of each scale of one sitting.

use std::collections::BTreeMap;

use crate::domain::assessment::{
    Assessment, Band, Direction, Item, ItemId, ItemKind, Key, Method, Scale, ScaleId, point_bounds,
};
use crate::domain::response::{Answer, Missing, Response};

/// One scale's result.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleScore {
    pub scale: ScaleId,
    pub n_items: usize,
    pub outcome: Outcome,
}

/// A score with its error, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Scored {
        /// In the units of the scale, `scale.min ..= scale.max`.
        value: f64,
        /// Conditional absolute standard error of measurement, in the same units; `None` with fewer than two answers.
        error: Option<f64>,
        n_answered: usize,
        band: Option<BandReading>,
    },
    TooFewAnswers {
        n_answered: usize,
        needed: usize,
    },
}

/// Which words apply: one band, or two neighbours when the score is within one error of their cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandReading {
    Within(usize),
    Between(usize, usize),
}

/// Scores every scale of `assessment` from the responses of one sitting; an absent item was not seen.
pub fn score(assessment: &Assessment, responses: &BTreeMap<ItemId, Response>) -> Vec<ScaleScore> {
    assessment.scales().iter().map(|scale| score_scale(assessment, scale, responses)).collect()
}

fn score_scale(assessment: &Assessment, scale: &Scale, responses: &BTreeMap<ItemId, Response>) -> ScaleScore {
    let values: Vec<f64> = scale
        .keys
        .iter()
        .filter_map(|key| {
            let item = assessment.item(&key.item)?;
            keyed_value(item, key, scale.method, responses.get(&key.item)?)
        })
        .collect();
    let n_items = scale.keys.len();
    let needed = needed_answers(scale);
    let outcome = if values.len() < needed {
        Outcome::TooFewAnswers { n_answered: values.len(), needed }
    } else {
        let value = mean(&values);
        let error = conditional_error(&values);
        Outcome::Scored { value, error, n_answered: values.len(), band: read_band(&scale.bands, value, error) }
    };
    ScaleScore { scale: scale.id.clone(), n_items, outcome }
}

/// Returns the fewest answers that make a score: the smallest count whose share reaches the minimum, at least one.
fn needed_answers(scale: &Scale) -> usize {
    let n = scale.keys.len();
    // 0.8 × 5 is 4.000000000000001 in binary: without the tolerance four of five would be refused.
    (1..=n).find(|count| *count as f64 / n as f64 >= scale.minimum_answered - 1e-9).unwrap_or(n).max(1)
}

fn keyed_value(item: &Item, key: &Key, method: Method, response: &Response) -> Option<f64> {
    match (method, &item.kind, response) {
        (Method::Mean, ItemKind::Likert { points }, Response::Given(Answer::Point(value))) => {
            let (low, high) = point_bounds(points);
            Some(match key.direction {
                Direction::Positive => *value,
                Direction::Reversed => low + high - value,
            })
        }
        (Method::Proportion, kind, Response::Given(answer)) => Some(f64::from(u8::from(is_right(kind, answer)))),
        (Method::Proportion, _, Response::Missing(Missing::DoesNotKnow)) => Some(0.0),
        _ => None,
    }
}

/// Returns whether the answer is the right one. A number is right within the tolerance of its item.
pub fn is_right(kind: &ItemKind, answer: &Answer) -> bool {
    match (kind, answer) {
        (ItemKind::SingleChoice { correct: Some(right), .. }, Answer::Choice(chosen)) => right == chosen,
        (ItemKind::Number { correct: Some(right), tolerance, .. }, Answer::Number(given)) => {
            (right - given).abs() <= tolerance + 1e-9
        }
        _ => false,
    }
}

/// Returns the arithmetic mean of at least one value.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Conditional absolute standard error of a mean of items, from the person's own answers:
/// σ(Δ) = √( Σ(xᵢ − x̄)² / (n(n − 1)) ).
///
/// Brennan, R. L. (1998). Raw-score conditional standard errors of measurement in generalizability theory.
/// *Applied Psychological Measurement*, 22(4), 307–331, single-facet design. With right/wrong items it is the
/// binomial error of Lord (1955) divided by n. xᵢ: keyed item score, n: answered items. It needs no sample and
/// no norm; `None` with fewer than two answers. Identical answers give 0: the items tell nothing of the error.
fn conditional_error(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let centre = mean(values);
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    (values.len() > 1).then(|| (squares / (n * (n - 1.0))).sqrt())
}

/// Returns the band of a score; two bands when a cut is nearer than one standard error.
pub fn read_band(bands: &[Band], value: f64, error: Option<f64>) -> Option<BandReading> {
    let last = bands.len().checked_sub(1)?;
    let within = bands.iter().position(|band| value < band.max).unwrap_or(last);
    let near = |cut: f64| error.is_some_and(|error| (value - cut).abs() < error);
    let band = bands.get(within)?;
    let below = (within > 0 && near(band.min)).then(|| (value - band.min).abs());
    let above = (within < last && near(band.max)).then(|| (band.max - value).abs());
    Some(match (below, above) {
        (None, None) => BandReading::Within(within),
        (Some(down), Some(up)) if up < down => BandReading::Between(within, within + 1),
        (None, Some(_)) => BandReading::Between(within, within + 1),
        (Some(_), _) => BandReading::Between(within - 1, within),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(min: f64, max: f64) -> Band {
        Band { min, max, title: String::new(), for_person: String::new(), for_counsellor: String::new() }
    }

    #[test]
    fn the_error_of_right_and_wrong_answers_is_lords_binomial_error() {
        // Lord (1955): SEM of the number right = √(x(n − x)/(n − 1)); 12 right of 16: √(12 × 4 / 15) = 1.788854.
        let mut values = vec![1.0; 12];
        values.extend([0.0; 4]);
        let error = conditional_error(&values).unwrap();
        assert!((error * 16.0 - 1.788_854).abs() < 1e-6);
    }

    #[test]
    fn one_answer_tells_no_error() {
        assert_eq!(conditional_error(&[3.0]), None);
    }

    #[test]
    fn a_score_on_a_cut_belongs_to_the_upper_band() {
        let bands = [band(1.0, 2.6), band(2.6, 3.4), band(3.4, 5.0)];
        assert_eq!(read_band(&bands, 2.6, None), Some(BandReading::Within(1)));
        assert_eq!(read_band(&bands, 5.0, None), Some(BandReading::Within(2)));
    }

    #[test]
    fn a_score_near_a_cut_is_between_two_bands() {
        let bands = [band(1.0, 2.6), band(2.6, 3.4), band(3.4, 5.0)];
        assert_eq!(read_band(&bands, 2.5, Some(0.2)), Some(BandReading::Between(0, 1)));
        assert_eq!(read_band(&bands, 3.3, Some(0.2)), Some(BandReading::Between(1, 2)));
        assert_eq!(read_band(&bands, 2.5, Some(0.05)), Some(BandReading::Within(0)));
    }
}
