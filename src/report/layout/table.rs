//! Tables: equal share of the width by weight, rows that stay whole, a head that comes back on each page.

use super::LEFT;
use super::blocks::Composer;
use super::flow::{BODY_HEIGHT, Strip, keep_last};
use crate::report::brush::{Brush, Setting};
use crate::report::chart::{CellPicture, Frame, Zones, name_zones};
use crate::report::document::{Align, Column, Ruling, Table, TextStyle};
use crate::report::face::Face;
use crate::report::lines::{Line, Piece, compose};
use crate::report::pages::{Item, Mark, Stroke};
use crate::report::palette::Palette;
use crate::report::structure::{NodeId, Role, Scope};
use crate::report::wording::printable;

const PAD_X: f32 = 6.0;
const PAD_Y: f32 = 3.1;

/// A column's place on the page.
#[derive(Clone, Copy)]
struct Slot {
    x: f32,
    width: f32,
    align: Align,
}

/// A cell: its lines, how far they are moved to the right, and the room that a picture takes under them.
struct Cell {
    slot: Slot,
    node: NodeId,
    lines: Vec<Line>,
    indent: f32,
    below: f32,
}

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table, parent: NodeId) -> Vec<Strip> {
        let node = self.structure.add(Role::Table, parent);
        let slots = self.slots(&table.columns);
        let mut strips = Vec::new();
        if !table.caption.is_empty() {
            let caption = self.structure.add(Role::Caption, node);
            let mut lines = self.text_strips(&[self.piece(&table.caption, Face::Bold)], self.sizes.table, caption);
            for line in &mut lines {
                line.keep_next = true;
            }
            strips.append(&mut lines);
        }
        let mut head = self.head(table, &slots, node);
        head.keep_next = true;
        head.space_before = 3.0;
        let index = self.heads.len();
        self.heads.push(head.clone());
        strips.push(head);
        let body = self.structure.add(Role::TableBody, node);
        let mut rows: Vec<Strip> =
            (0..table.rows.len()).flat_map(|index| self.row(table, index, &slots, body)).collect();
        for row in &mut rows {
            row.table = Some(index);
        }
        keep_last(&mut rows);
        strips.append(&mut rows);
        if let Some(first) = strips.first_mut() {
            first.space_before = self.sizes.gap * 1.5;
        }
        strips
    }

    fn table_text(&self, table: &Table) -> Setting {
        match table.text {
            TextStyle::Body | TextStyle::Lead => self.sizes.table,
            TextStyle::Small => self.sizes.small,
        }
    }

    fn slots(&self, columns: &[Column]) -> Vec<Slot> {
        let total: f32 = columns.iter().map(|column| f32::from(column.weight)).sum::<f32>().max(1.0);
        let mut x = LEFT;
        columns
            .iter()
            .map(|column| {
                let width = self.width * f32::from(column.weight) / total;
                let slot = Slot { x, width, align: column.align };
                x += width;
                slot
            })
            .collect()
    }

    fn head(&mut self, table: &Table, slots: &[Slot], parent: NodeId) -> Strip {
        let head = self.structure.add(Role::TableHead, parent);
        let row = self.structure.add(Role::TableRow, head);
        let text = self.table_text(table);
        let setting = Setting { size: text.size * 0.93, leading: text.leading };
        let small = Setting { size: self.sizes.small.size * 0.9, leading: self.sizes.small.leading };
        let cells: Vec<Cell> = slots
            .iter()
            .zip(&table.columns)
            .map(|(slot, column)| {
                let node = self.structure.add(Role::HeaderCell(Scope::Column), row);
                // The space keeps the title apart from the names under it for a reader of the text alone.
                let text = printable(&format!("{} ", column.title));
                let piece = Piece { text, face: Face::Bold, colour: self.palette.accent };
                let lines = compose(&[piece], setting.size, slot.width - 2.0 * PAD_X);
                Cell { slot: *slot, node, lines, indent: 0.0, below: 0.0 }
            })
            .collect();
        let mut names = Vec::new();
        let mut names_height: f32 = 0.0;
        for (index, cell) in cells.iter().enumerate() {
            let Some(column) = table.columns.get(index).filter(|column| !column.zones.is_empty()) else { continue };
            let mut brush = Brush::new(Mark::Content(cell.node));
            let (corner, measure) = ((cell.slot.x + PAD_X, 0.0), cell.slot.width - 2.0 * PAD_X);
            let bars = zones_of(table, index);
            let used = name_zones(&mut brush, corner, measure, &column.zones, &bars, (small, self.palette.muted));
            names_height = names_height.max(used);
            names.append(&mut brush.items);
        }
        let text_height = height_of(&cells, setting);
        let height = text_height + names_height;
        let mut brush = Brush::new(Mark::Decoration);
        brush.rect(LEFT, 0.0, self.width, height, 0.0, self.palette.accent_soft);
        brush.line((LEFT, height), (LEFT + self.width, height), self.palette.accent, 1.1);
        let place = if names_height > 0.0 { Vertical::Top } else { Vertical::Bottom };
        let mut strip = finish(brush, &cells, height, setting, place);
        for mut item in names {
            item.draw.shift(text_height - PAD_Y);
            strip.items.push(item);
        }
        // What belongs to one cell is drawn in one stretch.
        let of_cell =
            |item: &Item| cells.iter().position(|cell| item.mark == Mark::Content(cell.node)).map_or(0, |at| at + 1);
        strip.items.sort_by_key(of_cell);
        strip
    }

    /// Returns one strip, or several when the row is taller than a page.
    fn row(&mut self, table: &Table, number: usize, slots: &[Slot], parent: NodeId) -> Vec<Strip> {
        let row = table.rows.get(number).map(Vec::as_slice).unwrap_or_default();
        let node = self.structure.add(Role::TableRow, parent);
        let setting = self.table_text(table);
        let picture = |column: usize| {
            table
                .drawings
                .iter()
                .find(|drawing| (drawing.row, drawing.column) == (number, column))
                .map(|one| &one.picture)
        };
        let mut cells: Vec<Cell> = slots
            .iter()
            .enumerate()
            .map(|(index, slot)| {
                let names_row = index == 0 && table.row_headers;
                let role = if names_row { Role::HeaderCell(Scope::Row) } else { Role::Cell };
                let node = self.structure.add(role, node);
                let pieces = row.get(index).map(|spans| self.pieces(spans)).unwrap_or_default();
                let indent = picture(index).map_or(0.0, CellPicture::indent);
                let lines = compose(&pieces, setting.size, slot.width - 2.0 * PAD_X - indent);
                Cell { slot: *slot, node, lines, indent, below: picture(index).map_or(0.0, CellPicture::below) }
            })
            .collect();
        let lines_in_a_page = ((BODY_HEIGHT * 0.8) / setting.leading) as usize;
        let mut strips = Vec::new();
        loop {
            let rest: Vec<Cell> = cells.iter_mut().map(|cell| cell.split_off(lines_in_a_page)).collect();
            let goes_on = rest.iter().any(|cell| !cell.lines.is_empty());
            let (min_height, place) = match table.ruling {
                Ruling::Rows => (0.0, Vertical::Top),
                Ruling::Grid { row_height } => (f32::from(row_height), Vertical::Middle),
            };
            let height = height_of(&cells, setting).max(min_height);
            let mut brush = Brush::new(Mark::Decoration);
            rules(&mut brush, table.ruling, slots, height, self.width, self.palette);
            for (column, cell) in cells.iter().enumerate().filter(|_| strips.is_empty()) {
                let Some(picture) = picture(column) else { continue };
                let frame = Frame {
                    x: cell.slot.x + PAD_X,
                    y: PAD_Y,
                    width: cell.slot.width - 2.0 * PAD_X,
                    height: height - 2.0 * PAD_Y,
                    text_height: cell.lines.len() as f32 * setting.leading,
                    leading: setting.leading,
                };
                picture.paint(&mut brush, frame, self.palette);
            }
            strips.push(finish(brush, &cells, height, setting, place));
            if !goes_on {
                return strips;
            }
            cells = rest;
        }
    }
}

impl Cell {
    /// Keeps the first lines, with the picture under them, and returns a cell of the others.
    fn split_off(&mut self, n_lines: usize) -> Self {
        let lines = if self.lines.len() > n_lines { self.lines.split_off(n_lines) } else { Vec::new() };
        Self { slot: self.slot, node: self.node, lines, indent: self.indent, below: 0.0 }
    }

    fn height(&self, setting: Setting) -> f32 {
        self.lines.len().max(1) as f32 * setting.leading + self.below
    }
}

fn zones_of(table: &Table, column: usize) -> Vec<&Zones> {
    let drawn = table.drawings.iter().filter(|drawing| drawing.column == column);
    drawn
        .filter_map(|drawing| match &drawing.picture {
            CellPicture::Zones(zones) => Some(zones),
            CellPicture::Signature(_) | CellPicture::Share(_) | CellPicture::Step { .. } => None,
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Vertical {
    Top,
    Middle,
    Bottom,
}

fn height_of(cells: &[Cell], setting: Setting) -> f32 {
    cells.iter().map(|cell| cell.height(setting)).fold(setting.leading, f32::max) + 2.0 * PAD_Y
}

fn rules(brush: &mut Brush, ruling: Ruling, slots: &[Slot], height: f32, width: f32, palette: &Palette) {
    match ruling {
        Ruling::Rows => brush.line((LEFT, height), (LEFT + width, height), palette.line, 0.6),
        Ruling::Grid { .. } => {
            for slot in slots {
                let stroke = Stroke { colour: palette.line, width: 0.8 };
                brush.frame(slot.x, 0.0, slot.width, height, 0.0, palette.paper, stroke);
            }
        }
    }
}

fn finish(mut brush: Brush, cells: &[Cell], height: f32, setting: Setting, place: Vertical) -> Strip {
    for cell in cells {
        brush.mark = Mark::Content(cell.node);
        let text_height = cell.lines.len() as f32 * setting.leading;
        let y = match place {
            Vertical::Top => PAD_Y,
            Vertical::Middle => (height - text_height) / 2.0,
            Vertical::Bottom => height - PAD_Y - text_height,
        };
        let x = cell.slot.x + PAD_X + cell.indent;
        brush.lines(&cell.lines, x, y, cell.slot.width - 2.0 * PAD_X - cell.indent, setting, cell.slot.align);
    }
    Strip::new(height, brush.items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{PrintSize, plain};
    use crate::report::layout::Sizes;
    use crate::report::palette::SPECIMEN;
    use crate::report::structure::Structure;

    fn table(rows: usize, words: usize) -> Table {
        Table {
            caption: "Étapes".to_owned(),
            columns: vec![Column::new("Date", 1), Column::new("Étape", 3)],
            rows: (0..rows).map(|_| vec![vec![plain("12/11/2026")], vec![plain("mot ".repeat(words))]]).collect(),
            row_headers: true,
            ruling: Ruling::Rows,
            drawings: Vec::new(),
            text: TextStyle::Body,
        }
    }

    fn strips(table: &Table) -> Vec<Strip> {
        let mut composer = Composer::new(&SPECIMEN, Sizes::of(PrintSize::Standard));
        composer.table(table, Structure::ROOT)
    }

    #[test]
    fn a_row_is_one_strip() {
        let strips = strips(&table(5, 40));
        assert_eq!(strips.iter().filter(|strip| strip.table.is_some()).count(), 5);
    }

    #[test]
    fn a_row_taller_than_a_page_is_cut() {
        let strips = strips(&table(1, 2000));
        assert!(strips.iter().filter(|strip| strip.table.is_some()).count() > 1);
        assert!(strips.iter().all(|strip| strip.height < BODY_HEIGHT));
    }

    #[test]
    fn a_row_draws_its_rule_for_the_eye_only() {
        let strips = strips(&table(1, 4));
        let row = strips.last().unwrap();
        assert_eq!(row.items.iter().filter(|item| item.mark == Mark::Decoration).count(), 1);
    }
}
