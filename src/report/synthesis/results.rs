//! One assessment of the synthesis: how it was taken, a row a scale with its drawing, what it means, its norm.

use super::content::{AssessmentResult, OrderResult, ScaleResult};
use crate::i18n::long_date;
use crate::report::chart::{CellPicture, Chart, OrderChart, RadarAxis, RadarChart, Reading, Zones, interval};
use crate::report::document::{
    Align, Block, CellDrawing, Column, Figure, Ruling, Span, Table, TextStyle, Tone, plain, strong,
};
use crate::tr;

/// Returns the blocks of one assessment; everything up to the first rows stays on one page.
pub(super) fn blocks(result: &AssessmentResult, in_annex: bool) -> Vec<Block> {
    let mut opening = vec![Block::heading(3, result.title.clone())];
    let taken = tr!("report-taken", date = long_date(result.taken_on), version = result.version.as_str());
    let mut facts = vec![taken];
    facts.extend(result.conditions.iter().cloned());
    if result.norm.is_none() {
        facts.push(tr!("report-no-norm-short"));
    }
    let conditions = tr!("report-conditions", list = facts.join(" ; "));
    opening.push(Block::small(format!("{} {conditions}", sentence(&result.purpose))));
    if !result.cautions.is_empty() {
        let paragraphs = result.cautions.iter().map(|caution| vec![plain(caution.clone())]).collect();
        opening.push(Block::Callout { tone: Tone::Important, title: tr!("report-caution"), paragraphs });
    }
    let mut orders = result.orders.iter().map(order);
    let mut blocks = Vec::new();
    if result.scales.is_empty() {
        // Without a table of scales, the first order is what the opening leads to.
        opening.extend(orders.next().into_iter().flatten());
        blocks.push(Block::KeepTogether(opening));
    } else {
        blocks.push(Block::LeadIn(opening));
        blocks.push(table(result));
        // The body is for who has little time.
        blocks.extend(radar(result).filter(|_| in_annex));
    }
    blocks.extend(orders.map(Block::KeepTogether));
    if !result.meaning.is_empty() {
        let answer = result.resemblance.map(super::resembles);
        let heading = answer
            .map_or_else(|| tr!("report-meaning"), |answer| tr!("report-meaning-answered", answer = answer.as_str()));
        blocks.push(Block::heading(4, heading));
        blocks.push(Block::bullets(result.meaning.iter().cloned()));
    } else if let Some(answer) = result.resemblance {
        let spans = vec![strong(tr!("report-person-says-of-it")), plain(" "), plain(super::resembles(answer))];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    if let Some(norm) = &result.norm {
        let spans = vec![strong(tr!("report-norm-label")), plain(" "), plain(norm.clone())];
        blocks.push(Block::Paragraph { style: TextStyle::Body, spans });
    }
    if !result.changes.is_empty() {
        let heading = Block::heading(4, tr!("report-changes"));
        blocks.push(Block::KeepTogether(vec![heading, Block::bullets(result.changes.iter().cloned())]));
    }
    blocks
}

/// Returns the table of what stands out, a row an assessment: the details are elsewhere.
pub(super) fn in_brief(results: &[AssessmentResult]) -> Block {
    let row = |result: &AssessmentResult| -> Vec<Vec<Span>> {
        let name = vec![strong(result.title.clone()), plain(format!(", {}", long_date(result.taken_on)))];
        let mut said = vec![plain(result.stands_out.iter().map(|text| sentence(text)).collect::<Vec<_>>().join(" "))];
        for caution in &result.cautions {
            said.extend([plain(" "), strong(tr!("report-caution-short")), plain(" "), plain(sentence(caution))]);
        }
        if let Some(answer) = result.resemblance {
            let answer = sentence(&super::resembles(answer));
            said.extend([plain(" "), strong(tr!("report-person-says-of-it")), plain(format!(" {answer}"))]);
        }
        vec![name, said]
    };
    Block::Table(Table {
        caption: String::new(),
        columns: vec![
            Column::new(tr!("report-column-assessment"), 30),
            Column::new(tr!("report-column-stands-out"), 70),
        ],
        rows: results.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        drawings: Vec::new(),
        text: TextStyle::Body,
    })
}

/// Returns the text with a full stop where it has no end.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', '»']) { text.to_owned() } else { format!("{text}.") }
}

/// Returns the circle of a result all of whose scales have a score.
fn radar(result: &AssessmentResult) -> Option<Block> {
    let range = result.scales.first().filter(|_| result.is_circle)?.range;
    let axis = |scale: &ScaleResult| match &scale.reading {
        Reading::Measured { value, half_width, .. } if scale.range == range => {
            let label = scale.label.split(':').next().unwrap_or_default().trim().to_owned();
            Some(RadarAxis { label, value: *value, half_width: *half_width })
        }
        Reading::Measured { .. } | Reading::Absent { .. } => None,
    };
    let axes = result.scales.iter().map(axis).collect::<Option<Vec<_>>>()?;
    let chart = Chart::Radar(RadarChart { range, axes });
    Some(Block::Figure(Figure { chart, caption: tr!("report-radar-caption") }))
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

/// The column of the words, under which the zones are drawn.
const ZONE: usize = 1;

fn table(result: &AssessmentResult) -> Block {
    let row = |scale: &ScaleResult| -> Vec<Vec<Span>> {
        let cells = match &scale.reading {
            Reading::Measured { value, half_width, words, numbers } => [
                words.clone(),
                numbers.result(*value, scale.range.1).unwrap_or_else(dash),
                interval(*numbers, *value, *half_width, scale.range).unwrap_or_else(dash),
            ],
            Reading::Absent { reason } => [tr!("report-no-score-because", reason = reason.as_str()), dash(), dash()],
        };
        std::iter::once(vec![strong(scale.label.clone())]).chain(cells.map(|text| vec![plain(text)])).collect()
    };
    let drawing = |(row, scale): (usize, &ScaleResult)| match &scale.reading {
        Reading::Measured { value, half_width, .. } => {
            let (value, half_width) = (*value, *half_width);
            let zones = Zones { range: scale.range, cuts: scale.cuts.clone(), value, half_width };
            Some(CellDrawing { row, column: ZONE, picture: CellPicture::Zones(zones) })
        }
        Reading::Absent { .. } => None,
    };
    let centred = |title: String, weight: u16| Column { align: Align::Centre, ..Column::new(title, weight) };
    Block::Table(Table {
        // The heading above says it already.
        caption: String::new(),
        columns: vec![
            Column::new(tr!("report-column-scale"), 26),
            Column { zones: result.bands.clone(), ..Column::new(tr!("report-column-band"), 49) },
            centred(tr!("report-column-value"), 11),
            centred(tr!("report-column-interval"), 14),
        ],
        rows: result.scales.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        drawings: result.scales.iter().enumerate().filter_map(drawing).collect(),
        text: TextStyle::Small,
    })
}

fn dash() -> String {
    "–".to_owned()
}
