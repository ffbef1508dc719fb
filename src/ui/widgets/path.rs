//! A roadmap as a path: steps joined by a line, each with its state in shape and in words.

use eframe::egui::{Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Planned,
    InProgress,
    Done,
    Dropped,
}

/// One step; `state_words` says the state, since colour alone says nothing.
#[derive(Debug, Clone, Copy)]
pub struct PathStep<'a> {
    pub title: &'a str,
    pub detail: &'a str,
    pub state: StepState,
    pub state_words: &'a str,
}

/// Shows the path from left to right over the available width; returns the step that was pressed.
pub fn path_across(ui: &mut Ui, steps: &[PathStep<'_>]) -> Option<usize> {
    let look = Look::of(ui.ctx());
    let node = look.target.control;
    let width = ui.available_width() / steps.len().max(1) as f32;
    let mut pressed = None;
    let mut previous: Option<(Pos2, StepState)> = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (index, step) in steps.iter().enumerate() {
            let room = width - look.space.medium;
            let words = words_of(ui, &look, step, room);
            let tall = words.iter().map(|galley| galley.size().y).sum::<f32>();
            let size = vec2(width, node + look.space.small + tall + look.space.small);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            name(&response, step);
            let centre = pos2(rect.left() + node / 2.0 + 2.0, rect.top() + node / 2.0 + 2.0);
            if let Some((from, state)) = previous {
                let ends = [from + vec2(node / 2.0 + 6.0, 0.0), centre - vec2(node / 2.0 + 6.0, 0.0)];
                join(ui, &look, ends, state);
            }
            draw_node(ui, &look, &response, centre, node, (index, step.state));
            let mut top = centre.y + node / 2.0 + look.space.small;
            for galley in words {
                paint::put(ui, &galley, pos2(rect.left() + 2.0, top));
                top += galley.size().y;
            }
            previous = Some((centre, step.state));
            if response.clicked() {
                pressed = Some(index);
            }
        }
    });
    pressed
}

/// Shows the path from top to bottom; returns the step that was pressed.
pub fn path_down(ui: &mut Ui, steps: &[PathStep<'_>]) -> Option<usize> {
    let look = Look::of(ui.ctx());
    let node = look.target.control;
    let width = ui.available_width();
    let mut pressed = None;
    let mut previous: Option<(Pos2, StepState)> = None;
    for (index, step) in steps.iter().enumerate() {
        let words = words_of(ui, &look, step, width - node - look.space.large);
        let tall = words.iter().map(|galley| galley.size().y).sum::<f32>();
        let (rect, response) = paint::row(ui, width, tall.max(node + 4.0) + look.space.medium, Sense::click());
        name(&response, step);
        let centre = pos2(rect.left() + node / 2.0 + 2.0, rect.top() + node / 2.0 + 2.0);
        if let Some((from, state)) = previous {
            join(ui, &look, [from + vec2(0.0, node / 2.0 + 5.0), centre - vec2(0.0, node / 2.0 + 5.0)], state);
        }
        draw_node(ui, &look, &response, centre, node, (index, step.state));
        let mut top = rect.top() + ((node - tall) / 2.0).max(0.0);
        for galley in words {
            paint::put(ui, &galley, pos2(rect.left() + node + look.space.medium, top));
            top += galley.size().y;
        }
        previous = Some((centre, step.state));
        if response.clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

fn name(response: &Response, step: &PathStep<'_>) {
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}. {}. {}", step.title, step.state_words, step.detail))
    });
}

type Words = [std::sync::Arc<eframe::egui::Galley>; 3];

fn words_of(ui: &Ui, look: &Look, step: &PathStep<'_>, room: f32) -> Words {
    let c = &look.colours;
    let state_ink = match step.state {
        StepState::Planned | StepState::Dropped => c.ink_muted,
        StepState::InProgress => c.primary,
        StepState::Done => c.ink,
    };
    let title_ink = if step.state == StepState::Dropped { c.ink_muted } else { c.ink };
    [
        paint::layout(ui, look, step.title, Weight::SemiBold, look.text.body, title_ink, room),
        paint::layout(ui, look, step.state_words, Weight::SemiBold, look.text.small, state_ink, room),
        paint::layout(ui, look, step.detail, Weight::Regular, look.text.small, c.ink_muted, room),
    ]
}

fn join(ui: &Ui, look: &Look, ends: [Pos2; 2], state: StepState) {
    let c = &look.colours;
    match state {
        StepState::Done => {
            ui.painter().line_segment(ends, Stroke::new(4.0, c.primary));
        }
        StepState::Planned | StepState::InProgress | StepState::Dropped => {
            ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(3.0, c.line), 7.0, 6.0));
        }
    }
}

fn draw_node(ui: &Ui, look: &Look, response: &Response, centre: Pos2, node: f32, (index, state): (usize, StepState)) {
    let c = &look.colours;
    let radius = node / 2.0;
    let place = Rect::from_center_size(centre, vec2(node, node));
    let inner = place.shrink(node * 0.26);
    let painter = ui.painter();
    if response.hovered() {
        painter.circle_filled(centre, radius + 4.0, c.primary_soft);
    }
    match state {
        StepState::Done => {
            painter.circle_filled(centre, radius, c.primary);
            Icon::Check.paint(painter, inner, c.primary_ink);
        }
        StepState::InProgress => {
            painter.circle(centre, radius - 1.5, c.accent_soft, Stroke::new(look.stroke.selected, c.accent));
            Icon::Compass.paint(painter, inner, c.ink);
        }
        StepState::Planned => {
            painter.circle(centre, radius - 1.0, c.surface_raised, Stroke::new(2.0, c.line));
            let text = (index + 1).to_string();
            let digit = paint::layout(ui, look, &text, Weight::SemiBold, look.text.body, c.ink_muted, f32::INFINITY);
            paint::put_centred(ui, &digit, place);
        }
        StepState::Dropped => {
            painter.circle(centre, radius - 1.0, c.background, Stroke::new(1.5, c.line));
            Icon::Cross.paint(painter, place.shrink(node * 0.32), c.ink_muted);
        }
    }
    paint::focus_ring(ui, look, response, place, radius);
}
