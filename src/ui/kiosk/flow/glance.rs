//! What the desk changes while a person is here: the kiosk looks at the sitting again every few seconds, and writes nothing.
//!
//! A glance is no request of the person's: no button waits for it, and its failure is told to nobody.

use super::next::question_of;
use super::{Flow, Phase, Request, Screen, Task};
use crate::app::kiosk::SittingView;
use crate::app::{AppError, Refusal};
use crate::domain::sitting::SittingRefusal;
use crate::ui::kiosk::requests::Done;

/// Seconds between two glances while the person waits for somebody.
const HELD_GLANCE: f64 = 2.0;

/// Seconds between two glances at a question: each costs a frame, and a kiosk at rest should rest.
const QUIET_GLANCE: f64 = 4.0;

/// When the sitting was last looked at, on egui's clock.
#[derive(Default)]
pub(super) struct Glance {
    at: Option<f64>,
    is_sent: bool,
}

impl Flow {
    /// Looks at the sitting when it is time.
    pub(super) fn glance_again(&mut self, now: f64) {
        let Some(wait) = self.glance_wait(now) else { return };
        if wait > 0.0 {
            return;
        }
        let Some(shown) = self.screen.sitting().filter(|_| !self.glance.is_sent) else { return };
        let request = Request::Glance { sitting: shown.sitting, step: shown.step, hold: self.hold };
        self.glance = Glance { at: Some(now), is_sent: true };
        self.queue.push(Task { request, epoch: self.epoch });
    }

    /// Returns the seconds until the next glance, whose frame takes the reply of the last one too: what has not changed is
    /// worth no frame of its own. None where nothing is to be seen.
    pub fn glance_wait(&self, now: f64) -> Option<f64> {
        let may_change = self.hold.is_some() || self.is_choosing();
        let every = if self.hold.is_some() { HELD_GLANCE } else { QUIET_GLANCE };
        (may_change && !self.is_busy()).then(|| self.glance.at.map_or(0.0, |at| (at + every - now).max(0.0)))
    }

    fn is_choosing(&self) -> bool {
        matches!(&self.screen, Screen::Question(asking) if asking.phase == Phase::Choosing)
    }

    /// Takes what a glance has seen, unless the person has asked something meanwhile: that reply knows more.
    pub(super) fn glanced(&mut self, outcome: Result<Done, AppError>, now: f64) {
        self.glance.is_sent = false;
        match outcome {
            Ok(Done::Sitting(sitting)) if !self.is_busy() => self.see(*sitting, now),
            Err(AppError::Refused(Refusal::Sitting(SittingRefusal::HeldElsewhere { .. }))) => self.go_elsewhere(),
            // The next glance may do better.
            Ok(_) | Err(_) => {}
        }
    }

    fn see(&mut self, sitting: SittingView, now: f64) {
        let was_held = self.hold.is_some();
        self.hold = sitting.hold;
        if was_held && self.hold.is_none() {
            self.working_since = Some(now);
            // Perhaps nobody is in front of it: what was hidden stays so until somebody says that they are there.
            self.idle.come_back(now);
        }
        if let Screen::Question(asking) = &self.screen
            && asking.phase == Phase::Choosing
            && asking.sitting.step != sitting.step
        {
            self.find_place(sitting, now);
        }
    }

    /// Goes to where the sitting stands, from a question that is no longer the current one.
    pub(super) fn find_place(&mut self, sitting: SittingView, now: f64) {
        let Screen::Question(asking) = &self.screen else { return };
        let (visit, from) = (asking.visit.clone(), question_of(asking.sitting.step));
        self.go_on(visit, sitting, from, now);
    }
}
