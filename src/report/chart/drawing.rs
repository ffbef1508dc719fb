//! A figure of the generators on paper: the same marks as on screen, in points and inks.

use crate::domain::generate::figure::{Figure, Mark, Point, Shade, Stroke as Line};
use crate::report::brush::Brush;
use crate::report::face::{Face, width};
use crate::report::pages::Stroke;
use crate::report::palette::{Colour, Palette, mix};

/// Where a figure is drawn: the unit square fills it, stretched if it is no square.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    /// How bold lines are drawn: 1 for a figure, less for a chart.
    pub weight: f32,
}

impl Frame {
    pub(super) fn square(x: f32, y: f32, side: f32) -> Self {
        Self { x, y, width: side, height: side, weight: 1.0 }
    }

    fn side(self) -> f32 {
        self.width.min(self.height)
    }

    fn place(self, point: Point) -> (f32, f32) {
        let (x, y) = point.shares();
        (self.x + x * self.width, self.y + y * self.height)
    }

    fn path(self, corners: &[Point]) -> Vec<(f32, f32)> {
        corners.iter().map(|&corner| self.place(corner)).collect()
    }

    /// Returns the width of a line in points: a share of the side, within what a printer draws well.
    fn stroke(self, stroke: Line, palette: &Palette) -> Stroke {
        let (share, least, most) = match stroke {
            Line::Thin => (0.006, 0.35, 0.8),
            Line::Plain => (0.012, 0.7, 1.4),
            Line::Bold => (0.026, 1.4, 3.5),
            Line::Dashed => (0.010, 0.6, 1.2),
        };
        Stroke { colour: palette.ink, width: (self.side() * share * self.weight).clamp(least, most) }
    }
}

/// The height of a digit, in multiples of the size of its letters.
const DIGIT: f32 = 0.72;

/// Draws a figure.
pub(super) fn paint(brush: &mut Brush, frame: Frame, figure: &Figure, palette: &Palette) {
    for mark in &figure.marks {
        match mark {
            Mark::Area { corners, shade } => brush.polygon(frame.path(corners), ink_of(*shade, palette)),
            Mark::Outline { corners, stroke: Line::Dashed } => {
                let mut path = frame.path(corners);
                path.extend(path.first().copied());
                dashes(brush, &path, frame.stroke(Line::Dashed, palette));
            }
            Mark::Outline { corners, stroke } => {
                let stroke = frame.stroke(*stroke, palette);
                brush.polyline(closed(&frame.path(corners)), stroke.colour, stroke.width);
            }
            Mark::Line { from, to, stroke: Line::Dashed } => {
                dashes(brush, &[frame.place(*from), frame.place(*to)], frame.stroke(Line::Dashed, palette));
            }
            Mark::Line { from, to, stroke } => {
                let stroke = frame.stroke(*stroke, palette);
                brush.line(frame.place(*from), frame.place(*to), stroke.colour, stroke.width);
            }
            Mark::Disc { centre, radius, shade } => {
                let (x, y) = frame.place(*centre);
                let radius = Point::new(*radius, 0).shares().0 * frame.side();
                let border = frame.stroke(Line::Plain, palette);
                brush.circle(x, y, radius, Some(ink_of(*shade, palette)), Some(border));
            }
            Mark::Number { at, value, height } => {
                let (x, y) = frame.place(*at);
                let height = Point::new(*height, 0).shares().0 * frame.side();
                centred(brush, (x, y), height / DIGIT, &value.to_string(), palette.ink);
            }
        }
    }
}

/// Writes a short text around a point.
pub(super) fn centred(brush: &mut Brush, (x, y): (f32, f32), size: f32, text: &str, colour: Colour) {
    let left = x - width(Face::Bold, size, text.trim_end_matches(' ')) / 2.0;
    brush.label(left, y + size * DIGIT / 2.0, size, Face::Bold, colour, text);
}

/// Closes a line in the middle of its first edge, where no corner lacks its join.
fn closed(corners: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let (Some(first), Some(second)) = (corners.first(), corners.get(1)) else { return corners.to_vec() };
    let middle = ((first.0 + second.0) / 2.0, (first.1 + second.1) / 2.0);
    let rest = corners.iter().skip(1).copied();
    std::iter::once(middle).chain(rest).chain([*first, middle]).collect()
}

fn dashes(brush: &mut Brush, path: &[(f32, f32)], stroke: Stroke) {
    let (dash, gap) = (stroke.width * 3.5, stroke.width * 2.5);
    for (from, to) in path.iter().zip(path.iter().skip(1)) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let at = |done: f32| {
            let share = (done / length.max(f32::EPSILON)).min(1.0);
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        };
        let mut done = 0.0;
        while done < length {
            brush.line(at(done), at(done + dash), stroke.colour, stroke.width);
            done += dash + gap;
        }
    }
}

/// Returns the ink of a shade: steps between the sheet and the ink that a printer without colours keeps apart.
fn ink_of(shade: Shade, palette: &Palette) -> Colour {
    let share = match shade {
        Shade::Paper => 0.0,
        Shade::Light => 0.18,
        Shade::Medium => 0.38,
        Shade::Dark => 0.58,
        Shade::Ink => 1.0,
    };
    mix(palette.paper, palette.ink, share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::palette::SPECIMEN;

    /// Relative luminance of WCAG 2.2 (W3C, 2023).
    fn luminance(colour: Colour) -> f64 {
        let linear = colour.map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    #[test]
    fn each_shade_is_darker_than_the_one_before_and_bears_a_line() {
        let shades = [Shade::Paper, Shade::Light, Shade::Medium, Shade::Dark, Shade::Ink];
        let light = shades.map(|shade| luminance(ink_of(shade, &SPECIMEN)) + 0.05);
        assert!(light.windows(2).all(|pair| pair[0] / pair[1] > 1.4), "{light:?}");
        assert!(light[3] / light[4] >= 3.0, "{light:?}");
    }

    #[test]
    fn a_closed_line_passes_every_corner_and_ends_where_it_began() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)];
        let path = closed(&square);
        assert_eq!(path.first(), path.last());
        assert!(square.iter().all(|corner| path.contains(corner)));
    }
}
