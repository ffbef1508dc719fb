//! What a generated question shows, and the pictures that may answer it, on paper.

use super::drawing::{self, Frame, centred};
use crate::domain::generate::figure::Figure;
use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::Face;
use crate::report::layout::Sizes;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::report::wording::printable;

/// A drawing to think about, with what is said instead of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StemChart {
    pub drawing: StemDrawing,
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

/// Pictures that may answer, each under its letter.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionsChart {
    /// The letter of each option and the option.
    pub options: Vec<(String, Figure)>,
    pub alternative: String,
}

const GAP: f32 = 6.0;
const RADIUS: f32 = 3.0;
/// The side of a matrix, of an object, and the height of a strip of numbers.
const MATRIX: f32 = 196.0;
const OBJECT: f32 = 168.0;
const TERM: (f32, f32) = (52.0, 40.0);
/// Room for the arrow between two steps.
const ARROW: f32 = 22.0;
const STEP: f32 = 92.0;
const BARS: f32 = 190.0;
/// Where the bars begin in their figure, as a share of its width.
const SCALE: f32 = 0.12;

impl StemChart {
    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        match &self.drawing {
            StemDrawing::Cells { side, cells } => self.paint_cells(brush, x, *side, cells, palette),
            StemDrawing::Terms(terms) => self.paint_terms(brush, x, width, terms, palette),
            StemDrawing::Object(figure) => {
                frame(brush, x, 0.0, (OBJECT, OBJECT), palette);
                drawing::paint(brush, Frame::square(x + GAP, GAP, OBJECT - 2.0 * GAP), figure, palette);
                OBJECT
            }
            StemDrawing::Steps(steps) => self.paint_steps(brush, x, width, steps, palette),
            StemDrawing::Bars { figure, measure, marks, axis } => {
                let words = Words { measure, marks, axis };
                paint_bars(brush, (x, width), sizes, figure, &words, palette)
            }
        }
    }

    fn paint_cells(&self, brush: &mut Brush, x: f32, n: usize, cells: &[Figure], palette: &Palette) -> f32 {
        let count = n.max(1);
        let side = (MATRIX - GAP * (count - 1) as f32) / count as f32;
        for place in 0..n * n {
            let left = x + (place % count) as f32 * (side + GAP);
            let top = (place / count) as f32 * (side + GAP);
            match cells.get(place) {
                Some(figure) => {
                    frame(brush, left, top, (side, side), palette);
                    let inset = side * 0.06;
                    let inside = Frame::square(left + inset, top + inset, side - 2.0 * inset);
                    drawing::paint(brush, inside, figure, palette);
                }
                None => self.paint_unknown(brush, left, top, (side, side), palette),
            }
        }
        MATRIX
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

    fn paint_steps(&self, brush: &mut Brush, x: f32, width: f32, steps: &[Figure], palette: &Palette) -> f32 {
        let count = steps.len() as f32;
        let side = ((width - count * ARROW) / (count + 1.0)).min(STEP);
        let mut left = x;
        for step in steps {
            drawing::paint(brush, Frame::square(left, 0.0, side), step, palette);
            arrow(brush, left + side + 4.0, side / 2.0, ARROW - 8.0, palette);
            left += side + ARROW;
        }
        self.paint_unknown(brush, left, 0.0, (side, side), palette);
        side
    }

    fn paint_unknown(&self, brush: &mut Brush, x: f32, y: f32, (width, height): (f32, f32), palette: &Palette) {
        let stroke = Stroke { colour: palette.accent, width: 1.4 };
        brush.frame(x, y, width, height, RADIUS, palette.accent_soft, stroke);
        let middle = (x + width / 2.0, y + height / 2.0);
        centred(brush, middle, (height * 0.5).min(30.0), &printable(&format!("{} ", self.unknown)), palette.accent);
    }
}

impl OptionsChart {
    /// Options in a row.
    const COLUMNS: usize = 4;
    const SIDE: f32 = 88.0;

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let pitch = width / Self::COLUMNS as f32;
        let letter = sizes.body;
        let row = Self::SIDE + 2.0 * GAP;
        for (index, (name, figure)) in self.options.iter().enumerate() {
            let left = x + (index % Self::COLUMNS) as f32 * pitch;
            let top = (index / Self::COLUMNS) as f32 * row;
            let name = printable(&format!("{name} "));
            brush.label(left, top + letter.baseline(), letter.size, Face::Bold, palette.accent, &name);
            let side = Self::SIDE.min(pitch - letter.size - 2.0 * GAP);
            let left = left + letter.size;
            frame(brush, left, top, (side, side), palette);
            let inset = side * 0.06;
            drawing::paint(brush, Frame::square(left + inset, top + inset, side - 2.0 * inset), figure, palette);
        }
        self.options.len().div_ceil(Self::COLUMNS) as f32 * row - 2.0 * GAP
    }
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
