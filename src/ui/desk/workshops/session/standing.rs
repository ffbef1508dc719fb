//! Where a session stands in words, what is to be done next, and what it is.

use eframe::egui::Ui;

use crate::app::session_life::SessionLifeView;
use crate::domain::session_life::{Phase, Todo};
use crate::domain::workshop::SessionState;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Banner, Button, Tone, body, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    let session = &life.session;
    heading(ui, &terms::phase(life.phase));
    todo(ui, cx, life);
    let names = [
        tr!("desk-open-when"),
        tr!("desk-room"),
        tr!("desk-facilitator"),
        tr!("desk-kind"),
        tr!("desk-join-until"),
        tr!("desk-reason"),
    ];
    let [when, room, leader, kind, join, reason] = names.each_ref().map(String::as_str);
    let (slot, kind_words, until) =
        (terms::slot(session.slot), terms::session_kind(session.kind), short_date(life.join_until));
    let mut rows = vec![
        (when, slot.as_str()),
        (room, session.room.as_str()),
        (leader, session.facilitator.as_str()),
        (kind, kind_words.as_str()),
    ];
    if life.join_until >= cx.day() && matches!(session.state, SessionState::Opened { .. }) {
        rows.push((join, until.as_str()));
    }
    if let SessionState::Cancelled { reason: words, .. } = &session.state {
        rows.push((reason, words.as_str()));
    }
    for (name, value) in rows {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            small(ui, name);
            body(ui, value);
        });
    }
    for words in &session.exceptions {
        small(ui, &tr!("desk-kept-despite", reason = words.as_str()));
    }
    if !life.counts_alone {
        small(ui, &tr!("desk-counts-not-alone"));
    }
}

fn todo(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    if life.tasks.is_empty() && life.phase != Phase::Cancelled {
        muted(ui, &tr!("desk-nothing-to-do"));
    }
    for (index, task) in life.tasks.iter().enumerate() {
        let words = tr!("desk-todo-by", words = terms::todo(task.what), day = short_date(task.by));
        if index == 0 {
            Banner::new(if task.by < cx.day() { Tone::Warning } else { Tone::Info }, &words).show(ui);
        } else {
            body(ui, &words);
        }
        if matches!(task.what, Todo::SeatUnanswered { .. }) && cx.decides() {
            let words = tr!("desk-seat-unanswered");
            if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
                cx.act(Deed::SeatUnanswered(life.session.id));
            }
        }
    }
}
