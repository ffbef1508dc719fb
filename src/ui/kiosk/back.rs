//! The window died in the middle of a sitting or of the person's own page: one button leads back to the same screen. No name is shown, and who says
//! nothing for three minutes is asked for the code.

use eframe::egui::Ui;

use super::flow::Action;
use super::page;
use super::requests::Request;
use crate::app::kiosk::{ReturnTo, ReturnView};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, back: &ReturnView, busy: bool, actions: &mut Vec<Action>) {
    let lines = match back.to {
        ReturnTo::Sitting => [tr!("kiosk-back-kept"), tr!("kiosk-back-words")],
        ReturnTo::OwnPage => [tr!("kiosk-back-page"), tr!("kiosk-back-page-words")],
    };
    page::calm(ui, "back", Icon::Check, (&tr!("kiosk-back-title"), &lines), |ui| {
        let on = tr!("kiosk-continue");
        let button = Button::primary(&on).icon_after(Icon::ArrowRight).min_width(320.0);
        if ui.add_enabled(!busy, button).clicked() || (!busy && page::enter_alone(ui)) {
            let visit = back.visit.visit;
            actions.push(Action::Ask(match back.to {
                ReturnTo::Sitting => Request::Begin(visit),
                ReturnTo::OwnPage => Request::ReadOwnPage(visit),
            }));
        }
        if ui.add(Button::quiet(&tr!("kiosk-not-me")).icon(Icon::ArrowLeft)).clicked() {
            actions.push(Action::Leave);
        }
    });
}
