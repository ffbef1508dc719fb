//! « Aide »: what to do now. And what is said when the base did not answer.

use eframe::egui::{Align, Context, Layout};

use super::flow::Action;
use super::page;
use super::screen::Screen;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, Dialog, paragraph};

pub(super) fn show(ctx: &Context, screen: &Screen, actions: &mut Vec<Action>) {
    let look = Look::of(ctx);
    let someone = !matches!(screen, Screen::Start(_));
    let mut lines = vec![(Icon::Hand, tr!("kiosk-help-hand")), (Icon::Clock, tr!("kiosk-help-time"))];
    if someone {
        lines.push((Icon::Check, tr!("kiosk-help-kept")));
        lines.push((Icon::Pause, tr!("kiosk-help-pause")));
    }
    let shown = Dialog::new("kiosk-help", &tr!("kiosk-help-title")).width(860.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
        ui.add_space(look.space.small);
        ui.allocate_ui_with_layout(
            eframe::egui::vec2(ui.available_width(), look.target.control),
            Layout::right_to_left(Align::Center),
            |ui| {
                if ui.add(Button::primary(&tr!("kiosk-help-close"))).clicked() || page::enter_alone(ui) {
                    actions.push(Action::CloseOverlay);
                }
                if someone && ui.add(Button::secondary(&tr!("kiosk-pause")).icon(Icon::Pause)).clicked() {
                    actions.push(Action::Leave);
                }
            },
        );
    });
    if shown.should_close() {
        actions.push(Action::CloseOverlay);
    }
}

/// Shows that the last request failed, with its remedy.
pub(super) fn show_trouble(ctx: &Context, actions: &mut Vec<Action>) {
    let look = Look::of(ctx);
    Dialog::new("kiosk-trouble", &tr!("kiosk-trouble-title")).width(760.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        paragraph(ui, &tr!("kiosk-trouble-kept"));
        paragraph(ui, &tr!("kiosk-trouble-words"));
        if ui.add(Button::primary(&tr!("kiosk-retry"))).clicked() || page::enter_alone(ui) {
            actions.push(Action::Retry);
        }
    });
}
