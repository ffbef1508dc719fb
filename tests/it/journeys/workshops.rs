//! Pools, sessions and attendance: six open a session, five wait, and nobody loses a place in the line.

use std::sync::{Arc, Barrier};

use boussole::app::planning::{Again, NewSession, WaitingPerson};
use boussole::app::{AppError, Refusal};
use boussole::domain::scheduling::{Verdict, WhyNot};
use boussole::domain::stamp::{Availability, Half, HalfDay, days_after};
use boussole::domain::workshop::{Attendance, SessionKind, SessionRefusal, SessionState};
use boussole::i18n::Explain;
use chrono::Weekday;

use crate::support::{House, WORKSHOP, activity, tuesday};

fn half_day(weekday: Weekday, half: Half) -> Availability {
    Availability::of([HalfDay { weekday, half }])
}

#[test]
fn six_people_who_are_free_together_make_a_proposal() {
    let mut house = House::new();
    for _ in 0..6 {
        let person = house.somebody_free(half_day(Weekday::Thu, Half::Afternoon));
        house.prescribe(person, WORKSHOP);
    }
    let Verdict::Proposed(proposal) = house.pool(WORKSHOP).verdict else {
        panic!("{:?}", house.pool(WORKSHOP).verdict)
    };
    assert_eq!(proposal.people.len(), 6);
    // Five days of notice from Tuesday 24 November 2026: the first Thursday is 3 December.
    assert_eq!(proposal.slot.day, days_after(tuesday(), 9));
    assert_eq!(proposal.slot.half_day(), HalfDay { weekday: Weekday::Thu, half: Half::Afternoon });
    // Proposing opens nothing.
    assert_eq!(house.app.sessions(house.counsellor, tuesday(), days_after(tuesday(), 60)).unwrap(), []);
}

#[test]
fn five_people_wait_and_the_reason_is_one_sentence() {
    let mut house = House::new();
    house.people_waiting(5, WORKSHOP);
    let Verdict::Waits(why) = house.pool(WORKSHOP).verdict else { panic!() };
    assert_eq!(why, WhyNot::TooFewWait { waiting: 5, missing: 1 });
    let sentence = why.explain().replace(['\u{A0}', '\u{202F}'], " ");
    assert_eq!(sentence, "5 personnes attendent : il manque une personne.");
    let opened = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None);
    assert!(matches!(opened, Err(AppError::Refused(Refusal::NothingProposed(_)))), "{opened:?}");
}

#[test]
fn six_people_who_are_never_free_together_wait() {
    let mut house = House::new();
    for n in 0..6 {
        let day = if n < 3 { Weekday::Mon } else { Weekday::Fri };
        let person = house.somebody_free(half_day(day, Half::Morning));
        house.prescribe(person, WORKSHOP);
    }
    let Verdict::Waits(WhyNot::NeverTogether { waiting, free, .. }) = house.pool(WORKSHOP).verdict else { panic!() };
    assert_eq!((waiting, free), (6, 3));
}

#[test]
fn somebody_who_is_absent_waits_again_with_the_age_of_the_demand() {
    let mut house = House::new();
    let people = house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    let view = house.app.session(house.counsellor, session).unwrap();

    let early = house.app.take_attendance(house.facilitator, view.seats[0].id, Attendance::Present);
    assert!(matches!(early, Err(AppError::Refused(Refusal::Session(SessionRefusal::NotYet)))), "{early:?}");
    house.set_time(view.slot.day, 17, 0);
    for seat in &view.seats {
        let attendance = if seat.participant == people[2] { Attendance::NoShow } else { Attendance::Present };
        house.app.take_attendance(house.facilitator, seat.id, attendance).unwrap();
    }
    house.app.close_session(house.facilitator, session).unwrap();

    let pool = house.pool(WORKSHOP);
    assert_eq!(pool.waiting.len(), 1);
    assert_eq!((pool.waiting[0].participant, pool.waiting[0].since), (people[2], tuesday()));
    assert_eq!(i64::from(pool.oldest_wait_days), (view.slot.day - tuesday()).num_days());
}

#[test]
fn a_tap_on_the_wrong_line_is_corrected() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    let seat = &view.seats[0];
    house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    house.app.take_attendance(house.facilitator, seat.id, Attendance::Excused).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting.len(), 1);
    house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    assert_eq!(house.pool(WORKSHOP).waiting, []);
    let close = house.app.close_session(house.facilitator, session);
    let missing = SessionRefusal::AttendanceIncomplete { missing: 5 };
    assert!(matches!(&close, Err(AppError::Refused(Refusal::Session(refusal))) if *refusal == missing), "{close:?}");
}

#[test]
fn a_cancelled_session_loses_no_demand() {
    let mut house = House::new();
    house.people_waiting(7, WORKSHOP);
    let before = house.pool(WORKSHOP).waiting;
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    house.next_day(9);
    let refused = house.app.cancel_session(house.counsellor, session, "");
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Session(SessionRefusal::NoReason)))));
    house.app.cancel_session(house.counsellor, session, "Salle inondée").unwrap();
    // The same people, with the age of their demand and what brought them back.
    let again = Some(Again { since: house.app.day(), why: Attendance::CancelledByService });
    let expected: Vec<_> = before.into_iter().map(|person| WaitingPerson { again, ..person }).collect();
    assert_eq!(house.pool(WORKSHOP).waiting, expected);
    let state = house.app.session(house.counsellor, session).unwrap().state;
    assert!(matches!(state, SessionState::Cancelled { reason, .. } if reason == "Salle inondée"));
    // They can be proposed again at once.
    house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
}

#[test]
fn a_seventh_person_joins_the_open_session_and_a_thirteenth_does_not() {
    let mut house = House::new();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    house.people_waiting(7, WORKSHOP);
    let free = house.app.free_for(house.counsellor, session).unwrap();
    assert_eq!(free.len(), 7);
    let steps: Vec<_> = free.iter().map(|person| person.step).collect();
    let too_many = house.app.seat(house.counsellor, session, &steps);
    let refusal = SessionRefusal::TooManyPeople { have: 13, most: 12 };
    assert!(matches!(&too_many, Err(AppError::Refused(Refusal::Session(found))) if *found == refusal), "{too_many:?}");
    house.app.seat(house.counsellor, session, &steps[..1]).unwrap();
    assert_eq!(house.app.session(house.counsellor, session).unwrap().seats.len(), 7);
}

#[test]
fn one_person_named_six_times_opens_no_session() {
    let mut house = House::new();
    let person = house.people_waiting(1, WORKSHOP)[0];
    let step = house.file(person).roadmap.unwrap().steps[0].id;
    let slot = boussole::domain::stamp::TimeSlot {
        day: days_after(tuesday(), 9),
        start: chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
        minutes: boussole::domain::stamp::Minutes(120),
    };
    let wish = NewSession {
        workshop: activity(WORKSHOP),
        kind: SessionKind::Extra,
        slot,
        room: None,
        facilitator: None,
        steps: vec![step; 6],
    };
    let opened = house.app.open_session(house.counsellor, &wish, None);
    assert!(matches!(opened, Err(AppError::Refused(_))), "{opened:?}");
}

#[test]
fn of_two_desks_that_open_the_same_proposal_one_wins() {
    let mut house = House::on_disk();
    house.people_waiting(6, WORKSHOP);
    let (login, start) = (house.counsellor, Arc::new(Barrier::new(2)));
    let desks = [house.another_desk(), house.another_desk()];
    let threads = desks.map(|mut desk| {
        let start = Arc::clone(&start);
        std::thread::spawn(move || {
            start.wait();
            desk.open_proposal(login, &activity(WORKSHOP), None)
        })
    });
    let results = threads.map(|thread| thread.join().unwrap());
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    let refused = results.iter().find_map(|result| result.as_ref().err()).unwrap();
    assert!(matches!(refused, AppError::Refused(Refusal::NothingProposed(WhyNot::NobodyWaits))), "{refused:?}");
    assert_eq!(refused.french().replace('\u{2019}', "'"), "Personne n'attend cet atelier.");
    assert_eq!(house.app.sessions(login, tuesday(), days_after(tuesday(), 60)).unwrap().len(), 1);
}
