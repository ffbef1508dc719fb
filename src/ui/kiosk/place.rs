//! The bar of a question: back, « Question 3 sur 12 » and its dots, the time that is left, help.

use eframe::egui::{Align, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::flow::Action;
use super::hearing::Hearing;
use super::page;
use super::screen::{Asking, TimeLeft};
use crate::domain::assessment::{ItemKind, Latitude};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, Tone, badge, progress};

/// Share of the time below which one is told that it ends soon.
const SOON: f32 = 0.25;

pub(super) fn show(ui: &mut Ui, bar: Rect, asking: &Asking, hearing: &Hearing, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    // Dots stop before « Affichage » and « Aide ».
    let room = if page::is_narrow(bar) { bar.with_max_x(bar.right() - page::tools_width(&look)) } else { bar };
    let right_of_place = page::inside(ui, "place", room, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = look.space.large;
        // It keeps its place where there is nothing to go back to yet.
        if asking.sitting.assessment.conduct.back != Latitude::Never && !asking.is_practice() {
            let words = tr!("kiosk-go-back");
            let back = Button::quiet(&words).icon(Icon::ArrowLeft);
            if ui.add_enabled(asking.may_go_back() && ui.is_enabled(), back).clicked() {
                actions.push(Action::GoBack);
            }
        }
        number(ui, asking, bar.width());
        ui.min_rect().right()
    });
    // A page to read has its button where pages have it.
    let left_of_tools = match asking.attempt().item.kind {
        ItemKind::Information => page::tools_and_voice(ui, bar, hearing, actions),
        _ => page::tools(ui, bar, actions),
    };
    let gap = look.space.large;
    if let Some(left) = asking.time_left().filter(|left| left.visible) {
        let room = Rect::from_min_max(pos2(right_of_place + gap, bar.top()), pos2(left_of_tools - gap, bar.bottom()));
        time(ui, &look, room, left);
    }
}

/// Width of a bar under which dots and time do not stand side by side.
const NARROW: f32 = 1150.0;
/// Width of a bar in which dots have no place.
const VERY_NARROW: f32 = 800.0;

/// Shows where one is, or that this is only an example.
fn number(ui: &mut Ui, asking: &Asking, room: f32) {
    let (current, total) = (asking.number(), asking.sitting.n_questions);
    let timed = asking.time_left().is_some_and(|left| left.visible);
    match (&asking.attempt().item.kind, &asking.revisit) {
        _ if asking.is_practice() => badge(ui, Tone::Accent, &tr!("kiosk-example")),
        (_, Some(_)) => badge(ui, Tone::Accent, &tr!("kiosk-answered-already", current = current)),
        (ItemKind::Information, None) => {
            progress(ui, current, total, &tr!("kiosk-progress-page", current = current, total = total))
        }
        // Where width lacks, the bar of the time takes the place of the dots.
        (_, None) if (timed && room < NARROW) || room < VERY_NARROW => {
            let look = Look::of(ui.ctx());
            let words = tr!("kiosk-progress", current = current, total = total);
            ui.label(look.job(&words, Weight::SemiBold, look.text.small, look.colours.ink, f32::INFINITY))
        }
        (_, None) => progress(ui, current, total, &tr!("kiosk-progress", current = current, total = total)),
    };
}

/// Draws the time that is left as a bar that shrinks: no figures to watch. It says once that the end is near.
fn time(ui: &mut Ui, look: &Look, room: Rect, left: TimeLeft) {
    const WIDEST: f32 = 280.0;
    let c = &look.colours;
    let room = room.with_min_x(room.left().max(room.right() - WIDEST));
    let soon = left.share <= SOON;
    let side = look.target.icon * 0.85;
    let thick = 14.0;
    let middle = room.center().y;
    let ink = if soon { c.accent } else { c.primary };
    let clock = Rect::from_min_size(pos2(room.left(), middle - side / 2.0), vec2(side, side));
    Icon::Clock.paint(ui.painter(), clock, ink);
    let whole = Rect::from_min_max(
        pos2(clock.right() + look.space.small, middle - thick / 2.0),
        pos2(room.right(), middle + thick / 2.0),
    );
    let response = ui.interact(whole, ui.scope_id().with("time"), Sense::hover());
    let name = if soon { tr!("kiosk-time-soon") } else { tr!("kiosk-time-left") };
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &name));
    ui.painter().rect_filled(whole, look.corner(thick / 2.0), c.line_soft);
    let rest = whole.with_max_x(whole.left() + whole.width() * left.share);
    ui.painter().rect_filled(rest, look.corner(thick / 2.0), ink);
    if soon {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        let words = look.job(&name, Weight::SemiBold, look.text.small, c.ink, f32::INFINITY);
        let words = ui.painter().layout_job(words);
        ui.painter().galley(pos2(whole.left(), whole.bottom() - 4.0), words, c.ink);
    }
}
