//! Series of numbers to continue, answered with a number: nothing to guess from.
//!
//! Every series is put before the library of [`families`]: it is thrown away when any rule that fits says another
//! number comes next, or when a simpler rule than the intended one fits. Operators after ANSIG and numGen (Loe, Sun,
//! Simonfy & Doebler, 2018, *Journal of Intelligence* 6(2):20).

pub mod families;

use families::Family;

use super::draws::Draws;
use super::{Answer, Generator, Refusal, Stem};

/// What makes a series harder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Radicals {
    pub kind: Kind,
    pub shown: Shown,
    pub ceiling: Ceiling,
}

/// The rule of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    ConstantDifference,
    ConstantRatio,
    AlternateDifference,
    GrowingDifference,
    Clusters,
    Interleaved,
    FibonacciLike,
    MultiplyAdd,
    AlternateOperations,
}

/// How many terms are shown; series that take turns show six at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    Five,
    Six,
    Seven,
}

/// The largest term, the answer included; none is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ceiling {
    Hundred,
    Thousand,
}

/// A series whose next term is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub shown: Vec<i64>,
    pub next: i64,
}

const TRIES: u32 = 5_000;

impl Series {
    /// Draws a series that only its own rule explains.
    ///
    /// # Errors
    /// Returns [`Refusal::Exhausted`] when the ceiling leaves none, such as seven terms that double below a hundred.
    pub fn generate(seed: u64, radicals: &Radicals) -> Result<Self, Refusal> {
        let mut draws = Draws::new(seed, Generator::Series);
        (0..TRIES).find_map(|_| attempt(&mut draws, radicals)).ok_or(Refusal::Exhausted(Generator::Series))
    }

    pub(super) fn drawn(self) -> (Stem, Answer) {
        (Stem::Series(self.shown), Answer::Number(self.next))
    }
}

fn attempt(draws: &mut Draws, radicals: &Radicals) -> Option<Series> {
    let mut terms = radicals.kind.terms(draws, radicals.n_shown() + 1);
    let within = terms.iter().all(|term| (0..=radicals.ceiling.largest()).contains(term));
    // A term that stands still is an addition of nothing: one operation less than the rule promises.
    let moves = terms.iter().zip(terms.iter().skip(1)).all(|(one, next)| one != next);
    let next = terms.pop()?;
    (within && moves && is_proved(&terms, next, radicals.kind)).then_some(Series { shown: terms, next })
}

/// Returns whether the intended rule fits, no simpler one does, and none that fits says anything but `next`.
fn is_proved(shown: &[i64], next: i64, kind: Kind) -> bool {
    let intended = kind.family();
    let mut fitting = Family::ALL.iter().filter_map(|&family| Some((family, family.next(shown)?)));
    let simplest = intended.complexity();
    intended.next(shown) == Some(next)
        && fitting.all(|(family, says)| says == next && (family == intended || family.complexity() >= simplest))
}

impl Radicals {
    pub fn n_shown(&self) -> usize {
        let asked = match self.shown {
            Shown::Five => 5,
            Shown::Six => 6,
            Shown::Seven => 7,
        };
        match self.kind {
            Kind::Clusters | Kind::Interleaved | Kind::AlternateOperations => asked.max(6),
            Kind::ConstantDifference
            | Kind::ConstantRatio
            | Kind::AlternateDifference
            | Kind::GrowingDifference
            | Kind::FibonacciLike
            | Kind::MultiplyAdd => asked,
        }
    }

    /// Prior weights: the operator first, large numbers second.
    pub fn prior_difficulty(&self) -> f64 {
        let kind = match self.kind {
            Kind::ConstantDifference => -2.0,
            Kind::ConstantRatio => -1.2,
            Kind::AlternateDifference => -0.8,
            Kind::GrowingDifference => -0.4,
            Kind::Clusters => 0.0,
            Kind::Interleaved => 0.4,
            Kind::FibonacciLike => 0.8,
            Kind::MultiplyAdd => 1.0,
            Kind::AlternateOperations => 1.4,
        };
        let ceiling = match self.ceiling {
            Ceiling::Hundred => 0.0,
            Ceiling::Thousand => 0.4,
        };
        kind + ceiling
    }
}

impl Ceiling {
    fn largest(self) -> i64 {
        match self {
            Ceiling::Hundred => 99,
            Ceiling::Thousand => 999,
        }
    }
}

impl Kind {
    pub const ALL: [Kind; 9] = [
        Kind::ConstantDifference,
        Kind::ConstantRatio,
        Kind::AlternateDifference,
        Kind::GrowingDifference,
        Kind::Clusters,
        Kind::Interleaved,
        Kind::FibonacciLike,
        Kind::MultiplyAdd,
        Kind::AlternateOperations,
    ];

    fn family(self) -> Family {
        match self {
            Kind::ConstantDifference => Family::ConstantDifference,
            Kind::ConstantRatio => Family::ConstantRatio,
            Kind::AlternateDifference => Family::AlternateDifference,
            Kind::GrowingDifference => Family::GrowingDifference,
            Kind::Clusters => Family::Clusters,
            Kind::Interleaved => Family::Interleaved,
            Kind::FibonacciLike => Family::FibonacciLike,
            Kind::MultiplyAdd => Family::MultiplyAdd,
            Kind::AlternateOperations => Family::AlternateOperations,
        }
    }

    /// Draws the parameters and writes `n` terms.
    fn terms(self, draws: &mut Draws, n: usize) -> Vec<i64> {
        let mut number = |low: i32, high: i32| i64::from(draws.between(low, high));
        match self {
            Kind::ConstantDifference => {
                let (first, size) = (number(1, 60), number(2, 12));
                let step = if number(0, 2) == 0 { -size } else { size };
                steps(first, n, |term, _| term + step)
            }
            Kind::ConstantRatio => {
                let (first, ratio, falls) = (number(1, 15), number(2, 3), number(0, 2) == 0);
                let mut terms = steps(first, n, |term, _| term * ratio);
                if falls {
                    terms.reverse();
                }
                terms
            }
            Kind::AlternateDifference => {
                let (first, one, other) = (number(2, 40), number(-9, 12), number(-9, 12));
                steps(first, n, |term, index| term + if index % 2 == 0 { one } else { other })
            }
            Kind::GrowingDifference => {
                let (first, difference, growth) = (number(1, 60), number(-12, 9), number(1, 4));
                steps(first, n, |term, index| term + difference + growth * index)
            }
            Kind::Clusters => {
                let (step, starts) = (number(2, 9), [number(1, 30), number(1, 30), number(1, 30)]);
                let turns = (0_i64..).flat_map(|turn| starts.map(|start| start + step * turn));
                turns.take(n).collect()
            }
            Kind::Interleaved => {
                let (first, one, second, other) = (number(1, 30), number(1, 8), number(10, 50), number(-6, 8));
                let turns = (0_i64..).flat_map(|turn| [first + one * turn, second + other * turn]);
                turns.take(n).collect()
            }
            Kind::FibonacciLike => {
                let (first, second, added) = (number(1, 9), number(1, 12), number(-1, 3).max(0));
                let next = |pair: &(i64, i64)| Some((pair.1, pair.0 + pair.1 + added));
                std::iter::successors(Some((first, second)), next).map(|pair| pair.0).take(n).collect()
            }
            Kind::MultiplyAdd => {
                let (first, times, added) = (number(1, 9), number(2, 3), number(-6, 6));
                steps(first, n, |term, _| term * times + added)
            }
            Kind::AlternateOperations => {
                let (first, added, times, adds_first) = (number(1, 9), number(-5, 9), number(2, 3), number(0, 1));
                steps(first, n, |term, index| if index % 2 == adds_first { term * times } else { term + added })
            }
        }
    }
}

/// Writes `n` terms, each made from the one before and its index.
fn steps(first: i64, n: usize, next: impl Fn(i64, i64) -> i64) -> Vec<i64> {
    let follow = |&(term, index): &(i64, i64)| Some((next(term, index), index + 1));
    std::iter::successors(Some((first, 0)), follow).map(|(term, _)| term).take(n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(seed: u64, kind: Kind, shown: Shown, ceiling: Ceiling) -> Series {
        Series::generate(seed, &Radicals { kind, shown, ceiling }).unwrap()
    }

    #[test]
    fn none_of_ten_thousand_series_is_ambiguous_or_has_a_simpler_rule() {
        let shown = [Shown::Five, Shown::Six, Shown::Seven];
        for seed in 0..10_000_usize {
            let kind = Kind::ALL[seed % 9];
            let made = series(seed as u64, kind, shown[seed % 3], Ceiling::Thousand);
            let says = Family::ALL.iter().filter_map(|family| Some((family, family.next(&made.shown)?)));
            for (family, next) in says {
                assert_eq!(next, made.next, "{kind:?} {made:?} read as {family:?}");
                assert!(family.complexity() >= kind.family().complexity(), "{kind:?} {made:?} is {family:?}");
            }
        }
    }

    #[test]
    fn every_kind_fits_below_a_hundred() {
        for kind in Kind::ALL {
            for seed in 0..50 {
                let made = series(seed, kind, Shown::Five, Ceiling::Hundred);
                assert!(made.shown.iter().chain([&made.next]).all(|term| (0..100).contains(term)), "{made:?}");
            }
        }
    }

    #[test]
    fn no_term_repeats_the_one_before() {
        for seed in 0..2_000_usize {
            let made = series(seed as u64, Kind::ALL[seed % 9], Shown::Six, Ceiling::Thousand);
            let next = made.shown.iter().skip(1).chain([&made.next]);
            assert!(made.shown.iter().zip(next).all(|(one, next)| one != next), "{made:?}");
        }
    }

    #[test]
    fn series_that_take_turns_show_six_terms() {
        for kind in [Kind::Interleaved, Kind::Clusters, Kind::AlternateOperations] {
            assert_eq!(series(1, kind, Shown::Five, Ceiling::Hundred).shown.len(), 6);
        }
        assert_eq!(series(1, Kind::ConstantDifference, Shown::Five, Ceiling::Hundred).shown.len(), 5);
    }

    #[test]
    fn seeds_give_many_series() {
        for kind in Kind::ALL {
            let made = (0..200).map(|seed| series(seed, kind, Shown::Six, Ceiling::Thousand).shown);
            let distinct = made.collect::<std::collections::HashSet<_>>().len();
            // Few numbers double six times below a thousand.
            let enough = if kind == Kind::ConstantRatio { 25 } else { 60 };
            assert!(distinct >= enough, "{kind:?}: {distinct} of 200");
        }
    }

    #[test]
    fn harder_operators_have_a_higher_prior() {
        let priors =
            Kind::ALL.map(|kind| Radicals { kind, shown: Shown::Six, ceiling: Ceiling::Hundred }.prior_difficulty());
        assert!(priors.is_sorted());
    }
}
