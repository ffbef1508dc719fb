//! The course of a sitting: parts, training, going back, pauses, calls, clocks, tiredness; and one whole definition.

use boussole::app::theme::Tokens;
use boussole::domain::person::ExtraTime;
use boussole::domain::response::{Answer, Missing, Response};
use boussole::ui::desk::DeskApp;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::room::{
    EVERY_KIND, Kiosk, Room, SMALL, assert_fits, come_back, come_to_question, confirm, enter, is_at_question,
    is_disabled, let_pass, next, press, settle, shoot, shows, type_text, walk_to_practice,
};
use crate::screens::raster::CpuRenderer;
use crate::support::{House, folder_to_look_at};

fn at(item: &str) -> (Room, Kiosk) {
    let room = Room::with_every_kind();
    room.answer_before(item);
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    (room, kiosk)
}

fn choose(kiosk: &mut Kiosk, key: Key) {
    kiosk.key_press(key);
    settle(kiosk);
}

#[test]
fn two_practice_items_are_corrected_one_after_the_other_and_a_part_is_announced() {
    let room = Room::with_every_kind();
    let mut kiosk = room.kiosk(SMALL);
    walk_to_practice(&mut kiosk, &room.code);
    assert!(shows(&kiosk, "Quel jour suit lundi"));
    choose(&mut kiosk, Key::Num2);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "C\u{2019}était un exemple") && shows(&kiosk, "Jeudi") && shows(&kiosk, "Mardi"));
    shoot(&mut kiosk, "correction-words");
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Touchez la figure qui manque."));
    choose(&mut kiosk, Key::Num3);
    enter(&mut kiosk);
    assert!(kiosk.query_by_role_and_label(Role::Image, "Réponse 3").is_some());
    shoot(&mut kiosk, "correction-figures");
    assert_fits(&kiosk, "correction of figures");
    press(&mut kiosk, "C\u{2019}est parti");
    assert!(shows(&kiosk, "Partie 1 sur 5") && shows(&kiosk, "J\u{2019}essaie"));
    shoot(&mut kiosk, "section");
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Étape 1 sur"));
}

#[test]
fn a_training_item_is_corrected_and_the_next_part_follows() {
    let (_room, mut kiosk) = at("ESSAI");
    choose(&mut kiosk, Key::Num1);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "La maison a un toit."));
    assert!(kiosk.query_by_role_and_label(Role::Image, "Une maison").is_some());
    shoot(&mut kiosk, "correction-training");
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Partie 2 sur 5") && shows(&kiosk, "Des cartes"));
}

#[test]
fn an_earlier_answer_is_seen_again_changed_and_one_comes_back() {
    let (room, mut kiosk) = at("VU");
    choose(&mut kiosk, Key::Num2);
    press(&mut kiosk, "Revenir");
    assert!(shows(&kiosk, "J\u{2019}aime travailler dehors.") && shows(&kiosk, "votre réponse est gardée"));
    shoot(&mut kiosk, "earlier");
    choose(&mut kiosk, Key::Num5);
    confirm(&mut kiosk);
    assert!(shows(&kiosk, "Range sa place avant de partir."));
    assert!(!is_disabled(&kiosk, "Valider"), "what was chosen here is still chosen");
    assert_eq!(room.answers()["ACCORD"], Response::Given(Answer::Point(5.0)));
    confirm(&mut kiosk);
    assert_eq!(room.answers()["VU"], Response::Given(Answer::Point(1.0)));
}

#[test]
fn a_pause_hides_the_question_and_stops_its_clock() {
    let (room, mut kiosk) = at("SUITE");
    assert!(kiosk.query_by_role_and_label(Role::ProgressIndicator, "Temps qui reste").is_some());
    type_text(&mut kiosk, "1");
    press(&mut kiosk, "Aide");
    shoot(&mut kiosk, "help");
    press(&mut kiosk, "Pause");
    assert!(shows(&kiosk, "C\u{2019}est la pause") && !shows(&kiosk, "Quel nombre vient ensuite"));
    shoot(&mut kiosk, "pause");
    let_pass(&mut kiosk, 60);
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Quel nombre vient ensuite"));
    let display = kiosk.get_by_role_and_label(Role::TextInput, "Votre nombre");
    assert_eq!(display.accesskit_node().value().as_deref(), Some("1"));
    assert!(!room.answers().contains_key("SUITE"));
}

#[test]
fn a_pause_made_by_the_desk_keeps_what_was_chosen() {
    let room = Room::with_every_kind();
    let sitting = room.answer_before("VU").sitting;
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    choose(&mut kiosk, Key::Num2);
    room.desk().pause_for(room.house.counsellor, sitting).unwrap();
    press(&mut kiosk, "Valider");
    assert!(shows(&kiosk, "C\u{2019}est la pause") && !room.answers().contains_key("VU"));
    press(&mut kiosk, "Continuer");
    confirm(&mut kiosk);
    assert_eq!(room.answers()["VU"], Response::Given(Answer::Point(1.0)));
}

#[test]
fn a_call_reaches_the_desk_and_the_person_goes_on_after_it() {
    let (room, mut kiosk) = at("CALCUL1");
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "J\u{2019}ai besoin d\u{2019}aide");
    assert!(shows(&kiosk, "Quelqu\u{2019}un arrive"));
    shoot(&mut kiosk, "call");
    let calls = |room: &Room| {
        let stations = room.desk().stations(room.house.counsellor).unwrap();
        stations.iter().filter(|station| station.sitting.as_ref().is_some_and(|s| s.calls_since.is_some())).count()
    };
    assert_eq!(calls(&room), 1);
    let mut desk = desk_of(&room);
    assert!(desk.query_all_by_label_contains("Appelle depuis").next().is_some());
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        desk.render().unwrap().save(folder.join("desk-call.png")).unwrap();
    }
    // Who waits is not locked out.
    let_pass(&mut kiosk, 200);
    press(&mut kiosk, "Continuer");
    assert_eq!(calls(&room), 0);
    assert!(shows(&kiosk, "2 cartons de 6"));
}

/// Lets the kiosk look at the base once more, a little after four seconds.
fn glance(kiosk: &mut Kiosk) {
    for _ in 0..20 {
        kiosk.step();
        std::thread::sleep(std::time::Duration::from_millis(4));
    }
    settle(kiosk);
}

#[test]
fn what_the_desk_holds_and_lets_go_on_is_seen_without_a_touch() {
    let room = Room::with_every_kind();
    let sitting = room.answer_before("VU").sitting;
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    choose(&mut kiosk, Key::Num2);
    room.desk().pause_for(room.house.counsellor, sitting).unwrap();
    glance(&mut kiosk);
    assert!(shows(&kiosk, "C\u{2019}est la pause"));
    room.desk().resume_for(room.house.counsellor, sitting).unwrap();
    glance(&mut kiosk);
    assert!(shows(&kiosk, "Range sa place avant de partir."));
    assert!(!is_disabled(&kiosk, "Valider"), "what was chosen is still chosen");
}

#[test]
fn a_call_that_the_desk_answers_brings_the_question_back() {
    let (room, mut kiosk) = at("CALCUL1");
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "J\u{2019}ai besoin d\u{2019}aide");
    let sitting = room.desk().stations(room.house.counsellor).unwrap()[0].sitting.clone().unwrap().sitting;
    room.desk().resume_for(room.house.facilitator, sitting).unwrap();
    glance(&mut kiosk);
    assert!(shows(&kiosk, "2 cartons de 6"));
}

#[test]
fn after_three_minutes_without_a_touch_a_call_stays_and_the_question_asks_who_is_there() {
    let (room, mut kiosk) = at("CALCUL1");
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "J\u{2019}ai besoin d\u{2019}aide");
    let_pass(&mut kiosk, 200);
    assert!(shows(&kiosk, "Quelqu\u{2019}un arrive") && !shows(&kiosk, "2 cartons de 6"));
    let sitting = room.desk().stations(room.house.counsellor).unwrap()[0].sitting.clone().unwrap();
    assert!(sitting.calls_since.is_some(), "the call is still listed");
    room.desk().resume_for(room.house.facilitator, sitting.sitting).unwrap();
    glance(&mut kiosk);
    assert!(shows(&kiosk, "Vous êtes toujours là") && !shows(&kiosk, "2 cartons de 6"));
    press(&mut kiosk, "Oui, je continue");
    assert!(shows(&kiosk, "2 cartons de 6"));
}

#[test]
fn a_question_that_the_desk_takes_out_leaves_the_screen() {
    let (room, mut kiosk) = at("CALCUL1");
    let question = room.desk().stations(room.house.counsellor).unwrap()[0].sitting.clone().unwrap();
    let item = question.current.unwrap().item;
    room.desk().neutralise(room.house.counsellor, question.sitting, &item, "Illisible").unwrap();
    glance(&mut kiosk);
    assert!(!shows(&kiosk, "2 cartons de 6"));
    come_to_question(&mut kiosk);
}

#[test]
fn an_answer_to_a_question_taken_out_goes_on_with_the_next_and_begins_nothing_again() {
    let (room, mut kiosk) = at("CALCUL1");
    type_text(&mut kiosk, "1");
    let before = room.answers().len();
    let question = room.desk().stations(room.house.counsellor).unwrap()[0].sitting.clone().unwrap();
    let item = question.current.unwrap().item;
    room.desk().neutralise(room.house.counsellor, question.sitting, &item, "Illisible").unwrap();
    press(&mut kiosk, "Valider");
    next(&mut kiosk);
    assert!(!shows(&kiosk, "2 cartons de 6") && room.answers().len() == before);
    come_to_question(&mut kiosk);
}

#[test]
fn looking_at_the_base_writes_nothing() {
    let (room, mut kiosk) = at("ACCORD");
    let written = || {
        let store = boussole::store::Store::open(&room.house.base_file()).unwrap();
        let base = store.base();
        let sitting = base.sittings_of(room.amina).unwrap()[0].id;
        (base.events(sitting).unwrap().len(), base.audit_count().unwrap())
    };
    let before = written();
    let_pass(&mut kiosk, 60);
    assert_eq!(written(), before);
}

/// Opens the desk's home beside the kiosk.
fn desk_of(room: &Room) -> Harness<'static, DeskApp> {
    let (app, login) = (room.desk(), room.house.counsellor);
    let mut desk = Harness::builder()
        .with_size([1366.0, 820.0])
        .renderer(CpuRenderer::default())
        .build_eframe(move |cc| DeskApp::logged_in(&cc.egui_ctx, app, &Tokens::embedded().unwrap(), login));
    for _ in 0..200 {
        desk.step();
        if !desk.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    desk.run_steps(2);
    desk
}

#[test]
fn the_time_of_a_question_warns_once_ends_and_goes_on() {
    let (room, mut kiosk) = at("SUITE");
    let_pass(&mut kiosk, 20);
    assert!(!shows(&kiosk, "Bientôt fini"));
    let_pass(&mut kiosk, 12);
    assert!(shows(&kiosk, "Bientôt fini"));
    shoot(&mut kiosk, "time-soon");
    for _ in 0..40 {
        kiosk.run_steps(1);
        settle(&mut kiosk);
        if shows(&kiosk, "Le temps est fini") {
            break;
        }
    }
    shoot(&mut kiosk, "time-up");
    assert_eq!(room.answers()["SUITE"], Response::Missing(Missing::TimeRanOut));
    let_pass(&mut kiosk, 3);
    assert!(shows(&kiosk, "Vous avez 1 minute pour cette partie."));
    shoot(&mut kiosk, "section-time");
    press(&mut kiosk, "Continuer");
    assert!(kiosk.query_by_role_and_label(Role::ProgressIndicator, "Temps qui reste").is_some());
}

#[test]
fn the_time_spent_is_not_given_again_after_a_restart() {
    let (room, mut kiosk) = at("SUITE");
    let_pass(&mut kiosk, 25);
    drop(kiosk);
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    assert!(!shows(&kiosk, "Bientôt fini"));
    let_pass(&mut kiosk, 9);
    assert!(shows(&kiosk, "Bientôt fini"));
}

#[test]
fn who_has_no_limit_sees_no_clock() {
    let room = Room::furnished(House::with_definition(EVERY_KIND), &[EVERY_KIND], ExtraTime::Unlimited);
    room.answer_before("SUITE");
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    assert!(!shows(&kiosk, "Temps qui reste"));
    let_pass(&mut kiosk, 60);
    assert!(shows(&kiosk, "Quel nombre vient ensuite"));
}

#[test]
fn after_twenty_minutes_a_pause_is_offered_between_two_questions() {
    let (_room, mut kiosk) = at("ACCORD");
    for _ in 0..20 {
        let_pass(&mut kiosk, 60);
        choose(&mut kiosk, Key::Num3);
    }
    assert!(shows(&kiosk, "J\u{2019}aime travailler dehors."), "never in the middle of a question");
    confirm(&mut kiosk);
    assert!(shows(&kiosk, "Un moment pour souffler"));
    shoot(&mut kiosk, "breather");
    press(&mut kiosk, "Faire une pause");
    assert!(shows(&kiosk, "C\u{2019}est la pause"));
    press(&mut kiosk, "Continuer");
    if shows(&kiosk, "Un moment pour souffler") {
        press(&mut kiosk, "Continuer");
    }
    assert!(shows(&kiosk, "Range sa place avant de partir."));
}

#[test]
fn every_kind_is_answered_by_keyboard_only_from_the_first_to_the_last() {
    let room = Room::with_every_kind();
    let mut kiosk = room.kiosk(SMALL);
    walk_to_practice(&mut kiosk, &room.code);
    let mut screens = 0;
    while !shows(&kiosk, "C\u{2019}est fini, merci") {
        screens += 1;
        assert!(screens < 60, "the end never comes");
        if !is_at_question(&kiosk) {
            enter(&mut kiosk);
            continue;
        }
        answer_by_keyboard(&mut kiosk);
        if is_at_question(&kiosk) {
            enter(&mut kiosk);
        }
        next(&mut kiosk);
    }
    let answers = room.answers();
    assert_eq!(answers.len(), 22);
    assert_eq!(answers["RECIT"], Response::Given(Answer::Text("123".to_owned())));
    assert_eq!(answers["TACHE"], Response::Given(Answer::Acts(Vec::new())));
}

/// Gives some answer to what is asked, with keys alone.
fn answer_by_keyboard(kiosk: &mut Kiosk) {
    if kiosk.query_by_role(Role::MultilineTextInput).is_some() {
        type_text(kiosk, "123");
        // Enter is a new line there: Tab goes on to the card beside « Valider », then to the button.
        for key in [Key::Tab, Key::Tab] {
            kiosk.key_press(key);
            kiosk.run();
        }
        return;
    }
    if kiosk.query_by_label("Touchez les chiffres.").is_some() || kiosk.query_by_role(Role::TextInput).is_some() {
        type_text(kiosk, "12");
        return;
    }
    if shows(kiosk, "dans l\u{2019}ordre.") {
        // The tenth card has no digit.
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9] {
            choose(kiosk, key);
        }
        kiosk.get_by_role_and_label(Role::Button, "Des journées qui changent").focus();
        kiosk.run();
        kiosk.key_press(Key::Enter);
        settle(kiosk);
        kiosk.get_by_role_and_label(Role::Button, "Valider").focus();
        kiosk.run();
        return;
    }
    for key in [Key::Num1, Key::Num2] {
        choose(kiosk, key);
    }
}

#[test]
fn the_warm_up_is_an_assessment_like_the_others() {
    let room = Room::with(&["mise-en-route"]);
    let mut kiosk = room.kiosk(SMALL);
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    come_to_question(&mut kiosk);
    assert!(shows(&kiosk, "Étape 1 sur 8"));
    for (number, name) in ["page", "card", "picture", "number", "order", "sound", "word", "way"].iter().enumerate() {
        come_to_question(&mut kiosk);
        shoot(&mut kiosk, &format!("warm-up-{}-{name}", number + 1));
        assert_fits(&kiosk, name);
        match *name {
            "page" => {}
            "number" => type_text(&mut kiosk, "25"),
            "word" => type_text(&mut kiosk, "bonjour"),
            "order" => {
                for card in ["Le matin", "Le midi", "Le soir"] {
                    press(&mut kiosk, card);
                }
                press(&mut kiosk, "Valider");
                shoot(&mut kiosk, "warm-up-order-corrected");
                continue;
            }
            _ => choose(&mut kiosk, Key::Num2),
        }
        enter(&mut kiosk);
        next(&mut kiosk);
    }
    assert!(shows(&kiosk, "C\u{2019}est fini, merci"));
}
