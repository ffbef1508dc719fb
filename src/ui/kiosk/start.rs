//! The first screen: the name of the service, then six boxes and a keypad, or five places and twelve pictures; a scanner types
//! on either. A lock at the bottom is for the staff.

use eframe::egui::{Align, Align2, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::flow::{Action, Overlay};
use super::hearing::Hearing;
use super::page;
use super::requests::Request;
use super::screen::{CodeMessage, Entry, Start};
use super::script::Part;
use crate::domain::badge::{BADGE_LENGTH, Pictogram, PictureBadge};
use crate::tr;
use crate::ui::icons::{Icon, paint_logo, paint_pictogram};
use crate::ui::theme::{Look, Scheme, Weight};
use crate::ui::widgets::{
    Button, CodeInput, KeypadKey, KeypadShape, keypad, paragraph, pictogram_board, pictogram_places, question, title,
};

/// Share of the width that carries the identity.
const PANEL: f32 = 0.36;
/// Height of the screen under which every line counts, and under which only the code is shown.
const TIGHT: f32 = 560.0;
const SMALL: f32 = 450.0;
/// Width of what is typed or touched: « Commencer » and the other way in stand under it side by side.
const WIDTH: f32 = 552.0;

/// Enters the code that a scanner has typed, whatever has the focus. The staff code is typed by hand.
pub(super) fn listen_to_scanner(
    ui: &Ui,
    start: &mut Start,
    overlay: Option<&Overlay>,
    busy: bool,
    actions: &mut Vec<Action>,
) {
    if matches!(overlay, Some(Overlay::StaffCode { .. })) {
        return;
    }
    let Some(code) = ui.input_mut(|input| start.scan.take(&mut input.events)).filter(|_| !busy) else { return };
    if overlay.is_some() {
        actions.push(Action::CloseOverlay);
    }
    start.entry = Entry::Digits;
    start.message = None;
    start.code = code.as_str().to_owned();
    actions.push(Action::Ask(Request::EnterCode(start.code.clone())));
}

pub(super) fn show(ui: &mut Ui, start: &mut Start, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let whole = ui.max_rect();
    let zones = page::zones(ui);
    let small = whole.height() < SMALL;
    let middle = if small { whole.left() } else { (whole.left() + whole.width() * PANEL).round() };
    let tight = whole.height() < TIGHT;
    let margin =
        if tight { vec2(look.space.large, look.space.small) } else { vec2(look.space.huge, look.space.medium) };
    let right = Rect::from_min_max(pos2(middle, whole.top()), whole.max).shrink2(margin);
    if start.blocked {
        blocked(ui, right, start);
    } else {
        entry(ui, right, start, busy, hearing, actions);
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
    if small {
        let ink = look.colours.ink;
        page::inside(ui, "staff", zones.bar, Layout::left_to_right(Align::Center), |ui| lock(ui, &look, ink, actions));
    } else {
        panel(ui, whole.with_max_x(middle), actions);
    }
}

/// Shows what is typed or touched, and under it « Commencer » and the other way in.
fn entry(ui: &mut Ui, area: Rect, start: &mut Start, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let (tight, small) = (area.height() < TIGHT - 2.0 * look.space.small, area.height() < SMALL);
    let gap = if tight { look.space.small } else { look.space.medium };
    let top = area.top() + look.target.control + if tight && !small { 0.0 } else { gap };
    let width = if small { area.width() } else { WIDTH.min(area.width()) };
    let left = (area.center().x - width / 2.0).max(area.left()).round();
    let foot = Rect::from_min_max(pos2(left, area.bottom() - look.target.answer), pos2(left + width, area.bottom()));
    let body = Rect::from_min_max(pos2(left, top), pos2(left + width, foot.top() - gap));
    let mut ready = false;
    page::column(ui, "code", body, |ui| {
        ui.spacing_mut().item_spacing.y = gap;
        // Rows are as high as what is in them.
        ui.spacing_mut().interact_size.y = 0.0;
        if !small {
            question(ui, &invitation(start.entry));
        }
        ready = match start.entry {
            Entry::Digits => digits(ui, body, small, start),
            Entry::Pictures => pictures(ui, body, small, start, hearing),
        };
    });
    let (words, icon, other) = match start.entry {
        Entry::Digits => (tr!("kiosk-have-pictures"), SwitchSign::Pictures, Entry::Pictures),
        Entry::Pictures => (tr!("kiosk-have-code"), SwitchSign::Digits, Entry::Digits),
    };
    if switch(ui, foot, &words, icon) {
        *start = Start { entry: other, ..Start::default() };
        ui.ctx().request_repaint();
        return;
    }
    if page::primary(ui, foot, &tr!("kiosk-begin"), ready && !busy) {
        let badge = PictureBadge::new(&start.touched);
        actions.push(Action::Ask(match (start.entry, badge) {
            (Entry::Pictures, Some(badge)) => Request::EnterBadge(badge),
            (Entry::Pictures, None) | (Entry::Digits, _) => Request::EnterCode(start.code.clone()),
        }));
    }
}

fn invitation(entry: Entry) -> String {
    match entry {
        Entry::Digits => tr!("kiosk-type-your-code"),
        Entry::Pictures => tr!("kiosk-touch-your-pictures"),
    }
}

/// Shows six boxes and a keypad; returns whether six digits are there.
fn digits(ui: &mut Ui, body: Rect, small: bool, start: &mut Start) -> bool {
    let look = Look::of(ui.ctx());
    let label = tr!("kiosk-type-your-code");
    let side = ((body.width() - 4.0 * look.space.small - look.space.large) / 6.0).floor();
    let height = if small { LOW } else { (side * 1.05).min(88.0) };
    let typed = CodeInput::new(&label, &mut start.code).without_keypad().boxes(vec2(side, height)).show(ui);
    if typed.changed {
        start.message = None;
    }
    say(ui, start, small);
    let room = body.bottom() - ui.cursor().top();
    let (shape, height) = match room {
        room if room >= 4.0 * 64.0 + 36.0 => (KeypadShape::Tall, ((room - 36.0) / 4.0).min(76.0)),
        _ => (KeypadShape::Wide, ((room - 12.0) / 2.0).clamp(44.0, 76.0)),
    };
    let columns = shape.columns() as f32;
    let size = vec2((body.width() - 12.0 * (columns - 1.0)) / columns, height.floor());
    if let Some(key) = keypad(ui, shape, false, size) {
        start.message = None;
        match key {
            KeypadKey::Digit(digit) if start.code.chars().count() < 6 => start.code.push(digit),
            KeypadKey::Erase => drop(start.code.pop()),
            KeypadKey::Digit(_) | KeypadKey::Comma | KeypadKey::Blank => {}
        }
    }
    typed.complete
}

/// Shows five places and twelve pictures; returns whether five are touched.
fn pictures(ui: &mut Ui, body: Rect, small: bool, start: &mut Start, hearing: &Hearing) -> bool {
    let look = Look::of(ui.ctx());
    let gap = look.space.small;
    let side = ((body.width() - gap * BADGE_LENGTH as f32) / (BADGE_LENGTH as f32 + 1.2)).floor();
    let side = side.min(if small { LOW } else { 84.0 });
    let label = tr!("kiosk-touch-your-pictures");
    let mut changed = pictogram_places(ui, &label, &mut start.touched, side, gap);
    say(ui, start, small);
    let room = body.bottom() - ui.cursor().top();
    let gap = look.space.small * 1.5;
    let (columns, rows) = if room >= 3.0 * 84.0 + 2.0 * gap { (4, 3.0) } else { (6, 2.0) };
    let size = vec2(
        ((body.width() - gap * (columns as f32 - 1.0)) / columns as f32).floor(),
        ((room - gap * (rows - 1.0)) / rows).clamp(44.0, 112.0).floor(),
    );
    let spoken = match hearing.at() {
        Some(Part::Answer(index)) => Some(index),
        _ => None,
    };
    changed |= pictogram_board(ui, &mut start.touched, columns, size, gap, spoken);
    if changed {
        start.message = None;
    }
    start.touched.len() == BADGE_LENGTH
}

/// Height of what is typed where every line counts.
const LOW: f32 = 56.0;

/// What the way to the other entry shows to who does not read.
#[derive(Clone, Copy)]
enum SwitchSign {
    Digits,
    Pictures,
}

/// Draws the way to the other entry at the left end of the foot: large, with a sign of it.
fn switch(ui: &mut Ui, foot: Rect, words: &str, sign: SwitchSign) -> bool {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let height = look.target.control;
    let side = height * 0.42;
    let galley = ui.painter().layout_job(look.job(words, Weight::SemiBold, look.text.button, c.primary, f32::INFINITY));
    let pad = look.space.medium;
    let width = galley.size().x + 2.0 * side + 2.5 * pad;
    let rect = Rect::from_min_size(pos2(foot.left(), foot.center().y - height / 2.0), vec2(width, height));
    let response = ui.interact(rect, ui.scope_id().with("switch"), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, words));
    let hot = response.hovered() || response.is_pointer_button_down_on();
    let ground = if hot { c.primary_soft } else { c.surface_raised };
    ui.painter().rect(rect, look.corner(look.radius.medium), ground, look.outline(), StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect.expand(3.0), look.corner(look.radius.medium), ring, StrokeKind::Middle);
    }
    let signs = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - side / 2.0), vec2(2.0 * side, side));
    match sign {
        SwitchSign::Pictures => {
            for (at, one) in [(signs.left(), Pictogram::Key), (signs.left() + side * 1.1, Pictogram::Fish)] {
                let place = Rect::from_min_size(pos2(at, signs.top()), vec2(side * 0.95, side));
                paint_pictogram(ui.painter(), place, one, c.primary, ground);
            }
        }
        SwitchSign::Digits => {
            let font = look.font(Weight::Bold, side);
            ui.painter().text(signs.center(), Align2::CENTER_CENTER, "123", font, c.primary);
        }
    }
    ui.painter().galley(pos2(signs.right() + pad * 0.75, rect.center().y - galley.size().y / 2.0), galley, c.primary);
    response.clicked()
}

/// Says what happened to the last code, on a line that is always there: nothing moves.
fn say(ui: &mut Ui, start: &Start, small: bool) {
    let look = Look::of(ui.ctx());
    let height = (look.text.small * look.text.line_height).round();
    let (words, ink, icon) = match start.message {
        None if small => (invitation(start.entry), look.colours.ink, Icon::Info),
        None => {
            let words = match start.entry {
                Entry::Digits => tr!("kiosk-code-where"),
                Entry::Pictures => tr!("kiosk-pictures-where"),
            };
            (words, look.colours.ink_muted, Icon::Info)
        }
        Some(CodeMessage::Unknown { tries_left }) => {
            let words = match start.entry {
                Entry::Digits => tr!("kiosk-code-wrong", tries = tries_left),
                Entry::Pictures => tr!("kiosk-pictures-wrong", tries = tries_left),
            };
            (words, look.colours.danger, Icon::Warning)
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
    let low = area.height() < 560.0;
    let above = if low { look.target.control + look.space.medium } else { area.height() * 0.24 };
    let body = area.with_min_y(area.top() + above);
    page::column(ui, "blocked", body, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        if !low {
            page::medallion(ui, Icon::Hand, look.target.control * 1.6, c.accent_soft, c.ink);
        }
        title(ui, &tr!("kiosk-blocked"));
        paragraph(ui, &tr!("kiosk-blocked-words"));
        ui.add_space(look.space.small);
        if ui.add(Button::secondary(&tr!("kiosk-type-again")).icon(Icon::ArrowRight)).clicked() {
            *start = Start { entry: start.entry, ..Start::default() };
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
    let side = look.target.control;
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
