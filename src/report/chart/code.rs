//! A QR code with its words beside it.

use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::Face;
use crate::report::layout::Sizes;
use crate::report::palette::Palette;
use crate::report::qr::{QUIET, Qr};
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct CodeChart {
    /// What the code says, in words.
    pub text: String,
    pub qr: Qr,
}

/// Side of the code with its light border.
const SIDE: f32 = 84.0;

impl CodeChart {
    pub fn alternative(&self) -> String {
        tr!("report-code-alt", text = self.text.as_str())
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, wide: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        paint_qr(brush, &self.qr, (x, 0.0), SIDE, palette);
        let (left, measure) = (x + SIDE + 10.0, wide - SIDE - 10.0);
        let text = printable(&self.text);
        brush.paragraph(&text, Face::Regular, palette.muted, left, 18.0, measure, sizes.small, Align::Left);
        SIDE
    }
}

/// Draws a code with the light border that a reader needs, in a square of `side`.
pub(super) fn paint_qr(brush: &mut Brush, qr: &Qr, (x, y): (f32, f32), side: f32, palette: &Palette) {
    let module = side / (qr.side() + 2 * QUIET) as f32;
    let border = QUIET as f32 * module;
    for run in qr.runs() {
        let (left, top) = (x + border + run.column as f32 * module, y + border + run.row as f32 * module);
        brush.rect(left, top, run.length as f32 * module, module, 0.0, palette.ink);
    }
}
