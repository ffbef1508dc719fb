//! The content of a printed document, before any placing: blocks in reading order.

use chrono::NaiveDate;

use super::chart::{CellPicture, Chart};
use crate::domain::badge::Pictogram;
use crate::domain::signature::Signature;

/// A document to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub metadata: Metadata,
    pub running: Running,
    pub letterhead: Option<Letterhead>,
    pub print: PrintSize,
    pub blocks: Vec<Block>,
}

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    pub title: String,
    pub author: String,
    pub subject: String,
    /// A language tag, for example "fr-FR".
    pub language: String,
    /// The reference printed on each page.
    pub reference: String,
    /// The day that the document bears; nothing in the file depends on the clock.
    pub date: NaiveDate,
}

/// Texts repeated on each page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Running {
    /// From the second page on, top left and top right.
    pub header_left: String,
    pub header_right: String,
    /// On each page, bottom left, beside the emblem; empty for none.
    pub co_funding: String,
    /// On each page, under the co-funding line.
    pub footer: String,
}

/// Who writes, at the top of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    pub name: String,
    pub lines: Vec<String>,
    /// Set against the right margin.
    pub aside: Vec<String>,
}

/// How large the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintSize {
    /// 10.3 points, for professional readers.
    Standard,
    /// 14 points, for everybody.
    Large,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        style: TextStyle,
        spans: Vec<Span>,
    },
    List {
        marker: Marker,
        items: Vec<Vec<Span>>,
    },
    Facts(Vec<Fact>),
    Table(Table),
    Figure(Figure),
    Callout {
        tone: Tone,
        title: String,
        paragraphs: Vec<Vec<Span>>,
    },
    Steps(Vec<Step>),
    /// A picture, what it stands for, and a few short sentences beside it.
    Signpost {
        picture: Pictogram,
        title: String,
        sentences: Vec<Vec<Span>>,
    },
    /// Answers to tick by hand.
    Choices(Vec<String>),
    Signatures(Vec<SignatureBox>),
    /// Ruled lines to write on.
    BlankLines(u8),
    /// A short line to write on between its name and its unit; either may be empty.
    AnswerLine {
        name: String,
        unit: String,
    },
    /// The receiver's address, where a window envelope shows it.
    Address(Vec<String>),
    KeepTogether(Vec<Block>),
    /// Blocks that stay together, and with the beginning of the next one.
    LeadIn(Vec<Block>),
    PageBreak,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextStyle {
    Body,
    /// A larger opening paragraph.
    Lead,
    /// Notices and notes.
    Small,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub emphasis: Emphasis,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    None,
    Strong,
    Italic,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    Bullet,
    Number,
    /// A, B, C…: what is chosen among.
    Letter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Note,
    Important,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// A table whose head is repeated on each page that it reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Vec<Span>>>,
    /// Whether the first cell of a row names the row.
    pub row_headers: bool,
    pub ruling: Ruling,
    /// What is drawn into cells, for the eye only: the texts of the row say the same.
    pub drawings: Vec<CellDrawing>,
    /// `Small` for what is looked up rather than read.
    pub text: TextStyle,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CellDrawing {
    pub row: usize,
    pub column: usize,
    pub picture: CellPicture,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Share of the width, relative to the other columns.
    pub weight: u16,
    pub align: Align,
    /// Names of the zones that are drawn in the column, under its title.
    pub zones: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Centre,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// Thin lines between rows.
    Rows,
    /// A full grid with rows at least so many points high, to be filled in by hand.
    Grid { row_height: u16 },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub chart: Chart,
    pub caption: String,
}

/// One step of a path, drawn with its number on a line that joins the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub title: String,
    /// Its state in words, for example "fait".
    pub state: String,
    pub done: bool,
    pub lines: Vec<Vec<Span>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBox {
    pub role: String,
    pub name: String,
    /// The line that invites to date and sign.
    pub prompt: String,
    /// What was drawn on a screen; the prompt says so.
    pub drawn: Option<Signature>,
}

/// Returns the letter of an option, counted from 0: A to Z, then numbers.
pub fn letter(index: usize) -> String {
    let letter = u8::try_from(index).ok().filter(|index| *index < 26).map(|index| char::from(b'A' + index));
    letter.map_or_else(|| (index + 1).to_string(), String::from)
}

/// Returns plain text as a span.
pub fn plain(text: impl Into<String>) -> Span {
    Span { text: text.into(), emphasis: Emphasis::None }
}

/// Returns bold text as a span.
pub fn strong(text: impl Into<String>) -> Span {
    Span { text: text.into(), emphasis: Emphasis::Strong }
}

/// Returns italic text as a span.
pub fn italic(text: impl Into<String>) -> Span {
    Span { text: text.into(), emphasis: Emphasis::Italic }
}

impl Block {
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    pub fn body(text: impl Into<String>) -> Self {
        Self::Paragraph { style: TextStyle::Body, spans: vec![plain(text)] }
    }

    pub fn small(text: impl Into<String>) -> Self {
        Self::Paragraph { style: TextStyle::Small, spans: vec![plain(text)] }
    }

    pub fn lead(text: impl Into<String>) -> Self {
        Self::Paragraph { style: TextStyle::Lead, spans: vec![plain(text)] }
    }

    pub fn bullets(items: impl IntoIterator<Item = String>) -> Self {
        Self::List { marker: Marker::Bullet, items: items.into_iter().map(|item| vec![plain(item)]).collect() }
    }
}

impl Column {
    pub fn new(title: impl Into<String>, weight: u16) -> Self {
        Self { title: title.into(), weight, align: Align::Left, zones: Vec::new() }
    }
}

impl Fact {
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
