//! From the referral to the delivery, and the rules of the path.

use std::fs;

use boussole::app::appointments::AppointmentFor;
use boussole::app::people::Stage;
use boussole::app::{AppError, Refusal};
use boussole::domain::activity::Sector;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject};
use boussole::domain::roadmap::{Prescription, RoadmapRefusal};
use boussole::domain::workshop::Attendance;
use boussole::i18n::weekday_date;
use sha2::{Digest, Sha256};

use crate::support::{
    House, REFLECTION, STATION, WORKSHOP, activity, first_answer, folder_to_look_at, full_text, person, tuesday, wish,
};

#[test]
fn the_whole_job_goes_from_the_referral_to_the_delivery() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::NoProject);
    assert_eq!(house.file(amina).stage, Stage::Interviewed);
    house.prescribe(amina, REFLECTION);
    house.prescribe(amina, WORKSHOP);
    house.people_waiting(5, WORKSHOP);

    // The kiosk, on the same day.
    house.sit(STATION, amina, first_answer);
    assert_eq!(house.file(amina).stage, Stage::Underway { finished: 1, total: 2 });
    assert_eq!(house.file(amina).results.len(), 1);

    // The workshop.
    let session = house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(desk, session).unwrap();
    assert_eq!(view.seats.len(), 6);
    house.set_time(view.slot.day, 17, 0);
    for seat in &view.seats {
        house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    }
    house.app.close_session(house.facilitator, session).unwrap();
    assert_eq!(house.file(amina).stage, Stage::ToSynthesise);

    // The synthesis, its restitution, the signature.
    let synthesis = house.app.begin_synthesis(desk, amina).unwrap();
    house.app.save_synthesis(desk, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    let slot = house.app.free_slots(desk, amina, AppointmentKind::Restitution, 90).unwrap()[0];
    let restitution = house.app.book_appointment(desk, amina, AppointmentKind::Restitution, slot).unwrap();
    assert_eq!(house.file(amina).stage, Stage::ToRestitute);
    house.set_time(slot.day, 17, 30);
    house.app.keep_appointment(desk, restitution).unwrap();
    house.sign(synthesis);
    assert_eq!(house.file(amina).stage, Stage::ToDeliver);

    // The delivery.
    house.app.record_consent(desk, amina, ConsentSubject::SendSynthesis, ConsentDecision::Agreed).unwrap();
    house.deliver(synthesis).unwrap();
    assert_eq!(house.file(amina).stage, Stage::Delivered);

    house.restart();
    let store = boussole::store::Store::open(&house.base_file()).unwrap();
    let deliveries = store.base().deliveries(synthesis).unwrap();
    let [delivery] = deliveries.as_slice() else { panic!("{deliveries:?}") };
    assert_eq!((delivery.prescriber, delivery.by), (house.prescriber, desk.staff()));
    let pdf = fs::read(house.folder.path().join("syntheses").join(&delivery.file)).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert_eq!(delivery.sha256, format!("{:x}", Sha256::digest(&pdf)));
    assert!(!delivery.file.to_lowercase().contains("dubois"));
}

#[test]
fn reflection_comes_first_when_there_is_no_project() {
    let mut house = House::new();
    let amina = house.welcome(&person("Amina", "Dubois"), ProjectState::NoProject);
    let (desk, roadmap) = (house.counsellor, house.roadmap(amina));
    let refused = house.app.prescribe(desk, roadmap, &activity("fatigue-travail"), &wish());
    assert!(
        matches!(refused, Err(AppError::Refused(Refusal::Roadmap(RoadmapRefusal::ReflectionFirst)))),
        "{refused:?}"
    );
    assert_eq!(house.file(amina).roadmap.unwrap().steps, []);

    // The counsellor decides otherwise, and says why.
    let despite = Prescription { despite_advice: Some("Elle reprend le travail lundi".to_owned()), ..wish() };
    house.app.prescribe(desk, roadmap, &activity("fatigue-travail"), &despite).unwrap();
    let reason = house.file(amina).roadmap.unwrap().steps[0].reason.clone();
    assert_eq!(reason, "Pour y voir clair (Elle reprend le travail lundi)");

    house.prescribe(amina, REFLECTION);
    house.prescribe(amina, "casque-vr");
}

#[test]
fn a_focus_on_a_sector_needs_agreement_and_leaves_a_notice() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let person = house.somebody();
    let roadmap = house.roadmap(person);
    let subject = ConsentSubject::SectorFocus(Sector::Industry);
    let no_agreement = Err::<(), _>(RoadmapRefusal::NoAgreementToSector { sector: Sector::Industry });
    let prescribe =
        |house: &mut House| match house.app.prescribe(desk, roadmap, &activity("atelier-industrie"), &wish()) {
            Ok(_) => Ok(()),
            Err(AppError::Refused(Refusal::Roadmap(refusal))) => Err(refusal),
            Err(error) => panic!("{error}"),
        };
    assert_eq!(prescribe(&mut house), no_agreement);
    house.app.record_consent(desk, person, subject.clone(), ConsentDecision::Agreed).unwrap();
    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.record_consent(desk, person, subject.clone(), ConsentDecision::Refused).unwrap();
    assert_eq!(prescribe(&mut house), no_agreement, "a withdrawal is a later refusal");
    house.app.set_time(house.app.now().plus_millis(60_000));
    house.app.record_consent(desk, person, subject, ConsentDecision::Agreed).unwrap();
    assert_eq!(prescribe(&mut house), Ok(()));

    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let notices: Vec<(String, String, String)> = base
        .prepare("SELECT prescriber_id, participant_id, sector FROM notice")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(notices, [(house.prescriber.to_string(), person.to_string(), "industry".to_owned())]);
}

#[test]
fn a_dropped_step_keeps_its_reason_and_ends_the_wait() {
    let mut house = House::new();
    let person = house.people_waiting(1, WORKSHOP)[0];
    let step = house.file(person).roadmap.unwrap().steps[0].id;
    let refused = house.app.drop_step(house.counsellor, step, "  ");
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Roadmap(RoadmapRefusal::NoReason)))));
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);
    house.app.drop_step(house.counsellor, step, "Elle déménage").unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
}

#[test]
fn a_person_is_recorded_once_whatever_the_accents() {
    let mut house = House::new();
    house.app.record_participant(house.counsellor, &person("Zoé", "Œuvrard-Léger")).unwrap();
    let again = house.app.record_participant(house.facilitator, &person("ZOE", "oeuvrard léger"));
    assert!(matches!(again, Err(AppError::Refused(Refusal::Person(_)))), "{again:?}");
    assert_eq!(house.app.search_participants(house.counsellor, "oeuvrard zoe", 10).unwrap().len(), 1);
    assert_eq!(house.app.day(), tuesday());
}

#[test]
fn the_printed_roadmap_says_when_where_and_what_to_bring() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = house.people_waiting(6, WORKSHOP)[0];
    let session = house.app.open_proposal(desk, &activity(WORKSHOP), None).unwrap();
    let session = house.app.session(desk, session).unwrap();
    let step = house.prescribe(somebody, "casque-vr");
    house.prescribe(somebody, "presentation-demarche");
    let slot = house.app.free_slots(desk, somebody, AppointmentKind::Diagnostic, 60).unwrap()[0];
    house.app.book(desk, AppointmentFor::Activity(step), slot, desk.staff(), None).unwrap();
    let path = house.app.write_roadmap_sheet(desk, somebody).unwrap();
    let file = lopdf::Document::load(&path).unwrap();
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    let words = file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        weekday_date(session.slot.day),
        session.room.clone(),
        weekday_date(slot.day),
        "66 rue des Chantiers de France".to_owned(),
        "un stylo et votre courrier d’orientation".to_owned(),
    ] {
        assert!(words.contains(&part), "{part}: {words}");
    }
    assert_eq!(words.matches("un stylo").count(), 1, "{words}");
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        fs::copy(&path, folder.join("roadmap-sheet.pdf")).unwrap();
    }
}
