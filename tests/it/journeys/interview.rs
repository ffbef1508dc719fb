//! The diagnostic interview: kept while it is written, recorded once, printed to be signed.

use boussole::app::interview::NewInterview;
use boussole::domain::id::{ParticipantId, ReferralId};
use boussole::domain::interview::{Hindrance, InterviewDraft, InterviewNotes, ProjectState, SuggestionReason};

use crate::support::{House, folder_to_look_at, person, tuesday};

fn referred(house: &mut House) -> (ParticipantId, ReferralId) {
    let zoe = house.app.record_participant(house.counsellor, &person("Zoé", "Lefèvre")).unwrap();
    let (desk, prescriber) = (house.counsellor, house.prescriber);
    (zoe, house.app.record_referral(desk, zoe, prescriber, tuesday(), "Quel métier après une pause ?").unwrap())
}

fn notes() -> InterviewNotes {
    InterviewNotes {
        situation: "Vendeuse pendant 8 ans, sans emploi depuis 2023.".to_owned(),
        project: "Aider les autres, peut-être à domicile.".to_owned(),
        needs: "Savoir si les horaires sont possibles.".to_owned(),
        hindrances: [Hindrance::Mobility, Hindrance::Childcare, Hindrance::Health].into(),
        hindrance_words: "Pas de permis. Pas de port de charges.".to_owned(),
        supports: "Sa sœur garde les enfants le mercredi.".to_owned(),
    }
}

fn text(path: &std::path::Path) -> (usize, String) {
    let file = lopdf::Document::load(path).unwrap();
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    (pages.len(), file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn what_is_written_survives_until_it_is_recorded() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (zoe, referral) = referred(&mut house);
    let empty = house.app.interview_desk(desk, referral).unwrap();
    assert_eq!((empty.participant, empty.elapsed_seconds, empty.draft), (zoe, None, InterviewDraft::default()));
    house.app.begin_interview(desk, referral).unwrap();
    let draft = InterviewDraft { project: Some(ProjectState::Idea), notes: notes() };
    house.app.save_interview_draft(desk, referral, &draft).unwrap();

    let now = house.app.now();
    house.restart();
    house.app.set_time(now.plus_millis(42 * 60_000));
    let found = house.app.interview_desk(desk, referral).unwrap();
    assert_eq!((found.draft, found.elapsed_seconds), (draft, Some(42 * 60)));
    house.app.begin_interview(desk, referral).unwrap();
    let found = house.app.interview_desk(desk, referral).unwrap();
    assert_eq!(found.elapsed_seconds, Some(42 * 60), "the first beginning stands");

    let wish = NewInterview { day: tuesday(), minutes: 45, project: ProjectState::Idea, notes: notes() };
    house.app.record_interview(desk, referral, &wish).unwrap();
    assert_eq!(house.file(zoe).interview.unwrap().notes, notes());
    assert!(house.app.interview_desk(desk, referral).is_err(), "it is recorded once");
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let drafts: i64 = base.query_row("SELECT count(*) FROM interview_draft", [], |row| row.get(0)).unwrap();
    assert_eq!(drafts, 0);
}

#[test]
fn the_interview_ends_on_evaluations_with_their_reasons() {
    let mut house = House::new();
    let (_, referral) = referred(&mut house);
    let desk = house.app.interview_desk(house.counsellor, referral).unwrap();
    let of = |state| desk.suggestions.iter().find(|(other, _)| *other == state).unwrap().1.clone();
    let first = &of(ProjectState::NoProject)[0];
    assert_eq!(
        (first.title.as_str(), first.why, first.leads),
        ("Mes grands traits", SuggestionReason::ReflectionFirst, true)
    );
    let to_confirm = of(ProjectState::ToConfirm);
    assert_eq!(to_confirm[0].why, SuggestionReason::ConfrontsTheProject);
    assert!(to_confirm.iter().all(|one| one.why != SuggestionReason::BasicSkills || !one.leads));
}

#[test]
fn the_printed_summary_has_what_was_said_the_steps_and_two_boxes_to_sign() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (zoe, referral) = referred(&mut house);
    assert!(house.app.write_interview_summary(desk, zoe).is_err(), "nothing is recorded yet");
    let wish = NewInterview { day: tuesday(), minutes: 45, project: ProjectState::Idea, notes: notes() };
    house.app.record_interview(desk, referral, &wish).unwrap();
    let path = house.app.write_interview_summary(desk, zoe).unwrap();
    let (n_pages, words) = text(&path);
    assert!(n_pages <= 2, "{n_pages} pages");
    for part in [
        "Compte rendu d’entretien",
        "Quel métier après une pause ?",
        "Contraintes à prendre en compte",
        "Garde d’enfants",
        "Pas de port de charges.",
        "Sa sœur garde les enfants le mercredi.",
        "Évaluations proposées",
        "Mes grands traits",
        "La personne accompagnée",
        "Le conseiller",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    house.prescribe(zoe, "valeurs");
    let words = text(&house.app.write_interview_summary(desk, zoe).unwrap()).1;
    assert!(words.contains("Étapes de la feuille de route") && words.contains("Pour y voir clair"), "{words}");
    assert!(!words.contains("Mes grands traits"), "{words}");
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        std::fs::copy(&path, folder.join("interview-summary.pdf")).unwrap();
    }
}
