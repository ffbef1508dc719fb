//! Enough people? The chance that they come, whom to call, which session could take them.

use eframe::egui::Ui;

use crate::app::session_life::{CallableView, CheckView, MergeView, SessionLifeView};
use crate::domain::session_life::Phase;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::merge::MergeForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line};
use crate::ui::widgets::{Banner, Button, Tone, body, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, check: &CheckView) {
    heading(ui, &tr!("desk-check"));
    let tone = if check.is_at_risk { Tone::Warning } else { Tone::Success };
    Banner::new(tone, &terms::forecast(&check.forecast)).show(ui);
    if check.missing > 0 {
        body(ui, &tr!("desk-check-missing", missing = check.missing));
    }
    if life.phase == Phase::ToCheck && cx.decides() {
        let words = tr!("desk-check-hold");
        if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
            cx.act(Deed::ConfirmSession(life.session.id));
        }
    }
    heading(ui, &tr!("desk-free-people"));
    if check.join_until < cx.day() {
        muted(ui, &tr!("desk-check-too-late", day = short_date(check.join_until)));
    } else if check.callable.is_empty() {
        muted(ui, &tr!("desk-free-nobody"));
    }
    for (index, person) in check.callable.iter().enumerate() {
        ui.push_id(person.step.uuid(), |ui| callable(ui, cx, life, index + 1, person));
    }
    if !check.merges.is_empty() && check.is_at_risk && cx.decides() {
        heading(ui, &tr!("desk-merge-title"));
        for merge in &check.merges {
            ui.push_id(merge.session.uuid(), |ui| mergeable(ui, cx, life, merge));
        }
    }
}

fn callable(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, rank: usize, person: &CallableView) {
    let words = tr!("desk-give-seat");
    let name = tr!("desk-seat-of", name = person.name.as_str());
    let width = if cx.decides() { button_width(ui, &words, false) } else { 0.0 };
    let mut pressed = false;
    line(
        ui,
        width,
        |ui| {
            body(ui, &tr!("desk-call-rank", rank = rank, name = person.name.as_str()));
            if !person.phone.is_empty() {
                small(ui, &person.phone);
            }
            small(ui, &tr!("desk-call", days = person.wait_days));
            if person.offered {
                small(ui, &tr!("desk-call-offered"));
            }
        },
        |ui| {
            if cx.decides() {
                pressed = ui.add_enabled(!cx.busy, Button::secondary(&words).accessible_name(&name)).clicked();
            }
        },
    );
    if pressed {
        cx.act(Deed::Seat { session: life.session.id, steps: vec![person.step] });
    }
}

fn mergeable(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, merge: &MergeView) {
    let words = tr!("desk-merge");
    let when = terms::slot(merge.slot);
    let name = tr!("desk-tell-of", action = words.as_str(), name = when.as_str());
    let width = button_width(ui, &words, false);
    let mut pressed = false;
    line(
        ui,
        width,
        |ui| {
            body(ui, &when);
            small(ui, &tr!("desk-merge-line", moved = merge.can_move, room = merge.room.as_str()));
        },
        |ui| pressed = ui.add(Button::quiet(&words).accessible_name(&name)).clicked(),
    );
    if pressed {
        let form = MergeForm::new(life.session.id, merge, life.session.seats.len());
        cx.ask(Ask::Merge(form));
    }
}
