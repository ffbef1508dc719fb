//! One assessment: what it measures, how it was taken, profile, meaning, norm and table.

use super::content::{AssessmentResult, ScaleResult};
use crate::i18n::{decimal, long_date};
use crate::report::chart::{Chart, ProfileChart, ProfileRow, Reading};
use crate::report::document::{Align, Block, Column, Figure, Ruling, Span, Table, TextStyle, Tone, plain, strong};
use crate::tr;

/// Returns the blocks of one assessment; `before` and everything up to the chart stay on one page.
pub(super) fn blocks(before: Vec<Block>, result: &AssessmentResult) -> Vec<Block> {
    let mut opening = before;
    opening.push(Block::heading(3, result.title.clone()));
    let taken = tr!("report-taken", date = long_date(result.taken_on), version = result.version.as_str());
    let mut facts = vec![taken];
    facts.extend(result.conditions.iter().cloned());
    if result.norm.is_none() {
        facts.push(tr!("report-no-norm-short"));
    }
    opening.push(Block::body(result.purpose.clone()));
    opening.push(Block::small(tr!("report-conditions", list = facts.join(" ; "))));
    if !result.cautions.is_empty() {
        let paragraphs = result.cautions.iter().map(|caution| vec![plain(caution.clone())]).collect();
        opening.push(Block::Callout { tone: Tone::Important, title: tr!("report-caution"), paragraphs });
    }
    opening.push(Block::Figure(Figure { chart: profile(result), caption: String::new() }));
    let mut blocks = vec![Block::KeepTogether(opening)];
    blocks.extend(result.meaning.iter().map(|text| Block::body(text.clone())));
    if let Some(norm) = &result.norm {
        let spans = vec![strong(tr!("report-norm-label")), plain(" "), plain(norm.clone())];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    blocks.push(table(result));
    blocks
}

fn profile(result: &AssessmentResult) -> Chart {
    let row = |scale: &ScaleResult| ProfileRow {
        label: scale.label.clone(),
        range: scale.range,
        cuts: scale.cuts,
        reading: scale.reading.clone(),
    };
    Chart::Profile(ProfileChart { bands: result.bands.clone(), rows: result.scales.iter().map(row).collect() })
}

fn table(result: &AssessmentResult) -> Block {
    let row = |scale: &ScaleResult| -> Vec<Vec<Span>> {
        let cells = match &scale.reading {
            Reading::Measured { value, half_width, words } => [
                scale.label.clone(),
                words.clone(),
                tr!("report-value-of", value = decimal(*value, 1), max = decimal(scale.range.1, 0)),
                interval(*value, *half_width, scale.range),
            ],
            Reading::Absent { reason } => {
                [scale.label.clone(), tr!("report-no-score-because", reason = reason.as_str()), dash(), dash()]
            }
        };
        cells.map(|text| vec![plain(text)]).to_vec()
    };
    let centred = |title: String, weight: u16| Column { align: Align::Centre, ..Column::new(title, weight) };
    Block::Table(Table {
        caption: tr!("report-scales-table", title = result.title.as_str()),
        columns: vec![
            Column::new(tr!("report-column-scale"), 26),
            Column::new(tr!("report-column-band"), 36),
            centred(tr!("report-column-value"), 14),
            centred(tr!("report-column-interval"), 24),
        ],
        rows: result.scales.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
    })
}

fn dash() -> String {
    "–".to_owned()
}

/// Returns the interval in words. Identical answers give a zone of no width: they tell nothing of the error,
/// which is then said instead of a false certainty.
fn interval(value: f64, half_width: f64, range: (f64, f64)) -> String {
    if half_width <= 0.0 {
        return tr!("report-no-interval");
    }
    let (from, to) = ((value - half_width).max(range.0), (value + half_width).min(range.1));
    tr!("report-interval", from = decimal(from, 1), to = decimal(to, 1))
}
