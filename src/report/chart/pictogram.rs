//! A pictogram on paper, in two tones.

use crate::domain::badge::Pictogram;
use crate::domain::badge::drawing::{GRID, Shape, Tone, shapes};
use crate::report::brush::Brush;
use crate::report::pages::Stroke;
use crate::report::palette::Colour;

/// Draws a pictogram in a square.
pub(crate) fn paint_pictogram(
    brush: &mut Brush,
    (x, y): (f32, f32),
    side: f32,
    one: Pictogram,
    (ink, ground): (Colour, Colour),
) {
    let unit = side / GRID;
    let at = |(px, py): (f32, f32)| (x + px * unit, y + py * unit);
    let colour = |tone: Tone| match tone {
        Tone::Ink => ink,
        Tone::Ground => ground,
    };
    for shape in shapes(one) {
        match shape {
            Shape::Area(tone, points) => brush.polygon(points.into_iter().map(at).collect(), colour(tone)),
            Shape::Disc(tone, centre, radius) => {
                let (cx, cy) = at(centre);
                brush.circle(cx, cy, radius * unit, Some(colour(tone)), None);
            }
            Shape::Ring(tone, centre, radius, wide) => {
                let (cx, cy) = at(centre);
                let stroke = Stroke { colour: colour(tone), width: wide * unit };
                brush.circle(cx, cy, radius * unit, None, Some(stroke));
            }
            Shape::Line(tone, points, wide) => {
                for end in points.first().into_iter().chain(points.last()) {
                    let (cx, cy) = at(*end);
                    brush.circle(cx, cy, wide * unit / 2.0, Some(colour(tone)), None);
                }
                brush.polyline(points.into_iter().map(at).collect(), colour(tone), wide * unit);
            }
        }
    }
}
