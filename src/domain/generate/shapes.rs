//! The six shapes of matrices and how they are filled.
//!
//! None looks the same after an eighth of a turn or several: a rotation is always visible, whatever the shape. Fills
//! are in order of darkness, so that a progression can be seen.

use super::figure::{Degrees, Figure, Point, Shade, Stroke, rectangle};

/// A shape that shows which way it is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    Triangle,
    HalfDisc,
    Drop,
    Arrow,
    Corner,
    Cross,
}

/// How a shape is filled, from light to dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fill {
    Empty,
    Sparse,
    Dense,
    Crossed,
    Solid,
}

/// Where a shape goes and how wide its hatching is.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    pub centre: Point,
    /// Half of the largest extent of the shape.
    pub radius: i32,
    pub rotation: Degrees,
    /// Between two lines of the sparse fill; half of it in the dense ones.
    pub spacing: i32,
}

/// The radius that outlines are written in.
const DRAWN_RADIUS: i32 = 1_000;

impl Shape {
    pub const ALL: [Shape; 6] =
        [Shape::Triangle, Shape::HalfDisc, Shape::Drop, Shape::Arrow, Shape::Corner, Shape::Cross];

    /// Returns the outline inside a circle of radius 1,000 around the origin.
    fn outline(self) -> Vec<Point> {
        let arc = |from: i32, to: i32, step: i32, radius: i32, down: i32| {
            let angles = (0..=(to - from) / step).map(move |index| Degrees::new(from + index * step));
            angles.map(move |angle| Point::new(radius, 0).turned(angle).shifted(0, down)).collect::<Vec<_>>()
        };
        let corners = |list: &[(i32, i32)]| list.iter().map(|&(x, y)| Point::new(x, y)).collect();
        match self {
            Shape::Triangle => corners(&[(0, -1_000), (600, 800), (-600, 800)]),
            Shape::HalfDisc => arc(180, 360, 15, 920, 390),
            Shape::Drop => {
                let mut drop = arc(-30, 210, 20, 620, 380);
                drop.push(Point::new(0, -1_000));
                drop
            }
            Shape::Arrow => {
                corners(&[(0, -1_000), (720, -100), (280, -100), (280, 960), (-280, 960), (-280, -100), (-720, -100)])
            }
            Shape::Corner => corners(&[(-620, -760), (-120, -760), (-120, 260), (620, 260), (620, 760), (-620, 760)]),
            Shape::Cross => corners(&[
                (-220, -970),
                (220, -970),
                (220, -560),
                (660, -560),
                (660, -120),
                (220, -120),
                (220, 970),
                (-220, 970),
                (-220, -120),
                (-660, -120),
                (-660, -560),
                (-220, -560),
            ]),
        }
    }

    /// Returns convex parts whose union is the shape; they overlap, so that no seam shows.
    fn parts(self) -> Vec<Vec<Point>> {
        match self {
            Shape::Triangle | Shape::HalfDisc | Shape::Drop => vec![self.outline()],
            Shape::Arrow => vec![
                vec![Point::new(0, -1_000), Point::new(720, -100), Point::new(-720, -100)],
                rectangle(-280, -200, 280, 960),
            ],
            Shape::Corner => vec![rectangle(-620, -760, -120, 760), rectangle(-620, 260, 620, 760)],
            Shape::Cross => vec![rectangle(-220, -970, 220, 970), rectangle(-660, -560, 660, -120)],
        }
    }

    /// Draws the shape.
    pub fn draw(self, figure: &mut Figure, at: Placement, fill: Fill) {
        let placed =
            |corners: Vec<Point>| -> Vec<Point> { corners.into_iter().map(|corner| at.place(corner)).collect() };
        let outline = placed(self.outline());
        match fill {
            Fill::Empty => {}
            Fill::Sparse => hatch(figure, &outline, at.spacing, Slant::Rising),
            Fill::Dense => hatch(figure, &outline, at.spacing / 2, Slant::Rising),
            Fill::Crossed => {
                hatch(figure, &outline, at.spacing / 2, Slant::Rising);
                hatch(figure, &outline, at.spacing / 2, Slant::Falling);
            }
            Fill::Solid => self.parts().into_iter().for_each(|part| figure.area(placed(part), Shade::Ink)),
        }
        figure.outline(outline, Stroke::Plain);
    }
}

impl Fill {
    pub const ALL: [Fill; 5] = [Fill::Empty, Fill::Sparse, Fill::Dense, Fill::Crossed, Fill::Solid];
}

impl Placement {
    fn place(self, corner: Point) -> Point {
        let turned = corner.turned(self.rotation);
        let scaled = |value: i32| (i64::from(value) * i64::from(self.radius) / i64::from(DRAWN_RADIUS)) as i32;
        self.centre.shifted(scaled(turned.x), scaled(turned.y))
    }
}

/// Which way the lines of a hatching go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slant {
    Rising,
    Falling,
}

impl Slant {
    /// Returns the number that is the same all along a line of this slant.
    fn level(self, point: Point) -> i32 {
        match self {
            Slant::Rising => point.x + point.y,
            Slant::Falling => point.x - point.y,
        }
    }
}

/// Draws the lines of one slant inside an outline: they turn on and off at each edge they cross (even–odd rule).
fn hatch(figure: &mut Figure, outline: &[Point], spacing: i32, slant: Slant) {
    let levels = outline.iter().map(|&corner| slant.level(corner));
    let (Some(lowest), Some(highest)) = (levels.clone().min(), levels.max()) else { return };
    let step = spacing.max(1);
    let mut level = lowest + step / 2;
    while level < highest {
        let next = outline.iter().cycle().skip(1);
        let mut crossings: Vec<Point> =
            outline.iter().zip(next).filter_map(|(&from, &to)| crossing(from, to, slant, level)).collect();
        crossings.sort();
        for pair in crossings.chunks_exact(2) {
            if let [from, to] = *pair {
                figure.line(from, to, Stroke::Thin);
            }
        }
        level += step;
    }
}

/// Returns where the edge crosses the line; an end on the line belongs to the edge that rises above it.
fn crossing(from: Point, to: Point, slant: Slant, level: i32) -> Option<Point> {
    let (start, end) = (slant.level(from), slant.level(to));
    if (start <= level) == (end <= level) {
        return None;
    }
    let along = |a: i32, b: i32| a + (i64::from(b - a) * i64::from(level - start) / i64::from(end - start)) as i32;
    Some(Point::new(along(from.x, to.x), along(from.y, to.y)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn drawn(shape: Shape, eighths: i32, fill: Fill) -> Figure {
        let mut figure = Figure::default();
        let rotation = Degrees::new(45 * eighths);
        shape.draw(&mut figure, Placement { centre: Point::CENTRE, radius: 4_000, rotation, spacing: 1_000 }, fill);
        figure
    }

    /// The corners of the outline, in any order, to a hundredth of the radius.
    fn silhouette(shape: Shape, eighths: i32) -> Vec<(i32, i32)> {
        let turned = shape.outline().into_iter().map(|corner| corner.turned(Degrees::new(45 * eighths)));
        let mut corners: Vec<_> = turned.map(|corner| (corner.x / 20, corner.y / 20)).collect();
        corners.sort();
        corners
    }

    #[test]
    fn every_rotation_of_every_shape_is_another_silhouette() {
        let all = Shape::ALL.iter().flat_map(|&shape| (0..8).map(move |eighths| silhouette(shape, eighths)));
        assert_eq!(all.collect::<HashSet<_>>().len(), 6 * 8);
    }

    #[test]
    fn shapes_stay_in_their_circle() {
        let corners = Shape::ALL.iter().flat_map(|shape| shape.outline());
        let farthest = corners.map(|corner| corner.x.pow(2) + corner.y.pow(2)).max();
        assert!(farthest.is_some_and(|squared| squared <= DRAWN_RADIUS.pow(2)), "{farthest:?}");
    }

    #[test]
    fn hatching_of_each_fill_is_denser_than_the_one_before() {
        for shape in Shape::ALL {
            let lines =
                [Fill::Empty, Fill::Sparse, Fill::Dense, Fill::Crossed].map(|fill| drawn(shape, 1, fill).marks.len());
            assert!(lines.is_sorted_by(|less, more| less < more), "{shape:?} {lines:?}");
        }
    }

    #[test]
    fn hatching_lines_meet_the_outline_in_pairs() {
        let square = rectangle(0, 0, 4_000, 4_000);
        let mut figure = Figure::default();
        hatch(&mut figure, &square, 2_000, Slant::Rising);
        assert_eq!(figure.marks.len(), 4);
        assert!(figure.is_inside());
    }
}
