//! The score of one scale, by its method, with its error and its band.
//!
//! A missing answer is never replaced. Where one answer is right, not knowing and running out of time are wrong answers.

use std::collections::BTreeMap;

use super::change::{Measure, proportions_error};
use super::irt::{NodeTable, expected_a_posteriori};
use super::{choice, likert};
use crate::domain::assessment::{
    Assessment, Band, Credit, Direction, Item, ItemId, ItemKind, Key, Method, OptionId, Scale, ScaleId, point_bounds,
};
use crate::domain::response::{Answer, Missing, Response};

/// The score of one scale in one sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleScore {
    pub scale: ScaleId,
    /// How many items count: those given, in an adaptive test.
    pub n_items: usize,
    pub outcome: Outcome,
}

/// A score, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Scored {
        /// In the units of the scale, `scale.min ..= scale.max`.
        value: f64,
        /// Standard error in the same units; `None` where the method has none or one answer is too few.
        error: Option<f64>,
        n_answered: usize,
        band: Option<BandReading>,
    },
    TooFewAnswers {
        n_answered: usize,
        needed: usize,
    },
    /// None of its items was asked: the answers before led elsewhere.
    NotAsked,
    /// The answers are kept and not scored.
    Unscored {
        n_answered: usize,
    },
}

/// Which words apply: one band, or two neighbours when the score is within one error of their cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandReading {
    Within(usize),
    Between(usize, usize),
}

/// Scores every scale of `assessment` from the responses of one sitting; an absent item was not asked.
///
/// `seed` is the sitting's: it makes again the items that were its own. 0 stands for the reference form.
pub fn score(assessment: &Assessment, responses: &BTreeMap<ItemId, Response>, seed: u64) -> Vec<ScaleScore> {
    let answers = Answers { assessment, responses, seed };
    let direct: Vec<ScaleScore> = assessment.scales().iter().map(|scale| answers.score(scale)).collect();
    let difference = |scale: &Scale| match &scale.method {
        Method::Difference { from, to } => Some(answers.difference(scale, from, to)),
        _ => None,
    };
    assessment.scales().iter().zip(direct).map(|(scale, score)| difference(scale).unwrap_or(score)).collect()
}

/// The answers of one sitting.
struct Answers<'a> {
    assessment: &'a Assessment,
    responses: &'a BTreeMap<ItemId, Response>,
    seed: u64,
}

impl Answers<'_> {
    fn score(&self, scale: &Scale) -> ScaleScore {
        let outcome = if scale.keys.iter().all(|key| !self.responses.contains_key(&key.item)) {
            Outcome::NotAsked
        } else {
            match &scale.method {
                Method::Mean | Method::Sum => self.mean(scale),
                Method::Proportion => self.proportion(scale),
                Method::MostLeast { dimension } => self.most_least(scale, dimension),
                Method::Rank { dimension } => self.rank(scale, dimension),
                Method::Theta => self.theta(scale),
                Method::Unscored | Method::Difference { .. } => Outcome::Unscored { n_answered: self.n_given(scale) },
            }
        };
        ScaleScore { scale: scale.id.clone(), n_items: self.n_items(scale), outcome }
    }

    fn n_items(&self, scale: &Scale) -> usize {
        match self.assessment.adaptive() {
            Some(_) => scale.keys.iter().filter(|key| self.responses.contains_key(&key.item)).count(),
            None => scale.keys.len(),
        }
    }

    fn n_given(&self, scale: &Scale) -> usize {
        let given = |key: &&Key| matches!(self.responses.get(&key.item), Some(Response::Given(_)));
        scale.keys.iter().filter(given).count()
    }

    fn mean(&self, scale: &Scale) -> Outcome {
        let value = |key: &Key| {
            let item = self.assessment.item(&key.item)?;
            keyed_value(item, key.direction, self.responses.get(&key.item)?)
        };
        let values: Vec<Option<f64>> = scale.keys.iter().map(value).collect();
        let needed = needed(scale);
        match likert::score(&values, needed) {
            Ok(score) => {
                let n = if scale.method == Method::Sum { score.n_items as f64 } else { 1.0 };
                scored(scale, score.mean * n, score.standard_error.map(|error| error * n), score.n_answered)
            }
            Err(_) => Outcome::TooFewAnswers { n_answered: values.iter().flatten().count(), needed },
        }
    }

    fn proportion(&self, scale: &Scale) -> Outcome {
        let credits = self.credits(scale);
        let needed = needed(scale);
        match likert::score(&credits, needed) {
            Ok(score) => scored(scale, score.mean, score.standard_error, score.n_answered),
            Err(_) => Outcome::TooFewAnswers { n_answered: credits.iter().flatten().count(), needed },
        }
    }

    fn credits(&self, scale: &Scale) -> Vec<Option<f64>> {
        scale.keys.iter().map(|key| self.credit(&key.item)).collect()
    }

    fn credit(&self, id: &ItemId) -> Option<f64> {
        let item = self.assessment.item(id)?;
        let response = self.responses.get(id)?;
        // Only an answer needs the item itself; a recipe that makes none has no right answer.
        match response {
            Response::Given(answer) => credit(&item.made(self.seed).ok()?.kind, answer),
            Response::Missing(Missing::DoesNotKnow | Missing::TimeRanOut) => item.kind.has_credit().then_some(0.0),
            Response::Missing(Missing::PrefersNot | Missing::NotSeen) => None,
        }
    }

    /// Most less least of one dimension: ipsative, within one person only; it has no error of its own.
    fn most_least(&self, scale: &Scale, dimension: &str) -> Outcome {
        let chosen = |key: &Key| match self.responses.get(&key.item) {
            Some(Response::Given(Answer::MostLeast { most, least })) => {
                let options = self.assessment.item(&key.item)?.kind.options();
                let is =
                    |id: &OptionId| options.iter().any(|o| o.id == *id && o.dimension.as_deref() == Some(dimension));
                Some(f64::from(u8::from(is(most))) - f64::from(u8::from(is(least))))
            }
            _ => None,
        };
        let blocks: Vec<f64> = scale.keys.iter().filter_map(chosen).collect();
        enough(scale, blocks.len(), || blocks.iter().sum())
    }

    /// Mean place of one dimension's option: ipsative, within one person only.
    fn rank(&self, scale: &Scale, dimension: &str) -> Outcome {
        let place = |key: &Key| match self.responses.get(&key.item) {
            Some(Response::Given(Answer::Order(order))) => {
                let options = self.assessment.item(&key.item)?.kind.options();
                let option = options.iter().find(|option| option.dimension.as_deref() == Some(dimension))?;
                Some((order.iter().position(|id| *id == option.id)? + 1) as f64)
            }
            _ => None,
        };
        let places: Vec<f64> = scale.keys.iter().filter_map(place).collect();
        enough(scale, places.len(), || places.iter().sum::<f64>() / places.len() as f64)
    }

    /// Expected a posteriori (Bock & Mislevy, 1982, *Applied Psychological Measurement* 6) on the items answered.
    fn theta(&self, scale: &Scale) -> Outcome {
        let rules = self.assessment.adaptive().map(|plan| &plan.rules);
        let answered: Vec<(&Item, bool)> = scale
            .keys
            .iter()
            .filter_map(|key| Some((self.assessment.item(&key.item)?, self.credit(&key.item)? >= 1.0)))
            .collect();
        let needed = rules.map_or_else(|| needed(scale), |rules| rules.min_items.clamp(1, scale.keys.len()));
        let too_few = Outcome::TooFewAnswers { n_answered: answered.len(), needed };
        if answered.len() < needed {
            return too_few;
        }
        let standard = crate::domain::assessment::AdaptiveRules::standard();
        let rules = rules.unwrap_or(&standard);
        let (mean, sd) = rules.prior;
        let (from, to, n_nodes) = rules.grid;
        let items: Result<Vec<_>, _> = answered.iter().map(|(item, _)| rules.standardised(item)).collect();
        let table = items.and_then(|items| NodeTable::new(&items, n_nodes, (from - mean) / sd, (to - mean) / sd));
        let right: Vec<Option<bool>> = answered.iter().map(|(_, right)| Some(*right)).collect();
        match table.and_then(|table| expected_a_posteriori(&table, &right)) {
            Ok(estimate) => {
                scored(scale, mean + sd * estimate.theta, Some(sd * estimate.standard_error), answered.len())
            }
            Err(_) => too_few,
        }
    }

    /// A difference has the error of its two scores, taken as independent.
    ///
    /// Two proportions: [`proportions_error`]. Else √(se₁² + se₂²).
    fn difference(&self, scale: &Scale, from: &ScaleId, to: &ScaleId) -> ScaleScore {
        let part = |id: &ScaleId| Some((self.assessment.scale(id)?, self.score(self.assessment.scale(id)?)));
        let (Some((before, first)), Some((_, second))) = (part(from), part(to)) else {
            return ScaleScore { scale: scale.id.clone(), n_items: 0, outcome: Outcome::NotAsked };
        };
        let n_items = first.n_items + second.n_items;
        let outcome = match (&first.outcome, &second.outcome) {
            (
                Outcome::Scored { value: low, error: low_error, n_answered: low_n, .. },
                Outcome::Scored { value: high, error: high_error, n_answered: high_n, .. },
            ) => {
                let error = if before.method == Method::Proportion {
                    let measure = |value, n_answered| Measure { value, error: None, n_answered };
                    Some(proportions_error(measure(*low, *low_n), measure(*high, *high_n)))
                } else {
                    low_error.zip(*high_error).map(|(low, high)| low.hypot(high))
                };
                scored(scale, high - low, error, low_n + high_n)
            }
            (Outcome::NotAsked, _) | (_, Outcome::NotAsked) => Outcome::NotAsked,
            (first, second) => {
                Outcome::TooFewAnswers { n_answered: n_answered(first) + n_answered(second), needed: n_items }
            }
        };
        ScaleScore { scale: scale.id.clone(), n_items, outcome }
    }
}

fn n_answered(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Scored { n_answered, .. }
        | Outcome::TooFewAnswers { n_answered, .. }
        | Outcome::Unscored { n_answered } => *n_answered,
        Outcome::NotAsked => 0,
    }
}

fn needed(scale: &Scale) -> usize {
    let n_items = scale.keys.len();
    // A checked scale has items and a share in ]0, 1]: were it not so, every item would be needed.
    likert::needed_answers(n_items, scale.minimum_answered).unwrap_or(n_items).max(1)
}

fn enough(scale: &Scale, n_answered: usize, value: impl FnOnce() -> f64) -> Outcome {
    let needed = needed(scale);
    if n_answered < needed {
        return Outcome::TooFewAnswers { n_answered, needed };
    }
    scored(scale, value(), None, n_answered)
}

fn scored(scale: &Scale, value: f64, error: Option<f64>, n_answered: usize) -> Outcome {
    Outcome::Scored { value, error, n_answered, band: band_of(scale, value, error) }
}

fn keyed_value(item: &Item, direction: Direction, response: &Response) -> Option<f64> {
    let reversed = |value: f64, (low, high): (f64, f64)| match direction {
        Direction::Positive => value,
        Direction::Reversed => likert::reverse(value, low, high),
    };
    match (&item.kind, response) {
        (ItemKind::Likert { points, .. }, Response::Given(Answer::Point(value))) => {
            Some(reversed(*value, point_bounds(points)))
        }
        (ItemKind::SingleChoice { options, correct: None }, Response::Given(Answer::Choice(chosen))) => {
            let points = options.iter().find(|option| option.id == *chosen)?.points?;
            Some(reversed(points, item.kind.value_bounds()?))
        }
        _ => None,
    }
}

/// Returns what an answer earns, between 0 and 1; `None` where the item gives no credit to this kind of answer.
///
/// `kind` is the item as the sitting showed it: a generated item is made first.
pub fn credit(kind: &ItemKind, answer: &Answer) -> Option<f64> {
    let all_or_nothing = |right: bool| Some(f64::from(u8::from(right)));
    match (kind, answer) {
        (ItemKind::SingleChoice { correct: Some(right), .. }, Answer::Choice(chosen)) => {
            all_or_nothing(right == chosen)
        }
        (ItemKind::SingleChoice { options, correct: None }, Answer::Choice(chosen)) => {
            let points = options.iter().find(|option| option.id == *chosen)?.points?;
            let most = kind.largest_points().filter(|most| *most > 0.0)?;
            Some(points / most)
        }
        (ItemKind::MultipleChoice { correct, credit, .. }, Answer::Choices(ticked)) => match credit {
            Credit::Partial => choice::partial_credit(ticked, correct).ok(),
            Credit::AllOrNothing | Credit::Adjacency => choice::right_or_wrong(ticked, correct).ok(),
        },
        (ItemKind::Number { correct: Some(right), tolerance, .. }, Answer::Number(given)) => {
            all_or_nothing((right - given).abs() <= tolerance + 1e-9)
        }
        (ItemKind::Order { correct: Some((right, credit)), .. }, Answer::Order(given)) => match credit {
            Credit::Adjacency => choice::adjacency(given, right).ok(),
            Credit::AllOrNothing | Credit::Partial => all_or_nothing(given == right),
        },
        (ItemKind::Task(task), Answer::Acts(acts)) => all_or_nothing(task.is_done(&task.play(acts).ok()?)),
        _ => None,
    }
}

/// Returns whether the answer is wholly right.
pub fn is_right(kind: &ItemKind, answer: &Answer) -> bool {
    credit(kind, answer).is_some_and(|credit| credit >= 1.0)
}

/// Returns the band of a score of this scale, on the metric that its bands are cut on.
pub fn band_of(scale: &Scale, value: f64, error: Option<f64>) -> Option<BandReading> {
    let (value, error) = scale.on_metric(value, error)?;
    read_band(&scale.bands, value, error)
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
