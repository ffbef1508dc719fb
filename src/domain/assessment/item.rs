//! One question: what it shows and how it is answered.

use super::condition::Condition;
use super::course::Section;
use super::making::Generated;
use super::task::Task;
use crate::domain::generate::Stem;
use crate::domain::generate::dashboard::Reply;
use crate::domain::generate::figure::Figure;

/// The name of an item inside its assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub String);

/// The name of an option inside its item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(pub String);

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: ItemId,
    pub material: Material,
    /// What is asked; empty where the generator words it.
    pub statement: String,
    /// A word of help, shown on demand.
    pub help: String,
    pub kind: ItemKind,
    /// Index of its section; `None` in an assessment without sections.
    pub section: Option<usize>,
    /// The item is asked only when this holds.
    pub shown_if: Option<Condition>,
    pub time_limit: Option<TimeLimit>,
    /// Leaving it out is not a missing answer.
    pub optional: bool,
    /// Its options come in an order of their own in each sitting.
    pub shuffled: bool,
    /// Said after the answer of a training item, which no scale counts; empty for the others.
    pub correction: String,
    /// What it is about, for the balance of an adaptive test.
    pub area: String,
    pub model: Option<ItemModel>,
}

impl Item {
    /// Makes an item that is nothing but a question and its way of answering.
    pub fn plain(id: &str, statement: &str, kind: ItemKind) -> Self {
        Self {
            id: ItemId(id.to_owned()),
            material: Material::None,
            statement: statement.to_owned(),
            help: String::new(),
            kind,
            section: None,
            shown_if: None,
            time_limit: None,
            optional: false,
            shuffled: false,
            correction: String::new(),
            area: String::new(),
            model: None,
        }
    }

    /// Returns whether the item is training, by itself or by its section: answered and never scored.
    pub fn is_training(&self, sections: &[Section]) -> bool {
        let section = self.section.and_then(|index| sections.get(index));
        self.is_corrected() || section.is_some_and(|section| section.is_training)
    }

    /// Returns whether the answer is followed by a correction.
    pub fn is_corrected(&self) -> bool {
        !self.correction.is_empty()
    }
}

/// What a question is about, shown above or beside it.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Material {
    #[default]
    None,
    /// A notice, a timetable: a few lines, kept as they are written.
    Document(String),
    Image(Image),
    /// What a generator drew.
    Drawn(Stem),
}

/// A picture of the assessment's folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Image {
    /// Its path inside the folder: `img/atelier.svg`.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// One point of a scale; `by_observer` when another person answers about what they saw.
    Likert {
        points: Vec<Point>,
        by_observer: bool,
    },
    SingleChoice {
        options: Vec<Choice>,
        correct: Option<OptionId>,
    },
    MultipleChoice {
        options: Vec<Choice>,
        correct: Vec<OptionId>,
        credit: Credit,
    },
    /// One option is the most, another the least like oneself; each has a dimension.
    MostLeast {
        options: Vec<Choice>,
    },
    Number {
        correct: Option<f64>,
        tolerance: f64,
        unit: String,
        min: f64,
        max: f64,
    },
    /// All options, from the first to the last. Without a right order it is a ranking.
    Order {
        options: Vec<Choice>,
        correct: Option<(Vec<OptionId>, Credit)>,
    },
    /// Never scored.
    FreeText {
        longest: usize,
    },
    /// A measure taken by somebody: recorded, never right or wrong.
    Measure {
        unit: String,
        min: f64,
        max: f64,
    },
    /// A page to read.
    Information,
    /// Something to do on simulated screens.
    Task(Task),
    /// Made for the sitting; see [`Item::made`].
    Generated(Generated),
}

/// The largest number of signs of a free text where its definition does not say.
pub const LONGEST_TEXT: usize = 800;

impl ItemKind {
    /// Returns whether one answer is right and the others wrong, or less right.
    pub fn has_right_answer(&self) -> bool {
        match self {
            ItemKind::Likert { .. }
            | ItemKind::MostLeast { .. }
            | ItemKind::FreeText { .. }
            | ItemKind::Measure { .. }
            | ItemKind::Information => false,
            ItemKind::SingleChoice { correct, .. } => correct.is_some(),
            ItemKind::MultipleChoice { correct, .. } => !correct.is_empty(),
            ItemKind::Number { correct, .. } => correct.is_some(),
            ItemKind::Order { correct, .. } => correct.is_some(),
            ItemKind::Task(_) | ItemKind::Generated(_) => true,
        }
    }

    /// Returns whether an answer earns a credit between 0 and 1.
    pub fn has_credit(&self) -> bool {
        self.has_right_answer() || self.largest_points().is_some()
    }

    /// Returns the largest credit that an option is worth, where options have their own.
    pub fn largest_points(&self) -> Option<f64> {
        let ItemKind::SingleChoice { options, correct: None } = self else { return None };
        options.iter().map(|option| option.points).collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::max)
    }

    /// Returns the smallest and the largest value that an answer gives a mean.
    pub fn value_bounds(&self) -> Option<(f64, f64)> {
        match self {
            ItemKind::Likert { points, .. } => Some(point_bounds(points)),
            ItemKind::SingleChoice { options, correct: None } => {
                let points = options.iter().map(|option| option.points).collect::<Option<Vec<f64>>>()?;
                Some(bounds(points.into_iter()))
            }
            ItemKind::SingleChoice { .. }
            | ItemKind::MultipleChoice { .. }
            | ItemKind::MostLeast { .. }
            | ItemKind::Number { .. }
            | ItemKind::Order { .. }
            | ItemKind::FreeText { .. }
            | ItemKind::Measure { .. }
            | ItemKind::Information
            | ItemKind::Task(_)
            | ItemKind::Generated(_) => None,
        }
    }

    /// Returns the options of a choice; none for the other kinds.
    pub fn options(&self) -> &[Choice] {
        match self {
            ItemKind::SingleChoice { options, .. }
            | ItemKind::MultipleChoice { options, .. }
            | ItemKind::MostLeast { options }
            | ItemKind::Order { options, .. } => options,
            ItemKind::Likert { .. }
            | ItemKind::Number { .. }
            | ItemKind::FreeText { .. }
            | ItemKind::Measure { .. }
            | ItemKind::Information
            | ItemKind::Task(_)
            | ItemKind::Generated(_) => &[],
        }
    }
}

/// One point of an answer scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub value: f64,
    pub label: String,
    pub pictogram: String,
}

/// Returns the smallest and the largest value of an answer scale.
pub fn point_bounds(points: &[Point]) -> (f64, f64) {
    bounds(points.iter().map(|point| point.value))
}

fn bounds(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: OptionId,
    pub face: Face,
    /// What it speaks for, in a choice of the most and the least, or in a ranking.
    pub dimension: Option<String>,
    /// Its credit, where no option is right and the others wrong.
    pub points: Option<f64>,
}

impl Choice {
    /// Makes an option that is words and nothing else.
    pub fn words(id: &str, words: &str) -> Self {
        Self { id: OptionId(id.to_owned()), face: Face::Words(words.to_owned()), dimension: None, points: None }
    }
}

impl Choice {
    /// Returns its words; empty for a picture without words and for what a generator makes.
    pub fn text(&self) -> &str {
        match &self.face {
            Face::Words(words) | Face::Image { words, .. } => words,
            Face::Drawn(_) | Face::Reply(_) => "",
        }
    }
}

/// What an option shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Face {
    Words(String),
    /// A picture, with words under it or none.
    Image {
        image: Image,
        words: String,
    },
    Drawn(Figure),
    /// A reply about a board: the screens' language words it.
    Reply(Reply),
}

/// How much an answer that is not wholly right earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credit {
    AllOrNothing,
    /// max(0, (good ticked − wrong ticked) / number good).
    Partial,
    /// Kept neighbours / (n − 1).
    Adjacency,
}

/// How long the answer may take, before the person's extra time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimit {
    pub seconds: u32,
    /// The time left is shown.
    pub visible: bool,
}

/// Parameters of the item-response model: P = c + (d − c) / (1 + exp(−a(θ − b))).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemModel {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
    /// The parameters were estimated on people, not set from the item's radicals.
    pub calibrated: bool,
}
