//! A line that opens and closes what is under it.

use eframe::egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo, accesskit, pos2};

use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

/// Shows a title to press; the content is there while it is open.
pub fn disclosure(ui: &mut Ui, id_salt: &str, title: &str, content: impl FnOnce(&mut Ui)) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let id = ui.make_persistent_id(id_salt);
    let mut open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let words = paint::layout(ui, &look, title, Weight::SemiBold, look.text.small, c.primary, f32::INFINITY);
    let icon = look.target.icon * 0.7;
    let width = icon + look.space.small + words.size().x;
    let (rect, response) = paint::row(
        ui,
        width,
        (words.size().y.max(icon) + look.space.small).max(look.target.control * 0.85),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        node.add_action(if open { accesskit::Action::Collapse } else { accesskit::Action::Expand });
    });
    paint::focus_ring(ui, &look, &response, rect, look.radius.small);
    let sign = if open { Icon::ChevronUp } else { Icon::ChevronDown };
    let centre = pos2(rect.left() + icon / 2.0, rect.center().y);
    sign.paint(ui.painter(), Rect::from_center_size(centre, Vec2::splat(icon)), c.primary);
    paint::put_left(ui, &words, rect.left() + icon + look.space.small, rect.center().y);
    if response.clicked() {
        open = !open;
        ui.data_mut(|data| data.insert_temp(id, open));
    }
    if open {
        content(ui);
    }
}
