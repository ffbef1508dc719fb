//! The roadmap as a path, with what can be done to the step that is chosen.

use eframe::egui::{Id, Ui};

use crate::app::guidance::{RoadmapView, StepForm, StepProgress, StepView};
use crate::app::people::{ParticipantFile, Stage};
use crate::app::planning::WaitingPerson;
use crate::i18n::{minutes, short_date};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::appointment::AppointmentForm;
use crate::ui::desk::ask::deadline::DeadlineForm;
use crate::ui::desk::ask::offer::OfferForm;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::panel;
use crate::ui::desk::offers::{self, Subject};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::widgets::{
    Button, PathStep, Tone, badge, empty_state, heading, muted, path_down, section_header, small,
};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| match &file.roadmap {
        Some(roadmap) if !roadmap.steps.is_empty() => roadmap_card(ui, cx, file, roadmap),
        _ if file.closing.is_some() => {
            empty_state(ui, Icon::Path, &tr!("desk-path-closed"), &tr!("desk-path-closed-words"), None);
        }
        Some(_) => {
            let action = tr!("desk-prescribe");
            let (title, words) = (tr!("desk-path-empty"), tr!("desk-path-empty-words"));
            if empty_state(ui, Icon::Path, &title, &words, Some(&action)) {
                cx.go(Place::Composer(file.id));
            }
        }
        None => {
            let words = if file.stage == Stage::Recorded {
                tr!("desk-path-needs-referral")
            } else {
                tr!("desk-path-needs-interview")
            };
            empty_state(ui, Icon::Path, &tr!("desk-path-none"), &words, None);
        }
    });
    if !file.offers.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-answers-awaited", n = file.offers.len()));
            file.offers.iter().for_each(|offer| offers::one(ui, cx, offer, Subject::Workshop));
        });
    }
}

fn roadmap_card(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, roadmap: &RoadmapView) {
    section_header(ui, &tr!("desk-roadmap"), |ui| {
        let open = file.closing.is_none();
        if open && ui.add(Button::quiet(&tr!("desk-compose")).icon(Icon::Pencil)).clicked() {
            cx.go(Place::Composer(file.id));
        }
        let words = tr!("desk-print");
        if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Document)).clicked() {
            cx.act(Deed::WriteRoadmapSheet(file.id));
        }
    });
    if roadmap.minutes_left > 0 {
        small(ui, &tr!("desk-minutes-left", time = minutes(roadmap.minutes_left)));
    }
    if let Some(by) = &file.accompanied_today {
        badge(ui, Tone::Info, &tr!("desk-accompanied-today", by = by.as_str()));
    }
    let chosen_id = Id::unique(("desk-chosen-step", roadmap.id.uuid().as_u128()));
    let mut chosen: Option<usize> = ui.data(|data| data.get_temp(chosen_id)).flatten();
    let today = cx.day();
    let drawn: Vec<_> = roadmap
        .steps
        .iter()
        .map(|step| {
            let (state, state_words) = words::step_state(step);
            (step.title.clone(), words::step_detail(step, today), state, state_words)
        })
        .collect();
    let steps: Vec<PathStep<'_>> = drawn
        .iter()
        .map(|(title, detail, state, state_words)| PathStep { title, detail, state: *state, state_words })
        .collect();
    if let Some(pressed) = path_down(ui, &steps) {
        chosen = if chosen == Some(pressed) { None } else { Some(pressed) };
        ui.data_mut(|data| data.insert_temp(chosen_id, chosen));
    }
    match chosen.and_then(|index| roadmap.steps.get(index)) {
        Some(step) => step_actions(ui, cx, file, step),
        None => drop(small(ui, &tr!("desk-path-hint"))),
    }
}

fn step_actions(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, step: &StepView) {
    ui.separator();
    let by = tr!("desk-step-by", by = step.prescribed_by.as_str(), day = short_date(step.prescribed.day()));
    muted(ui, &tr!("desk-step-why", title = step.title.as_str(), reason = step.reason.as_str()));
    small(ui, &by);
    if !step.outcome.is_open() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if step.form == StepForm::Individual && cx.decides() {
            let words = tr!("desk-book-activity");
            if ui.add(Button::secondary(&words).icon(Icon::Calendar)).clicked() {
                cx.ask(Ask::Appointment(AppointmentForm::of_step(file.id, step)));
            }
        }
        if cx.decides() && matches!(step.progress, StepProgress::Waiting { .. }) {
            let words = tr!("desk-offer");
            if ui.add(Button::secondary(&words).icon(Icon::Calendar)).clicked() {
                cx.ask(Ask::Offer(OfferForm::new(waiting(file, step), step.activity.clone())));
            }
        }
        if cx.decides() && ui.add(Button::quiet(&tr!("desk-deadline"))).clicked() {
            cx.ask(Ask::Deadline(DeadlineForm::of(step)));
        }
        if step.form == StepForm::Individual {
            let words = tr!("desk-step-complete");
            let button = Button::secondary(&words).icon(Icon::Check);
            if ui.add_enabled(!cx.busy, button).clicked() {
                cx.act(Deed::CompleteStep(step.id));
            }
        }
        // What was just prescribed by mistake leaves no dropped step behind.
        let is_fresh = step.prescribed.day() == cx.day() && is_untouched(&step.progress);
        if is_fresh && cx.decides() && ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-undo-prescribe"))).clicked() {
            cx.act(Deed::Guide(Guidance::UndoPrescriptions(vec![step.id])));
        }
        if ui.add(Button::danger(&tr!("desk-drop"))).clicked() {
            cx.ask(Ask::Reason(ReasonForm::new(ReasonFor::DropStep(step.id), step.title.clone())));
        }
    });
}

fn is_untouched(progress: &StepProgress) -> bool {
    matches!(progress, StepProgress::NotBegun | StepProgress::Waiting { .. })
}

fn waiting(file: &ParticipantFile, step: &StepView) -> WaitingPerson {
    WaitingPerson {
        step: step.id,
        participant: file.id,
        name: format!("{} {}", file.first_name, file.last_name),
        since: step.prescribed.day(),
        half_days_asked: file.half_days_asked,
        again: None,
    }
}
