//! What remains to be done for sessions and appointments: a few lines each, with the button that goes to the right place.

use eframe::egui::Ui;

use super::queue::{LINES, Queue};
use crate::app::people::{AppointmentView, EndingProof};
use crate::app::session_life::SessionLifeRow;
use crate::app::sheets::UnsignedSheet;
use crate::app::telling::TellView;
use crate::app::today::{AbsentView, TodayView};
use crate::domain::agenda::Holder;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, one_button, panel, row};
use crate::ui::desk::offers::{self, Subject};
use crate::ui::desk::telling;
use crate::ui::widgets::{Button, body, heading, muted, small};

/// Returns the people to be told of what has no line of its own among the sessions.
pub(super) fn told_apart(today: &TodayView) -> Vec<&TellView> {
    let has_line = |about: Holder| today.to_do.iter().any(|row| Holder::Session(row.session.id) == about);
    today.to_tell.iter().filter(|one| !has_line(one.about)).collect()
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView, queue: Queue) {
    match queue {
        Queue::Sessions => list(ui, &tr!("desk-waits-sessions"), &today.to_do, |ui, session| to_do(ui, cx, session)),
        Queue::Tell => list(ui, &tr!("desk-to-tell"), &told_apart(today), |ui, one| {
            ui.push_id((one.participant.uuid(), one.slot.day), |ui| telling::person(ui, cx, one));
        }),
        Queue::Offers => list(ui, &tr!("desk-answers-awaited", n = today.offers.len()), &today.offers, |ui, offer| {
            offers::one(ui, cx, offer, Subject::PersonAndWorkshop);
        }),
        Queue::Unsigned => list(ui, &tr!("desk-waits-unsigned"), &today.unsigned, |ui, one| unsigned(ui, cx, one)),
        Queue::Rebook => list(ui, &tr!("desk-waits-rebook"), &today.to_rebook, |ui, one| to_rebook(ui, cx, one)),
        Queue::Absent => list(ui, &tr!("desk-waits-absent"), &today.absent, |ui, one| absent(ui, cx, one)),
        Queue::Ending => list(ui, &tr!("desk-proofs-ending"), &today.ending, |ui, one| ending(ui, cx, one)),
        Queue::Mails
        | Queue::Close
        | Queue::Questions
        | Queue::Interviews
        | Queue::Sign
        | Queue::Notices
        | Queue::Deliver
        | Queue::Write
        | Queue::Prescribe
        | Queue::Pools => {}
    }
}

fn list<T>(ui: &mut Ui, title: &str, things: &[T], mut one: impl FnMut(&mut Ui, &T)) {
    if things.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, title);
        things.iter().take(LINES).for_each(|thing| one(ui, thing));
        if things.len() > LINES {
            muted(ui, &tr!("desk-waits-more", more = things.len() - LINES));
        }
    });
}

fn see(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, place: Place, words: impl FnOnce(&mut Ui)) {
    let label = match place {
        Place::File(_) => tr!("desk-open-file"),
        _ => tr!("desk-see-session"),
    };
    let button = Button::secondary(&label).accessible_name(name);
    if one_button(ui, &label, Some(button), true, words) {
        cx.go(place);
    }
}

fn to_do(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeRow) {
    let when = terms::slot(life.session.slot);
    let name = tr!("desk-session-name", title = life.session.title.as_str(), when = when.as_str());
    let name = tr!("desk-open-session-of", name = name);
    see(ui, cx, &name, Place::Session(life.session.id), |ui| {
        body(ui, &life.session.title);
        small(ui, &when);
        if let Some(task) = life.tasks.first() {
            small(ui, &terms::todo(task.what));
        }
    });
}

fn unsigned(ui: &mut Ui, cx: &mut Cx<'_>, sheet: &UnsignedSheet) {
    let when = tr!("desk-unsigned-when", day = short_date(sheet.slot.day), half = terms::half(sheet.half));
    let name = tr!("desk-session-name", title = sheet.title.as_str(), when = when.as_str());
    let name = tr!("desk-open-session-of", name = name);
    see(ui, cx, &name, Place::Session(sheet.session), |ui| {
        body(ui, &sheet.title);
        small(ui, &tr!("desk-unsigned", when = when.as_str(), leader = sheet.facilitator.as_str()));
    });
}

fn to_rebook(ui: &mut Ui, cx: &mut Cx<'_>, one: &AppointmentView) {
    let words = tr!("desk-rebook");
    let name = tr!("desk-tell-of", action = words.as_str(), name = one.participant_name.as_str());
    let state = terms::appointment_state(&one.state);
    let day = short_date(one.slot.day);
    let button = cx.decides().then(|| Button::secondary(&words).accessible_name(&name));
    let pressed = one_button(ui, &words, button, true, |ui| {
        body(ui, &one.participant_name);
        small(ui, &tr!("desk-rebook-line", kind = terms::appointment_kind(one.kind), day = day, state = state));
    });
    if pressed {
        cx.ask(telling::rebook(one));
    }
}

fn ending(ui: &mut Ui, cx: &mut Cx<'_>, one: &EndingProof) {
    let name = tr!("desk-open-file-of", name = one.name.as_str());
    see(ui, cx, &name, Place::File(one.participant), |ui| {
        body(ui, &one.name);
        small(ui, &one.criterion);
        small(ui, &terms::proof_state(one.state));
    });
}

/// For the counsellor to look at: no sanction.
fn absent(ui: &mut Ui, cx: &mut Cx<'_>, one: &AbsentView) {
    body(ui, &one.name);
    if !one.phone.is_empty() {
        small(ui, &one.phone);
    }
    small(ui, &tr!("desk-absent-line", count = one.count, day = short_date(one.last)));
    row(ui, |ui| {
        at_end(ui, |ui| {
            let name = tr!("desk-open-file-of", name = one.name.as_str());
            if ui.add(Button::secondary(&tr!("desk-open-file")).accessible_name(&name)).clicked() {
                cx.go(Place::File(one.participant));
            }
            let words = tr!("desk-absent-seen");
            let name = tr!("desk-tell-of", action = words.as_str(), name = one.name.as_str());
            let seen = Button::quiet(&words).accessible_name(&name);
            if cx.decides() && ui.add_enabled(!cx.busy, seen).clicked() {
                cx.act(Deed::ReviewAbsences(one.participant));
            }
        });
    });
}
