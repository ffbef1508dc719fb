//! A task on simulated screens: a window in our own look, what it shows now, and the keyboard for its fields.
//!
//! Everything that is touched is 64 pixels high; « J'ai fini » gives all that was done as one answer.

mod element;
mod rows;
mod typing;
mod window;

use eframe::egui::{Rect, Ui, UiBuilder, Vec2, vec2};

pub(super) use typing::show as show_typing;

use super::attempt::TaskDraft;
use super::zone;
use crate::domain::assessment::Task;
use crate::ui::theme::Look;

/// Shows the window in the width at hand and a height; it grows where its view needs more.
pub(super) fn show(ui: &mut Ui, height: f32, task: &Task, done: &mut TaskDraft) {
    let Some(view) = task.views.get(done.state.view) else { return };
    let look = Look::of(ui.ctx());
    let width = ui.available_width();
    let bar = window::bar_height(&look);
    let pad = look.space.medium;
    let inner = width - 2.0 * pad;
    let layout = rows::lay_out(ui, &look, view, vec2(inner, height - bar - 1.5 * pad));
    let size = vec2(width, height.max(bar + 1.5 * pad + layout.height));
    let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::empty());
    window::paint(ui, &look, rect, bar, task.software, &view.title);
    let mut touched = None;
    let origin = rect.min + vec2(pad, bar + pad);
    for (element, place) in layout.places {
        let place: Rect = place.translate(origin.to_vec2());
        let builder = UiBuilder::new().id_salt(&element.id).max_rect(place);
        let response = ui.scope_builder(builder, |ui| element::show(ui, &look, place, element, &done.state)).inner;
        if let Some(response) = response {
            zone::follow_focus(&response);
            if response.clicked() {
                touched = Some(element);
            }
        }
    }
    if let Some(element) = touched {
        if element.kind == crate::domain::assessment::ElementKind::Field {
            done.open_field(&element.id);
        } else {
            done.touch(task, &element.id);
        }
        ui.ctx().request_repaint();
    }
}

/// Widest button of a simulated screen.
const WIDEST_BUTTON: f32 = 340.0;

fn least(look: &Look) -> Vec2 {
    vec2(120.0, super::answers::lowest(look))
}
