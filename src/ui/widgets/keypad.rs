//! A keypad on the screen: large digits for fingers, and the same keys of a real keyboard.

use eframe::egui::{Event, Key, Modifiers, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::paint;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeypadKey {
    Digit(char),
    Comma,
    Erase,
    /// A place without key.
    Blank,
}

/// How the keys are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeypadShape {
    /// Four rows of three, as on a telephone.
    Tall,
    /// Two rows of six, where height lacks.
    Wide,
}

impl KeypadShape {
    pub fn rows(self) -> usize {
        match self {
            Self::Tall => 4,
            Self::Wide => 2,
        }
    }

    pub fn columns(self) -> usize {
        match self {
            Self::Tall => 3,
            Self::Wide => 6,
        }
    }
}

/// Shows the keypad and returns the key pressed; the comma is there when `decimals`.
pub fn keypad(ui: &mut Ui, shape: KeypadShape, decimals: bool, key_size: Vec2) -> Option<KeypadKey> {
    let look = Look::of(ui.ctx());
    let gap = look.space.small * 1.5;
    let comma = if decimals { KeypadKey::Comma } else { KeypadKey::Blank };
    let digits = |digits: &str| digits.chars().map(KeypadKey::Digit).collect::<Vec<_>>();
    let rows = match shape {
        KeypadShape::Tall => {
            let last = vec![comma, KeypadKey::Digit('0'), KeypadKey::Erase];
            vec![digits("123"), digits("456"), digits("789"), last]
        }
        KeypadShape::Wide => {
            vec![[digits("12345"), vec![KeypadKey::Erase]].concat(), [digits("67890"), vec![comma]].concat()]
        }
    };
    let mut pressed = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = gap;
        ui.spacing_mut().interact_size.y = 0.0;
        for row in rows {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for key in row {
                    if press(ui, &look, key, key_size) {
                        pressed = Some(key);
                    }
                }
            });
        }
    });
    pressed
}

/// Returns the keys typed on a real keyboard in this frame; a point is a comma.
pub fn read_keypad(ui: &Ui) -> Vec<KeypadKey> {
    if !ui.is_enabled() {
        return Vec::new();
    }
    let mut keys: Vec<KeypadKey> = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.flat_map(keys_of).collect()
    });
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
        keys.push(KeypadKey::Erase);
    }
    keys
}

/// Returns the keys that write a number; a point is a comma, other signs have none.
pub fn keys_of(text: &str) -> impl Iterator<Item = KeypadKey> {
    text.chars().filter_map(|c| match c {
        '0'..='9' => Some(KeypadKey::Digit(c)),
        ',' | '.' => Some(KeypadKey::Comma),
        _ => None,
    })
}

fn press(ui: &mut Ui, look: &Look, key: KeypadKey, size: Vec2) -> bool {
    let c = &look.colours;
    let (name, sign) = match key {
        KeypadKey::Blank => {
            ui.allocate_exact_size(size, Sense::empty());
            return false;
        }
        KeypadKey::Digit(digit) => (tr!("widget-digit", digit = digit.to_string()), digit.to_string()),
        KeypadKey::Comma => (tr!("widget-comma"), tr!("widget-comma-sign")),
        KeypadKey::Erase => (tr!("widget-erase"), String::new()),
    };
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    let hot = response.is_pointer_button_down_on() || response.hovered();
    let fill = if hot { c.primary_soft } else { c.surface_raised };
    paint::plate(ui, look, rect, look.radius.medium, fill, look.outline());
    paint::focus_ring(ui, look, &response, rect, look.radius.medium);
    if key == KeypadKey::Erase {
        let side = look.target.icon * 1.1;
        let place = Rect::from_center_size(rect.center(), vec2(side, side));
        Icon::Erase.paint(ui.painter(), place, c.primary);
    } else {
        let galley = paint::layout(ui, look, &sign, Weight::SemiBold, look.text.question, c.ink, f32::INFINITY);
        paint::put_centred(ui, &galley, rect);
    }
    response.clicked()
}
