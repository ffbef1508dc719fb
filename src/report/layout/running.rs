//! What each page repeats: header, co-funding line with the emblem, reference and page number.

use super::ornament;
use super::{LEFT, RIGHT};
use crate::report::brush::Brush;
use crate::report::document::Document;
use crate::report::face::{Face, width};
use crate::report::pages::{Furniture, Mark, Pages};
use crate::report::palette::Palette;
use crate::report::wording::printable;
use crate::tr;

const SIZE: f32 = 8.2;

pub(super) fn add(pages: &mut Pages, document: &Document, palette: &Palette) {
    let total = pages.pages.len();
    let running = &document.running;
    for (index, page) in pages.pages.iter_mut().enumerate() {
        let right = page.width - RIGHT;
        let mut brush = Brush::new(Mark::Running(Furniture::Header));
        if index > 0 || document.letterhead.is_none() {
            let aside = printable(&running.header_right);
            let taken = brush.label_right(right, 44.0, SIZE, Face::Regular, palette.muted, &aside);
            let title = fitted(&printable(&running.header_left), right - LEFT - taken - 3.0 * SIZE);
            brush.label(LEFT, 44.0, SIZE, Face::Bold, palette.accent, &title);
            brush.line((LEFT, 51.0), (right, 51.0), palette.line, 0.6);
        }
        brush.mark = Mark::Running(Furniture::Footer);
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

/// Returns the text, or as many of its first words as the room takes.
fn fitted(text: &str, room: f32) -> String {
    let fits = |text: &str| width(Face::Bold, SIZE, text) <= room;
    let mut end = text.len();
    let mut short = text.to_owned();
    while !fits(&short) {
        let Some((before, _)) = text.get(..end).and_then(|kept| kept.rsplit_once(' ')) else { return String::new() };
        end = before.len();
        short = format!("{before}…");
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_keeps_its_first_words_and_says_that_there_are_more() {
        assert_eq!(fitted("Raisonnement", 200.0), "Raisonnement");
        let short = fitted("Raisonnement : les questions s'adaptent", 120.0);
        assert!(short.starts_with("Raisonnement") && short.ends_with('…'), "{short}");
        assert!(width(Face::Bold, SIZE, &short) <= 120.0);
        assert_eq!(fitted("Raisonnement", 10.0), "");
    }
}
