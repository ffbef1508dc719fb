//! Robot participants at the kiosk: they see what a person sees and answer one question at a time.

use super::DemoError;
use super::cast::Temper;
use crate::app::kiosk::{SittingView, VisitView};
use crate::app::{App, Chance};
use crate::domain::assessment::{Assessment, Direction, Item, ItemKind, point_bounds};
use crate::domain::response::Answer;
use crate::domain::sitting::Step;
use crate::tr;

/// What a robot did in one visit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Visited {
    pub answers: usize,
    pub finished: usize,
}

/// How far a robot goes in one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamina {
    Everything,
    /// Leaves after so many answers.
    Answers(usize),
}

/// Types a code at a station and answers until nothing is left or the robot is tired.
pub(super) fn sit(
    app: &mut App,
    station: &str,
    code: &str,
    temper: Temper,
    stamina: Stamina,
    chance: &mut Chance,
) -> Result<Visited, DemoError> {
    let mut visit = app.enter_code(station, code)?;
    if !visit.notice_read {
        visit = app.acknowledge_notice(station, visit.visit, &tr!("demo-notice"))?;
    }
    let mut done = Visited::default();
    // What the robot is like: one leaning a scale, drawn once a visit.
    let leaning = chance.number();
    while let VisitView { visit: id, left, .. } = &visit
        && !left.is_empty()
    {
        let id = *id;
        let mut view = app.begin_or_resume(station, id)?;
        loop {
            let assessment = std::sync::Arc::clone(&view.assessment);
            match view.step {
                Step::End => break,
                Step::Practice => {
                    let Some(practice) = &assessment.practice else { break };
                    let answer = practice_answer(&practice.item);
                    wait(app, 6_000);
                    view = app.practise(station, view.sitting, answer)?;
                }
                Step::Question(index) => {
                    if stamina == Stamina::Answers(done.answers) {
                        return Ok(done);
                    }
                    view = answer(app, station, &view, index, temper, leaning, chance)?;
                    done.answers += 1;
                }
            }
        }
        done.finished += 1;
        visit = app.visit(id)?;
    }
    Ok(done)
}

fn answer(
    app: &mut App,
    station: &str,
    view: &SittingView,
    index: usize,
    temper: Temper,
    leaning: u32,
    chance: &mut Chance,
) -> Result<SittingView, DemoError> {
    let item = view.assessment.items().get(index).ok_or(DemoError::Script("question"))?;
    let took = reading_time(temper, item, chance);
    wait(app, took);
    let answer = choose(&view.assessment, item, temper, leaning, chance);
    Ok(app.answer(station, view.sitting, &item.id, answer, took)?)
}

fn wait(app: &mut App, millis: u64) {
    app.set_time(app.now().plus_millis(millis));
}

/// Returns milliseconds: a little for each letter, more for who hesitates, almost nothing for who does not read.
fn reading_time(temper: Temper, item: &Item, chance: &mut Chance) -> u64 {
    let letters = (item.statement.chars().count() + item.material.chars().count()) as u64;
    let jitter = u64::from(chance.number() % 2_500);
    match temper {
        Temper::Careful | Temper::Interrupted => 2_500 + 45 * letters + jitter,
        Temper::Hesitant => 6_000 + 90 * letters + 3 * jitter,
        Temper::Careless => 250 + jitter / 5,
    }
}

fn practice_answer(item: &Item) -> Answer {
    match &item.kind {
        ItemKind::Likert { points } => points.first().map_or(Answer::PrefersNot, |point| Answer::Point(point.value)),
        ItemKind::SingleChoice { options, correct } => correct
            .clone()
            .or_else(|| options.first().map(|option| option.id.clone()))
            .map_or(Answer::PrefersNot, Answer::Choice),
        ItemKind::Number { correct, min, .. } => Answer::Number(correct.unwrap_or(*min)),
    }
}

fn choose(assessment: &Assessment, item: &Item, temper: Temper, leaning: u32, chance: &mut Chance) -> Answer {
    match &item.kind {
        ItemKind::Likert { points } => {
            if temper == Temper::Careless {
                return points
                    .get(points.len().saturating_sub(2))
                    .map_or(Answer::PrefersNot, |point| Answer::Point(point.value));
            }
            let (low, high) = point_bounds(points);
            let wish = wish(assessment, item, leaning) + f64::from(chance.number() % 3) * 0.18 - 0.18;
            let target = low + wish.clamp(0.0, 1.0) * (high - low);
            let nearest = points.iter().min_by(|a, b| (a.value - target).abs().total_cmp(&(b.value - target).abs()));
            nearest.map_or(Answer::PrefersNot, |point| Answer::Point(point.value))
        }
        ItemKind::SingleChoice { options, correct } => match (temper, correct) {
            (Temper::Hesitant, Some(_)) if chance.number().is_multiple_of(4) => Answer::DoesNotKnow,
            (Temper::Careless, _) => {
                options.first().map_or(Answer::DoesNotKnow, |option| Answer::Choice(option.id.clone()))
            }
            (_, Some(right)) if !chance.number().is_multiple_of(5) => Answer::Choice(right.clone()),
            _ => {
                let index = chance.number() as usize % options.len().max(1);
                options.get(index).map_or(Answer::DoesNotKnow, |option| Answer::Choice(option.id.clone()))
            }
        },
        ItemKind::Number { correct: Some(right), .. }
            if temper != Temper::Careless && !chance.number().is_multiple_of(4) =>
        {
            Answer::Number(*right)
        }
        ItemKind::Number { correct: Some(right), min, max, .. } if temper == Temper::Careless => {
            Answer::Number((right + 1.0).clamp(*min, *max))
        }
        ItemKind::Number { .. } => Answer::DoesNotKnow,
    }
}

/// Returns where the robot stands on the item's statement, 0 to 1: its leaning on the item's scale, turned where the key is.
fn wish(assessment: &Assessment, item: &Item, leaning: u32) -> f64 {
    let keyed = assessment.scales().iter().enumerate().find_map(|(index, scale)| {
        let key = scale.keys.iter().find(|key| key.item == item.id)?;
        Some((index, key.direction))
    });
    let Some((index, direction)) = keyed else { return 0.5 };
    // Four bits of the leaning a scale: 16 degrees from one end to the other.
    let degree = f64::from((leaning >> (4 * (index % 8))) & 15) / 15.0;
    match direction {
        Direction::Positive => degree,
        Direction::Reversed => 1.0 - degree,
    }
}
