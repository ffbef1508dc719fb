//! Differential item functioning: does an item favour one group among people of the same total score?
//!
//! Two methods, because each is blind to something: Mantel–Haenszel sees a constant advantage, logistic regression
//! also one that turns round with ability. Below 200 people per group neither says much.

mod logistic;

use libm::erfc;
use thiserror::Error;

use logistic::{ClassifiedFit, fit};

/// Why items cannot be compared between groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DifError {
    #[error("one group is empty")]
    EmptyGroup,
    #[error("two items are needed for a total score")]
    TooFewItems,
    #[error("person {0} has another number of answers")]
    AnswerCount(usize),
}

/// One person: which group, and right (true) or wrong on every item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupedAnswers {
    /// The focal group is the one an item might disadvantage; the other is the reference.
    pub focal: bool,
    pub answers: Vec<bool>,
}

/// ETS classification (Zieky, 1993) from |Δ| and the test's significance: negligible, moderate, large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EtsClass {
    A,
    B,
    C,
}

/// Mantel–Haenszel comparison of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MantelHaenszel {
    /// Common odds ratio: above 1 the item favours the reference group.
    pub alpha: f64,
    /// Δ = −2.35 ln α: negative, harder for the focal group.
    pub delta: f64,
    /// χ² with continuity correction, 1 degree of freedom.
    pub chi_square: f64,
    pub p_value: f64,
    pub class: EtsClass,
}

/// Logistic regression comparison of an item (Swaminathan & Rogers, 1990).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogisticDif {
    /// Gain of the group over the total score alone, 1 degree of freedom.
    pub uniform_chi_square: f64,
    /// Gain of group × total over that, 1 degree of freedom.
    pub non_uniform_chi_square: f64,
    /// Both, 2 degrees of freedom.
    pub total_chi_square: f64,
    /// Gain in Nagelkerke's (1991) R² of both.
    pub delta_r_square: f64,
}

/// What both methods say of one item; `None` where its tables are degenerate: all right, all wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemDif {
    pub mantel_haenszel: Option<MantelHaenszel>,
    pub logistic: Option<LogisticDif>,
}

/// Compares every item between two groups, matched on the total score, item included.
pub fn compare(people: &[GroupedAnswers]) -> Result<Vec<ItemDif>, DifError> {
    let n_items = people.first().map_or(0, |person| person.answers.len());
    if let Some(odd) = people.iter().position(|person| person.answers.len() != n_items) {
        return Err(DifError::AnswerCount(odd));
    }
    if !people.iter().any(|person| person.focal) || people.iter().all(|person| person.focal) {
        return Err(DifError::EmptyGroup);
    }
    if n_items < 2 {
        return Err(DifError::TooFewItems);
    }
    Ok((0..n_items).map(|item| compare_item(people, item, n_items)).collect())
}

fn compare_item(people: &[GroupedAnswers], item: usize, n_items: usize) -> ItemDif {
    let mut strata = vec![Stratum::default(); n_items + 1];
    for person in people {
        let total = person.answers.iter().filter(|right| **right).count();
        let right = person.answers.get(item).copied().unwrap_or(false);
        if let Some(stratum) = strata.get_mut(total) {
            stratum.add(person.focal, right);
        }
    }
    // Nobody differs at total 0 or maximum: those strata say nothing of the item.
    let inner = strata.get(1..n_items).unwrap_or_default();
    ItemDif { mantel_haenszel: mantel_haenszel(inner), logistic: logistic_dif(&strata) }
}

/// The 2 × 2 table of one total score.
#[derive(Debug, Clone, Copy, Default)]
struct Stratum {
    reference_right: f64,
    reference_wrong: f64,
    focal_right: f64,
    focal_wrong: f64,
}

impl Stratum {
    fn add(&mut self, focal: bool, right: bool) {
        *match (focal, right) {
            (false, true) => &mut self.reference_right,
            (false, false) => &mut self.reference_wrong,
            (true, true) => &mut self.focal_right,
            (true, false) => &mut self.focal_wrong,
        } += 1.0;
    }

    fn total(&self) -> f64 {
        self.reference_right + self.reference_wrong + self.focal_right + self.focal_wrong
    }
}

/// Mantel & Haenszel (1959); Holland & Thayer (1988) for Δ.
///
/// α = Σ(A D/T) / Σ(B C/T); χ² = (|ΣA − ΣE(A)| − ½)² / ΣV(A), with A, B the right and wrong of the reference group,
/// C, D those of the focal group, T their sum, E(A) = n_R m₁/T and V(A) = n_R n_F m₁ m₀ / (T²(T − 1)).
fn mantel_haenszel(strata: &[Stratum]) -> Option<MantelHaenszel> {
    let (mut favour, mut against, mut gap, mut variance) = (0.0, 0.0, 0.0, 0.0);
    for stratum in strata {
        let total = stratum.total();
        if total < 2.0 {
            continue;
        }
        favour += stratum.reference_right * stratum.focal_wrong / total;
        against += stratum.reference_wrong * stratum.focal_right / total;
        let reference = stratum.reference_right + stratum.reference_wrong;
        let right = stratum.reference_right + stratum.focal_right;
        gap += stratum.reference_right - reference * right / total;
        variance += reference * (total - reference) * right * (total - right) / (total * total * (total - 1.0));
    }
    if !(favour > 0.0 && against > 0.0 && variance > 0.0) {
        return None;
    }
    let alpha = favour / against;
    let delta = -2.35 * alpha.ln();
    // A gap under ½ is left uncorrected, as in R's mantelhaen.test.
    let correction = if gap.abs() >= 0.5 { 0.5 } else { 0.0 };
    let chi_square = (gap.abs() - correction).powi(2) / variance;
    // Upper tail of χ² with one degree of freedom.
    let p_value = erfc((chi_square / 2.0).sqrt());
    Some(MantelHaenszel { alpha, delta, chi_square, p_value, class: ets_class(delta, p_value) })
}

/// A: |Δ| < 1 or not significant at .05; C: |Δ| ≥ 1.5; B between. The published rule also asks C to exceed 1 for sure.
fn ets_class(delta: f64, p_value: f64) -> EtsClass {
    match delta.abs() {
        size if size < 1.0 || p_value >= 0.05 => EtsClass::A,
        size if size >= 1.5 => EtsClass::C,
        _ => EtsClass::B,
    }
}

/// Three nested models of the item: total; total + group; total + group + total × group.
fn logistic_dif(strata: &[Stratum]) -> Option<LogisticDif> {
    let cells = regression_cells(strata);
    let (null, total, group, interaction) = (fit(&cells, 1)?, fit(&cells, 2)?, fit(&cells, 3)?, fit(&cells, 4)?);
    let gain = |from: &ClassifiedFit, to: &ClassifiedFit| (2.0 * (to.log_likelihood - from.log_likelihood)).max(0.0);
    Some(LogisticDif {
        uniform_chi_square: gain(&total, &group),
        non_uniform_chi_square: gain(&group, &interaction),
        total_chi_square: gain(&total, &interaction),
        delta_r_square: nagelkerke(&null, &interaction) - nagelkerke(&null, &total),
    })
}

/// People of the same total and group share their predictors: [1, total, group, total × group], total centred.
fn regression_cells(strata: &[Stratum]) -> Vec<logistic::Cell> {
    let middle = strata.len() as f64 / 2.0;
    let cell = |total: f64, focal: f64, right: f64, wrong: f64| logistic::Cell {
        predictors: [1.0, total - middle, focal, focal * (total - middle)],
        right,
        wrong,
    };
    let both = |(total, stratum): (usize, &Stratum)| {
        let total = total as f64;
        [
            cell(total, 0.0, stratum.reference_right, stratum.reference_wrong),
            cell(total, 1.0, stratum.focal_right, stratum.focal_wrong),
        ]
    };
    strata.iter().enumerate().flat_map(both).filter(|cell| cell.right + cell.wrong > 0.0).collect()
}

/// Nagelkerke's (1991) R²: (1 − e^{2(l₀ − l)/n}) / (1 − e^{2 l₀/n}), l₀ without predictor.
fn nagelkerke(null: &ClassifiedFit, model: &ClassifiedFit) -> f64 {
    let n = model.n_persons;
    let explained = 1.0 - (2.0 * (null.log_likelihood - model.log_likelihood) / n).exp();
    explained / (1.0 - (2.0 * null.log_likelihood / n).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(focal: bool, answers: &[u8]) -> GroupedAnswers {
        GroupedAnswers { focal, answers: answers.iter().map(|&answer| answer == 1).collect() }
    }

    // Two strata {10, 5, 4, 8} and {6, 2, 9, 7}: α = (80/27 + 42/24) / (20/27 + 18/24) = 3.1609…
    #[test]
    fn the_common_odds_ratio_weighs_strata_by_their_size() {
        let strata = [[10.0, 5.0, 4.0, 8.0], [6.0, 2.0, 9.0, 7.0]].map(|[a, b, c, d]| Stratum {
            reference_right: a,
            reference_wrong: b,
            focal_right: c,
            focal_wrong: d,
        });
        let result = mantel_haenszel(&strata).unwrap();
        assert!((result.alpha - 3.161_490_683_229_814).abs() < 1e-12, "{}", result.alpha);
    }

    #[test]
    fn classes_follow_size_and_significance() {
        assert_eq!(ets_class(-2.05, 1e-9), EtsClass::C);
        assert_eq!(ets_class(1.2, 0.01), EtsClass::B);
        assert_eq!(ets_class(1.8, 0.2), EtsClass::A);
        assert_eq!(ets_class(0.75, 0.0003), EtsClass::A);
    }

    #[test]
    fn an_item_everybody_gets_right_says_nothing() {
        let people: Vec<_> =
            (0..40_u8).map(|index| person(index % 2 == 0, &[1, index / 2 % 2, index / 4 % 2])).collect();
        let items = compare(&people).unwrap();
        assert_eq!(items[0], ItemDif { mantel_haenszel: None, logistic: None });
    }

    #[test]
    fn one_group_alone_is_refused() {
        assert_eq!(compare(&[person(true, &[1, 0]), person(true, &[0, 1])]), Err(DifError::EmptyGroup));
        assert_eq!(compare(&[]), Err(DifError::EmptyGroup));
        assert_eq!(compare(&[person(true, &[1, 0]), person(false, &[0])]), Err(DifError::AnswerCount(1)));
        assert_eq!(compare(&[person(true, &[1]), person(false, &[0])]), Err(DifError::TooFewItems));
    }
}
