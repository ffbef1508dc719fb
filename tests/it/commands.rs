//! The library from the command line: what is printed, and how the program ends.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::definitions::SOUND;
use crate::support::House;

struct Desk {
    house: House,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { house: House::on_disk(), folder: tempfile::tempdir().unwrap() }
    }

    /// Runs a command on the house's base; returns how it ended and what it said, in plain characters.
    fn run(&self, words: &[&str]) -> (Option<i32>, String, String) {
        let base = self.house.base_file();
        let line = ["--base", base.to_str().unwrap()].into_iter().chain(words.iter().copied());
        let output = Command::new(env!("CARGO_BIN_EXE_boussole")).args(line).output().unwrap();
        let plain =
            |bytes| String::from_utf8(bytes).unwrap().replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2019}', "'");
        (output.status.code(), plain(output.stdout), plain(output.stderr))
    }

    fn written(&self, text: &str) -> PathBuf {
        let folder = self.folder.path().join("petite");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("evaluation.toml"), text).unwrap();
        folder
    }
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn an_assessment_is_installed_activated_and_retired() {
    let desk = Desk::new();
    let pilot = SOUND.replacen("statut = \"brouillon\"", "statut = \"pilote\"", 1);
    let folder = desk.written(&pilot);
    let (code, said, _) = desk.run(&["assessment", "install", shown(&folder)]);
    assert_eq!((code, said.as_str()), (Some(0), "petite 0.1.0 est installée comme pilote.\n"));
    let (code, said, _) = desk.run(&["assessment", "list"]);
    assert_eq!(code, Some(0));
    let line = said.lines().find(|line| line.contains("petite")).unwrap();
    assert_eq!(line, "* petite 0.1.0 – pilote, installée, aucune passation – Ma petite évaluation");
    let (code, said, _) = desk.run(&["assessment", "activate", "petite", "0.1.0"]);
    assert_eq!((code, said.as_str()), (Some(0), "petite 0.1.0 est active.\n"));
    let (code, said, complaint) = desk.run(&["assessment", "activate", "petite", "0.1.0"]);
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert_eq!(complaint, "C'est déjà fait : cette version est dans cet état.\n");
    let (code, ..) = desk.run(&["assessment", "retire", "petite", "0.1.0"]);
    assert_eq!(code, Some(2), "a retirement has a reason");
    let (code, said, _) = desk.run(&["assessment", "retire", "petite", "0.1.0", "--reason", "Trop longue"]);
    assert_eq!((code, said.as_str()), (Some(0), "petite 0.1.0 est retirée ; ses résultats restent lisibles.\n"));
    let (code, said, _) = desk.run(&["assessment", "pilot", "petite", "0.1.0", "--by", "Claire Morel"]);
    assert_eq!((code, said.as_str()), (Some(0), "petite 0.1.0 est de nouveau un pilote.\n"));
}

#[test]
fn a_definition_with_an_error_is_told_line_by_line_and_ends_with_1() {
    let desk = Desk::new();
    let folder = desk.written(&SOUND.replacen("min = 2.0", "min = 2.5", 1));
    let (code, said, _) = desk.run(&["assessment", "install", shown(&folder)]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("evaluation.toml:85 restitution.bandes.2.min – les bandes de l'échelle « parole »"),
        "{said}"
    );
    assert!(said.ends_with("Rien n'est installé : corrigez d'abord ces points.\n"), "{said}");
    let (code, _, complaint) = desk.run(&["assessment", "activate", "petite", "9.9.9"]);
    assert_eq!((code, complaint.is_empty()), (Some(1), false));
    let (code, _, complaint) = desk.run(&["assessment", "activate", "petite", "9.9.9", "--by", "Personne Ici"]);
    assert_eq!(code, Some(1));
    assert!(complaint.contains("Peuvent décider : Claire Morel"), "{complaint}");
}

#[test]
fn the_template_is_written_once_and_its_check_names_cells() {
    let desk = Desk::new();
    let sheet = desk.folder.path().join("modele.xlsx");
    let (code, said, _) = desk.run(&["template", shown(&sheet)]);
    assert_eq!(code, Some(0));
    assert!(said.contains("modele.xlsx"), "{said}");
    let (code, _, complaint) = desk.run(&["template", shown(&sheet)]);
    assert_eq!(code, Some(1), "a file is never written over");
    assert!(complaint.starts_with("Ce fichier existe déjà"), "{complaint}");
    let (code, said, _) = desk.run(&["check", shown(&sheet)]);
    assert_eq!(code, Some(0));
    assert!(said.contains("feuille Questions, case H12 (Option A) – attention"), "{said}");
    assert!(said.ends_with("1 fichier, 0 erreur, 2 remarques\n"), "{said}");
    let (code, said, _) = desk.run(&["assessment", "install", shown(&sheet)]);
    assert_eq!(code, Some(0));
    assert!(said.ends_with("mon-evaluation 0.1.0 est installée comme pilote.\n"), "{said}");
}

#[test]
fn a_preview_of_a_definition_with_an_error_opens_no_window() {
    let desk = Desk::new();
    let folder = desk.written(&SOUND.replacen("min = 2.0", "min = 2.5", 1));
    let (code, said, _) = desk.run(&["preview", shown(&folder)]);
    assert_eq!(code, Some(1));
    assert!(said.contains("restitution.bandes.2.min"), "{said}");
}

#[test]
fn an_empty_base_says_what_to_do_first() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("vide.db");
    let output =
        Command::new(env!("CARGO_BIN_EXE_boussole")).args(["--base", shown(&base), "assessment", "list"]).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("Cette base est vide."));
}
