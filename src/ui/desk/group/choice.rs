//! Which grid of a session is filled in, and how far each is.

use eframe::egui::Ui;

use super::GroupForm;
use crate::app::grids::{GroupChoice, GroupEntry};
use crate::domain::id::SessionId;
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::action::{Load, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{back_button, loading, one_button, panel, row, scroll_rest};
use crate::ui::widgets::{Banner, Button, Tone, body, heading, muted, small, title};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SessionId, form: &mut GroupForm) {
    let Some(choice) = cx.data.group_grids.as_ref().filter(|choice| choice.session == id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-group-back-session")) {
            cx.go(Place::Session(id));
        }
        title(ui, &tr!("desk-group-title"));
    });
    let slot = terms::slot(choice.slot);
    muted(ui, &tr!("desk-group-where", title = choice.title.as_str(), slot = slot));
    cx.show_trouble(ui);
    scroll_rest(ui, "group-choice", |ui| {
        if choice.n_present == 0 {
            Banner::new(Tone::Warning, &tr!("desk-group-nobody")).show(ui);
        } else if choice.n_unknown > 0 {
            Banner::new(Tone::Info, &tr!("desk-group-unknown", n = choice.n_unknown)).show(ui);
        }
        panel(ui, |ui| {
            heading(ui, &tr!("desk-group-which"));
            muted(ui, &tr!("desk-group-which-words", n = choice.n_present));
            for entry in &choice.grids {
                ui.separator();
                ui.push_id(&entry.assessment.0, |ui| {
                    if one(ui, choice, entry) {
                        form.choose(Some(entry.assessment.clone()));
                        cx.look(Load::GroupGrid(id, entry.assessment.clone()));
                    }
                });
            }
        });
    });
}

fn one(ui: &mut Ui, choice: &GroupChoice, entry: &GroupEntry) -> bool {
    let words = if entry.n_begun == 0 {
        tr!("desk-group-begin")
    } else if entry.n_finished >= choice.n_present {
        tr!("desk-group-read")
    } else {
        tr!("desk-group-resume")
    };
    let name = tr!("desk-tell-of", action = words.as_str(), name = entry.title.as_str());
    let button = if entry.n_begun > 0 { Button::primary(&words) } else { Button::secondary(&words) };
    let may = entry.may_enter && (choice.n_present > 0 || entry.n_begun > 0);
    one_button(ui, &words, may.then(|| button.accessible_name(&name)), true, |ui| {
        body(ui, &entry.title);
        let time = minutes(entry.minutes);
        small(ui, &tr!("desk-group-entry", subtitle = entry.subtitle.as_str(), time = time));
        if entry.n_begun > 0 {
            let (finished, people) = (entry.n_finished, choice.n_present.max(entry.n_begun));
            small(ui, &tr!("desk-group-finished", finished = finished, people = people));
        }
        if !entry.may_enter {
            small(ui, &tr!("refusal-no-health-right"));
        }
    })
}
