//! How a path spreads over half-days, so that nobody is worn out by it.

/// The longest time of evaluations in one half-day, in minutes.
///
/// A choice of the house, not a published norm: a half-day of three hours, less the welcome, the breaks and the time to
/// talk. `DECISIONS.md` says so.
pub const LONGEST_HALF_DAY: u32 = 90;

/// How long a path takes, and over how many half-days it spreads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Effort {
    pub minutes: u32,
    pub half_days: u32,
}

impl Effort {
    /// Returns the effort of `alone` minutes of evaluations beside workshops of these lengths: a workshop has a half-day of
    /// its own, whatever its length.
    pub fn of(alone: u32, workshops: &[u32]) -> Self {
        let sessions = u32::try_from(workshops.len()).unwrap_or(u32::MAX);
        Self { minutes: alone + workshops.iter().sum::<u32>(), half_days: alone.div_ceil(LONGEST_HALF_DAY) + sessions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hours_ten_take_two_half_days() {
        assert_eq!(Effort::of(130, &[]), Effort { minutes: 130, half_days: 2 });
        assert_eq!(Effort::of(90, &[]), Effort { minutes: 90, half_days: 1 });
        assert_eq!(Effort::of(91, &[]).half_days, 2);
        assert_eq!(Effort::of(0, &[]), Effort::default());
    }

    #[test]
    fn a_workshop_has_a_half_day_of_its_own() {
        assert_eq!(Effort::of(20, &[180, 120]), Effort { minutes: 320, half_days: 3 });
    }
}
