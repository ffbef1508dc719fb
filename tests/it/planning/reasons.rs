//! One reason for each wait that is left, and the right one.

use boussole::domain::planning::{Excluded, Objective, Reason, Resource};
use boussole::domain::stamp::Availability;
use boussole::domain::workshop::Headcount;

use super::{Service, day};

#[track_caller]
fn reasons(service: &Service) -> Vec<(usize, usize, Reason)> {
    let plan = service.plan(Objective::PlacedThenWait);
    plan.unserved.iter().map(|left| (left.person, left.workshop, left.reason)).collect()
}

#[test]
fn no_session_is_possible_and_each_cause_is_counted() {
    let mut service = Service::waiting(1, &[0]).with(0, 0, 9).with(0, 61, 9).with(0, 7, 9).with(0, 8, 9).with(1, 9, 9);
    service.people[0].absences = vec![(day(8), day(8))];
    service.people[0].availability = Availability::from_bits(0b11_1111_1100);
    let excluded = Excluded { before_notice: 1, after_deadline: 1, half_day: 1, absent: 1 };
    assert_eq!(reasons(&service), [(0, 0, Reason::NoSession(excluded))]);
}

#[test]
fn a_workshop_without_any_session_is_told_apart() {
    let service = Service::waiting(1, &[3]).with(0, 7, 9);
    assert_eq!(reasons(&service), [(0, 3, Reason::NoSession(Excluded::default()))]);
}

#[test]
fn the_people_who_are_missing_are_counted() {
    let mut service = Service::waiting(3, &[0]).with(0, 7, 9);
    service.sessions[0].minimum = Headcount(4);
    let missing = Reason::TooFew { session: 0, missing: 1 };
    assert_eq!(reasons(&service), [(0, 0, missing), (1, 0, missing), (2, 0, missing)]);
}

#[test]
fn a_full_session_is_full() {
    let mut service = Service::waiting(3, &[0]).with(0, 7, 9);
    service.sessions[0].maximum = Headcount(2);
    let left = reasons(&service);
    assert_eq!((left.len(), left[0].2), (1, Reason::Full { session: 0 }));
}

#[test]
fn what_is_taken_is_named() {
    for (resource, share) in [
        (Resource::Room, (|service| service.sessions[1].room = 0) as fn(&mut Service)),
        (Resource::Facilitator, |service| service.sessions[1].facilitator = 0),
        (Resource::Equipment, |service| {
            service.quantities = vec![1];
            service.sessions[0].equipment = Some(0);
            service.sessions[1].equipment = Some(0);
        }),
    ] {
        let mut service = Service::waiting(5, &[0]).with(0, 7, 9).with(1, 7, 9).changed(share);
        for person in [3, 4] {
            service.people[person].wants = vec![super::want(1)];
        }
        let taken = Reason::Taken { session: 1, by: 0, resource };
        assert_eq!(reasons(&service), [(3, 1, taken), (4, 1, taken)]);
    }
}

#[test]
fn what_comes_first_has_no_date_early_enough() {
    let service = Service::waiting(2, &[0, 1]).with(0, 9, 9).with(1, 8, 9).changed(|s| s.orders = vec![(0, 1)]);
    let before = Reason::Before { workshop: 0 };
    assert_eq!(reasons(&service), [(0, 1, before), (1, 1, before)]);
}

#[test]
fn a_person_who_sits_elsewhere_is_told_where() {
    let service = Service::waiting(2, &[0, 1]).with(0, 7, 9).with(1, 7, 10).confirm(0, 0).confirm(1, 0);
    let booked = Reason::OwnBooking { session: 0 };
    assert_eq!(reasons(&service), [(0, 1, booked), (1, 1, booked)]);
}

#[test]
fn a_day_that_is_full_is_told() {
    let service = Service::waiting(2, &[0, 1]).with(0, 7, 9).with(1, 7, 14).confirm(0, 0).confirm(1, 0).changed(|s| {
        for person in &mut s.people {
            person.most_per_day = 1;
        }
    });
    let full = Reason::DayIsFull { session: 1 };
    assert_eq!(reasons(&service), [(0, 1, full), (1, 1, full)]);
}
