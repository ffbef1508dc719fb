//! What comes after a question: its correction, a new part, time to breathe, the next question, the end.

use super::{Ended, Flow, NOTED_SECS, Phase, Request, Screen, TIME_UP_SECS};
use crate::app::kiosk::{SittingView, VisitView};
use crate::domain::response::Answer;
use crate::domain::sitting::Step;
use crate::ui::kiosk::screen::{Asking, Correction, End, Pause};

/// Seconds of work after which a pause is offered.
const TIRED_AFTER: f64 = 20.0 * 60.0;

impl Flow {
    /// Shows what is said after a practice item.
    pub(super) fn correct_practice(&mut self, sitting: SittingView, index: usize, given: Answer) {
        let Screen::Question(asking) = &self.screen else { return };
        let said = sitting.assessment.practices.get(index).map(|practice| practice.correction.clone());
        let (visit, item) = (asking.visit.clone(), asking.current.item.clone());
        let said = said.unwrap_or_default();
        self.screen = Screen::Correction(Box::new(Correction { visit, sitting, item, said, given, from: None }));
    }

    /// Notes that the question on screen is over, with an answer or without; training is corrected.
    pub(super) fn end_question(&mut self, next: SittingView, given: Option<&Answer>, now: f64) {
        let Screen::Question(asking) = &mut self.screen else { return };
        let item = &asking.current.item;
        let trained = item.is_corrected() && asking.revisit.is_none();
        if let Some(given) = given.cloned().filter(|_| trained) {
            let (visit, item, from) = (asking.visit.clone(), item.clone(), question_of(asking.sitting.step));
            let said = item.correction.clone();
            self.screen = Screen::Correction(Box::new(Correction { visit, sitting: next, item, said, given, from }));
            return;
        }
        let (how, shown) = match given {
            Some(_) => (Ended::Noted, NOTED_SECS),
            None => (Ended::TimeUp, TIME_UP_SECS),
        };
        asking.phase = Phase::Done { how, until: now + shown, next: Box::new(next) };
    }

    /// Goes on from a question that is over: back to the current one when an earlier one lay over it.
    pub(super) fn after_question(&mut self, next: SittingView, now: f64) {
        let Screen::Question(asking) = &mut self.screen else { return };
        if asking.revisit.is_some() && next.step == asking.sitting.step {
            asking.revisit = None;
            // The watch goes on: what the sitting has kept of this question is what it began with.
            let begun_with = (asking.sitting.elapsed_millis, asking.sitting.clock);
            asking.sitting = next;
            (asking.sitting.elapsed_millis, asking.sitting.clock) = begun_with;
            asking.phase = Phase::Choosing;
            return;
        }
        let (visit, from) = (asking.visit.clone(), question_of(asking.sitting.step));
        self.go_on(visit, next, from, now);
    }

    /// Leaves the page that stands before a question.
    pub(super) fn leave_page(&mut self, now: f64) {
        match &self.screen {
            Screen::Introduction(shown) => {
                let (visit, sitting) = (shown.visit.clone(), shown.sitting.clone());
                self.go_on(visit, sitting, None, now);
            }
            Screen::Correction(shown) => {
                let (visit, sitting, from) = (shown.visit.clone(), shown.sitting.clone(), shown.from);
                self.go_on(visit, sitting, from, now);
            }
            Screen::Breather(shown) => {
                let (visit, sitting, from) = (shown.visit.clone(), shown.sitting.clone(), shown.from);
                self.working_since = Some(now);
                self.go_on(visit, sitting, from, now);
            }
            Screen::Section(shown) => {
                let (visit, sitting) = (shown.visit.clone(), shown.sitting.clone());
                self.ask_question(visit, sitting);
            }
            Screen::Start(_)
            | Screen::Back(_)
            | Screen::Notice(_)
            | Screen::WarmUp(_)
            | Screen::Today(_)
            | Screen::Question(_)
            | Screen::End(_)
            | Screen::OwnPage(_)
            | Screen::PageClosed(_) => {}
        }
    }

    /// Shows what the sitting has next; `from` is the question before.
    pub(super) fn go_on(&mut self, visit: VisitView, sitting: SittingView, from: Option<usize>, now: f64) {
        let asked = question_of(sitting.step);
        let tired = self.working_since.is_some_and(|since| now - since >= TIRED_AFTER) && sitting.may_pause;
        if sitting.step == Step::End {
            self.ask(Request::Visit(visit.visit));
            let words = sitting.assessment.instructions.end.clone();
            self.screen = Screen::End(End { visit, words, fresh: false });
        } else if tired && asked.is_some() {
            self.screen = Screen::Breather(Pause { visit, sitting, from });
        } else if asked.is_some_and(|index| begins_section(&sitting, index, from)) {
            self.screen = Screen::Section(Pause { visit, sitting, from });
        } else {
            self.ask_question(visit, sitting);
        }
    }

    fn ask_question(&mut self, visit: VisitView, sitting: SittingView) {
        match Asking::new(visit, sitting) {
            Some(asking) => self.screen = Screen::Question(Box::new(asking)),
            // A checked definition makes all its items: another one is no longer this program's.
            None => self.lock(),
        }
    }
}

pub(super) fn question_of(step: Step) -> Option<usize> {
    match step {
        Step::Question(index) => Some(index),
        Step::Practice(_) | Step::End => None,
    }
}

/// Returns whether the question is the first of its section that this person sees, or the first since they came back.
fn begins_section(sitting: &SittingView, index: usize, from: Option<usize>) -> bool {
    let items = sitting.assessment.items();
    let section_of = |index: usize| items.get(index).and_then(|item| item.section);
    let Some(section) = section_of(index) else { return false };
    match from {
        Some(from) => section_of(from) != Some(section),
        None => sitting.n_answered == 0 || items.iter().position(|item| item.section == Some(section)) == Some(index),
    }
}
