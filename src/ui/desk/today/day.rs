//! What happens today: appointments and sessions.

use eframe::egui::{Sense, Ui, vec2};

use crate::app::people::AppointmentView;
use crate::app::planning::SessionView;
use crate::app::today::TodayView;
use crate::domain::appointment::AppointmentState;
use crate::domain::stamp::TimeSlot;
use crate::domain::workshop::SessionState;
use crate::i18n::{clock_time, minutes, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, button_width, panel, row};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, Tone, badge, body, heading, muted, small};

/// Width of the hours, and the least of the names beside them.
const HOUR: f32 = 84.0;
const NAMES: f32 = 170.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-day-title"));
        if today.appointments.is_empty() && today.sessions.is_empty() {
            muted(ui, &tr!("desk-day-empty"));
        }
        // One list in the order of the clock: a day is lived by its hours, not by kinds of things.
        let mut lines: Vec<(TimeSlot, Line<'_>)> = today
            .appointments
            .iter()
            .map(|appointment| (appointment.slot, Line::Appointment(appointment)))
            .chain(today.sessions.iter().map(|session| (session.slot, Line::Session(session))))
            .collect();
        lines.sort_by_key(|(slot, _)| *slot);
        for (index, (slot, line)) in lines.into_iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            ui.push_id(index, |ui| match line {
                Line::Appointment(appointment) => appointment_row(ui, cx, slot, appointment),
                Line::Session(session) => session_row(ui, cx, slot, session),
            });
        }
    });
}

enum Line<'a> {
    Appointment(&'a AppointmentView),
    Session(&'a SessionView),
}

fn hour(ui: &mut Ui, slot: TimeSlot) {
    let look = Look::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(HOUR, look.target.control), Sense::empty());
    let words = look.job(&clock_time(slot.start), Weight::Bold, look.text.heading, look.colours.primary, HOUR);
    let galley = ui.painter().layout_job(words);
    let at = eframe::egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, look.colours.primary);
}

fn appointment_row(ui: &mut Ui, cx: &mut Cx<'_>, slot: TimeSlot, appointment: &AppointmentView) {
    let kept = button_width(ui, &tr!("desk-appointment-kept"), false);
    let reserve = button_width(ui, &tr!("desk-open-file"), false) + kept;
    let words = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        body(ui, &appointment.participant_name);
        let kind = terms::appointment_kind(appointment.kind);
        small(ui, &tr!("desk-day-appointment", kind = kind, time = minutes(slot.minutes.0)));
    };
    if ui.available_width() < HOUR + NAMES + reserve {
        row(ui, |ui| {
            hour(ui, slot);
            ui.vertical(words);
        });
        row(ui, |ui| at_end(ui, |ui| appointment_buttons(ui, cx, appointment)));
        return;
    }
    row(ui, |ui| {
        hour(ui, slot);
        ui.vertical(|ui| {
            ui.set_width(beside(ui, reserve, NAMES));
            words(ui);
        });
        at_end(ui, |ui| appointment_buttons(ui, cx, appointment));
    });
}

fn appointment_buttons(ui: &mut Ui, cx: &mut Cx<'_>, appointment: &AppointmentView) {
    let name = appointment.participant_name.as_str();
    let open = tr!("desk-open-file-of", name = name);
    if ui.add(Button::quiet(&tr!("desk-open-file")).accessible_name(&open)).clicked() {
        cx.go(Place::File(appointment.participant));
    }
    if appointment.state == AppointmentState::Booked {
        let kept = tr!("desk-appointment-kept-of", name = name);
        let words = tr!("desk-appointment-kept");
        let button = Button::secondary(&words).accessible_name(&kept);
        if ui.add_enabled(!cx.busy, button).clicked() {
            cx.act(Deed::KeepAppointment(appointment.id));
        }
    } else {
        badge(ui, Tone::Success, &terms::appointment_state(&appointment.state));
    }
}

fn session_row(ui: &mut Ui, cx: &mut Cx<'_>, slot: TimeSlot, session: &SessionView) {
    row(ui, |ui| {
        hour(ui, slot);
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 240.0, 150.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            body(ui, &session.title);
            let words = tr!(
                "desk-day-session",
                people = session.seats.len(),
                room = session.room.as_str(),
                facilitator = session.facilitator.as_str()
            );
            small(ui, &words);
        });
        at_end(ui, |ui| {
            let is_open = matches!(session.state, SessionState::Opened { .. });
            let title = session.title.as_str();
            let (words, name) = if is_open {
                (tr!("desk-take-attendance"), tr!("desk-take-attendance-of", title = title))
            } else {
                (tr!("desk-see-session"), tr!("desk-open-session-of", name = title))
            };
            let button = Button::secondary(&words).accessible_name(&name);
            let button = if is_open { button.icon(Icon::Clipboard) } else { button };
            if ui.add(button).clicked() {
                cx.go(Place::Session(session.id));
            }
            if !is_open {
                badge(ui, Tone::Neutral, &terms::session_state(&session.state));
            }
        });
    });
}
