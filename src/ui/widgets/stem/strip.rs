//! Drawings that are read from left to right: a series of numbers, the folds of a sheet.

use eframe::egui::{Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::unknown;
use crate::domain::generate::figure::Figure;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::figure::paint_figure;
use crate::ui::widgets::paint;

/// Numbers in boxes, the last one to be found.
pub(super) struct Series {
    terms: Vec<String>,
    cell: Vec2,
    gap: f32,
}

impl Series {
    /// Widest and tallest box.
    const LARGEST: Vec2 = vec2(132.0, 104.0);

    pub(super) fn of(look: &Look, terms: &[i64], room: Vec2) -> Self {
        let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
        let count = (terms.len() + 1) as f32;
        let gap = if room.x < 800.0 { look.space.small } else { look.space.medium };
        let width = (room.x - gap * (count - 1.0)) / count;
        Self { terms, cell: vec2(width, room.y).min(Self::LARGEST).floor(), gap }
    }

    pub(super) fn size(&self) -> Vec2 {
        let count = self.terms.len() as f32 + 1.0;
        vec2(count * self.cell.x + (count - 1.0) * self.gap, self.cell.y)
    }

    pub(super) fn paint(&self, ui: &Ui, look: &Look, rect: Rect) {
        // One size for all, such that three digits fit.
        let size = (self.cell.y * 0.5).min(self.cell.x * 0.42);
        let mut left = rect.left();
        for term in &self.terms {
            let place = Rect::from_min_size(pos2(left, rect.top()), self.cell);
            paint::plate(ui, look, place, look.radius.medium, look.colours.surface_raised, look.outline());
            let number = paint::layout(ui, look, term, Weight::Bold, size, look.colours.ink, f32::INFINITY);
            paint::put_centred(ui, &number, place);
            left += self.cell.x + self.gap;
        }
        unknown(ui, look, Rect::from_min_size(pos2(left, rect.top()), self.cell));
    }
}

/// The sheet after each step, an arrow to the next one, and the opened sheet to be found.
pub(super) struct Folding<'a> {
    steps: &'a [Figure],
    side: f32,
    arrow: f32,
}

impl<'a> Folding<'a> {
    /// The side of the largest sheet.
    const LARGEST: f32 = 230.0;

    pub(super) fn of(look: &Look, steps: &'a [Figure], room: Vec2) -> Self {
        let arrow = look.target.icon * 1.75;
        let count = steps.len() as f32;
        let side = (room.x - count * arrow) / (count + 1.0);
        Self { steps, side: side.min(room.y).min(Self::LARGEST).floor(), arrow }
    }

    pub(super) fn size(&self) -> Vec2 {
        let count = self.steps.len() as f32;
        vec2((count + 1.0) * self.side + count * self.arrow, self.side)
    }

    pub(super) fn paint(&self, ui: &Ui, look: &Look, rect: Rect) {
        let place = |index: usize| {
            let left = rect.left() + index as f32 * (self.side + self.arrow);
            Rect::from_min_size(pos2(left, rect.top()), Vec2::splat(self.side))
        };
        for (index, step) in self.steps.iter().enumerate() {
            let sheet = place(index);
            paint::plate(ui, look, sheet, look.radius.medium, look.colours.surface_raised, look.outline());
            paint_figure(ui.painter(), look, sheet.shrink(self.side * 0.05), step);
            let between = Rect::from_min_max(sheet.right_top(), sheet.right_bottom() + vec2(self.arrow, 0.0));
            let icon = Rect::from_center_size(between.center(), Vec2::splat(look.target.icon));
            Icon::ArrowRight.paint(ui.painter(), icon, look.colours.primary);
        }
        // The opened sheet is as large as the dashed trace of the flat one.
        let opened = place(self.steps.len());
        paint::plate(ui, look, opened, look.radius.medium, look.colours.surface_raised, Stroke::NONE);
        unknown(ui, look, opened);
    }
}
