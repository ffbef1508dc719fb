//! The score of each scale of one sitting.

use std::collections::BTreeMap;

use super::likert;
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
    let values: Vec<Option<f64>> = scale
        .keys
        .iter()
        .map(|key| {
            let item = assessment.item(&key.item)?;
            keyed_value(item, key, scale.method, responses.get(&key.item)?)
        })
        .collect();
    let n_items = scale.keys.len();
    // A checked scale has items and a share in ]0, 1]: were it not so, every item would be needed.
    let needed = likert::needed_answers(n_items, scale.minimum_answered).unwrap_or(n_items).max(1);
    let outcome = match likert::score(&values, needed) {
        Ok(score) => Outcome::Scored {
            value: score.mean,
            error: score.standard_error,
            n_answered: score.n_answered,
            band: read_band(&scale.bands, score.mean, score.standard_error),
        },
        Err(_) => Outcome::TooFewAnswers { n_answered: values.iter().flatten().count(), needed },
    };
    ScaleScore { scale: scale.id.clone(), n_items, outcome }
}

fn keyed_value(item: &Item, key: &Key, method: Method, response: &Response) -> Option<f64> {
    match (method, &item.kind, response) {
        (Method::Mean, ItemKind::Likert { points }, Response::Given(Answer::Point(value))) => {
            let (low, high) = point_bounds(points);
            Some(match key.direction {
                Direction::Positive => *value,
                Direction::Reversed => likert::reverse(*value, low, high),
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
