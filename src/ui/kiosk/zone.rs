//! The zone of the answers: it scrolls by two large arrows, and only when the letters are very large.

use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::{Id, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::page;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;

/// Room for focus rings and shadows inside the clipped zone.
pub(super) const RIM: f32 = 7.0;

#[derive(Clone, Copy, Default)]
struct Scroll {
    overflow: bool,
    /// The room and the zoom for which `overflow` was found: arrows take width, and would keep themselves there.
    found_in: Option<(Rect, u16)>,
    target: Option<f32>,
}

/// Shows content in a zone; `key` tells one content from the next, which begins at its top.
pub(super) fn show<R>(ui: &mut Ui, rect: Rect, key: usize, content: impl FnOnce(&mut Ui) -> R) -> R {
    let look = Look::of(ui.ctx());
    let id = Id::unique("kiosk-zone").with(key);
    let mut scroll: Scroll = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let room = (rect, look.appearance.zoom_percent);
    if scroll.found_in != Some(room) {
        scroll = Scroll { overflow: false, found_in: Some(room), ..scroll };
    }
    let arrows = if scroll.overflow { look.target.control + look.space.medium } else { 0.0 };
    let inner = rect.expand(RIM).with_max_x(rect.right() - arrows + RIM);
    let shown = page::column(ui, &format!("zone-{key}"), inner, |ui| {
        let mut area = ScrollArea::vertical()
            .id_salt(key)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
            .auto_shrink([false, false]);
        if let Some(target) = scroll.target.take() {
            area = area.vertical_scroll_offset(target);
        }
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = 0.0;
            let room = ui.available_width() - 2.0 * RIM;
            ui.add_space(RIM);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(RIM);
                ui.vertical(|ui| {
                    ui.set_width(room);
                    ui.spacing_mut().item_spacing = vec2(look.space.small, look.space.small);
                    content(ui)
                })
                .inner
            })
            .inner
        })
    });
    // The rim is drawn outside the zone: only more than it is an overflow.
    let hidden = shown.content_size.y - shown.inner_rect.height();
    let overflow = hidden > 1.0;
    if overflow != scroll.overflow {
        ui.ctx().request_repaint();
    }
    scroll.overflow = overflow;
    if overflow && arrows > 0.0 {
        let step = (shown.inner_rect.height() * 0.75).max(80.0);
        let offset = shown.state.clamped_offset().y;
        let x = rect.right() - look.target.control;
        let size = vec2(look.target.control, look.target.control);
        let up = Rect::from_min_size(pos2(x, rect.top()), size);
        let down = Rect::from_min_size(pos2(x, rect.bottom() - size.y), size);
        if arrow(ui, up, Icon::ChevronUp, &tr!("kiosk-scroll-up"), offset > 1.0, id) {
            scroll.target = Some((offset - step).max(0.0));
        }
        if arrow(ui, down, Icon::ChevronDown, &tr!("kiosk-scroll-down"), offset < hidden - 1.0, id) {
            scroll.target = Some((offset + step).min(hidden));
        }
    }
    if scroll.target.is_some() {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, scroll));
    shown.inner
}

/// Brings a control into view when the keyboard reaches it.
pub(super) fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn arrow(ui: &mut Ui, rect: Rect, icon: Icon, name: &str, enabled: bool, id: Id) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id.with(name), sense);
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Button, enabled, name));
    let (fill, ink) = if enabled { (c.primary, c.primary_ink) } else { (c.line_soft, c.ink_muted) };
    ui.painter().rect_filled(rect, look.corner(look.radius.large), fill);
    icon.paint(ui.painter(), rect.shrink(rect.width() * 0.26), ink);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect.expand(3.0), look.corner(look.radius.large), ring, StrokeKind::Middle);
    }
    enabled && response.clicked()
}
