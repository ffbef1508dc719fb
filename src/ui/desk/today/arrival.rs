//! Who arrives: two letters of a name and one press; and who came today.

use eframe::egui::{Color32, Frame, Ui};

use crate::app::arrivals::{ArrivalView, CameFor};
use crate::app::people::ParticipantRow;
use crate::app::today::TodayView;
use crate::i18n::{clock_time, short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Load, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::participant::ParticipantForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{at_end, button_width, line, one_button, panel, row};
use crate::ui::desk::pointer::Pointer;
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, body, disclosure, heading, search_field, small};

/// From so many letters on, names are proposed.
const LETTERS: usize = 2;

/// The letters of who arrives, and the name that the keys point at.
#[derive(Default)]
pub struct Arrival {
    typed: String,
    pointer: Pointer,
}

impl Arrival {
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView, arrival: &mut Arrival) {
    let Arrival { typed, pointer } = arrival;
    panel(ui, |ui| {
        row(ui, |ui| {
            heading(ui, &tr!("desk-arrival-title"));
            // Where nobody is found, the same button is beside the name.
            let is_below =
                cx.data.arriving.as_ref().is_some_and(|(words, rows)| words == typed.trim() && rows.is_empty());
            at_end(ui, |ui| {
                let words = tr!("desk-arrival-new");
                if is_below && is_enough(typed) {
                    return;
                }
                if ui.add(Button::secondary(&words).icon(Icon::Plus)).clicked() {
                    cx.ask(Ask::Participant(ParticipantForm::arriving(typed)));
                }
            });
        });
        let width = ui.available_width();
        let field = search_field(ui, &tr!("desk-arrival-search"), typed, width);
        if field.changed() && is_enough(typed) {
            cx.look(Load::Arriving(typed.trim().to_owned()));
        }
        let found = cx.data.arriving.as_ref().filter(|(words, _)| words == typed.trim() && is_enough(typed));
        let found = found.map(|(_, rows)| rows.as_slice());
        let taken = pointer.keys(ui, &field, found.map_or(0, <[_]>::len));
        if let Some(one) = taken.and_then(|at| found?.get(at)).filter(|_| !cx.busy) {
            cx.act(Deed::Arrive(one.id));
        }
        if let Some(rows) = found {
            proposed(ui, cx, today, (typed.trim(), rows, *pointer));
        }
        if !today.arrivals.is_empty() {
            let title = tr!("desk-arrivals", n = today.arrivals.len());
            disclosure(ui, "arrivals", &title, |ui| {
                today.arrivals.iter().for_each(|arrival| came(ui, cx, arrival));
            });
        }
    });
}

fn is_enough(typed: &str) -> bool {
    typed.trim().chars().count() >= LETTERS
}

fn proposed(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    today: &TodayView,
    (typed, rows, pointer): (&str, &[ParticipantRow], Pointer),
) {
    if rows.is_empty() {
        let words = tr!("desk-arrival-new");
        if one_button(ui, &words, Some(Button::primary(&words)), true, |ui| {
            ui.add_space(8.0);
            body(ui, &tr!("desk-arrival-nobody", typed = typed));
        }) {
            cx.ask(Ask::Participant(ParticipantForm::arriving(typed)));
        }
    }
    let look = Look::of(ui.ctx());
    for (at, one) in rows.iter().enumerate() {
        let name = format!("{} {}", one.first_name, one.last_name);
        let is_here = today.arrivals.iter().any(|arrival| arrival.participant == one.id);
        let words = if is_here { tr!("desk-arrival-code") } else { tr!("desk-arrival-here") };
        let named = tr!("desk-tell-of", action = words.as_str(), name = name.as_str());
        let button = if is_here { Button::secondary(&words) } else { Button::primary(&words) };
        let fill = if at == pointer.row() { look.colours.primary_soft } else { Color32::TRANSPARENT };
        let band = Frame::new().fill(fill).corner_radius(look.corner(look.radius.small)).inner_margin(4.0);
        let pressed = band.show(ui, |ui| {
            one_button(ui, &words, Some(button.accessible_name(&named)), !cx.busy, |ui| {
                body(ui, &name);
                let born = short_date(one.birth_date);
                small(ui, &tr!("desk-arrival-who", born = born, stage = words::stage(one.stage)));
            })
        });
        if pressed.inner {
            cx.act(Deed::Arrive(one.id));
        }
    }
}

fn came(ui: &mut Ui, cx: &mut Cx<'_>, arrival: &ArrivalView) {
    let (open, undo) = (tr!("desk-open-file"), tr!("desk-undo-arrival"));
    let open_of = tr!("desk-open-file-of", name = arrival.name.as_str());
    let undo_of = tr!("desk-tell-of", action = undo.as_str(), name = arrival.name.as_str());
    // A facilitator has no file to open.
    let shown = [cx.settles().then_some(&open), cx.leads().then_some(&undo)];
    let reserve = shown.into_iter().flatten().map(|words| button_width(ui, words, false)).sum();
    let words = |ui: &mut Ui| {
        body(ui, &arrival.name);
        let what = came_for(&arrival.came_for);
        let code = arrival.code.as_str();
        match arrival.at {
            Some(at) => {
                let time = clock_time(at.local().time());
                small(ui, &tr!("desk-arrival-line", time = time, what = what, code = code))
            }
            None => small(ui, &tr!("desk-arrival-line-untimed", what = what, code = code)),
        };
    };
    line(ui, reserve, words, |ui| {
        if cx.settles() && ui.add(Button::quiet(&open).accessible_name(&open_of)).clicked() {
            cx.go(Place::File(arrival.participant));
        }
        if cx.leads() && ui.add_enabled(!cx.busy, Button::quiet(&undo).accessible_name(&undo_of)).clicked() {
            cx.act(Deed::Guide(Guidance::UndoArrival(arrival.participant)));
        }
    });
}

fn came_for(came_for: &CameFor) -> String {
    match came_for {
        CameFor::Session { title, slot } => {
            tr!("desk-came-session", title = title.as_str(), time = clock_time(slot.start))
        }
        CameFor::Appointment { kind, slot } => {
            tr!("desk-came-appointment", kind = terms::appointment_kind(*kind), time = clock_time(slot.start))
        }
        CameFor::Assessments { waiting } => tr!("desk-came-assessments", n = *waiting),
        CameFor::WalkIn => tr!("desk-came-walk-in"),
    }
}
