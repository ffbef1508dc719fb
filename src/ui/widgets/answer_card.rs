//! What the cards of an answer share: ground, number, tick, speaker, and the digit that chooses them.

use eframe::egui::{
    Color32, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{ChoiceKind, paint};
use crate::domain::comfort::Means;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// Draws the ground of a card, chosen or not, with its focus.
pub fn ground(ui: &Ui, look: &Look, rect: Rect, response: &Response, selected: bool) {
    let c = &look.colours;
    strong_ground(ui, look, rect, response, selected.then_some((c.primary_soft, c.primary)));
}

/// Draws the ground of a card, with the colours of its fill and its frame where it stands out.
pub fn strong_ground(ui: &Ui, look: &Look, rect: Rect, response: &Response, strong: Option<(Color32, Color32)>) {
    let c = &look.colours;
    let (fill, outline) = match strong {
        Some((fill, frame)) => (fill, Stroke::new(look.stroke.selected, frame)),
        None if response.hovered() => (c.surface_raised, Stroke::new(2.5, c.primary)),
        None => (c.surface_raised, look.outline()),
    };
    paint::plate(ui, look, rect, look.radius.large, fill, outline);
    paint::focus_ring(ui, look, response, rect, look.radius.large);
}

/// Draws the number of a card, as large as its place allows.
pub fn number(ui: &Ui, look: &Look, place: Rect, number: u8, selected: bool) {
    let c = &look.colours;
    let (fill, ink) = if selected { (c.primary, c.primary_ink) } else { (c.primary_soft, c.primary) };
    let small = place.height() < look.text.answer * 1.5;
    let (radius, size) =
        if small { (look.radius.small, look.text.small) } else { (look.radius.medium, look.text.answer) };
    ui.painter().rect_filled(place, look.corner(radius), fill);
    if look.appearance.means == Some(Means::Keyboard) {
        // A key to press.
        let edge = Stroke::new(2.0, c.primary);
        ui.painter().rect_stroke(place, look.corner(radius), edge, StrokeKind::Inside);
        ui.painter().hline(place.shrink(radius).x_range(), place.bottom() - 3.0, Stroke::new(3.0, c.primary));
    }
    let digit = paint::layout(ui, look, &number.to_string(), Weight::Bold, size, ink, f32::INFINITY);
    paint::put_centred(ui, &digit, place);
}

/// Draws the state of a card by its shape: an empty circle or square, then a full one with a tick.
pub fn tick(ui: &Ui, look: &Look, place: Rect, kind: ChoiceKind, selected: bool) {
    let c = &look.colours;
    let radius = match kind {
        ChoiceKind::One => place.width() / 2.0,
        ChoiceKind::Many => look.radius.small,
    };
    if selected {
        ui.painter().rect_filled(place, look.corner(radius), c.primary);
        Icon::Check.paint(ui.painter(), place.shrink(place.width() * 0.2), c.primary_ink);
    } else {
        ui.painter().rect_stroke(place, look.corner(radius), Stroke::new(2.0, c.line), StrokeKind::Inside);
    }
}

/// Returns whether the digit of a card was typed in this frame, elsewhere than in a text.
pub fn typed(ui: &Ui, number: u8) -> bool {
    digit_key(number).is_some_and(|key| {
        ui.is_enabled()
            && !ui.ctx().text_edit_focused()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
    })
}

/// Where a card has room for its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCorner {
    /// In the middle above.
    Top,
    Right,
    BottomRight,
}

/// Returns the side of a card's speaker: enough for a finger.
pub fn speaker_side(look: &Look) -> f32 {
    look.finger()
}

/// Shows the speaker of a card that is drawn already; returns whether it was pressed.
pub fn card_speaker(ui: &Ui, card: &Response, corner: CardCorner, name: &str) -> bool {
    let look = Look::of(ui.ctx());
    let side = speaker_side(&look);
    let pad = look.space.small;
    let rect = card.rect;
    let centre = match corner {
        CardCorner::Top => pos2(rect.center().x, rect.top() + pad * 0.5 + side / 2.0),
        CardCorner::Right => pos2(rect.right() - pad - side / 2.0, rect.center().y),
        CardCorner::BottomRight => rect.right_bottom() - vec2(pad * 0.5 + side / 2.0, pad * 0.5 + side / 2.0),
    };
    if corner == CardCorner::BottomRight {
        // It may lie over a drawing.
        ui.painter().circle_filled(centre, side / 2.0, look.colours.surface_raised);
    }
    speaker_button(ui, &look, card, Rect::from_center_size(centre, vec2(side, side)), name)
}

/// Marks a card while the voice reads it: a frame, and a bar at its left, so that it is no colour alone.
pub fn mark_spoken(ui: &Ui, rect: Rect) {
    let look = Look::of(ui.ctx());
    let accent = look.colours.accent;
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 14.0), rect.left_bottom() + vec2(9.0, -14.0));
    ui.painter().rect_filled(bar, look.corner(3.0), accent);
    let frame = Stroke::new(look.stroke.selected, accent);
    ui.painter().rect_stroke(rect, look.corner(look.radius.large), frame, StrokeKind::Inside);
}

pub fn speaker_button(ui: &Ui, look: &Look, card: &Response, place: Rect, name: &str) -> bool {
    let response = ui.interact(place, card.id.with("speaker"), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if response.hovered() {
        ui.painter().circle_filled(place.center(), place.width() / 2.0, look.colours.accent_soft);
    }
    paint::focus_ring(ui, look, &response, place.shrink(3.0), place.width() / 2.0);
    Icon::Speaker.paint(ui.painter(), place.shrink(place.width() * 0.2), look.colours.primary);
    response.clicked()
}

fn digit_key(number: u8) -> Option<Key> {
    match number {
        1 => Some(Key::Num1),
        2 => Some(Key::Num2),
        3 => Some(Key::Num3),
        4 => Some(Key::Num4),
        5 => Some(Key::Num5),
        6 => Some(Key::Num6),
        7 => Some(Key::Num7),
        8 => Some(Key::Num8),
        9 => Some(Key::Num9),
        _ => None,
    }
}
