//! A card that carries a mark: its place in an order, or « le plus » and « le moins ».

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::answer_card::{self, speaker_side};
use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// What a card carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardMark {
    /// Nothing yet.
    None,
    /// Its place, from 1.
    Rank(usize),
    Most,
    Least,
}

/// A card of words. `number` (1 to 9) is the key that touches it.
#[must_use]
pub struct MarkCard<'a> {
    text: &'a str,
    number: u8,
    mark: CardMark,
    /// The mark in words, for a screen reader; shown on the card for the most and the least.
    said: &'a str,
    with_speaker: bool,
}

impl<'a> MarkCard<'a> {
    pub fn new(text: &'a str, number: u8, mark: CardMark, said: &'a str) -> Self {
        Self { text, number, mark, said, with_speaker: false }
    }

    /// Leaves room at its right for a speaker.
    pub fn with_speaker(mut self, with_speaker: bool) -> Self {
        self.with_speaker = with_speaker;
        self
    }

    /// Shows the card; the flag tells whether it was clicked, touched, or its digit typed.
    pub fn show(self, ui: &mut Ui, size: Vec2) -> (Response, bool) {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        // Its words are never cut: the card grows with them.
        let words = self.words(ui, &look, self.room(ui, &look, size), size.y);
        let height = size.y.max(words.size().y + look.space.tiny);
        let (rect, response) = ui.allocate_exact_size(vec2(size.x, height), Sense::click());
        let enabled = ui.is_enabled();
        let marked = self.mark != CardMark::None;
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(Role::Button, enabled, marked, self.text);
            info.current_text_value = marked.then(|| self.said.to_owned());
            info
        });
        let strong = match self.mark {
            CardMark::None => None,
            CardMark::Rank(_) | CardMark::Most => Some((c.primary_soft, self.ink(&look))),
            CardMark::Least => Some((c.accent_soft, self.ink(&look))),
        };
        answer_card::strong_ground(ui, &look, rect, &response, strong);
        self.paint_content(ui, &look, rect, &words);
        let chosen = response.clicked() || answer_card::typed(ui, self.number);
        (response, chosen)
    }

    fn ink(&self, look: &Look) -> Color32 {
        match self.mark {
            CardMark::Least => look.colours.accent,
            CardMark::None | CardMark::Rank(_) | CardMark::Most => look.colours.primary,
        }
    }

    /// Returns the side of the mark in a card of this height.
    fn mark_side(look: &Look, height: f32) -> f32 {
        (look.text.answer * 1.75).round().min(height - look.space.small)
    }

    /// Lays out what is said of a marked card at its right end.
    fn tag(&self, ui: &Ui, look: &Look) -> Arc<Galley> {
        let tag = match self.mark {
            CardMark::Most | CardMark::Least => self.said,
            CardMark::None | CardMark::Rank(_) => "",
        };
        paint::layout(ui, look, tag, Weight::Bold, look.text.small, look.colours.ink, f32::INFINITY)
    }

    /// Returns the width that the words have.
    fn room(&self, ui: &Ui, look: &Look, size: Vec2) -> f32 {
        let pad = look.space.medium;
        let tag = self.tag(ui, look);
        let tag_room = if tag.text().is_empty() { 0.0 } else { tag.size().x + pad };
        let speaker = if self.with_speaker { speaker_side(look) } else { 0.0 };
        size.x - speaker - Self::mark_side(look, size.y) - 3.0 * pad - tag_room
    }

    /// Lays out the words, smaller where they would be higher than the card.
    fn words(&self, ui: &Ui, look: &Look, room: f32, height: f32) -> Arc<Galley> {
        let weight = if self.mark == CardMark::None { Weight::Regular } else { Weight::SemiBold };
        let lay = |size| paint::layout(ui, look, self.text, weight, size, look.colours.ink, room);
        let words = lay(look.text.answer);
        if words.size().y > height { lay(look.text.body) } else { words }
    }

    fn paint_content(&self, ui: &Ui, look: &Look, rect: Rect, words: &Arc<Galley>) {
        let pad = look.space.medium;
        let rect = if self.with_speaker { rect.with_max_x(rect.right() - speaker_side(look)) } else { rect };
        let side = Self::mark_side(look, rect.height());
        let place = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - side / 2.0), Vec2::splat(side));
        self.paint_mark(ui, look, place);
        let tag = self.tag(ui, look);
        paint::put_left(ui, words, place.right() + pad, rect.center().y);
        paint::put_left(ui, &tag, rect.right() - pad - tag.size().x, rect.center().y);
    }

    /// Draws the mark by its shape too: a number, a plus, a minus, or an empty dashed circle.
    fn paint_mark(&self, ui: &Ui, look: &Look, place: Rect) {
        let c = &look.colours;
        let (centre, radius) = (place.center(), place.width() / 2.0);
        match self.mark {
            CardMark::None => {
                let circle = (0..=48).map(|step| {
                    let angle = step as f32 / 48.0 * std::f32::consts::TAU;
                    centre + (radius - 2.0) * vec2(angle.cos(), angle.sin())
                });
                let points: Vec<_> = circle.collect();
                ui.painter().extend(Shape::dashed_line(&points, Stroke::new(2.0, c.line), 6.0, 5.0));
            }
            CardMark::Rank(rank) => {
                ui.painter().circle_filled(centre, radius, c.primary);
                let text = rank.to_string();
                let digits =
                    paint::layout(ui, look, &text, Weight::Bold, look.text.answer, c.primary_ink, f32::INFINITY);
                paint::put_centred(ui, &digits, place);
            }
            CardMark::Most | CardMark::Least => {
                let icon = if self.mark == CardMark::Most { Icon::Plus } else { Icon::Minus };
                let corner = look.corner(look.radius.medium);
                ui.painter().rect(place, corner, self.ink(look), Stroke::NONE, StrokeKind::Inside);
                icon.paint(ui.painter(), place.shrink(place.width() * 0.2), c.surface_raised);
            }
        }
    }
}
