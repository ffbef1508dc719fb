//! A table of ratings: one act a row, one point a column. A row takes a digit of the keyboard too.

use eframe::egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Look, Weight};

/// One column: what stands in its cells, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingColumn {
    /// The key that chooses it: "2".
    pub key: String,
    pub name: String,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct RatingRow<'a> {
    pub statement: &'a str,
    pub chosen: Option<usize>,
    /// The row that the keyboard is on.
    pub active: bool,
}

const COLUMN: f32 = 112.0;

/// Least width of the statements beside the columns: with less, the columns stand below them.
const LEAST: f32 = 180.0;

/// Returns the width of a column, and whether the columns stand below the statements.
fn shape(width: f32, n_columns: usize) -> (f32, bool) {
    let n = n_columns.max(1) as f32;
    if width - COLUMN * n < LEAST { (COLUMN.min(width / n), true) } else { (COLUMN, false) }
}

/// Shows the names of the columns above the rows.
pub fn rating_head(ui: &mut Ui, columns: &[RatingColumn]) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let (column, _) = shape(width, columns.len());
    let lay = |words: &str| {
        paint::layout(ui, &look, words, Weight::SemiBold, look.text.small, c.ink_muted, column - look.space.small)
    };
    let names: Vec<_> = columns.iter().map(|column| lay(&column.name)).collect();
    let height = names.iter().map(|name| name.size().y).fold(0.0, f32::max);
    let (rect, _) = paint::row(ui, width, height, Sense::hover());
    for (index, name) in names.iter().enumerate() {
        let cell = cell(rect, index, columns.len(), column);
        paint::put(ui, name, pos2(cell.center().x - name.size().x / 2.0, rect.bottom() - name.size().y));
    }
}

/// Shows one row and returns the column that was pressed.
pub fn rating_row(ui: &mut Ui, columns: &[RatingColumn], row: RatingRow<'_>) -> Option<usize> {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let (column_width, stacked) = shape(width, columns.len());
    let taken = if stacked { 0.0 } else { column_width * columns.len() as f32 };
    let room = width - taken - 2.0 * look.space.medium;
    let words = paint::layout(ui, &look, row.statement, Weight::Regular, look.text.body, c.ink, room);
    let control = look.target.control;
    let height = if stacked { words.size().y + control } else { words.size().y.max(control) } + look.space.small;
    let (rect, response) = paint::row(ui, width, height, Sense::hover());
    if row.active {
        ui.painter().rect_filled(rect, look.corner(look.radius.small), c.primary_soft);
        response.scroll_to_me(None);
    }
    let (said, marks) = if stacked { rect.split_top_bottom_at_y(rect.bottom() - control) } else { (rect, rect) };
    paint::put_left(ui, &words, rect.left() + look.space.small, said.center().y);
    let mut pressed = None;
    for (index, column) in columns.iter().enumerate() {
        let cell = cell(marks, index, columns.len(), column_width);
        let circle = Rect::from_center_size(cell.center(), vec2(control, control) * 0.85);
        let on = row.chosen == Some(index);
        let response = ui.interact(circle, ui.scope_id().with(("rating", row.statement, index)), Sense::click());
        let name = format!("{}, {}", row.statement, column.name);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, name.as_str()));
        let (fill, ink) = match (on, response.hovered()) {
            (true, _) => (c.primary, c.primary_ink),
            (false, true) => (c.primary_soft, c.ink),
            (false, false) => (c.surface_raised, c.ink_muted),
        };
        let outline = if on { Stroke::new(look.stroke.thin, c.primary) } else { look.outline() };
        let corner = look.corner(circle.height() / 2.0);
        ui.painter().rect(circle, corner, fill, outline, StrokeKind::Inside);
        let font = look.font(Weight::SemiBold, look.text.body);
        ui.painter().text(circle.center(), Align2::CENTER_CENTER, &column.key, font, ink);
        paint::focus_ring(ui, &look, &response, circle, circle.height() / 2.0);
        if response.clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

fn cell(row: Rect, index: usize, n: usize, width: f32) -> Rect {
    let left = row.right() - width * (n - index) as f32;
    Rect::from_x_y_ranges(left..=left + width, row.y_range())
}
