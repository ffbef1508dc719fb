//! The appointments of one person.

use eframe::egui::Ui;

use crate::app::people::{AppointmentView, ParticipantFile, Stage};
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::appointment::AppointmentForm;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, panel, row};
use crate::ui::desk::telling;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, empty_state, section_header, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| {
        let kind = match file.stage {
            Stage::Recorded | Stage::Referred | Stage::Interviewed | Stage::Underway { .. } => {
                AppointmentKind::Diagnostic
            }
            Stage::Closed
            | Stage::ToSynthesise
            | Stage::ToRestitute
            | Stage::ToDeliver
            | Stage::Leaving
            | Stage::Delivered => AppointmentKind::Restitution,
        };
        section_header(ui, &tr!("desk-appointments"), |ui| {
            if ui.add(Button::primary(&tr!("desk-book-appointment")).icon(Icon::Calendar)).clicked() {
                cx.ask(Ask::Appointment(AppointmentForm::new(file.id, kind)));
            }
        });
        if file.appointments.is_empty() {
            empty_state(ui, Icon::Calendar, &tr!("desk-no-appointment"), &tr!("desk-no-appointment-words"), None);
        }
        for appointment in &file.appointments {
            ui.separator();
            appointment_row(ui, cx, appointment);
        }
    });
}

fn appointment_row(ui: &mut Ui, cx: &mut Cx<'_>, appointment: &AppointmentView) {
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 540.0, 200.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            body(ui, &terms::slot(appointment.slot));
            let kind = terms::appointment_kind(appointment.kind);
            small(ui, &tr!("desk-appointment-with", kind = kind, with = appointment.with.as_str()));
            for reason in &appointment.exceptions {
                small(ui, &tr!("desk-kept-despite", reason = reason.as_str()));
            }
        });
        at_end(ui, |ui| match &appointment.state {
            AppointmentState::Booked => booked(ui, cx, appointment),
            AppointmentState::Kept { at } => {
                let words = tr!("desk-take-back");
                let name = tr!("desk-take-back-of", name = terms::slot(appointment.slot));
                let undo = Button::quiet(&words).accessible_name(&name);
                if at.day() == cx.day() && cx.decides() && ui.add_enabled(!cx.busy, undo).clicked() {
                    cx.act(Deed::RestoreAppointment(appointment.id));
                }
                badge(ui, Tone::Success, &terms::appointment_state(&appointment.state));
            }
            AppointmentState::Missed { .. } => {
                again(ui, cx, appointment);
                badge(ui, Tone::Warning, &terms::appointment_state(&appointment.state));
            }
            AppointmentState::Cancelled { reason, .. } => {
                again(ui, cx, appointment);
                badge(ui, Tone::Neutral, &terms::appointment_state(&appointment.state));
                small(ui, reason);
            }
        });
    });
}

/// What can become of an appointment that stands: four words, the day's first.
fn booked(ui: &mut Ui, cx: &mut Cx<'_>, appointment: &AppointmentView) {
    let id = appointment.id;
    let has_come = appointment.slot.day <= cx.day();
    if has_come && ui.add_enabled(!cx.busy, Button::secondary(&tr!("desk-appointment-kept"))).clicked() {
        cx.act(Deed::KeepAppointment(id));
    }
    if has_come && ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-appointment-missed"))).clicked() {
        cx.act(Deed::MissAppointment { id, excused: false });
    }
    if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-appointment-excused"))).clicked() {
        cx.act(Deed::MissAppointment { id, excused: true });
    }
    if !has_come && ui.add(Button::quiet(&tr!("desk-move-appointment"))).clicked() {
        cx.ask(telling::rebook(appointment));
    }
    if ui.add(Button::quiet(&tr!("desk-cancel-appointment"))).clicked() {
        let what = ReasonFor::CancelAppointment(id);
        cx.ask(Ask::Reason(ReasonForm::new(what, terms::slot(appointment.slot))));
    }
}

/// A missed or cancelled one is booked again, or was noted so by mistake.
fn again(ui: &mut Ui, cx: &mut Cx<'_>, appointment: &AppointmentView) {
    if ui.add(Button::secondary(&tr!("desk-rebook"))).clicked() {
        cx.ask(telling::rebook(appointment));
    }
    if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-appointment-restore"))).clicked() {
        cx.act(Deed::RestoreAppointment(appointment.id));
    }
}
