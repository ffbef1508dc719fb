//! A program that is killed at any instant loses no answer that it said was on disk.

use std::process::Command;

#[test]
fn robots_killed_at_any_instant_lose_no_acknowledged_answer() {
    let folder = tempfile::tempdir().unwrap();
    let run = |dir: &std::path::Path| {
        Command::new(env!("CARGO_BIN_EXE_boussole"))
            .args(["simulate", "--kill", "6", "--seed", "11", "--dir"])
            .arg(dir)
            .output()
            .unwrap()
    };
    let done = run(&folder.path().join("neuf"));
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    assert!(said.starts_with("6 arrêts, ") && said.trim_end().ends_with(", 0 perdue, 0 en double"), "{said}");
    let again = run(&folder.path().join("neuf"));
    assert!(!again.status.success(), "a base that is there already is left alone");
}
