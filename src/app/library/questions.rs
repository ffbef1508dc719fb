//! The questions of an edition, to be read at the desk: as they are, with what is right and what is counted.

use std::borrow::Cow;

use crate::app::{App, AppError, Login};
use crate::domain::assessment::{Assessment, Direction, Edition, Item, ItemId, ItemKind};
use crate::domain::person::Role;

/// The seed of the form that is as written.
const REFERENCE_FORM: u64 = 0;

/// One question to read.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// As the reference form has it: generated where it has a recipe.
    pub item: Item,
    pub sort: QuestionSort,
    /// The title of its section; empty in an assessment without sections.
    pub section: String,
    /// The scales that count it.
    pub counted: Vec<Counted>,
    /// The words and options are the program's, from a recipe.
    pub is_generated: bool,
}

/// What a question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionSort {
    /// For practice before the others.
    Practice,
    /// Among the others, for training: no scale may count it.
    Training,
    Asked,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub scale: String,
    pub direction: Direction,
}

impl App {
    /// Returns the questions of an edition in their order, practice first.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for an edition that is not at hand.
    pub fn edition_questions(&self, login: Login, edition: &Edition) -> Result<Vec<QuestionView>, AppError> {
        login.allow(&[Role::Manager])?;
        let assessment = self.library.edition(edition).ok_or(AppError::NotFound)?;
        let practices = assessment.practices.iter().map(|practice| {
            let item = Item { correction: practice.correction.clone(), ..practice.item.clone() };
            view(assessment, &item, QuestionSort::Practice)
        });
        let asked = assessment.items().iter().map(|item| {
            let training = item.is_training(assessment.sections());
            view(assessment, item, if training { QuestionSort::Training } else { QuestionSort::Asked })
        });
        Ok(practices.chain(asked).collect())
    }
}

fn view(assessment: &Assessment, item: &Item, sort: QuestionSort) -> QuestionView {
    let section = item.section.and_then(|index| assessment.sections().get(index));
    QuestionView {
        // A recipe that makes nothing is told by the check; the question is then shown without its drawing.
        item: item.made(REFERENCE_FORM).map_or_else(|_| item.clone(), Cow::into_owned),
        sort,
        section: section.map(|section| section.title.clone()).unwrap_or_default(),
        counted: counted(assessment, &item.id),
        is_generated: matches!(item.kind, ItemKind::Generated(_)),
    }
}

fn counted(assessment: &Assessment, item: &ItemId) -> Vec<Counted> {
    let scales = assessment.scales().iter();
    scales
        .filter_map(|scale| {
            let key = scale.keys.iter().find(|key| key.item == *item)?;
            Some(Counted { scale: scale.title.clone(), direction: key.direction })
        })
        .collect()
}
