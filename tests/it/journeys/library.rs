//! The library: what is installed can be prescribed, what was taken stays readable, whatever becomes of the files.

use std::path::PathBuf;

use boussole::app::library::{EditionView, Installation, PreviewError};
use boussole::app::{App, AppError, Clock, Refusal};
use boussole::domain::activity::Purpose;
use boussole::domain::assessment::{AssessmentId, Image};
use boussole::domain::definition_check::Reason;
use boussole::domain::id::ParticipantId;
use boussole::domain::library::{EditionState, LibraryRefusal, Origin};
use boussole::domain::sitting::Step;

use crate::definitions::SOUND;
use crate::support::{House, REFLECTION, STATION, activity, first_answer, wish};

const SMALL: &str = "petite";

fn small() -> AssessmentId {
    AssessmentId(SMALL.to_owned())
}

/// The small sound definition as a pilot, under this version and title.
fn definition(version: &str, title: &str) -> String {
    SOUND
        .replacen("version = \"0.1.0\"", &format!("version = \"{version}\""), 1)
        .replacen("titre = \"Ma petite évaluation\"", &format!("titre = \"{title}\""), 1)
        .replacen("statut = \"brouillon\"", "statut = \"pilote\"", 1)
}

impl House {
    fn written(&self, text: &str) -> PathBuf {
        let folder = self.folder.path().join("recu").join(SMALL);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("evaluation.toml"), text).unwrap();
        folder
    }

    fn install(&mut self, text: &str) -> Installation {
        let folder = self.written(text);
        self.app.install_assessment(self.counsellor, &folder).unwrap()
    }

    fn edition(&self, version: &str) -> EditionView {
        let all = self.app.editions(self.counsellor).unwrap().editions;
        all.into_iter().find(|view| view.edition.id == small() && view.edition.version == version).unwrap()
    }

    /// Somebody who has the small assessment to do.
    fn somebody_with_it(&mut self) -> ParticipantId {
        let person = self.somebody();
        self.prescribe(person, SMALL);
        person
    }

    fn titles_left(&mut self, person: ParticipantId) -> Vec<String> {
        let code = self.code(person);
        self.app.enter_code(STATION, &code).unwrap().left.into_iter().map(|step| step.title).collect()
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, AppError>) -> LibraryRefusal {
    match result {
        Err(AppError::Refused(Refusal::Library(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_installed_is_a_pilot_that_can_be_prescribed_and_taken() {
    let mut house = House::new();
    let done = house.install(&definition("0.1.0", "Ma petite évaluation"));
    assert_eq!(done.problems, []);
    let view = house.edition("0.1.0");
    assert_eq!((view.state, view.origin, view.proposed), (EditionState::Pilot, Origin::Installed, true));
    let person = house.somebody();
    let entries = house.app.catalogue(house.counsellor, person).unwrap();
    let entry = entries.iter().find(|entry| entry.activity == activity(SMALL)).unwrap();
    assert_eq!((entry.title.as_str(), entry.minutes, entry.purpose), ("Ma petite évaluation", 2, Purpose::Skills));
    house.prescribe(person, SMALL);
    assert_eq!(house.edition("0.1.0").n_waiting, 1);
    house.sit(STATION, person, first_answer);
    let results = house.app.results(house.counsellor, person).unwrap().results;
    assert_eq!(results[0].title, "Ma petite évaluation");
    let view = house.edition("0.1.0");
    assert_eq!((view.n_sittings, view.n_waiting), (1, 0));
}

#[test]
fn an_author_says_where_it_belongs_in_the_path() {
    let mut house = House::new();
    let text = definition("0.1.0", "Ma petite évaluation").replacen(
        "duree_min = 2",
        "duree_min = 2\nfinalite_parcours = \"confirmation\"",
        1,
    );
    house.install(&text);
    let person = house.somebody();
    let entries = house.app.catalogue(house.counsellor, person).unwrap();
    let entry = entries.iter().find(|entry| entry.activity == activity(SMALL)).unwrap();
    assert_eq!(entry.purpose, Purpose::Confirmation);
}

#[test]
fn a_definition_with_an_error_installs_nothing_and_tells_all_of_them() {
    let mut house = House::new();
    let text = definition("0.1.0", "Ma petite évaluation").replacen("min = 2.0", "min = 2.5", 1);
    let done = house.install(&text);
    assert!(done.edition.is_none() && done.has_errors());
    assert_eq!((done.problems[0].line, done.problems[0].key.as_str()), (85, "restitution.bandes.2.min"));
    assert!(house.app.editions(house.counsellor).unwrap().editions.iter().all(|view| view.edition.id != small()));
}

#[test]
fn another_text_under_a_version_that_somebody_took_is_refused_and_nothing_is_lost() {
    let mut house = House::new();
    house.install(&definition("0.1.0", "Ma petite évaluation"));
    let person = house.somebody_with_it();
    house.sit(STATION, person, first_answer);
    let before = house.app.results(house.counsellor, person).unwrap().results;
    let done = house.install(&definition("0.1.0", "Un autre titre"));
    assert_eq!(done.edition, None);
    let problem = &done.problems[0];
    assert_eq!(problem.reason, Reason::VersionReused { version: "0.1.0".to_owned() });
    assert_eq!((problem.line, problem.key.as_str()), (5, "meta.version"));
    assert_eq!(house.app.results(house.counsellor, person).unwrap().results, before);
    let same = house.written(&definition("0.1.0", "Ma petite évaluation"));
    assert_eq!(refusal(house.app.install_assessment(house.counsellor, &same)), LibraryRefusal::AlreadyThere);
}

#[test]
fn a_pilot_that_nobody_began_is_replaced_by_its_next_text() {
    let mut house = House::new();
    house.install(&definition("0.1.0", "Une faute de frape"));
    let done = house.install(&definition("0.1.0", "Une faute de frappe"));
    assert!(done.edition.is_some());
    assert_eq!(house.edition("0.1.0").title, "Une faute de frappe");
    // Once it is active it is published: its text does not change.
    house.app.activate_edition(house.counsellor, &small(), "0.1.0").unwrap();
    assert_eq!(house.install(&definition("0.1.0", "Encore un titre")).edition, None);
}

#[test]
fn a_text_of_the_program_is_never_replaced() {
    let mut house = House::new();
    let text = include_str!("../../../assessments/style-travail/evaluation.toml").replacen(
        "titre = \"Mon style au travail",
        "titre = \"Mon autre style au travail",
        1,
    );
    let done = house.install(&text);
    assert!(matches!(done.problems.last().unwrap().reason, Reason::VersionReused { .. }), "{:?}", done.problems);
}

#[test]
fn a_draft_is_tried_and_never_activated() {
    let mut house = House::new();
    house.install(SOUND);
    let refused = house.app.activate_edition(house.counsellor, &small(), "0.1.0");
    assert_eq!(refusal(refused), LibraryRefusal::Draft);
    assert_eq!(house.edition("0.1.0").state, EditionState::Pilot);
}

#[test]
fn the_highest_active_version_is_given_and_who_began_another_goes_on_with_it() {
    let mut house = House::new();
    house.install(&definition("1.0.0", "Première"));
    house.app.activate_edition(house.counsellor, &small(), "1.0.0").unwrap();
    let (first, second) = (house.somebody_with_it(), house.somebody_with_it());
    let code = house.code(first);
    let view = house.begin(STATION, &code);
    house.answer(STATION, &view, first_answer);

    house.install(&definition("1.10.0", "Deuxième"));
    assert_eq!(house.titles_left(second), ["Première"], "a pilot is not taken beside an active edition");
    house.app.activate_edition(house.counsellor, &small(), "1.10.0").unwrap();
    assert_eq!(house.titles_left(second), ["Deuxième"]);
    assert_eq!(house.titles_left(first), ["Première"]);
    house.sit(STATION, first, first_answer);
    assert_eq!(house.app.results(house.counsellor, first).unwrap().results[0].identity.version, "1.0.0");
}

#[test]
fn a_pilot_beside_an_active_edition_is_given_to_whom_it_is_prescribed_by_name() {
    let mut house = House::new();
    house.install(&definition("1.0.0", "Première"));
    house.app.activate_edition(house.counsellor, &small(), "1.0.0").unwrap();
    house.install(&definition("2.0.0", "Deuxième"));
    let (usual, chosen) = (house.somebody_with_it(), house.somebody());
    let entries = house.app.catalogue(house.counsellor, chosen).unwrap();
    let pilot = entries.iter().find(|entry| entry.activity == activity("petite@2.0.0")).unwrap();
    assert_eq!(pilot.title, "Deuxième (pilote 2.0.0)");
    assert!(entries.iter().all(|entry| entry.activity != activity("petite@1.0.0")));
    house.prescribe(chosen, "petite@2.0.0");
    assert_eq!(
        (house.titles_left(usual), house.titles_left(chosen)),
        (vec!["Première".into()], vec!["Deuxième".into()])
    );
    house.sit(STATION, chosen, first_answer);
    assert_eq!(house.app.results(house.counsellor, chosen).unwrap().results[0].identity.version, "2.0.0");

    // Once it is active, it is the usual one; the roadmap that names it stays readable.
    house.app.activate_edition(house.counsellor, &small(), "2.0.0").unwrap();
    let entries = house.app.catalogue(house.counsellor, usual).unwrap();
    assert!(entries.iter().all(|entry| entry.activity != activity("petite@2.0.0")));
    assert_eq!(house.file(chosen).roadmap.unwrap().steps[0].title, "Deuxième (pilote 2.0.0)");
    assert_eq!(house.titles_left(usual), ["Deuxième"]);
}

#[test]
fn a_retired_assessment_is_prescribed_no_more_and_its_results_stay_readable() {
    let mut house = House::new();
    house.install(&definition("1.0.0", "Première"));
    let (done, begun, waits) = (house.somebody_with_it(), house.somebody_with_it(), house.somebody_with_it());
    house.sit(STATION, done, first_answer);
    let code = house.code(begun);
    house.begin(STATION, &code);
    let refused = house.app.retire_edition(house.counsellor, &small(), "1.0.0", "  ");
    assert_eq!(refusal(refused), LibraryRefusal::NoReason);
    house.app.retire_edition(house.counsellor, &small(), "1.0.0", "Trop longue").unwrap();

    assert_eq!(house.edition("1.0.0").reason, "Trop longue");
    let somebody = house.somebody();
    let entries = house.app.catalogue(house.counsellor, somebody).unwrap();
    assert!(entries.iter().all(|entry| entry.activity != activity(SMALL)));
    let roadmap = house.roadmap(somebody);
    let refused = house.app.prescribe(house.counsellor, roadmap, &activity(SMALL), &wish());
    assert_eq!(refusal(refused), LibraryRefusal::NotProposed);

    assert_eq!(house.app.results(house.counsellor, done).unwrap().results.len(), 1);
    assert_eq!(house.titles_left(begun), ["Première"], "who began goes on");
    assert!(house.app.make_code(house.facilitator, waits).is_err(), "who did not begin has nothing to do");
    assert_eq!(house.file(waits).roadmap.unwrap().steps[0].title, "Première", "the roadmap keeps its words");

    house.app.pilot_edition(house.counsellor, &small(), "1.0.0").unwrap();
    assert_eq!(house.titles_left(waits), ["Première"]);
}

#[test]
fn an_edition_of_the_program_can_be_retired_and_comes_back() {
    let mut house = House::on_disk();
    let id = AssessmentId(REFLECTION.to_owned());
    let view = |house: &House| {
        let all = house.app.editions(house.counsellor).unwrap().editions;
        all.into_iter().find(|view| view.edition.id == id).unwrap()
    };
    let version = view(&house).edition.version;
    assert_eq!((view(&house).state, view(&house).origin), (EditionState::Active, Origin::Program));
    house.app.retire_edition(house.counsellor, &id, &version, "Remplacée").unwrap();
    house.restart();
    assert_eq!((view(&house).state, view(&house).proposed), (EditionState::Retired, false));
    house.app.activate_edition(house.counsellor, &id, &version).unwrap();
    assert!(view(&house).proposed);
    assert_eq!(refusal(house.app.activate_edition(house.counsellor, &id, &version)), LibraryRefusal::SameState);
}

#[test]
fn a_result_finds_its_definition_when_the_file_has_moved_on() {
    let mut house = House::on_disk();
    let folder = house.folder.path().join("evaluations").join(SMALL);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("evaluation.toml");
    std::fs::write(&file, definition("1.0.0", "Première")).unwrap();
    house.restart();
    let person = house.somebody_with_it();
    house.sit(STATION, person, first_answer);
    let before = house.app.results(house.counsellor, person).unwrap().results;
    assert_eq!(before[0].title, "Première");

    std::fs::write(&file, definition("1.0.0", "Un autre texte")).unwrap();
    house.restart();
    assert_eq!(house.app.results(house.counsellor, person).unwrap().results, before);
    let library = house.app.editions(house.counsellor).unwrap();
    assert_eq!(library.problems[0].reason, Reason::VersionReused { version: "1.0.0".to_owned() });
    let next = house.somebody_with_it();
    assert_eq!(house.titles_left(next), ["Première"], "the text that was taken stays the one of its version");

    std::fs::remove_file(&file).unwrap();
    house.restart();
    assert_eq!(house.app.results(house.counsellor, person).unwrap().results, before);
    assert_eq!(house.titles_left(next), ["Première"]);
}

#[test]
fn a_kiosk_that_is_on_takes_what_the_desk_installs_and_activates() {
    let mut house = House::on_disk();
    let mut kiosk = house.another_desk();
    house.install(&definition("1.0.0", "Première"));
    let person = house.somebody_with_it();
    let code = house.code(person);
    let visit = kiosk.enter_code(STATION, &code).unwrap();
    assert_eq!(visit.left[0].title, "Première");
    house.install(&definition("2.0.0", "Deuxième"));
    house.app.activate_edition(house.counsellor, &small(), "2.0.0").unwrap();
    let sitting = kiosk.begin_or_resume(STATION, visit.visit).unwrap();
    assert_eq!(sitting.assessment.edition.version, "2.0.0");
    assert!(matches!(sitting.step, Step::Question(0)));
}

#[test]
fn pictures_go_into_the_base_with_the_text() {
    let mut house = House::on_disk();
    let text = definition("1.0.0", "Avec une image").replacen(
        "enonce = \"J'aime parler.\"",
        "enonce = \"J'aime parler.\"\nimage = \"img/a.svg\"\nalt = \"Deux personnes\"",
        1,
    );
    let folder = house.written(&text);
    std::fs::create_dir_all(folder.join("img")).unwrap();
    std::fs::write(folder.join("img/a.svg"), "<svg/>").unwrap();
    let edition = house.app.install_assessment(house.counsellor, &folder).unwrap().edition.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    house.restart();
    let person = house.somebody_with_it();
    let code = house.code(person);
    let sitting = house.begin(STATION, &code);
    assert_eq!(sitting.assessment.edition, edition);
    let shown = Image { path: "img/a.svg".to_owned(), alt: String::new() };
    assert_eq!(sitting.pictures.get(&shown), Some(&b"<svg/>"[..]));
}

#[test]
fn an_observation_is_in_the_library_and_no_step_of_a_person() {
    let mut house = House::new();
    let text = definition("1.0.0", "Une grille").replacen("modalite = \"auto\"", "modalite = \"observation\"", 1);
    assert!(house.install(&text).edition.is_some());
    let person = house.somebody();
    let entries = house.app.catalogue(house.counsellor, person).unwrap();
    assert!(entries.iter().all(|entry| entry.activity != activity(SMALL)));
}

#[test]
fn a_preview_is_a_visit_of_nobody_with_one_thing_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("essai.toml");
    std::fs::write(&file, SOUND).unwrap();
    let chance = boussole::app::Chance::from_seed(1);
    let (mut app, code) = App::preview(&file, Clock::System, chance).unwrap();
    let visit = app.enter_code(STATION, &code).unwrap();
    assert_eq!(visit.left.iter().map(|step| step.title.as_str()).collect::<Vec<_>>(), ["Ma petite évaluation"]);
    let view = app.begin_or_resume(STATION, visit.visit).unwrap();
    assert_eq!(view.on_screen().unwrap().id.0, "A1");
}

#[test]
fn a_preview_tells_what_is_wrong_and_tries_what_the_staff_enters() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("essai.toml");
    std::fs::write(&file, SOUND.replacen("min = 2.0", "min = 2.5", 1)).unwrap();
    let chance = || boussole::app::Chance::from_seed(1);
    let refused = App::preview(&file, Clock::System, chance());
    let Err(PreviewError::Definition(problems)) = refused else { panic!() };
    assert_eq!(problems[0].key, "restitution.bandes.2.min");
    std::fs::write(&file, SOUND.replacen("modalite = \"auto\"", "modalite = \"observation\"", 1)).unwrap();
    let (mut app, code) = App::preview(&file, Clock::System, chance()).unwrap();
    assert_eq!(app.enter_code(STATION, &code).unwrap().left.len(), 1);
}
