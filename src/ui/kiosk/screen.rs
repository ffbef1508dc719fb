//! Where a person is: the screens with what each needs, and the answer being made.

use std::sync::Arc;

use crate::app::kiosk::{SittingView, VisitView};
use crate::domain::assessment::{Assessment, Item, ItemKind};
use crate::domain::response::Answer;
use crate::domain::sitting::Step;

/// One screen. Replacing it forgets all that the last one knew.
pub enum Screen {
    Start(Start),
    Notice(VisitView),
    Today(VisitView),
    Introduction(Introduction),
    Question(Asking),
    Correction(Correction),
    End(End),
}

/// What is said under the code boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeMessage {
    Unknown {
        tries_left: u32,
    },
    NothingToDo,
    /// The same assessment goes on at another station.
    Elsewhere,
}

/// The code being typed.
#[derive(Default)]
pub struct Start {
    pub code: String,
    pub message: Option<CodeMessage>,
    pub blocked: bool,
}

/// What is said before an assessment, page by page.
pub struct Introduction {
    pub visit: VisitView,
    pub sitting: SittingView,
    pub page: usize,
}

/// How far the answer on screen is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Choosing,
    /// On its way to the disk.
    Sending,
    /// On disk; the next question comes at this second of the clock.
    Noted {
        until: f64,
        next: SittingView,
    },
    /// The disk refused; the answer is still on screen.
    Failed,
}

/// A question on screen, the practice one or a true one.
pub struct Asking {
    pub visit: VisitView,
    pub sitting: SittingView,
    pub answer: Option<Answer>,
    /// The number being typed.
    pub typed: String,
    pub phase: Phase,
    /// Second of the clock at which the question was first drawn.
    pub since: Option<f64>,
}

impl Asking {
    pub fn new(visit: VisitView, sitting: SittingView) -> Self {
        Self { visit, sitting, answer: None, typed: String::new(), phase: Phase::Choosing, since: None }
    }

    pub fn is_practice(&self) -> bool {
        matches!(self.sitting.step, Step::Practice(_))
    }

    /// Returns a number for the question on screen: 0 for the practice one, then 1, 2…
    pub fn place(&self) -> usize {
        match self.sitting.step {
            Step::Practice(_) => 0,
            Step::Question(index) => index + 1,
            Step::End => self.sitting.assessment.items().len() + 1,
        }
    }

    /// Returns the assessment and its item on screen; none at the end.
    pub fn item(&self) -> Option<(Arc<Assessment>, Item)> {
        let assessment = Arc::clone(&self.sitting.assessment);
        self.sitting.on_screen().map(|item| (assessment, item))
    }
}

/// The practice answer and what is said about it.
pub struct Correction {
    pub visit: VisitView,
    pub sitting: SittingView,
    /// Index of the practice item.
    pub practised: usize,
    pub given: Option<Answer>,
}

/// The end of an assessment, or of the day.
pub struct End {
    pub visit: VisitView,
    /// What happens next, as the assessment says it.
    pub words: String,
    /// The visit was read again after the last answer.
    pub fresh: bool,
}

/// Reads a typed number: a comma is a point.
pub fn read_number(typed: &str) -> Option<f64> {
    typed.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// Returns the answer that the typed text makes, if the item takes it.
pub fn number_answer(typed: &str, kind: &ItemKind) -> Option<Answer> {
    let answer = Answer::Number(read_number(typed)?);
    answer.fits(kind).is_ok().then_some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_a_point() {
        assert_eq!(read_number("2,5"), Some(2.5));
        assert_eq!(read_number("2.5"), Some(2.5));
        assert_eq!(read_number(","), None);
        assert_eq!(read_number(""), None);
    }

    #[test]
    fn a_number_outside_the_bounds_makes_no_answer() {
        let kind = ItemKind::Number { correct: Some(9.0), tolerance: 0.0, unit: String::new(), min: 0.0, max: 99.0 };
        assert_eq!(number_answer("12", &kind), Some(Answer::Number(12.0)));
        assert_eq!(number_answer("120", &kind), None);
    }
}
