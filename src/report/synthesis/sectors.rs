//! The six sectors in order: bars with their band in words, then what speaks for and against each, and where to begin.

use super::content::{SectorResult, SectorsResult};
use crate::i18n::terms;
use crate::report::chart::{Bar, BarsChart, Chart};
use crate::report::document::{Block, Column, Figure, Ruling, Span, Table, TextStyle, Tone, plain, strong};
use crate::tr;

pub(super) fn blocks(sectors: &SectorsResult) -> Vec<Block> {
    let mut opening = vec![Block::heading(2, tr!("term-sectors")), Block::body(tr!("term-sectors-intro"))];
    if !sectors.missing.is_empty() {
        let paragraphs = sectors.missing.iter().map(|missing| vec![plain(missing.clone())]).collect();
        opening.push(Block::Callout { tone: Tone::Important, title: tr!("term-sectors-missing"), paragraphs });
    }
    let convention = Block::small(tr!("term-sectors-convention", source = sectors.source.as_str()));
    if sectors.rows.is_empty() {
        opening.push(convention);
        return vec![Block::KeepTogether(opening)];
    }
    opening.push(Block::Figure(Figure { chart: bars(sectors), caption: String::new() }));
    vec![Block::KeepTogether(opening), table(sectors), convention]
}

fn bars(sectors: &SectorsResult) -> Chart {
    let bar = |row: &SectorResult| Bar {
        label: tr!("term-sector-placed", place = row.place.as_str(), title = row.title.as_str()),
        value: row.fit,
        words: terms::fit_band(row.band),
    };
    Chart::Bars(BarsChart { full: 1.0, bars: sectors.rows.iter().map(bar).collect() })
}

fn table(sectors: &SectorsResult) -> Block {
    let row = |row: &SectorResult| -> Vec<Vec<Span>> {
        let jobs = tr!("report-sector-begin", jobs = row.jobs.join(" ; "));
        let name = vec![strong(row.title.clone()), plain(format!(" : {}. {jobs}", terms::fit_band(row.band)))];
        let mut against: Vec<Span> = Vec::new();
        if !row.obstacles.is_empty() {
            against.push(strong(row.obstacles.clone()));
        }
        against.extend(row.reasons_against.iter().map(|reason| plain(format!(" {reason}"))));
        vec![name, vec![plain(or_dash(&row.reasons_for.join(" ")))], or_dash_spans(against)]
    };
    Block::Table(Table {
        caption: tr!("report-sectors-table"),
        columns: vec![
            Column::new(tr!("report-column-sector"), 32),
            Column::new(tr!("report-column-for"), 34),
            Column::new(tr!("report-column-against"), 34),
        ],
        rows: sectors.rows.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        drawings: Vec::new(),
        text: TextStyle::Small,
    })
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}

fn or_dash_spans(spans: Vec<Span>) -> Vec<Span> {
    if spans.is_empty() { vec![plain("–")] } else { spans }
}
