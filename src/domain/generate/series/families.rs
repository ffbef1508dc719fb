//! The rules that a person may see in a series of numbers, and what each says comes next.
//!
//! A rule *fits* when all the shown terms follow it and at least one of them was free to contradict it: three terms
//! always fit a growing difference, so they prove none.

/// A family of rules, in the order of [`Family::complexity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The same terms come back, every two or three.
    Repeating,
    ConstantDifference,
    ConstantRatio,
    /// Two differences take turns.
    AlternateDifference,
    /// The differences grow by a constant.
    GrowingDifference,
    /// Three series with the same difference take turns.
    Clusters,
    /// Two series of constant difference take turns.
    Interleaved,
    /// Each term is the sum of the two before, plus a constant.
    FibonacciLike,
    /// Each term is the one before, multiplied, plus a constant.
    MultiplyAdd,
    /// Each term is the sum of all terms before.
    SumOfAll,
    /// An addition and a multiplication take turns.
    AlternateOperations,
    /// The differences are multiplied by a constant.
    MultipliedDifference,
    /// Two series take turns, of constant difference or ratio.
    InterleavedMixed,
    /// Each difference is the sum of the two before.
    FibonacciDifference,
    /// The differences of the differences grow by a constant.
    CubicDifference,
}

impl Family {
    pub const ALL: [Family; 15] = [
        Family::Repeating,
        Family::ConstantDifference,
        Family::ConstantRatio,
        Family::AlternateDifference,
        Family::GrowingDifference,
        Family::Clusters,
        Family::Interleaved,
        Family::FibonacciLike,
        Family::MultiplyAdd,
        Family::SumOfAll,
        Family::AlternateOperations,
        Family::MultipliedDifference,
        Family::InterleavedMixed,
        Family::FibonacciDifference,
        Family::CubicDifference,
    ];

    /// Returns how much a person must hold in mind: 0 for none, in the order of ANSIG's operators (Loe, Sun, Simonfy &
    /// Doebler, 2018, *Journal of Intelligence* 6(2):20).
    pub fn complexity(self) -> u32 {
        match self {
            Family::Repeating => 0,
            Family::ConstantDifference => 1,
            Family::ConstantRatio => 2,
            Family::AlternateDifference | Family::GrowingDifference | Family::Clusters => 3,
            Family::Interleaved | Family::FibonacciLike | Family::MultiplyAdd | Family::SumOfAll => 4,
            Family::AlternateOperations | Family::MultipliedDifference | Family::InterleavedMixed => 5,
            Family::FibonacciDifference | Family::CubicDifference => 6,
        }
    }

    /// Returns the next term according to this family; `None` when the terms do not follow it.
    pub fn next(self, terms: &[i64]) -> Option<i64> {
        match self {
            Family::Repeating => repeating(terms),
            Family::ConstantDifference => constant_difference(terms),
            Family::ConstantRatio => constant_ratio(terms),
            Family::AlternateDifference => alternate_difference(terms),
            Family::GrowingDifference => growing_difference(terms),
            Family::Clusters => clusters(terms),
            Family::Interleaved => interleaved(terms, constant_difference),
            Family::FibonacciLike => fibonacci_like(terms),
            Family::MultiplyAdd => multiply_add(terms),
            Family::SumOfAll => sum_of_all(terms),
            Family::AlternateOperations => alternate_operations(terms),
            Family::MultipliedDifference => after_differences(terms, constant_ratio),
            Family::InterleavedMixed => {
                interleaved(terms, |half| constant_difference(half).or_else(|| constant_ratio(half)))
            }
            Family::FibonacciDifference => after_differences(terms, fibonacci_like),
            Family::CubicDifference => after_differences(terms, growing_difference),
        }
    }
}

fn differences(terms: &[i64]) -> Vec<i64> {
    terms.iter().zip(terms.iter().skip(1)).map(|(a, b)| b - a).collect()
}

fn all_same(values: &[i64]) -> Option<i64> {
    let (first, rest) = values.split_first()?;
    rest.iter().all(|value| value == first).then_some(*first)
}

/// Returns every other value, from the first and from the second.
fn halves(values: &[i64]) -> (Vec<i64>, Vec<i64>) {
    (values.iter().step_by(2).copied().collect(), values.iter().skip(1).step_by(2).copied().collect())
}

/// Returns the values that take the turn of the next one.
fn whose_turn(values: &[i64], halves: (Vec<i64>, Vec<i64>)) -> Vec<i64> {
    if values.len().is_multiple_of(2) { halves.0 } else { halves.1 }
}

/// Adds to the last term what `rule` says of the next difference.
fn after_differences(terms: &[i64], rule: fn(&[i64]) -> Option<i64>) -> Option<i64> {
    Some(terms.last()? + rule(&differences(terms))?)
}

fn repeating(terms: &[i64]) -> Option<i64> {
    let every = |period: usize| {
        let again = terms.iter().zip(terms.iter().skip(period)).all(|(a, b)| a == b);
        (again && terms.len() > period + 1).then(|| terms.iter().rev().nth(period - 1).copied()).flatten()
    };
    [1, 2, 3].into_iter().find_map(every)
}

fn constant_difference(terms: &[i64]) -> Option<i64> {
    let difference = all_same(&differences(terms))?;
    (terms.len() >= 3).then_some(terms.last()? + difference)
}

/// The ratio is any but 0 and 1, such as a half; the next term must be whole.
fn constant_ratio(terms: &[i64]) -> Option<i64> {
    let (first, second, last) = (*terms.first()?, *terms.get(1)?, *terms.last()?);
    let proportional = terms.iter().zip(terms.iter().skip(1)).all(|(a, b)| b * first == a * second);
    let fits = terms.len() >= 3 && first != 0 && second != 0 && first != second && proportional;
    (fits && last * second % first == 0).then(|| last * second / first)
}

fn whole_ratio(from: i64, to: i64) -> Option<i64> {
    (from != 0 && to % from == 0).then(|| to / from).filter(|ratio| ratio.abs() > 1)
}

fn alternate_difference(terms: &[i64]) -> Option<i64> {
    let differences = differences(terms);
    let (odd, even) = halves(&differences);
    let (first, second) = (all_same(&odd)?, all_same(&even)?);
    let next = if odd.len() > even.len() { second } else { first };
    (differences.len() >= 4 && first != second).then_some(terms.last()? + next)
}

fn growing_difference(terms: &[i64]) -> Option<i64> {
    let differences = differences(terms);
    let growth = all_same(&self::differences(&differences))?;
    (differences.len() >= 3 && growth != 0).then_some(terms.last()? + differences.last()? + growth)
}

fn clusters(terms: &[i64]) -> Option<i64> {
    let gaps: Vec<i64> = terms.iter().zip(terms.iter().skip(3)).map(|(a, b)| b - a).collect();
    let gap = all_same(&gaps)?;
    (gaps.len() >= 3).then_some(terms.iter().rev().nth(2)? + gap)
}

fn interleaved(terms: &[i64], rule: impl Fn(&[i64]) -> Option<i64>) -> Option<i64> {
    let (odd, even) = halves(terms);
    rule(&odd).and(rule(&even))?;
    rule(&whose_turn(terms, (odd, even)))
}

fn fibonacci_like(terms: &[i64]) -> Option<i64> {
    let rest = |window: &[i64]| match window {
        [a, b, c] => c - b - a,
        _ => 0,
    };
    let added = all_same(&terms.windows(3).map(rest).collect::<Vec<_>>())?;
    (terms.len() >= 5).then_some(terms.iter().rev().take(2).sum::<i64>() + added)
}

fn multiply_add(terms: &[i64]) -> Option<i64> {
    let [a, b, c, _, ..] = *terms else { return None };
    let by = (b != a && (c - b) % (b - a) == 0).then(|| (c - b) / (b - a))?;
    let added = b - by * a;
    let follows = terms.iter().zip(terms.iter().skip(1)).all(|(from, to)| by * from + added == *to);
    (![0, 1].contains(&by) && follows).then_some(by * terms.last()? + added)
}

fn sum_of_all(terms: &[i64]) -> Option<i64> {
    let sums = terms.iter().scan(0, |sum, term| {
        *sum += term;
        Some(*sum)
    });
    let follows = sums.zip(terms.iter().skip(1)).skip(1).all(|(sum, next)| sum == *next);
    (terms.len() >= 4 && follows).then_some(terms.iter().sum())
}

fn alternate_operations(terms: &[i64]) -> Option<i64> {
    let differences = halves(&differences(terms));
    let ratios: Option<Vec<i64>> =
        terms.iter().zip(terms.iter().skip(1)).map(|(a, b)| Some(whole_ratio(*a, *b).unwrap_or(0))).collect();
    let ratios = halves(&ratios?);
    let (add_first, add_second) = (all_same(&differences.0), all_same(&differences.1));
    let (times_first, times_second) = (all_same(&ratios.0), all_same(&ratios.1));
    let ratio = |found: Option<i64>| found.filter(|ratio| *ratio != 0);
    let first_turn = terms.len() % 2 == 1;
    let last = terms.last()?;
    if terms.len() < 6 {
        return None;
    }
    match (add_first, ratio(times_second), ratio(times_first), add_second) {
        (Some(add), Some(times), _, _) | (_, _, Some(times), Some(add)) => {
            let adds_now = first_turn == (add_first.is_some() && ratio(times_second).is_some());
            Some(if adds_now { last + add } else { last * times })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_next(family: Family, terms: &[i64], next: i64) {
        assert_eq!(family.next(terms), Some(next), "{family:?} {terms:?}");
    }

    #[test]
    fn each_family_continues_a_well_known_series() {
        assert_next(Family::Repeating, &[4, 7, 4, 7, 4], 7);
        assert_next(Family::Repeating, &[1, 5, 9, 1, 5], 9);
        assert_next(Family::ConstantDifference, &[3, 7, 11, 15], 19);
        assert_next(Family::ConstantRatio, &[3, 6, 12, 24], 48);
        assert_next(Family::ConstantRatio, &[80, 40, 20, 10], 5);
        assert_next(Family::AlternateDifference, &[1, 3, 4, 6, 7], 9);
        assert_next(Family::AlternateDifference, &[1, 3, 4, 6, 7, 9], 10);
        assert_next(Family::GrowingDifference, &[1, 4, 9, 16, 25], 36);
        assert_next(Family::Clusters, &[1, 8, 5, 3, 10, 7], 5);
        assert_next(Family::Interleaved, &[1, 20, 3, 17, 5, 14], 7);
        assert_next(Family::Interleaved, &[1, 20, 3, 17, 5, 14, 7], 11);
        assert_next(Family::FibonacciLike, &[1, 1, 2, 3, 5, 8], 13);
        assert_next(Family::MultiplyAdd, &[2, 5, 11, 23], 47);
        assert_next(Family::SumOfAll, &[1, 3, 4, 8, 16], 32);
        assert_next(Family::AlternateOperations, &[2, 5, 10, 13, 26, 29], 58);
        assert_next(Family::AlternateOperations, &[2, 4, 7, 14, 17, 34], 37);
        assert_next(Family::MultipliedDifference, &[1, 3, 7, 15, 31], 63);
        assert_next(Family::InterleavedMixed, &[1, 10, 2, 13, 4, 16], 8);
        assert_next(Family::FibonacciDifference, &[0, 1, 2, 4, 7, 12], 20);
        assert_next(Family::CubicDifference, &[1, 8, 27, 64, 125, 216], 343);
    }

    #[test]
    fn too_few_terms_prove_no_rule() {
        assert!(Family::ALL.iter().all(|family| family.next(&[3, 8]).is_none()));
        assert_eq!(Family::GrowingDifference.next(&[1, 4, 9]), None);
    }
}
