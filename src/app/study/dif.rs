//! Whether items are fair to two groups.

use std::collections::BTreeSet;

use super::{StudyError, right_or_wrong};
use crate::domain::scoring::dif::{GroupedAnswers, ItemDif, compare};
use crate::exchange::data_table::DataTable;

/// What is said of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedDif {
    pub item: String,
    pub dif: ItemDif,
}

/// Compares the items between the two groups of the labels, the first in order being the reference.
///
/// People with a missing answer or without group are left out: their total would not be comparable.
pub fn dif(table: &DataTable) -> Result<Vec<NamedDif>, StudyError> {
    let groups: BTreeSet<&str> = table.labels.iter().map(String::as_str).filter(|label| !label.is_empty()).collect();
    if groups.len() != 2 {
        return Err(StudyError::NotTwoGroups(groups.len()));
    }
    let reference = reference_group(&groups);
    let mut people = Vec::with_capacity(table.ids.len());
    for (person, (row, label)) in table.answers.persons().zip(&table.labels).enumerate() {
        let Some(complete) = row.into_iter().collect::<Option<Vec<f64>>>().filter(|_| !label.is_empty()) else {
            continue;
        };
        let answers =
            complete.into_iter().enumerate().map(|(column, answer)| right_or_wrong(table, person, column, answer));
        people.push(GroupedAnswers { focal: *label != reference, answers: answers.collect::<Result<_, _>>()? });
    }
    let compared = compare(&people)?;
    Ok(table.items.iter().cloned().zip(compared).map(|(item, dif)| NamedDif { item, dif }).collect())
}

/// The smaller number where both are numbers ("9" before "10"), else the first in alphabetical order.
fn reference_group(groups: &BTreeSet<&str>) -> String {
    let numbers: Option<Vec<(f64, &str)>> = groups.iter().map(|label| Some((label.parse().ok()?, *label))).collect();
    let smallest = numbers.and_then(|numbers| numbers.into_iter().min_by(|left, right| left.0.total_cmp(&right.0)));
    smallest.map(|(_, label)| label).or(groups.first().copied()).unwrap_or_default().to_owned()
}
