//! What is counted: items scored together, the words of each stretch, and the people a score may be compared with.

use super::item::ItemId;
use crate::domain::scoring::norms;

/// The name of a scale inside its assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScaleId(pub String);

/// A set of items that are scored together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub id: ScaleId,
    pub title: String,
    pub method: Method,
    /// Empty for a difference, which has two scales instead.
    pub keys: Vec<Key>,
    /// Share of the keys that must be answered for a score to exist, in (0, 1].
    pub minimum_answered: f64,
    /// Bounds of the score.
    pub min: f64,
    pub max: f64,
    pub reliability: Option<Reliability>,
    pub norm: Option<Norm>,
    /// On which numbers the bands are cut.
    pub metric: Metric,
    pub bands: Vec<Band>,
}

impl Scale {
    /// Returns whether the score compares the person's own tendencies and never two people (Cattell, 1944).
    pub fn is_ipsative(&self) -> bool {
        matches!(self.method, Method::MostLeast { .. } | Method::Rank { .. })
    }

    /// Returns the bounds of the numbers that the bands are cut on.
    pub fn band_bounds(&self) -> (f64, f64) {
        match self.metric {
            Metric::Raw => (self.min, self.max),
            Metric::T => (0.0, 100.0),
            Metric::Sten => (1.0, 10.0),
            Metric::PercentileRank => (0.0, 100.0),
        }
    }

    /// Returns a score and its error on the metric of the bands; `None` where that metric needs a norm that is absent.
    pub fn on_metric(&self, value: f64, error: Option<f64>) -> Option<(f64, Option<f64>)> {
        let norm = || self.norm.as_ref();
        match self.metric {
            Metric::Raw => Some((value, error)),
            Metric::T => {
                let norm = norm()?;
                let z = norms::z(value, norm.mean, norm.sd).ok()?;
                Some((norms::t_score(z).clamp(0.0, 100.0), error.map(|error| 10.0 * error / norm.sd)))
            }
            Metric::Sten => {
                let norm = norm()?;
                let z = norms::z(value, norm.mean, norm.sd).ok()?;
                Some((f64::from(norms::sten(z)), error.map(|error| 2.0 * error / norm.sd)))
            }
            Metric::PercentileRank => {
                let norm = norm()?;
                let rank = norm.percentile_rank(value)?;
                // A rank has no error of its own: that of the score moves it to both sides.
                let spread = error.and_then(|error| {
                    let (low, high) = (norm.percentile_rank(value - error)?, norm.percentile_rank(value + error)?);
                    Some((high - low) / 2.0)
                });
                Some((rank, spread))
            }
        }
    }
}

/// How the keyed answers become one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// Mean of the answers, reversed where keyed so.
    Mean,
    /// The mean times the number of keys: a sum, prorated where answers are missing.
    Sum,
    /// Mean of the credits, between 0 and 1.
    Proportion,
    /// Times that the dimension was chosen as the most, less times as the least.
    MostLeast { dimension: String },
    /// Place of the dimension's option in a ranking, 1 for the first.
    Rank { dimension: String },
    /// Ability by the item-response model: expected a posteriori on N(0, 1).
    Theta,
    /// The score of `to` less that of `from`.
    Difference { from: ScaleId, to: ScaleId },
    /// The answers are kept and not scored.
    Unscored,
}

/// One item's part in a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub item: ItemId,
    pub direction: Direction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Positive,
    Reversed,
}

/// A published coefficient, with the sample it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    pub coefficient: String,
    pub value: f64,
    pub n: u32,
    pub source: String,
}

/// The people that a score may be compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    pub population: String,
    pub n: u32,
    pub date: String,
    pub mean: f64,
    /// Positive.
    pub sd: f64,
    /// Percentile rank of raw scores, both rising; empty where ranks are those of the normal curve.
    pub ranks: Vec<(f64, f64)>,
}

/// Fewest people of a norm that may place a person among others (EFPA review model: a low-stakes sample).
pub const SMALLEST_NORM: u32 = 200;
/// Fewest people of a norm that is called provisional.
pub const SMALLEST_PROVISIONAL_NORM: u32 = 30;

impl Norm {
    /// Returns whether the norm is too small to be called more than provisional.
    pub fn is_provisional(&self) -> bool {
        self.n < SMALLEST_NORM
    }

    /// Returns the percentile rank of a raw score, in [0, 100]: between two lines of the table, on the straight line
    /// that joins them; without table, that of the normal curve.
    pub fn percentile_rank(&self, raw: f64) -> Option<f64> {
        let (Some(first), Some(last)) = (self.ranks.first(), self.ranks.last()) else {
            return norms::z(raw, self.mean, self.sd).ok().map(norms::normal_percentile);
        };
        if raw <= first.0 {
            return Some(first.1);
        }
        if raw >= last.0 {
            return Some(last.1);
        }
        self.ranks.windows(2).find_map(|pair| match pair {
            [(low, low_rank), (high, high_rank)] if (*low..=*high).contains(&raw) => {
                Some(low_rank + (high_rank - low_rank) * (raw - low) / (high - low))
            }
            _ => None,
        })
    }
}

/// On which numbers bands are cut. All but the raw ones need a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// The score itself; θ for a scale of ability.
    Raw,
    T,
    Sten,
    PercentileRank,
}

/// A stretch of a scale and what it means in words: `min ≤ x < max`, the last one including its `max`.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub min: f64,
    pub max: f64,
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(ranks: Vec<(f64, f64)>) -> Norm {
        Norm { population: "essai".to_owned(), n: 250, date: "2026".to_owned(), mean: 20.0, sd: 5.0, ranks }
    }

    fn scale(metric: Metric) -> Scale {
        Scale {
            id: ScaleId("s".to_owned()),
            title: String::new(),
            method: Method::Mean,
            keys: Vec::new(),
            minimum_answered: 0.8,
            min: 0.0,
            max: 40.0,
            reliability: None,
            norm: Some(norm(Vec::new())),
            metric,
            bands: Vec::new(),
        }
    }

    #[test]
    fn a_score_one_deviation_above_the_mean_is_t_60_sten_8_rank_84() {
        let near = |found: Option<(f64, Option<f64>)>, expected: (f64, f64)| {
            let (value, error) = found.unwrap();
            assert!(
                (value - expected.0).abs() < 1e-6 && (error.unwrap() - expected.1).abs() < 1e-6,
                "{value} {error:?}"
            );
        };
        near(scale(Metric::T).on_metric(25.0, Some(1.0)), (60.0, 2.0));
        near(scale(Metric::Sten).on_metric(25.0, Some(1.0)), (8.0, 0.4));
        // R: 100*pnorm(1); (100*pnorm(1.2) - 100*pnorm(.8))/2.
        near(scale(Metric::PercentileRank).on_metric(25.0, Some(1.0)), (84.134_474_606_854_3, 4.839_286_418_084_4));
    }

    #[test]
    fn a_rank_lies_on_the_line_between_two_lines_of_the_table() {
        let norm = norm(vec![(10.0, 2.0), (20.0, 50.0), (30.0, 98.0)]);
        assert_eq!(norm.percentile_rank(15.0), Some(26.0));
        assert_eq!(norm.percentile_rank(3.0), Some(2.0));
        assert_eq!(norm.percentile_rank(99.0), Some(98.0));
    }

    #[test]
    fn a_metric_without_norm_has_no_value() {
        assert_eq!(Scale { norm: None, ..scale(Metric::T) }.on_metric(25.0, None), None);
    }
}
