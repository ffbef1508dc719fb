//! After twenty minutes of work: a pause is offered, never imposed.

use eframe::egui::Ui;

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::title;

/// Returns what is said, each sentence with its icon.
pub(super) fn lines() -> [(Icon, String); 3] {
    [
        (Icon::Clock, tr!("kiosk-breather-since")),
        (Icon::Pause, tr!("kiosk-breather-offer")),
        (Icon::Check, tr!("kiosk-help-kept")),
    ]
}

pub(super) fn show(ui: &mut Ui, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let lines = lines();
    page::sheet(ui, zones.body, 0, Emblem::calm(Icon::Pause), |ui| {
        title(ui, &tr!("kiosk-breather"));
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
    });
    if page::secondary(ui, zones.foot, &tr!("kiosk-make-a-pause"), Icon::Pause) {
        actions.push(Action::Pause);
    }
    if page::primary(ui, zones.foot, &tr!("kiosk-continue"), true) {
        actions.push(Action::GoOn);
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}
