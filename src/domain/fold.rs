//! Words compared as a reader hears them: without case, accents, spaces or final punctuation.

/// Returns the text in small letters without French accents.
///
/// An accent may also be a character of its own, as macOS writes it.
pub fn plain_letters(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '’' => '\'',
        other => other,
    };
    text.to_lowercase().chars().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).map(plain).collect()
}

/// Returns the words of a text, plain, with œ as oe: hyphens and apostrophes stand between words.
pub fn words(text: &str) -> Vec<String> {
    let plain = plain_letters(text).replace('œ', "oe").replace('æ', "ae");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns what was typed such that two spellings of one thing are equal.
pub fn typed(text: &str) -> String {
    let letters: String = plain_letters(text).chars().filter(|c| !c.is_whitespace()).collect();
    letters.trim_end_matches(['.', ',', ';', ':', '!', '?']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_a_final_full_stop_do_not_matter() {
        assert_eq!(typed("  Rendez-vous à L’école. "), typed("rendez-vous a l'ecole"));
        assert_eq!(typed("06 12 34"), typed("061234"));
        assert_eq!(typed("e\u{301}te\u{301}"), typed("été"));
        assert_eq!(words("Jean-Luc D’Hœdt"), ["jean", "luc", "d", "hoedt"]);
        assert_ne!(typed("paul@exemple.fr"), typed("paule@exemple.fr"));
    }
}
