//! The time of the question on screen: counted while it is seen, kept on disk, and over.

use super::{Flow, Phase, Request, Screen};
use crate::domain::sitting::Step;

/// Milliseconds between two times sent to the disk.
const KEPT_EVERY: u64 = 3_000;

impl Flow {
    /// Counts the time of the question on screen, and ends it when its limit is reached.
    pub(super) fn run_clock(&mut self, now: f64) {
        let still = self.hold.is_some();
        let Screen::Question(asking) = &mut self.screen else { return };
        if still || asking.phase != Phase::Choosing {
            asking.watch.stop();
            return;
        }
        asking.watch.run(now);
        let (Some(left), Step::Question(_)) = (asking.time_left(), asking.sitting.step) else { return };
        let shown = asking.watch.millis();
        let over = left.millis == 0 && !asking.ran_out;
        if !over && shown < asking.kept_millis + KEPT_EVERY {
            return;
        }
        asking.kept_millis = shown;
        let (sitting, item, took_millis) =
            (asking.sitting.sitting, asking.current.item.id.clone(), asking.took_millis());
        if left.millis > 0 {
            self.ask(Request::Elapse { sitting, item, took_millis });
            return;
        }
        (asking.revisit, asking.ran_out) = (None, true);
        asking.phase = Phase::Sending;
        self.ask(Request::RunOut { sitting, item, took_millis });
    }

    /// Returns the seconds until the clock on screen has something to show or to keep.
    pub fn clock_wait(&self) -> Option<f64> {
        const SMOOTH: f64 = 0.2;
        let Screen::Question(asking) = &self.screen else { return None };
        let left = asking.time_left().filter(|_| self.hold.is_none() && asking.phase == Phase::Choosing)?;
        let kept =
            (asking.kept_millis + KEPT_EVERY).saturating_sub(asking.watch.millis()).min(left.millis) as f64 / 1000.0;
        Some(if left.visible { SMOOTH } else { kept.max(0.05) })
    }
}
