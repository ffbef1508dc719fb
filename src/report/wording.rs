//! Strings as they may be printed: French typography, no hidden characters, no glyph the fonts lack.

use super::face::covers;
use crate::i18n::typeset;

/// Returns the text ready to be placed. Line feeds stay; other control characters and marks that change the
/// writing direction go; a character without a glyph becomes its nearest base, else a question mark.
pub fn printable(text: &str) -> String {
    let plain: String = text.chars().filter_map(shown).collect();
    let mut text = typeset(&plain);
    for title in ["M.", "MM.", "Mme", "Mmes"] {
        text = held(&text, title);
    }
    text
}

/// Holds a courtesy title to the name after it.
fn held(text: &str, title: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(title) {
        let (before, after) = rest.split_at(at);
        let (_, after) = after.split_at(title.len());
        let starts_word = !out.ends_with(char::is_alphanumeric) || !before.is_empty();
        let starts_word = starts_word && !before.ends_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(title);
        rest = match after.strip_prefix(' ') {
            Some(name) if starts_word => {
                out.push('\u{A0}');
                name
            }
            _ => after,
        };
    }
    out.push_str(rest);
    out
}

fn shown(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\t' => Some(' '),
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => None,
        c if c.is_control() => None,
        c if covers(c) => Some(c),
        c => nearest(c),
    }
}

fn nearest(c: char) -> Option<char> {
    match c {
        // A mark that the font cannot combine leaves its base letter.
        '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' => None,
        '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{2010}' | '\u{2011}' | '\u{2043}' => Some('-'),
        '\u{2012}' | '\u{2015}' => Some('–'),
        '\u{25AA}' | '\u{25E6}' | '\u{2023}' | '\u{25CB}' | '\u{26AB}' => Some('•'),
        '\u{2794}' | '\u{27A4}' | '\u{21D2}' => Some('→'),
        // Full-width forms of the ASCII range.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c).wrapping_sub(0xFEE0)),
        _ => Some('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn direction_overrides_and_controls_disappear() {
        assert_eq!(printable("a\u{202E}b\u{7}c\u{200F}d"), "abcd");
    }

    #[test]
    fn a_missing_glyph_becomes_a_question_mark() {
        assert_eq!(printable("漢 Ａ e\u{301}"), "?\u{202F}A e".replace('\u{202F}', " "));
    }

    #[test]
    fn a_courtesy_title_holds_its_name() {
        assert_eq!(printable("Mme Dubois et M. Roy, ADAM. Fin"), "Mme\u{A0}Dubois et M.\u{A0}Roy, ADAM. Fin");
    }

    #[test]
    fn french_letters_stay() {
        let text = "Œuvre, Çağlar, où, Écart, Žižek, Нина";
        assert_eq!(printable(text), text);
    }
}
