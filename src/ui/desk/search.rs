//! The search for the best proposal, on a thread of its own: screens go on, and somebody may stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::app::Clock;
use crate::app::proposal::{ProposalQuestion, ProposalView, Shown, WhatIf};
use crate::domain::planning::Objective;
use crate::ui::worker::Worker;

/// After this long the best proposal found is shown, with how good it could still be.
pub const LIMIT: Duration = Duration::from_secs(5);

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub objective: Objective,
    pub what_if: WhatIf,
    /// What was shown last, to stay near to.
    pub shown: Option<Shown>,
}

/// A search that runs.
pub struct Search {
    worker: Worker<ProposalQuestion, ProposalView>,
    goes_on: Arc<AtomicBool>,
    since: f64,
}

impl Search {
    pub fn start(question: ProposalQuestion, wish: Wish, now: f64, wake: Box<dyn Fn() + Send>) -> Self {
        let goes_on = Arc::new(AtomicBool::new(true));
        let asked = Arc::clone(&goes_on);
        let worker = Worker::start(question, wake);
        // A fresh thread takes its first job: there is nothing to do if it cannot, and nothing comes then.
        worker.send(move |question| {
            let keep_going = || asked.load(Ordering::Relaxed);
            question.answer(wish.objective, wish.shown.as_ref(), LIMIT, (Clock::System, &keep_going))
        });
        Self { worker, goes_on, since: now }
    }

    /// Ends the search soon: its best proposal comes.
    pub fn stop(&self) {
        self.goes_on.store(false, Ordering::Relaxed);
    }

    pub fn found(&self) -> Option<ProposalView> {
        self.worker.drain().pop()
    }

    /// Returns for how many seconds it runs.
    pub fn seconds(&self, now: f64) -> f64 {
        (now - self.since).max(0.0)
    }

    pub fn is_over(&self) -> bool {
        !self.worker.is_busy()
    }
}

impl Drop for Search {
    fn drop(&mut self) {
        self.stop();
    }
}
