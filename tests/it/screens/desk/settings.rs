//! What the planning may count on, on screen; and what Today says remains to be done.

use boussole::app::appointments::AppointmentFor;
use boussole::domain::appointment::AppointmentKind;
use boussole::i18n::typeset;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, click, fill, open, press, shoot, shows};
use crate::support::{House, WORKSHOP, activity};

fn settings(house: &House) -> Bureau {
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    let tabs = bureau.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Ateliers")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    click(&mut bureau, Role::Tab, "Réglages");
    bureau
}

#[test]
fn a_room_and_its_places_are_recorded_and_a_room_without_places_is_refused_there() {
    let house = House::on_disk();
    let mut bureau = settings(&house);
    shoot(&mut bureau, "settings-768");
    fill(&mut bureau, "Nom de la salle", "Salle du Phare");
    press(&mut bureau, "Enregistrer la salle");
    assert!(shows(&bureau, "Une salle a au moins une place."));
    shoot(&mut bureau, "settings-refused-768");
    fill(&mut bureau, "Places", "9");
    press(&mut bureau, "Enregistrer la salle");
    assert!(shows(&bureau, "Salle du Phare") && shows(&bureau, "9 places"));
    let rooms = house.another_desk().service(house.counsellor).unwrap().rooms;
    assert!(rooms.iter().any(|room| room.name == "Salle du Phare" && room.places == 9));
}

#[test]
fn a_closed_day_and_the_school_holidays_are_recorded() {
    let house = House::on_disk();
    let mut bureau = settings(&house);
    fill(&mut bureau, "Jour", "14/05/2027");
    fill(&mut bureau, "Pourquoi", "Pont de l'Ascension");
    press(&mut bureau, "Noter ce jour");
    assert!(shows(&bureau, "Fermé : Pont de l'Ascension"));
    fill(&mut bureau, "Table des vacances, ou chemin de son fichier", "Noël, un jour");
    press(&mut bureau, "Importer les vacances");
    assert!(shows(&bureau, "La ligne 1 de la table n'est pas lisible"));
    fill(&mut bureau, "Table des vacances, ou chemin de son fichier", "Nom;Du;Au\nNoël;19/12/2026;03/01/2027");
    press(&mut bureau, "Importer les vacances");
    assert!(shows(&bureau, "Du 19/12/2026 au 03/01/2027"));
    shoot(&mut bureau, "settings-days-768");
    press(&mut bureau, "Rendre au calendrier : vendredi 14 mai 2027");
    assert!(!shows(&bureau, "Fermé : Pont de l'Ascension"));
}

#[test]
fn who_leads_a_workshop_is_chosen_in_a_list() {
    let house = House::on_disk();
    let mut bureau = settings(&house);
    let name = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.starts_with(&*typeset("Ateliers animés… :")))
        .unwrap();
    press(&mut bureau, &name);
    shoot(&mut bureau, "settings-skills-768");
    let title = house.pool(WORKSHOP).title;
    click(&mut bureau, Role::CheckBox, &title);
    press(&mut bureau, "Enregistrer");
    let leaders = house.another_desk().service(house.counsellor).unwrap().leaders;
    assert!(leaders.iter().any(|leader| leader.leads == [activity(WORKSHOP)]));
}

#[test]
fn today_says_what_remains_and_a_missed_appointment_is_booked_again() {
    let mut house = House::on_disk();
    house.people_waiting(6, WORKSHOP);
    house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let person = house.somebody();
    let step = house.prescribe(person, "casque-vr");
    let login = house.counsellor;
    let slot = house.app.free_slots(login, person, AppointmentKind::Activity, 60).unwrap()[0];
    let id = house.app.book(login, AppointmentFor::Activity(step), slot, login.staff(), None).unwrap();
    house.app.miss_appointment(house.counsellor, id, true).unwrap();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    shoot(&mut bureau, "today-remains-768");
    assert!(shows(&bureau, "Séances : à faire") && shows(&bureau, "6 personnes à prévenir."));
    assert!(shows(&bureau, "Rendez-vous à fixer à nouveau"));
    let rebook = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.starts_with("Fixer à nouveau"))
        .unwrap();
    press(&mut bureau, &rebook);
    shoot(&mut bureau, "today-rebook-768");
    let time = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains("2026, de"))
        .unwrap();
    press(&mut bureau, &time);
    press(&mut bureau, "Fixer le rendez-vous");
    assert!(!shows(&bureau, "Rendez-vous à fixer à nouveau"));
}

#[test]
fn an_absence_of_a_participant_is_noted_in_their_file() {
    let mut house = House::on_disk();
    let person = house.somebody();
    let file = house.file(person);
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    press(&mut bureau, &format!("Ouvrir le dossier d'{} {}", file.first_name, file.last_name));
    press(&mut bureau, "Noter une absence…");
    fill(&mut bureau, "Dernier jour", "11/12/2026");
    shoot(&mut bureau, "file-away-768");
    press(&mut bureau, "Noter l'absence");
    assert!(shows(&bureau, "au 11/12/2026"));
    shoot(&mut bureau, "file-absences-768");
    assert_eq!(house.file(person).absences.len(), 1);
}

#[test]
fn a_headset_is_booked_from_its_step() {
    let mut house = House::on_disk();
    let person = house.somebody();
    house.prescribe(person, "casque-vr");
    let file = house.file(person);
    let title = file.roadmap.unwrap().steps[0].title.clone();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    click(&mut bureau, Role::Tab, "Participants");
    let row = bureau.query_all_by_role(Role::Row).find_map(|row| row.accesskit_node().label()).unwrap();
    click(&mut bureau, Role::Row, &row);
    let step = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains(&*typeset(&title)))
        .unwrap();
    press(&mut bureau, &step);
    press(&mut bureau, "Réserver un moment…");
    shoot(&mut bureau, "file-headset-768");
    let time = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains("2026, de"))
        .unwrap();
    press(&mut bureau, &time);
    press(&mut bureau, "Fixer le rendez-vous");
    assert_eq!(house.file(person).appointments.len(), 1);
    let tabs = bureau.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Rendez-vous")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    shoot(&mut bureau, "file-appointments-768");
    press(&mut bureau, "Excusé");
    shoot(&mut bureau, "file-missed-768");
    assert!(shows(&bureau, "Fixer à nouveau…"));
}

#[test]
fn a_minimum_is_set_from_a_day_on_and_what_is_to_come_is_said() {
    let house = House::on_disk();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    click(&mut bureau, Role::Tab, "Réseau");
    click(&mut bureau, Role::Tab, "Réglages");
    shoot(&mut bureau, "dated-settings-768");
    let title = house.pool(WORKSHOP).title;
    let line = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.starts_with("de 6 à 12 personnes"))
        .unwrap();
    press(&mut bureau, &line);
    shoot(&mut bureau, "dated-settings-workshop-768");
    let change = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains("Minimum de personnes"))
        .unwrap();
    press(&mut bureau, &change);
    fill(&mut bureau, "Valeur", "40");
    press(&mut bureau, "Enregistrer le réglage");
    assert!(shows(&bureau, "Écrivez un nombre entier, de 1 à 30."));
    shoot(&mut bureau, "dated-setting-refused-768");
    fill(&mut bureau, "Valeur", "5");
    fill(&mut bureau, "À partir du", "04/01/2027");
    press(&mut bureau, "Enregistrer le réglage");
    shoot(&mut bureau, "dated-setting-to-come-768");
    assert!(shows(&bureau, "5 personnes, à partir du 04/01/2027"), "{title}");
    let settings = house.another_desk().settings(house.counsellor).unwrap();
    assert_eq!(settings.iter().filter(|one| one.to_come.is_some()).count(), 1);
}

#[test]
fn the_half_days_of_the_service_are_ticked() {
    let house = House::on_disk();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    click(&mut bureau, Role::Tab, "Réseau");
    click(&mut bureau, Role::Tab, "Réglages");
    let change = bureau
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.contains("Demi-journées d"))
        .unwrap();
    press(&mut bureau, &change);
    shoot(&mut bureau, "dated-setting-half-days-768");
    click(&mut bureau, Role::CheckBox, "mercredi après-midi");
    press(&mut bureau, "Enregistrer le réglage");
    assert!(shows(&bureau, "toutes, sauf mercredi après-midi"));
    shoot(&mut bureau, "dated-setting-hours-768");
}
