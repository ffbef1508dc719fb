//! How the parts of a definition must fit together: keys name items, bands cover their scale, norms are large enough.

use std::collections::BTreeSet;

use crate::domain::assessment::{
    Band, ConsistencyPair, Defect, Direction, ItemId, ItemKind, Method, Scale, ScaleId, point_bounds,
};
use crate::domain::definition_check::Reason;

use super::definition::{BandEntry, Definition, ItemEntry, Metric, ScaleEntry};
use super::reader::{Findings, Placed};

/// Fewest people of a norm that may place a person among others (EFPA review model: a low-stakes sample).
const SMALLEST_NORM: u32 = 200;

pub fn check_items(definition: &Definition, findings: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for entry in definition.items.iter().filter(|entry| !entry.id.value.is_empty()) {
        if !seen.insert(&entry.id.value) {
            let defect = Defect::DuplicateItem { item: entry.id.value.clone() };
            findings.note(entry.id.line, format!("{}.id", entry.path), Reason::Defect(defect));
        }
    }
}

/// Checks every scale with its bands and returns them as the domain has them.
///
/// What it returns is right only when nothing was noted.
pub fn scales(definition: &Definition, findings: &mut Findings<'_>) -> Vec<Scale> {
    let mut seen = BTreeSet::new();
    for band in &definition.bands {
        if definition.scales.iter().all(|scale| scale.id.value != band.scale.value) {
            let reason = Reason::UnknownScale { name: band.scale.value.clone() };
            findings.note(band.scale.line, format!("{}.echelle", band.path), reason);
        }
    }
    let mut scales = Vec::new();
    for entry in &definition.scales {
        if !seen.insert(&entry.id.value) {
            let defect = Defect::DuplicateScale { scale: entry.id.value.clone() };
            findings.note(entry.id.line, format!("{}.id", entry.path), Reason::Defect(defect));
        }
        let share = entry.minimum_answered.value;
        if !(share > 0.0 && share <= 1.0) {
            let defect = Defect::MinimumAnswered { scale: entry.id.value.clone(), share };
            let key = format!("{}.min_repondus", entry.path);
            findings.note(entry.minimum_answered.line, key, Reason::Defect(defect));
        }
        check_keys(entry, &definition.items, findings);
        let Some(method) = entry.method else { continue };
        let Some((min, max)) = bounds(entry, method, &definition.items, findings) else { continue };
        let bands = bands(entry, (min, max), definition, findings);
        scales.push(Scale {
            id: ScaleId(entry.id.value.clone()),
            title: entry.title.clone(),
            method,
            keys: entry.keys.value.iter().map(|key| key.value.clone()).collect(),
            minimum_answered: share,
            min,
            max,
            reliability: entry.reliability.clone(),
            bands,
        });
    }
    scales
}

fn check_keys(entry: &ScaleEntry, items: &[ItemEntry], findings: &mut Findings<'_>) {
    let scale = || entry.id.value.clone();
    let path = format!("{}.items", entry.path);
    if entry.keys.value.is_empty() && entry.method.is_some() {
        findings.note(entry.keys.line, path.clone(), Reason::Defect(Defect::NoKey { scale: scale() }));
    }
    let mut seen = BTreeSet::new();
    for Placed { value: key, line } in &entry.keys.value {
        let item = || key.item.0.clone();
        if !seen.insert(&key.item) {
            let defect = Defect::DuplicateKey { scale: scale(), item: item() };
            findings.note(*line, path.clone(), Reason::Defect(defect));
            continue;
        }
        let Some(named) = items.iter().find(|entry| entry.id.value == key.item.0) else {
            let defect = Defect::UnknownKey { scale: scale(), item: item() };
            findings.note(*line, path.clone(), Reason::Defect(defect));
            continue;
        };
        let (Some(method), Some(question)) = (entry.method, &named.item) else { continue };
        let bounded = matches!(question.kind, ItemKind::Likert { .. });
        let fits = match method {
            Method::Mean => bounded,
            Method::Proportion => question.kind.has_right_answer(),
        };
        if key.direction == Direction::Reversed && !bounded {
            findings.note(*line, path.clone(), Reason::ReversedUnbounded { item: item() });
        } else if !fits {
            let defect = Defect::MethodMismatch { scale: scale(), item: item() };
            findings.note(*line, path.clone(), Reason::Defect(defect));
        }
    }
}

/// Returns the bounds of a scale, those of its items where they are known, and notes where other ones are written.
fn bounds(entry: &ScaleEntry, method: Method, items: &[ItemEntry], findings: &mut Findings<'_>) -> Option<(f64, f64)> {
    let of_items: Vec<(f64, f64)> = match method {
        Method::Proportion => vec![(0.0, 1.0)],
        Method::Mean => entry.keys.value.iter().filter_map(|key| item_bounds(&key.value.item, items)).collect(),
    };
    let Some(known) = of_items.first().copied() else {
        return Some((entry.min.as_ref()?.value, entry.max.as_ref()?.value));
    };
    let (min, max) = (
        entry.min.as_ref().map_or(known.0, |bound| bound.value),
        entry.max.as_ref().map_or(known.1, |bound| bound.value),
    );
    if of_items.iter().any(|bounds| *bounds != (min, max)) {
        let (key, line) = match (&entry.min, &entry.max) {
            (Some(written), _) if written.value != known.0 => ("borne_min", written.line),
            (_, Some(written)) if written.value != known.1 => ("borne_max", written.line),
            _ => ("items", entry.keys.line),
        };
        let defect = Defect::BoundsMismatch { scale: entry.id.value.clone(), min, max };
        findings.note(line, format!("{}.{key}", entry.path), Reason::Defect(defect));
    }
    Some(known)
}

fn item_bounds(id: &ItemId, items: &[ItemEntry]) -> Option<(f64, f64)> {
    let question = items.iter().find(|entry| entry.id.value == id.0)?.item.as_ref()?;
    match &question.kind {
        ItemKind::Likert { points } => Some(point_bounds(points)),
        ItemKind::SingleChoice { .. } | ItemKind::Number { .. } => None,
    }
}

fn bands(
    entry: &ScaleEntry,
    (min, max): (f64, f64),
    definition: &Definition,
    findings: &mut Findings<'_>,
) -> Vec<Band> {
    let scale = || entry.id.value.clone();
    let mut bands: Vec<&BandEntry> =
        definition.bands.iter().filter(|band| band.scale.value == entry.id.value).collect();
    bands.sort_by(|a, b| a.min.value.total_cmp(&b.min.value));
    let n = definition.norms.get(&entry.id.value).copied().unwrap_or(0);
    let mut sound = definition.bands_complete;
    for band in &bands {
        let metric = |reason| (band.metric.line, format!("{}.metrique", band.path), reason);
        let (line, key, reason) = match band.metric.value {
            Metric::Normed(_) if n < SMALLEST_NORM => metric(Reason::NormTooSmall { n, needed: SMALLEST_NORM }),
            Metric::Normed(name) => metric(Reason::UnsupportedMetric { found: name.to_owned() }),
            Metric::Theta => metric(Reason::UnsupportedMetric { found: "theta".to_owned() }),
            Metric::Raw if band.min.value >= band.max.value => {
                (band.max.line, format!("{}.max", band.path), Reason::EmptyBand)
            }
            Metric::Raw => continue,
        };
        findings.note(line, key, reason);
        sound = false;
    }
    if sound {
        for pair in bands.windows(2) {
            if let [low, high] = pair
                && low.max.value != high.min.value
            {
                let defect = Defect::BandGap { scale: scale(), at: low.max.value };
                findings.note(high.min.line, format!("{}.min", high.path), Reason::Defect(defect));
            }
        }
        let uncovered = |at: &Placed<f64>, key: String| (at.line, key, Defect::BandCover { scale: scale() });
        let low = bands.first().filter(|band| band.min.value != min);
        let high = bands.last().filter(|band| band.max.value != max);
        let ends = [
            low.map(|band| uncovered(&band.min, format!("{}.min", band.path))),
            high.map(|band| uncovered(&band.max, format!("{}.max", band.path))),
        ];
        for (line, key, defect) in ends.into_iter().flatten() {
            findings.note(line, key, Reason::Defect(defect));
        }
    }
    bands.into_iter().map(band).collect()
}

fn band(entry: &BandEntry) -> Band {
    Band {
        min: entry.min.value,
        max: entry.max.value,
        title: entry.title.clone(),
        for_person: entry.for_person.clone(),
        for_counsellor: entry.for_counsellor.clone(),
    }
}

/// Checks the pairs of similar or opposite items and returns them as the domain has them.
pub fn pairs(definition: &Definition, findings: &mut Findings<'_>) -> Vec<ConsistencyPair> {
    for pair in &definition.pairs {
        for (side, name) in [("a", &pair.a), ("b", &pair.b)] {
            if definition.items.iter().all(|entry| entry.id.value != name.value) {
                let defect = Defect::UnknownPair { scale: pair.path.clone(), item: name.value.clone() };
                findings.note(name.line, format!("{}.{side}", pair.path), Reason::Defect(defect));
            }
        }
    }
    let pairs = definition.pairs.iter().map(|pair| ConsistencyPair {
        a: ItemId(pair.a.value.clone()),
        b: ItemId(pair.b.value.clone()),
        direction: if pair.reversed { Direction::Reversed } else { Direction::Positive },
        largest_gap: pair.largest_gap,
    });
    pairs.collect()
}
