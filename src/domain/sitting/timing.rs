//! The clock of a sitting: how much time an item or a section has left, with the person's extra time.
//!
//! Time is what the answers took, as events tell: pauses and calls for help are not in it.

use super::Sitting;
use crate::domain::assessment::{AdaptivePlan, Assessment, Item, ItemId};
use crate::domain::person::ExtraTime;

/// Time that the screen and the disk may be late.
const TOLERANCE_MILLIS: u64 = 1_000;

/// The clock of the item on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub allowed_millis: u64,
    /// Spent already: before a restart, or on the section's other items.
    pub spent_millis: u64,
    /// The time left is shown.
    pub visible: bool,
    /// The section whose time it is; `None` when it is the item's.
    section: Option<usize>,
}

impl Clock {
    pub fn left_millis(&self) -> u64 {
        self.allowed_millis.saturating_sub(self.spent_millis)
    }

    pub fn section(&self) -> Option<usize> {
        self.section
    }
}

impl ExtraTime {
    /// Returns a time limit with the person's extra time: ×1, ×1.33, ×1.5, or none at all.
    pub fn stretched(self, millis: u64) -> Option<u64> {
        match self {
            ExtraTime::None => Some(millis),
            ExtraTime::Third => Some(millis * 133 / 100),
            ExtraTime::Half => Some(millis * 3 / 2),
            ExtraTime::Unlimited => None,
        }
    }
}

impl Sitting {
    /// Returns the clock of an item that is not answered, the one with the least time left; `None` without limit.
    pub fn clock(&self, assessment: &Assessment, item: &Item) -> Option<Clock> {
        let of_item = item.time_limit.and_then(|limit| {
            let allowed_millis = self.extra_time.stretched(u64::from(limit.seconds) * 1000)?;
            Some(Clock {
                allowed_millis,
                spent_millis: self.elapsed_on(&item.id),
                visible: limit.visible,
                section: None,
            })
        });
        let of_section = item.section.and_then(|index| {
            let seconds = assessment.sections().get(index)?.seconds?;
            let allowed_millis = self.extra_time.stretched(u64::from(seconds) * 1000)?;
            let spent_millis = self.spent_on_section(assessment, index) + self.elapsed_on(&item.id);
            Some(Clock { allowed_millis, spent_millis, visible: true, section: Some(index) })
        });
        match (of_item, of_section) {
            (Some(item), Some(section)) if section.left_millis() <= item.left_millis() => Some(section),
            (Some(item), _) => Some(item),
            (None, section) => section,
        }
    }

    /// Returns the clock that is over `took_millis` after the item came, that of the section before the item's.
    pub(super) fn time_over(&self, assessment: &Assessment, id: &ItemId, took_millis: u64) -> Option<Clock> {
        let clock = self.clock(assessment, assessment.item(id)?)?;
        // What was spent on this item before a restart is a part of what it took.
        let spent = clock.spent_millis - self.elapsed_on(id) + took_millis.max(self.elapsed_on(id));
        (spent + TOLERANCE_MILLIS >= clock.allowed_millis).then_some(clock)
    }

    pub(super) fn is_adaptive_time_over(&self, plan: &AdaptivePlan) -> bool {
        let limit = plan.rules.max_minutes.and_then(|minutes| self.extra_time.stretched(u64::from(minutes) * 60_000));
        let spent: u64 = self.answers.values().map(|given| given.took_millis).sum();
        limit.is_some_and(|limit| spent >= limit)
    }

    /// Returns the milliseconds that the item was on screen before now.
    pub fn elapsed_on(&self, id: &ItemId) -> u64 {
        self.elapsed.get(id).copied().unwrap_or(0)
    }

    fn spent_on_section(&self, assessment: &Assessment, section: usize) -> u64 {
        let of_section = |id: &ItemId| assessment.item(id).is_some_and(|item| item.section == Some(section));
        self.answers.iter().filter(|(id, _)| of_section(id)).map(|(_, given)| given.took_millis).sum()
    }
}
