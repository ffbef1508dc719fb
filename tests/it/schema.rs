//! The JSON Schema against the reader of definitions: the same keys, the same files.
//!
//! `.ci/schema` asks a validator written by others as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boussole::app::check::{SCHEMA, check_paths};
use boussole::catalog::load::load;
use boussole::cli::check::schema;
use boussole::domain::definition_check::{Reason, Severity};
use serde_json::{Map, Value};

use crate::definitions::SOUND;
use crate::sources::{package, sources};

fn parsed() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap()
}

/// Returns where a value deviates, by the words of the schema that this project uses; another word is a panic.
fn deviations(schema: &Value, root: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |what: &str| found.push(format!("{place}: {what}"));
    let number = |word: &str| schema.get(word).and_then(Value::as_f64);
    for word in schema.as_object().unwrap().keys() {
        let said = &schema[word];
        let holds = match word.as_str() {
            "type" => match said {
                Value::Array(types) => types.iter().any(|name| is_a(value, name)),
                name => is_a(value, name),
            },
            "const" => value == said,
            "enum" => said.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|n| n >= number(word).unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= number(word).unwrap()),
            "exclusiveMinimum" => value.as_f64().is_none_or(|n| n > number(word).unwrap()),
            "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
            "maxLength" => value.as_str().is_none_or(|text| text.chars().count() as f64 <= number(word).unwrap()),
            "minItems" => value.as_array().is_none_or(|list| list.len() as f64 >= number(word).unwrap()),
            "maxItems" => value.as_array().is_none_or(|list| list.len() as f64 <= number(word).unwrap()),
            "minProperties" => value.as_object().is_none_or(|table| !table.is_empty()),
            "required" => said.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "anyOf" => said.as_array().unwrap().iter().any(|one| deviations(one, root, value, place).is_empty()),
            "oneOf" => {
                let ways = said.as_array().unwrap().iter();
                ways.filter(|one| deviations(one, root, value, place).is_empty()).count() == 1
            }
            // The reader checks identifiers, codes and rows itself.
            "pattern" | "prefixItems" => true,
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" => true,
            "properties" | "additionalProperties" | "items" | "$ref" => true,
            other => panic!("{other} is no word of this test"),
        };
        if !holds {
            wrong(word);
        }
    }
    if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(path.trim_start_matches('#')).unwrap();
        found.extend(deviations(target, root, value, place));
    }
    let nothing = Map::new();
    let named = schema.get("properties").and_then(Value::as_object).unwrap_or(&nothing);
    for (key, inner) in value.as_object().into_iter().flatten() {
        let place = format!("{place}.{key}");
        match (named.get(key), schema.get("additionalProperties")) {
            (Some(of_key), _) => found.extend(deviations(of_key, root, inner, &place)),
            (None, Some(Value::Bool(false))) => found.push(format!("{place}: unknown")),
            (None, Some(of_others)) => found.extend(deviations(of_others, root, inner, &place)),
            (None, None) => {}
        }
    }
    if let Some(of_each) = schema.get("items").filter(|items| items.is_object()) {
        for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
            found.extend(deviations(of_each, root, inner, &format!("{place}.{index}")));
        }
    }
    found
}

fn is_a(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("{other} is no type"),
    }
}

fn deviations_of(text: &str) -> Vec<String> {
    let schema = parsed();
    deviations(&schema, &schema, &json(text), "")
}

fn is_refused(text: &str) -> bool {
    match load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|_| false) {
        Ok(_) => false,
        Err(problems) => problems.iter().any(|problem| problem.severity == Severity::Error),
    }
}

/// Returns the definitions that the program ships.
fn shipped() -> Vec<PathBuf> {
    let folders = fs::read_dir(package().join("assessments")).unwrap();
    folders.map(|entry| entry.unwrap().path().join("evaluation.toml")).filter(|file| file.is_file()).collect()
}

/// Returns every name of a property, wherever it stands.
fn property_names(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(table) => {
            for (key, inner) in table {
                if key == "properties" {
                    found.extend(inner.as_object().unwrap().keys().cloned());
                }
                property_names(inner, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| property_names(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Returns the keys that the reader asks for: the literal that a call of the reader begins with, after the table.
fn keys_asked() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/catalog/definition")) {
        for (at, _) in source.text.match_indices('"') {
            let before = source.text[..at].trim_end_matches("table, ").trim_end_matches("&mut ").trim_end();
            let before = before.trim_end_matches("row, &mut").trim_end_matches("&mut row,").trim_end();
            let called = before.strip_suffix('(').is_some_and(|call| call.ends_with(|c: char| c.is_alphanumeric()));
            let literal = source.text[at + 1..].split('"').next().unwrap_or_default();
            let is_key = !literal.is_empty() && literal.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            if called && is_key {
                found.insert(literal.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_shipped_definition_keeps_the_schema() {
    let files = shipped();
    assert!(files.len() >= 16);
    for file in files {
        let found = deviations_of(&fs::read_to_string(&file).unwrap());
        assert!(found.is_empty(), "{}: {found:#?}", file.display());
    }
}

#[test]
fn the_examples_of_the_format_keep_the_schema_and_are_read() {
    // Beside the project, or beside the folder of its worktrees.
    let places = package().ancestors().map(|place| place.join("shared/oracle/schema"));
    let Some(folder) = places.into_iter().find(|place| place.exists()) else {
        assert!(std::env::var_os("CI").is_none(), "the examples are in shared/oracle/schema");
        println!("skipped: shared/oracle/schema is not there");
        return;
    };
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let examples: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    assert_eq!(examples.len(), 3);
    for file in &examples {
        let found = deviations_of(&fs::read_to_string(file).unwrap());
        assert!(found.is_empty(), "{}: {found:#?}", file.display());
    }
    // The reader knows all their keys.
    let problems = check_paths(&examples).problems;
    assert!(problems.iter().all(|problem| problem.reason != Reason::UnknownKey), "{problems:#?}");
}

#[test]
fn the_schema_names_the_keys_that_the_reader_asks_for_and_no_others() {
    let mut named = BTreeSet::new();
    property_names(&parsed(), &mut named);
    let asked = keys_asked();
    assert!(asked.len() > 100, "{asked:?}");
    let unnamed: Vec<&String> = asked.difference(&named).collect();
    assert!(unnamed.is_empty(), "the schema lacks {unnamed:?}");
    // Keys that the reader accepts without reading stand in lists, those of radicals in calls of their own.
    let texts: String = sources()
        .iter()
        .filter(|source| source.path.starts_with("src/catalog/definition"))
        .map(|source| source.text.clone())
        .collect();
    let unknown: Vec<&String> = named.iter().filter(|key| !texts.contains(&format!("\"{key}\""))).collect();
    assert!(unknown.is_empty(), "the reader lacks {unknown:?}");
}

#[test]
fn both_refuse_a_key_that_does_not_exist() {
    for (from, to) in [
        ("duree_min = 2", "duree_min = 2\nduree = 2"),
        ("debut = ", "debit = 1\ndebut = "),
        ("libelle = \"Oui\"", "libelle = \"Oui\"\ncouleur = \"vert\""),
        ("correct = [12]", "correct = [12]\nboite = 1"),
        ("id = \"savoir\"", "id = \"savoir\"\npoids = 2"),
        ("serie_max = 8", "serie_max = 8\nserie_min = 1"),
        ("titre = \"En parole\"", "titre = \"En parole\"\ncouleur = \"rouge\""),
        ("texte = \"Mardi\" }", "texte = \"Mardi\", juste = true }"),
        ("[validite]", "[surprise]\na = 1\n\n[validite]"),
    ] {
        assert_eq!(SOUND.matches(from).count(), 1, "{from}");
        let text = SOUND.replacen(from, to, 1);
        assert!(is_refused(&text), "the reader takes {to:?}");
        assert!(deviations_of(&text).iter().any(|found| found.ends_with("unknown")), "the schema takes {to:?}");
    }
    assert!(!is_refused(SOUND));
    assert_eq!(deviations_of(SOUND), Vec::<String>::new());
}

#[test]
fn both_refuse_a_missing_key_and_a_word_out_of_a_closed_list() {
    for (from, to) in [
        ("titre = \"Ma petite évaluation\"\n", ""),
        ("debut = \"Répondez comme vous êtes.\"\n", "fin = \"Merci.\"\n"),
        ("methode = \"proportion\"\n", ""),
        ("statut = \"brouillon\"", "statut = \"fini\""),
        ("type = \"nombre\"", "type = \"chiffre\""),
        ("metrique = \"brut\"\nmin = 1.0", "metrique = \"rang\"\nmin = 1.0"),
        ("duree_min = 2", "duree_min = 90"),
        ("modalite = \"auto\"", "modalite = true"),
    ] {
        assert_eq!(SOUND.matches(from).count(), 1, "{from}");
        let text = SOUND.replacen(from, to, 1);
        assert!(is_refused(&text), "the reader takes {to:?}");
        assert_ne!(deviations_of(&text), Vec::<String>::new(), "the schema takes {to:?}");
    }
}

#[test]
fn the_command_line_prints_the_schema() {
    let mut out = Vec::new();
    schema(&mut out).unwrap();
    let printed: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(printed["$schema"], "https://json-schema.org/draft/2020-12/schema");
    // Every key is explained in French, for who writes with an editor.
    let mut silent = Vec::new();
    unexplained(&printed, "", &mut silent);
    assert_eq!(silent, Vec::<String>::new());
}

fn unexplained(schema: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(table) = schema.get("properties").and_then(Value::as_object) {
        for (key, inner) in table {
            let place = format!("{place}.{key}");
            if inner.get("description").is_none() && inner.get("$ref").is_none() {
                found.push(place.clone());
            }
            unexplained(inner, &place, found);
        }
    }
    for (key, inner) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
        unexplained(inner, key, found);
    }
    if let Some(items) = schema.get("items") {
        unexplained(items, place, found);
    }
}
