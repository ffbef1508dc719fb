//! One score as it is told: on which axis, in which words, with its error, its norm and what changed.

use std::cmp::Ordering;

use super::Earlier;
use crate::domain::assessment::{Band, Method, Metric, Norm, Reliability, Scale};
use crate::domain::scoring::change::{self, Basis, Measure, SURE, Verdict};
use crate::domain::scoring::order::{First, places};
use crate::domain::scoring::{BandReading, Outcome, scale::band_of};
use crate::domain::stamp::Instant;
use crate::i18n::terms::Numbers;
use crate::i18n::typeset;
use crate::store::RecordedScore;

/// One score on an axis of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleView {
    pub title: String,
    pub told: Told,
    /// Ends of the axis. Value, error and bands are on it too.
    pub min: f64,
    pub max: f64,
    pub outcome: Outcome,
    pub n_items: usize,
    /// From the low end to the high one, without hole.
    pub bands: Vec<BandView>,
    /// The words that apply: one band's, or two neighbours' when the score lies between them.
    pub reading: Vec<BandWords>,
    pub reliability: Option<Reliability>,
    /// Whom the score is compared with; `None`: nobody.
    pub norm: Option<NormView>,
    /// What became of the score since the person last took the same assessment.
    pub change: Option<ChangeView>,
}

/// How the number is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// "3,4 sur 5".
    OutOf,
    /// "6 sur 8": credits.
    Count,
    T,
    Sten,
    PercentileRank,
    /// An ability on the scale of the model: words for the person, an estimate with its error for the counsellor.
    Ability,
    /// A difference between two scores, with what may be said of it.
    Gain(Verdict),
}

impl Told {
    /// Returns how the number is written; an ability is told in words.
    pub fn numbers(self) -> Numbers {
        match self {
            Told::OutOf => Numbers::OutOf,
            Told::Count => Numbers::Count,
            Told::T => Numbers::T,
            Told::Sten => Numbers::Sten,
            Told::PercentileRank => Numbers::PercentileRank,
            Told::Ability => Numbers::Hidden,
            Told::Gain(_) => Numbers::Signed,
        }
    }
}

/// Whom a score is compared with, and where it stands among them.
#[derive(Clone, Debug, PartialEq)]
pub struct NormView {
    pub norm: Norm,
    pub percentile_rank: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandView {
    pub min: f64,
    pub max: f64,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandWords {
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

/// The same scale at an earlier sitting. Numbers are on the axis of the later one.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    pub before: f64,
    pub before_on: Instant,
    pub difference: f64,
    /// How large a difference must be to be claimed; `None` where it is not known.
    pub margin: Option<f64>,
    pub basis: Basis,
    pub verdict: Verdict,
}

/// Scales that compare the person's own tendencies: an order from the first to the last, never an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderView {
    pub kind: OrderKind,
    /// From the first place to the last; empty where too little was answered.
    pub rows: Vec<OrderRow>,
    /// Answers given and needed, where there is no order.
    pub too_few: Option<(usize, usize)>,
    /// Choices that the order rests on, and how many there were.
    pub n_answered: usize,
    pub n_items: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderKind {
    MostLeast,
    Ranking,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OrderRow {
    /// From 1; equal ones share it.
    pub place: usize,
    pub tied: bool,
    pub title: String,
    pub reading: Option<BandWords>,
}

impl OrderView {
    /// Returns the last place that somebody holds; 1 when all are equal.
    pub fn last_place(&self) -> usize {
        self.rows.iter().map(|row| row.place).max().unwrap_or(1)
    }
}

/// The drawn part of the scale of ability: beyond three deviations of the prior the words say enough.
const ABILITY: (f64, f64) = (-3.0, 3.0);

pub(super) fn scale_view(scale: &Scale, recorded: &RecordedScore, earlier: Option<&Earlier<'_>>) -> ScaleView {
    let axis = Axis { scale, n_items: recorded.n_items };
    let outcome = match (recorded.value, recorded.needed) {
        (Some(value), _) => {
            let band = band_of(scale, value, recorded.error);
            let (value, error) = axis.place(value, recorded.error);
            Outcome::Scored { value, error, n_answered: recorded.n_answered, band }
        }
        (None, needed) => {
            Outcome::TooFewAnswers { n_answered: recorded.n_answered, needed: needed.unwrap_or(recorded.n_items) }
        }
    };
    let (min, max) = axis.ends();
    let norm = scale.norm.as_ref().map(|norm| NormView {
        norm: norm.clone(),
        percentile_rank: recorded.value.and_then(|value| norm.percentile_rank(value)),
    });
    let band = |band: &Band| BandView {
        min: (band.min * axis.factor()).clamp(min, max),
        max: (band.max * axis.factor()).clamp(min, max),
        title: typeset(&band.title),
    };
    ScaleView {
        title: typeset(&scale.title),
        told: told(scale, recorded),
        min,
        max,
        bands: scale.bands.iter().map(band).collect(),
        n_items: recorded.n_items,
        reading: reading(scale, &outcome),
        reliability: scale.reliability.clone(),
        norm,
        change: earlier.and_then(|earlier| change_view(&axis, recorded, earlier)),
        outcome,
    }
}

fn told(scale: &Scale, recorded: &RecordedScore) -> Told {
    match (scale.metric, &scale.method) {
        (Metric::T, _) => Told::T,
        (Metric::Sten, _) => Told::Sten,
        (Metric::PercentileRank, _) => Told::PercentileRank,
        (Metric::Raw, Method::Proportion) => Told::Count,
        (Metric::Raw, Method::Theta) => Told::Ability,
        (Metric::Raw, Method::Difference { .. }) => {
            Told::Gain(recorded.value.map_or(Verdict::NotClaimed, |value| change::verdict(value, recorded.error)))
        }
        (Metric::Raw, _) => Told::OutOf,
    }
}

/// The numbers that a scale is shown on.
struct Axis<'a> {
    scale: &'a Scale,
    n_items: usize,
}

impl Axis<'_> {
    /// A share of right answers reads better as a count: "6 sur 8".
    fn factor(&self) -> f64 {
        match (self.scale.metric, &self.scale.method) {
            (Metric::Raw, Method::Proportion) => self.n_items as f64,
            _ => 1.0,
        }
    }

    fn ends(&self) -> (f64, f64) {
        match (self.scale.metric, &self.scale.method) {
            (Metric::Raw, Method::Theta) => ABILITY,
            _ => {
                let (low, high) = self.scale.band_bounds();
                (low * self.factor(), high * self.factor())
            }
        }
    }

    /// Returns a score and its error where they are drawn. A T score has an axis of its own.
    fn place(&self, value: f64, error: Option<f64>) -> (f64, Option<f64>) {
        let (value, error) = self.scale.on_metric(value, error).unwrap_or((value, error));
        (value * self.factor(), error.map(|error| error * self.factor()))
    }
}

fn change_view(axis: &Axis<'_>, recorded: &RecordedScore, earlier: &Earlier<'_>) -> Option<ChangeView> {
    let scale = axis.scale;
    let before = earlier.scores.iter().find(|score| score.scale == scale.id)?;
    if !earlier.assessment.scale(&scale.id).is_some_and(|then| is_the_same(then, scale)) {
        return None;
    }
    let measure =
        |score: &RecordedScore| Some(Measure { value: score.value?, error: score.error, n_answered: score.n_answered });
    let (then, now) = (measure(before)?, measure(recorded)?);
    let change = change::between(scale, then, now)?;
    let shown = |measure: Measure| axis.place(measure.value, None).0;
    Some(ChangeView {
        before: shown(then),
        before_on: earlier.finished,
        difference: shown(now) - shown(then),
        // An error on the axis is that of a score of the same error. Ranks have none: they are not equally far apart.
        margin: change
            .error
            .filter(|_| scale.metric != Metric::PercentileRank)
            .and_then(|error| axis.place(now.value, Some(error)).1)
            .map(|error| SURE * error),
        basis: change.basis,
        verdict: change.verdict(),
    })
}

/// Another version may ask the same things under the same name; only then are two scores the same measure.
fn is_the_same(then: &Scale, now: &Scale) -> bool {
    then.method == now.method
        && then.keys == now.keys
        && then.min.total_cmp(&now.min) == Ordering::Equal
        && then.max.total_cmp(&now.max) == Ordering::Equal
}

fn reading(scale: &Scale, outcome: &Outcome) -> Vec<BandWords> {
    let words = |index: usize| scale.bands.get(index).map(band_words);
    match outcome {
        Outcome::Scored { band: Some(BandReading::Within(index)), .. } => words(*index).into_iter().collect(),
        Outcome::Scored { band: Some(BandReading::Between(low, high)), .. } => {
            [words(*low), words(*high)].into_iter().flatten().collect()
        }
        Outcome::Scored { band: None, .. }
        | Outcome::TooFewAnswers { .. }
        | Outcome::NotAsked
        | Outcome::Unscored { .. } => Vec::new(),
    }
}

fn band_words(band: &Band) -> BandWords {
    BandWords {
        title: typeset(&band.title),
        for_person: typeset(&band.for_person),
        for_counsellor: typeset(&band.for_counsellor),
    }
}

/// Returns the orders of a sitting: scales that share their items and their method were weighed against each other.
pub(super) fn orders(scored: &[(&Scale, &RecordedScore)]) -> Vec<OrderView> {
    let mut groups: Vec<(OrderKind, Vec<(&Scale, &RecordedScore)>)> = Vec::new();
    for (scale, recorded) in scored {
        let kind = match scale.method {
            Method::MostLeast { .. } => OrderKind::MostLeast,
            Method::Rank { .. } => OrderKind::Ranking,
            Method::Mean
            | Method::Sum
            | Method::Proportion
            | Method::Theta
            | Method::Difference { .. }
            | Method::Unscored => continue,
        };
        let together = |group: &(OrderKind, Vec<(&Scale, &RecordedScore)>)| {
            group.0 == kind && group.1.first().is_some_and(|(other, _)| other.keys == scale.keys)
        };
        match groups.iter_mut().find(|group| together(group)) {
            Some((_, members)) => members.push((scale, recorded)),
            None => groups.push((kind, vec![(scale, recorded)])),
        }
    }
    groups.into_iter().map(|(kind, members)| order(kind, &members)).collect()
}

fn order(kind: OrderKind, members: &[(&Scale, &RecordedScore)]) -> OrderView {
    let scored: Vec<(&Scale, f64)> =
        members.iter().filter_map(|(scale, recorded)| Some((*scale, recorded.value?))).collect();
    let first = match kind {
        OrderKind::MostLeast => First::Highest,
        OrderKind::Ranking => First::Lowest,
    };
    let values: Vec<f64> = scored.iter().map(|(_, value)| *value).collect();
    let places = places(&values, first);
    let row = |((scale, value), place): (&(&Scale, f64), &usize)| {
        let words = match band_of(scale, *value, None) {
            Some(BandReading::Within(index) | BandReading::Between(index, _)) => scale.bands.get(index),
            None => None,
        };
        OrderRow {
            place: *place,
            tied: places.iter().filter(|other| *other == place).count() > 1,
            title: typeset(&scale.title),
            reading: words.map(band_words),
        }
    };
    let mut rows: Vec<OrderRow> = scored.iter().zip(&places).map(row).collect();
    rows.sort_by_key(|row| row.place);
    let lacking = members.iter().find(|(_, recorded)| recorded.value.is_none());
    OrderView {
        kind,
        rows,
        too_few: lacking.map(|(_, recorded)| (recorded.n_answered, recorded.needed.unwrap_or(recorded.n_items))),
        n_answered: members.iter().map(|(_, recorded)| recorded.n_answered).max().unwrap_or(0),
        n_items: members.iter().map(|(_, recorded)| recorded.n_items).max().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests;
