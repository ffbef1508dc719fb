//! Where the elements of a view stand: one a row, or side by side where the definition says so.

use eframe::egui::{Rect, Ui, Vec2, pos2, vec2};

use super::{WIDEST_BUTTON, least};
use crate::domain::assessment::{Element, ElementKind, View};
use crate::i18n::typeset;
use crate::ui::theme::{Look, Weight};

/// The elements of a view with their places from its top left corner.
pub(super) struct Layout<'a> {
    pub places: Vec<(&'a Element, Rect)>,
    pub height: f32,
}

/// Lays a view out in a room; where height lacks, rows come closer together but stay as high as a finger needs.
pub(super) fn lay_out<'a>(ui: &Ui, look: &Look, view: &'a View, room: Vec2) -> Layout<'a> {
    let mut rows: Vec<Vec<&Element>> = Vec::new();
    for element in &view.elements {
        match rows.last_mut() {
            Some(row) if element.same_row => row.push(element),
            _ => rows.push(vec![element]),
        }
    }
    let across = look.space.medium;
    let laid: Vec<(Vec<f32>, f32)> = rows.iter().map(|row| row_of(ui, look, row, room.x, across)).collect();
    let content: f32 = laid.iter().map(|(_, height)| height).sum();
    let n_gaps = rows.len().saturating_sub(1).max(1) as f32;
    let gap = ((room.y - content) / n_gaps).clamp(look.space.tiny, look.space.medium);
    let mut places = Vec::with_capacity(view.elements.len());
    let mut top = 0.0;
    for (row, (widths, height)) in rows.iter().zip(&laid) {
        let mut left = 0.0;
        for (element, width) in row.iter().zip(widths) {
            places.push((*element, Rect::from_min_size(pos2(left, top), vec2(*width, *height))));
            left += width + across;
        }
        top += height + gap;
    }
    Layout { places, height: (top - gap).max(0.0) }
}

/// Returns the widths of a row's elements and its height.
fn row_of(ui: &Ui, look: &Look, row: &[&Element], room: f32, across: f32) -> (Vec<f32>, f32) {
    let free = room - across * (row.len() as f32 - 1.0);
    let natural = |element: &Element| {
        let job = look.job(&typeset(&element.text), Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY);
        let width = ui.painter().layout_job(job).size().x + 2.0 * look.space.large;
        width.clamp(least(look).x, WIDEST_BUTTON)
    };
    let loose = |element: &&Element| match element.kind {
        ElementKind::Button | ElementKind::Link | ElementKind::Tab => true,
        ElementKind::Heading
        | ElementKind::Text
        | ElementKind::Row
        | ElementKind::Cell
        | ElementKind::CheckBox
        | ElementKind::Field => false,
    };
    let naturals: Vec<f32> = row.iter().map(|element| natural(element)).collect();
    let sum: f32 = naturals.iter().sum();
    let widths = if row.iter().all(loose) {
        let shrunk = (free / sum).min(1.0);
        naturals.iter().map(|width| (width * shrunk).floor()).collect()
    } else if row.iter().any(loose) {
        // What is loose keeps its width, the others share the rest.
        let taken: f32 = row.iter().zip(&naturals).filter(|(element, _)| loose(element)).map(|(_, width)| width).sum();
        let n_others = row.iter().filter(|element| !loose(element)).count().max(1) as f32;
        let share = ((free - taken) / n_others).max(free / row.len() as f32 * 0.5);
        row.iter().zip(&naturals).map(|(element, width)| if loose(element) { *width } else { share }).collect()
    } else {
        vec![(free / row.len() as f32).floor(); row.len()]
    };
    let height = |(element, width): (&&Element, &f32)| match element.kind {
        ElementKind::Heading => words_height(ui, look, element, Weight::Bold, look.text.heading, *width),
        ElementKind::Text => words_height(ui, look, element, Weight::Regular, look.text.body, *width),
        ElementKind::Button
        | ElementKind::Link
        | ElementKind::Row
        | ElementKind::Tab
        | ElementKind::Cell
        | ElementKind::CheckBox => least(look).y,
        // Its name stands beside it, on the lines that it needs.
        ElementKind::Field => {
            let words = words_height(ui, look, element, Weight::SemiBold, look.text.body * 0.86, *width * 0.45);
            least(look).y.max(words)
        }
    };
    let height = row.iter().zip(&widths).map(height).fold(0.0, f32::max);
    (widths, height)
}

fn words_height(ui: &Ui, look: &Look, element: &Element, weight: Weight, size: f32, width: f32) -> f32 {
    let job = look.job(&typeset(&element.text), weight, size, look.colours.ink, width);
    ui.painter().layout_job(job).size().y
}
