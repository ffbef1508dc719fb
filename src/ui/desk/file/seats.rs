//! The seats that a person has or had, the latest session first.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::app::session_life::SeatLine;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, panel};
use crate::ui::widgets::{Button, body, heading, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-seats-of", n = file.seats.len()));
        if file.seats.is_empty() {
            muted(ui, &tr!("desk-seats-none"));
        }
        for seat in &file.seats {
            ui.push_id(seat.seat.uuid(), |ui| one(ui, cx, seat));
        }
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, seat: &SeatLine) {
    let (see, undo) = (tr!("desk-see-session"), tr!("desk-undo"));
    let when = terms::slot(seat.slot);
    let name = tr!("desk-session-name", title = seat.title.as_str(), when = when.as_str());
    let (see_name, undo_name) = (
        tr!("desk-open-session-of", name = name.as_str()),
        tr!("desk-tell-of", action = undo.as_str(), name = name.as_str()),
    );
    let may_undo = seat.may_have_again && cx.leads();
    let reserve = button_width(ui, &see, false) + if may_undo { button_width(ui, &undo, false) } else { 0.0 };
    line(
        ui,
        reserve,
        |ui| {
            body(ui, &seat.title);
            small(ui, &when);
            let state = seat.attendance.map_or_else(|| tr!("desk-seat-expected"), terms::attendance);
            small(ui, &tr!("desk-seat-since", state = state, day = short_date(seat.changed.day())));
        },
        |ui| {
            if ui.add(Button::quiet(&see).accessible_name(&see_name)).clicked() {
                cx.go(Place::Session(seat.session));
            }
            if may_undo && ui.add_enabled(!cx.busy, Button::quiet(&undo).accessible_name(&undo_name)).clicked() {
                cx.act(Deed::UndoGiveBack(seat.seat));
            }
        },
    );
}
