//! Enough people? The question with its answer, then three choices: call the waiting list, merge, cancel.

use eframe::egui::Ui;

use crate::app::session_life::{CallableView, CheckView, MergeView, SessionLifeView};
use crate::domain::session_life::Phase;
use crate::i18n::{decimal, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::merge::MergeForm;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::layout::one_button;
use crate::ui::widgets::{Banner, Button, Tone, body, heading, muted, small};

/// The choice that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Remedy {
    #[default]
    Call,
    Merge,
    Cancel,
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, check: &CheckView, remedy: &mut Remedy) {
    heading(ui, &tr!("desk-check"));
    let forecast = &check.forecast;
    let tone = if check.is_at_risk { Tone::Warning } else { Tone::Success };
    let expected = tr!(
        "desk-check-expected",
        expected = decimal(forecast.expected, 1),
        enrolled = forecast.enrolled,
        minimum = forecast.minimum
    );
    Banner::new(tone, &terms::forecast(forecast)).title(&expected).show(ui);
    if check.missing > 0 {
        body(ui, &tr!("desk-check-missing", missing = check.missing));
    }
    if life.phase == Phase::ToCheck && cx.decides() {
        let words = tr!("desk-check-hold");
        if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
            cx.act(Deed::ConfirmSession(life.session.id));
        }
    }
    let choices = [
        (Remedy::Call, tr!("desk-remedy-call", n = check.callable.len())),
        (Remedy::Merge, tr!("desk-remedy-merge", n = check.merges.len())),
        (Remedy::Cancel, tr!("desk-remedy-cancel")),
    ];
    choice(ui, &tr!("desk-remedies"), remedy, &choices);
    match remedy {
        Remedy::Call => call(ui, cx, life, check),
        Remedy::Merge => merge(ui, cx, life, check),
        Remedy::Cancel => cancel(ui, cx, life, check),
    }
}

fn call(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, check: &CheckView) {
    if check.join_until < cx.day() {
        muted(ui, &tr!("desk-check-too-late", day = short_date(check.join_until)));
    } else if check.callable.is_empty() {
        muted(ui, &tr!("desk-free-nobody"));
    }
    for (index, person) in check.callable.iter().enumerate() {
        ui.push_id(person.step.uuid(), |ui| callable(ui, cx, life, index + 1, person));
    }
}

fn callable(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, rank: usize, person: &CallableView) {
    let words = tr!("desk-give-seat");
    let name = tr!("desk-seat-of", name = person.name.as_str());
    let button = cx.decides().then(|| Button::secondary(&words).accessible_name(&name));
    let pressed = one_button(ui, &words, button, !cx.busy, |ui| {
        body(ui, &tr!("desk-call-rank", rank = rank, name = person.name.as_str()));
        if !person.phone.is_empty() {
            small(ui, &person.phone);
        }
        small(ui, &tr!("desk-call", days = person.wait_days));
        if person.offered {
            small(ui, &tr!("desk-call-offered"));
        }
    });
    if pressed {
        cx.act(Deed::Seat { session: life.session.id, steps: vec![person.step] });
    }
}

fn merge(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, check: &CheckView) {
    if check.merges.is_empty() {
        muted(ui, &tr!("desk-merge-none"));
    }
    for merge in &check.merges {
        ui.push_id(merge.session.uuid(), |ui| mergeable(ui, cx, life, merge));
    }
}

fn mergeable(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, merge: &MergeView) {
    let words = tr!("desk-merge");
    let when = terms::slot(merge.slot);
    let name = tr!("desk-tell-of", action = words.as_str(), name = when.as_str());
    let button = cx.decides().then(|| Button::secondary(&words).accessible_name(&name));
    let pressed = one_button(ui, &words, button, true, |ui| {
        body(ui, &when);
        small(ui, &tr!("desk-merge-line", moved = merge.can_move, room = merge.room.as_str()));
    });
    if pressed {
        let form = MergeForm::new(life.session.id, merge, life.session.seats.len());
        cx.ask(Ask::Merge(form));
    }
}

fn cancel(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, check: &CheckView) {
    muted(ui, &tr!("desk-remedy-cancelled", n = check.if_cancelled.len()));
    let words = tr!("desk-cancel-session");
    // The page has a button with these words at its head.
    let name = tr!("desk-tell-of", action = words.as_str(), name = life.session.title.as_str());
    if cx.decides() && ui.add(Button::danger(&words).accessible_name(&name)).clicked() {
        let form = ReasonForm::new(ReasonFor::CancelSession(life.session.id), life.session.title.clone());
        cx.ask(Ask::Reason(form));
    }
}
