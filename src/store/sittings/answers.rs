//! The one written form of an answer: its kind, and a text that reads back as the same answer.
//!
//! Ids of options and elements hold letters, digits, `_` and `-` only: the signs between them are never part of one.

use crate::domain::assessment::{Act, OptionId};
use crate::domain::response::Answer;

/// Between the options of a list.
const COMMA: char = ',';
/// Between the parts of one act.
const TAB: char = '\t';

pub fn code(answer: &Answer) -> (&'static str, Option<String>) {
    let list = |ids: &[OptionId]| {
        let names: Vec<&str> = ids.iter().map(|id| id.0.as_str()).collect();
        names.join(&COMMA.to_string())
    };
    match answer {
        // Rust prints the shortest text that reads back as the same number.
        Answer::Point(value) => ("point", Some(value.to_string())),
        Answer::Number(value) => ("number", Some(value.to_string())),
        Answer::Choice(id) => ("choice", Some(id.0.clone())),
        Answer::Choices(ids) => ("choices", Some(list(ids))),
        Answer::MostLeast { most, least } => ("most_least", Some(list(&[most.clone(), least.clone()]))),
        Answer::Order(ids) => ("order", Some(list(ids))),
        Answer::Text(text) => ("text", Some(text.clone())),
        Answer::Acts(acts) => ("acts", Some(acts.iter().map(act_line).collect::<Vec<_>>().join("\n"))),
        Answer::Seen => ("seen", None),
        Answer::DoesNotKnow => ("does_not_know", None),
        Answer::PrefersNot => ("prefers_not", None),
    }
}

pub fn read(kind: Option<&str>, text: Option<String>) -> Option<Answer> {
    match (kind?, text) {
        ("point", Some(text)) => text.parse().ok().map(Answer::Point),
        ("number", Some(text)) => text.parse().ok().map(Answer::Number),
        ("choice", Some(text)) => Some(Answer::Choice(OptionId(text))),
        ("choices", Some(text)) => Some(Answer::Choices(ids(&text))),
        ("most_least", Some(text)) => match ids(&text).as_slice() {
            [most, least] => Some(Answer::MostLeast { most: most.clone(), least: least.clone() }),
            _ => None,
        },
        ("order", Some(text)) => Some(Answer::Order(ids(&text))),
        ("text", Some(text)) => Some(Answer::Text(text)),
        ("acts", Some(text)) => text.lines().map(read_act).collect::<Option<Vec<_>>>().map(Answer::Acts),
        ("seen", _) => Some(Answer::Seen),
        ("does_not_know", _) => Some(Answer::DoesNotKnow),
        ("prefers_not", _) => Some(Answer::PrefersNot),
        _ => None,
    }
}

fn ids(text: &str) -> Vec<OptionId> {
    text.split(COMMA).filter(|id| !id.is_empty()).map(|id| OptionId(id.to_owned())).collect()
}

/// One line an act; line breaks and tabs of a typed text become spaces, which no field tells apart.
fn act_line(act: &Act) -> String {
    match act {
        Act::Touch(id) => id.clone(),
        Act::Type { field, text } => {
            let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            format!("{field}{TAB}{flat}")
        }
    }
}

fn read_act(line: &str) -> Option<Act> {
    match line.split_once(TAB) {
        Some((field, text)) => Some(Act::Type { field: field.to_owned(), text: text.to_owned() }),
        None => (!line.is_empty()).then(|| Act::Touch(line.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids_of(names: &[&str]) -> Vec<OptionId> {
        names.iter().map(|name| OptionId((*name).to_owned())).collect()
    }

    #[test]
    fn every_answer_reads_back_as_itself() {
        let answers = [
            Answer::Point(4.0),
            Answer::Number(-3.25),
            Answer::Choice(OptionId("a".to_owned())),
            Answer::Choices(Vec::new()),
            Answer::Choices(ids_of(&["a", "c"])),
            Answer::MostLeast { most: OptionId("d".to_owned()), least: OptionId("s".to_owned()) },
            Answer::Order(ids_of(&["3", "1", "2"])),
            Answer::Text("Été, « à la plage »\nligne 2".to_owned()),
            Answer::Acts(Vec::new()),
            Answer::Acts(vec![
                Act::Touch("ecrire".to_owned()),
                Act::Type { field: "dest".to_owned(), text: "a=b|c, été".to_owned() },
                Act::Type { field: "objet".to_owned(), text: String::new() },
            ]),
            Answer::Seen,
            Answer::DoesNotKnow,
            Answer::PrefersNot,
        ];
        for answer in answers {
            let (kind, text) = code(&answer);
            assert_eq!(read(Some(kind), text), Some(answer));
        }
    }

    #[test]
    fn what_is_no_answer_is_not_read() {
        assert_eq!(read(Some("point"), Some("quatre".to_owned())), None);
        assert_eq!(read(Some("most_least"), Some("d".to_owned())), None);
        assert_eq!(read(Some("inconnu"), None), None);
        assert_eq!(read(None, Some("4".to_owned())), None);
    }
}
