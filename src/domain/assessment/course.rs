//! How an assessment is taken: sections, coming back, pauses, what it asks of the body, and the adaptive choice.

use super::item::Item;
use crate::domain::scoring::adaptive::{AdaptiveBank, OperationalPlan, StopRule};
use crate::domain::scoring::irt::{self, IrtError};

/// A part of the assessment with its own instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub title: String,
    /// Said before its first item.
    pub instruction: String,
    /// For all its items together, before the person's extra time.
    pub seconds: Option<u32>,
    /// Its items are training: no scale counts them.
    pub is_training: bool,
}

/// What may be done while the assessment is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conduct {
    pub resume: Resume,
    /// Days after which an unfinished sitting is begun again.
    pub resume_days: Option<u32>,
    pub back: Latitude,
    pub pause: Latitude,
}

impl Default for Conduct {
    fn default() -> Self {
        Self { resume: Resume::AtQuestion, resume_days: None, back: Latitude::Never, pause: Latitude::Always }
    }
}

/// Where an interrupted sitting goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    AtQuestion,
    /// At the first question of the section that was interrupted.
    AtSection,
    /// From the beginning.
    Never,
}

/// When something is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latitude {
    Always,
    /// Inside a section for going back, between two sections for a pause.
    BySection,
    Never,
}

/// What taking the assessment asks of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Access {
    pub voice: Voice,
    /// Pictures that no text can replace.
    pub needs_sight: bool,
    pub needs_precise_gestures: bool,
    pub needs_quiet: bool,
}

/// What may be read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Voice {
    #[default]
    Everything,
    /// Reading is what is measured: questions stay silent.
    Instructions,
    Nothing,
}

/// How an adaptive test chooses its items, ready to be used.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptivePlan {
    pub rules: AdaptiveRules,
    bank: AdaptiveBank,
    plan: OperationalPlan,
    stop: StopRule,
}

/// The rules as the definition writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptiveRules {
    /// Scaling constant of the logistic model: 1 or 1.702.
    pub d: f64,
    /// Mean and standard deviation of ability before the first answer.
    pub prior: (f64, f64),
    /// Smallest and largest ability of the grid, and its number of nodes.
    pub grid: (f64, f64, usize),
    pub first_theta: f64,
    /// Easy items given first.
    pub n_anchors: usize,
    /// The item is drawn among this many of the most informative.
    pub among: usize,
    /// Share aimed at for each area; empty when all items are alike.
    pub areas: Vec<(String, f64)>,
    /// The test ends below this error.
    pub standard_error: f64,
    pub min_items: usize,
    pub max_items: usize,
    pub max_minutes: Option<u32>,
    /// One more item, the easiest left, ends the test, so that nobody ends by failing.
    pub ends_easily: bool,
}

impl AdaptivePlan {
    /// Prepares the bank. Items without model, or of an area that is not aimed at, are never given.
    ///
    /// # Errors
    /// Returns what is wrong with a model or with the grid.
    pub fn new(rules: AdaptiveRules, items: &[Item]) -> Result<Self, IrtError> {
        let mut bank = Vec::with_capacity(items.len());
        let mut content_of = Vec::with_capacity(items.len());
        for item in items {
            bank.push(rules.standardised(item)?);
            let area = rules.areas.iter().position(|(area, _)| *area == item.area);
            let unknown = if rules.areas.is_empty() { 0 } else { usize::MAX };
            content_of.push(if item.model.is_some() { area.unwrap_or(unknown) } else { usize::MAX });
        }
        let mut easiest: Vec<usize> =
            (0..items.len()).filter(|index| content_of.get(*index) != Some(&usize::MAX)).collect();
        let difficulty = |index: &usize| items.get(*index).and_then(|item| item.model).map_or(0.0, |model| model.b);
        easiest.sort_by(|a, b| difficulty(a).total_cmp(&difficulty(b)).then(a.cmp(b)));
        let plan = OperationalPlan {
            anchors: easiest.into_iter().take(rules.n_anchors).collect(),
            content_of,
            targets: if rules.areas.is_empty() {
                vec![1.0]
            } else {
                rules.areas.iter().map(|(_, share)| *share).collect()
            },
            among: rules.among,
        };
        let (mean, sd) = rules.prior;
        let (from, to, nodes) = rules.grid;
        let bank = AdaptiveBank::new(bank, nodes, (from - mean) / sd, (to - mean) / sd)?;
        let stop = StopRule {
            standard_error: rules.standard_error / sd,
            min_items: rules.min_items,
            max_items: rules.max_items,
        };
        Ok(Self { rules, bank, plan, stop })
    }

    /// Returns the next item after these, in the order they were given, each right or not; `None` when the test ends.
    /// Those `withdrawn` are not given.
    ///
    /// `draw` gives a number in [0, 1[ for the position in the test: the same draws, the same test.
    pub fn next(&self, given: &[(usize, bool)], withdrawn: &[usize], draw: impl Fn(usize) -> f64) -> Option<usize> {
        let (mean, sd) = self.rules.prior;
        let mut progress = self.bank.begin((self.rules.first_theta - mean) / sd);
        withdrawn.iter().for_each(|item| self.bank.withdraw(&mut progress, *item));
        let mut was_over = false;
        for (item, right) in given {
            was_over |= self.bank.is_over(&progress, &self.stop);
            self.bank.record(&mut progress, *item, *right);
        }
        if !self.bank.is_over(&progress, &self.stop) && !was_over {
            return self.bank.next_item(&progress, &self.plan, draw(given.len()));
        }
        // The one more item was given when the test was over before its last answer.
        (self.rules.ends_easily && !was_over).then(|| self.easiest_left(given, withdrawn)).flatten()
    }

    /// Returns whether the item at this index belongs to the bank.
    pub fn can_give(&self, index: usize) -> bool {
        self.plan.content_of.get(index).is_some_and(|content| *content != usize::MAX)
    }

    fn easiest_left(&self, given: &[(usize, bool)], withdrawn: &[usize]) -> Option<usize> {
        let left = (0..self.bank.n_items())
            .filter(|index| self.can_give(*index))
            .filter(|index| given.iter().all(|(item, _)| item != index) && !withdrawn.contains(index));
        left.min_by(|a, b| self.bank.difficulty(*a).total_cmp(&self.bank.difficulty(*b)))
    }
}

impl AdaptiveRules {
    /// The grid and prior of a scale of ability that is not adaptive: N(0, 1), 61 nodes on [−6, 6].
    pub fn standard() -> Self {
        Self {
            d: 1.0,
            prior: (0.0, 1.0),
            grid: (-6.0, 6.0, 61),
            first_theta: 0.0,
            n_anchors: 0,
            among: 1,
            areas: Vec::new(),
            standard_error: 0.4,
            min_items: 1,
            max_items: usize::MAX,
            max_minutes: None,
            ends_easily: false,
        }
    }

    /// Returns the item on the scale where the prior is N(0, 1): θ = mean + sd · θ', so a' = D · a · sd and b' = (b − mean) / sd.
    pub(in crate::domain) fn standardised(&self, item: &Item) -> Result<irt::Item, IrtError> {
        let (mean, sd) = self.prior;
        match item.model {
            Some(model) => irt::Item::four_parameters(model.a * self.d * sd, (model.b - mean) / sd, model.c, model.d),
            None => irt::Item::one_parameter(0.0),
        }
    }
}
