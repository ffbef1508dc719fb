//! Nobody touches the kiosk: first it asks, then it locks.

/// Seconds without a touch before the question is hidden.
pub const ASK_AFTER: f64 = 90.0;
/// Seconds without a touch before the code is asked again.
pub const LOCK_AFTER: f64 = 180.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Here,
    /// "Vous êtes toujours là ?"
    Asked,
    Gone,
}

/// The time of the last touch, on egui's clock.
#[derive(Default)]
pub struct Idle {
    last: Option<f64>,
    asked: bool,
}

impl Idle {
    /// Starts counting again from `now`.
    pub fn touch(&mut self, now: f64) {
        *self = Self { last: Some(now), asked: false };
    }

    /// Shows again what a wait has hidden: after a long one it asks first who is there, and gives time to answer.
    pub fn come_back(&mut self, now: f64) {
        let quiet = self.last.map_or(0.0, |last| now - last);
        if quiet >= ASK_AFTER {
            *self = Self { last: Some(now - ASK_AFTER), asked: true };
        }
    }

    /// Returns who is there at `now`. While it asks, a stray movement is no answer.
    pub fn look(&mut self, now: f64, touched: bool) -> Presence {
        if touched && !self.asked {
            self.last = Some(now);
        }
        let quiet = now - *self.last.get_or_insert(now);
        self.asked = self.asked || quiet >= ASK_AFTER;
        match (quiet >= LOCK_AFTER, self.asked) {
            (true, _) => Presence::Gone,
            (false, true) => Presence::Asked,
            (false, false) => Presence::Here,
        }
    }

    /// Returns the seconds until the next change.
    pub fn wait(&self, now: f64) -> f64 {
        let limit = if self.asked { LOCK_AFTER } else { ASK_AFTER };
        self.last.map_or(limit, |last| (last + limit - now).max(0.05))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_asks_after_ninety_seconds_and_locks_after_a_hundred_and_eighty() {
        let mut idle = Idle::default();
        idle.touch(10.0);
        assert_eq!(idle.look(99.9, false), Presence::Here);
        assert_eq!(idle.look(100.0, false), Presence::Asked);
        assert_eq!(idle.look(189.9, true), Presence::Asked);
        assert_eq!(idle.look(190.0, false), Presence::Gone);
    }

    #[test]
    fn after_a_long_wait_it_asks_first_and_leaves_time_to_answer() {
        let mut idle = Idle::default();
        idle.touch(0.0);
        idle.come_back(60.0);
        assert_eq!(idle.look(60.0, false), Presence::Here);
        idle.come_back(400.0);
        assert_eq!(idle.look(400.0, false), Presence::Asked);
        assert_eq!(idle.look(489.9, false), Presence::Asked);
        assert_eq!(idle.look(490.0, false), Presence::Gone);
    }

    #[test]
    fn a_touch_starts_the_count_again() {
        let mut idle = Idle::default();
        idle.touch(0.0);
        assert_eq!(idle.look(80.0, true), Presence::Here);
        assert_eq!(idle.look(160.0, false), Presence::Here);
    }
}
