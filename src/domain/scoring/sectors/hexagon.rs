//! Holland's hexagon: six letters at equal angles, and how near two directions are on it.
//!
//! Holland, J. L. (1997), *Making Vocational Choices*, 3rd ed.: R, I, A, S, E, C in a circle, the nearer the more alike.
//! Six means become one direction as in Prediger, D. J. (1982), *Journal of Vocational Behavior* 21(3), 259–287.

use std::collections::BTreeMap;
use std::f64::consts::{FRAC_PI_3, PI, TAU};

/// A major letter counts once and a minor one half: a convention to be piloted.
const MINOR_WEIGHT: f64 = 0.5;

/// Below this length six means point nowhere. A length of 1 is one letter that stands one point above the five others.
/// An error of 0.3 on each mean moves the tip of the arrow by √3 · 0.3 ≈ 0.5 along each axis. A convention to be piloted.
const SHORTEST: f64 = 0.5;

/// One of Holland's six types, in the order of the circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    Realistic,
    Investigative,
    Artistic,
    Social,
    Enterprising,
    Conventional,
}

impl Letter {
    pub const ALL: [Letter; 6] = [
        Letter::Realistic,
        Letter::Investigative,
        Letter::Artistic,
        Letter::Social,
        Letter::Enterprising,
        Letter::Conventional,
    ];

    /// Returns the type whose name begins with this letter: R, I, A, S, E or C.
    pub fn from_initial(initial: char) -> Option<Letter> {
        match initial {
            'R' => Some(Letter::Realistic),
            'I' => Some(Letter::Investigative),
            'A' => Some(Letter::Artistic),
            'S' => Some(Letter::Social),
            'E' => Some(Letter::Enterprising),
            'C' => Some(Letter::Conventional),
            _ => None,
        }
    }

    fn angle(self) -> f64 {
        let sixths = match self {
            Letter::Realistic => 0.0,
            Letter::Investigative => 1.0,
            Letter::Artistic => 2.0,
            Letter::Social => 3.0,
            Letter::Enterprising => 4.0,
            Letter::Conventional => 5.0,
        };
        sixths * FRAC_PI_3
    }
}

/// The letters of a job: the major one, and a minor one where ROME gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HollandCode {
    major: Letter,
    minor: Option<Letter>,
}

impl HollandCode {
    /// Returns the code; `None` when the two letters are the same.
    pub fn new(major: Letter, minor: Option<Letter>) -> Option<HollandCode> {
        (minor != Some(major)).then_some(HollandCode { major, minor })
    }

    /// Returns what the letter counts in the code: 1, ½ or 0.
    pub fn weight(self, letter: Letter) -> f64 {
        if self.major == letter {
            1.0
        } else if self.minor == Some(letter) {
            MINOR_WEIGHT
        } else {
            0.0
        }
    }

    /// Returns where the code points: never nowhere, since its major letter outweighs the minor one.
    pub fn direction(self) -> Direction {
        let (x, y) = sum(Letter::ALL.into_iter().map(|letter| (letter, self.weight(letter))));
        Direction(y.atan2(x))
    }
}

/// A direction on the hexagon, in radians from Realistic towards Investigative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Direction(f64);

impl Direction {
    /// Returns where six means point; `None` when they are so even, or so opposed, that they point nowhere.
    ///
    /// A tendency to say yes adds the same to each letter and changes nothing: six equal arrows cancel out.
    pub fn of_means(means: &BTreeMap<Letter, f64>) -> Option<Direction> {
        let (x, y) = sum(means.iter().map(|(letter, mean)| (*letter, *mean)));
        (x.hypot(y) >= SHORTEST).then(|| Direction(y.atan2(x)))
    }

    /// Returns 1 − angle / 180°: 1 in the same direction, 0 in the opposite one.
    pub fn similarity(self, other: Direction) -> f64 {
        let turn = (self.0 - other.0).rem_euclid(TAU);
        1.0 - turn.min(TAU - turn) / PI
    }
}

/// The sum of arrows, one a letter.
fn sum(arrows: impl Iterator<Item = (Letter, f64)>) -> (f64, f64) {
    arrows.fold((0.0, 0.0), |(x, y), (letter, length)| {
        let (sin, cos) = letter.angle().sin_cos();
        (x + length * cos, y + length * sin)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(values: [f64; 6]) -> BTreeMap<Letter, f64> {
        Letter::ALL.into_iter().zip(values).collect()
    }

    fn code(major: Letter, minor: Option<Letter>) -> Direction {
        HollandCode::new(major, minor).unwrap().direction()
    }

    #[test]
    fn opposite_letters_have_nothing_alike_and_neighbours_two_thirds() {
        let realistic = code(Letter::Realistic, None);
        assert!((realistic.similarity(code(Letter::Social, None)) - 0.0).abs() < 1e-9);
        assert!((realistic.similarity(code(Letter::Conventional, None)) - 2.0 / 3.0).abs() < 1e-9);
        assert!((realistic.similarity(code(Letter::Investigative, None)) - 2.0 / 3.0).abs() < 1e-9);
        assert!((realistic.similarity(realistic) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_minor_letter_turns_a_job_by_nineteen_degrees() {
        // atan((½ · sin 60°) / (1 + ½ · cos 60°)) = 19.1066°
        let similarity = code(Letter::Realistic, None).similarity(code(Letter::Realistic, Some(Letter::Conventional)));
        assert!((similarity - (1.0 - 19.106_605_350_869_1 / 180.0)).abs() < 1e-9);
    }

    #[test]
    fn saying_yes_to_everything_does_not_change_the_direction() {
        let low = Direction::of_means(&means([3.0, 2.0, 1.0, 1.0, 1.0, 2.0])).unwrap();
        let high = Direction::of_means(&means([5.0, 4.0, 3.0, 3.0, 3.0, 4.0])).unwrap();
        assert!((low.similarity(high) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn even_or_opposed_means_point_nowhere() {
        assert_eq!(Direction::of_means(&means([3.0; 6])), None);
        assert_eq!(Direction::of_means(&means([3.4, 3.0, 3.0, 3.0, 3.0, 3.0])), None);
        assert_eq!(Direction::of_means(&means([5.0, 1.0, 1.0, 5.0, 1.0, 1.0])), None);
    }

    #[test]
    fn a_code_has_two_different_letters() {
        assert_eq!(HollandCode::new(Letter::Social, Some(Letter::Social)), None);
    }
}
