//! Shortened words, and capitals that are spelled.

/// When an abbreviation is one: « M. » before a name, « jeu. » before a day of the month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Point {
    /// Written without a point.
    Without,
    /// A point, if there is one, belongs to it.
    Maybe,
    /// The same, and the point also ends the sentence when a capital follows.
    MayEnd,
    /// A point makes it an abbreviation.
    Needed,
    /// A point, and then a capital.
    BeforeName,
    /// A point, and then a digit.
    BeforeDigit,
}

use Point::{BeforeDigit, BeforeName, MayEnd, Maybe, Needed, Without};

const WORDS: [(&str, Point, &str); 49] = [
    ("M", BeforeName, "monsieur"),
    ("MM", BeforeName, "messieurs"),
    ("Mme", Maybe, "madame"),
    ("Mmes", Maybe, "mesdames"),
    ("Mlle", Maybe, "mademoiselle"),
    ("Mlles", Maybe, "mesdemoiselles"),
    ("Dr", Maybe, "docteur"),
    ("etc", MayEnd, "et cetera"),
    ("ex", Needed, "exemple"),
    ("cf", Maybe, "voir"),
    ("env", Needed, "environ"),
    ("max", MayEnd, "maximum"),
    ("min", MayEnd, "minimum"),
    ("tél", Maybe, "téléphone"),
    ("Tél", Maybe, "téléphone"),
    ("p", BeforeDigit, "page"),
    ("av", Needed, "avenue"),
    ("bd", Maybe, "boulevard"),
    ("Bd", Maybe, "boulevard"),
    ("RDV", Without, "rendez-vous"),
    ("RdV", Without, "rendez-vous"),
    ("Rdv", Without, "rendez-vous"),
    ("rdv", Without, "rendez-vous"),
    ("RV", Without, "rendez-vous"),
    ("SVP", Without, "s'il vous plaît"),
    ("svp", Without, "s'il vous plaît"),
    ("qqch", Maybe, "quelque chose"),
    ("qqn", Maybe, "quelqu'un"),
    ("vs", Maybe, "contre"),
    ("lun", BeforeDigit, "lundi"),
    ("mar", BeforeDigit, "mardi"),
    ("mer", BeforeDigit, "mercredi"),
    ("jeu", BeforeDigit, "jeudi"),
    ("ven", BeforeDigit, "vendredi"),
    ("sam", BeforeDigit, "samedi"),
    ("dim", BeforeDigit, "dimanche"),
    ("janv", Needed, "janvier"),
    ("févr", Needed, "février"),
    ("fév", Needed, "février"),
    ("avr", Needed, "avril"),
    ("juil", Needed, "juillet"),
    ("sept", BeforeDigit, "septembre"),
    ("oct", Needed, "octobre"),
    ("nov", Needed, "novembre"),
    ("déc", Needed, "décembre"),
    ("kg", Without, "kilo"),
    ("km", Without, "kilomètre"),
    ("cm", Without, "centimètre"),
    ("kWh", Without, "kilowattheure"),
];

/// Capitals that have a vowel and are spelled all the same. Those without a vowel always are.
const SPELLED: [&str; 36] = [
    "AAH", "ACI", "APL", "ARE", "ASS", "BEP", "CAP", "CDI", "CE", "CIE", "CIP", "CPAM", "DAEU", "DUT", "EA", "EPI",
    "ESS", "ETP", "ETTI", "IA", "IAE", "IRM", "MSA", "ONG", "PMI", "PME", "PMSMP", "QCU", "QI", "RSA", "SUV", "TPE",
    "TVA", "UE", "USB", "VAE",
];

const LETTERS: [&str; 26] = [
    "a",
    "bé",
    "cé",
    "dé",
    "e",
    "èfe",
    "gé",
    "ache",
    "i",
    "ji",
    "ka",
    "èle",
    "ème",
    "ène",
    "o",
    "pé",
    "ku",
    "ère",
    "èsse",
    "té",
    "u",
    "vé",
    "double vé",
    "icse",
    "i grec",
    "zède",
];

/// A word as it is said, and the text after it.
pub(super) struct Said<'t> {
    pub words: String,
    pub rest: &'t str,
}

/// Returns how a word is said when it is not said as it is written; `rest` is the text after it.
pub(super) fn say<'t>(word: &str, rest: &'t str) -> Option<Said<'t>> {
    if matches!(word, "n" | "N" | "no")
        && let Some(rest) = rest.strip_prefix(['°', 'º'])
    {
        let (words, rest) = rest.strip_prefix('s').map_or(("numéro", rest), |rest| ("numéros", rest));
        return Some(Said { words: words.to_owned(), rest });
    }
    shortened(word, rest).or_else(|| spelled(word).map(|words| Said { words, rest }))
}

fn shortened<'t>(word: &str, rest: &'t str) -> Option<Said<'t>> {
    let (_, point, said) = WORDS.iter().find(|(short, ..)| *short == word)?;
    let after = rest.strip_prefix('.');
    let next = after.and_then(|after| after.trim_start().chars().next());
    let before_capital = next.is_some_and(char::is_uppercase);
    let rest = match point {
        Without => rest,
        Maybe => after.unwrap_or(rest),
        MayEnd => after.filter(|_| !before_capital && next.is_some()).unwrap_or(rest),
        Needed => after?,
        BeforeName => after.filter(|_| before_capital)?,
        BeforeDigit => after.filter(|_| next.is_some_and(|c| c.is_ascii_digit()))?,
    };
    Some(Said { words: (*said).to_owned(), rest })
}

/// Returns capitals letter by letter, or in small letters when they make a word.
fn spelled(word: &str) -> Option<String> {
    let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    if !capitals {
        return None;
    }
    let vowels = word.chars().any(|c| "AEIOUYÀÂÉÈÊËÎÏÔÙÛŒÆ".contains(c));
    if vowels && !SPELLED.contains(&word) {
        return Some(word.to_lowercase());
    }
    let letter = |c: char| {
        let index = u32::from(c).checked_sub(u32::from('A')).and_then(|index| usize::try_from(index).ok());
        index.and_then(|index| LETTERS.get(index)).map_or_else(|| c.to_string(), |name| (*name).to_owned())
    };
    Some(word.chars().map(letter).collect::<Vec<_>>().join(" "))
}
