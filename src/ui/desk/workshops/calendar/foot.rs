//! Below a week: what the icons mean, or where a session that is being moved would stand.

use eframe::egui::{Align, Layout, Rect, Sense, Ui, accesskit, vec2};

use super::carry::{Carried, Hand};
use super::week::verdict;
use super::words;
use crate::app::calendar::CalendarView;
use crate::domain::session_life::Phase;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, body, small};

/// Height of the foot, in points: it never moves the hours above.
pub const HEIGHT: f32 = 72.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &CalendarView, carried: &mut Option<Carried>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = 0.0;
    let Some(held) = carried.take() else { return legend(ui, cx) };
    let verdict = verdict(cx, &held);
    let mut dropped = false;
    let mut abandoned = false;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        dropped = ui.add(Button::primary(&tr!("desk-calendar-drop"))).clicked();
        abandoned = ui.add(Button::quiet(&tr!("desk-calendar-abandon"))).clicked();
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            let place = held.place(calendar);
            let place = tr!("desk-calendar-moving", title = held.title.as_str(), place = place);
            let heard = body(ui, &place);
            ui.horizontal(|ui| {
                let look = Look::of(ui.ctx());
                verdict.icon.show(ui, look.text.body, look.colours.ink);
                body(ui, &verdict.words);
            });
            ui.ctx().accesskit_node_builder(heard.id, |node| node.set_live(accesskit::Live::Polite));
            if held.hand == Hand::Keys {
                small(ui, &tr!("desk-calendar-keys"));
            }
        });
    });
    if dropped {
        held.drop_at(cx);
    } else if !abandoned {
        *carried = Some(held);
    }
}

fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    signs(ui);
    if cx.decides() {
        small(ui, &tr!("desk-calendar-how"));
    }
}

/// Says what the icons mean.
pub fn signs(ui: &mut Ui) {
    let signs = [
        (Icon::Plus, tr!("desk-calendar-proposed")),
        phase(Phase::Opened),
        phase(Phase::Convened),
        phase(Phase::ToCheck),
        phase(Phase::Ready),
        phase(Phase::Held),
        phase(Phase::HeldEmpty),
        phase(Phase::Signed),
        phase(Phase::Cancelled),
        (Icon::Person, tr!("desk-calendar-appointment")),
    ];
    let look = Look::of(ui.ctx());
    let side = look.text.small;
    let line = (side * look.text.line_height).round();
    ui.spacing_mut().interact_size.y = line;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, words) in signs {
            let (rect, _) = ui.allocate_exact_size(vec2(side, line), Sense::hover());
            icon.paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(side, side)), look.colours.primary);
            small(ui, &words);
            ui.add_space(10.0);
        }
    });
}

/// Returns the icon of a phase with a short word for it.
fn phase(phase: Phase) -> (Icon, String) {
    let words = match phase {
        Phase::ToCheck => tr!("desk-calendar-to-check"),
        Phase::Opened => tr!("term-session-opened"),
        Phase::Held => tr!("term-session-held"),
        other => terms::phase(other),
    };
    (words::of_phase(phase).1, words)
}
