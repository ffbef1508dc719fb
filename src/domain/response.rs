//! What a person answers, and the four distinct ways of not answering.

use super::assessment::{ItemKind, OptionId};

/// One answer as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The value of a point of an answer scale.
    Point(f64),
    Choice(OptionId),
    Number(f64),
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
    #[error("the number is outside the bounds of the item")]
    OutOfBounds,
}

impl Answer {
    /// Checks the answer against the item that it is given to.
    ///
    /// # Errors
    /// Returns why the item does not take this answer. "Je ne sais pas" belongs to items with a right answer,
    /// "Je préfère ne pas répondre" to the others.
    pub fn fits(&self, kind: &ItemKind) -> Result<(), AnswerRefusal> {
        match (self, kind) {
            (Answer::Point(value), ItemKind::Likert { points }) => {
                points.iter().any(|point| point.value == *value).then_some(()).ok_or(AnswerRefusal::NoSuchPoint)
            }
            (Answer::Choice(id), ItemKind::SingleChoice { options, .. }) => {
                options.iter().any(|option| option.id == *id).then_some(()).ok_or(AnswerRefusal::NoSuchOption)
            }
            (Answer::Number(value), ItemKind::Number { min, max, .. }) => {
                (*min..=*max).contains(value).then_some(()).ok_or(AnswerRefusal::OutOfBounds)
            }
            (Answer::DoesNotKnow, kind) if kind.has_right_answer() => Ok(()),
            (Answer::PrefersNot, kind) if !kind.has_right_answer() => Ok(()),
            _ => Err(AnswerRefusal::WrongKind),
        }
    }

    /// Returns what scoring makes of the answer.
    pub fn response(&self) -> Response {
        match self {
            Answer::DoesNotKnow => Response::Missing(Missing::DoesNotKnow),
            Answer::PrefersNot => Response::Missing(Missing::PrefersNot),
            Answer::Point(_) | Answer::Choice(_) | Answer::Number(_) => Response::Given(self.clone()),
        }
    }
}
