//! `boussole items`: the items of an assessment, as a table to review in CSV or as exercises on paper.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::score::definition_message;
use crate::app::Clock;
use crate::app::exercises::{ExercisesError, write_exercises};
use crate::app::items::{ItemsError, ListedItem, listed_items};
use crate::app::score::REFERENCE_FORM;
use crate::domain::assessment::{Item, Material};
use crate::exchange::data_table::write_rows;
use crate::i18n::terms::{item_alternative, item_statement};
use crate::tr;

#[derive(Debug, Clone, Args)]
pub struct ItemsArgs {
    #[arg(value_name = "ÉVALUATION", help = tr!("items-help-assessment"))]
    pub assessment: String,
    #[arg(long, value_name = "N", help = tr!("items-help-seed"))]
    pub seed: Option<u64>,
    #[arg(long, value_name = "FICHIER.pdf", help = tr!("items-help-paper"))]
    pub paper: Option<PathBuf>,
}

/// Why no table was written.
#[derive(Debug, thiserror::Error)]
pub enum ItemsFailure {
    #[error(transparent)]
    Items(#[from] ItemsError),
    #[error(transparent)]
    Exercises(#[from] ExercisesError),
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
}

impl ItemsFailure {
    /// Returns what the psychologist reads.
    pub fn message(&self) -> String {
        match self {
            ItemsFailure::Items(error) | ItemsFailure::Exercises(ExercisesError::Items(error)) => items_message(error),
            ItemsFailure::Exercises(ExercisesError::NothingForPaper) => tr!("items-nothing-for-paper"),
            ItemsFailure::Exercises(ExercisesError::AlreadyThere { path }) => {
                tr!("assessment-already-there", path = path.display().to_string())
            }
            ItemsFailure::Exercises(ExercisesError::App(error)) => error.french(),
            ItemsFailure::Output(_) => tr!("study-output-unwritable"),
        }
    }
}

fn items_message(error: &ItemsError) -> String {
    match error {
        ItemsError::Definition(error) => definition_message(error),
        ItemsError::Impossible { item, .. } => tr!("items-impossible", item = item.0.as_str()),
    }
}

const HEADER: [&str; 15] = [
    "id",
    "type",
    "section",
    "domaine",
    "generateur",
    "graine",
    "radicaux",
    "support",
    "question",
    "bonne_reponse",
    "a",
    "b",
    "c",
    "d",
    "statut",
];

/// Writes one row an item, or the exercises to the file of `--paper`: those of the sitting of `--seed`, else those of
/// the reference form.
///
/// # Errors
/// Returns why; a definition that is refused writes nothing.
pub fn run(args: &ItemsArgs, clock: Clock, out: &mut dyn Write) -> Result<(), ItemsFailure> {
    let seed = args.seed.unwrap_or(REFERENCE_FORM);
    if let Some(path) = &args.paper {
        write_exercises(&args.assessment, seed, clock.now().day(), path)?;
        return Ok(writeln!(out, "{}", tr!("items-paper-written", path = path.display().to_string()))?);
    }
    let items = listed_items(&args.assessment, seed)?;
    match write_rows(out, HEADER, items.iter().map(row)) {
        // Whoever read the output has seen enough (`| head`).
        Err(closed) if closed.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn row(listed: &ListedItem) -> [String; 15] {
    let item = &listed.item;
    let (generator, seed, radicals) = match &listed.generator {
        Some(made) => (made.name.to_owned(), made.seed.to_string(), made.radicals.clone()),
        None => Default::default(),
    };
    let [a, b, c, d] =
        item.model.map_or_else(Default::default, |model| [model.a, model.b, model.c, model.d].map(|p| p.to_string()));
    let status = item.model.map_or("", |model| if model.calibrated { "calibre" } else { "prior" });
    let (material, question) = words(item);
    [
        item.id.0.clone(),
        listed.item_type.to_owned(),
        listed.section.clone().unwrap_or_default(),
        item.area.clone(),
        generator,
        seed,
        radicals,
        material,
        question,
        listed.right.clone(),
        a,
        b,
        c,
        d,
        status.to_owned(),
    ]
}

/// Returns what stands above the question, and the question, as a person reads or hears them.
fn words(item: &Item) -> (String, String) {
    let written = |made: String| if item.statement.is_empty() { made } else { item.statement.clone() };
    match &item.material {
        Material::None => (String::new(), item.statement.clone()),
        Material::Document(text) => (text.trim().to_owned(), item.statement.clone()),
        Material::Image(image) => (image.alt.clone(), item.statement.clone()),
        Material::Drawn(stem) => (item_alternative(stem), written(item_statement(stem))),
    }
}
