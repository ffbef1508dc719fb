//! What stands beside the path: who refers, what the interview taught, how to reach the person, what they agreed to.

use eframe::egui::Ui;

use super::{consents, identity, proofs};
use crate::app::closing::ClosingView;
use crate::app::people::{ParticipantFile, ReferralView, Stage};
use crate::i18n::{minutes, short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::away::AwayForm;
use crate::ui::desk::ask::close::CloseForm;
use crate::ui::desk::ask::referral::ReferralForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{line, panel};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, heading, icon_button, muted, paragraph, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| identity::show(ui, cx, file));
    panel(ui, |ui| referral(ui, cx, file));
    if file.referral.is_some() {
        panel(ui, |ui| interview(ui, cx, file));
    }
    panel(ui, |ui| consents::show(ui, cx, file));
    panel(ui, |ui| proofs::show(ui, cx, file));
    panel(ui, |ui| absences(ui, cx, file));
}

fn referral(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-referral"));
    let Some(referral) = &file.referral else {
        muted(ui, &tr!("desk-referral-none"));
        if ui.add(Button::secondary(&tr!("desk-next-referral"))).clicked() {
            cx.ask(Ask::Referral(ReferralForm::new(file, cx.day())));
        }
        return;
    };
    if referral.is_to_ask {
        badge(ui, Tone::Warning, &tr!("desk-question-to-complete"));
    }
    paragraph(ui, &tr!("desk-quoted", words = referral.question.as_str()));
    body(ui, &referral.prescriber.name);
    let day = short_date(referral.received);
    small(ui, &tr!("desk-referral-from", site = referral.prescriber.site.as_str(), day = day));
    match &file.closing {
        Some(closing) => closed(ui, cx, file, closing),
        None if cx.decides() => drop(ui.horizontal_wrapped(|ui| open(ui, cx, file, referral))),
        None => {}
    }
}

/// What may be done with a referral whose path goes on.
fn open(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, referral: &ReferralView) {
    if referral.may_correct {
        let words = if referral.is_to_ask { tr!("desk-question-complete") } else { tr!("desk-referral-correct") };
        if ui.add(Button::secondary(&words).icon(Icon::Pencil)).clicked() {
            cx.ask(Ask::Referral(ReferralForm::correcting(file.id, referral)));
        }
    }
    if ui.add(Button::quiet(&tr!("desk-another-referral"))).clicked() {
        cx.ask(Ask::Referral(ReferralForm::new(file, cx.day())));
    }
    // A path that came to its term ends by its synthesis.
    if file.stage < Stage::Closed
        && ui.add(Button::quiet(&tr!("desk-close-path"))).clicked()
        && let Some(form) = CloseForm::of(file)
    {
        cx.ask(Ask::Close(form));
    }
}

/// Why the path was closed, and what may follow.
fn closed(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, closing: &ClosingView) {
    ui.separator();
    badge(ui, Tone::Neutral, &tr!("desk-closed-because", reason = terms::closing_reason(closing.reason)));
    paragraph(ui, &closing.words);
    small(ui, &tr!("desk-closed-by", by = closing.by.as_str(), day = short_date(closing.at.day())));
    if !cx.decides() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let words = tr!("desk-reopen-path");
        if closing.may_reopen && ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
            cx.act(Deed::Guide(Guidance::ReopenPath(closing.referral)));
        }
        if ui.add(Button::quiet(&tr!("desk-another-referral"))).clicked() {
            cx.ask(Ask::Referral(ReferralForm::new(file, cx.day())));
        }
    });
}

fn interview(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-interview"));
    let Some(interview) = &file.interview else {
        let words = if file.interview_begun {
            badge(ui, Tone::Warning, &tr!("desk-interview-begun"));
            tr!("desk-interview-go-on")
        } else {
            muted(ui, &tr!("desk-interview-none"));
            tr!("desk-next-interview")
        };
        if let (Some(referral), None) = (&file.referral, &file.closing)
            && ui.add(Button::secondary(&words)).clicked()
        {
            cx.go(Place::Interview(referral.id));
        }
        return;
    };
    badge(ui, Tone::Info, &terms::project(interview.project));
    let notes = &interview.notes;
    paragraph(ui, &notes.situation);
    if !notes.project.is_empty() {
        muted(ui, &tr!("desk-project-is", words = notes.project.as_str()));
    }
    if !notes.needs.is_empty() {
        muted(ui, &tr!("desk-needs-are", needs = notes.needs.as_str()));
    }
    let mut hindrances: Vec<String> = notes.hindrances.iter().map(|one| terms::hindrance(*one)).collect();
    hindrances.extend((!notes.hindrance_words.is_empty()).then(|| notes.hindrance_words.clone()));
    if !hindrances.is_empty() {
        muted(ui, &tr!("desk-hindrances-are", words = hindrances.join(" ; ")));
    }
    if !notes.supports.is_empty() {
        muted(ui, &tr!("desk-supports-are", words = notes.supports.as_str()));
    }
    let (day, time) = (short_date(interview.day), minutes(interview.minutes));
    small(ui, &tr!("desk-interview-by", by = interview.by.as_str(), day = day, time = time));
    if let (Some(referral), true) = (&file.referral, cx.decides())
        && ui.add(Button::quiet(&tr!("desk-interview-open"))).clicked()
    {
        cx.go(Place::Interview(referral.id));
    }
    let print = tr!("desk-interview-print");
    let button = Button::quiet(&print).icon(Icon::Document);
    if cx.decides() && ui.add_enabled(!cx.busy, button).clicked() {
        cx.act(Deed::Guide(Guidance::WriteInterviewSummary(file.id)));
    }
}

/// When the person cannot come: no session is proposed on those days.
fn absences(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-away"));
    if file.absences.is_empty() {
        muted(ui, &tr!("desk-away-none"));
    }
    for (id, days) in &file.absences {
        let (from, until) = (short_date(days.from), short_date(days.until));
        let said = tr!("desk-settings-away", from = from, until = until);
        let name = tr!("desk-settings-remove-of", name = file.first_name.as_str(), what = said.as_str());
        line(
            ui,
            60.0,
            |ui| drop(body(ui, &said)),
            |ui| {
                if icon_button(ui, Icon::Cross, &name).clicked() {
                    cx.act(Deed::RemoveAbsence(*id));
                }
            },
        );
    }
    if cx.leads() && ui.add(Button::secondary(&tr!("desk-away-add"))).clicked() {
        cx.ask(Ask::Away(AwayForm::new(file.id, cx.day())));
    }
}
