//! Facts about the voice, held with programs made for them: an engine that copies what it reads, a player that writes
//! down what it plays.

#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;

/// Copies its input into the file named last, as espeak-ng makes a sound of it; refuses a text among its arguments.
const ENGINE: &str = "for last; do :; done\ncat > \"$last\"\necho \"engine $*\" >> \"$FOLDER/arguments\"";

/// Writes down what it plays, and when it is over.
const PLAYER: &str = "for last; do :; done\necho \"> $(cat \"$last\")\" >> \"$FOLDER/heard\"\nsleep 0.05\n\
    echo \"$last\" >> \"$FOLDER/files\"\necho '<' >> \"$FOLDER/heard\"";

/// A folder of programs.
struct Computer(TempDir);

impl Computer {
    fn with(programs: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, script) in programs {
            let file = folder.path().join(name);
            let script = script.replace("$FOLDER", folder.path().to_str().unwrap());
            make_program(&file, &script);
        }
        Self(folder)
    }

    fn voice(&self) -> Voice {
        Voice::start(&Folders::of(self.0.path().as_os_str()), Box::new(|| {}))
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap_or_default()
    }

    fn lines(&self, name: &str) -> Vec<String> {
        self.read(name).lines().map(str::to_owned).collect()
    }

    /// Waits until a file is there and has a line.
    fn line_of(&self, name: &str) -> String {
        until(|| self.read(name).ends_with('\n'));
        self.lines(name).remove(0)
    }
}

/// Another process writes the file: a program that this one has open for writing, in whatever thread, cannot be run.
fn make_program(file: &Path, script: &str) {
    let mut shell = Command::new("sh");
    shell.args(["-c", "cat > \"$0\" && chmod 755 \"$0\""]).arg(file).stdin(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    write!(child.stdin.take().unwrap(), "#!/bin/sh\n{script}\n").unwrap();
    assert!(child.wait().unwrap().success());
}

fn until(mut there: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !there() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn texts(texts: &[&str]) -> Vec<Utterance> {
    texts.iter().map(|text| Utterance::new(text, None)).collect()
}

/// Waits for the end of the sequence; returns the indices that were seen being said.
fn listen(voice: &mut Voice) -> Vec<usize> {
    let mut seen = Vec::new();
    until(|| {
        voice.follow();
        seen.extend(voice.at());
        voice.at().is_none()
    });
    seen.dedup();
    seen
}

fn is_running(process: &str) -> bool {
    Path::new("/proc").join(process).exists()
}

#[test]
fn utterances_are_said_in_their_order_and_one_at_a_time() {
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", PLAYER)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Combien ?", "12 €", "n° 3"]), Pace::Normal);
    assert_eq!(listen(&mut voice), [0, 1, 2]);
    assert_eq!(computer.lines("heard"), ["> Combien?", "<", "> douze euros.", "<", "> numéro trois.", "<"]);
    assert!(!voice.has_failed());
}

#[test]
fn a_text_is_never_an_argument() {
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", PLAYER)]);
    let mut voice = computer.voice();
    voice.say(texts(&["$(touch secret); `touch secret` -w /secret"]), Pace::Slow);
    listen(&mut voice);
    let arguments = computer.read("arguments");
    assert!(arguments.starts_with("engine -v fr -b 1 -s 120 --stdin -w /") && !arguments.contains("secret"));
    assert!(!computer.0.path().join("secret").exists());
}

#[test]
fn sound_files_leave_with_their_sound() {
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", PLAYER)]);
    let mut voice = computer.voice();
    let embedded = Recording::Embedded { extension: "wav", bytes: b"a recorded voice" };
    voice.say(vec![Utterance::new("Un", None), Utterance::new("Deux", Some(embedded))], Pace::Normal);
    listen(&mut voice);
    let files = computer.lines("files");
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|file| !Path::new(file).parent().unwrap().exists()), "{files:?}");
}

#[test]
fn stopping_kills_the_sound() {
    let long = "echo $$ > \"$FOLDER/process\"\nexec sleep 60";
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", long)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Un", "Deux"]), Pace::Normal);
    let process = computer.line_of("process");
    assert!(is_running(&process));
    voice.stop();
    assert_eq!(voice.at(), None);
    until(|| !is_running(&process));
    until(|| !voice.worker.is_busy());
    voice.follow();
    assert!(!voice.has_failed());
    // « Deux » never began.
    assert_eq!(computer.lines("process"), [process]);
}

#[test]
fn a_sequence_ends_the_one_before() {
    let player = "for last; do :; done\ncat \"$last\" >> \"$FOLDER/heard\"\necho >> \"$FOLDER/heard\"\n\
        grep -q Long \"$last\" && exec sleep 60\nexit 0";
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", player)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Long", "Jamais"]), Pace::Normal);
    computer.line_of("heard");
    voice.say(texts(&["Court"]), Pace::Normal);
    assert_eq!(listen(&mut voice), [0]);
    assert_eq!(computer.lines("heard"), ["Long.", "Court."]);
    assert!(!voice.has_failed());
}

#[test]
fn dropping_the_voice_kills_the_sound() {
    let long = "echo $$ > \"$FOLDER/process\"\nexec sleep 60";
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", long)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Un", "Deux"]), Pace::Normal);
    let process = computer.line_of("process");
    drop(voice);
    assert!(!is_running(&process));
}

#[test]
fn a_failure_is_silence_and_is_told() {
    for (engine, player) in [("exit 1", PLAYER), (ENGINE, "exit 1")] {
        let computer = Computer::with(&[("espeak-ng", engine), ("aplay", player)]);
        let mut voice = computer.voice();
        voice.say(texts(&["Un", "Deux"]), Pace::Normal);
        listen(&mut voice);
        assert!(voice.has_failed());
        until(|| !voice.worker.is_busy());
        assert_eq!(computer.read("heard"), "");
    }
}

#[test]
fn another_player_is_tried_when_one_fails_and_is_kept() {
    let broken = "echo tried >> \"$FOLDER/broken\"\nexit 1";
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("paplay", broken), ("aplay", PLAYER)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Un", "Deux"]), Pace::Normal);
    listen(&mut voice);
    assert!(!voice.has_failed());
    assert_eq!(computer.lines("heard"), ["> Un.", "<", "> Deux.", "<"]);
    assert_eq!(computer.lines("broken"), ["tried"]);
}

#[test]
fn a_recording_is_preferred_to_the_engine() {
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", PLAYER)]);
    let file = computer.0.path().join("S01.wav");
    fs::write(&file, "a recorded voice").unwrap();
    let mut voice = computer.voice();
    voice.say(vec![Utterance::new("Un", Some(Recording::File(file)))], Pace::Normal);
    listen(&mut voice);
    assert_eq!(computer.lines("heard"), ["> a recorded voice", "<"]);
}

#[test]
fn where_no_player_slows_down_the_engine_reads() {
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", PLAYER)]);
    let mut voice = computer.voice();
    let recording = Recording::Embedded { extension: "wav", bytes: b"a recorded voice" };
    voice.say(vec![Utterance::new("Un", Some(recording))], Pace::Slow);
    listen(&mut voice);
    assert_eq!(computer.lines("heard"), ["> Un.", "<"]);
}

#[test]
fn a_recording_that_is_gone_is_read_by_the_engine() {
    let player = "for last; do :; done\n[ -f \"$last\" ] || exit 1\ncat \"$last\" >> \"$FOLDER/heard\"";
    let computer = Computer::with(&[("espeak-ng", ENGINE), ("aplay", player)]);
    let mut voice = computer.voice();
    let gone = Recording::File(computer.0.path().join("gone.wav"));
    voice.say(vec![Utterance::new("Un", Some(gone))], Pace::Normal);
    listen(&mut voice);
    assert_eq!(computer.read("heard"), "Un.");
}

#[test]
fn the_voice_of_speech_dispatcher_is_cancelled_when_it_stops() {
    let server = "[ \"$1\" = --cancel ] && echo cancelled >> \"$FOLDER/server\" && exit 0\n\
        cat >> \"$FOLDER/server\"\nexec sleep 60";
    let computer = Computer::with(&[("spd-say", server)]);
    let mut voice = computer.voice();
    voice.say(texts(&["Un !"]), Pace::Normal);
    computer.line_of("server");
    voice.stop();
    until(|| computer.lines("server").len() == 2);
    assert_eq!(computer.lines("server"), ["Un!", "cancelled"]);
}

#[test]
fn a_computer_without_programs_has_no_voice() {
    let text = Utterance::new("Un", None);
    let recorded = Utterance::new("Un", Some(Recording::Embedded { extension: "ogg", bytes: b"" }));
    let voice = Computer::with(&[]).voice();
    assert!(!voice.reads() && !voice.can_say(&text) && !voice.can_say(&recorded));
    // Without a player, nobody would hear the engine.
    assert!(!Computer::with(&[("espeak-ng", ENGINE)]).voice().reads());
    // aplay would make a noise of an ogg file.
    let voice = Computer::with(&[("aplay", PLAYER)]).voice();
    assert!(!voice.can_say(&text) && !voice.can_say(&recorded));
    let voice = Computer::with(&[("mpv", PLAYER)]).voice();
    assert!(!voice.can_say(&text) && voice.can_say(&recorded));
}

#[test]
fn a_folder_that_is_not_absolute_has_no_program() {
    let relative = Folders::of(std::ffi::OsStr::new(".:bin"));
    assert!(relative.find("sh").is_none());
    assert!(Folders::of(std::ffi::OsStr::new(".:/bin:/usr/bin")).find("sh").is_some());
}
