//! The identity of each instrument, a paragraph each: what must be known before a number is trusted.

use super::content::Instrument;
use crate::report::document::{Block, TextStyle, plain, strong};
use crate::tr;

pub(super) fn blocks(instruments: &[Instrument]) -> Vec<Block> {
    if instruments.is_empty() {
        return Vec::new();
    }
    // What all instruments have in common is said once.
    let common = |text: fn(&Instrument) -> String| {
        let mut texts = instruments.iter().map(text);
        texts.next().filter(|first| instruments.len() > 1 && texts.all(|other| other == *first))
    };
    let shared = [common(population), common(|instrument| instrument.limits.clone())];
    let common_words: Vec<String> = shared.iter().flatten().cloned().collect();
    let [population_shared, limits_shared] = shared.map(|text| text.is_some());
    let paragraph = |instrument: &Instrument| {
        let source = format!("{} : {}", instrument.licence, instrument.source);
        let mut words = format!(", {}. {}. {}.", instrument.edition, instrument.sitting, capital(&source));
        let own = [(population_shared, population(instrument)), (limits_shared, instrument.limits.clone())];
        for (_, text) in own.iter().filter(|(is_shared, _)| !is_shared) {
            words.push(' ');
            words.push_str(&capital(text));
            if !text.ends_with('.') {
                words.push('.');
            }
        }
        Block::Paragraph { style: TextStyle::Small, spans: vec![strong(instrument.title.clone()), plain(words)] }
    };
    let mut blocks = vec![Block::heading(3, tr!("report-instruments"))];
    blocks.extend(instruments.iter().map(paragraph));
    if !common_words.is_empty() {
        blocks.push(Block::small(tr!("report-instruments-all", words = common_words.join(". "))));
    }
    blocks
}

fn population(instrument: &Instrument) -> String {
    format!("{} ; {}", instrument.norm, instrument.reliability)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
