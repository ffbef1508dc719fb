//! From draft to delivery: four steps, and the button of the next one.

use eframe::egui::Ui;

use super::Writing;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::appointment::{AppointmentKind, AppointmentState};
use crate::domain::synthesis::SynthesisState;
use crate::i18n::{clock_time, short_date};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::agree::AgreeForm;
use crate::ui::desk::ask::appointment::AppointmentForm;
use crate::ui::desk::ask::synthesis::DeliverForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::panel;
use crate::ui::desk::{leaving, words};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, PathStep, StepState, path_across};

/// What comes next for a synthesis.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Write,
    Book,
    Explain,
    Sign,
    Agree,
    Deliver,
    /// A message waits its ten minutes.
    Leave,
    /// A message did not leave.
    Mend,
    Nothing,
}

fn next(desk: &SynthesisDesk) -> Next {
    match (&desk.state, desk.restitution.as_ref().map(|appointment| &appointment.state)) {
        (SynthesisState::Draft, _) => Next::Write,
        (
            SynthesisState::Written { .. },
            None | Some(AppointmentState::Cancelled { .. } | AppointmentState::Missed { .. }),
        ) => Next::Book,
        (SynthesisState::Written { .. }, Some(AppointmentState::Booked)) => Next::Explain,
        (SynthesisState::Written { .. }, Some(AppointmentState::Kept { .. })) => Next::Sign,
        (SynthesisState::Signed { .. }, _) if desk.has_failed() => Next::Mend,
        (SynthesisState::Signed { .. }, _) if desk.waits_for_nobody() && desk.leaving().is_some() => Next::Leave,
        (SynthesisState::Signed { .. }, _) if desk.waits_for_nobody() => Next::Nothing,
        (SynthesisState::Signed { .. }, _) if !desk.may_send => Next::Agree,
        (SynthesisState::Signed { .. }, _) => Next::Deliver,
    }
}

/// Returns whether the restitution has a button of its own: a finished text, when reading it together is not what comes next.
pub(super) fn may_restitute(desk: &SynthesisDesk) -> bool {
    desk.state != SynthesisState::Draft && next(desk) != Next::Sign
}

/// Shows the button of what comes next.
pub(super) fn button(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, writing: &mut Writing) {
    let next = next(desk);
    let (words, icon) = match next {
        Next::Write => (tr!("desk-finish-text"), Icon::Check),
        Next::Book => (tr!("desk-book-restitution"), Icon::Calendar),
        Next::Explain => (tr!("desk-restitution-held"), Icon::Check),
        Next::Sign => (tr!("desk-read-and-sign"), Icon::Pencil),
        Next::Agree => (tr!("desk-agree-ask"), Icon::Hand),
        Next::Deliver => (tr!("desk-deliver"), Icon::Send),
        Next::Mend => (tr!("desk-waits-mails-see"), Icon::Send),
        Next::Leave => return leaving::cancel(ui, cx, desk.leaving(), &desk.participant_name),
        Next::Nothing => return,
    };
    if !ui.add_enabled(!cx.busy, Button::primary(&words).icon(icon)).clicked() {
        return;
    }
    match next {
        Next::Write => {
            writing.wants_to_finish = true;
            if writing.text.lacks().is_empty() {
                cx.act(Deed::WriteSynthesis(desk.id, writing.text.clone()));
            }
        }
        Next::Book => {
            cx.ask(Ask::Appointment(AppointmentForm::new(desk.participant, AppointmentKind::Restitution)));
        }
        Next::Explain => {
            if let Some(restitution) = &desk.restitution {
                cx.act(Deed::KeepAppointment(restitution.id));
            }
        }
        Next::Sign => cx.go(Place::Restitution(desk.id)),
        Next::Agree => cx.ask(Ask::Agree(AgreeForm::of(desk.participant, desk.participant_name.clone()))),
        Next::Deliver => cx.ask(Ask::Deliver(DeliverForm::new(desk.id))),
        Next::Mend => cx.go(Place::Syntheses),
        Next::Leave | Next::Nothing => {}
    }
}

/// Draws the four steps with what is known of each.
pub(super) fn path(ui: &mut Ui, desk: &SynthesisDesk) {
    let next = next(desk);
    let written = match &desk.state {
        SynthesisState::Draft => String::new(),
        SynthesisState::Written { at, .. } => short_date(at.day()),
        SynthesisState::Signed { written_at, .. } => short_date(written_at.day()),
    };
    let restitution = desk.restitution.as_ref().map(|appointment| {
        let slot = appointment.slot;
        tr!("desk-day-and-time", day = short_date(slot.day), time = clock_time(slot.start))
    });
    let restitution = restitution.unwrap_or_default();
    let signed = match &desk.state {
        SynthesisState::Signed { at, .. } => short_date(at.day()),
        SynthesisState::Draft | SynthesisState::Written { .. } => String::new(),
    };
    let n_sent = desk.current_deliveries().filter(|delivery| delivery.is_sent()).count();
    let leaving = desk.leaving().map(|leaving| words::leaving(leaving.due));
    let delivered = match (n_sent, desk.may_send) {
        _ if desk.has_failed() => tr!("desk-leaving-failed"),
        _ if leaving.is_some() => leaving.unwrap_or_default(),
        (0, true) => String::new(),
        (0, false) => tr!("desk-not-agreed"),
        (sent, _) => tr!("desk-delivered-to", sent = sent, all = desk.recipients.len()),
    };
    let state = |now: bool, done: bool| match (done, now) {
        (true, _) => StepState::Done,
        (false, true) => StepState::InProgress,
        (false, false) => StepState::Planned,
    };
    let states = [
        state(next == Next::Write, next != Next::Write),
        state(matches!(next, Next::Book | Next::Explain), !matches!(next, Next::Write | Next::Book | Next::Explain)),
        state(
            next == Next::Sign,
            matches!(next, Next::Agree | Next::Deliver | Next::Leave | Next::Mend | Next::Nothing),
        ),
        state(matches!(next, Next::Agree | Next::Deliver | Next::Leave | Next::Mend), next == Next::Nothing),
    ];
    let said = states.map(|state| match state {
        StepState::Done => tr!("desk-stage-done"),
        StepState::InProgress => tr!("desk-stage-now"),
        StepState::Planned | StepState::Dropped => tr!("desk-stage-later"),
    });
    let titles = [
        tr!("desk-stage-text"),
        tr!("desk-stage-restitution"),
        tr!("desk-stage-signature"),
        tr!("desk-stage-delivery"),
    ];
    let details = [written, restitution, signed, delivered];
    let steps: Vec<PathStep<'_>> = titles
        .iter()
        .zip(&details)
        .zip(states.iter().zip(&said))
        .map(|((title, detail), (state, state_words))| PathStep { title, detail, state: *state, state_words })
        .collect();
    panel(ui, |ui| path_across(ui, &steps));
}
