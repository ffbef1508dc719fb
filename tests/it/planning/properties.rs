//! What holds of every plan of every small service.

use std::time::Duration;

use boussole::domain::planning::{Effort, Objective, Person, Plan, Reason};
use boussole::domain::stamp::Availability;
use boussole::domain::workshop::{Headcount, SessionKind};
use proptest::prelude::*;

use super::enumeration::{best, levels};
use super::milp;
use super::{Service, UNLIMITED, day, placed, session, want};

const OBJECTIVES: [Objective; 3] = [Objective::PlacedThenWait, Objective::PlacedThenAge, Objective::CompleteThenAge];

fn people(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<Person>> {
    let person =
        (1..16_u8, any::<u16>(), -20..5_i64, 3..25_i64, 1..3_usize, proptest::option::of((1..12_i64, 0..4_i64)));
    let person = person.prop_map(|(workshops, half_days, prescribed, deadline, most_per_day, absence)| Person {
        // Most half-days are free, so that sessions can open.
        availability: Availability::from_bits(half_days | half_days.rotate_left(3) | 0b01_0110_1001),
        absences: absence.into_iter().map(|(first, length)| (day(first), day(first + length))).collect(),
        most_per_day,
        wants: (0..4)
            .filter(|workshop| workshops >> workshop & 1 == 1)
            .map(|workshop| {
                let mut want = want(workshop);
                want.prescribed = day(prescribed);
                want.deadline = day(deadline);
                want
            })
            .collect(),
    });
    proptest::collection::vec(person, count)
}

/// Up to this many people and sessions; few rooms and facilitators; sometimes an order; sometimes confirmed people, taken from
/// a plan by the simple rule.
fn services(most_people: usize, most_sessions: usize) -> impl Strategy<Value = Service> {
    let candidate = (
        0..4_usize,
        1..16_i64,
        8..17_u32,
        0..2_usize,
        0..3_usize,
        proptest::option::of(0..2_usize),
        1..4_usize,
        0..3_usize,
        0..6_u8,
    )
        .prop_map(|(workshop, on, hour, room, facilitator, equipment, minimum, more, kind)| {
            let mut candidate = session(workshop, on, hour, room);
            candidate.facilitator = facilitator;
            candidate.equipment = equipment;
            candidate.minimum = Headcount(minimum);
            candidate.maximum = Headcount(minimum + more);
            candidate.kind = if kind == 0 { SessionKind::Series } else { SessionKind::OnDemand };
            candidate
        });
    let sessions = proptest::collection::vec(candidate, 1..=most_sessions);
    (people(1..=most_people), sessions, any::<bool>(), 0..4_usize).prop_map(|(people, sessions, ordered, told)| {
        let orders = if ordered { vec![(0, 1), (0, 2)] } else { Vec::new() };
        let mut service = Service { people, sessions, orders, quantities: vec![1, 2], confirmed: Vec::new() };
        // Series that clash would be a calendar that cannot be held.
        let mut kept: Vec<usize> = Vec::new();
        for index in 0..service.sessions.len() {
            if service.sessions[index].kind == SessionKind::Series {
                if kept.iter().any(|&other| service.sessions[other].slot.day == service.sessions[index].slot.day) {
                    service.sessions[index].kind = SessionKind::OnDemand;
                } else {
                    kept.push(index);
                }
            }
        }
        let [by_date, _] = Plan::by_rules(&service.instance());
        for (person, session) in placed(&by_date).into_iter().take(told) {
            service = service.confirm(person, session);
        }
        service
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_search_finds_what_enumeration_finds(service in services(4, 5)) {
        let instance = service.instance();
        for objective in OBJECTIVES {
            let plan = Plan::search(&instance, objective, None, UNLIMITED);
            prop_assert_eq!(plan.breaches(&instance), []);
            prop_assert!(plan.is_proved(), "{:?}", plan.levels);
            let found: Vec<i64> = plan.levels.iter().map(|level| level.value).collect();
            let order: Vec<_> = plan.levels.iter().map(|level| level.level).collect();
            prop_assert_eq!(order, levels(objective));
            prop_assert_eq!(Some(found), best(&instance, objective), "{:?}", objective);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_plan_breaks_no_rule_and_serves_at_least_as_many_as_the_simple_rules(service in services(25, 14)) {
        let instance = service.instance();
        let rules = Plan::by_rules(&instance);
        for rule in &rules {
            prop_assert_eq!(rule.breaches(&instance), []);
        }
        let plan = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED);
        prop_assert_eq!(plan.breaches(&instance), []);
        let most = rules.iter().map(|rule| rule.placed().count()).max().unwrap_or(0);
        prop_assert!(plan.placed().count() >= most);
        for seat in instance.confirmed() {
            prop_assert!(placed(&plan).contains(&(seat.person, seat.session)));
        }
    }

    #[test]
    fn another_solver_finds_the_same(service in services(10, 8)) {
        let instance = service.instance();
        let plan = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED);
        let found = milp::most_placed_then_least_wait(&instance, Duration::from_secs(60));
        prop_assert_eq!(Some((plan.levels[0].value, plan.levels[1].value)), found.map(|found| (found.placed, found.wait)));
    }

    #[test]
    fn each_wait_is_served_or_has_one_reason(service in services(20, 12)) {
        let instance = service.instance();
        let plan = Plan::search(&instance, Objective::PlacedThenAge, None, UNLIMITED);
        let demands: usize = instance.people().iter().map(|person| person.wants.len()).sum();
        prop_assert_eq!(plan.placed().count() + plan.unserved.len(), demands);
        for left in &plan.unserved {
            if let Reason::Full { session } = left.reason {
                let seats = plan.placed().filter(|pair| pair.session == session).count();
                prop_assert_eq!(seats, instance.sessions()[session].maximum.0, "{:?}", left);
            }
        }
    }

    #[test]
    fn the_same_service_has_the_same_plan(service in services(20, 12)) {
        let instance = service.instance();
        for objective in OBJECTIVES {
            let [a, b] = [0, 1].map(|_| Plan::search(&instance, objective, None, UNLIMITED));
            prop_assert_eq!(a.choice, b.choice);
            prop_assert_eq!(a.levels, b.levels);
        }
    }

    #[test]
    fn a_search_cut_short_still_breaks_no_rule_and_its_bound_holds(service in services(20, 12), asked in 0..60_u32) {
        let instance = service.instance();
        let left = std::cell::Cell::new(asked);
        let keep_going = || { left.set(left.get().saturating_sub(1)); left.get() > 0 };
        let cut = Plan::search(&instance, Objective::PlacedThenWait, None, Effort { max_nodes: 3, keep_going: &keep_going });
        let whole = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED);
        prop_assert_eq!(cut.breaches(&instance), []);
        let (part, all) = (&cut.levels[0], &whole.levels[0]);
        prop_assert!(part.value <= all.value && part.bound >= all.value, "{:?} {:?}", part, all);
    }
}
