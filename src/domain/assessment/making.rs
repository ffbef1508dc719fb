//! An item as one sitting has it: made from its recipe, its options in their order.

use std::borrow::Cow;

use super::item::{Choice, Face, Item, ItemId, ItemKind, Material, OptionId};
use crate::domain::generate::{self, Recipe, Refusal};

impl Item {
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
