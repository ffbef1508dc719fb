//! A sheet of eight by eight squares: what folding does to its layers.
//!
//! A fold is a reflection that lays one half of what is visible exactly onto the other half. That keeps the arithmetic
//! exact: each fold doubles the layers everywhere off the crease, and no paper is lost.

use std::collections::BTreeMap;

use crate::domain::generate::figure::Point;

/// Squares to a side.
pub const SIDE: i32 = 8;

/// A square of the sheet: row from the top, column from the left.
pub type Square = (i32, i32);

/// The direction of a crease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crease {
    Vertical,
    Horizontal,
    /// From the top left to the bottom right.
    Falling,
    /// From the bottom left to the top right.
    Rising,
}

impl Crease {
    pub const ALL: [Crease; 4] = [Crease::Vertical, Crease::Horizontal, Crease::Falling, Crease::Rising];

    pub fn is_diagonal(self) -> bool {
        matches!(self, Crease::Falling | Crease::Rising)
    }

    fn across(self) -> Self {
        match self {
            Crease::Vertical => Crease::Horizontal,
            Crease::Horizontal => Crease::Vertical,
            Crease::Falling => Crease::Rising,
            Crease::Rising => Crease::Falling,
        }
    }

    fn askew(self) -> Self {
        match self {
            Crease::Vertical => Crease::Falling,
            Crease::Horizontal => Crease::Rising,
            Crease::Falling => Crease::Horizontal,
            Crease::Rising => Crease::Vertical,
        }
    }
}

/// The rows and columns that the visible paper reaches, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    rows: (i32, i32),
    columns: (i32, i32),
}

/// Which half moves: that of the smaller or of the larger rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    Low,
    High,
}

/// A fold in the middle of an extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fold {
    pub crease: Crease,
    pub moves: Half,
    extent: Extent,
}

impl Fold {
    /// Returns the square that comes to lie on `square`, and the other way round.
    pub fn reflect(&self, (row, column): Square) -> Square {
        let Extent { rows: (top, bottom), columns: (left, right) } = self.extent;
        match self.crease {
            Crease::Vertical => (row, left + right - column),
            Crease::Horizontal => (top + bottom - row, column),
            Crease::Falling => (column + top - left, row - top + left),
            Crease::Rising => (bottom + left - column, bottom + left - row),
        }
    }

    /// Returns the reflection in the other crease of the same paper: the mistake of the wrong axis.
    pub fn across(&self) -> Self {
        Self { crease: self.crease.across(), ..*self }
    }

    /// Returns the reflection in a crease an eighth of a turn away.
    fn askew(&self) -> Self {
        Self { crease: self.crease.askew(), ..*self }
    }

    /// Returns how far a point is from the crease, negative on the low half; in half squares, corners being even.
    fn side(&self, point: Point) -> i32 {
        let Extent { rows: (top, bottom), columns: (left, right) } = self.extent;
        match self.crease {
            Crease::Vertical => point.x - (left + right + 1),
            Crease::Horizontal => point.y - (top + bottom + 1),
            Crease::Falling => point.y - point.x - 2 * (top - left),
            Crease::Rising => point.x + point.y - 2 * (bottom + left + 1),
        }
    }

    /// Returns how far the middle of a square is from the crease, in half squares; 0 on a diagonal crease.
    pub fn distance(&self, (row, column): Square) -> u32 {
        self.side(Point::new(2 * column + 1, 2 * row + 1)).unsigned_abs()
    }

    fn is_moved(&self, (row, column): Square) -> bool {
        self.leaves(Point::new(2 * column + 1, 2 * row + 1))
    }

    fn leaves(&self, point: Point) -> bool {
        match self.moves {
            Half::Low => self.side(point) < 0,
            Half::High => self.side(point) > 0,
        }
    }
}

/// A folded sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The squares of the flat sheet that lie on each visible place.
    layers: BTreeMap<Square, Vec<Square>>,
    /// The contour of what is visible, in half squares.
    contour: Vec<Point>,
}

impl Paper {
    /// Returns the flat sheet.
    pub fn flat() -> Self {
        let squares = (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column)));
        let contour = [(0, 0), (16, 0), (16, 16), (0, 16)].map(|(x, y)| Point::new(x, y));
        Self { layers: squares.map(|square| (square, vec![square])).collect(), contour: contour.to_vec() }
    }

    pub fn layers(&self) -> &BTreeMap<Square, Vec<Square>> {
        &self.layers
    }

    /// Returns the contour in half squares of the flat sheet.
    pub fn contour(&self) -> &[Point] {
        &self.contour
    }

    /// Returns the folds that lay one half exactly onto the other.
    pub fn folds(&self) -> Vec<Fold> {
        let Some(extent) = self.extent() else { return Vec::new() };
        let both = |crease| [Half::Low, Half::High].map(|moves| Fold { crease, moves, extent });
        Crease::ALL.into_iter().flat_map(both).filter(|fold| self.lies_exactly(fold)).collect()
    }

    fn extent(&self) -> Option<Extent> {
        let rows = || self.layers.keys().map(|square| square.0);
        let columns = || self.layers.keys().map(|square| square.1);
        Some(Extent { rows: (rows().min()?, rows().max()?), columns: (columns().min()?, columns().max()?) })
    }

    fn lies_exactly(&self, fold: &Fold) -> bool {
        // A straight crease between squares leaves none on it; a diagonal one always halves some.
        let on_crease = !fold.crease.is_diagonal() && self.layers.keys().any(|&square| fold.distance(square) == 0);
        let moves_some = self.layers.keys().any(|&square| fold.is_moved(square));
        moves_some && !on_crease && self.layers.keys().all(|&square| self.layers.contains_key(&fold.reflect(square)))
    }

    /// Returns the sheet after one more fold.
    pub fn folded(&self, fold: &Fold) -> Self {
        let mut layers: BTreeMap<Square, Vec<Square>> = BTreeMap::new();
        for (&square, stack) in &self.layers {
            let place = if fold.is_moved(square) { fold.reflect(square) } else { square };
            layers.entry(place).or_default().extend(stack);
        }
        Self { layers, contour: kept(&self.contour, fold) }
    }
}

/// Returns the part of a convex contour that a fold leaves in place (Sutherland & Hodgman, 1974).
fn kept(contour: &[Point], fold: &Fold) -> Vec<Point> {
    let mut kept = Vec::new();
    for (&from, &to) in contour.iter().zip(contour.iter().cycle().skip(1)) {
        if !fold.leaves(from) {
            kept.push(from);
        }
        let (start, end) = (fold.side(from), fold.side(to));
        if start.signum() * end.signum() < 0 {
            let along = |a: i32, b: i32| a + (b - a) * start / (start - end);
            kept.push(Point::new(along(from.x, to.x), along(from.y, to.y)));
        }
    }
    kept
}

/// Squares of the sheet with a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Holes(u64);

impl Holes {
    /// Returns the squares as holes; `None` when one is outside the sheet.
    pub fn of(squares: impl IntoIterator<Item = Square>) -> Option<Self> {
        let bit = |(row, column): Square| {
            let inside = (0..SIDE).contains(&row) && (0..SIDE).contains(&column);
            inside.then(|| 1_u64 << (row * SIDE + column))
        };
        squares.into_iter().try_fold(0, |holes, square| Some(holes | bit(square)?)).map(Self)
    }

    pub fn squares(self) -> impl Iterator<Item = Square> {
        (0..SIDE * SIDE).filter(move |index| self.0 >> index & 1 == 1).map(|index| (index / SIDE, index % SIDE))
    }

    pub fn n(self) -> u32 {
        self.0.count_ones()
    }

    /// Returns on how many squares two sheets agree.
    pub fn agreement(self, other: Self) -> u32 {
        (!(self.0 ^ other.0)).count_ones()
    }

    /// Opens one fold; `None` when a mistaken reflection leaves the sheet.
    pub fn opened(self, fold: &Fold, opening: Opening) -> Option<Self> {
        let reflected = |square: Square| match opening {
            Opening::Right => Some(fold.reflect(square)),
            Opening::Across => Some(fold.across().reflect(square)),
            Opening::Askew => Some(fold.askew().reflect(square)),
            Opening::Turned => Some(fold.across().reflect(fold.reflect(square))),
            Opening::Forgotten => None,
        };
        Self::of(self.squares().chain(self.squares().filter_map(reflected)))
    }
}

/// How a person may undo a fold in thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opening {
    Right,
    /// Mirrored in the wrong axis.
    Across,
    /// Mirrored in a diagonal for a straight crease, or the other way round.
    Askew,
    /// Turned by half a turn instead of mirrored.
    Turned,
    /// The layer is not opened.
    Forgotten,
}

impl Opening {
    pub const ALL: [Opening; 5] =
        [Opening::Right, Opening::Across, Opening::Askew, Opening::Turned, Opening::Forgotten];
}

/// Returns the holes after opening the folds from the last to the first, each in its way.
pub fn unfolded(punches: Holes, folds: &[Fold], openings: &[Opening]) -> Option<Holes> {
    folds.iter().zip(openings).rev().try_fold(punches, |holes, (fold, &opening)| holes.opened(fold, opening))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_folding(n: usize) -> Vec<(Vec<Fold>, Paper)> {
        let mut foldings = vec![(Vec::new(), Paper::flat())];
        for _ in 0..n {
            let more = |(folds, paper): &(Vec<Fold>, Paper)| -> Vec<(Vec<Fold>, Paper)> {
                let longer = |fold: Fold| (folds.iter().copied().chain([fold]).collect(), paper.folded(&fold));
                paper.folds().into_iter().map(longer).collect()
            };
            foldings = foldings.iter().flat_map(more).collect();
        }
        foldings
    }

    #[test]
    fn no_fold_loses_paper() {
        let flat: Vec<Square> = Paper::flat().layers.into_keys().collect();
        for (folds, paper) in (0..=3).flat_map(every_folding) {
            let mut squares: Vec<Square> = paper.layers.into_values().flatten().collect();
            squares.sort_unstable();
            assert_eq!(squares, flat, "{folds:?}");
        }
    }

    #[test]
    fn each_fold_doubles_the_layers_off_the_creases() {
        for n in 0..=3 {
            for (folds, paper) in every_folding(n) {
                let straight = folds.iter().all(|fold| !fold.crease.is_diagonal());
                let full = paper.layers.values().filter(|stack| stack.len() == 1 << n).count();
                assert!(paper.layers.values().all(|stack| stack.len() <= 1 << n));
                // A whole sheet folded straight has 64 / 2ⁿ places; diagonals leave the squares of the crease thinner.
                assert!(if straight { full == 64 >> n } else { full > 0 }, "{folds:?}");
            }
        }
    }

    #[test]
    fn opening_a_punched_sheet_finds_the_squares_of_its_layers() {
        for (folds, paper) in every_folding(3) {
            for (&place, stack) in paper.layers.iter().filter(|(_, stack)| stack.len() == 8) {
                let holes = unfolded(Holes::of([place]).unwrap(), &folds, &[Opening::Right; 3]);
                assert_eq!(holes, Holes::of(stack.iter().copied()), "{folds:?}");
            }
        }
    }

    #[test]
    fn the_flat_sheet_folds_in_eight_ways_and_the_contour_follows() {
        let folds = Paper::flat().folds();
        assert_eq!(folds.len(), 8);
        for fold in folds {
            let contour = Paper::flat().folded(&fold).contour;
            assert_eq!(contour.len(), if fold.crease.is_diagonal() { 3 } else { 4 }, "{fold:?} {contour:?}");
        }
    }
}
