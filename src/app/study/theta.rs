//! Abilities from a calibrated bank: of people who answered, and along simulated adaptive tests.

use super::{StudyError, right_or_wrong};
use crate::domain::scoring::adaptive::{AdaptiveBank, StopRule};
use crate::domain::scoring::irt::{Estimate, Estimator, Item, NodeTable, estimate, expected_a_posteriori};
use crate::exchange::data_table::{BankItem, DataTable};

/// The nodes of the trapezoid rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    pub n_nodes: usize,
    pub from: f64,
    pub to: f64,
}

/// One person's ability; without answers, or without finite estimate, there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonTheta {
    pub id: String,
    pub n_answered: usize,
    pub estimate: Option<Estimate>,
}

/// Estimates everybody's ability; the grid serves EAP alone.
pub fn theta(
    table: &DataTable,
    bank: &[BankItem],
    estimator: Estimator,
    grid: Grid,
) -> Result<Vec<PersonTheta>, StudyError> {
    let items: Vec<Item> = bank.iter().map(|entry| entry.item).collect();
    let nodes = NodeTable::new(&items, grid.n_nodes, grid.from, grid.to)?;
    let columns = bank
        .iter()
        .map(|entry| table.column(&entry.name).ok_or_else(|| StudyError::NoSuchItem { item: entry.name.clone() }))
        .collect::<Result<Vec<_>, _>>()?;
    let people = table.answers.persons().zip(&table.ids).enumerate();
    people
        .map(|(person, (row, id))| {
            let answers = columns
                .iter()
                .map(|&column| {
                    let answer = row.get(column).copied().flatten();
                    answer.map(|answer| right_or_wrong(table, person, column, answer)).transpose()
                })
                .collect::<Result<Vec<_>, _>>()?;
            let estimated = match estimator {
                Estimator::ExpectedAPosteriori => expected_a_posteriori(&nodes, &answers),
                other => estimate(&items, &answers, other),
            };
            let n_answered = answers.iter().flatten().count();
            Ok(PersonTheta { id: id.clone(), n_answered, estimate: estimated.ok() })
        })
        .collect()
}

/// How simulated adaptive tests run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdaptiveOptions {
    pub standard_error: f64,
    pub max_items: usize,
    pub grid: Grid,
}

/// One simulated adaptive test.
#[derive(Debug, Clone, PartialEq)]
pub struct AdaptiveTrace {
    pub estimate: Estimate,
    /// Positions in the bank, from 0, in the order given.
    pub sequence: Vec<usize>,
}

/// Runs the strict adaptive loop on answers known beforehand.
pub fn adaptive(
    bank: &[BankItem],
    answers: &[Vec<bool>],
    options: AdaptiveOptions,
) -> Result<Vec<AdaptiveTrace>, StudyError> {
    let items = bank.iter().map(|entry| entry.item).collect();
    let Grid { n_nodes, from, to } = options.grid;
    let bank = AdaptiveBank::new(items, n_nodes, from, to)?;
    let stop = StopRule { standard_error: options.standard_error, min_items: 0, max_items: options.max_items };
    answers
        .iter()
        .map(|person| {
            let progress = bank.replay(person, &stop)?;
            Ok(AdaptiveTrace { estimate: progress.estimate(), sequence: progress.sequence().to_vec() })
        })
        .collect()
}
