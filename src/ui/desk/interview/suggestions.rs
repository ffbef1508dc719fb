//! What the interview ends on: each evaluation that is proposed, with its reason; the counsellor decides.

use eframe::egui::Ui;

use super::{InterviewForm, heading, label, minutes, muted, small, terms, ticks};
use crate::i18n::typeset;
use crate::tr;
use crate::ui::desk::layout::row;
use crate::ui::widgets::Button;

/// Width of what is ticked: one below the other, they have the same.
const TICK: f32 = 480.0;

impl InterviewForm {
    pub(super) fn show_suggestions(&mut self, ui: &mut Ui) {
        heading(ui, &tr!("desk-interview-ends"));
        if self.draft.project.is_none() {
            muted(ui, &tr!("desk-interview-ends-later"));
            return;
        }
        muted(ui, &tr!("desk-interview-ends-words"));
        row(ui, |ui| {
            if ui.add(Button::secondary(&tr!("desk-suggestions-all"))).clicked() {
                let unticked = self.suggested.iter().filter(|one| !one.leads);
                self.draft.turned = unticked.map(|one| one.activity.clone()).collect();
            }
            if ui.add(Button::secondary(&tr!("desk-suggestions-none"))).clicked() {
                let ticked = self.suggested.iter().filter(|one| one.leads);
                self.draft.turned = ticked.map(|one| one.activity.clone()).collect();
            }
        });
        let mut pressed = None;
        let mut above = None;
        for one in &self.suggested {
            if above != Some(one.why) {
                ui.separator();
                label(ui, &terms::suggestion_reason(one.why));
                above = Some(one.why);
            }
            ui.push_id(&one.activity.0, |ui| {
                let ticked = ui.scope(|ui| {
                    ui.set_max_width(TICK);
                    ticks(ui, &[((), one.title.clone())], |()| self.is_ticked(one)).is_some()
                });
                if ticked.inner {
                    pressed = Some(one.activity.clone());
                }
                let why = typeset(&terms::suggestion_of(one.why, &one.answers));
                small(ui, &tr!("desk-suggestion-line", why = why, time = minutes(one.minutes)));
            });
        }
        if let Some(activity) = pressed
            && !self.draft.turned.remove(&activity)
        {
            self.draft.turned.insert(activity);
        }
    }
}
