//! What looks careless in the answers: for the counsellor only, never a change of a score.

use crate::domain::assessment::{
    Assessment, ConsistencyPair, Control, Direction, Item, ItemId, ItemKind, QualityRules,
};
use crate::domain::response::{Answer, Missing, Response};
use crate::domain::scoring::quality;
use crate::domain::sitting::Sitting;

/// One sign of careless answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    TooFast {
        share: f64,
    },
    LongRun {
        length: u32,
    },
    /// The answers hardly differ from each other (IRV, the deviation of one person's answers).
    LittleVariety {
        deviation: f64,
    },
    ManyMissing {
        share: f64,
    },
    Inconsistent {
        pairs: usize,
    },
    /// Items that say which answer to give were given another.
    MissedControl {
        controls: usize,
    },
}

impl Caution {
    /// Returns what the sign rests on. Two signs of the same ground are one sign: a long run has little variety.
    fn ground(self) -> Ground {
        match self {
            Caution::TooFast { .. } => Ground::Times,
            Caution::LongRun { .. } | Caution::LittleVariety { .. } => Ground::Sameness,
            Caution::ManyMissing { .. } => Ground::Gaps,
            Caution::Inconsistent { .. } => Ground::Contradictions,
            Caution::MissedControl { .. } => Ground::Controls,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    Times,
    Sameness,
    Gaps,
    Contradictions,
    Controls,
}

/// Returns whether the signs make a message: one alone happens to careful people too, two independent ones rarely
/// (Meade & Craig, 2012, *Psychological Methods* 17: different indices find different kinds of carelessness).
pub(super) fn are_doubtful(cautions: &[Caution]) -> bool {
    let first = cautions.first().map(|caution| caution.ground());
    cautions.iter().any(|caution| Some(caution.ground()) != first)
}

/// Returns what makes the answers doubtful, by the rules of the definition. Training items do not count.
pub(super) fn cautions(assessment: &Assessment, sitting: &Sitting) -> Vec<Caution> {
    let rules = &assessment.quality;
    let responses = sitting.responses(assessment);
    let asked: Vec<&Item> = assessment
        .items()
        .iter()
        .filter(|item| {
            responses.contains_key(&item.id)
                && !item.is_training(assessment.sections())
                && item.kind != ItemKind::Information
        })
        .collect();
    let n = asked.len().max(1) as f64;
    let too_fast = asked
        .iter()
        .filter_map(|item| sitting.given(&item.id))
        .filter(|given| rules.seconds_per_item.is_some_and(|least| (given.took_millis as f64) < least * 1000.0))
        .count() as f64;
    let needed: Vec<&&Item> = asked.iter().filter(|item| !item.optional).collect();
    let n_needed = needed.len().max(1) as f64;
    let missing = needed
        .iter()
        .filter(|item| {
            matches!(responses.get(&item.id), Some(Response::Missing(Missing::PrefersNot | Missing::NotSeen)))
        })
        .count() as f64;
    let point = |item: &&Item| match sitting.given(&item.id).and_then(|given| given.answer()) {
        Some(Answer::Point(value)) => Some(*value),
        _ => None,
    };
    let points: Vec<Option<f64>> =
        asked.iter().filter(|item| matches!(item.kind, ItemKind::Likert { .. })).map(point).collect();
    let variability = quality::response_variability(&points);
    let run = longest_run(&asked, sitting);
    let pairs = inconsistent_pairs(rules, sitting, assessment);
    let controls = rules.controls.iter().filter(|control| is_missed(control, sitting)).count();
    [
        rules.too_fast_share.filter(|most| too_fast / n > *most).map(|_| Caution::TooFast { share: too_fast / n }),
        rules.longest_run.filter(|most| run > *most).map(|_| Caution::LongRun { length: run }),
        rules
            .least_variability
            .zip(variability)
            .filter(|(least, found)| found < least)
            .map(|(_, deviation)| Caution::LittleVariety { deviation }),
        rules
            .missing_share
            .filter(|most| missing / n_needed > *most)
            .map(|_| Caution::ManyMissing { share: missing / n_needed }),
        (pairs > 1).then_some(Caution::Inconsistent { pairs }),
        (controls > 0).then_some(Caution::MissedControl { controls }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns whether an item that says which answer to give was given another.
fn is_missed(control: &Control, sitting: &Sitting) -> bool {
    match sitting.given(&control.item).and_then(|given| given.answer()) {
        Some(Answer::Point(value) | Answer::Number(value)) => !control.expected.contains(value),
        _ => false,
    }
}

/// Returns the longest run of the same point or option, in the order of the items.
fn longest_run(asked: &[&Item], sitting: &Sitting) -> u32 {
    let answers = asked.iter().map(|item| sitting.given(&item.id).and_then(|given| given.answer()));
    let same = |a: Option<&Answer>, b: Option<&Answer>| {
        a.is_some() && a == b && matches!(a, Some(Answer::Point(_) | Answer::Choice(_)))
    };
    let (longest, ..) = answers.fold((0, 0, None), |(longest, current, before), answer| {
        let current = if same(before, answer) { current + 1 } else { 1 };
        (current.max(longest), current, answer)
    });
    longest
}

fn inconsistent_pairs(rules: &QualityRules, sitting: &Sitting, assessment: &Assessment) -> usize {
    let point = |item: &ItemId| match sitting.given(item).and_then(|given| given.answer()) {
        Some(Answer::Point(value)) => Some(*value),
        _ => None,
    };
    let gap = |pair: &ConsistencyPair| {
        let (a, b) = (point(&pair.a)?, point(&pair.b)?);
        let b = match pair.direction {
            Direction::Positive => b,
            Direction::Reversed => {
                let (low, high) = assessment.item(&pair.b)?.kind.value_bounds()?;
                low + high - b
            }
        };
        Some((a - b).abs() > pair.largest_gap)
    };
    rules.pairs.iter().filter(|pair| gap(pair) == Some(true)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_makes_no_message() {
        assert!(!are_doubtful(&[]));
        assert!(!are_doubtful(&[Caution::TooFast { share: 0.6 }]));
    }

    #[test]
    fn two_signs_of_the_same_ground_are_one() {
        assert!(!are_doubtful(&[Caution::LongRun { length: 20 }, Caution::LittleVariety { deviation: 0.1 }]));
    }

    #[test]
    fn two_independent_signs_make_a_message() {
        assert!(are_doubtful(&[Caution::LongRun { length: 20 }, Caution::TooFast { share: 0.6 }]));
        assert!(are_doubtful(&[Caution::Inconsistent { pairs: 2 }, Caution::MissedControl { controls: 1 }]));
    }
}
