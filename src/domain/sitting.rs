//! One *passation*: its state is its events replayed, there is no other copy.
//!
//! The same engine serves the kiosk, the browser and the tests:
//! load the events, [`Sitting::replay`], ask [`Sitting::step`], decide with [`Sitting::answer`], append, [`Sitting::apply`].
//! Which item comes next depends on the assessment, the seed and the events alone, in linear, branched and adaptive order.

mod event;
mod interruption;
mod order;
mod timing;

use std::collections::{BTreeMap, BTreeSet};

use super::activity::ActivityId;
use super::assessment::{Assessment, Edition, ItemId, Latitude};
use super::generate::Refusal;
use super::id::{SessionId, StaffId, StepId};
use super::person::ExtraTime;
use super::response::{Answer, AnswerRefusal, Missing, Response};
use super::scoring::scale::is_right;

pub use event::{Channel, Event};
pub use timing::Clock;

/// What comes next for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The practice item at this index.
    Practice(usize),
    /// The item at this index of the assessment.
    Question(usize),
    End,
}

/// Why the clock stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    Pause,
    Help,
}

/// Why a sitting does not take an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SittingRefusal {
    #[error("the sitting is finished")]
    Finished,
    #[error("another device holds the sitting")]
    HeldElsewhere { by: Channel },
    #[error("the assessment has no such item")]
    UnknownItem,
    #[error("this item is not the current one")]
    NotTheCurrentItem,
    #[error("this item was answered already")]
    AlreadyAnswered,
    #[error("the sitting makes a pause")]
    OnHold,
    #[error("the assessment allows no pause here")]
    NoPauseHere,
    #[error("there is time left")]
    TimeIsLeft,
    #[error("a reason is needed")]
    ReasonNeeded,
    #[error("the answer does not fit the item")]
    Answer(#[from] AnswerRefusal),
    #[error("the item cannot be made")]
    Item(#[from] Refusal),
}

/// Why recorded events do not make a sitting: the base was changed by something else than this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorruptHistory {
    #[error("the history does not begin with its beginning")]
    NoBeginning,
    #[error("the event {index} does not follow from those before it")]
    Impossible { index: usize },
}

/// The state of one sitting of one edition of an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    seed: u64,
    channel: Channel,
    extra_time: ExtraTime,
    n_practised: usize,
    /// Items in the order in which they were answered.
    sequence: Vec<ItemId>,
    answers: BTreeMap<ItemId, Given>,
    elapsed: BTreeMap<ItemId, u64>,
    listened: BTreeMap<ItemId, usize>,
    ended_sections: BTreeSet<usize>,
    neutralised: BTreeSet<ItemId>,
    hold: Option<Hold>,
    accompanied_by: Option<StaffId>,
    finished: bool,
}

/// What became of an item, with the time it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub response: Response,
    pub took_millis: u64,
    /// Whether it was right, where the choice of the next item depends on it.
    right: bool,
}

impl Given {
    /// Returns the answer, none where the person gave none.
    pub fn answer(&self) -> Option<&Answer> {
        match &self.response {
            Response::Given(answer) => Some(answer),
            Response::Missing(_) => None,
        }
    }
}

impl Sitting {
    /// Begins a sitting on a device; `extra_time` stretches its time limits.
    pub fn begin(seed: u64, channel: Channel, extra_time: ExtraTime) -> (Self, Event) {
        let event = Event::Began { channel: channel.clone(), extra_time };
        let sitting = Self {
            seed,
            channel,
            extra_time,
            n_practised: 0,
            sequence: Vec::new(),
            answers: BTreeMap::new(),
            elapsed: BTreeMap::new(),
            listened: BTreeMap::new(),
            ended_sections: BTreeSet::new(),
            neutralised: BTreeSet::new(),
            hold: None,
            accompanied_by: None,
            finished: false,
        };
        (sitting, event)
    }

    /// Rebuilds the state from the recorded events.
    ///
    /// # Errors
    /// Returns [`CorruptHistory`] when the events cannot have happened in this order.
    pub fn replay(assessment: &Assessment, seed: u64, events: &[Event]) -> Result<Self, CorruptHistory> {
        let Some((Event::Began { channel, extra_time }, rest)) = events.split_first() else {
            return Err(CorruptHistory::NoBeginning);
        };
        let (mut sitting, _) = Self::begin(seed, channel.clone(), *extra_time);
        for (index, event) in rest.iter().enumerate() {
            if !sitting.could_follow(assessment, event) {
                return Err(CorruptHistory::Impossible { index: index + 1 });
            }
            sitting.apply(assessment, event);
        }
        Ok(sitting)
    }

    fn could_follow(&self, assessment: &Assessment, event: &Event) -> bool {
        let known = |item: &ItemId| assessment.item(item).is_some();
        let open = !self.finished;
        match event {
            Event::Began { .. } => false,
            Event::Practised { .. } => open && self.n_practised < assessment.practices.len(),
            Event::Answered { item, .. } | Event::TimeRanOut { item, .. } => {
                open && known(item) && !self.answers.contains_key(item)
            }
            Event::Revised { item, .. } => open && self.answers.contains_key(item),
            Event::SectionEnded { section } => open && *section < assessment.sections().len(),
            Event::Elapsed { item, .. } | Event::Listened { item } => open && known(item),
            // A counsellor may take an item out after the end too: the scores are made again.
            Event::Neutralised { item, .. } => known(item),
            Event::Accompanied { .. }
            | Event::Paused
            | Event::HelpCalled
            | Event::Resumed
            | Event::Restarted { .. }
            | Event::TakenOver { .. } => open,
            Event::Finished => open && self.next_item(assessment).is_none(),
        }
    }

    /// Applies an event that was recorded.
    pub fn apply(&mut self, assessment: &Assessment, event: &Event) {
        match event {
            Event::Began { channel, extra_time } => {
                self.channel = channel.clone();
                self.extra_time = *extra_time;
            }
            Event::TakenOver { channel } => self.channel = channel.clone(),
            Event::Practised { .. } => self.n_practised += 1,
            Event::Answered { item, answer, took_millis } => {
                let right = assessment.adaptive().is_some() && self.is_right(assessment, item, answer);
                self.keep(item, Given { response: answer.response(), took_millis: *took_millis, right });
            }
            // The current question waits meanwhile, and its time holds that of the revision.
            Event::Revised { item, answer, .. } => {
                let took_millis = self.answers.get(item).map_or(0, |given| given.took_millis);
                self.keep(item, Given { response: answer.response(), took_millis, right: false });
            }
            Event::TimeRanOut { item, took_millis } => {
                let response = Response::Missing(Missing::TimeRanOut);
                self.keep(item, Given { response, took_millis: *took_millis, right: false });
            }
            Event::SectionEnded { section } => {
                self.ended_sections.insert(*section);
            }
            Event::Elapsed { item, took_millis } => {
                self.elapsed.insert(item.clone(), *took_millis);
            }
            Event::Listened { item } => *self.listened.entry(item.clone()).or_default() += 1,
            Event::Accompanied { by } => self.accompanied_by = Some(*by),
            Event::Paused => self.hold = Some(Hold::Pause),
            Event::HelpCalled => self.hold = Some(Hold::Help),
            Event::Resumed => self.hold = None,
            Event::Neutralised { item, .. } => {
                self.neutralised.insert(item.clone());
            }
            Event::Restarted { from_section } => self.restart(assessment, *from_section),
            Event::Finished => self.finished = true,
        }
    }

    fn is_right(&self, assessment: &Assessment, item: &ItemId, answer: &Answer) -> bool {
        let made = assessment.item(item).and_then(|item| item.made(self.seed).ok());
        made.is_some_and(|made| is_right(&made.kind, answer))
    }

    fn keep(&mut self, item: &ItemId, given: Given) {
        if self.answers.insert(item.clone(), given).is_none() {
            self.sequence.push(item.clone());
        }
        self.elapsed.remove(item);
    }

    /// Forgets what was given from a section on; before it, and without section, all is forgotten but the practice.
    fn restart(&mut self, assessment: &Assessment, from_section: Option<usize>) {
        let kept = |id: &ItemId| {
            let section = assessment.item(id).and_then(|item| item.section);
            from_section.is_some_and(|first| section.is_some_and(|section| section < first))
        };
        self.answers.retain(|id, _| kept(id));
        self.elapsed.retain(|id, _| kept(id));
        self.sequence.retain(kept);
        self.ended_sections.retain(|section| from_section.is_some_and(|first| *section < first));
        self.hold = None;
    }

    /// Takes the answer to the practice item `index`. A second one changes nothing.
    ///
    /// # Errors
    /// Returns why the answer is not taken.
    pub fn practise(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        index: usize,
        answer: Answer,
    ) -> Result<Vec<Event>, SittingRefusal> {
        self.held_by(channel)?;
        let practice = assessment.practices.get(index).ok_or(SittingRefusal::UnknownItem)?;
        if index < self.n_practised {
            return Ok(Vec::new());
        }
        if index > self.n_practised {
            return Err(SittingRefusal::NotTheCurrentItem);
        }
        answer.fits(&practice.item.made(self.seed)?.kind)?;
        Ok(vec![Event::Practised { answer }])
    }

    /// Takes an answer to `item` and returns the events to append: none when the same answer is repeated,
    /// [`Event::Finished`] too when it was the last. What a person answers is taken in its order, what an observer enters
    /// in any. Another answer to an earlier item is a revision, where the
    /// assessment allows to go back.
    ///
    /// # Errors
    /// Returns why the answer is not taken; nothing is to be recorded then.
    pub fn answer(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        item: &ItemId,
        answer: Answer,
        took_millis: u64,
    ) -> Result<Vec<Event>, SittingRefusal> {
        let definition = assessment.item(item).ok_or(SittingRefusal::UnknownItem)?;
        let given = self.answers.get(item);
        if given.is_some_and(|given| given.response == answer.response()) {
            return Ok(Vec::new());
        }
        if given.is_some() && !self.may_revise(assessment, item) {
            return Err(SittingRefusal::AlreadyAnswered);
        }
        self.can_go_on(channel)?;
        answer.fits(&definition.made(self.seed)?.kind)?;
        if given.is_some() {
            // A changed answer may leave nothing more to ask.
            return Ok(self.ended_by(assessment, vec![Event::Revised { item: item.clone(), answer, took_millis }]));
        }
        // An observer writes down what was seen in the order in which it was seen.
        if assessment.is_self_taken() || !self.is_asked(definition) {
            self.must_be_current(assessment, item)?;
        }
        Ok(self.ended_by(assessment, vec![Event::Answered { item: item.clone(), answer, took_millis }]))
    }

    /// Ends the current item because its time is over, and its section when it is the section's time.
    ///
    /// # Errors
    /// Refuses while there is time left, and what [`Sitting::answer`] refuses.
    pub fn run_out(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        item: &ItemId,
        took_millis: u64,
    ) -> Result<Vec<Event>, SittingRefusal> {
        if self.answers.contains_key(item) {
            return Ok(Vec::new());
        }
        self.can_go_on(channel)?;
        self.must_be_current(assessment, item)?;
        let over = self.time_over(assessment, item, took_millis).ok_or(SittingRefusal::TimeIsLeft)?;
        let mut events = vec![Event::TimeRanOut { item: item.clone(), took_millis }];
        events.extend(over.section().map(|section| Event::SectionEnded { section }));
        Ok(self.ended_by(assessment, events))
    }

    /// Records how long the current item has been on screen, so that a restart does not give its time again.
    ///
    /// # Errors
    /// Returns why it is not recorded.
    pub fn elapse(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        item: &ItemId,
        took_millis: u64,
    ) -> Result<Vec<Event>, SittingRefusal> {
        self.can_go_on(channel)?;
        self.must_be_current(assessment, item)?;
        let before = self.elapsed.get(item).copied().unwrap_or(0);
        Ok(if took_millis > before { vec![Event::Elapsed { item: item.clone(), took_millis }] } else { Vec::new() })
    }

    /// Notes that the voice reads the question on screen.
    ///
    /// # Errors
    /// Returns why the sitting is elsewhere.
    pub fn listen(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        item: &ItemId,
    ) -> Result<Vec<Event>, SittingRefusal> {
        self.can_go_on(channel)?;
        self.must_be_current(assessment, item)?;
        Ok(vec![Event::Listened { item: item.clone() }])
    }

    /// Returns how many times the voice was asked for, item by item; those never listened to are left out.
    pub fn listened(&self) -> &BTreeMap<ItemId, usize> {
        &self.listened
    }

    fn can_go_on(&self, channel: &Channel) -> Result<(), SittingRefusal> {
        if self.finished {
            return Err(SittingRefusal::Finished);
        }
        self.held_by(channel)?;
        if self.hold.is_some() { Err(SittingRefusal::OnHold) } else { Ok(()) }
    }

    fn held_by(&self, channel: &Channel) -> Result<(), SittingRefusal> {
        if self.channel == *channel { Ok(()) } else { Err(SittingRefusal::HeldElsewhere { by: self.channel.clone() }) }
    }

    fn must_be_current(&self, assessment: &Assessment, item: &ItemId) -> Result<(), SittingRefusal> {
        match self.step(assessment) {
            Step::Question(index) if assessment.item_index(item) == Some(index) => Ok(()),
            Step::Question(_) | Step::Practice(_) | Step::End => Err(SittingRefusal::NotTheCurrentItem),
        }
    }

    /// Adds [`Event::Finished`] when nothing is left to ask after these events.
    fn ended_by(&self, assessment: &Assessment, mut events: Vec<Event>) -> Vec<Event> {
        let mut after = self.clone();
        events.iter().for_each(|event| after.apply(assessment, event));
        if after.next_item(assessment).is_none() {
            events.push(Event::Finished);
        }
        events
    }

    /// Ends a sitting that has nothing left to ask and was kept open; no event where it is finished or something is left.
    pub fn end(&self, assessment: &Assessment) -> Vec<Event> {
        if self.finished || self.next_item(assessment).is_some() { Vec::new() } else { vec![Event::Finished] }
    }

    /// Returns whether the answer to an earlier item may be changed now.
    pub fn may_revise(&self, assessment: &Assessment, item: &ItemId) -> bool {
        let (false, None, Some(given)) = (self.finished, assessment.adaptive(), self.answers.get(item)) else {
            return false;
        };
        let section_of = |id: &ItemId| assessment.item(id).and_then(|item| item.section);
        let section = section_of(item);
        let over = section.is_some_and(|section| self.ended_sections.contains(&section))
            || given.response == Response::Missing(Missing::TimeRanOut);
        let current = self.next_item(assessment).and_then(|index| assessment.items().get(index));
        match assessment.conduct.back {
            Latitude::Always => !over,
            Latitude::BySection => !over && current.is_some_and(|current| current.section == section),
            Latitude::Never => false,
        }
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    pub fn extra_time(&self) -> ExtraTime {
        self.extra_time
    }

    pub fn hold(&self) -> Option<Hold> {
        self.hold
    }

    pub fn is_finished(&self) -> bool {
        self.finished
    }

    pub fn n_answered(&self) -> usize {
        self.answers.len()
    }

    /// Returns the items in the order in which they were answered.
    pub fn sequence(&self) -> &[ItemId] {
        &self.sequence
    }

    pub fn given(&self, item: &ItemId) -> Option<&Given> {
        self.answers.get(item)
    }

    /// Returns the response to every item that was asked; what was not reached is [`Missing::NotSeen`].
    ///
    /// Items that earlier answers leave out, that an adaptive test did not choose or that were taken out are absent.
    pub fn responses(&self, assessment: &Assessment) -> BTreeMap<ItemId, Response> {
        assessment
            .items()
            .iter()
            .filter(|item| !self.neutralised.contains(&item.id))
            .filter(|item| match assessment.adaptive() {
                Some(_) => self.answers.contains_key(&item.id),
                None => self.is_shown(item),
            })
            .map(|item| {
                let given = self.answers.get(&item.id);
                let response = given.map_or(Response::Missing(Missing::NotSeen), |given| given.response.clone());
                (item.id.clone(), response)
            })
            .collect()
    }
}

/// Where a sitting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person answers in a step of the roadmap.
    Step(StepId),
    /// A member of the staff enters what was observed or measured, in a workshop or elsewhere.
    Observed { by: StaffId, workshop: Option<ActivityId>, session: Option<SessionId> },
}

/// What a finished sitting was: who can be asked about its scores later.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRecord {
    pub edition: Edition,
    /// Version of the scoring engine that made the recorded scores.
    pub engine: String,
    pub seed: u64,
}
