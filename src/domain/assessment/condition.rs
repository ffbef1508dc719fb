//! When an item is asked: what earlier answers must be.

use super::item::ItemId;
use crate::domain::response::Answer;

/// Comparisons with earlier answers, all or any of which must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    pub joined: Joined,
    pub comparisons: Vec<Comparison>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    All,
    Any,
}

/// One comparison: `SUITE = oui`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub item: ItemId,
    pub relation: Relation,
    /// An option, or a number as it is written.
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    Different,
    AtLeast,
    AtMost,
}

impl Condition {
    /// Returns whether the condition holds. An item without answer satisfies no comparison but "different".
    pub fn holds<'a>(&self, answer: impl Fn(&ItemId) -> Option<&'a Answer>) -> bool {
        let holds = |comparison: &Comparison| comparison.holds(answer(&comparison.item));
        match self.joined {
            Joined::All => self.comparisons.iter().all(holds),
            Joined::Any => self.comparisons.iter().any(holds),
        }
    }
}

impl Comparison {
    fn holds(&self, answer: Option<&Answer>) -> bool {
        let number = || match answer? {
            Answer::Point(value) | Answer::Number(value) => Some((*value, self.value.replace(',', ".").parse().ok()?)),
            _ => None,
        };
        match self.relation {
            Relation::Equal => self.is_answered(answer),
            Relation::Different => !self.is_answered(answer),
            Relation::AtLeast => number().is_some_and(|(given, limit): (f64, f64)| given >= limit),
            Relation::AtMost => number().is_some_and(|(given, limit): (f64, f64)| given <= limit),
        }
    }

    fn is_answered(&self, answer: Option<&Answer>) -> bool {
        match answer {
            Some(Answer::Point(value) | Answer::Number(value)) => {
                self.value.replace(',', ".").parse::<f64>().is_ok_and(|wanted| wanted == *value)
            }
            Some(Answer::Choice(option)) => option.0 == self.value,
            Some(Answer::Choices(options)) => options.iter().any(|option| option.0 == self.value),
            Some(
                Answer::MostLeast { .. }
                | Answer::Order(_)
                | Answer::Text(_)
                | Answer::Acts(_)
                | Answer::Seen
                | Answer::DoesNotKnow
                | Answer::PrefersNot,
            )
            | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::OptionId;
    use super::*;

    fn comparison(relation: Relation, value: &str) -> Comparison {
        Comparison { item: ItemId("Q".to_owned()), relation, value: value.to_owned() }
    }

    fn all(comparisons: Vec<Comparison>) -> Condition {
        Condition { joined: Joined::All, comparisons }
    }

    #[test]
    fn an_option_is_compared_by_its_name_and_a_number_by_its_value() {
        let yes = Answer::Choice(OptionId("oui".to_owned()));
        assert!(all(vec![comparison(Relation::Equal, "oui")]).holds(|_| Some(&yes)));
        assert!(!all(vec![comparison(Relation::Equal, "non")]).holds(|_| Some(&yes)));
        let three = Answer::Point(3.0);
        assert!(
            all(vec![comparison(Relation::Equal, "3"), comparison(Relation::AtMost, "3,0")]).holds(|_| Some(&three))
        );
        assert!(!all(vec![comparison(Relation::AtLeast, "4")]).holds(|_| Some(&three)));
    }

    #[test]
    fn an_unanswered_item_only_differs() {
        assert!(!all(vec![comparison(Relation::Equal, "oui")]).holds(|_| None));
        assert!(all(vec![comparison(Relation::Different, "oui")]).holds(|_| None));
        assert!(!all(vec![comparison(Relation::AtMost, "9")]).holds(|_| None));
    }

    #[test]
    fn one_of_several_is_enough_when_they_are_joined_by_or() {
        let two = Answer::Point(2.0);
        let comparisons = vec![comparison(Relation::Equal, "1"), comparison(Relation::Equal, "2")];
        assert!(Condition { joined: Joined::Any, comparisons: comparisons.clone() }.holds(|_| Some(&two)));
        assert!(!Condition { joined: Joined::All, comparisons }.holds(|_| Some(&two)));
    }
}
