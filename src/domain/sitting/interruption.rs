//! What interrupts a sitting and how it goes on: pauses, calls, a stop and a return, what the staff decides.

use super::{Channel, Event, Hold, Sitting, SittingRefusal};
use crate::domain::assessment::{Assessment, ItemId, Latitude, Resume};
use crate::domain::id::StaffId;

impl Sitting {
    /// Makes a pause where the assessment allows one.
    ///
    /// # Errors
    /// Returns [`SittingRefusal::NoPauseHere`] where it does not.
    pub fn pause(&self, assessment: &Assessment, channel: &Channel) -> Result<Vec<Event>, SittingRefusal> {
        if self.hold.is_some() {
            return Ok(Vec::new());
        }
        self.can_go_on(channel)?;
        if self.may_pause(assessment) { Ok(vec![Event::Paused]) } else { Err(SittingRefusal::NoPauseHere) }
    }

    /// Calls somebody: always allowed, and the clock stands still.
    ///
    /// # Errors
    /// Returns why there is nothing to hold.
    pub fn call_help(&self, channel: &Channel) -> Result<Vec<Event>, SittingRefusal> {
        if self.finished {
            return Err(SittingRefusal::Finished);
        }
        self.held_by(channel)?;
        Ok(if self.hold == Some(Hold::Help) { Vec::new() } else { vec![Event::HelpCalled] })
    }

    /// Goes on after a pause or a call; whoever does it, on whatever device.
    pub fn resume(&self) -> Vec<Event> {
        if self.hold.is_some() && !self.finished { vec![Event::Resumed] } else { Vec::new() }
    }

    /// Opens the sitting again on a device after a stop of `days`: takes it over, goes on after a pause, and begins
    /// again where the assessment does not go on from the question. A call for help stays.
    ///
    /// # Errors
    /// Returns [`SittingRefusal::Finished`] when there is nothing left to go on with.
    pub fn reopen(&self, assessment: &Assessment, channel: &Channel, days: u32) -> Result<Vec<Event>, SittingRefusal> {
        if self.finished {
            return Err(SittingRefusal::Finished);
        }
        let mut events = Vec::new();
        if self.channel != *channel {
            events.push(Event::TakenOver { channel: channel.clone() });
        }
        events.extend(self.restart_after(assessment, days));
        if self.hold == Some(Hold::Pause) {
            events.push(Event::Resumed);
        }
        Ok(events)
    }

    /// Returns where the sitting begins again after a stop of `days`; `None` when it goes on from the question.
    fn restart_after(&self, assessment: &Assessment, days: u32) -> Option<Event> {
        let conduct = &assessment.conduct;
        let too_old = conduct.resume_days.is_some_and(|most| days > most);
        if too_old || conduct.resume == Resume::Never {
            let begun = !self.answers.is_empty() || !self.elapsed.is_empty();
            return begun.then_some(Event::Restarted { from_section: None });
        }
        if conduct.resume == Resume::AtQuestion {
            return None;
        }
        let section = assessment.items().get(self.next_item(assessment)?)?.section?;
        let is_there = |id: &ItemId| assessment.item(id).is_some_and(|item| item.section == Some(section));
        let started = self.answers.keys().chain(self.elapsed.keys()).any(is_there);
        started.then_some(Event::Restarted { from_section: Some(section) })
    }

    /// Takes an item out: it counts neither as answered nor as missing.
    ///
    /// # Errors
    /// Refuses an unknown item and an empty reason.
    pub fn neutralise(
        &self,
        assessment: &Assessment,
        item: &ItemId,
        reason: &str,
    ) -> Result<Vec<Event>, SittingRefusal> {
        assessment.item(item).ok_or(SittingRefusal::UnknownItem)?;
        if reason.trim().is_empty() {
            return Err(SittingRefusal::ReasonNeeded);
        }
        if self.neutralised.contains(item) {
            return Ok(Vec::new());
        }
        let event = Event::Neutralised { item: item.clone(), reason: reason.trim().to_owned() };
        Ok(if self.finished { vec![event] } else { self.ended_by(assessment, vec![event]) })
    }

    /// Returns the event to append when a member of the staff answers for the person and it is not known yet.
    pub fn accompany(&self, by: Option<StaffId>) -> Vec<Event> {
        match by {
            Some(by) if self.accompanied_by != Some(by) && !self.finished => vec![Event::Accompanied { by }],
            _ => Vec::new(),
        }
    }

    /// Returns the last member of the staff who answered for the person.
    pub fn accompanied_by(&self) -> Option<StaffId> {
        self.accompanied_by
    }

    /// Returns whether a pause is allowed at this question.
    pub fn may_pause(&self, assessment: &Assessment) -> bool {
        match assessment.conduct.pause {
            Latitude::Always => true,
            Latitude::Never => false,
            Latitude::BySection => {
                let current = self.next_item(assessment).and_then(|index| assessment.items().get(index));
                let before = self.sequence.last().and_then(|id| assessment.item(id));
                before.map(|item| item.section) != current.map(|item| item.section)
            }
        }
    }
}
