//! « Affichage »: letters, colours, movement, ruler and voice, for this person only. It changes at once and is kept with them.

use eframe::egui::{Align, Context, Layout, Rect, Sense, Ui, vec2};

use super::flow::Action;
use super::hearing::{Hearing, Listening};
use super::{page, zone};
use crate::domain::comfort::{Comfort, ZOOMS};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Face, Look, Scheme, Weight};
use crate::ui::widgets::{Button, Dialog, body, muted, segmented, segmented_width};

const SCHEMES: [Scheme; 3] = [Scheme::Light, Scheme::Dark, Scheme::Contrast];
const FACES: [Face; 2] = [Face::Legible, Face::Dyslexia];
const VOICES: [Listening; 3] = [Listening::Normal, Listening::Slow, Listening::Off];
const NO_OR_YES: [bool; 2] = [false, true];

/// Width of the dialog, and the share of it that the names of the settings take.
const WIDTH: f32 = 860.0;
const NAMES: f32 = 0.27;
const NAMES_LEAST: f32 = 190.0;
/// Tells the zone of the settings from those of the screen below.
const ZONE: usize = usize::MAX;

pub(super) fn show(ctx: &Context, comfort: Comfort, hearing: &Hearing, actions: &mut Vec<Action>) {
    let look = Look::of(ctx);
    let mut wanted = comfort;
    let screen = ctx.content_rect().size();
    let tight = screen.y < 700.0;
    let gap = if tight { look.space.small } else { look.space.medium };
    let shown = Dialog::new("kiosk-display", &tr!("kiosk-display-title")).width(WIDTH).untitled().show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = gap;
        let head = vec2(ui.available_width(), look.target.control);
        ui.allocate_ui_with_layout(head, Layout::right_to_left(Align::Center), |ui| {
            let close = tr!("kiosk-display-close");
            if ui.add(Button::primary(&close).icon(Icon::Check)).clicked() || page::enter_alone(ui) {
                actions.push(Action::CloseOverlay);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = tr!("kiosk-display-title");
                let title = look.job(&words, Weight::Bold, look.text.heading, look.colours.ink, f32::INFINITY);
                ui.label(title);
            });
        });
        // What does not fit scrolls by two large arrows; the way back stays.
        let id = ui.scope_id().with("height");
        let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(7.0 * (look.target.control + gap));
        let most = screen.y - look.target.control - gap - 2.0 * look.space.large * 1.2 - look.space.medium;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height.min(most)), Sense::empty());
        let used = zone::show(ui, rect, ZONE, |ui| settings(ui, rect, gap, &mut wanted, hearing));
        if (used - height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, used));
            ui.ctx().request_repaint();
        }
    });
    if wanted != comfort {
        actions.push(Action::Suit(wanted));
    }
    if shown.should_close() {
        actions.push(Action::CloseOverlay);
    }
}

/// Shows all settings; returns their height.
fn settings(ui: &mut Ui, rect: Rect, gap: f32, wanted: &mut Comfort, hearing: &Hearing) -> f32 {
    ui.spacing_mut().item_spacing.y = gap;
    let top = ui.cursor().top();
    let names = (rect.width() * NAMES).max(NAMES_LEAST).round();
    let zooms = [tr!("kiosk-zoom-100"), tr!("kiosk-zoom-125"), tr!("kiosk-zoom-150"), tr!("kiosk-zoom-200")];
    choose(ui, names, &tr!("kiosk-display-size"), &zooms, &ZOOMS, &mut wanted.zoom_percent);
    let schemes = [tr!("kiosk-light"), tr!("kiosk-dark"), tr!("kiosk-contrast")];
    choose(ui, names, &tr!("kiosk-display-colours"), &schemes, &SCHEMES, &mut wanted.scheme);
    let faces = [tr!("kiosk-legible"), tr!("kiosk-dyslexia")];
    choose(ui, names, &tr!("kiosk-display-font"), &faces, &FACES, &mut wanted.face);
    let rulers = [tr!("kiosk-ruler-off"), tr!("kiosk-ruler-on")];
    choose(ui, names, &tr!("kiosk-display-ruler"), &rulers, &NO_OR_YES, &mut wanted.reading_ruler);
    let motions = [tr!("kiosk-motion-on"), tr!("kiosk-motion-off")];
    choose(ui, names, &tr!("kiosk-display-motion"), &motions, &NO_OR_YES, &mut wanted.reduced_motion);
    if hearing.is_possible() {
        let voices = [tr!("kiosk-voice-normal"), tr!("kiosk-voice-slow"), tr!("kiosk-voice-off")];
        choose(ui, names, &tr!("kiosk-display-voice"), &voices, &VOICES, &mut wanted.listening);
    } else {
        muted(ui, &tr!("kiosk-voice-absent"));
    }
    ui.min_rect().bottom() - top
}

/// Shows one setting: its name, and its values side by side; one under the other where they are too wide together.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, names: f32, name: &str, labels: &[String], values: &[T], current: &mut T) {
    let look = Look::of(ui.ctx());
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let selected = values.iter().position(|value| value == current).unwrap_or(0);
    let beside = names + segmented_width(ui, &labels) <= ui.available_width();
    let per_row = match labels.len() {
        n if segmented_width(ui, &labels) <= ui.available_width() => n,
        n => n.div_ceil(2),
    };
    let mut chosen = None;
    let mut rows = |ui: &mut Ui| {
        for (row, part) in labels.chunks(per_row.max(1)).enumerate() {
            let first = row * per_row;
            let mut index = selected.checked_sub(first).unwrap_or(usize::MAX);
            if segmented(ui, part, &mut index) {
                chosen = Some(first + index);
            }
        }
    };
    if beside {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let size = vec2(names, look.target.control);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(names);
                body(ui, name);
            });
            rows(ui);
        });
    } else {
        body(ui, name);
        rows(ui);
    }
    if let Some(value) = chosen.and_then(|index| values.get(index)) {
        *current = *value;
    }
}
