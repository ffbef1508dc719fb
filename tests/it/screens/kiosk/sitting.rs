//! Whole sittings: by keyboard only, by mouse only, and when the disk refuses.

use boussole::domain::roadmap::Outcome;
use eframe::egui::Key;
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_size, enter, is_disabled, next, press, shoot, shows, type_text,
    walk_to_first_question, walk_to_practice,
};

fn steps_done(room: &Room) -> usize {
    let file = room.desk().participant_file(room.house.counsellor, room.amina).unwrap();
    let steps = file.roadmap.unwrap().steps;
    steps.iter().filter(|step| matches!(step.outcome, Outcome::Done { .. })).count()
}

fn is_chosen(kiosk: &Kiosk, answer: &str) -> bool {
    kiosk.get_by_role_and_label(Role::RadioButton, answer).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn a_whole_assessment_is_taken_by_keyboard_only() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    for question in 1..=18 {
        assert!(shows(&kiosk, &format!("Question {question} sur 18")), "question {question}");
        kiosk.key_press(Key::Num5);
        kiosk.run();
        kiosk.key_press(Key::Num2);
        kiosk.run();
        assert!(is_chosen(&kiosk, "Rarement") && !is_chosen(&kiosk, "Très souvent"));
        enter(&mut kiosk);
        assert!(shows(&kiosk, "C\u{2019}est noté"));
        next(&mut kiosk);
    }
    assert!(shows(&kiosk, "C\u{2019}est fini, merci"));
    shoot(&mut kiosk, "end");
    assert_eq!(steps_done(&room), 1);
    enter(&mut kiosk);
    // Nothing of the person is left in what a screen reader sees.
    assert!(shows(&kiosk, "Tapez votre code"));
    for word in ["Amina", "fatigue", "Rarement", "merci"] {
        assert!(!shows(&kiosk, word), "{word}");
    }
    let code = kiosk.get_by_role_and_label(Role::TextInput, "Tapez votre code");
    assert_eq!(code.accesskit_node().value().unwrap_or_default(), "");
}

#[test]
fn a_whole_assessment_is_taken_by_mouse_only() {
    let room = Room::with(&["lire-compter", "fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    for digit in room.code.chars() {
        press(&mut kiosk, &format!("Chiffre {digit}"));
    }
    for button in ["Commencer", "J\u{2019}ai compris", "Commencer", "Continuer", "Continuer", "Essayer un exemple"] {
        press(&mut kiosk, button);
    }
    kiosk.get_by_role_and_label(Role::RadioButton, "À 9 h").click();
    kiosk.run();
    press(&mut kiosk, "Valider");
    assert!(shows(&kiosk, "La bonne réponse est 10 h."));
    press(&mut kiosk, "C\u{2019}est parti");
    for question in 1..=16 {
        assert!(shows(&kiosk, &format!("Question {question} sur 16")), "question {question}");
        assert!(is_disabled(&kiosk, "Valider"));
        if kiosk.query_by_role_and_label(Role::Button, "Chiffre 3").is_some() {
            press(&mut kiosk, "Chiffre 3");
        } else {
            kiosk.get_all_by_role(Role::RadioButton).next().unwrap().click();
            kiosk.run();
        }
        press(&mut kiosk, "Valider");
        next(&mut kiosk);
    }
    assert!(shows(&kiosk, "C\u{2019}est fini, merci") && shows(&kiosk, "Ce qui me fatigue au travail"));
    shoot(&mut kiosk, "end-next");
    assert_eq!(steps_done(&room), 1);
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Pourquoi"));
}

#[test]
fn an_answer_that_the_disk_refuses_stays_on_screen_and_is_tried_again() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    kiosk.key_press(Key::Num4);
    kiosk.run();
    let disk = rusqlite::Connection::open(room.house.base_file()).unwrap();
    disk.execute_batch("CREATE TRIGGER full BEFORE INSERT ON sitting_event BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    press(&mut kiosk, "Valider");
    assert!(shows(&kiosk, "La réponse attend.") && is_chosen(&kiosk, "Souvent"));
    shoot(&mut kiosk, "failed");
    disk.execute_batch("DROP TRIGGER full").unwrap();
    press(&mut kiosk, "Réessayer");
    assert!(shows(&kiosk, "C\u{2019}est noté"));
    next(&mut kiosk);
    assert!(shows(&kiosk, "Question 2 sur 18"));
}

#[test]
fn a_number_is_typed_and_must_lie_within_its_bounds() {
    let room = Room::with(&["lire-compter"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    kiosk.key_press(Key::Num3);
    kiosk.run();
    enter(&mut kiosk);
    next(&mut kiosk);
    type_text(&mut kiosk, "16000");
    assert!(shows(&kiosk, "Écrivez un nombre de 0 à 999.") && is_disabled(&kiosk, "Valider"));
    shoot(&mut kiosk, "number-outside");
    press(&mut kiosk, "Effacer");
    press(&mut kiosk, "Effacer");
    type_text(&mut kiosk, ".5");
    let display = kiosk.get_by_role_and_label(Role::TextInput, "Votre nombre objets");
    assert_eq!(display.accesskit_node().value().as_deref(), Some("160,5"));
    shoot(&mut kiosk, "number");
    enter(&mut kiosk);
    next(&mut kiosk);
    assert!(shows(&kiosk, "Question 3 sur 16"));
}

#[test]
fn every_question_on_a_document_fits_up_to_125_percent() {
    for percent in ["100", "125"] {
        let room = Room::with(&["lire-compter"]);
        let mut kiosk = room.kiosk(SMALL);
        choose_size(&mut kiosk, percent);
        walk_to_practice(&mut kiosk, &room.code);
        assert_fits(&kiosk, &format!("{percent}: practice"));
        kiosk.key_press(Key::Num2);
        kiosk.run();
        enter(&mut kiosk);
        enter(&mut kiosk);
        for question in 1..=16 {
            shoot(&mut kiosk, &format!("lire-compter-{percent}-{question:02}"));
            assert_fits(&kiosk, &format!("{percent}: question {question}"));
            kiosk.get_by_role_and_label(Role::RadioButton, "Je ne sais pas").click();
            kiosk.run();
            enter(&mut kiosk);
            next(&mut kiosk);
        }
    }
}
