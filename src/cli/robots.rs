//! Robot participants at the kiosk: they see what a person sees and answer one question at a time.

use crate::app::kiosk::{SittingView, VisitView};
use crate::app::{App, AppError, Chance};
use crate::domain::assessment::{
    Act, Assessment, Choice, Direction, ElementKind, Item, ItemId, ItemKind, Material, OptionId, Point, Task,
    TaskState, point_bounds,
};
use crate::domain::response::Answer;
use crate::domain::sitting::Step;
use crate::tr;

/// How a robot participant answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Temper {
    /// Reads, thinks, answers in line with itself.
    Careful,
    /// Takes its time, often says "je ne sais pas".
    Hesitant,
    /// Taps the same card as fast as it can.
    Careless,
    /// Stops in the middle and comes back on another day, at another station.
    Interrupted,
}

/// Why a robot goes home early.
#[derive(Debug, thiserror::Error)]
pub enum RobotError {
    #[error("a use case failed")]
    App(#[from] AppError),
    #[error("nobody listens to the robot any more")]
    Unheard(#[from] std::io::Error),
    #[error("there is nothing on screen")]
    NothingOnScreen,
}

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

/// Types a code at a station and answers until nothing is left or the robot is tired. `acknowledged` hears of each
/// answer once the program says that it is on disk.
pub(super) fn sit(
    app: &mut App,
    station: &str,
    code: &str,
    temper: Temper,
    stamina: Stamina,
    chance: &mut Chance,
    acknowledged: &mut dyn FnMut(&SittingView, &ItemId, &Answer) -> std::io::Result<()>,
) -> Result<Visited, RobotError> {
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
                Step::Practice(index) => {
                    let practice = view.on_screen().ok_or(RobotError::NothingOnScreen)?;
                    let answer = choose(&assessment, &practice, Temper::Careful, leaning, chance);
                    wait(app, 6_000);
                    view = app.practise(station, view.sitting, index, answer)?;
                }
                Step::Question(_) => {
                    if stamina == Stamina::Answers(done.answers) {
                        return Ok(done);
                    }
                    let (next, item, given) = answer(app, station, &view, temper, leaning, chance)?;
                    acknowledged(&next, &item, &given)?;
                    view = next;
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
    temper: Temper,
    leaning: u32,
    chance: &mut Chance,
) -> Result<(SittingView, ItemId, Answer), RobotError> {
    let item = view.on_screen().ok_or(RobotError::NothingOnScreen)?;
    let took = reading_time(temper, &item, chance);
    wait(app, took);
    let answer = choose(&view.assessment, &item, temper, leaning, chance);
    let next = app.answer(station, view.sitting, &item.id, answer.clone(), took)?;
    Ok((next, item.id, answer))
}

fn wait(app: &mut App, millis: u64) {
    app.set_time(app.now().plus_millis(millis));
}

/// Returns milliseconds: a little for each letter, more for who hesitates, almost nothing for who does not read.
fn reading_time(temper: Temper, item: &Item, chance: &mut Chance) -> u64 {
    let document = match &item.material {
        Material::Document(text) => text.chars().count(),
        // A drawing is looked at as long as two lines are read.
        Material::Image(_) | Material::Drawn(_) => 120,
        Material::None => 0,
    };
    let letters = (item.statement.chars().count() + document) as u64;
    let jitter = u64::from(chance.number() % 2_500);
    match temper {
        Temper::Careful | Temper::Interrupted => 2_500 + 45 * letters + jitter,
        Temper::Hesitant => 6_000 + 90 * letters + 3 * jitter,
        Temper::Careless => 250 + jitter / 5,
    }
}

fn choose(assessment: &Assessment, item: &Item, temper: Temper, leaning: u32, chance: &mut Chance) -> Answer {
    let none = if item.kind.has_right_answer() { Answer::DoesNotKnow } else { Answer::PrefersNot };
    // One in five is wrong, one in four of those who hesitate says so.
    let knows = temper != Temper::Careless && !chance.number().is_multiple_of(5);
    let gives_up = temper == Temper::Hesitant && chance.number().is_multiple_of(4);
    if item.kind.has_right_answer() && gives_up {
        return none;
    }
    match &item.kind {
        ItemKind::Likert { points, .. } => point(assessment, item, points, temper, leaning, chance).unwrap_or(none),
        ItemKind::SingleChoice { correct: Some(right), .. } if knows => Answer::Choice(right.clone()),
        ItemKind::SingleChoice { options, .. } => {
            let index = if temper == Temper::Careless { 0 } else { chance.number() as usize % options.len().max(1) };
            options.get(index).map_or(none, |option| Answer::Choice(option.id.clone()))
        }
        ItemKind::MultipleChoice { correct, .. } if knows => Answer::Choices(correct.clone()),
        ItemKind::MultipleChoice { options, .. } => {
            Answer::Choices(options.first().map(|option| option.id.clone()).into_iter().collect())
        }
        ItemKind::MostLeast { options } => {
            let ids = in_some_order(options, chance);
            match ids.as_slice() {
                [most, .., least] => Answer::MostLeast { most: most.clone(), least: least.clone() },
                _ => none,
            }
        }
        ItemKind::Order { correct: Some((right, _)), .. } if knows => Answer::Order(right.clone()),
        ItemKind::Order { options, .. } => Answer::Order(in_some_order(options, chance)),
        ItemKind::Number { correct: Some(right), .. } if knows => Answer::Number(*right),
        ItemKind::Number { correct: Some(right), min, max, .. } => Answer::Number((right + 1.0).clamp(*min, *max)),
        ItemKind::Number { correct: None, min, max, .. } | ItemKind::Measure { min, max, .. } => {
            Answer::Number(((min + max) / 2.0).round())
        }
        ItemKind::FreeText { .. } => Answer::Text(tr!("demo-free-text")),
        ItemKind::Information => Answer::Seen,
        ItemKind::Task(task) => {
            let path = if knows { shortest_path(task) } else { None };
            Answer::Acts(path.unwrap_or_default())
        }
        ItemKind::Generated(_) => none,
    }
}

fn point(
    assessment: &Assessment,
    item: &Item,
    points: &[Point],
    temper: Temper,
    leaning: u32,
    chance: &mut Chance,
) -> Option<Answer> {
    if temper == Temper::Careless {
        return points.get(points.len().saturating_sub(2)).map(|point| Answer::Point(point.value));
    }
    let (low, high) = point_bounds(points);
    let wish = wish(assessment, item, leaning) + f64::from(chance.number() % 3) * 0.18 - 0.18;
    let target = low + wish.clamp(0.0, 1.0) * (high - low);
    let nearest = points.iter().min_by(|a, b| (a.value - target).abs().total_cmp(&(b.value - target).abs()));
    nearest.map(|point| Answer::Point(point.value))
}

fn in_some_order(options: &[Choice], chance: &mut Chance) -> Vec<OptionId> {
    let mut drawn: Vec<(u32, OptionId)> = options.iter().map(|option| (chance.number(), option.id.clone())).collect();
    drawn.sort();
    drawn.into_iter().map(|(_, id)| id).collect()
}

/// Returns the fewest acts that do a task: its fields and boxes are filled where they come, then a way is searched.
fn shortest_path(task: &Task) -> Option<Vec<Act>> {
    let mut queue = std::collections::VecDeque::from([Vec::new()]);
    let mut seen: Vec<TaskState> = Vec::new();
    while let Some(acts) = queue.pop_front() {
        let state = task.play(&acts).ok()?;
        if task.is_done(&state) {
            return Some(acts);
        }
        if seen.contains(&state) || seen.len() > 2_000 {
            continue;
        }
        let view = task.views.get(state.view)?;
        for element in &view.elements {
            let act = match element.kind {
                ElementKind::Field => {
                    let Some(text) = task.goal.fields.get(&element.id).and_then(|accepted| accepted.first()) else {
                        continue;
                    };
                    Act::Type { field: element.id.clone(), text: text.clone() }
                }
                kind if kind.is_touchable() => Act::Touch(element.id.clone()),
                _ => continue,
            };
            queue.push_back([acts.as_slice(), &[act]].concat());
        }
        seen.push(state);
    }
    None
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
