//! The window died in the middle of a sitting: the same question is one tap away, and only for who was there.

use boussole::domain::sitting::Event as Kept;
use boussole::store::Store;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;

use super::hand::{Finger, Hand as _};
use super::room::{Kiosk, Room, SMALL, STATION, assert_fits, come_back, let_pass, press, settle, shoot, shows};
use super::seen::{assert_told, title};
use crate::support::{at, tuesday};

/// A kiosk with somebody at an item.
fn sitting(item: &str) -> (Room, Kiosk) {
    let room = Room::with_every_kind();
    room.answer_before(item);
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    (room, kiosk)
}

/// Lets the window die, and opens it again.
fn again(room: &Room, kiosk: Kiosk) -> Kiosk {
    drop(kiosk);
    room.kiosk(SMALL)
}

#[test]
fn the_same_question_with_the_same_clock_is_one_tap_away() {
    let (room, mut kiosk) = sitting("SUITE");
    let question = title(&kiosk);
    let_pass(&mut kiosk, 25);
    let mut kiosk = again(&room, kiosk);
    assert_eq!(title(&kiosk), "On continue ?");
    assert_told(&kiosk);
    assert_fits(&kiosk, "the way back");
    assert!(!shows(&kiosk, "Amina") && !shows(&kiosk, "nombre"));
    shoot(&mut kiosk, "back");
    Finger::default().press(&mut kiosk, Role::Button, "Continuer");
    assert_eq!(title(&kiosk), question);
    assert!(!shows(&kiosk, "Bientôt fini"));
    let_pass(&mut kiosk, 9);
    assert!(shows(&kiosk, "Bientôt fini"), "the time was given again");
}

#[test]
fn enter_leads_back_too_and_an_answer_is_kept_once() {
    let (room, mut kiosk) = sitting("VU");
    kiosk.key_press(Key::Num2);
    settle(&mut kiosk);
    press(&mut kiosk, "Valider");
    let mut kiosk = again(&room, kiosk);
    kiosk.key_press(Key::Enter);
    settle(&mut kiosk);
    assert_eq!(title(&kiosk), "Où habite-t-on ?");
    let store = Store::open(&room.house.base_file()).unwrap();
    let base = store.base();
    let events = base.events(base.sittings_of(room.amina).unwrap()[0].id).unwrap();
    let given = events.iter().filter(|kept| matches!(&kept.event, Kept::Answered { item, .. } if item.0 == "VU"));
    assert_eq!(given.count(), 1);
}

#[test]
fn who_left_is_asked_for_the_code() {
    let (room, mut kiosk) = sitting("VU");
    for name in ["Aide", "Pause", "Arrêter ici"] {
        press(&mut kiosk, name);
    }
    let kiosk = again(&room, kiosk);
    assert_eq!(title(&kiosk), "Tapez votre code");
}

#[test]
fn who_was_locked_out_is_asked_for_the_code() {
    let (room, mut kiosk) = sitting("VU");
    let_pass(&mut kiosk, 190);
    let kiosk = again(&room, kiosk);
    assert_eq!(title(&kiosk), "Tapez votre code");
}

#[test]
fn the_way_back_closes_after_three_minutes_for_good() {
    let (room, kiosk) = sitting("VU");
    let mut kiosk = again(&room, kiosk);
    let_pass(&mut kiosk, 185);
    assert_eq!(title(&kiosk), "Tapez votre code");
    let kiosk = again(&room, kiosk);
    assert_eq!(title(&kiosk), "Tapez votre code");
}

#[test]
fn another_person_refuses_the_way_back_for_good() {
    let (room, kiosk) = sitting("VU");
    let mut kiosk = again(&room, kiosk);
    press(&mut kiosk, "C\u{2019}est une autre personne");
    assert_eq!(title(&kiosk), "Tapez votre code");
    let kiosk = again(&room, kiosk);
    assert_eq!(title(&kiosk), "Tapez votre code");
}

#[test]
fn after_half_an_hour_the_code_is_asked() {
    let (mut room, kiosk) = sitting("VU");
    drop(kiosk);
    room.house.set_time(tuesday(), 9, 29);
    assert_eq!(title(&room.kiosk(SMALL)), "On continue ?");
    room.house.set_time(tuesday(), 9, 31);
    assert_eq!(title(&room.kiosk(SMALL)), "Tapez votre code");
    assert_eq!(room.house.app.now(), at(tuesday(), 9, 31));
}

#[test]
fn a_sitting_that_went_on_elsewhere_stays_there() {
    let (room, kiosk) = sitting("VU");
    drop(kiosk);
    let mut elsewhere = room.desk();
    let visit = elsewhere.enter_code("Poste 2", &room.code).unwrap().visit;
    elsewhere.begin_or_resume("Poste 2", visit).unwrap();
    assert_eq!(elsewhere.visit_to_return_to(STATION).unwrap(), None);
    assert_eq!(title(&room.kiosk(SMALL)), "Tapez votre code");
}
