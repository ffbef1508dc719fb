//! Strings as they may be printed: French typography, no hidden characters, no glyph the fonts lack.

use super::face::covers;
use crate::i18n::typeset;

/// Returns the text ready to be placed. Line feeds stay; other control characters and marks that change the
/// writing direction go; a character without a glyph becomes its nearest base, else a question mark.
pub fn printable(text: &str) -> String {
    let plain: String = text.chars().filter_map(shown).collect();
    typeset(&plain)
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
    fn french_letters_stay() {
        let text = "Œuvre, Çağlar, où, Écart, Žižek, Нина";
        assert_eq!(printable(text), text);
    }
}
