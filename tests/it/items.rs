//! `boussole items`: what a psychologist reviews is what the file says and what a sitting shows.

use std::collections::BTreeMap;
use std::path::PathBuf;

use boussole::app::Clock;
use boussole::app::score::score_file;
use boussole::catalog::library::Library;
use boussole::cli::items::{ItemsArgs, run};
use boussole::domain::assessment::{ItemKind, Method};

type Row = BTreeMap<String, String>;

fn items(named: &str, seed: Option<u64>) -> Result<String, String> {
    let mut out = Vec::new();
    let args = ItemsArgs { assessment: named.to_owned(), seed, paper: None };
    run(&args, Clock::System, &mut out).map_err(|failure| failure.message())?;
    Ok(String::from_utf8(out).unwrap())
}

fn rows(named: &str, seed: Option<u64>) -> Vec<Row> {
    let text = items(named, seed).unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap()
}

fn definition(named: &str) -> toml::Table {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assessments").join(named).join("evaluation.toml");
    std::fs::read_to_string(file).unwrap().parse().unwrap()
}

#[test]
fn every_item_has_its_row_with_its_type_and_section_as_in_the_file() {
    for assessment in Library::embedded().all() {
        let named = &assessment.edition.id.0;
        let file = definition(named);
        let written = file["items"].as_array().unwrap();
        let rows = rows(named, None);
        assert_eq!(rows.len(), written.len(), "{named}");
        for (row, item) in rows.iter().zip(written) {
            let text = |key: &str| item.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            let found = [&row["id"], &row["type"], &row["section"]];
            assert_eq!(found, [text("id"), text("type"), text("section")], "{named}");
        }
    }
}

#[test]
fn radicals_are_written_as_the_file_has_them() {
    let mut n_recipes = 0;
    for assessment in Library::embedded().all() {
        let file = definition(&assessment.edition.id.0);
        for (row, item) in rows(&assessment.edition.id.0, None).iter().zip(file["items"].as_array().unwrap()) {
            let Some(generator) = item.get("generateur") else {
                assert_eq!(row["generateur"], "", "{}", row["id"]);
                continue;
            };
            let radicals: toml::Table = format!("radicaux = {}", row["radicaux"]).parse().unwrap();
            assert_eq!(radicals["radicaux"], generator["radicaux"], "{} {}", assessment.edition.id, row["id"]);
            assert_eq!(row["generateur"], generator["nom"].as_str().unwrap());
            assert_eq!(row["graine"], generator["graine"].to_string());
            n_recipes += 1;
        }
    }
    assert!(n_recipes >= 200, "{n_recipes}");
}

#[test]
fn the_right_answers_of_the_list_earn_every_point() {
    for assessment in Library::embedded().all() {
        let named = &assessment.edition.id.0;
        let rows = rows(named, None);
        let names: Vec<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
        let answers: Vec<&str> = rows.iter().map(|row| row["bonne_reponse"].as_str()).collect();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("justes.csv");
        std::fs::write(&file, format!("{}\n{}\n", names.join(","), answers.join(","))).unwrap();
        let scores = score_file(named, &file).unwrap();
        for (scale, cell) in assessment.scales().iter().zip(&scores.people[0].scores) {
            let listed = |key: &boussole::domain::assessment::Key| {
                let kind = &assessment.item(&key.item).unwrap().kind;
                kind.has_right_answer() && !matches!(kind, ItemKind::Task(_))
            };
            if scale.method == Method::Proportion && scale.keys.iter().all(listed) {
                assert_eq!(cell.value, Some(1.0), "{named} {}", scale.id.0);
            }
        }
    }
}

#[test]
fn a_question_is_in_words_with_its_board() {
    let rows = rows("tableau-de-bord", None);
    let first = &rows[0];
    assert!(first["support"].starts_with("Tableau de") && first["question"].ends_with('?'), "{first:?}");
    assert!(rows.iter().all(|row| !row["question"].is_empty() && !row["bonne_reponse"].is_empty()));
}

#[test]
fn a_sitting_has_items_of_its_own_only_where_the_file_says_so() {
    let [reference, seven, eight] = [None, Some(7), Some(8)].map(|seed| items("tableau-de-bord", seed).unwrap());
    assert_eq!(seven, items("tableau-de-bord", Some(7)).unwrap());
    assert!(reference != seven && seven != eight);
    assert_eq!(items("raisonnement-court", Some(7)).unwrap(), items("raisonnement-court", None).unwrap());
}

#[test]
fn parameters_that_nobody_estimated_are_called_prior() {
    let rows = rows("raisonnement", None);
    assert!(rows.iter().all(|row| row["statut"] == "prior" && row["a"] == "1" && row["d"] == "1"));
    let forms = rows.iter().filter(|row| row["type"] == "nombre");
    assert!(forms.clone().count() > 0 && forms.clone().all(|row| row["c"] == "0"));
}

#[test]
fn an_unknown_name_is_told_in_french() {
    let told = items("raisonnements", None).unwrap_err();
    assert!(told.contains("Aucune évaluation") && told.contains("raisonnements"), "{told}");
}
