//! What a generated question shows: cells with a missing one, numbers, an object, folds, a board, objects to count.
//!
//! Everything is drawn in the room given and said to a screen reader as one picture; a board and a series are said whole.

mod board;
mod strip;

use eframe::egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::figure::{inner_square, paint_figure};
use super::figure_card::{card_rows, figure_side};
use super::paint;
use crate::domain::generate::Stem;
use crate::domain::generate::figure::Figure;
use crate::i18n::terms::{item_alternative, item_unknown};
use crate::ui::theme::{Look, Weight};

/// The side of the largest drawing: beyond it the eye no longer holds it whole.
const LARGEST: f32 = 500.0;

/// Where a drawing stands when there is width for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StemPlace {
    /// On the left of its answers: it is about as high as wide.
    Beside,
    /// Above its answers: it is a strip.
    Above,
}

impl StemPlace {
    pub fn of(stem: &Stem) -> Self {
        match stem {
            Stem::Matrix { .. } | Stem::Rotation(_) | Stem::Dashboard(_) | Stem::Counting(_) => Self::Beside,
            Stem::Series(_) | Stem::Folding(_) => Self::Above,
        }
    }
}

/// The least height of a drawing above its answers: in a zone that is lower, the answers are reached by scrolling.
const LEAST: f32 = 240.0;

/// Narrowest zone where a drawing and its answers stand side by side.
const SIDE_BY_SIDE: f32 = 860.0;

/// Shows a drawing and its answers in the width at hand and a height; `answers` is told its own height.
///
/// `n_options` is the number of drawings to choose among: a matrix is drawn at their scale, so that sizes compare.
pub fn with_stem<R>(
    ui: &mut Ui,
    height: f32,
    stem: &Stem,
    n_options: usize,
    answers: impl FnOnce(&mut Ui, f32) -> R,
) -> R {
    let look = Look::of(ui.ctx());
    let width = ui.available_width();
    if StemPlace::of(stem) == StemPlace::Above || width < SIDE_BY_SIDE {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        let shown = self::stem(ui, stem, vec2(width, (height * 0.48).max(LEAST)), None);
        return answers(ui, (height - shown.rect.height() - look.space.medium).max(look.target.answer));
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.large;
        let whole = (width * 0.5).min(height).min(LARGEST).floor();
        let scale = common_side(&look, stem, n_options, vec2(width - whole - look.space.large, height));
        self::stem(ui, stem, vec2(width * 0.5, height), scale);
        ui.vertical(|ui| answers(ui, height)).inner
    })
    .inner
}

/// Returns the side of the squares in which a matrix's cells and its options are drawn, the smaller of both; `None`
/// where sizes need not compare. `answers` is the room of the options, beside the drawing.
pub fn common_side(look: &Look, stem: &Stem, n_options: usize, answers: Vec2) -> Option<f32> {
    if n_options == 0 {
        return None;
    }
    // The drawing is a square that takes the height, or half of the width.
    let cell = matrix_scale(look, stem, vec2(answers.x + look.space.large, answers.y))?;
    let (_, card) = card_rows(look, n_options, answers);
    Some(cell.min(figure_side(look, card)))
}

/// Returns the side of the squares in which the figures of a matrix are drawn when it has `room`, unless told otherwise.
pub fn matrix_scale(look: &Look, stem: &Stem, room: Vec2) -> Option<f32> {
    let Stem::Matrix { side: n, .. } = stem else { return None };
    let whole = room.min_elem().min(LARGEST).floor();
    Some(cell_side(look, whole, *n) * (1.0 - 2.0 * CELL_MARGIN))
}

/// Share of a cell that stays empty on each side of its figure.
const CELL_MARGIN: f32 = 0.07;

fn cell_side(look: &Look, whole: f32, n: usize) -> f32 {
    let count = n.max(1);
    (whole - 2.0 * look.space.small - cell_gap(look) * (count - 1) as f32) / count as f32
}

fn cell_gap(look: &Look) -> f32 {
    look.space.small * 0.75
}

/// Shows a drawing as large as `room` allows, at the place where the layout is; it takes no more than it needs. The
/// figures of a matrix are drawn in squares of `scale` where it is given.
pub fn stem(ui: &mut Ui, stem: &Stem, room: Vec2, scale: Option<f32>) -> Response {
    let look = Look::of(ui.ctx());
    let side = room.min_elem().min(LARGEST).floor();
    match stem {
        Stem::Matrix { side: n, cells } => {
            let (rect, response) = take(ui, Vec2::splat(side), stem);
            matrix(ui, &look, rect, (*n, cells), scale);
            response
        }
        Stem::Rotation(figure) | Stem::Counting(figure) => {
            let (rect, response) = take(ui, Vec2::splat(side), stem);
            paint::plate(ui, &look, rect, look.radius.large, look.colours.surface_raised, look.outline());
            paint_figure(ui.painter(), &look, rect.shrink(look.space.medium), figure);
            response
        }
        Stem::Series(terms) => {
            let series = strip::Series::of(&look, terms, room);
            let (rect, response) = take(ui, series.size(), stem);
            series.paint(ui, &look, rect);
            response
        }
        Stem::Folding(steps) => {
            let folding = strip::Folding::of(&look, steps, room);
            let (rect, response) = take(ui, folding.size(), stem);
            folding.paint(ui, &look, rect);
            response
        }
        Stem::Dashboard(shown) => {
            let board = board::Layout::of(ui, &look, shown, room);
            let (rect, response) = take(ui, board.size(), stem);
            board.paint(ui, &look, rect);
            response
        }
    }
}

fn take(ui: &mut Ui, size: Vec2, stem: &Stem) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, item_alternative(stem)));
    (rect, response)
}

/// Draws the cells row by row, and the place of the missing one.
fn matrix(ui: &Ui, look: &Look, rect: Rect, (n, cells): (usize, &[Figure]), scale: Option<f32>) {
    paint::plate(ui, look, rect, look.radius.large, look.colours.surface_raised, look.outline());
    let inner = rect.shrink(look.space.small);
    let gap = cell_gap(look);
    let count = n.max(1);
    let side = cell_side(look, rect.width(), n);
    let figure_side = scale.unwrap_or(side * (1.0 - 2.0 * CELL_MARGIN));
    for place in 0..n * n {
        let (row, column) = (place / count, place % count);
        let at = inner.min + vec2(column as f32, row as f32) * (side + gap);
        let cell = Rect::from_min_size(at, Vec2::splat(side));
        match cells.get(place) {
            Some(figure) => {
                let line = Stroke::new(look.stroke.control, look.colours.line);
                ui.painter().rect_stroke(cell, look.corner(look.radius.small), line, StrokeKind::Inside);
                let place = Rect::from_center_size(cell.center(), Vec2::splat(figure_side));
                paint_figure(ui.painter(), look, place, figure);
            }
            None => unknown(ui, look, cell),
        }
    }
}

/// Draws the place of what is to be found.
fn unknown(ui: &Ui, look: &Look, place: Rect) {
    let c = &look.colours;
    let line = Stroke::new(look.stroke.focus, c.primary);
    ui.painter().rect(place, look.corner(look.radius.small), c.primary_soft, line, StrokeKind::Inside);
    let size = (place.height() * 0.5).clamp(look.text.body, look.text.title * 1.4);
    let mark = paint::layout(ui, look, &item_unknown(), Weight::Bold, size, c.primary, f32::INFINITY);
    paint::put_centred(ui, &mark, inner_square(place));
}
