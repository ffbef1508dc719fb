//! Every referral of a person as a chapter of their file: who asked what, and what came of it.

use eframe::egui::Ui;

use crate::app::people::{ChapterView, ParticipantFile};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Load, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{panel, row};
use crate::ui::desk::words;
use crate::ui::widgets::{Button, Tone, badge, heading, muted, paragraph, small};

/// Shows the chapters of somebody who was referred more than once.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    if file.chapters.len() < 2 {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-chapters", n = file.chapters.len()));
        muted(ui, &tr!("desk-chapters-words"));
        for chapter in &file.chapters {
            ui.separator();
            ui.push_id(chapter.referral.id.uuid(), |ui| one(ui, cx, chapter));
        }
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, chapter: &ChapterView) {
    let referral = &chapter.referral;
    row(ui, |ui| {
        heading(ui, &referral.prescriber.name);
        badge(ui, words::stage_tone(chapter.stage), &words::stage(chapter.stage));
        if chapter.is_on_hand {
            badge(ui, Tone::Info, &tr!("desk-chapter-on-hand"));
        }
    });
    paragraph(ui, &tr!("desk-quoted", words = referral.question.as_str()));
    let received = short_date(referral.received);
    small(ui, &tr!("desk-referral-from", site = referral.prescriber.site.as_str(), day = received));
    if let Some(day) = chapter.interviewed {
        small(ui, &tr!("desk-chapter-interviewed", day = short_date(day)));
    }
    if let Some(reason) = chapter.closed {
        small(ui, &tr!("desk-closed-because", reason = terms::closing_reason(reason)));
    }
    let takes = chapter.may_take && cx.decides();
    if chapter.synthesis.is_none() && !takes {
        return;
    }
    let of = |words: &str| tr!("desk-tell-of", action = words, name = referral.prescriber.name.as_str());
    ui.horizontal_wrapped(|ui| {
        if let Some(synthesis) = &chapter.synthesis {
            let words = tr!("desk-next-synthesis");
            if ui.add(Button::secondary(&words).accessible_name(&of(&words))).clicked() {
                cx.go(Place::Writing(synthesis.id));
            }
        }
        if !takes {
            return;
        }
        let words = tr!("desk-chapter-take");
        let name = of(&words);
        let button = Button::secondary(&words).accessible_name(&name);
        if ui.add_enabled(!cx.busy, button).clicked() {
            cx.act(Deed::Guide(Guidance::TakeInHand(referral.id)));
        }
        if chapter.interviewed.is_none() && chapter.closed.is_none() {
            let words = tr!("desk-next-interview");
            if ui.add(Button::quiet(&words).accessible_name(&of(&words))).clicked() {
                cx.look(Load::Interview(referral.id));
            }
        }
    });
}
