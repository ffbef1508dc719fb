//! A sheet of paper on the desk, for the preview of what will be printed.

use eframe::egui::{Color32, Painter, Rect, Response, Role, Sense, Shape, Ui, WidgetInfo, vec2};

use crate::ui::theme::Look;
use crate::ui::theme::style::shadow;

/// Height of an A4 sheet over its width (ISO 216).
const A4: f32 = 297.0 / 210.0;

/// Shows a white A4 sheet of this width; `draw` paints inside it. Paper is white in every scheme.
pub fn page_frame(ui: &mut Ui, width: f32, name: &str, draw: impl FnOnce(&Painter, Rect)) -> Response {
    let look = Look::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(width, width * A4), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    let soft = shadow(look.colours.shadow, 6, 22, 70);
    ui.painter().add(Shape::from(soft.as_shape(rect, look.corner(2.0))));
    ui.painter().rect_filled(rect, look.corner(2.0), Color32::WHITE);
    draw(&ui.painter().with_clip_rect(rect), rect);
    response
}
