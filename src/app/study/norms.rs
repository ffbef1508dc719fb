//! Tables of norms: what each raw score of a sample is worth.

use super::{AnswerRange, StudyError, check_range, keyed_items};
use crate::domain::scoring::likert::{self, needed_answers};
use crate::domain::scoring::norms::{NormGroup, normal_percentile, normalised_t, stanine, sten, t_score};
use crate::exchange::data_table::{DataTable, ScaleKey};

/// Share of a scale's items to answer for a score.
const NEEDED_SHARE: f64 = 0.8;

/// One raw score and its standings.
#[derive(Debug, Clone, PartialEq)]
pub struct NormRow {
    pub scale: String,
    pub raw: f64,
    pub n: usize,
    pub z: f64,
    pub t: f64,
    pub sten: u8,
    pub stanine: u8,
    pub percentile_rank: f64,
    pub normal_percentile: f64,
    pub normalised_t: Option<f64>,
}

/// Norms of every column of the data, taken as raw scores; people without score are left out.
pub fn column_norms(table: &DataTable) -> Result<Vec<NormRow>, StudyError> {
    let mut rows = Vec::new();
    for (column, name) in table.items.iter().enumerate() {
        let scores = table.answers.persons().filter_map(|person| person.get(column).copied().flatten()).collect();
        rows.extend(table_of(name, scores)?);
    }
    Ok(rows)
}

/// Norms of scale means, for people who answered at least 80 % of the scale.
pub fn scale_norms(
    table: &DataTable,
    keys: &[ScaleKey],
    range: Option<AnswerRange>,
) -> Result<Vec<NormRow>, StudyError> {
    check_range(table, range)?;
    let mut rows = Vec::new();
    for key in keys {
        let answers = table.answers.keyed(&keyed_items(table, key, range)?)?;
        let needed = needed_answers(answers.n_items(), NEEDED_SHARE).unwrap_or(answers.n_items());
        let scores = answers.persons().filter_map(|person| Some(likert::score(&person, needed).ok()?.mean)).collect();
        rows.extend(table_of(&key.scale, scores)?);
    }
    Ok(rows)
}

fn table_of(scale: &str, scores: Vec<f64>) -> Result<Vec<NormRow>, StudyError> {
    let group = NormGroup::new(scores)?;
    let row = |(raw, n): (f64, usize)| {
        let (z, percentile_rank) = (group.z(raw), group.percentile_rank(raw));
        NormRow {
            scale: scale.to_owned(),
            raw,
            n,
            z,
            t: t_score(z),
            sten: sten(z),
            stanine: stanine(z),
            percentile_rank,
            normal_percentile: normal_percentile(z),
            normalised_t: normalised_t(percentile_rank).ok(),
        }
    };
    Ok(group.distinct().map(row).collect())
}
