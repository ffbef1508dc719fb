//! One question: what it shows and how it is answered.

use std::borrow::Cow;

use super::super::generate::dashboard::Reply;
use super::super::generate::figure::Figure;
use super::super::generate::{self, Recipe, Refusal, Stem};
use super::condition::Condition;
use super::course::Section;
use super::task::Task;

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

    /// Returns the item as the sitting of `seed` shows it: generated where it has a recipe, its options in their order.
    ///
    /// The same seed gives the same item. Seed 0 is the reference form: options as written, recipes as they stand.
    ///
    /// # Errors
    /// Returns [`Refusal`] when the recipe leaves no item; a checked definition has none such.
    pub fn made(&self, seed: u64) -> Result<Cow<'_, Item>, Refusal> {
        let made = match &self.kind {
            ItemKind::Generated(generated) => generated.item_of(self, seed)?,
            ItemKind::SingleChoice { options, correct } if self.shuffles(seed) => {
                let kind = ItemKind::SingleChoice { options: self.in_order(seed, options), correct: correct.clone() };
                Item { kind, ..self.clone() }
            }
            ItemKind::MultipleChoice { options, correct, credit } if self.shuffles(seed) => {
                let (correct, credit) = (correct.clone(), *credit);
                let kind = ItemKind::MultipleChoice { options: self.in_order(seed, options), correct, credit };
                Item { kind, ..self.clone() }
            }
            ItemKind::MostLeast { options } if self.shuffles(seed) => {
                Item { kind: ItemKind::MostLeast { options: self.in_order(seed, options) }, ..self.clone() }
            }
            ItemKind::Order { options, correct } if self.shuffles(seed) => {
                let kind = ItemKind::Order { options: self.in_order(seed, options), correct: correct.clone() };
                Item { kind, ..self.clone() }
            }
            ItemKind::SingleChoice { .. }
            | ItemKind::MultipleChoice { .. }
            | ItemKind::MostLeast { .. }
            | ItemKind::Order { .. }
            | ItemKind::Likert { .. }
            | ItemKind::Number { .. }
            | ItemKind::FreeText { .. }
            | ItemKind::Measure { .. }
            | ItemKind::Information
            | ItemKind::Task(_) => return Ok(Cow::Borrowed(self)),
        };
        Ok(Cow::Owned(made))
    }

    fn shuffles(&self, seed: u64) -> bool {
        self.shuffled && seed != 0
    }

    /// Returns the options in the order of this sitting: Fisher and Yates' shuffle, drawn from seed and item.
    fn in_order(&self, seed: u64, options: &[Choice]) -> Vec<Choice> {
        let mut ordered = options.to_vec();
        for last in (1..ordered.len()).rev() {
            let draw = mixed(seed, &self.id.0, last as u64);
            ordered.swap(last, (draw % (last as u64 + 1)) as usize);
        }
        ordered
    }
}

/// Draws 64 bits from a seed, a name and a number: SplitMix64 (Steele, Lea & Flood, 2014) over FNV-1a of the name.
pub(in crate::domain) fn mixed(seed: u64, name: &str, number: u64) -> u64 {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let mut z = seed ^ hash.rotate_left(17) ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2 {
        z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
    }
    z
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

/// An item made from a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    pub recipe: Recipe,
    /// Each sitting has its own item of these radicals.
    pub per_sitting: bool,
}

impl Generated {
    /// Returns the recipe of this sitting. The reference form (seed 0) keeps the seed that is written.
    pub fn recipe_of(&self, item: &ItemId, seed: u64) -> Recipe {
        if self.per_sitting && seed != 0 {
            Recipe { seed: mixed(seed, &item.0, self.recipe.seed), radicals: self.recipe.radicals.clone() }
        } else {
            self.recipe.clone()
        }
    }

    fn item_of(&self, item: &Item, seed: u64) -> Result<Item, Refusal> {
        let made = self.recipe_of(&item.id, seed).make()?;
        let kind = match made.answer {
            generate::Answer::Figure { options, right } => drawn_choice(options.into_iter().map(Face::Drawn), right),
            generate::Answer::Caption { options, right } => drawn_choice(options.into_iter().map(Face::Reply), right),
            generate::Answer::Number(right) => ItemKind::Number {
                correct: Some(right as f64),
                tolerance: 0.0,
                unit: String::new(),
                min: 0.0,
                max: 99_999.0,
            },
        };
        Ok(Item { material: Material::Drawn(made.stem), kind, ..item.clone() })
    }
}

/// Names the options of a generated choice a, b, c…
fn drawn_choice(faces: impl Iterator<Item = Face>, right: usize) -> ItemKind {
    let options: Vec<Choice> = faces
        .zip('a'..='z')
        .map(|(face, letter)| Choice { id: OptionId(letter.to_string()), face, dimension: None, points: None })
        .collect();
    let correct = options.get(right).map(|option| option.id.clone());
    ItemKind::SingleChoice { options, correct }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::generate::{Radicals, series};

    fn choice(shuffled: bool) -> Item {
        let options = ["a", "b", "c", "d", "e"].map(|id| Choice::words(id, id)).to_vec();
        let kind = ItemKind::SingleChoice { options, correct: Some(OptionId("b".to_owned())) };
        Item { shuffled, ..Item::plain("Q1", "Laquelle ?", kind) }
    }

    fn ids(item: &Item) -> String {
        item.kind.options().iter().map(|option| option.id.0.as_str()).collect()
    }

    #[test]
    fn a_seed_gives_one_order_and_seeds_give_many() {
        let item = choice(true);
        let order = |seed| ids(&item.made(seed).unwrap());
        assert_eq!(order(7), order(7));
        let distinct: std::collections::BTreeSet<String> = (1..2_000).map(order).collect();
        assert_eq!(distinct.len(), 120, "all the orders of five options come");
        assert_eq!(order(0), "abcde", "the reference form is as written");
        assert_eq!(ids(&choice(false).made(7).unwrap()), "abcde");
    }

    #[test]
    fn every_place_is_as_likely_for_an_option() {
        let item = choice(true);
        let n = 20_000_u32;
        let first = (1..=u64::from(n)).filter(|seed| ids(&item.made(*seed).unwrap()).starts_with('c')).count() as f64;
        // Binomial(20000, 1/5): four standard deviations are 226.
        assert!((first - f64::from(n) / 5.0).abs() < 226.0, "{first}");
    }

    #[test]
    fn a_generated_item_is_the_same_for_a_seed_and_another_for_another() {
        let radicals = Radicals::Series(series::Radicals {
            kind: series::Kind::ConstantDifference,
            shown: series::Shown::Five,
            ceiling: series::Ceiling::Hundred,
        });
        let generated = Generated { recipe: Recipe { seed: 3, radicals }, per_sitting: true };
        let item = Item::plain("S1", "", ItemKind::Generated(generated.clone()));
        assert_eq!(item.made(11).unwrap(), item.made(11).unwrap());
        assert_ne!(item.made(11).unwrap().material, item.made(12).unwrap().material);
        let fixed = Item::plain("S1", "", ItemKind::Generated(Generated { per_sitting: false, ..generated }));
        assert_eq!(fixed.made(11).unwrap(), fixed.made(12).unwrap());
        assert_eq!(item.made(0).unwrap(), fixed.made(0).unwrap());
    }
}
