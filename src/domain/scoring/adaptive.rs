//! The adaptive test: which item comes next and when to stop, as pure steps without memory or chance.
//!
//! The strict loop has no randomness: most informative item, ties to the lowest index. The operational loop begins
//! with anchors, balances contents and picks among the best items with a draw that the caller provides.

use super::irt::{Estimate, IrtError, Item, NodeTable, moments};

/// A bank ready for adaptive tests: each item's probabilities on the nodes of the prior N(0, 1).
#[derive(Debug, Clone, PartialEq)]
pub struct AdaptiveBank {
    items: Vec<Item>,
    nodes: Vec<f64>,
    prior: Vec<f64>,
    right: Vec<Vec<f64>>,
    wrong: Vec<Vec<f64>>,
    /// Item indices from the highest information ceiling to the lowest: the search can stop early.
    by_ceiling: Vec<usize>,
}

/// When an adaptive test ends: the error is small enough after `min_items`, or `max_items` were given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StopRule {
    pub standard_error: f64,
    pub min_items: usize,
    pub max_items: usize,
}

/// Where one person's adaptive test stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    posterior: Vec<f64>,
    given: Vec<bool>,
    sequence: Vec<usize>,
    estimate: Estimate,
}

impl Progress {
    /// Returns the items given so far, in order.
    pub fn sequence(&self) -> &[usize] {
        &self.sequence
    }

    /// Returns the current θ̂ and the posterior's standard deviation.
    pub fn estimate(&self) -> Estimate {
        self.estimate
    }

    fn is_given(&self, item: usize) -> bool {
        self.given.get(item).copied().unwrap_or(true)
    }
}

impl AdaptiveBank {
    /// Prepares a bank on `n` equally spaced nodes from `from` to `to`; production uses 61 on [−6, 6].
    pub fn new(items: Vec<Item>, n: usize, from: f64, to: f64) -> Result<Self, IrtError> {
        let NodeTable { nodes, weights: prior, .. } = NodeTable::new(&[], n, from, to)?;
        let right: Vec<Vec<f64>> =
            items.iter().map(|item| nodes.iter().map(|&node| item.probability(node)).collect()).collect();
        let wrong = items.iter().map(|item| nodes.iter().map(|&node| item.probability_wrong(node)).collect()).collect();
        let mut by_ceiling: Vec<(usize, f64)> = items.iter().map(Item::information_ceiling).enumerate().collect();
        by_ceiling.sort_by(|left, right| right.1.total_cmp(&left.1));
        let by_ceiling = by_ceiling.into_iter().map(|(index, _)| index).collect();
        Ok(Self { items, nodes, prior, right, wrong, by_ceiling })
    }

    pub fn n_items(&self) -> usize {
        self.items.len()
    }

    /// Returns the difficulty b of an item; infinite for an item that the bank has not.
    pub fn difficulty(&self, item: usize) -> f64 {
        self.items.get(item).map_or(f64::INFINITY, Item::difficulty)
    }

    /// Returns a test before its first item, where ability is taken to be `theta`.
    pub fn begin(&self, theta: f64) -> Progress {
        let standard_error = moments(&self.nodes, &self.prior).standard_error;
        Progress {
            posterior: self.prior.clone(),
            given: vec![false; self.items.len()],
            sequence: Vec::new(),
            estimate: Estimate { theta, standard_error },
        }
    }

    /// Returns the item of maximum information at θ̂ among those not given, ties to the lowest index.
    pub fn most_informative(&self, progress: &Progress) -> Option<usize> {
        let theta = progress.estimate.theta;
        let mut best: Option<(usize, f64)> = None;
        for &index in self.by_ceiling.iter().filter(|&&index| !progress.is_given(index)) {
            let Some(item) = self.items.get(index) else { continue };
            // A ceiling below the best, rounding included, ends the search: those that follow are lower still.
            if best.is_some_and(|(_, most)| item.information_ceiling() * (1.0 + 1e-9) < most) {
                break;
            }
            let information = item.information(theta);
            let better = best.is_none_or(|(first, most)| information > most || (information >= most && index < first));
            if better {
                best = Some((index, information));
            }
        }
        best.map(|(index, _)| index)
    }

    /// Adds an answer and re-estimates θ̂ (EAP) and its error; an item already given or unknown changes nothing.
    pub fn record(&self, progress: &mut Progress, item: usize, right: bool) {
        let table = if right { &self.right } else { &self.wrong };
        let (Some(likelihood), false) = (table.get(item), progress.is_given(item)) else { return };
        for (mass, probability) in progress.posterior.iter_mut().zip(likelihood) {
            *mass *= probability;
        }
        // Scaled to a sum of 1, the masses never underflow, however long the test.
        let total: f64 = progress.posterior.iter().sum();
        if total > 0.0 {
            progress.posterior.iter_mut().for_each(|mass| *mass /= total);
            progress.estimate = moments(&self.nodes, &progress.posterior);
        }
        if let Some(given) = progress.given.get_mut(item) {
            *given = true;
        }
        progress.sequence.push(item);
    }

    /// Takes an item out of the choice: it is not given, and tells nothing.
    pub fn withdraw(&self, progress: &mut Progress, item: usize) {
        if let Some(given) = progress.given.get_mut(item) {
            *given = true;
        }
    }

    /// Returns whether the test ends here: rule reached or bank used up.
    pub fn is_over(&self, progress: &Progress, stop: &StopRule) -> bool {
        let n = progress.sequence.len();
        let precise = n >= stop.min_items.max(1) && progress.estimate.standard_error <= stop.standard_error;
        precise || n >= stop.max_items || n >= self.items.len()
    }

    /// Runs the strict loop on answers known beforehand: θ₀ = 0, maximum information, EAP, no minimum.
    ///
    /// `answers` holds one answer per item of the bank.
    pub fn replay(&self, answers: &[bool], stop: &StopRule) -> Result<Progress, IrtError> {
        if answers.len() != self.items.len() {
            return Err(IrtError::AnswerCount { answers: answers.len(), items: self.items.len() });
        }
        let mut progress = self.begin(0.0);
        while !self.is_over(&progress, stop) {
            let Some(item) = self.most_informative(&progress) else { break };
            let right = answers.get(item).copied().unwrap_or(false);
            self.record(&mut progress, item, right);
        }
        Ok(progress)
    }

    /// Returns the next item of an operational test: an anchor first, then one of the best of the neediest content.
    ///
    /// `draw` in [0, 1[ picks among the best (randomesque, Kingsbury & Zara, 1989): the same draw, the same item.
    pub fn next_item(&self, progress: &Progress, plan: &OperationalPlan, draw: f64) -> Option<usize> {
        let anchor = plan.anchors.iter().copied().find(|&anchor| !progress.is_given(anchor));
        if anchor.is_some() {
            return anchor;
        }
        let contents = plan.by_need(progress);
        let best =
            contents.into_iter().map(|content| self.best(progress, plan, content)).find(|best| !best.is_empty())?;
        let position = (draw.clamp(0.0, 1.0) * best.len() as f64) as usize;
        best.get(position.min(best.len() - 1)).copied()
    }

    /// The `plan.among` most informative items of a content, the best first, ties to the lowest index.
    fn best(&self, progress: &Progress, plan: &OperationalPlan, content: usize) -> Vec<usize> {
        let theta = progress.estimate.theta;
        let mut candidates: Vec<(usize, f64)> = self
            .items
            .iter()
            .zip(&plan.content_of)
            .enumerate()
            .filter(|(index, (_, of))| **of == content && !progress.is_given(*index))
            .map(|(index, (item, _))| (index, item.information(theta)))
            .collect();
        candidates.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        candidates.into_iter().take(plan.among.max(1)).map(|(index, _)| index).collect()
    }
}

/// How an operational test chooses: anchors given first, share aimed at by content, size of the random choice.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationalPlan {
    /// Items given first, in order: easy ones, so that nobody begins by failing.
    pub anchors: Vec<usize>,
    /// Content of each item of the bank: an index of `targets`.
    pub content_of: Vec<usize>,
    /// Share of the test aimed at for each content.
    pub targets: Vec<f64>,
    /// The item is drawn among this many of the most informative.
    pub among: usize,
}

impl OperationalPlan {
    /// Contents from the furthest below its target to the furthest above (Kingsbury & Zara, 1989), ties to the lowest.
    fn by_need(&self, progress: &Progress) -> Vec<usize> {
        let n = progress.sequence.len() as f64;
        let given = |content: usize| {
            progress.sequence.iter().filter(|&&item| self.content_of.get(item) == Some(&content)).count() as f64
        };
        let mut needs: Vec<(usize, f64)> = self
            .targets
            .iter()
            .enumerate()
            .map(|(content, target)| (content, target * (n + 1.0) - given(content)))
            .collect();
        needs.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        needs.into_iter().map(|(content, _)| content).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank(parameters: &[(f64, f64)]) -> AdaptiveBank {
        let items = parameters.iter().map(|&(a, b)| Item::two_parameters(a, b).unwrap()).collect();
        AdaptiveBank::new(items, 61, -6.0, 6.0).unwrap()
    }

    const EXHAUST: StopRule = StopRule { standard_error: 0.0, min_items: 0, max_items: usize::MAX };

    #[test]
    fn equal_items_come_in_the_order_of_the_bank() {
        let bank = bank(&[(1.0, 0.5), (1.4, 0.0), (1.4, 0.0), (1.4, 0.0)]);
        assert_eq!(bank.most_informative(&bank.begin(0.0)), Some(1));
    }

    #[test]
    fn every_item_is_given_once_at_most() {
        let bank = bank(&[(1.0, 0.5), (1.4, 0.0), (0.7, -1.0)]);
        let progress = bank.replay(&[true, false, true], &EXHAUST).unwrap();
        let mut sequence = progress.sequence().to_vec();
        sequence.sort_unstable();
        assert_eq!(sequence, [0, 1, 2]);
        assert_eq!(bank.most_informative(&progress), None);
    }

    #[test]
    fn the_test_ends_at_the_number_of_items_or_at_the_error() {
        let bank = bank(&[(1.5, 0.0); 30]);
        let stop = StopRule { max_items: 5, ..EXHAUST };
        assert_eq!(bank.replay(&[true; 30], &stop).unwrap().sequence().len(), 5);
        let stop = StopRule { standard_error: 0.5, ..EXHAUST };
        let answers: Vec<bool> = (0..30).map(|index| index % 2 == 0).collect();
        let progress = bank.replay(&answers, &stop).unwrap();
        assert!(progress.estimate().standard_error <= 0.5 && progress.sequence().len() < 30);
        let longer = StopRule { min_items: 20, ..stop };
        assert_eq!(bank.replay(&answers, &longer).unwrap().sequence().len(), 20);
    }

    #[test]
    fn an_answer_repeated_changes_nothing() {
        let bank = bank(&[(1.5, 0.0), (1.0, 1.0)]);
        let mut progress = bank.begin(0.0);
        bank.record(&mut progress, 0, true);
        let once = progress.clone();
        bank.record(&mut progress, 0, false);
        bank.record(&mut progress, 7, true);
        assert_eq!(progress, once);
    }

    #[test]
    fn an_operational_test_begins_with_its_anchors_and_balances_contents() {
        let bank = bank(&[(1.0, -2.0), (1.9, 0.0), (1.8, 0.0), (1.7, 0.0), (0.5, 0.0), (0.4, 0.0)]);
        let plan =
            OperationalPlan { anchors: vec![0], content_of: vec![0, 0, 0, 0, 1, 1], targets: vec![0.5, 0.5], among: 2 };
        let mut progress = bank.begin(-0.5);
        assert_eq!(bank.next_item(&progress, &plan, 0.99), Some(0));
        bank.record(&mut progress, 0, true);
        // Content 1 is behind; its two items share the draw.
        assert_eq!(bank.next_item(&progress, &plan, 0.0), Some(4));
        assert_eq!(bank.next_item(&progress, &plan, 0.99), Some(5));
        bank.record(&mut progress, 4, true);
        assert_eq!(bank.next_item(&progress, &plan, 0.0), Some(1));
    }

    #[test]
    fn a_used_up_content_gives_way_to_the_next_one() {
        let bank = bank(&[(1.0, 0.0), (0.8, 0.0), (0.9, 0.0)]);
        let plan = OperationalPlan { anchors: vec![], content_of: vec![0, 1, 1], targets: vec![0.9, 0.1], among: 5 };
        let mut progress = bank.begin(0.0);
        bank.record(&mut progress, 0, true);
        assert_eq!(bank.next_item(&progress, &plan, 0.0), Some(2));
    }
}
