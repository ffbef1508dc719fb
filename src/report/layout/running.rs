//! What each page repeats: header, co-funding line with the emblem, reference and page number.

use super::ornament;
use super::{LEFT, RIGHT};
use crate::report::brush::Brush;
use crate::report::document::Document;
use crate::report::face::Face;
use crate::report::pages::{Mark, Pages};
use crate::report::palette::Palette;
use crate::report::wording::printable;
use crate::tr;

const SIZE: f32 = 8.2;

pub(super) fn add(pages: &mut Pages, document: &Document, palette: &Palette) {
    let total = pages.pages.len();
    let running = &document.running;
    for (index, page) in pages.pages.iter_mut().enumerate() {
        let right = page.width - RIGHT;
        let mut brush = Brush::new(Mark::Running);
        if index > 0 || document.letterhead.is_none() {
            brush.label(LEFT, 44.0, SIZE, Face::Bold, palette.accent, &printable(&running.header_left));
            brush.label_right(right, 44.0, SIZE, Face::Regular, palette.muted, &printable(&running.header_right));
            brush.line((LEFT, 51.0), (right, 51.0), palette.line, 0.6);
        }
        let foot = page.height - 36.0;
        brush.line((LEFT, foot - 13.0), (right, foot - 13.0), palette.line, 0.6);
        let mut x = LEFT;
        if !running.co_funding.is_empty() {
            ornament::emblem(&mut brush, LEFT, foot - 7.0, 22.0, palette);
            x += 29.0;
            brush.label(x, foot + 0.4, SIZE, Face::Bold, palette.ink, &printable(&running.co_funding));
        }
        brush.label(x, foot + 10.6, SIZE, Face::Regular, palette.muted, &printable(&running.footer));
        let number = tr!("report-page", page = index + 1, total = total);
        brush.label_right(right, foot + 0.4, SIZE, Face::Bold, palette.ink, &number);
        let reference = printable(&document.metadata.reference);
        brush.label_right(right, foot + 10.6, SIZE, Face::Regular, palette.muted, &reference);
        page.items.append(&mut brush.items);
    }
}
