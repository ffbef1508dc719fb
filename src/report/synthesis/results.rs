//! One assessment: what it measures, how it was taken, profile, meaning, norm and table.

use super::content::{AssessmentResult, OrderResult, ScaleResult};
use crate::i18n::long_date;
use crate::report::chart::{Chart, OrderChart, ProfileChart, ProfileRow, Reading, interval};
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
    if !result.scales.is_empty() {
        opening.push(Block::Figure(Figure { chart: profile(result), caption: String::new() }));
    }
    let mut orders = result.orders.iter().map(order);
    // Without a profile, the first order is what the opening leads to.
    if result.scales.is_empty() {
        opening.extend(orders.next().into_iter().flatten());
    }
    let mut blocks = vec![Block::KeepTogether(opening)];
    blocks.extend(orders.map(Block::KeepTogether));
    if !result.meaning.is_empty() {
        let mut texts = vec![Block::heading(4, tr!("report-meaning"))];
        texts.extend(result.meaning.iter().map(|text| Block::body(text.clone())));
        blocks.extend(texts);
    }
    if let Some(answer) = result.resemblance {
        let spans = vec![strong(tr!("report-person-says-of-it")), plain(" "), plain(super::resembles(answer))];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    if let Some(norm) = &result.norm {
        let spans = vec![strong(tr!("report-norm-label")), plain(" "), plain(norm.clone())];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    if !result.scales.is_empty() {
        blocks.push(table(result));
    }
    if !result.changes.is_empty() {
        let heading = Block::heading(4, tr!("report-changes"));
        blocks.push(Block::KeepTogether(vec![heading, Block::bullets(result.changes.iter().cloned())]));
    }
    blocks
}

fn order(order: &OrderResult) -> Vec<Block> {
    let mut blocks = vec![Block::heading(4, order.title.clone())];
    if order.marks.is_empty() {
        blocks.push(Block::body(order.absent.clone()));
        return blocks;
    }
    let chart = Chart::Order(OrderChart { marks: order.marks.clone() });
    blocks.push(Block::Figure(Figure { chart, caption: tr!("term-order-caption") }));
    blocks
}

fn profile(result: &AssessmentResult) -> Chart {
    let row = |scale: &ScaleResult| ProfileRow {
        label: scale.label.clone(),
        range: scale.range,
        cuts: scale.cuts.clone(),
        reading: scale.reading.clone(),
    };
    Chart::Profile(ProfileChart { bands: result.bands.clone(), rows: result.scales.iter().map(row).collect() })
}

fn table(result: &AssessmentResult) -> Block {
    let row = |scale: &ScaleResult| -> Vec<Vec<Span>> {
        let cells = match &scale.reading {
            Reading::Measured { value, half_width, words, numbers } => [
                scale.label.clone(),
                words.clone(),
                numbers.result(*value, scale.range.1).unwrap_or_else(dash),
                interval(*numbers, *value, *half_width, scale.range).unwrap_or_else(dash),
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
        drawings: Vec::new(),
        text: TextStyle::Small,
    })
}

fn dash() -> String {
    "–".to_owned()
}
