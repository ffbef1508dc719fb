//! The question about a board and its only answer.

use super::{Column, Level, Line, Radicals, Reply};
use crate::domain::generate::Answer;
use crate::domain::generate::draws::Draws;

/// What is asked; lines and columns are indices into the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// What is the value of this line?
    ReadCell { column: usize, line: usize },
    /// Which of these two lines has the larger value, or are they equal?
    CompareTwo { column: usize, lines: [usize; 2] },
    /// How does this column go with the hours?
    Trend { column: usize },
    /// Values beyond the limit raise an alert: which line is it?
    Threshold { column: usize, limit: i32, alert: Alert },
    /// How much do these two lines make together?
    Sum { column: usize, lines: [usize; 2] },
    /// By how much does the first line exceed the second?
    Difference { column: usize, lines: [usize; 2] },
    /// How much do these two lines together lack to reach the target?
    Missing { column: usize, lines: [usize; 2], target: i32 },
}

/// On which side of the limit the alert is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alert {
    Above,
    Below,
}

/// A board whose values suit its question.
pub(super) struct Asked {
    pub lines: Vec<Line>,
    pub columns: Vec<Column>,
    pub question: Question,
    pub answer: Answer,
}

/// Draws a question and writes into the columns what it needs; `None` when this draw leaves no single answer.
pub(super) fn ask(draws: &mut Draws, radicals: &Radicals, lines: Vec<Line>, mut columns: Vec<Column>) -> Option<Asked> {
    let column = draws.below(columns.len() as u32) as usize;
    let values = &mut columns.get_mut(column)?.values;
    let two = two_lines(draws, values.len())?;
    let [first, second] = two;
    let (question, answer) = match radicals.level {
        Level::ReadCell => {
            let value = *values.get(first)?;
            (Question::ReadCell { column, line: first }, Answer::Number(i64::from(value)))
        }
        Level::CompareTwo => {
            // One board in three has equal values: none of the answers is rare.
            let replies = [Reply::Line(*lines.get(first)?), Reply::Line(*lines.get(second)?), Reply::Equal];
            let right = draws.below(3) as usize;
            settle(values, two, right)?;
            (Question::CompareTwo { column, lines: two }, Answer::Caption { options: replies.to_vec(), right })
        }
        Level::Trend => {
            let right = draws.below(4) as usize;
            let options = vec![Reply::Rises, Reply::Falls, Reply::Stays, Reply::RisesThenFalls];
            shape(values, *options.get(right)?)?;
            (Question::Trend { column }, Answer::Caption { options, right })
        }
        Level::Threshold => {
            let alert = draws.one_of([Alert::Above, Alert::Below]);
            let (limit, right) = limit(draws, values, alert)?;
            let options = lines.iter().copied().map(Reply::Line).collect();
            (Question::Threshold { column, limit, alert }, Answer::Caption { options, right })
        }
        Level::TwoSteps => two_steps(draws, column, two, [*values.get(first)?, *values.get(second)?])?,
    };
    Some(Asked { lines, columns, question, answer })
}

/// Draws two different lines, the upper one first.
fn two_lines(draws: &mut Draws, n: usize) -> Option<[usize; 2]> {
    let mut indices: Vec<usize> = (0..n).collect();
    draws.shuffle(&mut indices);
    match *indices.as_slice() {
        [one, other, ..] => Some([one.min(other), one.max(other)]),
        _ => None,
    }
}

/// Puts the larger of two different values on the line that is right, or the same on both.
fn settle(values: &mut [i32], [first, second]: [usize; 2], right: usize) -> Option<()> {
    let (one, other) = (*values.get(first)?, *values.get(second)?);
    if one == other {
        return None;
    }
    let (low, high) = (one.min(other), one.max(other));
    let (upper, lower) = match right {
        0 => (high, low),
        1 => (low, high),
        _ => (low, low),
    };
    *values.get_mut(first)? = upper;
    *values.get_mut(second)? = lower;
    Some(())
}

/// Puts the values in the order of a trend; `None` when two equal values would blur it.
fn shape(values: &mut [i32], trend: Reply) -> Option<()> {
    values.sort_unstable();
    let distinct = values.iter().zip(values.iter().skip(1)).all(|(low, high)| low < high);
    match trend {
        Reply::Falls => values.reverse(),
        Reply::Stays => {
            let same = *values.get(values.len() / 2)?;
            values.fill(same);
        }
        Reply::RisesThenFalls => {
            // Every other value goes up, the rest comes down from the highest.
            let up = values.iter().copied().step_by(2);
            let down = values.iter().copied().skip(1).step_by(2).collect::<Vec<_>>().into_iter().rev();
            let there_and_back: Vec<i32> = up.chain(down).collect();
            values.copy_from_slice(&there_and_back);
        }
        Reply::Rises | Reply::Line(_) | Reply::Equal => {}
    }
    distinct.then_some(())
}

/// Finds a limit that one line alone is beyond; returns it and the line.
fn limit(draws: &mut Draws, values: &[i32], alert: Alert) -> Option<(i32, usize)> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let (inside, beyond) = match (alert, sorted.as_slice()) {
        (Alert::Above, [.., inside, beyond]) | (Alert::Below, [beyond, inside, ..]) => (*inside, *beyond),
        _ => return None,
    };
    // Limits are round numbers between the two, and never the value itself: at the limit there is no doubt.
    let between = inside.min(beyond) + 1..inside.max(beyond);
    let limits: Vec<i32> = between.filter(|limit| limit % 5 == 0).collect();
    let limit = draws.pick(&limits)?;
    Some((limit, values.iter().position(|&value| value == beyond)?))
}

fn two_steps(
    draws: &mut Draws,
    column: usize,
    lines: [usize; 2],
    [one, other]: [i32; 2],
) -> Option<(Question, Answer)> {
    let (question, number) = match draws.below(3) {
        0 => (Question::Sum { column, lines }, one + other),
        1 if one != other => {
            let [first, second] = lines;
            let lines = if one > other { lines } else { [second, first] };
            (Question::Difference { column, lines }, (one - other).abs())
        }
        2 => {
            let target = (one + other) / 10 * 10 + 10 * draws.between(2, 5);
            (Question::Missing { column, lines, target }, target - one - other)
        }
        _ => return None,
    };
    Some((question, Answer::Number(i64::from(number))))
}
