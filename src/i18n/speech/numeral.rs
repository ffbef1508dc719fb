//! Whole numbers in words, as they are said in France.

/// The gender of what is counted: « un kilo », « une heure ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

/// The first number that is said digit by digit: nobody hears more than billions.
const TOO_LARGE: u64 = 1_000_000_000_000;

const SMALL: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];

const TENS: [&str; 7] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

/// Returns the number in words: "quatre-vingts", "vingt et une", "deux mille vingt-six".
pub(super) fn cardinal(number: u64, gender: Gender) -> String {
    if number >= TOO_LARGE {
        return digits(&number.to_string());
    }
    if number == 0 {
        return small(0).to_owned();
    }
    let mut parts = Vec::new();
    for (size, name) in [(1_000_000_000, "milliard"), (1_000_000, "million")] {
        match number / size % 1000 {
            0 => {}
            1 => parts.push(format!("un {name}")),
            count => parts.push(format!("{} {name}s", below_thousand(count, Gender::Masculine, Place::Last))),
        }
    }
    match number / 1000 % 1000 {
        0 => {}
        1 => parts.push("mille".to_owned()),
        count => parts.push(format!("{} mille", below_thousand(count, Gender::Masculine, Place::BeforeThousand))),
    }
    if !number.is_multiple_of(1000) {
        parts.push(below_thousand(number % 1000, gender, Place::Last));
    }
    parts.join(" ")
}

/// Returns the rank in words: "premier", "vingt et unième".
pub(super) fn ordinal(number: u64, gender: Gender) -> String {
    if number == 1 {
        return match gender {
            Gender::Masculine => "premier".to_owned(),
            Gender::Feminine => "première".to_owned(),
        };
    }
    let words = cardinal(number, Gender::Masculine);
    let singular = ["vingts", "cents", "millions", "milliards"].iter().any(|plural| words.ends_with(plural));
    let stem = if singular { words.strip_suffix('s').unwrap_or(&words) } else { &words };
    if let Some(before) = stem.strip_suffix("neuf") {
        return format!("{before}neuvième");
    }
    if stem.ends_with("cinq") {
        return format!("{stem}uième");
    }
    format!("{}ième", stem.strip_suffix('e').unwrap_or(stem))
}

/// Returns the digits one by one, as a number too long for words is said.
pub(super) fn digits(text: &str) -> String {
    let said: Vec<&str> = text.bytes().filter(u8::is_ascii_digit).map(|digit| small(u64::from(digit - b'0'))).collect();
    said.join(" ")
}

/// Where a group of three digits stands: « quatre-vingts » loses its s before « mille ».
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Last,
    BeforeThousand,
}

fn below_thousand(number: u64, gender: Gender, place: Place) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let head = match hundreds {
        0 => return below_hundred(rest, gender, place),
        1 => "cent".to_owned(),
        count => format!("{} cent", small(count)),
    };
    match rest {
        0 if hundreds > 1 && place == Place::Last => format!("{head}s"),
        0 => head,
        _ => format!("{head} {}", below_hundred(rest, gender, place)),
    }
}

fn below_hundred(number: u64, gender: Gender, place: Place) -> String {
    let unit = |number: u64| match (number, gender) {
        (1, Gender::Feminine) => "une",
        _ => small(number),
    };
    match number {
        0..=16 => unit(number).to_owned(),
        17..=19 => format!("dix-{}", small(number - 10)),
        80 if place == Place::Last => "quatre-vingts".to_owned(),
        80 => "quatre-vingt".to_owned(),
        71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", below_hundred(number - 60, gender, place)),
        81..=99 => format!("quatre-vingt-{}", below_hundred(number - 80, gender, place)),
        _ => {
            let tens = TENS.get((number / 10) as usize).copied().unwrap_or_default();
            match number % 10 {
                0 => tens.to_owned(),
                1 => format!("{tens} et {}", unit(1)),
                rest => format!("{tens}-{}", small(rest)),
            }
        }
    }
}

fn small(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|index| SMALL.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Gender::{Feminine, Masculine};
    use super::*;

    /// Forms of the Académie française's table of numbers, with the traditional hyphens.
    #[test]
    fn numbers_are_written_as_the_academy_writes_them() {
        for (number, words) in [
            (0, "zéro"),
            (16, "seize"),
            (17, "dix-sept"),
            (21, "vingt et un"),
            (70, "soixante-dix"),
            (71, "soixante et onze"),
            (72, "soixante-douze"),
            (79, "soixante-dix-neuf"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (91, "quatre-vingt-onze"),
            (99, "quatre-vingt-dix-neuf"),
            (100, "cent"),
            (101, "cent un"),
            (200, "deux cents"),
            (280, "deux cent quatre-vingts"),
            (1000, "mille"),
            (1250, "mille deux cent cinquante"),
            (2026, "deux mille vingt-six"),
            (80_000, "quatre-vingt mille"),
            (200_000, "deux cent mille"),
            (80_000_000, "quatre-vingts millions"),
            (1_000_001, "un million un"),
            (2_000_000_000, "deux milliards"),
        ] {
            assert_eq!(cardinal(number, Masculine), words);
        }
    }

    #[test]
    fn one_agrees_with_what_is_counted() {
        assert_eq!(cardinal(1, Feminine), "une");
        assert_eq!(cardinal(21, Feminine), "vingt et une");
        assert_eq!(cardinal(81, Feminine), "quatre-vingt-une");
        assert_eq!(cardinal(71, Feminine), "soixante et onze");
        assert_eq!(cardinal(1000, Feminine), "mille");
        assert_eq!(cardinal(21_000, Feminine), "vingt et un mille");
    }

    #[test]
    fn ranks_end_in_ieme() {
        for (number, words) in [
            (1, "premier"),
            (2, "deuxième"),
            (3, "troisième"),
            (4, "quatrième"),
            (5, "cinquième"),
            (9, "neuvième"),
            (19, "dix-neuvième"),
            (21, "vingt et unième"),
            (80, "quatre-vingtième"),
            (200, "deux centième"),
            (1000, "millième"),
        ] {
            assert_eq!(ordinal(number, Masculine), words);
        }
        assert_eq!(ordinal(1, Feminine), "première");
    }

    #[test]
    fn what_is_too_long_for_words_is_said_digit_by_digit() {
        assert_eq!(digits("007"), "zéro zéro sept");
        assert_eq!(cardinal(1_000_000_000_000, Masculine).split(' ').count(), 13);
    }
}
