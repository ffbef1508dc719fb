//! Each way of answering: what is on screen, how it is answered by finger and by keyboard, and what is on disk.

use boussole::domain::assessment::{Act, OptionId};
use boussole::domain::response::{Answer, Missing, Response};
use eframe::egui::Key;
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_size, come_back, confirm, enter, is_disabled, next, press, settle, shoot,
    shows, type_text,
};

/// Opens the kiosk at an item of the definition that has every kind.
fn at(item: &str) -> (Room, Kiosk) {
    let room = Room::with_every_kind();
    room.answer_before(item);
    let mut kiosk = room.kiosk(SMALL);
    come_back(&mut kiosk, &room.code);
    (room, kiosk)
}

fn click(kiosk: &mut Kiosk, role: Role, name: &str) {
    kiosk.get_by_role_and_label(role, name).click();
    settle(kiosk);
}

fn key(kiosk: &mut Kiosk, key: Key) {
    kiosk.key_press(key);
    settle(kiosk);
}

fn is_on(kiosk: &Kiosk, role: Role, name: &str) -> bool {
    kiosk.get_by_role_and_label(role, name).accesskit_node().toggled() == Some(Toggled::True)
}

fn value(kiosk: &Kiosk, role: Role, name: &str) -> String {
    kiosk.get_by_role_and_label(role, name).accesskit_node().value().unwrap_or_default()
}

fn id(name: &str) -> OptionId {
    OptionId(name.to_owned())
}

fn given(room: &Room, item: &str) -> Response {
    room.answers().remove(item).unwrap_or_else(|| panic!("{item} has no answer"))
}

#[test]
fn a_picture_is_chosen_like_a_card() {
    let (room, mut kiosk) = at("IMAGES");
    assert!(is_disabled(&kiosk, "Valider"));
    click(&mut kiosk, Role::RadioButton, "Un arbre");
    key(&mut kiosk, Key::Num2);
    assert!(is_on(&kiosk, Role::RadioButton, "Une maison") && !is_on(&kiosk, Role::RadioButton, "Un arbre"));
    shoot(&mut kiosk, "kind-images");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "IMAGES"), Response::Given(Answer::Choice(id("maison"))));
}

#[test]
fn a_sentence_is_answered_beside_its_picture() {
    let (room, mut kiosk) = at("ACCORD");
    assert!(kiosk.query_by_role_and_label(Role::Image, "Un arbre.").is_some());
    key(&mut kiosk, Key::Num4);
    shoot(&mut kiosk, "kind-likert-image");
    enter(&mut kiosk);
    next(&mut kiosk);
    assert_eq!(given(&room, "ACCORD"), Response::Given(Answer::Point(4.0)));
}

#[test]
fn who_observes_may_say_that_it_was_not_seen() {
    let (room, mut kiosk) = at("VU");
    assert!(!shows(&kiosk, "Je préfère ne pas répondre"));
    click(&mut kiosk, Role::RadioButton, "Pas pu observer");
    shoot(&mut kiosk, "kind-observation");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "VU"), Response::Missing(Missing::PrefersNot));
}

#[test]
fn several_boxes_are_ticked() {
    let (room, mut kiosk) = at("PLUSIEURS");
    assert!(shows(&kiosk, "Plusieurs réponses possibles") && is_disabled(&kiosk, "Valider"));
    click(&mut kiosk, Role::CheckBox, "Un évier");
    key(&mut kiosk, Key::Num1);
    key(&mut kiosk, Key::Num3);
    click(&mut kiosk, Role::CheckBox, "Un pneu");
    assert!(is_on(&kiosk, Role::CheckBox, "Un four") && !is_on(&kiosk, Role::CheckBox, "Un pneu"));
    shoot(&mut kiosk, "kind-several");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "PLUSIEURS"), Response::Given(Answer::Choices(vec![id("four"), id("evier")])));
}

#[test]
fn the_most_is_touched_first_then_the_least_and_each_is_changed_by_its_place() {
    let (room, mut kiosk) = at("EXTREMES");
    let (most, least) = ("Choix\u{A0}: Le plus", "Choix\u{A0}: Le moins");
    assert_eq!(value(&kiosk, Role::Tab, most), "Touchez une carte");
    click(&mut kiosk, Role::Button, "Je parle avec tout le monde");
    assert!(is_disabled(&kiosk, "Valider"));
    shoot(&mut kiosk, "kind-most");
    key(&mut kiosk, Key::Num4);
    assert_eq!(value(&kiosk, Role::Tab, least), "J\u{2019}apprends bien les règles");
    click(&mut kiosk, Role::Tab, most);
    click(&mut kiosk, Role::Button, "Je prends vite ma place");
    assert_eq!(value(&kiosk, Role::Button, "Je prends vite ma place"), "Le plus");
    shoot(&mut kiosk, "kind-most-least");
    confirm(&mut kiosk);
    let answer = Answer::MostLeast { most: id("d"), least: id("c") };
    assert_eq!(given(&room, "EXTREMES"), Response::Given(answer));
}

#[test]
fn ten_cards_are_put_in_order_by_touching_them() {
    let (room, mut kiosk) = at("ORDRE");
    let cards = [
        "Un bon salaire",
        "Un emploi qui dure",
        "Un travail soigné",
        "Aider d\u{2019}autres personnes",
        "Du temps pour ma vie",
        "Une équipe qui s\u{2019}entraide",
        "Choisir comment je travaille",
        "Apprendre des choses nouvelles",
        "Un merci pour mes efforts",
        "Des journées qui changent",
    ];
    click(&mut kiosk, Role::Button, cards[2]);
    for card in &cards[..2] {
        click(&mut kiosk, Role::Button, card);
    }
    assert_eq!(value(&kiosk, Role::Button, cards[1]), "Place 3");
    // Touched again, a card leaves and those after it move up.
    key(&mut kiosk, Key::Num3);
    assert_eq!(value(&kiosk, Role::Button, cards[1]), "Place 2");
    shoot(&mut kiosk, "kind-order-begun");
    for card in &cards[2..] {
        assert!(is_disabled(&kiosk, "Valider"));
        click(&mut kiosk, Role::Button, card);
    }
    shoot(&mut kiosk, "kind-order");
    confirm(&mut kiosk);
    let Response::Given(Answer::Order(order)) = given(&room, "ORDRE") else { panic!("no order") };
    assert_eq!(order[..3], [id("revenu"), id("securite"), id("qualite")]);
}

#[test]
fn a_word_is_written_with_the_keyboard_of_the_screen_and_with_a_real_one() {
    let (room, mut kiosk) = at("MOT");
    assert!(is_disabled(&kiosk, "Valider"));
    for name in ["Majuscule", "É", "l", "è", "z", "Effacer", "v", "e", "Espace"] {
        press(&mut kiosk, name);
    }
    type_text(&mut kiosk, "ici");
    assert_eq!(value(&kiosk, Role::TextInput, "Votre texte"), "Élève ici");
    press(&mut kiosk, "Clavier dans l\u{2019}ordre de l\u{2019}alphabet");
    shoot(&mut kiosk, "kind-word");
    press(&mut kiosk, "Clavier AZERTY");
    enter(&mut kiosk);
    next(&mut kiosk);
    assert_eq!(given(&room, "MOT"), Response::Given(Answer::Text("Élève ici".to_owned())));
}

#[test]
fn a_longer_text_has_several_lines_and_may_be_left_out() {
    let (room, mut kiosk) = at("RECIT");
    type_text(&mut kiosk, "J\u{2019}ai peint un mur.");
    kiosk.key_press(Key::Enter);
    settle(&mut kiosk);
    type_text(&mut kiosk, "C\u{2019}était beau.");
    press(&mut kiosk, "Accents");
    shoot(&mut kiosk, "kind-text");
    let written = value(&kiosk, Role::MultilineTextInput, "Votre texte");
    assert_eq!(written, "J\u{2019}ai peint un mur.\nC\u{2019}était beau.");
    click(&mut kiosk, Role::RadioButton, "Je préfère ne pas répondre");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "RECIT"), Response::Missing(Missing::PrefersNot));
}

#[test]
fn a_measure_has_decimals_and_its_unit() {
    let (room, mut kiosk) = at("MESURE");
    type_text(&mut kiosk, "1");
    assert!(shows(&kiosk, "Écrivez un nombre de 2 à 60.") && is_disabled(&kiosk, "Valider"));
    for name in ["Effacer", "Chiffre 4", "Virgule", "Chiffre 5"] {
        press(&mut kiosk, name);
    }
    assert_eq!(value(&kiosk, Role::TextInput, "Votre nombre s"), "4,5");
    shoot(&mut kiosk, "kind-measure");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "MESURE"), Response::Given(Answer::Number(4.5)));
}

#[test]
fn a_page_is_read_and_left_with_continue() {
    let (room, mut kiosk) = at("PAGE");
    assert!(shows(&kiosk, "Voici une page à lire.") && !shows(&kiosk, "Je préfère"));
    shoot(&mut kiosk, "kind-page");
    press(&mut kiosk, "Continuer");
    next(&mut kiosk);
    assert_eq!(given(&room, "PAGE"), Response::Given(Answer::Seen));
}

#[test]
fn a_task_is_done_on_simulated_screens() {
    let (room, mut kiosk) = at("TACHE");
    shoot(&mut kiosk, "kind-task-list");
    press(&mut kiosk, "Agence de Rivebelle\u{A0}: votre CV");
    shoot(&mut kiosk, "kind-task-every-element");
    assert!(shows(&kiosk, "Mail de l\u{2019}agence"));
    assert_fits(&kiosk, "a view with every element");
    click(&mut kiosk, Role::Link, "Voir le site de l\u{2019}agence");
    click(&mut kiosk, Role::Tab, "Liste");
    press(&mut kiosk, "Nouveau mail");
    click(&mut kiosk, Role::TextInput, "À");
    type_text(&mut kiosk, "agence");
    press(&mut kiosk, "@");
    type_text(&mut kiosk, "rivebelle.exemple");
    shoot(&mut kiosk, "kind-task-typing");
    press(&mut kiosk, "OK");
    assert_eq!(value(&kiosk, Role::TextInput, "À"), "agence@rivebelle.exemple");
    click(&mut kiosk, Role::TextInput, "Objet");
    type_text(&mut kiosk, "Mon CV");
    enter(&mut kiosk);
    click(&mut kiosk, Role::CheckBox, "Joindre mon CV");
    assert!(is_on(&kiosk, Role::CheckBox, "Joindre mon CV"));
    shoot(&mut kiosk, "kind-task-form");
    press(&mut kiosk, "Envoyer");
    assert!(shows(&kiosk, "Votre mail est parti."));
    press(&mut kiosk, "J\u{2019}ai fini");
    next(&mut kiosk);
    let Response::Given(Answer::Acts(acts)) = given(&room, "TACHE") else { panic!("no acts") };
    let touched = |id: &str| Act::Touch(id.to_owned());
    let typed = |field: &str, text: &str| Act::Type { field: field.to_owned(), text: text.to_owned() };
    let expected = [
        touched("m-agence"),
        touched("lien-agence"),
        touched("onglet-liste"),
        touched("nouveau"),
        typed("dest", "agence@rivebelle.exemple"),
        typed("objet", "Mon CV"),
        touched("cv"),
        touched("envoyer"),
    ];
    assert_eq!(acts, expected);
}

#[test]
fn a_generated_figure_is_asked_in_words_and_chosen_by_its_digit() {
    let (room, mut kiosk) = at("MATRICE");
    assert!(shows(&kiosk, "Quelle figure manque"));
    key(&mut kiosk, Key::Num8);
    assert!(is_on(&kiosk, Role::RadioButton, "Réponse 8"));
    shoot(&mut kiosk, "kind-matrix");
    confirm(&mut kiosk);
    assert_eq!(given(&room, "MATRICE"), Response::Given(Answer::Choice(id("h"))));
    assert!(shows(&kiosk, "Quelle pièce est la même"));
}

#[test]
fn every_kind_fits_up_to_125_percent() {
    let kinds = [
        "PAGE",
        "ESSAI",
        "ACCORD",
        "VU",
        "IMAGES",
        "PLUSIEURS",
        "EXTREMES",
        "ORDRE",
        "MOT",
        "RECIT",
        "MESURE",
        "TACHE",
        "MATRICE",
        "PIECE",
        "CUBES",
        "PLI",
        "TABLEAU",
        "BARRES",
        "COMPTE",
        "SUITE",
        "CALCUL1",
    ];
    for percent in ["100", "125"] {
        let room = Room::with_every_kind();
        for kind in kinds {
            room.answer_before(kind);
            let mut kiosk = room.kiosk(SMALL);
            choose_size(&mut kiosk, percent);
            come_back(&mut kiosk, &room.code);
            shoot(&mut kiosk, &format!("fit-{percent}-{kind}"));
            assert_fits(&kiosk, &format!("{kind} at {percent} %"));
        }
    }
}

#[test]
fn every_kind_is_the_same_larger_on_a_large_screen() {
    let room = Room::with_every_kind();
    for kind in ["ACCORD", "EXTREMES", "ORDRE", "RECIT", "MESURE", "TACHE", "MATRICE", "PLI", "TABLEAU", "SUITE"] {
        room.answer_before(kind);
        let mut kiosk = room.kiosk_1080();
        come_back(&mut kiosk, &room.code);
        shoot(&mut kiosk, &format!("1080-{kind}"));
        assert_fits(&kiosk, &format!("{kind} at 1080"));
    }
}
