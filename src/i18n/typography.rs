//! French typography: the spaces and apostrophes that a keyboard does not give.

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// Returns the text with narrow no-break spaces before `; ! ?`, no-break spaces before `:` and inside
/// guillemets, and typographic apostrophes. Text that is already typeset comes back unchanged.
pub fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' => out.push('\u{2019}'),
            ' ' => match chars.peek() {
                Some(';' | '!' | '?' | '%' | '€') => out.push(NARROW),
                Some(':' | '»') => out.push(NO_BREAK),
                _ if out.ends_with('«') => out.push(NO_BREAK),
                _ => out.push(' '),
            },
            _ => out.push(c),
        }
    }
    out
}

/// What Fluent puts around what is filled in.
const FILLED_BEGINS: char = '\u{2068}';
const FILLED_ENDS: char = '\u{2069}';

/// Returns the text without the marks around what was filled in, with « de » and « que » elided before a vowel: what people
/// wrote stays, the words of the program before it give way ("le dossier d'Amina"). An h or a y elides as it is said, which
/// its letter does not tell: it is left.
pub(super) fn elided(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some(at) = rest.find([FILLED_BEGINS, FILLED_ENDS]) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let begins = from.starts_with(FILLED_BEGINS);
        rest = from.trim_start_matches([FILLED_BEGINS, FILLED_ENDS]);
        let elides = ["de ", "De ", "que ", "Que "]
            .iter()
            .any(|word| out.strip_suffix(word).is_some_and(|left| !left.ends_with(|c: char| c.is_alphanumeric())));
        if begins && elides && rest.starts_with(is_vowel) {
            out.truncate(out.len() - 2);
            out.push('\'');
        }
    }
    out + rest
}

fn is_vowel(c: char) -> bool {
    "aàâäeéèêëiîïoôöuùûüœæAÀÂÄEÉÈÊËIÎÏOÔÖUÙÛÜŒÆ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{elided, typeset};

    #[test]
    fn a_word_of_the_program_is_elided_before_what_is_filled_in() {
        for (marked, said) in [
            ("Dossier de \u{2068}Amina\u{2069}", "Dossier d'Amina"),
            ("Parcours de \u{2068}Özgür Yıldız\u{2069}.", "Parcours d'Özgür Yıldız."),
            ("plus de \u{2068}\u{2068}une\u{2069} demi-journée\u{2069}", "plus d'une demi-journée"),
            ("Dossier de \u{2068}Zoé\u{2069}", "Dossier de Zoé"),
            ("de \u{2068}Hubert\u{2069} et de \u{2068}6\u{2069}", "de Hubert et de 6"),
            ("« \u{2068}Le choix de Amina\u{2069} »", "« Le choix de Amina »"),
            ("Code \u{2068}Aude\u{2069}", "Code Aude"),
        ] {
            assert_eq!(elided(marked), said);
        }
    }

    #[test]
    fn a_question_mark_never_starts_a_line() {
        assert_eq!(typeset("Ça va ?"), "Ça va\u{202F}?");
    }

    #[test]
    fn guillemets_hold_their_words() {
        assert_eq!(typeset("« oui » : l'ami"), "«\u{A0}oui\u{A0}»\u{A0}: l\u{2019}ami");
    }

    #[test]
    fn typesetting_twice_changes_nothing() {
        let once = typeset("« C'est fini ! » 12 %");
        assert_eq!(typeset(&once), once);
    }
}
