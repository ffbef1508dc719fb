//! How a pictogram is drawn, on a square of 24 × 24 with the origin at the top left: the same shapes on screen and on paper.
//!
//! Areas are convex, so that anything that fills polygons can draw them. There are two tones, and the shape is enough without colour.

use super::Pictogram;

/// The side of the square.
pub const GRID: f32 = 24.0;

/// The two tones of a pictogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Ink,
    /// What lies behind: it cuts a window into the ink.
    Ground,
}

/// One shape, drawn over those before it.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A convex polygon.
    Area(Tone, Vec<(f32, f32)>),
    Disc(Tone, (f32, f32), f32),
    /// A circle's line, with its width.
    Ring(Tone, (f32, f32), f32, f32),
    /// A broken line with round joints and ends, with its width.
    Line(Tone, Vec<(f32, f32)>, f32),
}

use Tone::{Ground, Ink};

/// Returns the shapes of a pictogram, in drawing order.
pub fn shapes(pictogram: Pictogram) -> Vec<Shape> {
    match pictogram {
        Pictogram::Sun => sun(),
        Pictogram::House => vec![
            area(&[(16.4, 4.0), (19.0, 4.0), (19.0, 9.0), (16.4, 9.0)]),
            area(&[(12.0, 2.4), (22.6, 12.0), (1.4, 12.0)]),
            area(&[(4.6, 11.9), (19.4, 11.9), (19.4, 21.6), (4.6, 21.6)]),
            window(&[(10.0, 15.0), (14.0, 15.0), (14.0, 21.7), (10.0, 21.7)]),
        ],
        Pictogram::Tree => vec![
            area(&[(10.7, 14.0), (13.3, 14.0), (13.9, 22.4), (10.1, 22.4)]),
            Shape::Disc(Ink, (12.0, 6.9), 5.4),
            Shape::Disc(Ink, (7.4, 11.6), 4.8),
            Shape::Disc(Ink, (16.6, 11.6), 4.8),
        ],
        Pictogram::Fish => vec![
            area(&[(15.6, 12.0), (22.8, 6.4), (22.8, 17.6)]),
            Shape::Area(Ink, ellipse((10.0, 12.0), (8.8, 5.6), 0.0, 1.0)),
            Shape::Disc(Ground, (5.6, 10.6), 1.2),
            Shape::Line(Ground, arc((6.0, 12.0), 4.4, -0.12, 0.12), 1.1),
        ],
        Pictogram::Boat => vec![
            area(&[(1.6, 15.8), (22.4, 15.8), (18.4, 21.6), (5.6, 21.6)]),
            Shape::Line(Ink, vec![(11.8, 2.2), (11.8, 15.6)], 1.5),
            area(&[(13.6, 2.8), (21.4, 13.8), (13.6, 13.8)]),
            area(&[(10.0, 5.6), (10.0, 13.8), (3.6, 13.8)]),
        ],
        Pictogram::Umbrella => umbrella(),
        Pictogram::Key => vec![
            Shape::Ring(Ink, (6.9, 12.0), 4.1, 2.8),
            Shape::Line(Ink, vec![(11.6, 12.0), (21.8, 12.0), (21.8, 16.2)], 2.5),
            Shape::Line(Ink, vec![(17.4, 12.0), (17.4, 15.6)], 2.5),
        ],
        Pictogram::Cup => vec![
            Shape::Ring(Ink, (17.6, 12.2), 3.3, 1.9),
            area(&[(3.2, 8.4), (17.4, 8.4), (15.4, 17.8), (5.2, 17.8)]),
            area(&[(2.2, 19.4), (18.4, 19.4), (17.0, 21.6), (3.6, 21.6)]),
            Shape::Line(Ink, vec![(7.4, 6.0), (8.4, 4.3), (7.4, 2.6)], 1.5),
            Shape::Line(Ink, vec![(12.4, 6.0), (13.4, 4.3), (12.4, 2.6)], 1.5),
        ],
        Pictogram::Bicycle => vec![
            Shape::Ring(Ink, (5.6, 15.6), 4.5, 1.7),
            Shape::Ring(Ink, (18.4, 15.6), 4.5, 1.7),
            Shape::Line(Ink, vec![(5.6, 15.6), (9.6, 8.8), (15.9, 8.8), (11.4, 15.6), (5.6, 15.6)], 1.5),
            Shape::Line(Ink, vec![(8.6, 6.6), (11.4, 15.6)], 1.5),
            Shape::Line(Ink, vec![(6.8, 6.4), (10.4, 6.4)], 2.0),
            Shape::Line(Ink, vec![(18.4, 15.6), (15.4, 5.4), (18.2, 4.8)], 1.5),
        ],
        Pictogram::Heart => vec![
            Shape::Disc(Ink, (7.2, 8.4), 5.2),
            Shape::Disc(Ink, (16.8, 8.4), 5.2),
            area(&[(12.0, 6.2), (21.3, 10.9), (12.0, 21.8), (2.7, 10.9)]),
        ],
        Pictogram::Book => book(),
        Pictogram::Bell => vec![
            Shape::Disc(Ink, (12.0, 3.6), 1.7),
            Shape::Area(Ink, ellipse((12.0, 11.0), (6.2, 7.0), 0.5, 1.0)),
            area(&[(5.8, 10.8), (18.2, 10.8), (20.6, 18.0), (3.4, 18.0)]),
            Shape::Line(Ink, vec![(3.4, 18.0), (20.6, 18.0)], 1.8),
            Shape::Disc(Ink, (12.0, 20.4), 2.1),
        ],
    }
}

fn sun() -> Vec<Shape> {
    let ray = |step: u8| {
        let angle = std::f32::consts::TAU * f32::from(step) / 8.0;
        let at = |radius: f32| (12.0 + radius * angle.cos(), 12.0 + radius * angle.sin());
        Shape::Line(Ink, vec![at(7.8), at(10.6)], 2.1)
    };
    std::iter::once(Shape::Disc(Ink, (12.0, 12.0), 5.2)).chain((0..8).map(ray)).collect()
}

fn umbrella() -> Vec<Shape> {
    let hook: Vec<(f32, f32)> = arc((14.2, 19.0), 2.2, 0.5, 0.0);
    vec![
        Shape::Line(Ink, vec![(12.0, 2.0), (12.0, 4.0)], 1.7),
        Shape::Area(Ink, ellipse((12.0, 12.6), (10.2, 9.2), 0.5, 1.0)),
        Shape::Disc(Ground, (5.2, 13.5), 2.9),
        Shape::Disc(Ground, (12.0, 13.5), 2.9),
        Shape::Disc(Ground, (18.8, 13.5), 2.9),
        Shape::Line(Ink, [vec![(12.0, 10.4)], hook].concat(), 1.8),
    ]
}

fn book() -> Vec<Shape> {
    let mirrored = |points: &[(f32, f32)]| points.iter().map(|(x, y)| (GRID - x, *y)).collect::<Vec<_>>();
    let page = [(1.6, 4.6), (11.3, 7.0), (11.3, 21.0), (1.6, 18.6)];
    let lines = [[(4.0, 9.0), (9.0, 10.2)], [(4.0, 12.2), (9.0, 13.4)], [(4.0, 15.4), (9.0, 16.6)]];
    let mut shapes = vec![area(&page), Shape::Area(Ink, mirrored(&page))];
    for line in lines {
        shapes.push(Shape::Line(Ground, line.to_vec(), 1.1));
        shapes.push(Shape::Line(Ground, mirrored(&line), 1.1));
    }
    shapes
}

fn area(points: &[(f32, f32)]) -> Shape {
    Shape::Area(Ink, points.to_vec())
}

fn window(points: &[(f32, f32)]) -> Shape {
    Shape::Area(Ground, points.to_vec())
}

/// Returns points of an ellipse, angles in turns clockwise from three o'clock.
fn ellipse((x, y): (f32, f32), (wide, high): (f32, f32), from: f32, to: f32) -> Vec<(f32, f32)> {
    const STEPS: u8 = 32;
    (0..=STEPS)
        .map(|step| {
            let angle = std::f32::consts::TAU * (from + (to - from) * f32::from(step) / f32::from(STEPS));
            (x + wide * angle.cos(), y + high * angle.sin())
        })
        .collect()
}

fn arc(centre: (f32, f32), radius: f32, from: f32, to: f32) -> Vec<(f32, f32)> {
    ellipse(centre, (radius, radius), from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(shape: &Shape) -> Vec<(f32, f32)> {
        let around = |(x, y): (f32, f32), r: f32| vec![(x - r, y - r), (x + r, y + r)];
        match shape {
            Shape::Area(_, points) => points.clone(),
            Shape::Disc(_, centre, radius) => around(*centre, *radius),
            Shape::Ring(_, centre, radius, width) => around(*centre, radius + width / 2.0),
            Shape::Line(_, points, width) => points.iter().flat_map(|point| around(*point, width / 2.0)).collect(),
        }
    }

    #[test]
    fn every_pictogram_stays_on_its_square_and_nearly_fills_it() {
        for pictogram in Pictogram::ALL {
            let all: Vec<(f32, f32)> = shapes(pictogram).iter().flat_map(points).collect();
            let ends = |values: Vec<f32>| {
                (values.iter().copied().fold(GRID, f32::min), values.iter().copied().fold(0.0, f32::max))
            };
            let (left, right) = ends(all.iter().map(|point| point.0).collect());
            let (top, bottom) = ends(all.iter().map(|point| point.1).collect());
            assert!(left >= 0.0 && top >= 0.0 && right <= GRID && bottom <= GRID, "{pictogram:?}");
            assert!((right - left).max(bottom - top) >= 18.0, "{pictogram:?}");
        }
    }

    #[test]
    fn every_area_is_convex() {
        for pictogram in Pictogram::ALL {
            for shape in shapes(pictogram) {
                let Shape::Area(_, points) = shape else { continue };
                let turns: Vec<f32> = (0..points.len())
                    .map(|at| {
                        let point = |shift: usize| points[(at + shift) % points.len()];
                        let ((ax, ay), (bx, by), (cx, cy)) = (point(0), point(1), point(2));
                        (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
                    })
                    .collect();
                let (left, right) = (turns.iter().any(|turn| *turn < -1e-3), turns.iter().any(|turn| *turn > 1e-3));
                assert!(!(left && right), "{pictogram:?}: {points:?}");
            }
        }
    }
}
