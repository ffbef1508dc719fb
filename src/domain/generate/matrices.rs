//! Matrices to complete: a square of cells whose last one is found from the rules of the rows.
//!
//! Rules after Carpenter, Just & Shell (1990, *Psychological Review* 97): constant in a row, quantitative progression,
//! figure addition, distribution of three; and logical rules on a layer of lines (OR, AND, XOR), which share no layer
//! with the others. A matrix exists only when [`reading`] proves its answer; [`choices`] keeps the options from giving
//! it away.

pub mod cell;
pub mod choices;
mod drawing;
pub mod reading;
pub mod rule;

use cell::{Attribute, Cell};
use rule::{Rule, Side, Slant};

use super::draws::Draws;
use super::{Answer, Generator, Refusal, Stem};

/// What makes a matrix harder: its side, its rules and the number of options.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Radicals {
    side: Side,
    rules: Vec<(Attribute, Rule)>,
    options: OptionCount,
}

/// Options are doubled once per attribute that they vary: 4 or 8, never 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OptionCount {
    Four,
    Eight,
}

impl OptionCount {
    /// Returns how many attributes the options vary.
    pub fn n_attributes(self) -> usize {
        match self {
            OptionCount::Four => 2,
            OptionCount::Eight => 3,
        }
    }
}

impl Radicals {
    /// Takes one to four rules on different attributes; an attribute without rule is the same in all cells.
    ///
    /// # Errors
    /// Returns [`Refusal::Contradiction`] when a rule does not suit its attribute or the side.
    pub fn new(side: Side, rules: Vec<(Attribute, Rule)>, options: OptionCount) -> Result<Self, Refusal> {
        if !(1..=4).contains(&rules.len()) {
            return Err(Refusal::Contradiction("a matrix has one to four rules"));
        }
        let ruled = |attribute: Attribute| rules.iter().filter(|(other, _)| *other == attribute).count();
        if rules.iter().any(|(attribute, _)| ruled(*attribute) > 1) {
            return Err(Refusal::Contradiction("an attribute has two rules"));
        }
        if !rules.iter().all(|(attribute, rule)| rule.suits(*attribute, side)) {
            return Err(Refusal::Contradiction("a rule does not suit its attribute or the side"));
        }
        if ruled(Attribute::Lines) > 0 && ruled(Attribute::Number) > 0 {
            return Err(Refusal::Contradiction("lines over several objects cannot be told apart"));
        }
        Ok(Self { side, rules, options })
    }

    /// Draws `n_rules` rules, 1 to 4, that suit the side.
    pub fn varied(seed: u64, side: Side, n_rules: usize, options: OptionCount) -> Self {
        let mut draws = Draws::new(seed, Generator::Matrices);
        let mut attributes = Attribute::ALL;
        loop {
            draws.shuffle(&mut attributes);
            let rules = attributes.iter().take(n_rules.clamp(1, 4)).filter_map(|&attribute| {
                let suiting: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.suits(attribute, side)).collect();
                Some((attribute, draws.pick(&suiting)?))
            });
            if let Ok(radicals) = Self::new(side, rules.collect(), options)
                && radicals.rules.len() == n_rules.clamp(1, 4)
            {
                return radicals;
            }
        }
    }

    pub fn side(&self) -> Side {
        self.side
    }

    pub fn rules(&self) -> &[(Attribute, Rule)] {
        &self.rules
    }

    pub fn options(&self) -> OptionCount {
        self.options
    }

    fn rule_of(&self, attribute: Attribute) -> Option<Rule> {
        self.rules.iter().find(|(ruled, _)| *ruled == attribute).map(|(_, rule)| *rule)
    }

    /// Prior weights: each rule adds its own, in the order constant < progression < addition < distribution < logic
    /// (Carpenter et al., 1990; Blum & Holling, 2018, *Frontiers in Psychology* 9:1286, for their additivity).
    pub fn prior_difficulty(&self) -> f64 {
        let rules: f64 = self.rules.iter().map(|(_, rule)| rule.weight()).sum();
        let side = if self.side == Side::Two { -1.0 } else { 0.0 };
        let options = if self.options == OptionCount::Eight { 0.3 } else { 0.0 };
        -2.5 + rules + side + options
    }
}

/// A matrix, its options and the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Row by row; the last one is the answer.
    pub cells: Vec<Cell>,
    pub side: Side,
    pub options: Vec<Cell>,
    pub right: usize,
}

const TRIES: u32 = 2_000;

impl Matrix {
    /// Draws a matrix whose answer is the only one that its rules allow.
    ///
    /// # Errors
    /// Returns [`Refusal::Exhausted`] when a rule leaves no proved answer.
    pub fn generate(seed: u64, radicals: &Radicals) -> Result<Self, Refusal> {
        let mut draws = Draws::new(seed, Generator::Matrices);
        let side = radicals.side;
        let mut cells = vec![Cell::default(); side.n_cells()];
        let mut slant = if draws.coin() { Slant::Left } else { Slant::Right };
        for attribute in Attribute::ALL {
            let values =
                values(&mut draws, radicals, attribute, slant).ok_or(Refusal::Exhausted(Generator::Matrices))?;
            if radicals.rule_of(attribute) == Some(Rule::Latin) {
                slant = slant.other();
            }
            cells.iter_mut().zip(values).for_each(|(cell, value)| cell.set(attribute, value));
        }
        let (options, right) =
            choices::options(&mut draws, &cells, radicals).ok_or(Refusal::Exhausted(Generator::Matrices))?;
        Ok(Self { cells, side, options, right })
    }

    pub(super) fn drawn(self) -> (Stem, Answer) {
        let layout = drawing::Layout::of(self.cells.iter().chain(&self.options));
        let shown = self.cells.split_last().map(|(_, shown)| shown).unwrap_or_default();
        let cells = shown.iter().map(|cell| layout.draw(cell)).collect();
        let options = self.options.iter().map(|cell| layout.draw(cell)).collect();
        (Stem::Matrix { side: self.side.n(), cells }, Answer::Figure { options, right: self.right })
    }
}

/// Draws the values of one attribute in all cells; attributes do not touch each other, so each is proved alone.
fn values(draws: &mut Draws, radicals: &Radicals, attribute: Attribute, slant: Slant) -> Option<Vec<i32>> {
    let side = radicals.side;
    let Some(rule) = radicals.rule_of(attribute) else {
        let value = match attribute {
            Attribute::Lines => 0,
            // Many objects are small: without a rule on their number there are few.
            Attribute::Number if radicals.rule_of(Attribute::Lines).is_some() => 1,
            Attribute::Number => draws.one_of([1, 1, 2, 3]),
            Attribute::Shape | Attribute::Size | Attribute::Fill | Attribute::Rotation => attribute.draw(draws),
        };
        return Some(vec![value; side.n_cells()]);
    };
    (0..TRIES).find_map(|_| {
        let values = rule.values(draws, attribute, side, slant)?;
        let (answer, given) = values.split_last()?;
        reading::proves(attribute, given, *answer).then_some(values)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::prelude::*;

    use super::*;

    fn varied(seed: u64, options: OptionCount) -> (Radicals, Matrix) {
        let side = if seed.is_multiple_of(5) { Side::Two } else { Side::Three };
        let radicals = Radicals::varied(seed, side, 1 + (seed % 4) as usize, options);
        let matrix = Matrix::generate(seed, &radicals).unwrap();
        (radicals, matrix)
    }

    /// The option that has, for each attribute, the value most seen among the options; ties at the first.
    fn majority_choice(options: &[Cell]) -> usize {
        let score = |option: &Cell| {
            let same = |attribute| options.iter().filter(|other| other.get(attribute) == option.get(attribute)).count();
            Attribute::ALL.into_iter().map(same).sum::<usize>()
        };
        let best = options.iter().map(score).max();
        options.iter().position(|option| Some(score(option)) == best).unwrap()
    }

    fn blind_accuracy(options: OptionCount) -> f64 {
        let right = (0..10_000).filter(|&seed| {
            let (_, matrix) = varied(seed, options);
            majority_choice(&matrix.options) == matrix.right
        });
        right.count() as f64 / 10_000.0
    }

    #[test]
    fn a_solver_that_never_looks_at_the_matrix_stays_at_chance_with_four_options() {
        let accuracy = blind_accuracy(OptionCount::Four);
        assert!((accuracy - 0.25).abs() < 0.02, "{accuracy}");
    }

    #[test]
    fn a_solver_that_never_looks_at_the_matrix_stays_at_chance_with_eight_options() {
        let accuracy = blind_accuracy(OptionCount::Eight);
        assert!((accuracy - 0.125).abs() < 0.02, "{accuracy}");
    }

    #[test]
    fn the_right_option_is_the_only_one_that_any_reading_allows() {
        for seed in 0..4_000 {
            let (radicals, matrix) = varied(seed, OptionCount::Eight);
            let allowed = |option: &Cell| {
                Attribute::ALL.into_iter().all(|attribute| {
                    let given: Vec<i32> = matrix.cells.iter().map(|cell| cell.get(attribute)).collect();
                    let given = &given[..given.len() - 1];
                    reading::predictions(attribute, given).contains(&option.get(attribute))
                })
            };
            let solutions: Vec<usize> =
                (0..matrix.options.len()).filter(|&index| allowed(&matrix.options[index])).collect();
            assert_eq!(solutions, [matrix.right], "{radicals:?}");
        }
    }

    #[test]
    fn options_differ_in_values_and_in_pictures() {
        for seed in 0..1_000 {
            for count in [OptionCount::Four, OptionCount::Eight] {
                let (radicals, matrix) = varied(seed, count);
                let n = 1 << count.n_attributes();
                assert_eq!(matrix.options.iter().collect::<HashSet<_>>().len(), n, "{radicals:?}");
                let (_, Answer::Figure { options, .. }) = matrix.drawn() else { panic!() };
                assert_eq!(options.iter().collect::<HashSet<_>>().len(), n, "{radicals:?}");
                assert!(options.iter().all(super::super::figure::Figure::is_inside), "{radicals:?}");
            }
        }
    }

    #[test]
    fn every_rule_on_every_attribute_it_suits_gives_items() {
        for side in [Side::Two, Side::Three] {
            for attribute in Attribute::ALL {
                for rule in Rule::ALL.into_iter().filter(|rule| rule.suits(attribute, side)) {
                    let radicals = Radicals::new(side, vec![(attribute, rule)], OptionCount::Eight).unwrap();
                    for seed in 0..50 {
                        assert!(Matrix::generate(seed, &radicals).is_ok(), "{side:?} {attribute:?} {rule:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_right_answer_is_in_every_place_as_often() {
        let mut places = HashMap::new();
        for seed in 0..4_000 {
            *places.entry(varied(seed, OptionCount::Four).1.right).or_insert(0_i32) += 1;
        }
        assert!((0..4).all(|place| (places[&place] - 1_000).abs() < 120), "{places:?}");
    }

    #[test]
    fn contradictory_radicals_are_refused() {
        let refused = |side, rules| Radicals::new(side, rules, OptionCount::Four).is_err();
        assert!(refused(Side::Three, vec![]));
        assert!(refused(Side::Three, vec![(Attribute::Shape, Rule::Xor)]));
        assert!(refused(Side::Two, vec![(Attribute::Shape, Rule::Latin)]));
        assert!(refused(Side::Three, vec![(Attribute::Fill, Rule::Latin), (Attribute::Fill, Rule::RowConstant)]));
    }

    #[test]
    fn two_distributions_of_three_are_two_rules_to_the_eye() {
        let rules = vec![(Attribute::Shape, Rule::Latin), (Attribute::Fill, Rule::Latin)];
        let radicals = Radicals::new(Side::Three, rules, OptionCount::Eight).unwrap();
        for seed in 0..200 {
            let cells = Matrix::generate(seed, &radicals).unwrap().cells;
            let pairs: HashSet<_> =
                cells.iter().map(|cell| (cell.get(Attribute::Shape), cell.get(Attribute::Fill))).collect();
            assert_eq!(pairs.len(), 9, "every shape comes with every fill");
        }
    }

    #[test]
    fn more_rules_are_harder() {
        let prior = |rules| Radicals::new(Side::Three, rules, OptionCount::Four).unwrap().prior_difficulty();
        let latin = (Attribute::Shape, Rule::Latin);
        assert!(prior(vec![latin]) < prior(vec![latin, (Attribute::Size, Rule::Latin)]));
    }

    proptest! {
        #[test]
        fn the_same_recipe_gives_the_same_matrix(seed: u64, n_rules in 1_usize..=4) {
            let radicals = Radicals::varied(seed, Side::Three, n_rules, OptionCount::Eight);
            let once = Matrix::generate(seed, &radicals).unwrap();
            prop_assert_eq!(&once, &Matrix::generate(seed, &radicals).unwrap());
            let right = once.cells.last().unwrap();
            prop_assert_eq!(once.options.iter().filter(|option| *option == right).count(), 1);
            prop_assert_eq!(&once.options[once.right], right);
        }
    }
}
