//! A badge to carry: first name, digits, QR code and pictograms on one card.

use super::code::paint_qr;
use super::pictogram::paint_pictogram;
use crate::domain::badge::{Pictogram, PictureBadge};
use crate::i18n::terms::pictogram;
use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::{Face, width};
use crate::report::layout::Sizes;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::report::qr::Qr;
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct BadgeChart {
    pub first_name: String,
    /// "482 913"
    pub code: String,
    pub qr: Qr,
    pub badge: Option<PictureBadge>,
}

const PAD: f32 = 24.0;
const RADIUS: f32 = 10.0;
const NAME: f32 = 30.0;
const DIGITS: f32 = 58.0;
/// Side of the QR code with its light border: a module is two millimetres wide, and the scanner need not be near.
const SQUARE: f32 = 164.0;
const GAP: f32 = 10.0;
const NUMBER: f32 = 15.0;

impl BadgeChart {
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-badge-alt", name = self.first_name.as_str(), code = self.code.as_str());
        if let Some(badge) = &self.badge {
            let names: Vec<String> = badge.pictograms().iter().map(|one| pictogram(*one)).collect();
            text.push(' ');
            text.push_str(&tr!("report-badge-alt-pictures", pictures = names.join(", ")));
        }
        text
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, wide: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let inner = wide - 2.0 * PAD;
        let cell = (inner - 4.0 * GAP) / 5.0;
        let below = if self.badge.is_some() { NUMBER + 6.0 + cell + sizes.small.leading + 2.0 * GAP } else { 0.0 };
        let height = 2.0 * PAD + SQUARE + below;
        let outline = Stroke { colour: palette.accent, width: 2.0 };
        brush.frame(x, 0.0, wide, height, RADIUS, palette.paper, outline);
        let left = x + PAD;
        let name = printable(&format!("{} ", self.first_name));
        let room = inner - SQUARE - GAP;
        let size = fitting(Face::Bold, NAME, &name, room);
        brush.label(left, PAD + NAME, size, Face::Bold, palette.accent, &name);
        let label = printable(&tr!("report-badge-code"));
        brush.label(left, PAD + NAME + 42.0, sizes.body.size, Face::Regular, palette.ink, &format!("{label} "));
        let code = printable(&format!("{} ", self.code.replace(' ', "\u{A0}")));
        let size = fitting(Face::Bold, DIGITS, &code, room);
        brush.label(left, PAD + SQUARE - 16.0, size, Face::Bold, palette.ink, &code);
        paint_qr(brush, &self.qr, (x + wide - PAD - SQUARE, PAD), SQUARE, palette);
        if let Some(badge) = &self.badge {
            let top = PAD + SQUARE + 1.5 * GAP;
            for (index, one) in badge.pictograms().iter().enumerate() {
                let at = left + index as f32 * (cell + GAP);
                paint_cell(brush, (at, top), cell, (index + 1, *one), sizes, palette);
            }
        }
        height
    }
}

/// Returns the largest size, up to `size`, at which a text stays within `room`.
fn fitting(face: Face, size: f32, text: &str, room: f32) -> f32 {
    size.min(size * room / width(face, size, text.trim_end()).max(1.0))
}

/// Draws one pictogram with its place in the order above it and its name below.
fn paint_cell(
    brush: &mut Brush,
    (x, y): (f32, f32),
    side: f32,
    (number, one): (usize, Pictogram),
    sizes: &Sizes,
    palette: &Palette,
) {
    let text = format!("{number} ");
    let middle = x + side / 2.0 - width(Face::Bold, NUMBER, text.trim_end()) / 2.0;
    brush.label(middle, y + NUMBER, NUMBER, Face::Bold, palette.accent, &text);
    let top = y + NUMBER + 6.0;
    brush.frame(x, top, side, side, 6.0, palette.paper, Stroke { colour: palette.line, width: 1.2 });
    let inset = side * 0.12;
    paint_pictogram(brush, (x + inset, top + inset), side - 2.0 * inset, one, (palette.ink, palette.paper));
    let name = printable(&format!("{} ", pictogram(one)));
    let (room, setting) = (side + GAP, sizes.small);
    brush.paragraph(&name, Face::Regular, palette.ink, x - GAP / 2.0, top + side + 4.0, room, setting, Align::Centre);
}
