//! The ways of making words heard: a recording, or an engine that reads.

use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use super::player::Players;
use super::program::{self, End, Folders};
use super::{Pace, Utterance};
use crate::app::kiosk::Recording;

/// One way of making an utterance heard.
pub(super) trait Speaker: Send {
    /// Returns whether it has a voice for this utterance at this pace.
    fn can_say(&self, utterance: &Utterance, pace: Pace) -> bool;

    /// Says it to its end, or until `wanted` says no.
    fn say(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End;
}

/// Returns the speakers of the computer, best first: a recording is a human voice.
pub(super) fn speakers(folders: &Folders) -> Vec<Box<dyn Speaker>> {
    let players = Players::find(folders);
    let mut found: Vec<Box<dyn Speaker>> = Vec::new();
    if !players.is_empty() {
        found.push(Box::new(Recorded { players: players.clone() }));
    }
    if cfg!(target_os = "macos") {
        found.extend(folders.find("say").map(|program| System { program, kind: Kind::MacOs }.boxed()));
    } else if cfg!(windows) {
        found.extend(folders.find("powershell").map(|program| System { program, kind: Kind::Windows }.boxed()));
    } else {
        // Alone, espeak-ng ends well even where no sound can be made: a player tells.
        let espeak = folders.find("espeak-ng").or_else(|| folders.find("espeak")).filter(|_| !players.is_empty());
        found.extend(espeak.map(|program| Box::new(Espeak { program, players }) as Box<dyn Speaker>));
        found.extend(folders.find("spd-say").map(|program| System { program, kind: Kind::Dispatcher }.boxed()));
    }
    found
}

/// The longest time that a voice may take for a text: beyond it, the program hangs.
fn limit(text: &str) -> Duration {
    Duration::from_secs(15) + Duration::from_millis(250) * u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// A recording is a sentence or two.
const LONGEST_RECORDING: Duration = Duration::from_secs(180);

/// Recordings that come with an assessment.
struct Recorded {
    players: Players,
}

impl Speaker for Recorded {
    /// At the slow pace only a player that can slow down does it; an engine reads otherwise.
    fn can_say(&self, utterance: &Utterance, pace: Pace) -> bool {
        utterance.recording.as_ref().is_some_and(|recording| self.players.can_play(recording.extension(), pace))
    }

    fn say(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End {
        match &utterance.recording {
            None => End::Failed,
            Some(Recording::File(file)) => self.players.play(file, pace, LONGEST_RECORDING, wanted),
            Some(Recording::Embedded { extension, bytes }) => {
                let written = folder().and_then(|folder| {
                    let file = folder.path().join("recording").with_extension(extension);
                    std::fs::write(&file, bytes).map(|()| (folder, file)).map_err(|error| report(&error)).ok()
                });
                // The folder lives as long as its sound is heard.
                written.map_or(End::Failed, |(_folder, file)| self.players.play(&file, pace, LONGEST_RECORDING, wanted))
            }
        }
    }
}

/// Makes a folder of one's own, which leaves with its value.
fn folder() -> Option<TempDir> {
    TempDir::with_prefix("boussole-voice-").map_err(|error| report(&error)).ok()
}

fn report(error: &std::io::Error) {
    tracing::warn!(kind = ?error.kind(), "a sound could not be written");
}

/// espeak-ng: it writes a sound, a player plays it.
struct Espeak {
    program: PathBuf,
    players: Players,
}

impl Speaker for Espeak {
    fn can_say(&self, utterance: &Utterance, _pace: Pace) -> bool {
        !utterance.text.is_empty()
    }

    fn say(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End {
        let Some(folder) = folder() else { return End::Failed };
        let file = folder.path().join("speech.wav");
        let mut command = program::command(&self.program);
        command.args(["-v", "fr", "-b", "1", "-s", &words_a_minute(pace), "--stdin", "-w"]).arg(&file);
        let limit = limit(&utterance.text);
        match program::run(&mut command, Some(&utterance.text), limit, wanted) {
            End::Finished => self.players.play(&file, Pace::Normal, limit, wanted),
            end => end,
        }
    }
}

/// A quiet reading aloud; engines begin at 175.
const WORDS_A_MINUTE: f32 = 150.0;

fn words_a_minute(pace: Pace) -> String {
    format!("{:.0}", WORDS_A_MINUTE * pace.factor())
}

/// A system's own voice, which makes its sound itself.
struct System {
    program: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// speech-dispatcher: a server speaks, the program waits.
    Dispatcher,
    MacOs,
    Windows,
}

/// Reads its standard input with the French voice of Windows; `RATE` is the one thing that changes.
const WINDOWS_VOICE: &str = "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'fr-FR'); \
    $voice.Rate = RATE; $voice.Speak([Console]::In.ReadToEnd())";

impl System {
    fn boxed(self) -> Box<dyn Speaker> {
        Box::new(self)
    }
}

impl Speaker for System {
    fn can_say(&self, utterance: &Utterance, _pace: Pace) -> bool {
        !utterance.text.is_empty()
    }

    fn say(&mut self, utterance: &Utterance, pace: Pace, wanted: &dyn Fn() -> bool) -> End {
        let mut command = program::command(&self.program);
        let slow = pace == Pace::Slow;
        match self.kind {
            // In this mode it reads its input line by line: the text is one line, and begins with a letter.
            Kind::Dispatcher => {
                let rate = if slow { "-40" } else { "-15" };
                command.args(["--wait", "--language", "fr", "--rate", rate, "--pipe-mode"])
            }
            Kind::MacOs => command.args(["-v", "Thomas", "-r", &words_a_minute(pace), "-f", "-"]),
            Kind::Windows => {
                let script = WINDOWS_VOICE.replace("RATE", if slow { "-3" } else { "-1" });
                command.args(["-NoProfile", "-NonInteractive", "-Command", &script])
            }
        };
        let line = format!("{}\n", utterance.text);
        let end = program::run(&mut command, Some(&line), limit(&line), wanted);
        if self.kind == Kind::Dispatcher && end == End::Stopped {
            // The server would go on without its client.
            let mut cancel = program::command(&self.program);
            program::run(cancel.arg("--cancel"), None, Duration::from_secs(2), &|| true);
        }
        end
    }
}
