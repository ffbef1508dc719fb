//! Tables: equal share of the width by weight, rows that stay whole, a head that comes back on each page.

use super::LEFT;
use super::blocks::Composer;
use super::flow::{BODY_HEIGHT, Strip, keep_ends};
use crate::report::brush::{Brush, Setting};
use crate::report::document::{Align, Column, Ruling, Table, TextStyle};
use crate::report::face::Face;
use crate::report::lines::{Line, Piece, compose};
use crate::report::pages::{Mark, Stroke};
use crate::report::palette::Palette;
use crate::report::structure::{NodeId, Role, Scope};
use crate::report::wording::printable;

const PAD_X: f32 = 6.0;
const PAD_Y: f32 = 3.4;

/// A column's place on the page.
#[derive(Clone, Copy)]
struct Slot {
    x: f32,
    width: f32,
    align: Align,
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
        keep_ends(&mut rows);
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
        let cells: Vec<(Slot, NodeId, Vec<Line>)> = slots
            .iter()
            .zip(&table.columns)
            .map(|(slot, column)| {
                let node = self.structure.add(Role::HeaderCell(Scope::Column), row);
                let text = printable(&column.title);
                let piece = Piece { text, face: Face::Bold, colour: self.palette.accent };
                (*slot, node, compose(&[piece], setting.size, slot.width - 2.0 * PAD_X))
            })
            .collect();
        let height = height_of(&cells, setting);
        let mut brush = Brush::new(Mark::Decoration);
        brush.rect(LEFT, 0.0, self.width, height, 0.0, self.palette.accent_soft);
        brush.line((LEFT, height), (LEFT + self.width, height), self.palette.accent, 1.1);
        finish(brush, &cells, height, setting, Vertical::Bottom)
    }

    /// Returns one strip, or several when the row is taller than a page.
    fn row(&mut self, table: &Table, number: usize, slots: &[Slot], parent: NodeId) -> Vec<Strip> {
        let row = table.rows.get(number).map(Vec::as_slice).unwrap_or_default();
        let node = self.structure.add(Role::TableRow, parent);
        let setting = self.table_text(table);
        let mut cells: Vec<(Slot, NodeId, Vec<Line>)> = slots
            .iter()
            .enumerate()
            .map(|(index, slot)| {
                let names_row = index == 0 && table.row_headers;
                let role = if names_row { Role::HeaderCell(Scope::Row) } else { Role::Cell };
                let node = self.structure.add(role, node);
                let pieces = row.get(index).map(|spans| self.pieces(spans)).unwrap_or_default();
                (*slot, node, compose(&pieces, setting.size, slot.width - 2.0 * PAD_X))
            })
            .collect();
        let lines_in_a_page = ((BODY_HEIGHT * 0.8) / setting.leading) as usize;
        let mut strips = Vec::new();
        loop {
            let rest: Vec<_> = cells
                .iter_mut()
                .map(|(slot, node, lines)| {
                    let rest =
                        if lines.len() > lines_in_a_page { lines.split_off(lines_in_a_page) } else { Vec::new() };
                    (*slot, *node, rest)
                })
                .collect();
            let goes_on = rest.iter().any(|(_, _, lines)| !lines.is_empty());
            let (min_height, place) = match table.ruling {
                Ruling::Rows => (0.0, Vertical::Top),
                Ruling::Grid { row_height } => (f32::from(row_height), Vertical::Middle),
            };
            let height = height_of(&cells, setting).max(min_height);
            let mut brush = Brush::new(Mark::Decoration);
            rules(&mut brush, table.ruling, slots, height, self.width, self.palette);
            for drawing in table.drawings.iter().filter(|drawing| drawing.row == number && strips.is_empty()) {
                if let Some(slot) = slots.get(drawing.column) {
                    // The first half of the cell is for its text.
                    let half = slot.width / 2.0;
                    let (corner, room) = ((slot.x + half, 2.0), (half - 3.0, height - 4.0));
                    brush.signature(&drawing.signature, corner, room, self.palette.ink);
                }
            }
            strips.push(finish(brush, &cells, height, setting, place));
            if !goes_on {
                return strips;
            }
            cells = rest;
        }
    }
}

#[derive(Clone, Copy)]
enum Vertical {
    Top,
    Middle,
    Bottom,
}

fn height_of(cells: &[(Slot, NodeId, Vec<Line>)], setting: Setting) -> f32 {
    let lines = cells.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0).max(1);
    lines as f32 * setting.leading + 2.0 * PAD_Y
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

fn finish(
    mut brush: Brush,
    cells: &[(Slot, NodeId, Vec<Line>)],
    height: f32,
    setting: Setting,
    place: Vertical,
) -> Strip {
    for (slot, node, lines) in cells {
        brush.mark = Mark::Content(*node);
        let text_height = lines.len() as f32 * setting.leading;
        let y = match place {
            Vertical::Top => PAD_Y,
            Vertical::Middle => (height - text_height) / 2.0,
            Vertical::Bottom => height - PAD_Y - text_height,
        };
        brush.lines(lines, slot.x + PAD_X, y, slot.width - 2.0 * PAD_X, setting, slot.align);
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
