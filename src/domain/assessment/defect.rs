//! Why parts do not make an assessment.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::Condition;
use super::item::{Choice, Item, ItemKind, OptionId};
use super::scale::{Direction, Method, Metric, Scale, ScaleId};
use super::task::Task;
use super::{AdaptiveRules, Content, Section};
use crate::domain::scoring::irt::IrtError;

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
    #[error("{item}: a choice has {n} options, 2 to {most} are possible")]
    OptionCount { item: String, n: usize, most: usize },
    #[error("{item}: the option {option} is there twice")]
    DuplicateOption { item: String, option: String },
    #[error("{item}: the right answer {option} is no option")]
    CorrectIsNoOption { item: String, option: String },
    #[error("{item}: the right order does not hold every option once")]
    CorrectIsNoOrder { item: String },
    #[error("{item}: the option {option} has no dimension")]
    NoDimension { item: String, option: String },
    #[error("{item}: two options have the dimension {dimension}")]
    DuplicateDimension { item: String, dimension: String },
    #[error("the dimension {dimension} stands in {n} blocks, others in {usual}")]
    UnbalancedDimension { dimension: String, n: usize, usual: usize },
    #[error("{item}: some options have points and some have none")]
    IncompletePoints { item: String },
    #[error("{item}: the bounds are empty")]
    EmptyBounds { item: String },
    #[error("{item}: {name} is there twice")]
    DuplicateElement { item: String, name: String },
    #[error("{item}: the goal names {name}, which is not on the screens")]
    UnknownElement { item: String, name: String },
    #[error("{item}: the goal holds before anything is done")]
    GoalAtStart { item: String },
    #[error("{item} does not stand with the items of its section")]
    SectionOrder { item: String },
    #[error("{item} is shown after an answer to {named}, which does not come before it")]
    LateCondition { item: String, named: String },
    #[error("the scale {scale} is there twice")]
    DuplicateScale { scale: String },
    #[error("{scale}: no item is keyed")]
    NoKey { scale: String },
    #[error("{scale}: the key {item} names no item")]
    UnknownKey { scale: String, item: String },
    #[error("{scale}: the key {item} is there twice")]
    DuplicateKey { scale: String, item: String },
    #[error("{scale}: the item {item} is training and cannot be scored")]
    TrainingKeyed { scale: String, item: String },
    #[error("{scale}: the item {item} cannot be scored by this method")]
    MethodMismatch { scale: String, item: String },
    #[error("{scale}: a difference needs two other scales of one method and the same bounds")]
    DifferenceMismatch { scale: String },
    #[error("{scale}: the share {share} is not in ]0, 1]")]
    MinimumAnswered { scale: String, share: f64 },
    #[error("{scale}: the bounds {min} and {max} do not match its items")]
    BoundsMismatch { scale: String, min: f64, max: f64 },
    #[error("{scale}: a scale that is not scored has bands")]
    BandsWithoutScore { scale: String },
    #[error("{scale}: the bands are cut on a metric that needs a norm")]
    MetricWithoutNorm { scale: String },
    #[error("{scale}: the bands leave a hole or overlap at {at}")]
    BandGap { scale: String, at: f64 },
    #[error("{scale}: the bands do not cover the scale")]
    BandCover { scale: String },
    #[error("{scale}: the practice item or a pair names the unknown item {item}")]
    UnknownPair { scale: String, item: String },
    #[error("{item}: an adaptive test needs a model of each item")]
    NoModel { item: String },
    #[error("{item}: no share is aimed at for the area {area}")]
    UnknownArea { item: String, area: String },
    #[error("an adaptive test ends after {max} items, {min} are the fewest")]
    AdaptiveStop { min: usize, max: usize },
    #[error("the model of an item, or the grid of ability, is impossible")]
    Model(IrtError),
}

/// Most options of a choice, and of a ranking, which takes its cards one after the other.
const MOST_OPTIONS: usize = 9;
const MOST_RANKED: usize = 12;

pub(super) fn check(content: &Content) -> Result<(), Defect> {
    check_items(content)?;
    check_scales(content)?;
    content.adaptive.as_ref().map_or(Ok(()), |rules| check_adaptive(rules, &content.items, &content.sections))
}

fn check_items(content: &Content) -> Result<(), Defect> {
    let Content { items, sections, practices, .. } = content;
    if items.is_empty() {
        return Err(Defect::NoItem);
    }
    if let Some(twice) = first_duplicate(items.iter().map(|item| &item.id.0)) {
        return Err(Defect::DuplicateItem { item: twice.clone() });
    }
    practices.iter().map(|practice| &practice.item).chain(items).try_for_each(check_item)?;
    check_sections(items, sections)?;
    check_conditions(items)?;
    check_balance(items)
}

/// Checks one item alone: also what a practice item must satisfy.
///
/// # Errors
/// Returns the rule that the item breaks.
pub fn check_item(item: &Item) -> Result<(), Defect> {
    let name = || item.id.0.clone();
    match &item.kind {
        ItemKind::Likert { points, .. } => {
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
            check_options(item, options, MOST_OPTIONS)?;
            let n_points = options.iter().filter(|option| option.points.is_some()).count();
            if n_points > 0 && n_points < options.len() {
                return Err(Defect::IncompletePoints { item: name() });
            }
            correct.as_ref().map_or(Ok(()), |right| check_correct(item, options, std::slice::from_ref(right)))
        }
        ItemKind::MultipleChoice { options, correct, .. } => {
            check_options(item, options, MOST_OPTIONS)?;
            check_correct(item, options, correct)
        }
        ItemKind::MostLeast { options } => {
            check_options(item, options, MOST_OPTIONS)?;
            let dimensions = options.iter().map(|option| {
                option
                    .dimension
                    .as_ref()
                    .ok_or_else(|| Defect::NoDimension { item: name(), option: option.id.0.clone() })
            });
            let dimensions = dimensions.collect::<Result<Vec<_>, _>>()?;
            first_duplicate(dimensions.into_iter()).map_or(Ok(()), |dimension| {
                Err(Defect::DuplicateDimension { item: name(), dimension: dimension.clone() })
            })
        }
        ItemKind::Order { options, correct } => {
            check_options(item, options, MOST_RANKED)?;
            let Some((right, _)) = correct else { return Ok(()) };
            check_correct(item, options, right)?;
            if right.len() == options.len() { Ok(()) } else { Err(Defect::CorrectIsNoOrder { item: name() }) }
        }
        ItemKind::Number { min, max, .. } | ItemKind::Measure { min, max, .. } if min < max => Ok(()),
        ItemKind::Number { .. } | ItemKind::Measure { .. } => Err(Defect::EmptyBounds { item: name() }),
        ItemKind::Task(task) => check_task(&item.id.0, task),
        ItemKind::FreeText { .. } | ItemKind::Information | ItemKind::Generated(_) => Ok(()),
    }
}

fn check_options(item: &Item, options: &[Choice], most: usize) -> Result<(), Defect> {
    let name = || item.id.0.clone();
    if !(2..=most).contains(&options.len()) {
        return Err(Defect::OptionCount { item: name(), n: options.len(), most });
    }
    first_duplicate(options.iter().map(|option| &option.id.0))
        .map_or(Ok(()), |twice| Err(Defect::DuplicateOption { item: name(), option: twice.clone() }))
}

fn check_correct(item: &Item, options: &[Choice], correct: &[OptionId]) -> Result<(), Defect> {
    let name = || item.id.0.clone();
    if let Some(twice) = first_duplicate(correct.iter().map(|right| &right.0)) {
        return Err(Defect::DuplicateOption { item: name(), option: twice.clone() });
    }
    correct
        .iter()
        .find(|right| options.iter().all(|option| option.id != **right))
        .map_or(Ok(()), |right| Err(Defect::CorrectIsNoOption { item: name(), option: right.0.clone() }))
}

fn check_task(item: &str, task: &Task) -> Result<(), Defect> {
    let name = || item.to_owned();
    let elements = || task.views.iter().flat_map(|view| &view.elements);
    if let Some(twice) = first_duplicate(elements().map(|element| &element.id)) {
        return Err(Defect::DuplicateElement { item: name(), name: twice.clone() });
    }
    if let Some(twice) = first_duplicate(task.views.iter().map(|view| &view.id)) {
        return Err(Defect::DuplicateElement { item: name(), name: twice.clone() });
    }
    let goal = &task.goal;
    let named =
        goal.touched.iter().chain(&goal.untouched).chain(goal.fields.keys()).chain(goal.ticked.iter().flatten());
    for id in named {
        if elements().all(|element| element.id != *id) {
            return Err(Defect::UnknownElement { item: name(), name: id.clone() });
        }
    }
    if task.is_done(&task.begin()) { Err(Defect::GoalAtStart { item: name() }) } else { Ok(()) }
}

/// Items of one section stand together, in the order of the sections; with sections, every item has one.
fn check_sections(items: &[Item], sections: &[Section]) -> Result<(), Defect> {
    let mut before = 0;
    for item in items {
        let in_order = match item.section {
            None => sections.is_empty(),
            Some(section) => section < sections.len() && section >= before,
        };
        if !in_order {
            return Err(Defect::SectionOrder { item: item.id.0.clone() });
        }
        before = item.section.unwrap_or(before);
    }
    Ok(())
}

fn check_conditions(items: &[Item]) -> Result<(), Defect> {
    for (index, item) in items.iter().enumerate() {
        let compared = item.shown_if.iter().flat_map(|Condition { comparisons, .. }| comparisons);
        for comparison in compared {
            if items.iter().take(index).all(|earlier| earlier.id != comparison.item) {
                let (item, named) = (item.id.0.clone(), comparison.item.0.clone());
                return Err(Defect::LateCondition { item, named });
            }
        }
    }
    Ok(())
}

/// Every dimension of the most/least blocks stands in as many blocks: else it could not be chosen as often.
fn check_balance(items: &[Item]) -> Result<(), Defect> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        if let ItemKind::MostLeast { options } = &item.kind {
            for dimension in options.iter().filter_map(|option| option.dimension.as_deref()) {
                *counts.entry(dimension).or_default() += 1;
            }
        }
    }
    let usual = counts.values().copied().max().unwrap_or(0);
    counts
        .into_iter()
        .find(|(_, n)| *n != usual)
        .map_or(Ok(()), |(dimension, n)| Err(Defect::UnbalancedDimension { dimension: dimension.to_owned(), n, usual }))
}

fn check_scales(content: &Content) -> Result<(), Defect> {
    let scales = &content.scales;
    if let Some(twice) = first_duplicate(scales.iter().map(|scale| &scale.id.0)) {
        return Err(Defect::DuplicateScale { scale: twice.clone() });
    }
    for scale in scales {
        match scale.method {
            Method::Difference { .. } => check_difference(scale, scales)?,
            Method::Mean
            | Method::Sum
            | Method::Proportion
            | Method::MostLeast { .. }
            | Method::Rank { .. }
            | Method::Theta
            | Method::Unscored => check_keys(scale, content)?,
        }
        check_bands(scale)?;
    }
    Ok(())
}

fn check_difference(scale: &Scale, scales: &[Scale]) -> Result<(), Defect> {
    let Method::Difference { from, to } = &scale.method else { return Ok(()) };
    let find = |id: &ScaleId| scales.iter().find(|other| other.id == *id);
    let fits = match (find(from), find(to)) {
        (Some(from), Some(to)) => {
            let width = from.max - from.min;
            from.id != to.id
                && from.method == to.method
                && matches!(from.method, Method::Mean | Method::Sum | Method::Proportion | Method::Theta)
                && (from.min, from.max) == (to.min, to.max)
                && (scale.min, scale.max) == (-width, width)
        }
        _ => false,
    };
    if fits { Ok(()) } else { Err(Defect::DifferenceMismatch { scale: scale.id.0.clone() }) }
}

fn check_keys(scale: &Scale, content: &Content) -> Result<(), Defect> {
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
        let Some(item) = content.items.iter().find(|item| item.id == key.item) else {
            return Err(Defect::UnknownKey { scale: name(), item: key.item.0.clone() });
        };
        if item.is_training(&content.sections) && scale.method != Method::Unscored {
            return Err(Defect::TrainingKeyed { scale: name(), item: key.item.0.clone() });
        }
        if !scale.method.takes(item, key.direction) {
            return Err(Defect::MethodMismatch { scale: name(), item: key.item.0.clone() });
        }
    }
    let bounds = (scale.min, scale.max);
    if scale
        .method
        .bounds(scale.keys.iter().filter_map(|key| content.items.iter().find(|item| item.id == key.item)))
        .is_some_and(|expected| expected != bounds)
    {
        return Err(Defect::BoundsMismatch { scale: name(), min: scale.min, max: scale.max });
    }
    Ok(())
}

impl Method {
    /// Returns whether an item can be scored by this method.
    pub fn takes(&self, item: &Item, direction: Direction) -> bool {
        let positive = direction == Direction::Positive;
        let names =
            |dimension: &str| item.kind.options().iter().any(|option| option.dimension.as_deref() == Some(dimension));
        match self {
            Method::Mean | Method::Sum => item.kind.value_bounds().is_some(),
            Method::Proportion => item.kind.has_credit() && positive,
            Method::MostLeast { dimension } => {
                matches!(item.kind, ItemKind::MostLeast { .. }) && names(dimension) && positive
            }
            Method::Rank { dimension } => {
                matches!(item.kind, ItemKind::Order { correct: None, .. }) && names(dimension) && positive
            }
            Method::Theta => item.kind.has_right_answer() && item.model.is_some() && positive,
            Method::Unscored => positive,
            Method::Difference { .. } => false,
        }
    }

    /// Returns the bounds that the score of these items has; `None` where they are the author's.
    ///
    /// Items of unlike bounds give a range that no scale can have, so that the mismatch is told.
    pub fn bounds<'a>(&self, items: impl Iterator<Item = &'a Item>) -> Option<(f64, f64)> {
        let items: Vec<&Item> = items.collect();
        let n = items.len() as f64;
        match self {
            Method::Mean | Method::Sum => {
                let mut each = items.iter().filter_map(|item| item.kind.value_bounds());
                let first = each.next()?;
                let (low, high) = if each.all(|bounds| bounds == first) { first } else { (f64::NAN, f64::NAN) };
                Some(if *self == Method::Sum { (low * n, high * n) } else { (low, high) })
            }
            Method::Proportion => Some((0.0, 1.0)),
            Method::MostLeast { .. } => Some((-n, n)),
            Method::Rank { .. } => {
                let most = items.iter().map(|item| item.kind.options().len()).max().unwrap_or(1);
                Some((1.0, most as f64))
            }
            Method::Theta | Method::Unscored | Method::Difference { .. } => None,
        }
    }
}

fn check_bands(scale: &Scale) -> Result<(), Defect> {
    let name = || scale.id.0.clone();
    if scale.method == Method::Unscored && !scale.bands.is_empty() {
        return Err(Defect::BandsWithoutScore { scale: name() });
    }
    if scale.metric != Metric::Raw && scale.norm.as_ref().is_none_or(|norm| norm.sd <= 0.0) {
        return Err(Defect::MetricWithoutNorm { scale: name() });
    }
    for pair in scale.bands.windows(2) {
        if let [low, high] = pair
            && low.max != high.min
        {
            return Err(Defect::BandGap { scale: name(), at: low.max });
        }
    }
    let bounds = scale.band_bounds();
    match (scale.bands.first(), scale.bands.last()) {
        (None, _) | (_, None) => Ok(()),
        (Some(first), Some(last)) if (first.min, last.max) == bounds => {
            match scale.bands.iter().find(|band| band.min >= band.max) {
                Some(empty) => Err(Defect::BandGap { scale: name(), at: empty.min }),
                None => Ok(()),
            }
        }
        _ => Err(Defect::BandCover { scale: name() }),
    }
}

fn check_adaptive(rules: &AdaptiveRules, items: &[Item], sections: &[Section]) -> Result<(), Defect> {
    for item in items.iter().filter(|item| !item.is_training(sections)) {
        if item.model.is_none() || !item.kind.has_right_answer() {
            return Err(Defect::NoModel { item: item.id.0.clone() });
        }
        if !rules.areas.is_empty() && rules.areas.iter().all(|(area, _)| *area != item.area) {
            return Err(Defect::UnknownArea { item: item.id.0.clone(), area: item.area.clone() });
        }
    }
    if rules.min_items > rules.max_items || rules.max_items == 0 {
        return Err(Defect::AdaptiveStop { min: rules.min_items, max: rules.max_items });
    }
    Ok(())
}

fn first_duplicate<'a>(names: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let mut seen = BTreeSet::new();
    names.into_iter().find(|name| !seen.insert(*name))
}
