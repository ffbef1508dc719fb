//! The assessments that the program brings: their screens fit, whatever they ask.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_size, come_back, come_to_question, is_at_question, next, press, settle,
    shoot, shows,
};
use super::voice::Computer;

/// Passes the question on screen, with whatever stands for no answer.
pub fn pass(kiosk: &mut Kiosk) {
    for words in ["Je ne sais pas", "Je préfère ne pas répondre"] {
        if kiosk.query_by_role_and_label(Role::RadioButton, words).is_some() {
            kiosk.get_by_role_and_label(Role::RadioButton, words).click();
            settle(kiosk);
            press(kiosk, "Valider");
            next(kiosk);
            return;
        }
    }
    press(kiosk, "Continuer");
    next(kiosk);
}

/// Looks at the screens of some questions, from an item on; the answers before it are given without their screens.
fn look(assessment: &str, from: &str, n_questions: usize) {
    for percent in ["100", "125"] {
        let room = Room::with(&[assessment]);
        room.answer_before(from);
        // With speakers on its cards a screen has the least room.
        let computer = Computer::that_speaks();
        let mut kiosk = room.kiosk_with(SMALL, computer.folders());
        choose_size(&mut kiosk, percent);
        come_back(&mut kiosk, &room.code);
        // What fits larger fits: one screen is enough at the normal size.
        let n_questions = if percent == "100" { 1 } else { n_questions };
        for question in 1..=n_questions {
            if shows(&kiosk, "C\u{2019}est fini, merci") {
                break;
            }
            if !is_at_question(&kiosk) {
                let name = format!("{assessment}-{percent}-{from}-{question:02}-page");
                shoot(&mut kiosk, &name);
                assert_fits(&kiosk, &name);
                come_to_question(&mut kiosk);
            }
            let name = format!("{assessment}-{percent}-{from}-{question:02}");
            shoot(&mut kiosk, &name);
            assert_fits(&kiosk, &name);
            if question < n_questions {
                pass(&mut kiosk);
            }
        }
    }
}

// The cards of a scale begin below the longest question, the same on every screen: one screen stands for all.

#[test]
fn scales_of_sentences_fit() {
    for (assessment, first) in
        [("grands-traits", "E1"), ("preferences", "EN1"), ("conditions-travail", "debout"), ("fatigue-travail", "RY1")]
    {
        look(assessment, first, 1);
    }
}

#[test]
fn interests_with_pictures_fit() {
    look("interets", "R1", 2);
}

#[test]
fn tasks_fit() {
    look("numerique", "RE1", 16);
}

#[test]
fn situations_fit() {
    look("savoir-etre", "SO1", 12);
}

#[test]
fn the_most_and_the_least_fit() {
    look("style-travail", "PM0", 3);
}

#[test]
fn a_ranking_of_ten_cards_fits() {
    look("valeurs", "CLASSEMENT", 1);
}

#[test]
fn an_adaptive_test_fits() {
    look("raisonnement", "", 4);
}

#[test]
fn boards_and_objects_to_count_fit() {
    look("tableau-de-bord", "T1", 16);
}

#[test]
fn figures_pieces_and_foldings_fit() {
    look("raisonnement-court", "F2", 4);
    look("raisonnement-court", "EA", 7);
    look("raisonnement", "F01", 3);
}

#[test]
fn explained_rules_fit() {
    look("apprendre", "T1", 7);
}
