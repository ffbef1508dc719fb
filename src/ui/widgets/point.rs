//! A point of an answer scale as a standing tile: number above, picture, words below.
//!
//! It is a [`ChoiceCard`](super::ChoiceCard) for a row: where letters are large, five tiles still fit side by side.

use eframe::egui::{Align, Modifiers, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::choice::{digit_key, paint_picture};
use super::{Picture, paint};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// A tile for one point. `number` (1 to 9) is also the key that chooses it.
#[must_use]
pub struct PointTile<'a> {
    text: &'a str,
    selected: bool,
    number: u8,
    picture: Option<Picture>,
}

impl<'a> PointTile<'a> {
    pub fn new(text: &'a str, number: u8, selected: bool) -> Self {
        Self { text, selected, number, picture: None }
    }

    pub fn picture(mut self, picture: Option<Picture>) -> Self {
        self.picture = picture;
        self
    }

    /// Shows the tile; the flag tells whether it was clicked, touched, or its digit typed.
    pub fn show(self, ui: &mut Ui, size: Vec2) -> (Response, bool) {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, self.selected, self.text));
        let (fill, outline) = match (self.selected, response.hovered()) {
            (true, _) => (c.primary_soft, Stroke::new(look.stroke.selected, c.primary)),
            (false, true) => (c.surface_raised, Stroke::new(2.5, c.primary)),
            (false, false) => (c.surface_raised, look.outline()),
        };
        paint::plate(ui, &look, rect, look.radius.large, fill, outline);
        paint::focus_ring(ui, &look, &response, rect, look.radius.large);
        self.paint_content(ui, &look, rect);
        let typed = digit_key(self.number).is_some_and(|key| {
            enabled && !ui.ctx().text_edit_focused() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
        });
        let chosen = response.clicked() || typed;
        (response, chosen)
    }

    fn paint_content(&self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        let pad = look.space.small * 1.4;
        let badge = (look.text.answer * 1.5).round();
        let place = Rect::from_min_size(rect.min + vec2(pad, pad), vec2(badge, badge));
        let (fill, ink) = if self.selected { (c.primary, c.primary_ink) } else { (c.primary_soft, c.primary) };
        ui.painter().rect_filled(place, look.corner(look.radius.medium), fill);
        let number = self.number.to_string();
        let digit = paint::layout(ui, look, &number, Weight::Bold, look.text.answer, ink, f32::INFINITY);
        paint::put_centred(ui, &digit, place);
        let side = look.target.icon * 0.9;
        let mark = Rect::from_center_size(pos2(rect.right() - pad - side / 2.0, place.center().y), vec2(side, side));
        if self.selected {
            ui.painter().circle_filled(mark.center(), side / 2.0, c.primary);
            Icon::Check.paint(ui.painter(), mark.shrink(side * 0.2), c.primary_ink);
        } else {
            ui.painter().circle_stroke(mark.center(), side / 2.0, Stroke::new(2.0, c.line));
        }
        let weight = if self.selected { Weight::SemiBold } else { Weight::Regular };
        let mut job = look.job(self.text, weight, look.text.body, c.ink, rect.width() - 2.0 * pad);
        job.halign = Align::Center;
        let words = ui.painter().layout_job(job);
        // Room for two lines on every tile, so that the pictures of a row stand level.
        let room = words.size().y.max(2.0 * look.text.body * look.text.line_height);
        let top = rect.bottom() - pad - room;
        paint::put(ui, &words, pos2(rect.center().x, top + (room - words.size().y) / 2.0));
        if let Some(picture) = self.picture {
            let room = Rect::from_min_max(pos2(rect.left(), place.bottom()), pos2(rect.right(), top));
            let side = (room.height() - 4.0).min(look.target.icon * 2.4).max(0.0);
            paint_picture(ui, look, picture, Rect::from_center_size(room.center(), vec2(side, side)));
        }
    }
}
