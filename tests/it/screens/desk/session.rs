//! The life of a session on screen: telling people, seats given back, attendance, walk-ins, sheets, and what is taken back.

use boussole::domain::id::SessionId;
use boussole::domain::stamp::Instant;
use chrono::{Days, NaiveTime};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, click, fill, open, press, settle, shoot, shows};
use crate::support::{House, WORKSHOP, activity};

/// A session with the people whom the rule proposes, and `more` who wait beside.
fn opened(more: usize) -> (House, SessionId) {
    let mut house = House::on_disk();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    house.people_waiting(more, WORKSHOP);
    (house, session)
}

/// The desk, `days_before` the session at an hour, on the session's page.
fn page(house: &House, session: SessionId, days_before: u64, hour: u32) -> Bureau {
    let mut app = house.another_desk();
    let view = app.session(house.counsellor, session).unwrap();
    let day = view.slot.day.checked_sub_days(Days::new(days_before)).unwrap();
    app.set_time(Instant::in_paris(day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap())));
    let mut bureau = open(app, Some(house.counsellor), SMALL);
    let tab = labels(&bureau, Role::Tab).into_iter().find(|label| label.starts_with("Ateliers")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    click(&mut bureau, Role::Tab, "Séances à venir");
    let row = labels(&bureau, Role::Row).into_iter().find(|label| label.contains(&view.title)).unwrap();
    click(&mut bureau, Role::Row, &row);
    bureau
}

fn labels(bureau: &Bureau, role: Role) -> Vec<String> {
    bureau.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
}

/// Presses the first button whose name begins so.
fn press_first(bureau: &mut Bureau, start: &str) -> String {
    let start = boussole::i18n::typeset(start);
    let found = labels(bureau, Role::Button).into_iter().find(|label| label.starts_with(&*start));
    let label = found.unwrap_or_else(|| panic!("no button « {start}… »"));
    press(bureau, &label);
    label
}

#[test]
fn each_person_is_told_with_words_ready_to_copy() {
    let (house, session) = opened(2);
    let mut bureau = page(&house, session, 6, 9);
    shoot(&mut bureau, "session-opened-768");
    assert!(shows(&bureau, "Ouverte, personnes à prévenir") && shows(&bureau, "6 personnes à prévenir."));
    press_first(&mut bureau, "Prévenir… :");
    shoot(&mut bureau, "session-tell-768");
    assert!(shows(&bureau, "La Boussole vous attend"));
    press(&mut bureau, "Copier le texte");
    assert!(shows(&bureau, "Le texte est copié."));
    click(&mut bureau, Role::RadioButton, "par téléphone");
    press(&mut bureau, "La personne est prévenue");
    assert!(shows(&bureau, "5 personnes à prévenir."));
    press(&mut bureau, "Toutes prévenues : Convocation");
    assert!(shows(&bureau, "Personnes convoquées"));
    shoot(&mut bureau, "session-convened-768");
    let told = house.another_desk().session_life(house.counsellor, session).unwrap().told;
    assert_eq!(told.len(), 6);
}

#[test]
fn a_seat_is_given_back_then_taken_again() {
    let (house, session) = opened(0);
    let mut bureau = page(&house, session, 6, 9);
    let name = press_first(&mut bureau, "Rendre sa place… :");
    shoot(&mut bureau, "session-give-back-768");
    press(&mut bureau, "Rendre la place");
    assert!(shows(&bureau, "Personnes : 5 sur") && shows(&bureau, "Places rendues : 1"));
    shoot(&mut bureau, "session-given-back-768");
    let who = name.rsplit(':').next().unwrap().trim().to_owned();
    press(&mut bureau, &format!("Redonner sa place : {who}"));
    assert!(shows(&bureau, "Personnes : 6 sur"));
}

#[test]
fn few_people_are_expected_and_the_waiting_list_is_called() {
    let (house, session) = opened(3);
    let mut bureau = page(&house, session, 6, 9);
    assert!(shows(&bureau, "de chances d'être 6 le jour J") && shows(&bureau, "Avec 2 personnes de plus"));
    press_first(&mut bureau, "Inscrire :");
    press_first(&mut bureau, "Inscrire :");
    assert!(shows(&bureau, "Personnes : 8 sur") && !shows(&bureau, "de plus, c'est probable"));
    shoot(&mut bureau, "session-called-768");
}

#[test]
fn two_days_before_a_small_session_is_held_all_the_same() {
    let (house, session) = opened(0);
    let mut bureau = page(&house, session, 1, 9);
    shoot(&mut bureau, "session-check-768");
    assert!(shows(&bureau, "À vérifier"));
    press(&mut bureau, "La maintenir quand même");
    assert!(!shows(&bureau, "À vérifier"));
}

#[test]
fn the_attendance_is_taken_with_three_keys_then_closed_and_opened_again() {
    let (house, session) = opened(0);
    let mut bureau = page(&house, session, 0, 18);
    let lines: Vec<String> =
        labels(&bureau, Role::Button).into_iter().filter(|label| label.starts_with("Noter la présence")).collect();
    assert_eq!(lines.len(), 6);
    bureau.get_by_role_and_label(Role::Button, &lines[0]).focus();
    bureau.step();
    for key in [Key::P, Key::E, Key::A] {
        bureau.key_press(key);
        settle(&mut bureau);
    }
    shoot(&mut bureau, "session-attendance-768");
    assert!(shows(&bureau, "La présence de 3 personnes reste à noter."));
    press(&mut bureau, "Tous présents");
    fill(&mut bureau, "Nom de la personne", "Marthe Deroo");
    press(&mut bureau, "Ajouter, sans dossier");
    assert!(shows(&bureau, "Marthe Deroo") && shows(&bureau, "Sans dossier"));
    press(&mut bureau, "Clore la séance");
    assert!(shows(&bureau, "Tenue, feuille à faire signer"));
    shoot(&mut bureau, "session-held-768");
    press_first(&mut bureau, "Feuille signée reçue… :");
    shoot(&mut bureau, "session-sheet-768");
    press(&mut bureau, "Enregistrer la feuille");
    assert!(shows(&bureau, "Tenue et signée") && shows(&bureau, "Signée sur papier"));
    press(&mut bureau, "Rouvrir la séance");
    assert!(shows(&bureau, "Commencée"));
    press(&mut bureau, "Enlever de la feuille : Marthe Deroo");
    assert!(!shows(&bureau, "Sans dossier"));
}

#[test]
fn a_cancelled_session_is_restored_and_a_moved_one_tells_its_people() {
    let (house, session) = opened(0);
    let mut bureau = page(&house, session, 6, 9);
    press(&mut bureau, "Toutes prévenues : Convocation");
    press(&mut bureau, "Annuler la séance…");
    fill(&mut bureau, "Motif", "L'animateur est malade.");
    press(&mut bureau, "Annuler la séance");
    assert!(shows(&bureau, "6 personnes ne savent pas encore que c'est annulé."));
    shoot(&mut bureau, "session-cancelled-768");
    press(&mut bureau, "Rétablir la séance");
    assert!(shows(&bureau, "Personnes : 6 sur"));
    press(&mut bureau, "Déplacer…");
    let sunday = house.another_desk().session(house.counsellor, session).unwrap().slot.day;
    let sunday = sunday.iter_days().find(|day| day.format("%u").to_string() == "7").unwrap();
    fill(&mut bureau, "Jour", &sunday.format("%d/%m/%Y").to_string());
    press(&mut bureau, "Déplacer la séance");
    shoot(&mut bureau, "session-move-clash-768");
    assert!(shows(&bureau, "Le service est fermé"));
    fill(&mut bureau, "Malgré tout, parce que", "Portes ouvertes de la Ville.");
    press(&mut bureau, "Déplacer la séance");
    assert!(shows(&bureau, "Portes ouvertes de la Ville."), "the reason stays with the session");
    assert!(shows(&bureau, "Nouvelle date ou nouveau lieu"));
    shoot(&mut bureau, "session-moved-768");
}
