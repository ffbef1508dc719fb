//! Norm tables of base R.

use std::io::Write;

use boussole::domain::scoring::norms::{self, normal_percentile, stanine, sten, t_score};

use super::{Table, assert_close, number, numbers, oracle_or_skip, study};

#[test]
fn linear_standard_scores_agree() {
    let oracle = oracle_or_skip!();
    let reference = &oracle.json("reference.json")["norms"];
    for row in reference["linear"].as_array().unwrap() {
        let z = norms::z(number(&row["raw"]), number(&reference["mean"]), number(&reference["sd"])).unwrap();
        assert_close("z", z, number(&row["z"]), 1e-9);
        assert_close("T", t_score(z), number(&row["T"]), 1e-9);
        assert_close("percentile", normal_percentile(z), number(&row["percentile_normal"]), 1e-9);
        assert_eq!(
            (u64::from(sten(z)), u64::from(stanine(z))),
            (row["sten"].as_u64().unwrap(), row["stanine"].as_u64().unwrap())
        );
    }
}

#[test]
fn the_table_of_a_data_file_agrees() {
    let oracle = oracle_or_skip!();
    let reference = &oracle.json("reference.json")["norms"]["empirical"];
    let mut file = tempfile::NamedTempFile::new().unwrap();
    writeln!(file, "score").unwrap();
    for (raw, n) in reference["reference_counts"].as_object().unwrap() {
        for _ in 0..n.as_u64().unwrap() {
            writeln!(file, "{raw}").unwrap();
        }
    }
    let table = Table::parse(&study(&["norms", file.path().to_str().unwrap(), "--column", "score"]));
    let column = |name: &str| table.numbers(name).into_iter().map(Option::unwrap).collect::<Vec<_>>();
    assert_eq!(column("raw"), numbers(&reference["raw"]));
    for (name, want) in [("percentile_rank", "percentile_rank_midpoint"), ("normalised_T", "normalised_T")] {
        for (have, want) in column(name).into_iter().zip(numbers(&reference[want])) {
            assert_close(name, have, want, 1e-9);
        }
    }
}
