//! The results of one person as the counsellor reads them: sectors, orders, changes, and the identity of an instrument.

use boussole::i18n::typeset;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::bureau::{Bureau, LARGE, SMALL, click, open, press, settle, shoot, shows};
use crate::support::{House, STATION, builder};

/// Opens the results of somebody who took the interests twice, the conditions, the values and the style.
fn results(size: [f32; 2]) -> (Bureau, TempDir) {
    let mut house = House::new();
    let person = house.somebody();
    for id in ["interets", "conditions-travail", "valeurs", "style-travail"] {
        house.prescribe(person, id);
    }
    house.sit(STATION, person, builder);
    house.next_day(9);
    house.prescribe(person, "interets");
    house.sit(STATION, person, builder);
    let House { app, folder, counsellor, .. } = house;
    let mut bureau = open(app, Some(counsellor), size);
    click(&mut bureau, Role::Tab, "Participants");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    let label = bureau
        .get_all_by_role(Role::Tab)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Résultats"));
    click(&mut bureau, Role::Tab, &label.unwrap());
    (bureau, folder)
}

#[test]
fn the_six_sectors_stand_above_the_results_with_what_speaks_against_them() {
    let (mut bureau, _folder) = results(SMALL);
    shoot(&mut bureau, "results-768");
    bureau.get_by_role_and_label(Role::Heading, &typeset("Six secteurs, dans l'ordre de la personne"));
    assert!(shows(&bureau, "1. Bâtiment : j'irais voir"));
    assert!(shows(&bureau, "Non, jamais : travailler en grande hauteur"));
    assert!(shows(&bureau, "F1704 Manœuvre bâtiment"));
    assert!(shows(&bureau, "ROME 4.0 v460") && shows(&bureau, "convention"));
}

#[test]
fn an_order_is_read_from_the_first_to_the_last() {
    let (mut bureau, _folder) = results([1366.0, 2400.0]);
    shoot(&mut bureau, "results-whole");
    let first = bureau.get_all_by_role(Role::ListItem).next().unwrap().accesskit_node().label().unwrap();
    assert!(first.starts_with(&typeset("1 : ")) && first.ends_with("en premier"), "{first}");
    assert!(shows(&bureau, "aucun changement ne peut être affirmé"));
}

#[test]
fn the_identity_of_an_instrument_opens() {
    let (mut bureau, _folder) = results(LARGE);
    shoot(&mut bureau, "results-1080");
    assert!(!shows(&bureau, "aucune fidélité connue"));
    press(&mut bureau, "Fiche d'identité de l'instrument");
    assert!(shows(&bureau, "aucune fidélité connue") && shows(&bureau, "Version pilote"));
}
