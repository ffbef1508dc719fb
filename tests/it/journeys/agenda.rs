//! The agenda: sessions, appointments, rooms, material and absences keep out of each other's way.

use std::sync::{Arc, Barrier};

use boussole::app::appointments::AppointmentFor;
use boussole::app::planning::{NewSession, SessionView};
use boussole::app::{AppError, Refusal};
use boussole::domain::agenda::Clash;
use boussole::domain::appointment::{AppointmentKind, AppointmentRefusal, AppointmentState};
use boussole::domain::calendar::Days;
use boussole::domain::id::{SessionId, StepId};
use boussole::domain::roadmap::Outcome;
use boussole::domain::scheduling::{Verdict, WhyNot};
use boussole::domain::stamp::{Minutes, TimeSlot, days_after};
use boussole::domain::workshop::{SessionKind, SessionRefusal};
use boussole::i18n::Explain;
use chrono::{NaiveDate, NaiveTime};

use crate::support::{House, WORKSHOP, activity, tuesday};

const HEADSET: &str = "casque-vr";
const FORTNIGHTLY: &str = "atelier-style";

fn slot(day: NaiveDate, hour: u32, minutes: u32) -> TimeSlot {
    TimeSlot { day, start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), minutes: Minutes(minutes) }
}

/// Returns what stood against a booking.
fn clash<T: std::fmt::Debug>(result: Result<T, AppError>) -> Clash {
    match result {
        Err(AppError::Refused(Refusal::Session(SessionRefusal::Clash(found)))) => *found,
        other => panic!("{other:?}"),
    }
}

fn open(house: &mut House) -> SessionView {
    let id = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    house.app.session(house.counsellor, id).unwrap()
}

fn headset(house: &mut House) -> StepId {
    let person = house.somebody();
    house.prescribe(person, HEADSET)
}

#[test]
fn the_third_headset_at_once_is_refused_until_somebody_says_why() {
    let mut house = House::new();
    let (counsellor, facilitator) = (house.counsellor, house.facilitator);
    let third_leader =
        house.app.add_staff(counsellor, "Inès", "Carpentier", boussole::domain::person::Role::Facilitator);
    let leaders = [counsellor.staff(), facilitator.staff(), third_leader.unwrap()];
    let when = slot(days_after(tuesday(), 2), 10, 60);
    let steps = [headset(&mut house), headset(&mut house), headset(&mut house)];
    for (step, leader) in steps.into_iter().zip(leaders).take(2) {
        house.app.book(counsellor, AppointmentFor::Activity(step), when, leader, None).unwrap();
    }
    let third = AppointmentFor::Activity(steps[2]);
    let refused = clash(house.app.book(counsellor, third, when, leaders[2], None));
    assert!(matches!(&refused, Clash::EquipmentTaken { quantity: 2, .. }), "{refused:?}");
    let said = refused.explain();
    assert!(said.contains("les 2 sont pris à cette heure, ou en préparation"), "{said}");
    let empty = house.app.book(counsellor, third, when, leaders[2], Some(" "));
    assert!(matches!(empty, Err(AppError::Refused(Refusal::Session(SessionRefusal::NoReason)))), "{empty:?}");
    house.app.book(counsellor, third, when, leaders[2], Some("Un casque prêté par la maison de l'emploi")).unwrap();
}

#[test]
fn a_headset_appointment_that_was_kept_finishes_its_step_and_one_that_was_missed_does_not() {
    let mut house = House::new();
    let (kept, missed) = (headset(&mut house), headset(&mut house));
    let (counsellor, staff) = (house.counsellor, house.counsellor.staff());
    let day = days_after(tuesday(), 1);
    let first = house.app.book(counsellor, AppointmentFor::Activity(kept), slot(day, 9, 60), staff, None).unwrap();
    let second = house.app.book(counsellor, AppointmentFor::Activity(missed), slot(day, 11, 60), staff, None).unwrap();
    let early = house.app.miss_appointment(counsellor, second, false);
    assert!(matches!(early, Err(AppError::Refused(Refusal::Appointment(AppointmentRefusal::NotYet)))), "{early:?}");
    house.set_time(day, 14, 0);
    house.app.keep_appointment(counsellor, first).unwrap();
    house.app.miss_appointment(counsellor, second, false).unwrap();
    let people = house.app.search_participants(counsellor, "", 50).unwrap();
    let outcome = |step: StepId| {
        let files = people.iter().map(|row| house.app.participant_file(counsellor, row.id).unwrap());
        let steps = files.flat_map(|file| file.roadmap.unwrap().steps);
        steps.into_iter().find(|found| found.id == step).unwrap().outcome
    };
    assert!(matches!(outcome(kept), Outcome::Done { .. }));
    assert_eq!(outcome(missed), Outcome::Open);
    // Nothing stands in the way of another date.
    let again = slot(days_after(day, 1), 9, 60);
    house.app.book(counsellor, AppointmentFor::Activity(missed), again, staff, None).unwrap();
}

#[test]
fn a_moved_appointment_does_not_stand_in_its_own_way() {
    let mut house = House::new();
    let step = headset(&mut house);
    let (counsellor, staff) = (house.counsellor, house.counsellor.staff());
    let day = days_after(tuesday(), 1);
    let id = house.app.book(counsellor, AppointmentFor::Activity(step), slot(day, 9, 60), staff, None).unwrap();
    let later = TimeSlot { start: NaiveTime::from_hms_opt(9, 30, 0).unwrap(), ..slot(day, 9, 60) };
    house.app.move_appointment(counsellor, id, (later, staff), None).unwrap();
    let found = house.app.search_participants(counsellor, "", 50).unwrap();
    let file = house.file(found[0].id);
    assert_eq!((file.appointments.len(), file.appointments[0].slot), (1, later));
    assert_eq!(file.appointments[0].state, AppointmentState::Booked);
}

#[test]
fn an_appointment_is_moved_to_a_colleague_in_spite_of_something_and_restored_after_a_mistake() {
    let mut house = House::new();
    let step = headset(&mut house);
    let (counsellor, colleague) = (house.counsellor, house.facilitator.staff());
    let day = days_after(tuesday(), 1);
    let booked = house.app.book(counsellor, AppointmentFor::Activity(step), slot(day, 9, 60), counsellor.staff(), None);
    let id = booked.unwrap();
    let sunday = slot(days_after(tuesday(), 5), 10, 60);
    assert!(matches!(
        clash(house.app.move_appointment(counsellor, id, (sunday, colleague), None)),
        Clash::Closed { .. }
    ));
    house.app.move_appointment(counsellor, id, (sunday, colleague), Some("Portes ouvertes")).unwrap();
    let person = house.app.search_participants(counsellor, "", 50).unwrap()[0].id;
    let view = |house: &House| house.file(person).appointments.remove(0);
    assert_eq!((view(&house).slot, view(&house).staff), (sunday, colleague));
    assert_eq!(view(&house).exceptions, ["Portes ouvertes"]);
    // What is said of one appointment is not said of another.
    let free = house.app.free_slots_with(counsellor, colleague, person, (AppointmentKind::Activity, Minutes(60)), None);
    assert!(free.unwrap().iter().all(|slot| slot.day != sunday.day));
    house.app.miss_appointment(counsellor, id, true).unwrap();
    let weekday = slot(days_after(tuesday(), 2), 10, 60);
    assert!(house.app.restore_appointment(counsellor, id).is_err(), "the service is closed on that day");
    let again = house.app.rebook(counsellor, id, (weekday, colleague), None).unwrap();
    house.app.miss_appointment(counsellor, again, true).unwrap();
    house.app.restore_appointment(counsellor, again).unwrap();
    let states = house.file(person).appointments;
    assert!(states.iter().any(|one| one.id == again && one.state == AppointmentState::Booked), "{states:?}");
}

#[test]
fn a_leader_who_falls_ill_is_replaced_and_nobody_is_told_again() {
    let mut house = House::new();
    let counsellor = house.counsellor;
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house);
    house.app.convene(counsellor, session.id).unwrap();
    let away = Days { from: session.slot.day, until: session.slot.day };
    house.app.record_staff_absence(counsellor, house.facilitator.staff(), away).unwrap();
    house.next_day(9);
    let (slot, room) = (session.slot, session.room.clone());
    house.app.move_session(counsellor, session.id, (slot, &room, counsellor.staff()), None).unwrap();
    let to_tell = |house: &House| house.app.people_to_tell(counsellor).unwrap().len();
    assert_eq!(to_tell(&house), 0, "no letter names who leads");
    assert_eq!(house.app.session(counsellor, session.id).unwrap().facilitator, "Claire Morel");
    let other = if room == "Salle des Dunes" { "Salle Jean Bart" } else { "Salle des Dunes" };
    house.app.move_session(counsellor, session.id, (slot, other, counsellor.staff()), None).unwrap();
    assert_eq!(to_tell(&house), 6, "another room is told");
}

#[test]
fn a_moved_session_keeps_its_people_and_is_refused_where_the_room_is_taken() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let first = open(&mut house);
    house.people_waiting(6, WORKSHOP);
    let second = open(&mut house);
    let room = first.room.clone();
    let staff = house.counsellor.staff();
    let refused = clash(house.app.move_session(house.counsellor, second.id, (first.slot, &room, staff), None));
    assert!(matches!(refused, Clash::RoomTaken { .. }), "{refused:?}");
    let elsewhere = slot(days_after(first.slot.day, 1), 9, 120);
    house.app.move_session(house.counsellor, second.id, (elsewhere, &room, staff), None).unwrap();
    let moved = house.app.session(house.counsellor, second.id).unwrap();
    assert_eq!((moved.slot, moved.seats.len()), (elsewhere, 6));
}

#[test]
fn nothing_is_proposed_on_the_days_when_everybody_who_leads_is_away() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let Verdict::Proposed(before) = house.pool(WORKSHOP).verdict else { panic!() };
    let away = Days { from: before.slot.day, until: days_after(before.slot.day, 6) };
    for staff in [house.counsellor.staff(), house.facilitator.staff()] {
        house.app.record_staff_absence(house.counsellor, staff, away).unwrap();
    }
    let Verdict::Proposed(after) = house.pool(WORKSHOP).verdict else { panic!() };
    assert!(after.slot.day > away.until, "{:?}", after.slot);
}

#[test]
fn a_person_who_is_away_is_not_counted_and_counts_again_when_the_absence_is_taken_back() {
    let mut house = House::new();
    let people = house.people_waiting(6, WORKSHOP);
    let away = Days { from: tuesday(), until: days_after(tuesday(), 60) };
    house.app.record_participant_absence(house.facilitator, people[0], away).unwrap();
    let Verdict::Waits(WhyNot::NeverTogether { free: 5, .. }) = house.pool(WORKSHOP).verdict else {
        panic!("{:?}", house.pool(WORKSHOP).verdict)
    };
    let backwards = Days { from: tuesday(), until: days_after(tuesday(), 1) };
    let backwards = Days { from: backwards.until, until: backwards.from };
    let refused = house.app.record_participant_absence(house.facilitator, people[0], backwards).unwrap_err();
    assert_eq!(refused.french(), "Le dernier jour vient avant le premier.");
    let id = house.file(people[0]).absences[0].0;
    house.app.remove_absence(house.facilitator, id).unwrap();
    assert!(matches!(house.pool(WORKSHOP).verdict, Verdict::Proposed(_)));
}

#[test]
fn a_closed_day_says_its_name_and_a_holiday_may_be_worked() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let Verdict::Proposed(before) = house.pool(WORKSHOP).verdict else { panic!() };
    house.app.mark_day(house.counsellor, before.slot.day, false, "Inventaire").unwrap();
    let Verdict::Proposed(after) = house.pool(WORKSHOP).verdict else { panic!() };
    assert!(after.slot.day > before.slot.day);
    let steps: Vec<StepId> = house.pool(WORKSHOP).waiting.iter().map(|person| person.step).collect();
    let wish = NewSession {
        workshop: activity(WORKSHOP),
        kind: SessionKind::OnDemand,
        slot: before.slot,
        room: None,
        facilitator: None,
        steps,
    };
    let refused = clash(house.app.open_session(house.counsellor, &wish, None));
    assert!(refused.explain().ends_with("Inventaire."), "{}", refused.explain());
    let christmas = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
    let on_christmas = NewSession { slot: TimeSlot { day: christmas, ..before.slot }, ..wish.clone() };
    clash(house.app.open_session(house.counsellor, &on_christmas, None));
    house.app.mark_day(house.counsellor, christmas, true, "Forum des métiers").unwrap();
    house.app.open_session(house.counsellor, &on_christmas, None).unwrap();
}

#[test]
fn a_session_in_spite_of_something_keeps_why() {
    let mut house = House::new();
    let people = house.people_waiting(6, WORKSHOP);
    let steps: Vec<StepId> = house.pool(WORKSHOP).waiting.iter().map(|person| person.step).collect();
    let day = days_after(tuesday(), 8);
    house.app.record_participant_absence(house.counsellor, people[3], Days { from: day, until: day }).unwrap();
    let wish = NewSession {
        workshop: activity(WORKSHOP),
        kind: SessionKind::OnDemand,
        slot: slot(day, 9, 120),
        room: None,
        facilitator: None,
        steps,
    };
    assert!(matches!(clash(house.app.open_session(house.counsellor, &wish, None)), Clash::PersonAway { .. }));
    let id = house.app.open_session(house.counsellor, &wish, Some("Elle revient ce matin-là")).unwrap();
    let view = house.app.session(house.counsellor, id).unwrap();
    assert_eq!((view.seats.len(), view.exceptions.as_slice()), (6, &["Elle revient ce matin-là".to_owned()][..]));
}

#[test]
fn an_open_session_is_joined_two_days_before_and_not_the_day_before() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = open(&mut house);
    house.set_time(session.slot.day - chrono::Days::new(2), 9, 0);
    house.people_waiting(2, WORKSHOP);
    let steps: Vec<StepId> = house.pool(WORKSHOP).waiting.iter().map(|person| person.step).collect();
    house.app.seat(house.counsellor, session.id, &steps[..1]).unwrap();
    house.set_time(session.slot.day - chrono::Days::new(1), 9, 0);
    let late = house.app.seat(house.counsellor, session.id, &steps[1..]);
    let refused = matches!(&late, Err(AppError::Refused(Refusal::Session(SessionRefusal::TooSoon { .. }))));
    assert!(refused, "{late:?}");
}

#[test]
fn nobody_is_placed_after_the_deadline_of_the_step() {
    let mut house = House::new();
    let people = house.people_waiting(6, WORKSHOP);
    let step = house.file(people[0]).roadmap.unwrap().steps[0].id;
    let near = days_after(tuesday(), 3);
    house.app.set_deadline(house.counsellor, step, Some(near)).unwrap();
    assert!(matches!(house.pool(WORKSHOP).verdict, Verdict::Waits(WhyNot::NeverTogether { free: 5, .. })));
    house.app.set_deadline(house.counsellor, step, None).unwrap();
    assert!(matches!(house.pool(WORKSHOP).verdict, Verdict::Proposed(_)));
}

#[test]
fn six_people_received_on_a_wednesday_without_a_place_call_for_one_more_session() {
    let mut house = House::new();
    house.app.extend_series(house.counsellor).unwrap();
    let first = house.app.sessions(house.counsellor, tuesday(), days_after(tuesday(), 42)).unwrap();
    let next = first.iter().find(|session| session.workshop.0 == FORTNIGHTLY).unwrap().clone();
    house.people_waiting(12, FORTNIGHTLY);
    let Verdict::ByCalendar { extra, .. } = house.pool(FORTNIGHTLY).verdict else { panic!() };
    assert_eq!(extra, None, "the next date takes twelve");
    house.set_time(days_after(tuesday(), 1), 9, 0);
    house.people_waiting(6, FORTNIGHTLY);
    let Verdict::ByCalendar { extra: Some(extra), .. } = house.pool(FORTNIGHTLY).verdict else {
        panic!("{:?}", house.pool(FORTNIGHTLY).verdict)
    };
    assert_eq!((extra.left_over, extra.walk_ins, extra.proposal.people.len()), (6, 6, 6));
    let id = house.app.open_proposal(house.counsellor, &activity(FORTNIGHTLY), None).unwrap();
    let opened = house.app.session(house.counsellor, id).unwrap();
    assert_eq!((opened.kind, opened.seats.len()), (SessionKind::Extra, 6));
    assert_ne!(opened.id, next.id);
}

#[test]
fn the_table_of_school_holidays_is_replaced_whole_or_not_at_all() {
    let mut house = House::new();
    let table = "Nom;Du;Au\nNoël;19/12/2026;03/01/2027\nHiver;20/02/2027;07/03/2027\n";
    assert_eq!(house.app.import_school_holidays(house.counsellor, table).unwrap(), 2);
    let refused =
        house.app.import_school_holidays(house.counsellor, "Nom;Du;Au\nNoël;jamais;03/01/2027\n").unwrap_err();
    assert!(refused.french().starts_with("La ligne 2 de la table"), "{}", refused.french());
    let kept = house.app.service(house.counsellor).unwrap().school_holidays;
    assert_eq!(kept.iter().map(|holiday| holiday.name.as_str()).collect::<Vec<_>>(), ["Noël", "Hiver"]);
}

#[test]
fn the_number_to_enrol_follows_who_usually_comes() {
    let house = House::new();
    let turnout = house.pool(WORKSHOP).turnout;
    assert_eq!((turnout.observed, turnout.advised), (0, 8));
    assert!((turnout.absence - 0.15).abs() < 1e-12 && (turnout.chance_at_minimum - 0.377).abs() < 0.001);
}

#[test]
fn of_two_desks_that_take_the_last_seat_one_wins() {
    let mut house = House::on_disk();
    house.people_waiting(11, WORKSHOP);
    let session: SessionId = open(&mut house).id;
    house.people_waiting(2, WORKSHOP);
    let steps: Vec<StepId> = house.pool(WORKSHOP).waiting.iter().map(|person| person.step).collect();
    assert_eq!(steps.len(), 2);
    let (login, start) = (house.counsellor, Arc::new(Barrier::new(2)));
    let threads = [steps[0], steps[1]].map(|step| {
        let (mut desk, start) = (house.another_desk(), Arc::clone(&start));
        std::thread::spawn(move || {
            start.wait();
            desk.seat(login, session, &[step])
        })
    });
    let results = threads.map(|thread| thread.join().unwrap());
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    let refused = results.iter().find_map(|result| result.as_ref().err()).unwrap();
    let full =
        matches!(refused, AppError::Refused(Refusal::Session(SessionRefusal::TooManyPeople { have: 13, most: 12 })));
    assert!(full, "{refused:?}");
    let said = refused.french().replace(['\u{A0}', '\u{202F}'], " ");
    assert_eq!(said, "13 personnes pour 12 places. Retirez des personnes ou ouvrez une autre séance.");
    assert_eq!(house.app.session(login, session).unwrap().seats.len(), 12);
}

#[test]
fn an_appointment_noted_as_held_by_mistake_is_booked_again_the_same_day_with_its_step() {
    let mut house = House::new();
    let step = headset(&mut house);
    let (counsellor, staff) = (house.counsellor, house.counsellor.staff());
    let day = days_after(tuesday(), 1);
    let id = house.app.book(counsellor, AppointmentFor::Activity(step), slot(day, 11, 60), staff, None).unwrap();
    house.set_time(day, 10, 59);
    let early = house.app.keep_appointment(counsellor, id);
    assert!(matches!(early, Err(AppError::Refused(Refusal::Appointment(AppointmentRefusal::NotYet)))), "{early:?}");
    house.set_time(day, 11, 0);
    house.app.keep_appointment(counsellor, id).unwrap();
    house.app.restore_appointment(counsellor, id).unwrap();
    let person = house.app.search_participants(counsellor, "", 50).unwrap()[0].id;
    assert_eq!(house.file(person).appointments[0].state, AppointmentState::Booked);
    assert_eq!(house.file(person).roadmap.unwrap().steps[0].outcome, Outcome::Open);
    house.app.keep_appointment(counsellor, id).unwrap();
    house.set_time(days_after(day, 1), 9, 0);
    assert!(house.app.restore_appointment(counsellor, id).is_err(), "only on the same day");
}

#[test]
fn free_times_begin_two_hours_from_now_and_later_ones_go_up_to_six_weeks() {
    let mut house = House::new();
    let person = house.somebody();
    let (desk, kind) = (house.counsellor, AppointmentKind::Diagnostic);
    house.set_time(tuesday(), 8, 30);
    let soon = house.app.free_slots(desk, person, kind, 60).unwrap();
    assert!(soon.iter().all(|slot| slot.starts_at() >= tuesday().and_hms_opt(10, 30, 0).unwrap()), "{soon:?}");
    let after = |day| house.app.free_slots_with(desk, desk.staff(), person, (kind, Minutes(60)), Some(day)).unwrap();
    let later = after(days_after(tuesday(), 35));
    assert!(later.iter().all(|slot| slot.day > days_after(tuesday(), 35)), "{later:?}");
    assert!(!later.is_empty() && later.len() <= 8);
    assert_eq!(after(days_after(tuesday(), 42)), []);
}
