//! The window died in the middle of a sitting: one button leads back to the same question. No name is shown, and who says
//! nothing for three minutes is asked for the code.

use eframe::egui::Ui;

use super::flow::Action;
use super::page;
use super::requests::Request;
use crate::app::kiosk::VisitView;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, visit: &VisitView, busy: bool, actions: &mut Vec<Action>) {
    let lines = [tr!("kiosk-back-kept"), tr!("kiosk-back-words")];
    page::calm(ui, "back", Icon::Check, (&tr!("kiosk-back-title"), &lines), |ui| {
        let on = tr!("kiosk-continue");
        let button = Button::primary(&on).icon_after(Icon::ArrowRight).min_width(320.0);
        if ui.add_enabled(!busy, button).clicked() || (!busy && page::enter_alone(ui)) {
            actions.push(Action::Ask(Request::Begin(visit.visit)));
        }
        if ui.add(Button::quiet(&tr!("kiosk-not-me")).icon(Icon::ArrowLeft)).clicked() {
            actions.push(Action::Leave);
        }
    });
}
