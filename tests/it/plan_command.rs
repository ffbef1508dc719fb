//! `boussole plan` from the command line: what is written, what is said, what is refused.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

fn copied(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/planning").join(name)
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("plan.json")
    }

    fn run(&self, instance: &Path, words: &[&str]) -> (Option<i32>, String, String) {
        let out = self.out();
        let line = ["plan", instance.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let output = Command::new(env!("CARGO_BIN_EXE_boussole")).args(line).args(words).output().unwrap();
        let plain =
            |bytes| String::from_utf8(bytes).unwrap().replace(['\u{A0}', '\u{202F}'], " ").replace('\u{2019}', "'");
        (output.status.code(), plain(output.stdout), plain(output.stderr))
    }

    fn written(&self) -> Value {
        serde_json::from_slice(&std::fs::read(self.out()).unwrap()).unwrap()
    }

    /// A sound instance with one change, refused: returns the complaint.
    #[track_caller]
    fn refused(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut instance: Value = serde_json::from_slice(&std::fs::read(copied("small-base-1.json")).unwrap()).unwrap();
        change(&mut instance);
        let file = self.folder.path().join("instance.json");
        std::fs::write(&file, serde_json::to_vec(&instance).unwrap()).unwrap();
        let (code, said, complaint) = self.run(&file, &[]);
        assert_eq!((code, said.as_str()), (Some(1), ""), "{complaint}");
        assert!(complaint.contains("instance.json") && complaint.ends_with("Rien n'est écrit.\n"), "{complaint}");
        assert!(!self.out().exists());
        complaint
    }
}

#[test]
fn a_plan_is_written_and_told() {
    let desk = Desk::new();
    let (code, said, complaint) = desk.run(&copied("small-base-1.json"), &["--objective", "placed_wait"]);
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    let start = "48 demandes placées sur 65 ; 7 séances ; prouvé optimal ; objectif : placer, puis le moins de jours d'attente ; ";
    assert!(said.starts_with(start), "{said}");
    assert_eq!(said.lines().count(), 1);
    let plan = desk.written();
    assert_eq!(plan["proved"], true);
    assert_eq!(plan["placed"].as_array().unwrap().len(), 48);
    let left = plan["unplaced"].as_array().unwrap();
    assert_eq!(left.len(), 17);
    for line in left {
        assert!(line["participant"].is_u64() && line["workshop"].is_string(), "{line}");
        assert!(line["reason"].as_str().unwrap().ends_with('.'), "{line}");
    }
}

#[test]
fn confirmed_places_are_in_the_plan_and_names_may_be_numbers() {
    let desk = Desk::new();
    let (code, said, _) = desk.run(&copied("week-400-28.json"), &[]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("83 demandes placées sur 125, dont 59 déjà confirmées ; "), "{said}");
    let instance: Value = serde_json::from_slice(&std::fs::read(copied("week-400-28.json")).unwrap()).unwrap();
    let plan = desk.written();
    let placed = plan["placed"].as_array().unwrap();
    assert!(instance["confirmed"].as_array().unwrap().iter().all(|seat| placed.contains(seat)));
}

#[test]
fn a_plan_replaces_the_one_before() {
    let desk = Desk::new();
    std::fs::write(desk.out(), "ancien").unwrap();
    let (code, ..) = desk.run(&copied("small-thin-7.json"), &["--objective", "complete"]);
    assert_eq!(code, Some(0));
    assert_eq!(desk.written()["proved"], true);
    assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 1, "nothing else is left");
}

#[test]
fn no_time_at_all_still_gives_a_plan_and_a_bound() {
    let desk = Desk::new();
    let (code, said, _) = desk.run(&copied("small-base-1.json"), &["--time-limit", "0"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("meilleur trouvé, borne") && said.contains("limite de temps atteinte"), "{said}");
    assert_eq!(desk.written()["proved"], false);
}

#[test]
fn what_is_wrong_in_an_instance_is_told_with_its_place() {
    let desk = Desk::new();
    for (place, expected, change) in [
        (
            "slots[3].date",
            "une date AAAA-MM-JJ",
            (|file| file["slots"][3]["date"] = "2026-02-30".into()) as fn(&mut Value),
        ),
        ("slots[0].start", "un nombre de minutes", |file| file["slots"][0]["start"] = (-5).into()),
        ("slots[0].end", "la fin doit venir après le début", |file| file["slots"][0]["end"] = 1.into()),
        ("slots[1].kind", "« planned », « on_demand » ou « extra »", |file| {
            file["slots"][1]["kind"] = "libre".into();
        }),
        ("slots[1].max", "le maximum est sous le minimum", |file| {
            file["slots"][1]["min"] = 6.into();
            file["slots"][1]["max"] = 5.into();
        }),
        ("slots[2].equipment", "n'est pas dans la liste", |file| file["slots"][2]["equipment"] = "casque".into()),
        ("slots[2].room", "un texte ou un nombre entier", |file| file["slots"][2]["room"] = Value::Null),
        ("participants", "une liste est attendue", |file| drop(file.as_object_mut().unwrap().remove("participants"))),
        ("participants[4].weekly", "une liste de 5", |file| {
            drop(file["participants"][4]["weekly"].as_array_mut().unwrap().pop());
        }),
        ("participants[4].weekly[0][0]", "« am » ou « pm »", |file| {
            file["participants"][4]["weekly"][0] = serde_json::json!(["matin"]);
        }),
        ("participants[0].absent[0]", "avant son début", |file| {
            file["participants"][0]["absent"] = serde_json::json!([["2026-02-03", "2026-02-01"]]);
        }),
        ("participants[0].max_per_day", "un nombre entier", |file| file["participants"][0]["max_per_day"] = 1.5.into()),
        ("confirmed[0][1]", "sous 10", |file| file["confirmed"] = serde_json::json!([[0, 10]])),
        ("prereq[0]", "une liste de 2", |file| file["prereq"] = serde_json::json!([["disc"]])),
        ("schema", "boussole-sched/1", |file| file["schema"] = "boussole-sched/9".into()),
        ("tout le fichier", "un objet", |file| *file = Value::Bool(true)),
    ] {
        let complaint = desk.refused(change);
        assert!(complaint.contains(&format!(", {place} : ")), "{place}: {complaint}");
        assert!(complaint.contains(expected), "{place}: {complaint}");
    }
}

#[test]
fn what_is_no_instance_is_refused() {
    let desk = Desk::new();
    let file = desk.folder.path().join("instance.json");
    std::fs::write(&file, "{\n  \"slots\": [,]\n}").unwrap();
    let (code, _, complaint) = desk.run(&file, &[]);
    assert_eq!(code, Some(1));
    assert!(complaint.contains("instance.json, ligne 2, colonne 13 : ce n'est pas du JSON"), "{complaint}");
    let (code, _, complaint) = desk.run(&desk.folder.path().join("absente.json"), &[]);
    assert_eq!((code, complaint.contains("absente.json ne peut pas être lu")), (Some(1), true), "{complaint}");
    let (code, _, complaint) = desk.run(&file, &["--time-limit", "-3"]);
    assert_eq!(code, Some(2), "{complaint}");
    let (code, _, complaint) = desk.run(&file, &["--objective", "vite"]);
    assert_eq!((code, complaint.contains("placed_wait, placed_age, complete")), (Some(2), true), "{complaint}");
    assert!(!desk.out().exists());
}

#[test]
fn a_plan_that_cannot_be_written_is_told() {
    let desk = Desk::new();
    let out = desk.folder.path().join("nulle part/plan.json");
    let instance = copied("small-thin-7.json");
    let output = Command::new(env!("CARGO_BIN_EXE_boussole"))
        .args(["plan", instance.to_str().unwrap(), "--out", out.to_str().unwrap()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("ne peut pas"));
}
