//! What can be heard on the screen, and what is heard now. It stops when the screen changes.

use super::screen::Screen;
use super::script::{Part, Script};
pub use crate::domain::comfort::Listening;
use crate::ui::voice::{Pace, Utterance, Voice};

/// What a view asks of the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The whole screen, from its beginning.
    All,
    Only(Part),
    Silence,
}

/// What tells one screen from the next for the ear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scene {
    pub place: (u8, usize, bool),
    /// Something lies over it, or its answer is on its way.
    pub waits: bool,
    pub listening: Listening,
}

/// What was said to its end on one page.
#[derive(Debug, Default, PartialEq)]
pub struct Spoken {
    pub page: usize,
    pub parts: Vec<Part>,
}

/// The voice at the kiosk.
pub struct Hearing {
    voice: Voice,
    scene: Option<Scene>,
    script: Script,
    /// The parts that are being said, in order.
    playing: Vec<Part>,
    /// The page that they are of, and how many were told as said.
    playing_page: usize,
    told: usize,
    /// Ways of answering that this person has heard already.
    known_hints: Vec<Utterance>,
    failed: bool,
}

impl Hearing {
    pub(super) fn new(voice: Voice) -> Self {
        let (playing, known_hints) = (Vec::new(), Vec::new());
        let (playing_page, told) = (0, 0);
        Self { voice, scene: None, script: Script::default(), playing, playing_page, told, known_hints, failed: false }
    }

    /// Follows the screen: another one is silent, and has its own words.
    pub(super) fn attend(&mut self, scene: Scene, screen: &Screen) {
        self.voice.follow();
        self.failed |= self.voice.has_failed();
        if self.scene == Some(scene) {
            return;
        }
        self.voice.stop();
        if self.scene.is_none_or(|before| before.place != scene.place) {
            self.failed = false;
        }
        self.scene = Some(scene);
        self.script = Script::of(screen);
        if matches!(screen, Screen::Start(_)) {
            self.known_hints.clear();
        }
        let on = scene.listening != Listening::Off;
        self.script.lines.retain(|(_, utterance)| on && self.voice.can_say(utterance));
    }

    /// Does what a view asked for.
    pub(super) fn obey(&mut self, wish: Wish) {
        let lines = self.script.lines.iter();
        let wanted: Vec<(Part, Utterance)> = match wish {
            Wish::Silence => return self.voice.stop(),
            Wish::All => lines.filter(|(part, said)| *part != Part::Hint || !self.known_hints.contains(said)).collect(),
            Wish::Only(part) => lines.filter(|(other, _)| *other == part).collect::<Vec<_>>(),
        }
        .into_iter()
        .cloned()
        .collect();
        self.known_hints.extend(wanted.iter().filter(|(part, _)| *part == Part::Hint).map(|(_, said)| said.clone()));
        let pace = match self.scene.map(|scene| scene.listening) {
            Some(Listening::Slow) => Pace::Slow,
            Some(Listening::Normal | Listening::Off) | None => Pace::Normal,
        };
        let (parts, utterances) = wanted.into_iter().unzip();
        self.playing = parts;
        (self.playing_page, self.told) = (self.scene.map_or(0, |scene| scene.place.1), 0);
        self.failed = false;
        self.voice.say(utterances, pace);
    }

    /// Returns what was said to its end since the last call.
    pub(super) fn take_spoken(&mut self) -> Spoken {
        let said = self.playing.iter().take(self.voice.finished());
        let parts = said.skip(self.told).copied().collect();
        self.told = self.told.max(self.voice.finished());
        Spoken { page: self.playing_page, parts }
    }

    /// Returns whether the screen has something to hear.
    pub fn has_words(&self) -> bool {
        !self.script.lines.is_empty()
    }

    /// Returns whether this part can be heard.
    pub fn has(&self, part: Part) -> bool {
        self.script.lines.iter().any(|(other, _)| *other == part)
    }

    /// Returns the part that is heard now.
    pub fn at(&self) -> Option<Part> {
        self.voice.at().and_then(|index| self.playing.get(index)).copied()
    }

    /// Returns whether the voice is silent here because reading is what is measured.
    pub fn is_forbidden(&self) -> bool {
        let on = self.scene.is_some_and(|scene| scene.listening != Listening::Off);
        self.script.is_forbidden && on && self.voice.reads()
    }

    /// Returns whether what was asked for could not be heard.
    pub fn has_failed(&self) -> bool {
        self.failed
    }

    /// Returns whether this computer can speak.
    pub fn is_possible(&self) -> bool {
        self.voice.reads() || self.has_words()
    }
}
