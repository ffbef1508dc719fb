//! A definition as a spreadsheet: the template is a whole definition, and mistakes are told by sheet and cell.

use std::fs;
use std::path::{Path, PathBuf};

use boussole::app::check::check_paths;
use boussole::domain::definition_check::{Problem, Reason, Severity};
use boussole::exchange::definition_sheet::{read, template};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use crate::support::House;

fn written(folder: &TempDir) -> PathBuf {
    let file = folder.path().join("modele.xlsx");
    fs::write(&file, template().unwrap()).unwrap();
    file
}

fn problems(path: &Path) -> Vec<Problem> {
    check_paths(&[path.to_owned()]).problems
}

/// The sheets of a folder of CSV files, as the template's example has them.
fn csv_folder(folder: &TempDir) -> PathBuf {
    let out = folder.path().join("tableur");
    fs::create_dir_all(&out).unwrap();
    let sheets = [
        (
            "Carte.csv",
            "Rubrique;Valeur\nIdentifiant;essai\nVersion;0.1.0\nTitre;Mon essai\nLangue;fr-FR\nLicence;projet\nSource;Écrit pour les tests\nModalité;auto\nDurée en minutes;3\nStatut;pilote\n",
        ),
        ("Consignes.csv", "Rubrique;Texte\nDébut;Répondez comme vous êtes.\n"),
        ("Réponses.csv", "Échelle de réponse;Valeur;Libellé\naccord;1;Non\naccord;2;Entre les deux\naccord;3;Oui\n"),
        (
            "Questions.csv",
            "Identifiant;Type;Énoncé;Réponses\nA1;likert;J’aime parler.;accord\nA2;Likert;J’aime le calme.;accord\n",
        ),
        (
            "echelles.csv",
            "Identifiant;Titre;Méthode;Questions;Part minimale de réponses\nparole;Parler;Moyenne;A1, -A2;0,5\n",
        ),
        (
            "Bandes.csv",
            "Échelle;Minimum;Maximum;Titre;Texte pour la personne\nparole;1;2;Au calme;Vous aimez le calme.\nparole;2;3;En parole;Vous aimez parler.\n",
        ),
    ];
    for (name, text) in sheets {
        fs::write(out.join(name), text).unwrap();
    }
    out
}

#[test]
fn the_template_is_a_definition_with_every_kind_of_question() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(&folder);
    let found = problems(&file);
    // The example's two pictures are the author's to bring.
    let missing: Vec<&Reason> = found.iter().map(|problem| &problem.reason).collect();
    assert!(matches!(missing.as_slice(), [Reason::MissingFile { .. }, Reason::MissingFile { .. }]), "{found:#?}");
    assert_eq!(found[0].severity, Severity::Warning);
    assert_eq!(found[0].key, "feuille Questions, case H12 (Option\u{A0}A)".replace('\u{A0}', " "));
    let text = read(&file).unwrap().text;
    for kind in ["likert", "choix_unique", "choix_multiple", "plus_moins", "nombre", "ordre", "choix_image"] {
        assert!(text.contains(&format!("type = \"{kind}\"")), "{kind}: {text}");
    }
    assert!(text.starts_with("format = \"boussole-evaluation/1\"\n\n[meta]\nid = \"mon-evaluation\"\n"), "{text}");
    assert!(text.contains("{ id = \"a\", texte = \"Je décide vite\", dimension = \"D\" }"), "{text}");
    assert!(text.contains("correct = [\"b\", \"a\", \"c\"]"), "{text}");
}

#[test]
fn the_template_can_be_installed_and_its_text_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(&folder);
    let mut house = House::on_disk();
    let done = house.app.install_assessment(house.counsellor, &file).unwrap();
    let edition = done.edition.unwrap();
    house.restart();
    let library = house.app.editions(house.counsellor).unwrap();
    let view = library.editions.iter().find(|view| view.edition == edition).unwrap();
    assert_eq!((view.title.as_str(), view.assessment.items().len()), ("Mon évaluation", 12));
    assert!(view.source.ends_with("modele.xlsx"));
}

#[test]
fn a_folder_of_csv_files_is_read_like_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let out = csv_folder(&folder);
    assert_eq!(problems(&out), []);
    let text = read(&out).unwrap().text;
    assert!(text.contains("items = [\"A1\", \"-A2\"]\nmin_repondus = 0.5\n"), "{text}");
    assert!(text.contains("enonce = \"J'aime parler.\""), "{text}");
}

#[test]
fn a_mistake_is_told_by_its_sheet_and_cell() {
    for (file, from, to, place, reason) in [
        ("Carte.csv", "minutes;3", "minutes;trois", "feuille Carte, case B9 (Durée en minutes)", None),
        ("Carte.csv", "Statut;pilote", "Statut;fini", "feuille Carte, case B10 (Statut)", None),
        ("Carte.csv", "Titre;Mon essai\n", "", "feuille Carte, rubrique Titre", Some(Reason::MissingKey)),
        ("Carte.csv", "Langue;", "Langage;", "feuille Carte, case B5 (Langage)", None),
        (
            "Questions.csv",
            "A2;Likert;J’aime le calme.;accord",
            "A2;Likert;J’aime le calme.;oui",
            "feuille Questions, case D3 (Réponses)",
            None,
        ),
        (
            "Questions.csv",
            "A2;Likert;J’aime le calme.;accord",
            "A2;Likert;;accord",
            "feuille Questions, case C3 (Énoncé)",
            Some(Reason::MissingKey),
        ),
        ("Questions.csv", ";Énoncé;", ";Phrase;", "feuille Questions, case C1 (Phrase)", None),
        ("Questions.csv", "A2;Likert", "A2;Matrice", "feuille Questions, case B3 (Type)", None),
        ("echelles.csv", "A1, -A2", "A1, -A9", "feuille Échelles, case D2 (Questions)", None),
        ("Bandes.csv", ";Titre;", ";# Titre;", "feuille Bandes, ligne 2 (Titre)", Some(Reason::MissingKey)),
        ("Bandes.csv", "parole;2;3", "parole;2,5;3", "feuille Bandes, case B3 (Minimum)", None),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let out = csv_folder(&folder);
        let text = fs::read_to_string(out.join(file)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        fs::write(out.join(file), text.replacen(from, to, 1)).unwrap();
        let found = problems(&out);
        let told = found.iter().find(|problem| problem.key.replace('\u{A0}', " ") == place);
        let told = told.unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert_eq!((told.severity, told.line), (Severity::Error, 0));
        assert!(reason.is_none_or(|reason| reason == told.reason), "{told:?}");
    }
}

#[test]
fn what_is_no_workbook_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("photo.xlsx");
    fs::write(&file, "pas un classeur").unwrap();
    assert_eq!(problems(&file)[0].reason, Reason::NotAWorkbook);
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "bonjour").unwrap();
    fs::write(&file, book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(problems(&file)[0].reason, Reason::MissingSheet { name: "Carte".to_owned() });
    assert_eq!(problems(&folder.path().join("absent.xlsx"))[0].reason, Reason::NoSuchPath);
}

#[test]
fn a_workbook_that_would_fill_the_memory_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loin.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Carte").unwrap();
    sheet.write(1_048_575, 16_383, "loin").unwrap();
    fs::write(&file, book.save_to_buffer().unwrap()).unwrap();
    assert!(matches!(problems(&file)[0].reason, Reason::TooLarge { .. }));
    // A hundred megabytes of one letter fill a hundred kilobytes.
    let mut archive = zip::ZipWriter::new(fs::File::create(&file).unwrap());
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b'a'), 100_000_000), &mut archive).unwrap();
    archive.finish().unwrap();
    assert!(file.metadata().unwrap().len() < 1_000_000);
    assert!(matches!(problems(&file)[0].reason, Reason::TooLarge { limit: 60_000_000, .. }));
}
