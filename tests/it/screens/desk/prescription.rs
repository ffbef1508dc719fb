//! A whole prescription by what is pressed, and the order of a path by its handles.

use boussole::domain::interview::ProjectState;
use boussole::i18n::typeset;
use boussole::ui::desk::Place;
use eframe::egui::accesskit::Role;
use eframe::egui::vec2;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, click, draw, fill, open, press, settle, shoot, shows, sign_on_pad};
use crate::support::{House, person, tuesday};

/// The most presses from an open file to a printed *feuille de route*: two minutes at eight seconds each.
const MOST: usize = 15;

fn open_file(house: House, last: &str) -> (Bureau, tempfile::TempDir) {
    let House { app, folder, counsellor, .. } = house;
    let mut bureau = open(app, Some(counsellor), SMALL);
    let tabs = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
    let tab = tabs.into_iter().find(|label| label.starts_with("Participants")).unwrap();
    click(&mut bureau, Role::Tab, &tab);
    let row = bureau.get_all_by_role(Role::Row).filter_map(|node| node.accesskit_node().label());
    let row = row.into_iter().find(|label| label.contains(last)).unwrap();
    click(&mut bureau, Role::Row, &row);
    (bureau, folder)
}

#[test]
fn a_prescription_takes_few_presses_from_the_open_file_to_the_printed_sheet() {
    let mut house = House::on_disk();
    let (desk, prescriber) = (house.counsellor, house.prescriber);
    let zoe = house.app.record_participant(desk, &person("Zoé", "Lefèvre")).unwrap();
    house.app.record_referral(desk, zoe, prescriber, tuesday(), "Quel métier ?").unwrap();
    let (mut bureau, folder) = open_file(house, "LEFÈVRE");
    let mut presses = 0;
    let mut count = |bureau: &mut Bureau, role, label: &str| {
        presses += 1;
        click(bureau, role, label);
    };
    count(&mut bureau, Role::Button, "Enregistrer l'entretien…");
    count(&mut bureau, Role::Button, "Commencer");
    fill(&mut bureau, "Situation", "Sans emploi depuis trois ans.");
    count(&mut bureau, Role::RadioButton, "Une idée");
    count(&mut bureau, Role::CheckBox, "Garde d'enfants");
    shoot(&mut bureau, "interview-full");
    count(&mut bureau, Role::Button, "Enregistrer l'entretien");
    assert!(shows(&bureau, "à répartir sur 1 demi-journée"));
    assert!(shows(&bureau, "Lecture : "));
    count(&mut bureau, Role::Button, "Choisir : Expression de besoins");
    assert!(shows(&bureau, "à répartir sur 2 demi-journées"));
    shoot(&mut bureau, "prescription");
    count(&mut bureau, Role::Button, "Prescrire 7 étapes");
    shoot(&mut bureau, "prescription-path");
    count(&mut bureau, Role::Button, "Imprimer la feuille de route");
    assert!(presses <= MOST, "{presses} presses");
    let sheets: Vec<_> = std::fs::read_dir(folder.path().join("feuilles-de-route")).unwrap().collect();
    assert_eq!(sheets.len(), 1);
    press(&mut bureau, "Fermer");
}

#[test]
fn a_step_is_carried_by_its_handle_to_another_place() {
    let mut house = House::on_disk();
    let amina = house.welcome(&person("Amina", "Diallo"), ProjectState::ToConfirm);
    for activity in ["interets", "valeurs", "fatigue-travail"] {
        house.prescribe(amina, activity);
    }
    let (mut bureau, _folder) = open_file(house, "DIALLO");
    press(&mut bureau, "Prescrire");
    assert_eq!(bureau.state().desk().place(), Place::Composer(amina));
    let handle = |bureau: &Bureau, title: &str| {
        bureau.get_by_role_and_label(Role::Button, &typeset(&format!("Déplacer : {title}"))).rect().center()
    };
    let (from, last) =
        (handle(&bureau, "Mes valeurs et mes motivations"), handle(&bureau, "Ce qui me fatigue au travail"));
    let below = last + vec2(0.0, 30.0);
    draw(&mut bureau, &[from, from + vec2(0.0, 12.0), below, below]);
    settle(&mut bureau);
    assert!(shows(&bureau, "3. Mes valeurs et mes motivations"));
    let (from, first) = (
        handle(&bureau, "Mes valeurs et mes motivations"),
        handle(&bureau, "Mes centres d'intérêt (modèle de Holland)"),
    );
    let above = first - vec2(0.0, 30.0);
    draw(&mut bureau, &[from, from - vec2(0.0, 12.0), above, above]);
    settle(&mut bureau);
    assert!(shows(&bureau, "1. Mes valeurs et mes motivations"));
}

#[test]
fn an_interview_is_signed_by_both_then_corrected_and_signed_again() {
    let mut house = House::on_disk();
    let (desk, prescriber) = (house.counsellor, house.prescriber);
    let zoe = house.app.record_participant(desk, &person("Zoé", "Lefèvre")).unwrap();
    let referral = house.app.record_referral(desk, zoe, prescriber, tuesday(), "Voir si l'industrie lui va").unwrap();
    let other = house.another_desk();
    let (mut bureau, _folder) = open_file(house, "LEFÈVRE");
    press(&mut bureau, "Enregistrer l'entretien…");
    assert!(shows(&bureau, "Il manque : situation, état du projet"));
    fill(&mut bureau, "Situation", "Sans emploi depuis trois ans.");
    click(&mut bureau, Role::RadioButton, "Une idée");
    assert!(shows(&bureau, "Le secteur Industrie est nommé"));
    press(&mut bureau, "Rien");
    click(&mut bureau, Role::CheckBox, "Mes grands traits");
    press(&mut bureau, "Aller à : Évaluations proposées");
    bureau.run_steps(20);
    shoot(&mut bureau, "interview-ends");
    press(&mut bureau, "Enregistrer et signer");
    assert!(shows(&bureau, "Zoé Lefèvre, signez ici"));
    sign_on_pad(&mut bureau);
    press(&mut bureau, "Suite : le référent");
    sign_on_pad(&mut bureau);
    press(&mut bureau, "Signer");
    assert_eq!(bureau.state().desk().place(), Place::Composer(zoe));
    assert!(shows(&bureau, "Prescrire 1 étape"), "only what was ticked is chosen");
    press(&mut bureau, "Dossier");
    press(&mut bureau, "Relire, corriger ou signer");
    assert!(shows(&bureau, "Signé à l'écran le 24/11/2026"));
    fill(&mut bureau, "Situation", "Sans emploi depuis deux ans.");
    press(&mut bureau, "Enregistrer la correction");
    assert!(shows(&bureau, "Le compte rendu n'est pas signé à l'écran"));
    shoot(&mut bureau, "interview-corrected");
    let found = other.interview_desk(desk, referral).unwrap().recorded.unwrap();
    assert_eq!((found.version, found.account.notes.situation.as_str()), (2, "Sans emploi depuis deux ans."));
}
