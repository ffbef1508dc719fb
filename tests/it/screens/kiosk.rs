//! The kiosk, from the code to « Au revoir », on a real base.
//!
//! `BOUSSOLE_SHOTS=/tmp/shots cargo test --test it screens::kiosk` writes the pictures to look at.

mod comfort;
mod course;
mod hand;
mod kinds;
pub mod library;
pub mod own_page;
mod preview;
mod returning;
pub mod room;
mod seen;
mod sitting;
mod start;
mod storm;
mod traces;
pub mod voice;
mod warm_up;
mod ways;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;

use room::{
    Kiosk, Room, SMALL, STAFF_CODE, STATION, assert_fits, choose_size, enter, is_disabled, next, press, settle, shoot,
    shows, type_text, walk_to_first_question,
};

/// Lets that many seconds pass without a touch.
fn wait(kiosk: &mut Kiosk, seconds: usize) {
    kiosk.run_steps(seconds * 4);
    settle(kiosk);
}

#[test]
fn a_wrong_code_says_how_many_tries_are_left() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    assert!(is_disabled(&kiosk, "Commencer"));
    type_text(&mut kiosk, "000000");
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Ce code est inconnu. Il reste 4 essais."));
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn the_fifth_wrong_code_asks_for_the_counsellor_until_the_desk_releases() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    for _ in 0..5 {
        type_text(&mut kiosk, "000000");
        enter(&mut kiosk);
    }
    assert!(shows(&kiosk, "Demandez à votre conseiller"));
    shoot(&mut kiosk, "blocked");
    press(&mut kiosk, "Taper le code");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Demandez à votre conseiller"));
    room.desk().release_station(room.house.counsellor, STATION).unwrap();
    press(&mut kiosk, "Taper le code");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Bonjour Amina"));
}

#[test]
fn after_90_seconds_the_question_is_hidden_and_after_180_the_code_is_asked() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    kiosk.key_press(Key::Num3);
    kiosk.run();
    enter(&mut kiosk);
    next(&mut kiosk);
    assert!(shows(&kiosk, "Question 2 sur 18"));
    let question = "Devoir aller très vite me fatigue.";
    assert!(!shows(&kiosk, question));
    wait(&mut kiosk, 80);
    assert!(shows(&kiosk, "Question 2 sur 18"));
    wait(&mut kiosk, 15);
    shoot(&mut kiosk, "still-there");
    assert!(shows(&kiosk, "Vous êtes toujours là"));
    assert!(!shows(&kiosk, "Question 2 sur 18"));
    press(&mut kiosk, "Oui, je continue");
    assert!(shows(&kiosk, "Question 2 sur 18"));
    wait(&mut kiosk, 185);
    assert!(shows(&kiosk, "Tapez votre code"));
    assert!(!shows(&kiosk, "Amina"));
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "1 réponse donnée sur 18"));
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Question 2 sur 18"));
}

#[test]
fn another_person_goes_back_to_the_code() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    press(&mut kiosk, "C\u{2019}est une autre personne");
    assert!(shows(&kiosk, "Tapez votre code") && !shows(&kiosk, "Amina"));
}

#[test]
fn the_looks_chosen_by_a_person_leave_with_them() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    for (choice, name) in [("Sombre", "dark"), ("Contraste", "contrast"), ("Dyslexie", "dyslexia")] {
        press(&mut kiosk, "Affichage");
        kiosk.get_by_role_and_label(Role::RadioButton, choice).click();
        settle(&mut kiosk);
        press(&mut kiosk, "C\u{2019}est bien ainsi");
        shoot(&mut kiosk, &format!("start-{name}"));
        walk_to_first_question(&mut kiosk, &room.code);
        if name == "dyslexia" {
            kiosk.key_press(Key::Num3);
            kiosk.run();
        }
        shoot(&mut kiosk, &format!("question-{name}"));
        press(&mut kiosk, "Aide");
        press(&mut kiosk, "Pause");
        press(&mut kiosk, "Arrêter ici");
        let look = boussole::ui::theme::Look::of(&kiosk.ctx);
        assert_eq!(look.appearance, boussole::ui::theme::Appearance::default());
    }
}

#[test]
fn a_larger_screen_shows_the_same_layout_larger() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk_1080();
    let zooms: Vec<f32> = (0..6)
        .map(|_| {
            kiosk.step();
            kiosk.ctx.zoom_factor()
        })
        .collect();
    assert!(zooms[2..].iter().all(|zoom| *zoom == 1.4), "{zooms:?}");
    shoot(&mut kiosk, "start-1080");
    assert_fits(&kiosk, "1080");
}

#[test]
fn only_the_staff_code_closes_the_kiosk() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    let closes = |kiosk: &Kiosk, command: &ViewportCommand| {
        kiosk.output().viewport_output[&ViewportId::ROOT].commands.contains(command)
    };
    kiosk.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().events.push(ViewportEvent::Close);
    kiosk.step();
    assert!(closes(&kiosk, &ViewportCommand::CancelClose));
    settle(&mut kiosk);
    assert!(shows(&kiosk, "Code de l\u{2019}équipe"));
    type_text(&mut kiosk, "1357");
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Ce code est inconnu. Tapez-le encore."));
    type_text(&mut kiosk, STAFF_CODE);
    shoot(&mut kiosk, "staff");
    assert!(!shows(&kiosk, STAFF_CODE));
    kiosk.key_press(Key::Enter);
    let closed = (0..200).any(|_| {
        kiosk.step();
        std::thread::sleep(std::time::Duration::from_millis(2));
        closes(&kiosk, &ViewportCommand::Close)
    });
    assert!(closed);
}

#[test]
fn after_six_wrong_staff_codes_the_kiosk_says_from_when_it_takes_one() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    press(&mut kiosk, "Réservé à l\u{2019}équipe");
    for _ in 0..6 {
        type_text(&mut kiosk, "1357");
        enter(&mut kiosk);
    }
    assert!(shows(&kiosk, "Trop de codes faux. Essayez à partir de 9"));
    shoot(&mut kiosk, "staff-rests");
    type_text(&mut kiosk, STAFF_CODE);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Trop de codes faux") && shows(&kiosk, "Code de l\u{2019}équipe"));
}

/// The sizes of letters that a person may choose.
const SIZES: [&str; 4] = ["100", "125", "150", "200"];

#[test]
fn every_screen_fits_up_to_125_percent() {
    let room = Room::with(&["lire-compter", "fatigue-travail"]);
    for name in SIZES {
        let mut kiosk = room.kiosk(SMALL);
        choose_size(&mut kiosk, name);
        let mut step = 0;
        let mut look = |kiosk: &mut Kiosk| {
            step += 1;
            shoot(kiosk, &format!("{name}-{step:02}"));
            if matches!(name, "100" | "125") {
                assert_fits(kiosk, &format!("{name}-{step:02}"));
            }
        };
        look(&mut kiosk);
        type_text(&mut kiosk, "000000");
        enter(&mut kiosk);
        look(&mut kiosk);
        press(&mut kiosk, "Réservé à l\u{2019}équipe");
        look(&mut kiosk);
        press(&mut kiosk, "Annuler");
        type_text(&mut kiosk, &room.code);
        enter(&mut kiosk);
        look(&mut kiosk);
        if shows(&kiosk, "compris") {
            enter(&mut kiosk);
            look(&mut kiosk);
        }
        enter(&mut kiosk);
        if shows(&kiosk, "Pourquoi") {
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            kiosk.key_press(Key::Num2);
            kiosk.run();
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
        }
        look(&mut kiosk);
        press(&mut kiosk, "Aide");
        look(&mut kiosk);
        press(&mut kiosk, "Fermer");
        press(&mut kiosk, "Affichage");
        look(&mut kiosk);
        press(&mut kiosk, "C\u{2019}est bien ainsi");
        for _ in 0..3 {
            kiosk.get_by_role_and_label(Role::RadioButton, "Je ne sais pas").click();
            kiosk.run();
            press(&mut kiosk, "Valider");
            look(&mut kiosk);
            next(&mut kiosk);
            look(&mut kiosk);
        }
        press(&mut kiosk, "Aide");
        press(&mut kiosk, "Pause");
        press(&mut kiosk, "Arrêter ici");
    }
}
