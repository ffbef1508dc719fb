//! All definitions at hand: those inside the program, and those that the service added to its data folder.
//!
//! The highest version of an assessment is the one that is proposed; every edition that was loaded stays
//! retrievable, because a score names the edition that made it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::domain::assessment::{Assessment, AssessmentId, Edition};
use crate::domain::definition_check::{Problem, Reason};

use super::definition::version_of;
use super::files::definition_files;
use super::load::{FILE_NAME, Loaded, load, load_file};
use super::pictures::{self, Pictures};
use super::recordings::Recordings;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assessments");

/// The assessments that can be taken, and the editions that were.
#[derive(Clone, Debug, Default)]
pub struct Library {
    current: BTreeMap<AssessmentId, Arc<Assessment>>,
    editions: Vec<Arc<Assessment>>,
    pictures: BTreeMap<Edition, Arc<Pictures>>,
    recordings: BTreeMap<Edition, Arc<Recordings>>,
    problems: Vec<Problem>,
}

impl Library {
    /// Reads the definitions inside the program. One that is damaged is left out; see [`Library::problems`].
    pub fn embedded() -> Self {
        let mut library = Self::default();
        for folder in EMBEDDED.dirs() {
            if let Some(file) = folder.get_file(folder.path().join(FILE_NAME)) {
                let path = Path::new("assessments").join(file.path());
                let has_file = |inside: &str| folder.get_file(folder.path().join(inside)).is_some();
                let read = |inside: &str| {
                    folder.get_file(folder.path().join(inside)).map(|file| Cow::Borrowed(file.contents()))
                };
                let problems =
                    library.add(&path, load(&path, file.contents(), &has_file), &read, Recordings::embedded(folder));
                library.problems.extend(problems);
            }
        }
        library
    }

    /// Returns the errors and warnings of the definitions inside the program: none, as a test holds.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Adds the definitions of a folder, every `*.toml` below it. A damaged file is left out and reported; a folder
    /// that is not there adds nothing.
    pub fn add_folder(&mut self, folder: &Path) -> Vec<Problem> {
        if !folder.exists() {
            return Vec::new();
        }
        let (files, mut problems) = definition_files(folder);
        for file in files {
            let folder = file.parent().unwrap_or(Path::new(""));
            let read = |inside: &str| pictures::read_from(folder, inside);
            problems.extend(self.add(&file, load_file(&file), &read, Recordings::on_disk(folder)));
        }
        problems
    }

    fn add(
        &mut self,
        file: &Path,
        loaded: Result<Loaded, Vec<Problem>>,
        read: &dyn Fn(&str) -> Option<Cow<'static, [u8]>>,
        recordings: Recordings,
    ) -> Vec<Problem> {
        let Loaded { assessment, warnings: mut problems, .. } = match loaded {
            Ok(loaded) => loaded,
            Err(problems) => return problems,
        };
        let edition = &assessment.edition;
        if self.edition(edition).is_some() {
            return problems;
        }
        self.pictures.insert(edition.clone(), Arc::new(Pictures::of(&assessment, read)));
        self.recordings.insert(edition.clone(), Arc::new(recordings));
        let same_version =
            |other: &&Arc<Assessment>| other.edition.id == edition.id && other.edition.version == edition.version;
        if self.editions.iter().any(|other| same_version(&other)) {
            let reason = Reason::VersionReused { version: edition.version.clone() };
            problems.push(Problem::new(file, 0, "meta.version", reason));
            // Scores may name either text; the one that was there first stays the one that is proposed.
            self.editions.push(Arc::new(assessment));
            return problems;
        }
        let assessment = Arc::new(assessment);
        let newest =
            self.current.get(&assessment.edition.id).is_none_or(|best| version_of(best) < version_of(&assessment));
        if newest {
            self.current.insert(assessment.edition.id.clone(), Arc::clone(&assessment));
        }
        self.editions.push(assessment);
        problems
    }

    /// Returns the highest version of an assessment.
    pub fn get(&self, id: &AssessmentId) -> Option<&Arc<Assessment>> {
        self.current.get(id)
    }

    /// Returns exactly the edition that was taken.
    pub fn edition(&self, edition: &Edition) -> Option<&Arc<Assessment>> {
        self.editions.iter().find(|assessment| assessment.edition == *edition)
    }

    /// Returns the pictures of an edition; none of one that is not there.
    pub fn pictures(&self, edition: &Edition) -> Arc<Pictures> {
        self.pictures.get(edition).map(Arc::clone).unwrap_or_default()
    }

    /// Returns the recorded voice of an edition; none of one that is not there.
    pub fn recordings(&self, edition: &Edition) -> Arc<Recordings> {
        self.recordings.get(edition).map(Arc::clone).unwrap_or_default()
    }

    /// Returns the highest version of every assessment, in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Assessment>> {
        self.current.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Image;

    fn id(name: &str) -> AssessmentId {
        AssessmentId(name.to_owned())
    }

    fn definition(version: &str, title: &str) -> String {
        let text = EMBEDDED.get_file("grands-traits/evaluation.toml").unwrap().contents_utf8().unwrap();
        text.replacen("version = \"1.0.0\"", &format!("version = \"{version}\""), 1).replacen(
            "titre = \"Mes grands traits\"",
            &format!("titre = \"{title}\""),
            1,
        )
    }

    fn write(folder: &Path, name: &str, text: &str) {
        std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }

    #[test]
    fn the_embedded_assessments_have_neither_error_nor_warning() {
        let library = Library::embedded();
        assert_eq!(library.problems(), []);
        // One folder, one assessment: none is left out.
        assert_eq!(library.all().count(), EMBEDDED.dirs().count());
    }

    #[test]
    fn a_higher_version_wins_and_the_embedded_edition_stays() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "grands-traits/evaluation.toml", &definition("1.10.0", "Autre style"));
        write(folder.path(), "ancien.toml", &definition("1.9.0", "Vieux style"));
        let mut library = Library::embedded();
        let embedded = library.get(&id("grands-traits")).unwrap().edition.clone();
        assert_eq!(library.add_folder(folder.path()), []);
        assert_eq!(library.get(&id("grands-traits")).unwrap().about.title, "Autre style");
        assert_eq!(library.edition(&embedded).unwrap().edition.version, "1.0.0");
        assert_eq!(library.all().count(), EMBEDDED.dirs().count());
    }

    #[test]
    fn a_damaged_file_is_reported_and_the_others_are_loaded() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "cassee/evaluation.toml", "format = ");
        write(folder.path(), "bonne.toml", &definition("2.0.0", "Deuxième version"));
        let mut library = Library::embedded();
        let problems = library.add_folder(folder.path());
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].line, &problems[0].reason), (1, &Reason::Syntax));
        assert_eq!(library.get(&id("grands-traits")).unwrap().edition.version, "2.0.0");
    }

    #[test]
    fn another_text_under_a_used_version_is_reported_and_does_not_replace_it() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "copie.toml", &definition("1.0.0", "Texte changé"));
        let mut library = Library::embedded();
        let problems = library.add_folder(folder.path());
        assert_eq!(problems[0].reason, Reason::VersionReused { version: "1.0.0".to_owned() });
        assert_eq!(library.get(&id("grands-traits")).unwrap().about.title, "Mes grands traits");
    }

    #[test]
    fn the_same_text_twice_is_one_edition() {
        let folder = tempfile::tempdir().unwrap();
        let text = definition("1.0.0", "Mes grands traits");
        write(folder.path(), "copie.toml", &format!("# la même\n\n{text}"));
        let mut library = Library::embedded();
        assert_eq!(library.add_folder(folder.path()), []);
    }

    #[test]
    fn the_pictures_of_an_edition_are_at_hand_embedded_or_on_disk() {
        let image = |path: &str| Image { path: path.to_owned(), alt: String::new() };
        let library = Library::embedded();
        let embedded = library.pictures(&library.get(&id("mise-en-route")).unwrap().edition);
        assert!(embedded.get(&image("img/maison.svg")).unwrap().starts_with(b"<svg"));
        assert_eq!(embedded.get(&image("img/nulle-part.svg")), None);

        let folder = tempfile::tempdir().unwrap();
        let text = EMBEDDED.get_file("mise-en-route/evaluation.toml").unwrap().contents_utf8().unwrap();
        write(folder.path(), "mise-en-route/evaluation.toml", &text.replacen("1.0.0", "9.0.0", 1));
        for name in ["soleil", "maison", "arbre", "tasse"] {
            write(folder.path(), &format!("mise-en-route/img/{name}.svg"), &format!("<svg id='{name}'/>"));
        }
        let mut library = Library::embedded();
        assert_eq!(library.add_folder(folder.path()), []);
        let on_disk = library.pictures(&library.get(&id("mise-en-route")).unwrap().edition);
        assert_eq!(on_disk.get(&image("img/arbre.svg")), Some(&b"<svg id='arbre'/>"[..]));
    }

    #[test]
    fn a_folder_that_is_not_there_adds_nothing() {
        assert_eq!(Library::embedded().add_folder(Path::new("/nulle/part")), []);
    }
}
