//! Scores of rating scales: reversing, mean and prorated sum, and the error of one person's mean.
//!
//! A missing answer is never replaced: a scale with too few answers has no score.

use thiserror::Error;

/// Why a rating scale has no score.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum LikertError {
    #[error("the scale has no item")]
    NoItem,
    #[error("{answered} items answered, {needed} needed")]
    TooFewAnswers { answered: usize, needed: usize },
    #[error("an answer is not a finite number")]
    NotFinite,
    #[error("the share {0} of items to answer is not between 0 and 1")]
    ShareOutOfBounds(f64),
}

/// The score of one person on one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikertScore {
    pub n_items: usize,
    pub n_answered: usize,
    /// Mean of the answered items, in the metric of one item.
    pub mean: f64,
    /// Prorated sum: `mean` × `n_items`.
    pub sum: f64,
    /// Conditional standard error of `mean`; unknown with a single answer.
    pub standard_error: Option<f64>,
}

/// Returns the answer to a reversed item: x' = min + max − x, where `min` and `max` bound the answer scale.
pub fn reverse(answer: f64, min: f64, max: f64) -> f64 {
    min + max - answer
}

/// Returns how many of `n_items` must be answered for a score when `share` of them must be.
pub fn needed_answers(n_items: usize, share: f64) -> Result<usize, LikertError> {
    if !(0.0..=1.0).contains(&share) {
        return Err(LikertError::ShareOutOfBounds(share));
    }
    // 0.8 × 5 must need 4, whatever the last bit of the product.
    Ok((share * n_items as f64 - 1e-9).ceil().max(0.0) as usize)
}

/// Scores one person on one scale from its items' answers, already reversed, `None` where missing.
///
/// A summated rating scale (Likert, 1932): mean = Σxᵢ / n over the n items answered, sum = k · mean, prorated to the k
/// items of the scale. There is a score when at least `needed` items are answered, and at least one.
pub fn score(answers: &[Option<f64>], needed: usize) -> Result<LikertScore, LikertError> {
    if answers.is_empty() {
        return Err(LikertError::NoItem);
    }
    let answered: Vec<f64> = answers.iter().copied().flatten().collect();
    if answered.iter().any(|answer| !answer.is_finite()) {
        return Err(LikertError::NotFinite);
    }
    let (n_items, n_answered, needed) = (answers.len(), answered.len(), needed.max(1));
    if n_answered < needed {
        return Err(LikertError::TooFewAnswers { answered: n_answered, needed });
    }
    let mean = answered.iter().sum::<f64>() / n_answered as f64;
    let standard_error = absolute_standard_error(&answered);
    Ok(LikertScore { n_items, n_answered, mean, sum: mean * n_items as f64, standard_error })
}

/// Returns the conditional absolute standard error of one person's mean over n items.
///
/// Brennan (1998), Applied Psychological Measurement 22(4), 307–331, absolute error of the p × i design:
/// σ(Δₚ) = √(Σ(xᵢ − x̄)² / (n(n − 1))), where xᵢ are the person's answers and x̄ their mean.
/// It needs no sample; it is unknown below two answers.
pub fn absolute_standard_error(answered: &[f64]) -> Option<f64> {
    if answered.len() < 2 {
        return None;
    }
    let n = answered.len() as f64;
    let mean = answered.iter().sum::<f64>() / n;
    let squares: f64 = answered.iter().map(|answer| (answer - mean).powi(2)).sum();
    Some((squares / (n * (n - 1.0))).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    // bfi, person 61617 of psychTools: agreeableness 4, conscientiousness 2.8 (bfi_person_scores.csv).
    #[test]
    fn published_means_of_a_bfi_person() {
        let agree: Vec<_> = [reverse(2.0, 1.0, 6.0), 4.0, 3.0, 4.0, 4.0].map(Some).to_vec();
        let score = score(&agree, 4).unwrap();
        assert_eq!((score.mean, score.sum), (4.0, 20.0));
    }

    #[test]
    fn four_of_five_answers_make_a_score_and_three_do_not() {
        let needed = needed_answers(5, 0.8).unwrap();
        assert_eq!(needed, 4);
        let four = [Some(1.0), Some(2.0), None, Some(3.0), Some(4.0)];
        assert_eq!(score(&four, needed).unwrap().sum, 12.5);
        let three = [Some(1.0), Some(2.0), None, None, Some(4.0)];
        assert_eq!(score(&three, needed), Err(LikertError::TooFewAnswers { answered: 3, needed: 4 }));
    }

    #[test]
    fn a_single_answer_has_no_standard_error() {
        assert_eq!(score(&[Some(3.0)], 1).unwrap().standard_error, None);
    }

    #[test]
    fn nothing_answered_is_refused_even_when_nothing_is_needed() {
        assert_eq!(score(&[None, None], 0), Err(LikertError::TooFewAnswers { answered: 0, needed: 1 }));
        assert_eq!(score(&[], 0), Err(LikertError::NoItem));
    }

    // On right/wrong items Brennan's error is Lord's (1955) binomial √(p(1 − p)/(n − 1)): 6 of 10 gives .1633.
    #[test]
    fn on_right_or_wrong_items_the_error_is_lords_binomial_one() {
        let answered = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        assert!((absolute_standard_error(&answered).unwrap() - 0.163_299_316_185_545_2).abs() < 1e-15);
    }
}
