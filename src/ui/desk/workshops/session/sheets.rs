//! The papers of a session: what is printed before, and the sheets that came back signed.

use eframe::egui::Ui;

use super::has_begun;
use crate::app::session_life::{SessionLifeView, SheetView};
use crate::app::sheets::SheetProof;
use crate::domain::session_life::SheetKind;
use crate::i18n::{short_date, terms, time_range};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::sheet::SheetForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::row;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, Tone, badge, body, heading, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    let id = life.session.id;
    heading(ui, &tr!("desk-papers"));
    let some = !life.session.seats.is_empty();
    let papers = [
        (tr!("desk-write-invitations"), Deed::WriteInvitations(id), some),
        (tr!("desk-write-sheet"), Deed::WriteAttendanceSheet(id), some || !life.walk_ins.is_empty()),
        (tr!("desk-write-session-sheet"), Deed::WriteSessionSheet(id), true),
    ];
    if cx.leads() {
        for (words, deed, ready) in papers {
            if ui.add_enabled(ready && !cx.busy, Button::secondary(&words).icon(Icon::Document)).clicked() {
                cx.act(deed);
            }
        }
    }
    // When nobody was there, there is nothing to sign.
    if has_begun(life.phase) && (some || !life.walk_ins.is_empty()) {
        for sheet in &life.sheets {
            ui.separator();
            ui.push_id(sheet.version.as_str(), |ui| one(ui, cx, life, sheet));
        }
    }
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, sheet: &SheetView) {
    let hours = time_range(sheet.start, sheet.end);
    let subject = tr!("desk-sheet-of", half = terms::half(sheet.half), hours = hours);
    body(ui, &subject);
    match &sheet.signed {
        Some(signed) => {
            let how = match signed.kind {
                SheetKind::Paper => tr!("desk-sheet-paper"),
                SheetKind::Pad => tr!("desk-sheet-pad"),
            };
            small(ui, &tr!("desk-sheet-signed", how = how, day = short_date(signed.at.day()), by = signed.by.as_str()));
            if let Some(file) = &signed.file {
                small(ui, file);
            }
            if !signed.is_current {
                Banner::new(Tone::Warning, &tr!("desk-sheet-outdated")).show(ui);
            }
        }
        None => drop(small(ui, &tr!("desk-sheet-unsigned"))),
    }
    signers(ui, sheet);
    if !cx.leads() {
        return;
    }
    if !is_on_paper(sheet) {
        on_pad(ui, cx, life, sheet, &subject);
    }
    let words = if sheet.signed.is_some() { tr!("desk-sheet-again") } else { tr!("desk-sheet-received") };
    let name = tr!("desk-tell-of", action = words.as_str(), name = subject.as_str());
    if ui.add(Button::secondary(&words).icon(Icon::Pencil).accessible_name(&name)).clicked() {
        let form = SheetForm::new(life.session.id, sheet.half, subject, sheet.version.clone());
        cx.ask(Ask::Sheet(form));
    }
}

fn is_on_paper(sheet: &SheetView) -> bool {
    sheet.signed.as_ref().is_some_and(|signed| signed.kind == SheetKind::Paper)
}

/// Who signed, and how.
fn signers(ui: &mut Ui, sheet: &SheetView) {
    let (paper, pad, missing) = (tr!("desk-signed-paper"), tr!("desk-signed-pad"), tr!("desk-signed-not"));
    for (_, name, drawn) in &sheet.signers {
        row(ui, |ui| {
            let (tone, words) = match (is_on_paper(sheet), drawn) {
                (_, true) => (Tone::Success, &pad),
                (true, false) => (Tone::Success, &paper),
                (false, false) => (Tone::Neutral, &missing),
            };
            badge(ui, tone, words);
            body(ui, name);
        });
    }
}

/// The screen goes from hand to hand; then a member of the staff makes the sheet signed.
fn on_pad(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, sheet: &SheetView, subject: &str) {
    let words = tr!("desk-make-sign");
    let name = tr!("desk-tell-of", action = words.as_str(), name = subject);
    if ui.add(Button::primary(&words).icon(Icon::Pencil).accessible_name(&name)).clicked() {
        cx.go(Place::Signing(life.session.id, sheet.half));
    }
    let all = sheet.signers.iter().all(|(.., drawn)| *drawn);
    let words = tr!("desk-sheet-on-pad");
    let name = tr!("desk-tell-of", action = words.as_str(), name = subject);
    let button = Button::secondary(&words).icon(Icon::Check).accessible_name(&name);
    if all && sheet.signed.is_none() && ui.add_enabled(!cx.busy, button).clicked() {
        cx.act(Deed::RecordSheet { session: life.session.id, half: sheet.half, proof: SheetProof::Pad });
    }
}
