//! The grids of a group, and the right to handle health data.

use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::ui::theme::Kind;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Walk;
use crate::screens::desk::bureau::{SMALL, click, fill, open, press};
use crate::screens::desk::group::{at_the_choice, held};
use crate::support::House;

#[test]
fn the_grids_of_a_group() {
    let mut walk = Walk::new(Kind::Desk, "desk-group");
    let (mut house, session) = held();
    let seats = house.app.session(house.counsellor, session).unwrap().seats;
    for seat in &seats[..5] {
        let subject = ConsentSubject::HealthData;
        house.app.record_consent(house.counsellor, seat.participant, subject, ConsentDecision::Agreed).unwrap();
    }
    let (mut bureau, _folder) = at_the_choice(house, true, SMALL);
    walk.stop(&mut bureau, "choice");
    press(&mut bureau, "Commencer : Attitudes observées : jeu d'évasion « attitudes »");
    click(&mut bureau, Role::RadioButton, "Une Personne aa, Vu une fois");
    walk.stop(&mut bureau, "act");
    click(&mut bureau, Role::Tab, "Vos notes (0 sur 14)");
    walk.stop(&mut bureau, "remarks");
    click(&mut bureau, Role::RadioButton, "Par personne");
    walk.stop(&mut bureau, "people");
    press(&mut bureau, "Choisir une autre grille");
    press(&mut bureau, "Commencer : Ma forme physique (relevé)");
    click(&mut bureau, Role::RadioButton, "Une Personne aa, Oui, elle accepte");
    press(&mut bureau, "Suivant");
    fill(&mut bureau, "Endurance : distance marchée en 6 minutes, Une Personne aa", "4200");
    walk.stop(&mut bureau, "measures");
    press(&mut bureau, "Recueillir l'accord : Une Personne ag");
    walk.stop(&mut bureau, "health");
    walk.end();
}

#[test]
fn who_handles_health_data() {
    let mut walk = Walk::new(Kind::Desk, "desk-health-right");
    let House { app, folder: _folder, counsellor, .. } = House::new();
    let mut bureau = open(app, Some(counsellor), SMALL);
    click(&mut bureau, Role::Tab, "Réseau");
    click(&mut bureau, Role::Tab, "Équipe");
    walk.stop(&mut bureau, "staff");
    let rows: Vec<String> = bureau.get_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect();
    let mehdi = rows.into_iter().rfind(|row| row.contains("Mehdi")).unwrap();
    click(&mut bureau, Role::Row, &mehdi);
    walk.stop(&mut bureau, "give");
    press(&mut bureau, "Donner ce droit");
    walk.stop(&mut bureau, "given");
    walk.end();
}
