//! The flow of Wednesdays and Fridays: two letters, one press.

use boussole::domain::appointment::AppointmentKind;
use boussole::i18n::typeset;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, LARGE, SMALL, fill, open, press, settle, shoot, shows};
use crate::support::{House, person};

/// Presses a button and counts it.
fn counted(presses: &mut usize, bureau: &mut Bureau, label: &str) {
    press(bureau, label);
    *presses += 1;
}

fn opened(house: House) -> (Bureau, tempfile::TempDir) {
    let House { app, folder, facilitator, .. } = house;
    (open(app, Some(facilitator), SMALL), folder)
}

#[test]
fn somebody_known_has_their_code_one_press_after_two_letters() {
    let mut house = House::on_disk();
    house.another(&person("Zoé", "Lefèvre"));
    house.another(&person("Amina", "Dubois"));
    let (mut bureau, _folder) = opened(house);
    let mut presses = 0;
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "zo");
    assert!(shows(&bureau, "Zoé Lefèvre") && !shows(&bureau, "Amina Dubois"));
    shoot(&mut bureau, "arrival-proposed");
    counted(&mut presses, &mut bureau, "Est là : Zoé Lefèvre");
    assert!(shows(&bureau, "Donnez ce code à Zoé"));
    assert!(presses <= 2);
    press(&mut bureau, "Fermer");
    press(&mut bureau, "1 personne est venue aujourd'hui");
    assert!(shows(&bureau, "sans rendez-vous"));
    shoot(&mut bureau, "arrival-list");
}

#[test]
fn somebody_new_has_their_code_two_presses_and_three_fields_later() {
    let (mut bureau, _folder) = opened(House::on_disk());
    let mut presses = 0;
    counted(&mut presses, &mut bureau, "Nouvelle personne…");
    fill(&mut bureau, "Prénom", "Karim");
    fill(&mut bureau, "Nom", "Benali");
    fill(&mut bureau, "Date de naissance", "03/04/1988");
    shoot(&mut bureau, "arrival-new");
    counted(&mut presses, &mut bureau, "Enregistrer et donner le code");
    assert!(shows(&bureau, "Donnez ce code à Karim"));
    assert!(presses <= 2);
}

#[test]
fn somebody_recorded_already_is_recognised_instead_of_being_made_twice() {
    let mut house = House::on_disk();
    let wish = person("Zoé", "Lefèvre");
    house.another(&wish);
    let (mut bureau, _folder) = opened(house);
    press(&mut bureau, "Nouvelle personne…");
    fill(&mut bureau, "Prénom", "Zoe");
    fill(&mut bureau, "Nom", "Lefevre");
    fill(&mut bureau, "Date de naissance", &wish.birth_date.format("%d/%m/%Y").to_string());
    press(&mut bureau, "Enregistrer et donner le code");
    let here = typeset("Est là");
    let labels = bureau.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let label = labels.into_iter().find(|label| label.starts_with(&here)).expect("who it may be");
    press(&mut bureau, &label);
    settle(&mut bureau);
    assert!(shows(&bureau, "Donnez ce code à Zoé"));
}

#[test]
fn the_buttons_of_an_appointment_stand_on_one_line() {
    for size in [SMALL, LARGE] {
        let mut house = House::new();
        let kind = AppointmentKind::Diagnostic;
        let person = house.another(&person("Marie-Françoise", "Vandenbroucke-Delattre"));
        let slot = house.app.free_slots(house.counsellor, person, kind, 60).unwrap()[0];
        house.app.book_appointment(house.counsellor, person, kind, slot).unwrap();
        house.set_time(slot.day, 8, 0);
        let House { app, folder: _folder, counsellor, .. } = house;
        let mut bureau = open(app, Some(counsellor), size);
        shoot(&mut bureau, if size == SMALL { "day-appointment-768" } else { "day-appointment-1080" });
        let height = |words: &str| {
            let buttons = bureau.get_all_by_role(Role::Button);
            let named = |label: Option<String>| label.is_some_and(|label| label.starts_with(words));
            buttons.filter(|node| named(node.accesskit_node().label())).map(|node| node.rect().height()).next().unwrap()
        };
        assert!(height("Le rendez-vous a eu lieu") < 45.0, "{}", height("Le rendez-vous a eu lieu"));
        assert_eq!(height("Le rendez-vous a eu lieu"), height("Ouvrir le dossier"));
    }
}
