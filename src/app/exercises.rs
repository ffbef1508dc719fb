//! Exercises on paper: the questions of an assessment for people who cannot come to a screen, with their right answers.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::definition::{DefinitionError, named_assessment};
use super::documents::{self, render, write_file};
use super::items::ItemsError;
use super::score::REFERENCE_FORM;
use super::{App, AppError, Fault, Login, theme};
use crate::domain::assessment::{Assessment, Edition, Item, Section};
use crate::domain::person::Role;
use crate::report::document::Document;
use crate::report::exercise_sheet::{self, Exercise, ExerciseSheet, Part, fits_paper};
use crate::tr;

/// Why no sheet was written.
#[derive(Debug, thiserror::Error)]
pub enum ExercisesError {
    #[error(transparent)]
    Items(#[from] ItemsError),
    #[error("every question needs the screen")]
    NothingForPaper,
    #[error("the file {path} is there already")]
    AlreadyThere { path: PathBuf },
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<DefinitionError> for ExercisesError {
    fn from(error: DefinitionError) -> Self {
        Self::Items(error.into())
    }
}

/// Writes the exercises of an assessment as the sitting of `seed` has them; [`REFERENCE_FORM`] gives those of the file.
/// `named` is the id of an assessment of the program, or a definition file or its folder. No file is written over.
///
/// # Errors
/// Returns why there is no sheet: no such assessment, no item of this seed, nothing that paper can ask, no place.
pub fn write_exercises(named: &str, seed: u64, today: NaiveDate, path: &Path) -> Result<(), ExercisesError> {
    let assessment = named_assessment(named)?;
    if path.exists() {
        return Err(ExercisesError::AlreadyThere { path: path.to_owned() });
    }
    let document = document(&assessment, seed, today)?;
    let palette =
        documents::palette(&theme::Tokens::embedded().map_err(|error| AppError::from(Fault::Theme(error)))?.print);
    let bytes = render(&document, &palette)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    write_file(folder, &name, &bytes)?;
    Ok(())
}

impl App {
    /// Writes the exercises of an edition, in their reference form, into the folder `exercices` and returns their path.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for an edition that is not at hand, or that has nothing for paper.
    pub fn write_exercise_sheet(&self, login: Login, edition: &Edition) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Manager])?;
        let assessment = self.library.edition(edition).ok_or(AppError::NotFound)?;
        let document = document(assessment, REFERENCE_FORM, self.day()).map_err(|error| match error {
            ExercisesError::App(error) => error,
            ExercisesError::Items(error) => Fault::Document(Box::new(error)).into(),
            ExercisesError::NothingForPaper | ExercisesError::AlreadyThere { .. } => AppError::NotFound,
        })?;
        let file = format!("{}.pdf", document.metadata.reference);
        write_file(&self.documents.join("exercices"), &file, &self.print(document)?)
    }
}

/// Returns whether paper can ask some of what has a right answer: what the desk offers to print.
pub(super) fn has_exercises(assessment: &Assessment) -> bool {
    assessment.items().iter().any(|item| item.kind.has_right_answer() && fits_paper(item))
}

fn document(assessment: &Assessment, seed: u64, today: NaiveDate) -> Result<Document, ExercisesError> {
    let parts = parts(assessment, seed)?;
    if !parts.iter().flat_map(|part| &part.exercises).any(|exercise| fits_paper(&exercise.item)) {
        return Err(ExercisesError::NothingForPaper);
    }
    let Edition { id, version, .. } = &assessment.edition;
    let own_seed = (seed != REFERENCE_FORM).then_some(seed);
    let reference = match own_seed {
        None => tr!("exercises-reference", id = id.0.as_str(), version = version.as_str()),
        Some(seed) => {
            tr!("exercises-reference-seed", id = id.0.as_str(), version = version.as_str(), seed = seed.to_string())
        }
    };
    let n_items = assessment.items().len();
    Ok(exercise_sheet::document(&ExerciseSheet {
        title: assessment.about.title.clone(),
        version: version.clone(),
        seed: own_seed,
        reference,
        printed_on: today,
        asked_on_screen: Some(assessment.longest()).filter(|asked| *asked < n_items),
        parts,
    }))
}

/// Returns what is taken for practice, then the sections in their order; one part where there are no sections.
fn parts(assessment: &Assessment, seed: u64) -> Result<Vec<Part>, ItemsError> {
    let made = |item: &Item, is_training: bool| {
        let made = item.made(seed).map_err(|refusal| ItemsError::Impossible { item: item.id.clone(), refusal })?;
        Ok(Exercise { item: made.into_owned(), is_training })
    };
    let practice = assessment
        .practices
        .iter()
        .map(|practice| made(&Item { correction: practice.correction.clone(), ..practice.item.clone() }, true));
    let mut parts = vec![Part {
        title: tr!("report-exercises-practice"),
        instruction: String::new(),
        seconds: None,
        exercises: practice.collect::<Result<_, ItemsError>>()?,
    }];
    let sections = assessment.sections();
    let mut open = None;
    for item in assessment.items() {
        let exercise = made(item, item.is_training(sections))?;
        match parts.last_mut().filter(|_| open == Some(item.section)) {
            Some(part) => part.exercises.push(exercise),
            None => parts.push(part(item.section.and_then(|index| sections.get(index)), exercise)),
        }
        open = Some(item.section);
    }
    Ok(parts)
}

fn part(section: Option<&Section>, first: Exercise) -> Part {
    let exercises = vec![first];
    match section {
        Some(Section { title, instruction, seconds, .. }) => {
            Part { title: title.clone(), instruction: instruction.clone(), seconds: *seconds, exercises }
        }
        None => Part { title: String::new(), instruction: String::new(), seconds: None, exercises },
    }
}
