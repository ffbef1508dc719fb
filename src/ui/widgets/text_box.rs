//! A box for words that a real keyboard and the one on the screen write into, at the same caret.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align2, Frame, Id, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, Vec2, vec2};

use super::KeyboardKey;
use super::paint;
use crate::ui::theme::{Look, Weight};

/// A text and where it is written.
#[must_use]
pub struct TextBox<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    longest: usize,
    lines: bool,
}

impl<'a> TextBox<'a> {
    /// `id` tells one text from the next; `name` is what a screen reader says.
    pub fn new(id: Id, name: &'a str, longest: usize) -> Self {
        Self { id, name, hint: "", longest, lines: false }
    }

    /// Says in the empty box what to write.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Lets the text have several lines.
    pub fn lines(mut self) -> Self {
        self.lines = true;
        self
    }

    /// Shows the box in exactly `size`; it takes the keyboard when nothing else has it.
    pub fn show(&self, ui: &mut Ui, text: &mut String, size: Vec2) -> Response {
        let look = Look::of(ui.ctx());
        let c = &look.colours;
        let pad = look.space.medium;
        let edit = if self.lines { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
        let line = look.text.answer * look.text.line_height;
        let above = if self.lines { look.space.small } else { ((size.y - line) / 2.0).max(0.0) };
        let shown = Frame::new().fill(c.surface_raised).corner_radius(look.corner(look.radius.medium)).show(ui, |ui| {
            ui.set_min_size(size);
            ui.set_max_size(size);
            ui.add(
                edit.id(self.id)
                    .hint_text(self.hint)
                    .char_limit(self.longest)
                    .font(look.font(Weight::Regular, look.text.answer))
                    .text_color(c.ink)
                    .frame(Frame::NONE.inner_margin(Margin::symmetric(pad as i8, above as i8)))
                    .align(if self.lines { Align2::LEFT_TOP } else { Align2::LEFT_CENTER })
                    .desired_rows(1)
                    .desired_width(size.x)
                    .min_size(vec2(0.0, size.y)),
            )
        });
        let (response, rect) = (shown.inner, shown.response.rect);
        let outline = if response.has_focus() { Stroke::new(look.stroke.focus, c.primary) } else { look.outline() };
        ui.painter().rect_stroke(rect, look.corner(look.radius.medium), outline, StrokeKind::Inside);
        paint::focus_ring(ui, &look, &response, rect, look.radius.medium);
        let response = response.accessible_name(self.name);
        // Enter leaves a box of one line: whoever shows it sees that first.
        let nobody = ui.memory(|memory| memory.focused().is_none());
        if ui.is_enabled() && nobody && !response.lost_focus() {
            response.request_focus();
        }
        response
    }

    /// Writes a key of the screen's keyboard where the caret is, in place of what is selected.
    pub fn press(&self, ui: &Ui, text: &mut String, key: KeyboardKey) {
        let mut state = TextEditState::load(ui.ctx(), self.id).unwrap_or_default();
        let length = text.chars().count();
        let range = state.cursor.char_range().map_or(length..length, |range| {
            let [from, to] = range.sorted_cursors().map(|cursor| cursor.index.0.min(length));
            from..to
        });
        let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
        let (from, written) = match key {
            KeyboardKey::Text(c) if length - range.len() < self.longest => (range.start, Some(c)),
            KeyboardKey::Text(_) => return,
            KeyboardKey::Erase if range.is_empty() => (range.start.saturating_sub(1), None),
            KeyboardKey::Erase => (range.start, None),
        };
        let (first, last) = (byte(from), byte(range.end));
        text.replace_range(first..last, &written.map(String::from).unwrap_or_default());
        let caret = CCursor::new(from + usize::from(written.is_some()));
        state.cursor.set_char_range(Some(CCursorRange::one(caret)));
        state.store(ui.ctx(), self.id);
        ui.ctx().memory_mut(|memory| memory.request_focus(self.id));
    }
}
