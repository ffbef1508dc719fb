//! Items and answers in the words of their screen.

use crate::domain::assessment::{Choice, Face, Item, ItemKind, Material, OptionId};
use crate::domain::generate::Stem;
use crate::domain::response::Answer;
use crate::i18n::terms::{board_reply, item_option, item_statement};
use crate::i18n::{decimal, typeset};
use crate::tr;

/// Returns what is asked; a generated item is worded by its drawing.
pub(super) fn statement(item: &Item) -> String {
    match &item.material {
        Material::Drawn(stem) if item.statement.is_empty() => item_statement(stem),
        Material::Drawn(_) | Material::None | Material::Document(_) | Material::Image(_) => typeset(&item.statement),
    }
}

/// Returns how the item is answered, where the question alone does not tell.
pub(super) fn hint(item: &Item) -> Option<String> {
    match &item.kind {
        ItemKind::MultipleChoice { .. } => Some(tr!("kiosk-several")),
        ItemKind::Order { .. } => Some(tr!("kiosk-order-hint")),
        ItemKind::Likert { .. }
        | ItemKind::SingleChoice { .. }
        | ItemKind::MostLeast { .. }
        | ItemKind::Number { .. }
        | ItemKind::FreeText { .. }
        | ItemKind::Measure { .. }
        | ItemKind::Information
        | ItemKind::Task(_)
        | ItemKind::Generated(_) => None,
    }
}

/// Returns what is said instead of an answer.
pub(super) fn refusal(answer: &Answer, kind: &ItemKind) -> String {
    match (answer, kind) {
        (Answer::DoesNotKnow, _) => tr!("kiosk-do-not-know"),
        (_, ItemKind::Likert { by_observer: true, .. }) => tr!("kiosk-not-observed"),
        (_, ItemKind::Measure { .. }) => tr!("kiosk-not-measured"),
        _ => tr!("kiosk-prefer-not"),
    }
}

/// Returns the name of an option: its words, what its picture shows, or its place among drawings, from 1.
pub(super) fn option_name(item: &Item, option: &Choice, number: usize) -> String {
    match &option.face {
        Face::Words(words) => typeset(words),
        Face::Image { image, words } if words.is_empty() => typeset(&image.alt),
        Face::Image { words, .. } => typeset(words),
        Face::Drawn(_) => item_option(number),
        Face::Reply(reply) => match &item.material {
            Material::Drawn(Stem::Dashboard(board)) => board_reply(*reply, board.workplace),
            Material::Drawn(_) | Material::None | Material::Document(_) | Material::Image(_) => item_option(number),
        },
    }
}

/// Returns an answer in the words of its item; empty for what is done on screens or read.
pub(super) fn answer(answer: &Answer, item: &Item) -> String {
    let kind = &item.kind;
    let name = |id: &OptionId| {
        let options = kind.options();
        let found = options.iter().zip(1..).find(|(option, _)| option.id == *id);
        found.map(|(option, number)| option_name(item, option, number)).unwrap_or_default()
    };
    match (answer, kind) {
        (Answer::Point(value), ItemKind::Likert { points, .. }) => {
            points.iter().find(|point| point.value == *value).map(|point| typeset(&point.label)).unwrap_or_default()
        }
        (Answer::Choice(id), _) => name(id),
        (Answer::Choices(ids), _) => ids.iter().map(name).collect::<Vec<_>>().join(", "),
        (Answer::MostLeast { most, least }, _) => {
            tr!("kiosk-most-and-least", most = name(most), least = name(least))
        }
        (Answer::Order(ids), _) => {
            let placed = ids.iter().zip(1..).map(|(id, rank)| tr!("kiosk-ranked", rank = rank, card = name(id)));
            placed.collect::<Vec<_>>().join(" ")
        }
        (Answer::Number(value), ItemKind::Number { unit, .. } | ItemKind::Measure { unit, .. }) => number(*value, unit),
        (Answer::Text(text), _) => text.clone(),
        (Answer::DoesNotKnow | Answer::PrefersNot, kind) => refusal(answer, kind),
        (Answer::Point(_) | Answer::Number(_) | Answer::Acts(_) | Answer::Seen, _) => String::new(),
    }
}

/// Returns the right answer, where there is one that words or pictures can show.
pub(super) fn right_answer(item: &Item) -> Option<Answer> {
    match &item.kind {
        ItemKind::SingleChoice { correct, .. } => correct.clone().map(Answer::Choice),
        ItemKind::MultipleChoice { correct, .. } if !correct.is_empty() => Some(Answer::Choices(correct.clone())),
        ItemKind::Number { correct, .. } => correct.map(Answer::Number),
        ItemKind::Order { correct, .. } => correct.clone().map(|(right, _)| Answer::Order(right)),
        ItemKind::Likert { .. }
        | ItemKind::MultipleChoice { .. }
        | ItemKind::MostLeast { .. }
        | ItemKind::FreeText { .. }
        | ItemKind::Measure { .. }
        | ItemKind::Information
        | ItemKind::Task(_)
        | ItemKind::Generated(_) => None,
    }
}

/// Returns a number with its unit, as a French reader writes it.
pub(super) fn number(value: f64, unit: &str) -> String {
    let digits = if value.fract() == 0.0 { 0 } else { 2 };
    typeset(format!("{} {unit}", decimal(value, digits)).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> OptionId {
        OptionId(name.to_owned())
    }

    fn options() -> Vec<Choice> {
        let words = [("a", "Le matin"), ("b", "Le midi"), ("c", "Le soir")];
        words.map(|(id, words)| Choice { dimension: Some(id.to_owned()), ..Choice::words(id, words) }).to_vec()
    }

    #[test]
    fn every_kind_of_answer_is_said_in_the_words_of_its_item() {
        let order = Item::plain("O", "", ItemKind::Order { options: options(), correct: None });
        assert_eq!(answer(&Answer::Order(vec![id("c"), id("a")]), &order), "1. Le soir 2. Le matin");
        let ends = Item::plain("M", "", ItemKind::MostLeast { options: options() });
        let both = Answer::MostLeast { most: id("a"), least: id("b") };
        assert_eq!(answer(&both, &ends), "Le plus\u{A0}: Le matin. Le moins\u{A0}: Le midi.");
        assert_eq!(answer(&Answer::Choices(vec![id("a"), id("b")]), &order), "Le matin, Le midi");
        let measure = Item::plain("V", "", ItemKind::Measure { unit: "s".to_owned(), min: 0.0, max: 9.0 });
        assert_eq!(answer(&Answer::Number(4.25), &measure), "4,25 s");
        assert_eq!(answer(&Answer::PrefersNot, &measure), "Pas de mesure");
    }

    #[test]
    fn who_observes_has_not_seen_rather_than_preferred() {
        let points = Vec::new();
        let observed = ItemKind::Likert { points, by_observer: true };
        assert_eq!(refusal(&Answer::PrefersNot, &observed), "Pas pu observer");
    }
}
