//! Where one is in a series: words and dots.

use eframe::egui::{Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// Beyond this many, dots would be too small to count: one bar shows the share.
const MOST_DOTS: usize = 24;

/// Shows "Question 3 sur 12" and its dots; `current` counts from 1 and `words` is what is said.
pub fn progress(ui: &mut Ui, current: usize, total: usize, words: &str) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let text = paint::layout(ui, &look, words, Weight::SemiBold, look.text.small, c.ink, f32::INFINITY);
    let dot = (look.text.small * 0.55).round();
    let gap = dot * 0.6;
    let dots = total.min(MOST_DOTS) as f32;
    let bar = dots * dot + (dots - 1.0).max(0.0) * gap + dot;
    let counted = total <= MOST_DOTS && bar <= ui.available_width();
    let bar = if counted { bar } else { bar.min(text.size().x.max(8.0 * dot)) };
    let size = vec2(text.size().x.max(bar), text.size().y + dot * 1.6);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, words));
    paint::put(ui, &text, rect.min);
    let middle = rect.bottom() - dot * 0.8;
    if !counted {
        let share = current as f32 / total as f32;
        let whole = eframe::egui::Rect::from_center_size(pos2(rect.left() + bar / 2.0, middle), vec2(bar, dot));
        ui.painter().rect_filled(whole, look.corner(dot / 2.0), c.line_soft);
        ui.painter().rect_filled(whole.with_max_x(whole.left() + bar * share), look.corner(dot / 2.0), c.primary);
        return response;
    }
    let mut left = rect.left();
    for place in 1..=total {
        let width = if place == current { dot * 2.0 } else { dot };
        let mark = eframe::egui::Rect::from_min_size(pos2(left, middle - dot / 2.0), vec2(width, dot));
        let fill = match place.cmp(&current) {
            std::cmp::Ordering::Less => c.primary,
            std::cmp::Ordering::Equal => c.accent,
            std::cmp::Ordering::Greater => paint::faded(c.line, 0.55),
        };
        ui.painter().rect_filled(mark, look.corner(dot / 2.0), fill);
        left += width + gap;
    }
    response
}
