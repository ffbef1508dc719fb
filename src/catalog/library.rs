//! All definitions at hand: those inside the program, those of the data folder, and those that the base keeps.
//!
//! Every edition stays retrievable, because a score names the edition that made it; [`proposed`] says which one a
//! person is given. Under one version the first text that was there stays the one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::domain::assessment::{Assessment, AssessmentId, Edition};
use crate::domain::definition_check::{Problem, Reason};
use crate::domain::library::{EditionState, Origin, proposed};

use super::definition::version_of;
use super::files::definition_files;
use super::load::{FILE_NAME, Loaded, load, load_file};
use super::pictures::{self, Pictures};
use super::recordings::Recordings;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assessments");

/// The assessments that can be taken, and the editions that were.
#[derive(Clone, Debug, Default)]
pub struct Library {
    editions: Vec<Held>,
    /// Indices of the editions proposed.
    current: BTreeMap<AssessmentId, usize>,
    /// Sounds are large: they stay where they are, and the base keeps none.
    recordings: BTreeMap<Edition, Arc<Recordings>>,
    problems: Vec<Problem>,
}

/// One edition at hand.
#[derive(Clone, Debug)]
pub struct Held {
    pub assessment: Arc<Assessment>,
    pub origin: Origin,
    pub state: EditionState,
    /// The definition as its author wrote it.
    pub text: String,
    pub pictures: Arc<Pictures>,
}

/// What the base keeps of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub edition: Edition,
    pub text: String,
    /// Its pictures: path inside its folder, and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    pub origin: Origin,
    pub state: EditionState,
}

impl Library {
    /// Reads the definitions inside the program. One that is damaged is left out; see [`Library::problems`].
    pub fn embedded() -> Self {
        let mut library = Self::default();
        library.add_embedded();
        library
    }

    /// Adds the definitions inside the program, after those that the base keeps.
    pub fn add_embedded(&mut self) {
        for folder in EMBEDDED.dirs() {
            if let Some(file) = folder.get_file(folder.path().join(FILE_NAME)) {
                let path = Path::new("assessments").join(file.path());
                let has_file = |inside: &str| folder.get_file(folder.path().join(inside)).is_some();
                let read = |inside: &str| {
                    folder.get_file(folder.path().join(inside)).map(|file| Cow::Borrowed(file.contents()))
                };
                let loaded = load(&path, file.contents(), &has_file);
                self.keep_recordings(&loaded, Recordings::embedded(folder));
                self.add(&path, loaded, Origin::Program, &read);
            }
        }
    }

    /// Returns what is wrong with the definitions at hand: inside the program nothing, as a test holds.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Adds the definitions of a folder, every `*.toml` below it. A damaged file is left out and reported; a folder
    /// that is not there adds nothing.
    pub fn add_folder(&mut self, folder: &Path) {
        if !folder.exists() {
            return;
        }
        let (files, problems) = definition_files(folder);
        self.problems.extend(problems);
        for file in files {
            let folder = file.parent().unwrap_or(Path::new(""));
            let read = |inside: &str| pictures::read_from(folder, inside);
            let loaded = load_file(&file);
            self.keep_recordings(&loaded, Recordings::on_disk(folder));
            self.add(&file, loaded, Origin::Folder, &read);
        }
    }

    /// Adds an edition that the base keeps; one that this program cannot read is left out and reported.
    pub fn add_kept(&mut self, kept: &Kept) {
        let path = Path::new("boussole.db").join(&kept.edition.id.0).join(FILE_NAME);
        let bytes_of = |inside: &str| kept.files.iter().find(|(path, _)| path == inside).map(|(_, bytes)| bytes);
        let loaded = load(&path, kept.text.as_bytes(), &|inside| bytes_of(inside).is_some());
        // Its author read the warnings when it was installed.
        let loaded = loaded.map(|mut loaded| {
            loaded.warnings.clear();
            loaded
        });
        self.add(&path, loaded, kept.origin, &|inside| bytes_of(inside).map(|bytes| Cow::Owned(bytes.clone())));
        self.decide(&kept.edition, kept.state);
    }

    fn add(
        &mut self,
        file: &Path,
        loaded: Result<Loaded, Vec<Problem>>,
        origin: Origin,
        read: &dyn Fn(&str) -> Option<Cow<'static, [u8]>>,
    ) {
        let Loaded { assessment, text, warnings, version_line, .. } = match loaded {
            Ok(loaded) => loaded,
            Err(problems) => return self.problems.extend(problems),
        };
        self.problems.extend(warnings);
        let edition = &assessment.edition;
        if self.edition(edition).is_some() {
            return;
        }
        if self.same_version(edition).is_some() {
            let reason = Reason::VersionReused { version: edition.version.clone() };
            self.problems.push(Problem::new(file, version_line, "meta.version", reason));
        }
        let state = EditionState::at_first(origin, assessment.about.status);
        let pictures = Arc::new(Pictures::of(&assessment, read));
        self.editions.push(Held { assessment: Arc::new(assessment), origin, state, text, pictures });
        self.propose();
    }

    /// Returns the edition that was first under this version, when its text is another one.
    pub fn same_version(&self, edition: &Edition) -> Option<&Held> {
        let first = self.version(&edition.id, &edition.version);
        first.filter(|held| held.assessment.edition.content_hash != edition.content_hash)
    }

    /// Returns the edition of this version: the text that was first there.
    pub fn version(&self, id: &AssessmentId, version: &str) -> Option<&Held> {
        self.editions.iter().find(|held| {
            let edition = &held.assessment.edition;
            edition.id == *id && edition.version == version
        })
    }

    /// Sets where an edition stands.
    pub fn decide(&mut self, edition: &Edition, state: EditionState) {
        if let Some(held) = self.editions.iter_mut().find(|held| held.assessment.edition == *edition) {
            held.state = state;
            self.propose();
        }
    }

    /// Leaves only the installed editions that the base still keeps: a pilot that nobody began may have been replaced.
    pub fn retain_installed(&mut self, kept: impl Fn(&Edition) -> bool) {
        self.editions.retain(|held| held.origin != Origin::Installed || kept(&held.assessment.edition));
        self.propose();
    }

    fn propose(&mut self) {
        let mut by_id: BTreeMap<AssessmentId, Vec<usize>> = BTreeMap::new();
        for (index, held) in self.editions.iter().enumerate() {
            by_id.entry(held.assessment.edition.id.clone()).or_default().push(index);
        }
        let chosen = |(id, indices): (AssessmentId, Vec<usize>)| {
            let held = indices.iter().filter_map(|index| self.editions.get(*index));
            let standings: Vec<_> = held.map(|held| (version_of(&held.assessment), held.state)).collect();
            Some((id, *indices.get(proposed(&standings)?)?))
        };
        self.current = by_id.into_iter().filter_map(chosen).collect();
    }

    /// Returns the edition of an assessment that is proposed; none when all are retired.
    pub fn get(&self, id: &AssessmentId) -> Option<&Arc<Assessment>> {
        let index = self.current.get(id)?;
        self.editions.get(*index).map(|held| &held.assessment)
    }

    /// Returns exactly the edition that was taken.
    pub fn edition(&self, edition: &Edition) -> Option<&Arc<Assessment>> {
        self.held(edition).map(|held| &held.assessment)
    }

    pub fn held(&self, edition: &Edition) -> Option<&Held> {
        self.editions.iter().find(|held| held.assessment.edition == *edition)
    }

    /// Returns the pictures of an edition; none of one that is not there.
    pub fn pictures(&self, edition: &Edition) -> Arc<Pictures> {
        self.held(edition).map(|held| Arc::clone(&held.pictures)).unwrap_or_default()
    }

    /// Keeps the voice of an edition, whether its text comes from here or from the base.
    fn keep_recordings(&mut self, loaded: &Result<Loaded, Vec<Problem>>, recordings: Recordings) {
        if let Ok(loaded) = loaded {
            self.recordings.entry(loaded.assessment.edition.clone()).or_insert_with(|| Arc::new(recordings));
        }
    }

    /// Returns the recorded voice of an edition; none of one that is not there.
    pub fn recordings(&self, edition: &Edition) -> Arc<Recordings> {
        self.recordings.get(edition).map(Arc::clone).unwrap_or_default()
    }

    /// Returns the edition proposed of every assessment, in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Assessment>> {
        self.current.values().filter_map(|index| self.editions.get(*index)).map(|held| &held.assessment)
    }

    /// Returns every edition at hand, in the order of ids, the highest version first.
    pub fn editions(&self) -> Vec<&Held> {
        let mut all: Vec<&Held> = self.editions.iter().collect();
        all.sort_by_key(|held| (&held.assessment.edition.id, std::cmp::Reverse(version_of(&held.assessment))));
        all
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
        library.add_folder(folder.path());
        assert_eq!(library.problems(), []);
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
        library.add_folder(folder.path());
        let problems = library.problems();
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].line, &problems[0].reason), (1, &Reason::Syntax));
        assert_eq!(library.get(&id("grands-traits")).unwrap().edition.version, "2.0.0");
    }

    #[test]
    fn another_text_under_a_used_version_is_reported_and_does_not_replace_it() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "copie.toml", &definition("1.0.0", "Texte changé"));
        let mut library = Library::embedded();
        library.add_folder(folder.path());
        let problems = library.problems();
        assert_eq!(problems[0].reason, Reason::VersionReused { version: "1.0.0".to_owned() });
        assert_eq!(library.get(&id("grands-traits")).unwrap().about.title, "Mes grands traits");
    }

    #[test]
    fn the_same_text_twice_is_one_edition() {
        let folder = tempfile::tempdir().unwrap();
        let text = definition("1.0.0", "Mes grands traits");
        write(folder.path(), "copie.toml", &format!("# la même\n\n{text}"));
        let mut library = Library::embedded();
        library.add_folder(folder.path());
        assert_eq!(library.problems(), []);
        assert_eq!(library.editions().len(), EMBEDDED.dirs().count());
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
        library.add_folder(folder.path());
        assert_eq!(library.problems(), []);
        let on_disk = library.pictures(&library.get(&id("mise-en-route")).unwrap().edition);
        assert_eq!(on_disk.get(&image("img/arbre.svg")), Some(&b"<svg id='arbre'/>"[..]));
    }

    #[test]
    fn a_folder_that_is_not_there_adds_nothing() {
        let mut library = Library::embedded();
        library.add_folder(Path::new("/nulle/part"));
        assert_eq!(library.problems(), []);
    }

    fn kept(text: &str, state: EditionState) -> Kept {
        let path = Path::new("grands-traits/evaluation.toml");
        let edition = load(path, text.as_bytes(), &|_| false).unwrap().assessment.edition;
        Kept { edition, text: text.to_owned(), files: Vec::new(), origin: Origin::Installed, state }
    }

    /// A library as a program opens it: what the base keeps first.
    fn opened(base: &[Kept]) -> Library {
        let mut library = Library::default();
        base.iter().for_each(|kept| library.add_kept(kept));
        library.add_embedded();
        library
    }

    #[test]
    fn a_text_that_the_base_keeps_stays_the_one_of_its_version() {
        let old = kept(&definition("1.0.0", "Le texte d'hier"), EditionState::Active);
        let library = opened(std::slice::from_ref(&old));
        assert_eq!(library.get(&id("grands-traits")).unwrap().edition, old.edition);
        assert_eq!(library.problems()[0].reason, Reason::VersionReused { version: "1.0.0".to_owned() });
        // Both texts are found: scores may name either.
        assert_eq!(library.editions().len(), EMBEDDED.dirs().count() + 1);
    }

    #[test]
    fn an_installed_pilot_is_proposed_once_it_is_active_and_an_edition_retired_is_found() {
        let next = kept(&definition("2.0.0", "Deuxième version"), EditionState::Pilot);
        let mut library = opened(std::slice::from_ref(&next));
        let first = library.get(&id("grands-traits")).unwrap().edition.clone();
        assert_eq!(first.version, "1.0.0");
        library.decide(&next.edition, EditionState::Active);
        assert_eq!(library.get(&id("grands-traits")).unwrap().edition, next.edition);
        library.decide(&next.edition, EditionState::Retired);
        library.decide(&first, EditionState::Retired);
        assert_eq!(library.get(&id("grands-traits")), None);
        assert!(library.edition(&first).is_some() && library.edition(&next.edition).is_some());
    }
}
