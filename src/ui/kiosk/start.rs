//! The first screen: the name of the service, six boxes, a keypad. A lock at the bottom is for the staff.

use eframe::egui::{Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::flow::{Action, Overlay};
use super::page;
use super::requests::Request;
use super::screen::{CodeMessage, Start};
use crate::tr;
use crate::ui::icons::{Icon, paint_logo};
use crate::ui::theme::{Look, Scheme, Weight};
use crate::ui::widgets::{Button, CodeInput, KeypadKey, KeypadShape, keypad, paragraph, question, title};

/// Share of the width that carries the identity.
const PANEL: f32 = 0.36;

pub(super) fn show(ui: &mut Ui, start: &mut Start, busy: bool, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let whole = ui.max_rect();
    let middle = (whole.left() + whole.width() * PANEL).round();
    let right =
        Rect::from_min_max(pos2(middle, whole.top()), whole.max).shrink2(vec2(look.space.huge, look.space.medium));
    if start.blocked {
        blocked(ui, right, start);
    } else {
        code(ui, right, start, busy, actions);
    }
    page::tools(ui, page::zones(ui).bar, actions);
    panel(ui, whole.with_max_x(middle), actions);
}

fn code(ui: &mut Ui, area: Rect, start: &mut Start, busy: bool, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let label = tr!("kiosk-type-your-code");
    let tight = area.height() < 560.0;
    let gap = if tight { look.space.small } else { look.space.medium };
    let top = area.top() + look.target.control + if tight { 0.0 } else { look.space.medium };
    let foot = area.with_min_y(area.bottom() - look.target.answer);
    let boxes = (look.target.control * 1.05).round() * 6.0 + look.space.small * 4.0 + look.space.large;
    let left = (area.center().x - boxes / 2.0).max(area.left());
    let body = Rect::from_min_max(pos2(left, top), pos2(left + boxes, foot.top() - gap));
    let mut ready = false;
    page::column(ui, "code", body, |ui| {
        ui.spacing_mut().item_spacing.y = gap;
        question(ui, &label);
        let typed = CodeInput::new(&label, &mut start.code).without_keypad().show(ui);
        if typed.changed {
            start.message = None;
        }
        ready = typed.complete && !busy;
        say(ui, start);
        let room = body.bottom() - ui.cursor().top();
        let (shape, height) = match room {
            room if room >= 4.0 * 58.0 + 36.0 => (KeypadShape::Tall, ((room - 36.0) / 4.0).min(76.0)),
            _ => (KeypadShape::Wide, ((room - 12.0) / 2.0).clamp(44.0, 76.0)),
        };
        let columns = shape.columns() as f32;
        let size = vec2((boxes - 12.0 * (columns - 1.0)) / columns, height.floor());
        if let Some(key) = keypad(ui, shape, false, size) {
            start.message = None;
            match key {
                KeypadKey::Digit(digit) if start.code.chars().count() < 6 => start.code.push(digit),
                KeypadKey::Erase => drop(start.code.pop()),
                KeypadKey::Digit(_) | KeypadKey::Comma | KeypadKey::Blank => {}
            }
        }
    });
    let foot = Rect::from_min_max(pos2(left, foot.top()), pos2(left + boxes, foot.bottom()));
    if page::primary(ui, foot, &tr!("kiosk-begin"), ready) {
        actions.push(Action::Ask(Request::EnterCode(start.code.clone())));
    }
}

/// Says what happened to the last code, on a line that is always there: nothing moves.
fn say(ui: &mut Ui, start: &Start) {
    let look = Look::of(ui.ctx());
    let height = (look.text.small * look.text.line_height).round();
    let (words, ink, icon) = match start.message {
        None => (tr!("kiosk-code-where"), look.colours.ink_muted, Icon::Info),
        Some(CodeMessage::Unknown { tries_left }) => {
            (tr!("kiosk-code-wrong", tries = tries_left), look.colours.danger, Icon::Warning)
        }
        Some(CodeMessage::NothingToDo) => (tr!("kiosk-code-nothing"), look.colours.success, Icon::Check),
        Some(CodeMessage::Elsewhere) => (tr!("kiosk-code-elsewhere"), look.colours.ink, Icon::Info),
    };
    ui.horizontal(|ui| {
        ui.set_min_height(height);
        icon.show(ui, look.text.small * 1.2, ink);
        let job = look.job(&words, Weight::SemiBold, look.text.small, ink, ui.available_width());
        let said = ui.label(job);
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    });
}

fn blocked(ui: &mut Ui, area: Rect, start: &mut Start) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let body = area.with_min_y(area.top() + area.height() * 0.24);
    page::column(ui, "blocked", body, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::medallion(ui, Icon::Hand, look.target.control * 1.6, c.accent_soft, c.ink);
        title(ui, &tr!("kiosk-blocked"));
        paragraph(ui, &tr!("kiosk-blocked-words"));
        ui.add_space(look.space.small);
        if ui.add(Button::secondary(&tr!("kiosk-type-again")).icon(Icon::ArrowRight)).clicked() {
            *start = Start::default();
        }
    });
}

fn panel(ui: &mut Ui, area: Rect, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    // A bright ground would dazzle in the dark schemes.
    let (ground, ink) = match look.appearance.scheme {
        Scheme::Light => (c.primary, c.primary_ink),
        Scheme::Dark | Scheme::Contrast => (c.surface, c.ink),
    };
    ui.painter().rect_filled(area, look.corner(0.0), ground);
    ui.painter().vline(area.right(), area.y_range(), look.hairline());
    let low = area.height() < 560.0;
    let inner = area.shrink(if low { look.space.large } else { look.space.huge });
    let side = (inner.height() * 0.30).min(inner.width() * 0.62);
    let size = if low { look.text.heading } else { look.text.title };
    let name = look.job(&tr!("kiosk-service"), Weight::Bold, size, ink, inner.width());
    let welcome = look.job(&tr!("kiosk-welcome"), Weight::Regular, look.text.body, ink, inner.width());
    page::column(ui, "panel", inner, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        ui.add_space(inner.height() * 0.12);
        let (logo, _) = ui.allocate_exact_size(vec2(side, side), Sense::empty());
        let north = c.accent_soft.lerp_to_gamma(c.accent, 0.75);
        ui.painter().circle_filled(logo.center(), side / 2.0, c.primary_strong);
        paint_logo(ui.painter(), logo.shrink(side * 0.04), c.primary, north, c.primary_ink);
        ui.add_space(look.space.small);
        ui.label(name);
        if !low {
            ui.label(welcome);
        }
    });
    page::inside(ui, "staff", inner, Layout::left_to_right(Align::Max), |ui| lock(ui, &look, ink, actions));
}

fn lock(ui: &mut Ui, look: &Look, ink: eframe::egui::Color32, actions: &mut Vec<Action>) {
    let side = look.target.control * 0.75;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, tr!("kiosk-staff")));
    Icon::Lock.paint(ui.painter(), rect.shrink(side * 0.22), ink);
    if response.has_focus() || response.hovered() {
        let ring = Stroke::new(look.stroke.focus, ink);
        ui.painter().rect_stroke(rect, look.corner(look.radius.medium), ring, StrokeKind::Inside);
    }
    if response.clicked() {
        actions.push(Action::Open(Overlay::StaffCode { typed: String::new(), refusal: None }));
    }
}
