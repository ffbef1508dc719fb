//! The first screen: digits, pictures, a scanner; wrong tries; every size and scheme.

use boussole::app::kiosk::CodeView;
use boussole::domain::badge::Pictogram;
use boussole::i18n::terms;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_scheme, choose_size, enter, is_disabled, press, settle, shoot, shows,
    type_text,
};

/// Amina, with her code as the desk shows it.
fn room() -> (Room, CodeView) {
    let mut room = Room::with(&["fatigue-travail"]);
    let code = room.house.app.make_code(room.house.facilitator, room.amina).unwrap();
    (room, code)
}

fn badge(code: &CodeView) -> Vec<String> {
    code.badge.unwrap().pictograms().iter().map(|one| terms::pictogram(*one)).collect()
}

fn touch_all(kiosk: &mut Kiosk, pictures: &[String]) {
    for picture in pictures {
        press(kiosk, picture);
    }
}

/// Presses the keys that a scanner presses, one event a frame or all at once.
fn scan(kiosk: &mut Kiosk, text: &str, at_once: bool) {
    for sign in text.chars() {
        kiosk.event(Event::Text(sign.to_string()));
        if !at_once {
            kiosk.step();
        }
    }
    kiosk.key_press(Key::Enter);
    settle(kiosk);
}

#[test]
fn pictures_touched_in_order_open_the_visit() {
    let (room, code) = room();
    let mut kiosk = room.kiosk(SMALL);
    press(&mut kiosk, "J\u{2019}ai des images");
    assert!(shows(&kiosk, "Touchez vos images dans l\u{2019}ordre") && is_disabled(&kiosk, "Commencer"));
    shoot(&mut kiosk, "pictures");
    let pictures = badge(&code);
    touch_all(&mut kiosk, &pictures[..3]);
    assert!(shows(&kiosk, &format!("Vos images\u{A0}: {}", pictures[..3].join(", "))));
    let first = kiosk.get_by_role_and_label(Role::Button, &pictures[0]);
    assert_eq!(first.accesskit_node().toggled(), Some(Toggled::True));
    shoot(&mut kiosk, "pictures-three");
    touch_all(&mut kiosk, &pictures[3..]);
    press(&mut kiosk, "Commencer");
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn a_picture_touched_by_mistake_is_taken_back() {
    let (room, code) = room();
    let mut kiosk = room.kiosk(SMALL);
    press(&mut kiosk, "J\u{2019}ai des images");
    let pictures = badge(&code);
    let other = Pictogram::ALL.map(terms::pictogram).into_iter().find(|name| !pictures.contains(name)).unwrap();
    press(&mut kiosk, &other);
    press(&mut kiosk, "Effacer");
    press(&mut kiosk, &other);
    press(&mut kiosk, &other);
    press(&mut kiosk, &other);
    kiosk.key_press(Key::Backspace);
    settle(&mut kiosk);
    touch_all(&mut kiosk, &pictures);
    press(&mut kiosk, "Commencer");
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn pictures_are_chosen_by_keyboard_alone() {
    let (room, code) = room();
    let mut kiosk = room.kiosk(SMALL);
    kiosk.get_by_role_and_label(Role::Button, "J\u{2019}ai des images").focus();
    kiosk.run();
    enter(&mut kiosk);
    for picture in badge(&code) {
        kiosk.get_by_role_and_label(Role::Button, &picture).focus();
        kiosk.run();
        kiosk.key_press(Key::Space);
        settle(&mut kiosk);
    }
    kiosk.get_by_role_and_label(Role::Button, "Commencer").focus();
    kiosk.run();
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn wrong_pictures_and_wrong_digits_are_counted_together() {
    let (room, code) = room();
    let mut kiosk = room.kiosk(SMALL);
    type_text(&mut kiosk, if room.code == "000000" { "111111" } else { "000000" });
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Il reste 4 essais."));
    press(&mut kiosk, "J\u{2019}ai des images");
    // The right pictures in another order.
    let mut turned = badge(&code);
    turned.reverse();
    for left in ["Il reste 3 essais.", "Il reste 2 essais.", "Il reste 1 essai."] {
        touch_all(&mut kiosk, &turned);
        press(&mut kiosk, "Commencer");
        assert!(shows(&kiosk, &format!("Ces images sont inconnues. {left}")));
    }
    shoot(&mut kiosk, "pictures-wrong");
    touch_all(&mut kiosk, &turned);
    press(&mut kiosk, "Commencer");
    assert!(shows(&kiosk, "Demandez à votre conseiller"));
    press(&mut kiosk, "Taper le code");
    touch_all(&mut kiosk, &badge(&code));
    press(&mut kiosk, "Commencer");
    assert!(shows(&kiosk, "Demandez à votre conseiller"), "the right ones open nothing while it is blocked");
}

#[test]
fn a_scanner_opens_the_visit_from_either_entry_and_whatever_has_the_focus() {
    for (focused, at_once) in [(None, true), (Some("Aide"), false), (Some("J\u{2019}ai un code"), true)] {
        let (room, code) = room();
        let mut kiosk = room.kiosk(SMALL);
        if focused.is_some_and(|name| name.contains("code")) {
            press(&mut kiosk, "J\u{2019}ai des images");
            press(&mut kiosk, &badge(&code)[0]);
        } else {
            type_text(&mut kiosk, "12");
        }
        if let Some(name) = focused {
            kiosk.get_by_role_and_label(Role::Button, name).focus();
            kiosk.run();
        }
        scan(&mut kiosk, &format!("BOUSSOLE-{}", room.code), at_once);
        assert!(shows(&kiosk, "Bonjour Amina"), "{focused:?}");
    }
}

#[test]
fn a_scanner_set_for_another_keyboard_is_understood() {
    let (room, _) = room();
    let mut kiosk = room.kiosk(SMALL);
    // What an American scanner gives on a French keyboard: digits without Shift.
    let row = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
    let typed: String = room.code.bytes().map(|digit| row[usize::from(digit - b'0')]).collect();
    scan(&mut kiosk, &format!("BOUSSOLE){typed}"), false);
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn a_scanner_opens_the_visit_behind_an_open_dialog_but_types_no_staff_code() {
    let (room, _) = room();
    let mut kiosk = room.kiosk(SMALL);
    press(&mut kiosk, "Aide");
    scan(&mut kiosk, &format!("BOUSSOLE-{}", room.code), false);
    assert!(shows(&kiosk, "Bonjour Amina") && !shows(&kiosk, "Besoin d\u{2019}aide"));
    press(&mut kiosk, "C\u{2019}est une autre personne");
    press(&mut kiosk, "Réservé à l\u{2019}équipe");
    scan(&mut kiosk, &format!("BOUSSOLE-{}", room.code), false);
    assert!(shows(&kiosk, "Code de l\u{2019}équipe") && !shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn the_first_screen_fits_at_every_size_in_every_scheme() {
    let (room, code) = room();
    let pictures = badge(&code);
    for size in ["100", "125", "150", "200"] {
        for scheme in ["Clair", "Sombre", "Contraste"] {
            let mut kiosk = room.kiosk(SMALL);
            choose_size(&mut kiosk, size);
            choose_scheme(&mut kiosk, scheme);
            type_text(&mut kiosk, "12");
            shoot(&mut kiosk, &format!("start-{size}-{scheme}-digits"));
            assert_fits(&kiosk, &format!("{size} {scheme}: digits"));
            press(&mut kiosk, "J\u{2019}ai des images");
            touch_all(&mut kiosk, &pictures[..2]);
            shoot(&mut kiosk, &format!("start-{size}-{scheme}-pictures"));
            assert_fits(&kiosk, &format!("{size} {scheme}: pictures"));
        }
    }
    let mut kiosk = room.kiosk_1080();
    press(&mut kiosk, "J\u{2019}ai des images");
    touch_all(&mut kiosk, &pictures[..4]);
    shoot(&mut kiosk, "start-1080-pictures");
    assert_fits(&kiosk, "1080: pictures");
}
