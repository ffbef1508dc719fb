//! The options of a matrix, such that they do not tell which one is right.
//!
//! Foils that each change one attribute of the answer give it away: the value most seen of each attribute is the right
//! one. Here the set is doubled once per attribute, so that every value is held by half of the options (attribute
//! bisection tree; Hu, Ma, Liu, Wei & Bai, 2021, I-RAVEN, AAAI 35).

use super::Radicals;
use super::cell::{Attribute, Cell, N_LINES};
use crate::domain::generate::draws::Draws;

/// Returns the options in any order and the index of the right one.
pub(super) fn options(draws: &mut Draws, cells: &[Cell], radicals: &Radicals) -> Option<(Vec<Cell>, usize)> {
    let mut options = vec![*cells.last()?];
    for attribute in varied(draws, radicals) {
        let other = other_value(draws, cells, attribute)?;
        let changed: Vec<Cell> = options.iter().map(|option| option.with(attribute, other)).collect();
        options.extend(changed);
    }
    let right = draws.shuffle_options(&mut options);
    Some((options, right))
}

/// Returns the attributes that the options vary: those with a rule first, for each of them has to be found.
fn varied(draws: &mut Draws, radicals: &Radicals) -> Vec<Attribute> {
    let mut ruled: Vec<Attribute> = radicals.rules().iter().map(|(attribute, _)| *attribute).collect();
    draws.shuffle(&mut ruled);
    let has_lines = ruled.contains(&Attribute::Lines);
    let free = |attribute: &Attribute| match attribute {
        Attribute::Lines => false,
        Attribute::Number => !has_lines,
        Attribute::Shape | Attribute::Size | Attribute::Fill | Attribute::Rotation => true,
    };
    let mut others: Vec<Attribute> =
        Attribute::ALL.into_iter().filter(|attribute| free(attribute) && !ruled.contains(attribute)).collect();
    draws.shuffle(&mut others);
    ruled.into_iter().chain(others).take(radicals.options().n_attributes()).collect()
}

/// Returns a wrong value that could be right: one seen in the matrix, or a neighbour of the answer.
fn other_value(draws: &mut Draws, cells: &[Cell], attribute: Attribute) -> Option<i32> {
    let answer = cells.last()?.get(attribute);
    let mut values: Vec<i32> = cells.iter().map(|cell| cell.get(attribute)).collect();
    match attribute {
        Attribute::Lines => values.extend((0..N_LINES).map(|line| answer ^ (1 << line))),
        Attribute::Shape => values.extend([0, 1, 2, 3, 4, 5]),
        Attribute::Size | Attribute::Fill | Attribute::Rotation | Attribute::Number => {
            values.extend([-1, 1].map(|by| attribute.step(answer, by)));
        }
    }
    values.sort_unstable();
    values.dedup();
    values.retain(|&value| value != answer && attribute.holds(value));
    draws.pick(&values)
}
