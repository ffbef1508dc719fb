//! A grid filled in after a workshop: chosen at the session, rated with digits, read among the results.

use boussole::domain::workshop::Attendance;
use boussole::i18n::typeset;
use eframe::egui::Key;
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::bureau::{Bureau, LARGE, SMALL, click, open, press, settle, shoot, shows};
use crate::support::{House, WORKSHOP, activity};

/// Opens the session of a workshop where everybody came, at the facilitator's desk.
fn after_a_workshop(size: [f32; 2]) -> (Bureau, TempDir) {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    for seat in &view.seats {
        house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    }
    let House { app, folder, facilitator, .. } = house;
    let mut bureau = open(app, Some(facilitator), size);
    click(&mut bureau, Role::Tab, "Ateliers");
    click(&mut bureau, Role::Tab, "Séances à venir");
    let row = bureau.get_all_by_role(Role::Row).next().unwrap();
    row.click_accesskit();
    settle(&mut bureau);
    (bureau, folder)
}

fn keys(bureau: &mut Bureau, keys: &[Key]) {
    for key in keys {
        bureau.key_press(*key);
        bureau.step();
    }
    settle(bureau);
}

/// Clicks what begins with these words: a count or a duration may follow them.
pub fn choose(bureau: &mut Bureau, role: Role, words: &str) {
    let words = typeset(words);
    let labels = bureau.get_all_by_role(role).filter_map(|node| node.accesskit_node().label());
    let label = labels.into_iter().find(|label| label.starts_with(&words));
    let label = label.unwrap_or_else(|| panic!("no {role:?} begins with « {words} »"));
    let found = bureau.get_all_by_role_and_label(role, &label).next_back();
    found.unwrap().click_accesskit();
    settle(bureau);
}

fn choose_the_attitudes(bureau: &mut Bureau) {
    press(bureau, "Remplir une grille : Une Personne aa");
    shoot(bureau, "grid-choice");
    choose(bureau, Role::RadioButton, "Attitudes observées : jeu d'évasion « attitudes »");
    press(bureau, "Commencer");
}

#[test]
fn a_page_of_acts_is_rated_with_digits() {
    let (mut bureau, _folder) = after_a_workshop(SMALL);
    shoot(&mut bureau, "grid-session");
    choose_the_attitudes(&mut bureau);
    bureau.get_by_role_and_label(Role::Heading, &typeset("Grille : Une Personne aa"));
    assert!(shows(&bureau, "il reste 5 lignes"));
    keys(&mut bureau, &[Key::Num2, Key::Num3, Key::Num0, Key::Minus]);
    assert!(shows(&bureau, "il reste 1 ligne"));
    shoot(&mut bureau, "grid-page");
    keys(&mut bureau, &[Key::ArrowUp, Key::Num1, Key::Num1]);
    let chosen: Vec<String> = bureau
        .get_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(chosen.len(), 5, "{chosen:?}");
    assert!(chosen[0].ends_with("Vu plusieurs fois") && chosen[3].ends_with("Vu une fois"), "{chosen:?}");
    keys(&mut bureau, &[Key::Enter]);
    assert!(shows(&bureau, "Page 2 sur 5"));
}

#[test]
fn a_finished_grid_goes_back_to_the_session() {
    let (mut bureau, _folder) = after_a_workshop(LARGE);
    choose_the_attitudes(&mut bureau);
    for _ in 0..4 {
        keys(&mut bureau, &[Key::Num1, Key::Num2, Key::Num1, Key::Num2, Key::Num1, Key::Enter]);
    }
    shoot(&mut bureau, "grid-notes");
    press(&mut bureau, "Terminer la grille");
    bureau.get_by_role_and_label(Role::Heading, &typeset("L'environnement économique du territoire"));
    assert!(shows(&bureau, "La grille est terminée."));
}

#[test]
fn measures_wait_for_the_agreement_to_health_data() {
    let mut house = House::new();
    house.somebody();
    let House { app, folder: _folder, counsellor, .. } = house;
    let mut bureau = open(app, Some(counsellor), SMALL);
    choose(&mut bureau, Role::Tab, "Participants");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    click(&mut bureau, Role::Tab, "Observations (0)");
    press(&mut bureau, "Remplir une grille…");
    let label = bureau
        .get_all_by_role(Role::RadioButton)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Ma forme"));
    click(&mut bureau, Role::RadioButton, &label.unwrap());
    shoot(&mut bureau, "grid-health");
    assert!(bureau.get_by_role_and_label(Role::Button, "Commencer").accesskit_node().is_disabled());
    click(&mut bureau, Role::CheckBox, "Le texte a été lu");
    press(&mut bureau, "La personne est d'accord");
    press(&mut bureau, "Commencer");
    assert!(shows(&bureau, "Page 1 sur 3"), "the pages that the first one opens are counted");
    click(&mut bureau, Role::RadioButton, "Oui, elle accepte");
    press(&mut bureau, "Page suivante");
    assert!(shows(&bureau, "Page 2 sur 3"));
    shoot(&mut bureau, "grid-measures");
}

#[test]
fn the_results_say_who_observed_and_how_two_agree() {
    use boussole::domain::assessment::{AssessmentId, ItemKind};
    use boussole::domain::response::Answer;

    let mut house = House::new();
    let person = house.somebody();
    for (login, shift) in [(house.facilitator, 0.0), (house.counsellor, 1.0)] {
        let id = AssessmentId("grille-escape-attitudes".to_owned());
        let sitting = house.app.begin_grid(login, person, &id, Some(&activity(WORKSHOP))).unwrap();
        let mut grid = house.app.grid(login, sitting).unwrap();
        while !grid.finished {
            let page = grid.pages.iter().find(|page| page.items.iter().any(|item| item.given.is_none())).unwrap();
            let rated = |index: usize| Answer::Point(if index == 0 { 1.0 + shift } else { (index % 3) as f64 });
            let answers: Vec<_> = page
                .items
                .iter()
                .enumerate()
                .map(|(index, item)| match &item.kind {
                    ItemKind::Likert { .. } => (item.id.clone(), rated(index)),
                    _ => (item.id.clone(), Answer::PrefersNot),
                })
                .collect();
            grid = house.app.fill_grid(login, sitting, &answers, 40_000).unwrap();
        }
        house.app.set_time(house.app.now().plus_millis(600_000));
    }
    let House { app, folder: _folder, counsellor, .. } = house;
    let mut bureau = open(app, Some(counsellor), [1366.0, 3000.0]);
    choose(&mut bureau, Role::Tab, "Participants");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    click(&mut bureau, Role::Tab, "Résultats (2)");
    click(&mut bureau, Role::RadioButton, "Les mots pour le référent");
    shoot(&mut bureau, "grid-results");
    assert!(shows(&bureau, "Observé par Mehdi Saïdi"));
    assert!(shows(&bureau, "Même note pour 16 actes sur 20"));
    assert!(shows(&bureau, "Kappa pondéré (Cohen, 1968) : 0,80"));
}
