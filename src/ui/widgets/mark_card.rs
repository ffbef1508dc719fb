//! A card that carries a mark: its place in an order, or « le plus » and « le moins ».

use eframe::egui::{Color32, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

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
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
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
        self.paint_content(ui, &look, rect);
        let chosen = response.clicked() || answer_card::typed(ui, self.number);
        (response, chosen)
    }

    fn ink(&self, look: &Look) -> Color32 {
        match self.mark {
            CardMark::Least => look.colours.accent,
            CardMark::None | CardMark::Rank(_) | CardMark::Most => look.colours.primary,
        }
    }

    fn paint_content(&self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        let pad = look.space.medium;
        let rect = if self.with_speaker { rect.with_max_x(rect.right() - speaker_side(look)) } else { rect };
        let side = (look.text.answer * 1.75).round().min(rect.height() - look.space.small);
        let place = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - side / 2.0), Vec2::splat(side));
        self.paint_mark(ui, look, place);
        let tag = match self.mark {
            CardMark::Most | CardMark::Least => self.said,
            CardMark::None | CardMark::Rank(_) => "",
        };
        let tag = paint::layout(ui, look, tag, Weight::Bold, look.text.small, c.ink, f32::INFINITY);
        let tag_room = if tag.text().is_empty() { 0.0 } else { tag.size().x + pad };
        let room = rect.right() - place.right() - 2.0 * pad - tag_room;
        let weight = if self.mark == CardMark::None { Weight::Regular } else { Weight::SemiBold };
        let mut words = paint::layout(ui, look, self.text, weight, look.text.answer, c.ink, room);
        if words.size().y > rect.height() {
            words = paint::layout(ui, look, self.text, weight, look.text.body, c.ink, room);
        }
        paint::put_left(ui, &words, place.right() + pad, rect.center().y);
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
