//! A text in the person's own words, written with the keyboard on the screen or a real one.

use eframe::egui::{Ui, vec2};

use super::{Means, lowest};
use crate::tr;
use crate::ui::theme::Look;
use crate::ui::widgets::{KEYBOARD_ROWS, Keyboard, TextBox};

/// Signs that one line holds: beyond it the box has several.
const ONE_LINE: usize = 60;

/// Shows the box and the keyboard; returns whether Enter, pressed in the box, means « Valider ».
pub(super) fn show(ui: &mut Ui, height: f32, longest: usize, text: &mut String, means: &mut Means<'_>) -> bool {
    let look = Look::of(ui.ctx());
    let width = ui.available_width();
    let one_line = longest <= ONE_LINE;
    let gap = look.space.small;
    let least = lowest(&look);
    let rows = KEYBOARD_ROWS as f32;
    let name = tr!("kiosk-your-text");
    let box_least = if one_line { least } else { 1.7 * least };
    let room = vec2(width, (height - box_least - look.space.medium).max(rows * least + (rows - 1.0) * gap));
    let key = Keyboard::key_size(room, gap, least.max(look.target.control));
    let keys = rows * key.y + (rows - 1.0) * gap;
    let box_height = if one_line {
        look.target.answer.min(height - keys - look.space.medium)
    } else {
        height - keys - look.space.medium
    };
    ui.spacing_mut().item_spacing.y = look.space.medium;
    let hint = tr!("kiosk-text-hint");
    let mut text_box = TextBox::new(means.id, &name, longest).hint(&hint);
    if !one_line {
        text_box = text_box.lines();
    }
    let response = text_box.show(ui, text, vec2(width, box_height.max(least)));
    if let Some(pressed) = means.keyboard.show(ui, key, gap) {
        text_box.press(ui, text, pressed);
    }
    one_line && (response.has_focus() || response.lost_focus())
}
