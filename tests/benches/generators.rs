//! How long items take to make: `cargo bench --bench generators`. Each figure is for one hundred items.

use boussole::domain::generate::matrices::rule::Side;
use boussole::domain::generate::matrices::{self, OptionCount};
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
