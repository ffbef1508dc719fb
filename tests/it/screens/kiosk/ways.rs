//! One whole assessment with an item of every kind, in each of the four ways of using a kiosk: from the code to « C'est
//! fini, merci ». What to answer is chosen by what the screen shows; what is on disk is what was given.

use boussole::domain::assessment::{Act, OptionId};
use boussole::domain::response::{Answer, Response};
use eframe::egui::accesskit::{Live, Role};

use super::hand::{Finger, Hand, Keys, Mouse, Reader};
use super::room::{Kiosk, Room, SMALL, let_pass, settle, shows};
use super::seen::{assert_told, control, seen, title};

/// What is done at a question.
enum Doing {
    Choose(&'static str),
    Tick([&'static str; 2]),
    Extremes(&'static str, &'static str),
    Order,
    Write(&'static str),
    Mail,
    Read,
}

const CARDS: [(&str, &str); 10] = [
    ("Un bon salaire", "revenu"),
    ("Un emploi qui dure", "securite"),
    ("Un travail soigné", "qualite"),
    ("Aider d'autres personnes", "utilite"),
    ("Du temps pour ma vie", "equilibre"),
    ("Une équipe qui s'entraide", "equipe"),
    ("Choisir comment je travaille", "autonomie"),
    ("Apprendre des choses nouvelles", "apprendre"),
    ("Un merci pour mes efforts", "merci"),
    ("Des journées qui changent", "variete"),
];

/// Each question by the beginning of its words, what is done there, and the item that gets the answer.
const SCRIPT: [(&str, Doing, &str, &str); 24] = [
    ("Quel jour suit lundi", Doing::Choose("Mardi"), "", ""),
    ("Touchez la figure qui manque", Doing::Choose("Réponse 3"), "", ""),
    ("Bonjour.", Doing::Read, "PAGE", ""),
    ("Touchez l'image de la maison", Doing::Choose("Une maison"), "ESSAI", "maison"),
    ("J'aime travailler dehors", Doing::Choose("Plutôt moi"), "ACCORD", "4"),
    ("Range sa place", Doing::Choose("Vu 1 fois"), "VU", "1"),
    ("Où habite-t-on", Doing::Choose("Une maison"), "IMAGES", "maison"),
    ("Quels objets sont dans", Doing::Tick(["Un évier", "Un four"]), "PLUSIEURS", "four evier"),
    (
        "C'est mon premier jour",
        Doing::Extremes("Je prends vite ma place", "J'apprends bien les règles"),
        "EXTREMES",
        "d c",
    ),
    ("Qu'est-ce qui compte", Doing::Order, "ORDRE", ""),
    ("Quel métier vous plaît", Doing::Write("Élève maçon"), "MOT", "Élève maçon"),
    ("Racontez un travail", Doing::Write("Un mur, 2 portes."), "RECIT", "Un mur, 2 portes."),
    ("Vitesse", Doing::Write("4,5"), "MESURE", "4,5"),
    ("Écrivez un mail", Doing::Mail, "TACHE", ""),
    ("Quelle figure manque", Doing::Choose("Réponse 8"), "MATRICE", "h"),
    ("Quelle pièce est la même", Doing::Choose("Réponse 2"), "PIECE", "b"),
    ("Quelle pièce est la même", Doing::Choose("Réponse 2"), "CUBES", "b"),
    ("On déplie la feuille", Doing::Choose("Réponse 3"), "PLI", "c"),
    ("Quand y a-t-il le plus", Doing::Choose("C'est pareil"), "TABLEAU", "c"),
    ("Additionnez", Doing::Write("12"), "BARRES", "12"),
    ("Combien d'objets voyez", Doing::Write("20"), "COMPTE", "20"),
    ("Quel nombre vient ensuite", Doing::Write("41"), "SUITE", "41"),
    ("2 cartons de 6", Doing::Write("12"), "CALCUL1", "12"),
    ("3 cartons de 6", Doing::Write("18"), "CALCUL2", "18"),
];

/// What leads on from a page, the first that is there.
const ON: [&str; 6] =
    ["J'ai compris", "Commencer", "Essayer un exemple", "C'est parti", "Continuer", "Faire une pause"];

#[test]
fn every_kind_is_answered_by_touch_only() {
    take(&mut Finger::default());
}

#[test]
fn every_kind_is_answered_by_mouse_only() {
    take(&mut Mouse::default());
}

#[test]
fn every_kind_is_answered_by_keyboard_only() {
    take(&mut Keys::default());
}

#[test]
fn every_kind_is_answered_through_a_screen_reader() {
    take(&mut Reader);
}

fn take(hand: &mut dyn Hand) {
    let room = Room::with_every_kind();
    let mut kiosk = room.kiosk(SMALL);
    hand.write(&mut kiosk, &room.code);
    let (mut passed, mut paused, mut example) = (Vec::new(), false, false);
    while title(&kiosk) != "C'est fini, merci" {
        assert!(passed.len() < 90, "the end never comes: {passed:#?}");
        assert_told(&kiosk);
        let screen = title(&kiosk);
        passed.push(screen.clone());
        let script = SCRIPT.iter().find(|(begins, doing, ..)| screen.starts_with(begins) && is_asked(&kiosk, doing));
        example |= shows(&kiosk, "C\u{2019}était un exemple");
        if let Some((_, doing, item, _)) = script {
            interlude(hand, &mut kiosk, item);
            answer(hand, &mut kiosk, doing);
            confirm(hand, &mut kiosk, doing, matches!(*item, "" | "ESSAI"));
        } else if screen.starts_with("Un moment pour souffler") && !paused {
            paused = true;
            hand.press(&mut kiosk, Role::Button, "Faire une pause");
        } else {
            let on = ON.iter().find(|name| control(&kiosk, Role::Button, name).is_some());
            let on = on.unwrap_or_else(|| panic!("no way on from {screen}: {:#?}", names(&kiosk)));
            hand.press(&mut kiosk, Role::Button, on);
        }
    }
    assert!(paused && example, "no moment to breathe or no example came: {passed:#?}");
    for page in ["Bonjour Amina", "Pourquoi ?", "Vos droits", "J'essaie", "C'est la pause"] {
        assert!(passed.iter().any(|title| title.starts_with(page)), "{page} was not passed: {passed:#?}");
    }
    hand.press(&mut kiosk, Role::Button, "Au revoir");
    assert_eq!(title(&kiosk), "Tapez votre code");
    assert_given(&room);
}

/// Returns what the screen says, for who reads a failure.
fn names(kiosk: &Kiosk) -> Vec<String> {
    seen(kiosk)
        .into_iter()
        .filter(|seen| !seen.name.is_empty())
        .map(|seen| format!("{:?} {} {:?} {}", seen.role, seen.name, seen.value, seen.enabled))
        .collect()
}

/// Returns whether the question waits for its answer: its correction has the same title.
fn is_asked(kiosk: &Kiosk, doing: &Doing) -> bool {
    let buttons = ["Valider", "J'ai fini"];
    matches!(doing, Doing::Read) || seen(kiosk).iter().any(|seen| buttons.contains(&seen.name.as_str()))
}

/// What happens besides answering: twenty minutes of work, a call, a pause.
fn interlude(hand: &mut dyn Hand, kiosk: &mut Kiosk, item: &str) {
    match item {
        "ACCORD" => {
            for minute in 0..20 {
                let_pass(kiosk, 60);
                hand.press(
                    kiosk,
                    Role::RadioButton,
                    if minute % 2 == 0 { "Tout à fait moi" } else { "Entre les deux" },
                );
            }
        }
        "IMAGES" => {
            hand.press(kiosk, Role::Button, "Aide");
            assert_told(kiosk);
            hand.press(kiosk, Role::Button, "J'ai besoin d'aide");
            assert_eq!(title(kiosk), "Quelqu'un arrive");
            assert_told(kiosk);
            hand.press(kiosk, Role::Button, "Continuer");
        }
        "PLUSIEURS" => {
            hand.press(kiosk, Role::Button, "Aide");
            hand.press(kiosk, Role::Button, "Pause");
            assert_eq!(title(kiosk), "C'est la pause");
            hand.press(kiosk, Role::Button, "Continuer");
        }
        _ => {}
    }
}

fn answer(hand: &mut dyn Hand, kiosk: &mut Kiosk, doing: &Doing) {
    match doing {
        Doing::Choose(name) => hand.press(kiosk, Role::RadioButton, name),
        Doing::Tick(names) => {
            for name in names {
                hand.press(kiosk, Role::CheckBox, name);
            }
        }
        Doing::Extremes(most, least) => {
            hand.press(kiosk, Role::Button, least);
            hand.press(kiosk, Role::Button, "Je parle avec tout le monde");
            // Both are changed by their places.
            hand.press(kiosk, Role::Tab, "Choix : Le plus");
            hand.press(kiosk, Role::Button, most);
            hand.press(kiosk, Role::Tab, "Choix : Le moins");
            hand.press(kiosk, Role::Button, least);
        }
        Doing::Order => {
            for (card, _) in CARDS {
                hand.press(kiosk, Role::Button, card);
            }
        }
        Doing::Write(text) => hand.write(kiosk, text),
        Doing::Mail => {
            hand.press(kiosk, Role::Button, "Nouveau mail");
            for (name, text) in [("À", "agence@rivebelle.exemple"), ("Objet", "Mon CV")] {
                hand.press(kiosk, Role::TextInput, name);
                hand.write(kiosk, text);
                assert_told(kiosk);
                hand.press(kiosk, Role::Button, "OK");
            }
            hand.press(kiosk, Role::CheckBox, "Joindre mon CV");
            hand.press(kiosk, Role::Button, "Envoyer");
        }
        Doing::Read => {}
    }
}

fn confirm(hand: &mut dyn Hand, kiosk: &mut Kiosk, doing: &Doing, corrected: bool) {
    let button = match doing {
        Doing::Mail => "J'ai fini",
        Doing::Read => "Continuer",
        _ => "Valider",
    };
    hand.press(kiosk, Role::Button, button);
    if corrected {
        return;
    }
    let noted = seen(kiosk).into_iter().find(|seen| seen.name == "C'est noté");
    assert_eq!(noted.map(|seen| seen.live), Some(Live::Polite), "after {}", title(kiosk));
    for _ in 0..40 {
        if !shows(kiosk, "C\u{2019}est noté") {
            break;
        }
        kiosk.run_steps(1);
    }
    settle(kiosk);
}

/// Asserts that the disk has what was given, item by item.
fn assert_given(room: &Room) {
    let id = |id: &str| OptionId(id.to_owned());
    let mut answers = room.answers();
    for (_, doing, item, given) in SCRIPT.iter().filter(|(_, _, item, _)| !item.is_empty()) {
        let number = || given.replace(',', ".").parse::<f64>();
        let expected = match doing {
            Doing::Choose(_) => number().map_or_else(|_| Answer::Choice(id(given)), Answer::Point),
            Doing::Tick(_) => Answer::Choices(given.split(' ').map(id).collect()),
            Doing::Extremes(..) => Answer::MostLeast { most: id("d"), least: id("c") },
            Doing::Order => Answer::Order(CARDS.iter().map(|(_, card)| id(card)).collect()),
            Doing::Write(text) => number().map_or_else(|_| Answer::Text((*text).to_owned()), Answer::Number),
            Doing::Mail => mail(),
            Doing::Read => Answer::Seen,
        };
        assert_eq!(answers.remove(*item), Some(Response::Given(expected)), "{item}");
    }
    assert!(answers.is_empty(), "{answers:?}");
}

fn mail() -> Answer {
    let touched = |id: &str| Act::Touch(id.to_owned());
    let typed = |field: &str, text: &str| Act::Type { field: field.to_owned(), text: text.to_owned() };
    Answer::Acts(vec![
        touched("nouveau"),
        typed("dest", "agence@rivebelle.exemple"),
        typed("objet", "Mon CV"),
        touched("cv"),
        touched("envoyer"),
    ])
}
