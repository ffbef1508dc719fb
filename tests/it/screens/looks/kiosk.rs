//! Every screen of the kiosk.

use boussole::ui::theme::Kind;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::Walk;
use crate::screens::kiosk::own_page;
use crate::screens::kiosk::room::{
    Kiosk, Room, SMALL, come_back, come_to_question, enter, is_at_question, next, press, settle, shows, type_text,
};
use crate::screens::kiosk::voice::Computer;

fn choose(kiosk: &mut Kiosk, key: Key) {
    kiosk.key_press(key);
    settle(kiosk);
}

#[test]
fn from_the_code_to_the_end() {
    let mut walk = Walk::new(Kind::Kiosk, "kiosk-visit");
    let room = Room::with(&["lire-compter", "fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk.stop(&mut kiosk, "start");
    type_text(&mut kiosk, "000000");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "start-wrong");
    press(&mut kiosk, "Réservé à l\u{2019}équipe");
    walk.stop(&mut kiosk, "staff");
    type_text(&mut kiosk, "1357");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "staff-wrong");
    press(&mut kiosk, "Annuler");
    press(&mut kiosk, "Affichage");
    walk.stop(&mut kiosk, "display");
    press(&mut kiosk, "C\u{2019}est bien ainsi");
    press(&mut kiosk, "Aide");
    walk.stop(&mut kiosk, "start-help");
    press(&mut kiosk, "Fermer");
    type_text(&mut kiosk, &room.code);
    walk.stop(&mut kiosk, "start-typed");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "notice");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "today");
    enter(&mut kiosk);
    for page in 1..=3 {
        walk.stop(&mut kiosk, &format!("introduction-{page}"));
        enter(&mut kiosk);
    }
    walk.stop(&mut kiosk, "practice");
    choose(&mut kiosk, Key::Num2);
    walk.stop(&mut kiosk, "practice-chosen");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "correction");
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "question");
    press(&mut kiosk, "Aide");
    walk.stop(&mut kiosk, "help");
    press(&mut kiosk, "Pause");
    walk.stop(&mut kiosk, "pause");
    press(&mut kiosk, "Continuer");
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "J\u{2019}ai besoin d\u{2019}aide");
    walk.stop(&mut kiosk, "call");
    press(&mut kiosk, "Continuer");
    kiosk.get_by_role_and_label(Role::RadioButton, "Je ne sais pas").click();
    settle(&mut kiosk);
    walk.stop(&mut kiosk, "declined");
    press(&mut kiosk, "Valider");
    walk.stop(&mut kiosk, "noted");
    next(&mut kiosk);
    let disk = rusqlite::Connection::open(room.house.base_file()).unwrap();
    disk.execute_batch("CREATE TRIGGER full BEFORE INSERT ON sitting_event BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    kiosk.get_by_role_and_label(Role::RadioButton, "Je ne sais pas").click();
    settle(&mut kiosk);
    press(&mut kiosk, "Valider");
    walk.stop(&mut kiosk, "not-written");
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "Pause");
    walk.stop(&mut kiosk, "trouble");
    disk.execute_batch("DROP TRIGGER full").unwrap();
    drop(kiosk);
    walk.end();
}

#[test]
fn an_absence_a_block_and_the_ends() {
    let mut walk = Walk::new(Kind::Kiosk, "kiosk-ends");
    let room = Room::with(&["fatigue-travail", "conditions-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    for _ in 0..5 {
        type_text(&mut kiosk, "000000");
        enter(&mut kiosk);
    }
    walk.stop(&mut kiosk, "blocked");
    room.desk().release_station(room.house.counsellor, crate::support::STATION).unwrap();
    press(&mut kiosk, "Taper le code");
    come_back(&mut kiosk, &room.code);
    kiosk.run_steps(95 * 4);
    settle(&mut kiosk);
    assert!(shows(&kiosk, "Vous êtes toujours là"));
    walk.stop(&mut kiosk, "presence");
    press(&mut kiosk, "Oui, je continue");
    for _ in 0..18 {
        come_to_question(&mut kiosk);
        choose(&mut kiosk, Key::Num2);
        enter(&mut kiosk);
        next(&mut kiosk);
    }
    walk.stop(&mut kiosk, "end-next");
    enter(&mut kiosk);
    while !shows(&kiosk, "C\u{2019}est fini, merci") {
        come_to_question(&mut kiosk);
        choose(&mut kiosk, Key::Num2);
        enter(&mut kiosk);
        next(&mut kiosk);
    }
    walk.stop(&mut kiosk, "end");
    walk.end();
}

#[test]
fn a_badge_a_warm_up_and_a_window_that_died() {
    let mut walk = Walk::new(Kind::Kiosk, "kiosk-first");
    let room = Room::with(&["fatigue-travail"]).before_warm_up();
    let computer = Computer::that_speaks();
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    press(&mut kiosk, "J\u{2019}ai des images");
    walk.stop(&mut kiosk, "pictures");
    for picture in ["Tasse", "Maison", "Clé", "Poisson", "Vélo"] {
        press(&mut kiosk, picture);
    }
    walk.stop(&mut kiosk, "pictures-touched");
    press(&mut kiosk, "Commencer");
    walk.stop(&mut kiosk, "pictures-wrong");
    press(&mut kiosk, "J\u{2019}ai un code");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    press(&mut kiosk, "J\u{2019}ai compris");
    walk.stop(&mut kiosk, "warm-up");
    press(&mut kiosk, "Essayer");
    walk.stop(&mut kiosk, "warm-up-touch");
    press(&mut kiosk, "Touchez ici");
    walk.stop(&mut kiosk, "warm-up-touched");
    press(&mut kiosk, "Continuer");
    choose(&mut kiosk, Key::Num2);
    walk.stop(&mut kiosk, "warm-up-cards");
    press(&mut kiosk, "Valider");
    type_text(&mut kiosk, "oui");
    walk.stop(&mut kiosk, "warm-up-write");
    press(&mut kiosk, "Valider");
    walk.stop(&mut kiosk, "warm-up-listen");
    press(&mut kiosk, "Passer l\u{2019}essai");
    come_to_question(&mut kiosk);
    drop(kiosk);
    let mut kiosk = room.kiosk(SMALL);
    assert!(shows(&kiosk, "On continue"));
    walk.stop(&mut kiosk, "back");
    drop(kiosk);
    walk.end();
}

#[test]
fn a_person_hears_their_own_page() {
    let mut walk = Walk::new(Kind::Kiosk, "kiosk-own-page");
    let (room, synthesis) = Room::giving_back(&own_page::text());
    let computer = Computer::that_speaks();
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    press(&mut kiosk, "J\u{2019}ai compris");
    walk.stop(&mut kiosk, "today");
    press(&mut kiosk, "Ouvrir ma boussole");
    for page in 1..=8 {
        walk.stop(&mut kiosk, &format!("page-{page}"));
        press(&mut kiosk, "Suivant");
    }
    walk.stop(&mut kiosk, "end");
    press(&mut kiosk, "Revoir du début");
    press(&mut kiosk, "Aide");
    walk.stop(&mut kiosk, "help");
    press(&mut kiosk, "Fermer");
    kiosk.run_steps(95 * 4);
    settle(&mut kiosk);
    walk.stop(&mut kiosk, "presence");
    press(&mut kiosk, "Oui, je continue");
    drop(kiosk);
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    walk.stop(&mut kiosk, "back");
    press(&mut kiosk, "Continuer");
    room.desk().close_own_page(room.house.counsellor, synthesis).unwrap();
    press(&mut kiosk, "Suivant");
    walk.stop(&mut kiosk, "closed");
    press(&mut kiosk, "Continuer");
    walk.stop(&mut kiosk, "today-closed");
    walk.end();
}

/// Looks at questions of the definition that has every kind, on a computer that speaks: cards have the least room.
fn every_kind(name: &'static str, kinds: &[&str]) {
    let mut walk = Walk::new(Kind::Kiosk, name);
    let room = Room::with_every_kind();
    for kind in kinds {
        room.answer_before(kind);
        let computer = Computer::that_speaks();
        let mut kiosk = room.kiosk_with(SMALL, computer.folders());
        come_back(&mut kiosk, &room.code);
        walk.stop(&mut kiosk, kind);
        match *kind {
            "ACCORD" | "IMAGES" | "MATRICE" | "PIECE" | "PLI" => {
                choose(&mut kiosk, Key::Num2);
                walk.stop(&mut kiosk, &format!("{kind}-chosen"));
            }
            "PLUSIEURS" | "EXTREMES" | "ORDRE" => {
                choose(&mut kiosk, Key::Num1);
                choose(&mut kiosk, Key::Num3);
                walk.stop(&mut kiosk, &format!("{kind}-chosen"));
            }
            "MOT" => {
                type_text(&mut kiosk, "Élève");
                press(&mut kiosk, "Accents");
                walk.stop(&mut kiosk, "MOT-accents");
            }
            "RECIT" => {
                type_text(&mut kiosk, "J\u{2019}ai peint un mur.");
                walk.stop(&mut kiosk, "RECIT-typed");
            }
            "MESURE" => {
                type_text(&mut kiosk, "99");
                walk.stop(&mut kiosk, "MESURE-outside");
            }
            "TACHE" => {
                press(&mut kiosk, "Agence de Rivebelle\u{A0}: votre CV");
                walk.stop(&mut kiosk, "TACHE-view");
                kiosk.get_by_role_and_label(Role::Link, "Voir le site de l\u{2019}agence").click();
                settle(&mut kiosk);
                kiosk.get_by_role_and_label(Role::Tab, "Liste").click();
                settle(&mut kiosk);
                press(&mut kiosk, "Nouveau mail");
                walk.stop(&mut kiosk, "TACHE-form");
                kiosk.get_by_role_and_label(Role::TextInput, "À").click();
                settle(&mut kiosk);
                walk.stop(&mut kiosk, "TACHE-typing");
            }
            _ => {}
        }
    }
    walk.end();
}

#[test]
fn kinds_of_cards() {
    every_kind("kiosk-cards", &["PAGE", "ESSAI", "ACCORD", "VU", "IMAGES", "PLUSIEURS", "EXTREMES", "ORDRE"]);
}

#[test]
fn kinds_that_are_written() {
    every_kind("kiosk-written", &["MOT", "RECIT", "MESURE", "TACHE", "COMPTE", "SUITE", "CALCUL1"]);
}

#[test]
fn kinds_that_are_drawn() {
    every_kind("kiosk-drawn", &["MATRICE", "PIECE", "CUBES", "PLI", "TABLEAU", "BARRES"]);
}

#[test]
fn what_stands_between_questions() {
    let mut walk = Walk::new(Kind::Kiosk, "kiosk-between");
    let room = Room::with_every_kind();
    let computer = Computer::that_speaks();
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    type_text(&mut kiosk, &room.code);
    for _ in 0..12 {
        if is_at_question(&kiosk) {
            break;
        }
        enter(&mut kiosk);
    }
    choose(&mut kiosk, Key::Num2);
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "correction-words");
    press(&mut kiosk, "Continuer");
    walk.stop(&mut kiosk, "practice-figures");
    choose(&mut kiosk, Key::Num3);
    enter(&mut kiosk);
    walk.stop(&mut kiosk, "correction-figures");
    press(&mut kiosk, "C\u{2019}est parti");
    walk.stop(&mut kiosk, "section");
    drop(kiosk);
    room.answer_before("VU");
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    come_back(&mut kiosk, &room.code);
    press(&mut kiosk, "Revenir");
    walk.stop(&mut kiosk, "earlier");
    drop(kiosk);
    room.answer_before("SUITE");
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    come_back(&mut kiosk, &room.code);
    kiosk.run_steps(33 * 4);
    settle(&mut kiosk);
    walk.stop(&mut kiosk, "time-soon");
    for _ in 0..80 {
        kiosk.run_steps(1);
        settle(&mut kiosk);
        if shows(&kiosk, "Le temps est fini") {
            break;
        }
    }
    walk.stop(&mut kiosk, "time-up");
    kiosk.run_steps(16);
    settle(&mut kiosk);
    walk.stop(&mut kiosk, "section-time");
    walk.end();
}

/// Looks at questions of an assessment of the program, from an item on.
fn library(name: &'static str, looked_at: &[(&str, &str, usize)]) {
    let mut walk = Walk::new(Kind::Kiosk, name);
    for (assessment, from, n_questions) in looked_at {
        let room = Room::with(&[assessment]);
        room.answer_before(from);
        let computer = Computer::that_speaks();
        let mut kiosk = room.kiosk_with(SMALL, computer.folders());
        come_back(&mut kiosk, &room.code);
        for question in 1..=*n_questions {
            if shows(&kiosk, "C\u{2019}est fini, merci") {
                break;
            }
            if !is_at_question(&kiosk) {
                walk.stop(&mut kiosk, &format!("{assessment}-{from}-{question:02}-page"));
                come_to_question(&mut kiosk);
            }
            walk.stop(&mut kiosk, &format!("{assessment}-{from}-{question:02}"));
            if question < *n_questions {
                crate::screens::kiosk::library::pass(&mut kiosk);
            }
        }
    }
    walk.end();
}

#[test]
fn questionnaires() {
    library(
        "kiosk-questionnaires",
        &[
            ("grands-traits", "E1", 1),
            ("preferences", "EN1", 1),
            ("conditions-travail", "debout", 1),
            ("fatigue-travail", "RY1", 1),
            ("interets", "R1", 2),
            ("savoir-etre", "SO1", 2),
            ("style-travail", "PM0", 2),
            ("valeurs", "CLASSEMENT", 1),
        ],
    );
}

#[test]
fn tasks() {
    library("kiosk-tasks", &[("numerique", "RE1", 6)]);
}

#[test]
fn tests() {
    library(
        "kiosk-tests",
        &[
            ("raisonnement", "", 2),
            ("tableau-de-bord", "T1", 3),
            ("raisonnement-court", "EA", 3),
            ("apprendre", "T1", 3),
            ("lire-compter", "", 2),
        ],
    );
}
