//! Names as people write them: what a file has in capitals is put in name case, and typed words are split into two names.

/// Words that stand small before the rest of a name.
const PARTICLES: [&str; 9] = ["de", "du", "des", "van", "von", "den", "der", "ter", "ten"];

/// Returns a name in name case when it is all in capitals: "ŒUVRARD-LECŒUR" is "Œuvrard-Lecœur", "VAN DEN BERGHE" is
/// "van den Berghe". A name with small letters, or of one letter, stays as its author wrote it.
pub fn name_case(name: &str) -> Option<String> {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || name.chars().any(char::is_lowercase) {
        return None;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let last = words.len().saturating_sub(1);
    let cased = words.iter().enumerate().map(|(place, word)| {
        let small = word.to_lowercase();
        if place < last && PARTICLES.contains(&small.as_str()) { small } else { capitalised(&small) }
    });
    Some(cased.collect::<Vec<_>>().join(" "))
}

/// Returns a word in small letters with a capital at its beginning and after each hyphen and apostrophe.
fn capitalised(word: &str) -> String {
    let mut begins = true;
    let mut cased = String::with_capacity(word.len());
    for letter in word.chars() {
        if begins {
            cased.extend(letter.to_uppercase());
        } else {
            cased.push(letter);
        }
        begins = matches!(letter, '-' | '\'' | '’');
    }
    cased
}

/// Returns the first and the last name that words typed in a search may stand for: lists are read by last name, so the first
/// word is the last name; figures are of a date or a number, not of a name.
pub fn typed_names(typed: &str) -> (String, String) {
    let is_name = |word: &&str| !word.chars().any(|c| c.is_ascii_digit());
    let words: Vec<&str> = typed.split_whitespace().filter(is_name).collect();
    let cased = |words: &[&str]| {
        let joined = words.join(" ");
        let is_plain = joined.chars().all(|c| !c.is_uppercase()) || joined.chars().all(|c| !c.is_lowercase());
        if is_plain { name_case(&joined.to_uppercase()).unwrap_or(joined) } else { joined }
    };
    let n_particles = words.iter().take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    let (last, first) = words.split_at((n_particles + 1).min(words.len()));
    (cased(first), cased(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_capitals_is_put_in_name_case() {
        for (written, name) in [
            ("ŒUVRARD-LECŒUR", "Œuvrard-Lecœur"),
            ("JEAN-LUC", "Jean-Luc"),
            ("D'HONDT", "D'Hondt"),
            ("DE LA FONTAINE", "de La Fontaine"),
            ("VAN DEN BERGHE", "van den Berghe"),
            ("LE GALL", "Le Gall"),
            ("EL AMRANI", "El Amrani"),
            ("ÉLODIE", "Élodie"),
            ("DU", "Du"),
        ] {
            assert_eq!(name_case(written).as_deref(), Some(name), "{written}");
        }
    }

    #[test]
    fn a_name_with_small_letters_stays_as_it_is() {
        for written in ["McDonald", "van Houtte", "Dubois", "O", "12"] {
            assert_eq!(name_case(written), None, "{written}");
        }
    }

    #[test]
    fn words_of_a_search_become_names() {
        let names = |typed: &str| typed_names(typed);
        assert_eq!(names("dubois amina"), ("Amina".to_owned(), "Dubois".to_owned()));
        assert_eq!(names("DUBOIS"), (String::new(), "Dubois".to_owned()));
        assert_eq!(names("van houtte jean-luc"), ("Jean-Luc".to_owned(), "van Houtte".to_owned()));
        assert_eq!(names("Dubois 03/04/1988"), (String::new(), "Dubois".to_owned()));
    }
}
