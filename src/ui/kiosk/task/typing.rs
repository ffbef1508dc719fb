//! The keyboard of a field: it rises from the foot of the screen with what is written, and goes with « OK ».

use eframe::egui::{Id, Key, Modifiers, Rect, StrokeKind, Ui, vec2};

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
pub(in crate::ui::kiosk) fn show(ui: &mut Ui, task: &Task, done: &mut TaskDraft, keyboard: &mut Keyboard, key: usize) {
    let Some(typing) = &mut done.typing else { return };
    let look = Look::of(ui.ctx());
    let label = typeset(task.element(&typing.field).map_or("", |element| &element.text));
    let gap = look.space.small;
    let pad = look.space.medium;
    let least = least(&look).y;
    let rows = KEYBOARD_ROWS as f32;
    let keys = rows * least + (rows - 1.0) * gap;
    let whole = ui.max_rect();
    let panel = whole.with_min_y(whole.bottom() - keys - least - 3.0 * pad);
    ui.painter().rect(panel, 0.0, look.colours.surface, look.outline(), StrokeKind::Outside);
    let zones = page::zones(ui);
    let inner = Rect::from_x_y_ranges(zones.body.x_range(), panel.y_range()).shrink2(vec2(0.0, pad));
    let left = page::column(ui, "typing", inner, |ui| {
        ui.spacing_mut().item_spacing = vec2(pad, pad);
        let text_box = TextBox::new(Id::unique("kiosk-field").with((&typing.field, key)), &label, LONGEST);
        let mut left = false;
        ui.horizontal(|ui| {
            let words = look.job(&label, Weight::SemiBold, look.text.answer, look.colours.ink, inner.width() * 0.3);
            ui.label(words);
            let ok = tr!("task-field-done");
            let width = ui.available_width() - 150.0 - pad;
            let response = text_box.show(ui, &mut typing.text, vec2(width, least));
            let button = Button::primary(&ok).icon(Icon::Check).min_width(150.0);
            left = ui.add(button).clicked() || (response.lost_focus() && page::fresh_enter(ui));
        });
        let size = Keyboard::key_size(vec2(inner.width(), keys), gap, least);
        if let Some(pressed) = keyboard.show(ui, size, gap) {
            text_box.press(ui, &mut typing.text, pressed);
        }
        left || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    });
    if left {
        done.leave_field(task);
        ui.ctx().request_repaint();
    }
}
