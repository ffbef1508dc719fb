//! The frame of a simulated program: its sign, the title of the view, and nothing to close.

use eframe::egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::domain::assessment::Software;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// Returns the height of the bar that names the view.
pub(super) fn bar_height(look: &Look) -> f32 {
    (look.text.heading * look.text.line_height + look.space.small).round()
}

pub(super) fn paint(ui: &mut Ui, look: &Look, rect: Rect, bar: f32, software: Software, title: &str) {
    let c = &look.colours;
    let radius = look.radius.medium;
    let (icon, name) = sign(software);
    ui.painter().rect(rect, look.corner(radius), c.surface_raised, look.outline(), StrokeKind::Inside);
    let top = rect.with_max_y(rect.top() + bar);
    let (fill, ink) = match software {
        Software::Procedure => (c.primary, c.primary_ink),
        Software::Search | Software::Mail | Software::Office => (c.primary_soft, c.ink),
    };
    let above = CornerRadius { sw: 0, se: 0, ..look.corner(radius) };
    ui.painter().rect_filled(top.shrink2(vec2(1.5, 0.0)).with_min_y(top.top() + 1.5), above, fill);
    ui.painter().hline(top.x_range(), top.bottom(), look.outline());
    let pad = look.space.medium;
    let side = look.target.icon * 0.9;
    let mark = Rect::from_min_size(pos2(top.left() + pad, top.center().y - side / 2.0), Vec2::splat(side));
    icon.paint(ui.painter(), mark, ink);
    let said = ui.painter().layout_job(look.job(&name, Weight::Regular, look.text.small, ink, f32::INFINITY));
    let said_left = top.right() - pad - said.size().x;
    ui.painter().galley(pos2(said_left, top.center().y - said.size().y / 2.0), said, ink);
    let mut room = Rect::from_min_max(pos2(mark.right() + pad, top.top()), pos2(said_left - pad, top.bottom()));
    if software == Software::Search {
        // An address bar: the page that is open.
        room = room.shrink2(vec2(0.0, 5.0));
        let line = Stroke::new(look.stroke.control, c.line);
        ui.painter().rect(room, look.corner(room.height() / 2.0), c.surface_raised, line, StrokeKind::Inside);
        room = room.shrink2(vec2(pad, 0.0));
    }
    let title = typeset(title);
    let mut words = ui.painter().layout_job(look.job(&title, Weight::Bold, look.text.body, ink, room.width()));
    if words.rows.len() > 1 {
        words = ui.painter().layout_job(look.job(&title, Weight::Bold, look.text.small * 0.85, ink, room.width()));
    }
    ui.painter().galley(pos2(room.left(), room.center().y - words.size().y / 2.0), words, ink);
    let heading = ui.interact(top, ui.scope_id().with("view"), Sense::hover());
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    ui.ctx().accesskit_node_builder(heading.id, |node| node.set_level(2));
}

fn sign(software: Software) -> (Icon, String) {
    match software {
        Software::Search => (Icon::Globe, tr!("task-search")),
        Software::Mail => (Icon::Mail, tr!("task-mail")),
        Software::Office => (Icon::Document, tr!("task-office")),
        Software::Procedure => (Icon::Flag, tr!("task-procedure")),
    }
}
