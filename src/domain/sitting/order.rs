//! Which item comes next: the first one left, in the order of the definition, or the one that tells the most.

use super::{Sitting, Step};
use crate::domain::assessment::{AdaptivePlan, Assessment, Item, mixed};

impl Sitting {
    /// Returns what comes next.
    pub fn step(&self, assessment: &Assessment) -> Step {
        if self.finished {
            return Step::End;
        }
        if self.n_practised < assessment.practices.len() {
            return Step::Practice(self.n_practised);
        }
        self.next_item(assessment).map_or(Step::End, Step::Question)
    }

    pub(super) fn next_item(&self, assessment: &Assessment) -> Option<usize> {
        let left = |item: &Item| self.is_left(item) && self.is_shown(item);
        let items = assessment.items();
        match assessment.adaptive() {
            None => items.iter().position(left),
            Some(plan) => {
                // Training comes first, in its order.
                let trained = items.iter().position(|item| item.is_training(assessment.sections()) && left(item));
                trained.or_else(|| self.next_adaptive(assessment, plan))
            }
        }
    }

    /// Returns whether an item waits for its answer, as far as the answers so far tell.
    pub fn is_asked(&self, item: &Item) -> bool {
        !self.finished && self.is_left(item) && self.is_shown(item)
    }

    /// Returns how many questions the person is asked, as far as the answers so far tell.
    pub fn n_questions(&self, assessment: &Assessment) -> usize {
        match assessment.adaptive() {
            Some(_) => assessment.longest(),
            None => {
                let asked = |item: &&Item| self.answers.contains_key(&item.id) || self.is_left(item);
                assessment.items().iter().filter(|item| self.is_shown(item)).filter(asked).count()
            }
        }
    }

    fn is_left(&self, item: &Item) -> bool {
        !self.answers.contains_key(&item.id)
            && !self.neutralised.contains(&item.id)
            && item.section.is_none_or(|section| !self.ended_sections.contains(&section))
    }

    /// Returns whether earlier answers lead to the item.
    pub(super) fn is_shown(&self, item: &Item) -> bool {
        item.shown_if
            .as_ref()
            .is_none_or(|condition| condition.holds(|id| self.answers.get(id).and_then(|given| given.answer())))
    }

    fn next_adaptive(&self, assessment: &Assessment, plan: &AdaptivePlan) -> Option<usize> {
        if self.is_adaptive_time_over(plan) {
            return None;
        }
        let given: Vec<(usize, bool)> = self
            .sequence
            .iter()
            .filter(|id| !self.neutralised.contains(id))
            .filter_map(|id| {
                let index = assessment.item_index(id).filter(|index| plan.can_give(*index))?;
                Some((index, self.answers.get(id)?.right))
            })
            .collect();
        let withdrawn: Vec<usize> = self.neutralised.iter().filter_map(|id| assessment.item_index(id)).collect();
        plan.next(&given, &withdrawn, |position| self.draw(position))
    }

    /// Returns the number in [0, 1[ that chooses among the best items at a position of an adaptive test.
    fn draw(&self, position: usize) -> f64 {
        (mixed(self.seed, "adaptive", position as u64) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
