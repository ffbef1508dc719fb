//! Lists of sessions.

use eframe::egui::Ui;

use crate::app::planning::SessionView;
use crate::domain::workshop::SessionState;
use crate::i18n::{clock_time, terms, weekday_date};
use crate::tr;
use crate::ui::desk::action::Place;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{height_left, one_button, panel};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Column, DataTable, Tone, badge, body, empty_state, muted, small};

/// Shows sessions as a table that opens them.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: &str, sessions: &[&SessionView]) {
    panel(ui, |ui| {
        if sessions.is_empty() {
            empty_state(ui, Icon::Calendar, &tr!("desk-no-session"), &tr!("desk-no-session-words"), None);
            return;
        }
        let titles = [
            tr!("desk-column-day"),
            tr!("desk-column-workshop"),
            tr!("desk-column-facilitator"),
            tr!("desk-column-seats"),
            tr!("desk-column-state"),
        ];
        let [day, workshop, facilitator, seats, state] = titles.each_ref().map(String::as_str);
        let columns = [
            Column::flexible(day, 245.0),
            Column::flexible(workshop, 200.0),
            Column::fixed(facilitator, 170.0),
            Column::fixed(seats, 100.0),
            Column::fixed(state, 130.0),
        ];
        let height = height_left(ui, 40.0);
        let opened = DataTable::new(id, &columns).max_height(height).row_height(52.0).show(
            ui,
            sessions.len(),
            |index| sessions.get(index).map(|session| name(session)).unwrap_or_default(),
            |ui, index, column| {
                let Some(session) = sessions.get(index) else { return };
                match column {
                    0 => drop(body(ui, &when(session))),
                    1 => drop(body(ui, &session.title)),
                    2 => drop(muted(ui, &session.facilitator)),
                    3 => {
                        drop(body(ui, &tr!("desk-gauge", have = session.seats.len(), need = session.maximum)));
                    }
                    _ => drop(badge(ui, tone(&session.state), &terms::session_state(&session.state))),
                }
            },
        );
        if let Some(session) = opened.and_then(|index| sessions.get(index)) {
            cx.go(Place::Session(session.id));
        }
    });
}

/// Shows one session on a line that opens it.
pub(super) fn line(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView) {
    let words = tr!("desk-see-session");
    let open = tr!("desk-open-session-of", name = name(session));
    let pressed = ui.push_id(session.id.uuid(), |ui| {
        one_button(ui, &words, Some(Button::secondary(&words).accessible_name(&open)), true, |ui| {
            body(ui, &when(session));
            let kind = terms::session_kind(session.kind);
            small(
                ui,
                &tr!("desk-session-line", kind = kind, people = session.seats.len(), room = session.room.as_str()),
            );
        })
    });
    if pressed.inner {
        cx.go(Place::Session(session.id));
    }
}

pub(super) fn tone(state: &SessionState) -> Tone {
    match state {
        SessionState::Opened { .. } => Tone::Info,
        SessionState::Held { .. } => Tone::Success,
        SessionState::Cancelled { .. } => Tone::Neutral,
    }
}

fn name(session: &SessionView) -> String {
    tr!("desk-session-name", title = session.title.as_str(), when = when(session))
}

fn when(session: &SessionView) -> String {
    tr!("desk-day-and-time", day = weekday_date(session.slot.day), time = clock_time(session.slot.start))
}
