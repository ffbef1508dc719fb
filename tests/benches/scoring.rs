//! How long scoring takes, alone and beside its peers: `cargo bench --no-default-features --bench scoring`.

#![expect(clippy::print_stdout, reason = "a bench prints its times")]

mod peers;

use boussole::domain::scoring::adaptive::{AdaptiveBank, StopRule};
use boussole::domain::scoring::irt::{Item, NodeTable, expected_a_posteriori};
use boussole::domain::scoring::response_matrix::{KeyedItem, MissingRule, ResponseMatrix};
use divan::{Bencher, black_box};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `cargo bench` asks for it with exactly this; a filter, or a test run, is about the benches below alone.
    if std::env::args().skip(1).eq(["--bench".to_owned()]) {
        peers::compare()?;
    }
    divan::main();
    Ok(())
}

/// Whole numbers without apparent order, always the same.
fn spread(index: usize, below: usize) -> usize {
    (index.wrapping_mul(2_654_435_761) >> 7) % below
}

/// Discriminations and difficulties.
fn bank(n: usize) -> Vec<(f64, f64)> {
    let item = |index| (0.6 + spread(index, 140) as f64 / 100.0, spread(index + n, 600) as f64 / 100.0 - 3.0);
    (0..n).map(item).collect()
}

fn items(n: usize) -> Vec<Item> {
    bank(n).into_iter().filter_map(|(a, b)| Item::two_parameters(a, b).ok()).collect()
}

/// Five scales of five items, one reversed, 280,000 people.
#[divan::bench(sample_count = 10)]
fn likert_280_000_people_25_items(bencher: Bencher) {
    let mut answers = ResponseMatrix::with_items(25);
    for person in 0..280_000_usize {
        let row = (0..25).map(|item| Some(1.0 + spread(person * 25 + item, 6) as f64));
        if answers.push(row).is_err() {
            return;
        }
    }
    let scales: Vec<Vec<KeyedItem>> = (0..5)
        .map(|scale| {
            let reversed = |item| (item == 0).then_some((1.0, 6.0));
            (0..5).map(|item| KeyedItem { column: scale * 5 + item, reversed_within: reversed(item) }).collect()
        })
        .collect();
    bencher.bench(|| {
        let sum =
            |scale: &Vec<KeyedItem>| answers.keyed(scale).map(|keyed| keyed.person_means().flatten().sum::<f64>());
        scales.iter().map(sum).collect::<Vec<_>>()
    });
}

#[divan::bench(sample_count = 10)]
fn pairwise_covariances_280_000_people_5_items(bencher: Bencher) {
    let mut answers = ResponseMatrix::with_items(5);
    for person in 0..280_000_usize {
        let answer = |item: usize| (spread(person + item, 40) > 0).then(|| 1.0 + spread(person * 5 + item, 6) as f64);
        if answers.push((0..5).map(answer)).is_err() {
            return;
        }
    }
    bencher.bench(|| black_box(&answers).covariances(MissingRule::Pairwise));
}

#[divan::bench]
fn eap_1_525_people_16_items(bencher: Bencher) {
    let Ok(table) = NodeTable::new(&items(16), 33, -4.0, 4.0) else { return };
    let people: Vec<Vec<Option<bool>>> =
        (0..1_525).map(|person| (0..16).map(|item| Some(spread(person * 16 + item, 2) == 1)).collect()).collect();
    bencher.bench(|| people.iter().map(|answers| expected_a_posteriori(&table, answers)).collect::<Vec<_>>());
}

#[divan::bench]
fn adaptive_1_000_examinees_300_items(bencher: Bencher) {
    let Ok(bank) = AdaptiveBank::new(items(300), 61, -6.0, 6.0) else { return };
    let stop = StopRule { standard_error: 0.30, min_items: 0, max_items: 30 };
    let people: Vec<Vec<bool>> =
        (0..1_000).map(|person| (0..300).map(|item| spread(person * 300 + item, 2) == 1).collect()).collect();
    bencher.bench(|| people.iter().map(|answers| bank.replay(answers, &stop)).collect::<Vec<_>>());
}
