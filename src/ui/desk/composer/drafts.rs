//! The steps about to be prescribed, in their order: place, reason, and what stands against them.

use eframe::egui::Ui;

use super::{Composer, Draft};
use crate::app::guidance::{RoadmapView, effort};
use crate::domain::activity::Purpose;
use crate::domain::roadmap::{Place as StepPlace, Prescription};
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, Button, TextField, Tone, heading, icon_button, muted, segmented, small};

/// What is done with a draft in a frame.
enum Wish {
    Remove,
    Up,
    Down,
}

pub(super) fn show(ui: &mut Ui, composer: &mut Composer, reflects: bool) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-to-prescribe"));
        if composer.drafts.is_empty() {
            muted(ui, &tr!("desk-to-prescribe-empty"));
            return;
        }
        let mut reflects = reflects;
        let mut wished = None;
        let last = composer.drafts.len() - 1;
        for (index, draft) in composer.drafts.iter_mut().enumerate() {
            ui.separator();
            let advised = draft.reflection_first && !reflects;
            if let Some(wish) = draft_row(ui, draft, (index, last), advised) {
                wished = Some((index, wish));
            }
            reflects |= draft.purpose == Purpose::Reflection;
        }
        match wished {
            Some((index, Wish::Remove)) => drop(composer.drafts.remove(index)),
            Some((index, Wish::Up)) => composer.drafts.swap(index, index.saturating_sub(1)),
            Some((index, Wish::Down)) => composer.drafts.swap(index, (index + 1).min(last)),
            None => {}
        }
    });
}

/// The foot that stays: how long it all takes, and the button that prescribes.
pub(super) fn foot(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView, composer: &mut Composer) {
    ui.separator();
    // With what is open already: it is the whole that tires.
    let open = roadmap.steps.iter().filter(|step| step.outcome.is_open()).map(|step| (step.form, step.minutes));
    let drafts = composer.drafts.iter().map(|draft| (draft.form, draft.minutes));
    if let Some(words) = words::effort(effort(open.chain(drafts))) {
        small(ui, &tr!("desk-effort-with", effort = words));
    }
    let mut reflects = is_reflected(roadmap);
    let mut ready = true;
    for draft in &composer.drafts {
        let advised = draft.reflection_first && !reflects;
        ready &= !draft.reason.trim().is_empty() && (!advised || !draft.despite.trim().is_empty());
        reflects |= draft.purpose == Purpose::Reflection;
    }
    let words = tr!("desk-prescribe-steps", n = composer.drafts.len());
    if ui.add_enabled(ready && !cx.busy, Button::primary(&words).icon(Icon::Check)).clicked() {
        for draft in &mut composer.drafts {
            draft.trouble = None;
            cx.act(prescribe(roadmap, draft));
        }
    }
}

/// Returns whether a step of the roadmap is one of reflection.
pub(super) fn is_reflected(roadmap: &RoadmapView) -> bool {
    roadmap.steps.iter().any(|step| step.purpose == Purpose::Reflection)
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

/// Shows one draft on a line, its fields below once it is unfolded or lacks something.
fn draft_row(ui: &mut Ui, draft: &mut Draft, (index, last): (usize, usize), advised: bool) -> Option<Wish> {
    let look = Look::of(ui.ctx());
    ui.push_id(draft.activity.0.clone(), |ui| {
        let mut wish = None;
        row(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(beside(ui, 4.4 * look.target.control, 120.0));
                ui.spacing_mut().item_spacing.y = 0.0;
                let width = ui.available_width();
                ui.label(look.job(&draft.title, Weight::SemiBold, look.text.body, look.colours.ink, width));
                let place = terms::place(draft.place);
                small(ui, &tr!("desk-draft-detail", time = minutes(draft.minutes), place = place));
            });
            at_end(ui, |ui| {
                let title = draft.title.as_str();
                if icon_button(ui, Icon::Cross, &tr!("desk-take-away", title = title)).clicked() {
                    wish = Some(Wish::Remove);
                }
                if index < last && icon_button(ui, Icon::ChevronDown, &tr!("desk-draft-down", title = title)).clicked()
                {
                    wish = Some(Wish::Down);
                }
                if index > 0 && icon_button(ui, Icon::ChevronUp, &tr!("desk-draft-up", title = title)).clicked() {
                    wish = Some(Wish::Up);
                }
                if icon_button(ui, Icon::Pencil, &tr!("desk-draft-change", title = title)).clicked() {
                    draft.is_open = !draft.is_open;
                }
            });
        });
        let lacks = draft.reason.trim().is_empty() || (advised && draft.despite.trim().is_empty());
        if draft.is_open || lacks || draft.trouble.is_some() {
            draft.is_open = true;
            fields(ui, draft, advised);
        }
        wish
    })
    .inner
}

fn fields(ui: &mut Ui, draft: &mut Draft, advised: bool) {
    if draft.may_be_remote {
        let labels = [terms::place(StepPlace::OnSite), terms::place(StepPlace::Remote)];
        let mut index = usize::from(draft.place == StepPlace::Remote);
        segmented(ui, &labels.each_ref().map(String::as_str), &mut index);
        draft.place = if index == 1 { StepPlace::Remote } else { StepPlace::OnSite };
    }
    TextField::new(&tr!("desk-step-reason"), &mut draft.reason).rows(2).longest(500).show(ui);
    if advised {
        Banner::new(Tone::Warning, &tr!("desk-reflection-advice")).show(ui);
        TextField::new(&tr!("desk-despite"), &mut draft.despite).longest(500).show(ui);
    }
    if let Some(trouble) = &draft.trouble {
        Banner::new(Tone::Danger, trouble).show(ui);
    }
}
