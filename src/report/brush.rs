//! Draws texts and shapes into a list of items under one mark.

use super::document::Align;
use super::face::{Face, width};
use super::lines::{Line, Piece, compose};
use super::pages::{Draw, Item, Mark, Stroke};
use super::palette::Colour;
use crate::domain::signature::{PAD, Signature};

/// Size and leading of a text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Setting {
    pub size: f32,
    pub leading: f32,
}

impl Setting {
    /// Returns how far the first baseline is below the top of the line.
    pub fn baseline(self) -> f32 {
        (self.leading - self.size) / 2.0 + self.size * 0.80
    }
}

#[derive(Debug)]
pub(crate) struct Brush {
    pub items: Vec<Item>,
    pub mark: Mark,
}

impl Brush {
    pub fn new(mark: Mark) -> Self {
        Self { items: Vec::new(), mark }
    }

    fn draw(&mut self, draw: Draw) {
        self.items.push(Item { mark: self.mark, draw });
    }

    pub fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, fill: Colour) {
        self.draw(Draw::Rect { x, y, width, height, radius, fill: Some(fill), stroke: None });
    }

    #[expect(clippy::too_many_arguments, reason = "a framed box has that many properties")]
    pub fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, fill: Colour, stroke: Stroke) {
        self.draw(Draw::Rect { x, y, width, height, radius, fill: Some(fill), stroke: Some(stroke) });
    }

    pub fn circle(&mut self, x: f32, y: f32, radius: f32, fill: Option<Colour>, stroke: Option<Stroke>) {
        self.draw(Draw::Circle { x, y, radius, fill, stroke });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), colour: Colour, width: f32) {
        self.draw(Draw::Line { from, to, stroke: Stroke { colour, width } });
    }

    pub fn polyline(&mut self, points: Vec<(f32, f32)>, colour: Colour, width: f32) {
        self.draw(Draw::Polyline { points, stroke: Stroke { colour, width } });
    }

    pub fn polygon(&mut self, points: Vec<(f32, f32)>, fill: Colour) {
        self.draw(Draw::Polygon { points, fill });
    }

    /// Draws a signature as large as it fits into a box, in its middle.
    pub fn signature(&mut self, signature: &Signature, (x, y): (f32, f32), (width, height): (f32, f32), ink: Colour) {
        let (pad_width, pad_height) = (f32::from(PAD.0), f32::from(PAD.1));
        let scale = (width / pad_width).min(height / pad_height).max(0.0);
        let (left, top) = (x + (width - pad_width * scale) / 2.0, y + (height - pad_height * scale) / 2.0);
        let place = |(x, y): &(u16, u16)| (left + f32::from(*x) * scale, top + f32::from(*y) * scale);
        for stroke in signature.strokes() {
            match stroke.as_slice() {
                [(x, y)] => {
                    let (x, y) = place(&(*x, *y));
                    self.circle(x, y, 0.7, Some(ink), None);
                }
                points => self.polyline(points.iter().map(place).collect(), ink, 0.9),
            }
        }
    }

    /// Draws one line of text that is known to fit.
    pub fn label(&mut self, x: f32, baseline: f32, size: f32, face: Face, colour: Colour, text: &str) -> f32 {
        let width = width(face, size, text.trim_end_matches(' '));
        self.draw(Draw::Text { x, baseline, size, face, colour, text: text.to_owned(), width });
        width
    }

    /// Draws one line of text that ends at `right`.
    pub fn label_right(&mut self, right: f32, baseline: f32, size: f32, face: Face, colour: Colour, text: &str) -> f32 {
        let x = right - width(face, size, text.trim_end_matches(' '));
        self.label(x, baseline, size, face, colour, text)
    }

    /// Draws lines from the top `y` down and returns the height that they take.
    pub fn lines(&mut self, lines: &[Line], x: f32, y: f32, measure: f32, setting: Setting, align: Align) -> f32 {
        let mut baseline = y + setting.baseline();
        for line in lines {
            let offset = match align {
                Align::Left => 0.0,
                Align::Right => measure - line.width,
                Align::Centre => (measure - line.width) / 2.0,
            };
            for run in &line.runs {
                self.draw(Draw::Text {
                    x: x + offset + run.x,
                    baseline,
                    size: setting.size,
                    face: run.face,
                    colour: run.colour,
                    text: run.text.clone(),
                    width: run.width,
                });
            }
            baseline += setting.leading;
        }
        lines.len() as f32 * setting.leading
    }

    /// Breaks and draws a text in one face, and returns the height that it takes.
    #[expect(clippy::too_many_arguments, reason = "a placed text has that many properties")]
    pub fn paragraph(
        &mut self,
        text: &str,
        face: Face,
        colour: Colour,
        x: f32,
        y: f32,
        measure: f32,
        setting: Setting,
        align: Align,
    ) -> f32 {
        let lines = compose(&[Piece { text: text.to_owned(), face, colour }], setting.size, measure);
        self.lines(&lines, x, y, measure, setting, align)
    }
}
