//! One element of a simulated screen, drawn by its kind.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::domain::assessment::{Element, ElementKind, TaskState};
use crate::i18n::typeset;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// Draws the element in its place; returns its response when it can be touched.
pub(super) fn show(ui: &mut Ui, look: &Look, place: Rect, element: &Element, state: &TaskState) -> Option<Response> {
    let pen = Pen { look, place, text: typeset(&element.text) };
    match element.kind {
        ElementKind::Heading => {
            pen.words(ui, Weight::Bold, look.text.heading, Some(3));
            None
        }
        ElementKind::Text => {
            pen.words(ui, Weight::Regular, look.text.body, None);
            None
        }
        ElementKind::Button => Some(pen.button(ui)),
        ElementKind::Link => Some(pen.link(ui)),
        ElementKind::Row => Some(pen.row(ui)),
        ElementKind::Tab => Some(pen.tab(ui, element.leads_to == Some(state.view))),
        ElementKind::Cell => Some(pen.cell(ui)),
        ElementKind::CheckBox => Some(pen.check_box(ui, state.ticked.contains(&element.id))),
        ElementKind::Field => {
            let written = state.fields.get(&element.id).map_or("", String::as_str);
            Some(pen.field(ui, written, &typeset(&element.hint)))
        }
    }
}

struct Pen<'a> {
    look: &'a Look,
    place: Rect,
    text: String,
}

impl Pen<'_> {
    fn lay(&self, ui: &Ui, text: &str, weight: Weight, size: f32, ink: Color32, width: f32) -> Arc<Galley> {
        ui.painter().layout_job(self.look.job(text, weight, size, ink, width))
    }

    /// Lays words out on the lines that the place holds, smaller when they do not fit.
    fn fitted(&self, ui: &Ui, text: &str, weight: Weight, ink: Color32, width: f32) -> Arc<Galley> {
        let size = self.look.text.body;
        let words = self.lay(ui, text, weight, size, ink, width);
        let fits = words.size().y <= self.place.height();
        if fits { words } else { self.lay(ui, text, weight, size * 0.86, ink, width) }
    }

    fn put(&self, ui: &Ui, galley: Arc<Galley>, left: f32) {
        let top = self.place.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(left, top), galley, self.look.colours.ink);
    }

    fn put_centred(&self, ui: &Ui, galley: Arc<Galley>) {
        let left = self.place.center().x - galley.size().x / 2.0;
        self.put(ui, galley, left);
    }

    fn take(&self, ui: &mut Ui, info: impl Fn(bool) -> WidgetInfo) -> Response {
        let response = ui.allocate_rect(self.place, Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| info(enabled));
        response
    }

    fn ring(&self, ui: &Ui, response: &Response) {
        if response.has_focus() {
            let ring = Stroke::new(self.look.stroke.focus, self.look.colours.focus);
            let corner = self.look.corner(self.look.radius.medium);
            ui.painter().rect_stroke(self.place.expand(3.0), corner, ring, StrokeKind::Middle);
        }
    }

    fn plate(&self, ui: &Ui, response: &Response, radius: f32) {
        let c = &self.look.colours;
        let hot = response.hovered() || response.is_pointer_button_down_on();
        let fill = if hot { c.primary_soft } else { c.surface_raised };
        ui.painter().rect(self.place, self.look.corner(radius), fill, self.look.outline(), StrokeKind::Inside);
        self.ring(ui, response);
    }

    fn words(&self, ui: &mut Ui, weight: Weight, size: f32, level: Option<usize>) {
        let words = self.lay(ui, &self.text, weight, size, self.look.colours.ink, self.place.width());
        let response = ui.allocate_rect(self.place, Sense::hover());
        let role = if level.is_some() { Role::Heading } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, &self.text));
        if let Some(level) = level {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
        }
        self.put(ui, words, self.place.left());
    }

    fn button(&self, ui: &mut Ui) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| WidgetInfo::labeled(Role::Button, enabled, &self.text));
        let hot = response.hovered() || response.is_pointer_button_down_on();
        let fill = if hot { c.primary_soft } else { c.surface };
        let line = Stroke::new(self.look.stroke.control + 0.5, c.primary);
        ui.painter().rect(self.place, self.look.corner(self.look.radius.medium), fill, line, StrokeKind::Inside);
        self.ring(ui, &response);
        let room = self.place.width() - 2.0 * self.look.space.small;
        let words = self.fitted(ui, &self.text, Weight::SemiBold, c.primary, room);
        self.put_centred(ui, words);
        response
    }

    fn link(&self, ui: &mut Ui) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| WidgetInfo::labeled(Role::Link, enabled, &self.text));
        let words = self.fitted(ui, &self.text, Weight::SemiBold, c.primary, self.place.width());
        let (left, width) = (self.place.left() + self.look.space.small, words.size().x);
        let below = self.place.center().y + self.look.text.body * 0.62;
        self.put(ui, words, left);
        ui.painter().hline(left..=left + width, below, Stroke::new(2.0, c.primary));
        self.ring(ui, &response);
        response
    }

    fn row(&self, ui: &mut Ui) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| WidgetInfo::labeled(Role::Button, enabled, &self.text));
        self.plate(ui, &response, self.look.radius.small);
        let pad = self.look.space.medium;
        let side = self.look.target.icon * 0.8;
        let words = self.fitted(ui, &self.text, Weight::Regular, c.ink, self.place.width() - 3.0 * pad - side);
        self.put(ui, words, self.place.left() + pad);
        let at = pos2(self.place.right() - pad - side / 2.0, self.place.center().y);
        Icon::ArrowRight.paint(ui.painter(), Rect::from_center_size(at, Vec2::splat(side)), c.ink_muted);
        response
    }

    fn tab(&self, ui: &mut Ui, open: bool) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| WidgetInfo::selected(Role::Tab, enabled, open, &self.text));
        let weight = if open { Weight::Bold } else { Weight::Regular };
        let fill = if open || response.hovered() { c.primary_soft } else { c.surface };
        ui.painter().rect_filled(self.place, self.look.corner(self.look.radius.small), fill);
        let line = if open { Stroke::new(4.0, c.primary) } else { Stroke::new(1.5, c.line) };
        ui.painter().hline(self.place.x_range(), self.place.bottom() - line.width / 2.0, line);
        let words = self.fitted(ui, &self.text, weight, c.ink, self.place.width());
        self.put_centred(ui, words);
        self.ring(ui, &response);
        response
    }

    fn cell(&self, ui: &mut Ui) -> Response {
        let response = self.take(ui, |enabled| WidgetInfo::labeled(Role::Button, enabled, &self.text));
        self.plate(ui, &response, 0.0);
        let mut job =
            self.look.job(&self.text, Weight::Regular, self.look.text.body, self.look.colours.ink, self.place.width());
        job.halign = Align::Min;
        let words = ui.painter().layout_job(job);
        self.put_centred(ui, words);
        response
    }

    fn check_box(&self, ui: &mut Ui, ticked: bool) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| WidgetInfo::selected(Role::CheckBox, enabled, ticked, &self.text));
        self.plate(ui, &response, self.look.radius.medium);
        let pad = self.look.space.medium;
        let side = self.look.target.icon;
        let at = pos2(self.place.left() + pad, self.place.center().y - side / 2.0);
        let square = Rect::from_min_size(at, Vec2::splat(side));
        let corner = self.look.corner(self.look.radius.small);
        if ticked {
            ui.painter().rect_filled(square, corner, c.primary);
            Icon::Check.paint(ui.painter(), square.shrink(side * 0.18), c.primary_ink);
        } else {
            ui.painter().rect_stroke(square, corner, Stroke::new(2.0, c.line), StrokeKind::Inside);
        }
        let weight = if ticked { Weight::SemiBold } else { Weight::Regular };
        let words = self.fitted(ui, &self.text, weight, c.ink, self.place.right() - square.right() - 2.0 * pad);
        self.put(ui, words, square.right() + pad);
        response
    }

    fn field(&self, ui: &mut Ui, written: &str, hint: &str) -> Response {
        let c = &self.look.colours;
        let response = self.take(ui, |enabled| {
            let mut info = WidgetInfo::labeled(Role::TextInput, enabled, &self.text);
            info.current_text_value = Some(written.to_owned());
            info
        });
        let pad = self.look.space.medium;
        let label = self.fitted(ui, &self.text, Weight::SemiBold, c.ink, self.place.width() * 0.45);
        let left = self.place.left() + label.size().x.max(self.place.width() * 0.16) + pad;
        self.put(ui, label, self.place.left());
        let boxed = self.place.with_min_x(left);
        let fill = if response.hovered() { c.primary_soft } else { c.surface_raised };
        ui.painter().rect(
            boxed,
            self.look.corner(self.look.radius.small),
            fill,
            self.look.outline(),
            StrokeKind::Inside,
        );
        let (text, ink) = if written.is_empty() { (hint, c.ink_muted) } else { (written, c.ink) };
        let side = self.look.target.icon * 0.75;
        let words = self.lay(ui, text, Weight::Regular, self.look.text.body, ink, f32::INFINITY);
        let room = boxed.shrink2(vec2(pad, 0.0)).with_max_x(boxed.right() - 2.0 * pad - side);
        let shift = (words.size().x - room.width()).max(0.0);
        let at = pos2(room.left() - shift, self.place.center().y - words.size().y / 2.0);
        ui.painter().with_clip_rect(room.intersect(ui.clip_rect())).galley(at, words, ink);
        let at = pos2(boxed.right() - pad - side / 2.0, boxed.center().y);
        Icon::Pencil.paint(ui.painter(), Rect::from_center_size(at, Vec2::splat(side)), c.ink_muted);
        self.ring(ui, &response);
        response
    }
}
