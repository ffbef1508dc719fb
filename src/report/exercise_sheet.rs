//! Generated questions on paper: each drawing, what is asked, and the answers under letters.

use chrono::NaiveDate;

use super::chart::{Chart, OptionsChart, StemChart, StemDrawing};
use super::document::{
    Align, Block, Column, Document, Figure, PrintSize, Ruling, Span, Table, TextStyle, plain, strong,
};
use super::house;
use crate::domain::generate::dashboard::Board;
use crate::domain::generate::figure::Figure as Drawing;
use crate::domain::generate::{Answer, Item, Stem};
use crate::i18n::terms::{
    board_line, board_line_mark, board_lines_title, board_measure_title, board_reply, board_title, item_alternative,
    item_statement, item_unknown,
};
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseSheet {
    pub reference: String,
    pub printed_on: NaiveDate,
    pub exercises: Vec<Item>,
}

/// Returns the sheet.
pub fn document(sheet: &ExerciseSheet) -> Document {
    let title = tr!("report-exercises-title");
    let mut blocks = vec![Block::heading(1, title.clone()), Block::lead(tr!("report-exercises-how"))];
    blocks.extend(sheet.exercises.iter().enumerate().map(|(index, item)| exercise(index + 1, item)));
    Document {
        metadata: house::metadata(title.clone(), title.clone(), &sheet.reference, sheet.printed_on),
        running: house::running(&title, &sheet.reference),
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Large,
        blocks,
    }
}

/// Returns one question, never cut by the end of a page.
fn exercise(number: usize, item: &Item) -> Block {
    let mut blocks = vec![
        Block::heading(2, tr!("report-exercise", number = number)),
        stem(number, &item.stem),
        Block::Paragraph { style: TextStyle::Body, spans: vec![strong(item_statement(&item.stem))] },
    ];
    match &item.answer {
        Answer::Figure { options, .. } => blocks.push(pictures(options)),
        Answer::Caption { options, .. } => {
            let Stem::Dashboard(board) = &item.stem else { return Block::KeepTogether(blocks) };
            let words = options.iter().map(|option| board_reply(*option, board.workplace));
            let lettered =
                letters().zip(words).map(|(letter, words)| tr!("report-lettered", letter = letter, words = words));
            blocks.push(Block::Choices { options: lettered.collect(), ticked: None });
        }
        Answer::Number(_) => {
            blocks.push(Block::body(tr!("report-your-answer")));
            blocks.push(Block::BlankLines(1));
        }
    }
    Block::KeepTogether(blocks)
}

/// Returns A, B, C…
fn letters() -> impl Iterator<Item = String> {
    ('A'..='Z').map(String::from)
}

fn stem(number: usize, stem: &Stem) -> Block {
    let (drawing, caption) = match stem {
        Stem::Matrix { side, cells } => (StemDrawing::Cells { side: *side, cells: cells.clone() }, None),
        Stem::Series(terms) => (StemDrawing::Terms(terms.iter().map(ToString::to_string).collect()), None),
        Stem::Rotation(figure) | Stem::Counting(figure) => (StemDrawing::Object(figure.clone()), None),
        Stem::Folding(steps) => (StemDrawing::Steps(steps.clone()), None),
        Stem::Dashboard(board) => match &board.bars {
            Some(figure) => (bars(board, figure), Some(board_title(board.workplace))),
            None => return Block::Table(table(board)),
        },
    };
    let caption = caption.unwrap_or_else(|| tr!("report-exercise-drawing", number = number));
    let chart = StemChart { drawing, alternative: item_alternative(stem), unknown: item_unknown() };
    Block::Figure(Figure { chart: Chart::Stem(chart), caption })
}

fn pictures(options: &[Drawing]) -> Block {
    let options: Vec<(String, Drawing)> = letters().zip(options.iter().cloned()).collect();
    let names: Vec<&str> = options.iter().map(|(letter, _)| letter.as_str()).collect();
    let alternative = tr!("report-options-alt", letters = names.join(", "));
    let first = names.first().copied().unwrap_or_default();
    let last = names.last().copied().unwrap_or_default();
    let caption = tr!("report-options", first = first, last = last);
    Block::Figure(Figure { chart: Chart::Options(OptionsChart { options, alternative }), caption })
}

fn bars(board: &Board, figure: &Drawing) -> StemDrawing {
    StemDrawing::Bars {
        figure: figure.clone(),
        measure: board.columns.first().map(|column| board_measure_title(column.measure)).unwrap_or_default(),
        marks: board.lines.iter().map(|&line| board_line_mark(line)).collect(),
        axis: board.lines.first().map(|&line| board_lines_title(line, board.workplace)).unwrap_or_default(),
    }
}

/// A board of numbers is a table, which a screen reader walks cell by cell.
fn table(board: &Board) -> Table {
    let first = board.lines.first().map(|&line| board_lines_title(line, board.workplace)).unwrap_or_default();
    let measures = board.columns.iter().map(|column| Column {
        title: board_measure_title(column.measure),
        weight: 3,
        align: Align::Right,
    });
    let row = |(index, &line): (usize, _)| -> Vec<Vec<Span>> {
        let values = board.columns.iter().filter_map(|column| column.values.get(index));
        let name = vec![plain(board_line(line, board.workplace))];
        std::iter::once(name).chain(values.map(|value| vec![plain(value.to_string())])).collect()
    };
    Table {
        caption: board_title(board.workplace),
        columns: std::iter::once(Column::new(first, 2)).chain(measures).collect(),
        rows: board.lines.iter().enumerate().map(row).collect(),
        row_headers: true,
        ruling: Ruling::Rows,
        text: TextStyle::Body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::specimen;

    #[test]
    fn a_board_of_numbers_is_a_table_and_every_drawing_says_what_it_is() {
        let document = document(&specimen::exercises());
        let mut n_tables = 0;
        for block in &document.blocks {
            let Block::KeepTogether(parts) = block else { continue };
            for part in parts {
                match part {
                    Block::Table(table) => n_tables += table.rows.len().min(1),
                    Block::Figure(figure) => {
                        assert!(!figure.chart.alternative().is_empty() && !figure.caption.is_empty());
                    }
                    _ => {}
                }
            }
        }
        assert_eq!(n_tables, 1);
    }
}
