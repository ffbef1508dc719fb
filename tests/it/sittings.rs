//! A sitting is its events, whatever a person answers and however often they touch the screen.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use boussole::catalog::library::Library;
use boussole::domain::assessment::{Act, Assessment, Item, ItemKind, Resume};
use boussole::domain::person::ExtraTime;
use boussole::domain::response::{Answer, Missing, Response};
use boussole::domain::scoring::{Outcome, score};
use boussole::domain::sitting::{Channel, Event, Sitting, Step};
use proptest::prelude::*;

/// The seed of every sitting here: its items and the orders of its options come from it.
const SEED: u64 = 20_261_125;

static ASSESSMENTS: LazyLock<Vec<Arc<Assessment>>> = LazyLock::new(|| Library::embedded().all().cloned().collect());

/// Returns one of the answers that an item takes; the last ones are the two ways of not answering.
fn answer(item: &Item, pick: usize) -> Answer {
    let none = if item.kind.has_right_answer() { Answer::DoesNotKnow } else { Answer::PrefersNot };
    let ids = || item.kind.options().iter().map(|option| option.id.clone()).collect::<Vec<_>>();
    match &item.kind {
        ItemKind::Likert { points, .. } => {
            points.get(pick % (points.len() + 1)).map_or(none, |p| Answer::Point(p.value))
        }
        ItemKind::SingleChoice { .. } => {
            let ids = ids();
            ids.get(pick % (ids.len() + 1)).map_or(none, |id| Answer::Choice(id.clone()))
        }
        ItemKind::MultipleChoice { .. } => Answer::Choices(
            ids().into_iter().enumerate().filter(|(n, _)| pick >> n & 1 == 1).map(|(_, id)| id).collect(),
        ),
        ItemKind::MostLeast { .. } => {
            let ids = ids();
            let (most, least) = (pick % ids.len(), (pick + 1 + pick % (ids.len() - 1)) % ids.len());
            if most == least { none } else { Answer::MostLeast { most: ids[most].clone(), least: ids[least].clone() } }
        }
        ItemKind::Order { .. } => {
            let mut ids = ids();
            let n = ids.len();
            ids.rotate_left(pick % n);
            Answer::Order(ids)
        }
        ItemKind::Number { min, max, .. } | ItemKind::Measure { min, max, .. } if !pick.is_multiple_of(7) => {
            Answer::Number((min + pick as f64).min(*max))
        }
        ItemKind::Number { .. } | ItemKind::Measure { .. } => none,
        ItemKind::FreeText { longest } => Answer::Text("é".repeat(pick.min(*longest))),
        ItemKind::Information => Answer::Seen,
        ItemKind::Task(task) => {
            let view = &task.views[task.start];
            let touched = view.elements.iter().filter(|element| element.kind.is_touchable()).nth(pick % 3);
            Answer::Acts(touched.map(|element| Act::Touch(element.id.clone())).into_iter().collect())
        }
        ItemKind::Generated(_) => panic!("the item is made"),
    }
}

fn kiosk(name: &str) -> Channel {
    Channel::Station(name.to_owned())
}

/// Answers the items in order, as many as there are picks; every touch is doubled, and the device changes now and then.
fn take(assessment: &Assessment, picks: &[usize]) -> (Sitting, Vec<Event>) {
    let (mut sitting, began) = Sitting::begin(SEED, kiosk("A"), ExtraTime::None);
    let mut events = vec![began];
    let mut record = |sitting: &mut Sitting, new: Vec<Event>| {
        for event in new {
            sitting.apply(assessment, &event);
            events.push(event);
        }
    };
    for pick in picks {
        if pick % 5 == 0 {
            let device = kiosk(if pick % 2 == 0 { "A" } else { "B" });
            if *sitting.channel() != device && assessment.conduct.resume == Resume::AtQuestion {
                let taken = sitting.reopen(assessment, &device, 0).unwrap_or_default();
                record(&mut sitting, taken);
            }
        }
        let channel = sitting.channel().clone();
        match sitting.step(assessment) {
            Step::Practice(index) => {
                let given = answer(&assessment.practices[index].item.made(SEED).unwrap(), *pick);
                let new = sitting.practise(assessment, &channel, index, given.clone()).unwrap();
                record(&mut sitting, new);
                assert_eq!(sitting.practise(assessment, &channel, index, given), Ok(Vec::new()));
            }
            Step::Question(index) => {
                let item = &assessment.items()[index];
                let given = answer(&item.made(SEED).unwrap(), *pick);
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
        which in 0..ASSESSMENTS.len(),
        picks in prop::collection::vec(0_usize..1000, 0..40),
    ) {
        let assessment = &ASSESSMENTS[which];
        let (sitting, events) = take(assessment, &picks);
        prop_assert_eq!(Sitting::replay(assessment, SEED, &events), Ok(sitting));
    }

    #[test]
    fn a_sitting_ends_once_with_one_answer_for_each_item(which in 0..ASSESSMENTS.len(), pick in 0_usize..1000) {
        let assessment = &ASSESSMENTS[which];
        let longest = assessment.items().len() + assessment.practices.len();
        let picks: Vec<usize> = (0..=longest).map(|n| n * 31 + pick).collect();
        let (sitting, events) = take(assessment, &picks);
        prop_assert!(sitting.is_finished());
        let n_answers = events.iter().filter(|event| matches!(event, Event::Answered { .. })).count();
        prop_assert!(n_answers <= assessment.longest());
        let asked = sitting.responses(assessment);
        prop_assert!(asked.values().all(|response| *response != Response::Missing(Missing::NotSeen)));
        prop_assert_eq!(events.iter().filter(|event| **event == Event::Finished).count(), 1);
    }

    #[test]
    fn scores_stay_within_the_bounds_of_their_scale(
        which in 0..ASSESSMENTS.len(),
        picks in prop::collection::vec(0_usize..1000, 30),
    ) {
        let assessment = &ASSESSMENTS[which];
        let responses: BTreeMap<_, _> = assessment
            .items()
            .iter()
            .zip(picks.iter().cycle())
            .map(|(item, pick)| match pick % 11 {
                0 => (item.id.clone(), Response::Missing(Missing::NotSeen)),
                _ => (item.id.clone(), answer(&item.made(SEED).unwrap(), *pick).response()),
            })
            .collect();
        for (scale, result) in assessment.scales().iter().zip(score(assessment, &responses, SEED)) {
            match result.outcome {
                Outcome::Scored { value, error, n_answered, .. } => {
                    prop_assert!((scale.min..=scale.max).contains(&value), "{value}");
                    prop_assert!(error.is_none_or(|error| error >= 0.0 && error.is_finite()));
                    prop_assert!(n_answered <= result.n_items);
                }
                Outcome::TooFewAnswers { n_answered, needed } => prop_assert!(n_answered < needed),
                Outcome::NotAsked => prop_assert!(false, "every item was given"),
                Outcome::Unscored { n_answered } => prop_assert!(n_answered <= scale.keys.len()),
            }
        }
    }
}
