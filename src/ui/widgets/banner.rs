//! Messages in place: badges, banners with a drawn icon, and what an empty list says.

use eframe::egui::{
    Color32, Frame, Margin, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, vec2,
};

use super::button::Button;
use super::{paint, text};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// What a message is about. `Danger` is for errors and irreversible acts, never for a person's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Info,
    Accent,
    Success,
    Warning,
    Danger,
}

impl Tone {
    /// Returns the tone's soft ground and its ink.
    pub(super) fn colours(self, look: &Look) -> (Color32, Color32) {
        let c = &look.colours;
        match self {
            Self::Neutral => (c.background, c.ink),
            Self::Info => (c.primary_soft, c.primary),
            Self::Accent => (c.accent_soft, c.ink),
            Self::Success => (c.success_soft, c.success),
            Self::Warning => (c.warning_soft, c.warning),
            Self::Danger => (c.danger_soft, c.danger),
        }
    }

    pub(super) fn icon(self) -> Icon {
        match self {
            Self::Neutral | Self::Info => Icon::Info,
            Self::Accent => Icon::Flag,
            Self::Success => Icon::Check,
            Self::Warning | Self::Danger => Icon::Warning,
        }
    }
}

/// Shows a short state word on a coloured chip.
pub fn badge(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    let look = Look::of(ui.ctx());
    let (fill, ink) = tone.colours(&look);
    let galley = paint::layout(ui, &look, words, Weight::SemiBold, look.text.small, ink, f32::INFINITY);
    let size = galley.size() + vec2(look.text.small * 1.3, look.text.small * 0.35);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let outline = Stroke::new(look.stroke.thin, paint::faded(ink, 0.35));
    ui.painter().rect(rect, look.corner(rect.height() / 2.0), fill, outline, StrokeKind::Inside);
    paint::put_centred(ui, &galley, rect);
    response
}

/// Shows words with a number on a coloured chip that is pressed: how much waits, and the way there.
pub fn count_chip(ui: &mut Ui, tone: Tone, words: &str, count: usize) -> Response {
    let look = Look::of(ui.ctx());
    let (fill, ink) = tone.colours(&look);
    let name = tr!("widget-count", words = words, n = count);
    let words = paint::layout(ui, &look, words, Weight::Regular, look.text.small, look.colours.ink, f32::INFINITY);
    let number = paint::layout(ui, &look, &count.to_string(), Weight::Bold, look.text.body, ink, f32::INFINITY);
    let (pad, gap) = (look.space.small * 1.4, look.space.small);
    let size = vec2(number.size().x + gap + words.size().x + pad * 2.0, (look.target.control * 0.9).round());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    let reached = response.hovered() || response.has_focus();
    let outline = Stroke::new(if reached { look.stroke.control + 0.5 } else { look.stroke.thin }, ink);
    ui.painter().rect(rect, look.corner(rect.height() / 2.0), fill, outline, StrokeKind::Inside);
    paint::put_left(ui, &number, rect.left() + pad, rect.center().y);
    paint::put_left(ui, &words, rect.left() + pad + number.size().x + gap, rect.center().y);
    response
}

/// A message that stays until its cause is gone; announced politely by screen readers.
#[must_use]
pub struct Banner<'a> {
    tone: Tone,
    words: &'a str,
    title: Option<&'a str>,
    icon: Option<Icon>,
    action: Option<(&'a str, &'a str)>,
}

impl<'a> Banner<'a> {
    pub fn new(tone: Tone, words: &'a str) -> Self {
        Self { tone, words, title: None, icon: None, action: None }
    }

    /// Draws this icon instead of the tone's.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn title(mut self, title: &'a str) -> Self {
        self.title = Some(title);
        self
    }

    /// Adds a button under the words.
    pub fn action(self, words: &'a str) -> Self {
        self.action_named(words, words)
    }

    /// Adds a button with its name for a screen reader: several banners may offer the same words.
    pub fn action_named(mut self, words: &'a str, name: &'a str) -> Self {
        self.action = Some((words, name));
        self
    }

    /// Shows the banner; returns whether its button was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let look = Look::of(ui.ctx());
        let (fill, ink) = self.tone.colours(&look);
        let shown = Frame::new()
            .fill(fill)
            .stroke(Stroke::new(look.stroke.control, paint::faded(ink, 0.55)))
            .corner_radius(look.corner(look.radius.medium))
            .inner_margin(Margin::symmetric(look.space.medium as i8, 12))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    self.icon.unwrap_or(self.tone.icon()).show(ui, look.target.icon * 1.1, ink);
                    ui.add_space(look.space.tiny);
                    ui.vertical(|ui| self.words(ui, &look)).inner
                })
                .inner
            });
        shown.inner
    }

    fn words(&self, ui: &mut Ui, look: &Look) -> bool {
        let width = ui.available_width();
        if let Some(title) = self.title {
            ui.label(look.job(title, Weight::SemiBold, look.text.body, look.colours.ink, width));
        }
        let words = ui.label(look.job(self.words, Weight::Regular, look.text.body, look.colours.ink, width));
        ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(accesskit::Live::Polite));
        self.action.is_some_and(|(words, name)| ui.add(Button::secondary(words).accessible_name(name)).clicked())
    }
}

/// Shows why a list is empty and what to do; returns whether its button was pressed.
pub fn empty_state(ui: &mut Ui, icon: Icon, title: &str, words: &str, action: Option<&str>) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    ui.vertical_centered(|ui| {
        ui.add_space(look.space.large);
        let side = look.target.icon * 3.6;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::empty());
        ui.painter().circle_filled(rect.center(), side / 2.0, c.primary_soft);
        icon.paint(ui.painter(), rect.shrink(side * 0.28), c.primary);
        ui.add_space(look.space.small);
        text::heading(ui, title);
        text::muted(ui, words);
        ui.add_space(look.space.small);
        let pressed = action.is_some_and(|action| ui.add(Button::primary(action)).clicked());
        ui.add_space(look.space.medium);
        pressed
    })
    .inner
}
