//! Definition files as they are on disk: damaged, too large, written by Windows, checked from the command line.

use std::path::{Path, PathBuf};

use boussole::app::check::check_paths;
use boussole::catalog::load::load;
use boussole::cli::check::check;
use boussole::domain::definition_check::{Reason, Severity};

use crate::definitions::{SOUND, problems};

#[test]
fn a_damaged_file_is_refused_with_its_line() {
    let refused = |bytes: &[u8]| load(Path::new("petite/evaluation.toml"), bytes, &|_| false).unwrap_err();
    let truncated = refused(SOUND.split_at(SOUND.find("calme.\"").unwrap()).0.as_bytes());
    assert_eq!((truncated[0].line, &truncated[0].reason), (37, &Reason::Syntax));

    let mut invalid = SOUND.as_bytes().to_vec();
    let at = SOUND.find("Ma petite").unwrap();
    invalid[at] = 0xFF;
    let found = refused(&invalid);
    assert_eq!((found.len(), found[0].line, &found[0].reason), (1, 6, &Reason::NotUtf8));

    let large = format!("{SOUND}# {}", "a".repeat(3_000_000));
    assert!(matches!(refused(large.as_bytes())[0].reason, Reason::TooLarge { limit: 1_000_000, .. }));

    let found = refused(SOUND.replacen("langue = \"fr-FR\"", "langue = \"fr-FR\"\ntitre = \"Encore\"", 1).as_bytes());
    assert_eq!((found[0].line, &found[0].reason), (8, &Reason::DuplicateKey));
    assert!(!refused(b"").is_empty());
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{a=", "}")] {
        let deep = format!("format = {}1{}\n", open.repeat(100_000), close.repeat(100_000));
        let found = load(Path::new("profond.toml"), deep.as_bytes(), &|_| false).unwrap_err();
        assert_eq!((found[0].line, &found[0].reason), (1, &Reason::TooDeep), "{open}");
    }
    let keys = format!("{}a = 1\n", "a.".repeat(50_000));
    assert_eq!(load(Path::new("profond.toml"), keys.as_bytes(), &|_| false).unwrap_err()[0].reason, Reason::TooDeep);
}

#[test]
fn no_truncation_of_a_definition_panics() {
    for end in (0..SOUND.len()).step_by(7) {
        let text = &SOUND.as_bytes()[..end];
        // A cut may fall between two parts that make a whole: what matters is that it is loaded or refused.
        if let Err(problems) = load(Path::new("petite/evaluation.toml"), text, &|_| false) {
            assert!(problems.iter().any(|problem| problem.severity == Severity::Error));
        }
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let windows = format!("\u{FEFF}{}", SOUND.replace('\n', "\r\n"));
    assert_eq!(problems(&windows), []);
    let broken = windows.replacen("min = 2.0", "min = 2.5", 1);
    assert_eq!(problems(&broken)[0].line, 85);
}

#[test]
fn comments_and_layout_do_not_change_the_edition_and_words_do() {
    let edition =
        |text: &str| load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|_| false).unwrap().assessment.edition;
    let laid_out =
        SOUND.replace("\n[[", "\n\n# un commentaire\n[[").replacen("duree_min = 2", "duree_min   =  2 # minutes", 1);
    assert_eq!(edition(&laid_out), edition(SOUND));
    assert_eq!(edition(SOUND).content_hash.len(), 64);
    let reworded = SOUND.replacen("J'aime parler.", "J'aime discuter.", 1);
    assert_ne!(edition(&reworded).content_hash, edition(SOUND).content_hash);
}

#[test]
fn the_check_command_names_file_line_key_and_reason_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("petite").join("evaluation.toml");
    std::fs::create_dir(file.parent().unwrap()).unwrap();
    std::fs::write(
        &file,
        SOUND.replacen("min = 2.0", "min = 2.5", 1).replacen("J'aime parler.", "Je ne parle pas.", 1),
    )
    .unwrap();
    let mut out = Vec::new();
    let refused = check(&[folder.path().to_owned()], &mut out).unwrap();
    let name = file.display();
    let expected = format!(
        "{name}:31 items.A1.enonce – attention, l’énoncé est une négation\u{202F}; dites l’autre pôle\n\
         {name}:85 restitution.bandes.2.min – les bandes de l’échelle «\u{A0}parole\u{A0}» laissent un trou ou se recouvrent à 2\n\
         1 fichier, 1 erreur, 1 remarque\n"
    );
    assert_eq!(String::from_utf8(out).unwrap(), expected);
    assert!(refused);
}

#[test]
fn the_check_command_refuses_a_missing_path_and_accepts_our_assessments() {
    let mut out = Vec::new();
    assert!(check(&[PathBuf::from("/nulle/part")], &mut out).unwrap());
    let said = String::from_utf8(out).unwrap();
    assert!(said.starts_with("/nulle/part – ce fichier ou ce dossier n’existe pas\n"), "{said}");

    let mut out = Vec::new();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments");
    let n = std::fs::read_dir(&ours).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir()).count();
    assert!(!check(&[ours], &mut out).unwrap());
    assert_eq!(String::from_utf8(out).unwrap(), format!("{n} fichiers, 0 erreur, 0 remarque\n"));
}

#[test]
fn the_examples_of_the_whole_format_have_no_error() {
    // Beside the project, or beside the folder of its worktrees.
    let places = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|place| place.join("shared/oracle/schema"));
    let Some(folder) = places.into_iter().find(|place| place.exists()) else {
        assert!(std::env::var_os("CI").is_none(), "the examples are in shared/oracle/schema");
        println!("skipped: shared/oracle/schema is not there");
        return;
    };
    let report = check_paths(&[folder]);
    assert_eq!(report.n_files, 3);
    let errors: Vec<_> = report.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn an_area_that_is_too_small_is_told_at_its_own_line() {
    let text = include_str!("../data/petite/evaluation.toml").replacen(
        "correct = [12]",
        "correct = [12]\ndomaine = \"b\"\nirt = { a = 1.0, b = 0.0 }",
        1,
    );
    let adaptive = "\n[adaptatif]\nmodele = \"2PL\"\nestimateur = \"EAP\"\narret = { max_items = 5 }\n\
                    [adaptatif.equilibre]\na = 0.5\nb = 0.5\n";
    let text = text + adaptive;
    let line = |key: &str| text.lines().position(|line| line.starts_with(key)).unwrap() + 1;
    let found = problems(&text);
    let told = |area: &str| {
        found.iter().find(|problem| problem.key == format!("adaptatif.equilibre.{area}")).map(|problem| problem.line)
    };
    assert_eq!((told("a"), told("b")), (Some(line("a = 0.5")), Some(line("b = 0.5"))));
}
