//! The page cut into screens: one idea each, or a short group, in the order and the words of the paper.

use crate::domain::badge::Pictogram;
use crate::domain::own_page::{Part, Sentence, Words};

/// Most letters of a group: beyond, each sentence has its screen.
const TOGETHER: usize = 130;

/// Most sentences of a group.
const GROUP: usize = 3;

/// Most letters of a sentence in one piece: what fits a screen seen at 125 %.
const LONGEST: usize = 190;

/// One screen of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    pub picture: Option<Pictogram>,
    pub title: String,
    /// Its title is read: it is the first screen of its part.
    pub begins: bool,
    pub sentences: Vec<Sentence>,
}

impl Leaf {
    /// Returns how many things the voice says there.
    pub fn spoken(&self) -> usize {
        usize::from(self.begins) + self.sentences.len()
    }
}

/// Cuts the page into its screens.
pub fn leaves(parts: &[Part]) -> Vec<Leaf> {
    let whole = parts.first().map(|part| part.title.as_str()).unwrap_or_default();
    parts.iter().flat_map(|part| of_part(part, whole)).collect()
}

fn of_part(part: &Part, whole: &str) -> Vec<Leaf> {
    let title = if part.title.is_empty() { whole } else { part.title.as_str() };
    let leaf = |begins: bool, sentences: Vec<Sentence>| Leaf {
        picture: part.picture,
        title: title.to_owned(),
        begins: begins && !part.title.is_empty(),
        sentences,
    };
    let mut leaves: Vec<Leaf> = Vec::new();
    for sentence in part.sentences.iter().flat_map(pieces) {
        match leaves.last_mut() {
            Some(open) if may_join(&open.sentences, &sentence) => open.sentences.push(sentence),
            _ => leaves.push(leaf(leaves.is_empty(), vec![sentence])),
        }
    }
    leaves
}

fn may_join(group: &[Sentence], next: &Sentence) -> bool {
    group.len() < GROUP && group.iter().chain([next]).map(letters).sum::<usize>() <= TOGETHER
}

fn letters(sentence: &Sentence) -> usize {
    sentence.text().chars().count()
}

/// Cuts what is too long for a screen at the ends of its sentences, else between two words.
fn pieces(sentence: &Sentence) -> Vec<Sentence> {
    if letters(sentence) <= LONGEST {
        return vec![sentence.clone()];
    }
    let mut pieces: Vec<Sentence> = Vec::new();
    let bits = sentence.0.iter().flat_map(|words| bits(&words.text).into_iter().map(move |bit| (bit, words.strong)));
    for (text, strong) in bits {
        let room = |piece: &Sentence| letters(piece) + 1 + text.chars().count() <= LONGEST;
        match pieces.last_mut().filter(|piece| room(piece)) {
            Some(open) => match open.0.last_mut().filter(|words| words.strong == strong) {
                Some(words) => words.text.extend([" ", &text]),
                None => open.0.push(Words { text: format!(" {text}"), strong }),
            },
            None => pieces.push(Sentence(vec![Words { text, strong }])),
        }
    }
    pieces
}

/// Returns the sentences of a text, none longer than a screen.
fn bits(text: &str) -> Vec<String> {
    let mut bits: Vec<String> = Vec::new();
    let mut ended = true;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let fits = |bit: &String| bit.chars().count() + 1 + word.chars().count() <= LONGEST;
        match bits.last_mut().filter(|bit| !ended && fits(bit)) {
            Some(open) => open.extend([" ", word]),
            None => bits.push(word.to_owned()),
        }
        ended = word.ends_with(['.', '!', '?', '…', '»']);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Sentence {
        Sentence(vec![Words { text: text.to_owned(), strong: false }])
    }

    fn part(title: &str, sentences: &[&str]) -> Part {
        let sentences = sentences.iter().map(|text| said(text)).collect();
        Part { picture: Some(Pictogram::Sun), title: title.to_owned(), sentences }
    }

    fn texts(leaf: &Leaf) -> Vec<String> {
        leaf.sentences.iter().map(Sentence::text).collect()
    }

    #[test]
    fn short_sentences_stand_together_by_three_and_the_title_is_read_once() {
        let found = leaves(&[part("Vos points forts", &["Un.", "Deux.", "Trois.", "Quatre."])]);
        assert_eq!(found.iter().map(texts).collect::<Vec<_>>(), [vec!["Un.", "Deux.", "Trois."], vec!["Quatre."]]);
        assert_eq!(found.iter().map(|leaf| leaf.begins).collect::<Vec<_>>(), [true, false]);
        assert!(found.iter().all(|leaf| leaf.title == "Vos points forts"));
    }

    #[test]
    fn long_sentences_stand_alone() {
        let long = "Vous avez aimé préparer des commandes, et les réponses que vous avez données le disent.";
        assert_eq!(leaves(&[part("Vos pistes", &[long, long])]).len(), 2);
    }

    #[test]
    fn a_part_without_a_title_stands_under_the_title_of_the_page_which_is_not_read_again() {
        let found = leaves(&[part("Ma boussole", &["Bonjour."]), part("", &["Cette page est à vous."])]);
        assert_eq!((found[1].title.as_str(), found[1].begins, found[1].spoken()), ("Ma boussole", false, 1));
    }

    #[test]
    fn what_is_too_long_is_cut_where_a_sentence_ends_and_loses_no_word() {
        let text =
            format!("«\u{A0}{} Oui\u{202F}? {}\u{A0}»", "J'aime ranger. ".repeat(20).trim(), "mot ".repeat(80).trim());
        let found = leaves(&[part("Vos mots", &[&text])]);
        let read: Vec<String> = found.iter().flat_map(texts).collect();
        assert_eq!(read.join(" "), text);
        assert!(read.iter().all(|piece| piece.chars().count() <= 190));
        assert!(read[0].ends_with("ranger."), "{read:?}");
    }

    #[test]
    fn a_strong_beginning_stays_strong_when_its_sentence_is_cut() {
        let strong = Words { text: "Logistique. ".to_owned(), strong: true };
        let plain = Words { text: "Vous aimez ranger les rayons. ".repeat(9).trim().to_owned(), strong: false };
        let part = Part { sentences: vec![Sentence(vec![strong, plain])], ..part("Vos pistes", &[]) };
        let found = leaves(&[part]);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].sentences[0].0[0], Words { text: "Logistique.".to_owned(), strong: true });
        assert!(found[1].sentences[0].0.iter().all(|words| !words.strong));
    }
}
