//! The steps of a path with their dates and states, from left to right.

use chrono::NaiveDate;

use crate::i18n::{long_date, short_date};
use crate::report::brush::{Brush, Setting};
use crate::report::document::Align;
use crate::report::face::Face;
use crate::report::layout::Sizes;
use crate::report::pages::Stroke;
use crate::report::palette::Palette;
use crate::report::wording::printable;
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineChart {
    pub steps: Vec<TimelineStep>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineStep {
    pub label: String,
    pub date: Option<NaiveDate>,
    pub state: StepState,
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

const IN_A_ROW: usize = 5;
const ROWS_IN_A_PAGE: usize = 5;

impl TimelineChart {
    pub fn alternative(&self) -> String {
        let mut text = tr!("report-timeline-alt", count = self.steps.len());
        for (index, step) in self.steps.iter().enumerate() {
            let date = step.date.map_or_else(|| tr!("report-no-date"), long_date);
            text.push(' ');
            text.push_str(&tr!(
                "report-timeline-alt-step",
                number = index + 1,
                label = step.label.as_str(),
                date = date,
                state = step.state.words()
            ));
        }
        text
    }

    pub(super) fn parts(&self) -> Vec<Self> {
        self.steps.chunks(IN_A_ROW * ROWS_IN_A_PAGE).map(|steps| Self { steps: steps.to_vec() }).collect()
    }

    pub(super) fn paint(&self, brush: &mut Brush, x: f32, width: f32, sizes: &Sizes, palette: &Palette) -> f32 {
        let columns = self.steps.len().clamp(1, IN_A_ROW);
        let cell = width / columns as f32;
        let small = Setting { size: sizes.small.size, leading: sizes.small.leading };
        let mut top = 4.0;
        for row in self.steps.chunks(IN_A_ROW) {
            let centre_y = top + 8.0;
            let first_x = x + cell / 2.0;
            let last_x = first_x + cell * (row.len().saturating_sub(1)) as f32;
            brush.line((first_x, centre_y), (last_x, centre_y), palette.line, 2.2);
            let mut bottom = centre_y;
            for (index, step) in row.iter().enumerate() {
                let centre_x = first_x + cell * index as f32;
                dot(brush, centre_x, centre_y, step.state, palette);
                let left = centre_x - cell / 2.0 + 4.0;
                let measure = cell - 8.0;
                let mut y = centre_y + 12.0;
                let date = step.date.map_or_else(|| tr!("report-no-date"), short_date);
                let texts = [
                    (date, Face::Bold, palette.accent),
                    (step.label.clone(), Face::Regular, palette.ink),
                    (step.state.words(), Face::Italic, palette.muted),
                ];
                for (text, face, colour) in texts {
                    let text = printable(&format!("{text} "));
                    y += brush.paragraph(&text, face, colour, left, y, measure, small, Align::Centre);
                }
                bottom = bottom.max(y);
            }
            top = bottom + 8.0;
        }
        top - 4.0
    }
}

/// A full disc when done, a ring when planned, a crossed ring when skipped: the shape tells, not the colour.
fn dot(brush: &mut Brush, x: f32, y: f32, state: StepState, palette: &Palette) {
    let ring = |colour| Some(Stroke { colour, width: 1.8 });
    match state {
        StepState::Done => {
            brush.circle(x, y, 7.0, Some(palette.accent), ring(palette.accent));
            brush.polyline(vec![(x - 3.2, y + 0.2), (x - 0.9, y + 2.6), (x + 3.4, y - 2.6)], palette.paper, 1.7);
        }
        StepState::Planned => brush.circle(x, y, 7.0, Some(palette.paper), ring(palette.accent)),
        StepState::Skipped => {
            brush.circle(x, y, 7.0, Some(palette.paper), ring(palette.muted));
            brush.line((x - 3.6, y + 3.6), (x + 3.6, y - 3.6), palette.muted, 1.6);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alternative_text_names_each_step_with_its_state() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3);
        let step = TimelineStep { label: "Entretien".to_owned(), date, state: StepState::Done };
        let text = TimelineChart { steps: vec![step] }.alternative();
        for part in ["Entretien", "3 novembre 2026", "fait"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
