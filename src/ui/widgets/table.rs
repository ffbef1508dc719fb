//! A table of rows to read and open: only the visible rows are laid out.

use eframe::egui::{
    Align, Color32, Layout, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_extras::TableBuilder;

use super::paint;
use crate::ui::theme::{Look, Weight};

/// A column: its title and its width in points.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    title: &'a str,
    width: f32,
    flexible: bool,
}

impl<'a> Column<'a> {
    pub fn fixed(title: &'a str, width: f32) -> Self {
        Self { title, width, flexible: false }
    }

    /// A column that takes the remaining width, and at least `least`.
    pub fn flexible(title: &'a str, least: f32) -> Self {
        Self { title, width: least, flexible: true }
    }
}

/// A table whose rows are opened by click, Enter or Space.
#[must_use]
pub struct DataTable<'a> {
    id_salt: &'a str,
    columns: &'a [Column<'a>],
    selected: Option<usize>,
    row_height: Option<f32>,
    max_height: f32,
}

impl<'a> DataTable<'a> {
    pub fn new(id_salt: &'a str, columns: &'a [Column<'a>]) -> Self {
        Self { id_salt, columns, selected: None, row_height: None, max_height: f32::INFINITY }
    }

    pub fn selected(mut self, row: Option<usize>) -> Self {
        self.selected = row;
        self
    }

    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = Some(height);
        self
    }

    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// Shows the table; `name` names a row for a screen reader, `cell` draws one cell. Returns the row opened.
    pub fn show(
        self,
        ui: &mut Ui,
        n_rows: usize,
        name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> Option<usize> {
        let look = Look::of(ui.ctx());
        let whole: f32 = self.columns.iter().map(|column| column.width).sum();
        if whole + ROOM * self.columns.len() as f32 > ui.available_width() {
            return self.show_stacked(ui, &look, n_rows, name, cell);
        }
        let height = self.row_height.unwrap_or(look.target.control + look.space.small);
        let (left, right) = (ui.max_rect().left(), ui.max_rect().right());
        // Rows touch: their hairline parts them.
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        let mut table = TableBuilder::new(ui)
            .id_salt(self.id_salt)
            .auto_shrink([false, true])
            .max_scroll_height(self.max_height)
            .cell_layout(Layout::left_to_right(Align::Center));
        for (place, column) in self.columns.iter().enumerate() {
            // The first cell draws the ground of its whole row.
            table = table.column(if column.flexible {
                egui_extras::Column::remainder().at_least(column.width).clip(false)
            } else {
                egui_extras::Column::exact(column.width).clip(place > 0)
            });
        }
        let mut opened = None;
        table
            .header(look.text.small * 2.2, |mut header| {
                for column in self.columns {
                    header.col(|ui| {
                        ui.add_space(look.space.medium);
                        let words = look.job(
                            column.title,
                            Weight::SemiBold,
                            look.text.small,
                            look.colours.ink_muted,
                            f32::INFINITY,
                        );
                        let title = ui.label(words);
                        ui.ctx().accesskit_node_builder(title.id, |node| {
                            node.set_role(Role::ColumnHeader);
                            node.set_label(column.title);
                        });
                    });
                }
            })
            .body(|body| {
                body.rows(height, n_rows, |mut row| {
                    let index = row.index();
                    for column in 0..self.columns.len() {
                        row.col(|ui| {
                            if column == 0 {
                                let band = Rect::from_x_y_ranges(left..=right, ui.max_rect().y_range());
                                let response = row_plate(ui, &look, band, self.selected == Some(index), &name(index));
                                if response.clicked() {
                                    opened = Some(index);
                                }
                            }
                            ui.add_space(look.space.medium);
                            cell(ui, index, column);
                        });
                    }
                });
            });
        ui.spacing_mut().item_spacing.y = spacing;
        opened
    }
}

/// Least space that a table has beside its columns, for each.
const ROOM: f32 = 4.0;

impl DataTable<'_> {
    /// Shows each row as a block, its cells one below the other: columns would not fit.
    fn show_stacked(
        self,
        ui: &mut Ui,
        look: &Look,
        n_rows: usize,
        name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> Option<usize> {
        let line = (look.text.body * look.text.line_height + look.space.tiny).round();
        let lines = self.columns.len() as f32;
        let block = (lines * line + look.space.medium).max(look.target.control);
        let mut opened = None;
        let most = self.max_height.min(ui.ctx().content_rect().height() * 0.8);
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        let area = ScrollArea::vertical().id_salt(self.id_salt).max_height(most).auto_shrink([false, true]);
        area.show_rows(ui, block, n_rows, |ui, shown| {
            let width = ui.available_width();
            for index in shown {
                ui.push_id((self.id_salt, index), |ui| {
                    let (band, _) = ui.allocate_exact_size(vec2(width, block), Sense::empty());
                    let response = row_plate(ui, look, band, self.selected == Some(index), &name(index));
                    if response.clicked() {
                        opened = Some(index);
                    }
                    for column in 0..self.columns.len() {
                        let top = band.top() + look.space.small + column as f32 * line;
                        let left = band.left() + look.space.medium;
                        let place = Rect::from_min_max(pos2(left, top), pos2(band.right(), top + line));
                        let layout = Layout::left_to_right(Align::Center);
                        ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout).id_salt(column), |ui| {
                            cell(ui, index, column);
                        });
                    }
                });
            }
        });
        ui.spacing_mut().item_spacing.y = spacing;
        opened
    }
}

/// Draws the whole row behind its cells and makes it one target, reached once by Tab.
fn row_plate(ui: &Ui, look: &Look, band: Rect, selected: bool, name: &str) -> Response {
    let c = &look.colours;
    let response = ui.interact(band, ui.scope_id().with("row"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, name));
    let fill = match (selected, response.hovered()) {
        (true, _) => c.primary_soft,
        (false, true) => paint::faded(c.primary_soft, 0.5),
        (false, false) => Color32::TRANSPARENT,
    };
    let inner = band.shrink2(vec2(0.0, 1.0));
    ui.painter().rect_filled(inner, look.corner(look.radius.small), fill);
    if selected {
        let bar = Rect::from_min_size(inner.left_top(), vec2(4.0, inner.height()));
        ui.painter().rect_filled(bar, look.corner(2.0), c.primary);
    }
    let line = [pos2(band.left(), band.bottom()), pos2(band.right(), band.bottom())];
    ui.painter().line_segment(line, look.hairline());
    paint::focus_ring(ui, look, &response, inner.shrink(4.0), look.radius.small);
    response
}
