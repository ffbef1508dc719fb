//! Counting objects, answered with a number.
//!
//! Objects in fives or tens can be counted by groups, scattered ones one by one; objects that overlap have to be told
//! apart first. Up to four are seen at a glance, which is why there are never fewer than six (subitizing; Trick &
//! Pylyshyn, 1994, *Psychological Review* 101).

use super::draws::Draws;
use super::figure::{Figure, Point, Shade, Stroke, UNIT, rectangle};
use super::{Answer, Generator, Stem};

/// What makes counting harder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Radicals {
    pub quantity: Quantity,
    pub grouping: Grouping,
    pub overlap: Overlap,
}

/// How many objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// 6 to 12.
    Few,
    /// 13 to 29.
    Some,
    /// 30 to 60.
    Many,
}

/// How objects are set out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    Scattered,
    /// In boxes of five, the last one incomplete.
    Fives,
    /// In boxes of ten, the last one incomplete.
    Tens,
}

/// Whether neighbours hide a part of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overlap {
    Apart,
    /// Three fifths of every object are seen at least.
    Touching,
}

/// Draws the objects.
pub(super) fn generate(seed: u64, radicals: &Radicals) -> (Stem, Answer) {
    let mut draws = Draws::new(seed, Generator::Counting);
    let (low, high) = radicals.quantity.bounds();
    let n = draws.between(low, high);
    let figure = match radicals.grouping {
        Grouping::Scattered => scattered(&mut draws, n, radicals.overlap),
        Grouping::Fives => grouped(n, 5, radicals.overlap),
        Grouping::Tens => grouped(n, 10, radicals.overlap),
    };
    (Stem::Counting(figure), Answer::Number(i64::from(n)))
}

impl Quantity {
    pub fn bounds(self) -> (i32, i32) {
        match self {
            Quantity::Few => (6, 12),
            Quantity::Some => (13, 29),
            Quantity::Many => (30, 60),
        }
    }
}

impl Radicals {
    /// Prior weights: the quantity, then having to keep track of scattered objects, then overlap.
    pub fn prior_difficulty(&self) -> f64 {
        let quantity = match self.quantity {
            Quantity::Few => -3.0,
            Quantity::Some => -2.0,
            Quantity::Many => -1.0,
        };
        let grouping = match self.grouping {
            Grouping::Tens => 0.0,
            Grouping::Fives => 0.2,
            Grouping::Scattered => 0.6,
        };
        let overlap = if self.overlap == Overlap::Touching { 0.4 } else { 0.0 };
        quantity + grouping + overlap
    }
}

/// Draws objects on some cells of a loose grid.
///
/// A cell gives its object room to move; objects that touch come in pairs, the second drawn over the first.
fn scattered(draws: &mut Draws, n: i32, overlap: Overlap) -> Figure {
    // A quarter of the cells stay empty, so that rows and columns do not help.
    let side = (1..).find(|side| side * side * 3 >= n * 4).unwrap_or(n);
    let cell = UNIT / side;
    let radius = cell * 3 / 10;
    let mut cells: Vec<(i32, i32)> = (0..side).flat_map(|row| (0..side).map(move |column| (row, column))).collect();
    draws.shuffle(&mut cells);
    let mut figure = Figure::default();
    let mut left = n;
    for (row, column) in cells {
        let pair = overlap == Overlap::Touching && left >= 2 && draws.below(3) == 0;
        let size = if pair { radius * 3 / 4 } else { radius };
        let apart = if pair { size } else { 0 };
        let room = cell / 2 - size - apart / 2;
        let mut jitter = || draws.between(-room, room);
        let middle = Point::new(column * cell + cell / 2 + jitter(), row * cell + cell / 2 + jitter());
        if left > 0 {
            figure.disc(middle.shifted(-apart / 2, 0), size, Shade::Medium);
        }
        if pair {
            figure.disc(middle.shifted(apart - apart / 2, 0), size, Shade::Medium);
        }
        left -= if pair { 2 } else { 1 };
        if left <= 0 {
            break;
        }
    }
    // Pairs empty cells; without enough cells for the rest, the grid would lose objects.
    debug_assert!(left <= 0, "every object has its cell");
    figure
}

/// Draws boxes of `per_box` objects, in rows of five.
fn grouped(n: i32, per_box: i32, overlap: Overlap) -> Figure {
    let n_boxes = (n + per_box - 1) / per_box;
    let per_row = if n_boxes > 6 { 3 } else { 2 };
    let n_rows = (n_boxes + per_row - 1) / per_row;
    let (width, height) = (UNIT / per_row, UNIT / n_rows.max(2));
    let (column_gap, row_gap) = (width * 8 / 50, height * 4 / 5 / (per_box / 5 + 1));
    let smallest = column_gap.min(row_gap);
    let radius = match overlap {
        Overlap::Apart => smallest * 2 / 5,
        Overlap::Touching => column_gap * 13 / 20,
    };
    let mut figure = Figure::default();
    for index in 0..n_boxes {
        let (left, top) = (index % per_row * width, index / per_row * height);
        let margin = width / 40;
        figure.outline(
            rectangle(left + margin, top + margin, left + width - margin, top + height - margin),
            Stroke::Thin,
        );
        for rank in 0..per_box.min(n - index * per_box) {
            let x = left + width / 2 + (rank % 5 - 2) * column_gap;
            let y = top + height / 2 + (2 * (rank / 5) - (per_box / 5 - 1)) * row_gap / 2;
            figure.disc(Point::new(x, y), radius.min(height / 3), Shade::Medium);
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::super::figure::Mark;
    use super::*;

    fn all_radicals() -> impl Iterator<Item = Radicals> {
        let quantities = [Quantity::Few, Quantity::Some, Quantity::Many].into_iter();
        let groupings = quantities.flat_map(|quantity| {
            [Grouping::Scattered, Grouping::Fives, Grouping::Tens].map(|grouping| (quantity, grouping))
        });
        groupings.flat_map(|(quantity, grouping)| {
            [Overlap::Apart, Overlap::Touching].map(|overlap| Radicals { quantity, grouping, overlap })
        })
    }

    fn discs(seed: u64, radicals: &Radicals) -> (Vec<(Point, i32)>, i64) {
        let (Stem::Counting(figure), Answer::Number(n)) = generate(seed, radicals) else { panic!() };
        assert!(figure.is_inside(), "{seed} {radicals:?}");
        let disc = |mark: &Mark| match mark {
            Mark::Disc { centre, radius, .. } => Some((*centre, *radius)),
            _ => None,
        };
        (figure.marks.iter().filter_map(disc).collect(), n)
    }

    /// Squared distances, pair by pair, over the squared sum of radii.
    fn closest(discs: &[(Point, i32)]) -> f64 {
        let pairs =
            discs.iter().enumerate().flat_map(|(index, one)| discs.iter().skip(index + 1).map(move |two| (one, two)));
        pairs
            .map(|((one, r1), (two, r2))| f64::from(one.x - two.x).hypot(f64::from(one.y - two.y)) / f64::from(r1 + r2))
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn as_many_objects_are_drawn_as_are_counted() {
        for radicals in all_radicals() {
            for seed in 0..60 {
                let (discs, n) = discs(seed, &radicals);
                assert_eq!(discs.len() as i64, n, "{seed} {radicals:?}");
                let (low, high) = radicals.quantity.bounds();
                assert!((i64::from(low)..=i64::from(high)).contains(&n));
            }
        }
    }

    #[test]
    fn objects_apart_do_not_touch_and_touching_ones_stay_visible() {
        for radicals in all_radicals() {
            for seed in 0..60 {
                let (discs, _) = discs(seed, &radicals);
                match radicals.overlap {
                    Overlap::Apart => assert!(closest(&discs) > 1.0, "{seed} {radicals:?}"),
                    // Two equal discs a radius apart: one hides 39 % of the other (lens of area 1.228 r²).
                    Overlap::Touching => assert!(closest(&discs) >= 0.49, "{seed} {radicals:?} {}", closest(&discs)),
                }
            }
        }
    }

    #[test]
    fn the_same_recipe_gives_the_same_picture() {
        for radicals in all_radicals() {
            assert_eq!(generate(41, &radicals), generate(41, &radicals));
        }
    }
}
