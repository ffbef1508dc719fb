//! A QR code on the screen: always dark on light, as a scanner expects, in every scheme.

use eframe::egui::{Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::kiosk::Qr;
use crate::ui::theme::Look;

/// Light modules that a scanner needs on every side.
const QUIET: usize = 4;

/// Shows a QR code in a square; `name` says what it holds.
pub fn qr_code(ui: &mut Ui, side: f32, qr: &Qr, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let colours = Look::of(ui.ctx()).colours;
    ui.painter().rect_filled(rect, 0.0, colours.picture_ground);
    let modules = qr.side() + 2 * QUIET;
    // Whole pixels: a seam between two rows could be taken for a light module.
    let scale = ui.ctx().pixels_per_point();
    let module = ((side * scale / modules as f32).floor() / scale).max(1.0 / scale);
    let origin = rect.center() - Vec2::splat(module * qr.side() as f32 / 2.0);
    let origin = pos2((origin.x * scale).round() / scale, (origin.y * scale).round() / scale);
    for run in qr.runs() {
        let at = origin + vec2(run.column as f32, run.row as f32) * module;
        let place = Rect::from_min_size(at, vec2(run.length as f32 * module, module));
        ui.painter().rect_filled(place, 0.0, colours.picture_ink);
    }
    response
}
