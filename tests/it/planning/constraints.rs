//! The eight hard constraints of the model, one test each, by their numbers: what the search never does, and what the checker
//! would say if it did.

use boussole::domain::planning::{Level, Objective};
use boussole::domain::stamp::Minutes;
use boussole::domain::workshop::{Headcount, SessionKind};
use chrono::NaiveTime;

use super::{Service, placed, value, want};

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// Returns how often each person sits in a session of each workshop, the most.
fn most_seats_for_a_demand(service: &Service, seats: &[(usize, usize)]) -> usize {
    let of = |(person, session): &(usize, usize)| (*person, service.sessions[*session].workshop);
    seats.iter().map(|seat| seats.iter().filter(|other| of(other) == of(seat)).count()).max().unwrap_or(0)
}

#[test]
fn constraint_1_each_demand_is_served_at_most_once() {
    // Three sessions of the workshop, each with places for everybody.
    let service = Service::waiting(3, &[0]).with(0, 7, 9).with(0, 8, 9).with(0, 9, 9);
    let seats = service.placed();
    assert_eq!((seats.len(), most_seats_for_a_demand(&service, &seats)), (3, 1));
}

#[test]
fn constraint_2_a_session_has_from_its_minimum_to_its_maximum_people_and_none_unless_it_is_open() {
    for people in 0..=9 {
        let service = Service::waiting(people, &[0]).with(0, 7, 9).with(0, 8, 9);
        let plan = service.plan(Objective::PlacedThenWait);
        let open: Vec<usize> = plan.open().collect();
        for session in 0..2 {
            let seated = placed(&plan).iter().filter(|seat| seat.1 == session).count();
            if open.contains(&session) {
                assert!((2..=4).contains(&seated), "{people} people: {seated} in session {session}");
            } else {
                assert_eq!(seated, 0, "{people} people: session {session} is closed");
            }
        }
        let most = if people == 1 { 0 } else { people.min(8) };
        assert_eq!(placed(&plan).len(), most, "{people} people");
    }
}

#[test]
fn constraint_3_planned_sessions_are_held_and_confirmed_people_stay() {
    // One alone in a planned session, one alone in a confirmed one, although a third session would take both.
    let service = Service::waiting(2, &[0]).with(0, 20, 9).with(0, 21, 9).with(0, 7, 9).changed(|service| {
        service.sessions[0].kind = SessionKind::Series;
    });
    let service = service.confirm(0, 0).confirm(1, 1);
    let plan = service.plan(Objective::PlacedThenWait);
    assert_eq!((placed(&plan), plan.open().collect::<Vec<_>>()), (vec![(0, 0), (1, 1)], vec![0, 1]));
}

#[test]
fn constraint_4_sessions_that_overlap_take_no_more_of_a_resource_than_there_is() {
    // 9:00 to 11:00, 10:00 to 12:00, 11:30 to 13:30: the first two share a moment, and the last two.
    let chain = |change: fn(&mut Service)| {
        let mut service = Service::waiting(6, &[0, 1, 2]).with(0, 7, 9).with(1, 7, 10).with(2, 7, 11);
        service.sessions[2].slot.start = time(11, 30);
        for (person, workshop) in (0..6).zip([0, 0, 1, 1, 2, 2]) {
            service.people[person].wants = vec![want(workshop)];
        }
        change(&mut service);
        service.plan(Objective::PlacedThenWait).open().collect::<Vec<_>>()
    };
    assert_eq!(chain(|_| {}), [0, 1, 2]);
    assert_eq!(chain(|service| service.sessions.iter_mut().for_each(|one| one.room = 0)), [0, 2]);
    assert_eq!(chain(|service| service.sessions.iter_mut().for_each(|one| one.facilitator = 0)), [0, 2]);
    let with_equipment = |service: &mut Service, quantity| {
        service.quantities = vec![quantity];
        service.sessions.iter_mut().for_each(|one| one.equipment = Some(0));
    };
    let one: fn(&mut Service) = |service| {
        service.quantities = vec![1];
        service.sessions.iter_mut().for_each(|one| one.equipment = Some(0));
    };
    assert_eq!(chain(one), [0, 2]);
    let mut pair = Service::waiting(6, &[0, 1, 2]).with(0, 7, 9).with(1, 7, 10).with(2, 7, 10);
    for (person, workshop) in (0..6).zip([0, 0, 1, 1, 2, 2]) {
        pair.people[person].wants = vec![want(workshop)];
    }
    with_equipment(&mut pair, 2);
    assert_eq!(pair.plan(Objective::PlacedThenWait).open().count(), 2, "three at ten o'clock, two headsets");
}

#[test]
fn constraint_5_a_quarter_of_an_hour_lies_between_any_two_sessions_of_a_person() {
    // Each ends fourteen minutes before the next begins: of three, the first and the last remain.
    let chain = |gap: u32| {
        let mut service = Service::waiting(2, &[0, 1, 2]).with(0, 7, 8).with(1, 7, 9).with(2, 7, 10);
        for (index, session) in service.sessions.iter_mut().enumerate() {
            let minutes = 8 * 60 + index as u32 * (60 + gap);
            session.slot.minutes = Minutes(60);
            session.slot.start = time(minutes / 60, minutes % 60);
        }
        service.people.iter_mut().for_each(|person| person.most_per_day = 3);
        service.placed().into_iter().filter(|seat| seat.0 == 0).map(|seat| seat.1).collect::<Vec<_>>()
    };
    assert_eq!(chain(14), [0, 2]);
    assert_eq!(chain(15), [0, 1, 2]);
}

#[test]
fn constraint_6_a_person_has_at_most_so_many_sessions_on_a_day() {
    for most in 1..=3 {
        let service = Service::waiting(2, &[0, 1, 2]).with(0, 7, 8).with(1, 7, 11).with(2, 7, 15).changed(|service| {
            service.people.iter_mut().for_each(|person| person.most_per_day = most);
        });
        assert_eq!(service.placed().iter().filter(|seat| seat.0 == 0).count(), most);
    }
}

#[test]
fn constraint_7_what_comes_first_is_over_before_what_follows_begins() {
    // The first workshop ends at 11:00; the second begins at 10:59, then at 11:15.
    let ordered = |hour, minute| {
        let mut service = Service::waiting(2, &[0, 1]).with(0, 7, 9).with(1, 7, 11);
        service.orders = vec![(0, 1)];
        service.sessions[1].slot.start = time(hour, minute);
        service.placed().iter().filter(|seat| seat.1 == 1).count()
    };
    assert_eq!((ordered(10, 59), ordered(11, 15)), (0, 2));
    // Without a place in the first, there is none in the second.
    let mut full = Service::waiting(4, &[0, 1]).with(0, 7, 9).with(1, 8, 9);
    full.orders = vec![(0, 1)];
    full.sessions[0].maximum = Headcount(2);
    let seats = full.placed();
    let first: Vec<usize> = seats.iter().filter(|seat| seat.1 == 0).map(|seat| seat.0).collect();
    assert!(seats.iter().filter(|seat| seat.1 == 1).all(|seat| first.contains(&seat.0)), "{seats:?}");
}

#[test]
fn constraint_8_a_list_is_complete_only_when_every_demand_is_placed() {
    let both = |sessions: usize| {
        let mut service = Service::waiting(2, &[0, 1]).with(0, 7, 9);
        if sessions == 2 {
            service = service.with(1, 8, 9);
        }
        value(&service.plan(Objective::CompleteThenAge), Level::Complete)
    };
    assert_eq!((both(1), both(2)), (0, 2));
}
