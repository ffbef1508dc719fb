//! What a generated question shows, with the pictures that may answer it, on paper.
//!
//! A drawing and its answers are at one scale: whoever compares two sizes is not misled by the page.

use super::drawing::{self, Frame, centred};
use crate::domain::generate::figure::Figure;
use crate::report::brush::Brush;
use crate::report::document::{Align, letter};
use crate::report::face::Face;
use crate::report::layout::Sizes;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::report::wording::printable;

/// A drawing to think about, with what is said instead of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StemChart {
    pub drawing: StemDrawing,
    /// Pictures that may answer, each under its letter; empty where the answer is no picture.
    pub options: Vec<Figure>,
    pub alternative: String,
    /// What stands for the part to find.
    pub unknown: String,
}

#[derive(Debug, Clone, PartialEq)]
pub enum StemDrawing {
    /// The cells of a square of `side`, row by row, without the last one.
    Cells { side: usize, cells: Vec<Figure> },
    /// Numbers, the next one to find.
    Terms(Vec<String>),
    /// One object, or several to count.
    Object(Figure),
    /// Steps from left to right, the last result to find.
    Steps(Vec<Figure>),
    /// Bars before a scale, with what they count, a mark below each and what the marks are.
    Bars { figure: Figure, measure: String, marks: Vec<String>, axis: String },
}

const GAP: f32 = 6.0;
const RADIUS: f32 = 3.0;
/// The side of a square of cells, so that three questions hold on a page.
const MATRIX: f32 = 162.0;
/// The side of an object to count, and the largest of one to find again.
const OBJECT: f32 = 168.0;
const PIECE: f32 = 78.0;
const TERM: (f32, f32) = (52.0, 40.0);
/// Room for the arrow between two steps.
const ARROW: f32 = 22.0;
const STEP: f32 = 74.0;
const BARS: f32 = 190.0;
/// Where the bars begin in their figure, as a share of its width.
const SCALE: f32 = 0.12;
/// Between a drawing and the answers beside it.
const ASIDE: f32 = 26.0;
/// What a figure keeps from its frame, as a share of its side.
const INSET: f32 = 0.06;

/// How the pictures that may answer are set: how many a row, and the side of each picture of the question.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Answers {
    columns: usize,
    side: f32,
}

impl StemChart {
    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        match &self.drawing {
            StemDrawing::Cells { side, cells } => {
                let largest = (MATRIX - GAP * side.saturating_sub(1) as f32) / (*side).max(1) as f32;
                let answers = self.beside(*side, largest, width, sizes);
                let square = stacked(*side, answers.side);
                let beside = self.options_height(answers);
                let height = square.max(beside);
                self.paint_cells(brush, (x, (height - square) / 2.0), (*side, answers.side), cells, palette);
                let place = (x + square + ASIDE, (height - beside) / 2.0);
                self.paint_options(brush, place, answers, sizes, palette);
                height
            }
            StemDrawing::Terms(terms) => self.paint_terms(brush, x, width, terms, palette),
            StemDrawing::Object(figure) if self.options.is_empty() => {
                boxed(brush, (x, 0.0), OBJECT, GAP, figure, palette);
                OBJECT
            }
            StemDrawing::Object(figure) => {
                let answers = self.beside(1, PIECE, width, sizes);
                let (side, beside) = (answers.side, self.options_height(answers));
                let height = side.max(beside);
                boxed(brush, (x, (height - side) / 2.0), side, side * INSET, figure, palette);
                self.paint_options(brush, (x + side + ASIDE, (height - beside) / 2.0), answers, sizes, palette);
                height
            }
            StemDrawing::Steps(steps) => self.paint_steps(brush, x, width, steps, sizes, palette),
            StemDrawing::Bars { figure, measure, marks, axis } => {
                let words = Words { measure, marks, axis };
                paint_bars(brush, (x, width), sizes, figure, &words, palette)
            }
        }
    }

    /// Returns the largest scale, up to `largest`, at which `n` pictures a row and the answers stand side by side.
    fn beside(&self, n: usize, largest: f32, width: f32, sizes: &Sizes) -> Answers {
        let columns = if self.options.len() > 4 { 4 } else { self.options.len().min(2) };
        let between = GAP * (n.saturating_sub(1) + columns.saturating_sub(1)) as f32;
        let letters = letter_room(sizes) * columns as f32;
        let room = width - ASIDE - between - letters;
        Answers { columns, side: (room / (n + columns).max(1) as f32).min(largest) }
    }

    fn options_height(&self, answers: Answers) -> f32 {
        stacked(self.options.len().div_ceil(answers.columns.max(1)), answers.side)
    }

    /// Draws the answers in rows, each after its letter.
    fn paint_options(&self, brush: &mut Brush, (x, y): (f32, f32), answers: Answers, sizes: &Sizes, palette: &Palette) {
        let (columns, side) = (answers.columns.max(1), answers.side);
        let pitch = letter_room(sizes) + side + GAP;
        for (index, figure) in self.options.iter().enumerate() {
            let left = x + (index % columns) as f32 * pitch;
            let top = y + (index / columns) as f32 * (side + GAP);
            let name = printable(&format!("{} ", letter(index)));
            brush.label(left, top + sizes.body.baseline(), sizes.body.size, Face::Bold, palette.accent, &name);
            boxed(brush, (left + letter_room(sizes), top), side, side * INSET, figure, palette);
        }
    }

    fn paint_cells(
        &self,
        brush: &mut Brush,
        (x, y): (f32, f32),
        (n, side): (usize, f32),
        cells: &[Figure],
        palette: &Palette,
    ) {
        let count = n.max(1);
        for place in 0..n * n {
            let left = x + (place % count) as f32 * (side + GAP);
            let top = y + (place / count) as f32 * (side + GAP);
            match cells.get(place) {
                Some(figure) => boxed(brush, (left, top), side, side * INSET, figure, palette),
                None => self.paint_unknown(brush, left, top, (side, side), palette),
            }
        }
    }

    fn paint_terms(&self, brush: &mut Brush, x: f32, width: f32, terms: &[String], palette: &Palette) -> f32 {
        let count = terms.len() as f32 + 1.0;
        let cell = ((width - GAP * (count - 1.0)) / count).min(TERM.0);
        let size = (TERM.1 * 0.5).min(cell * 0.45);
        let mut left = x;
        for term in terms {
            frame(brush, left, 0.0, (cell, TERM.1), palette);
            centred(brush, (left + cell / 2.0, TERM.1 / 2.0), size, &printable(&format!("{term} ")), palette.ink);
            left += cell + GAP;
        }
        self.paint_unknown(brush, left, 0.0, (cell, TERM.1), palette);
        TERM.1
    }

    fn paint_steps(
        &self,
        brush: &mut Brush,
        x: f32,
        width: f32,
        steps: &[Figure],
        sizes: &Sizes,
        palette: &Palette,
    ) -> f32 {
        let count = steps.len() as f32;
        let columns = self.options.len().clamp(1, 4);
        let row = (width - GAP * (columns - 1) as f32) / columns as f32 - letter_room(sizes);
        let side = ((width - count * ARROW) / (count + 1.0)).min(row).min(STEP);
        let mut left = x;
        for step in steps {
            // As far from its place's edge as an answer from its frame: one scale.
            let inset = side * INSET;
            drawing::paint(brush, Frame::square(left + inset, inset, side - 2.0 * inset), step, palette);
            arrow(brush, left + side + 4.0, side / 2.0, ARROW - 8.0, palette);
            left += side + ARROW;
        }
        self.paint_unknown(brush, left, 0.0, (side, side), palette);
        if self.options.is_empty() {
            return side;
        }
        let below = Answers { columns, side };
        let top = side + 2.5 * GAP;
        self.paint_options(brush, (x, top), below, sizes, palette);
        top + self.options_height(below)
    }

    fn paint_unknown(&self, brush: &mut Brush, x: f32, y: f32, (width, height): (f32, f32), palette: &Palette) {
        let stroke = Stroke { colour: palette.accent, width: 1.4 };
        brush.frame(x, y, width, height, RADIUS, palette.accent_soft, stroke);
        let middle = (x + width / 2.0, y + height / 2.0);
        centred(brush, middle, (height * 0.5).min(30.0), &printable(&format!("{} ", self.unknown)), palette.accent);
    }
}

/// Returns the height, or the width, of `n` pictures with a gap between two.
fn stacked(n: usize, side: f32) -> f32 {
    n as f32 * side + n.saturating_sub(1) as f32 * GAP
}

/// Returns the width of the letter before an answer.
fn letter_room(sizes: &Sizes) -> f32 {
    sizes.body.size
}

/// Draws a figure in a frame.
fn boxed(brush: &mut Brush, (x, y): (f32, f32), side: f32, inset: f32, figure: &Figure, palette: &Palette) {
    frame(brush, x, y, (side, side), palette);
    drawing::paint(brush, Frame::square(x + inset, y + inset, side - 2.0 * inset), figure, palette);
}

fn frame(brush: &mut Brush, x: f32, y: f32, (width, height): (f32, f32), palette: &Palette) {
    let stroke = Stroke { colour: palette.line, width: 0.8 };
    brush.frame(x, y, width, height, RADIUS, palette.paper, stroke);
}

fn arrow(brush: &mut Brush, x: f32, y: f32, length: f32, palette: &Palette) {
    let (tip, head) = (x + length, length * 0.36);
    brush.line((x, y), (tip, y), palette.accent, 1.4);
    brush.polyline(vec![(tip - head, y - head), (tip, y), (tip - head, y + head)], palette.accent, 1.4);
}

struct Words<'a> {
    measure: &'a str,
    marks: &'a [String],
    axis: &'a str,
}

fn paint_bars(
    brush: &mut Brush,
    (x, width): (f32, f32),
    sizes: &Sizes,
    figure: &Figure,
    words: &Words<'_>,
    palette: &Palette,
) -> f32 {
    let small = sizes.small;
    let measure = printable(words.measure);
    let top = brush.paragraph(&measure, Face::Bold, palette.ink, x, 0.0, width, small, Align::Left);
    let plot = Frame { x, y: top, width: width * 0.9, height: BARS, weight: 0.4 };
    drawing::paint(brush, plot, figure, palette);
    let left = plot.x + plot.width * SCALE;
    let place = plot.width * (1.0 - SCALE) / words.marks.len().max(1) as f32;
    let foot = plot.y + plot.height + small.leading * 0.4;
    for (index, mark) in words.marks.iter().enumerate() {
        let middle = left + (index as f32 + 0.5) * place;
        centred(brush, (middle, foot), small.size, &printable(&format!("{mark} ")), palette.ink);
    }
    let middle = left + plot.width * (1.0 - SCALE) / 2.0;
    centred(brush, (middle, foot + small.leading), small.size, &printable(words.axis), palette.ink);
    foot + small.leading * 1.5
}
