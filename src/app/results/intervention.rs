//! What the staff did in a sitting: who answered for the person, which questions were taken out and why.

use crate::domain::assessment::{Assessment, ItemId};
use crate::domain::id::StaffId;
use crate::domain::sitting::{Event, Sitting};
use crate::i18n::typeset;

/// A question that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    pub question: String,
    pub reason: String,
}

/// The staff's part in a sitting, in the order of events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Interventions {
    pub helped_by: Vec<StaffId>,
    pub taken_out: Vec<(ItemId, String)>,
}

impl Interventions {
    pub fn read(events: &[Event]) -> Self {
        let mut found = Self::default();
        for event in events {
            match event {
                Event::Accompanied { by } if !found.helped_by.contains(by) => found.helped_by.push(*by),
                Event::Neutralised { item, reason } => found.taken_out.push((item.clone(), reason.clone())),
                _ => {}
            }
        }
        found
    }

    /// Returns the questions that were taken out, in the words that the person saw.
    pub fn told(&self, assessment: &Assessment, sitting: &Sitting) -> Vec<TakenOut> {
        let told = |(id, reason): &(ItemId, String)| {
            let item = assessment.item(id)?;
            let words =
                item.made(sitting.seed()).map_or_else(|_| item.statement.clone(), |made| made.statement.clone());
            Some(TakenOut { question: typeset(&words), reason: reason.clone() })
        };
        self.taken_out.iter().filter_map(told).collect()
    }
}
