//! The identity of each instrument, one row each: what must be known before a number is trusted.

use super::content::Instrument;
use crate::report::document::{Block, Column, Ruling, Span, Table, TextStyle, plain, strong};
use crate::tr;

pub(super) fn blocks(instruments: &[Instrument]) -> Vec<Block> {
    if instruments.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(3, tr!("report-instruments"))];
    // What all instruments have in common is said once.
    let common = |text: fn(&Instrument) -> String| {
        let mut texts = instruments.iter().map(text);
        texts.next().filter(|first| instruments.len() > 1 && texts.all(|other| other == *first))
    };
    let shared = [common(population), common(|instrument| instrument.limits.clone())];
    let common_words: Vec<String> = shared.iter().flatten().cloned().collect();
    let [population_shared, limits_shared] = shared.map(|text| text.is_some());
    let mut columns = vec![
        Column::new(tr!("report-column-instrument"), 31),
        Column::new(tr!("report-column-sitting"), 23),
        Column::new(tr!("report-column-source"), 40),
    ];
    if !population_shared {
        columns.push(Column::new(tr!("report-column-population"), 22));
    }
    if !limits_shared {
        columns.push(Column::new(tr!("report-column-limits"), 22));
    }
    let row = |instrument: &Instrument| -> Vec<Vec<Span>> {
        let title = vec![strong(instrument.title.clone()), plain(format!(", {}", instrument.edition))];
        let source = format!("{} : {}", instrument.licence, instrument.source);
        let mut cells = vec![title, vec![plain(instrument.sitting.clone())], vec![plain(source)]];
        if !population_shared {
            cells.push(vec![plain(population(instrument))]);
        }
        if !limits_shared {
            cells.push(vec![plain(instrument.limits.clone())]);
        }
        cells
    };
    blocks.push(Block::Table(Table {
        caption: String::new(),
        columns,
        rows: instruments.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        drawings: Vec::new(),
        text: TextStyle::Small,
    }));
    if !common_words.is_empty() {
        blocks.push(Block::small(tr!("report-instruments-all", words = common_words.join(". "))));
    }
    blocks
}

fn population(instrument: &Instrument) -> String {
    format!("{} ; {}", instrument.norm, instrument.reliability)
}
