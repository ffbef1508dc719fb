//! What the text rests on: the question, the steps, the results, what was observed.

use eframe::egui::Ui;

use crate::app::synthesis::SynthesisDesk;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::file::{agreements, evidence, sectors_card};
use crate::ui::desk::layout::panel;
use crate::ui::desk::words;
use crate::ui::widgets::{body, heading, muted, paragraph, small};

pub(super) fn show(ui: &mut Ui, desk: &SynthesisDesk) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-evidence-question"));
        paragraph(ui, &tr!("desk-quoted", words = desk.question.as_str()));
        let (name, site) = (desk.prescriber.name.as_str(), desk.prescriber.site.as_str());
        small(ui, &tr!("desk-prescriber-line", name = name, site = site));
    });
    panel(ui, |ui| {
        heading(ui, &tr!("desk-evidence-steps"));
        for step in &desk.steps {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                body(ui, &step.title);
                small(ui, &words::step_state(step).1);
            });
        }
    });
    if let Some(sectors) = &desk.sectors {
        panel(ui, |ui| sectors_card(ui, sectors));
    }
    for result in &desk.results {
        ui.push_id(result.sitting.uuid(), |ui| panel(ui, |ui| evidence(ui, result)));
    }
    agreements(ui, &desk.agreements);
    panel(ui, |ui| {
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
