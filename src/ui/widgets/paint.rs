//! Painting that several widgets share: focus ring, soft plate, centred text.

use std::sync::Arc;

use eframe::egui::{Align, Color32, Galley, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Scheme, Weight};

/// Draws the focus ring around a rectangle, outside its own outline, when the response has the focus.
pub(super) fn focus_ring(ui: &Ui, look: &Look, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let gap = look.stroke.focus;
        let stroke = Stroke::new(look.stroke.focus, look.colours.focus);
        ui.painter().rect_stroke(rect.expand(gap), radius + gap, stroke, StrokeKind::Middle);
    }
}

/// Draws a raised plate: a soft shadow below, a fill and an outline.
pub(super) fn plate(ui: &Ui, look: &Look, rect: Rect, radius: f32, fill: Color32, outline: Stroke) {
    if look.appearance.scheme == Scheme::Light {
        let soft = shadow(look.colours.shadow, 2, 8, 28);
        ui.painter().add(Shape::from(soft.as_shape(rect, look.corner(radius))));
    }
    ui.painter().rect(rect, look.corner(radius), fill, outline, StrokeKind::Inside);
}

pub(super) fn layout(
    ui: &Ui,
    look: &Look,
    text: &str,
    weight: Weight,
    size: f32,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    ui.painter().layout_job(look.job(text, weight, size, colour, width))
}

/// Lays text out around a middle: put it at the middle of its first line.
pub(super) fn centred(ui: &Ui, look: &Look, text: &str, size: f32, width: f32) -> Arc<Galley> {
    let mut job = look.job(text, Weight::SemiBold, size, look.colours.ink, width);
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

pub(super) fn put(ui: &Ui, galley: &Arc<Galley>, at: Pos2) {
    ui.painter().galley(at, Arc::clone(galley), Color32::PLACEHOLDER);
}

/// Puts text in the middle of a rectangle.
pub(super) fn put_centred(ui: &Ui, galley: &Arc<Galley>, rect: Rect) {
    put(ui, galley, rect.center() - galley.size() / 2.0);
}

/// Puts text at a left edge, centred on a height.
pub(super) fn put_left(ui: &Ui, galley: &Arc<Galley>, left: f32, middle: f32) {
    put(ui, galley, pos2(left, middle - galley.size().y / 2.0));
}

/// Takes a row of the whole width and a height, with a response that a screen reader sees.
pub(super) fn row(ui: &mut Ui, width: f32, height: f32, sense: Sense) -> (Rect, Response) {
    ui.allocate_exact_size(vec2(width, height), sense)
}

/// Returns a colour at a share of its strength, for disabled parts and soft zones.
pub(super) fn faded(colour: Color32, share: f32) -> Color32 {
    colour.gamma_multiply(share)
}
