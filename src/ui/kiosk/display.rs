//! « Affichage »: letters, colours, font and voice, for this person only.

use eframe::egui::{Align, Context, Layout, Ui, vec2};

use super::flow::Action;
use super::hearing::{Hearing, Listening};
use super::page;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Appearance, Face, Look, Scheme};
use crate::ui::widgets::{Button, Dialog, body, muted, segmented};

const ZOOMS: [u16; 3] = [100, 125, 150];
const SCHEMES: [Scheme; 3] = [Scheme::Light, Scheme::Dark, Scheme::Contrast];
const FACES: [Face; 2] = [Face::Legible, Face::Dyslexia];

const VOICES: [Listening; 3] = [Listening::Normal, Listening::Slow, Listening::Off];

pub(super) fn show(
    ctx: &Context,
    appearance: Appearance,
    listening: Listening,
    hearing: &Hearing,
    actions: &mut Vec<Action>,
) {
    let look = Look::of(ctx);
    let mut wanted = appearance;
    let mut voice = listening;
    let shown = Dialog::new("kiosk-display", &tr!("kiosk-display-title")).width(800.0).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        let zooms = [tr!("kiosk-zoom-100"), tr!("kiosk-zoom-125"), tr!("kiosk-zoom-150")];
        choose(ui, &tr!("kiosk-display-size"), &zooms, &ZOOMS, &mut wanted.zoom_percent);
        let schemes = [tr!("kiosk-light"), tr!("kiosk-dark"), tr!("kiosk-contrast")];
        choose(ui, &tr!("kiosk-display-colours"), &schemes, &SCHEMES, &mut wanted.scheme);
        let faces = [tr!("kiosk-legible"), tr!("kiosk-dyslexia")];
        choose(ui, &tr!("kiosk-display-font"), &faces, &FACES, &mut wanted.face);
        if hearing.is_possible() {
            let voices = [tr!("kiosk-voice-normal"), tr!("kiosk-voice-slow"), tr!("kiosk-voice-off")];
            choose(ui, &tr!("kiosk-display-voice"), &voices, &VOICES, &mut voice);
        } else {
            muted(ui, &tr!("kiosk-voice-absent"));
        }
        let size = vec2(ui.available_width(), look.target.control);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let close = tr!("kiosk-display-close");
            if ui.add(Button::primary(&close).icon(Icon::Check)).clicked() || page::enter_alone(ui) {
                actions.push(Action::CloseOverlay);
            }
        });
    });
    if wanted != appearance {
        actions.push(Action::Restyle(wanted));
    }
    if voice != listening {
        actions.push(Action::Listen(voice));
    }
    if shown.should_close() {
        actions.push(Action::CloseOverlay);
    }
}

/// Shows one setting: its name, and its values side by side.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, name: &str, labels: &[String], values: &[T], current: &mut T) {
    let look = Look::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(
            vec2(look.text.body * 8.0, look.target.control),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_width(look.text.body * 8.0);
                body(ui, name);
            },
        );
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let mut index = values.iter().position(|value| value == current).unwrap_or(0);
        if segmented(ui, &labels, &mut index)
            && let Some(value) = values.get(index)
        {
            *current = *value;
        }
    });
}
