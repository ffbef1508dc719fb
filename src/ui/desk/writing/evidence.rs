//! What the text rests on: the question, the steps, the results, what was observed.

use eframe::egui::Ui;

use crate::app::synthesis::SynthesisDesk;
use crate::domain::roadmap::Outcome;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::file::evidence;
use crate::ui::desk::words;
use crate::ui::widgets::{StepState, Tone, badge, body, card, heading, muted, paragraph, small};

pub(super) fn show(ui: &mut Ui, desk: &SynthesisDesk) {
    card(ui, |ui| {
        heading(ui, &tr!("desk-evidence-question"));
        paragraph(ui, &tr!("desk-quoted", words = desk.question.as_str()));
        let (name, site) = (desk.prescriber.name.as_str(), desk.prescriber.site.as_str());
        small(ui, &tr!("desk-prescriber-line", name = name, site = site));
    });
    card(ui, |ui| {
        heading(ui, &tr!("desk-evidence-steps"));
        for step in &desk.steps {
            let (state, state_words) = words::step_state(step);
            let tone = if state == StepState::Done { Tone::Success } else { Tone::Neutral };
            ui.horizontal_wrapped(|ui| {
                body(ui, &step.title);
                if !matches!(step.outcome, Outcome::Dropped { .. }) {
                    badge(ui, tone, &state_words);
                }
            });
            if let Outcome::Dropped { .. } = step.outcome {
                small(ui, &state_words);
            }
        }
    });
    for result in &desk.results {
        ui.push_id(result.sitting.uuid(), |ui| card(ui, |ui| evidence(ui, result)));
    }
    card(ui, |ui| {
        heading(ui, &tr!("desk-observations"));
        if desk.observations.is_empty() {
            muted(ui, &tr!("desk-no-observation-words"));
        }
        for observation in &desk.observations {
            paragraph(ui, &observation.text);
            small(ui, &tr!("desk-observed", by = observation.by.as_str(), day = short_date(observation.at.day())));
        }
    });
}
