//! The voice for good: espeak-ng reads questions of the assessments, and sox measures what came out.
//!
//! Without these two programs the facts are skipped, except under `CI=true` where their absence is a failure.
#![expect(clippy::print_stderr, reason = "a fact tells when it is skipped")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use boussole::catalog::library::Library;
use boussole::domain::assessment::{Assessment, Face, ItemKind, Material};
use boussole::i18n::spoken;
use boussole::ui::voice::{Folders, Pace, Utterance, Voice};

/// Keeps what it should play, in the order of playing.
const KEEPER: &str =
    "for last; do :; done\nnumber=$(ls \"$FOLDER\" | grep -c '[.]wav$')\ncp \"$last\" \"$FOLDER/$number.wav\"";

/// The folder where a program is, or the fact is told as skipped.
fn has(programs: &[&str]) -> bool {
    let missing = |program: &&&str| {
        let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_err()
    };
    let Some(program) = programs.iter().find(missing) else { return true };
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{program} is not installed");
    eprintln!("skipped: {program} is not installed");
    false
}

/// Another process writes the file: a program that this one has open for writing, in whatever thread, cannot be run.
fn make_program(file: &Path, script: &str) {
    let mut shell = Command::new("sh");
    shell.args(["-c", "cat > \"$0\" && chmod 755 \"$0\""]).arg(file).stdin(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    write!(child.stdin.take().unwrap(), "#!/bin/sh\n{script}\n").unwrap();
    assert!(child.wait().unwrap().success());
}

/// Says texts with the real engine; returns how long each lasts, in seconds, and how loud it is (root mean square, of 1).
fn measured(texts: &[String], pace: Pace) -> Vec<(f64, f64)> {
    let folder = tempfile::tempdir().unwrap();
    make_program(&folder.path().join("espeak-ng"), "exec /usr/bin/env espeak-ng \"$@\"");
    make_program(&folder.path().join("aplay"), &KEEPER.replace("$FOLDER", folder.path().to_str().unwrap()));
    let mut voice = Voice::start(&Folders::of(folder.path().as_os_str()), Box::new(|| {}));
    voice.say(texts.iter().map(|text| Utterance::new(text, None)).collect(), pace);
    let begun = Instant::now();
    while voice.at().is_some() {
        assert!(begun.elapsed() < Duration::from_secs(60), "the engine does not end");
        std::thread::sleep(Duration::from_millis(5));
        voice.follow();
    }
    assert!(!voice.has_failed());
    (0..texts.len()).map(|index| measure(&folder.path().join(format!("{index}.wav")))).collect()
}

fn measure(file: &Path) -> (f64, f64) {
    let told = Command::new("sox").arg(file).args(["-n", "stat"]).output().unwrap();
    // sox writes its statistics on standard error.
    let told = String::from_utf8(told.stderr).unwrap();
    let figures: BTreeMap<&str, f64> = told
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter_map(|(name, value)| Some((name.trim(), value.trim().parse().ok()?)))
        .collect();
    let figure = |name: &str| *figures.get(name).unwrap_or_else(|| panic!("{}: {told}", fs::metadata(file).is_ok()));
    (figure("Length (seconds)"), figure("RMS     amplitude"))
}

fn assessments() -> Vec<std::sync::Arc<Assessment>> {
    Library::embedded().all().cloned().collect()
}

#[test]
fn the_first_question_of_every_assessment_is_heard() {
    if !has(&["espeak-ng", "sox"]) {
        return;
    }
    let questions: Vec<String> = assessments()
        .iter()
        .filter_map(|assessment| assessment.items().iter().find(|item| !item.statement.is_empty()))
        .map(|item| item.statement.clone())
        .collect();
    for ((seconds, loudness), question) in measured(&questions, Pace::Normal).into_iter().zip(&questions) {
        // Between the fastest speech (22 letters a second) and the slowest.
        let letters = question.chars().count() as f64;
        assert!(seconds > letters / 22.0 && seconds < 1.5 + letters / 7.0, "{seconds} s: {question}");
        assert!(loudness > 0.02, "{loudness}: {question}");
    }
}

#[test]
fn the_slow_pace_takes_a_quarter_longer() {
    if !has(&["espeak-ng", "sox"]) {
        return;
    }
    let text = ["La réunion commence le mardi 24 novembre à 14 h 30, salle n° 3. Le repas coûte 12,50 €.".to_owned()];
    let (normal, _) = measured(&text, Pace::Normal)[0];
    let (slow, _) = measured(&text, Pace::Slow)[0];
    let ratio = slow / normal;
    assert!((1.15..1.35).contains(&ratio), "{normal} s, {slow} s");
}

/// Returns every text of an assessment that a person may hear.
fn texts_of(assessment: &Assessment) -> Vec<String> {
    let practices = assessment.practices.iter();
    let mut texts: Vec<String> = practices.clone().map(|practice| practice.correction.clone()).collect();
    let instructions = &assessment.instructions;
    texts.extend(
        [&instructions.start, &instructions.example, &instructions.rights, &instructions.end].map(Clone::clone),
    );
    texts.extend(assessment.sections().iter().flat_map(|section| [section.title.clone(), section.instruction.clone()]));
    for item in practices.map(|practice| &practice.item).chain(assessment.items()) {
        texts.push(item.statement.clone());
        match &item.material {
            Material::Document(text) => texts.push(text.clone()),
            Material::Image(image) => texts.push(image.alt.clone()),
            Material::None | Material::Drawn(_) => {}
        }
        if let ItemKind::Likert { points, .. } = &item.kind {
            texts.extend(points.iter().map(|point| point.label.clone()));
        }
        texts.extend(item.kind.options().iter().filter_map(|option| match &option.face {
            Face::Words(words) => Some(words.clone()),
            Face::Image { image, .. } => Some(image.alt.clone()),
            Face::Drawn(_) | Face::Reply(_) => None,
        }));
    }
    texts
}

#[test]
fn every_text_of_every_assessment_is_said_in_words() {
    let allowed = |c: char| c.is_alphabetic() || " .,;:?!'-".contains(c);
    for assessment in assessments() {
        for text in texts_of(&assessment) {
            let said = spoken(&text);
            assert!(said.chars().all(allowed), "{text}\n{said}");
            assert!(!said.contains("  ") && !said.contains(" ,") && !said.contains(" ."), "{said}");
            assert!(said.is_empty() == text.trim().is_empty(), "nothing is said of: {text}");
        }
    }
}
