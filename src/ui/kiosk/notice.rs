//! What is done with the answers: read once a day, before anything else.

use eframe::egui::Ui;

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::requests::Request;
use crate::app::kiosk::VisitView;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{heading, title};

/// Returns what is said, each sentence with its icon.
pub(super) fn lines() -> [(Icon, String); 6] {
    [
        (Icon::Flag, tr!("kiosk-notice-why")),
        (Icon::People, tr!("kiosk-notice-who")),
        (Icon::Check, tr!("kiosk-notice-kept")),
        (Icon::Compass, tr!("kiosk-notice-decide")),
        (Icon::Pause, tr!("kiosk-notice-stop")),
        (Icon::Document, tr!("kiosk-notice-rights")),
    ]
}

pub(super) fn show(ui: &mut Ui, visit: &VisitView, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let lines = lines();
    page::sheet(ui, zones.body, 0, Emblem::calm(Icon::Person), |ui| {
        title(ui, &tr!("kiosk-hello", name = visit.first_name.as_str()));
        heading(ui, &tr!("kiosk-notice-title"));
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
    });
    if page::secondary(ui, zones.foot, &tr!("kiosk-not-me"), Icon::ArrowLeft) {
        actions.push(Action::Leave);
    }
    if page::primary(ui, zones.foot, &tr!("kiosk-notice-understood"), !busy) {
        let text = lines.map(|(_, line)| line).join("\n");
        actions.push(Action::Ask(Request::AcknowledgeNotice { visit: visit.visit, text }));
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}
