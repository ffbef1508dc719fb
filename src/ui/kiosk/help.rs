//! « Aide »: what to do now. And what is said when the base did not answer.

use eframe::egui::Context;

use super::flow::Action;
use super::page;
use super::screen::Screen;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, Dialog, paragraph};

pub(super) fn show(ctx: &Context, screen: &Screen, actions: &mut Vec<Action>) {
    let look = Look::of(ctx);
    let someone = !matches!(screen, Screen::Start(_) | Screen::Back(_));
    let is_reading = matches!(screen, Screen::OwnPage(_));
    let sitting = screen.sitting();
    let may_pause = sitting.is_some_and(|sitting| sitting.may_pause);
    let hand = if sitting.is_some() { tr!("kiosk-help-call") } else { tr!("kiosk-help-hand") };
    let mut lines = vec![(Icon::Hand, hand), (Icon::Clock, tr!("kiosk-help-time"))];
    if someone {
        lines.push((Icon::Check, if is_reading { tr!("kiosk-own-page-kept") } else { tr!("kiosk-help-kept") }));
        let stop = if may_pause { tr!("kiosk-help-pause") } else { tr!("kiosk-help-stop") };
        lines.push((Icon::Pause, stop));
    }
    let shown = Dialog::new("kiosk-help", &tr!("kiosk-help-title")).width(860.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
        ui.add_space(look.space.small);
        page::presses(ui, |ui| {
            let close = tr!("kiosk-help-close");
            if sitting.is_some() {
                if ui.add(Button::primary(&tr!("kiosk-call")).icon(Icon::Hand)).clicked() {
                    actions.push(Action::CallHelp);
                }
                if ui.add(Button::secondary(&close)).clicked() {
                    actions.push(Action::CloseOverlay);
                }
            } else if ui.add(Button::primary(&close)).clicked() || page::enter_alone(ui) {
                actions.push(Action::CloseOverlay);
            }
            if may_pause {
                if ui.add(Button::quiet(&tr!("kiosk-pause")).icon(Icon::Pause)).clicked() {
                    actions.push(Action::Pause);
                }
            } else if someone && ui.add(Button::quiet(&tr!("kiosk-stop-here")).icon(Icon::Home)).clicked() {
                actions.push(Action::Leave);
            }
        });
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
