//! The six sectors in order: a row each, with its bar, its band in words, the reasons, and where to begin.

use super::content::{SectorResult, SectorsResult};
use crate::domain::scoring::sectors::FitBand;
use crate::i18n::terms;
use crate::report::chart::CellPicture;
use crate::report::document::{Block, CellDrawing, Column, Ruling, Span, Table, TextStyle, Tone, plain, strong};
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
    vec![Block::LeadIn(opening), table(sectors), convention]
}

fn table(sectors: &SectorsResult) -> Block {
    let row = |row: &SectorResult| {
        let title = tr!("term-sector-placed", place = row.place.as_str(), title = row.title.as_str());
        vec![vec![strong(title), plain(format!(" \n{}", terms::fit_band(row.band)))], reasons(row)]
    };
    let bar =
        |(row, sector): (usize, &SectorResult)| CellDrawing { row, column: 0, picture: CellPicture::Share(sector.fit) };
    Block::Table(Table {
        // The heading above says it already.
        caption: String::new(),
        columns: vec![Column::new(tr!("report-column-sector"), 26), Column::new(tr!("report-column-reasons"), 74)],
        rows: sectors.rows.iter().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        drawings: sectors.rows.iter().enumerate().map(bar).collect(),
        text: TextStyle::Small,
    })
}

/// What speaks for a sector and where to begin are told of those that the person would look at; what was refused for good is
/// told of all.
fn reasons(row: &SectorResult) -> Vec<Span> {
    let mut lines: Vec<(String, String)> = Vec::new();
    let against: Vec<&str> = std::iter::once(row.obstacles.as_str())
        .filter(|obstacles| !obstacles.is_empty())
        .chain(row.reasons_against.iter().map(String::as_str))
        .collect();
    let (speaks_for, speaks_against) = (row.reasons_for.join(" "), against.join(" "));
    if row.band != FitBand::NotNow {
        lines.push((tr!("report-sector-for"), speaks_for));
    }
    lines.push((tr!("report-sector-against"), speaks_against));
    if row.band != FitBand::NotNow {
        lines.push((tr!("report-sector-begin"), row.jobs.join(" ; ")));
    }
    let mut spans: Vec<Span> = Vec::new();
    for (label, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        if !spans.is_empty() {
            spans.push(plain(" \n"));
        }
        spans.extend([strong(label), plain(format!(" {text}"))]);
    }
    if spans.is_empty() { vec![plain("–")] } else { spans }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(band: FitBand) -> String {
        let row = SectorResult {
            title: "Industrie".to_owned(),
            place: "1".to_owned(),
            band,
            fit: 0.5,
            reasons_for: vec!["Intérêts : Réaliste.".to_owned()],
            reasons_against: vec!["Plutôt non : travailler le week-end.".to_owned()],
            obstacles: "Non, jamais : travailler la nuit.".to_owned(),
            jobs: vec!["H2105 Agent de production".to_owned()],
        };
        reasons(&row).into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn a_sector_to_look_at_says_its_reasons_and_where_to_begin() {
        for band in [FitBand::GoAndSee, FitBand::WhyNot] {
            assert_eq!(
                told(band),
                "Pour\u{A0}: Intérêts : Réaliste. \nContre\u{A0}: Non, jamais : travailler la nuit. Plutôt non : travailler le week-end. \n\
                 Pour commencer\u{A0}: H2105 Agent de production"
            );
        }
    }

    #[test]
    fn a_sector_that_is_not_for_now_says_what_speaks_against_it() {
        assert_eq!(
            told(FitBand::NotNow),
            "Contre\u{A0}: Non, jamais : travailler la nuit. Plutôt non : travailler le week-end."
        );
    }
}
