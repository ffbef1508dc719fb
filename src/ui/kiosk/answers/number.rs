//! An answer that is a number: a large display, its unit, and a keypad.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::i18n::typeset;
use crate::tr;
use crate::ui::kiosk::attempt::read_number;
use crate::ui::kiosk::words;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{KeypadKey, KeypadShape, dictated, keypad, keys_of, read_keypad};

/// Digits that a display holds.
const LONGEST: usize = 8;
const WIDEST: f32 = 470.0;

/// Shows the display and the keypad.
pub(super) fn show(ui: &mut Ui, height: f32, unit: &str, bounds: (f64, f64), typed: &mut String) {
    let look = Look::of(ui.ctx());
    for key in read_keypad(ui) {
        press(typed, key);
    }
    let value = read_number(typed);
    let outside = value.is_some_and(|value| !(bounds.0..=bounds.1).contains(&value));
    // A number that is too small may still be growing under the fingers.
    let wrong = value.is_some_and(|value| value > bounds.1);
    let mut written = None;
    let mut told = Told { typed: typed.as_str(), unit, bounds, wrong, outside, written: &mut written };
    let width = ui.available_width().min(WIDEST);
    let gap = look.space.small * 1.5;
    let keys = if height < LOW && ui.available_width() >= 2.0 * WIDEST {
        // Under a drawing there is more width than height.
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.space.large;
            ui.vertical(|ui| told.show(ui, &look, width));
            ui.vertical(|ui| keys(ui, vec2(width, height), gap)).inner
        })
        .inner
    } else {
        ui.spacing_mut().item_spacing.y = gap;
        told.show(ui, &look, width);
        let hint = look.text.small * look.text.line_height;
        keys(ui, vec2(width, height - look.target.answer - hint - 2.0 * gap), gap)
    };
    if let Some(text) = written {
        typed.clear();
        keys_of(&text).for_each(|key| press(typed, key));
    }
    if let Some(pressed) = keys {
        press(typed, pressed);
    }
}

/// Height under which the display and the keypad stand side by side.
const LOW: f32 = 250.0;

/// Shows the keypad in a room; returns the key that was pressed.
fn keys(ui: &mut Ui, room: Vec2, gap: f32) -> Option<KeypadKey> {
    let look = Look::of(ui.ctx());
    let finger = look.finger();
    let shape = if room.y >= 4.0 * finger + 3.0 * gap { KeypadShape::Tall } else { KeypadShape::Wide };
    let (rows, columns) = (shape.rows() as f32, shape.columns() as f32);
    let key = vec2(
        ((room.x - gap * (columns - 1.0)) / columns).floor(),
        ((room.y - gap * (rows - 1.0)) / rows).floor().clamp(finger, (look.target.control * 1.125).max(finger)),
    );
    keypad(ui, shape, true, key)
}

/// The number as it is shown, and what is said about it.
struct Told<'a> {
    typed: &'a str,
    unit: &'a str,
    bounds: (f64, f64),
    /// No digit more can make it right.
    wrong: bool,
    outside: bool,
    /// What an assistive technology wrote in its place.
    written: &'a mut Option<String>,
}

impl Told<'_> {
    fn show(&mut self, ui: &mut Ui, look: &Look, width: f32) {
        *self.written = display(ui, look, vec2(width, look.target.answer), self.typed, self.unit, self.wrong);
        if self.outside {
            let (low, high) = (words::number(self.bounds.0, ""), words::number(self.bounds.1, ""));
            let words = tr!("kiosk-number-bounds", low = low, high = high);
            let ink = if self.wrong { look.colours.danger } else { look.colours.ink_muted };
            let said = ui.label(look.job(&words, Weight::SemiBold, look.text.small, ink, width));
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        } else {
            let ink = look.colours.ink_muted;
            ui.label(look.job(&tr!("kiosk-number-hint"), Weight::Regular, look.text.small, ink, width));
        }
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

fn display(ui: &mut Ui, look: &Look, size: Vec2, typed: &str, unit: &str, wrong: bool) -> Option<String> {
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let unit = typeset(unit);
    let name = tr!("kiosk-your-number", unit = unit.as_str()).trim_end().to_owned();
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, enabled, &name);
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
    dictated(ui, &response)
}
