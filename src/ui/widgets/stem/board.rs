//! The board of a workplace: its title over a table of numbers, or over bars before a scale.

use std::sync::Arc;

use eframe::egui::{Align, Galley, Rect, Stroke, Ui, Vec2, pos2, vec2};

use crate::domain::generate::dashboard::Board;
use crate::domain::generate::figure::Figure;
use crate::i18n::terms::{board_line, board_line_mark, board_lines_title, board_measure_title, board_title};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::figure::paint_chart;
use crate::ui::widgets::paint;

/// Widest board: beyond it the eye loses its line.
const WIDEST: f32 = 700.0;

/// A board ready to be drawn.
pub(super) struct Layout<'a> {
    title: Arc<Galley>,
    title_height: f32,
    size: Vec2,
    body: Body<'a>,
}

enum Body<'a> {
    Table(Table),
    Bars(Bars<'a>),
}

struct Table {
    heads: Vec<Arc<Galley>>,
    rows: Vec<Vec<Arc<Galley>>>,
    /// Left end and width of each column.
    columns: Vec<(f32, f32)>,
    head_height: f32,
    row_height: f32,
}

struct Bars<'a> {
    figure: &'a Figure,
    measure: Arc<Galley>,
    marks: Vec<Arc<Galley>>,
    axis: Arc<Galley>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(ui: &Ui, look: &Look, board: &'a Board, room: Vec2) -> Self {
        let width = room.x.min(WIDEST).floor();
        let pad = look.space.medium;
        let words = board_title(board.workplace);
        let title = paint::layout(ui, look, &words, Weight::Bold, look.text.body, look.colours.ink, width - 2.0 * pad);
        let title_height = title.size().y + look.space.small;
        let left = room.y - title_height;
        let (body, height) = match &board.bars {
            None => {
                let table = Table::of(ui, look, board, vec2(width, left));
                let height = table.height();
                (Body::Table(table), height)
            }
            Some(figure) => (Body::Bars(Bars::of(ui, look, board, figure, width)), left.min(BARS)),
        };
        Self { title, title_height, size: vec2(width, title_height + height), body }
    }

    pub(super) fn size(&self) -> Vec2 {
        self.size
    }

    pub(super) fn paint(&self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        paint::plate(ui, look, rect, look.radius.medium, c.surface_raised, look.outline());
        let band = rect.with_max_y(rect.top() + self.title_height);
        paint::put_left(ui, &self.title, rect.left() + look.space.medium, band.center().y);
        let body = rect.with_min_y(band.bottom());
        match &self.body {
            Body::Table(table) => table.paint(ui, look, body),
            Body::Bars(bars) => bars.paint(ui, look, body),
        }
    }
}

/// Lowest and highest row of a table.
const ROW: (f32, f32) = (23.5, 44.0);

impl Table {
    fn of(ui: &Ui, look: &Look, board: &Board, room: Vec2) -> Self {
        let c = &look.colours;
        let pad = look.space.small;
        let n_columns = board.columns.len() as f32;
        let first = (room.x * 0.24).max(look.text.body * 5.0);
        let width = (room.x - first) / n_columns.max(1.0);
        let starts = (0..board.columns.len()).map(|index| (first + index as f32 * width, width));
        let columns: Vec<(f32, f32)> = std::iter::once((0.0, first)).chain(starts).collect();
        let lines_title = board.lines.first().map(|&line| board_lines_title(line, board.workplace)).unwrap_or_default();
        let titles =
            std::iter::once(lines_title).chain(board.columns.iter().map(|column| board_measure_title(column.measure)));
        let lay = |index: usize, text: &str, weight, size, width| {
            let mut job = look.job(text, weight, size, c.ink, width);
            job.halign = if index == 0 { Align::Min } else { Align::Center };
            ui.painter().layout_job(job)
        };
        let heads: Vec<Arc<Galley>> = titles
            .zip(&columns)
            .enumerate()
            .map(|(index, (title, (_, width)))| {
                lay(index, &title, Weight::SemiBold, look.text.small, width - 2.0 * pad)
            })
            .collect();
        let head_height = heads.iter().map(|head| head.size().y).fold(0.0, f32::max) + pad;
        let row_height = ((room.y - head_height) / board.lines.len().max(1) as f32).floor().clamp(ROW.0, ROW.1);
        let size = (row_height * 0.8).min(look.text.body);
        let row = |(index, &line): (usize, _)| {
            let name = lay(0, &board_line(line, board.workplace), Weight::SemiBold, size, f32::INFINITY);
            let values = board.columns.iter().filter_map(|column| column.values.get(index));
            let values = values.map(|value| lay(1, &value.to_string(), Weight::Regular, size, f32::INFINITY));
            std::iter::once(name).chain(values).collect()
        };
        let rows = board.lines.iter().enumerate().map(row).collect();
        Self { heads, rows, columns, head_height, row_height }
    }

    fn height(&self) -> f32 {
        self.head_height + self.rows.len() as f32 * self.row_height
    }

    fn paint(&self, ui: &Ui, look: &Look, rect: Rect) {
        let c = &look.colours;
        let edge = look.stroke.control;
        let across = |top: f32, bottom: f32| {
            let (left, right) = (rect.left() + edge, rect.right() - edge);
            Rect::from_min_max(pos2(left, rect.top() + top), pos2(right, rect.top() + bottom))
        };
        ui.painter().rect_filled(across(0.0, self.head_height), 0.0, c.primary_soft);
        self.put(ui, look, rect, &self.heads, self.head_height / 2.0);
        for (index, row) in self.rows.iter().enumerate() {
            let top = self.head_height + index as f32 * self.row_height;
            let line = Stroke::new(look.stroke.thin, if index == 0 { c.line } else { c.line_soft });
            ui.painter().hline(across(top, top).x_range(), rect.top() + top, line);
            self.put(ui, look, rect, row, top + self.row_height / 2.0);
        }
        for (left, _) in self.columns.iter().skip(1) {
            let line = Stroke::new(look.stroke.thin, c.line_soft);
            ui.painter().vline(rect.left() + left, across(0.0, self.height() - edge).y_range(), line);
        }
    }

    /// Puts the cells of a row: the name at the left, values in the middle of their columns.
    fn put(&self, ui: &Ui, look: &Look, rect: Rect, cells: &[Arc<Galley>], middle: f32) {
        let middle = rect.top() + middle;
        for (index, (cell, (left, width))) in cells.iter().zip(&self.columns).enumerate() {
            let inset = if index == 0 { look.space.medium } else { width / 2.0 };
            paint::put_left(ui, cell, rect.left() + left + inset, middle);
        }
    }
}

/// The tallest drawing of bars with its words.
const BARS: f32 = 420.0;

/// Where the bars begin in their figure, as a share of its width: the numbers of the scale stand before.
const SCALE: f32 = 0.12;

impl<'a> Bars<'a> {
    fn of(ui: &Ui, look: &Look, board: &Board, figure: &'a Figure, width: f32) -> Self {
        let c = &look.colours;
        let lay = |text: &str, weight, size| paint::layout(ui, look, text, weight, size, c.ink, width);
        let small = look.text.small;
        let measure = board.columns.first().map(|column| board_measure_title(column.measure)).unwrap_or_default();
        let axis = board.lines.first().map(|&line| board_lines_title(line, board.workplace)).unwrap_or_default();
        let marks = board.lines.iter().map(|&line| lay(&board_line_mark(line), Weight::SemiBold, small)).collect();
        Self {
            figure,
            measure: lay(&measure, Weight::SemiBold, small),
            marks,
            axis: lay(&axis, Weight::SemiBold, small),
        }
    }

    fn paint(&self, ui: &Ui, look: &Look, rect: Rect) {
        let pad = look.space.medium;
        let inner = rect.shrink2(vec2(pad, 0.0));
        paint::put(ui, &self.measure, inner.min);
        let foot = look.text.small * look.text.line_height;
        let plot = Rect::from_min_max(
            pos2(inner.left(), inner.top() + self.measure.size().y),
            pos2(inner.right(), inner.bottom() - 2.0 * foot),
        );
        paint_chart(ui.painter(), look, plot, self.figure);
        let bars = plot.with_min_x(plot.left() + plot.width() * SCALE);
        let place = bars.width() / self.marks.len().max(1) as f32;
        for (index, mark) in self.marks.iter().enumerate() {
            let middle = bars.left() + (index as f32 + 0.5) * place;
            paint::put(ui, mark, pos2(middle - mark.size().x / 2.0, plot.bottom() - foot * 0.1));
        }
        let at = pos2(bars.center().x - self.axis.size().x / 2.0, plot.bottom() + foot * 0.85);
        paint::put(ui, &self.axis, at);
    }
}
