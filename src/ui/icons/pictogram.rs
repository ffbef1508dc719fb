//! The pictograms of badges, as `domain::badge::drawing` describes them.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape as Painted, Stroke, Vec2, vec2};

use crate::domain::badge::Pictogram;
use crate::domain::badge::drawing::{GRID, Shape, Tone, shapes};

/// Draws a pictogram in the largest square of `rect`; `ground` is what lies behind it.
pub fn paint_pictogram(painter: &Painter, rect: Rect, pictogram: Pictogram, ink: Color32, ground: Color32) {
    let side = rect.width().min(rect.height());
    let place = Rect::from_center_size(rect.center(), Vec2::splat(side));
    let unit = side / GRID;
    let at = |(x, y): (f32, f32)| place.min + vec2(x, y) * unit;
    let colour = |tone: Tone| match tone {
        Tone::Ink => ink,
        Tone::Ground => ground,
    };
    for shape in shapes(pictogram) {
        match shape {
            Shape::Area(tone, points) => {
                let points: Vec<Pos2> = points.into_iter().map(at).collect();
                painter.add(Painted::convex_polygon(points, colour(tone), Stroke::NONE));
            }
            Shape::Disc(tone, centre, radius) => {
                painter.circle_filled(at(centre), radius * unit, colour(tone));
            }
            Shape::Ring(tone, centre, radius, width) => {
                painter.circle_stroke(at(centre), radius * unit, Stroke::new(width * unit, colour(tone)));
            }
            Shape::Line(tone, points, width) => {
                for &point in &points {
                    painter.circle_filled(at(point), width * unit / 2.0, colour(tone));
                }
                let points: Vec<Pos2> = points.into_iter().map(at).collect();
                painter.line(points, Stroke::new(width * unit, colour(tone)));
            }
        }
    }
}
