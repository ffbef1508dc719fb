//! The best proposal for everybody: what it opens can be opened, whom it leaves out is told why.

use std::time::Duration;

use boussole::app::plan::Proof;
use boussole::app::proposal::{ProposalView, Shown, WhatIf};
use boussole::app::{AppError, Clock, Refusal};
use boussole::domain::planning::Objective;
use boussole::domain::stamp::{Availability, Half, HalfDay};
use boussole::domain::workshop::SessionRefusal;
use chrono::Weekday;

use crate::support::{House, WORKSHOP, activity};

const OTHER: &str = "presentation-demarche";

fn only(weekday: Weekday, half: Half) -> Availability {
    Availability::of([HalfDay { weekday, half }])
}

fn ask(house: &House, what_if: &WhatIf, shown: Option<&Shown>) -> ProposalView {
    let question = house.app.proposal_question(house.counsellor, what_if).unwrap();
    let stops = (Clock::System, &(|| true) as &dyn Fn() -> bool);
    question.answer(Objective::PlacedThenAge, shown, Duration::from_secs(60), stops)
}

/// Welcomes people free on one half-day only, waiting for a workshop.
fn wait_for(house: &mut House, n: usize, availability: Availability, workshop: &str) {
    for _ in 0..n {
        let person = house.somebody_free(availability);
        house.prescribe(person, workshop);
    }
}

#[test]
fn every_session_of_the_proposal_can_be_opened_one_after_the_other() {
    let mut house = House::new();
    wait_for(&mut house, 7, only(Weekday::Tue, Half::Morning), WORKSHOP);
    wait_for(&mut house, 7, only(Weekday::Tue, Half::Morning), OTHER);
    wait_for(&mut house, 6, only(Weekday::Fri, Half::Afternoon), WORKSHOP);
    let view = ask(&house, &WhatIf::default(), None);
    assert_eq!((view.placed, view.demands, view.complete), (20, 20, 20));
    assert_eq!(view.proof, Proof::Optimal);
    assert_eq!(view.to_open.len(), 3);
    assert!(view.left.is_empty());
    for session in &view.to_open {
        assert!(session.people.len() >= 6 && session.people.iter().all(|person| !person.name.is_empty()));
        house.app.open_session(house.counsellor, &session.to_open(), None).unwrap();
    }
    let after = ask(&house, &WhatIf::default(), None);
    assert_eq!((after.demands, after.to_open.len()), (0, 0));
}

#[test]
fn an_open_session_is_filled_and_its_people_stay() {
    let mut house = House::new();
    wait_for(&mut house, 6, only(Weekday::Tue, Half::Morning), WORKSHOP);
    let id = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let before = house.app.session(house.counsellor, id).unwrap();
    wait_for(&mut house, 3, only(Weekday::Tue, Half::Morning), WORKSHOP);
    let view = ask(&house, &WhatIf::default(), None);
    assert_eq!((view.to_open.len(), view.to_fill.len(), view.placed), (0, 1, 3));
    let fill = &view.to_fill[0];
    assert_eq!((fill.session, fill.slot), (Some(id), before.slot));
    let steps: Vec<_> = fill.people.iter().map(|person| person.step).collect();
    house.app.seat(house.counsellor, id, &steps).unwrap();
    assert_eq!(house.app.session(house.counsellor, id).unwrap().seats.len(), 9);
}

#[test]
fn whoever_is_left_out_reads_one_reason_and_what_would_change_it() {
    let mut house = House::new();
    wait_for(&mut house, 6, only(Weekday::Tue, Half::Morning), WORKSHOP);
    wait_for(&mut house, 1, only(Weekday::Thu, Half::Afternoon), WORKSHOP);
    let view = ask(&house, &WhatIf::default(), None);
    assert_eq!((view.placed, view.left.len()), (6, 1));
    let left = &view.left[0];
    assert!(left.reason.contains("demi-journées"), "{}", left.reason);
    let lever = left.lever.as_deref().unwrap_or_default();
    assert!(lever.starts_with("Si la personne venait le mardi matin, elle aurait une place mardi 1"), "{lever}");
}

#[test]
fn five_people_wait_and_would_be_placed_if_five_were_enough() {
    let mut house = House::new();
    house.people_waiting(5, WORKSHOP);
    assert_eq!(ask(&house, &WhatIf::default(), None).placed, 0);
    let view = ask(&house, &WhatIf { minimum: Some(5), ..WhatIf::default() }, None);
    assert_eq!((view.placed, view.to_open.len()), (5, 1));
    // What if is a question: nothing opens below the minimum.
    let refused = house.app.open_session(house.counsellor, &view.to_open[0].to_open(), Some("Essai"));
    let rule = SessionRefusal::PoolTooSmall { have: 5, need: 6 };
    assert!(matches!(&refused, Err(AppError::Refused(Refusal::Session(found))) if *found == rule), "{refused:?}");
}

#[test]
fn one_leader_less_holds_one_session_less_at_the_same_time() {
    let mut house = House::new();
    let tuesday_morning = only(Weekday::Tue, Half::Morning);
    for workshop in [WORKSHOP, OTHER] {
        wait_for(&mut house, 6, tuesday_morning, workshop);
    }
    assert_eq!(ask(&house, &WhatIf::default(), None).placed, 12);
    let what_if = WhatIf { absent: Some(house.facilitator.staff()), ..WhatIf::default() };
    let view = ask(&house, &what_if, None);
    // Two Tuesdays are within reach: both are held, one after the other.
    assert_eq!(view.placed, 12);
    let days: std::collections::BTreeSet<_> = view.to_open.iter().map(|session| session.slot.day).collect();
    assert_eq!(days.len(), 2);
    assert!(view.to_open.iter().all(|session| session.leader.0 != house.facilitator.staff()));
}

#[test]
fn the_same_waiting_list_gives_the_same_proposal_and_a_new_one_stays_near_what_was_shown() {
    let mut house = House::new();
    house.people_waiting(8, WORKSHOP);
    house.people_waiting(7, OTHER);
    let (one, two) = (ask(&house, &WhatIf::default(), None), ask(&house, &WhatIf::default(), None));
    assert_eq!((&one.to_open, &one.left), (&two.to_open, &two.left));
    wait_for(&mut house, 1, Availability::always(), WORKSHOP);
    let near = ask(&house, &WhatIf::default(), Some(&one.shown));
    let slots = |view: &ProposalView| view.to_open.iter().map(|session| session.slot).collect::<Vec<_>>();
    assert_eq!(slots(&near), slots(&one));
    assert_eq!(near.placed, 16);
}
