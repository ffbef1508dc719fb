//! `boussole assessment` and `boussole template`: the library from the command line, and the sheet to fill in.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::app::library::{EditionView, PreviewError};
use crate::app::{App, AppError, Login};
use crate::domain::assessment::AssessmentId;
use crate::domain::definition_check::Problem;
use crate::domain::person::{Role, StaffMember};
use crate::exchange::definition_sheet::{TemplateError, template};
use crate::i18n::{problem_line, terms};
use crate::tr;

#[derive(Debug, Subcommand)]
pub enum AssessmentCommand {
    /// Liste chaque version : état, origine, nombre de passations.
    List,
    /// Installe une évaluation comme pilote.
    Install {
        /// Dossier d'une évaluation, evaluation.toml ou classeur.
        #[arg(value_name = "CHEMIN")]
        path: PathBuf,
        #[command(flatten)]
        by: By,
    },
    /// Propose une version : la plus haute version active est donnée aux personnes.
    Activate {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        by: By,
    },
    /// Ne propose plus une version ; ses résultats restent lisibles.
    Retire {
        #[command(flatten)]
        which: Which,
        /// Pourquoi, en quelques mots.
        #[arg(long, value_name = "MOTIF")]
        reason: String,
        #[command(flatten)]
        by: By,
    },
    /// Remet une version en pilote.
    Pilot {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        by: By,
    },
}

/// One edition, as the list names it.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// Identifiant de l'évaluation.
    #[arg(value_name = "IDENTIFIANT")]
    id: String,
    /// Version, trois nombres.
    #[arg(value_name = "VERSION")]
    version: String,
}

/// Who decides: the journal keeps it.
#[derive(Debug, clap::Args)]
pub struct By {
    /// Prénom et nom de qui décide ; sans cette option, le référent de la base.
    #[arg(long = "by", value_name = "PRÉNOM NOM")]
    name: Option<String>,
}

/// Why a command about the library did nothing.
#[derive(Debug, thiserror::Error)]
pub enum AssessmentFailure {
    #[error(transparent)]
    App(#[from] AppError),
    #[error("the base has no staff")]
    NobodyWorksHere,
    #[error("several members of the staff may decide")]
    WhoDecides { names: Vec<String> },
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
    #[error("the file is there already")]
    AlreadyThere { path: PathBuf },
    #[error("the file cannot be written")]
    Unwritable { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Template(#[from] TemplateError),
}

impl AssessmentFailure {
    /// Returns the French sentence: what happened and what to do.
    pub fn message(&self) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            AssessmentFailure::App(error) => error.french(),
            AssessmentFailure::NobodyWorksHere => tr!("assessment-nobody"),
            AssessmentFailure::WhoDecides { names } => tr!("assessment-who-decides", names = names.join(", ")),
            AssessmentFailure::Output(_) | AssessmentFailure::Template(_) => tr!("assessment-output"),
            AssessmentFailure::AlreadyThere { path } => tr!("assessment-already-there", path = shown(path)),
            AssessmentFailure::Unwritable { path, .. } => tr!("assessment-unwritable", path = shown(path)),
        }
    }
}

/// Runs a command on a base; returns whether a definition was refused: the program then ends with 1.
///
/// # Errors
/// Returns why nothing was done.
pub fn run(command: &AssessmentCommand, app: &mut App, out: &mut impl Write) -> Result<bool, AssessmentFailure> {
    match command {
        AssessmentCommand::List => list(app, out)?,
        AssessmentCommand::Install { path, by } => return install(app, path, by, out),
        AssessmentCommand::Activate { which, by } => {
            let login = log_in(app, by)?;
            app.activate_edition(login, &which.assessment(), &which.version)?;
            writeln!(out, "{}", tr!("assessment-activated", id = which.id.as_str(), version = which.version.as_str()))?;
        }
        AssessmentCommand::Retire { which, reason, by } => {
            let login = log_in(app, by)?;
            app.retire_edition(login, &which.assessment(), &which.version, reason)?;
            writeln!(out, "{}", tr!("assessment-retired", id = which.id.as_str(), version = which.version.as_str()))?;
        }
        AssessmentCommand::Pilot { which, by } => {
            let login = log_in(app, by)?;
            app.pilot_edition(login, &which.assessment(), &which.version)?;
            writeln!(out, "{}", tr!("assessment-piloted", id = which.id.as_str(), version = which.version.as_str()))?;
        }
    }
    Ok(false)
}

impl Which {
    fn assessment(&self) -> AssessmentId {
        AssessmentId(self.id.clone())
    }
}

fn list(app: &mut App, out: &mut impl Write) -> Result<(), AssessmentFailure> {
    let login = log_in(app, &By { name: None }).or_else(|failure| match failure {
        // Reading the list is the same for each of them.
        AssessmentFailure::WhoDecides { names } => log_in(app, &By { name: names.into_iter().next() }),
        other => Err(other),
    })?;
    let library = app.editions(login)?;
    for view in &library.editions {
        writeln!(out, "{}", edition_line(view))?;
    }
    for problem in &library.problems {
        writeln!(out, "{}", problem_line(problem))?;
    }
    Ok(())
}

fn edition_line(view: &EditionView) -> String {
    tr!(
        "assessment-line",
        mark = if view.proposed { "*" } else { " " },
        id = view.edition.id.0.as_str(),
        version = view.edition.version.as_str(),
        state = terms::edition_state(view.state).to_lowercase(),
        origin = terms::origin(view.origin).to_lowercase(),
        sittings = view.n_sittings,
        title = view.title.as_str()
    )
}

fn install(app: &mut App, path: &Path, by: &By, out: &mut impl Write) -> Result<bool, AssessmentFailure> {
    let login = log_in(app, by)?;
    let done = app.install_assessment(login, path)?;
    write_problems(&done.problems, out)?;
    match &done.edition {
        Some(edition) => {
            let (id, version) = (edition.id.0.as_str(), edition.version.as_str());
            writeln!(out, "{}", tr!("assessment-installed", id = id, version = version))?;
        }
        None => writeln!(out, "{}", tr!("assessment-not-installed"))?,
    }
    Ok(done.edition.is_none())
}

fn write_problems(problems: &[Problem], out: &mut impl Write) -> io::Result<()> {
    problems.iter().try_for_each(|problem| writeln!(out, "{}", problem_line(problem)))
}

/// Opens a login for who decides: the one named, else the only counsellor.
fn log_in(app: &mut App, by: &By) -> Result<Login, AssessmentFailure> {
    let staff = app.staff()?;
    if staff.is_empty() {
        return Err(AssessmentFailure::NobodyWorksHere);
    }
    let may: Vec<&StaffMember> =
        staff.iter().filter(|member| matches!(member.role, Role::Counsellor | Role::Manager)).collect();
    let named = |member: &&&StaffMember| match &by.name {
        Some(name) => member.name.full() == *name.trim(),
        None => member.role == Role::Counsellor,
    };
    let mut found = may.iter().filter(named);
    match (found.next(), found.next()) {
        (Some(member), None) => Ok(app.log_in(member.id)?),
        _ => Err(AssessmentFailure::WhoDecides { names: may.iter().map(|member| member.name.full()).collect() }),
    }
}

/// Writes the workbook; a file that is there is never written over.
///
/// # Errors
/// Returns why there is no workbook.
pub fn write_template(path: &Path, out: &mut impl Write) -> Result<(), AssessmentFailure> {
    let bytes = template()?;
    let unwritable = |source: io::Error| match source.kind() {
        ErrorKind::AlreadyExists => AssessmentFailure::AlreadyThere { path: path.to_owned() },
        _ => AssessmentFailure::Unwritable { path: path.to_owned(), source },
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(unwritable)?;
    file.write_all(&bytes).map_err(unwritable)?;
    Ok(writeln!(out, "{}", tr!("assessment-template-written", path = path.display().to_string()))?)
}

/// Writes why there is nothing to try.
///
/// # Errors
/// Returns the failure of writing, or of the program.
pub fn tell_preview(error: PreviewError, out: &mut impl Write) -> Result<(), AssessmentFailure> {
    match error {
        PreviewError::Definition(problems) => Ok(write_problems(&problems, out)?),
        PreviewError::App(error) => Err(error.into()),
    }
}
