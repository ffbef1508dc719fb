//! Item response theory for right/wrong items: what an item says about ability θ.
//!
//! The scale of θ is that of the bank: a standard normal population, D = 1.

mod estimate;
mod graded;

use thiserror::Error;

pub(super) use estimate::moments;
pub use estimate::{Estimate, Estimator, NodeTable, estimate, expected_a_posteriori};
pub use graded::{GradedItem, graded_expected_a_posteriori};

/// Why item parameters, nodes or answers give no ability.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum IrtError {
    #[error("item parameters a = {a}, b = {b}, c = {c}, d = {d} are impossible")]
    ImpossibleItem { a: f64, b: f64, c: f64, d: f64 },
    #[error("thresholds are not finite and increasing")]
    ThresholdsOutOfOrder,
    #[error("{n} nodes from {from} to {to} are not a grid")]
    NotAGrid { n: usize, from: f64, to: f64 },
    #[error("{answers} answers for {items} items")]
    AnswerCount { answers: usize, items: usize },
    #[error("item {item} has no category {category}")]
    NoSuchCategory { item: usize, category: usize },
    #[error("nothing was answered")]
    NothingAnswered,
    #[error("these answers have no finite estimate: all right, all wrong or the like")]
    NoFiniteEstimate,
}

/// A right/wrong item of the four-parameter logistic model (Barton & Lord, 1981).
///
/// a: discrimination, b: difficulty, c: lower asymptote (guessing), d: upper asymptote (slips).
/// c = 0 and d = 1 give the 2PL (Birnbaum, 1968), with a = 1 the 1PL (Rasch, 1960); d = 1 alone gives the 3PL.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

impl Item {
    pub fn four_parameters(a: f64, b: f64, c: f64, d: f64) -> Result<Self, IrtError> {
        let possible = a.is_finite() && a != 0.0 && b.is_finite() && c >= 0.0 && c < d && d <= 1.0;
        if possible { Ok(Self { a, b, c, d }) } else { Err(IrtError::ImpossibleItem { a, b, c, d }) }
    }

    pub fn three_parameters(a: f64, b: f64, c: f64) -> Result<Self, IrtError> {
        Self::four_parameters(a, b, c, 1.0)
    }

    pub fn two_parameters(a: f64, b: f64) -> Result<Self, IrtError> {
        Self::four_parameters(a, b, 0.0, 1.0)
    }

    pub fn one_parameter(b: f64) -> Result<Self, IrtError> {
        Self::two_parameters(1.0, b)
    }

    /// Returns b, where the curve is steepest.
    pub fn difficulty(&self) -> f64 {
        self.b
    }

    /// Returns the probability of a right answer: P(θ) = c + (d − c) / (1 + e^{−a(θ − b)}).
    pub fn probability(&self, theta: f64) -> f64 {
        self.response(theta).right
    }

    /// Returns 1 − P(θ), exact even where P(θ) rounds to 1.
    pub fn probability_wrong(&self, theta: f64) -> f64 {
        self.response(theta).wrong
    }

    /// Returns Fisher's information (Lord, 1980, eq. 5-9): I(θ) = P′² / (PQ), Q = 1 − P.
    ///
    /// For the 3PL it is a² (Q/P) ((P − c)/(1 − c))², for the 2PL a²PQ.
    pub fn information(&self, theta: f64) -> f64 {
        self.response(theta).information()
    }

    /// The most information the item can give at any θ: a²/4, reached by the 2PL at θ = b.
    pub fn information_ceiling(&self) -> f64 {
        self.a * self.a / 4.0
    }

    fn response(&self, theta: f64) -> Response {
        let exponent = self.a * (theta - self.b);
        // Both tails are computed, not subtracted: 1 − P would be 0 far from b.
        let (up, down) = (logistic(exponent), logistic(-exponent));
        let height = self.d - self.c;
        let slope = self.a * height * up * down;
        Response {
            right: self.c + height * up,
            wrong: (1.0 - self.d) + height * down,
            slope,
            curvature: self.a * slope * (down - up),
        }
    }
}

/// P, Q, P′ and P″ of an item at one θ.
struct Response {
    right: f64,
    wrong: f64,
    slope: f64,
    curvature: f64,
}

impl Response {
    fn information(&self) -> f64 {
        ratio(self.slope * self.slope, self.right * self.wrong)
    }
}

/// Returns the information of the whole test: Σ I(θ).
pub fn test_information(items: &[Item], theta: f64) -> f64 {
    items.iter().map(|item| item.information(theta)).sum()
}

/// Returns the person fit index lz (Drasgow, Levine & Williams, 1985): (l₀ − E) / √V.
///
/// l₀ = Σ [u ln P + (1 − u) ln Q], E = Σ [P ln P + Q ln Q], V = Σ PQ ln²(P/Q), over the items answered.
/// Strongly negative: easy items wrong and hard ones right. Refused where V is 0.
pub fn person_fit(items: &[Item], answers: &[Option<bool>], theta: f64) -> Result<f64, IrtError> {
    same_count(items.len(), answers.len())?;
    let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for (item, answer) in items.iter().zip(answers) {
        let Some(right) = answer else { continue };
        let response = item.response(theta);
        let (ln_right, ln_wrong) = (safe_ln(response.right), safe_ln(response.wrong));
        observed += if *right { ln_right } else { ln_wrong };
        expected += response.right * ln_right + response.wrong * ln_wrong;
        variance += response.right * response.wrong * (ln_right - ln_wrong).powi(2);
    }
    if variance > 0.0 { Ok((observed - expected) / variance.sqrt()) } else { Err(IrtError::NothingAnswered) }
}

fn same_count(items: usize, answers: usize) -> Result<(), IrtError> {
    if items == answers { Ok(()) } else { Err(IrtError::AnswerCount { answers, items }) }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// A probability too small for f64 keeps a finite logarithm.
fn safe_ln(probability: f64) -> f64 {
    probability.max(f64::MIN_POSITIVE).ln()
}

/// 0 where both vanish: an item infinitely far away says nothing.
fn ratio(numerator: f64, denominator: f64) -> f64 {
    if denominator > 0.0 { numerator / denominator } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-11
    }

    // catR 3.17, Pi and Ii (reference_irt_R.json, Pi_Ii_3pl, first item at θ = −2 and 1).
    #[test]
    fn catr_gives_the_same_probability_and_information() {
        let item = Item::three_parameters(1.2, -0.5, 0.2).unwrap();
        assert!(close(item.probability(-2.0), 0.313_480_851_920_4));
        assert!(close(item.information(-2.0), 0.063_455_508_631_55));
        assert!(close(item.probability(1.0), 0.886_519_148_079_6));
        assert!(close(item.information(1.0), 0.135_744_516_479_5));
    }

    #[test]
    fn a_2pl_item_is_most_informative_at_its_difficulty() {
        let item = Item::two_parameters(1.6, 0.4).unwrap();
        assert!(close(item.information(0.4), item.information_ceiling()));
        assert!(close(item.probability(0.4), 0.5));
    }

    #[test]
    fn an_item_infinitely_far_away_says_nothing() {
        let item = Item::two_parameters(40.0, 0.0).unwrap();
        assert_eq!(item.information(1e6), 0.0);
    }

    #[test]
    fn impossible_items_are_refused() {
        assert!(Item::two_parameters(0.0, 1.0).is_err());
        assert!(Item::two_parameters(f64::NAN, 1.0).is_err());
        assert!(Item::three_parameters(1.0, 0.0, 1.0).is_err());
        assert!(Item::four_parameters(1.0, 0.0, 0.2, 1.1).is_err());
    }

    #[test]
    fn easy_items_wrong_and_hard_items_right_fit_badly() {
        let items: Vec<Item> = (-5..=5).map(|b| Item::one_parameter(f64::from(b) / 2.0).unwrap()).collect();
        let expected: Vec<_> = (-5..=5).map(|b| Some(b < 0)).collect();
        let reversed: Vec<_> = (-5..=5).map(|b| Some(b > 0)).collect();
        assert!(person_fit(&items, &expected, 0.0).unwrap() > 1.0);
        assert!(person_fit(&items, &reversed, 0.0).unwrap() < -3.0);
        assert_eq!(person_fit(&items, &[None; 11], 0.0), Err(IrtError::NothingAnswered));
    }
}
