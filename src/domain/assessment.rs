//! What is asked: an assessment's items, scales, bands and words, as its file defines them.
//!
//! An [`Assessment`] that exists is valid: every key names an item, every scale's bands cover it without hole.

mod condition;
mod course;
mod defect;
mod item;
mod making;
mod scale;
mod task;

use std::fmt;

use super::activity::Purpose;

pub use condition::{Comparison, Condition, Joined, Relation};
pub use course::{Access, AdaptivePlan, AdaptiveRules, Conduct, Latitude, Resume, Section, Voice};
pub use defect::{Defect, check_item};
pub use item::{
    Choice, Credit, Face, Image, Item, ItemId, ItemKind, ItemModel, LONGEST_TEXT, Material, OptionId, Point, TimeLimit,
    point_bounds,
};
pub use making::Generated;
pub(in crate::domain) use making::mixed;
pub use scale::{
    Band, Direction, Key, Method, Metric, Norm, Reliability, SMALLEST_NORM, SMALLEST_PROVISIONAL_NORM, Scale, ScaleId,
};
pub use task::{Act, Element, ElementKind, Goal, Software, Task, TaskState, View};

/// The name of an assessment, the same through all its versions: `grands-traits`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(pub String);

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Which text was taken: identity, version and SHA-256 of the canonical form, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    pub id: AssessmentId,
    pub version: String,
    pub content_hash: String,
}

/// One assessment, ready to be taken and scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub edition: Edition,
    pub about: About,
    pub instructions: Instructions,
    pub practices: Vec<Practice>,
    pub conduct: Conduct,
    pub access: Access,
    sections: Vec<Section>,
    items: Vec<Item>,
    scales: Vec<Scale>,
    adaptive: Option<AdaptivePlan>,
    pub quality: QualityRules,
    pub restitution: Restitution,
}

/// What is asked and counted, before it is checked.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Content {
    pub practices: Vec<Practice>,
    pub sections: Vec<Section>,
    pub items: Vec<Item>,
    pub scales: Vec<Scale>,
    pub adaptive: Option<AdaptiveRules>,
}

/// What surrounds the questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub edition: Edition,
    pub about: About,
    pub instructions: Instructions,
    pub conduct: Conduct,
    pub access: Access,
    pub quality: QualityRules,
    pub restitution: Restitution,
}

impl Assessment {
    /// Assembles an assessment from its parts.
    ///
    /// # Errors
    /// Returns the first rule that the parts break; see [`Defect`].
    pub fn new(frame: Frame, content: Content) -> Result<Self, Defect> {
        defect::check(&content)?;
        let Content { practices, sections, items, scales, adaptive } = content;
        let adaptive = adaptive.map(|rules| AdaptivePlan::new(rules, &items)).transpose().map_err(Defect::Model)?;
        let Frame { edition, about, instructions, conduct, access, quality, restitution } = frame;
        Ok(Self {
            edition,
            about,
            instructions,
            practices,
            conduct,
            access,
            sections,
            items,
            scales,
            adaptive,
            quality,
            restitution,
        })
    }

    /// Returns the items in the order of presentation, or the bank of an adaptive test; at least one.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    pub fn item_index(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == *id)
    }

    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == *id)
    }

    pub fn adaptive(&self) -> Option<&AdaptivePlan> {
        self.adaptive.as_ref()
    }

    /// Returns the largest number of questions that one person is asked: fewer than the items of an adaptive bank.
    pub fn longest(&self) -> usize {
        let all = self.items.len();
        self.adaptive.as_ref().map_or(all, |plan| (plan.rules.max_items + usize::from(plan.rules.ends_easily)).min(all))
    }

    /// Returns what it is for in a path: as its author says, else skills where answers are right or wrong, else reflection.
    pub fn path_purpose(&self) -> Purpose {
        let right_or_wrong = self.items.iter().any(|item| item.kind.has_right_answer());
        self.about.in_path.unwrap_or(if right_or_wrong { Purpose::Skills } else { Purpose::Reflection })
    }

    /// Returns whether the person answers alone: an observation or a measure is entered by the staff.
    pub fn is_self_taken(&self) -> bool {
        match self.about.mode {
            Mode::Alone | Mode::Accompanied => true,
            Mode::Observation | Mode::Measure => false,
        }
    }
}

/// What the assessment is and whom it suits.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub title: String,
    pub subtitle: String,
    /// Why it is proposed, in words for the person.
    pub purpose: String,
    /// What it is for in a path, where its author says so.
    pub in_path: Option<Purpose>,
    pub minutes: u32,
    pub status: Status,
    pub mode: Mode,
    pub reading: ReadingLevel,
    pub licence: String,
    pub source: String,
    pub sensitive: bool,
}

/// Where a definition stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    Pilot,
    Valid,
    Retired,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Alone,
    /// The person answers with somebody beside.
    Accompanied,
    /// A facilitator answers about what they saw.
    Observation,
    /// A facilitator enters what was measured.
    Measure,
}

/// How much reading the items ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingLevel {
    Picture,
    EasyToRead,
    Ordinary,
}

/// What is said before and after the items.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Instructions {
    pub start: String,
    pub example: String,
    pub rights: String,
    pub end: String,
}

/// One item taken for practice, never scored, with what is said after the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    pub item: Item,
    pub correction: String,
}

/// When answers look careless. `None` where the definition asks for no such check.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct QualityRules {
    pub seconds_per_item: Option<f64>,
    pub too_fast_share: Option<f64>,
    pub longest_run: Option<u32>,
    /// Smallest standard deviation of one person's answers (IRV).
    pub least_variability: Option<f64>,
    pub missing_share: Option<f64>,
    pub pairs: Vec<ConsistencyPair>,
    pub controls: Vec<Control>,
    pub message: String,
}

/// Two items that should be answered alike, or opposite when `reversed`.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsistencyPair {
    pub a: ItemId,
    pub b: ItemId,
    pub direction: Direction,
    pub largest_gap: f64,
}

/// An item that says which answer to give.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    pub item: ItemId,
    pub expected: Vec<f64>,
}

/// What accompanies the results.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Restitution {
    pub warning: String,
    pub questions: Vec<String>,
    pub leads: Vec<JobLead>,
}

/// Jobs that a scale may open, to be talked over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobLead {
    pub scale: ScaleId,
    /// Codes of the ROME, the French directory of occupations.
    pub rome: Vec<String>,
    pub riasec: String,
    pub note: String,
}
