//! What is sought, in which order, and how a search ends.

use boussole::domain::planning::{Effort, Ended, Level, Objective, Plan};
use boussole::domain::workshop::Headcount;

use super::{Service, UNLIMITED, day, placed, value};

#[test]
fn the_newest_are_served_when_waiting_days_count_and_the_oldest_when_age_does() {
    let mut service = Service::waiting(4, &[0]).with(0, 7, 9);
    service.sessions[0].maximum = Headcount(2);
    for person in [2, 3] {
        service.people[person].wants[0].prescribed = day(0);
    }
    assert_eq!(placed(&service.plan(Objective::PlacedThenWait)), [(2, 0), (3, 0)]);
    assert_eq!(placed(&service.plan(Objective::PlacedThenAge)), [(0, 0), (1, 0)]);
}

#[test]
fn a_near_deadline_counts_three() {
    // Room for one session: two people whose deadline is in 13 days, or three who have time.
    let mut service = Service::waiting(5, &[0]).with(0, 7, 9).with(1, 7, 9);
    service.sessions[1].room = 0;
    for person in [3, 4] {
        service.people[person].wants = vec![super::want(1)];
        service.people[person].wants[0].deadline = day(13);
    }
    assert_eq!(value(&service.plan(Objective::PlacedThenAge), Level::Placed), 6);
    assert_eq!(value(&service.plan(Objective::PlacedThenWait), Level::Placed), 3);
    for person in [3, 4] {
        service.people[person].wants[0].deadline = day(14);
    }
    assert_eq!(value(&service.plan(Objective::PlacedThenAge), Level::Placed), 3);
}

#[test]
fn facilitators_spend_no_time_that_serves_nobody_better() {
    // On the same day, one session of four does the work of two.
    let service = Service::waiting(4, &[0]).with(0, 7, 9).with(0, 7, 14);
    let plan = service.plan(Objective::PlacedThenWait);
    assert_eq!((plan.open().count(), value(&plan, Level::Facilitators)), (1, 120));
}

#[test]
fn a_plan_stays_near_to_the_one_shown_last() {
    let service = Service::waiting(2, &[0]).with(0, 7, 9).with(0, 7, 9);
    let instance = service.instance();
    for chosen in [0, 1] {
        let only = service.clone().changed(|service| service.sessions[1 - chosen].slot.day = day(5));
        let mut shown = Plan::search(&instance, Objective::PlacedThenWait, None, UNLIMITED).choice;
        for (index, pair) in only.plan(Objective::PlacedThenWait).pairs.list.iter().enumerate() {
            assert!(index < 4 && pair.session == chosen);
        }
        for (placed, session) in shown.placed.iter_mut().zip([0, 1, 0, 1]) {
            *placed = session == chosen;
        }
        let plan = Plan::search(&instance, Objective::PlacedThenWait, Some(&shown), UNLIMITED);
        assert_eq!(placed(&plan), [(0, chosen), (1, chosen)]);
        assert!(plan.is_proved());
    }
}

#[test]
fn a_search_that_may_not_go_on_returns_the_best_simple_rule_and_says_so() {
    let service = Service::waiting(5, &[0, 1]).with(0, 7, 9).with(0, 8, 9).with(1, 9, 9);
    let instance = service.instance();
    let stopped = Effort { max_nodes: 100, keep_going: &|| false };
    let plan = Plan::search(&instance, Objective::PlacedThenWait, None, stopped);
    assert_eq!(plan.breaches(&instance), []);
    let most = Plan::by_rules(&instance).iter().map(|rule| rule.placed().count()).max().unwrap();
    assert!(plan.placed().count() >= most && most > 0);
    assert!(!plan.is_proved());
    assert!(plan.levels.iter().any(|level| level.ended == Ended::Stopped && level.bound >= level.value));
}

#[test]
fn an_empty_service_has_an_empty_plan() {
    let plan = Service::default().plan(Objective::CompleteThenAge);
    assert_eq!((plan.placed().count(), plan.open().count(), plan.unserved.len()), (0, 0, 0));
}
