//! What one can do: one method is one use case, one transaction, one access rule and one audit row.
//!
//! Methods return plain view-models in the screens' vocabulary, without words or colours.
//! A participant's answer is its own audit row: the event says when, on which station and what.

pub mod clock;
pub mod error;

pub mod agenda;
pub mod appointments;
pub mod arrivals;
pub mod attendance;
pub mod calendar;
pub mod check;
pub mod closing;
pub mod definition;
pub mod delivery;
pub mod documents;
pub mod exercises;
pub mod figures;
pub mod grids;
pub mod guidance;
pub mod half_days;
pub mod interview;
pub mod items;
pub mod kiosk;
pub mod library;
mod names;
pub mod network;
pub mod notices;
pub mod own_page;
pub mod people;
pub mod person_agenda;
pub mod plan;
pub mod planning;
pub mod post;
pub mod proposal;
pub mod restitution;
pub mod results;
pub mod room;
pub mod score;
pub mod sectors;
pub mod session_life;
pub mod settings;
pub mod setup;
pub mod sheets;
pub mod study;
pub mod suggestions;
pub mod synthesis;
pub mod telling;
pub mod today;

use std::fmt::Display;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub use crate::catalog::theme;
pub use clock::{Chance, Clock, Stopwatch};
pub use error::{AppError, Fault, Refusal};
use settings::SettingsRead;

use crate::catalog::activities;
use crate::catalog::consents::ConsentTexts;
use crate::catalog::criteria;
use crate::catalog::library::Library;
use crate::catalog::sectors as sector_file;
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::assessment::Edition;
use crate::domain::criterion::Criteria;
use crate::domain::id::StaffId;
use crate::domain::library::EditionState;
use crate::domain::person::Role;
use crate::domain::scoring::sectors::table::SectorTable;
use crate::domain::stamp::Instant;
use crate::report::palette::Palette;
use crate::store::{Actor, AuditEntry, Store};

/// Who is working: what every staff use case is told. Only [`App::log_in`] and [`App::set_up`] make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Login {
    staff: StaffId,
    role: Role,
}

impl Login {
    pub fn staff(self) -> StaffId {
        self.staff
    }

    pub fn role(self) -> Role {
        self.role
    }

    /// Lets the listed roles pass; the counsellor may do everything.
    fn allow(self, roles: &[Role]) -> Result<(), AppError> {
        if self.role == Role::Counsellor || roles.contains(&self.role) { Ok(()) } else { Err(AppError::Forbidden) }
    }

    fn entry(self, at: Instant, action: &str, object: impl Display) -> AuditEntry {
        AuditEntry { at, actor: Actor::Staff(self.staff), action: action.to_owned(), object: object.to_string() }
    }
}

/// Where the base and the documents are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A base file; documents go beside it.
    File(PathBuf),
    /// A base that lives as long as the program; documents go to the folder.
    Memory { documents: PathBuf },
}

/// The folder of definitions beside the base.
const DEFINITIONS: &str = "evaluations";

/// The program, wired: its base, its definitions, its clock.
#[derive(Debug)]
pub struct App {
    store: Store,
    library: Library,
    /// Where the base's editions stood when they were last read.
    known: Vec<(Edition, EditionState)>,
    /// The activities inside the program.
    catalogue: Vec<Activity>,
    /// The same with the titles of the editions proposed, an activity for each assessment added, and workshops as they
    /// stand today.
    activities: Vec<Activity>,
    settings_read: Option<SettingsRead>,
    sectors: SectorTable,
    criteria: Criteria,
    consent_texts: ConsentTexts,
    clock: Clock,
    chance: Chance,
    documents: PathBuf,
    /// Where files to import usually arrive.
    file_folders: Vec<PathBuf>,
    palette: Palette,
}

impl App {
    /// Returns how many queries the base answered since it was opened.
    pub fn queries(&self) -> u64 {
        self.store.queries()
    }

    /// Opens the base, creating it when it does not exist, and reads the definitions: those that the base keeps,
    /// those inside the program and those of the folder `evaluations/` beside the base.
    ///
    /// # Errors
    /// Returns why the base is not usable; it is then untouched.
    pub fn open(place: &Place, clock: Clock, chance: Chance) -> Result<Self, AppError> {
        let (store, documents) = match place {
            Place::File(path) => (Store::open(path).map_err(Fault::Store)?, folder_of(path)),
            Place::Memory { documents } => (Store::in_memory().map_err(Fault::Store)?, documents.clone()),
        };
        let (mut library, known) = library::kept(&store.base())?;
        library.add_embedded();
        library.add_folder(&documents.join(DEFINITIONS));
        for problem in library.problems() {
            tracing::warn!(file = %problem.file.display(), line = problem.line, "a definition was set aside");
        }
        Self::wire(store, library, known, clock, chance, documents)
    }

    fn wire(
        store: Store,
        library: Library,
        known: Vec<(Edition, EditionState)>,
        clock: Clock,
        chance: Chance,
        documents: PathBuf,
    ) -> Result<Self, AppError> {
        let catalogue = activities::embedded().map_err(Fault::Activities)?;
        let activities = library::activities(&catalogue, &library);
        let sectors = sector_file::embedded().map_err(Fault::Sectors)?;
        let criteria = criteria::embedded().map_err(Fault::Criteria)?;
        let consent_texts = ConsentTexts::embedded().map_err(Fault::ConsentTexts)?;
        let palette = documents::palette(&theme::Tokens::embedded().map_err(Fault::Theme)?.print);
        let mut app = Self {
            store,
            library,
            known,
            catalogue,
            activities,
            settings_read: None,
            sectors,
            criteria,
            consent_texts,
            clock,
            chance,
            documents,
            file_folders: Vec::new(),
            palette,
        };
        app.keep_begun()?;
        app.read_workshop_rules()?;
        Ok(app)
    }

    /// Moves a simulated clock; the system's clock stays what it is.
    pub fn set_time(&mut self, instant: Instant) {
        if let Clock::Simulated(now) = &mut self.clock {
            *now = instant;
        }
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Returns the civil day in Paris.
    pub fn day(&self) -> NaiveDate {
        self.now().day()
    }

    /// Returns the folder where documents are written.
    pub fn documents_folder(&self) -> &Path {
        &self.documents
    }

    fn activity(&self, id: &ActivityId) -> Result<&Activity, AppError> {
        self.activities.iter().find(|activity| activity.id == *id).ok_or(AppError::NotFound)
    }
}

fn folder_of(base: &Path) -> PathBuf {
    base.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
