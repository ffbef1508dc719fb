//! Paper folding: where are the holes when the punched sheet is opened? After VZ-2 of Ekstrom, French & Harman (1976,
//! *Manual for kit of factor-referenced cognitive tests*).
//!
//! Wrong options are mistakes that people make: nothing unfolded, the wrong axis, one layer forgotten. Mistakes are
//! all relatives of the right answer, which would make it the most typical option; so its rank among the options, from
//! the most to the least typical, is drawn first and the mistakes are chosen to give it that rank.

mod drawing;
pub mod foils;
pub mod paper;

use paper::{Fold, Holes, Opening, Paper, Square, unfolded};

use super::draws::Draws;
use super::{Answer, Generator, Refusal, Stem};

/// What makes a folding harder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Radicals {
    pub folds: FoldCount,
    pub creases: Creases,
    pub punches: Punches,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoldCount {
    One,
    Two,
    Three,
}

/// Whether folds follow the sheet's sides, or one at least its diagonals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Creases {
    Straight,
    Diagonal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Punches {
    One,
    Two,
}

/// Where the sheet is punched; never on a crease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Anywhere,
    /// Along the last crease: the holes of its two layers are neighbours.
    NearCrease,
}

/// A folded and punched sheet, and what it may look like when opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folding {
    pub folds: Vec<Fold>,
    pub punches: Holes,
    pub options: Vec<Holes>,
    pub right: usize,
}

const TRIES: u32 = 2_000;

impl Folding {
    /// Draws the folds, the punches and four options that all differ.
    ///
    /// # Errors
    /// Returns [`Refusal::Exhausted`] when no draw satisfies the radicals.
    pub fn generate(seed: u64, radicals: &Radicals) -> Result<Self, Refusal> {
        let mut draws = Draws::new(seed, Generator::Folding);
        let rank = draws.below(4);
        (0..TRIES).find_map(|_| attempt(&mut draws, radicals, rank)).ok_or(Refusal::Exhausted(Generator::Folding))
    }

    pub(super) fn drawn(self) -> (Stem, Answer) {
        let options = self.options.iter().copied().map(drawing::opened).collect();
        (Stem::Folding(drawing::steps(&self.folds, self.punches)), Answer::Figure { options, right: self.right })
    }
}

fn attempt(draws: &mut Draws, radicals: &Radicals, rank: u32) -> Option<Folding> {
    let (folds, paper) = fold(draws, radicals)?;
    let punches = punch(draws, radicals, &folds, &paper)?;
    let right = unfolded(punches, &folds, &vec![Opening::Right; folds.len()])?;
    let mut options = match folds.as_slice() {
        [only] => foils::of_one_fold(punches, only, right)?,
        _ => foils::of_more_folds(draws, punches, &folds, right, rank)?,
    };
    let right = draws.shuffle_options(&mut options);
    Some(Folding { folds, punches, options, right })
}

fn fold(draws: &mut Draws, radicals: &Radicals) -> Option<(Vec<Fold>, Paper)> {
    let mut paper = Paper::flat();
    let mut folds = Vec::new();
    for _ in 0..radicals.folds.n() {
        let mut possible = paper.folds();
        possible.retain(|fold| radicals.creases == Creases::Diagonal || !fold.crease.is_diagonal());
        let fold = draws.pick(&possible)?;
        paper = paper.folded(&fold);
        folds.push(fold);
    }
    let diagonal = folds.iter().any(|fold| fold.crease.is_diagonal());
    (diagonal == (radicals.creases == Creases::Diagonal)).then_some((folds, paper))
}

/// Draws places where all layers lie: none is on a crease.
fn punch(draws: &mut Draws, radicals: &Radicals, folds: &[Fold], paper: &Paper) -> Option<Holes> {
    let last = folds.last()?;
    let thick = paper.layers().iter().filter(|(_, stack)| stack.len() == 1 << folds.len());
    let mut places: Vec<Square> = thick.map(|(&place, _)| place).collect();
    if radicals.place == Place::NearCrease {
        let nearest = places.iter().map(|&place| last.distance(place)).min()?;
        places.retain(|&place| last.distance(place) == nearest);
    }
    draws.shuffle(&mut places);
    let n = radicals.punches.n();
    if places.len() < n {
        return None;
    }
    Holes::of(places.into_iter().take(n))
}

impl FoldCount {
    pub fn n(self) -> usize {
        match self {
            FoldCount::One => 1,
            FoldCount::Two => 2,
            FoldCount::Three => 3,
        }
    }
}

impl Punches {
    pub fn n(self) -> usize {
        match self {
            Punches::One => 1,
            Punches::Two => 2,
        }
    }
}

impl Radicals {
    /// Prior weights: each fold, then diagonals, a second punch, and holes far from the crease.
    pub fn prior_difficulty(&self) -> f64 {
        let folds = match self.folds {
            FoldCount::One => -1.8,
            FoldCount::Two => -0.4,
            FoldCount::Three => 0.8,
        };
        let creases = if self.creases == Creases::Diagonal { 0.6 } else { 0.0 };
        let punches = if self.punches == Punches::Two { 0.4 } else { 0.0 };
        let place = if self.place == Place::NearCrease { -0.2 } else { 0.0 };
        folds + creases + punches + place
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn all_radicals() -> Vec<Radicals> {
        let folds = [FoldCount::One, FoldCount::Two, FoldCount::Three].into_iter();
        let creases = folds.flat_map(|folds| [Creases::Straight, Creases::Diagonal].map(|creases| (folds, creases)));
        let punches = creases.flat_map(|(folds, creases)| [Punches::One, Punches::Two].map(|n| (folds, creases, n)));
        punches
            .flat_map(|(folds, creases, punches)| {
                [Place::Anywhere, Place::NearCrease].map(|place| Radicals { folds, creases, punches, place })
            })
            .collect()
    }

    #[test]
    fn each_punch_makes_two_to_the_folds_holes() {
        for radicals in all_radicals() {
            for seed in 0..40 {
                let folding = Folding::generate(seed, &radicals).unwrap();
                let holes = folding.options[folding.right];
                assert_eq!(holes.n() as usize, radicals.punches.n() << radicals.folds.n(), "{radicals:?}");
                assert_eq!(folding.options.iter().collect::<HashSet<_>>().len(), 4, "{radicals:?}");
            }
        }
    }

    #[test]
    fn the_right_holes_are_those_of_the_layers_punched() {
        for radicals in all_radicals() {
            for seed in 0..20 {
                let folding = Folding::generate(seed, &radicals).unwrap();
                let paper = folding.folds.iter().fold(Paper::flat(), |paper, fold| paper.folded(fold));
                let through = folding.punches.squares().flat_map(|place| paper.layers()[&place].iter().copied());
                assert_eq!(Some(folding.options[folding.right]), Holes::of(through), "{radicals:?}");
            }
        }
    }

    /// Returns how often the option that shares most (or least) with the others is right, ties shared.
    fn blind_accuracy(likes: fn(u32, u32) -> bool) -> f64 {
        let radicals: Vec<Radicals> =
            all_radicals().into_iter().filter(|radicals| radicals.folds != FoldCount::One).collect();
        let chances = (0..4_000_usize).map(|seed| {
            let folding = Folding::generate(seed as u64, &radicals[seed % radicals.len()]).unwrap();
            let score = |option: Holes| folding.options.iter().map(|&other| option.agreement(other)).sum::<u32>();
            let scores: Vec<u32> = folding.options.iter().map(|&option| score(option)).collect();
            let best = scores.iter().copied().reduce(|a, b| if likes(b, a) { b } else { a });
            let ties = scores.iter().filter(|&&score| Some(score) == best).count();
            if Some(scores[folding.right]) == best { 1.0 / ties as f64 } else { 0.0 }
        });
        chances.sum::<f64>() / 4_000.0
    }

    #[test]
    fn neither_the_most_nor_the_least_typical_option_beats_chance() {
        let (most, least) = (blind_accuracy(|a, b| a > b), blind_accuracy(|a, b| a < b));
        println!("most typical {most:.3}, least typical {least:.3}");
        assert!(most < 0.27 && least < 0.27, "{most} {least}");
    }

    #[test]
    fn all_pictures_stay_in_the_square() {
        for radicals in all_radicals() {
            let (stem, answer) = Folding::generate(11, &radicals).unwrap().drawn();
            let (Stem::Folding(steps), Answer::Figure { options, .. }) = (stem, answer) else { panic!() };
            assert_eq!(steps.len(), radicals.folds.n() + 1, "{radicals:?}");
            assert!(steps.iter().chain(&options).all(super::super::figure::Figure::is_inside), "{radicals:?}");
        }
    }

    proptest! {
        #[test]
        fn the_same_recipe_gives_the_same_folding(seed: u64, which in 0_usize..24) {
            let radicals = all_radicals()[which];
            let once = Folding::generate(seed, &radicals).unwrap();
            prop_assert_eq!(&once, &Folding::generate(seed, &radicals).unwrap());
        }
    }
}
