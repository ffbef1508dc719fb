//! The chance of a generator: whole numbers drawn from a seed, the same on every machine and with every version of
//! the libraries.
//!
//! The stream of ChaCha is fixed by its specification (Bernstein, 2008); how it becomes a number below n is written
//! here, because the ready-made distributions of `rand` may change their values from one version to the next.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use super::Generator;

/// A stream of draws. The same seed and generator always give the same stream.
#[derive(Clone, Debug)]
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// Begins one of many streams of a seed, for what is not an item.
    pub fn of_stream(seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        let bytes = seed.to_le_bytes().into_iter().chain(stream.to_le_bytes());
        key.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = byte);
        Self(ChaCha8Rng::from_seed(key))
    }

    /// Begins a stream; two generators, or two versions of one, do not share their draws.
    pub fn new(seed: u64, generator: Generator) -> Self {
        Self::of_stream(seed, (generator as u64) << 32 | u64::from(generator.version()))
    }

    /// Returns a number in [0, n[, each as likely; 0 when n is 0 (Lemire, 2019, ACM TOMACS 29, algorithm 5).
    pub fn below(&mut self, n: u32) -> u32 {
        if n == 0 {
            return 0;
        }
        let unfair = n.wrapping_neg() % n;
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(n);
            if product as u32 >= unfair {
                return (product >> 32) as u32;
            }
        }
    }

    /// Returns a number in [low, high].
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below(high.abs_diff(low) + 1) as i32
    }

    pub fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Returns one of the items; none of an empty list.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let index = self.below(from.len() as u32) as usize;
        from.get(index).copied()
    }

    /// Returns one of the items of a list that the compiler knows is not empty.
    pub fn one_of<T: Copy, const N: usize>(&mut self, from: [T; N]) -> T {
        const { assert!(N > 0, "one of nothing") };
        #[expect(clippy::indexing_slicing, reason = "below(N) < N, and N > 0 was asserted at compile time")]
        from[self.below(N as u32) as usize]
    }

    /// Puts the items in any order (Durstenfeld, 1964, algorithm 235).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }

    /// Shuffles options of which the first is right; returns where the right one went.
    pub fn shuffle_options<T>(&mut self, options: &mut [T]) -> usize {
        let mut right = 0;
        for last in (1..options.len()).rev() {
            let other = self.below(last as u32 + 1) as usize;
            options.swap(last, other);
            right = match right {
                here if here == other => last,
                here if here == last => other,
                here => here,
            };
        }
        right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_these_numbers_on_every_machine() {
        let mut draws = Draws::new(1017, Generator::Matrices);
        let drawn: Vec<u32> = (0..8).map(|_| draws.below(1000)).collect();
        assert_eq!(drawn, PINNED);
    }

    /// Computed by another program from the specification of ChaCha8; another value here means that every stored
    /// recipe gives another item.
    const PINNED: [u32; 8] = [553, 140, 182, 852, 555, 927, 940, 276];

    #[test]
    fn each_number_is_as_likely() {
        let mut draws = Draws::new(5, Generator::Series);
        let mut counts = [0_i32; 6];
        (0..60_000).for_each(|_| counts[draws.below(6) as usize] += 1);
        assert!(counts.iter().all(|count| (count - 10_000).abs() < 400), "{counts:?}");
    }

    #[test]
    fn the_bounds_of_a_range_are_drawn() {
        let mut draws = Draws::new(3, Generator::Series);
        let drawn: Vec<i32> = (0..200).map(|_| draws.between(-2, 2)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-2), Some(&2)));
    }

    #[test]
    fn the_right_option_is_followed_through_the_shuffle() {
        let mut draws = Draws::new(9, Generator::Series);
        let mut places = [0_i32; 4];
        for _ in 0..8_000 {
            let mut options = ['r', 'a', 'b', 'c'];
            let right = draws.shuffle_options(&mut options);
            assert_eq!(options[right], 'r');
            places[right] += 1;
        }
        assert!(places.iter().all(|count| (count - 2_000).abs() < 200), "{places:?}");
    }
}
