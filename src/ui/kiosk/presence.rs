//! « Vous êtes toujours là ? »: the question is hidden until somebody answers.

use eframe::egui::{Align, Layout, Ui};

use super::flow::Action;
use super::page;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, paragraph, title};

pub(super) fn show(ui: &mut Ui, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let whole = ui.max_rect();
    let middle = whole.with_min_y(whole.top() + whole.height() * 0.22);
    page::inside(ui, "presence", middle, Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::medallion(ui, Icon::Clock, look.target.control * 1.7, c.primary_soft, c.primary);
        title(ui, &tr!("kiosk-still-there"));
        paragraph(ui, &tr!("kiosk-still-there-words"));
        ui.add_space(look.space.small);
        let yes = tr!("kiosk-still-there-yes");
        let pressed = ui.add(Button::primary(&yes).icon_after(Icon::ArrowRight).min_width(320.0)).clicked();
        if pressed || page::enter_alone(ui) {
            actions.push(Action::StillHere);
        }
    });
}
