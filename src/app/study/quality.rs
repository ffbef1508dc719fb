//! Who answered without care.

use super::{AnswerRange, StudyError, check_range, keyed_items};
use crate::domain::scoring::quality::{
    Mahalanobis, Runs, even_odd, response_variability, runs, synonym_consistency, synonym_pairs,
};
use crate::domain::scoring::response_matrix::KeyedItem;
use crate::exchange::data_table::{DataTable, ScaleKey};

/// Correlation above which two items are synonyms (Meade & Craig, 2012; default of `careless`).
const SYNONYM_THRESHOLD: f64 = 0.60;

/// The signs of one person; `None` where the answers do not define one.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonQuality {
    pub id: String,
    pub is_complete: bool,
    pub runs: Option<Runs>,
    pub response_variability: Option<f64>,
    /// Of people who answered everything.
    pub even_odd: Option<f64>,
    /// Squared distance, of people who answered everything.
    pub mahalanobis: Option<f64>,
    pub synonym_consistency: Option<f64>,
}

/// Looks at everybody's answers to the items of the keys, in the order of the file.
///
/// Without a range, reversed items turn round in the range observed in the sample.
pub fn quality(
    table: &DataTable,
    keys: &[ScaleKey],
    range: Option<AnswerRange>,
) -> Result<Vec<PersonQuality>, StudyError> {
    check_range(table, range)?;
    let observed = table.answers.observed_range().map(|(min, max)| AnswerRange { min, max });
    let range = range.or(observed).unwrap_or(AnswerRange { min: 0.0, max: 1.0 });
    let scales = keys.iter().map(|key| keyed_items(table, key, Some(range))).collect::<Result<Vec<_>, _>>()?;
    // A sample that cannot serve as a reference leaves the column empty.
    let reference = Mahalanobis::of_sample(&table.answers).ok();
    let synonyms = synonym_pairs(&table.answers, SYNONYM_THRESHOLD);
    let people = table.answers.persons().zip(&table.ids);
    Ok(people
        .map(|(answers, id)| PersonQuality {
            id: id.clone(),
            is_complete: answers.iter().all(Option::is_some),
            runs: runs(&answers),
            response_variability: response_variability(&answers),
            even_odd: keyed_scales(&scales, &answers).and_then(|scales| even_odd(&scales)),
            mahalanobis: reference.as_ref().and_then(|reference| reference.squared_distance(&answers)),
            synonym_consistency: synonym_consistency(&answers, &synonyms),
        })
        .collect())
}

/// The keyed answers by scale; `None` when one is missing anywhere.
fn keyed_scales(scales: &[Vec<KeyedItem>], answers: &[Option<f64>]) -> Option<Vec<Vec<f64>>> {
    let keyed = |item: &KeyedItem| Some(item.keyed(answers.get(item.column).copied().flatten()?));
    scales.iter().map(|items| items.iter().map(keyed).collect()).collect()
}
