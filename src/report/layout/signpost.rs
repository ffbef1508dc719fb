//! A picture in a disc, a title and short sentences: what a page says to somebody who reads little.

use super::LEFT;
use super::blocks::Composer;
use super::flow::{Strip, keep_together};
use crate::domain::badge::Pictogram;
use crate::report::brush::Brush;
use crate::report::chart::pictogram::paint_pictogram;
use crate::report::document::Span;
use crate::report::face::Face;
use crate::report::lines::Piece;
use crate::report::pages::Mark;
use crate::report::structure::{Numbering, Role, Structure};
use crate::report::wording::printable;

/// Width of the disc, and of the space after it.
const DISC: f32 = 46.0;
const GAP: f32 = 16.0;

impl Composer<'_> {
    /// The picture says nothing that the title does not: it is drawn for the eye.
    pub(super) fn signpost(&mut self, picture: Pictogram, title: &str, sentences: &[Vec<Span>]) -> Vec<Strip> {
        let palette = self.palette;
        let (x, measure) = (LEFT + DISC + GAP, self.width - DISC - GAP);
        let heading = self.structure.add(Role::Heading(2), Structure::ROOT);
        let text = printable(title);
        let piece = Piece { text: text.clone(), face: Face::Bold, colour: palette.accent };
        let mut strips = self.text_strips_at(&[piece], self.sizes.subsection, heading, x, measure);
        if let [alone] = sentences {
            let node = self.structure.add(Role::Paragraph, Structure::ROOT);
            let mut lines = self.text_strips_at(&self.pieces(alone), self.sizes.body, node, x, measure);
            self.space(&mut lines, 0.4);
            strips.append(&mut lines);
        } else {
            strips.append(&mut self.sentences(sentences, x, measure));
        }
        self.draw_disc(&mut strips, picture);
        keep_together(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.space_before = self.sizes.gap * 2.2;
            first.outline = Some((2, text));
        }
        strips
    }

    fn sentences(&mut self, sentences: &[Vec<Span>], x: f32, measure: f32) -> Vec<Strip> {
        let accent = self.palette.accent;
        let list = self.structure.add(Role::List(Numbering::Disc), Structure::ROOT);
        let indent = self.sizes.body.size;
        let mut strips = Vec::new();
        for (index, spans) in sentences.iter().enumerate() {
            let item = self.structure.add(Role::ListItem, list);
            let (label, body) = (self.structure.add(Role::Label, item), self.structure.add(Role::ListBody, item));
            let mut lines =
                self.text_strips_at(&self.pieces(spans), self.sizes.body, body, x + indent, measure - indent);
            if let Some(first) = lines.first_mut() {
                let mut brush = Brush::new(Mark::Content(label));
                brush.label(x, self.sizes.body.baseline(), self.sizes.body.size, Face::Bold, accent, "•");
                brush.items.append(&mut first.items);
                first.items = brush.items;
            }
            self.space(&mut lines, if index == 0 { 0.4 } else { 0.35 });
            strips.append(&mut lines);
        }
        strips
    }

    /// Draws the disc beside the first lines, and gives a short block the height of its disc.
    fn draw_disc(&self, strips: &mut [Strip], picture: Pictogram) {
        let palette = self.palette;
        let height: f32 = strips.iter().map(|strip| strip.height + strip.space_before).sum();
        if let Some(last) = strips.last_mut() {
            last.height += (DISC - height).max(0.0);
        }
        if let Some(first) = strips.first_mut() {
            let mut brush = Brush::new(Mark::Decoration);
            brush.circle(LEFT + DISC / 2.0, DISC / 2.0, DISC / 2.0, Some(palette.accent_soft), None);
            let side = DISC * 0.6;
            let corner = (LEFT + (DISC - side) / 2.0, (DISC - side) / 2.0);
            paint_pictogram(&mut brush, corner, side, picture, (palette.accent, palette.accent_soft));
            brush.items.append(&mut first.items);
            first.items = brush.items;
        }
    }
}
