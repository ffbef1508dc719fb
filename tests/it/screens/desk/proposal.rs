//! The best proposal on screen: asked for, read, opened by a person; and what if.

use boussole::domain::stamp::{Availability, Half, HalfDay};
use chrono::Weekday;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::bureau::{Bureau, LARGE, SMALL, click, open, press, settle, shoot, shows};
use crate::support::{House, WORKSHOP};

/// Seven people for one workshop, six for another, five for a third, and one whose week fits nothing.
fn full_house() -> House {
    let mut house = House::on_disk();
    house.people_waiting(7, WORKSHOP);
    house.people_waiting(6, "presentation-demarche");
    house.people_waiting(5, "atelier-forme");
    let only = Availability::of([HalfDay { weekday: Weekday::Mon, half: Half::Morning }]);
    let alone = house.somebody_free(only);
    house.prescribe(alone, WORKSHOP);
    house
}

fn proposal(house: &House, size: [f32; 2]) -> Bureau {
    let mut bureau = open(house.another_desk(), Some(house.counsellor), size);
    let label = |bureau: &Bureau| {
        use egui_kittest::kittest::NodeT as _;
        bureau.get_all_by_role(Role::Tab).find_map(|tab| {
            let label = tab.accesskit_node().label()?;
            label.starts_with("Ateliers").then_some(label)
        })
    };
    let ateliers = label(&bureau).unwrap();
    click(&mut bureau, Role::Tab, &ateliers);
    click(&mut bureau, Role::Tab, "Proposition");
    bureau
}

/// Asks for a proposal and waits for it.
pub fn ask(bureau: &mut Bureau, button: &str) {
    press(bureau, button);
    for _ in 0..200 {
        settle(bureau);
        if !shows(bureau, "Recherche depuis") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the search never ends");
}

#[test]
fn a_proposal_is_asked_for_read_and_opened() {
    let house = full_house();
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let mut bureau = proposal(&house, size);
        shoot(&mut bureau, &format!("proposal-empty-{name}"));
        ask(&mut bureau, "Chercher la meilleure proposition");
        shoot(&mut bureau, &format!("proposal-{name}"));
        assert!(shows(&bureau, "demandes placées sur 19") && shows(&bureau, "Prouvé optimal"));
        assert!(shows(&bureau, "Pourquoi pas ?") && shows(&bureau, "la plus ancienne attend depuis"));
        assert!(shows(&bureau, "il manque 1 personne"));
    }
    let mut bureau = proposal(&house, SMALL);
    ask(&mut bureau, "Chercher la meilleure proposition");
    let open = bureau.query_all_by_role(Role::Button).filter_map(|button| {
        use egui_kittest::kittest::NodeT as _;
        button.accesskit_node().label().filter(|label| label.starts_with("Ouvrir pour"))
    });
    let cards: Vec<String> = open.collect();
    assert_eq!(cards.len(), 2, "{cards:?}");
    for card in &cards {
        press(&mut bureau, card);
        assert!(!shows(&bureau, card), "{card}");
    }
    shoot(&mut bureau, "proposal-opened-768");
    assert!(!shows(&bureau, "Ouvrir pour"));
    let sessions = house.another_desk().pools(house.counsellor).unwrap();
    let left: usize = sessions.iter().map(|pool| pool.waiting.len()).sum();
    assert!(left <= 6, "{left} still wait");
}

#[test]
fn what_if_is_an_attempt_that_opens_nothing() {
    let house = full_house();
    let mut bureau = proposal(&house, SMALL);
    press(&mut bureau, "Et si… (essayer sans rien ouvrir)");
    click(&mut bureau, Role::RadioButton, "5");
    shoot(&mut bureau, "proposal-what-if-768");
    ask(&mut bureau, "Essayer");
    shoot(&mut bureau, "proposal-attempt-768");
    assert!(shows(&bureau, "Ceci est un essai") && !shows(&bureau, "Ouvrir pour"));
    assert!(shows(&bureau, "demandes placées sur 19"));
}

#[test]
fn a_pool_says_how_many_to_enrol() {
    let house = full_house();
    let mut bureau = open(house.another_desk(), Some(house.counsellor), SMALL);
    click(&mut bureau, Role::Tab, "Ateliers (2)");
    shoot(&mut bureau, "pools-advised-768");
    assert!(shows(&bureau, "8 conseillés pour être 6."));
    assert!(shows(&bureau, "38 chances sur 100 d'être 6"));
}
