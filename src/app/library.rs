//! The library: installing a definition as a pilot, activating it, retiring it; what is taken stays readable for ever.
//!
//! What the base keeps is the truth for every station: each use case that gives an assessment reads it again first.

pub(super) mod candidate;
mod preview;
mod questions;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exercises::has_exercises;
use super::names::Names;
use super::{App, AppError, Fault, Login};
use crate::catalog::library::{Held, Kept, Library};
use crate::domain::activity::{Activity, ActivityId, Form, Suits};
use crate::domain::assessment::{Assessment, AssessmentId, Edition};
use crate::domain::definition_check::{Problem, Reason, Severity};
use crate::domain::library::{EditionState, LibraryRefusal, Origin, retirement_reason};
use crate::domain::person::Role;
use crate::domain::stamp::Instant;
use crate::exchange::definition_sheet::template;
use crate::i18n::typeset;
use crate::store::{AuditEntry, Base, Decision, EditionRow, Tx};
use crate::tr;

pub use preview::PreviewError;
pub use questions::{Counted, QuestionSort, QuestionView};

/// The whole library as the desk lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryView {
    /// In the order of titles, the highest version first.
    pub editions: Vec<EditionView>,
    /// What is wrong with the files of the data folder: those with an error are not loaded.
    pub problems: Vec<Problem>,
}

/// One edition: what it is, where it stands, what was done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionView {
    pub edition: Edition,
    pub assessment: Arc<Assessment>,
    pub title: String,
    pub origin: Origin,
    pub state: EditionState,
    /// A person who begins the assessment today is given this edition.
    pub proposed: bool,
    /// Some of its questions have a right answer and hold on paper.
    pub has_exercises: bool,
    /// How many sittings were begun with it.
    pub n_sittings: usize,
    /// How many open steps of roadmaps give it to who begins today.
    pub n_waiting: usize,
    /// The file it was installed from; empty otherwise.
    pub source: String,
    /// Who decided last about it, and when; none for what nobody decided about.
    pub decided: Option<(String, Instant)>,
    /// Why it was retired; empty otherwise.
    pub reason: String,
}

/// What came of an installation: the pilot, unless one of the problems is an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Installation {
    pub edition: Option<Edition>,
    pub problems: Vec<Problem>,
}

impl App {
    /// Returns every edition at hand, and what could not be loaded.
    pub fn editions(&self, login: Login) -> Result<LibraryView, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let (sittings, rows) = (base.sittings_by_edition()?, base.editions()?);
        let waiting = base.open_steps()?;
        let view = |held: &Held| {
            let assessment = &held.assessment;
            let edition = &assessment.edition;
            let row = rows.iter().find(|row| row.edition == *edition);
            let decision = row.map(|row| &row.decision);
            let n_waiting = |activity: &Activity| {
                let named = given(&self.library, activity).is_some_and(|given| given.edition == *edition);
                let waits = waiting.iter().find(|(id, _)| named && *id == activity.id);
                waits.map_or(0, |(_, n)| *n)
            };
            EditionView {
                title: typeset(&assessment.about.title),
                origin: held.origin,
                state: held.state,
                proposed: self.library.get(&edition.id).is_some_and(|current| current.edition == *edition),
                has_exercises: has_exercises(assessment),
                n_sittings: sittings.iter().find(|(other, _)| other == edition).map_or(0, |(_, n)| *n),
                n_waiting: self.activities.iter().map(n_waiting).sum(),
                source: row.map(|row| row.source.clone()).unwrap_or_default(),
                decided: decision.and_then(|decision| Some((names.staff(decision.by?), decision.at))),
                reason: decision.map(|decision| decision.reason.clone()).unwrap_or_default(),
                edition: edition.clone(),
                assessment: Arc::clone(assessment),
            }
        };
        let mut editions: Vec<EditionView> = self.library.editions().into_iter().map(view).collect();
        // Stable: the editions of one assessment stay together, the highest version first.
        let title = |view: &EditionView| {
            let shown = self.library.get(&view.edition.id).unwrap_or(&view.assessment);
            (crate::domain::fold::plain_letters(&shown.about.title), view.edition.id.clone())
        };
        editions.sort_by_cached_key(title);
        Ok(LibraryView { editions, problems: self.library.problems().to_vec() })
    }

    /// Installs a definition as a pilot: a folder, a `.toml` file, a spreadsheet made from the template. Its text and
    /// its pictures are kept in the base. A pilot that nobody has begun is replaced by its author's next text.
    ///
    /// # Errors
    /// Refuses a text that is there already. What is wrong with the definition is among the problems.
    pub fn install_assessment(&mut self, login: Login, path: &Path) -> Result<Installation, AppError> {
        login.allow(&[Role::Manager])?;
        self.catch_up()?;
        let candidate = match candidate::read(path) {
            Ok(candidate) => candidate,
            Err(problems) => return Ok(Installation { edition: None, problems }),
        };
        let edition = candidate.assessment.edition.clone();
        if self.library.edition(&edition).is_some() {
            return Err(LibraryRefusal::AlreadyThere.into());
        }
        let mut problems = candidate.warnings;
        let other = self.library.same_version(&edition).map(|held| (held.assessment.edition.clone(), held.state));
        let now = self.now();
        let row = EditionRow {
            edition: edition.clone(),
            text: candidate.text,
            origin: Origin::Installed,
            source: path.display().to_string(),
            decision: Decision {
                state: EditionState::at_first(Origin::Installed, candidate.assessment.about.status),
                reason: String::new(),
                by: Some(login.staff),
                at: now,
            },
        };
        let done = self.store.write(|tx| {
            if let Some((other, state)) = &other {
                let begun = tx.base().sittings_by_edition()?.iter().any(|(begun, _)| begun == other);
                let installed = tx.base().edition(&other.id, &other.version)?;
                let is_ours = installed.is_some_and(|row| row.origin == Origin::Installed);
                if begun || !is_ours || *state != EditionState::Pilot {
                    return Ok(false);
                }
                tx.remove_edition(other)?;
            }
            tx.add_edition(&row, &candidate.files)?;
            let action = if other.is_some() { "assessment.replace" } else { "assessment.install" };
            tx.audit(&entry(login, now, action, &edition))?;
            Ok::<_, AppError>(true)
        })?;
        if !done {
            let reason = Reason::VersionReused { version: edition.version.clone() };
            let (line, key) = candidate.version_at;
            problems.push(Problem::new(path, line, key, reason));
            return Ok(Installation { edition: None, problems });
        }
        self.catch_up()?;
        Ok(Installation { edition: Some(edition), problems })
    }

    /// Makes an edition one of those that may be proposed: the highest active version is.
    ///
    /// # Errors
    /// Refuses a draft, and what its author withdrew.
    pub fn activate_edition(&mut self, login: Login, id: &AssessmentId, version: &str) -> Result<(), AppError> {
        self.decide_edition(login, id, version, EditionState::Active, "assessment.activate", String::new())
    }

    /// Stops proposing an edition. Who began it goes on; its results stay readable.
    ///
    /// # Errors
    /// Refuses an empty reason.
    pub fn retire_edition(
        &mut self,
        login: Login,
        id: &AssessmentId,
        version: &str,
        reason: &str,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let reason = retirement_reason(reason)?;
        self.decide_edition(login, id, version, EditionState::Retired, "assessment.retire", reason)
    }

    /// Makes an edition a pilot again: it is taken only where no other edition is active.
    pub fn pilot_edition(&mut self, login: Login, id: &AssessmentId, version: &str) -> Result<(), AppError> {
        self.decide_edition(login, id, version, EditionState::Pilot, "assessment.pilot", String::new())
    }

    fn decide_edition(
        &mut self,
        login: Login,
        id: &AssessmentId,
        version: &str,
        state: EditionState,
        action: &str,
        reason: String,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        self.catch_up()?;
        let now = self.now();
        let held = self.library.version(id, version).ok_or(AppError::NotFound)?;
        held.state.may_become(state, held.assessment.about.status)?;
        let decision = Decision { state, reason, by: Some(login.staff), at: now };
        self.store.write(|tx| {
            keep(tx, held, now)?;
            tx.decide_edition(&held.assessment.edition, &decision)?;
            Ok::<_, AppError>(tx.audit(&entry(login, now, action, &held.assessment.edition))?)
        })?;
        self.catch_up()
    }

    /// Writes the workbook that authors fill in, beside the other documents, and returns its path.
    pub fn write_sheet_template(&self, login: Login) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Manager])?;
        let bytes = template().map_err(|error| Fault::Document(Box::new(error)))?;
        let path = self.documents.join(tr!("sheet-template-file"));
        std::fs::write(&path, bytes).map_err(|source| Fault::Write { path: path.clone(), source })?;
        Ok(path)
    }

    /// Reads what other stations and desks installed, activated or retired meanwhile. Nothing is read again when
    /// nothing changed.
    pub fn catch_up(&mut self) -> Result<(), AppError> {
        let states = self.store.base().edition_states()?;
        if states == self.known {
            return self.read_workshop_rules();
        }
        for (edition, state) in &states {
            if self.library.edition(edition).is_none()
                && let Some(kept) = kept_edition(&self.store.base(), edition)?
            {
                self.library.add_kept(&kept);
            }
            self.library.decide(edition, *state);
        }
        self.library.retain_installed(|edition| states.iter().any(|(kept, _)| kept == edition));
        self.known = states;
        self.settings_read = None;
        self.read_workshop_rules()
    }

    /// Keeps the editions of sittings that were begun before the base kept texts.
    pub(super) fn keep_begun(&mut self) -> Result<(), AppError> {
        let begun = self.store.base().sittings_by_edition()?;
        let lost: Vec<&Held> = begun
            .iter()
            .filter(|(edition, _)| {
                !self.known.iter().any(|(known, _)| known.id == edition.id && known.version == edition.version)
            })
            .filter_map(|(edition, _)| self.library.held(edition))
            .collect();
        if lost.is_empty() {
            return Ok(());
        }
        let now = self.clock.now();
        self.store.write(|tx| lost.iter().try_for_each(|held| keep(tx, held, now)))?;
        self.catch_up()
    }

    /// Returns whether an activity can be prescribed: an assessment whose editions are all retired cannot, and a
    /// pilot is an activity of its own only beside an active edition.
    pub(super) fn is_proposed(&self, activity: &Activity) -> bool {
        let Form::Digital { assessment } = &activity.form else { return true };
        let current = self.library.get(assessment);
        match version_named(&activity.id).map(|version| self.library.version(assessment, version)) {
            None => current.is_some(),
            Some(named) => named.is_some_and(|held| {
                let beside = current.is_some_and(|current| current.edition != held.assessment.edition);
                held.state == EditionState::Pilot && beside
            }),
        }
    }
}

fn entry(login: Login, now: Instant, action: &str, edition: &Edition) -> AuditEntry {
    login.entry(now, action, format_args!("{} {}", edition.id, edition.version))
}

/// Keeps the text and the pictures of an edition, once.
///
/// # Errors
/// Refuses another text under a version that the base keeps.
pub(super) fn keep(tx: &Tx<'_>, held: &Held, now: Instant) -> Result<(), AppError> {
    let edition = &held.assessment.edition;
    match tx.base().edition(&edition.id, &edition.version)? {
        Some(row) if row.edition == *edition => Ok(()),
        Some(_) => Err(LibraryRefusal::VersionReused { version: edition.version.clone() }.into()),
        None => {
            let row = EditionRow {
                edition: edition.clone(),
                text: held.text.clone(),
                origin: held.origin,
                source: String::new(),
                decision: Decision { state: held.state, reason: String::new(), by: None, at: now },
            };
            Ok(tx.add_edition(&row, &held.pictures.files())?)
        }
    }
}

/// Returns the editions that the base keeps, with where they stand.
pub(super) fn kept(base: &Base<'_>) -> Result<(Library, Vec<(Edition, EditionState)>), AppError> {
    let mut library = Library::default();
    let states = base.edition_states()?;
    for (edition, _) in &states {
        if let Some(kept) = kept_edition(base, edition)? {
            library.add_kept(&kept);
        }
    }
    Ok((library, states))
}

fn kept_edition(base: &Base<'_>, edition: &Edition) -> Result<Option<Kept>, AppError> {
    let Some(row) = base.edition(&edition.id, &edition.version)? else { return Ok(None) };
    let files = base.edition_files(&row.edition)?;
    let EditionRow { edition, text, origin, decision, .. } = row;
    Ok(Some(Kept { edition, text, files, origin, state: decision.state }))
}

/// Returns the catalogue with the words of the editions proposed, and an activity for each self-taken assessment that
/// it does not name: what the staff fills is no step of a person. One whose editions are all retired stays known:
/// roadmaps may name it.
pub(super) fn activities(catalogue: &[Activity], library: &Library) -> Vec<Activity> {
    let current = |activity: &Activity| match &activity.form {
        Form::Digital { assessment } => library.get(assessment),
        Form::Collective(_) | Form::Individual(_) => None,
    };
    let named = catalogue.iter().map(|activity| match current(activity) {
        Some(assessment) => {
            let about = &assessment.about;
            Activity { title: about.title.clone(), minutes: about.minutes, ..activity.clone() }
        }
        None => activity.clone(),
    });
    let mut activities: Vec<Activity> = named.collect();
    for held in library.editions().into_iter().filter(|held| held.assessment.is_self_taken()) {
        let id = &held.assessment.edition.id;
        let is_it = |activity: &Activity| matches!(&activity.form, Form::Digital { assessment } if assessment == id);
        if !activities.iter().any(is_it) {
            activities.push(activity(library.get(id).unwrap_or(&held.assessment)));
        }
    }
    let installed = library.editions().into_iter().filter(|held| held.origin == Origin::Installed);
    activities.extend(installed.filter(|held| held.assessment.is_self_taken()).map(|held| pilot(&held.assessment)));
    activities.into_iter().map(typeset_activity).collect()
}

/// Returns the edition that a person who begins an activity is given: the one proposed, or the one that the activity
/// names as long as it is not retired.
pub(super) fn given<'l>(library: &'l Library, activity: &Activity) -> Option<&'l Arc<Assessment>> {
    let Form::Digital { assessment } = &activity.form else { return None };
    match version_named(&activity.id) {
        None => library.get(assessment),
        Some(version) => {
            let held = library.version(assessment, version).filter(|held| held.state != EditionState::Retired);
            held.map(|held| &held.assessment)
        }
    }
}

/// Parts the name of an assessment from a version, in the name of an activity that is one edition.
const VERSION_SIGN: char = '@';

fn version_named(activity: &ActivityId) -> Option<&str> {
    activity.0.split_once(VERSION_SIGN).map(|(_, version)| version)
}

/// An installed edition as an activity of its own: how a pilot is chosen beside the active edition. It stays known
/// afterwards, since roadmaps name it.
fn pilot(assessment: &Assessment) -> Activity {
    let Edition { id, version, .. } = &assessment.edition;
    let title = tr!("activity-pilot", title = assessment.about.title.as_str(), version = version.as_str());
    Activity { id: ActivityId(format!("{id}{VERSION_SIGN}{version}")), title, ..activity(assessment) }
}

fn activity(assessment: &Assessment) -> Activity {
    let about = &assessment.about;
    Activity {
        id: ActivityId(assessment.edition.id.0.clone()),
        title: about.title.clone(),
        answers: about.purpose.clone(),
        minutes: about.minutes,
        purpose: assessment.path_purpose(),
        form: Form::Digital { assessment: assessment.edition.id.clone() },
        suits: Suits::default(),
    }
}

/// Gives the catalogue's words their French typography once: screens and papers then agree.
fn typeset_activity(activity: Activity) -> Activity {
    Activity { title: typeset(&activity.title), answers: typeset(&activity.answers), ..activity }
}

impl Installation {
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}
