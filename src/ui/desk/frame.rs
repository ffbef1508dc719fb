//! Around every page: the side navigation, who works here, the keyboard shortcuts.

use eframe::egui::{
    CentralPanel, Event, Frame, InputState, Key, Margin, Modifiers, Panel, Rect, ScrollArea, Stroke, Ui, UiBuilder,
    pos2, vec2,
};

use super::action::{Action, Place};
use super::ask::Ask;
use super::cx::Cx;
use super::layout::is_narrow;
use crate::app::Login;
use crate::app::people::Stage;
use crate::domain::person::Role;
use crate::domain::scheduling::Verdict;
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::{Icon, paint_logo};
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, NavItem, body, icon_button, side_navigation, small};

const SIDE: f32 = 232.0;
/// The navigation as icons alone, where letters are large.
const RAIL: f32 = 62.0;
/// Narrowest window, in points, whose navigation has its words.
const WITH_NAMES: f32 = 1150.0;

/// The parts of the desk, in the order of the navigation and of Ctrl+1…6.
const PARTS: [Place; 6] =
    [Place::Today, Place::Participants, Place::Workshops, Place::Syntheses, Place::Network, Place::Library];
const KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

/// Returns how many parts a role sees: the library is the counsellor's and the manager's.
fn n_parts(login: Option<Login>) -> usize {
    let decides = login.is_some_and(|login| matches!(login.role(), Role::Counsellor | Role::Manager));
    if decides { PARTS.len() } else { PARTS.len() - 1 }
}

/// Returns which part a place belongs to.
fn part_of(place: Place) -> usize {
    match place {
        Place::Today => 0,
        Place::Participants
        | Place::Duplicates
        | Place::Import
        | Place::File(_)
        | Place::Interview(_)
        | Place::Composer(_) => 1,
        Place::Workshops | Place::Session(_) | Place::Signing(..) | Place::Grid(_) | Place::Group(_) => 2,
        Place::Syntheses | Place::Writing(_) | Place::Preview(_) | Place::Restitution(_) => 3,
        Place::Network => 4,
        Place::Library => 5,
    }
}

/// Draws the navigation at the left and the page in the rest.
pub fn around(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    login: Option<Login>,
    place: Place,
    page: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let look = Look::of(ui.ctx());
    let rail = ui.ctx().content_rect().width() < WITH_NAMES;
    let (width, edge, above) = if rail { (RAIL, 8, 8) } else { (SIDE, 14, 18) };
    let side = Frame::new().fill(look.colours.surface).inner_margin(Margin::symmetric(edge, above));
    Panel::left("desk-side").exact_size(width).resizable(false).show_separator_line(false).frame(side).show(ui, |ui| {
        let rect = ui.max_rect();
        navigation(ui, cx, place, login);
        who_is_here(ui, cx, login, rect);
        let line = Stroke::new(1.0, look.colours.line_soft);
        ui.painter().vline(rect.right() + f32::from(edge), ui.clip_rect().y_range(), line);
    });
    let margin = Margin { left: 28, right: 22, top: 20, bottom: 0 };
    let margin = if is_narrow(ui) { Margin { left: 16, right: 6, top: 12, bottom: 0 } } else { margin };
    let main = Frame::new().fill(look.colours.background).inner_margin(margin);
    CentralPanel::default().frame(main).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(look.space.small, look.space.medium);
        if !is_narrow(ui) {
            return page(ui, cx);
        }
        let edge = Margin { left: 0, right: 10, top: 0, bottom: 24 };
        ScrollArea::vertical()
            .id_salt(("page", part_of(place)))
            .auto_shrink([false, false])
            .content_margin(edge)
            .show(ui, |ui| page(ui, cx));
    });
}

fn navigation(ui: &mut Ui, cx: &mut Cx<'_>, place: Place, login: Option<Login>) {
    let labels = [
        tr!("desk-nav-today"),
        tr!("desk-nav-participants"),
        tr!("desk-nav-workshops"),
        tr!("desk-nav-syntheses"),
        tr!("desk-nav-network"),
        tr!("desk-nav-library"),
    ];
    let icons = [Icon::Home, Icon::People, Icon::Calendar, Icon::Document, Icon::Settings, Icon::Clipboard];
    let counts = counts(cx);
    let items: Vec<NavItem<'_>> = labels
        .iter()
        .zip(icons)
        .zip(counts)
        .take(n_parts(login))
        .map(|((label, icon), count)| NavItem { icon, label, count })
        .collect();
    let before = ui.cursor().top();
    let pressed = side_navigation(ui, &tr!("window-title"), &items, part_of(place));
    let zone = Rect::from_x_y_ranges(ui.max_rect().x_range(), before..=ui.cursor().top());
    let tip = ui.interact(zone, ui.scope_id().with("shortcuts"), eframe::egui::Sense::hover());
    tip.on_hover_text(tr!("desk-nav-shortcuts"));
    if let Some(part) = pressed.and_then(|index| PARTS.get(index)) {
        cx.go(*part);
    }
}

/// Returns how many things call for attention in each part.
fn counts(cx: &Cx<'_>) -> [usize; 6] {
    let Some(today) = &cx.data.today else { return [0; 6] };
    let ready = today.pools.iter().filter(|pool| matches!(pool.verdict, Verdict::Proposed(_))).count();
    let late = today.syntheses.iter().filter(|row| row.stage < Stage::Leaving).count();
    let people = today.to_interview.len() + today.to_prescribe.len();
    let calls = today.stations.iter().filter_map(|station| station.sitting.as_ref()?.calls_since).count();
    [calls, people, ready + today.to_close.len(), late, 0, 0]
}

fn who_is_here(ui: &mut Ui, cx: &mut Cx<'_>, login: Option<Login>, side: Rect) {
    let staff = cx.data.staff.iter().flatten().find(|member| login.is_some_and(|login| login.staff() == member.id));
    let Some(member) = staff else { return };
    let (name, role) = (member.name.full(), terms::role(member.role));
    if side.width() < SIDE * 0.5 {
        return icons_at_foot(ui, cx, &name, side);
    }
    let foot = Rect::from_min_max(pos2(side.left(), side.bottom() - 96.0), side.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.separator();
        ui.add_space(6.0);
        body(ui, &name);
        small(ui, &role);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if ui.add(Button::quiet(&tr!("desk-change-staff")).icon(Icon::Person)).clicked() {
                cx.actions.push(Action::ChangeStaff);
            }
            if icon_button(ui, Icon::Settings, &tr!("desk-display")).clicked() {
                cx.ask(Ask::Display);
            }
        });
    });
}

/// Draws what is at the foot of the navigation as icons.
fn icons_at_foot(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, side: Rect) {
    let control = Look::of(ui.ctx()).target.control;
    let foot = side.with_min_y(side.bottom() - 2.0 * control);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if icon_button(ui, Icon::Person, &tr!("desk-change-staff-from", name = name)).clicked() {
            cx.actions.push(Action::ChangeStaff);
        }
        if icon_button(ui, Icon::Settings, &tr!("desk-display")).clicked() {
            cx.ask(Ask::Display);
        }
    });
}

/// A page before anybody works: the compass, then one calm column in the middle.
pub fn door(ui: &mut Ui, page: impl FnOnce(&mut Ui)) {
    let look = Look::of(ui.ctx());
    let frame = Frame::new().fill(look.colours.background).inner_margin(Margin::symmetric(40, 32));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let whole = ui.max_rect();
        let width = whole.width().min(720.0);
        let column = Rect::from_center_size(whole.center(), vec2(width, whole.height()));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing.y = look.space.medium;
            ui.add_space((whole.height() * 0.06).min(64.0));
            let side = 64.0;
            let (rect, _) = ui.allocate_exact_size(vec2(width, side), eframe::egui::Sense::empty());
            let c = &look.colours;
            let logo = Rect::from_min_size(rect.min, vec2(side, side));
            paint_logo(ui.painter(), logo, c.primary, c.accent_soft.lerp_to_gamma(c.accent, 0.75), c.primary_ink);
            page(ui);
        });
    });
}

/// A page that has the whole window.
pub fn alone(ui: &mut Ui, page: impl FnOnce(&mut Ui)) {
    let look = Look::of(ui.ctx());
    let margin = if is_narrow(ui) { Margin::same(12) } else { Margin::symmetric(32, 24) };
    let frame = Frame::new().fill(look.colours.background).inner_margin(margin);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(look.space.small, look.space.medium);
        if !is_narrow(ui) {
            return page(ui);
        }
        ScrollArea::vertical().id_salt("alone").auto_shrink([false, false]).show(ui, page);
    });
}

/// Returns whether a key of the row of figures was pressed with Ctrl, and takes it: by its place on the keyboard, since a
/// French one has « ' » and « - » where others have 4 and 6.
fn takes_place(input: &mut InputState, wanted: Key) -> bool {
    let n_events = input.events.len();
    input.events.retain(|event| {
        let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return true };
        !(modifiers.matches_logically(Modifiers::COMMAND) && (*physical_key == Some(wanted) || *key == wanted))
    });
    input.events.len() < n_events
}

/// Runs the keys that work everywhere.
pub fn shortcuts(ui: &Ui, cx: &mut Cx<'_>, login: Option<Login>) {
    for (key, place) in KEYS.into_iter().zip(PARTS).take(n_parts(login)) {
        if ui.input_mut(|input| takes_place(input, key)) {
            cx.go(place);
        }
    }
    // Typed in a field, a question mark is a letter.
    let asks = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?")));
    let is_typing = ui.ctx().memory(|memory| memory.focused().is_some()) && ui.ctx().text_edit_focused();
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1)) || (asks && !is_typing) {
        cx.ask(Ask::Shortcuts);
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::K)) {
        cx.actions.push(Action::FocusSearch);
    }
}
