//! One fact a rule of the model, by its number there.

use boussole::domain::planning::{Breach, Objective, Plan};
use boussole::domain::stamp::{Availability, Half, HalfDay};
use boussole::domain::workshop::{Headcount, SessionKind};
use chrono::{NaiveTime, Weekday};

use super::{Service, UNLIMITED, day, placed};

// (1)
#[test]
fn a_person_comes_to_a_workshop_once() {
    let service = Service::waiting(2, &[0]).with(0, 7, 9).with(0, 8, 9);
    assert_eq!(service.placed(), [(0, 0), (1, 0)]);
}

// (2)
#[test]
fn a_session_below_its_minimum_does_not_open() {
    let service = Service::waiting(1, &[0]).with(0, 7, 9);
    let plan = service.plan(Objective::PlacedThenWait);
    assert_eq!((placed(&plan), plan.open().count()), (Vec::new(), 0));
}

#[test]
fn a_session_takes_no_more_than_its_maximum() {
    let service = Service::waiting(5, &[0]).with(0, 7, 9);
    assert_eq!(service.placed().len(), 4);
}

#[test]
fn two_sessions_share_people_so_that_both_reach_their_minimum() {
    // Five people: four and one would close the second session.
    let service = Service::waiting(5, &[0]).with(0, 7, 9).with(0, 8, 9);
    let seats = service.placed();
    assert_eq!(seats.len(), 5);
    assert_eq!(seats.iter().filter(|seat| seat.1 == 0).count(), 3);
}

// (3)
#[test]
fn a_confirmed_person_never_moves() {
    // Alone in a late session, although all others are placed earlier.
    let service = Service::waiting(3, &[0]).with(0, 7, 9).with(0, 20, 9).confirm(2, 1);
    assert_eq!(service.placed(), [(0, 0), (1, 0), (2, 1)]);
}

#[test]
fn a_confirmed_session_is_held_below_its_minimum() {
    let service = Service::waiting(1, &[0]).with(0, 7, 9).confirm(0, 0);
    let plan = service.plan(Objective::PlacedThenWait);
    assert_eq!((placed(&plan), plan.open().collect::<Vec<_>>()), (vec![(0, 0)], vec![0]));
}

#[test]
fn a_confirmed_person_stays_where_a_rule_would_forbid_it() {
    let service = Service::waiting(1, &[0]).with(0, 0, 9).confirm(0, 0);
    assert_eq!(service.placed(), [(0, 0)], "the notice is over, the person was told before");
}

#[test]
fn a_session_of_a_series_is_held_with_nobody() {
    let service = Service::waiting(0, &[]).with(0, 7, 9).changed(|service| {
        service.sessions[0].kind = SessionKind::Series;
    });
    assert_eq!(service.plan(Objective::PlacedThenWait).open().collect::<Vec<_>>(), [0]);
}

#[test]
fn one_person_may_join_a_series() {
    let service = Service::waiting(1, &[0]).with(0, 7, 9).changed(|service| {
        service.sessions[0].kind = SessionKind::Series;
    });
    assert_eq!(service.placed(), [(0, 0)]);
}

#[test]
fn promises_that_break_a_rule_are_kept_and_told() {
    // Five convened where four fit, in a room that a second confirmed session uses.
    let mut service = Service::waiting(7, &[0, 1]).with(0, 7, 9).with(1, 7, 9);
    service.sessions[1].room = 0;
    for person in 0..5 {
        service = service.confirm(person, 0);
    }
    let service = service.confirm(5, 1);
    let instance = service.instance();
    let plan = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED);
    assert_eq!(placed(&plan).iter().filter(|seat| seat.1 == 0).count(), 5, "nobody is added");
    let breaches = plan.breaches(&instance);
    assert!(breaches.contains(&Breach::TooMany { session: 0, people: 5 }), "{breaches:?}");
    assert!(breaches.contains(&Breach::RoomTwice { first: 0, second: 1 }), "{breaches:?}");
    assert_eq!(breaches.len(), 2);
}

// (4)
#[test]
fn a_room_holds_one_session_at_a_time() {
    let mut service = Service::waiting(4, &[0]).with(0, 7, 9).with(1, 7, 10);
    for person in [2, 3] {
        service.people[person].wants = vec![super::want(1)];
    }
    assert_eq!(service.placed().len(), 4);
    service.sessions[1].room = 0;
    assert_eq!(service.placed().len(), 2);
    service.sessions[1].slot.start = NaiveTime::from_hms_opt(11, 0, 0).unwrap();
    assert_eq!(service.placed().len(), 4, "a room needs no time between two sessions");
}

#[test]
fn a_facilitator_runs_one_session_at_a_time() {
    let service =
        Service::waiting(4, &[0, 1]).with(0, 7, 9).with(1, 7, 9).changed(|service| service.sessions[1].facilitator = 0);
    assert_eq!(service.plan(Objective::PlacedThenWait).open().count(), 1);
}

#[test]
fn equipment_serves_as_many_sessions_as_there_is_of_it() {
    let mut service = Service::waiting(6, &[0, 1, 2]).with(0, 7, 9).with(1, 7, 9).with(2, 7, 9);
    service.quantities = vec![2];
    for (person, workshop) in (0..6).zip([0, 0, 1, 1, 2, 2]) {
        service.people[person].wants = vec![super::want(workshop)];
    }
    for session in &mut service.sessions {
        session.equipment = Some(0);
    }
    assert_eq!(service.plan(Objective::PlacedThenWait).open().count(), 2);
    service.quantities = vec![3];
    assert_eq!(service.plan(Objective::PlacedThenWait).open().count(), 3);
}

// (5)
#[test]
fn a_person_is_in_one_place_at_a_time() {
    let service = Service::waiting(2, &[0, 1]).with(0, 7, 9).with(1, 7, 10);
    assert_eq!(service.placed().len(), 2);
}

#[test]
fn a_quarter_of_an_hour_lies_between_two_sessions_of_a_person() {
    let at = |minute| {
        Service::waiting(2, &[0, 1]).with(0, 7, 9).with(1, 7, 11).changed(|service| {
            service.sessions[1].slot.start = NaiveTime::from_hms_opt(11, minute, 0).unwrap();
        })
    };
    assert_eq!(at(14).placed().len(), 2);
    assert_eq!(at(15).placed().len(), 4);
}

// (6)
#[test]
fn a_person_has_only_so_many_sessions_a_day() {
    let service = Service::waiting(2, &[0, 1, 2]).with(0, 7, 8).with(1, 7, 11).with(2, 7, 15);
    assert_eq!(service.placed().len(), 4);
    let patient = service.changed(|service| {
        for person in &mut service.people {
            person.most_per_day = 3;
        }
    });
    assert_eq!(patient.placed().len(), 6);
}

// (7)
#[test]
fn what_comes_first_comes_before() {
    let ordered =
        |first: i64| Service::waiting(2, &[0, 1]).with(0, first, 9).with(1, 8, 9).changed(|s| s.orders = vec![(0, 1)]);
    assert_eq!(ordered(7).placed().len(), 4);
    assert_eq!(ordered(9).placed(), [(0, 0), (1, 0)], "the second workshop is over before the first begins");
}

#[test]
fn an_order_only_binds_who_waits_for_both() {
    let service =
        Service::waiting(2, &[1]).with(0, 9, 9).with(1, 8, 9).changed(|service| service.orders = vec![(0, 1)]);
    assert_eq!(service.placed().len(), 2);
}

// (8)
#[test]
fn whole_lists_are_counted_first_where_they_are_what_is_sought() {
    // One seat pair: two people who need only it, or two who would still wait for another workshop.
    let mut service = Service::waiting(4, &[0]).with(0, 7, 9);
    service.sessions[0].maximum = Headcount(2);
    for person in [0, 1] {
        service.people[person].wants = vec![super::want(0), super::want(1)];
        // Older, so that age alone would choose them.
        service.people[person].wants[0].prescribed = day(-40);
    }
    assert_eq!(placed(&service.plan(Objective::CompleteThenAge)), [(2, 0), (3, 0)]);
    assert_eq!(placed(&service.plan(Objective::PlacedThenAge)), [(0, 0), (1, 0)]);
}

#[test]
fn a_person_is_told_in_time() {
    let service = |earliest| {
        Service::waiting(2, &[0]).with(0, 7, 9).changed(|service| {
            service.people[0].wants[0].earliest = day(earliest);
        })
    };
    assert_eq!(service(7).placed().len(), 2);
    assert_eq!(service(8).placed().len(), 0);
}

#[test]
fn a_deadline_is_the_last_day() {
    let service = |deadline| {
        Service::waiting(2, &[0]).with(0, 7, 9).changed(|service| {
            service.people[0].wants[0].deadline = day(deadline);
        })
    };
    assert_eq!(service(7).placed().len(), 2);
    assert_eq!(service(6).placed().len(), 0);
}

#[test]
fn an_absence_holds_from_its_first_day_to_its_last() {
    let service = |first, last| {
        Service::waiting(2, &[0]).with(0, 7, 9).changed(|service| {
            service.people[0].absences = vec![(day(first), day(last))];
        })
    };
    assert_eq!(service(7, 7).placed().len(), 0);
    assert_eq!(service(8, 9).placed().len(), 2);
    assert_eq!(service(3, 6).placed().len(), 2);
}

#[test]
fn a_person_comes_on_their_half_days() {
    let service = |weekday, half| {
        Service::waiting(2, &[0]).with(0, 7, 9).changed(|service| {
            service.people[0].availability = Availability::of([HalfDay { weekday, half }]);
        })
    };
    assert_eq!(service(Weekday::Mon, Half::Morning).placed().len(), 2);
    assert_eq!(service(Weekday::Mon, Half::Afternoon).placed().len(), 0);
    assert_eq!(service(Weekday::Tue, Half::Morning).placed().len(), 0);
}

#[test]
fn nobody_comes_on_a_saturday() {
    assert_eq!(Service::waiting(2, &[0]).with(0, 5, 9).placed().len(), 0);
}

#[test]
fn holidays_change_nothing_that_is_not_written() {
    // 29 March 2026, when clocks go forward, lies between day 82 and day 84: waits are counted in days, not hours.
    let service = Service::waiting(2, &[0]).with(0, 84, 9).changed(|service| {
        for person in &mut service.people {
            person.wants[0].prescribed = day(82);
            person.wants[0].deadline = day(90);
        }
    });
    let plan = service.plan(Objective::PlacedThenWait);
    assert_eq!(plan.placed().map(|pair| pair.wait).collect::<Vec<_>>(), [2, 2]);
}
