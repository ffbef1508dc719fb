//! Bars before a scale: a line every five, a number every ten.

use crate::domain::generate::figure::{Figure, Point, Shade, Stroke, UNIT, rectangle};

const LEFT: i32 = 1_200;
const TOP: i32 = 600;
const BOTTOM: i32 = 9_600;
/// The top of the scale.
const HIGHEST: i32 = 60;

/// Draws one bar per value, from left to right.
pub(super) fn draw(values: &[i32]) -> Figure {
    let mut figure = Figure::default();
    let height = |value: i32| BOTTOM - (BOTTOM - TOP) * value / HIGHEST;
    for level in (0..=HIGHEST).step_by(5) {
        let stroke = if level % 10 == 0 { Stroke::Plain } else { Stroke::Thin };
        figure.line(Point::new(LEFT, height(level)), Point::new(UNIT, height(level)), stroke);
        if level % 10 == 0 {
            figure.number(Point::new(LEFT / 2, height(level)), level, 450);
        }
    }
    let place = (UNIT - LEFT) / (values.len().max(1) as i32);
    for (rank, &value) in (0..).zip(values) {
        let left = LEFT + rank * place;
        let bar = rectangle(left + place / 5, height(value), left + place * 4 / 5, BOTTOM);
        figure.area(bar.clone(), Shade::Medium);
        figure.outline(bar, Stroke::Plain);
    }
    figure
}
