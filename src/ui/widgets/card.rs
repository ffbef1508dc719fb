//! Surfaces that group things: cards, tiles that open something, section headers, facts.

use eframe::egui::{
    Align, Frame, Grid, InnerResponse, Layout, Margin, Rect, Response, Role, Sense, Shadow, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::{paint, text};
use crate::ui::icons::Icon;
use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Scheme, Weight};

/// Shows content on a raised surface of the available width.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let look = Look::of(ui.ctx());
    let soft = match look.appearance.scheme {
        Scheme::Light => shadow(look.colours.shadow, 3, 14, 26),
        Scheme::Dark | Scheme::Contrast => Shadow::NONE,
    };
    Frame::new()
        .fill(look.colours.surface)
        .stroke(look.hairline())
        .corner_radius(look.corner(look.radius.large))
        .inner_margin(Margin::same(look.space.large as i8))
        .shadow(soft)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            content(ui)
        })
}

/// Shows a wholly clickable card that opens something: icon, title and one line of detail.
pub fn tile(ui: &mut Ui, icon: Icon, title: &str, detail: &str) -> Response {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let plate = look.target.icon * 1.9;
    let pad = look.space.medium;
    let width = ui.available_width();
    let room = width - plate - 3.0 * pad;
    let head = paint::layout(ui, &look, title, Weight::SemiBold, look.text.heading, c.ink, room);
    let line = paint::layout(ui, &look, detail, Weight::Regular, look.text.small, c.ink_muted, room);
    let words = head.size().y + line.size().y;
    let (rect, response) = paint::row(ui, width, words.max(plate) + 2.0 * pad, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, format!("{title}. {detail}")));
    let hot = response.hovered();
    let outline = if hot { Stroke::new(2.0, c.primary) } else { look.outline() };
    paint::plate(ui, &look, rect, look.radius.large, if hot { c.surface_raised } else { c.surface }, outline);
    paint::focus_ring(ui, &look, &response, rect, look.radius.large);
    let square = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - plate / 2.0), vec2(plate, plate));
    ui.painter().rect_filled(square, look.corner(look.radius.medium), c.primary_soft);
    icon.paint(ui.painter(), square.shrink(plate * 0.22), c.primary);
    let left = square.right() + pad;
    let top = rect.center().y - words / 2.0;
    paint::put(ui, &head, pos2(left, top));
    paint::put(ui, &line, pos2(left, top + head.size().y));
    response
}

/// Shows a part's title with its actions at the right end of the line.
pub fn section_header(ui: &mut Ui, title: &str, actions: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        text::heading(ui, title);
        ui.with_layout(Layout::right_to_left(Align::Center), actions);
    });
}

/// Shows names and values in two columns.
pub fn facts(ui: &mut Ui, id_salt: &str, rows: &[(&str, &str)]) {
    let look = Look::of(ui.ctx());
    Grid::new(id_salt).num_columns(2).spacing(vec2(look.space.large, look.space.tiny)).min_row_height(0.0).show(
        ui,
        |ui| {
            for (name, value) in rows {
                text::muted(ui, name);
                text::body(ui, value);
                ui.end_row();
            }
        },
    );
}
