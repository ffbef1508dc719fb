//! The program as somebody types it: what it refuses, how it says so, and what the demonstration leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use boussole::store::{Store, fold};
use lopdf::Document;
use serde_json::Value;

fn boussole(args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_boussole");
    Command::new(program).args(args).env_remove("BOUSSOLE_LOG").output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Returns what was said on standard error, with plain spaces and apostrophes.
fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2019}', "'")
}

/// Asserts that the program failed in French, without a word of its inside.
#[track_caller]
fn assert_refused(output: &Output, words: &[&str]) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
    for inside in ["Error", "panicked", "src/", "::", "rusqlite", "Some(", "RUST_BACKTRACE"] {
        assert!(!said.contains(inside), "{inside}: {said}");
    }
}

#[test]
#[cfg(feature = "ui")]
fn a_base_of_a_later_version_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("boussole.db");
    drop(Store::open(&base).unwrap());
    let connection = rusqlite::Connection::open(&base).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).unwrap();
    drop(connection);
    let before = fs::read(&base).unwrap();
    assert_refused(&boussole(&["--base", text(&base)]), &["version plus récente", "Installez la dernière version"]);
    assert_eq!(fs::read(&base).unwrap(), before);
}

#[test]
#[cfg(feature = "ui")]
fn a_file_that_is_no_base_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("lettre.txt");
    fs::write(&letter, "Bonjour, ceci est une lettre et non une base. ".repeat(60)).unwrap();
    let recipes = folder.path().join("recettes.db");
    rusqlite::Connection::open(&recipes).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    for file in [letter, recipes] {
        let before = fs::read(&file).unwrap();
        let output = boussole(&["--base", text(&file)]);
        assert_refused(
            &output,
            &["n'est pas une base de la Boussole", "--base", text(file.file_name().unwrap().as_ref())],
        );
        assert_eq!(fs::read(&file).unwrap(), before);
    }
}

#[test]
#[cfg(feature = "ui")]
fn a_base_where_nothing_can_be_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    // A file stands where the folder should be: not even the administrator writes there.
    let file = folder.path().join("fichier");
    fs::write(&file, "").unwrap();
    for base in [file.join("boussole.db"), folder.path().join("absent").join("boussole.db")] {
        assert_refused(&boussole(&["--base", text(&base)]), &["ne s'ouvre pas", "Vérifiez que le dossier existe"]);
        assert_refused(&boussole(&["kiosk", "--base", text(&base)]), &["ne s'ouvre pas"]);
    }
}

#[test]
fn a_demonstration_that_has_no_place_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fichier");
    fs::write(&file, "").unwrap();
    let output = boussole(&["demo", "--headless", "--dir", text(&file.join("demo"))]);
    assert_refused(&output, &["ne peut pas être créé", "--dir"]);
}

#[test]
fn a_demonstration_touches_no_base_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("boussole.db");
    fs::write(&base, "tout ce que j'ai").unwrap();
    let output = boussole(&["demo", "--headless", "--dir", text(folder.path())]);
    assert_refused(&output, &["rien n'a été touché", &format!("boussole --base {}", base.display())]);
    assert_eq!(fs::read(&base).unwrap(), b"tout ce que j'ai");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn an_unknown_command_is_refused() {
    let output = boussole(&["fabriquer"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("fabriquer"));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_damaged_definition_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("petite").join("evaluation.toml");
    fs::create_dir(file.parent().unwrap()).unwrap();
    let sound = crate::definitions::SOUND;
    fs::write(&file, sound).unwrap();
    assert_eq!(boussole(&["check", text(folder.path())]).status.code(), Some(0));

    let damaged = sound.replacen("correct = [12]", "correct = [120]", 1);
    let line = damaged.lines().position(|line| line == "correct = [120]").unwrap() + 1;
    fs::write(&file, &damaged).unwrap();
    let output = boussole(&["check", text(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains(&format!("{}:{line} ", file.display())), "{found}");
    assert!(found.contains("la bonne réponse ne peut pas être saisie"), "{found}");
    assert!(output.stderr.is_empty());

    fs::write(&file, &sound[..sound.len() / 2]).unwrap();
    let output = boussole(&["check", text(&file)]);
    assert_eq!(output.status.code(), Some(1));
    fs::write(&file, [0xFF, 0xFE, 0x00]).unwrap();
    assert_eq!(boussole(&["check", text(&file)]).status.code(), Some(1));
    assert_eq!(boussole(&["check", text(&folder.path().join("absent"))]).status.code(), Some(1));
}

/// A demonstration, played once for all the facts about it.
struct Demo {
    folder: PathBuf,
    output: Output,
}

static DEMO: LazyLock<Demo> = LazyLock::new(|| {
    // Each process has its own folder: a runner that starts one for each test would see what another still plays.
    // A static value is never dropped: what runs before have left for an hour is removed instead.
    let home = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for left in fs::read_dir(home).unwrap().map(|entry| entry.unwrap()) {
        let age = left.metadata().and_then(|about| about.modified()).map(|at| at.elapsed().unwrap_or_default());
        let is_ours = left.file_name().to_string_lossy().starts_with("fortnight-");
        if is_ours && age.is_ok_and(|age| age.as_secs() > 3600) {
            // Another process may be removing it too.
            drop(fs::remove_dir_all(left.path()));
        }
    }
    let folder = home.join(format!("fortnight-{}", std::process::id()));
    let output = boussole(&["demo", "--headless", "--seed", "3", "--dir", text(&folder)]);
    Demo { folder, output }
});

impl Demo {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn summary(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("resume.json")).unwrap()).unwrap()
    }

    fn pdfs(&self) -> Vec<PathBuf> {
        let folders =
            fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        files.collect()
    }
}

#[test]
fn the_demonstration_says_where_everything_is() {
    let output = &DEMO.output;
    assert_eq!(output.status.code(), Some(0), "{}", said(output));
    assert_eq!(said(output), "");
    let told = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(told.contains(&format!("boussole --base {}", DEMO.path("boussole.db").display())), "{told}");
    assert!(!told.contains('{') && !told.contains("demo-"), "{told}");
}

#[test]
fn the_summary_of_the_demonstration_has_its_shape_and_its_counts() {
    let summary = DEMO.summary();
    let keys: Vec<&String> = summary.as_object().unwrap().keys().collect();
    let expected = [
        "answers",
        "deliveries",
        "participants",
        "restitutions",
        "roadmaps_finished",
        "sessions",
        "sittings",
        "syntheses",
    ];
    assert_eq!(keys, expected);
    let count = |key: &str| summary[key].as_u64().unwrap();
    assert!(count("participants") >= 24, "{summary}");
    assert!(count("roadmaps_finished") >= 6, "{summary}");
    assert!(count("deliveries") >= 6, "{summary}");
    assert!(count("syntheses") >= count("deliveries"), "{summary}");
    assert!(count("answers") > 20 * count("sittings"), "{summary}");
    for restitution in summary["restitutions"].as_array().unwrap() {
        assert!((60..=120).contains(&restitution["minutes"].as_u64().unwrap()), "{restitution}");
    }
}

#[test]
fn a_session_of_the_demonstration_opens_with_six_and_five_are_told_why_they_wait() {
    let summary = DEMO.summary();
    let sessions = summary["sessions"].as_array().unwrap();
    let opened: Vec<&Value> = sessions.iter().filter(|session| session["opened"] == true).collect();
    assert!(!opened.is_empty());
    for session in &opened {
        assert!(session["seats"].as_u64().unwrap() >= 6, "{session}");
        assert!(session["reason"].is_null() && session["date"].as_str().unwrap().len() == 10, "{session}");
    }
    let five: Vec<&Value> = sessions.iter().filter(|session| session["seats"] == 5).collect();
    let [five] = five.as_slice() else { panic!("{summary}") };
    assert_eq!(five["opened"], false);
    assert!(five["date"].is_null());
    assert!(five["reason"].as_str().unwrap().contains("il manque une personne"), "{five}");
}

#[test]
fn each_delivery_of_the_demonstration_is_a_file() {
    let n_files = fs::read_dir(DEMO.path("syntheses")).unwrap().count();
    assert_eq!(DEMO.summary()["deliveries"].as_u64().unwrap(), n_files as u64);
    let base = rusqlite::Connection::open(DEMO.path("boussole.db")).unwrap();
    let files: Vec<String> = base
        .prepare("SELECT file FROM delivery")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(files.len(), n_files);
    assert!(files.iter().all(|file| DEMO.path("syntheses").join(file).is_file()));
}

#[test]
fn the_papers_of_the_demonstration_are_read_with_their_accents() {
    let papers = DEMO.pdfs();
    assert!(papers.len() > 20, "{}", papers.len());
    for kind in ["synthese-", "convocation-", "emargement-"] {
        let paper = papers.iter().find(|path| text(path.file_name().unwrap().as_ref()).starts_with(kind)).unwrap();
        let file = Document::load(paper).unwrap();
        let pages: Vec<u32> = file.get_pages().into_keys().collect();
        let words = file.extract_text(&pages).unwrap();
        assert!(words.contains('é'), "{kind}: {words}");
        assert!(!words.contains('\u{FFFD}'), "{kind}: {words}");
    }
    for paper in &papers {
        assert!(!Document::load(paper).unwrap().get_pages().is_empty(), "{}", paper.display());
    }
}

#[test]
fn no_file_of_the_demonstration_carries_a_name() {
    let store = Store::open(&DEMO.path("boussole.db")).unwrap();
    let people = store.base().participants().unwrap();
    assert!(people.len() >= 24);
    for path in DEMO.pdfs() {
        let file = fold(text(path.file_name().unwrap().as_ref()));
        for person in &people {
            for part in [person.name.first(), person.name.last()].map(fold) {
                assert!(!format!(" {file} ").contains(&format!(" {part} ")), "{file}: {part}");
            }
        }
    }
    let agenda = fold(&fs::read_to_string(DEMO.path("agenda.ics")).unwrap());
    assert!(people.iter().all(|person| !agenda.contains(&fold(&person.name.full()))));
}

#[test]
fn a_second_demonstration_in_the_same_folder_changes_nothing() {
    let bytes = || fs::read(DEMO.path("resume.json")).unwrap();
    let (before, base) = (bytes(), fs::metadata(DEMO.path("boussole.db")).unwrap().len());
    let output = boussole(&["demo", "--headless", "--dir", text(&DEMO.folder)]);
    assert_refused(&output, &["rien n'a été touché", "boussole --base"]);
    assert_eq!(bytes(), before);
    assert_eq!(fs::metadata(DEMO.path("boussole.db")).unwrap().len(), base);
}
