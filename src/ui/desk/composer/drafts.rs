//! The steps about to be prescribed: place, reason, and what stands against them.

use eframe::egui::Ui;

use super::{Composer, Draft};
use crate::app::guidance::{RoadmapView, effort};
use crate::domain::activity::Purpose;
use crate::domain::roadmap::{Place as StepPlace, Prescription};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, Button, TextField, Tone, heading, icon_button, muted, segmented};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView, composer: &mut Composer) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-to-prescribe"));
        // With what is open already: it is the whole that tires.
        let open = roadmap.steps.iter().filter(|step| step.outcome.is_open()).map(|step| (step.form, step.minutes));
        let drafts = composer.drafts.iter().map(|draft| (draft.form, draft.minutes));
        if let Some(words) = words::effort(effort(open.chain(drafts))).filter(|_| !composer.drafts.is_empty()) {
            muted(ui, &tr!("desk-effort-with", effort = words));
        }
        if composer.drafts.is_empty() {
            muted(ui, &tr!("desk-to-prescribe-empty"));
            return;
        }
        let mut reflects = roadmap.steps.iter().any(|step| step.purpose == Purpose::Reflection);
        let mut removed = None;
        let mut ready = true;
        for (index, draft) in composer.drafts.iter_mut().enumerate() {
            ui.separator();
            let advised = draft.reflection_first && !reflects;
            if draft_row(ui, draft, advised) {
                removed = Some(index);
            }
            let explained = !advised || !draft.despite.trim().is_empty();
            ready &= !draft.reason.trim().is_empty() && explained;
            reflects |= draft.purpose == Purpose::Reflection;
        }
        if let Some(index) = removed {
            composer.drafts.remove(index);
        }
        let words = tr!("desk-prescribe-steps", n = composer.drafts.len());
        ui.separator();
        if ui.add_enabled(ready && !cx.busy, Button::primary(&words).icon(Icon::Check)).clicked() {
            for draft in &mut composer.drafts {
                draft.trouble = None;
                cx.act(prescribe(roadmap, draft));
            }
        }
    });
}

fn prescribe(roadmap: &RoadmapView, draft: &Draft) -> Deed {
    let despite = draft.despite.trim();
    Deed::Prescribe {
        roadmap: roadmap.id,
        activity: draft.activity.clone(),
        wish: Prescription {
            place: draft.place,
            reason: draft.reason.clone(),
            despite_advice: (!despite.is_empty()).then(|| despite.to_owned()),
        },
    }
}

/// Shows one draft; returns whether it was taken away.
fn draft_row(ui: &mut Ui, draft: &mut Draft, advised: bool) -> bool {
    let look = Look::of(ui.ctx());
    ui.push_id(&draft.activity.0, |ui| {
        let removed = row(ui, |ui| {
            let width = (ui.available_width() - 60.0).max(120.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.label(look.job(&draft.title, Weight::SemiBold, look.text.body, look.colours.ink, width));
            });
            at_end(ui, |ui| {
                icon_button(ui, Icon::Cross, &tr!("desk-take-away", title = draft.title.as_str())).clicked()
            })
            .inner
        });
        if draft.may_be_remote {
            let labels = [terms::place(StepPlace::OnSite), terms::place(StepPlace::Remote)];
            let mut index = usize::from(draft.place == StepPlace::Remote);
            segmented(ui, &labels.each_ref().map(String::as_str), &mut index);
            draft.place = if index == 1 { StepPlace::Remote } else { StepPlace::OnSite };
        }
        let label = tr!("desk-step-reason");
        TextField::new(&label, &mut draft.reason).rows(2).longest(500).show(ui);
        if advised {
            Banner::new(Tone::Warning, &tr!("desk-reflection-advice")).show(ui);
            TextField::new(&tr!("desk-despite"), &mut draft.despite).longest(500).show(ui);
        }
        if let Some(trouble) = &draft.trouble {
            Banner::new(Tone::Danger, trouble).show(ui);
        }
        removed.inner
    })
    .inner
}
