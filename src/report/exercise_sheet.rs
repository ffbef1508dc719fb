//! Questions on paper: each with its drawing, its answers under letters or a place to write; on the last page, the
//! right answers for whoever reads the sheets.
//!
//! What needs the screen, a simulated screen or a picture of a file, is listed as left out.

mod key;

use chrono::NaiveDate;

use super::chart::{Chart, StemChart, StemDrawing};
use super::document::{
    Align, Block, Column, Document, Figure, Marker, PrintSize, Ruling, Running, Span, Table, TextStyle, Tone, letter,
    plain, strong,
};
use super::house;
use crate::domain::assessment::{Choice, Face, Item, ItemKind, Material};
use crate::domain::generate::Stem;
use crate::domain::generate::dashboard::Board;
use crate::domain::generate::figure::Figure as Drawing;
use crate::i18n::duration;
use crate::i18n::terms::{
    board_line, board_line_mark, board_lines_title, board_measure_title, board_reply, board_title, item_alternative,
    item_statement, item_unknown,
};
use crate::tr;

/// The questions of one assessment, as one sitting shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseSheet {
    pub title: String,
    pub version: String,
    /// The seed of the sitting; none for the reference form.
    pub seed: Option<u64>,
    pub reference: String,
    pub printed_on: NaiveDate,
    /// The most that one person is asked on a screen, where it is less than all of them.
    pub asked_on_screen: Option<usize>,
    pub parts: Vec<Part>,
}

/// Questions under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub title: String,
    pub instruction: String,
    /// For all its questions together.
    pub seconds: Option<u32>,
    pub exercises: Vec<Exercise>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// As the sitting shows it: generated where it has a recipe.
    pub item: Item,
    pub is_training: bool,
}

/// A question with its number on paper; a page to read has none.
#[derive(Debug, Clone, Copy)]
struct Numbered<'a> {
    number: Option<usize>,
    exercise: &'a Exercise,
}

/// Returns the sheet.
pub fn document(sheet: &ExerciseSheet) -> Document {
    let form = match sheet.seed {
        None => tr!("report-exercises-reference-form"),
        Some(seed) => tr!("report-exercises-seed", seed = seed.to_string()),
    };
    let edition = tr!("report-exercises-edition", version = sheet.version.as_str(), form = form);
    let parts = numbered(sheet);
    let n_exercises = parts.iter().flat_map(|(_, exercises)| exercises).filter(|one| one.number.is_some()).count();
    let mut blocks = vec![
        Block::heading(1, sheet.title.clone()),
        Block::small(tr!("report-exercises-count", edition = edition.as_str(), n = n_exercises)),
        Block::lead(tr!("report-exercises-how")),
        Block::AnswerLine { name: tr!("report-exercises-who"), unit: String::new() },
    ];
    if let Some(asked) = sheet.asked_on_screen {
        blocks.push(Block::small(tr!("report-exercises-asked", asked = asked, n = n_exercises)));
    }
    for (part, exercises) in &parts {
        blocks.extend(part_blocks(part, exercises));
    }
    blocks.extend(key::blocks(sheet, &parts));
    let title = tr!("report-exercises-title", title = sheet.title.as_str());
    Document {
        metadata: house::metadata(title.clone(), title, &sheet.reference, sheet.printed_on),
        running: Running {
            header_left: sheet.title.clone(),
            header_right: edition,
            ..house::running(&sheet.title, &sheet.reference)
        },
        letterhead: Some(house::letterhead(&sheet.reference, sheet.printed_on)),
        print: PrintSize::Large,
        blocks,
    }
}

/// Returns whether words, drawings and a pencil are enough to answer the question.
pub fn fits_paper(item: &Item) -> bool {
    if matches!(item.material, Material::Image(_)) {
        return false;
    }
    match &item.kind {
        ItemKind::Task(_) => false,
        // A picture of a file cannot be drawn here; its words can be read.
        kind => kind.options().iter().all(|option| match &option.face {
            Face::Image { words, .. } => !words.is_empty(),
            Face::Words(_) | Face::Drawn(_) | Face::Reply(_) => true,
        }),
    }
}

/// Returns the parts that have something to print, their questions numbered from the first to the last.
fn numbered(sheet: &ExerciseSheet) -> Vec<(&Part, Vec<Numbered<'_>>)> {
    let mut last = 0;
    let mut parts = Vec::new();
    for part in &sheet.parts {
        let printed = part.exercises.iter().filter(|exercise| fits_paper(&exercise.item));
        let exercises: Vec<Numbered<'_>> = printed
            .map(|exercise| {
                let asks = exercise.item.kind != ItemKind::Information;
                last += usize::from(asks);
                Numbered { number: asks.then_some(last), exercise }
            })
            .collect();
        if !exercises.is_empty() {
            parts.push((part, exercises));
        }
    }
    parts
}

/// Returns a part, its heading on the page of its first question.
fn part_blocks(part: &Part, exercises: &[Numbered<'_>]) -> Vec<Block> {
    let title = if part.title.is_empty() { tr!("report-exercises-part") } else { part.title.clone() };
    let mut opening = vec![Block::heading(2, title)];
    if !part.instruction.is_empty() {
        opening.push(Block::body(part.instruction.clone()));
    }
    if let Some(seconds) = part.seconds {
        opening.push(Block::small(tr!("report-exercises-time", time = duration(u64::from(seconds)))));
    }
    let mut each = exercises.iter().map(|one| exercise(*one));
    opening.extend(each.next().unwrap_or_default());
    std::iter::once(opening).chain(each).map(Block::KeepTogether).collect()
}

/// Returns one question, to be kept on one page.
fn exercise(Numbered { number, exercise }: Numbered<'_>) -> Vec<Block> {
    let item = &exercise.item;
    let title = match number {
        Some(number) if exercise.is_training => tr!("report-exercise-training", number = number),
        Some(number) => tr!("report-exercise", number = number),
        None => tr!("report-exercises-read"),
    };
    let statement = Block::Paragraph { style: TextStyle::Body, spans: vec![strong(statement(item))] };
    let mut blocks = vec![Block::heading(3, title)];
    if let Some(limit) = item.time_limit {
        blocks.push(Block::small(tr!("report-exercises-time", time = duration(u64::from(limit.seconds)))));
    }
    let drawn_answers = drawn(item.kind.options());
    match &item.material {
        Material::Drawn(stem) if !drawn_answers.is_empty() => {
            blocks.extend([statement, stem_block(stem, drawn_answers)]);
        }
        Material::Drawn(stem) => blocks.extend([stem_block(stem, Vec::new()), statement]),
        Material::Document(text) => {
            let lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| vec![plain(line)]);
            let document = Block::Callout { tone: Tone::Note, title: String::new(), paragraphs: lines.collect() };
            blocks.extend([document, statement]);
        }
        Material::None | Material::Image(_) => blocks.push(statement),
    }
    blocks.extend(answers(item));
    blocks
}

fn statement(item: &Item) -> String {
    match &item.material {
        Material::Drawn(stem) if item.statement.is_empty() => item_statement(stem),
        _ => item.statement.clone(),
    }
}

/// Returns the pictures that may answer.
fn drawn(options: &[Choice]) -> Vec<Drawing> {
    let picture = |option: &Choice| match &option.face {
        Face::Drawn(figure) => Some(figure.clone()),
        Face::Words(_) | Face::Image { .. } | Face::Reply(_) => None,
    };
    options.iter().filter_map(picture).collect()
}

/// Returns where the answer is given: nothing more where it is circled on the drawing.
fn answers(item: &Item) -> Vec<Block> {
    let line = |unit: &str| Block::AnswerLine { name: tr!("report-your-answer"), unit: unit.to_owned() };
    match &item.kind {
        ItemKind::SingleChoice { options, .. } if !drawn(options).is_empty() => Vec::new(),
        ItemKind::SingleChoice { options, .. } => vec![lettered(item, options)],
        ItemKind::MultipleChoice { options, .. } => {
            vec![Block::small(tr!("report-exercises-several")), lettered(item, options)]
        }
        ItemKind::Order { options, .. } => {
            vec![lettered(item, options), Block::AnswerLine { name: tr!("report-your-order"), unit: String::new() }]
        }
        ItemKind::MostLeast { options } => vec![Block::Table(most_least(item, options))],
        ItemKind::Likert { points, .. } => {
            vec![Block::Choices(points.iter().map(|point| point.label.clone()).collect())]
        }
        ItemKind::Number { unit, .. } | ItemKind::Measure { unit, .. } => vec![line(unit)],
        ItemKind::FreeText { .. } => vec![Block::BlankLines(4)],
        ItemKind::Information | ItemKind::Task(_) | ItemKind::Generated(_) => Vec::new(),
    }
}

fn lettered(item: &Item, options: &[Choice]) -> Block {
    Block::List {
        marker: Marker::Letter,
        items: options.iter().map(|option| vec![plain(words(item, option))]).collect(),
    }
}

/// Returns what an option says in words; empty for a drawing.
fn words(item: &Item, option: &Choice) -> String {
    match (&option.face, &item.material) {
        (Face::Reply(reply), Material::Drawn(Stem::Dashboard(board))) => board_reply(*reply, board.workplace),
        _ => option.text().to_owned(),
    }
}

/// A box to tick in each of two columns.
fn most_least(item: &Item, options: &[Choice]) -> Table {
    let column = |title| Column { align: Align::Centre, ..Column::new(title, 1) };
    Table {
        caption: String::new(),
        columns: vec![
            Column::new(tr!("report-exercises-choice"), 4),
            column(tr!("report-exercises-most")),
            column(tr!("report-exercises-least")),
        ],
        rows: options.iter().map(|option| vec![vec![plain(words(item, option))], Vec::new(), Vec::new()]).collect(),
        row_headers: true,
        ruling: Ruling::Grid { row_height: 26 },
        drawings: Vec::new(),
        text: TextStyle::Body,
    }
}

fn stem_block(stem: &Stem, options: Vec<Drawing>) -> Block {
    let (drawing, caption) = match stem {
        Stem::Matrix { side, cells } => (StemDrawing::Cells { side: *side, cells: cells.clone() }, String::new()),
        Stem::Series(terms) => (StemDrawing::Terms(terms.iter().map(ToString::to_string).collect()), String::new()),
        Stem::Rotation(figure) | Stem::Counting(figure) => (StemDrawing::Object(figure.clone()), String::new()),
        Stem::Folding(steps) => (StemDrawing::Steps(steps.clone()), String::new()),
        Stem::Dashboard(board) => match &board.bars {
            Some(figure) => (bars(board, figure), board_title(board.workplace)),
            None => return Block::Table(table(board)),
        },
    };
    let mut alternative = item_alternative(stem);
    if !options.is_empty() {
        let letters: Vec<String> = (0..options.len()).map(letter).collect();
        alternative = format!("{alternative} {}", tr!("report-options-alt", letters = letters.join(", ")));
    }
    let chart = StemChart { drawing, options, alternative, unknown: item_unknown() };
    Block::Figure(Figure { chart: Chart::Stem(chart), caption })
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
    let measures = board
        .columns
        .iter()
        .map(|column| Column { align: Align::Right, ..Column::new(board_measure_title(column.measure), 3) });
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
        drawings: Vec::new(),
        text: TextStyle::Body,
    }
}
