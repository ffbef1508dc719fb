//! `boussole study` on small files: what it writes, and what it refuses.

#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

use std::io::Write;

use boussole::cli::study::{StudyCommand, run};
use clap::Parser;
use serde_json::Value;
use tempfile::NamedTempFile;

fn file(text: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

/// Standard output, or the French message.
fn study(args: &[&str]) -> Result<String, String> {
    #[derive(Parser)]
    struct Line {
        #[command(subcommand)]
        command: StudyCommand,
    }
    let line = Line::try_parse_from(std::iter::once("study").chain(args.iter().copied())).unwrap();
    let mut out = Vec::new();
    match run(&line.command, &mut out) {
        Ok(()) => Ok(String::from_utf8(out).unwrap()),
        Err(failure) => Err(failure.message()),
    }
}

fn path(file: &NamedTempFile) -> &str {
    file.path().to_str().unwrap()
}

#[test]
fn reliability_writes_every_index_of_every_scale() {
    let data = file("id,A,B,C\n1,1,2,5\n2,2,2,4\n3,4,5,2\n4,5,4,1\n5,3,,3\n");
    let keys = file(r#"{"calm": ["A", "B", "-C"]}"#);
    let out = study(&["reliability", path(&data), "--keys", path(&keys), "--range", "1", "5"]).unwrap();
    let calm = &serde_json::from_str::<Value>(&out).unwrap()["scales"]["calm"];
    let mut fields: Vec<&String> = calm.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(fields, ["alpha", "mean", "n_items", "n_persons", "omega", "sd", "sem"]);
    assert_eq!((calm["n_items"].as_u64(), calm["n_persons"].as_u64()), (Some(3), Some(5)));
}

#[test]
fn a_reversed_key_needs_the_range() {
    let (data, keys) = (file("A,B\n1,2\n2,1\n"), file(r#"{"calm": ["A", "-B"]}"#));
    let refused = study(&["reliability", path(&data), "--keys", path(&keys)]).unwrap_err();
    assert!(refused.contains("--range") && refused.contains('B'), "{refused}");
    let outside = study(&["reliability", path(&data), "--keys", path(&keys), "--range", "2", "5"]).unwrap_err();
    assert!(outside.contains("étendue"), "{outside}");
}

#[test]
fn one_person_or_constant_answers_have_no_reliability_and_no_nan() {
    let keys = file(r#"{"calm": ["A", "B", "C"]}"#);
    for data in ["A,B,C\n1,2,3\n", "A,B,C\n", "A,B,C\n2,2,2\n2,2,2\n2,2,2\n", "A,B,C\n,,\n,,\n"] {
        for missing in ["listwise", "pairwise"] {
            let data = file(data);
            let out = study(&["reliability", path(&data), "--keys", path(&keys), "--missing", missing]).unwrap();
            let calm = &serde_json::from_str::<Value>(&out).unwrap()["scales"]["calm"];
            assert!(calm["alpha"].is_null() && calm["omega"].is_null() && calm["sem"].is_null(), "{out}");
        }
    }
}

#[test]
fn theta_leaves_blank_whoever_answered_nothing() {
    let (data, bank) = (file("id,x,y\np1,1,0\np2,,\n"), file("item,a,b,c,d\nx,1,0,0,1\ny,1,0,0,1\n"));
    let out = study(&["theta", path(&data), "--bank", path(&bank), "--range", "-4", "4", "--nodes", "33"]).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "id,n_answered,theta,se");
    assert!(lines[1].starts_with("p1,2,"));
    assert_eq!(lines[2], "p2,0,,");
}

#[test]
fn all_right_answers_have_no_maximum_likelihood() {
    let (data, bank) = (file("id,x,y\np1,1,1\n"), file("item,a,b\nx,1,0\ny,1,0.5\n"));
    let out = study(&["theta", path(&data), "--bank", path(&bank), "--estimator", "ml"]).unwrap();
    assert_eq!(out.lines().nth(1), Some("p1,2,,"));
}

#[test]
fn an_adaptive_trace_goes_to_its_file_alone() {
    let (bank, responses) = (file("item,a,b,c,d\n0,1.2,0,0,1\n1,1.0,0.4,0,1\n"), file("10\n01\n"));
    let trace = NamedTempFile::new().unwrap();
    let args = ["adaptive", "--bank", path(&bank), "--responses", path(&responses), "--se", "0.1", "--max", "5"];
    let out = study(&[&args[..], &["--trace", path(&trace)]].concat()).unwrap();
    assert_eq!(out, "");
    let written = std::fs::read_to_string(trace.path()).unwrap();
    assert!(written.starts_with("examinee,n_items,theta_hat,se,items\n0,2,"), "{written}");
    assert!(written.lines().all(|line| line.starts_with("examinee") || line.ends_with(",0 1")), "{written}");
    assert_eq!(study(&args).unwrap(), written);
}

#[test]
fn answers_of_another_length_or_kind_are_told_by_line() {
    let bank = file("item,a,b,c,d\n0,1.2,0,0,1\n1,1.0,0.4,0,1\n");
    for (responses, line) in [("10\n1\n", "2"), ("10\n11\n1x\n", "3")] {
        let responses = file(responses);
        let args = ["adaptive", "--bank", path(&bank), "--responses", path(&responses), "--se", "0.1", "--max", "5"];
        let refused = study(&args).unwrap_err();
        assert!(refused.contains(&format!("ligne {line}")), "{refused}");
    }
}

#[test]
fn fairness_needs_two_groups() {
    let data = file("group,x,y\na,1,0\na,0,1\n");
    let refused = study(&["dif", path(&data), "--group", "group"]).unwrap_err();
    assert!(refused.contains("deux groupes"), "{refused}");
}

#[test]
fn norms_come_by_raw_score() {
    let data = file("id,note\n1,10\n2,12\n3,12\n4,14\n5,\n");
    let out = study(&["norms", path(&data), "--column", "note"]).unwrap();
    assert_eq!(out.lines().count(), 4);
    assert!(out.lines().nth(2).unwrap().starts_with("note,12,2,0,50,6,5,50,50,50"), "{out}");
}

#[test]
fn a_file_of_answers_is_scored_as_the_kiosk_scores() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("scores.csv");
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments/lire-compter/golden.csv");
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_boussole"))
        .args(["score", "lire-compter", "--responses"])
        .arg(&golden)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = std::fs::read_to_string(out).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "id,lire,lire_se,lire_n,compter,compter_se,compter_n");
    // The first golden case answers everything right, the second everything wrong.
    assert_eq!(lines[1], "1,1,0,8,1,0,8");
    assert_eq!(lines[2], "2,0,0,8,0,0,8");
}

#[test]
fn an_answer_that_its_item_does_not_take_is_named_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (responses, out) = (folder.path().join("r.csv"), folder.path().join("o.csv"));
    let items: Vec<String> = (1..=6)
        .flat_map(|n| ["RY", "CH", "PU", "PH", "HO", "SE"].map(|family| format!("{family}{n}")))
        .take(18)
        .collect();
    std::fs::write(&responses, format!("id,{}\np1,9{}\n", items.join(","), ",1".repeat(17))).unwrap();
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_boussole"))
        .args(["score", "fatigue-travail", "--responses"])
        .arg(&responses)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let message = String::from_utf8(done.stderr).unwrap();
    assert!(message.contains("ligne 2") && message.contains("RY1"), "{message}");
    assert!(!out.exists());
}

/// The program itself, its standard output going where asked.
fn program(args: &[&str], out: std::process::Stdio) -> std::process::Child {
    std::process::Command::new(env!("CARGO_BIN_EXE_boussole"))
        .args(args)
        .stdout(out)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_french() {
    let (data, keys) = (file("A,B\n1,2\n2,1\n"), file(r#"{"calm": ["A", "B"]}"#));
    for args in [&["reliability", path(&data), "--keys", path(&keys)][..], &["norms", path(&data), "--column", "A"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = program(&[&["study"], args].concat(), full.into()).wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(1));
        let message = String::from_utf8(done.stderr).unwrap();
        assert!(message.contains("ne peut pas être écrit") && !message.contains("error"), "{message}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let rows: String = (0..20_000).map(|index| format!("{index},1,2\n")).collect();
    let (data, keys) = (file(&format!("id,A,B\n{rows}")), file(r#"{"calm": ["A", "B"]}"#));
    let args = ["study", "quality", path(&data), "--keys", path(&keys)];
    let mut child = program(&args, std::process::Stdio::piped());
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn fairness_is_judged_on_the_items_named() {
    let data = file("id,age,x,y,z,sexe\n1,31,1,0,1,f\n2,44,0,1,1,h\n3,28,1,1,0,f\n4,52,0,0,1,h\n");
    let refused = study(&["dif", path(&data), "--group", "sexe"]).unwrap_err();
    assert!(refused.contains("age"), "{refused}");
    let out = study(&["dif", path(&data), "--group", "sexe", "--item", "x", "--item", "y", "--item", "z"]).unwrap();
    let items: Vec<&str> = out.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(items, ["x", "y", "z"]);
}

#[test]
fn a_grid_of_absurd_size_is_refused() {
    for nodes in ["0", "1", "4000000000"] {
        #[derive(Parser)]
        struct Line {
            #[command(subcommand)]
            _command: StudyCommand,
        }
        assert!(Line::try_parse_from(["study", "theta", "d.csv", "--bank", "b.csv", "--nodes", nodes]).is_err());
    }
}
