//! The ways of answering: each kind of item has its own part of the screen, and all change the one [`Attempt`].

mod most_least;
mod number;
mod options;
mod order;
mod points;
mod text;

use eframe::egui::{Id, Ui};

use super::attempt::{Attempt, Draft, tick};
use super::hearing::{Hearing, Wish};
use super::task;
use crate::app::kiosk::Pictures;
use crate::domain::assessment::ItemKind;
use crate::domain::comfort;
use crate::ui::theme::Look;
use crate::ui::widgets::{ChoiceKind, Keyboard};

/// What the answers need besides the attempt.
pub(super) struct Means<'a> {
    pub pictures: &'a Pictures,
    pub keyboard: &'a mut Keyboard,
    /// Tells what is typed at one question from the next.
    pub id: Id,
    pub hearing: &'a Hearing,
    /// What the speaker of an answer asks for.
    pub wish: Option<Wish>,
}

/// Shows the answers in a height. Returns whether Enter, pressed now, means « Valider »: the focus is on what is chosen.
pub(super) fn show(ui: &mut Ui, height: f32, attempt: &mut Attempt, means: &mut Means<'_>) -> bool {
    let Attempt { item, draft, declined } = attempt;
    let before = draft.clone();
    let at_answer = match (&item.kind, &mut *draft) {
        (ItemKind::Likert { points, .. }, Draft::Point(value)) => points::show(ui, height, points, value, means),
        (ItemKind::SingleChoice { .. }, Draft::Choice(chosen)) => {
            let is_chosen = |id: &_| chosen.as_ref() == Some(id);
            let shown = options::show(ui, height, item, ChoiceKind::One, means, &is_chosen);
            if let Some(id) = shown.touched {
                *chosen = Some(id);
            }
            shown.at_chosen
        }
        (ItemKind::MultipleChoice { .. }, Draft::Choices(ticked)) => {
            let is_ticked = |id: &_| ticked.contains(id);
            let shown = options::show(ui, height, item, ChoiceKind::Many, means, &is_ticked);
            if let Some(id) = shown.touched {
                tick(ticked, &id);
            }
            false
        }
        (ItemKind::MostLeast { options }, Draft::MostLeast(chosen)) => {
            most_least::show(ui, height, item, options, chosen, means);
            false
        }
        (ItemKind::Order { options, .. }, Draft::Order(placed)) => {
            order::show(ui, height, item, options, placed, means);
            false
        }
        (ItemKind::Number { unit, min, max, .. } | ItemKind::Measure { unit, min, max }, Draft::Number(typed)) => {
            number::show(ui, height, unit, (*min, *max), typed);
            false
        }
        (ItemKind::FreeText { longest }, Draft::Text(text)) => text::show(ui, height, *longest, text, means),
        (ItemKind::Task(asked), Draft::Task(done)) => {
            task::show(ui, height, asked, done);
            false
        }
        // A draft is made for its item, and a page has nothing to answer.
        _ => false,
    };
    if *draft != before {
        *declined = false;
    }
    at_answer
}

/// Height of the tallest card: beyond it, a card is no longer read as one line.
const TALLEST: f32 = 92.0;
/// The same for a finger, which misses more often than it reads.
const TALLEST_FOR_A_FINGER: f32 = 112.0;

/// Returns the least height of a card, in points: 64 pixels for a finger, whatever the zoom.
pub(super) fn lowest(look: &Look) -> f32 {
    look.finger().max(look.text.answer * look.text.line_height)
}

/// Smallest gap between two cards, in pixels of a screen at 100 %: a finger touches only one.
const CLOSEST: f32 = 16.0;

/// Returns the height of each of `rows` cards that fill a height, and the gap between them: smaller where height lacks.
fn filling(look: &Look, height: f32, rows: usize) -> (f32, f32) {
    let n = rows.max(1) as f32;
    let left = (height - n * lowest(look)) / (n - 1.0).max(1.0);
    let gap = left.floor().clamp(look.pixels(CLOSEST), look.space.between_answers.max(look.pixels(CLOSEST)));
    let tallest = match look.appearance.means {
        Some(comfort::Means::Touch) => TALLEST_FOR_A_FINGER,
        Some(comfort::Means::Keyboard | comfort::Means::Mouse) | None => TALLEST,
    };
    (((height + gap) / n - gap).floor().clamp(lowest(look), tallest), gap)
}
