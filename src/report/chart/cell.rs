//! What is drawn in the cell of a table, for the eye only: the text of the row says the same.

use super::zones::Zones;
use crate::domain::signature::Signature;
use crate::report::brush::Brush;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub enum CellPicture {
    /// Beside the text, in the right half of the cell.
    Signature(Signature),
    /// Under the text: where a result lies.
    Zones(Zones),
    /// Under the text: a bar, filled to a share in 0..=1.
    Share(f64),
    /// Before the text: a stop of a path, joined to the one above it and the one below it.
    Step { state: StepState, above: bool, below: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Planned,
    /// Not taken, for a reason given elsewhere.
    Skipped,
}

impl StepState {
    /// Returns the state in words.
    pub fn words(self) -> String {
        match self {
            Self::Done => tr!("report-step-done"),
            Self::Planned => tr!("report-step-planned"),
            Self::Skipped => tr!("report-step-skipped"),
        }
    }
}

/// Height of the bar of a share.
const SHARE: f32 = 6.0;
const DOT: f32 = 4.8;
/// Between the inside of a cell and the line of its row.
const MARGIN: f32 = 3.1;

/// Where a picture may be drawn: the inside of a cell, and how far down its text goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub text_height: f32,
    /// Height of a line of the text.
    pub leading: f32,
}

impl CellPicture {
    /// Returns how far the text moves to the right.
    pub(crate) fn indent(&self) -> f32 {
        match self {
            Self::Step { .. } => 2.0 * DOT + 5.0,
            Self::Signature(_) | Self::Zones(_) | Self::Share(_) => 0.0,
        }
    }

    /// Returns the room that the picture needs under the text.
    pub(crate) fn below(&self) -> f32 {
        match self {
            Self::Zones(_) => Zones::HEIGHT,
            Self::Share(_) => SHARE + 4.0,
            Self::Signature(_) | Self::Step { .. } => 0.0,
        }
    }

    pub(crate) fn paint(&self, brush: &mut Brush, frame: Frame, palette: &Palette) {
        let under = frame.y + frame.text_height;
        match self {
            Self::Signature(signature) => {
                let half = frame.width / 2.0;
                brush.signature(signature, (frame.x + half, frame.y), (half, frame.height), palette.ink);
            }
            Self::Zones(zones) => zones.paint(brush, (frame.x, under + 1.6), frame.width, palette),
            Self::Share(share) => {
                let filled = frame.width * share.clamp(0.0, 1.0) as f32;
                brush.rect(frame.x, under + 3.0, frame.width, SHARE, SHARE / 2.0, palette.line);
                if filled > 0.0 {
                    brush.rect(frame.x, under + 3.0, filled.max(SHARE), SHARE, SHARE / 2.0, palette.accent);
                }
            }
            Self::Step { state, above, below } => {
                let (x, y) = (frame.x + DOT, frame.y + frame.leading / 2.0);
                let way = |brush: &mut Brush, to: f32| brush.line((x, y), (x, to), palette.accent, 1.4);
                if *above {
                    way(brush, frame.y - MARGIN);
                }
                if *below {
                    way(brush, frame.y + frame.height + MARGIN);
                }
                dot(brush, x, y, *state, palette);
            }
        }
    }
}

/// A full disc when done, a ring when planned, a crossed ring when skipped: the shape tells, not the colour.
fn dot(brush: &mut Brush, x: f32, y: f32, state: StepState, palette: &Palette) {
    let ring = |colour| Some(Stroke { colour, width: 1.3 });
    match state {
        StepState::Done => {
            brush.circle(x, y, DOT, Some(palette.accent), ring(palette.accent));
            brush.polyline(vec![(x - 2.2, y + 0.1), (x - 0.6, y + 1.8), (x + 2.4, y - 1.8)], palette.paper, 1.3);
        }
        StepState::Planned => brush.circle(x, y, DOT, Some(palette.paper), ring(palette.accent)),
        StepState::Skipped => {
            brush.circle(x, y, DOT, Some(palette.paper), ring(palette.muted));
            brush.line((x - 2.5, y + 2.5), (x + 2.5, y - 2.5), palette.muted, 1.2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::pages::{Draw, Mark};
    use crate::report::palette::SPECIMEN;

    const FRAME: Frame = Frame { x: 10.0, y: 0.0, width: 100.0, height: 40.0, text_height: 12.0, leading: 12.0 };

    #[test]
    fn a_share_fills_its_part_of_the_bar() {
        let mut brush = Brush::new(Mark::Decoration);
        CellPicture::Share(0.25).paint(&mut brush, FRAME, &SPECIMEN);
        let widths: Vec<f32> = brush
            .items
            .iter()
            .filter_map(|item| match &item.draw {
                Draw::Rect { width, .. } => Some(*width),
                _ => None,
            })
            .collect();
        assert_eq!(widths, [100.0, 25.0]);
    }

    #[test]
    fn a_stop_in_the_middle_of_a_path_is_joined_to_both_sides() {
        let joins = |above, below| {
            let mut brush = Brush::new(Mark::Decoration);
            CellPicture::Step { state: StepState::Planned, above, below }.paint(&mut brush, FRAME, &SPECIMEN);
            brush.items.iter().filter(|item| matches!(item.draw, Draw::Line { .. })).count()
        };
        assert_eq!([joins(false, false), joins(false, true), joins(true, true)], [0, 1, 2]);
    }

    #[test]
    fn each_state_has_a_shape_of_its_own() {
        let shapes = |state| {
            let mut brush = Brush::new(Mark::Decoration);
            CellPicture::Step { state, above: false, below: false }.paint(&mut brush, FRAME, &SPECIMEN);
            let kind = |draw: &Draw| match draw {
                Draw::Circle { fill, .. } => format!("circle {fill:?}"),
                Draw::Polyline { .. } => "tick".to_owned(),
                _ => "bar".to_owned(),
            };
            brush.items.iter().map(|item| kind(&item.draw)).collect::<Vec<_>>()
        };
        assert_eq!(shapes(StepState::Done), ["circle Some([15, 86, 100])", "tick"]);
        assert_eq!(shapes(StepState::Planned), ["circle Some([255, 255, 255])"]);
        assert_eq!(shapes(StepState::Skipped), ["circle Some([255, 255, 255])", "bar"]);
    }
}
