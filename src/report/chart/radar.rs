//! A radar: results on one metric whose neighbours are alike, around a circle. The error is the ring around the line.
//!
//! It is drawn only where the order of the axes means something (Holland's hexagon: neighbours correlate most, opposites
//! least; Holland, Making Vocational Choices, 3rd ed., 1997): elsewhere the shape would be an effect of the order chosen.

use std::f32::consts::TAU;

use crate::i18n::decimal;
use crate::report::brush::Brush;
use crate::report::document::Align;
use crate::report::face::{Face, width as width_of};
use crate::report::layout::Sizes;
use crate::report::palette::{Palette, mix};
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct RadarChart {
    /// Lowest and highest possible result, the same for every axis.
    pub range: (f64, f64),
    /// Around the circle, the first at the top.
    pub axes: Vec<RadarAxis>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RadarAxis {
    pub label: String,
    pub value: f64,
    /// Half of the 95 % interval, in the unit of the result.
    pub half_width: f64,
}

const RADIUS: f32 = 62.0;
/// Between the end of an axis and its name.
const GAP: f32 = 7.0;
const POINT: f32 = 2.4;

impl RadarChart {
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-radar-alt", count = self.axes.len());
        for axis in &self.axes {
            let (low, high) = self.interval(axis);
            text.push(' ');
            text.push_str(&tr!(
                "report-radar-alt-row",
                label = axis.label.as_str(),
                value = decimal(axis.value, 1),
                most = decimal(self.range.1, 0),
                low = decimal(low, 1),
                high = decimal(high, 1)
            ));
        }
        text
    }

    fn interval(&self, axis: &RadarAxis) -> (f64, f64) {
        ((axis.value - axis.half_width).max(self.range.0), (axis.value + axis.half_width).min(self.range.1))
    }

    /// Returns how far from the middle a result lies, in 0..=1.
    fn share(&self, value: f64) -> f32 {
        let span = (self.range.1 - self.range.0).max(f64::EPSILON);
        ((value - self.range.0) / span).clamp(0.0, 1.0) as f32
    }

    fn direction(&self, index: usize) -> (f32, f32) {
        let angle = TAU * index as f32 / self.axes.len().max(1) as f32;
        (angle.sin(), -angle.cos())
    }

    fn outline(&self, (x, y): (f32, f32), value: impl Fn(&RadarAxis) -> f64) -> Vec<(f32, f32)> {
        let place = |(index, axis): (usize, &RadarAxis)| {
            let ((dx, dy), reach) = (self.direction(index), RADIUS * self.share(value(axis)));
            (x + dx * reach, y + dy * reach)
        };
        self.axes.iter().enumerate().map(place).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let setting = sizes.small;
        let above = setting.leading * 2.0 + GAP;
        let centre = (x + width / 2.0, above + RADIUS);
        for share in [1.0, 0.75, 0.5, 0.25] {
            let ring = (0..self.axes.len()).map(|index| {
                let (dx, dy) = self.direction(index);
                (centre.0 + dx * RADIUS * share, centre.1 + dy * RADIUS * share)
            });
            let mut ring: Vec<(f32, f32)> = ring.collect();
            if share >= 1.0 {
                brush.polygon(ring.clone(), palette.paper_tint);
            }
            ring.extend(ring.first().copied());
            brush.polyline(ring, palette.line, 0.7);
        }
        // The error is a band between what it may be at most and at least.
        brush.polygon(
            self.outline(centre, |axis| self.interval(axis).1),
            mix(palette.paper_tint, palette.error_zone, 0.45),
        );
        brush.polygon(self.outline(centre, |axis| self.interval(axis).0), palette.accent_soft);
        for index in 0..self.axes.len() {
            let (dx, dy) = self.direction(index);
            brush.line(centre, (centre.0 + dx * RADIUS, centre.1 + dy * RADIUS), palette.line, 0.7);
        }
        let mut line = self.outline(centre, |axis| axis.value);
        for (px, py) in &line {
            brush.circle(*px, *py, POINT, Some(palette.warm), None);
        }
        line.extend(line.first().copied());
        brush.polyline(line, palette.accent, 1.6);
        for (index, axis) in self.axes.iter().enumerate() {
            let (dx, dy) = self.direction(index);
            let words = printable(&axis.label);
            let measure = width_of(Face::Bold, setting.size, &words).min(width / 2.0 - RADIUS - GAP);
            let (at_x, at_y) = (centre.0 + dx * (RADIUS + GAP), centre.1 + dy * (RADIUS + GAP));
            let (left, align) = match dx {
                dx if dx > 0.1 => (at_x, Align::Left),
                dx if dx < -0.1 => (at_x - measure - 1.0, Align::Right),
                _ => (at_x - measure / 2.0 - 0.5, Align::Centre),
            };
            let top = if dy < -0.9 { at_y - setting.leading } else { at_y - setting.leading / 2.0 + dy * 4.0 };
            brush.paragraph(&words, Face::Bold, palette.ink, left, top, measure + 1.0, setting, align);
        }
        centre.1 + RADIUS + GAP + setting.leading * 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::PrintSize;
    use crate::report::pages::{Draw, Mark};
    use crate::report::palette::SPECIMEN;

    fn chart() -> RadarChart {
        let axis = |label: &str, value: f64| RadarAxis { label: label.to_owned(), value, half_width: 0.5 };
        RadarChart {
            range: (1.0, 5.0),
            axes: vec![axis("Réaliste", 5.0), axis("Social", 3.0), axis("Artistique", 1.0)],
        }
    }

    #[test]
    fn what_is_heard_is_what_is_drawn() {
        assert_eq!(
            chart().alternative(),
            "Radar à 3 axes, dans l’ordre du cercle. Réaliste : 5,0 sur 5, entre 4,5 et 5,0 avec l’erreur de mesure. \
             Social : 3,0 sur 5, entre 2,5 et 3,5 avec l’erreur de mesure. \
             Artistique : 1,0 sur 5, entre 1,0 et 1,5 avec l’erreur de mesure."
                .replace(" :", "\u{a0}:")
        );
    }

    #[test]
    fn a_result_lies_at_its_share_of_the_axis() {
        let outline = chart().outline((0.0, 0.0), |axis| axis.value);
        // The highest at the end of the axis that goes up, the middle at half, the lowest in the centre.
        assert!((outline[0].0).abs() < 1e-3 && (outline[0].1 + RADIUS).abs() < 1e-3, "{outline:?}");
        let reach = |(x, y): (f32, f32)| x.hypot(y);
        assert!((reach(outline[1]) - RADIUS / 2.0).abs() < 1e-3);
        assert!(reach(outline[2]) < 1e-3);
    }

    #[test]
    fn names_stand_inside_the_width() {
        let mut brush = Brush::new(Mark::Decoration);
        chart().paint(&mut brush, 40.0, 400.0, &Sizes::of(PrintSize::Standard), &SPECIMEN);
        let texts: Vec<(f32, f32)> = brush
            .items
            .iter()
            .filter_map(|item| match &item.draw {
                Draw::Text { x, width, .. } => Some((*x, x + width)),
                _ => None,
            })
            .collect();
        assert_eq!(texts.len(), 3);
        assert!(texts.iter().all(|(left, right)| *left >= 40.0 && *right <= 440.0), "{texts:?}");
    }
}
