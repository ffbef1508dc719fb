//! The person's page is no longer open here: the counsellor has closed it, or its text is being written again.

use eframe::egui::Ui;

use super::flow::Action;
use super::page;
use super::requests::Request;
use crate::app::kiosk::VisitView;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, visit: &VisitView, busy: bool, actions: &mut Vec<Action>) {
    let lines = [tr!("kiosk-own-page-closed-words"), tr!("kiosk-own-page-ask")];
    page::calm(ui, "page-closed", Icon::Info, (&tr!("kiosk-own-page-closed"), &lines), |ui| {
        let on = tr!("kiosk-continue");
        let button = Button::primary(&on).icon_after(Icon::ArrowRight).min_width(320.0);
        if ui.add_enabled(!busy, button).clicked() || (!busy && page::enter_alone(ui)) {
            actions.push(Action::Ask(Request::Visit(visit.visit)));
        }
    });
}
