//! Digits with what stands around them: dates, hours, money, measures, telephone numbers.
//!
//! Each reader takes a text that begins with a digit, whose spaces are plain, and returns the words with what is left.

use chrono::{Datelike, NaiveDate};

use super::numeral::Gender::{self, Feminine, Masculine};
use super::numeral::{cardinal, digits, ordinal};
use crate::i18n::month_name;

/// Words, and the text after them.
type Reading<'t> = (String, &'t str);

/// Reads the digits at the beginning of a text; none when it begins otherwise.
pub(super) fn read(text: &str) -> Option<Reading<'_>> {
    telephone(text)
        .or_else(|| date(text))
        .or_else(|| clock(text))
        .or_else(|| rank(text))
        .or_else(|| list(text))
        .or_else(|| number(text))
}

/// Splits the digits at the beginning.
fn run(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Splits exactly that many digits, which no other digit follows.
fn exactly(text: &str, count: usize) -> Option<(&str, &str)> {
    run(text).filter(|(digits, _)| digits.len() == count)
}

fn value(digits: &str) -> Option<u64> {
    digits.parse().ok()
}

/// Returns whether a symbol that ends here is a whole one: « 5 m », not « 5 mois » nor « 5 m'ont ».
fn ends_a_symbol(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'))
}

/// « 06 12 34 56 78 », « 0612345678 », « 33 6 12 34 56 78 » after its plus: by pairs, as it is dictated.
fn telephone(text: &str) -> Option<Reading<'_>> {
    let separated = |text: &str| text.strip_prefix([' ', '.', '-']).map_or(text.len(), str::len);
    let take = |at: usize, count: usize| -> Option<(&str, usize)> {
        let rest = text.get(at..)?;
        let taken = rest.get(..count).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
        Some((taken, text.len() - separated(&rest[count..])))
    };
    let mut said = Vec::new();
    let mut at = 0;
    let country = take(0, 2).filter(|(code, next)| *code == "33" && *next < text.len());
    if let Some((code, next)) = country {
        let (first, next) = take(next, 1).filter(|(first, _)| *first != "0")?;
        said.extend([pair(code), pair(first)]);
        at = next;
    } else {
        let (first, next) = take(0, 2).filter(|(first, _)| first.starts_with('0') && *first != "00")?;
        said.push(pair(first));
        at = at.max(next);
    }
    let mut end = at;
    for _ in 0..4 {
        let (two, next) = take(at, 2)?;
        end = at + two.len();
        said.push(pair(two));
        at = next;
    }
    let rest = text.get(end..)?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| (said.join(", "), rest))
}

fn pair(two: &str) -> String {
    if two.starts_with('0') { digits(two) } else { cardinal(value(two).unwrap_or_default(), Masculine) }
}

/// « 24/11/2026 », « 2026-11-24 », and « 24/11 » where both are of two digits.
fn date(text: &str) -> Option<Reading<'_>> {
    let (first, rest) = run(text)?;
    if let Some((month, rest)) = rest.strip_prefix('-').and_then(|rest| exactly(rest, 2)) {
        let (day, rest) = exactly(rest.strip_prefix('-')?, 2)?;
        let year = Some(first).filter(|year| year.len() == 4)?;
        return Some((said_day(day, month, Some(year))?, rest));
    }
    let (month, rest) = run(rest.strip_prefix('/')?)?;
    if let Some((year, rest)) = rest.strip_prefix('/').and_then(|rest| exactly(rest, 4)) {
        return Some((said_day(first, month, Some(year))?, rest));
    }
    let two = first.len() == 2 && month.len() == 2 && !rest.starts_with('/');
    two.then(|| said_day(first, month, None)).flatten().map(|words| (words, rest))
}

fn said_day(day: &str, month: &str, year: Option<&str>) -> Option<String> {
    // A leap year has all the days that any year has.
    let (year_number, day, month) = (year.unwrap_or("2024").parse().ok()?, day.parse().ok()?, month.parse().ok()?);
    let date = NaiveDate::from_ymd_opt(year_number, month, day)?;
    let number = if day == 1 { ordinal(1, Masculine) } else { cardinal(u64::from(day), Masculine) };
    let year = year.map(|_| format!(" {}", cardinal(u64::from(date.year().unsigned_abs()), Masculine)));
    Some(format!("{number} {}{}", month_name(date), year.unwrap_or_default()))
}

/// « 14 h 30 », « 14h », « 14:30 », « 1 h 30 min ».
fn clock(text: &str) -> Option<Reading<'_>> {
    let (hours, rest) = run(text).filter(|(hours, _)| hours.len() <= 3)?;
    let hours = value(hours)?;
    let minutes = |rest| {
        let (minutes, rest) = exactly(rest, 2)?;
        Some((value(minutes).filter(|minutes| *minutes < 60)?, rest))
    };
    if let Some((minutes, rest)) = rest.strip_prefix(':').and_then(minutes).filter(|_| hours < 24) {
        return ends_a_symbol(rest).then(|| (said_time(hours, minutes), rest));
    }
    let after = rest.trim_start_matches(' ').strip_prefix('h')?;
    if let Some((minutes, rest)) = minutes(after.trim_start_matches(' ')).filter(|(_, rest)| ends_a_symbol(rest)) {
        let unit = rest.trim_start_matches(' ').strip_prefix("min").filter(|rest| ends_a_symbol(rest));
        return Some(match unit {
            Some(rest) => {
                let said = counted(minutes, "minute", "minutes", Feminine);
                (format!("{} {said}", said_time(hours, 0)), rest)
            }
            None => (said_time(hours, minutes), rest),
        });
    }
    let per = after.starts_with('/');
    (ends_a_symbol(after) && !per).then(|| (said_time(hours, 0), after))
}

fn said_time(hours: u64, minutes: u64) -> String {
    let hours = counted(hours, "heure", "heures", Feminine);
    if minutes == 0 { hours } else { format!("{hours} {}", cardinal(minutes, Feminine)) }
}

/// French counts in the plural from two on.
fn counted(number: u64, one: &str, many: &str, gender: Gender) -> String {
    format!("{} {}", cardinal(number, gender), if number < 2 { one } else { many })
}

/// « 1er », « 2e », « 1re », « 2nd ».
fn rank(text: &str) -> Option<Reading<'_>> {
    const ENDS: [(&str, Gender, &str); 16] = [
        ("ères", Feminine, "s"),
        ("ère", Feminine, ""),
        ("res", Feminine, "s"),
        ("re", Feminine, ""),
        ("ers", Masculine, "s"),
        ("er", Masculine, ""),
        ("èmes", Masculine, "s"),
        ("ème", Masculine, ""),
        ("emes", Masculine, "s"),
        ("eme", Masculine, ""),
        ("es", Masculine, "s"),
        ("e", Masculine, ""),
        ("ndes", Feminine, "s"),
        ("nde", Feminine, ""),
        ("nds", Masculine, "s"),
        ("nd", Masculine, ""),
    ];
    let (number, rest) = run(text)?;
    let number = value(number).filter(|number| *number > 0)?;
    let (end, gender, plural, rest) = ENDS.iter().find_map(|(end, gender, plural)| {
        let rest = rest.strip_prefix(end)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some((*end, *gender, *plural, rest))
    })?;
    let words = match (end.starts_with("nd"), gender) {
        (true, Masculine) => "second".to_owned(),
        (true, Feminine) => "seconde".to_owned(),
        (false, _) => ordinal(number, gender),
    };
    Some((format!("{words}{plural}"), rest))
}

/// « 1,2,3 », and « 1.2.3 » of a version: no decimals.
fn list(text: &str) -> Option<Reading<'_>> {
    let (first, mut rest) = run(text)?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, ',' | '.'))?;
    let mut said = vec![cardinal_of(first, Masculine)];
    while let Some((next, after)) = rest.strip_prefix(mark).and_then(run) {
        said.push(cardinal_of(next, Masculine));
        rest = after;
    }
    (said.len() > 2).then(|| (said.join(if mark == '.' { " point " } else { ", " }), rest))
}

/// A number as it is written: its digits without spaces, and its decimals.
struct Number<'t> {
    whole: String,
    decimals: Option<&'t str>,
}

impl Number<'_> {
    fn value(&self) -> u64 {
        value(&self.whole).unwrap_or(u64::MAX)
    }

    fn is_plural(&self) -> bool {
        self.value() >= 2
    }

    fn said(&self, gender: Gender) -> String {
        let Some(decimals) = self.decimals else { return cardinal_of(&self.whole, gender) };
        let zeros = decimals.len() - decimals.trim_start_matches('0').len();
        let rest = decimals.get(zeros..).unwrap_or_default();
        let mut said = format!("{} virgule{}", cardinal_of(&self.whole, Masculine), " zéro".repeat(zeros));
        if !rest.is_empty() {
            // Beyond thousandths, digits one by one are easier to follow.
            let rest = if decimals.len() > 3 { digits(rest) } else { cardinal_of(rest, Masculine) };
            said.extend([" ", &rest]);
        }
        said
    }
}

fn cardinal_of(whole: &str, gender: Gender) -> String {
    value(whole).map_or_else(|| digits(whole), |number| cardinal(number, gender))
}

/// Splits a number: thousands may be apart, decimals follow a comma or a point.
fn written(text: &str) -> Option<(Number<'_>, &str)> {
    let (first, mut rest) = run(text)?;
    let mut whole = first.to_owned();
    if first.len() <= 3 && !first.starts_with('0') {
        while let Some((group, after)) = rest.strip_prefix(' ').and_then(|rest| exactly(rest, 3)) {
            whole.push_str(group);
            rest = after;
        }
    }
    Some(match rest.strip_prefix([',', '.']).and_then(run) {
        Some((decimals, after)) => (Number { whole, decimals: Some(decimals) }, after),
        None => (Number { whole, decimals: None }, rest),
    })
}

/// Any other number, with its unit.
fn number(text: &str) -> Option<Reading<'_>> {
    let (number, rest) = written(text)?;
    let close = rest.strip_prefix(' ').unwrap_or(rest);
    if let Some(found) = money(&number, close) {
        return Some(per(found));
    }
    if let Some(rest) = close.strip_prefix('%') {
        return Some((format!("{} pour cent", number.said(Masculine)), rest));
    }
    if let Some(rest) = close.strip_prefix('°') {
        let rest = rest.strip_prefix('C').filter(|rest| ends_a_symbol(rest)).unwrap_or(rest);
        let degrees = if number.is_plural() { "degrés" } else { "degré" };
        return Some((format!("{} {degrees}", number.said(Masculine)), rest));
    }
    if let Some((unit, rest)) = unit(close) {
        let name = if number.is_plural() { unit.many } else { unit.one };
        return Some(per((format!("{} {name}", number.said(unit.gender)), rest)));
    }
    if number.decimals.is_none() {
        if let Some(found) = fraction(number.value(), rest) {
            return Some(found);
        }
        if number.whole.len() > 1 && number.whole.starts_with('0') {
            return Some((digits(&number.whole), rest));
        }
    }
    let words = number.said(gender_of(close));
    let range = rest.strip_prefix(['-', '–']).filter(|after| run(after).is_some_and(|(_, end)| !end.starts_with('-')));
    Some(range.map_or((words.clone(), rest), |after| (format!("{words} à"), after)))
}

fn money<'t>(number: &Number<'_>, text: &'t str) -> Option<Reading<'t>> {
    let rest = ["€", "euros", "euro", "EUR"].iter().find_map(|name| text.strip_prefix(name))?;
    ends_a_symbol(rest).then_some(())?;
    let whole = number.value();
    let euros = || {
        let of = whole > 0 && whole.is_multiple_of(1_000_000);
        let name = if whole < 2 { "euro" } else { "euros" };
        format!("{}{}{name}", number_words(whole), if of { " d'" } else { " " })
    };
    let cents = match number.decimals {
        None => Some(0),
        Some(tenths) if tenths.len() == 1 => value(tenths).map(|tenths| tenths * 10),
        Some(cents) if cents.len() == 2 => value(cents),
        Some(_) => None,
    };
    let words = match (whole, cents) {
        (_, None) => format!("{} {}", number.said(Masculine), if whole < 2 { "euro" } else { "euros" }),
        (0, Some(cents)) if cents > 0 => counted(cents, "centime", "centimes", Masculine),
        (_, Some(0)) => euros(),
        (_, Some(cents)) => format!("{} {}", euros(), number_words(cents)),
    };
    Some((words, rest))
}

fn number_words(number: u64) -> String {
    cardinal(number, Masculine)
}

/// Adds « par heure » after an amount or a measure.
fn per((words, rest): Reading<'_>) -> Reading<'_> {
    let Some(after) = rest.strip_prefix('/').filter(|after| after.starts_with(char::is_alphabetic)) else {
        return (words, rest);
    };
    match unit(after) {
        Some((unit, rest)) if unit.symbol == "h" && words.ends_with("mètres") => (format!("{words} à l'heure"), rest),
        Some((unit, rest)) => (format!("{words} par {}", unit.one), rest),
        None => (format!("{words} par"), after),
    }
}

/// « 3/4 », « 12/20 ».
fn fraction(above: u64, text: &str) -> Option<Reading<'_>> {
    let (below, rest) = run(text.strip_prefix('/')?).filter(|(_, rest)| !rest.starts_with('/'))?;
    let below = value(below)?;
    let words = match (above, below) {
        (1, 2) => "un demi".to_owned(),
        (1, 3) => "un tiers".to_owned(),
        (2, 3) => "deux tiers".to_owned(),
        (1, 4) => "un quart".to_owned(),
        (3, 4) => "trois quarts".to_owned(),
        _ => format!("{} sur {}", number_words(above), number_words(below)),
    };
    Some((words, rest))
}

/// A unit of measure, as it is written and as it is said.
struct Unit {
    symbol: &'static str,
    one: &'static str,
    many: &'static str,
    gender: Gender,
}

const fn he(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, one, many, gender: Masculine }
}

const fn she(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, one, many, gender: Feminine }
}

const UNITS: [Unit; 36] = [
    he("km²", "kilomètre carré", "kilomètres carrés"),
    he("cm²", "centimètre carré", "centimètres carrés"),
    he("m²", "mètre carré", "mètres carrés"),
    he("cm³", "centimètre cube", "centimètres cubes"),
    he("m³", "mètre cube", "mètres cubes"),
    he("km", "kilomètre", "kilomètres"),
    he("cm", "centimètre", "centimètres"),
    he("mm", "millimètre", "millimètres"),
    he("m", "mètre", "mètres"),
    he("kg", "kilo", "kilos"),
    he("mg", "milligramme", "milligrammes"),
    he("g", "gramme", "grammes"),
    she("t", "tonne", "tonnes"),
    he("cl", "centilitre", "centilitres"),
    he("ml", "millilitre", "millilitres"),
    he("mL", "millilitre", "millilitres"),
    he("L", "litre", "litres"),
    he("l", "litre", "litres"),
    she("h", "heure", "heures"),
    she("min", "minute", "minutes"),
    she("mn", "minute", "minutes"),
    she("sec", "seconde", "secondes"),
    she("s", "seconde", "secondes"),
    he("j", "jour", "jours"),
    he("Ko", "kilooctet", "kilooctets"),
    he("Mo", "mégaoctet", "mégaoctets"),
    he("Go", "gigaoctet", "gigaoctets"),
    he("kWh", "kilowattheure", "kilowattheures"),
    he("kW", "kilowatt", "kilowatts"),
    he("W", "watt", "watts"),
    he("V", "volt", "volts"),
    he("dB", "décibel", "décibels"),
    he("ha", "hectare", "hectares"),
    he("kcal", "kilocalorie", "kilocalories"),
    he("pt", "point", "points"),
    he("pts", "point", "points"),
];

fn unit(text: &str) -> Option<(&'static Unit, &str)> {
    UNITS.iter().find_map(|unit| {
        let rest = text.strip_prefix(unit.symbol)?;
        (ends_a_symbol(rest) && !rest.starts_with(['²', '³'])).then_some((unit, rest))
    })
}

/// Feminine words that are often counted on these screens; endings tell the others.
const FEMININE: [&str; 36] = [
    "heure",
    "minute",
    "seconde",
    "journée",
    "semaine",
    "année",
    "fois",
    "personne",
    "réponse",
    "page",
    "séance",
    "évaluation",
    "image",
    "figure",
    "case",
    "phrase",
    "ligne",
    "colonne",
    "boîte",
    "pièce",
    "bouteille",
    "caisse",
    "palette",
    "tonne",
    "erreur",
    "étape",
    "tâche",
    "liste",
    "lettre",
    "carte",
    "table",
    "chaise",
    "vis",
    "place",
    "demi",
    "demie",
];

const FEMININE_ENDS: [&str; 6] = ["tion", "sion", "ette", "ance", "elle", "ure"];

/// Returns the gender of the word that a number counts, masculine where it is not known.
fn gender_of(text: &str) -> Gender {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let one = word.strip_suffix('s').filter(|_| !FEMININE.contains(&word.as_str())).unwrap_or(&word);
    let feminine = FEMININE.contains(&one) || FEMININE_ENDS.iter().any(|end| one.ends_with(end));
    if feminine { Feminine } else { Masculine }
}
