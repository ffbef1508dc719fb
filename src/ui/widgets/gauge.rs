//! How many people there are and how many are needed.

use eframe::egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// Shows ●●●●○○ and its words ("4 sur 6"); `name` completes it for a screen reader.
pub fn gauge(ui: &mut Ui, have: usize, need: usize, words: &str, name: &str) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let dot = (look.text.body * 0.8).round();
    let gap = dot * 0.4;
    let text = paint::layout(ui, &look, words, Weight::SemiBold, look.text.body, c.ink, f32::INFINITY);
    let count = need.max(have).min(16);
    let dots = count as f32 * (dot + gap);
    let (rect, response) =
        ui.allocate_exact_size(vec2(dots + gap + text.size().x, text.size().y.max(dot)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, name));
    let fill = if have >= need { c.success } else { c.primary };
    for place in 0..count {
        let centre = pos2(rect.left() + dot / 2.0 + place as f32 * (dot + gap), rect.center().y);
        if place < have {
            ui.painter().circle_filled(centre, dot / 2.0, fill);
        } else {
            ui.painter().circle_stroke(centre, dot / 2.0 - 1.0, Stroke::new(2.0, c.line));
        }
    }
    paint::put_left(ui, &text, rect.left() + dots + gap, rect.center().y);
    response
}
