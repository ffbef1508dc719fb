//! The warm-up of a first visit: by mouse, by keyboard, by touch; left out, done again; never a score.

use boussole::domain::comfort::{Listening, Means};
use boussole::store::Store;
use boussole::ui::theme::Look;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, TouchDeviceId, TouchId, TouchPhase};
use egui_kittest::kittest::Queryable as _;

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_scheme, choose_size, enter, is_disabled, press, settle, shoot, shows,
    type_text,
};
use super::voice::Computer;

fn room() -> Room {
    Room::with(&["fatigue-travail"]).before_warm_up()
}

/// Types the code and reads the notice: the warm-up begins.
fn come(kiosk: &mut Kiosk, room: &Room) {
    type_text(kiosk, &room.code);
    enter(kiosk);
    press(kiosk, "J\u{2019}ai compris");
    assert!(shows(kiosk, "Un petit essai d\u{2019}abord"));
}

fn means(room: &Room) -> Option<Means> {
    let store = Store::open(&room.house.base_file()).unwrap();
    store.base().comfort(room.amina).unwrap().and_then(|comfort| comfort.means)
}

fn click(kiosk: &mut Kiosk, role: Role, name: &str) {
    kiosk.get_by_role_and_label(role, name).click();
    settle(kiosk);
}

/// A finger, as a window tells it: a touch, and the click that is made of it.
fn tap(kiosk: &mut Kiosk, role: Role, name: &str) {
    let pos = kiosk.get_by_role_and_label(role, name).rect().center();
    for (phase, pressed) in [(TouchPhase::Start, true), (TouchPhase::End, false)] {
        let (device_id, id) = (TouchDeviceId(1), TouchId(1));
        kiosk.event(Event::Touch { device_id, id, phase, pos, force: None });
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        kiosk.event(Event::PointerButton { pos, button, pressed, modifiers });
        kiosk.step();
    }
    settle(kiosk);
}

#[test]
fn by_mouse_everything_is_tried_and_the_introduction_follows() {
    let room = room();
    let mut kiosk = room.kiosk(SMALL);
    come(&mut kiosk, &room);
    shoot(&mut kiosk, "warm-up-1");
    press(&mut kiosk, "Essayer");
    assert!(shows(&kiosk, "Essai 1 sur 3") && is_disabled(&kiosk, "Continuer"), "no voice, no listening");
    shoot(&mut kiosk, "warm-up-2");
    press(&mut kiosk, "Touchez ici");
    assert!(shows(&kiosk, "C\u{2019}est fait"));
    shoot(&mut kiosk, "warm-up-2-done");
    press(&mut kiosk, "Continuer");
    assert!(is_disabled(&kiosk, "Valider"));
    click(&mut kiosk, Role::RadioButton, "Le soir");
    shoot(&mut kiosk, "warm-up-3");
    press(&mut kiosk, "Valider");
    for letter in ["o", "u", "i"] {
        press(&mut kiosk, letter);
    }
    shoot(&mut kiosk, "warm-up-4");
    press(&mut kiosk, "Valider");
    assert!(shows(&kiosk, "C\u{2019}est prêt") && shows(&kiosk, "Vous utilisez la souris"));
    shoot(&mut kiosk, "warm-up-5");
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Pourquoi"), "the introduction of the only assessment");
    assert_eq!(means(&room), Some(Means::Mouse));
    assert!(room.answers().is_empty());
}

#[test]
fn by_keyboard_alone_the_keys_are_shown_from_then_on() {
    let room = room();
    let mut kiosk = room.kiosk(SMALL);
    come(&mut kiosk, &room);
    enter(&mut kiosk);
    kiosk.get_by_role_and_label(Role::Button, "Touchez ici").focus();
    kiosk.run();
    kiosk.key_press(Key::Space);
    settle(&mut kiosk);
    enter(&mut kiosk);
    kiosk.key_press(Key::Num2);
    settle(&mut kiosk);
    enter(&mut kiosk);
    type_text(&mut kiosk, "oui");
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Vous tapez au clavier"));
    enter(&mut kiosk);
    assert_eq!(means(&room), Some(Means::Keyboard));
    super::room::come_to_question(&mut kiosk);
    assert!(shows(&kiosk, "Touches 1 à 5, puis Entrée"));
    shoot(&mut kiosk, "warm-up-keyboard-question");
    assert_fits(&kiosk, "question with its keys");
}

#[test]
fn by_touch_the_cards_are_taller_from_then_on() {
    let room = room();
    let mut kiosk = room.kiosk(SMALL);
    come(&mut kiosk, &room);
    tap(&mut kiosk, Role::Button, "Essayer");
    tap(&mut kiosk, Role::Button, "Touchez ici");
    tap(&mut kiosk, Role::Button, "Continuer");
    tap(&mut kiosk, Role::RadioButton, "Le matin");
    tap(&mut kiosk, Role::Button, "Valider");
    tap(&mut kiosk, Role::Button, "a");
    tap(&mut kiosk, Role::Button, "Valider");
    assert!(shows(&kiosk, "Vous touchez l\u{2019}écran"));
    tap(&mut kiosk, Role::Button, "Continuer");
    assert_eq!(means(&room), Some(Means::Touch));
    assert_eq!(Look::of(&kiosk.ctx).appearance.means, Some(Means::Touch));
    super::room::come_to_question(&mut kiosk);
    shoot(&mut kiosk, "warm-up-touch-question");
    assert_fits(&kiosk, "question for a finger");
}

#[test]
fn it_can_be_left_out_at_any_moment_and_done_again() {
    let room = room();
    let mut kiosk = room.kiosk(SMALL);
    come(&mut kiosk, &room);
    press(&mut kiosk, "Essayer");
    press(&mut kiosk, "Passer l\u{2019}essai");
    assert!(shows(&kiosk, "Pourquoi"));
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "Pause");
    press(&mut kiosk, "Arrêter ici");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Aujourd\u{2019}hui"), "it is not asked twice a day");
    shoot(&mut kiosk, "warm-up-today");
    press(&mut kiosk, "Refaire l\u{2019}essai");
    press(&mut kiosk, "Essayer");
    press(&mut kiosk, "Touchez ici");
    press(&mut kiosk, "Continuer");
    click(&mut kiosk, Role::RadioButton, "Le soir");
    press(&mut kiosk, "Valider");
    press(&mut kiosk, "a");
    press(&mut kiosk, "Valider");
    press(&mut kiosk, "Refaire l\u{2019}essai");
    assert!(shows(&kiosk, "Essai 1 sur 3") && is_disabled(&kiosk, "Continuer"));
}

#[test]
fn a_voice_is_heard_and_slowed_when_it_is_too_fast() {
    let computer = Computer::that_speaks();
    let room = room();
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    come(&mut kiosk, &room);
    press(&mut kiosk, "Essayer");
    press(&mut kiosk, "Touchez ici");
    press(&mut kiosk, "Continuer");
    kiosk.key_press(Key::Num1);
    settle(&mut kiosk);
    press(&mut kiosk, "Valider");
    press(&mut kiosk, "a");
    press(&mut kiosk, "Valider");
    assert!(shows(&kiosk, "Essai 4 sur 4"));
    press(&mut kiosk, "Écouter la voix");
    assert_eq!(computer.heard(&mut kiosk, 1), "Bonjour. Je lis les questions quand vous le demandez.");
    shoot(&mut kiosk, "warm-up-voice");
    assert_fits(&kiosk, "listening");
    click(&mut kiosk, Role::RadioButton, "Oui, mais c\u{2019}est trop rapide");
    press(&mut kiosk, "Valider");
    press(&mut kiosk, "Continuer");
    let store = Store::open(&room.house.base_file()).unwrap();
    assert_eq!(store.base().comfort(room.amina).unwrap().unwrap().listening, Listening::Slow);
}

#[test]
fn every_page_of_it_fits_up_to_125_percent_in_every_scheme() {
    for (size, scheme) in [("100", "Contraste"), ("125", "Clair"), ("125", "Sombre"), ("200", "Clair")] {
        let room = room();
        let mut kiosk = room.kiosk(SMALL);
        choose_size(&mut kiosk, size);
        choose_scheme(&mut kiosk, scheme);
        come(&mut kiosk, &room);
        let mut page = 0;
        let mut look = |kiosk: &mut Kiosk| {
            page += 1;
            shoot(kiosk, &format!("warm-up-{size}-{scheme}-{page}"));
            if size != "200" {
                assert_fits(kiosk, &format!("warm-up {size} {scheme} {page}"));
            }
        };
        look(&mut kiosk);
        enter(&mut kiosk);
        look(&mut kiosk);
        kiosk.get_by_role_and_label(Role::Button, "Touchez ici").focus();
        kiosk.run();
        kiosk.key_press(Key::Space);
        settle(&mut kiosk);
        enter(&mut kiosk);
        kiosk.key_press(Key::Num3);
        settle(&mut kiosk);
        look(&mut kiosk);
        enter(&mut kiosk);
        type_text(&mut kiosk, "oui");
        look(&mut kiosk);
        enter(&mut kiosk);
        look(&mut kiosk);
    }
}
