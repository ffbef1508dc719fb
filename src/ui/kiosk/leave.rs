//! The staff code: the only way to close the kiosk.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Context, Layout, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::flow::{Action, StaffCodeRefusal};
use super::page;
use super::requests::Request;
use crate::i18n::clock_time;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, Dialog, KeypadKey, KeypadShape, dictated, keypad, keys_of, read_keypad};

const SHORTEST: usize = 4;
const LONGEST: usize = 12;

pub(super) fn show(
    ctx: &Context,
    typed: &mut String,
    refusal: Option<StaffCodeRefusal>,
    busy: bool,
    actions: &mut Vec<Action>,
) {
    let look = Look::of(ctx);
    let shown = Dialog::new("kiosk-staff", &tr!("kiosk-staff-title")).width(560.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        for key in read_keypad(ui) {
            press(typed, key);
        }
        if let Some(text) = dots(ui, &look, typed.chars().count()) {
            typed.clear();
            keys_of(&text).for_each(|key| press(typed, key));
        }
        let (words, ink) = match refusal.filter(|_| typed.is_empty()) {
            None => (tr!("kiosk-staff-words"), look.colours.ink_muted),
            Some(StaffCodeRefusal::Wrong) => (tr!("kiosk-staff-wrong"), look.colours.danger),
            Some(StaffCodeRefusal::Rests { until }) => {
                (tr!("kiosk-staff-rests", until = clock_time(until.local().time())), look.colours.danger)
            }
        };
        let said = ui.label(look.job(&words, Weight::SemiBold, look.text.small, ink, ui.available_width()));
        ctx.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        let tall = ctx.content_rect().height() > 700.0;
        let shape = if tall { KeypadShape::Tall } else { KeypadShape::Wide };
        let columns = shape.columns() as f32;
        let size = vec2((ui.available_width() - 12.0 * (columns - 1.0)) / columns, look.target.control);
        if let Some(key) = keypad(ui, shape, false, size) {
            press(typed, key);
        }
        let row = vec2(ui.available_width(), look.target.control);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let ready = typed.chars().count() >= SHORTEST && !busy;
            let close = tr!("kiosk-staff-close");
            let pressed = ui.add_enabled(ready, Button::primary(&close).icon(Icon::Lock)).clicked();
            if pressed || (ready && page::enter_alone(ui)) {
                actions.push(Action::Ask(Request::CheckStaffCode(std::mem::take(typed))));
            }
            if ui.add(Button::quiet(&tr!("kiosk-staff-cancel"))).clicked() {
                actions.push(Action::CloseOverlay);
            }
        });
    });
    if shown.should_close() {
        actions.push(Action::CloseOverlay);
    }
}

fn press(typed: &mut String, key: KeypadKey) {
    match key {
        KeypadKey::Digit(digit) if typed.chars().count() < LONGEST => typed.push(digit),
        KeypadKey::Erase => drop(typed.pop()),
        KeypadKey::Digit(_) | KeypadKey::Comma | KeypadKey::Blank => {}
    }
}

/// Draws one dot a digit: the code is read by nobody, a screen reader included.
fn dots(ui: &mut Ui, look: &Look, count: usize) -> Option<String> {
    let c = &look.colours;
    let size = vec2(ui.available_width(), look.target.control);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let masked = "•".repeat(count);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, tr!("kiosk-staff-title"));
        info.current_text_value = Some(masked.clone());
        info
    });
    ui.painter().rect(rect, look.corner(look.radius.medium), c.surface_raised, look.outline(), StrokeKind::Inside);
    let gap = look.text.question;
    let mut at = rect.center() - vec2(gap * (count.max(1) - 1) as f32 / 2.0, 0.0);
    for _ in 0..count {
        ui.painter().circle_filled(at, gap * 0.28, c.ink);
        at.x += gap;
    }
    dictated(ui, &response)
}
