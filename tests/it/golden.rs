//! Each assessment's typical answers score as its author computed them, by hand or by a program of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use boussole::app::score::{ScoreTable, score_file};
use boussole::catalog::library::Library;
use boussole::domain::assessment::Assessment;

fn golden(assessment: &Assessment) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments").join(&assessment.edition.id.0).join("golden.csv")
}

fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(file).unwrap().deserialize().collect::<Result<_, _>>().unwrap()
}

/// Compares a cell of six decimals with the number found; an empty cell says that there is none.
fn compare(expected: &str, found: Option<f64>) -> Result<(), String> {
    let near = match (expected, found) {
        ("", found) => found.is_none(),
        // The file keeps six decimals: half of the last one is its own rounding.
        (expected, Some(found)) => expected.parse::<f64>().is_ok_and(|expected| (expected - found).abs() < 1e-6),
        (_, None) => false,
    };
    if near { Ok(()) } else { Err(format!("{expected:?} expected, found {found:?}")) }
}

fn differences(assessment: &Assessment) -> Vec<String> {
    let file = golden(assessment);
    let ScoreTable { scales, people } = score_file(&assessment.edition.id.0, &file).unwrap();
    let mut wrong = Vec::new();
    for (row, person) in rows(&file).iter().zip(people) {
        for (scale, cell) in scales.iter().zip(person.scores) {
            let name = &scale.0;
            let checks = [
                ("score", compare(&row[&format!("{name}_score")], cell.value)),
                ("se", compare(&row[&format!("{name}_se")], cell.error)),
                ("n", compare(&row[&format!("{name}_n")], Some(cell.n_answered as f64))),
            ];
            for (column, check) in checks {
                if let Err(difference) = check {
                    wrong.push(format!("{}, {}, {name}_{column}: {difference}", assessment.edition.id, row["case"]));
                }
            }
        }
    }
    wrong
}

#[test]
fn the_typical_answers_of_every_assessment_score_as_their_author_computed() {
    let wrong: Vec<String> = Library::embedded().all().flat_map(|assessment| differences(assessment)).collect();
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_assessment_has_eight_typical_cases_whose_columns_are_its_items_and_scales() {
    for assessment in Library::embedded().all() {
        let rows = rows(&golden(assessment));
        assert!(rows.len() >= 8, "{}", assessment.edition.id);
        let columns = 1 + assessment.items().len() + 3 * assessment.scales().len();
        assert_eq!(rows[0].len(), columns, "{}", assessment.edition.id);
    }
}

#[test]
fn the_typical_cases_reach_both_ends_of_every_scored_scale_and_a_missing_score() {
    for assessment in Library::embedded().all() {
        let rows = rows(&golden(assessment));
        let scored = assessment.scales().iter().filter(|scale| !scale.bands.is_empty());
        for scale in scored {
            let column = format!("{}_score", scale.id.0);
            let values: Vec<Option<f64>> = rows.iter().map(|row| row[&column].parse().ok()).collect();
            let name = format!("{} {}", assessment.edition.id, scale.id.0);
            assert!(values.contains(&None), "{name}: no case without score");
            let bands: std::collections::BTreeSet<usize> = values
                .iter()
                .flatten()
                .filter_map(|value| scale.bands.iter().rposition(|band| *value >= band.min))
                .collect();
            assert_eq!(bands.len(), scale.bands.len(), "{name}: a band that no case reaches");
        }
    }
}
