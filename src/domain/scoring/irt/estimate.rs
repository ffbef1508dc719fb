//! Ability from the answers to right/wrong items: EAP on a grid of nodes; MAP, ML and WL by their equations.

use super::{IrtError, Item, ratio, safe_ln, same_count, test_information};

/// How θ is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estimator {
    /// Mean of the posterior, prior N(0, 1) (Bock & Mislevy, 1982). Exists for every pattern.
    ExpectedAPosteriori,
    /// Mode of the posterior, prior N(0, 1) (Samejima, 1969). Exists for every pattern.
    MaximumAPosteriori,
    /// Mode of the likelihood (Birnbaum, 1968). None when everything is right or wrong.
    MaximumLikelihood,
    /// Weighted likelihood (Warm, 1989, Psychometrika 54): its bias is of lower order.
    WeightedLikelihood,
}

/// An ability and its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub theta: f64,
    pub standard_error: f64,
}

/// Equally spaced nodes with the trapezoid weights of a N(0, 1) prior, and each item's log-likelihoods on them.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeTable {
    pub(in crate::domain::scoring) nodes: Vec<f64>,
    /// φ(X) × trapezoid weight; the constant factors cancel.
    pub(in crate::domain::scoring) weights: Vec<f64>,
    right: Vec<Vec<f64>>,
    wrong: Vec<Vec<f64>>,
}

impl NodeTable {
    pub fn new(items: &[Item], n: usize, from: f64, to: f64) -> Result<Self, IrtError> {
        let (nodes, weights) = prior_on_nodes(n, from, to)?;
        let on_nodes = |log: fn(&Item, f64) -> f64| -> Vec<Vec<f64>> {
            items.iter().map(|item| nodes.iter().map(|&node| log(item, node)).collect()).collect()
        };
        let right = on_nodes(|item, node| safe_ln(item.response(node).right));
        let wrong = on_nodes(|item, node| safe_ln(item.response(node).wrong));
        Ok(Self { nodes, weights, right, wrong })
    }
}

/// Nodes Xₖ, equally spaced, and φ(Xₖ) × (½ at both ends).
pub(super) fn prior_on_nodes(n: usize, from: f64, to: f64) -> Result<(Vec<f64>, Vec<f64>), IrtError> {
    if n < 2 || !from.is_finite() || !to.is_finite() || from >= to {
        return Err(IrtError::NotAGrid { n, from, to });
    }
    let step = (to - from) / (n - 1) as f64;
    let nodes: Vec<f64> = (0..n).map(|index| if index + 1 == n { to } else { from + index as f64 * step }).collect();
    let mut weights: Vec<f64> = nodes.iter().map(|node| (-node * node / 2.0).exp()).collect();
    for end in [0, n - 1] {
        if let Some(weight) = weights.get_mut(end) {
            *weight /= 2.0;
        }
    }
    if weights.iter().sum::<f64>() > 0.0 { Ok((nodes, weights)) } else { Err(IrtError::NotAGrid { n, from, to }) }
}

/// Returns the mean and the standard deviation of the posterior: θ̂ = Σ X L w / Σ L w (Bock & Mislevy, 1982).
///
/// X: nodes, L: likelihood of the answers, w: prior × trapezoid weight.
pub fn expected_a_posteriori(table: &NodeTable, answers: &[Option<bool>]) -> Result<Estimate, IrtError> {
    same_count(table.right.len(), answers.len())?;
    if answers.iter().all(Option::is_none) {
        return Err(IrtError::NothingAnswered);
    }
    let mut logs = vec![0.0; table.nodes.len()];
    for ((right, wrong), answer) in table.right.iter().zip(&table.wrong).zip(answers) {
        let Some(is_right) = answer else { continue };
        for (log, term) in logs.iter_mut().zip(if *is_right { right } else { wrong }) {
            *log += term;
        }
    }
    Ok(posterior_moments(&table.nodes, &table.weights, &logs))
}

/// Mean and SD of weights × e^{logs}; the largest log is taken off first, so that nothing underflows.
pub(super) fn posterior_moments(nodes: &[f64], weights: &[f64], logs: &[f64]) -> Estimate {
    let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let posterior: Vec<f64> = weights.iter().zip(logs).map(|(weight, log)| weight * (log - highest).exp()).collect();
    moments(nodes, &posterior)
}

/// Mean and SD of masses on nodes.
pub(in crate::domain::scoring) fn moments(nodes: &[f64], masses: &[f64]) -> Estimate {
    let total: f64 = masses.iter().sum();
    let theta = nodes.iter().zip(masses).map(|(node, mass)| node * mass).sum::<f64>() / total;
    let squares: f64 = nodes.iter().zip(masses).map(|(node, mass)| (node - theta).powi(2) * mass).sum();
    Estimate { theta, standard_error: (squares / total).sqrt() }
}

// Where estimating equations are searched: far beyond any ability a test can tell apart.
const SEARCH_LIMIT: f64 = 20.0;
const SEARCH_INTERVALS: i32 = 160;

/// Estimates θ by its estimating equation; EAP asks for its grid in [`expected_a_posteriori`], here 61 nodes on [−6, 6].
///
/// Standard errors: MAP 1/√(1 + I(θ̂)), ML and WL 1/√I(θ̂), I the information of the items answered.
pub fn estimate(items: &[Item], answers: &[Option<bool>], estimator: Estimator) -> Result<Estimate, IrtError> {
    same_count(items.len(), answers.len())?;
    if estimator == Estimator::ExpectedAPosteriori {
        return expected_a_posteriori(&NodeTable::new(items, 61, -6.0, 6.0)?, answers);
    }
    let answered: Vec<(Item, bool)> =
        items.iter().zip(answers).filter_map(|(item, answer)| answer.map(|right| (*item, right))).collect();
    if answered.is_empty() {
        return Err(IrtError::NothingAnswered);
    }
    let theta = highest_root(&answered, estimator).ok_or(IrtError::NoFiniteEstimate)?;
    let answered_items: Vec<Item> = answered.iter().map(|(item, _)| *item).collect();
    let prior = if estimator == Estimator::MaximumAPosteriori { 1.0 } else { 0.0 };
    let information = test_information(&answered_items, theta) + prior;
    if information > 0.0 {
        Ok(Estimate { theta, standard_error: information.sqrt().recip() })
    } else {
        Err(IrtError::NoFiniteEstimate)
    }
}

/// The root where the estimating equation falls through zero; with several (3PL), the one of highest objective.
///
/// The equation is the slope of what θ̂ maximises: between two roots the objective gains its integral.
fn highest_root(answered: &[(Item, bool)], estimator: Estimator) -> Option<f64> {
    let equation = |theta: f64| estimating_equation(answered, estimator, theta);
    let nodes = (0..=SEARCH_INTERVALS)
        .map(|index| SEARCH_LIMIT * (2.0 * f64::from(index) / f64::from(SEARCH_INTERVALS) - 1.0))
        .map(|theta| (theta, equation(theta)))
        .collect::<Vec<_>>();
    let mut roots = nodes.windows(2).filter_map(|pair| match pair {
        [(low, above), (high, below)] if *above > 0.0 && *below <= 0.0 => Some(bisected(&equation, *low, *high)),
        _ => None,
    });
    let mut highest = roots.next()?;
    let (mut last, mut height) = (highest, 0.0);
    for root in roots {
        height += integral(&equation, last, root);
        if height > 0.0 {
            (highest, height) = (root, 0.0);
        }
        last = root;
    }
    // Under guessing the likelihood may be higher at infinite θ than at a local mode: then there is no maximum.
    let beyond = |theta: f64| log_likelihood(answered, theta) > log_likelihood(answered, highest);
    let unbounded = estimator == Estimator::MaximumLikelihood && (beyond(-SEARCH_LIMIT) || beyond(SEARCH_LIMIT));
    (!unbounded).then_some(highest)
}

/// Simpson's rule on steps of about 1/50.
fn integral(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let n_steps = ((to - from) * 50.0).ceil().max(1.0);
    let step = (to - from) / n_steps;
    let starts = (0..n_steps as u32).map(|index| from + f64::from(index) * step);
    starts.map(|start| step / 6.0 * (f(start) + 4.0 * f(start + step / 2.0) + f(start + step))).sum()
}

/// Halves the interval until it cannot be halved: exact to the last bit, without any stopping constant.
fn bisected(equation: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return high;
        }
        if equation(middle) > 0.0 { low = middle } else { high = middle }
    }
}

/// Left side of the equation that θ̂ solves.
///
/// ML: Σ P′(u − P)/(PQ). MAP: that − θ. WL: that + J/(2I), J = Σ P′P″/(PQ) (Warm, 1989, Psychometrika 54).
fn estimating_equation(answered: &[(Item, bool)], estimator: Estimator, theta: f64) -> f64 {
    let (mut score, mut information, mut bias) = (0.0, 0.0, 0.0);
    for (item, right) in answered {
        let response = item.response(theta);
        score += if *right { ratio(response.slope, response.right) } else { -ratio(response.slope, response.wrong) };
        information += response.information();
        bias += ratio(response.slope * response.curvature, response.right * response.wrong);
    }
    match estimator {
        Estimator::MaximumAPosteriori | Estimator::ExpectedAPosteriori => score - theta,
        Estimator::MaximumLikelihood => score,
        Estimator::WeightedLikelihood => score + ratio(bias, 2.0 * information),
    }
}

fn log_likelihood(answered: &[(Item, bool)], theta: f64) -> f64 {
    let term = |(item, right): &(Item, bool)| {
        let response = item.response(theta);
        safe_ln(if *right { response.right } else { response.wrong })
    };
    answered.iter().map(term).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank() -> Vec<Item> {
        [(1.7, -0.6), (1.3, -1.0), (1.9, 0.4)].map(|(a, b)| Item::two_parameters(a, b).unwrap()).to_vec()
    }

    #[test]
    fn everything_right_or_wrong_has_no_maximum_likelihood() {
        for right in [true, false] {
            let answers = [Some(right); 3];
            let ml = estimate(&bank(), &answers, Estimator::MaximumLikelihood);
            assert_eq!(ml, Err(IrtError::NoFiniteEstimate));
            for estimator in [Estimator::MaximumAPosteriori, Estimator::WeightedLikelihood] {
                let theta = estimate(&bank(), &answers, estimator).unwrap().theta;
                assert!(theta.is_finite() && (theta > 0.0) == right);
            }
        }
    }

    #[test]
    fn nothing_answered_has_no_estimate() {
        let table = NodeTable::new(&bank(), 61, -6.0, 6.0).unwrap();
        assert_eq!(expected_a_posteriori(&table, &[None; 3]), Err(IrtError::NothingAnswered));
        assert_eq!(estimate(&bank(), &[None; 3], Estimator::MaximumLikelihood), Err(IrtError::NothingAnswered));
    }

    // With one Rasch item at b = 0 answered right and one wrong the likelihood is symmetric about 0.
    #[test]
    fn one_right_and_one_wrong_on_the_same_item_estimate_its_difficulty() {
        let items = [Item::one_parameter(0.0).unwrap(); 2];
        let answers = [Some(true), Some(false)];
        for estimator in [Estimator::MaximumLikelihood, Estimator::MaximumAPosteriori, Estimator::WeightedLikelihood] {
            assert!(estimate(&items, &answers, estimator).unwrap().theta.abs() < 1e-12);
        }
        assert!(estimate(&items, &answers, Estimator::ExpectedAPosteriori).unwrap().theta.abs() < 1e-12);
    }

    // Roots −3.88482244653898 and −1.24576350649130 (scipy, brentq); from the first to the second the integral of the
    // equation is −0.316 (scipy, quad), although ln L + ½ ln I, Warm's weight without guessing, is higher at the second.
    #[test]
    fn under_guessing_the_weighted_likelihood_is_integrated() {
        let items = [(2.2, 0.4, 0.21), (1.0, -2.9, 0.11), (2.0, 1.6, 0.28), (1.7, -0.8, 0.17)]
            .map(|(a, b, c)| Item::three_parameters(a, b, c).unwrap());
        let answers = [false, false, true, true].map(Some);
        let warm = estimate(&items, &answers, Estimator::WeightedLikelihood).unwrap();
        assert!((warm.theta + 3.884_822_446_538_98).abs() < 1e-9, "{}", warm.theta);
    }

    #[test]
    fn a_grid_needs_two_nodes_in_order() {
        for (n, from, to) in [(1, -6.0, 6.0), (61, 6.0, -6.0), (61, f64::NAN, 6.0), (61, 60.0, 90.0)] {
            assert!(NodeTable::new(&bank(), n, from, to).is_err());
        }
    }

    #[test]
    fn a_thousand_answers_do_not_underflow() {
        let items = vec![Item::two_parameters(2.0, 0.0).unwrap(); 1000];
        let answers: Vec<_> = (0..1000).map(|index| Some(index % 3 == 0)).collect();
        let eap = estimate(&items, &answers, Estimator::ExpectedAPosteriori).unwrap();
        assert!(eap.theta.is_finite() && eap.standard_error.is_finite());
    }
}
