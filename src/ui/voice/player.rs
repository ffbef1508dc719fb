//! Programs that play a sound file, whichever the computer has.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::Pace;
use super::program::{self, End, Folders};

/// A known player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    PipeWire,
    Pulse,
    Alsa,
    MacOs,
    Mpv,
    Ffmpeg,
    Sox,
    Windows,
}

/// In the order in which they are tried: those of the sound server first, since they start fastest.
const KINDS: [(Kind, &str); 8] = [
    (Kind::PipeWire, "pw-play"),
    (Kind::Pulse, "paplay"),
    (Kind::Alsa, "aplay"),
    (Kind::MacOs, "afplay"),
    (Kind::Mpv, "mpv"),
    (Kind::Ffmpeg, "ffplay"),
    (Kind::Sox, "play"),
    (Kind::Windows, "powershell"),
];

/// Plays the file whose path it reads: a path in a script would be read as a script.
const WINDOWS_PLAYER: &str = "[Console]::InputEncoding = [Text.Encoding]::UTF8; \
    (New-Object Media.SoundPlayer ([Console]::In.ReadToEnd())).PlaySync()";

impl Kind {
    /// Returns whether it knows files that end so. `aplay` would play any other as noise.
    fn knows(self, extension: &str) -> bool {
        match self {
            Kind::Alsa | Kind::Windows => extension == "wav",
            Kind::MacOs => matches!(extension, "wav" | "mp3"),
            Kind::PipeWire | Kind::Pulse | Kind::Sox => matches!(extension, "wav" | "ogg" | "flac"),
            Kind::Mpv | Kind::Ffmpeg => true,
        }
    }

    fn can_slow(self) -> bool {
        match self {
            Kind::Mpv | Kind::Ffmpeg | Kind::Sox | Kind::MacOs => true,
            Kind::PipeWire | Kind::Pulse | Kind::Alsa | Kind::Windows => false,
        }
    }

    fn arguments(self, command: &mut Command, file: &Path, pace: Pace) {
        let slow = pace == Pace::Slow;
        let factor = pace.factor().to_string();
        match self {
            Kind::PipeWire | Kind::Pulse => command.arg(file),
            Kind::Alsa => command.arg("--quiet").arg(file),
            Kind::MacOs if slow => command.args(["--rate", &factor]).arg(file),
            Kind::MacOs => command.arg(file),
            Kind::Mpv => command
                .args(["--no-config", "--no-video", "--no-terminal", &format!("--speed={factor}"), "--"])
                .arg(file),
            Kind::Ffmpeg => command
                .args(["-nodisp", "-autoexit", "-loglevel", "quiet", "-af", &format!("atempo={factor}"), "-i"])
                .arg(file),
            Kind::Sox if slow => command.arg("-q").arg(file).args(["tempo", "-s", &factor]),
            Kind::Sox => command.arg("-q").arg(file),
            Kind::Windows => command.args(["-NoProfile", "-NonInteractive", "-Command", WINDOWS_PLAYER]),
        };
    }
}

/// The players of the computer.
#[derive(Clone, Debug, Default)]
pub(super) struct Players(Vec<(Kind, PathBuf)>);

impl Players {
    pub(super) fn find(folders: &Folders) -> Self {
        Self(KINDS.iter().filter_map(|(kind, name)| Some((*kind, folders.find(name)?))).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether one of them plays such files at this pace.
    pub(super) fn can_play(&self, extension: &str, pace: Pace) -> bool {
        self.0.iter().any(|(kind, _)| fits(*kind, extension, pace))
    }

    /// Plays a file with the first player that succeeds; that one is tried first from now on.
    pub(super) fn play(&mut self, file: &Path, pace: Pace, limit: Duration, wanted: &dyn Fn() -> bool) -> End {
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        for index in 0..self.0.len() {
            let Some((kind, program)) = self.0.get(index).filter(|(kind, _)| fits(*kind, extension, pace)) else {
                continue;
            };
            let mut command = program::command(program);
            kind.arguments(&mut command, file, pace);
            let path = file.to_str().filter(|_| *kind == Kind::Windows);
            match program::run(&mut command, path, limit, wanted) {
                End::Failed => {}
                end => {
                    self.0.swap(0, index);
                    return end;
                }
            }
        }
        End::Failed
    }
}

fn fits(kind: Kind, extension: &str, pace: Pace) -> bool {
    kind.knows(extension) && (pace == Pace::Normal || kind.can_slow())
}
