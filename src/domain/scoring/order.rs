//! An order inside one person: places with their ties, from scores that are never compared between people.

/// Which end of the scores comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The most often chosen.
    Highest,
    /// The place in a ranking: 1 is the first.
    Lowest,
}

/// Returns the place of each score, from 1; equal scores share theirs and the next one follows them all: 1, 2, 2, 4.
///
/// Scores nearer than 1e-9 are equal: they are the last bits of a mean.
pub fn places(scores: &[f64], first: First) -> Vec<usize> {
    let precedes = |left: f64, right: f64| match first {
        First::Highest => left > right + EQUAL,
        First::Lowest => left < right - EQUAL,
    };
    scores.iter().map(|own| 1 + scores.iter().filter(|other| precedes(**other, *own)).count()).collect()
}

const EQUAL: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_chosen_comes_first_and_ties_share_their_place() {
        assert_eq!(places(&[0.0, 5.0, -5.0, 0.0], First::Highest), [2, 1, 4, 2]);
    }

    #[test]
    fn in_a_ranking_the_lowest_number_comes_first() {
        assert_eq!(places(&[3.0, 1.0, 2.0], First::Lowest), [3, 1, 2]);
    }

    #[test]
    fn all_equal_share_the_first_place() {
        assert_eq!(places(&[0.1 + 0.2, 0.3], First::Highest), [1, 1]);
    }
}
