//! A year under three policies: the same people each time, and what a policy does to them.

use boussole::domain::planning::Effort;
use boussole::domain::planning::year::{Policy, YearResult, live};

fn year(participants: usize, seed: u64, policy: Policy) -> YearResult {
    live(participants, seed, policy, Effort { max_nodes: 20, keep_going: &|| true }, &mut |_| {})
}

#[test]
fn the_same_seed_lives_the_same_year() {
    assert_eq!(year(60, 3, Policy::Optimum), year(60, 3, Policy::Optimum));
    assert_ne!(year(60, 3, Policy::SimpleRule), year(60, 4, Policy::SimpleRule));
}

#[test]
fn every_policy_has_the_same_people_and_nobody_attends_twice() {
    let results = Policy::ALL.map(|policy| year(80, 1, policy));
    for result in &results {
        assert_eq!((result.demands, result.people), (results[0].demands, results[0].people));
        assert!(result.held_in_eight_weeks <= result.demands);
        assert!(result.complete_in_eight_weeks <= result.people);
        assert!(result.waits.is_sorted() && result.waits.iter().all(|wait| *wait >= 7), "a notice of seven days");
        assert!(result.mean_wait().unwrap() <= f64::from(*result.waits.last().unwrap()));
    }
}

#[test]
fn only_a_calendar_fixed_in_advance_cancels() {
    let [fixed, rule, optimum] = Policy::ALL.map(|policy| year(80, 1, policy));
    assert!(fixed.cancelled > 0, "with eighty people a year, some published dates do not fill");
    assert_eq!((rule.cancelled, optimum.cancelled), (0, 0));
}

#[test]
fn opening_when_six_wait_serves_more_people_in_time_than_a_fixed_calendar() {
    let [fixed, rule, _] = Policy::ALL.map(|policy| year(120, 2, policy));
    assert!(rule.held_in_eight_weeks > fixed.held_in_eight_weeks, "{rule:?} {fixed:?}");
}
