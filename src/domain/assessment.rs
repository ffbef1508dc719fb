//! What is asked: an assessment's items, scales, bands and words, as its file defines them.
//!
//! An [`Assessment`] that exists is valid: every key names an item, every scale's bands cover it without hole.

use std::fmt;

/// The name of an assessment, the same through all its versions: `grands-traits`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(pub String);

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The name of an item inside its assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub String);

/// The name of a scale inside its assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScaleId(pub String);

/// The name of an option inside its item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(pub String);

/// Which text was taken: identity, version and SHA-256 of the canonical form, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    pub id: AssessmentId,
    pub version: String,
    pub content_hash: String,
}

/// One assessment, ready to be taken and scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub edition: Edition,
    pub about: About,
    pub instructions: Instructions,
    pub practice: Option<Practice>,
    items: Vec<Item>,
    scales: Vec<Scale>,
    pub quality: QualityRules,
    pub restitution: Restitution,
}

impl Assessment {
    /// Assembles an assessment from its parts.
    ///
    /// # Errors
    /// Returns the first rule that the parts break; see [`Defect`].
    pub fn new(
        edition: Edition,
        about: About,
        instructions: Instructions,
        practice: Option<Practice>,
        content: (Vec<Item>, Vec<Scale>),
        quality: QualityRules,
        restitution: Restitution,
    ) -> Result<Self, Defect> {
        let (items, scales) = content;
        check_items(&items)?;
        check_scales(&scales, &items)?;
        Ok(Self { edition, about, instructions, practice, items, scales, quality, restitution })
    }

    /// Returns the items in the order of presentation; at least one.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    pub fn item_index(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == *id)
    }

    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }
}

/// What the assessment is and whom it suits.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub title: String,
    pub subtitle: String,
    /// Why it is proposed, in words for the person.
    pub purpose: String,
    pub minutes: u32,
    pub status: Status,
    pub reading: ReadingLevel,
    pub licence: String,
    pub source: String,
    pub sensitive: bool,
}

/// Where a definition stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    Pilot,
    Valid,
    Retired,
}

/// How much reading the items ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingLevel {
    Picture,
    EasyToRead,
    Ordinary,
}

/// What is said before and after the items.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Instructions {
    pub start: String,
    pub example: String,
    pub rights: String,
    pub end: String,
}

/// One item taken for practice, never scored, with what is said after the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    pub item: Item,
    pub correction: String,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: ItemId,
    /// The document that the question is about: a notice, a timetable; empty when there is none.
    pub material: String,
    pub statement: String,
    pub kind: ItemKind,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    Likert { points: Vec<Point> },
    SingleChoice { options: Vec<Choice>, correct: Option<OptionId> },
    Number { correct: Option<f64>, tolerance: f64, unit: String, min: f64, max: f64 },
}

impl ItemKind {
    /// Returns whether one answer is right and the others wrong.
    pub fn has_right_answer(&self) -> bool {
        match self {
            ItemKind::Likert { .. } => false,
            ItemKind::SingleChoice { correct, .. } => correct.is_some(),
            ItemKind::Number { correct, .. } => correct.is_some(),
        }
    }
}

/// One point of an answer scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub value: f64,
    pub label: String,
    pub pictogram: String,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: OptionId,
    pub text: String,
}

/// A set of items that are scored together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub id: ScaleId,
    pub title: String,
    pub method: Method,
    pub keys: Vec<Key>,
    /// Share of the keys that must be answered for a score to exist, in (0, 1].
    pub minimum_answered: f64,
    pub min: f64,
    pub max: f64,
    pub reliability: Option<Reliability>,
    pub bands: Vec<Band>,
}

/// How the keyed answers become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Mean of the answers, reversed where keyed so.
    Mean,
    /// Share of right answers.
    Proportion,
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

/// A stretch of a scale and what it means in words: `min ≤ x < max`, the last one including its `max`.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub min: f64,
    pub max: f64,
    pub title: String,
    pub for_person: String,
    pub for_counsellor: String,
}

/// When answers look careless. `None` where the definition asks for no such check.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct QualityRules {
    pub seconds_per_item: Option<f64>,
    pub too_fast_share: Option<f64>,
    pub longest_run: Option<u32>,
    pub missing_share: Option<f64>,
    pub pairs: Vec<ConsistencyPair>,
    pub message: String,
}

/// Two items that should be answered alike, or opposite when `reversed`.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsistencyPair {
    pub a: ItemId,
    pub b: ItemId,
    pub direction: Direction,
    pub largest_gap: f64,
}

/// What accompanies the results.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Restitution {
    pub warning: String,
    pub questions: Vec<String>,
}

/// Why parts do not make an assessment. `item`, `scale` name the culprit, for the file's line.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Defect {
    #[error("there is no item")]
    NoItem,
    #[error("the id {item} is used twice")]
    DuplicateItem { item: String },
    #[error("{item}: an answer scale has {n} points, 2 to 7 are possible")]
    PointCount { item: String, n: usize },
    #[error("{item}: two points have the value {value}")]
    DuplicatePoint { item: String, value: f64 },
    #[error("{item}: a choice has {n} options, 2 to 9 are possible")]
    OptionCount { item: String, n: usize },
    #[error("{item}: the option {option} is there twice")]
    DuplicateOption { item: String, option: String },
    #[error("{item}: the right answer {option} is no option")]
    CorrectIsNoOption { item: String, option: String },
    #[error("{item}: the bounds are empty")]
    EmptyBounds { item: String },
    #[error("the scale {scale} is there twice")]
    DuplicateScale { scale: String },
    #[error("{scale}: no item is keyed")]
    NoKey { scale: String },
    #[error("{scale}: the key {item} names no item")]
    UnknownKey { scale: String, item: String },
    #[error("{scale}: the key {item} is there twice")]
    DuplicateKey { scale: String, item: String },
    #[error("{scale}: the item {item} cannot be scored by this method")]
    MethodMismatch { scale: String, item: String },
    #[error("{scale}: the share {share} is not in ]0, 1]")]
    MinimumAnswered { scale: String, share: f64 },
    #[error("{scale}: the bounds {min} and {max} do not match its items")]
    BoundsMismatch { scale: String, min: f64, max: f64 },
    #[error("{scale}: the bands leave a hole or overlap at {at}")]
    BandGap { scale: String, at: f64 },
    #[error("{scale}: the bands do not cover the scale")]
    BandCover { scale: String },
    #[error("{scale}: the practice item or a pair names the unknown item {item}")]
    UnknownPair { scale: String, item: String },
}

fn check_items(items: &[Item]) -> Result<(), Defect> {
    if items.is_empty() {
        return Err(Defect::NoItem);
    }
    if let Some(twice) = first_duplicate(items.iter().map(|item| &item.id.0)) {
        return Err(Defect::DuplicateItem { item: twice.clone() });
    }
    items.iter().try_for_each(check_item)
}

/// Checks one item alone: also what a practice item must satisfy.
///
/// # Errors
/// Returns the rule that the item breaks.
pub fn check_item(item: &Item) -> Result<(), Defect> {
    let name = || item.id.0.clone();
    match &item.kind {
        ItemKind::Likert { points } => {
            if !(2..=7).contains(&points.len()) {
                return Err(Defect::PointCount { item: name(), n: points.len() });
            }
            let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
            values.sort_by(f64::total_cmp);
            let twice = values.windows(2).find_map(|pair| match pair {
                [a, b] if a == b => Some(*a),
                _ => None,
            });
            twice.map_or(Ok(()), |value| Err(Defect::DuplicatePoint { item: name(), value }))
        }
        ItemKind::SingleChoice { options, correct } => {
            if !(2..=9).contains(&options.len()) {
                return Err(Defect::OptionCount { item: name(), n: options.len() });
            }
            if let Some(twice) = first_duplicate(options.iter().map(|option| &option.id.0)) {
                return Err(Defect::DuplicateOption { item: name(), option: twice.clone() });
            }
            match correct {
                Some(right) if options.iter().all(|option| option.id != *right) => {
                    Err(Defect::CorrectIsNoOption { item: name(), option: right.0.clone() })
                }
                _ => Ok(()),
            }
        }
        ItemKind::Number { min, max, .. } if min < max => Ok(()),
        ItemKind::Number { .. } => Err(Defect::EmptyBounds { item: name() }),
    }
}

fn check_scales(scales: &[Scale], items: &[Item]) -> Result<(), Defect> {
    if let Some(twice) = first_duplicate(scales.iter().map(|scale| &scale.id.0)) {
        return Err(Defect::DuplicateScale { scale: twice.clone() });
    }
    for scale in scales {
        check_keys(scale, items)?;
        check_bands(scale)?;
    }
    Ok(())
}

fn check_keys(scale: &Scale, items: &[Item]) -> Result<(), Defect> {
    let name = || scale.id.0.clone();
    if scale.keys.is_empty() {
        return Err(Defect::NoKey { scale: name() });
    }
    if !(scale.minimum_answered > 0.0 && scale.minimum_answered <= 1.0) {
        return Err(Defect::MinimumAnswered { scale: name(), share: scale.minimum_answered });
    }
    if let Some(twice) = first_duplicate(scale.keys.iter().map(|key| &key.item.0)) {
        return Err(Defect::DuplicateKey { scale: name(), item: twice.clone() });
    }
    for key in &scale.keys {
        let Some(item) = items.iter().find(|item| item.id == key.item) else {
            return Err(Defect::UnknownKey { scale: name(), item: key.item.0.clone() });
        };
        let fits = match (scale.method, &item.kind) {
            (Method::Mean, ItemKind::Likert { points }) => {
                let bounds = point_bounds(points);
                if bounds != (scale.min, scale.max) {
                    return Err(Defect::BoundsMismatch { scale: name(), min: scale.min, max: scale.max });
                }
                true
            }
            (Method::Proportion, kind) => kind.has_right_answer() && key.direction == Direction::Positive,
            (Method::Mean, ItemKind::SingleChoice { .. } | ItemKind::Number { .. }) => false,
        };
        if !fits {
            return Err(Defect::MethodMismatch { scale: name(), item: key.item.0.clone() });
        }
    }
    Ok(())
}

fn check_bands(scale: &Scale) -> Result<(), Defect> {
    let name = || scale.id.0.clone();
    for pair in scale.bands.windows(2) {
        if let [low, high] = pair
            && low.max != high.min
        {
            return Err(Defect::BandGap { scale: name(), at: low.max });
        }
    }
    match (scale.bands.first(), scale.bands.last()) {
        (None, _) | (_, None) => Ok(()),
        (Some(first), Some(last)) if first.min == scale.min && last.max == scale.max => {
            match scale.bands.iter().find(|band| band.min >= band.max) {
                Some(empty) => Err(Defect::BandGap { scale: name(), at: empty.min }),
                None => Ok(()),
            }
        }
        _ => Err(Defect::BandCover { scale: name() }),
    }
}

/// Returns the smallest and the largest value of an answer scale.
pub fn point_bounds(points: &[Point]) -> (f64, f64) {
    points
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| (low.min(point.value), high.max(point.value)))
}

fn first_duplicate<'a>(names: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().find(|name| !seen.insert(*name))
}
