//! A picture as marks in a unit square: what screen and paper both draw, without pixels, colours or words.
//!
//! Coordinates are whole numbers, ten thousand to the side, so that a picture is the same on every machine and two
//! pictures can be compared. Filled areas are convex: the simplest painter can fill them.

/// The side of the square that a figure is drawn in.
pub const UNIT: i32 = 10_000;

/// A place in the square: x to the right, y downwards, both usually in [0, [`UNIT`]].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    pub const CENTRE: Point = Point { x: UNIT / 2, y: UNIT / 2 };

    pub fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }

    /// Returns the coordinates as shares of the side.
    pub fn shares(self) -> (f32, f32) {
        (self.x as f32 / UNIT as f32, self.y as f32 / UNIT as f32)
    }

    pub fn shifted(self, x: i32, y: i32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }

    /// Turns around the origin, clockwise as seen on a page where y goes down.
    pub fn turned(self, degrees: Degrees) -> Self {
        let (x, y) = (i64::from(self.x), i64::from(self.y));
        let (cos, sin) = (degrees.cos(), degrees.sin());
        Self { x: rounded(x * cos - y * sin), y: rounded(x * sin + y * cos) }
    }
}

/// Divides by the scale of the cosines, to the nearest.
fn rounded(scaled: i64) -> i32 {
    ((scaled + Degrees::ONE / 2).div_euclid(Degrees::ONE)) as i32
}

/// An angle, a multiple of five degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degrees(i32);

/// 10,000 · cos of 0°, 5°, … 90°.
const COSINES: [i64; 19] = [
    10_000, 9_962, 9_848, 9_659, 9_397, 9_063, 8_660, 8_192, 7_660, 7_071, 6_428, 5_736, 5_000, 4_226, 3_420, 2_588,
    1_736, 872, 0,
];

impl Degrees {
    /// What cosines and sines are multiplied by.
    pub const ONE: i64 = 10_000;

    /// Takes the nearest multiple of five below, in [0, 360[.
    pub fn new(degrees: i32) -> Self {
        Self(degrees.rem_euclid(360) / 5 * 5)
    }

    pub fn get(self) -> i32 {
        self.0
    }

    pub fn plus(self, degrees: i32) -> Self {
        Self::new(self.0 + degrees)
    }

    /// Returns 10,000 · cos.
    pub fn cos(self) -> i64 {
        let quarter = |degrees: i32| COSINES.get((degrees / 5) as usize).copied().unwrap_or(0);
        match self.0 {
            angle @ 0..=90 => quarter(angle),
            angle @ 91..=180 => -quarter(180 - angle),
            angle @ 181..=270 => -quarter(angle - 180),
            angle => quarter(360 - angle),
        }
    }

    /// Returns 10,000 · sin.
    pub fn sin(self) -> i64 {
        self.plus(-90).cos()
    }
}

/// How dark an area is; the theme gives the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    Paper,
    Light,
    Medium,
    Dark,
    Ink,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    Thin,
    Plain,
    Bold,
    Dashed,
}

/// One thing drawn. Later marks cover earlier ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A convex polygon, filled, without border.
    Area {
        corners: Vec<Point>,
        shade: Shade,
    },
    /// A closed line.
    Outline {
        corners: Vec<Point>,
        stroke: Stroke,
    },
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    /// A disc with a plain border.
    Disc {
        centre: Point,
        radius: i32,
        shade: Shade,
    },
    /// A number written around `at`, as high as `height`.
    Number {
        at: Point,
        value: i32,
        height: i32,
    },
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Figure {
    pub marks: Vec<Mark>,
}

impl Figure {
    pub fn area(&mut self, corners: Vec<Point>, shade: Shade) {
        self.marks.push(Mark::Area { corners, shade });
    }

    pub fn outline(&mut self, corners: Vec<Point>, stroke: Stroke) {
        self.marks.push(Mark::Outline { corners, stroke });
    }

    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.marks.push(Mark::Line { from, to, stroke });
    }

    pub fn disc(&mut self, centre: Point, radius: i32, shade: Shade) {
        self.marks.push(Mark::Disc { centre, radius, shade });
    }

    pub fn number(&mut self, at: Point, value: i32, height: i32) {
        self.marks.push(Mark::Number { at, value, height });
    }

    /// Returns whether nothing is drawn outside the unit square.
    pub fn is_inside(&self) -> bool {
        let inside = |point: &Point| (0..=UNIT).contains(&point.x) && (0..=UNIT).contains(&point.y);
        self.marks.iter().all(|mark| match mark {
            Mark::Area { corners, .. } | Mark::Outline { corners, .. } => corners.iter().all(inside),
            Mark::Line { from, to, .. } => inside(from) && inside(to),
            Mark::Disc { centre, radius, .. } => {
                inside(&centre.shifted(*radius, *radius)) && inside(&centre.shifted(-radius, -radius))
            }
            Mark::Number { at, .. } => inside(at),
        })
    }
}

/// Returns the corners of an upright rectangle, clockwise from the top left.
pub fn rectangle(left: i32, top: i32, right: i32, bottom: i32) -> Vec<Point> {
    vec![Point::new(left, top), Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_and_sines_are_those_of_libm() {
        for degrees in (-720..720).step_by(5) {
            let radians = f64::from(degrees).to_radians();
            let angle = Degrees::new(degrees);
            assert!((angle.cos() as f64 / 10_000.0 - radians.cos()).abs() < 6e-5, "{degrees}");
            assert!((angle.sin() as f64 / 10_000.0 - radians.sin()).abs() < 6e-5, "{degrees}");
        }
    }

    #[test]
    fn a_quarter_turn_is_clockwise_on_the_page() {
        assert_eq!(Point::new(1_000, 0).turned(Degrees::new(90)), Point::new(0, 1_000));
        assert_eq!(Point::new(0, -1_000).turned(Degrees::new(90)), Point::new(1_000, 0));
    }
}
