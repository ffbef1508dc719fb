//! The steps prescribed already, in order: move them by their handle or by keys, drop them with a reason.

use eframe::egui::{Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use crate::app::guidance::{RoadmapView, StepView, effort};
use crate::domain::id::StepId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{heading, icon_button, muted, small};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-roadmap"));
        let open = roadmap.steps.iter().filter(|step| step.outcome.is_open()).map(|step| (step.form, step.minutes));
        if let Some(words) = words::effort(effort(open)) {
            muted(ui, &words);
        }
        if roadmap.steps.is_empty() {
            muted(ui, &tr!("desk-path-empty-words"));
        }
        let (mut places, mut let_go) = (Vec::new(), None);
        for (index, step) in roadmap.steps.iter().enumerate() {
            ui.separator();
            let drawn = ui.push_id(step.id.uuid(), |ui| step_row(ui, cx, roadmap, index, step));
            places.push(drawn.response.rect);
            let_go = drawn.inner.map(|at| (step.id, at)).or(let_go);
        }
        if let Some((step, at)) = let_go {
            drop_at(cx, roadmap, step, before_which(&places, at));
        }
    });
}

/// Returns before which row a step is put down that is let go at this height.
fn before_which(places: &[Rect], at: f32) -> usize {
    places.iter().position(|place| at < place.center().y).unwrap_or(places.len())
}

/// Moves a step before the row of this number, unless it stands there.
fn drop_at(cx: &mut Cx<'_>, roadmap: &RoadmapView, step: StepId, row: usize) {
    let Some(from) = roadmap.steps.iter().position(|other| other.id == step) else { return };
    if row == from || row == from + 1 {
        return;
    }
    let before = roadmap.steps.get(row).map(|other| other.id);
    cx.act(Deed::ReorderStep { step, before });
}

/// The handle by which a step is carried; returns the height at which it was let go.
fn handle(ui: &mut Ui, step: &StepView) -> Option<f32> {
    let look = Look::of(ui.ctx());
    let size = Vec2::splat(look.target.control);
    let id = Id::unique(("carry", step.id.uuid().as_u128()));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id, Sense::drag());
    let name = tr!("desk-carry", title = step.title.as_str());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let colour = if response.dragged() { look.colours.primary } else { look.colours.ink_muted };
    for line in [-1.0, 0.0, 1.0] {
        let y = rect.center().y + line * size.x * 0.15;
        ui.painter().hline(rect.shrink2(vec2(size.x * 0.25, 0.0)).x_range(), y, Stroke::new(2.0, colour));
    }
    let at = response.interact_pointer_pos();
    if response.dragged()
        && let Some(at) = at
    {
        // Where the step would stand, as a line under the pointer.
        let line = ui.max_rect().x_range();
        ui.painter().hline(line, at.y, Stroke::new(2.0, look.colours.primary));
    }
    response.on_hover_text(name).drag_stopped().then_some(at?.y)
}

/// Shows one step; returns the height at which it was let go, if it was carried.
fn step_row(ui: &mut Ui, cx: &mut Cx<'_>, roadmap: &RoadmapView, index: usize, step: &StepView) -> Option<f32> {
    let look = Look::of(ui.ctx());
    let drawn = row(ui, |ui| {
        let carried = handle(ui, step);
        ui.vertical(|ui| {
            ui.set_width(beside(ui, 140.0, 160.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            let title = tr!("desk-numbered", n = index + 1, title = step.title.as_str());
            ui.label(look.job(&title, Weight::SemiBold, look.text.body, look.colours.ink, width));
            small(ui, &words::step_detail(step, cx.day()));
            small(ui, &words::step_state(step).1);
        });
        if !step.outcome.is_open() {
            return carried;
        }
        at_end(ui, |ui| {
            if icon_button(ui, Icon::Cross, &tr!("desk-drop-of", title = step.title.as_str())).clicked() {
                cx.ask(Ask::Reason(ReasonForm::new(ReasonFor::DropStep(step.id), step.title.clone())));
            }
            let down = icon_button(ui, Icon::ChevronDown, &tr!("desk-move-down", title = step.title.as_str()));
            let up = icon_button(ui, Icon::ChevronUp, &tr!("desk-move-up", title = step.title.as_str()));
            // Alt and an arrow move the step whose button has the keyboard.
            let focused = up.has_focus() || down.has_focus();
            let key = |ui: &Ui, key| focused && ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
            let goes_up = up.clicked() || key(ui, Key::ArrowUp);
            let goes_down = down.clicked() || key(ui, Key::ArrowDown);
            if goes_up && let Some(before) = index.checked_sub(1).and_then(|above| roadmap.steps.get(above)) {
                cx.act(Deed::ReorderStep { step: step.id, before: Some(before.id) });
            } else if goes_down && index + 1 < roadmap.steps.len() {
                let before = roadmap.steps.get(index + 2).map(|below| below.id);
                cx.act(Deed::ReorderStep { step: step.id, before });
            }
        });
        carried
    });
    drawn.inner
}
