//! One *passation*: its state is its events replayed, there is no other copy.
//!
//! The same engine serves the kiosk, the browser and the tests:
//! load the events, [`Sitting::replay`], ask [`Sitting::step`], decide with [`Sitting::answer`], append, [`Sitting::apply`].

use std::collections::BTreeMap;

use super::assessment::{Assessment, Edition, ItemId};
use super::response::{Answer, AnswerRefusal, Missing, Response};

/// Who holds a sitting: one device at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// A kiosk in the room, by its name.
    Station(String),
}

/// Something that happened in a sitting. Events are appended and never changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Began {
        channel: Channel,
    },
    /// The practice item was answered; the answer is not scored.
    Practised {
        answer: Answer,
    },
    Answered {
        item: ItemId,
        answer: Answer,
        took_millis: u64,
    },
    /// Another device went on with the sitting, because somebody asked for it there.
    TakenOver {
        channel: Channel,
    },
    Finished,
}

/// What comes next for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Practice,
    /// The item at this index of the assessment.
    Question(usize),
    End,
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
    #[error("the answer does not fit the item")]
    Answer(#[from] AnswerRefusal),
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
    channel: Channel,
    practised: bool,
    answers: BTreeMap<ItemId, Given>,
    finished: bool,
}

/// An answer with the time it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub answer: Answer,
    pub took_millis: u64,
}

impl Sitting {
    /// Begins a sitting on a device.
    pub fn begin(channel: Channel) -> (Self, Event) {
        let event = Event::Began { channel: channel.clone() };
        (Self { channel, practised: false, answers: BTreeMap::new(), finished: false }, event)
    }

    /// Rebuilds the state from the recorded events.
    ///
    /// # Errors
    /// Returns [`CorruptHistory`] when the events cannot have happened in this order.
    pub fn replay(assessment: &Assessment, events: &[Event]) -> Result<Self, CorruptHistory> {
        let Some((Event::Began { channel }, rest)) = events.split_first() else {
            return Err(CorruptHistory::NoBeginning);
        };
        let (mut sitting, _) = Self::begin(channel.clone());
        for (index, event) in rest.iter().enumerate() {
            if !sitting.could_follow(assessment, event) {
                return Err(CorruptHistory::Impossible { index: index + 1 });
            }
            sitting.apply(event);
        }
        Ok(sitting)
    }

    fn could_follow(&self, assessment: &Assessment, event: &Event) -> bool {
        match event {
            Event::Began { .. } => false,
            Event::Practised { .. } => !self.finished && !self.practised,
            Event::Answered { item, .. } => {
                !self.finished && assessment.item(item).is_some() && !self.answers.contains_key(item)
            }
            Event::TakenOver { .. } => !self.finished,
            Event::Finished => !self.finished && self.next_item(assessment).is_none(),
        }
    }

    /// Returns what comes next.
    pub fn step(&self, assessment: &Assessment) -> Step {
        if self.finished {
            return Step::End;
        }
        if assessment.practice.is_some() && !self.practised {
            return Step::Practice;
        }
        self.next_item(assessment).map_or(Step::End, Step::Question)
    }

    fn next_item(&self, assessment: &Assessment) -> Option<usize> {
        assessment.items().iter().position(|item| !self.answers.contains_key(&item.id))
    }

    /// Takes the answer to the practice item. A second one changes nothing.
    ///
    /// # Errors
    /// Returns why the answer is not taken.
    pub fn practise(
        &self,
        assessment: &Assessment,
        channel: &Channel,
        answer: Answer,
    ) -> Result<Vec<Event>, SittingRefusal> {
        self.held_by(channel)?;
        let Some(practice) = &assessment.practice else {
            return Err(SittingRefusal::UnknownItem);
        };
        if self.practised {
            return Ok(Vec::new());
        }
        answer.fits(&practice.item.kind)?;
        Ok(vec![Event::Practised { answer }])
    }

    /// Takes an answer to `item` and returns the events to append: none when the same answer is repeated,
    /// [`Event::Finished`] too when it was the last.
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
        if let Some(given) = self.answers.get(item) {
            return if given.answer == answer { Ok(Vec::new()) } else { Err(SittingRefusal::AlreadyAnswered) };
        }
        if self.finished {
            return Err(SittingRefusal::Finished);
        }
        self.held_by(channel)?;
        answer.fits(&definition.kind)?;
        match self.step(assessment) {
            Step::Question(index) if assessment.item_index(item) == Some(index) => {}
            Step::Question(_) | Step::Practice | Step::End => return Err(SittingRefusal::NotTheCurrentItem),
        }
        let mut events = vec![Event::Answered { item: item.clone(), answer, took_millis }];
        if self.answers.len() + 1 == assessment.items().len() {
            events.push(Event::Finished);
        }
        Ok(events)
    }

    /// Moves the sitting to another device; nothing happens when that device holds it already.
    ///
    /// # Errors
    /// Returns [`SittingRefusal::Finished`] when there is nothing left to go on with.
    pub fn take_over(&self, channel: &Channel) -> Result<Vec<Event>, SittingRefusal> {
        if self.finished {
            return Err(SittingRefusal::Finished);
        }
        Ok(if self.channel == *channel { Vec::new() } else { vec![Event::TakenOver { channel: channel.clone() }] })
    }

    fn held_by(&self, channel: &Channel) -> Result<(), SittingRefusal> {
        if self.channel == *channel { Ok(()) } else { Err(SittingRefusal::HeldElsewhere { by: self.channel.clone() }) }
    }

    /// Applies an event that was recorded.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Began { channel } | Event::TakenOver { channel } => self.channel = channel.clone(),
            Event::Practised { .. } => self.practised = true,
            Event::Answered { item, answer, took_millis } => {
                self.answers.insert(item.clone(), Given { answer: answer.clone(), took_millis: *took_millis });
            }
            Event::Finished => self.finished = true,
        }
    }

    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    pub fn is_finished(&self) -> bool {
        self.finished
    }

    pub fn n_answered(&self) -> usize {
        self.answers.len()
    }

    pub fn given(&self, item: &ItemId) -> Option<&Given> {
        self.answers.get(item)
    }

    /// Returns every item's response; what was not reached is [`Missing::NotSeen`].
    pub fn responses(&self, assessment: &Assessment) -> BTreeMap<ItemId, Response> {
        assessment
            .items()
            .iter()
            .map(|item| {
                let response = self
                    .answers
                    .get(&item.id)
                    .map_or(Response::Missing(Missing::NotSeen), |given| given.answer.response());
                (item.id.clone(), response)
            })
            .collect()
    }
}

/// What a finished sitting was: who can be asked about its scores later.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRecord {
    pub edition: Edition,
    /// Version of the scoring engine that made the recorded scores.
    pub engine: String,
    pub seed: u64,
}
