//! The counsellor's work, from the first run to a synthesis.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::bureau::{SMALL, empty_app, fill, open, press, shoot, shows};

#[test]
fn the_first_run_asks_for_a_name_and_a_code_then_shows_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut bureau = open(empty_app(&folder), None, SMALL);
    shoot(&mut bureau, "first-run");
    fill(&mut bureau, "Prénom", "Claire");
    fill(&mut bureau, "Nom", "Morel");
    fill(&mut bureau, "Code de l\u{2019}équipe", "2468");
    fill(&mut bureau, "Le même code, encore une fois", "2469");
    press(&mut bureau, "Commencer");
    assert!(shows(&bureau, "Les deux codes sont différents"));
    shoot(&mut bureau, "first-run-refused");
    fill(&mut bureau, "Le même code, encore une fois", "");
    bureau.get_by_role_and_label(Role::Heading, "Bienvenue à la Boussole");
}
