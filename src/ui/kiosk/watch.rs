//! How long a question has been on screen, on egui's clock; it stands still while something hides the question.

/// The time of one question, counted while it runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watch {
    spent: f64,
    last: Option<f64>,
}

impl Watch {
    /// Counts the time since the last call, if it ran.
    pub fn run(&mut self, now: f64) {
        if let Some(last) = self.last {
            self.spent += (now - last).max(0.0);
        }
        self.last = Some(now);
    }

    pub fn stop(&mut self) {
        self.last = None;
    }

    pub fn millis(&self) -> u64 {
        (self.spent * 1000.0) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_takes_no_time() {
        let mut watch = Watch::default();
        watch.run(10.0);
        watch.run(12.5);
        watch.stop();
        watch.run(100.0);
        watch.run(101.0);
        assert_eq!(watch.millis(), 3_500);
    }
}
