//! « Vous êtes toujours là ? »: the question is hidden until somebody answers.

use eframe::egui::Ui;

use super::flow::Action;
use super::page;
use super::screen::Screen;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

pub(super) fn show(ui: &mut Ui, screen: &Screen, actions: &mut Vec<Action>) {
    let lines = [match screen {
        Screen::OwnPage(_) => tr!("kiosk-own-page-hidden"),
        _ => tr!("kiosk-still-there-words"),
    }];
    page::calm(ui, "presence", Icon::Clock, (&tr!("kiosk-still-there"), &lines), |ui| {
        let yes = tr!("kiosk-still-there-yes");
        let pressed = ui.add(Button::primary(&yes).icon_after(Icon::ArrowRight).min_width(320.0)).clicked();
        if pressed || page::enter_alone(ui) {
            actions.push(Action::StillHere);
        }
    });
}
