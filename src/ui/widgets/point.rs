//! A point of an answer scale as a standing tile: number above, picture, words below.
//!
//! It is a [`ChoiceCard`](super::ChoiceCard) for a row: where letters are large, five tiles still fit side by side.

use eframe::egui::{Align, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::ChoiceKind;
use super::answer_card;
use super::choice::paint_picture;
use super::{Picture, paint};
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
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, self.selected, self.text));
        answer_card::ground(ui, &look, rect, &response, self.selected);
        self.paint_content(ui, &look, rect);
        let chosen = response.clicked() || answer_card::typed(ui, self.number);
        (response, chosen)
    }

    fn paint_content(&self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        let pad = look.space.small * 1.4;
        let badge = (look.text.answer * 1.5).round();
        let place = Rect::from_min_size(rect.min + vec2(pad, pad), vec2(badge, badge));
        answer_card::number(ui, look, place, self.number, self.selected);
        let side = look.target.icon * 0.9;
        let mark = Rect::from_center_size(pos2(rect.right() - pad - side / 2.0, place.center().y), vec2(side, side));
        answer_card::tick(ui, look, mark, ChoiceKind::One, self.selected);
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
