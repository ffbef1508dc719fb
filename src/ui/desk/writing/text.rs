//! The text of a synthesis: reading, what the person says, leads with their evidence, recommendations.

use eframe::egui::{Align, Layout, Ui};

use super::Writing;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::synthesis::{Lead, SynthesisState, SynthesisText};
use crate::tr;
use crate::ui::desk::action::Action;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, TextField, Tone, body, heading, icon_button, muted, paragraph};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, writing: &mut Writing) {
    if desk.state != SynthesisState::Draft {
        read(ui, &desk.text);
        return;
    }
    let before = writing.text.clone();
    edit(ui, &mut writing.text);
    if writing.text != before {
        let now = ui.input(|input| input.time);
        writing.touch(now);
        cx.actions.push(Action::Answered);
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(1400));
    }
}

fn edit(ui: &mut Ui, text: &mut SynthesisText) {
    panel(ui, |ui| {
        let help = tr!("desk-reading-help");
        TextField::new(&tr!("desk-reading"), &mut text.reading).rows(6).help(&help).show(ui);
        let help = tr!("desk-person-says-help");
        TextField::new(&tr!("desk-person-says"), &mut text.person_says).rows(3).help(&help).show(ui);
    });
    panel(ui, |ui| {
        heading(ui, &tr!("desk-leads"));
        if text.leads.is_empty() {
            muted(ui, &tr!("desk-leads-help"));
        }
        let mut removed = None;
        for (index, lead) in text.leads.iter_mut().enumerate() {
            ui.push_id(("lead", index), |ui| {
                let number = index + 1;
                ui.horizontal_top(|ui| {
                    let width = ui.available_width() - 56.0;
                    TextField::new(&tr!("desk-lead-title", n = number), &mut lead.title).width(width).show(ui);
                    ui.vertical(|ui| {
                        ui.add_space(26.0);
                        if icon_button(ui, Icon::Cross, &tr!("desk-lead-remove", n = number)).clicked() {
                            removed = Some(index);
                        }
                    });
                });
                TextField::new(&tr!("desk-lead-evidence", n = number), &mut lead.evidence).rows(2).show(ui);
            });
            ui.separator();
        }
        if let Some(index) = removed {
            text.leads.remove(index);
        }
        if ui.add(Button::secondary(&tr!("desk-lead-add")).icon(Icon::Plus)).clicked() {
            text.leads.push(Lead::default());
        }
    });
    panel(ui, |ui| {
        heading(ui, &tr!("desk-recommendations"));
        let mut removed = None;
        for (index, words) in text.recommendations.iter_mut().enumerate() {
            ui.push_id(("recommendation", index), |ui| {
                ui.horizontal_top(|ui| {
                    let number = index + 1;
                    let width = ui.available_width() - 56.0;
                    TextField::new(&tr!("desk-recommendation", n = number), words).width(width).show(ui);
                    ui.vertical(|ui| {
                        ui.add_space(26.0);
                        if icon_button(ui, Icon::Cross, &tr!("desk-recommendation-remove", n = number)).clicked() {
                            removed = Some(index);
                        }
                    });
                });
            });
        }
        if let Some(index) = removed {
            text.recommendations.remove(index);
        }
        if ui.add(Button::secondary(&tr!("desk-recommendation-add")).icon(Icon::Plus)).clicked() {
            text.recommendations.push(String::new());
        }
    });
}

/// Shows a text that is finished: it is read, no longer edited.
fn read(ui: &mut Ui, text: &SynthesisText) {
    panel(ui, |ui| {
        Banner::new(Tone::Info, &tr!("desk-text-finished")).show(ui);
        heading(ui, &tr!("desk-reading"));
        paragraph(ui, &text.reading);
        if !text.person_says.is_empty() {
            heading(ui, &tr!("desk-person-says"));
            paragraph(ui, &text.person_says);
        }
        heading(ui, &tr!("desk-leads"));
        for lead in &text.leads {
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                body(ui, &lead.title);
                muted(ui, &lead.evidence);
            });
        }
        heading(ui, &tr!("desk-recommendations"));
        for words in &text.recommendations {
            paragraph(ui, &tr!("desk-bullet", words = words.as_str()));
        }
    });
}
