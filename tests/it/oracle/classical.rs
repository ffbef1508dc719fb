//! Classical test theory: psych 2.2.9, lavaan 0.6.14 and base R.

use boussole::domain::scoring::likert::{needed_answers, reverse, score};
use boussole::domain::scoring::norms::{NormGroup, normal_percentile, stanine, sten, t_score};
use boussole::domain::scoring::reliability;

use super::{assert_close, assert_columns_close, number, numbers, oracle_or_skip, study};

fn scales(data: &str, keys: &str, range: Option<[&str; 2]>, missing: &str) -> serde_json::Value {
    let mut args = vec!["reliability", data, "--keys", keys, "--missing", missing];
    if let Some([min, max]) = range {
        args.extend(["--range", min, max]);
    }
    serde_json::from_str::<serde_json::Value>(&study(&args)).unwrap()["scales"].clone()
}

#[test]
fn reliability_of_bfi_and_ability_scales_is_that_of_psych_and_lavaan() {
    let oracle = oracle_or_skip!();
    let reference = oracle.json("reference.json");
    for (block, data, keys, range) in [
        ("scales_bfi", "bfi.csv", "bfi_keys.json", Some(["1", "6"])),
        ("scales_ability", "ability.csv", "ability_keys.json", None),
    ] {
        let (data, keys) = (oracle.path(data), oracle.path(keys));
        let listwise = scales(&data, &keys, range, "listwise");
        let pairwise = scales(&data, &keys, range, "pairwise");
        for (name, want) in reference[block].as_object().unwrap() {
            let (listwise, pairwise) = (&listwise[name], &pairwise[name]);
            let held =
                |what: &str, have: &serde_json::Value, want: &str, reference: &serde_json::Value, within: f64| {
                    assert_close(&format!("{name} {what}"), number(have), number(&reference[want]), within);
                };
            held("alpha", &listwise["alpha"], "alpha_complete", want, 1e-9);
            held("alpha", &pairwise["alpha"], "alpha_pairwise", want, 1e-9);
            assert_eq!(listwise["n_persons"], want["n_complete"], "{name}");
            for scale in [listwise, pairwise] {
                held("omega", &scale["omega"], "omega_total_cfa_complete", want, 1e-5);
                held("mean", &scale["mean"], "mean_of_means_available", want, 1e-9);
                held("sd", &scale["sd"], "sd_of_means_available", want, 1e-9);
                held("sem", &scale["sem"], "SEM_mean_metric_complete", want, 1e-9);
                assert_eq!(scale["n_items"], want["k"], "{name}");
            }
        }
    }
}

#[test]
fn score_items_without_imputation_agrees() {
    let oracle = oracle_or_skip!();
    let reference = &oracle.json("reference.json")["scoreItems_policies"]["none"];
    let have = scales(&oracle.path("bfi.csv"), &oracle.path("bfi_keys.json"), Some(["1", "6"]), "pairwise");
    for (name, scale) in have.as_object().unwrap() {
        for (column, field) in [("alpha", "alpha"), ("mean", "mean"), ("sd", "sd")] {
            assert_close(&format!("{name} {column}"), number(&scale[field]), number(&reference[column][name]), 1e-9);
        }
        assert_eq!(scale["n_persons"], reference["n"][name]);
    }
}

#[test]
fn feldts_interval_agrees() {
    let oracle = oracle_or_skip!();
    let reference = oracle.json("reference.json");
    for block in ["scales_bfi", "scales_ability"] {
        for (name, want) in reference[block].as_object().unwrap() {
            let n_persons = want["n_complete"].as_u64().unwrap() as usize;
            let n_items = want["k"].as_u64().unwrap() as usize;
            let alpha = number(&want["alpha_complete"]);
            let (low, high) = reliability::feldt_interval(alpha, n_persons, n_items, 0.95).unwrap();
            let bounds = numbers(&want["alpha_complete_feldt95"]);
            assert_close(name, low, bounds[0], 1e-9);
            assert_close(name, high, bounds[1], 1e-9);
        }
    }
}

#[test]
fn error_bands_and_change_agree() {
    let oracle = oracle_or_skip!();
    let want = &oracle.json("reference.json")["sem"];
    let value = |name: &str| number(&want[name]);
    let (sd, alpha, raw) = (value("sd"), value("alpha"), value("raw"));
    let z = 1.959_963_984_540_054;
    let sem = reliability::standard_error_of_measurement(sd, alpha).unwrap();
    let kelley = reliability::true_score(raw, 24.3, sd, alpha).unwrap();
    assert_close("SEM", sem, value("SEM"), 1e-9);
    assert_close("Kelley", kelley.estimate, value("kelley_true"), 1e-9);
    assert_close("SEE", kelley.standard_error, value("see_true"), 1e-9);
    for (band, name) in [
        (reliability::band(raw, sem, z), "ci95_observed"),
        (reliability::band(kelley.estimate, kelley.standard_error, z), "ci95_kelley"),
    ] {
        assert_close(name, band.0, numbers(&want[name])[0], 1e-9);
        assert_close(name, band.1, numbers(&want[name])[1], 1e-9);
    }
    let difference = reliability::difference_standard_error(sd, alpha, alpha).unwrap();
    assert_close("SEd", difference, value("sed_two_scores"), 1e-9);
    let change = reliability::reliable_change(22.0, 27.0, sd, alpha).unwrap();
    assert_close("RCI", change, value("rci_for_5_points"), 1e-9);
    let doubled = reliability::spearman_brown(alpha, 2.0).unwrap();
    assert_close("Spearman–Brown", doubled, value("spearman_brown_double"), 1e-9);
}

#[test]
fn every_bfi_person_has_the_same_scores_and_standings() {
    let oracle = oracle_or_skip!();
    let (data, want) = (oracle.csv("bfi.csv"), oracle.csv("bfi_person_scores.csv"));
    let needed = needed_answers(5, 0.8).unwrap();
    for (scale, items) in oracle.json("bfi_keys.json").as_object().unwrap() {
        let columns: Vec<(Vec<Option<f64>>, bool)> = items
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item.as_str().unwrap())
            .map(|item| (data.numbers(item.trim_start_matches('-')), item.starts_with('-')))
            .collect();
        let scores: Vec<_> = (0..2800)
            .map(|person| {
                let keyed = |(column, reversed): &(Vec<Option<f64>>, bool)| {
                    column[person].map(|x| if *reversed { reverse(x, 1.0, 6.0) } else { x })
                };
                score(&columns.iter().map(keyed).collect::<Vec<_>>(), needed).ok()
            })
            .collect();
        let group = NormGroup::new(scores.iter().flatten().map(|score| score.mean).collect()).unwrap();
        let z: Vec<_> = scores.iter().map(|score| score.map(|score| group.z(score.mean))).collect();
        let standing = |f: &dyn Fn(f64) -> f64| -> Vec<_> { z.iter().map(|z| z.map(f)).collect() };
        let held = |name: &str, have: &[Option<f64>]| {
            let column = format!("{scale}_{name}");
            assert_columns_close(&column, have, &want.numbers(&column), 1e-9);
        };
        held("mean", &scores.iter().map(|score| score.map(|score| score.mean)).collect::<Vec<_>>());
        held("sum_prorated", &scores.iter().map(|score| score.map(|score| score.sum)).collect::<Vec<_>>());
        held("z", &z);
        held("T", &standing(&t_score));
        held("sten", &standing(&|z| f64::from(sten(z))));
        held("stanine", &standing(&|z| f64::from(stanine(z))));
        held("pr_normal", &standing(&normal_percentile));
        let ranks: Vec<_> = scores.iter().map(|score| score.map(|score| group.percentile_rank(score.mean))).collect();
        held("pr", &ranks);
    }
}
