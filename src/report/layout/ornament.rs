//! Drawings that carry no information: the compass of the letterhead, the emblem of the Union, tick boxes.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use crate::report::brush::Brush;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;

/// Draws a compass whose needle points to the north-east, around a centre.
pub(super) fn compass(brush: &mut Brush, x: f32, y: f32, radius: f32, palette: &Palette) {
    brush.circle(x, y, radius, Some(palette.accent_soft), Some(Stroke { colour: palette.accent, width: radius * 0.1 }));
    for quarter in 0..4_u8 {
        let angle = f32::from(quarter) * FRAC_PI_2;
        let at = |distance: f32| (x + angle.cos() * radius * distance, y + angle.sin() * radius * distance);
        brush.line(at(0.74), at(0.88), palette.accent, radius * 0.07);
    }
    let needle = PI * 0.28;
    let toward = |angle: f32, distance: f32| (x + angle.cos() * radius * distance, y - angle.sin() * radius * distance);
    let (one_side, other_side) = (toward(needle + FRAC_PI_2, 0.19), toward(needle - FRAC_PI_2, 0.19));
    brush.polygon(vec![one_side, toward(needle, 0.72), other_side], palette.warm);
    brush.polygon(vec![one_side, toward(needle + PI, 0.72), other_side], palette.accent);
    brush.circle(x, y, radius * 0.075, Some(palette.paper), None);
}

/// Draws the emblem of the European Union: twelve stars in a circle on a field three by two.
pub(super) fn emblem(brush: &mut Brush, x: f32, y: f32, width: f32, palette: &Palette) {
    let height = width * 2.0 / 3.0;
    brush.rect(x, y, width, height, 0.0, palette.emblem_field);
    let (centre_x, centre_y) = (x + width / 2.0, y + height / 2.0);
    for hour in 0..12_u8 {
        let angle = f32::from(hour) / 12.0 * TAU;
        let (star_x, star_y) = (centre_x + angle.sin() * height / 3.0, centre_y - angle.cos() * height / 3.0);
        let points = (0..10_u8)
            .map(|corner| {
                let angle = f32::from(corner) / 10.0 * TAU;
                // A five-pointed star: the inner corners stand at 0.382 of the radius.
                let reach = height / 18.0 * if corner % 2 == 0 { 1.0 } else { 0.382 };
                (star_x + angle.sin() * reach, star_y - angle.cos() * reach)
            })
            .collect();
        brush.polygon(points, palette.emblem_stars);
    }
}

/// Draws a box to tick, ticked or not.
pub(super) fn tick_box(brush: &mut Brush, x: f32, y: f32, side: f32, palette: &Palette) {
    brush.frame(x, y, side, side, side * 0.14, palette.paper, Stroke { colour: palette.accent, width: 1.0 });
}
