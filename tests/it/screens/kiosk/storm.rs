//! Random events on a real base: whatever is pressed, typed, touched, thrown or asked, the kiosk stays what it is.
//!
//! A hundred thousand events in four storms, each from a seed and from other screens. After each the kiosk takes a code, asks
//! and keeps an answer, and the disk has what was said to be noted, once.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use boussole::app::theme::Tokens;
use boussole::domain::person::ExtraTime;
use boussole::domain::sitting::Event as Kept;
use boussole::store::Store;
use boussole::ui::kiosk::KioskApp;
use eframe::egui::accesskit::{Action, ActionData, NodeId, Role, TreeId};
use eframe::egui::{
    DroppedFile, Event, HoveredFile, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2,
    TouchDeviceId, TouchId, TouchPhase, ViewportCommand, ViewportEvent, ViewportId, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};

use super::hand::{Finger, Hand as _};
use super::room::{
    EVERY_KIND, Kiosk, Room, SMALL, STATION, come_back, enter, let_pass, press, settle, shows, type_text,
    walk_to_practice,
};
use super::seen::{Seen, control, seen, title};
use crate::support::House;

/// Twelve digits: no storm types them.
const LONG_STAFF_CODE: &str = "739184620573";

/// Events of one storm. Each blows from several screens in turn.
const EVENTS: usize = 25_000;

#[test]
fn no_storm_on_the_first_screens_leaves_the_kiosk() {
    storm(1, &["start", "staff", "help", "display", "notice", "introduction", "practice", "correction", "end"]);
}

#[test]
fn no_storm_on_cards_leaves_the_kiosk() {
    storm(2, &["ACCORD", "VU", "IMAGES", "PLUSIEURS", "EXTREMES", "ORDRE", "ESSAI", "section"]);
}

#[test]
fn no_storm_on_words_and_tasks_leaves_the_kiosk() {
    storm(3, &["MOT", "RECIT", "MESURE", "TACHE", "typing", "pause", "help called", "PAGE"]);
}

#[test]
fn no_storm_on_figures_and_clocks_leaves_the_kiosk() {
    storm(4, &["MATRICE", "CUBES", "PLI", "TABLEAU", "BARRES", "COMPTE", "SUITE", "CALCUL1"]);
}

fn storm(seed: u64, places: &[&str]) {
    let mut sky = Sky { chance: ChaCha8Rng::seed_from_u64(seed), sent: 0 };
    for (number, place) in places.iter().enumerate() {
        let room = furnish();
        let mut kiosk = open(&room);
        go(&room, &mut kiosk, place);
        let mut told = Told::default();
        let until = EVENTS * (number + 1) / places.len();
        while sky.sent < until {
            sky.blow(&mut kiosk);
            told.look(&room, &kiosk);
            if sky.one_in(150) {
                wander(&room, &mut kiosk);
            }
        }
        assert_still_works(&room, &mut kiosk, &format!("seed {seed}, {place}"));
        told.assert_kept(&room);
    }
    assert_eq!(sky.sent, EVENTS);
}

/// A person with two assessments, so that one is left when the storm answers the other.
fn furnish() -> Room {
    let house = House::with_definition(EVERY_KIND);
    let mut room = Room::furnished(house, &[EVERY_KIND, "fatigue-travail"], ExtraTime::None);
    room.house.app.change_staff_code(room.house.counsellor, LONG_STAFF_CODE).unwrap();
    room
}

/// Opens a kiosk that takes signs which it cannot draw.
fn open(room: &Room) -> Kiosk {
    let app = room.desk();
    let mut kiosk = Harness::builder()
        .with_size(SMALL)
        .with_max_steps(30)
        .allow_missing_glyphs()
        .build_eframe(move |cc| KioskApp::new(&cc.egui_ctx, app, Tokens::embedded().unwrap(), STATION.to_owned()));
    settle(&mut kiosk);
    kiosk
}

/// Goes to the screen where a storm begins.
fn go(room: &Room, kiosk: &mut Kiosk, place: &str) {
    match place {
        "start" => {}
        "staff" => press(kiosk, "Réservé à l\u{2019}équipe"),
        "help" => press(kiosk, "Aide"),
        "display" => press(kiosk, "Affichage"),
        "notice" | "introduction" => {
            type_text(kiosk, &room.code);
            let pages = if place == "notice" { 1 } else { 3 };
            (0..pages).for_each(|_| enter(kiosk));
        }
        "practice" => walk_to_practice(kiosk, &room.code),
        "correction" => {
            walk_to_practice(kiosk, &room.code);
            kiosk.key_press(Key::Num1);
            settle(kiosk);
            enter(kiosk);
        }
        "end" => {
            room.answer_before("CALCUL2");
            come_back(kiosk, &room.code);
            type_text(kiosk, "18");
            enter(kiosk);
            kiosk.run_steps(6);
            settle(kiosk);
            assert!(shows(kiosk, "C\u{2019}est fini, merci"));
        }
        "section" => {
            room.answer_before("ESSAI");
            come_back(kiosk, &room.code);
            kiosk.key_press(Key::Num1);
            settle(kiosk);
            enter(kiosk);
            press(kiosk, "Continuer");
            assert!(shows(kiosk, "Partie 2 sur 5"));
        }
        "typing" => {
            go(room, kiosk, "TACHE");
            press(kiosk, "Nouveau mail");
            kiosk.get_by_role_and_label(Role::TextInput, "À").click();
            settle(kiosk);
        }
        "pause" | "help called" => {
            go(room, kiosk, "VU");
            press(kiosk, "Aide");
            press(kiosk, if place == "pause" { "Pause" } else { "J\u{2019}ai besoin d\u{2019}aide" });
        }
        item => {
            room.answer_before(item);
            come_back(kiosk, &room.code);
        }
    }
}

/// Somebody sits down again, now and then, so that the storm is not only over an empty place.
fn wander(room: &Room, kiosk: &mut Kiosk) {
    calm(kiosk);
    if title(kiosk) == "Demandez à votre conseiller" {
        room.desk().release_station(room.house.counsellor, STATION).unwrap();
        Finger::default().press(kiosk, Role::Button, "Taper le code");
    }
    if title(kiosk) == "Tapez votre code" && control(kiosk, Role::Button, "Chiffre 1").is_some() {
        clear_code(kiosk);
        type_text_calmly(kiosk, &room.code);
    }
    for name in ["J'ai compris", "Commencer", "Essayer un exemple", "C'est parti", "Continuer"] {
        if control(kiosk, Role::Button, name).is_some() {
            Finger::default().press(kiosk, Role::Button, name);
        }
    }
}

fn clear_code(kiosk: &mut Kiosk) {
    for _ in 0..6 {
        Finger::default().press(kiosk, Role::Button, "Effacer");
    }
}

fn type_text_calmly(kiosk: &mut Kiosk, digits: &str) {
    Finger::default().write(kiosk, digits);
}

/// Lets go of whatever is still held down.
fn calm(kiosk: &mut Kiosk) {
    kiosk.input_mut().hovered_files.clear();
    let lifted = |id| Event::Touch {
        device_id: TouchDeviceId(1),
        id: TouchId(id),
        phase: TouchPhase::Cancel,
        pos: Pos2::ZERO,
        force: None,
    };
    let events = &mut kiosk.input_mut().events;
    events.extend((0..4).map(lifted));
    events.extend([Event::WindowFocused(false), Event::PointerGone, Event::WindowFocused(true)]);
    kiosk.step();
    for _ in 0..3 {
        kiosk.step();
    }
    settle(kiosk);
}

/// Where events come from.
struct Sky {
    chance: ChaCha8Rng,
    sent: usize,
}

impl Sky {
    fn below(&mut self, n: usize) -> usize {
        (self.chance.next_u64() % n as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Sends some events in one frame, looks at what comes out, and waits for the base.
    fn blow(&mut self, kiosk: &mut Kiosk) {
        let around = seen(kiosk);
        let most = (EVENTS - self.sent).min(24);
        let count = 1 + self.below(most);
        for _ in 0..count {
            let event = self.event(kiosk, &around);
            kiosk.input_mut().events.extend(event);
        }
        self.sent += count;
        kiosk.step();
        assert_nothing_leaves(kiosk);
        for _ in 0..400 {
            if !kiosk.state().is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
            kiosk.step();
            assert_nothing_leaves(kiosk);
        }
    }

    /// Makes one event; what is no event of egui's goes into the input itself.
    fn event(&mut self, kiosk: &mut Kiosk, around: &[Seen]) -> Option<Event> {
        let event = match self.below(100) {
            0..30 => self.key(),
            30..40 => Event::Text(self.text()),
            40..50 => Event::PointerMoved(self.place(around)),
            50..70 => self.button(around),
            70..78 => self.touch(around),
            78..82 => self.wheel(),
            82..90 => self.asked(around),
            90 => Event::Paste(self.text_to_paste()),
            91 => self.pick(&[Event::Copy, Event::Cut]),
            92 => Event::MiddleClickPaste { pos: self.place(around), text: self.text_to_paste() },
            93 => self.pick(&[Event::Zoom(0.2), Event::Zoom(7.0), Event::Rotate(1.0)]),
            94 => Event::Ime(ImeEvent::Commit(self.text())),
            95 => Event::Ime(ImeEvent::DeleteSurrounding { before_chars: self.below(9), after_chars: self.below(9) }),
            96 => self.pick(&[Event::PointerGone, Event::MouseMoved(vec2(40.0, -12.0))]),
            97 => Event::WindowFocused(self.one_in(2)),
            98 => {
                kiosk.input_mut().dropped_files.push(Arc::new(Stick));
                kiosk.input_mut().hovered_files.push(HoveredFile::default());
                return None;
            }
            _ => {
                let window = kiosk.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
                window.events.push(ViewportEvent::Close);
                return None;
            }
        };
        Some(event)
    }

    fn modifiers(&mut self) -> Modifiers {
        let chord = if self.one_in(2) { 0 } else { self.below(32) };
        let on = |bit: usize| chord & (1 << bit) != 0;
        Modifiers { alt: on(0), ctrl: on(1), shift: on(2), mac_cmd: on(3), command: on(4) }
    }

    fn key(&mut self) -> Event {
        // Escape, Tab and Enter lead further than letters.
        let key = if self.one_in(3) {
            self.pick(&[Key::Tab, Key::Enter, Key::Space, Key::Escape, Key::Num1, Key::Num2, Key::Num3, Key::Q, Key::W])
        } else {
            self.pick(Key::ALL)
        };
        let (pressed, repeat, modifiers) = (!self.one_in(3), self.one_in(6), self.modifiers());
        Event::Key { key, physical_key: None, pressed, repeat, modifiers }
    }

    fn text(&mut self) -> String {
        let signs = ["1", "2", "9", "0", "a", "Z", "é", "œ", " ", ",", ".", "<", "\u{202E}", "\u{1F642}", "\0", "漢"];
        (0..1 + self.below(4)).map(|_| self.pick(&signs)).collect()
    }

    fn text_to_paste(&mut self) -> String {
        self.pick(&["000000", "Secret de la personne d'avant", "https://exemple.fr", "\u{0}\n\t"]).to_owned()
    }

    /// A place of the screen or outside of it; often a control.
    fn place(&mut self, around: &[Seen]) -> Pos2 {
        let controls: Vec<&Seen> = around.iter().filter(|seen| seen.is_control()).collect();
        if !controls.is_empty() && !self.one_in(4) {
            return self.pick(&controls).rect.center();
        }
        pos2(self.below(1500) as f32 - 60.0, self.below(900) as f32 - 60.0)
    }

    fn button(&mut self, around: &[Seen]) -> Event {
        use PointerButton::{Extra1, Extra2, Middle, Primary, Secondary};
        let button = self.pick(&[Primary, Primary, Primary, Primary, Secondary, Middle, Extra1, Extra2]);
        let modifiers = self.modifiers();
        Event::PointerButton { pos: self.place(around), button, pressed: self.one_in(2), modifiers }
    }

    fn touch(&mut self, around: &[Seen]) -> Event {
        let phase = self.pick(&[TouchPhase::Start, TouchPhase::Move, TouchPhase::End, TouchPhase::Cancel]);
        let id = TouchId(self.below(4) as u64);
        Event::Touch { device_id: TouchDeviceId(1), id, phase, pos: self.place(around), force: None }
    }

    fn wheel(&mut self) -> Event {
        let unit = self.pick(&[MouseWheelUnit::Line, MouseWheelUnit::Page, MouseWheelUnit::Point]);
        let delta = vec2(self.below(7) as f32 - 3.0, self.below(7) as f32 - 3.0);
        let (source, phase) = (MouseWheelSource::Unknown, TouchPhase::Move);
        Event::MouseWheel { unit, delta, phase, source, modifiers: self.modifiers() }
    }

    /// What assistive technologies may ask, of something that is there or not.
    fn asked(&mut self, around: &[Seen]) -> Event {
        let action = self.pick(&[
            Action::Click,
            Action::Click,
            Action::Focus,
            Action::Blur,
            Action::SetValue,
            Action::ReplaceSelectedText,
            Action::Increment,
            Action::Decrement,
            Action::Expand,
            Action::ScrollIntoView,
            Action::ScrollDown,
            Action::ShowContextMenu,
        ]);
        let data = match action {
            Action::SetValue | Action::ReplaceSelectedText if self.one_in(4) => Some(ActionData::NumericValue(1e300)),
            Action::SetValue | Action::ReplaceSelectedText => Some(ActionData::Value(self.text().into())),
            _ => None,
        };
        if around.is_empty() || self.one_in(20) {
            let (target_node, target_tree) = (NodeId(self.chance.next_u64()), TreeId::ROOT);
            let request = eframe::egui::accesskit::ActionRequest { action, target_node, target_tree, data };
            return Event::AccessKitActionRequest(request);
        }
        let controls: Vec<&Seen> = around.iter().filter(|seen| seen.is_control()).collect();
        if controls.is_empty() || self.one_in(5) {
            return around[self.below(around.len())].ask(action, data);
        }
        self.pick(&controls).ask(action, data)
    }
}

/// A file of a stick, that nobody may read.
#[derive(Debug)]
struct Stick;

impl DroppedFile for Stick {
    fn path(&self) -> &Path {
        Path::new("/media/cle-usb/lettre.pdf")
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        panic!("a dropped file was read")
    }
}

/// Asserts that the frame opens nothing, closes nothing, and hands nothing to the computer.
fn assert_nothing_leaves(kiosk: &Kiosk) {
    let output = kiosk.output();
    let commands = &output.platform_output.commands;
    assert!(commands.is_empty(), "something went to the computer: {} commands", commands.len());
    let windows: Vec<_> = output.viewport_output.keys().collect();
    assert_eq!(windows, [&ViewportId::ROOT], "another window");
    let wished = &output.viewport_output[&ViewportId::ROOT].commands;
    let harmless =
        |command: &ViewportCommand| matches!(command, ViewportCommand::CancelClose | ViewportCommand::SetTheme(_));
    assert!(wished.iter().all(harmless), "the window was told {wished:?}");
}

/// What the screen has said to be noted: the titles of the questions. The same answer given again is noted and writes
/// nothing, and two questions may have one title.
#[derive(Default)]
struct Told {
    noted: BTreeSet<String>,
}

impl Told {
    /// Looks whether something is noted; when it is said, the disk has it already.
    fn look(&mut self, room: &Room, kiosk: &Kiosk) {
        if !shows(kiosk, "C\u{2019}est noté") {
            return;
        }
        // The question, whatever lies over it.
        let question = seen(kiosk).into_iter().find(|seen| seen.level == Some(1)).map(|seen| seen.name);
        if self.noted.insert(question.unwrap_or_default()) {
            self.assert_kept(room);
        }
    }

    fn assert_kept(&self, room: &Room) {
        let kept = kept(room);
        let mut once = BTreeSet::new();
        for (item, revised) in &kept {
            assert!(once.insert(item.clone()) || *revised, "{item} is on disk twice");
        }
        assert!(once.len() >= self.noted.len(), "noted: {:?}, on disk: {kept:?}", self.noted);
    }
}

/// Returns the answers on disk, in their order, and whether each changes an earlier one.
fn kept(room: &Room) -> Vec<(String, bool)> {
    let store = Store::open(&room.house.base_file()).unwrap();
    let base = store.base();
    let sittings = base.sittings_of(room.amina).unwrap();
    let events = sittings.iter().flat_map(|row| base.events(row.id).unwrap());
    let given = events.filter_map(|stamped| match stamped.event {
        Kept::Answered { item, .. } => Some((item.0, false)),
        Kept::Revised { item, .. } => Some((item.0, true)),
        _ => None,
    });
    given.collect()
}

/// Asserts that the kiosk takes the code, asks, and keeps one answer more.
fn assert_still_works(room: &Room, kiosk: &mut Kiosk, place: &str) {
    calm(kiosk);
    if shows(kiosk, "Quelqu\u{2019}un arrive") {
        Finger::default().press(kiosk, Role::Button, "Continuer");
    }
    let_pass(kiosk, 200);
    assert_eq!(title(kiosk), "Tapez votre code", "{place}: {:?}", seen(kiosk));
    room.desk().release_station(room.house.counsellor, STATION).unwrap();
    let before = kept(room).len();
    come_back(kiosk, &room.code);
    for _ in 0..60 {
        if kept(room).len() > before {
            return;
        }
        assert_nothing_leaves(kiosk);
        answer_somehow(kiosk);
    }
    panic!("{place}: no answer reaches the disk from {}", title(kiosk));
}

/// Goes on by finger, whatever is asked.
fn answer_somehow(kiosk: &mut Kiosk) {
    let mut finger = Finger::default();
    for (role, name) in [
        (Role::Button, "Valider"),
        (Role::Button, "J'ai fini"),
        (Role::Button, "Continuer"),
        (Role::Button, "C'est parti"),
    ] {
        if control(kiosk, role, name).is_some() {
            finger.press(kiosk, role, name);
            kiosk.run_steps(5);
            return settle(kiosk);
        }
    }
    let declines = ["Je ne sais pas", "Je préfère ne pas répondre", "Pas pu observer"];
    match declines.iter().find(|name| control(kiosk, Role::RadioButton, name).is_some()) {
        Some(name) => finger.press(kiosk, Role::RadioButton, name),
        None => {
            let first = seen(kiosk).into_iter().find(|seen| seen.role == Role::RadioButton && seen.enabled);
            match first {
                Some(first) => finger.press(kiosk, Role::RadioButton, &first.name),
                None => enter(kiosk),
            }
        }
    }
}
