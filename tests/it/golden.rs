//! Each assessment's typical answers score as its author computed them by hand.

use std::collections::BTreeMap;
use std::path::Path;

use boussole::catalog::library::Library;
use boussole::domain::assessment::{Assessment, AssessmentId, Item, ItemKind, OptionId};
use boussole::domain::response::{Answer, Missing, Response};
use boussole::domain::scoring::{Outcome, ScaleScore, score};

/// What a cell of `golden.csv` says: empty for missing, `nsp` for "Je ne sais pas", else what the person gave.
fn response(item: &Item, cell: &str) -> Response {
    let answer = match (cell, &item.kind) {
        ("", _) => return Response::Missing(Missing::PrefersNot),
        ("nsp", _) => Answer::DoesNotKnow,
        (cell, ItemKind::Likert { .. }) => Answer::Point(cell.parse().unwrap()),
        (cell, ItemKind::Number { .. }) => Answer::Number(cell.parse().unwrap()),
        (cell, ItemKind::SingleChoice { .. }) => Answer::Choice(OptionId(cell.to_owned())),
    };
    assert_eq!(answer.fits(&item.kind), Ok(()), "{}: {cell}", item.id.0);
    answer.response()
}

fn assert_near(expected: &str, found: Option<f64>, what: &str) {
    match (expected, found) {
        ("", None) => {}
        (expected, Some(found)) => {
            let expected: f64 = expected.parse().unwrap_or_else(|_| panic!("{what}: {expected:?}, found {found}"));
            // The file keeps six decimals: half of the last one is its own rounding.
            assert!((expected - found).abs() < 1e-6, "{what}: {expected}, found {found}");
        }
        (expected, None) => panic!("{what}: {expected}, found none"),
    }
}

fn check_row(assessment: &Assessment, row: &BTreeMap<String, String>, case: &str) {
    let responses = assessment.items().iter().map(|item| (item.id.clone(), response(item, &row[&item.id.0]))).collect();
    for ScaleScore { scale, outcome, .. } in score(assessment, &responses) {
        let (value, error, n) = match outcome {
            Outcome::Scored { value, error, n_answered, .. } => (Some(value), error, n_answered),
            Outcome::TooFewAnswers { n_answered, .. } => (None, None, n_answered),
        };
        let name = &scale.0;
        let what = |column: &str| format!("{}, {case}, {name}{column}", assessment.edition.id);
        assert_near(&row[&format!("{name}_score")], value, &what("_score"));
        assert_near(&row[&format!("{name}_se")], error, &what("_se"));
        assert_eq!(row[&format!("{name}_n")], n.to_string(), "{}", what("_n"));
    }
}

fn check_assessment(name: &str, n_cases: usize) {
    let library = Library::embedded();
    let assessment = library.get(&AssessmentId(name.to_owned())).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments").join(name).join("golden.csv");
    let mut reader = csv::Reader::from_path(file).unwrap();
    let mut n_rows = 0;
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let columns = 1 + assessment.items().len() + 3 * assessment.scales().len();
        assert_eq!(row.len(), columns, "every column belongs to an item or a scale");
        check_row(assessment, &row, &row["case"]);
        n_rows += 1;
    }
    assert_eq!(n_rows, n_cases);
}

#[test]
fn the_typical_answers_of_grands_traits_score_as_computed_by_hand() {
    check_assessment("grands-traits", 17);
}

#[test]
fn the_typical_answers_of_style_travail_score_as_computed_by_hand() {
    check_assessment("style-travail", 17);
}

#[test]
fn the_typical_answers_of_fatigue_travail_score_as_computed_by_hand() {
    check_assessment("fatigue-travail", 15);
}

#[test]
fn the_typical_answers_of_lire_compter_score_as_computed_by_hand() {
    check_assessment("lire-compter", 14);
}
