//! The clock stands still: a pause, or « Quelqu'un arrive ». The question is hidden until « Continuer ».

use eframe::egui::Ui;

use super::flow::Action;
use super::page;
use crate::domain::sitting::Hold;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, hold: Hold, busy: bool, actions: &mut Vec<Action>) {
    let (icon, heading, lines) = match hold {
        Hold::Pause => (Icon::Pause, tr!("kiosk-held-pause"), [tr!("kiosk-held-kept"), tr!("kiosk-held-code")]),
        Hold::Help => (Icon::Hand, tr!("kiosk-held-help"), [tr!("kiosk-held-wait"), tr!("kiosk-held-clock")]),
    };
    page::calm(ui, "held", icon, (&heading, &lines), |ui| {
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
