//! A badge of pictures: the code of the day for people who do not read digits. Five of twelve, in order, none twice.
//!
//! Five pictures in order are one of 95 040 badges; what a guess is worth is in `DECISIONS.md`.

pub mod drawing;

use std::fmt;

/// What a person touches: known to everybody, told apart by its shape alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pictogram {
    Sun,
    House,
    Tree,
    Fish,
    Boat,
    Umbrella,
    Key,
    Cup,
    Bicycle,
    Heart,
    Book,
    Bell,
}

impl Pictogram {
    /// Every pictogram, in the order in which a screen shows them.
    pub const ALL: [Self; 12] = [
        Self::Sun,
        Self::House,
        Self::Tree,
        Self::Fish,
        Self::Boat,
        Self::Umbrella,
        Self::Key,
        Self::Cup,
        Self::Bicycle,
        Self::Heart,
        Self::Book,
        Self::Bell,
    ];
}

/// How many pictograms make a badge.
pub const BADGE_LENGTH: usize = 5;

/// Five different pictograms in order, made at the desk, good for one day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PictureBadge([Pictogram; BADGE_LENGTH]);

impl PictureBadge {
    /// How many badges there are: 12 × 11 × 10 × 9 × 8.
    pub const COUNT: u32 = 95_040;

    /// Makes a badge from any number: each of the [`Self::COUNT`] badges for as many numbers, but for a rest.
    pub fn from_number(number: u32) -> Self {
        let mut number = number as usize;
        let mut left = Pictogram::ALL.to_vec();
        Self(std::array::from_fn(|_| {
            let index = number % left.len();
            number /= left.len();
            left.remove(index)
        }))
    }

    /// Returns the badge of these pictograms: five, all different.
    pub fn new(pictograms: &[Pictogram]) -> Option<Self> {
        let pictograms: [Pictogram; BADGE_LENGTH] = pictograms.try_into().ok()?;
        let badge = Self(pictograms);
        badge.sorted().windows(2).all(|pair| pair.first() != pair.last()).then_some(badge)
    }

    pub fn pictograms(&self) -> &[Pictogram; BADGE_LENGTH] {
        &self.0
    }

    /// Returns whether both have the same pictograms, in whatever order. Two people of one day never have: a mistake in
    /// the order opens nobody else's visit.
    pub fn looks_like(&self, other: &Self) -> bool {
        self.sorted() == other.sorted()
    }

    fn sorted(&self) -> [Pictogram; BADGE_LENGTH] {
        let mut sorted = self.0;
        sorted.sort_unstable();
        sorted
    }
}

impl fmt::Debug for PictureBadge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("*****")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_number_below_the_count_makes_a_badge_of_its_own() {
        // 12! / 7! orders of five different pictograms out of twelve.
        let badges: HashSet<PictureBadge> = (0..95_040).map(PictureBadge::from_number).collect();
        assert_eq!(badges.len(), 95_040);
        assert!(badges.iter().all(|badge| PictureBadge::new(badge.pictograms()) == Some(*badge)));
    }

    #[test]
    fn four_pictograms_or_one_twice_make_no_badge() {
        use Pictogram::{Boat, Cup, Fish, Key, Sun};
        assert!(PictureBadge::new(&[Sun, Key, Cup, Fish, Boat]).is_some());
        assert_eq!(PictureBadge::new(&[Sun, Key, Cup, Fish]), None);
        assert_eq!(PictureBadge::new(&[Sun, Key, Cup, Fish, Sun]), None);
    }

    #[test]
    fn another_order_is_another_badge_that_looks_like_it() {
        use Pictogram::{Bell, Boat, Cup, Fish, Key, Sun};
        let badge = PictureBadge::new(&[Sun, Key, Cup, Fish, Boat]).unwrap();
        let turned = PictureBadge::new(&[Key, Sun, Cup, Fish, Boat]).unwrap();
        let other = PictureBadge::new(&[Sun, Key, Cup, Fish, Bell]).unwrap();
        assert!(badge != turned && badge.looks_like(&turned));
        assert!(!badge.looks_like(&other));
    }
}
