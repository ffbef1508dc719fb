//! How easy a text is to read, after the European easy-to-read guidelines (FALC): short sentences, no negation where it can be
//! avoided, no acronym, no figure that asks for a calculation. It advises and refuses nothing.

/// The longest sentence that is easy to read, in words.
pub const LONGEST_SENTENCE: usize = 15;

/// Acronyms that people who look for work live with: the words would be harder.
const KNOWN_ACRONYMS: [&str; 9] = ["BAC", "BEP", "CAF", "CAP", "CDD", "CDI", "RSA", "SMIC", "SMS"];

/// What would make a text easier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The longest sentence of the text.
    LongSentence {
        words: usize,
    },
    DoubleNegation,
    Percent,
    Decimal {
        number: String,
    },
    Acronym {
        word: String,
    },
}

/// Returns what would make a text easier for whoever reads little, each kind once.
pub fn advice(text: &str) -> Vec<Advice> {
    let words = longest_sentence(text);
    let long = (words > LONGEST_SENTENCE).then_some(Advice::LongSentence { words });
    let negation = sentences(text).any(is_double_negation).then_some(Advice::DoubleNegation);
    let percent = text.contains('%').then_some(Advice::Percent);
    let decimal = decimal(text).map(|number| Advice::Decimal { number });
    let acronym = acronyms(text).find(|word| !KNOWN_ACRONYMS.contains(word));
    let acronym = acronym.map(|word| Advice::Acronym { word: word.to_owned() });
    [long, negation, percent, decimal, acronym].into_iter().flatten().collect()
}

/// Returns the number of words of the longest sentence.
pub fn longest_sentence(text: &str) -> usize {
    sentences(text).map(|sentence| words(sentence).count()).max().unwrap_or(0)
}

/// Returns the stretches that a full stop, a question or exclamation mark or a line ends; the point of a number ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |(at, c): (usize, char)| match c {
        '!' | '?' | '…' | '\n' => true,
        '.' => !text.get(at + 1..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit())),
        _ => false,
    };
    let mut start = 0;
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|place| ends(*place)) {
        cuts.push((start, at));
        start = at + c.len_utf8();
    }
    cuts.push((start, text.len()));
    cuts.into_iter().filter_map(|(from, to)| text.get(from..to)).filter(|sentence| !sentence.trim().is_empty())
}

/// What is between spaces and says something: a lone colon or guillemet is no word, "d'accord" is one.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Returns the words in capitals of three letters or more.
pub fn acronyms(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3 && word.chars().all(char::is_uppercase))
}

/// Returns whether a sentence says "ne … pas" or its kin; "plus" and "personne" are left out, which often mean something else.
pub fn is_negation(sentence: &str) -> bool {
    negations(sentence) > 0
}

/// Two negations, or one that "sans" turns round: "vous n'êtes pas sans savoir".
fn is_double_negation(sentence: &str) -> bool {
    let lower = lowered(sentence);
    let is_without = |pair: &[&str]| matches!(pair, ["pas", "sans"]);
    let all: Vec<&str> = words(&lower).collect();
    negations(sentence) > 1 || all.windows(2).any(is_without)
}

fn lowered(sentence: &str) -> String {
    sentence.to_lowercase().replace('’', "'")
}

fn negations(sentence: &str) -> usize {
    let lower = lowered(sentence);
    let opens = |word: &str| word == "ne" || word.starts_with("n'");
    let closes = |word: &str| matches!(word.trim_matches(|c: char| !c.is_alphanumeric()), "pas" | "jamais" | "rien");
    let (mut n, mut is_open) = (0, false);
    for word in words(&lower) {
        if is_open && closes(word) {
            n += 1;
            is_open = false;
        } else if opens(word) {
            is_open = true;
        }
    }
    n
}

/// Returns the first number with a decimal part.
fn decimal(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let candidates = text.split(|c: char| !is_part(c)).map(|part| part.trim_matches([',', '.']));
    let is_decimal = |part: &&str| {
        let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        part.split_once([',', '.']).is_some_and(|(whole, rest)| digits(whole) && digits(rest))
    };
    candidates.filter(|part| part.chars().any(|c| c.is_ascii_digit())).find(is_decimal).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_sixteen_words_is_long() {
        assert_eq!(advice("Vous lisez un mot puis un autre et encore un autre mot dans le livre."), []);
        let sixteen = "Vous lisez un mot puis un autre et encore un autre mot dans le livre bleu.";
        assert_eq!(advice(sixteen), [Advice::LongSentence { words: 16 }]);
        assert_eq!(
            advice("Vous aidez. Vous rangez. Vous écoutez. Vous notez. Vous classez tout cela dans le bon ordre."),
            []
        );
    }

    #[test]
    fn one_negation_is_said_and_two_are_too_many() {
        assert_eq!(advice("Vous n'aimez pas le bruit."), []);
        assert_eq!(advice("Vous n’aimez pas ne jamais finir."), [Advice::DoubleNegation]);
        assert_eq!(advice("Vous n'êtes pas sans savoir lire un plan."), [Advice::DoubleNegation]);
        assert_eq!(advice("Vous n'aimez pas le bruit. Vous ne criez jamais."), [], "two sentences");
    }

    #[test]
    fn a_percentage_and_a_decimal_ask_for_a_calculation() {
        assert_eq!(advice("Une aide de 50 % du prix."), [Advice::Percent]);
        assert_eq!(advice("Un trajet de 1,5 heure."), [Advice::Decimal { number: "1,5".to_owned() }]);
        assert_eq!(advice("Rendez-vous le 31/01/2027, à 9 h 30, salle 2."), []);
        assert_eq!(advice("Appelez le 03.53.01.20.26."), [], "a telephone number is no decimal");
    }

    #[test]
    fn an_acronym_is_known_or_written_out() {
        assert_eq!(advice("Une PMSMP en janvier."), [Advice::Acronym { word: "PMSMP".to_owned() }]);
        assert_eq!(advice("Un CDI de jour, avec un CAP."), []);
        assert_eq!(advice("À 14 H, avec P. L. Morel."), []);
    }

    #[test]
    fn nothing_is_said_of_an_empty_text() {
        assert_eq!(advice(""), []);
        assert_eq!(advice(" \n"), []);
    }
}
