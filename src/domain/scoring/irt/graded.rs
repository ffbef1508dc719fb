//! The graded response model (Samejima, 1969) for rating scales.

use super::estimate::{Estimate, posterior_moments, prior_on_nodes};
use super::{IrtError, logistic, ratio, safe_ln, same_count};

/// A rating item: P*ₖ(θ) = 1 / (1 + e^{−a(θ − bₖ)}) is the probability of category k or above, k = 1…m.
#[derive(Debug, Clone, PartialEq)]
pub struct GradedItem {
    a: f64,
    thresholds: Vec<f64>,
}

impl GradedItem {
    /// Builds an item of `thresholds.len()` + 1 categories, numbered from 0.
    pub fn new(a: f64, thresholds: Vec<f64>) -> Result<Self, IrtError> {
        let increasing = thresholds.is_sorted_by(|left, right| left < right);
        let finite = thresholds.iter().all(|threshold| threshold.is_finite());
        if a.is_finite() && a > 0.0 && finite && increasing && !thresholds.is_empty() {
            Ok(Self { a, thresholds })
        } else {
            Err(IrtError::ThresholdsOutOfOrder)
        }
    }

    pub fn n_categories(&self) -> usize {
        self.thresholds.len() + 1
    }

    /// Returns the probability of each category: Pₖ = P*ₖ − P*ₖ₊₁, with P*₀ = 1 and P*ₘ₊₁ = 0.
    pub fn probabilities(&self, theta: f64) -> Vec<f64> {
        self.boundaries(theta)
            .windows(2)
            .map(|pair| pair.iter().copied().reduce(|up, down| up - down).unwrap_or(0.0))
            .collect()
    }

    /// Returns Fisher's information: Σ P′ₖ² / Pₖ, where P*′ₖ = a P*ₖ(1 − P*ₖ).
    pub fn information(&self, theta: f64) -> f64 {
        let slopes: Vec<f64> = self.boundaries(theta).iter().map(|p| self.a * p * (1.0 - p)).collect();
        let differences =
            slopes.windows(2).map(|pair| pair.iter().copied().reduce(|up, down| up - down).unwrap_or(0.0));
        differences.zip(self.probabilities(theta)).map(|(slope, p)| ratio(slope * slope, p)).sum()
    }

    fn boundaries(&self, theta: f64) -> Vec<f64> {
        let inner = self.thresholds.iter().map(|threshold| logistic(self.a * (theta - threshold)));
        std::iter::once(1.0).chain(inner).chain(std::iter::once(0.0)).collect()
    }
}

/// Returns the mean and the standard deviation of the posterior of θ, prior N(0, 1), trapezoid rule on `n` nodes.
///
/// `answers` are categories numbered from 0, `None` where missing.
pub fn graded_expected_a_posteriori(
    items: &[GradedItem],
    answers: &[Option<usize>],
    n: usize,
    (from, to): (f64, f64),
) -> Result<Estimate, IrtError> {
    same_count(items.len(), answers.len())?;
    if answers.iter().all(Option::is_none) {
        return Err(IrtError::NothingAnswered);
    }
    let (nodes, weights) = prior_on_nodes(n, from, to)?;
    let mut logs = vec![0.0; nodes.len()];
    for (item, (graded, answer)) in items.iter().zip(answers).enumerate() {
        let Some(category) = *answer else { continue };
        for (log, node) in logs.iter_mut().zip(&nodes) {
            let probabilities = graded.probabilities(*node);
            *log += safe_ln(*probabilities.get(category).ok_or(IrtError::NoSuchCategory { item, category })?);
        }
    }
    Ok(posterior_moments(&nodes, &weights, &logs))
}

#[cfg(test)]
mod tests {
    use super::*;

    // mirt 1.41, item N1 of bfi neuroticism at θ = −2 and its information (neuroticism_grm_info.json).
    #[test]
    fn mirt_gives_the_same_categories_and_information() {
        let item = GradedItem::new(3.135803, vec![-0.816438, -0.097469, 0.335047, 0.970644, 1.702667]).unwrap();
        let probabilities = item.probabilities(-2.0);
        assert_eq!(probabilities.len(), 6);
        assert!((probabilities[0] - 0.976_140_34).abs() < 1e-6);
        assert!((probabilities[5] - 9.067e-6).abs() < 1e-8);
        assert!((item.information(0.0) - 2.996_750).abs() < 1e-5);
    }

    #[test]
    fn thresholds_in_disorder_and_unknown_categories_are_refused() {
        assert_eq!(GradedItem::new(1.0, vec![0.5, 0.5]), Err(IrtError::ThresholdsOutOfOrder));
        assert_eq!(GradedItem::new(1.0, vec![]), Err(IrtError::ThresholdsOutOfOrder));
        let item = GradedItem::new(1.0, vec![0.0]).unwrap();
        let refused = Err(IrtError::NoSuchCategory { item: 0, category: 2 });
        assert_eq!(graded_expected_a_posteriori(&[item], &[Some(2)], 33, (-4.0, 4.0)), refused);
    }
}
