//! What a person answers, and the four distinct ways of not answering.

use super::assessment::{Act, Choice, ItemKind, OptionId};

/// One answer as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The value of a point of an answer scale.
    Point(f64),
    Choice(OptionId),
    /// The options ticked, in the order of the item; none is an answer too.
    Choices(Vec<OptionId>),
    MostLeast {
        most: OptionId,
        least: OptionId,
    },
    Number(f64),
    /// All the options, from the first to the last.
    Order(Vec<OptionId>),
    Text(String),
    /// What was done on simulated screens.
    Acts(Vec<Act>),
    /// A page was read.
    Seen,
    /// "Je ne sais pas": counts as not right where one answer is right.
    DoesNotKnow,
    /// "Je préfère ne pas répondre": counts as missing.
    PrefersNot,
}

/// Why an item carries no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    DoesNotKnow,
    PrefersNot,
    NotSeen,
    TimeRanOut,
}

/// One item's outcome at the end of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    Given(Answer),
    Missing(Missing),
}

/// Why an answer does not fit its item.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefusal {
    #[error("this kind of answer does not fit the item")]
    WrongKind,
    #[error("no point has this value")]
    NoSuchPoint,
    #[error("no option has this id")]
    NoSuchOption,
    #[error("an option is given twice, or one is left out of an order")]
    WrongOptions,
    #[error("the number is outside the bounds of the item")]
    OutOfBounds,
    #[error("the text is longer than the item takes")]
    TooLong,
    #[error("the screens do not take this act")]
    ImpossibleAct,
}

impl Answer {
    /// Checks the answer against the item that it is given to, as the sitting shows it.
    ///
    /// # Errors
    /// Returns why the item does not take this answer. "Je ne sais pas" belongs to items with a right answer,
    /// "Je préfère ne pas répondre" to the others.
    pub fn fits(&self, kind: &ItemKind) -> Result<(), AnswerRefusal> {
        match (self, kind) {
            (Answer::Point(value), ItemKind::Likert { points, .. }) => {
                points.iter().any(|point| point.value == *value).then_some(()).ok_or(AnswerRefusal::NoSuchPoint)
            }
            (Answer::Choice(id), ItemKind::SingleChoice { options, .. }) => known(options, std::slice::from_ref(id)),
            (Answer::Choices(ids), ItemKind::MultipleChoice { options, .. }) => known(options, ids),
            (Answer::MostLeast { most, least }, ItemKind::MostLeast { options }) => {
                known(options, &[most.clone(), least.clone()])
            }
            (Answer::Order(ids), ItemKind::Order { options, .. }) => {
                known(options, ids)?;
                if ids.len() == options.len() { Ok(()) } else { Err(AnswerRefusal::WrongOptions) }
            }
            (Answer::Number(value), ItemKind::Number { min, max, .. } | ItemKind::Measure { min, max, .. }) => {
                (*min..=*max).contains(value).then_some(()).ok_or(AnswerRefusal::OutOfBounds)
            }
            (Answer::Text(text), ItemKind::FreeText { longest }) => {
                if text.chars().count() <= *longest {
                    Ok(())
                } else {
                    Err(AnswerRefusal::TooLong)
                }
            }
            (Answer::Acts(acts), ItemKind::Task(task)) => {
                task.play(acts).map(|_| ()).map_err(|_| AnswerRefusal::ImpossibleAct)
            }
            (Answer::Seen, ItemKind::Information) => Ok(()),
            (Answer::DoesNotKnow, kind) if kind.has_right_answer() => Ok(()),
            (Answer::PrefersNot, kind) if !kind.has_right_answer() && *kind != ItemKind::Information => Ok(()),
            _ => Err(AnswerRefusal::WrongKind),
        }
    }

    /// Returns what scoring makes of the answer.
    pub fn response(&self) -> Response {
        match self {
            Answer::DoesNotKnow => Response::Missing(Missing::DoesNotKnow),
            Answer::PrefersNot => Response::Missing(Missing::PrefersNot),
            Answer::Point(_)
            | Answer::Choice(_)
            | Answer::Choices(_)
            | Answer::MostLeast { .. }
            | Answer::Number(_)
            | Answer::Order(_)
            | Answer::Text(_)
            | Answer::Acts(_)
            | Answer::Seen => Response::Given(self.clone()),
        }
    }
}

/// Every id is an option, each once.
fn known(options: &[Choice], ids: &[OptionId]) -> Result<(), AnswerRefusal> {
    if ids.iter().any(|id| options.iter().all(|option| option.id != *id)) {
        return Err(AnswerRefusal::NoSuchOption);
    }
    let repeated = ids.iter().enumerate().any(|(index, id)| ids.iter().skip(index + 1).any(|other| other == id));
    if repeated { Err(AnswerRefusal::WrongOptions) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<OptionId> {
        names.iter().map(|name| OptionId((*name).to_owned())).collect()
    }

    fn options() -> Vec<Choice> {
        ["a", "b", "c"].map(|id| Choice { dimension: Some(id.to_owned()), ..Choice::words(id, id) }).to_vec()
    }

    #[test]
    fn an_order_holds_every_option_once() {
        let kind = ItemKind::Order { options: options(), correct: None };
        assert_eq!(Answer::Order(ids(&["c", "a", "b"])).fits(&kind), Ok(()));
        assert_eq!(Answer::Order(ids(&["c", "a"])).fits(&kind), Err(AnswerRefusal::WrongOptions));
        assert_eq!(Answer::Order(ids(&["c", "a", "a"])).fits(&kind), Err(AnswerRefusal::WrongOptions));
        assert_eq!(Answer::Order(ids(&["c", "a", "z"])).fits(&kind), Err(AnswerRefusal::NoSuchOption));
    }

    #[test]
    fn the_most_and_the_least_are_two_options() {
        let kind = ItemKind::MostLeast { options: options() };
        let chosen = |most: &str, least: &str| Answer::MostLeast {
            most: OptionId(most.to_owned()),
            least: OptionId(least.to_owned()),
        };
        assert_eq!(chosen("a", "b").fits(&kind), Ok(()));
        assert_eq!(chosen("a", "a").fits(&kind), Err(AnswerRefusal::WrongOptions));
    }

    #[test]
    fn a_ranking_may_be_declined_and_a_right_order_may_be_unknown() {
        let ranking = ItemKind::Order { options: options(), correct: None };
        assert_eq!(Answer::PrefersNot.fits(&ranking), Ok(()));
        assert_eq!(Answer::DoesNotKnow.fits(&ranking), Err(AnswerRefusal::WrongKind));
        let right = Some((ids(&["a", "b", "c"]), super::super::assessment::Credit::Adjacency));
        assert_eq!(Answer::DoesNotKnow.fits(&ItemKind::Order { options: options(), correct: right }), Ok(()));
    }
}
