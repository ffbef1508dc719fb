//! The clock stands still: a pause, or « Quelqu'un arrive ». The question is hidden until « Continuer ».

use eframe::egui::{Align, Layout, Ui};

use super::flow::Action;
use super::page;
use crate::domain::sitting::Hold;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, paragraph, title};

pub(super) fn show(ui: &mut Ui, hold: Hold, busy: bool, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (icon, heading, lines) = match hold {
        Hold::Pause => (Icon::Pause, tr!("kiosk-held-pause"), [tr!("kiosk-held-kept"), tr!("kiosk-held-code")]),
        Hold::Help => (Icon::Hand, tr!("kiosk-held-help"), [tr!("kiosk-held-wait"), tr!("kiosk-held-clock")]),
    };
    let whole = ui.max_rect();
    let middle = whole.with_min_y(whole.top() + whole.height() * 0.2);
    page::inside(ui, "held", middle, Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::medallion(ui, icon, look.target.control * 1.7, c.primary_soft, c.primary);
        title(ui, &heading);
        for line in lines {
            paragraph(ui, &line);
        }
        ui.add_space(look.space.small);
        let on = tr!("kiosk-continue");
        let button = Button::primary(&on).icon_after(Icon::ArrowRight).min_width(320.0);
        if ui.add_enabled(!busy, button).clicked() || (!busy && page::enter_alone(ui)) {
            actions.push(Action::Resume);
        }
        if hold == Hold::Pause && ui.add(Button::quiet(&tr!("kiosk-stop-here")).icon(Icon::Home)).clicked() {
            actions.push(Action::Leave);
        }
    });
}
