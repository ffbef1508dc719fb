//! One bar: how far something goes, with its words at the right.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// Shows a title, a bar filled to `share` (0 to 1) and the words that say what it means; `alternative` is the whole line.
pub fn bar_row(ui: &mut Ui, title: &str, share: f32, words: &str, alternative: &str) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let title_width = (width * 0.36).min(380.0);
    let words_width = (width * 0.24).clamp(150.0, 230.0);
    let name =
        paint::layout(ui, &look, title, Weight::SemiBold, look.text.body, c.ink, title_width - look.space.medium);
    let said = paint::layout(ui, &look, words, Weight::SemiBold, look.text.body, c.primary, words_width);
    let height = name.size().y.max(said.size().y) + look.space.tiny;
    let (rect, response) = paint::row(ui, width, height, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alternative));
    let thick = look.text.body * 0.75;
    let track = Rect::from_min_max(
        pos2(rect.left() + title_width, rect.center().y - thick / 2.0),
        pos2(rect.right() - words_width - look.space.medium, rect.center().y + thick / 2.0),
    );
    let corner = look.corner(thick / 2.0);
    ui.painter().rect_filled(track, corner, c.primary_soft);
    let filled = (track.width() * share.clamp(0.0, 1.0)).max(thick);
    ui.painter().rect_filled(track.with_max_x(track.left() + filled), corner, c.primary);
    paint::put_left(ui, &name, rect.left(), rect.center().y);
    paint::put_left(ui, &said, rect.right() - words_width, rect.center().y);
}
