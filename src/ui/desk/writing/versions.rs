//! The versions that were signed, how, and what became of each copy; and the way to correct a text that is finished.

use eframe::egui::Ui;

use crate::app::restitution::VersionView;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::synthesis::SynthesisState;
use crate::i18n::{clock_time, long_date, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, badge, heading, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    if desk.versions.is_empty() && desk.state == SynthesisState::Draft {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-version-title", version = desk.version));
        for version in desk.versions.iter().rev() {
            one(ui, cx, desk, version);
        }
        correct(ui, cx, desk);
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, version: &VersionView) {
    let (day, time) = (long_date(version.at.day()), clock_time(version.at.local().time()));
    let how = if version.on_screen { tr!("desk-signed-on-screen") } else { tr!("desk-signed-by-hand") };
    muted(ui, &tr!("desk-version-signed", version = version.version, day = day, time = time, how = how));
    let (by, check) = (version.by.as_str(), terms::identity_check(version.identity));
    small(ui, &tr!("desk-version-proof", by = by, check = check, station = version.station.as_str()));
    small(ui, &tr!("desk-version-hash", hash = version.shown.get(..16).unwrap_or_default()));
    if let Some((at, by, reason)) = &version.replaced {
        let day = short_date(at.day());
        small(ui, &tr!("desk-version-replaced", day = day, by = by.as_str(), reason = reason.as_str()));
    }
    let copies = desk.deliveries.iter().filter(|delivery| delivery.version == version.version);
    for delivery in copies {
        row(ui, |ui| {
            small(ui, &delivery.prescriber);
            badge(ui, words::delivery_tone(delivery), &words::delivery(delivery));
        });
    }
    let words = tr!("desk-version-open", version = version.version);
    if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Document)).clicked() {
        cx.act(Deed::Guide(Guidance::SignedCopy(desk.id, version.version)));
    }
    ui.separator();
}

/// A text that nobody signed is opened again at once; a signed one asks why.
fn correct(ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
    let words = match desk.state {
        SynthesisState::Draft => return,
        SynthesisState::Written { .. } => tr!("desk-reopen"),
        SynthesisState::Signed { .. } => tr!("desk-correct"),
    };
    if !ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Pencil)).clicked() {
        return;
    }
    if desk.is_signed() {
        let subject = tr!("desk-synthesis-of", name = desk.participant_name.as_str());
        cx.ask(Ask::Reason(ReasonForm::new(ReasonFor::Correct(desk.id), subject)));
    } else {
        cx.act(Deed::Guide(Guidance::Reopen { synthesis: desk.id, reason: String::new() }));
    }
}
