//! What was done to the session, newest first, each act with what takes it back.

use eframe::egui::Ui;

use crate::app::session_life::{SessionLifeView, SessionLine, Undo};
use crate::i18n::{clock_time, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::one_button;
use crate::ui::widgets::{Button, body, disclosure, heading, small};

/// Lines that are seen at once; the older ones are unfolded.
const SEEN: usize = 5;

/// Names told on a line; the others are counted.
const NAMES: usize = 3;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    heading(ui, &tr!("desk-session-history"));
    let (newest, older) = life.history.split_at(life.history.len().min(SEEN));
    for (index, past) in newest.iter().enumerate() {
        ui.push_id(index, |ui| line(ui, cx, life, past));
    }
    if !older.is_empty() {
        disclosure(ui, "older", &tr!("desk-session-older", n = older.len()), |ui| {
            for (index, past) in older.iter().enumerate() {
                ui.push_id((index, "older"), |ui| line(ui, cx, life, past));
            }
        });
    }
}

fn line(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, past: &SessionLine) {
    let what = terms::journal_action(&past.action);
    let words = tr!("desk-undo");
    let name = tr!("desk-tell-of", action = words.as_str(), name = what.as_str());
    let may = past.undo.as_ref().is_some_and(|undo| if needs_the_counsellor(undo) { cx.decides() } else { cx.leads() });
    let button = may.then(|| Button::quiet(&words).accessible_name(&name));
    let pressed = one_button(ui, &words, button, !cx.busy, |ui| {
        body(ui, &what);
        if !past.who.is_empty() {
            small(ui, &who(&past.who));
        }
        let local = past.at.local();
        let when = tr!("desk-day-and-time", day = short_date(local.date()), time = clock_time(local.time()));
        small(ui, &tr!("desk-history-by", when = when, by = past.by.as_str()));
    });
    if let (true, Some(undo)) = (pressed, &past.undo) {
        cx.act(match undo {
            Undo::Cancel => Deed::UndoCancel(life.session.id),
            Undo::Merge => Deed::UndoMergeSessions(life.session.id),
            Undo::Unanswered(at) => Deed::UndoSeatUnanswered(life.session.id, *at),
            Undo::Close => Deed::UndoClose(life.session.id),
            Undo::Withdrawal(seat) => Deed::UndoGiveBack(*seat),
            Undo::Told(tellings) => Deed::UndoTold(tellings.clone()),
            Undo::WalkIn(walk_in) => Deed::RemoveWalkIn(*walk_in),
        });
    }
}

/// Returns whether only who decides takes it back.
fn needs_the_counsellor(undo: &Undo) -> bool {
    match undo {
        Undo::Cancel | Undo::Merge | Undo::Unanswered(_) => true,
        Undo::Close | Undo::Withdrawal(_) | Undo::Told(_) | Undo::WalkIn(_) => false,
    }
}

fn who(names: &[String]) -> String {
    let shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMES { tr!("desk-history-more", names = shown, more = names.len() - NAMES) } else { shown }
}
