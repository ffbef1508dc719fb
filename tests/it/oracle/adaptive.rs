//! Adaptive tests: the traces that catR's randomCAT also gives.

use super::{Oracle, Table, assert_columns_close, number, oracle_or_skip, study};

const TRACES: [(&str, &str, &str); 4] =
    [("2pl300", "0.30", "30"), ("2pl300", "0.40", "15"), ("2pl60", "0.30", "30"), ("2pl60", "0.40", "15")];

fn trace(oracle: &Oracle, bank: &str, se: &str, max: &str, grid: &[&str]) -> Table {
    let responses = oracle.path(&format!("cat_responses_{bank}.txt"));
    let file = oracle.path(&format!("cat_bank_{bank}.csv"));
    let args = ["adaptive", "--bank", &file, "--responses", &responses, "--se", se, "--max", max];
    Table::parse(&study(&[&args[..], grid].concat()))
}

#[test]
fn a_thousand_adaptive_tests_give_the_same_items_and_abilities() {
    let oracle = oracle_or_skip!();
    for (bank, se, max) in TRACES {
        let have = trace(&oracle, bank, se, max, &["--nodes", "33", "--range", "-4", "4"]);
        let want = oracle.csv(&format!("cat_trace_{bank}_se{se}_max{max}.csv"));
        for column in ["examinee", "n_items", "items"] {
            assert!(have.text(column) == want.text(column), "{bank} {se} {column}");
        }
        for column in ["theta_hat", "se"] {
            assert_columns_close(column, &have.numbers(column), &want.numbers(column), 1e-10);
        }
    }
}

// The traces were computed on 33 nodes: the finer grid of production moves θ̂ by up to .004, enough to choose otherwise.
#[test]
fn the_grid_of_production_gives_nearly_always_the_same_items() {
    let oracle = oracle_or_skip!();
    for (bank, se, max) in TRACES {
        let have = trace(&oracle, bank, se, max, &[]);
        let want = oracle.csv(&format!("cat_trace_{bank}_se{se}_max{max}.csv"));
        let same = have.text("items").iter().zip(want.text("items")).filter(|(have, want)| have == want).count();
        assert!(same >= 950, "{bank} {se}: {same} of 1000");
    }
}

#[test]
fn adaptive_tests_recover_true_abilities_as_far() {
    let oracle = oracle_or_skip!();
    let truth = oracle.csv("cat_theta_true.csv").numbers("theta_true");
    let reference = oracle.json("reference.json");
    for (bank, se, max) in TRACES {
        let have = trace(&oracle, bank, se, max, &["--nodes", "33", "--range", "-4", "4"]);
        let errors: Vec<f64> =
            have.numbers("theta_hat").iter().zip(&truth).map(|(have, truth)| have.unwrap() - truth.unwrap()).collect();
        let rmse = (errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64).sqrt();
        let n_items = have.numbers("n_items").iter().flatten().sum::<f64>() / errors.len() as f64;
        let want = &reference["cat"][format!("{bank}_se{se}_max{max}")];
        super::assert_close("rmse", rmse, number(&want["rmse"]), 1e-9);
        super::assert_close("mean_items", n_items, number(&want["mean_items"]), 1e-9);
    }
}
