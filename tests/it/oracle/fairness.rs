//! Differential item functioning: mantelhaen.test and glm of R.

use super::{Table, assert_close, number, oracle_or_skip, study};

#[test]
fn mantel_haenszel_and_logistic_regression_agree() {
    let oracle = oracle_or_skip!();
    let have = Table::parse(&study(&["dif", &oracle.path("dif_data.csv"), "--group", "group"]));
    let reference = oracle.json("reference.json");
    for (row, want) in reference["dif"]["results"].as_array().unwrap().iter().enumerate() {
        for column in ["item", "ets_class"] {
            assert_eq!(have.text(column)[row], want[column].as_str().unwrap());
        }
        for column in [
            "mh_alpha",
            "mh_delta",
            "mh_chi2",
            "mh_p",
            "lr_uniform_chi2",
            "lr_nonuniform_chi2",
            "lr_total_chi2",
            "delta_R2_nagelkerke",
        ] {
            let name = format!("{} {column}", want["item"]);
            assert_close(&name, have.numbers(column)[row].unwrap(), number(&want[column]), 1e-8);
        }
    }
}
