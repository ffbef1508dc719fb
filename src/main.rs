//! Parses the command line, wires, runs; nothing else.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use boussole::app::{App, Chance, Clock, Place};
use boussole::cli::args::{Args, Command};
use boussole::cli::{assessment, check, demo, help, items, plan, score, simulate, study};
use boussole::tr;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("BOUSSOLE_LOG").unwrap_or_else(|_| EnvFilter::new("off"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).init();
    let line: Vec<_> = std::env::args_os().collect();
    let args = match help::read(&line) {
        Ok(args) => args,
        // Help and version are not complaints: they go to standard output.
        Err(asked) if !asked.use_stderr() => asked.exit(),
        Err(error) => {
            drop(writeln!(io::stderr(), "{}", help::complaint(&error, &line)));
            return ExitCode::from(2);
        }
    };
    match run(args) {
        Ok(code) => code,
        Err(error) => {
            // Standard error may be closed: there is nobody left to tell then.
            drop(writeln!(io::stderr(), "{error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match args.command {
        None => open_desk(&base(args.base)?)?,
        Some(Command::Kiosk { station }) => open_kiosk(&base(args.base)?, station)?,
        Some(Command::Check { schema: true, .. }) => check::schema(&mut out)?,
        Some(Command::Check { paths, .. }) => {
            return Ok(if check::check(&paths, &mut out)? { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
        Some(Command::Assessment(command)) => {
            let mut app = open(&base(args.base)?)?;
            let refused =
                assessment::run(&command, &mut app, &mut out).map_err(|failure| anyhow!(failure.message()))?;
            return Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
        Some(Command::Template { out: file }) => {
            assessment::write_template(&file, &mut out).map_err(|failure| anyhow!(failure.message()))?;
        }
        Some(Command::Preview { path }) => match App::preview(&path, Clock::System, chance()?) {
            Ok((app, code)) => open_preview(app, code)?,
            Err(error) => {
                assessment::tell_preview(error, &mut out).map_err(|failure| anyhow!(failure.message()))?;
                return Ok(ExitCode::FAILURE);
            }
        },
        Some(Command::Demo { dir, seed, headless }) => {
            let base = demo::play(&dir, seed, &mut out).map_err(|error| anyhow!(error.french()))?;
            if headless || !open_after_demo(&base, &mut out)? {
                writeln!(out, "{}\n  boussole --base {}", tr!("demo-open-with"), base.display())?;
            }
        }
        Some(Command::Items(args)) => {
            // The whole table is written.
            items::run(&args, Clock::System, &mut io::BufWriter::new(out))
                .map_err(|failure| anyhow!(failure.message()))?;
        }
        Some(Command::Score(args)) => score::run(&args).map_err(|failure| anyhow!(failure.message()))?,
        Some(Command::Plan(args)) => {
            plan::run(&args, Clock::System, &mut out).map_err(|failure| anyhow!(failure.message()))?;
        }
        Some(Command::Study(command)) => {
            // Whole tables are written.
            study::run(&command, &mut io::BufWriter::new(out)).map_err(|error| anyhow!(error.message()))?;
        }
        Some(Command::Simulate(args)) => {
            let proved = simulate::run(&args, &mut out).map_err(|failure| anyhow!(failure.message()))?;
            return Ok(if proved { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Some(Command::Gallery) => open_gallery()?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the base of the option, else that of the computer's data folder, whose folder is created.
fn base(wished: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    if let Some(base) = wished {
        return Ok(base);
    }
    let folders = directories::ProjectDirs::from("fr", "Entreprendre Ensemble", "Boussole")
        .context(tr!("main-no-data-folder"))?;
    let folder = folders.data_dir();
    std::fs::create_dir_all(folder).with_context(|| format!("{} {}", tr!("main-folder"), folder.display()))?;
    Ok(folder.join("boussole.db"))
}

/// Returns where files usually arrive: the desktop, the downloads, the documents.
#[cfg(feature = "ui")]
fn arrival_folders() -> Vec<PathBuf> {
    let Some(folders) = directories::UserDirs::new() else { return Vec::new() };
    let found = [folders.desktop_dir(), folders.download_dir(), folders.document_dir()];
    found.into_iter().flatten().map(Path::to_path_buf).collect()
}

fn chance() -> anyhow::Result<Chance> {
    Chance::from_system().context("randomness")
}

fn open(base: &Path) -> anyhow::Result<App> {
    App::open(&Place::File(base.to_owned()), Clock::System, chance()?).map_err(|error| {
        tracing::error!(%error, "the base did not open");
        anyhow!(error.french())
    })
}

#[cfg(feature = "ui")]
mod window {
    use super::*;
    use boussole::app::theme::Tokens;
    use boussole::ui;

    pub(super) fn open_desk(base: &Path) -> anyhow::Result<()> {
        let app = open(base)?.with_arrivals_in(arrival_folders());
        ui::desk::run(app, Tokens::embedded()?).map_err(|error| anyhow!(error.message()))
    }

    pub(super) fn open_kiosk(base: &Path, station: String) -> anyhow::Result<()> {
        let app = open(base)?;
        ui::kiosk::run(app, Tokens::embedded()?, station).map_err(|error| anyhow!(error.message()))
    }

    pub(super) fn open_preview(app: App, code: String) -> anyhow::Result<()> {
        ui::kiosk::run_preview(app, Tokens::embedded()?, code).map_err(|error| anyhow!(error.message()))
    }

    pub(super) fn open_gallery() -> anyhow::Result<()> {
        ui::gallery::run_gallery(&Tokens::embedded()?).map_err(|error| anyhow!(error.message()))
    }

    /// Opens the desk on the base of a demonstration; false where there is no display.
    pub(super) fn open_after_demo(base: &Path, out: &mut impl Write) -> anyhow::Result<bool> {
        if !ui::shell::has_display() {
            return Ok(false);
        }
        let app = open(base)?;
        writeln!(out, "{}", tr!("demo-opening", code = demo::STAFF_CODE))?;
        Ok(ui::desk::run(app, Tokens::embedded()?).is_ok())
    }
}

#[cfg(feature = "ui")]
use window::{open_after_demo, open_desk, open_gallery, open_kiosk, open_preview};

#[cfg(not(feature = "ui"))]
mod window {
    use super::*;

    pub(super) fn open_desk(_base: &Path) -> anyhow::Result<()> {
        Err(anyhow!(tr!("main-no-ui")))
    }

    pub(super) fn open_kiosk(_base: &Path, _station: String) -> anyhow::Result<()> {
        Err(anyhow!(tr!("main-no-ui")))
    }

    pub(super) fn open_preview(_app: App, _code: String) -> anyhow::Result<()> {
        Err(anyhow!(tr!("main-no-ui")))
    }

    pub(super) fn open_gallery() -> anyhow::Result<()> {
        Err(anyhow!(tr!("main-no-ui")))
    }

    pub(super) fn open_after_demo(_base: &Path, _out: &mut impl Write) -> anyhow::Result<bool> {
        Ok(false)
    }
}

#[cfg(not(feature = "ui"))]
use window::{open_after_demo, open_desk, open_gallery, open_kiosk, open_preview};
