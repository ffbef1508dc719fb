//! What would make a sentence easier to read, said to whoever writes it.

use crate::domain::easy_reading::Advice;
use crate::tr;

/// Returns the advice in one or two short sentences.
pub fn reading_advice(advice: &Advice) -> String {
    match advice {
        Advice::LongSentence { words } => tr!("advice-long-sentence", words = *words),
        Advice::DoubleNegation => tr!("advice-double-negation"),
        Advice::Percent => tr!("advice-percent"),
        Advice::Decimal { number } => tr!("advice-decimal", number = number.as_str()),
        Advice::Acronym { word } => tr!("advice-acronym", word = word.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::easy_reading::advice;

    #[test]
    fn a_sentence_of_twenty_one_words_is_to_be_cut_in_two() {
        let sentence = "Vous aimez travailler avec les autres et vous avez montré que vous saviez les aider sans jamais perdre votre calme habituel.";
        let said: Vec<String> = advice(sentence).iter().map(reading_advice).collect();
        assert_eq!(said, ["Phrase longue\u{A0}: 21 mots. Coupez-la en deux."]);
    }
}
