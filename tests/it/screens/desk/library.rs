//! The library on screen: the list, one edition in detail, installing, activating, retiring.

use std::path::PathBuf;

use boussole::app::App;
use boussole::domain::person::Role as StaffRole;
use boussole::exchange::definition_sheet::template;
use boussole::i18n::typeset;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::bureau::{Bureau, LARGE, SMALL, click, fill, open, press, settle, shoot, shows, staffed_app};
use crate::definitions::SOUND;

fn definition(folder: &TempDir, text: &str) -> PathBuf {
    let inside = folder.path().join("recu").join("petite");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("evaluation.toml"), text).unwrap();
    inside
}

fn pilot() -> String {
    SOUND.replacen("statut = \"brouillon\"", "statut = \"pilote\"", 1)
}

fn open_row(bureau: &mut Bureau, name: &str) {
    click(bureau, Role::Row, name);
}

fn library(app: App, login: boussole::app::Login, size: [f32; 2]) -> Bureau {
    let mut bureau = open(app, Some(login), size);
    click(&mut bureau, Role::Tab, "Évaluations");
    bureau
}

#[test]
fn the_list_says_what_there_is_and_a_row_opens_its_card() {
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("evaluations")).unwrap();
        std::fs::write(folder.path().join("evaluations/cassee.toml"), "format = ").unwrap();
        let (app, login) = staffed_app(&folder);
        let mut bureau = library(app, login, size);
        bureau.get_by_role_and_label(Role::Heading, "Évaluations");
        assert!(shows(&bureau, "1 point empêche de lire un fichier du dossier evaluations"));
        assert!(shows(&bureau, "cassee.toml:1"));
        shoot(&mut bureau, &format!("library-{name}"));
        open_row(&mut bureau, "Mes centres d'intérêt (modèle de Holland), version 1.0.0");
        assert!(shows(&bureau, "Pas d'étalonnage"));
        assert!(shows(&bureau, "Fournie avec le programme"));
        shoot(&mut bureau, &format!("library-card-{name}"));
        let tab = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
        let questions = tab.into_iter().find(|label| label.starts_with("Aperçu")).unwrap();
        click(&mut bureau, Role::Tab, &questions);
        shoot(&mut bureau, &format!("library-questions-{name}"));
        let tab = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
        let scales = tab.into_iter().find(|label| label.starts_with("Échelles")).unwrap();
        click(&mut bureau, Role::Tab, &scales);
        assert!(shows(&bureau, "Pour le conseiller"));
        shoot(&mut bureau, &format!("library-scales-{name}"));
        press(&mut bureau, "Retour aux évaluations");
        bureau.get_by_role_and_label(Role::Heading, "Évaluations");
    }
}

#[test]
fn a_definition_is_installed_activated_and_retired_with_a_reason() {
    for (size, name) in [(SMALL, "768"), (LARGE, "1080")] {
        let folder = tempfile::tempdir().unwrap();
        let path = definition(&folder, &pilot());
        let (app, login) = staffed_app(&folder);
        let mut bureau = library(app, login, size);
        press(&mut bureau, "Installer…");
        fill(&mut bureau, "Dossier, fichier evaluation.toml ou classeur .xlsx", &path.display().to_string());
        shoot(&mut bureau, &format!("library-install-{name}"));
        press(&mut bureau, "Installer");
        bureau.get_by_role_and_label(Role::Heading, "Ma petite évaluation");
        assert!(shows(&bureau, "Pilote"));
        let tab = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
        let questions = tab.into_iter().find(|label| label.starts_with("Aperçu")).unwrap();
        click(&mut bureau, Role::Tab, &questions);
        assert!(shows(&bureau, "Quel jour suit lundi"));
        assert!(shows(&bureau, "bonne réponse"));
        assert!(shows(&bureau, "Compte dans : Parler (inversée)"));
        shoot(&mut bureau, &format!("library-small-questions-{name}"));
        press(&mut bureau, "Activer…");
        shoot(&mut bureau, &format!("library-activate-{name}"));
        press(&mut bureau, "Activer");
        assert!(shows(&bureau, "La version est active."));
        press(&mut bureau, "Retirer…");
        let disabled = |bureau: &Bureau| {
            let found = bureau.get_all_by_role_and_label(Role::Button, "Retirer").next_back().unwrap();
            found.accesskit_node().is_disabled()
        };
        assert!(disabled(&bureau), "a retirement has a reason");
        fill(&mut bureau, "Motif", "Trop longue");
        shoot(&mut bureau, &format!("library-retire-{name}"));
        press(&mut bureau, "Retirer");
        click(&mut bureau, Role::Tab, "Fiche d'identité");
        assert!(shows(&bureau, "Trop longue"));
        assert!(shows(&bureau, "Retirée"));
        shoot(&mut bureau, &format!("library-retired-{name}"));
    }
}

#[test]
fn what_is_wrong_with_a_workbook_is_told_in_the_dialog_by_its_cells() {
    let folder = tempfile::tempdir().unwrap();
    let broken = definition(&folder, &SOUND.replacen("min = 2.0", "min = 2.5", 1));
    let (app, login) = staffed_app(&folder);
    let mut bureau = library(app, login, SMALL);
    press(&mut bureau, "Installer…");
    let field = "Dossier, fichier evaluation.toml ou classeur .xlsx";
    fill(&mut bureau, field, &broken.display().to_string());
    press(&mut bureau, "Installer");
    assert!(shows(&bureau, "Rien n'est installé : 1 point à corriger."));
    assert!(shows(&bureau, "restitution.bandes.2.min"));
    shoot(&mut bureau, "library-refused");
    let kept = bureau.get_by_role_and_label(Role::TextInput, field).accesskit_node().value();
    assert_eq!(kept, Some(broken.display().to_string()), "a refusal keeps what was typed");
    // The template itself is a definition: its author is only told about the pictures that are missing.
    let sheet = folder.path().join("modele.xlsx");
    std::fs::write(&sheet, template().unwrap()).unwrap();
    fill(&mut bureau, field, &sheet.display().to_string());
    press(&mut bureau, "Installer");
    bureau.get_by_role_and_label(Role::Heading, "Mon évaluation");
    assert!(shows(&bureau, "Installée, avec 2 remarques pour son auteur."));
    assert!(shows(&bureau, &typeset("feuille Questions, case H12 (Option A)")));
    shoot(&mut bureau, "library-installed-sheet");
}

#[test]
fn the_template_is_written_beside_the_other_documents() {
    let folder = tempfile::tempdir().unwrap();
    let (app, login) = staffed_app(&folder);
    let mut bureau = library(app, login, SMALL);
    press(&mut bureau, "Modèle de tableur");
    assert!(shows(&bureau, "modele-evaluation.xlsx"));
    assert!(folder.path().join("modele-evaluation.xlsx").is_file());
}

#[test]
fn the_library_is_not_the_facilitator_s() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let facilitator = app.add_staff(login, "Mehdi", "Saïdi", StaffRole::Facilitator).unwrap();
    let facilitator = app.log_in(facilitator).unwrap();
    let mut bureau = open(app, Some(facilitator), SMALL);
    settle(&mut bureau);
    assert!(bureau.query_by_role_and_label(Role::Tab, "Évaluations").is_none());
    bureau.get_by_role_and_label(Role::Tab, "Réseau");
}
