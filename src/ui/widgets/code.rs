//! A code of six digits: large boxes, a keypad on the screen, and the keys of a real keyboard.

use eframe::egui::{Event, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{dictated, field, paint};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

const LENGTH: usize = 6;

pub struct CodeResponse {
    pub changed: bool,
    /// Six digits are there.
    pub complete: bool,
}

/// The six boxes and their keypad; `code` holds the digits typed so far.
#[must_use]
pub struct CodeInput<'a> {
    label: &'a str,
    code: &'a mut String,
    keypad: bool,
    error: Option<&'a str>,
    boxes: Option<Vec2>,
}

impl<'a> CodeInput<'a> {
    pub fn new(label: &'a str, code: &'a mut String) -> Self {
        Self { label, code, keypad: true, error: None, boxes: None }
    }

    /// Hides the keypad, for a desk with a real keyboard.
    pub fn without_keypad(mut self) -> Self {
        self.keypad = false;
        self
    }

    /// Sets the size of a box, where the screen has less room or more.
    pub fn boxes(mut self, size: Vec2) -> Self {
        self.boxes = Some(size);
        self
    }

    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    pub fn show(self, ui: &mut Ui) -> CodeResponse {
        let look = Look::of(ui.ctx());
        let before = self.code.clone();
        if !ui.ctx().text_edit_focused() && ui.is_enabled() {
            read_keys(ui, self.code);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = look.space.medium;
            let side = (look.target.control * 1.05).round();
            let size = self.boxes.unwrap_or(vec2(side, side * 1.15));
            let width = boxes(ui, &look, self.label, self.code, self.error.is_some(), size);
            if let Some(error) = self.error {
                field::show_error(ui, &look, error, width);
            }
            if self.keypad {
                keypad(ui, &look, self.code, width);
            }
        });
        CodeResponse { changed: *self.code != before, complete: self.code.chars().count() == LENGTH }
    }
}

fn push(code: &mut String, digit: char) {
    if digit.is_ascii_digit() && code.chars().count() < LENGTH {
        code.push(digit);
    }
}

fn read_keys(ui: &Ui, code: &mut String) {
    let typed: Vec<char> = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) | Event::Paste(text) => Some(text.as_str()),
            _ => None,
        });
        texts.flat_map(str::chars).collect()
    });
    for digit in typed {
        push(code, digit);
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
        code.pop();
    }
}

/// Draws the boxes in two groups of three, as a code is read aloud; returns their whole width.
fn boxes(ui: &mut Ui, look: &Look, label: &str, code: &mut String, wrong: bool, size: Vec2) -> f32 {
    let c = &look.colours;
    let side = size.x;
    let gap = look.space.small;
    let group_gap = look.space.large;
    let width = LENGTH as f32 * side + 4.0 * gap + group_gap;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size.y), Sense::click());
    if let Some(text) = dictated(ui, &response) {
        code.clear();
        text.chars().for_each(|digit| push(code, digit));
    }
    let (code, enabled) = (code.as_str(), ui.is_enabled());
    response
        .widget_info(|| WidgetInfo { label: Some(label.to_owned()), ..WidgetInfo::text_edit(enabled, code, code, "") });
    let typed: Vec<char> = code.chars().collect();
    for index in 0..LENGTH {
        let shift = index as f32 * (side + gap) + if index >= 3 { group_gap - gap } else { 0.0 };
        let place = Rect::from_min_size(pos2(rect.left() + shift, rect.top()), vec2(side, rect.height()));
        let next = index == typed.len();
        let outline = match (wrong, next) {
            (true, _) => Stroke::new(2.5, c.danger),
            (false, true) => Stroke::new(look.stroke.focus, c.primary),
            (false, false) => Stroke::new(2.0, c.line),
        };
        ui.painter().rect(place, look.corner(look.radius.medium), c.surface_raised, outline, StrokeKind::Inside);
        if let Some(digit) = typed.get(index) {
            let text = digit.to_string();
            let size = look.text.title;
            let galley = paint::layout(ui, look, &text, Weight::Bold, size, c.ink, f32::INFINITY);
            paint::put_centred(ui, &galley, place);
        } else if next {
            let foot = Rect::from_center_size(place.center_bottom() - vec2(0.0, side * 0.24), vec2(side * 0.4, 4.0));
            ui.painter().rect_filled(foot, look.corner(2.0), c.primary);
        }
    }
    paint::focus_ring(ui, look, &response, rect.expand(2.0), look.radius.medium);
    width
}

fn keypad(ui: &mut Ui, look: &Look, code: &mut String, width: f32) {
    let gap = look.space.medium;
    let key = vec2(((width - 2.0 * gap) / 3.0).floor(), (look.target.control * 1.1).round());
    for line in [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], [' ', '0', '<']] {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for digit in line {
                press(ui, look, code, digit, key);
            }
        });
    }
}

fn press(ui: &mut Ui, look: &Look, code: &mut String, digit: char, size: Vec2) {
    let c = &look.colours;
    if digit == ' ' {
        ui.allocate_exact_size(size, Sense::empty());
        return;
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let erases = digit == '<';
    let name = if erases { tr!("widget-erase") } else { tr!("widget-digit", digit = digit.to_string()) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let pressed = response.is_pointer_button_down_on();
    let fill = if pressed || response.hovered() { c.primary_soft } else { c.surface_raised };
    paint::plate(ui, look, rect, look.radius.medium, fill, look.outline());
    paint::focus_ring(ui, look, &response, rect, look.radius.medium);
    if erases {
        let side = look.target.icon * 1.1;
        Icon::Erase.paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(side, side)), c.primary);
    } else {
        let text = digit.to_string();
        let galley = paint::layout(ui, look, &text, Weight::SemiBold, look.text.question, c.ink, f32::INFINITY);
        paint::put_centred(ui, &galley, rect);
    }
    if response.clicked() {
        if erases {
            code.pop();
        } else {
            push(code, digit);
        }
    }
}
