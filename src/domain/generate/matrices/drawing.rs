//! How a cell looks.

use super::cell::{Attribute, Cell};
use crate::domain::generate::figure::{Degrees, Figure, Point, Stroke, UNIT};
use crate::domain::generate::shapes::{Fill, Placement, Shape};

/// How the objects of all cells of an item are set out: the same for all, so that sizes can be compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Objects to a side.
    per_side: i32,
    /// In thousandths: objects leave room for a layer of lines.
    scale: i32,
}

/// Half of the extent of an object, in thousandths of its place, from small to large.
const RADII: [i32; 4] = [210, 285, 370, 470];

/// The ends of the lines laid over the objects, in tenths of the side.
const LINES: [[i32; 4]; 8] =
    [[1, 1, 9, 1], [9, 1, 9, 9], [1, 9, 9, 9], [1, 1, 1, 9], [1, 1, 9, 9], [1, 9, 9, 1], [5, 1, 5, 9], [1, 5, 9, 5]];

impl Layout {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Self {
        let (most, has_lines) = cells.fold((0, false), |(most, has_lines), cell| {
            (most.max(cell.get(Attribute::Number)), has_lines || cell.get(Attribute::Lines) != 0)
        });
        let per_side = match most {
            ..=1 => 1,
            2..=4 => 2,
            5.. => 3,
        };
        Self { per_side, scale: if has_lines { 700 } else { 1_000 } }
    }

    pub(super) fn draw(self, cell: &Cell) -> Figure {
        let mut figure = Figure::default();
        let value = |attribute| cell.get(attribute) as usize;
        let shape = Shape::ALL.get(value(Attribute::Shape)).copied().unwrap_or(Shape::Triangle);
        let fill = Fill::ALL.get(value(Attribute::Fill)).copied().unwrap_or(Fill::Empty);
        let share = RADII.get(value(Attribute::Size)).copied().unwrap_or(470);
        let place = UNIT / self.per_side;
        let rotation = Degrees::new(45 * cell.get(Attribute::Rotation));
        for index in 0..cell.get(Attribute::Number) {
            let middle = |rank: i32| rank * place + place / 2;
            let centre = Point::new(middle(index % self.per_side), middle(index / self.per_side));
            let radius = place * share / 1_000 * self.scale / 1_000;
            shape.draw(&mut figure, Placement { centre, radius, rotation, spacing: place / 7 }, fill);
        }
        for (line, ends) in LINES.iter().enumerate() {
            if cell.get(Attribute::Lines) & (1 << line) != 0 {
                let [x1, y1, x2, y2] = ends.map(|tenths| tenths * UNIT / 10);
                figure.line(Point::new(x1, y1), Point::new(x2, y2), Stroke::Bold);
            }
        }
        figure
    }
}
