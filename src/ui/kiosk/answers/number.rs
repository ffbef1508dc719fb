//! An answer that is a number: a large display, its unit, and a keypad.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::i18n::typeset;
use crate::tr;
use crate::ui::kiosk::attempt::read_number;
use crate::ui::kiosk::words;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{KeypadKey, KeypadShape, keypad, read_keypad};

/// Digits that a display holds.
const LONGEST: usize = 8;
const WIDEST: f32 = 470.0;

/// Shows the display and the keypad.
pub(super) fn show(ui: &mut Ui, height: f32, unit: &str, bounds: (f64, f64), typed: &mut String) {
    let look = Look::of(ui.ctx());
    for key in read_keypad(ui) {
        press(typed, key);
    }
    let width = ui.available_width().min(WIDEST);
    let gap = look.space.small * 1.5;
    ui.spacing_mut().item_spacing.y = gap;
    let value = read_number(typed);
    let outside = value.is_some_and(|value| !(bounds.0..=bounds.1).contains(&value));
    // A number that is too small may still be growing under the fingers.
    let wrong = value.is_some_and(|value| value > bounds.1);
    let box_height = look.target.answer;
    display(ui, &look, vec2(width, box_height), typed, unit, wrong);
    let hint = look.text.small * look.text.line_height;
    let room = height - box_height - hint - 2.0 * gap;
    if outside {
        let (low, high) = (words::number(bounds.0, ""), words::number(bounds.1, ""));
        let words = tr!("kiosk-number-bounds", low = low, high = high);
        let ink = if wrong { look.colours.danger } else { look.colours.ink_muted };
        let said = ui.label(look.job(&words, Weight::SemiBold, look.text.small, ink, width));
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    } else {
        ui.label(look.job(&tr!("kiosk-number-hint"), Weight::Regular, look.text.small, look.colours.ink_muted, width));
    }
    let shape = if room >= 4.0 * 56.0 + 3.0 * gap { KeypadShape::Tall } else { KeypadShape::Wide };
    let rows = shape.rows() as f32;
    let columns = shape.columns() as f32;
    let key = vec2(
        ((width - gap * (columns - 1.0)) / columns).floor(),
        ((room - gap * (rows - 1.0)) / rows).floor().clamp(52.0, 72.0),
    );
    if let Some(pressed) = keypad(ui, shape, true, key) {
        press(typed, pressed);
    }
}

fn press(typed: &mut String, key: KeypadKey) {
    match key {
        KeypadKey::Digit(digit) if typed.chars().count() < LONGEST => typed.push(digit),
        KeypadKey::Comma if !typed.is_empty() && !typed.contains(',') => typed.push(','),
        KeypadKey::Erase => drop(typed.pop()),
        KeypadKey::Digit(_) | KeypadKey::Comma | KeypadKey::Blank => {}
    }
}

fn display(ui: &mut Ui, look: &Look, size: eframe::egui::Vec2, typed: &str, unit: &str, wrong: bool) {
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let unit = typeset(unit);
    let name = tr!("kiosk-your-number", unit = unit.as_str()).trim_end().to_owned();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, &name);
        info.current_text_value = Some(typed.to_owned());
        info
    });
    let outline = if wrong { Stroke::new(2.5, c.danger) } else { Stroke::new(look.stroke.focus, c.primary) };
    ui.painter().rect(rect, look.corner(look.radius.medium), c.surface_raised, outline, StrokeKind::Inside);
    let pad = look.space.medium;
    let lay = |text: &str, weight, size, ink| ui.painter().layout_job(look.job(text, weight, size, ink, f32::INFINITY));
    let said = lay(&unit, Weight::Regular, look.text.answer, c.ink_muted);
    let digits = lay(typed, Weight::Bold, look.text.title, c.ink);
    let right = rect.right() - pad - said.size().x;
    let middle = rect.center().y;
    let caret = right - pad;
    let foot = Rect::from_center_size(pos2(caret - 12.0, rect.bottom() - 12.0), vec2(26.0, 4.0));
    if typed.is_empty() {
        ui.painter().rect_filled(foot, look.corner(2.0), c.primary);
    }
    ui.painter().galley(pos2(caret - digits.size().x, middle - digits.size().y / 2.0), digits, c.ink);
    ui.painter().galley(pos2(right, middle - said.size().y / 2.0), said, c.ink_muted);
}
