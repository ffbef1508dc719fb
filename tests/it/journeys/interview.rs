//! The diagnostic interview: kept while it is written, recorded once, printed to be signed.

use boussole::app::interview::NewInterview;
use boussole::domain::activity::Sector;
use boussole::domain::id::{ParticipantId, ReferralId};
use boussole::domain::interview::{Hindrance, InterviewDraft, InterviewNotes, ProjectState, SuggestionReason};
use boussole::i18n::typeset;

use crate::support::{House, activity, drawn, folder_to_look_at, person, tuesday};

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
    let draft = InterviewDraft {
        day: Some(tuesday()),
        minutes: Some(45),
        project: Some(ProjectState::Idea),
        notes: notes(),
        turned: [activity("valeurs"), activity("lire-compter")].into(),
    };
    assert!(house.file(zoe).interview_begun);
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
    assert!(!house.file(zoe).interview_begun);
    assert!(house.app.record_interview(desk, referral, &wish).is_err(), "it is recorded once");
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let drafts: i64 = base.query_row("SELECT count(*) FROM interview_draft", [], |row| row.get(0)).unwrap();
    assert_eq!(drafts, 0);
}

/// Returns what an interview proposes: title, reason, ticked.
fn proposed(question: &str, draft: &InterviewDraft) -> Vec<(String, SuggestionReason, bool)> {
    let mut house = House::new();
    let zoe = house.app.record_participant(house.counsellor, &person("Zoé", "Lefèvre")).unwrap();
    let (desk, prescriber) = (house.counsellor, house.prescriber);
    let referral = house.app.record_referral(desk, zoe, prescriber, tuesday(), question).unwrap();
    let desk = house.app.interview_desk(desk, referral).unwrap();
    desk.suggested(draft).into_iter().map(|one| (one.title, one.why, one.leads)).collect()
}

fn draft(project: ProjectState, hindrances: &[Hindrance]) -> InterviewDraft {
    let notes = InterviewNotes { hindrances: hindrances.iter().copied().collect(), ..InterviewNotes::default() };
    InterviewDraft { project: Some(project), notes, ..InterviewDraft::default() }
}

#[test]
fn the_interview_ends_on_evaluations_with_their_reasons() {
    let first = &proposed("Quel métier ?", &draft(ProjectState::NoProject, &[]))[0];
    assert_eq!(*first, ("Mes grands traits".to_owned(), SuggestionReason::ReflectionFirst, true));
    let to_confirm = proposed("Quel métier ?", &draft(ProjectState::ToConfirm, &[]));
    assert_eq!(to_confirm[0].1, SuggestionReason::ConfrontsTheProject);
    assert!(to_confirm.iter().all(|(_, why, leads)| *why != SuggestionReason::BasicSkills || !leads));
    assert_eq!(proposed("Quel métier ?", &InterviewDraft::default()), []);
}

#[test]
fn a_sector_that_is_named_proposes_its_workshop_unticked_and_interests_ticked() {
    let found = proposed("Voir si l'industrie lui convient", &draft(ProjectState::Idea, &[]));
    let of = |title: &str| {
        found.iter().find(|(other, ..)| other.starts_with(&typeset(title))).map(|(_, why, leads)| (*why, *leads))
    };
    let named = SuggestionReason::NamesTheSector(Sector::Industry);
    assert_eq!(of("Atelier découverte : Industrie"), Some((named, false)));
    assert_eq!(of("Mes centres d'intérêt"), Some((SuggestionReason::BeforeTheSector, true)));
    assert_eq!(of("Atelier découverte : Transport"), None);
}

#[test]
fn a_sector_is_named_by_the_words_of_the_project_too() {
    let mut said = draft(ProjectState::Idea, &[]);
    said.notes.project = "Cuisinière, peut-être".to_owned();
    let found = proposed("Quel métier ?", &said);
    assert!(found.iter().any(|(_, why, _)| *why == SuggestionReason::NamesTheSector(Sector::Catering)));
}

#[test]
fn somebody_whom_language_hinders_begins_with_what_is_short() {
    let found = proposed("Quel métier ?", &draft(ProjectState::Idea, &[Hindrance::Language]));
    assert_eq!(found[0], ("Lire et compter au travail".to_owned(), SuggestionReason::Reading, true));
    let reflection: Vec<(&str, bool)> = found
        .iter()
        .filter(|(_, why, _)| *why == SuggestionReason::ReflectionFirst)
        .map(|(title, _, leads)| (title.as_str(), *leads))
        .collect();
    assert_eq!(reflection[0], ("Mes conditions de travail", true));
    assert!(reflection.contains(&("Mon style au travail – 4 tendances", false)), "{reflection:?}");
}

#[test]
fn somebody_whom_digital_tools_hinder_begins_with_them() {
    let found = proposed("Quel métier ?", &draft(ProjectState::ToConfirm, &[Hindrance::Digital]));
    assert_eq!((found[0].1, found[0].2), (SuggestionReason::Digital, true));
}

#[test]
fn childcare_and_travel_propose_the_conditions_of_work() {
    for hindrance in [Hindrance::Childcare, Hindrance::Mobility, Hindrance::Hours] {
        let found = proposed("Quel métier ?", &draft(ProjectState::ToConfirm, &[hindrance]));
        assert_eq!(found[0], ("Mes conditions de travail".to_owned(), SuggestionReason::Constraints, true));
    }
}

#[test]
fn physical_limits_propose_the_form_alone_with_care_and_unticked() {
    let found = proposed("Quel métier ?", &draft(ProjectState::Idea, &[Hindrance::Health]));
    let careful: Vec<_> = found.iter().filter(|(_, why, _)| *why == SuggestionReason::WithCare).collect();
    assert_eq!(careful.len(), 1);
    assert_eq!(*careful[0], ("Ma forme physique – en individuel".to_owned(), SuggestionReason::WithCare, false));
}

#[test]
fn a_recorded_interview_is_corrected_until_the_synthesis_and_the_old_account_is_kept() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (zoe, referral) = referred(&mut house);
    let wish = NewInterview { day: tuesday(), minutes: 45, project: ProjectState::Idea, notes: notes() };
    assert!(house.app.correct_interview(desk, referral, &wish).is_err(), "nothing is recorded yet");
    house.app.record_interview(desk, referral, &wish).unwrap();
    house.app.sign_interview(desk, referral, (&drawn(), &drawn())).unwrap();
    let corrected = NewInterview { minutes: 60, project: ProjectState::ToConfirm, ..wish };
    house.app.correct_interview(desk, referral, &corrected).unwrap();
    let found = house.app.interview_desk(desk, referral).unwrap().recorded.unwrap();
    assert_eq!((found.version, found.signed, found.account.minutes), (2, None, Some(60)));
    assert_eq!(house.file(zoe).interview.unwrap().project, ProjectState::ToConfirm);
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let kept: (i64, i64, String) = base
        .query_row("SELECT version, minutes, project FROM interview_account", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!((kept.0, kept.1), (1, 45));
    let step = house.prescribe(zoe, "casque-vr");
    house.app.complete_step(desk, step).unwrap();
    house.app.begin_synthesis(desk, zoe).unwrap();
    assert!(house.app.correct_interview(desk, referral, &corrected).is_err(), "the synthesis rests on it");
}

#[test]
fn an_account_signed_on_the_screen_says_when_on_its_paper() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let (zoe, referral) = referred(&mut house);
    assert!(house.app.sign_interview(desk, referral, (&drawn(), &drawn())).is_err(), "nothing is recorded yet");
    let wish = NewInterview { day: tuesday(), minutes: 45, project: ProjectState::Idea, notes: notes() };
    house.app.record_interview(desk, referral, &wish).unwrap();
    house.app.sign_interview(desk, referral, (&drawn(), &drawn())).unwrap();
    assert!(house.app.sign_interview(desk, referral, (&drawn(), &drawn())).is_err(), "it is signed once");
    let path = house.app.write_interview_summary(desk, zoe).unwrap();
    let words = text(&path).1;
    let day = boussole::i18n::long_date(tuesday());
    assert!(words.contains(&format!("Signé à l’écran le {day}")), "{words}");
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        std::fs::copy(&path, folder.join("interview-signed.pdf")).unwrap();
    }
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
