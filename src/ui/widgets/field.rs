//! Text fields: a visible label above, help, advice or an error below, and a search field.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align, Align2, Frame, Layout, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, vec2};

use super::{paint, text};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// A labelled text field. The error says what to do and is shown below, with an icon.
#[must_use]
pub struct TextField<'a> {
    label: &'a str,
    value: &'a mut String,
    hint: &'a str,
    help: Option<&'a str>,
    error: Option<&'a str>,
    advice: Option<&'a str>,
    icon: Option<Icon>,
    rows: usize,
    width: Option<f32>,
    secret: bool,
    outlined: bool,
    longest: usize,
}

impl<'a> TextField<'a> {
    pub fn new(label: &'a str, value: &'a mut String) -> Self {
        Self {
            label,
            value,
            hint: "",
            help: None,
            error: None,
            advice: None,
            icon: None,
            rows: 1,
            width: None,
            secret: false,
            outlined: false,
            longest: usize::MAX,
        }
    }

    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    pub fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }

    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Says below what would make the text better; it refuses nothing.
    pub fn advice(mut self, advice: Option<&'a str>) -> Self {
        self.advice = advice;
        self
    }

    /// Draws the field as wrong; what to do is said elsewhere.
    pub fn outlined(mut self, is_wrong: bool) -> Self {
        self.outlined = is_wrong;
        self
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Makes the field a text area of this many rows.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Hides what is typed, for a code.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    pub fn longest(mut self, characters: usize) -> Self {
        self.longest = characters;
        self
    }

    /// Shows the field; the response is the text edit's (`changed`, `lost_focus`, `request_focus`).
    pub fn show(self, ui: &mut Ui) -> Response {
        let look = Look::of(ui.ctx());
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (error, advice, help) = (self.error, self.advice, self.help);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = look.space.tiny;
            let label = ui.label(look.job(self.label, Weight::SemiBold, look.text.body, look.colours.ink, width));
            let response = self.edit(ui, &look, width).labelled_by(label.id);
            match (error, advice, help) {
                (Some(error), ..) => show_error(ui, &look, error, width),
                (None, Some(advice), _) => show_advice(ui, &look, advice, width),
                (None, None, Some(help)) => {
                    text::small(ui, help);
                }
                (None, None, None) => {}
            }
            response
        })
        .inner
    }

    /// Shows the field in a table whose heads name it: the label is told, not shown.
    pub fn cell(self, ui: &mut Ui) -> Response {
        let look = Look::of(ui.ctx());
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (label, error) = (self.label, self.error);
        ui.allocate_ui_with_layout(vec2(width, look.target.control), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = look.space.tiny;
            let response = self.edit(ui, &look, width).accessible_name(label);
            if let Some(error) = error {
                show_error(ui, &look, error, width);
            }
            response
        })
        .inner
    }

    fn edit(self, ui: &mut Ui, look: &Look, width: f32) -> Response {
        let c = &look.colours;
        let pad = (look.target.control * 0.28).round();
        let side = look.target.icon;
        let left = if self.icon.is_some() { pad * 1.5 + side } else { pad };
        let multiline = self.rows > 1;
        let edit = if multiline {
            TextEdit::multiline(self.value).desired_rows(self.rows)
        } else {
            TextEdit::singleline(self.value)
        };
        let shown = Frame::new().fill(c.surface_raised).corner_radius(look.corner(look.radius.small)).show(ui, |ui| {
            ui.add(
                edit.hint_text(self.hint)
                    .password(self.secret)
                    .char_limit(self.longest)
                    .font(look.font(Weight::Regular, look.text.body))
                    .text_color(c.ink)
                    .frame(Frame::NONE.inner_margin(Margin { left: left as i8, right: pad as i8, top: 6, bottom: 6 }))
                    .align(if multiline { Align2::LEFT_TOP } else { Align2::LEFT_CENTER })
                    .desired_width(width)
                    .min_size(vec2(0.0, look.target.control)),
            )
        });
        let response = shown.inner;
        let rect = shown.response.rect;
        let outline = match (self.error.is_some() || self.outlined, response.has_focus()) {
            (true, _) => Stroke::new(2.5, c.danger),
            (false, true) => Stroke::new(2.0, c.primary),
            (false, false) => look.outline(),
        };
        ui.painter().rect_stroke(rect, look.corner(look.radius.small), outline, StrokeKind::Inside);
        paint::focus_ring(ui, look, &response, rect, look.radius.small);
        if let Some(icon) = self.icon {
            let centre = eframe::egui::pos2(rect.left() + pad + side / 2.0, rect.center().y);
            icon.paint(ui.painter(), eframe::egui::Rect::from_center_size(centre, vec2(side, side)), c.ink_muted);
        }
        response
    }
}

/// Shows what to do about a field, in place.
pub(super) fn show_error(ui: &mut Ui, look: &Look, error: &str, width: f32) {
    ui.horizontal_top(|ui| {
        let side = look.text.small * 1.25;
        Icon::Warning.show(ui, side, look.colours.danger);
        let job = look.job(error, Weight::SemiBold, look.text.small, look.colours.danger, width - side - 8.0);
        let words = ui.add(eframe::egui::Label::new(job).wrap());
        ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    });
}

/// Shows what would make a text better, gently: no alarm, and no colour of one.
fn show_advice(ui: &mut Ui, look: &Look, advice: &str, width: f32) {
    ui.horizontal_top(|ui| {
        let side = look.text.small * 1.25;
        Icon::Info.show(ui, side, look.colours.primary);
        let job = look.job(advice, Weight::Regular, look.text.small, look.colours.ink_muted, width - side - 8.0);
        let words = ui.add(eframe::egui::Label::new(job).wrap());
        ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    });
}

/// Shows a search field with its magnifier; `label` is its name and its hint.
pub fn search_field(ui: &mut Ui, label: &str, value: &mut String, width: f32) -> Response {
    let look = Look::of(ui.ctx());
    let field = TextField::new(label, value).hint(label).icon(Icon::Search);
    field.edit(ui, &look, width).accessible_name(label)
}

/// Selects the whole text of a field, so that the next letter replaces it.
pub fn select_whole(field: &Response, text: &str) {
    let mut state = TextEditState::load(&field.ctx, field.id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(whole));
    state.store(&field.ctx, field.id);
}
