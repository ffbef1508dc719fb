//! A sitting is its events, whatever a person answers and however often they touch the screen.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use boussole::catalog::library::Library;
use boussole::domain::assessment::{Assessment, Item, ItemKind};
use boussole::domain::response::{Answer, Missing, Response};
use boussole::domain::scoring::{Outcome, score};
use boussole::domain::sitting::{Channel, Event, Sitting, Step};
use proptest::prelude::*;

static ASSESSMENTS: LazyLock<Vec<Arc<Assessment>>> = LazyLock::new(|| Library::embedded().all().cloned().collect());

/// Returns one of the answers that an item takes; the last ones are the two ways of not answering.
fn answer(item: &Item, pick: usize) -> Answer {
    let none = if item.kind.has_right_answer() { Answer::DoesNotKnow } else { Answer::PrefersNot };
    match &item.kind {
        ItemKind::Likert { points } => points.get(pick % (points.len() + 1)).map_or(none, |p| Answer::Point(p.value)),
        ItemKind::SingleChoice { options, .. } => {
            options.get(pick % (options.len() + 1)).map_or(none, |option| Answer::Choice(option.id.clone()))
        }
        ItemKind::Number { min, max, .. } if !pick.is_multiple_of(7) => Answer::Number((min + pick as f64).min(*max)),
        ItemKind::Number { .. } => none,
    }
}

fn kiosk(name: &str) -> Channel {
    Channel::Station(name.to_owned())
}

/// Answers the items in order, as many as there are picks; every touch is doubled, and the device changes now and then.
fn take(assessment: &Assessment, picks: &[usize]) -> (Sitting, Vec<Event>) {
    let (mut sitting, began) = Sitting::begin(kiosk("A"));
    let mut events = vec![began];
    let mut record = |sitting: &mut Sitting, new: Vec<Event>| {
        for event in new {
            sitting.apply(&event);
            events.push(event);
        }
    };
    for pick in picks {
        if pick % 5 == 0 {
            let taken = sitting.take_over(&kiosk(if pick % 2 == 0 { "A" } else { "B" })).unwrap_or_default();
            record(&mut sitting, taken);
        }
        let channel = sitting.channel().clone();
        match sitting.step(assessment) {
            Step::Practice => {
                let given = answer(&assessment.practice.as_ref().unwrap().item, *pick);
                let new = sitting.practise(assessment, &channel, given.clone()).unwrap();
                record(&mut sitting, new);
                assert_eq!(sitting.practise(assessment, &channel, given), Ok(Vec::new()));
            }
            Step::Question(index) => {
                let item = &assessment.items()[index];
                let given = answer(item, *pick);
                let new = sitting.answer(assessment, &channel, &item.id, given.clone(), 1000).unwrap();
                record(&mut sitting, new);
                // The second touch of an impatient finger, also after the last item.
                assert_eq!(sitting.answer(assessment, &channel, &item.id, given, 1200), Ok(Vec::new()));
            }
            Step::End => break,
        }
    }
    (sitting, events)
}

proptest! {
    #[test]
    fn replaying_the_events_gives_the_state_that_was_reached(
        which in 0_usize..4,
        picks in prop::collection::vec(0_usize..1000, 0..40),
    ) {
        let assessment = &ASSESSMENTS[which];
        let (sitting, events) = take(assessment, &picks);
        prop_assert_eq!(Sitting::replay(assessment, &events), Ok(sitting));
    }

    #[test]
    fn a_sitting_ends_once_with_one_answer_for_each_item(which in 0_usize..4, pick in 0_usize..1000) {
        let assessment = &ASSESSMENTS[which];
        let picks: Vec<usize> = (0..=assessment.items().len()).map(|n| n * 31 + pick).collect();
        let (sitting, events) = take(assessment, &picks);
        prop_assert!(sitting.is_finished());
        let n_answers = events.iter().filter(|event| matches!(event, Event::Answered { .. })).count();
        prop_assert_eq!(n_answers, assessment.items().len());
        prop_assert_eq!(events.iter().filter(|event| **event == Event::Finished).count(), 1);
    }

    #[test]
    fn scores_stay_within_the_bounds_of_their_scale(
        which in 0_usize..4,
        picks in prop::collection::vec(0_usize..1000, 30),
    ) {
        let assessment = &ASSESSMENTS[which];
        let responses: BTreeMap<_, _> = assessment
            .items()
            .iter()
            .zip(picks.iter().cycle())
            .map(|(item, pick)| match pick % 11 {
                0 => (item.id.clone(), Response::Missing(Missing::NotSeen)),
                _ => (item.id.clone(), answer(item, *pick).response()),
            })
            .collect();
        for (scale, result) in assessment.scales().iter().zip(score(assessment, &responses)) {
            match result.outcome {
                Outcome::Scored { value, error, n_answered, .. } => {
                    prop_assert!((scale.min..=scale.max).contains(&value), "{value}");
                    prop_assert!(error.is_none_or(|error| error >= 0.0));
                    prop_assert!(n_answered <= scale.keys.len());
                }
                Outcome::TooFewAnswers { n_answered, needed } => prop_assert!(n_answered < needed),
            }
        }
    }
}
