//! What stands out of one assessment: scales clearly in an outer zone, and the ends of each order.

use crate::app::results::{BandWords, OrderRow, OrderView, ResultView, ScaleView, Told};
use crate::domain::scoring::change::Verdict;
use crate::domain::scoring::{BandReading, Outcome};
use crate::tr;

/// Paragraphs of meaning that one assessment gets at most: the page stays readable.
const MEANINGS: usize = 3;

/// Returns the texts that say most: of the scales that stand out, then of the two ends of each order, whose scores depend on
/// each other and say less.
pub(super) fn meaning(view: &ResultView) -> Vec<String> {
    let scales = outer(view).into_iter().map(|(scale, words)| told_to_the_person(&scale.title, words));
    let ends = view.orders.iter().flat_map(|order| {
        let last = order.last_place();
        let at = move |place: usize| at_place(order, place).filter(move |_| last > 1);
        at(1).chain(at(last)).filter_map(|row| Some(told_to_the_person(&row.title, row.reading.as_ref()?)))
    });
    scales.chain(ends).take(MEANINGS).collect()
}

/// Returns every scale that stands out, with its zone; who comes first in each order; and what has no score.
pub(super) fn stands_out(view: &ResultView) -> Vec<String> {
    let zone = |(scale, words): (&ScaleView, &BandWords)| {
        tr!("document-stands-out", scale = scale.title.as_str(), words = words.title.as_str())
    };
    let first = |order: &OrderView| {
        let titles: Vec<&str> = at_place(order, 1).map(|row| row.title.as_str()).collect();
        (!titles.is_empty()).then(|| tr!("document-first-place", labels = titles.join(" ; ")))
    };
    let mut told: Vec<String> = outer(view).into_iter().map(zone).chain(view.orders.iter().filter_map(first)).collect();
    if told.is_empty() {
        told.push(tr!("document-nothing-stands-out"));
    }
    let has_no_score = |scale: &&ScaleView| !matches!(scale.outcome, Outcome::Scored { .. });
    let unscored: Vec<&str> = view.scales.iter().filter(has_no_score).map(|scale| scale.title.as_str()).collect();
    if !unscored.is_empty() {
        told.push(tr!("document-without-score", scales = unscored.join(" ; ")));
    }
    told
}

/// Returns the scales clearly in an outer zone, farthest from the middle first.
fn outer(view: &ResultView) -> Vec<(&ScaleView, &BandWords)> {
    let mut found: Vec<(f64, &ScaleView, &BandWords)> = view
        .scales
        .iter()
        .filter(|scale| scale.told != Told::Gain(Verdict::NotClaimed))
        .filter_map(|scale| {
            let Outcome::Scored { value, band: Some(BandReading::Within(index)), .. } = &scale.outcome else {
                return None;
            };
            let is_outer = scale.bands.len() > 1 && (*index == 0 || index + 1 == scale.bands.len());
            let words = scale.reading.first().filter(|_| is_outer)?;
            Some((((value - scale.min) / (scale.max - scale.min) - 0.5).abs(), scale, words))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, scale, words)| (scale, words)).collect()
}

fn at_place(order: &OrderView, place: usize) -> impl Iterator<Item = &OrderRow> {
    order.rows.iter().filter(move |row| row.place == place)
}

fn told_to_the_person(title: &str, words: &BandWords) -> String {
    tr!("document-meaning", scale = title, text = words.for_person.as_str())
}
