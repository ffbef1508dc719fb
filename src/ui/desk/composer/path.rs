//! The steps prescribed already, in order: move them up or down, drop them with a reason.

use eframe::egui::{Key, Modifiers, Ui};

use crate::app::guidance::{RoadmapView, StepView};
use crate::i18n::minutes;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{heading, icon_button, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView) {
    panel(ui, |ui| {
        row(ui, |ui| {
            heading(ui, &tr!("desk-roadmap"));
            at_end(ui, |ui| {
                muted(ui, &tr!("desk-total", time = minutes(roadmap.minutes_left)));
            });
        });
        if roadmap.steps.is_empty() {
            muted(ui, &tr!("desk-path-empty-words"));
        }
        for (index, step) in roadmap.steps.iter().enumerate() {
            ui.separator();
            ui.push_id(step.id.uuid(), |ui| step_row(ui, cx, roadmap, index, step));
        }
    });
}

fn step_row(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView, index: usize, step: &StepView) {
    let look = Look::of(ui.ctx());
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 140.0, 160.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            let title = tr!("desk-numbered", n = index + 1, title = step.title.as_str());
            ui.label(look.job(&title, Weight::SemiBold, look.text.body, look.colours.ink, width));
            small(ui, &words::step_detail(step, cx.day()));
            small(ui, &words::step_state(step).1);
        });
        if !step.outcome.is_open() {
            return;
        }
        at_end(ui, |ui| {
            if icon_button(ui, Icon::Cross, &tr!("desk-drop-of", title = step.title.as_str())).clicked() {
                cx.ask(Ask::Reason(ReasonForm::new(ReasonFor::DropStep(step.id), step.title.clone())));
            }
            let down = icon_button(ui, Icon::ChevronDown, &tr!("desk-move-down", title = step.title.as_str()));
            let up = icon_button(ui, Icon::ChevronUp, &tr!("desk-move-up", title = step.title.as_str()));
            // Alt and an arrow move the step whose button has the keyboard.
            let focused = up.has_focus() || down.has_focus();
            let key = |ui: &Ui, key| focused && ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
            let goes_up = up.clicked() || key(ui, Key::ArrowUp);
            let goes_down = down.clicked() || key(ui, Key::ArrowDown);
            if goes_up && let Some(before) = index.checked_sub(1).and_then(|above| roadmap.steps.get(above)) {
                cx.act(Deed::ReorderStep { step: step.id, before: Some(before.id) });
            } else if goes_down && index + 1 < roadmap.steps.len() {
                let before = roadmap.steps.get(index + 2).map(|below| below.id);
                cx.act(Deed::ReorderStep { step: step.id, before });
            }
        });
    });
}
