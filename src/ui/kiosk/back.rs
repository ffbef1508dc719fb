//! The window died in the middle of a sitting: one button leads back to the same question. No name is shown, and who says
//! nothing for three minutes is asked for the code.

use eframe::egui::{Align, Layout, Ui};

use super::flow::Action;
use super::page;
use super::requests::Request;
use crate::app::kiosk::VisitView;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, paragraph, title};

pub(super) fn show(ui: &mut Ui, visit: &VisitView, busy: bool, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let whole = ui.max_rect();
    let middle = whole.with_min_y(whole.top() + whole.height() * 0.2);
    page::inside(ui, "back", middle, Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::medallion(ui, Icon::Check, look.target.control * 1.7, c.success_soft, c.success);
        title(ui, &tr!("kiosk-back-title"));
        for line in [tr!("kiosk-back-kept"), tr!("kiosk-back-words")] {
            paragraph(ui, &line);
        }
        ui.add_space(look.space.small);
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
