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

#[cfg(test)]
mod tests {
    use super::typeset;

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
