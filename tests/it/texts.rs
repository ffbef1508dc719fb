//! The words against the code: every call of `tr!` has its message, every message is said, with the same arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use boussole::i18n::catalogue_sources;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::sources::{package, sources, word};

/// One call of `tr!`.
#[derive(Debug)]
struct Call {
    place: String,
    key: String,
    args: BTreeSet<String>,
}

/// Returns the calls of `tr!` in code; `text` has the strings that `code` lacks, at the same places.
fn calls(path: &str, code: &str, text: &str) -> Vec<Call> {
    let begins = code
        .match_indices("tr!(")
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, found)| at + found.len());
    begins
        .map(|begin| {
            let place = format!("{path}:{}", code[..begin].matches('\n').count() + 1);
            let mut depth = 0;
            let mut commas = Vec::new();
            for (at, c) in code[begin..].char_indices() {
                match c {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' if depth == 0 => break,
                    ')' | ']' | '}' => depth -= 1,
                    ',' if depth == 0 => commas.push(begin + at + 1),
                    _ => {}
                }
            }
            let key = text[begin..].trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            let args =
                commas.into_iter().map(|at| word(code[at..].trim_start()).to_owned()).filter(|arg| !arg.is_empty());
            Call {
                key: key.unwrap_or_else(|| panic!("{place}: the key is no literal")).to_owned(),
                args: args.collect(),
                place,
            }
        })
        .collect()
}

fn all_calls() -> Vec<Call> {
    sources().iter().flat_map(|source| calls(&source.path, &source.code, &source.text)).collect()
}

/// Returns the messages of a file, each with its arguments, in order.
fn messages(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push((line.split('=').next().unwrap_or_default().trim().to_owned(), BTreeSet::new()));
        }
        if let Some((_, args)) = found.last_mut() {
            args.extend(line.split('$').skip(1).map(|rest| word(rest).to_owned()));
        }
    }
    found
}

fn catalogue() -> BTreeMap<String, BTreeSet<String>> {
    catalogue_sources().into_iter().flat_map(|(_, text)| messages(text)).collect()
}

#[test]
fn each_file_of_texts_is_read_without_error() {
    for (name, text) in catalogue_sources() {
        if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
            panic!("{name}: {errors:?}");
        }
    }
}

#[test]
fn each_file_of_texts_is_in_the_program() {
    let embedded: BTreeSet<String> = catalogue_sources().iter().map(|(name, _)| (*name).to_owned()).collect();
    let folder = fs::read_dir(package().join("assets/lang/fr")).unwrap();
    let there: BTreeSet<String> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(embedded, there);
}

#[test]
fn no_message_is_written_twice() {
    let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, text) in catalogue_sources() {
        for (key, _) in messages(text) {
            places.entry(key).or_default().push(name);
        }
    }
    places.retain(|_, files| files.len() > 1);
    assert_eq!(places, BTreeMap::new());
}

#[test]
fn everything_that_is_said_is_written() {
    let catalogue = catalogue();
    let lost: Vec<String> = all_calls()
        .into_iter()
        .filter(|call| !catalogue.contains_key(&call.key))
        .map(|call| format!("{}: {}", call.place, call.key))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_text_gets_exactly_the_arguments_that_it_uses() {
    let catalogue = catalogue();
    let wrong: Vec<String> = all_calls()
        .into_iter()
        .filter(|call| catalogue.get(&call.key).is_some_and(|args| *args != call.args))
        .map(|call| {
            format!("{}: {} says {:?}, the text uses {:?}", call.place, call.key, call.args, catalogue[&call.key])
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn everything_that_is_written_is_said() {
    let said: BTreeSet<String> = all_calls().into_iter().map(|call| call.key).collect();
    let silent: Vec<String> = catalogue().into_keys().filter(|key| !said.contains(key)).collect();
    assert!(silent.is_empty(), "nobody says:\n{}", silent.join("\n"));
}

#[test]
fn every_message_can_be_formatted() {
    let mut bundle = FluentBundle::new(vec!["fr-FR".parse().unwrap()]);
    for (_, text) in catalogue_sources() {
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
    }
    for (key, args) in catalogue() {
        let pattern = bundle.get_message(&key).and_then(|message| message.value());
        let pattern = pattern.unwrap_or_else(|| panic!("{key} has no text"));
        let values: FluentArgs<'_> = args.iter().map(|name| (name.as_str(), FluentValue::from(2))).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
        assert!(errors.is_empty(), "{key}: {errors:?}");
        assert!(!text.contains("{ $"), "{key}: {text}");
    }
}

#[test]
fn a_call_without_message_and_a_wrong_argument_are_noticed() {
    let text = "fn f() { tr!(\"a-key\", name = g(1, 2), other = tr!(\"b-key\")) }";
    let code = text.replace("a-key", "     ").replace("b-key", "     ");
    let found: Vec<(String, Vec<String>)> =
        calls("x", &code, text).into_iter().map(|call| (call.key, call.args.into_iter().collect())).collect();
    assert_eq!(
        found,
        [("a-key".to_owned(), vec!["name".to_owned(), "other".to_owned()]), ("b-key".to_owned(), Vec::new())]
    );
    let written = messages("# $no\na-key = { $name ->\n  [one] une\n *[other] { $n }\n}\nb-key = oui\n");
    assert_eq!(written[0].1, BTreeSet::from(["name".to_owned(), "n".to_owned()]));
    assert_eq!(written[1], ("b-key".to_owned(), BTreeSet::new()));
}

#[test]
fn nothing_is_counted_as_one_by_the_words_alone() {
    // In French nought is singular too: "[one] 1 personne" would say one person of nobody.
    for (path, text) in catalogue_sources() {
        let literal = text.lines().find(|line| line.trim_start().starts_with("[one] 1 "));
        assert_eq!(literal, None, "{path}");
    }
}
