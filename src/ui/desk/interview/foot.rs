//! What is done with an interview: closed and kept, recorded, corrected, printed, signed.

use eframe::egui::Ui;

use super::{Heading, InterviewForm, NewInterview, short_date, small};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{at_end, row};
use crate::ui::desk::two_hands::TwoHands;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, form: &mut InterviewForm) {
    ui.separator();
    small(ui, &note(form));
    row(ui, |ui| {
        if ui.add(Button::quiet(&tr!("desk-close"))).clicked() {
            cx.go(Place::File(form.desk.participant));
        }
        at_end(ui, |ui| match form.desk.recorded.clone() {
            None => to_record(ui, cx, form),
            Some(recorded) => {
                let is_other = form.draft != recorded.account;
                recorded_already(ui, cx, form, is_other, recorded.signed.is_some());
            }
        });
    });
}

/// Returns what lacks, or what became of the account.
fn note(form: &InterviewForm) -> String {
    if let Some(recorded) = &form.desk.recorded {
        return match recorded.signed {
            Some(at) => tr!("desk-interview-signed-on", day = short_date(at.day())),
            None => tr!("desk-interview-unsigned"),
        };
    }
    let needed = [Heading::Situation, Heading::Project, Heading::When];
    let missing: Vec<String> =
        needed.into_iter().filter(|one| !form.is_filled(*one)).map(|one| one.words().to_lowercase()).collect();
    if missing.is_empty() { tr!("desk-interview-kept") } else { tr!("desk-interview-lacks", what = missing.join(", ")) }
}

fn wish(ui: &Ui, form: &mut InterviewForm) -> Option<NewInterview> {
    let minutes = form.length(ui);
    let (project, day) = (form.draft.project?, form.day.day()?);
    let notes = form.draft.notes.clone();
    (!notes.situation.trim().is_empty()).then_some(NewInterview { day, minutes, project, notes })
}

fn to_record(ui: &mut Ui, cx: &mut Cx<'_>, form: &mut InterviewForm) {
    let wish = wish(ui, form);
    let ready = wish.is_some() && !cx.busy;
    let record = ui.add_enabled(ready, Button::primary(&tr!("desk-record-interview")).icon(Icon::Check)).clicked();
    let sign = tr!("desk-interview-record-and-sign");
    let signs = ui.add_enabled(ready, Button::secondary(&sign).icon(Icon::Pencil)).clicked();
    if let (true, Some(wish)) = (record || signs, wish) {
        // The record carries the text: a draft kept after it would come too late.
        form.changed_at = None;
        form.ticked = form.ticked_now();
        form.signs_next = signs;
        cx.act(Deed::RecordInterview { referral: form.desk.referral, wish });
    }
}

fn recorded_already(ui: &mut Ui, cx: &mut Cx<'_>, form: &mut InterviewForm, is_other: bool, is_signed: bool) {
    let referral = form.desk.referral;
    if form.is_open() && is_other {
        let wish = wish(ui, form);
        let ready = wish.is_some() && !cx.busy;
        let words = tr!("desk-interview-correct");
        let corrects = ui.add_enabled(ready, Button::primary(&words).icon(Icon::Check)).clicked();
        if let (true, Some(wish)) = (corrects, wish) {
            form.changed_at = None;
            cx.act(Deed::Guide(Guidance::CorrectInterview(referral, wish)));
        }
        return;
    }
    if !is_signed {
        let words = tr!("desk-interview-sign");
        if ui.add_enabled(!cx.busy, Button::primary(&words).icon(Icon::Pencil)).clicked() {
            form.hands = Some(TwoHands::default());
        }
    }
    let words = tr!("desk-interview-print");
    if ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Document)).clicked() {
        cx.act(Deed::Guide(Guidance::WriteInterviewSummary(form.desk.participant)));
    }
}
