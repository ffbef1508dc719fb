//! How an object of cubes is seen: an orthographic projection from 30° above, painted back to front.
//!
//! The picture is also painted on a coarse grid, for two questions: is every cube seen, and are two pictures different?

use super::polycube::{Cube, plus};
use crate::domain::generate::figure::{Degrees, Figure, Mark, Point, Shade, Stroke, UNIT};

/// From where an object is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// From 30° above the ground, from `azimuth`; the picture is then turned by `spin`.
    Oblique { azimuth: Degrees, spin: Degrees },
    /// From right above: an object of one layer is a flat shape.
    Above { spin: Degrees },
}

/// An object and from where it is seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seen {
    pub cubes: Vec<Cube>,
    pub view: View,
}

/// One face of a cube on the picture.
struct Face {
    cube: usize,
    corners: Vec<Point>,
    shade: Shade,
}

/// How large a cube's edge is before the picture is fitted into the square.
const EDGE: i64 = 1_000;

impl View {
    /// Returns the azimuth's cosine and sine and the elevation's.
    fn angles(self) -> (Degrees, Degrees, Degrees) {
        match self {
            View::Oblique { azimuth, spin } => (azimuth, Degrees::new(30), spin),
            View::Above { spin } => (Degrees::new(0), Degrees::new(90), spin),
        }
    }

    /// Returns a point or direction as (right, down, towards the eye) before the spin, an edge being [`EDGE`].
    fn seen(self, [x, y, z]: Cube) -> (i64, i64, i64) {
        let (azimuth, elevation, _) = self.angles();
        let (x, y, z) = (i64::from(x) * EDGE, i64::from(y) * EDGE, i64::from(z) * EDGE);
        let right = (x * azimuth.cos() - y * azimuth.sin()) / Degrees::ONE;
        let away = (x * azimuth.sin() + y * azimuth.cos()) / Degrees::ONE;
        let down = -(z * elevation.cos() + away * elevation.sin()) / Degrees::ONE;
        let near = (z * elevation.sin() - away * elevation.cos()) / Degrees::ONE;
        (right, down, near)
    }

    fn projected(self, corner: Cube) -> Point {
        let (right, down, _) = self.seen(corner);
        Point::new(right as i32, down as i32).turned(self.angles().2)
    }
}

/// Each direction with the four corners of the face that looks there, in turn.
const FACES: [(Cube, [Cube; 4]); 6] = [
    ([1, 0, 0], [[1, 0, 0], [1, 1, 0], [1, 1, 1], [1, 0, 1]]),
    ([-1, 0, 0], [[0, 0, 0], [0, 1, 0], [0, 1, 1], [0, 0, 1]]),
    ([0, 1, 0], [[0, 1, 0], [1, 1, 0], [1, 1, 1], [0, 1, 1]]),
    ([0, -1, 0], [[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1]]),
    ([0, 0, 1], [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]]),
    ([0, 0, -1], [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]),
];

impl Seen {
    /// Returns the faces turned to the eye, the farthest cube first.
    ///
    /// Two cubes of a lattice hide each other only along directions in which both coordinates grow towards the eye, so
    /// that the distance of their centres is enough to order them.
    fn faces(&self) -> Vec<Face> {
        let mut order: Vec<(usize, Cube)> = self.cubes.iter().copied().enumerate().collect();
        order.sort_by_key(|&(_, cube)| self.view.seen(cube).2);
        let mut faces = Vec::new();
        for (index, cube) in order {
            for (direction, corners) in FACES {
                let (right, _, near) = self.view.seen(direction);
                if near <= 0 || self.cubes.contains(&plus(cube, direction)) {
                    continue;
                }
                let shade = match direction {
                    [0, 0, _] => Shade::Light,
                    _ if right > 0 => Shade::Medium,
                    _ => Shade::Dark,
                };
                let corners = corners.map(|corner| self.view.projected(plus(cube, corner))).to_vec();
                faces.push(Face { cube: index, corners, shade });
            }
        }
        faces
    }

    /// Returns the extent of the picture, the larger of width and height, an edge being [`EDGE`].
    pub fn extent(&self) -> i32 {
        bounds(&self.faces()).map_or(1, |(low, high)| (high.x - low.x).max(high.y - low.y))
    }

    /// Draws the object in the middle of the square, such that an extent of `whole` fills nine tenths of it.
    pub fn draw(&self, whole: i32) -> Figure {
        let mut figure = Figure::default();
        for face in fitted(self.faces(), whole, UNIT * 9 / 10) {
            let corners: Vec<Point> =
                face.corners.into_iter().map(|corner| corner.shifted(UNIT / 2, UNIT / 2)).collect();
            figure.marks.push(Mark::Area { corners: corners.clone(), shade: face.shade });
            figure.outline(corners, Stroke::Plain);
        }
        figure
    }

    /// Paints the object on a coarse grid.
    pub fn painted(&self, whole: i32) -> Picture {
        let mut cells = vec![None; (Picture::SIDE * Picture::SIDE) as usize];
        let shift = Picture::SIDE * Picture::CELL / 2;
        for face in fitted(self.faces(), whole, Picture::SIDE * Picture::CELL) {
            let corners: Vec<Point> = face.corners.iter().map(|corner| corner.shifted(shift, shift)).collect();
            Picture::fill(&mut cells, &corners, (face.cube, face.shade));
        }
        Picture { cells, whole, n_cubes: self.cubes.len() }
    }
}

fn bounds(faces: &[Face]) -> Option<(Point, Point)> {
    let corners = || faces.iter().flat_map(|face| face.corners.iter());
    let low = Point::new(corners().map(|corner| corner.x).min()?, corners().map(|corner| corner.y).min()?);
    let high = Point::new(corners().map(|corner| corner.x).max()?, corners().map(|corner| corner.y).max()?);
    Some((low, high))
}

/// Centres the faces on the origin and scales them such that `whole` becomes `size`.
fn fitted(mut faces: Vec<Face>, whole: i32, size: i32) -> Vec<Face> {
    let Some((low, high)) = bounds(&faces) else { return faces };
    let scaled = |value: i32| (i64::from(value) * i64::from(size) / i64::from(2 * whole.max(1))) as i32;
    let fit = |corner: &mut Point| {
        *corner = Point::new(scaled(2 * corner.x - low.x - high.x), scaled(2 * corner.y - low.y - high.y));
    };
    faces.iter_mut().for_each(|face| face.corners.iter_mut().for_each(fit));
    faces
}

/// What each cell of a coarse grid shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    cells: Vec<Option<(usize, Shade)>>,
    whole: i32,
    n_cubes: usize,
}

impl Picture {
    const SIDE: i32 = 48;
    /// How finely corners are placed inside a cell.
    const CELL: i32 = 16;

    /// Returns whether every cube shows at least a sixth of the surface of a lone cube.
    pub fn shows_every_cube(&self) -> bool {
        let mut seen = vec![0_i64; self.n_cubes];
        for (cube, _) in self.cells.iter().flatten() {
            if let Some(count) = seen.get_mut(*cube) {
                *count += 1;
            }
        }
        // A lone cube covers about 1.6 squares of its edge from this elevation.
        let edge = i64::from(Self::SIDE) * EDGE;
        let whole = i64::from(self.whole);
        seen.iter().all(|count| count * 60 * whole * whole >= 16 * edge * edge)
    }

    /// Returns whether a person sees a difference: one cell in fifty that either picture covers.
    pub fn differs_from(&self, other: &Self) -> bool {
        let shade = |cell: &Option<(usize, Shade)>| cell.map(|(_, shade)| shade);
        let pairs = || self.cells.iter().zip(&other.cells).map(|(one, other)| (shade(one), shade(other)));
        let covered = pairs().filter(|(one, other)| one.is_some() || other.is_some()).count();
        pairs().filter(|(one, other)| one != other).count() * 50 > covered
    }

    /// Gives `value` to the cells whose middle is inside the convex polygon.
    fn fill(cells: &mut [Option<(usize, Shade)>], corners: &[Point], value: (usize, Shade)) {
        let (Some(top), Some(bottom)) = (
            corners.iter().map(|corner| corner.y.div_euclid(Self::CELL)).min(),
            corners.iter().map(|corner| corner.y.div_euclid(Self::CELL)).max(),
        ) else {
            return;
        };
        for row in top.max(0)..=bottom.min(Self::SIDE - 1) {
            let middle = row * Self::CELL + Self::CELL / 2;
            let Some((left, right)) = span(corners, middle) else { continue };
            // The first and the last cell whose middle is in [left, right].
            let first = (left - Self::CELL / 2 + Self::CELL - 1).div_euclid(Self::CELL).max(0);
            let last = (right - Self::CELL / 2).div_euclid(Self::CELL).min(Self::SIDE - 1);
            let start = (row * Self::SIDE + first) as usize;
            let length = (last - first + 1).max(0) as usize;
            cells.iter_mut().skip(start).take(length).for_each(|cell| *cell = Some(value));
        }
    }
}

/// Returns where a horizontal line enters and leaves a convex polygon.
fn span(corners: &[Point], y: i32) -> Option<(i32, i32)> {
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    let crossed = edges.filter(|(from, to)| (from.y <= y) != (to.y <= y));
    crossed
        .map(|(from, to)| from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y))
        .fold(None, |span, x| Some(span.map_or((x, x), |(low, high): (i32, i32)| (low.min(x), high.max(x)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(cubes: &[Cube], azimuth: i32) -> Seen {
        let view = View::Oblique { azimuth: Degrees::new(azimuth), spin: Degrees::new(0) };
        Seen { cubes: cubes.to_vec(), view }
    }

    #[test]
    fn a_lone_cube_shows_three_faces() {
        let figure = seen(&[[0, 0, 0]], 40).draw(3_000);
        assert_eq!(figure.marks.len(), 6);
        assert!(figure.is_inside());
    }

    #[test]
    fn a_cube_behind_a_wall_is_not_seen() {
        let wall: Vec<Cube> = (0..9).map(|index| [index % 3, -1, index / 3]).chain([[1, 0, 0]]).collect();
        let from_the_front = seen(&wall, 20);
        assert!(!from_the_front.painted(from_the_front.extent()).shows_every_cube());
        let from_behind = seen(&wall, 200);
        let shown = from_behind.painted(from_behind.extent());
        assert!(shown.cells.iter().flatten().any(|(cube, _)| *cube == 9));
    }

    #[test]
    fn an_arm_on_the_right_is_drawn_on_the_right() {
        let arm = seen(&[[0, 0, 0], [1, 0, 0], [2, 0, 0]], 20);
        let farthest = arm.view.projected([3, 0, 0]);
        assert!(farthest.x > 2_500, "{farthest:?}");
        assert!(arm.view.projected([0, 0, 1]).y < 0);
    }

    #[test]
    fn a_picture_does_not_differ_from_itself() {
        let one = seen(&[[0, 0, 0], [1, 0, 0], [1, 1, 0]], 40).painted(4_000);
        let other = seen(&[[0, 0, 0], [1, 0, 0], [1, 0, 1]], 40).painted(4_000);
        assert!(!one.differs_from(&one));
        assert!(one.differs_from(&other));
    }
}
