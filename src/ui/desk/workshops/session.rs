//! One session: who has a seat, who came, and the papers.

use eframe::egui::Ui;

use super::sessions::tone;
use crate::app::planning::{SeatView, SessionView, WaitingPerson};
use crate::domain::id::SessionId;
use crate::domain::workshop::{Attendance, SessionState};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Load, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::grid::GridChoice;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, below, beside, panel, row};
use crate::ui::desk::layout::{back_button, columns, loading};
use crate::ui::icons::Icon;
use crate::ui::widgets::{
    Banner, Button, Tone, badge, body, facts, heading, icon_button, muted, segmented, small, title,
};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SessionId) {
    let Some(session) = cx.data.session_of(id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    let open = matches!(session.state, SessionState::Opened { .. });
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-workshops")) {
            cx.go(Place::Workshops);
        }
        title(ui, &session.title);
        badge(ui, tone(&session.state), &terms::session_state(&session.state));
        at_end(ui, |ui| {
            if open {
                close_button(ui, cx, session);
                if ui.add(Button::quiet(&tr!("desk-cancel-session"))).clicked() {
                    let form = ReasonForm::new(ReasonFor::CancelSession(id), session.title.clone());
                    cx.ask(Ask::Reason(form));
                }
            }
        });
    });
    cx.show_trouble(ui);
    columns(ui, 0.64, ["seats", "session-side"], |ui, place| match place {
        0 => drop(panel(ui, |ui| seats(ui, cx, session, open))),
        _ => {
            panel(ui, |ui| session_facts(ui, cx, session));
            if open && session.slot.day >= cx.day() {
                panel(ui, |ui| free_people(ui, cx, session));
            }
        }
    });
}

fn close_button(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView) {
    let missing = session.seats.iter().filter(|seat| seat.attendance.is_none()).count();
    let words = tr!("desk-close-session");
    let button = Button::primary(&words).icon(Icon::Check);
    let begun = session.slot.day <= cx.day();
    let button = ui.add_enabled(begun && missing == 0 && !cx.busy, button);
    let why = if begun { tr!("desk-close-missing", n = missing) } else { tr!("desk-close-not-yet") };
    let button = button.on_disabled_hover_text(why);
    if button.clicked() {
        cx.act(Deed::CloseSession(session.id));
    }
}

fn seats(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, open: bool) {
    row(ui, |ui| {
        heading(ui, &tr!("desk-seats", n = session.seats.len(), maximum = session.maximum));
        let unknown: Vec<_> = session
            .seats
            .iter()
            .filter(|seat| seat.attendance.is_none())
            .map(|seat| (seat.id, Attendance::Present))
            .collect();
        if open && session.slot.day <= cx.day() && !unknown.is_empty() {
            at_end(ui, |ui| {
                let words = tr!("desk-all-present");
                let button = Button::secondary(&words).icon(Icon::Check);
                if ui.add_enabled(!cx.busy, button).clicked() {
                    cx.act(Deed::TakeAttendance(unknown));
                }
            });
        }
    });
    if session.seats.is_empty() {
        muted(ui, &tr!("desk-no-seat"));
    }
    for seat in &session.seats {
        ui.separator();
        ui.push_id(seat.id.uuid(), |ui| seat_row(ui, cx, session, seat, open));
    }
}

fn seat_row(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, seat: &SeatView, open: bool) {
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 310.0, 150.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            body(ui, &seat.name);
            let words = if seat.supports.is_empty() {
                seat.phone.clone()
            } else {
                tr!("desk-seat-detail", phone = seat.phone.as_str(), supports = seat.supports.as_str())
            };
            small(ui, &words);
        });
        below(ui);
        match (open, seat.attendance) {
            (true, taken) => {
                let choices = [Attendance::Present, Attendance::Excused, Attendance::NoShow];
                let labels = choices.map(terms::attendance);
                let mut index = choices.iter().position(|choice| Some(*choice) == taken).unwrap_or(usize::MAX);
                if segmented(ui, &labels.each_ref().map(String::as_str), &mut index)
                    && let Some(choice) = choices.get(index)
                {
                    cx.act(Deed::TakeAttendance(vec![(seat.id, *choice)]));
                }
            }
            (false, Some(taken)) => {
                let tone = if taken == Attendance::Present { Tone::Success } else { Tone::Neutral };
                badge(ui, tone, &terms::attendance(taken));
            }
            (false, None) => {}
        }
        // Who was there was observed: the grid is filled in on the way out.
        if seat.attendance == Some(Attendance::Present)
            && icon_button(ui, Icon::Clipboard, &tr!("desk-grid-fill-of", name = seat.name.as_str())).clicked()
        {
            cx.look(Load::Grids(seat.participant));
            let workshop = Some(session.workshop.clone());
            cx.ask(Ask::Grid(GridChoice::new(seat.participant, seat.name.clone(), workshop)));
        }
    });
}

fn session_facts(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView) {
    let names = [tr!("desk-open-when"), tr!("desk-room"), tr!("desk-facilitator"), tr!("desk-kind")];
    let values = [
        terms::slot(session.slot),
        session.room.clone(),
        session.facilitator.clone(),
        terms::session_kind(session.kind),
    ];
    for (name, value) in names.iter().zip(&values) {
        small(ui, name);
        body(ui, value);
        ui.add_space(4.0);
    }
    if let SessionState::Cancelled { reason, .. } = &session.state {
        facts(ui, "cancelled", &[(&tr!("desk-reason"), reason)]);
    }
    let some = !session.seats.is_empty();
    for (words, deed) in [
        (tr!("desk-write-invitations"), Deed::WriteInvitations(session.id)),
        (tr!("desk-write-sheet"), Deed::WriteAttendanceSheet(session.id)),
    ] {
        if ui.add_enabled(some && !cx.busy, Button::secondary(&words).icon(Icon::Document)).clicked() {
            cx.act(deed);
        }
    }
    if session.seats.len() < session.minimum {
        let words = tr!("desk-below-minimum", have = session.seats.len(), minimum = session.minimum);
        Banner::new(Tone::Warning, &words).show(ui);
    }
}

fn free_people(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView) {
    heading(ui, &tr!("desk-free-people"));
    let people = cx.data.free_for.as_ref().filter(|(id, _)| *id == session.id).map(|(_, people)| people.as_slice());
    // Somebody excused waits again, but not for the session that they miss.
    let has_seat = |person: &&WaitingPerson| session.seats.iter().any(|seat| seat.participant == person.participant);
    let people: Vec<&WaitingPerson> = people.unwrap_or_default().iter().filter(|person| !has_seat(person)).collect();
    if people.is_empty() {
        muted(ui, &tr!("desk-free-nobody"));
    }
    for person in people {
        ui.push_id(person.step.uuid(), |ui| {
            row(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(beside(ui, 175.0, 110.0));
                    ui.spacing_mut().item_spacing.y = 0.0;
                    body(ui, &person.name);
                    small(ui, &tr!("desk-waiting-since", day = short_date(person.since)));
                });
                at_end(ui, |ui| {
                    let name = tr!("desk-seat-of", name = person.name.as_str());
                    let words = tr!("desk-give-seat");
                    if ui.add_enabled(!cx.busy, Button::secondary(&words).accessible_name(&name)).clicked() {
                        cx.act(Deed::Seat { session: session.id, steps: vec![person.step] });
                    }
                });
            });
        });
    }
}
