//! Six enrolled are not six present: how many to enrol, from how many usually come.

use statrs::distribution::{Binomial, DiscreteCDF};

use crate::domain::workshop::Headcount;

/// How sure one wants to be that the minimum is there on the day.
const SURE: f64 = 0.8;

/// The absence that is assumed before anything was observed, of a hundred seats, until somebody says otherwise.
pub const EXPECTED_PERCENT: u32 = 15;

/// How many seats that assumption weighs.
const WEIGHT: f64 = 20.0;

/// Returns the share of seats that stay empty, from 0 to 1: the observed one, drawn towards the expected one while few
/// seats were observed (the mean of a Beta distribution whose prior weighs 20 seats).
pub fn absence_rate(absent: usize, seats: usize, expected_percent: u32) -> f64 {
    (absent as f64 + f64::from(expected_percent) / 100.0 * WEIGHT) / (seats as f64 + WEIGHT)
}

/// Returns the probability that at least `needed` of `enrolled` people come, when each stays away with `absence`
/// (a probability from 0 to 1) independently of the others.
pub fn chance_of(needed: Headcount, enrolled: usize, absence: f64) -> f64 {
    if needed.0 == 0 {
        return 1.0;
    }
    if enrolled < needed.0 {
        return 0.0;
    }
    // A probability that is none (not from 0 to 1) promises nothing.
    Binomial::new(1.0 - absence, enrolled as u64).map_or(0.0, |present| present.sf(needed.0 as u64 - 1))
}

/// Returns the fewest people to enrol so that `minimum` come in eight cases of ten, at most `maximum`.
pub fn advised(minimum: Headcount, maximum: Headcount, absence: f64) -> Headcount {
    let enough = (minimum.0..=maximum.0).find(|enrolled| chance_of(minimum, *enrolled, absence) >= SURE);
    Headcount(enough.unwrap_or(maximum.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIX: Headcount = Headcount(6);

    fn percent(enrolled: usize, absence: f64) -> u32 {
        (chance_of(SIX, enrolled, absence) * 100.0).round() as u32
    }

    #[test]
    fn six_enrolled_are_six_present_in_38_cases_of_100() {
        // Sums of C(n, k) p^k (1 − p)^(n − k) for k from 6 to n.
        assert_eq!([6, 7, 8, 9].map(|enrolled| percent(enrolled, 0.15)), [38, 72, 89, 97]);
        assert_eq!([6, 7, 8, 9].map(|enrolled| percent(enrolled, 0.112)), [49, 82, 95, 99]);
        assert_eq!([6, 7, 8, 9].map(|enrolled| percent(enrolled, 0.238)), [20, 48, 71, 86]);
    }

    #[test]
    fn eight_are_enrolled_to_be_six() {
        assert_eq!(advised(SIX, Headcount(12), 0.15), Headcount(8));
        assert_eq!(advised(SIX, Headcount(12), 0.112), Headcount(7));
        assert_eq!(advised(SIX, Headcount(12), 0.238), Headcount(9));
        assert_eq!(advised(SIX, Headcount(7), 0.238), Headcount(7), "no more than fit in");
    }

    #[test]
    fn few_observations_move_the_expected_rate_a_little_and_many_replace_it() {
        assert!((absence_rate(0, 0, EXPECTED_PERCENT) - 0.15).abs() < 1e-12);
        assert!((absence_rate(0, 0, 30) - 0.3).abs() < 1e-12);
        assert!((absence_rate(6, 20, EXPECTED_PERCENT) - 0.225).abs() < 1e-12);
        assert!((absence_rate(600, 2000, EXPECTED_PERCENT) - 0.2985).abs() < 1e-4);
    }

    #[test]
    fn nobody_enrolled_fills_nothing() {
        assert_eq!(chance_of(SIX, 5, 0.0), 0.0);
        assert_eq!(chance_of(SIX, 6, 0.0), 1.0);
        assert_eq!(chance_of(Headcount(0), 0, 0.5), 1.0);
    }
}
