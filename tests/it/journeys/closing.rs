//! A path that ends before its term: what is given back, what is told, what may follow.

use std::path::Path;

use boussole::app::people::Stage;
use boussole::app::{AppError, Refusal};
use boussole::domain::appointment::AppointmentState;
use boussole::domain::closing::{ClosingReason, ClosingRefusal};
use boussole::domain::id::{ParticipantId, ReferralId};
use boussole::domain::roadmap::{Outcome, RoadmapRefusal};
use boussole::domain::synthesis::SynthesisRefusal;

use super::restitution::{refusal, restitute};
use crate::support::{House, REFLECTION, STATION, WORKSHOP, activity, first_answer, full_text, person, tuesday, wish};

const WORDS: &str = "Hospitalisée, son frère a téléphoné";

fn referral_of(house: &House, person: ParticipantId) -> ReferralId {
    house.file(person).referral.unwrap().id
}

fn text(path: &Path) -> String {
    let file = lopdf::Document::load(path).unwrap();
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Somebody who did one step and has a seat for another one.
fn halfway(house: &mut House) -> ParticipantId {
    let person = house.people_waiting(6, WORKSHOP)[0];
    house.prescribe(person, REFLECTION);
    house.sit(STATION, person, first_answer);
    house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    person
}

#[test]
fn closing_gives_seats_and_demands_back_and_tells_the_prescriber_the_category_only() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = halfway(&mut house);
    let referral = referral_of(&house, somebody);
    let step = house.prescribe(somebody, "casque-vr");
    let booked = house.app.free_slots(desk, somebody, boussole::domain::appointment::AppointmentKind::Diagnostic, 60);
    let (slot, staff) = (booked.unwrap()[0], desk.staff());
    let what = boussole::app::appointments::AppointmentFor::Activity(step);
    house.app.book(desk, what, slot, staff, None).unwrap();
    let refused = refusal(house.app.close_path(desk, referral, (ClosingReason::StoppedComing, " ")));
    assert_eq!(refused, Refusal::Closing(ClosingRefusal::NoReason));

    let letters = house.app.close_path(desk, referral, (ClosingReason::StoppedComing, WORDS)).unwrap();
    let file = house.file(somebody);
    assert_eq!(file.stage, Stage::Closed);
    let steps = file.roadmap.unwrap().steps;
    assert!(steps.iter().all(|step| !step.outcome.is_open()));
    assert!(steps.iter().any(|step| matches!(step.outcome, Outcome::Done { .. })), "what is done stays done");
    let day = tuesday();
    let sessions = house.app.sessions(desk, day, boussole::domain::stamp::days_after(day, 60)).unwrap();
    assert!(sessions[0].seats.iter().all(|seat| seat.participant != somebody), "the seat is free");
    assert!(house.pool(WORKSHOP).waiting.iter().all(|one| one.participant != somebody), "nothing waits");
    assert!(matches!(file.appointments[0].state, AppointmentState::Cancelled { .. }));
    assert_eq!(house.app.appointments_to_rebook(desk).unwrap(), []);

    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.parent().unwrap(), house.folder.path().join("avis"));
    let letter = text(letter);
    assert!(letter.contains("La personne ne vient plus"), "{letter}");
    assert!(!letter.contains("Hospitalisée") && !letter.contains("frère"), "{letter}");
    assert!(!letter.contains(&house.file(somebody).results[0].title), "{letter}");
    let mail = house.app.prescriber_mail(house.counsellor, house.prescriber).unwrap();
    assert!(mail.pending.iter().all(|one| one.participant != somebody), "a closed path waits for nothing");
}

#[test]
fn a_closed_path_takes_nothing_more_until_it_is_taken_up_again() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = halfway(&mut house);
    let (referral, roadmap) = (referral_of(&house, somebody), house.roadmap(somebody));
    house.app.close_path(desk, referral, (ClosingReason::Other, WORDS)).unwrap();
    let refused = refusal(house.app.prescribe(desk, roadmap, &activity("lire-compter"), &wish()));
    assert_eq!(refused, Refusal::Roadmap(RoadmapRefusal::ClosedEarly));
    let again = refusal(house.app.close_path(desk, referral, (ClosingReason::Other, WORDS)));
    assert_eq!(again, Refusal::Closing(ClosingRefusal::AlreadyClosed));

    house.app.reopen_path(desk, referral).unwrap();
    assert_eq!(house.file(somebody).stage, Stage::Underway { finished: 1, total: 2 });
    let waiting = house.pool(WORKSHOP).waiting;
    let back = waiting.iter().find(|one| one.participant == somebody).unwrap();
    assert_eq!(back.since, tuesday(), "the demand waits again with its age");
    let refused = refusal(house.app.reopen_path(desk, referral));
    assert_eq!(refused, Refusal::Closing(ClosingRefusal::NotClosed));
}

#[test]
fn a_partial_synthesis_says_so_and_why_and_ends_the_way_back() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = halfway(&mut house);
    let referral = referral_of(&house, somebody);
    house.app.close_path(desk, referral, (ClosingReason::StoppedComing, WORDS)).unwrap();
    let synthesis = house.app.begin_synthesis(desk, somebody).unwrap();
    assert_eq!(house.file(somebody).stage, Stage::ToSynthesise);
    house.app.save_synthesis(desk, synthesis, &full_text()).unwrap();
    house.app.write_synthesis(desk, synthesis).unwrap();
    restitute(&mut house, somebody);
    let printed = text(&house.app.print_to_sign(desk, synthesis).unwrap().file);
    assert!(printed.contains("Synthèse partielle"), "{printed}");
    assert!(printed.contains("Motif : la personne ne vient plus"), "{printed}");
    assert!(!printed.contains("Hospitalisée"), "{printed}");
    house.sign(synthesis);
    let refused = refusal(house.app.reopen_path(desk, referral));
    assert_eq!(refused, Refusal::Closing(ClosingRefusal::HandedOver));
    assert!(!house.file(somebody).closing.unwrap().may_reopen);
}

#[test]
fn a_referral_is_closed_before_any_interview_and_another_one_begins_again() {
    let mut house = House::on_disk();
    let (desk, prescriber) = (house.counsellor, house.prescriber);
    let zoe = house.app.record_participant(desk, &person("Zoé", "Lefèvre")).unwrap();
    let referral = house.app.record_referral(desk, zoe, prescriber, tuesday(), "Quel métier ?").unwrap();
    let letters = house.app.close_path(desk, referral, (ClosingReason::Incomplete, "Il manque la question")).unwrap();
    assert!(text(&letters[0]).contains("Orientation incomplète"));
    assert_eq!(house.file(zoe).stage, Stage::Closed);
    assert_eq!(house.app.today(desk).unwrap().to_interview, []);
    let interview = crate::support::interview(boussole::domain::interview::ProjectState::Idea);
    let refused = refusal(house.app.record_interview(desk, referral, &interview));
    assert_eq!(refused, Refusal::Roadmap(RoadmapRefusal::ClosedEarly));
    assert!(matches!(house.app.begin_synthesis(desk, zoe), Err(AppError::Refused(_))));

    house.app.set_time(house.app.now().plus_millis(86_400_000));
    let day = house.app.day();
    house.app.record_referral(desk, zoe, prescriber, day, "Et maintenant ?").unwrap();
    assert_eq!(house.file(zoe).stage, Stage::Referred);
}

#[test]
fn nothing_is_written_about_a_closed_path_without_a_step_done() {
    let mut house = House::on_disk();
    let desk = house.counsellor;
    let somebody = house.people_waiting(1, WORKSHOP)[0];
    let referral = referral_of(&house, somebody);
    house.app.close_path(desk, referral, (ClosingReason::Refused, "Elle ne veut pas")).unwrap();
    assert!(!house.file(somebody).closing.unwrap().may_write);
    let refused = refusal(house.app.begin_synthesis(desk, somebody));
    assert_eq!(refused, Refusal::Synthesis(SynthesisRefusal::NothingDone));
}
