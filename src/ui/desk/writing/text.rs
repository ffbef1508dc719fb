//! The text of a synthesis: reading, what the person says, leads with their evidence, recommendations. Beside what goes on the
//! person's page stands what would make it easier to read.

use eframe::egui::{Align, Layout, Ui};

use super::Writing;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::easy_reading::advice;
use crate::domain::synthesis::{Lead, Recommendation, SynthesisState, SynthesisText};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Action;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{panel, side_by_side};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, TextField, Tone, body, heading, icon_button, muted, paragraph, small};

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
    panel(ui, |ui| strengths(ui, &mut text.strengths));
    panel(ui, |ui| leads(ui, &mut text.leads));
    panel(ui, |ui| recommendations(ui, &mut text.recommendations));
}

/// Returns what would make a text of the person's page easier to read, in sentences.
fn easier(words: &str) -> Option<String> {
    let said: Vec<String> = advice(words).iter().map(terms::reading_advice).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Shows a field with the cross that removes its line; returns whether it was pressed.
fn removable(ui: &mut Ui, label: &str, words: &mut String, remove: &str) -> bool {
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 56.0;
        let advice = easier(words);
        TextField::new(label, words).width(width).advice(advice.as_deref()).show(ui);
        let cross = ui.vertical(|ui| {
            ui.add_space(26.0);
            icon_button(ui, Icon::Cross, remove).clicked()
        });
        cross.inner
    })
    .inner
}

fn strengths(ui: &mut Ui, strengths: &mut Vec<String>) {
    heading(ui, &tr!("desk-strengths"));
    muted(ui, &tr!("desk-strengths-help"));
    let mut removed = None;
    for (index, words) in strengths.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("strength", index), |ui| {
            if removable(ui, &tr!("desk-strength", n = n), words, &tr!("desk-strength-remove", n = n)) {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        strengths.remove(index);
    }
    if ui.add(Button::secondary(&tr!("desk-strength-add")).icon(Icon::Plus)).clicked() {
        strengths.push(String::new());
    }
}

fn leads(ui: &mut Ui, leads: &mut Vec<Lead>) {
    heading(ui, &tr!("desk-leads"));
    if leads.is_empty() {
        muted(ui, &tr!("desk-leads-help"));
    }
    let mut removed = None;
    for (index, lead) in leads.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("lead", index), |ui| {
            if removable(ui, &tr!("desk-lead-title", n = n), &mut lead.title, &tr!("desk-lead-remove", n = n)) {
                removed = Some(index);
            }
            let advice = easier(&lead.why);
            TextField::new(&tr!("desk-lead-why", n = n), &mut lead.why).advice(advice.as_deref()).show(ui);
            TextField::new(&tr!("desk-lead-evidence", n = n), &mut lead.evidence).rows(2).show(ui);
            TextField::new(&tr!("desk-lead-to-check", n = n), &mut lead.to_check).show(ui);
        });
        ui.separator();
    }
    if let Some(index) = removed {
        leads.remove(index);
    }
    if ui.add(Button::secondary(&tr!("desk-lead-add")).icon(Icon::Plus)).clicked() {
        leads.push(Lead::default());
    }
}

fn recommendations(ui: &mut Ui, recommendations: &mut Vec<Recommendation>) {
    heading(ui, &tr!("desk-recommendations"));
    let mut removed = None;
    for (index, advice) in recommendations.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("recommendation", index), |ui| {
            let remove = tr!("desk-recommendation-remove", n = n);
            if removable(ui, &tr!("desk-recommendation", n = n), &mut advice.action, &remove) {
                removed = Some(index);
            }
            side_by_side(ui, 2, |ui, column| {
                let width = ui.available_width();
                let (label, words) = match column {
                    0 => (tr!("desk-recommendation-who", n = n), &mut advice.who),
                    _ => (tr!("desk-recommendation-when", n = n), &mut advice.when),
                };
                let easier = easier(words);
                TextField::new(&label, words).width(width).advice(easier.as_deref()).show(ui);
            });
        });
        ui.separator();
    }
    if let Some(index) = removed {
        recommendations.remove(index);
    }
    if ui.add(Button::secondary(&tr!("desk-recommendation-add")).icon(Icon::Plus)).clicked() {
        recommendations.push(Recommendation::default());
    }
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
        heading(ui, &tr!("desk-strengths"));
        for words in &text.strengths {
            paragraph(ui, &tr!("desk-bullet", words = words.as_str()));
        }
        heading(ui, &tr!("desk-leads"));
        for lead in &text.leads {
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                body(ui, &lead.title);
                muted(ui, &lead.evidence);
            });
        }
        heading(ui, &tr!("desk-recommendations"));
        for advice in &text.recommendations {
            paragraph(ui, &tr!("desk-bullet", words = advice.action.as_str()));
            let more: Vec<&str> =
                [advice.who.as_str(), advice.when.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
            if !more.is_empty() {
                small(ui, &more.join(", "));
            }
        }
    });
}
