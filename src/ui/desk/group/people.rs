//! Person by person: how far each grid is, what is missing, and the end of all those that are whole.

use eframe::egui::Ui;

use super::acts::closed;
use super::agreement;
use super::form::GroupForm;
use crate::app::grids::{GroupGrid, GroupRow, RowState};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, below, beside, panel, row};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Banner, Button, Tone, badge, body, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, form: &mut GroupForm) {
    for (person, item, typed) in form.wrong(grids) {
        let (name, what) = (person.name.as_str(), item.statement.as_str());
        Banner::new(Tone::Warning, &tr!("desk-group-wrong", name = name, what = what, typed = typed.as_str())).show(ui);
    }
    panel(ui, |ui| {
        let finished = grids.rows.iter().filter(|person| person.state == RowState::Finished).count();
        let whole = grids.rows.iter().filter(|person| is_whole(person)).count();
        row(ui, |ui| {
            heading(ui, &tr!("desk-group-finished", finished = finished, people = grids.rows.len()));
            at_end(ui, |ui| {
                if finished == grids.rows.len() {
                    return;
                }
                let words = tr!("desk-group-finish", n = whole);
                let button = Button::primary(&words).icon(Icon::Check);
                let ready = whole > 0 && !cx.busy && !form.is_saving();
                if ui.add_enabled(ready, button).clicked() {
                    cx.act(Deed::FinishGroup(grids.session, grids.assessment.clone()));
                }
            });
        });
        if finished < grids.rows.len() {
            muted(ui, &tr!("desk-group-finish-words"));
        }
        for person in &grids.rows {
            ui.separator();
            ui.push_id(person.participant.uuid(), |ui| one(ui, cx, grids, person));
        }
    });
    if !grids.apart.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-group-apart", n = grids.apart.len()));
            for person in &grids.apart {
                row(ui, |ui| {
                    body(ui, &person.name);
                    let words = person.attendance.map_or_else(|| tr!("desk-group-attendance"), terms::attendance);
                    badge(ui, Tone::Neutral, &words);
                });
            }
        });
    }
    agreement::show(ui, grids);
}

/// Returns whether a grid can be finished as it is.
fn is_whole(person: &GroupRow) -> bool {
    person.state == RowState::Underway && person.missing.is_empty() && !person.is_locked
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, grids: &GroupGrid, person: &GroupRow) {
    if person.is_locked {
        return closed(ui, cx, person);
    }
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 330.0, 150.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let missing = missing(grids, person);
            let look = Look::of(ui.ctx());
            if missing.is_empty() {
                // A name alone stands on the level of what is beside it.
                ui.add_space((look.target.control - look.text.body * 1.4) / 2.0);
            }
            body(ui, &person.name);
            if !missing.is_empty() {
                small(ui, &missing);
            }
        });
        below(ui);
        at_end(ui, |ui| {
            if person.state != RowState::Finished {
                let words = tr!("desk-group-alone");
                let name = tr!("desk-tell-of", action = words.as_str(), name = person.name.as_str());
                if ui.add_enabled(!cx.busy, Button::quiet(&words).accessible_name(&name)).clicked() {
                    cx.act(Deed::BeginGrid {
                        participant: person.participant,
                        assessment: grids.assessment.clone(),
                        session: Some(grids.session),
                    });
                }
            }
            let (tone, words) = match person.state {
                RowState::Finished => (Tone::Success, tr!("desk-group-row-finished")),
                RowState::NotBegun => (Tone::Neutral, tr!("desk-group-row-not-begun")),
                RowState::Underway if person.missing.is_empty() => (Tone::Info, tr!("desk-group-row-whole")),
                RowState::Underway => (Tone::Warning, tr!("desk-group-row-underway")),
            };
            badge(ui, tone, &words);
        });
    });
}

/// Returns what is missing of a grid, attitude by attitude.
fn missing(grids: &GroupGrid, person: &GroupRow) -> String {
    let mut parts: Vec<(&str, usize)> = Vec::new();
    for page in &grids.pages {
        let n = page.items.iter().filter(|item| person.missing.contains(&item.id)).count();
        match parts.last_mut() {
            _ if n == 0 => {}
            Some((title, sum)) if *title == page.title => *sum += n,
            Some(_) | None => parts.push((&page.title, n)),
        }
    }
    if parts.is_empty() {
        return String::new();
    }
    let words: Vec<String> =
        parts.into_iter().map(|(title, n)| tr!("desk-group-missing-part", title = title, n = n)).collect();
    tr!("desk-group-missing", parts = words.join(", "))
}
