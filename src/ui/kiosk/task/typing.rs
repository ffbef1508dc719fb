//! The keyboard of a field: it rises from the foot of the screen with what is written, and goes with « OK ».

use eframe::egui::{Align, Id, Key, Layout, Modifiers, Rangef, Rect, StrokeKind, Ui, pos2, vec2};

use super::least;
use crate::domain::assessment::Task;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::attempt::TaskDraft;
use crate::ui::kiosk::page;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, KEYBOARD_ROWS, Keyboard, TextBox};

/// Signs that a field takes.
const LONGEST: usize = 120;

/// Shows the keyboard of the field that is being typed in, over what lies below and is disabled meanwhile.
pub(in crate::ui::kiosk) fn show(
    ui: &mut Ui,
    (whole, across): (Rect, Rangef),
    task: &Task,
    done: &mut TaskDraft,
    (keyboard, key): (&mut Keyboard, usize),
) {
    let Some(typing) = &mut done.typing else { return };
    let look = Look::of(ui.ctx());
    let label = typeset(task.element(&typing.field).map_or("", |element| &element.text));
    let gap = look.space.small;
    let pad = look.space.medium;
    let least = least(&look).y.ceil();
    let rows = KEYBOARD_ROWS as f32;
    let text_height = least.max(look.target.control);
    let keys = rows * least + (rows - 1.0) * gap;
    let pad = if page::is_narrow(whole) { pad * 0.6 } else { pad };
    let panel = whole.with_min_y(whole.bottom() - keys - text_height - 3.0 * pad);
    ui.painter().rect(panel, 0.0, look.colours.surface, look.outline(), StrokeKind::Outside);
    let inner = Rect::from_x_y_ranges(across, panel.y_range()).shrink2(vec2(0.0, pad));
    let row = inner.with_max_y(inner.top() + text_height);
    let words = look.job(&label, Weight::SemiBold, look.text.answer, look.colours.ink, inner.width() * 0.3);
    let words = ui.painter().layout_job(words);
    let begins = row.left() + words.size().x + pad;
    ui.painter().galley(pos2(row.left(), row.center().y - words.size().y / 2.0), words, look.colours.ink);
    let text_box = TextBox::new(Id::unique("kiosk-field").with((&typing.field, key)), &label, LONGEST);
    let ok = tr!("task-field-done");
    let (pressed, ends) = page::inside(ui, "typing-ok", row, Layout::right_to_left(Align::Center), |ui| {
        let button = Button::primary(&ok).icon(Icon::Check).min_width(2.0 * look.target.control);
        (ui.add(button).clicked(), ui.min_rect().left() - pad)
    });
    let place = Rect::from_x_y_ranges(begins..=ends, row.y_range());
    let response = page::column(ui, "typing", place, |ui| text_box.show(ui, &mut typing.text, place.size()));
    let keyed = page::column(ui, "typing-keys", inner.with_min_y(row.bottom() + pad), |ui| {
        keyboard.show(ui, Keyboard::key_size(vec2(inner.width(), keys), gap, least), gap)
    });
    if let Some(keyed) = keyed {
        text_box.press(ui, &mut typing.text, keyed);
    }
    let left = pressed
        || (response.lost_focus() && page::fresh_enter(ui))
        || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if left {
        done.leave_field(task);
        ui.ctx().request_repaint();
    }
}
