//! The help pages: every command has one, in French to the last word.

use std::process::Command;

use boussole::cli::help::commands;

fn boussole(words: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_boussole")).args(words).output().unwrap();
    let plain = |bytes| String::from_utf8(bytes).unwrap().replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2019}', "'");
    (output.status.code(), plain(output.stdout), plain(output.stderr))
}

/// The words that lead to each page.
fn paths(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
    found.push(words.to_vec());
    for sub in command.get_subcommands() {
        paths(sub, &[words, &[sub.get_name().to_owned()]].concat(), found);
    }
}

#[test]
fn every_help_page_is_french() {
    let mut pages = Vec::new();
    paths(&commands(), &[], &mut pages);
    assert!(pages.len() > 10, "{pages:?}");
    for words in pages {
        for flag in ["-h", "--help"] {
            let line: Vec<&str> = words.iter().map(String::as_str).chain([flag]).collect();
            let (code, page, complaint) = boussole(&line);
            assert_eq!((code, complaint.as_str()), (Some(0), ""), "{line:?}");
            assert!(page.contains("Utilisation : boussole") && page.contains("Options :"), "{line:?}: {page}");
            for english in [
                "Usage",
                "Options:",
                "Arguments:",
                "Commands",
                "Commandes:",
                "COMMAND>",
                "default",
                "possible values",
                "Print",
                "required",
                "FILE",
                "ASSESSMENT",
                "DATA",
                "OUT",
                "KEYS",
                "BANK",
                "MISSING",
            ] {
                assert!(!page.contains(english), "{line:?}, {english}: {page}");
            }
        }
    }
}

#[test]
fn defaults_and_choices_are_told() {
    let (_, page, _) = boussole(&["study", "theta", "--help"]);
    assert!(page.contains("[par défaut : 61]") && page.contains("[par défaut : -6 6]"), "{page}");
    assert!(page.contains("[au choix : eap, map, ml, wl]"), "{page}");
    let (_, page, _) = boussole(&["kiosk", "--help"]);
    assert!(page.contains("[par défaut : Poste 1]"), "{page}");
    assert_eq!(page.matches("Options :").count(), 1, "{page}");
    // A switch has neither.
    let (_, page, _) = boussole(&["demo", "--help"]);
    assert!(!page.contains("true"), "{page}");
}

#[test]
fn a_wrong_line_is_told_in_french_with_the_page_to_read() {
    for (words, told) in [
        (&["study", "reliability", "a.csv"][..], "Il manque : --keys"),
        (&["study", "reliability", "a.csv", "--keys"], "--keys"),
        (&["study", "reliability", "a.csv", "--keys", "k", "--range", "1"], "attend 2 valeurs"),
        (&["study", "reliability", "a.csv", "--keys", "k", "--missing", "x"], "listwise, pairwise"),
        (&["study", "norms", "a.csv", "--keys", "k", "--column", "c"], "ne vont pas ensemble"),
        (&["study", "theta", "a.csv", "--bank", "b", "--bank", "c"], "deux fois"),
    ] {
        let (code, out, complaint) = boussole(words);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{words:?}: {complaint}");
        assert!(complaint.contains(told), "{words:?}: {complaint}");
        assert!(complaint.contains(&format!("boussole {} {} --help", words[0], words[1])), "{words:?}: {complaint}");
        for english in ["Usage", "error", "value", "argument", "required", "For more"] {
            assert!(!complaint.contains(english), "{words:?}, {english}: {complaint}");
        }
    }
    let (code, _, page) = boussole(&["study"]);
    assert_eq!(code, Some(2));
    assert!(page.contains("Utilisation : boussole study") && page.contains("reliability"), "{page}");
}
