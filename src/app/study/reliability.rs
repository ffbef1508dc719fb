//! How reliable each scale is in a sample.

use super::{AnswerRange, StudyError, check_range, keyed_items};
use crate::domain::scoring::reliability::{alpha, omega, standard_error_of_measurement};
use crate::domain::scoring::response_matrix::{MissingRule, ResponseMatrix};
use crate::exchange::data_table::{DataTable, ScaleKey};

/// The indices of one scale; `None` where the sample does not define one.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleReliability {
    pub scale: String,
    pub alpha: Option<f64>,
    /// Of the people complete on the scale.
    pub omega: Option<f64>,
    pub n_items: usize,
    /// People who answered something (pairwise) or everything (listwise).
    pub n_persons: usize,
    /// Mean and SD of people's means of the items they answered.
    pub mean: Option<f64>,
    pub sd: Option<f64>,
    /// SD of the complete people's means × √(1 − their α).
    pub sem: Option<f64>,
}

/// Judges every scale of the keys.
pub fn reliability(
    table: &DataTable,
    keys: &[ScaleKey],
    range: Option<AnswerRange>,
    missing: MissingRule,
) -> Result<Vec<ScaleReliability>, StudyError> {
    check_range(table, range)?;
    keys.iter()
        .map(|key| {
            let answers = table.answers.keyed(&keyed_items(table, key, range)?)?;
            Ok(scale_reliability(&key.scale, &answers, missing))
        })
        .collect()
}

fn scale_reliability(scale: &str, answers: &ResponseMatrix, missing: MissingRule) -> ScaleReliability {
    // A refusal of the domain (constant items, one person…) is an index that the sample does not define.
    let complete = answers.covariances(MissingRule::Listwise).ok();
    let complete_alpha = complete.as_ref().and_then(|covariances| alpha(covariances).ok());
    let complete_means: Vec<f64> = answers.complete_rows().map(mean_of_row).collect();
    let means: Vec<f64> = answers.person_means().flatten().collect();
    let sem = moments(&complete_means)
        .1
        .zip(complete_alpha)
        .and_then(|(sd, alpha)| standard_error_of_measurement(sd, alpha).ok());
    let (alpha, n_persons) = match missing {
        MissingRule::Listwise => (complete_alpha, complete_means.len()),
        MissingRule::Pairwise => {
            (answers.covariances(missing).ok().and_then(|covariances| alpha(&covariances).ok()), means.len())
        }
    };
    let omega = complete.as_ref().and_then(|covariances| omega(covariances).ok());
    let (mean, sd) = moments(&means);
    ScaleReliability { scale: scale.to_owned(), alpha, omega, n_items: answers.n_items(), n_persons, mean, sd, sem }
}

fn mean_of_row(row: &[f64]) -> f64 {
    row.iter().sum::<f64>() / row.len() as f64
}

/// Mean and SD (n − 1).
fn moments(values: &[f64]) -> (Option<f64>, Option<f64>) {
    let n = values.len() as f64;
    if values.is_empty() {
        return (None, None);
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>();
    (Some(mean), (values.len() > 1).then(|| (squares / (n - 1.0)).sqrt()))
}
