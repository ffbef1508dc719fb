//! Buttons: one weight of importance each, in the sizes of the face they are on.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Kind, Look, Weight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The one thing to do on the screen.
    Primary,
    /// Another thing to do.
    Secondary,
    /// What must not attract.
    Quiet,
    /// What cannot be undone.
    Danger,
}

/// A button with words and an optional icon. Use `ui.add(…)` or `ui.add_enabled(…, …)`.
#[must_use]
pub struct Button<'a> {
    style: ButtonStyle,
    text: &'a str,
    icon: Option<Icon>,
    icon_after: bool,
    min_width: f32,
    accessible_name: Option<&'a str>,
}

impl<'a> Button<'a> {
    pub fn new(style: ButtonStyle, text: &'a str) -> Self {
        Self { style, text, icon: None, icon_after: false, min_width: 0.0, accessible_name: None }
    }

    pub fn primary(text: &'a str) -> Self {
        Self::new(ButtonStyle::Primary, text)
    }

    pub fn secondary(text: &'a str) -> Self {
        Self::new(ButtonStyle::Secondary, text)
    }

    pub fn quiet(text: &'a str) -> Self {
        Self::new(ButtonStyle::Quiet, text)
    }

    pub fn danger(text: &'a str) -> Self {
        Self::new(ButtonStyle::Danger, text)
    }

    /// Draws an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Draws an icon after the words, for a step forward.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self.icon_after = true;
        self
    }

    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Names the button for a screen reader when its words need their surroundings ("Modifier" of which line).
    pub fn accessible_name(mut self, name: &'a str) -> Self {
        self.accessible_name = Some(name);
        self
    }
}

struct Paint {
    fill: Color32,
    ink: Color32,
    outline: Stroke,
}

fn paint_of(style: ButtonStyle, look: &Look, response: &Response, enabled: bool) -> Paint {
    let c = &look.colours;
    if !enabled {
        // Disabled shows by the missing fill, not by pale words: they stay readable.
        let outline = match style {
            ButtonStyle::Quiet => Stroke::NONE,
            ButtonStyle::Primary | ButtonStyle::Secondary | ButtonStyle::Danger => look.hairline(),
        };
        return Paint { fill: paint::faded(c.line_soft, 0.25), ink: c.ink_muted, outline };
    }
    let hot = response.hovered() || response.is_pointer_button_down_on();
    match style {
        ButtonStyle::Primary => {
            Paint { fill: if hot { c.primary_strong } else { c.primary }, ink: c.primary_ink, outline: Stroke::NONE }
        }
        ButtonStyle::Secondary => Paint {
            fill: if hot { c.primary_soft } else { c.surface_raised },
            ink: c.primary,
            outline: Stroke::new(look.stroke.control + 0.5, c.primary),
        },
        ButtonStyle::Quiet => Paint {
            fill: if hot { c.primary_soft } else { Color32::TRANSPARENT },
            ink: c.primary,
            outline: Stroke::NONE,
        },
        ButtonStyle::Danger => Paint {
            fill: if hot { c.danger_soft } else { c.surface_raised },
            ink: c.danger,
            outline: Stroke::new(look.stroke.control + 0.5, c.danger),
        },
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let look = Look::of(ui.ctx());
        let height = look.target.control;
        let side = look.target.icon;
        let padding = (height * 0.45).round();
        let gap = (side * 0.45).round();
        let icon_width = if self.icon.is_some() { side + gap } else { 0.0 };
        let room = (ui.available_width() - 2.0 * padding - icon_width).max(40.0);
        let galley =
            paint::layout(ui, &look, self.text, Weight::SemiBold, look.text.button, Color32::PLACEHOLDER, room);
        let content = galley.size().x + icon_width;
        let width = (content + 2.0 * padding).max(self.min_width);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(galley.size().y + 8.0)), Sense::click());
        let name = self.accessible_name.unwrap_or(self.text);
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
        if ui.is_rect_visible(rect) {
            let ink = paint_of(self.style, &look, &response, enabled);
            let radius = look.radius.medium;
            ui.painter().rect(rect, look.corner(radius), ink.fill, ink.outline, StrokeKind::Inside);
            paint::focus_ring(ui, &look, &response, rect, radius);
            let left = rect.center().x - content / 2.0;
            let middle = rect.center().y;
            let (text_left, icon_left) =
                if self.icon_after { (left, left + galley.size().x + gap) } else { (left + icon_width, left) };
            ui.painter().galley(pos2(text_left, middle - galley.size().y / 2.0), galley, ink.ink);
            if let Some(icon) = self.icon {
                let place = Rect::from_min_size(pos2(icon_left, middle - side / 2.0), vec2(side, side));
                icon.paint(ui.painter(), place, ink.ink);
            }
        }
        response
    }
}

/// Shows a square button with only an icon; `name` is said by the screen reader and shown on hover.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let side = Look::of(ui.ctx()).target.control;
    icon_button_of(ui, side, icon, name)
}

/// Shows a button that is an icon, with a side of its own.
pub fn icon_button_of(ui: &mut Ui, side: f32, icon: Icon, name: &str) -> Response {
    let look = Look::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    // A finger needs to see where to press: at the kiosk the button has an outline.
    let style = match look.kind {
        Kind::Kiosk => ButtonStyle::Secondary,
        Kind::Desk => ButtonStyle::Quiet,
    };
    let ink = paint_of(style, &look, &response, enabled);
    ui.painter().rect(rect, look.corner(look.radius.medium), ink.fill, ink.outline, StrokeKind::Inside);
    paint::focus_ring(ui, &look, &response, rect, look.radius.medium);
    icon.paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(look.target.icon, look.target.icon)), ink.ink);
    response.on_hover_text(name)
}
