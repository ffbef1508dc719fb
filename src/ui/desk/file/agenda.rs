//! « Son agenda »: what one person has to come and has had, and what they wait for.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::app::person_agenda::{AgendaLine, LineState, WaitingLine};
use crate::domain::agenda::Holder;
use crate::domain::appointment::AppointmentState;
use crate::domain::workshop::Attendance;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{self, loading, panel};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, disclosure, empty_state, heading, muted, section_header, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    let Some(agenda) = cx.data.agenda_of(file.id) else { return loading(ui) };
    panel(ui, |ui| {
        section_header(ui, &tr!("desk-agenda-coming"), |ui| papers(ui, cx, file));
        if agenda.coming.is_empty() {
            empty_state(ui, Icon::Calendar, &tr!("desk-agenda-nothing"), &tr!("desk-agenda-nothing-words"), None);
        }
        for one in &agenda.coming {
            ui.separator();
            line(ui, cx, one);
        }
    });
    if !agenda.waiting.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-agenda-waits"));
            for one in &agenda.waiting {
                ui.separator();
                waits(ui, one);
            }
        });
    }
    panel(ui, |ui| {
        disclosure(ui, "agenda-past", &tr!("desk-agenda-past", n = agenda.past.len()), |ui| {
            if agenda.past.is_empty() {
                muted(ui, &tr!("desk-agenda-no-past"));
            }
            for one in &agenda.past {
                ui.separator();
                line(ui, cx, one);
            }
        });
    });
}

/// Who leads writes these papers; who manages reads.
fn papers(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    if !cx.leads() {
        return;
    }
    let words = tr!("desk-print");
    if ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Document)).clicked() {
        cx.act(Deed::WriteAgendaSheet(file.id));
    }
    let words = tr!("desk-agenda-ics");
    if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Calendar)).clicked() {
        cx.act(Deed::WriteIcs(file.id));
    }
}

/// Room for the state and the button of a line.
const END: f32 = 330.0;

fn line(ui: &mut Ui, cx: &mut Cx<'_>, one: &AgendaLine) {
    layout::line(
        ui,
        END,
        |ui| {
            body(ui, &terms::slot(one.slot));
            body(ui, &one.title);
            small(ui, &tr!("desk-agenda-place", place = one.place.as_str(), with = one.with.as_str()));
            if !one.bring.is_empty() && one.state.is_expected() {
                small(ui, &tr!("desk-agenda-bring", what = one.bring.as_str()));
            }
        },
        |ui| {
            if let Holder::Session(id) = one.about {
                let name = tr!("desk-session-name", title = one.title.as_str(), when = terms::slot(one.slot));
                let name = tr!("desk-open-session-of", name = name);
                if ui.add(Button::quiet(&tr!("desk-see-session")).accessible_name(&name)).clicked() {
                    cx.go(Place::Session(id));
                }
            }
            let (tone, words) = state(&one.state);
            badge(ui, tone, &words);
        },
    );
}

fn state(state: &LineState) -> (Tone, String) {
    match state {
        LineState::Seat => (Tone::Info, tr!("desk-agenda-seat")),
        LineState::Attendance(attendance) => {
            let tone = if *attendance == Attendance::Present { Tone::Success } else { Tone::Neutral };
            (tone, terms::attendance(*attendance))
        }
        LineState::Appointment(state) => {
            let tone = match state {
                AppointmentState::Booked => Tone::Info,
                AppointmentState::Kept { .. } => Tone::Success,
                AppointmentState::Missed { .. } | AppointmentState::Cancelled { .. } => Tone::Neutral,
            };
            (tone, terms::appointment_state(state))
        }
    }
}

fn waits(ui: &mut Ui, one: &WaitingLine) {
    ui.spacing_mut().item_spacing.y = 2.0;
    body(ui, &one.title);
    let place = tr!("desk-agenda-rank", rank = one.position, n = one.waiting, day = short_date(one.since));
    small(ui, &place);
    if let Some(again) = one.again {
        small(ui, &words::again(again));
    }
    small(ui, &terms::verdict(&one.verdict));
}
