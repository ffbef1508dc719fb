//! Two referrals of one person at the desk, what is corrected, and what the keys do in the fields that look for somebody.

use boussole::app::people::NewParticipant;
use boussole::domain::id::ParticipantId;
use boussole::domain::interview::ProjectState;
use boussole::domain::stamp::days_after;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, fill, open, press, settle, shoot, shows};
use crate::support::{House, REFLECTION, person};

/// A house where Amina has a path underway and a second referral, and somebody else is recorded.
pub fn two_referrals() -> (House, ParticipantId) {
    let mut house = House::on_disk();
    let wish = NewParticipant { address: "12 rue du Port".to_owned(), ..person("Amina", "Dubois") };
    let amina = house.welcome(&wish, ProjectState::ToConfirm);
    house.prescribe(amina, REFLECTION);
    house.app.set_time(house.app.now().plus_millis(60_000));
    let received = days_after(house.app.day(), 0) - chrono::Days::new(40);
    house.app.record_referral(house.counsellor, amina, house.prescriber, received, "Quelle formation ?").unwrap();
    house.another(&person("Paul", "Dubost"));
    (house, amina)
}

fn desk() -> (Bureau, tempfile::TempDir) {
    let (house, _) = two_referrals();
    let House { app, folder, counsellor, .. } = house;
    (open(app, Some(counsellor), SMALL), folder)
}

fn key(bureau: &mut Bureau, key: Key) {
    bureau.key_press(key);
    settle(bureau);
}

fn look_for(bureau: &mut Bureau, words: &str) {
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(bureau);
    fill(bureau, "Rechercher : nom, téléphone, date de naissance, n° de dossier", words);
}

#[test]
fn enter_opens_the_first_file_found_and_the_arrows_choose_another() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "dubo");
    key(&mut bureau, Key::Enter);
    assert!(shows(&bureau, "Amina Dubois") && shows(&bureau, "38 ans"));
    look_for(&mut bureau, "dubo");
    key(&mut bureau, Key::ArrowDown);
    key(&mut bureau, Key::Enter);
    assert!(shows(&bureau, "Paul Dubost"));
}

#[test]
fn the_keys_that_look_for_somebody_replace_the_old_words() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "dubost");
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut bureau);
    bureau.event(eframe::egui::Event::Text("amina".to_owned()));
    settle(&mut bureau);
    let rows: Vec<_> = bureau.get_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect();
    assert_eq!(rows, ["DUBOIS Amina"]);
}

#[test]
fn a_name_that_nobody_has_goes_to_the_form() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "lefebvre zoé");
    assert!(shows(&bureau, "Aucun dossier à ce nom"));
    shoot(&mut bureau, "nobody-of-this-name");
    press(&mut bureau, "Nouvelle personne…");
    let held =
        |words: &str| bureau.get_all_by_role(Role::TextInput).any(|field| field.value().as_deref() == Some(words));
    assert!(held("Zoé") && held("Lefebvre"));
}

#[test]
fn somebody_who_arrives_is_taken_by_enter_and_a_new_name_by_two_presses() {
    let (mut bureau, _folder) = desk();
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "dubo");
    key(&mut bureau, Key::ArrowDown);
    shoot(&mut bureau, "arrival-pointed");
    key(&mut bureau, Key::Enter);
    assert!(shows(&bureau, "Donnez ce code à Paul"));
    press(&mut bureau, "Fermer");
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "benali karim");
    assert!(shows(&bureau, "Aucun dossier au nom « benali karim »"));
    press(&mut bureau, "Nouvelle personne…");
    fill(&mut bureau, "Date de naissance", "030488");
    press(&mut bureau, "Enregistrer et donner le code");
    assert!(shows(&bureau, "Donnez ce code à Karim"));
}

#[test]
fn the_file_shows_each_referral_and_takes_the_other_in_hand() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "amina");
    key(&mut bureau, Key::Enter);
    assert!(shows(&bureau, "Orientations de la personne : 2"));
    shoot(&mut bureau, "chapters");
    press(&mut bureau, "Prendre ce parcours en main : Paul Lefebvre");
    assert!(shows(&bureau, "Ce parcours est en main."));
    assert!(shows(&bureau, "Modifier le parcours"));
}

#[test]
fn a_prescriber_is_recorded_from_the_referral_which_keeps_what_was_typed() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "dubost");
    key(&mut bureau, Key::Enter);
    press(&mut bureau, "Enregistrer l'orientation…");
    fill(&mut bureau, "Question d'orientation", "Quel métier ?");
    press(&mut bureau, "Nouveau prescripteur…");
    fill(&mut bureau, "Prénom", "Nadège");
    fill(&mut bureau, "Nom", "Œuvrard");
    let site = bureau.query_all_by_role(Role::ComboBox).last().expect("where they work");
    site.click_accesskit();
    settle(&mut bureau);
    press(&mut bureau, "Antenne Centre");
    press(&mut bureau, "Ajouter");
    assert!(shows(&bureau, "Enregistrer l'orientation"));
    press(&mut bureau, "Enregistrer l'orientation");
    assert!(shows(&bureau, "Nadège Œuvrard"));
    assert!(shows(&bureau, "Quel métier"));
}

#[test]
fn a_referral_is_corrected_in_its_own_words() {
    let (mut bureau, _folder) = desk();
    look_for(&mut bureau, "amina");
    key(&mut bureau, Key::Enter);
    press(&mut bureau, "Corriger…");
    fill(&mut bureau, "Question d'orientation", "Quelle formation, et où ?");
    shoot(&mut bureau, "referral-correct");
    press(&mut bureau, "Enregistrer");
    assert!(shows(&bureau, "L'orientation est corrigée."));
    assert!(shows(&bureau, "Quelle formation, et où"));
}

#[test]
fn the_calendar_of_a_birth_begins_by_the_year() {
    let (mut bureau, _folder) = desk();
    press(&mut bureau, "Nouveau participant…");
    press(&mut bureau, "Ouvrir le calendrier");
    shoot(&mut bureau, "birth-years");
    press(&mut bureau, "1988");
    press(&mut bureau, "3 janvier 1988");
    let held = bureau.get_all_by_role(Role::TextInput).any(|field| field.value().as_deref() == Some("03/01/1988"));
    assert!(held);
}

#[test]
fn ctrl_enter_does_not_open_the_calendar_that_tab_came_to() {
    let (mut bureau, _folder) = desk();
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Date de naissance", "18091979");
    key(&mut bureau, Key::Tab);
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut bureau);
    assert!(!shows(&bureau, "Mois précédent"));
    let held = bureau.get_all_by_role(Role::TextInput).any(|field| field.value().as_deref() == Some("18/09/1979"));
    assert!(held, "the day is written whole once the field is left");
    key(&mut bureau, Key::Enter);
    assert!(shows(&bureau, "Mois précédent"));
}
