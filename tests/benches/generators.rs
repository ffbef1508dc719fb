//! How long items take to make: `cargo bench --bench generators`. Each figure is for one hundred items.

use boussole::domain::generate::counting::{self, Grouping, Overlap, Quantity};
use boussole::domain::generate::dashboard::{self, Display, Level, LineCount};
use boussole::domain::generate::folding::{self, Creases, FoldCount, Place, Punches};
use boussole::domain::generate::matrices::rule::Side;
use boussole::domain::generate::matrices::{self, OptionCount};
use boussole::domain::generate::rotations::{self, Arms, Axis, Foils, Piece, Turn};
use boussole::domain::generate::series::{Ceiling, Kind, Shown};
use boussole::domain::generate::{Item, Radicals, Recipe, series};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// Makes a hundred items of these radicals.
fn make(bencher: Bencher, radicals: impl Fn(u64) -> Radicals + Sync) {
    let items =
        || -> Vec<Item> { (0..100).filter_map(|seed| Recipe { seed, radicals: radicals(seed) }.make().ok()).collect() };
    bencher.counter(ItemsCount::new(100_u32)).bench(items);
}

#[divan::bench]
fn matrices_of_four_rules_and_eight_options(bencher: Bencher) {
    make(bencher, |seed| Radicals::Matrix(matrices::Radicals::varied(seed, Side::Three, 4, OptionCount::Eight)));
}

#[divan::bench(args = Kind::ALL)]
fn series(bencher: Bencher, kind: Kind) {
    make(bencher, |_| Radicals::Series(series::Radicals { kind, shown: Shown::Six, ceiling: Ceiling::Thousand }));
}

#[divan::bench]
fn rotations_of_flat_pieces(bencher: Bencher) {
    make(bencher, |_| Radicals::Rotation(rotations::Radicals::Flat { piece: Piece::Five, turn: Turn::Eighty }));
}

#[divan::bench(args = [(Arms::Three, Foils::Mirror), (Arms::Three, Foils::Structure), (Arms::Four, Foils::Mirror)])]
fn rotations_of_cubes_in_depth(bencher: Bencher, (arms, foils): (Arms, Foils)) {
    let (axis, turn) = (Axis::Depth, Turn::Eighty);
    make(bencher, |_| Radicals::Rotation(rotations::Radicals::Solid { arms, axis, turn, foils }));
}

#[divan::bench(args = [FoldCount::One, FoldCount::Two, FoldCount::Three])]
fn foldings_with_diagonals(bencher: Bencher, folds: FoldCount) {
    let (creases, punches, place) = (Creases::Diagonal, Punches::Two, Place::Anywhere);
    make(bencher, |_| Radicals::Folding(folding::Radicals { folds, creases, punches, place }));
}

#[divan::bench]
fn boards(bencher: Bencher) {
    let (level, lines, display) = (Level::Threshold, LineCount::Eight, Display::Bars);
    make(bencher, |_| Radicals::Dashboard(dashboard::Radicals { level, lines, display }));
}

#[divan::bench]
fn objects_to_count(bencher: Bencher) {
    let (quantity, grouping, overlap) = (Quantity::Many, Grouping::Scattered, Overlap::Touching);
    make(bencher, |_| Radicals::Counting(counting::Radicals { quantity, grouping, overlap }));
}
