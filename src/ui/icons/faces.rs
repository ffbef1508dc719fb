//! Pictograms of the answer points: five faces, and a gauge from empty to full.

use super::pen::Pen;

/// Draws a face from 1 (very unhappy) to 5 (very happy); the mouth alone carries the degree.
pub(super) fn face(pen: &Pen<'_>, level: u8) {
    pen.circle(12.0, 12.0, 10.5);
    pen.disc(8.4, 9.4, 1.5);
    pen.disc(15.6, 9.4, 1.5);
    match level {
        0 | 1 => pen.curve((7.2, 17.6), (12.0, 11.0), (16.8, 17.6)),
        2 => pen.curve((7.8, 16.8), (12.0, 13.4), (16.2, 16.8)),
        3 => pen.line(&[(8.0, 15.8), (16.0, 15.8)]),
        4 => pen.curve((7.6, 14.6), (12.0, 18.4), (16.4, 14.6)),
        _ => pen.curve((6.8, 13.6), (12.0, 21.4), (17.2, 13.6)),
    }
}

/// Draws four rising bars, the first `level` of them full.
pub(super) fn jauge(pen: &Pen<'_>, level: u8) {
    for bar in 0..4_u8 {
        let left = 2.0 + f32::from(bar) * 5.4;
        let top = 17.0 - f32::from(bar) * 4.6;
        if bar < level {
            pen.block(left - 0.6, top - 0.6, left + 4.2, 22.0, 1.0);
        } else {
            pen.frame(left + 0.2, top + 0.2, left + 3.4, 21.2, 0.8);
        }
    }
}
