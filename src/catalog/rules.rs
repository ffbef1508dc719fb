//! How the parts of a definition must fit together: keys name items, bands cover their scale, norms are large enough.

use std::collections::BTreeSet;

use crate::domain::assessment::Metric as BandMetric;
use crate::domain::assessment::{
    Band, ConsistencyPair, Defect, Direction, Item, ItemId, JobLead, Method, SMALLEST_NORM, SMALLEST_PROVISIONAL_NORM,
    Scale, ScaleId, Status,
};
use crate::domain::definition_check::Reason;

use super::definition::{BandEntry, Definition, ItemEntry, Metric, ScaleEntry};
use super::reader::{Findings, Placed};

/// Fewest items of an area that an adaptive test can choose among.
const SMALLEST_AREA: usize = 8;

pub fn check_items(definition: &Definition, findings: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for entry in definition.items.iter().filter(|entry| !entry.id.value.is_empty()) {
        if !seen.insert(&entry.id.value) {
            let defect = Defect::DuplicateItem { item: entry.id.value.clone() };
            findings.note(entry.id.line, format!("{}.id", entry.path), Reason::Defect(defect));
        }
    }
    for (index, entry) in definition.items.iter().enumerate() {
        let condition = entry.item.as_ref().and_then(|item| item.shown_if.as_ref());
        for comparison in condition.iter().flat_map(|condition| &condition.comparisons) {
            if definition.items.iter().take(index).all(|earlier| earlier.id.value != comparison.item.0) {
                let (item, named) = (entry.id.value.clone(), comparison.item.0.clone());
                let defect = Defect::LateCondition { item, named };
                findings.note(entry.id.line, format!("{}.afficher_si", entry.path), Reason::Defect(defect));
            }
        }
    }
    check_adaptive(definition, findings);
}

/// Checks what an adaptive test needs of its bank.
fn check_adaptive(definition: &Definition, findings: &mut Findings<'_>) {
    let Some(rules) = &definition.adaptive else { return };
    let published = definition.about.as_ref().is_some_and(|about| about.status == Status::Valid);
    let items: Vec<(&ItemEntry, &Item)> =
        definition.items.iter().filter_map(|entry| Some((entry, entry.item.as_ref()?))).collect();
    let training = |item: &Item| item.is_training(&definition.sections);
    for (entry, item) in items.iter().filter(|(_, item)| !training(item)) {
        let area = || item.area.clone();
        let defect = if item.model.is_none() || !item.kind.has_right_answer() {
            ("irt", Defect::NoModel { item: entry.id.value.clone() })
        } else if !rules.value.areas.is_empty() && rules.value.areas.iter().all(|(known, _)| *known != item.area) {
            ("domaine", Defect::UnknownArea { item: entry.id.value.clone(), area: area() })
        } else {
            continue;
        };
        findings.note(entry.id.line, format!("{}.{}", entry.path, defect.0), Reason::Defect(defect.1));
    }
    for Placed { value: area, line } in &definition.areas {
        let n = items.iter().filter(|(_, item)| item.area == *area && !training(item)).count();
        if n < SMALLEST_AREA {
            let reason = Reason::AreaTooSmall { area: area.clone(), n, needed: SMALLEST_AREA, published };
            findings.note(*line, format!("adaptatif.equilibre.{area}"), reason);
        }
    }
}

/// Returns the jobs that scales may open, noting those of no scale.
pub fn leads(definition: &mut Definition, findings: &mut Findings<'_>) -> Vec<JobLead> {
    let leads = std::mem::take(&mut definition.leads);
    for (named, _) in &leads {
        if definition.scales.iter().all(|scale| scale.id.value != named.value) {
            findings.note(named.line, "restitution.rome.echelle", Reason::UnknownScale { name: named.value.clone() });
        }
    }
    leads.into_iter().map(|(_, lead)| lead).collect()
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
        let Some(method) = entry.method.as_ref().map(|method| method.value.clone()) else { continue };
        check_difference(entry, &method, definition, findings);
        let Some((min, max)) = bounds(entry, &method, definition, findings) else { continue };
        let norm = definition.norms.get(&entry.id.value).cloned();
        let metric = metric(entry, &method, definition, findings);
        let mut scale = Scale {
            id: ScaleId(entry.id.value.clone()),
            title: entry.title.clone(),
            method,
            keys: entry.keys.value.iter().map(|key| key.value.clone()).collect(),
            minimum_answered: share,
            min,
            max,
            reliability: entry.reliability.clone(),
            norm,
            metric: metric.unwrap_or(BandMetric::Raw),
            bands: Vec::new(),
        };
        scale.bands = bands(entry, metric.map(|_| scale.band_bounds()), definition, findings);
        scales.push(scale);
    }
    scales
}

/// Checks that the two scales of a difference are there.
fn check_difference(entry: &ScaleEntry, method: &Method, definition: &Definition, findings: &mut Findings<'_>) {
    let Method::Difference { from, to } = method else { return };
    for (key, named) in [("de", from), ("a", to)] {
        if definition.scales.iter().all(|scale| scale.id.value != named.0) {
            let reason = Reason::UnknownScale { name: named.0.clone() };
            findings.note(entry.id.line, format!("{}.{key}", entry.path), reason);
        }
    }
}

/// Returns on which numbers the bands of a scale are cut; `None` when they cannot be checked.
fn metric(
    entry: &ScaleEntry,
    method: &Method,
    definition: &Definition,
    findings: &mut Findings<'_>,
) -> Option<BandMetric> {
    let norm = definition.norms.get(&entry.id.value);
    let n = norm.map_or(0, |norm| norm.n);
    let mut found = None;
    let mut sound = true;
    for band in definition.bands.iter().filter(|band| band.scale.value == entry.id.value) {
        let mut note = |reason| findings.note(band.metric.line, format!("{}.metrique", band.path), reason);
        let theta = *method == Method::Theta;
        let metric = match band.metric.value {
            Metric::Raw if !theta => BandMetric::Raw,
            Metric::Theta if theta => BandMetric::Raw,
            Metric::Raw | Metric::Theta => {
                note(Reason::MetricOfMethod);
                sound = false;
                continue;
            }
            Metric::T => BandMetric::T,
            Metric::Sten => BandMetric::Sten,
            Metric::PercentileRank => BandMetric::PercentileRank,
        };
        if metric != BandMetric::Raw {
            let no_deviation = metric != BandMetric::PercentileRank && norm.is_some_and(|norm| norm.sd <= 0.0);
            if n < SMALLEST_PROVISIONAL_NORM {
                note(Reason::NormTooSmall { n, needed: SMALLEST_NORM });
                sound = false;
            } else if no_deviation {
                note(Reason::NormWithoutDeviation);
                sound = false;
            } else if n < SMALLEST_NORM {
                note(Reason::NormProvisional { n, needed: SMALLEST_NORM });
            }
        }
        if *found.get_or_insert(metric) != metric {
            note(Reason::MixedMetrics);
            sound = false;
        }
    }
    sound.then(|| found.unwrap_or(BandMetric::Raw))
}

fn check_keys(entry: &ScaleEntry, items: &[ItemEntry], findings: &mut Findings<'_>) {
    let scale = || entry.id.value.clone();
    let path = format!("{}.items", entry.path);
    let needs_keys = entry.method.as_ref().is_some_and(|method| !matches!(method.value, Method::Difference { .. }));
    if entry.keys.value.is_empty() && needs_keys {
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
        let (Some(method), Some(question)) = (&entry.method, &named.item) else { continue };
        let bounded = question.kind.value_bounds().is_some();
        let fits = method.value.takes(question, key.direction);
        if key.direction == Direction::Reversed && !bounded {
            findings.note(*line, path.clone(), Reason::ReversedUnbounded { item: item() });
        } else if !fits {
            let defect = Defect::MethodMismatch { scale: scale(), item: item() };
            findings.note(*line, path.clone(), Reason::Defect(defect));
        }
    }
}

/// Returns the bounds of a scale, those of its items where they are known, and notes where other ones are written.
fn bounds(
    entry: &ScaleEntry,
    method: &Method,
    definition: &Definition,
    findings: &mut Findings<'_>,
) -> Option<(f64, f64)> {
    let item = |id: &ItemId| definition.items.iter().find(|entry| entry.id.value == id.0)?.item.as_ref();
    let items: Vec<&Item> = entry.keys.value.iter().filter_map(|key| item(&key.value.item)).collect();
    let written = || Some((entry.min.as_ref()?.value, entry.max.as_ref()?.value));
    let known = match method {
        Method::Difference { from, to: _ } => difference_bounds(from, definition),
        Method::Theta => {
            let grid =
                definition.adaptive.as_ref().map_or((-6.0, 6.0), |rules| (rules.value.grid.0, rules.value.grid.1));
            Some(grid)
        }
        Method::Unscored => Some(written().unwrap_or((0.0, 1.0))),
        Method::Mean | Method::Sum | Method::Proportion | Method::MostLeast { .. } | Method::Rank { .. } => {
            // A key of no item, or of an item that could not be read, is noted already.
            (items.len() == entry.keys.value.len()).then(|| method.bounds(items.iter().copied())).flatten()
        }
    };
    let Some(known) = known else { return written() };
    let (min, max) = (
        entry.min.as_ref().map_or(known.0, |bound| bound.value),
        entry.max.as_ref().map_or(known.1, |bound| bound.value),
    );
    if (min, max) != known {
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

/// The width of the scale that a difference is taken from, to both sides.
fn difference_bounds(from: &ScaleId, definition: &Definition) -> Option<(f64, f64)> {
    let entry = definition.scales.iter().find(|scale| scale.id.value == from.0)?;
    let method = &entry.method.as_ref()?.value;
    if matches!(method, Method::Difference { .. }) {
        return None;
    }
    let mut unheard = Findings::new(std::path::Path::new(""), "");
    let (low, high) = bounds(entry, method, definition, &mut unheard)?;
    Some((low - high, high - low))
}

fn bands(
    entry: &ScaleEntry,
    bounds: Option<(f64, f64)>,
    definition: &Definition,
    findings: &mut Findings<'_>,
) -> Vec<Band> {
    let scale = || entry.id.value.clone();
    let mut bands: Vec<&BandEntry> =
        definition.bands.iter().filter(|band| band.scale.value == entry.id.value).collect();
    bands.sort_by(|a, b| a.min.value.total_cmp(&b.min.value));
    let mut sound = definition.bands_complete;
    for band in bands.iter().filter(|band| band.min.value >= band.max.value) {
        findings.note(band.max.line, format!("{}.max", band.path), Reason::EmptyBand);
        sound = false;
    }
    let unscored = entry.method.as_ref().is_some_and(|method| method.value == Method::Unscored);
    if let Some(first) = bands.first().filter(|_| unscored) {
        let defect = Defect::BandsWithoutScore { scale: scale() };
        findings.note(first.scale.line, format!("{}.echelle", first.path), Reason::Defect(defect));
        sound = false;
    }
    let Some((min, max)) = bounds else { return bands.into_iter().map(band).collect() };
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
