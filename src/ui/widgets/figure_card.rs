//! An option that is a picture, as a card: number, drawing, and the tick of the chosen one.
//!
//! It is a [`ChoiceCard`](super::ChoiceCard) for a picture, with a few words under it or none; its name is for those who
//! do not see it.

use eframe::egui::{Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::answer_card;
use super::figure::{inner_square, paint_figure};
use super::{ChoiceKind, SvgPicture, paint};
use crate::domain::generate::figure::Figure;
use crate::ui::theme::Look;

/// What a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardDrawing<'a> {
    Figure(&'a Figure),
    Picture(SvgPicture<'a>),
}

/// A card for one drawing. `number` (1 to 9) is also the key that chooses it.
#[must_use]
pub struct FigureCard<'a> {
    drawing: CardDrawing<'a>,
    name: &'a str,
    number: u8,
    selected: bool,
    kind: ChoiceKind,
    caption: &'a str,
    largest: Option<f32>,
}

impl<'a> FigureCard<'a> {
    pub fn new(drawing: CardDrawing<'a>, name: &'a str, number: u8, selected: bool) -> Self {
        Self { drawing, name, number, selected, kind: ChoiceKind::One, caption: "", largest: None }
    }

    pub fn kind(mut self, kind: ChoiceKind) -> Self {
        self.kind = kind;
        self
    }

    /// Draws a figure in a square of this side at most, so that its size compares with others.
    pub fn largest(mut self, side: Option<f32>) -> Self {
        self.largest = side;
        self
    }

    /// Writes words under the drawing.
    pub fn caption(mut self, words: &'a str) -> Self {
        self.caption = words;
        self
    }

    /// Shows the card; the flag tells whether it was clicked, touched, or its digit typed.
    pub fn show(self, ui: &mut Ui, size: Vec2) -> (Response, bool) {
        let look = Look::of(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let enabled = ui.is_enabled();
        let role = match self.kind {
            ChoiceKind::One => Role::RadioButton,
            ChoiceKind::Many => Role::CheckBox,
        };
        response.widget_info(|| WidgetInfo::selected(role, enabled, self.selected, self.name));
        answer_card::ground(ui, &look, rect, &response, self.selected);
        let pad = look.space.small;
        let words = paint::centred(ui, &look, self.caption, look.text.body, rect.width() - 2.0 * pad);
        let below = if self.caption.is_empty() { 0.0 } else { words.size().y + pad * 0.5 };
        paint::put(ui, &words, pos2(rect.center().x, rect.bottom() - below - pad * 0.5));
        let parts = Parts::of(&look, rect.with_max_y(rect.bottom() - below), self.drawing);
        match self.drawing {
            CardDrawing::Figure(figure) => {
                let square = inner_square(parts.drawing);
                let side = self.largest.map_or(square.width(), |largest| square.width().min(largest));
                let place = Rect::from_center_size(square.center(), Vec2::splat(side));
                paint_figure(ui.painter(), &look, place, figure);
            }
            CardDrawing::Picture(picture) => picture.paint(ui, &look, parts.drawing),
        }
        answer_card::number(ui, &look, parts.number, self.number, self.selected);
        answer_card::tick(ui, &look, parts.mark, self.kind, self.selected);
        let chosen = response.clicked() || answer_card::typed(ui, self.number);
        (response, chosen)
    }
}

/// Where the parts of a card are.
struct Parts {
    number: Rect,
    mark: Rect,
    drawing: Rect,
}

/// Returns the side of the square in which a card of this size draws a figure.
pub(super) fn figure_side(look: &Look, size: Vec2) -> f32 {
    let nothing = Figure::default();
    let parts = Parts::of(look, Rect::from_min_size(Pos2::ZERO, size), CardDrawing::Figure(&nothing));
    inner_square(parts.drawing).width()
}

impl Parts {
    /// Puts number and mark above the drawing, or on its sides where height lacks: whatever leaves the larger square.
    /// A picture has its own ratio, mostly wide, and takes the width.
    fn of(look: &Look, rect: Rect, drawing: CardDrawing<'_>) -> Self {
        let pad = look.space.small;
        let badge = (look.text.small * 1.5).round();
        let inner = rect.shrink(pad);
        let number = Rect::from_min_size(inner.min, Vec2::splat(badge));
        let side = badge * 0.86;
        let centre = pos2(inner.right() - side / 2.0, number.center().y);
        let mark = Rect::from_center_size(centre, Vec2::splat(side));
        let below = inner.with_min_y(number.bottom() + pad * 0.5);
        let between = inner.shrink2(vec2(badge + pad * 0.75, 0.0));
        let above = match drawing {
            CardDrawing::Figure(_) => below.size().min_elem() >= between.size().min_elem(),
            CardDrawing::Picture(_) => true,
        };
        Self { number, mark, drawing: if above { below } else { between } }
    }
}

/// What happened to a group of cards in this frame.
pub struct FigureCards {
    /// The card that was clicked, touched, or whose digit was typed.
    pub chosen: Option<usize>,
    /// Each card's own response, in order.
    pub responses: Vec<Response>,
}

/// Widest and tallest card: beyond it a larger figure tells no more.
const LARGEST: Vec2 = vec2(400.0, 260.0);

/// Shows drawings as cards in rows that fill `room`; `names` go to a screen reader, one for each drawing.
pub fn figure_cards(
    ui: &mut Ui,
    room: Vec2,
    drawings: &[CardDrawing<'_>],
    names: &[String],
    selected: Option<usize>,
) -> FigureCards {
    let look = Look::of(ui.ctx());
    let gap = look.space.between_answers;
    let (columns, size) = card_rows(&look, drawings.len(), room);
    let mut shown = FigureCards { chosen: None, responses: Vec::with_capacity(drawings.len()) };
    let cards: Vec<(usize, u8, CardDrawing<'_>)> =
        drawings.iter().enumerate().zip(1_u8..).map(|((index, drawing), number)| (index, number, *drawing)).collect();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for row in cards.chunks(columns) {
            ui.horizontal(|ui| {
                for &(index, number, drawing) in row {
                    let name = names.get(index).map_or("", String::as_str);
                    let card = FigureCard::new(drawing, name, number, selected == Some(index));
                    let (response, chosen) = card.show(ui, size);
                    if chosen {
                        shown.chosen = Some(index);
                    }
                    shown.responses.push(response);
                }
            });
        }
    });
    shown
}

/// Returns how many cards of a drawing stand in a row of `room`, and their size.
pub fn card_rows(look: &Look, n: usize, room: Vec2) -> (usize, Vec2) {
    rows_for(n, room, look.space.between_answers, look.target.answer.min(64.0))
}

/// Returns how many cards stand in a row and their size: the rows that leave the largest figure.
fn rows_for(n: usize, room: Vec2, gap: f32, least: f32) -> (usize, Vec2) {
    let size = |columns: usize| {
        let rows = n.div_ceil(columns).max(1);
        let share = |length: f32, parts: usize| ((length + gap) / parts as f32 - gap).floor();
        vec2(share(room.x, columns), share(room.y, rows)).min(LARGEST).max(Vec2::splat(least))
    };
    let fits = |columns: &usize| n.is_multiple_of(*columns);
    let best = (1..=n).filter(fits).max_by(|&one, &other| size(one).min_elem().total_cmp(&size(other).min_elem()));
    let columns = best.unwrap_or(1);
    (columns, size(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_options_beside_a_drawing_stand_in_rows_and_alone_in_one_row() {
        let (columns, size) = rows_for(8, vec2(640.0, 440.0), 16.0, 64.0);
        assert_eq!((columns, size), (4, vec2(148.0, 212.0)));
        let (columns, size) = rows_for(8, vec2(1180.0, 150.0), 16.0, 64.0);
        assert_eq!((columns, size), (8, vec2(133.0, 150.0)));
    }

    #[test]
    fn a_card_is_never_smaller_than_a_finger() {
        let (_, size) = rows_for(8, vec2(300.0, 60.0), 16.0, 64.0);
        assert!(size.min_elem() >= 64.0, "{size:?}");
    }
}
