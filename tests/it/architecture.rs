//! Who may import whom, and what is written in one place only: the program's text against its own table.
//!
//! The table is the one of `src/README.md`; a fact compares both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::sources::{Source, package, read, sources, word};

/// One ring: the rings it may import and the outside crates it may name. The standard library and `thiserror` are everybody's.
struct Ring {
    name: &'static str,
    rings: &'static [&'static str],
    crates: &'static [&'static str],
}

const EVERYBODY: &str = "thiserror";

const TABLE: [Ring; 10] = [
    Ring {
        name: "domain",
        rings: &[],
        crates: &["chrono", "chrono_tz", "uuid", "computus", "libm", "nalgebra", "rand_chacha", "statrs", "strsim"],
    },
    Ring { name: "catalog", rings: &["domain"], crates: &["chrono", "include_dir", "serde", "sha2", "toml"] },
    Ring { name: "store", rings: &["domain"], crates: &["rusqlite", "chrono", "uuid", "unicode_normalization"] },
    Ring { name: "i18n", rings: &["domain"], crates: &["fluent_bundle", "unic_langid", "chrono"] },
    Ring {
        name: "report",
        rings: &["domain", "i18n"],
        crates: &["printpdf", "lopdf", "qrcode", "rustybuzz", "subsetter", "unicode_linebreak", "chrono"],
    },
    Ring {
        name: "exchange",
        rings: &["domain", "i18n"],
        crates: &[
            "calamine",
            "csv",
            "icalendar",
            "lettre",
            "lettre",
            "rust_xlsxwriter",
            "serde",
            "serde_json",
            "toml",
            "toml_edit",
            "zip",
            "chrono",
            "uuid",
        ],
    },
    Ring {
        name: "app",
        rings: &["domain", "catalog", "store", "i18n", "report", "exchange"],
        crates: &["argon2", "chrono", "getrandom", "rand", "rand_chacha", "sha2", "tracing", "uuid"],
    },
    Ring {
        name: "ui",
        rings: &["domain", "i18n", "app"],
        crates: &["eframe", "egui_extras", "open", "resvg", "tempfile", "chrono", "tracing"],
    },
    Ring { name: "cli", rings: &["domain", "i18n", "exchange", "app"], crates: &["clap", "serde_json", "chrono"] },
    Ring {
        name: "main",
        rings: &["domain", "catalog", "store", "i18n", "report", "exchange", "app", "ui", "cli"],
        crates: &["anyhow", "clap", "directories", "tracing", "tracing_subscriber"],
    },
];

fn ring_names() -> BTreeSet<&'static str> {
    TABLE.iter().map(|ring| ring.name).collect()
}

/// Returns the ring of a file: the folder below `src`, or the file's own name.
fn ring_of(path: &str) -> &str {
    word(path.trim_start_matches("src/"))
}

/// Returns the crates that `Cargo.toml` names, as code writes them.
fn dependencies() -> BTreeSet<String> {
    let manifest: toml::Table = fs::read_to_string(package().join("Cargo.toml")).unwrap().parse().unwrap();
    manifest["dependencies"].as_table().unwrap().keys().map(|name| name.replace('-', "_")).collect()
}

/// Returns the places where a path begins with `first::`.
fn path_starts<'s>(code: &'s str, first: &'s str) -> impl Iterator<Item = usize> + 's {
    code.match_indices(first).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back().unwrap_or(' ');
        let named = before.is_ascii_alphanumeric() || matches!(before, '_' | '$');
        let inside = code[..*at].ends_with("::") && !code[..*at].ends_with(" ::") && !code[..*at].ends_with("(::");
        code[at + first.len()..].starts_with("::") && !named && !inside
    })
}

/// Returns the first words after `crate::` at this place: several when the path opens a brace.
fn next_words(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let mut depth = 0;
    let mut words = vec![word(group.trim_start())];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    words
}

/// Returns the rings that a file names, each with its line.
fn imported_rings(source: &Source) -> Vec<(usize, String)> {
    let depth = source.path.trim_start_matches("src/").split('/').count();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for root in ["crate", "boussole"] {
        for at in path_starts(&source.code, root) {
            found.extend(next_words(&source.code[at + root.len() + 2..]).into_iter().map(|name| (at, name)));
        }
    }
    for at in path_starts(&source.code, "super") {
        let rest = source.code[at..].trim_start_matches("super::");
        if (source.code[at..].len() - rest.len()) / "super::".len() >= depth {
            found.extend(next_words(rest).into_iter().map(|name| (at, name)));
        }
    }
    let rings = ring_names();
    let ring = |name: &str| if name == "tr" { "i18n".to_owned() } else { name.to_owned() };
    found
        .into_iter()
        .map(|(at, name)| (source.line_of(at), ring(name)))
        .filter(|(_, name)| rings.contains(name.as_str()) || name == "web")
        .collect()
}

fn named_crates(source: &Source, dependencies: &BTreeSet<String>) -> Vec<(usize, String)> {
    dependencies
        .iter()
        .flat_map(|name| path_starts(&source.code, name).map(|at| (source.line_of(at), name.clone())))
        .collect()
}

/// Returns the lines of a file that its ring may not have.
fn forbidden(source: &Source, dependencies: &BTreeSet<String>) -> Vec<String> {
    let name = ring_of(&source.path);
    let Some(ring) = TABLE.iter().find(|ring| ring.name == name) else {
        return if name == "lib" { Vec::new() } else { vec![format!("{}: no ring has this name", source.path)] };
    };
    let rings = imported_rings(source).into_iter().filter(|(_, to)| *to != name && !ring.rings.contains(&to.as_str()));
    let crates = named_crates(source, dependencies)
        .into_iter()
        .filter(|(_, to)| to != EVERYBODY && !ring.crates.contains(&to.as_str()));
    rings.chain(crates).map(|(line, to)| format!("{}:{line}: {name} may not import {to}", source.path)).collect()
}

fn complaints(path: &str, text: &str) -> Vec<String> {
    forbidden(&read(path, text).0, &dependencies())
}

#[test]
fn every_import_is_in_the_table() {
    let dependencies = dependencies();
    let found: Vec<String> = sources().iter().flat_map(|source| forbidden(source, &dependencies)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_import_that_the_table_forbids_is_caught() {
    assert_eq!(
        complaints("src/domain/visit.rs", "use std::fmt;\nuse crate::store::Store;\n"),
        ["src/domain/visit.rs:2: domain may not import store"]
    );
    assert_eq!(
        complaints("src/store/people.rs", "use crate::{domain::id, catalog::{load, files}};\n"),
        ["src/store/people.rs:1: store may not import catalog"]
    );
    assert_eq!(
        complaints("src/ui/kiosk/help.rs", "fn f() { super::super::super::web::serve() }\n"),
        ["src/ui/kiosk/help.rs:1: ui may not import web"]
    );
    assert_eq!(
        complaints("src/domain/stamp.rs", "fn f() -> rusqlite::Result<()> { tr!(\"x\") }\n"),
        ["src/domain/stamp.rs:1: domain may not import rusqlite"]
    );
    assert_eq!(
        complaints("src/i18n/date.rs", "use crate::report::face;"),
        ["src/i18n/date.rs:1: i18n may not import report"]
    );
    assert_eq!(complaints("src/helpers/text.rs", "").len(), 1);
}

#[test]
fn comments_strings_and_tests_import_nothing() {
    let text =
        "//! crate::store\nconst A: &str = \"crate::store\";\n#[cfg(test)]\nmod tests { use crate::store::Store; }\n";
    assert_eq!(complaints("src/domain/visit.rs", text), Vec::<String>::new());
}

#[test]
fn rings_import_downwards_only() {
    let rank: BTreeMap<&str, usize> = TABLE.iter().enumerate().map(|(index, ring)| (ring.name, index)).collect();
    for ring in &TABLE {
        for below in ring.rings {
            assert!(rank[below] < rank[ring.name], "{} ↔ {below}", ring.name);
        }
    }
}

/// Returns the rows `| ring | may import | outside crates |` of a text.
fn rows(text: &str) -> Vec<(String, BTreeSet<String>, BTreeSet<String>)> {
    let words = |cell: &str| -> BTreeSet<String> {
        cell.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
            .map(|word| word.replace('-', "_"))
            .collect()
    };
    let dependencies = dependencies();
    text.lines()
        .filter_map(|line| {
            let cells: Vec<&str> =
                line.trim().strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
            let [name, rings, crates] = cells.as_slice() else { return None };
            let name = name.trim_matches('`');
            let rings = if rings.starts_with("everything") {
                ring_names().into_iter().filter(|ring| *ring != name).map(str::to_owned).collect()
            } else {
                words(rings).into_iter().filter(|word| ring_names().contains(word.as_str())).collect()
            };
            let crates =
                words(crates).into_iter().filter(|word| dependencies.contains(word) && word != EVERYBODY).collect();
            ring_names().contains(name).then(|| (name.to_owned(), rings, crates))
        })
        .collect()
}

/// Returns where a text's table says something else than the table above.
fn differences(text: &str) -> Vec<String> {
    let rows = rows(text);
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    TABLE
        .iter()
        .filter_map(|ring| match rows.iter().find(|(name, ..)| name == ring.name) {
            None => Some(format!("{}: no row", ring.name)),
            Some((_, rings, crates)) => {
                let same = *rings == set(ring.rings) && *crates == set(ring.crates);
                (!same).then(|| format!("{}: {rings:?} {crates:?}", ring.name))
            }
        })
        .collect()
}

#[test]
fn the_table_of_the_readme_is_this_one() {
    let readme = fs::read_to_string(package().join("src/README.md")).unwrap();
    if rows(&readme).is_empty() {
        // The file has no table: nothing says otherwise.
        return;
    }
    let found = differences(&readme);
    assert!(found.is_empty(), "src/README.md says otherwise:\n{}", found.join("\n"));
}

#[test]
fn a_table_that_says_otherwise_is_caught() {
    let row = |ring: &Ring| format!("| `{}` | {} | {} |\n", ring.name, ring.rings.join(", "), ring.crates.join(", "));
    let table: String = TABLE.iter().map(row).collect();
    assert_eq!(differences(&table), Vec::<String>::new());
    assert_eq!(differences(&table.replace("rusqlite", "csv")).len(), 1);
    assert_eq!(differences(&table.replace("| `cli` |", "| `command` |")).len(), 1);
}

/// Asserts that none of these texts occurs in the code outside of the files that `may`.
fn only_in(what: &[&str], may: impl Fn(&str) -> bool) {
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| !may(&source.path))
        .flat_map(|source| {
            what.iter().flat_map(move |what| {
                source
                    .text
                    .match_indices(what)
                    .map(move |(at, _)| format!("{}:{}: {what}", source.path, source.line_of(at)))
            })
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn is_in(path: &str, ring: &str) -> bool {
    ring_of(path) == ring
}

#[test]
fn sql_is_written_in_the_store_only() {
    only_in(&["SELECT ", "INSERT INTO", "DELETE FROM", "rusqlite"], |path| is_in(path, "store"));
}

#[test]
fn the_pdf_crate_is_named_in_the_report_only() {
    only_in(&["printpdf", "lopdf"], |path| is_in(path, "report"));
}

#[test]
fn egui_is_named_in_the_ui_only() {
    only_in(&["egui::", "eframe::"], |path| is_in(path, "ui"));
}

#[test]
fn one_file_starts_programs_that_show_papers() {
    only_in(&["open::that"], |path| path == "src/ui/desk/opener.rs");
}

#[test]
fn one_file_reads_the_clock() {
    only_in(&["Utc::now", "Local::now", "SystemTime::now"], |path| path == "src/app/clock.rs");
    only_in(&["Instant::now"], |path| is_in(path, "ui") || path == "src/app/clock.rs");
}

#[test]
fn nothing_is_unsafe() {
    only_in(&["unsafe "], |_| false);
}

/// Returns whether a string is a colour: `#1A2B3C`.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| matches!(hex.len(), 6 | 8) && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[test]
fn no_colour_is_written_in_a_screen_or_a_paper() {
    let literal = ["from_rgb(", "from_rgba_unmultiplied(", "from_rgba_premultiplied(", "from_gray(", "from_hex("];
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| is_in(&source.path, "ui") || is_in(&source.path, "report"))
        .flat_map(|source| {
            let numbers = literal.iter().flat_map(|name| source.code.match_indices(name)).filter_map(|(at, name)| {
                let first = source.code[at + name.len()..].trim_start().chars().next()?;
                (first.is_ascii_digit() || first == '"').then(|| (source.line_of(at), name.to_owned()))
            });
            let strings = source.strings.iter().filter(|(_, text)| is_colour(text)).cloned();
            numbers.chain(strings).map(|(line, what)| format!("{}:{line}: {what}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Short French words that are no English ones.
const FRENCH: [&str; 24] = [
    "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "vous", "votre", "vos", "pour", "avec", "dans",
    "sur", "ne", "pas", "au", "aux", "cette", "que", "qui",
];

/// Returns whether a string reads as French: an accented letter, or two words that only French has.
fn is_french(text: &str) -> bool {
    let accented = |c: char| c.is_alphabetic() && !c.is_ascii();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| FRENCH.contains(&word.to_lowercase().as_str()));
    text.chars().any(accented) || words.count() >= 2
}

#[test]
fn french_is_recognised() {
    assert!(is_french("Répondre"));
    assert!(is_french("Voir la liste des postes"));
    assert!(!is_french("the base did not answer"));
    assert!(!is_french("kiosk-notice-read"));
}

#[test]
fn no_word_is_written_in_a_screen_or_a_paper() {
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| ["ui", "report", "web"].contains(&ring_of(&source.path)))
        .flat_map(|source| {
            let french = source.strings.iter().filter(|(_, text)| is_french(text));
            french.map(|(line, text)| format!("{}:{line}: {text}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
