//! What may be said, and how: no test publisher's brand in a title, and sentences that are easy to read.
//!
//! The reading rules follow the European easy-to-read guidelines (FALC): short sentences, no negation, no acronym.
//! They advise the author and refuse nothing.

use crate::domain::assessment::ReadingLevel;
use crate::domain::definition_check::Reason;
use crate::domain::easy_reading::{LONGEST_SENTENCE, acronyms, is_negation, longest_sentence, sentences};
use crate::domain::fold::plain_letters;

use super::definition::{Definition, Reading, ReadingSort};
use super::reader::Findings;

const LONGEST_TITLE: usize = 60;
const LONGEST_STATEMENT: usize = 160;
const LONGEST_OPTION: usize = 60;
/// Beyond these, the smallest screen (1366 × 768) cannot show the question with its answers.
const STATEMENT_ON_SCREEN: usize = 240;
const OPTION_ON_SCREEN: usize = 120;
const DOCUMENT_LINES: usize = 6;
const DOCUMENT_LINES_ON_SCREEN: usize = 10;

/// Brands whose spelling does not matter: as words, folded.
const BRANDS: [(&str, &[&str]); 4] =
    [("MBTI", &["mbti"]), ("Myers-Briggs", &["myers", "briggs"]), ("Diagnoform", &["diagnoform"]), ("Pix", &["pix"])];
/// Brands that are ordinary words or names in another spelling.
const SPELLED_BRANDS: [&str; 3] = ["DiSC", "VIA", "Strong"];

pub fn check(definition: &Definition, findings: &mut Findings<'_>) {
    let level = definition.about.as_ref().map_or(ReadingLevel::Ordinary, |about| about.reading);
    for reading in &definition.readings {
        for reason in reasons(reading, level) {
            findings.note(reading.text.line, reading.key.clone(), reason);
        }
    }
    for (key, document) in &definition.documents {
        let n = document.value.trim().lines().count();
        if n > DOCUMENT_LINES_ON_SCREEN {
            findings.note(document.line, key.clone(), Reason::DoesNotFit);
        } else if n > DOCUMENT_LINES {
            findings.note(document.line, key.clone(), Reason::LongDocument { n, limit: DOCUMENT_LINES });
        }
    }
}

fn reasons(reading: &Reading, level: ReadingLevel) -> Vec<Reason> {
    let text = reading.text.value.as_str();
    let mut reasons = Vec::new();
    match reading.sort {
        ReadingSort::Title => {
            let n = text.chars().count();
            if reading.key == "meta.titre" && n > LONGEST_TITLE {
                reasons.push(Reason::TitleTooLong { n, limit: LONGEST_TITLE });
            }
            reasons.extend(brand(text).map(|word| Reason::BrandWord { word: word.to_owned() }));
        }
        ReadingSort::Statement => {
            reasons.extend(statement_reasons(text));
            if level != ReadingLevel::Ordinary {
                reasons.extend(easy_reading_reasons(text));
            }
        }
        ReadingSort::Option => {
            let n = text.chars().count();
            if n > OPTION_ON_SCREEN {
                reasons.push(Reason::DoesNotFit);
            } else if n > LONGEST_OPTION {
                reasons.push(Reason::LongOption { n, limit: LONGEST_OPTION });
            }
        }
        ReadingSort::Prose => {
            if level != ReadingLevel::Ordinary {
                reasons.extend(easy_reading_reasons(text));
            }
        }
    }
    reasons
}

/// Returns the brand that a title names, as its owner writes it.
pub fn brand(title: &str) -> Option<&'static str> {
    // An accent may be a character of its own, as macOS writes it.
    let title: String = title.chars().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).collect();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let folded: Vec<String> = words.iter().map(|word| plain_letters(word)).collect();
    let any_spelling = BRANDS.iter().find(|(_, parts)| {
        folded.windows(parts.len()).any(|window| window.iter().zip(*parts).all(|(word, part)| word == part))
    });
    let exact = || SPELLED_BRANDS.into_iter().find(|brand| words.contains(brand));
    any_spelling.map(|(name, _)| *name).or_else(exact)
}

fn statement_reasons(text: &str) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let n = text.chars().count();
    if n > STATEMENT_ON_SCREEN {
        reasons.push(Reason::DoesNotFit);
    } else if n > LONGEST_STATEMENT {
        reasons.push(Reason::LongStatement { n, limit: LONGEST_STATEMENT });
    }
    if text.matches('?').count() > 1 {
        reasons.push(Reason::DoubleQuestion);
    }
    if sentences(text).any(is_negation) {
        reasons.push(Reason::Negation);
    }
    reasons
}

fn easy_reading_reasons(text: &str) -> Vec<Reason> {
    let words = longest_sentence(text);
    let long = (words > LONGEST_SENTENCE).then_some(Reason::LongSentence { words, limit: LONGEST_SENTENCE });
    let acronym = acronyms(text).next().map(|word| Reason::Acronym { word: word.to_owned() });
    long.into_iter().chain(acronym).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_is_found_whatever_its_case_accents_and_dashes() {
        for title in [
            "Mon mbti",
            "Test Myers–Briggs",
            "MYERS\u{A0}BRIGGS",
            "Le diagnofôrm",
            "PIX emploi",
            "Profil DiSC®",
            "Mon Pi\u{301}x",
        ] {
            assert!(brand(title).is_some(), "{title}");
        }
    }

    #[test]
    fn an_ordinary_word_is_no_brand() {
        for title in
            ["Mon disque", "Pixels et métiers", "Disc-jockey", "disc", "Via la mer", "strong", "Briggs et Myers"]
        {
            assert_eq!(brand(title), None, "{title}");
        }
        assert_eq!(brand("VIA"), Some("VIA"));
        assert_eq!(brand("Strong"), Some("Strong"));
    }

    #[test]
    fn a_sentence_of_sixteen_words_is_long() {
        let fifteen = "Je lis un mot puis un autre et encore un autre mot dans le livre.";
        assert_eq!(easy_reading_reasons(fifteen), []);
        let sixteen = "Je lis un mot puis un autre et encore un autre mot dans le livre bleu.";
        assert_eq!(easy_reading_reasons(sixteen), [Reason::LongSentence { words: 16, limit: 15 }]);
    }

    #[test]
    fn a_negation_is_found_inside_one_sentence() {
        assert_eq!(statement_reasons("Je n'aime pas parler."), [Reason::Negation]);
        assert_eq!(statement_reasons("Je ne range jamais."), [Reason::Negation]);
        assert_eq!(statement_reasons("Je marche pas à pas."), []);
        assert_eq!(statement_reasons("Une nouvelle idée me plaît. Pas à pas, j'avance."), []);
    }

    #[test]
    fn two_questions_in_one_are_found() {
        assert_eq!(statement_reasons("Aimez-vous lire ? Ou écrire ?"), [Reason::DoubleQuestion]);
    }

    #[test]
    fn an_acronym_is_found_and_a_first_name_initial_is_not() {
        assert_eq!(easy_reading_reasons("Mon CACES est là."), [Reason::Acronym { word: "CACES".to_owned() }]);
        assert_eq!(easy_reading_reasons("À 14 H, C. G. Jung."), []);
    }
}
