//! Signs that answers were given without care: facts for the counsellor, never a change of score.
//!
//! Different signs find different kinds of careless answers (Meade & Craig, 2012): two are needed for a message.

mod sample;

pub use sample::{Mahalanobis, QualityError, synonym_pairs};

/// Runs of the same answer in a row of items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Runs {
    /// Longest run (Johnson, 2005, "longstring").
    pub longest: usize,
    /// Number of items / number of runs.
    pub average: f64,
}

/// Time taken on one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemTime {
    pub seconds: f64,
    /// Words to read: wording and options.
    pub words: u32,
}

/// Returns the share of items without answer; unknown without item.
pub fn missing_share(answers: &[Option<f64>]) -> Option<f64> {
    let missing = answers.iter().filter(|answer| answer.is_none()).count();
    (!answers.is_empty()).then(|| missing as f64 / answers.len() as f64)
}

/// Returns the runs of the same answer, in the order in which items were shown; unknown without item.
///
/// A missing answer breaks a run and is a run of its own, as in R's `rle` and `careless` 1.2.2.
pub fn runs(answers: &[Option<f64>]) -> Option<Runs> {
    let lengths = answers.chunk_by(|left, right| left.is_some() && left == right).map(<[_]>::len);
    let (longest, n_runs) = lengths.fold((0, 0_usize), |(longest, n), length| (longest.max(length), n + 1));
    (n_runs > 0).then(|| Runs { longest, average: answers.len() as f64 / n_runs as f64 })
}

/// Returns the intra-individual response variability (Dunn et al., 2018): SD (n − 1) of the items answered.
pub fn response_variability(answers: &[Option<f64>]) -> Option<f64> {
    let answered: Vec<f64> = answers.iter().copied().flatten().collect();
    if answered.len() < 2 {
        return None;
    }
    let n = answered.len() as f64;
    let mean = answered.iter().sum::<f64>() / n;
    Some((answered.iter().map(|answer| (answer - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt())
}

/// Returns the share of items answered faster than they can be read: below max(1 s, 0.15 s × words).
///
/// The 2 s per item of Huang et al. (2012) is for students on screens; here short wordings may take less.
pub fn too_fast_share(times: &[ItemTime]) -> Option<f64> {
    let fast = times.iter().filter(|time| time.seconds < f64::max(1.0, 0.15 * f64::from(time.words))).count();
    (!times.is_empty()).then(|| fast as f64 / times.len() as f64)
}

/// Returns the mean |xₐ − x′ᵦ| over pairs of items that say the same, the second already reversed if it says the contrary.
///
/// Pairs with a missing answer are passed over.
pub fn inconsistency(pairs: &[(Option<f64>, Option<f64>)]) -> Option<f64> {
    let gaps: Vec<f64> =
        pairs.iter().filter_map(|(first, second)| Some((first.as_ref()? - second.as_ref()?).abs())).collect();
    (!gaps.is_empty()).then(|| gaps.iter().sum::<f64>() / gaps.len() as f64)
}

/// Returns the even–odd index (Jackson, 1976; sign of `careless` 1.2.2): minus the Spearman–Brown corrected correlation.
///
/// Each scale's keyed answers are split into odd (1st, 3rd…) and even positions, whose means are correlated across
/// scales; a scale of a single item has no halves and is passed over. From −1 (consistent) to 1 (careless); unknown
/// when a half does not vary.
pub fn even_odd(scales: &[Vec<f64>]) -> Option<f64> {
    let half = |scale: &[f64], parity: usize| mean(scale.iter().copied().skip(parity).step_by(2));
    let (odd, even): (Vec<f64>, Vec<f64>) =
        scales.iter().filter_map(|scale| Some((half(scale, 0)?, half(scale, 1)?))).unzip();
    let correlation = correlation(&odd, &even)?;
    let corrected = (2.0 * correlation / (1.0 + correlation)).max(-1.0);
    // Not −corrected, which would write a zero as −0.
    Some(0.0 - corrected)
}

/// Returns the correlation between the two sides of pairs of synonyms within one person (Meade & Craig, 2012).
///
/// `pairs` come from [`synonym_pairs`]; unknown below two answered pairs or when a side does not vary.
pub fn synonym_consistency(answers: &[Option<f64>], pairs: &[(usize, usize)]) -> Option<f64> {
    let answer = |item: usize| answers.get(item).copied().flatten();
    let (first, second): (Vec<f64>, Vec<f64>) =
        pairs.iter().filter_map(|&(first, second)| Some((answer(first)?, answer(second)?))).unzip();
    correlation(&first, &second)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0_u32), |(sum, n), value| (sum + value, n + 1));
    (n > 0).then(|| sum / f64::from(n))
}

/// Pearson's correlation; unknown when a side does not vary.
fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let varies = |values: &[f64]| values.iter().zip(values.iter().skip(1)).any(|(left, right)| left != right);
    if x.len() != y.len() || !varies(x) || !varies(y) {
        return None;
    }
    let (mean_x, mean_y) = (mean(x.iter().copied())?, mean(y.iter().copied())?);
    let mut sums = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        let (x, y) = (x - mean_x, y - mean_y);
        sums = (sums.0 + x * x, sums.1 + x * y, sums.2 + y * y);
    }
    Some((sums.1 / (sums.0 * sums.2).sqrt()).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(values: &[u8]) -> Vec<Option<f64>> {
        values.iter().map(|&value| (value > 0).then_some(f64::from(value))).collect()
    }

    // bfi person 61617 of psychTools (bfi_careless_indices.csv, careless 1.2.2): 3, 1.47058823529, 0.9.
    #[test]
    fn careless_finds_the_same_runs_and_variability() {
        let person = answers(&[2, 4, 3, 4, 4, 2, 3, 3, 4, 4, 3, 3, 3, 4, 4, 3, 4, 2, 2, 3, 3, 6, 3, 4, 3]);
        let runs = runs(&person).unwrap();
        assert_eq!(runs.longest, 3);
        assert!((runs.average - 1.470_588_235_29).abs() < 1e-11);
        assert!((response_variability(&person).unwrap() - 0.9).abs() < 1e-12);
    }

    #[test]
    fn a_missing_answer_breaks_a_run() {
        assert_eq!(runs(&answers(&[3, 3, 0, 3, 3, 3])).unwrap().longest, 3);
        assert_eq!(runs(&answers(&[0, 0, 0])).unwrap().longest, 1);
        assert_eq!(runs(&[]), None);
    }

    #[test]
    fn a_person_who_answers_little_has_no_index() {
        assert_eq!(response_variability(&answers(&[3, 0])), None);
        assert_eq!(missing_share(&answers(&[3, 0])), Some(0.5));
        assert_eq!(even_odd(&[vec![3.0, 3.0], vec![3.0, 3.0]]), None);
        assert_eq!(even_odd(&[vec![3.0], vec![2.0]]), None);
        assert_eq!(inconsistency(&[(None, Some(3.0))]), None);
        assert_eq!(too_fast_share(&[]), None);
    }

    #[test]
    fn even_odd_is_minus_one_when_halves_agree_and_one_when_they_oppose() {
        assert_eq!(even_odd(&[vec![1.0, 2.0], vec![3.0, 4.0], vec![5.0, 6.0]]), Some(-1.0));
        assert_eq!(even_odd(&[vec![1.0, 6.0], vec![3.0, 4.0], vec![5.0, 2.0]]), Some(1.0));
    }

    // As `careless` 1.2.2, whose empty half is a NaN left out by use = "pairwise.complete.obs".
    #[test]
    fn a_scale_of_one_item_has_no_halves() {
        let three = [vec![1.0, 2.0], vec![3.0, 5.0], vec![5.0, 4.0]];
        let four = [vec![1.0, 2.0], vec![3.0, 5.0], vec![6.0], vec![5.0, 4.0]];
        assert!(even_odd(&three).is_some());
        assert_eq!(even_odd(&four), even_odd(&three));
    }

    #[test]
    fn speed_counts_words() {
        let times = [ItemTime { seconds: 1.2, words: 4 }, ItemTime { seconds: 1.2, words: 12 }];
        assert_eq!(too_fast_share(&times), Some(0.5));
    }
}
