//! Reading a workplace's board: a small table or bars, and one question about it.
//!
//! Questions grow in five levels: read a cell, compare two, see a trend, find an alert, take two steps (levels of
//! graph reading after Curcio, 1987, *Journal for Research in Mathematics Education* 18). Names are typed keys: the
//! screens' language gives them their words.

mod bars;
pub mod question;

use question::Question;

use super::draws::Draws;
use super::figure::Figure;
use super::{Answer, Generator, Refusal, Stem};

/// What makes a board harder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Radicals {
    pub level: Level,
    pub lines: LineCount,
    pub display: Display,
}

/// What has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    ReadCell,
    CompareTwo,
    Trend,
    Threshold,
    TwoSteps,
}

/// How many lines the board has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineCount {
    Four,
    Eight,
}

/// How values are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Display {
    /// Three columns of numbers.
    Table,
    /// One column as bars before a scale; values are on its lines.
    Bars,
}

/// Whose board it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Workplace {
    Workshop,
    Warehouse,
    Kitchen,
    Office,
    BuildingSite,
    HomeCare,
}

/// What a column counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    PartsMade,
    PartsRejected,
    MinutesStopped,
    ParcelsSent,
    ParcelsReceived,
    PalletsLeft,
    MealsServed,
    MealsOrdered,
    LoavesLeft,
    CallsTaken,
    LettersSorted,
    VisitorsReceived,
    BricksLaid,
    BagsLeft,
    HoursWorked,
    VisitsMade,
    KilometresDriven,
    MinutesLate,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// An hour of the day.
    Hour(u8),
    Machine(u8),
    Team(u8),
}

/// An answer that is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reply {
    Line(Line),
    Equal,
    Rises,
    Falls,
    Stays,
    RisesThenFalls,
}

/// The board and what is asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub workplace: Workplace,
    pub lines: Vec<Line>,
    pub columns: Vec<Column>,
    pub question: Question,
    /// The first column as bars, when values are to be read on a scale.
    pub bars: Option<Figure>,
}

/// One measure, with a value per line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub measure: Measure,
    pub values: Vec<i32>,
}

const TRIES: u32 = 1_000;

impl Board {
    /// Draws a board, a question and its only answer.
    ///
    /// # Errors
    /// Returns [`Refusal::Exhausted`] when no draw leaves a single answer.
    pub(super) fn generate(seed: u64, radicals: &Radicals) -> Result<(Stem, Answer), Refusal> {
        let mut draws = Draws::new(seed, Generator::Dashboard);
        let made = (0..TRIES).find_map(|_| {
            let workplace = draws.one_of(Workplace::ALL);
            let lines = lines(&mut draws, radicals);
            let columns = columns(&mut draws, workplace, lines.len(), radicals.display);
            let asked = question::ask(&mut draws, radicals, lines, columns)?;
            let bars = match radicals.display {
                Display::Table => None,
                Display::Bars => asked.columns.first().map(|column| bars::draw(&column.values)),
            };
            let (lines, columns, question) = (asked.lines, asked.columns, asked.question);
            Some((Stem::Dashboard(Board { workplace, lines, columns, question, bars }), asked.answer))
        });
        made.ok_or(Refusal::Exhausted(Generator::Dashboard))
    }

    pub fn value(&self, column: usize, line: usize) -> Option<i32> {
        self.columns.get(column)?.values.get(line).copied()
    }
}

impl Radicals {
    /// Prior weights: the level first, then the number of lines and reading a scale.
    pub fn prior_difficulty(&self) -> f64 {
        let level = match self.level {
            Level::ReadCell => -2.6,
            Level::CompareTwo => -1.8,
            Level::Trend => -1.0,
            Level::Threshold => -0.6,
            Level::TwoSteps => 0.4,
        };
        let lines = if self.lines == LineCount::Eight { 0.4 } else { 0.0 };
        let display = if self.display == Display::Bars { 0.3 } else { 0.0 };
        level + lines + display
    }
}

impl LineCount {
    pub fn n(self) -> usize {
        match self {
            LineCount::Four => 4,
            LineCount::Eight => 8,
        }
    }
}

impl Workplace {
    pub const ALL: [Workplace; 6] = [
        Workplace::Workshop,
        Workplace::Warehouse,
        Workplace::Kitchen,
        Workplace::Office,
        Workplace::BuildingSite,
        Workplace::HomeCare,
    ];

    pub fn measures(self) -> [Measure; 3] {
        match self {
            Workplace::Workshop => [Measure::PartsMade, Measure::PartsRejected, Measure::MinutesStopped],
            Workplace::Warehouse => [Measure::ParcelsSent, Measure::ParcelsReceived, Measure::PalletsLeft],
            Workplace::Kitchen => [Measure::MealsServed, Measure::MealsOrdered, Measure::LoavesLeft],
            Workplace::Office => [Measure::CallsTaken, Measure::LettersSorted, Measure::VisitorsReceived],
            Workplace::BuildingSite => [Measure::BricksLaid, Measure::BagsLeft, Measure::HoursWorked],
            Workplace::HomeCare => [Measure::VisitsMade, Measure::KilometresDriven, Measure::MinutesLate],
        }
    }
}

/// Hours when a trend is asked, for it needs an order; otherwise any.
fn lines(draws: &mut Draws, radicals: &Radicals) -> Vec<Line> {
    let n = radicals.lines.n() as u8;
    let kind = if radicals.level == Level::Trend { 0 } else { draws.below(3) };
    let line = |index: u8| match kind {
        0 => Line::Hour(8 + index),
        1 => Line::Machine(1 + index),
        _ => Line::Team(1 + index),
    };
    (0..n).map(line).collect()
}

fn columns(draws: &mut Draws, workplace: Workplace, n: usize, display: Display) -> Vec<Column> {
    let mut measures = workplace.measures();
    draws.shuffle(&mut measures);
    let shown = match display {
        Display::Table => 3,
        Display::Bars => 1,
    };
    let mut column = |measure| {
        let value = |draws: &mut Draws| match display {
            Display::Table => draws.between(4, 60),
            Display::Bars => 5 * draws.between(1, 12),
        };
        Column { measure, values: (0..n).map(|_| value(draws)).collect() }
    };
    measures.into_iter().take(shown).map(&mut column).collect()
}

#[cfg(test)]
mod tests;
