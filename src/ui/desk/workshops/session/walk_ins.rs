//! Who came without having been convened: one line to write, a name that the program knows offers its file.

use eframe::egui::Ui;

use super::SessionPage;
use crate::app::people::{ParticipantRow, PeopleQuery};
use crate::app::session_life::SessionLifeView;
use crate::app::sheets::Newcomer;
use crate::domain::person::Personal;
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, TextField, body, heading, icon_button, small};

/// The most files that are offered for a name.
const OFFERED: usize = 3;
/// A name is looked for from this many letters on.
const LETTERS: usize = 3;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, page: &mut SessionPage) {
    let session = life.session.id;
    heading(ui, &tr!("desk-walk-ins"));
    for one in &life.walk_ins {
        let name = tr!("desk-walk-in-remove-of", name = one.name.as_str());
        let mut removed = false;
        line(
            ui,
            60.0,
            |ui| {
                body(ui, &one.name);
                if one.finished_step {
                    small(ui, &tr!("desk-walk-in-finished"));
                } else if one.participant.is_none() {
                    small(ui, &tr!("desk-walk-in-inhabitant"));
                }
            },
            |ui| removed = icon_button(ui, Icon::Cross, &name).clicked(),
        );
        if removed {
            cx.act(Deed::RemoveWalkIn(one.id));
        }
    }
    let words = tr!("desk-walk-in-add");
    let typed = row(ui, |ui| {
        let width = (ui.available_width() - button_width(ui, &words, true) - 12.0).max(180.0);
        let label = tr!("desk-walk-in-name");
        TextField::new(&label, &mut page.walk_in).width(width).longest(120).show(ui)
    })
    .inner;
    let wanted = page.walk_in.trim().to_owned();
    if typed.changed() && wanted.chars().count() >= LETTERS {
        cx.look(Load::Participants(Box::new(PeopleQuery { words: wanted.clone(), ..PeopleQuery::default() })));
    }
    if wanted.is_empty() {
        return;
    }
    let found = cx.data.participants.as_ref().filter(|(query, _)| query.words == wanted);
    let known: Vec<&ParticipantRow> = found.map(|(_, rows)| rows.iter().take(OFFERED).collect()).unwrap_or_default();
    let mut who = None;
    for person in known {
        let (first, last) = (person.first_name.as_str(), person.last_name.as_str());
        let words = tr!("desk-walk-in-participant", first = first, last = last);
        if ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Person)).clicked() {
            who = Some(Newcomer::Participant(person.id));
        }
    }
    if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Plus)).clicked() {
        who = Some(Newcomer::Inhabitant(Personal(wanted)));
    }
    if let Some(who) = who {
        page.walk_in.clear();
        cx.act(Deed::AddWalkIn { session, who });
    }
}
