//! How the values of one attribute go from cell to cell.

use super::cell::{Attribute, N_LINES};
use crate::domain::generate::draws::Draws;

/// How many cells to a side; two to start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Two,
    Three,
}

impl Side {
    pub fn n(self) -> usize {
        match self {
            Side::Two => 2,
            Side::Three => 3,
        }
    }

    pub fn n_cells(self) -> usize {
        self.n() * self.n()
    }
}

/// A rule of one attribute, along the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The same all along a row, another in each row.
    RowConstant,
    Progression(Step),
    /// The same three values in each row, each once in each column ("distribution of three").
    Latin,
    /// The third number is the sum of the first two.
    Addition,
    /// The third cell has the lines of the first, of the second or of both.
    Or,
    /// The third cell has the lines that the first and the second share.
    And,
    /// The third cell has the lines that only one of the first two has.
    Xor,
}

/// By how much a progression goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    DownTwo,
    DownOne,
    UpOne,
    UpTwo,
}

impl Step {
    fn by(self) -> i32 {
        match self {
            Step::DownTwo => -2,
            Step::DownOne => -1,
            Step::UpOne => 1,
            Step::UpTwo => 2,
        }
    }
}

/// Which way the values of a distribution of three slant. Two attributes of one slant change together and are one rule to
/// the eye: the distributions of a matrix take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slant {
    Left,
    Right,
}

impl Slant {
    pub(super) fn other(self) -> Self {
        match self {
            Slant::Left => Slant::Right,
            Slant::Right => Slant::Left,
        }
    }

    fn by(self) -> usize {
        match self {
            Slant::Left => 1,
            Slant::Right => 2,
        }
    }
}

impl Rule {
    pub const ALL: [Rule; 10] = [
        Rule::RowConstant,
        Rule::Progression(Step::DownTwo),
        Rule::Progression(Step::DownOne),
        Rule::Progression(Step::UpOne),
        Rule::Progression(Step::UpTwo),
        Rule::Latin,
        Rule::Addition,
        Rule::Or,
        Rule::And,
        Rule::Xor,
    ];

    pub fn suits(self, attribute: Attribute, side: Side) -> bool {
        let (low, high) = attribute.bounds();
        let last = side.n() as i32 - 1;
        match self {
            Rule::RowConstant => attribute != Attribute::Lines,
            Rule::Progression(step) => {
                attribute.is_ordered() && (attribute.cycle().is_some() || step.by().abs() * last <= high - low)
            }
            Rule::Latin => attribute != Attribute::Lines && side == Side::Three,
            Rule::Addition => attribute == Attribute::Number && side == Side::Three,
            Rule::Or | Rule::And | Rule::Xor => attribute == Attribute::Lines && side == Side::Three,
        }
    }

    pub(super) fn weight(self) -> f64 {
        match self {
            Rule::RowConstant => 0.3,
            Rule::Progression(Step::DownOne | Step::UpOne) => 0.6,
            Rule::Progression(Step::DownTwo | Step::UpTwo) => 0.7,
            Rule::Addition => 0.9,
            Rule::Latin => 1.1,
            Rule::Or => 1.2,
            Rule::And => 1.4,
            Rule::Xor => 1.7,
        }
    }

    /// Draws the values of all cells, row by row; `None` when this draw leaves the attribute's range.
    ///
    /// `slant` is where a distribution of three goes from row to row; see [`Slant`].
    pub(super) fn values(self, draws: &mut Draws, attribute: Attribute, side: Side, slant: Slant) -> Option<Vec<i32>> {
        let n = side.n();
        let values: Vec<i32> = match self {
            Rule::RowConstant => {
                let rows = distinct(draws, attribute, n);
                rows.into_iter().flat_map(|value| std::iter::repeat_n(value, n)).collect()
            }
            Rule::Progression(step) => {
                let starts: Vec<i32> = (0..n).map(|_| attribute.draw(draws)).collect();
                let along = |start| (0..n as i32).map(move |column| attribute.step(start, step.by() * column));
                starts.into_iter().flat_map(along).collect()
            }
            Rule::Latin => {
                let row = distinct(draws, attribute, n);
                (0..n).flat_map(|index| row.iter().cycle().skip(slant.by() * index).take(n).copied()).collect()
            }
            Rule::Addition => rows_of(n, || {
                let (first, second) = (draws.between(1, 6), draws.between(1, 6));
                [first, second, first + second]
            }),
            Rule::Or => rows_of(n, || logic(draws, |first, second| first | second)),
            Rule::And => rows_of(n, || logic(draws, |first, second| first & second)),
            Rule::Xor => rows_of(n, || logic(draws, |first, second| first ^ second)),
        };
        let varies = values.iter().zip(values.iter().skip(1)).any(|(a, b)| a != b);
        (varies && values.iter().all(|&value| attribute.holds(value))).then_some(values)
    }
}

fn rows_of(n: usize, mut row: impl FnMut() -> [i32; 3]) -> Vec<i32> {
    (0..n).flat_map(|_| row()).collect()
}

/// Draws two sets of two to four lines and what the operator makes of them.
fn logic(draws: &mut Draws, operator: fn(i32, i32) -> i32) -> [i32; 3] {
    let mut lines = |n: i32| {
        let mut bits: Vec<u32> = (0..N_LINES).collect();
        draws.shuffle(&mut bits);
        bits.iter().take(n as usize).map(|bit| 1 << bit).sum::<i32>()
    };
    let (first, second) = (lines(3), lines(3));
    [first, second, operator(first, second)]
}

fn distinct(draws: &mut Draws, attribute: Attribute, n: usize) -> Vec<i32> {
    let (low, high) = attribute.bounds();
    let mut values: Vec<i32> = (low..=high).collect();
    draws.shuffle(&mut values);
    values.truncate(n);
    values
}
