//! Item response theory: catR 3.17 and mirt 1.41, with equations solved to 1e-13.

use boussole::domain::scoring::irt::{
    Estimator, GradedItem, Item, estimate, graded_expected_a_posteriori, person_fit, test_information,
};

use super::{Oracle, Table, assert_close, assert_columns_close, number, numbers, oracle_or_skip, study};

fn bank(oracle: &Oracle, file: &str) -> Vec<Item> {
    let table = oracle.csv(file);
    let (a, b) = (table.numbers("a"), table.numbers("b"));
    a.iter().zip(&b).map(|(a, b)| Item::two_parameters(a.unwrap(), b.unwrap()).unwrap()).collect()
}

fn theta(oracle: &Oracle, estimator: &str) -> Table {
    let (data, bank) = (oracle.path("ability.csv"), oracle.path("ability_2pl_bank.csv"));
    let grid = ["--nodes", "33", "--range", "-4", "4"];
    Table::parse(&study(&[&["theta", &data, "--bank", &bank, "--estimator", estimator], &grid[..]].concat()))
}

#[test]
fn eap_of_1525_people_is_that_of_catr() {
    let oracle = oracle_or_skip!();
    let (have, want) = (theta(&oracle, "eap"), oracle.csv("ability_theta.csv"));
    assert!(have.text("id") == want.text("id"));
    assert!(have.text("n_answered") == want.text("n_answered"));
    assert_columns_close("EAP", &have.numbers("theta"), &want.numbers("EAP"), 1e-10);
    assert_columns_close("EAP_se", &have.numbers("se"), &want.numbers("EAP_se"), 1e-10);
}

#[test]
fn map_ml_and_wl_solve_their_equations() {
    let oracle = oracle_or_skip!();
    let want = oracle.csv("ability_theta.csv");
    for (estimator, exact, exact_error, catr_error) in [
        ("map", "MAP_exact", Some("MAP_se_exact"), "MAP_se"),
        ("ml", "ML_exact", Some("ML_se_exact"), "ML_se"),
        ("wl", "WL_exact", None, "WL_se"),
    ] {
        let have = theta(&oracle, estimator);
        assert_columns_close(exact, &have.numbers("theta"), &want.numbers(exact), 1e-9);
        if let Some(exact_error) = exact_error {
            assert_columns_close(exact_error, &have.numbers("se"), &want.numbers(exact_error), 1e-9);
        }
        for (row, (have, want)) in have.numbers("se").iter().zip(want.numbers(catr_error)).enumerate() {
            // catR gives ±4 where there is no maximum.
            if let (Some(have), Some(want)) = (have, want) {
                assert_close(&format!("{catr_error}, row {row}"), *have, want, 2e-4);
            }
        }
    }
}

#[test]
fn probabilities_and_information_are_those_of_catr() {
    let oracle = oracle_or_skip!();
    let reference = oracle.json("reference_irt_R.json");
    let ability = bank(&oracle, "ability_2pl_bank.csv");
    let test = &oracle.json("reference.json")["test_information"];
    for (theta, want) in numbers(&test["theta"]).into_iter().zip(numbers(&test["info"])) {
        assert_close("test information", test_information(&ability, theta), want, 1e-11);
    }
    let three = &reference["Pi_Ii_3pl"];
    for (index, parameters) in three["bank"].as_array().unwrap().iter().enumerate() {
        let [a, b, c, d] = numbers(parameters)[..] else { panic!("four parameters") };
        let item = Item::four_parameters(a, b, c, d).unwrap();
        for (column, theta) in numbers(&three["theta"]).into_iter().enumerate() {
            assert_close("P", item.probability(theta), number(&three["P"][index][column]), 1e-11);
            assert_close("I", item.information(theta), number(&three["I"][index][column]), 1e-11);
        }
    }
}

#[test]
fn graded_responses_are_scored_as_mirt_scores_them() {
    let oracle = oracle_or_skip!();
    let bank = oracle.csv("neuroticism_grm_bank.csv");
    let column = |name: &str| bank.numbers(name).into_iter().map(Option::unwrap).collect::<Vec<f64>>();
    let thresholds: Vec<Vec<f64>> = (1..=5).map(|k| column(&format!("betaj{k}"))).collect();
    let items: Vec<GradedItem> = column("alphaj")
        .into_iter()
        .enumerate()
        .map(|(item, a)| GradedItem::new(a, thresholds.iter().map(|b| b[item]).collect()).unwrap())
        .collect();
    let want = oracle.csv("neuroticism_grm_eap_first300.csv");
    let answers: Vec<Vec<Option<f64>>> = ["N1", "N2", "N3", "N4", "N5"].map(|item| want.numbers(item)).to_vec();
    let estimates: Vec<_> = (0..answers[0].len())
        .map(|person| {
            let given: Vec<Option<usize>> = answers.iter().map(|item| item[person].map(|x| x as usize)).collect();
            graded_expected_a_posteriori(&items, &given, 33, (-4.0, 4.0)).ok()
        })
        .collect();
    let thetas: Vec<_> = estimates.iter().map(|estimate| estimate.map(|estimate| estimate.theta)).collect();
    let errors: Vec<_> = estimates.iter().map(|estimate| estimate.map(|estimate| estimate.standard_error)).collect();
    assert_columns_close("EAP", &thetas, &want.numbers("EAP"), 1e-10);
    assert_columns_close("EAP_se", &errors, &want.numbers("EAP_se"), 1e-10);

    let info = oracle.json("neuroticism_grm_info.json");
    for (row, item) in items.iter().enumerate() {
        for (column, theta) in numbers(&info["theta"]).into_iter().enumerate() {
            assert_close("GRM information", item.information(theta), number(&info["info"][row][column]), 1e-5);
        }
    }
}

// mirt's Zh is of the complete people, with the items it estimated on them.
#[test]
fn person_fit_is_near_that_of_mirt() {
    let oracle = oracle_or_skip!();
    let data = oracle.csv("ability.csv");
    let reference = oracle.json("reference_mirt.json");
    let items = reference["twopl_complete"]["coef"].as_array().unwrap();
    let bank: Vec<Item> =
        items.iter().map(|item| Item::two_parameters(number(&item["a"]), number(&item["b"])).unwrap()).collect();
    let columns: Vec<Vec<Option<f64>>> =
        items.iter().map(|item| data.numbers(item["item"].as_str().unwrap())).collect();
    let want = oracle.csv("ability_personfit_mirt.csv");
    let by_id: std::collections::HashMap<_, _> = want.text("id").iter().zip(want.numbers("Zh")).collect();
    let mut compared = 0;
    for (person, id) in data.text("id").iter().enumerate() {
        let answers: Vec<Option<bool>> = columns.iter().map(|column| column[person].map(|x| x == 1.0)).collect();
        let (Some(Some(zh)), true) = (by_id.get(id), answers.iter().all(Option::is_some)) else { continue };
        let theta = estimate(&bank, &answers, Estimator::ExpectedAPosteriori).unwrap().theta;
        assert_close(id, person_fit(&bank, &answers, theta).unwrap(), *zh, 1e-3);
        compared += 1;
    }
    assert!(compared > 1_000, "{compared} people compared");
}
