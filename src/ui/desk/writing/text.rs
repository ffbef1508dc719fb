//! The text of a synthesis: reading, what the person says, leads with their evidence, recommendations. Beside what goes on the
//! person's page stands what would make it easier to read.

use eframe::egui::{Align, Layout, Response, Ui};

use super::{Part, Writing};
use crate::app::AppError;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::easy_reading::advice;
use crate::domain::synthesis::{Lead, Recommendation, SynthesisRefusal, SynthesisState, SynthesisText};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Action;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::ticks;
use crate::ui::desk::layout::{panel, side_by_side};
use crate::ui::icons::Icon;
use crate::ui::widgets::{
    Banner, Button, TextField, Tone, body, disclosure, heading, icon_button, muted, paragraph, small,
};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, writing: &mut Writing) {
    if desk.state != SynthesisState::Draft {
        read(ui, desk);
        return;
    }
    let before = writing.text.clone();
    lacks(ui, writing);
    let focus = writing.focus.take();
    let Writing { text, focus: next, .. } = writing;
    edit(ui, desk, text, focus, next);
    if writing.text != before {
        let now = ui.input(|input| input.time);
        writing.touch(now);
        cx.actions.push(Action::Answered);
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(1400));
    }
}

/// Lists everything that the text lacks, once it was to be finished; each line leads to its place.
fn lacks(ui: &mut Ui, writing: &mut Writing) {
    let lacks = if writing.wants_to_finish { writing.text.lacks() } else { Vec::new() };
    if lacks.is_empty() {
        return;
    }
    panel(ui, |ui| {
        Banner::new(Tone::Warning, &tr!("desk-text-lacks", n = lacks.len())).show(ui);
        for (index, lack) in lacks.iter().enumerate() {
            ui.push_id(("lack", index), |ui| {
                if ui.add(Button::quiet(&AppError::from(lack.clone()).french())).clicked() {
                    writing.focus = Some(place_of(lack, &mut writing.text));
                }
            });
        }
    });
}

/// Returns where something that lacks is written; an empty list gets its first line.
fn place_of(lack: &SynthesisRefusal, text: &mut SynthesisText) -> Part {
    match lack {
        SynthesisRefusal::NoStrength => {
            if text.strengths.is_empty() {
                text.strengths.push(String::new());
            }
            Part::Strength(0)
        }
        SynthesisRefusal::NoLead => {
            text.leads.push(Lead::default());
            Part::Lead(0)
        }
        SynthesisRefusal::LeadWithoutEvidence { lead } => {
            let is_bare = |one: &Lead| one.title == *lead && one.evidence.trim().is_empty() && one.supports.is_empty();
            let untitled = |one: &Lead| one.title.trim().is_empty();
            let place = text.leads.iter().position(|one| is_bare(one) || untitled(one));
            Part::Lead(place.unwrap_or_default())
        }
        SynthesisRefusal::NoRecommendation => {
            if text.recommendations.is_empty() {
                text.recommendations.push(Recommendation::default());
            }
            Part::Recommendation(0)
        }
        _ => Part::Reading,
    }
}

fn edit(ui: &mut Ui, desk: &SynthesisDesk, text: &mut SynthesisText, focus: Option<Part>, next: &mut Option<Part>) {
    panel(ui, |ui| {
        let help = tr!("desk-reading-help");
        let field = TextField::new(&tr!("desk-reading"), &mut text.reading).rows(6).help(&help).show(ui);
        reach(&field, focus == Some(Part::Reading));
        let help = tr!("desk-person-says-help");
        TextField::new(&tr!("desk-person-says"), &mut text.person_says).rows(3).help(&help).show(ui);
    });
    panel(ui, |ui| strengths(ui, &mut text.strengths, focus, next));
    panel(ui, |ui| leads(ui, desk, &mut text.leads, focus, next));
    panel(ui, |ui| recommendations(ui, &mut text.recommendations, focus, next));
}

/// Brings a field in sight with the keyboard in it.
fn reach(field: &Response, wanted: bool) {
    if wanted {
        field.request_focus();
        field.scroll_to_me(Some(Align::Center));
    }
}

/// Returns what would make a text of the person's page easier to read, in sentences.
fn easier(words: &str) -> Option<String> {
    let said: Vec<String> = advice(words).iter().map(terms::reading_advice).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Shows a field with the cross that removes its line; returns whether it was pressed.
fn removable(ui: &mut Ui, (label, remove): (&str, &str), words: &mut String, rows: usize, wanted: bool) -> bool {
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 56.0;
        let advice = easier(words);
        let field = TextField::new(label, words).rows(rows).width(width).advice(advice.as_deref()).show(ui);
        reach(&field, wanted);
        let cross = ui.vertical(|ui| {
            ui.add_space(26.0);
            icon_button(ui, Icon::Cross, remove).clicked()
        });
        cross.inner
    })
    .inner
}

fn strengths(ui: &mut Ui, strengths: &mut Vec<String>, focus: Option<Part>, next: &mut Option<Part>) {
    heading(ui, &tr!("desk-strengths"));
    muted(ui, &tr!("desk-strengths-help"));
    let mut removed = None;
    for (index, words) in strengths.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("strength", index), |ui| {
            let labels = (tr!("desk-strength", n = n), tr!("desk-strength-remove", n = n));
            if removable(ui, (&labels.0, &labels.1), words, 2, focus == Some(Part::Strength(index))) {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        strengths.remove(index);
    }
    if ui.add(Button::secondary(&tr!("desk-strength-add")).icon(Icon::Plus)).clicked() {
        *next = Some(Part::Strength(strengths.len()));
        strengths.push(String::new());
    }
}

fn leads(ui: &mut Ui, desk: &SynthesisDesk, leads: &mut Vec<Lead>, focus: Option<Part>, next: &mut Option<Part>) {
    heading(ui, &tr!("desk-leads"));
    if leads.is_empty() {
        muted(ui, &tr!("desk-leads-help"));
    }
    let mut removed = None;
    for (index, lead) in leads.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("lead", index), |ui| {
            let labels = (tr!("desk-lead-title", n = n), tr!("desk-lead-remove", n = n));
            if removable(ui, (&labels.0, &labels.1), &mut lead.title, 1, focus == Some(Part::Lead(index))) {
                removed = Some(index);
            }
            let advice = easier(&lead.why);
            TextField::new(&tr!("desk-lead-why", n = n), &mut lead.why).advice(advice.as_deref()).show(ui);
            supports(ui, desk, lead, n);
            TextField::new(&tr!("desk-lead-evidence", n = n), &mut lead.evidence).rows(2).show(ui);
            TextField::new(&tr!("desk-lead-to-check", n = n), &mut lead.to_check).show(ui);
        });
        ui.separator();
    }
    if let Some(index) = removed {
        leads.remove(index);
    }
    if ui.add(Button::secondary(&tr!("desk-lead-add")).icon(Icon::Plus)).clicked() {
        *next = Some(Part::Lead(leads.len()));
        leads.push(Lead::default());
    }
}

/// What was found of the person, to tick: what a lead rests on is kept with its reference.
fn supports(ui: &mut Ui, desk: &SynthesisDesk, lead: &mut Lead, n: usize) {
    if desk.supports.is_empty() {
        return;
    }
    let title = tr!("desk-lead-supports", n = n, ticked = lead.supports.len());
    disclosure(ui, "supports", &title, |ui| {
        for (index, view) in desk.supports.iter().enumerate() {
            let is_on = lead.supports.contains(&view.support);
            let pressed = ui.push_id(index, |ui| {
                let pressed = ticks(ui, &[((), view.title.clone())], |()| is_on).is_some();
                // What is ticked is said below.
                if !is_on {
                    small(ui, &view.words);
                }
                pressed
            });
            match (pressed.inner, is_on) {
                (true, false) => lead.supports.push(view.support),
                (true, true) => lead.supports.retain(|one| *one != view.support),
                (false, _) => {}
            }
        }
    });
    for view in desk.supports.iter().filter(|view| lead.supports.contains(&view.support)) {
        small(ui, &tr!("desk-bullet", words = view.words.as_str()));
    }
}

fn recommendations(
    ui: &mut Ui,
    recommendations: &mut Vec<Recommendation>,
    focus: Option<Part>,
    next: &mut Option<Part>,
) {
    heading(ui, &tr!("desk-recommendations"));
    let mut removed = None;
    for (index, advice) in recommendations.iter_mut().enumerate() {
        let n = index + 1;
        ui.push_id(("recommendation", index), |ui| {
            let labels = (tr!("desk-recommendation", n = n), tr!("desk-recommendation-remove", n = n));
            let wanted = focus == Some(Part::Recommendation(index));
            if removable(ui, (&labels.0, &labels.1), &mut advice.action, 1, wanted) {
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
        *next = Some(Part::Recommendation(recommendations.len()));
        recommendations.push(Recommendation::default());
    }
}

/// Shows a text that is finished: it is read, no longer edited.
fn read(ui: &mut Ui, desk: &SynthesisDesk) {
    let text = &desk.text;
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
                if !lead.why.is_empty() {
                    paragraph(ui, &tr!("desk-lead-why-is", words = lead.why.as_str()));
                }
                for ground in desk.grounds(lead) {
                    muted(ui, &tr!("desk-bullet", words = ground));
                }
                if !lead.to_check.is_empty() {
                    muted(ui, &tr!("desk-lead-to-check-is", words = lead.to_check.as_str()));
                }
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
