//! The voice: says one utterance after the other, one sound at a time, and stops at once.
//!
//! It runs on its own thread and speaks by programs of the computer, found at start. Where there is none, or where
//! none makes a sound, it is silent and says so. It never logs what it says.

mod player;
mod program;
mod speaker;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use self::program::Folders;

use self::player::Players;
use self::program::End;
use self::speaker::{Speaker, speakers};
use super::worker::Worker;
use crate::app::kiosk::Recording;
use crate::i18n::spoken;

/// Something to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// In the words of a voice.
    text: String,
    recording: Option<Recording>,
}

impl Utterance {
    /// Makes an utterance of a text as it is written, with its recording if there is one.
    pub fn new(text: &str, recording: Option<Recording>) -> Self {
        Self { text: spoken(text), recording }
    }

    /// Returns whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.recording.is_none()
    }
}

/// How fast it speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    Slow,
    #[default]
    Normal,
}

impl Pace {
    fn factor(self) -> f32 {
        match self {
            Pace::Slow => 0.8,
            Pace::Normal => 1.0,
        }
    }
}

/// The voice of a window.
pub struct Voice {
    worker: Worker<Mouth, Told>,
    /// The number of the sequence that is wanted; a sound of another one ends.
    turn: Arc<AtomicU64>,
    reads: bool,
    players: Players,
    saying: Option<Saying>,
    /// How many of the last sequence were said to their end.
    finished: usize,
    failed: bool,
}

/// The sequence that is being said.
struct Saying {
    done: usize,
    count: usize,
}

/// What became of one utterance.
struct Told {
    turn: u64,
    end: End,
}

impl Voice {
    /// Looks for speakers in folders of programs, and starts the thread. `wake` is called after each utterance.
    pub fn start(folders: &Folders, wake: Box<dyn Fn() + Send>) -> Self {
        let players = Players::find(folders);
        let speakers = speakers(folders);
        // Any text will do: an engine reads all, a recording none.
        let text = Utterance { text: "a".to_owned(), recording: None };
        let reads = speakers.iter().any(|speaker| speaker.can_say(&text, Pace::Normal));
        let turn = Arc::new(AtomicU64::new(0));
        let worker = Worker::start(Mouth { speakers }, wake);
        Self { worker, turn, reads, players, saying: None, finished: 0, failed: false }
    }

    /// Returns whether the computer has an engine that reads any text.
    pub fn reads(&self) -> bool {
        self.reads
    }

    /// Returns whether this utterance can be heard on this computer.
    pub fn can_say(&self, utterance: &Utterance) -> bool {
        let recording = utterance.recording.as_ref();
        let plays = recording.is_some_and(|recording| self.players.can_play(recording.extension(), Pace::Normal));
        plays || (self.reads && !utterance.text.is_empty())
    }

    /// Says these utterances in their order; what was being said ends.
    pub fn say(&mut self, utterances: Vec<Utterance>, pace: Pace) {
        self.stop();
        self.failed = false;
        let turn = self.turn.load(Ordering::Acquire);
        let count = utterances.len();
        let queued = utterances.into_iter().all(|utterance| {
            let wanted = Arc::clone(&self.turn);
            self.worker.send(move |mouth| Told {
                turn,
                end: mouth.say(&utterance, pace, &|| wanted.load(Ordering::Acquire) == turn),
            })
        });
        self.failed = !queued;
        self.finished = 0;
        self.saying = (queued && count > 0).then_some(Saying { done: 0, count });
    }

    /// Ends the sound.
    pub fn stop(&mut self) {
        self.turn.fetch_add(1, Ordering::AcqRel);
        self.saying = None;
    }

    /// Takes note of what was said since the last call.
    pub fn follow(&mut self) {
        let current = self.turn.load(Ordering::Acquire);
        for told in self.worker.drain() {
            let Some(saying) = self.saying.as_mut().filter(|_| told.turn == current) else { continue };
            match told.end {
                End::Finished => {
                    saying.done += 1;
                    self.finished = saying.done;
                }
                // Its words may matter to what follows: nothing half said.
                End::Failed | End::Stopped => {
                    self.failed = true;
                    self.stop();
                    return;
                }
            }
            if saying.done >= saying.count {
                self.saying = None;
            }
        }
    }

    /// Returns the index of the utterance that is being said; none in silence.
    pub fn at(&self) -> Option<usize> {
        self.saying.as_ref().map(|saying| saying.done)
    }

    /// Returns how many utterances of the last sequence were said to their end.
    pub fn finished(&self) -> usize {
        self.finished
    }

    /// Returns whether the last sequence could not be heard.
    pub fn has_failed(&self) -> bool {
        self.failed
    }
}

impl Drop for Voice {
    /// The worker finishes what is queued: none of it is wanted any more.
    fn drop(&mut self) {
        self.stop();
    }
}

/// What the thread owns.
struct Mouth {
    speakers: Vec<Box<dyn Speaker>>,
}

impl Mouth {
    /// Says it by the first speaker that can, or by the next when that one fails.
    fn say(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End {
        if !wanted() {
            return End::Stopped;
        }
        let heard = self.attempt(utterance, pace, wanted);
        match pace {
            // A recording that no player slows is better than silence.
            Pace::Slow if heard == End::Failed => self.attempt(utterance, Pace::Normal, wanted),
            Pace::Slow | Pace::Normal => heard,
        }
    }

    fn attempt(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End {
        let able = self.speakers.iter_mut().filter(|speaker| speaker.can_say(utterance, pace));
        able.map(|speaker| speaker.say(utterance, pace, wanted)).find(|end| *end != End::Failed).unwrap_or(End::Failed)
    }
}

#[cfg(test)]
mod tests;
