//! « Affichage »: how large, in which colours and with which letters the desk is seen.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::tr;
use crate::ui::desk::action::Action;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::is_narrow;
use crate::ui::icons::Icon;
use crate::ui::theme::{Face, Look, Scheme};
use crate::ui::widgets::{Button, body, segmented};

const ZOOMS: [u16; 4] = [100, 125, 150, 200];
const SCHEMES: [Scheme; 3] = [Scheme::Light, Scheme::Dark, Scheme::Contrast];
const FACES: [Face; 2] = [Face::Legible, Face::Dyslexia];

/// Width of the names of the settings.
const NAMES: f32 = 100.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let appearance = Look::of(ui.ctx()).appearance;
    let mut wanted = appearance;
    let zooms = ZOOMS.map(|percent| tr!("desk-display-zoom", percent = percent));
    choose(ui, &tr!("desk-display-size"), &zooms, &ZOOMS, &mut wanted.zoom_percent);
    let schemes = [tr!("desk-display-light"), tr!("desk-display-dark"), tr!("desk-display-contrast")];
    choose(ui, &tr!("desk-display-colours"), &schemes, &SCHEMES, &mut wanted.scheme);
    let faces = [tr!("desk-display-legible"), tr!("desk-display-dyslexia")];
    choose(ui, &tr!("desk-display-font"), &faces, &FACES, &mut wanted.face);
    let foot = vec2(ui.available_width(), Look::of(ui.ctx()).target.control);
    ui.allocate_ui_with_layout(foot, Layout::right_to_left(Align::Center), |ui| {
        if ui.add(Button::primary(&tr!("desk-display-close")).icon(Icon::Check)).clicked() {
            cx.close();
        }
    });
    if wanted != appearance {
        cx.actions.push(Action::Restyle(wanted));
    }
}

/// Shows one setting: its name, and its values side by side.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, name: &str, labels: &[String], values: &[T], current: &mut T) {
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut index = values.iter().position(|value| value == current).unwrap_or(0);
    let chosen = if is_narrow(ui) {
        body(ui, name);
        segmented(ui, &labels, &mut index)
    } else {
        ui.horizontal(|ui| {
            let size = vec2(NAMES, Look::of(ui.ctx()).target.control);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(NAMES);
                body(ui, name);
            });
            segmented(ui, &labels, &mut index)
        })
        .inner
    };
    if chosen && let Some(value) = values.get(index) {
        *current = *value;
    }
}
