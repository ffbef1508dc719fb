//! A paper read to its end: its pages one under another, and what was in sight of each.
//!
//! A page was shown once every part of its height was in sight, whatever the height of the window and the zoom.

use eframe::egui::{Key, Modifiers, Rect, ScrollArea, Ui, vec2};

use crate::app::documents::Pages;
use crate::tr;
use crate::ui::desk::layout::{at_end, is_narrow, row};
use crate::ui::desk::preview::{Sheet, show_page, zoom};
use crate::ui::icons::Icon;
use crate::ui::widgets::{icon_button, muted, small};

/// What of a height may stay out of sight: less than its thinnest line.
const SLACK: f32 = 0.002;

/// Share of the height of the window by which a key or a button goes on: what was at its foot stays in sight.
const STEP: f32 = 0.8;

/// The parts of each page of a text that were in sight, as shares of its height.
#[derive(Default)]
pub(super) struct Shown {
    text: String,
    pages: Vec<Vec<(f32, f32)>>,
}

impl Shown {
    /// Takes a part in sight; another text forgets what was seen of this one.
    pub(super) fn see(&mut self, text: &str, page: usize, (top, foot): (f32, f32)) {
        if self.text != text {
            *self = Self { text: text.to_owned(), pages: Vec::new() };
        }
        if self.pages.len() <= page {
            self.pages.resize(page + 1, Vec::new());
        }
        if let Some(parts) = self.pages.get_mut(page) {
            parts.push((top, foot));
            *parts = joined(std::mem::take(parts));
        }
    }

    /// Returns the pages that were not shown whole, counted from 0.
    pub(super) fn missing(&self, text: &str, n: usize) -> Vec<usize> {
        let whole = |page: &usize| {
            let parts = self.pages.get(*page).map(Vec::as_slice);
            self.text == text && matches!(parts, Some([(top, foot)]) if *top <= SLACK && *foot >= 1.0 - SLACK)
        };
        (0..n).filter(|page| !whole(page)).collect()
    }
}

/// Joins the parts that touch, in order.
fn joined(mut parts: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    parts.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut whole: Vec<(f32, f32)> = Vec::new();
    for (top, foot) in parts {
        match whole.last_mut() {
            Some(last) if top <= last.1 + SLACK => last.1 = last.1.max(foot),
            _ => whole.push((top, foot)),
        }
    }
    whole
}

/// Where a paper stands in its window.
#[derive(Default)]
pub(super) struct Scroll {
    sheet: Sheet,
    /// The page in the middle of the window.
    page: usize,
    /// How far to go, in heights of the window.
    go: f32,
}

impl Scroll {
    /// Shows the bar above the pages: which page is in sight, larger and smaller, further and back.
    pub(super) fn bar(&mut self, ui: &mut Ui, n: usize, papers: impl FnOnce(&mut Ui)) {
        row(ui, |ui| {
            papers(ui);
            at_end(ui, |ui| {
                let key = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                if icon_button(ui, Icon::ChevronDown, &tr!("desk-read-down")).clicked() || key(ui, Key::PageDown) {
                    self.go = STEP;
                }
                if icon_button(ui, Icon::ChevronUp, &tr!("desk-read-up")).clicked() || key(ui, Key::PageUp) {
                    self.go = -STEP;
                }
                zoom(ui, &mut self.sheet);
                muted(ui, &tr!("desk-page-of", page = self.page.min(n.saturating_sub(1)) + 1, pages = n));
            });
        });
    }

    /// Shows the pages below one another, and tells each part that is in sight.
    pub(super) fn pages(&mut self, ui: &mut Ui, id: &str, pages: &Pages, mut sees: impl FnMut(usize, (f32, f32))) {
        let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
        let height = ui.clip_rect().intersect(ui.available_rect_before_wrap()).height();
        let mut middle = self.page;
        let go = std::mem::take(&mut self.go);
        let mut content = |ui: &mut Ui| {
            let window = ui.clip_rect();
            for page in 0..pages.pages.len() {
                let rect = show_page(ui, pages, page, &self.sheet);
                if let (Some(part), false) = (part_in_sight(rect, window), covered) {
                    sees(page, part);
                }
                if rect.y_range().contains(window.center().y) {
                    middle = page;
                }
            }
            if go != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -go * height));
            }
        };
        if is_narrow(ui) {
            content(ui);
        } else {
            ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, content);
        }
        self.page = middle;
    }
}

/// Returns the part of a page that its window shows, as shares of its height.
fn part_in_sight(page: Rect, window: Rect) -> Option<(f32, f32)> {
    let share = |y: f32| ((y - page.top()) / page.height()).clamp(0.0, 1.0);
    let is_wide = window.left() <= page.left() + 1.0 && window.right() >= page.right() - 1.0;
    let part = (share(window.top()), share(window.bottom()));
    (is_wide && part.1 > part.0).then_some(part)
}

/// Says which pages are still to be shown.
pub(super) fn remains(ui: &mut Ui, missing: &[usize]) {
    let names: Vec<String> = missing.iter().map(|page| (page + 1).to_string()).collect();
    match names.split_last() {
        None => small(ui, &tr!("desk-cosign-read")),
        Some((last, [])) => small(ui, &tr!("desk-read-remains-one", page = last.as_str())),
        Some((last, before)) => small(ui, &tr!("desk-read-remains", pages = before.join(", "), last = last.as_str())),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(parts: &[(usize, (f32, f32))]) -> Vec<usize> {
        let mut shown = Shown::default();
        parts.iter().for_each(|(page, part)| shown.see("text", *page, *part));
        shown.missing("text", 2)
    }

    #[test]
    fn a_page_whose_foot_was_never_in_sight_was_not_shown() {
        assert_eq!(seen(&[(0, (0.0, 0.6)), (1, (0.0, 1.0))]), [0]);
    }

    #[test]
    fn a_page_is_shown_once_all_its_parts_were_in_sight() {
        assert_eq!(seen(&[(1, (0.4, 1.0)), (0, (0.0, 0.5)), (1, (0.0, 0.5)), (0, (0.45, 1.0))]), [0_usize; 0]);
    }

    #[test]
    fn a_page_with_a_hole_in_its_middle_was_not_shown() {
        assert_eq!(seen(&[(0, (0.0, 0.4)), (0, (0.5, 1.0)), (1, (0.0, 1.0))]), [0]);
    }

    #[test]
    fn another_text_was_not_shown() {
        let mut shown = Shown::default();
        shown.see("text", 0, (0.0, 1.0));
        assert_eq!(shown.missing("other text", 1), [0]);
    }
}
