//! The voice at the kiosk, with an engine and a player made for these facts: what is heard is written down.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use boussole::domain::person::ExtraTime;
use boussole::domain::sitting::Event;
use boussole::store::Store;
use boussole::ui::theme::Look;
use boussole::ui::voice::Folders;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use super::room::{
    EVERY_KIND, Kiosk, Room, SMALL, assert_fits, choose_size, come_back, confirm, enter, press, settle, shoot, shows,
    type_text, walk_to_first_question,
};
use crate::support::House;

const ENGINE: &str = "for last; do :; done\ncat > \"$last\"\necho \"$*\" >> \"$FOLDER/engine\"";

/// Plays at once.
const PLAYER: &str = "for last; do :; done\ncat \"$last\" >> \"$FOLDER/heard\"\necho >> \"$FOLDER/heard\"";

/// Plays until it is told to end.
const SLOW_PLAYER: &str = "for last; do :; done\ncat \"$last\" >> \"$FOLDER/heard\"\necho >> \"$FOLDER/heard\"\n\
    while [ ! -f \"$FOLDER/next\" ]; do sleep 0.01; done\nrm \"$FOLDER/next\"";

const LISTEN: &str = "Écouter la question et les réponses";

/// A computer's folder of programs.
pub struct Computer(TempDir);

impl Computer {
    /// A computer that reads aloud.
    pub fn that_speaks() -> Self {
        Self::with(ENGINE, PLAYER)
    }

    /// A computer whose sounds last until [`Self::end_sound`].
    pub fn that_speaks_slowly() -> Self {
        Self::with(ENGINE, SLOW_PLAYER)
    }

    fn with(engine: &str, player: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, script) in [("espeak-ng", engine), ("aplay", player)] {
            make_program(&folder.path().join(name), &script.replace("$FOLDER", folder.path().to_str().unwrap()));
        }
        Self(folder)
    }

    pub fn folders(&self) -> Folders {
        Folders::of(self.0.path().as_os_str())
    }

    pub fn lines(&self, name: &str) -> Vec<String> {
        let text = fs::read_to_string(self.0.path().join(name)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Steps until that many things were heard; returns the last.
    pub fn heard(&self, kiosk: &mut Kiosk, count: usize) -> String {
        until(kiosk, |_| self.lines("heard").len() >= count);
        self.lines("heard").remove(count - 1)
    }

    /// Ends the sound that is played.
    pub fn end_sound(&self) {
        fs::write(self.0.path().join("next"), "").unwrap();
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

pub fn until(kiosk: &mut Kiosk, mut there: impl FnMut(&Kiosk) -> bool) {
    let begun = Instant::now();
    while !there(kiosk) {
        assert!(begun.elapsed() < Duration::from_secs(30), "nothing came");
        std::thread::sleep(Duration::from_millis(5));
        // The clock stands still: only what is waited for happens.
        let now = kiosk.ctx.input(|input| input.time);
        kiosk.input_mut().time = Some(now);
        kiosk.step();
        kiosk.input_mut().time = None;
    }
}

pub fn is_silent(kiosk: &Kiosk) -> bool {
    kiosk.query_by_role_and_label(Role::Button, "Arrêter la voix").is_none()
}

/// Returns whether the bar at the left of a card says that it is being read.
fn is_marked(kiosk: &mut Kiosk, answer: &str) -> bool {
    let card = kiosk.get_by_role_and_label(Role::RadioButton, answer).rect();
    let accent = Look::of(&kiosk.ctx).colours.accent;
    let zoom = kiosk.ctx.pixels_per_point();
    let picture = kiosk.render().unwrap();
    let at = |x: f32, y: f32| picture.get_pixel((x * zoom) as u32, (y * zoom) as u32).0;
    at(card.left() + 6.0, card.center().y)[..3] == [accent.r(), accent.g(), accent.b()]
}

/// Opens a kiosk at the first question.
fn at_question(computer: &Computer, assessment: &str) -> (Room, Kiosk) {
    let room = Room::with(&[assessment]);
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    walk_to_first_question(&mut kiosk, &room.code);
    (room, kiosk)
}

#[test]
fn a_question_is_read_then_each_answer_while_its_card_is_marked() {
    let computer = Computer::with(ENGINE, SLOW_PLAYER);
    let (_room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, LISTEN);
    assert_eq!(computer.heard(&mut kiosk, 1), "Devoir aller très vite me fatigue.");
    assert!(!is_marked(&mut kiosk, "Jamais"));
    computer.end_sound();
    assert_eq!(computer.heard(&mut kiosk, 2), "un. Jamais.");
    kiosk.step();
    assert!(is_marked(&mut kiosk, "Jamais") && !is_marked(&mut kiosk, "Rarement"));
    shoot(&mut kiosk, "voice-answer");
    computer.end_sound();
    assert_eq!(computer.heard(&mut kiosk, 3), "deux. Rarement.");
    kiosk.step();
    assert!(is_marked(&mut kiosk, "Rarement") && !is_marked(&mut kiosk, "Jamais"));
    press(&mut kiosk, "Arrêter la voix");
    assert!(is_silent(&kiosk) && !is_marked(&mut kiosk, "Rarement"));
}

#[test]
fn the_speaker_of_a_card_reads_that_card_and_chooses_nothing() {
    let computer = Computer::that_speaks();
    let (_room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, "Écouter\u{A0}: Souvent");
    assert_eq!(computer.heard(&mut kiosk, 1), "quatre. Souvent.");
    until(&mut kiosk, is_silent);
    assert_eq!(computer.lines("heard").len(), 1);
    assert!(super::is_disabled(&kiosk, "Valider"));
}

#[test]
fn the_voice_stops_when_the_screen_changes() {
    let computer = Computer::with(ENGINE, SLOW_PLAYER);
    let (_room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, LISTEN);
    computer.heard(&mut kiosk, 1);
    kiosk.get_by_role_and_label(Role::RadioButton, "Rarement").click();
    settle(&mut kiosk);
    assert!(!is_silent(&kiosk));
    confirm(&mut kiosk);
    assert!(is_silent(&kiosk));
    assert_eq!(computer.lines("heard").len(), 1);
}

#[test]
fn who_listens_is_there() {
    let computer = Computer::with(ENGINE, SLOW_PLAYER);
    let (_room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, LISTEN);
    computer.heard(&mut kiosk, 1);
    super::wait(&mut kiosk, 100);
    assert!(!shows(&kiosk, "Vous êtes toujours là"));
    press(&mut kiosk, "Arrêter la voix");
    super::wait(&mut kiosk, 100);
    assert!(shows(&kiosk, "Vous êtes toujours là"));
}

#[test]
fn pages_are_read_on_demand() {
    let computer = Computer::that_speaks();
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    assert!(kiosk.query_by_role_and_label(Role::Button, "Écouter").is_some(), "the first page is read too");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    shoot(&mut kiosk, "voice-notice");
    assert_fits(&kiosk, "notice with a voice");
    press(&mut kiosk, "Écouter");
    computer.heard(&mut kiosk, 6);
    assert_eq!(
        computer.lines("heard").last().map(String::as_str),
        Some("Vous pouvez demander à voir, corriger ou effacer vos données.")
    );
    enter(&mut kiosk);
    shoot(&mut kiosk, "voice-introduction");
    press(&mut kiosk, "Écouter");
    assert_eq!(computer.heard(&mut kiosk, 7), "Ce qui me fatigue au travail.");
}

#[test]
fn the_way_of_answering_is_said_once() {
    let computer = Computer::that_speaks();
    let room = Room::with_every_kind();
    room.answer_before("PLUSIEURS");
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    come_back(&mut kiosk, &room.code);
    let mut listen = || {
        let before = computer.lines("heard").len();
        press(&mut kiosk, LISTEN);
        until(&mut kiosk, is_silent);
        computer.lines("heard").split_off(before)
    };
    let (first, second) = (listen(), listen());
    assert_eq!(first.len(), second.len() + 1);
    assert_eq!(first[2..], second[1..]);
}

#[test]
fn where_reading_is_measured_questions_are_silent_and_the_screen_says_why() {
    let computer = Computer::that_speaks();
    let only_instructions = "\n[accessibilite]\nlecture_vocale = \"consignes\"\n";
    let house = House::with_changed_definition(EVERY_KIND, only_instructions);
    let room = Room::furnished(house, &[EVERY_KIND], ExtraTime::None);
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Pourquoi"));
    assert!(kiosk.query_by_role_and_label(Role::Button, "Écouter").is_some());
    for _ in 0..3 {
        enter(&mut kiosk);
    }
    assert!(shows(&kiosk, "Quel jour suit lundi") && shows(&kiosk, "Ici, on regarde la lecture"));
    assert!(kiosk.query_by_role_and_label(Role::Button, LISTEN).is_none());
    assert!(!shows(&kiosk, "Écouter"));
    shoot(&mut kiosk, "voice-forbidden");
    assert_fits(&kiosk, "a silent question");
}

#[test]
fn a_computer_without_a_voice_says_so_and_has_no_dead_button() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    press(&mut kiosk, "Affichage");
    assert!(shows(&kiosk, "Pas de voix sur ce poste"));
    shoot(&mut kiosk, "voice-absent");
    press(&mut kiosk, "C\u{2019}est bien ainsi");
    walk_to_first_question(&mut kiosk, &room.code);
    assert!(!shows(&kiosk, "Écouter"));
}

#[test]
fn a_voice_that_fails_is_told_and_may_be_tried_again() {
    let computer = Computer::with(ENGINE, "exit 1");
    let (_room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, LISTEN);
    until(&mut kiosk, |kiosk| shows(kiosk, "La voix ne marche pas sur ce poste."));
    assert!(is_silent(&kiosk));
    shoot(&mut kiosk, "voice-failed");
    assert_fits(&kiosk, "a voice that failed");
    press(&mut kiosk, LISTEN);
    choose_size(&mut kiosk, "125");
    press(&mut kiosk, LISTEN);
    until(&mut kiosk, |kiosk| shows(kiosk, "La voix ne marche pas sur ce poste."));
    shoot(&mut kiosk, "voice-failed-125");
}

#[test]
fn the_voice_is_slowed_or_left_out_by_the_person_and_stays_so_for_them() {
    let computer = Computer::that_speaks();
    let (room, mut kiosk) = at_question(&computer, "fatigue-travail");
    let choose = |kiosk: &mut Kiosk, voice: &str| {
        press(kiosk, "Affichage");
        kiosk.get_by_role_and_label(Role::RadioButton, voice).click();
        settle(kiosk);
        shoot(kiosk, &format!("voice-display-{voice}"));
        press(kiosk, "C\u{2019}est bien ainsi");
    };
    choose(&mut kiosk, "Lente");
    press(&mut kiosk, "Écouter\u{A0}: Jamais");
    computer.heard(&mut kiosk, 1);
    assert!(computer.lines("engine")[0].contains("-s 120 "));
    choose(&mut kiosk, "Sans voix");
    assert!(!shows(&kiosk, "Écouter"));
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "Pause");
    press(&mut kiosk, "Arrêter ici");
    assert!(shows(&kiosk, "Écouter"), "for whoever comes");
    come_back(&mut kiosk, &room.code);
    assert!(!shows(&kiosk, "Écouter"));
    choose(&mut kiosk, "Lente");
    press(&mut kiosk, "Écouter\u{A0}: Jamais");
    computer.heard(&mut kiosk, 2);
    assert!(computer.lines("engine")[1].contains("-s 120 "));
}

#[test]
fn listening_is_kept_with_the_sitting_and_changes_no_answer() {
    let computer = Computer::that_speaks();
    let (room, mut kiosk) = at_question(&computer, "fatigue-travail");
    press(&mut kiosk, LISTEN);
    until(&mut kiosk, is_silent);
    press(&mut kiosk, "Écouter\u{A0}: Jamais");
    until(&mut kiosk, is_silent);
    kiosk.get_by_role_and_label(Role::RadioButton, "Rarement").click();
    settle(&mut kiosk);
    confirm(&mut kiosk);
    let store = Store::open(&room.house.base_file()).unwrap();
    let base = store.base();
    let sitting = base.sittings_of(room.amina).unwrap().remove(0);
    let events: Vec<Event> = base.events(sitting.id).unwrap().into_iter().map(|stamped| stamped.event).collect();
    let listened = events.iter().filter(|event| matches!(event, Event::Listened { item } if item.0 == "RY1")).count();
    assert_eq!((listened, room.answers().len()), (2, 1));
}

#[test]
fn every_kind_of_question_fits_with_its_speakers() {
    let computer = Computer::that_speaks();
    for item in ["ACCORD", "VU", "IMAGES", "PLUSIEURS", "EXTREMES", "ORDRE", "MESURE", "TACHE"] {
        for percent in ["100", "125"] {
            let room = Room::with_every_kind();
            room.answer_before(item);
            let mut kiosk = room.kiosk_with(SMALL, computer.folders());
            choose_size(&mut kiosk, percent);
            come_back(&mut kiosk, &room.code);
            let name = format!("voice-{item}-{percent}");
            shoot(&mut kiosk, &name);
            assert_fits(&kiosk, &name);
        }
    }
}
