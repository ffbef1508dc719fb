//! One cell, from the words of its author to a value of the definition.

use toml_edit::{Array, InlineTable, Value};

use super::layout::Sort;
use crate::domain::definition_check::Reason;
use crate::domain::fold::plain_letters;

/// Reads a cell that is not blank.
pub fn value(sort: Sort, cell: &str) -> Result<Value, Reason> {
    let text = plain(cell);
    Ok(match sort {
        Sort::Text | Sort::Choice | Sort::Correct => text.into(),
        Sort::Word => word(&text).into(),
        Sort::Number => number(&text)?,
        Sort::Whole => match text.parse::<f64>() {
            Ok(whole) if whole.fract() == 0.0 && whole.abs() < 1e15 => (whole as i64).into(),
            _ => return Err(Reason::CellNoNumber { found: text }),
        },
        Sort::YesNo => match plain_letters(&text).as_str() {
            "oui" | "o" | "x" | "vrai" | "true" => true.into(),
            "non" | "n" | "faux" | "false" => false.into(),
            _ => return Err(Reason::CellNoYesNo { found: text }),
        },
        Sort::List => texts(text.split([';', '\n'])),
        // A spreadsheet may have made a true minus or a dash of the sign.
        Sort::Keys => texts(text.replace(['−', '–'], "-").split([',', ';', ' ', '\n'])),
    })
}

/// Returns the text with the plain apostrophes and spaces that definitions are written with.
fn plain(cell: &str) -> String {
    cell.trim().replace(['’', '‘'], "'").replace(['\u{A0}', '\u{202F}'], " ").replace("\r\n", "\n")
}

/// Returns a word of a closed list as the format spells it: « Choix unique » is `choix_unique`.
pub fn word(text: &str) -> String {
    plain_letters(text).split(|c: char| c.is_whitespace()).collect::<Vec<_>>().join("_")
}

fn texts<'t>(parts: impl Iterator<Item = &'t str>) -> Value {
    parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Array>().into()
}

/// Reads a number with a comma or a point.
pub fn number(text: &str) -> Result<Value, Reason> {
    let written: String = text.replace(',', ".").split_whitespace().collect();
    match written.parse::<f64>() {
        Ok(whole) if whole.fract() == 0.0 && whole.abs() < 1e15 => Ok((whole as i64).into()),
        Ok(number) if number.is_finite() => Ok(number.into()),
        _ => Err(Reason::CellNoNumber { found: text.to_owned() }),
    }
}

/// Reads the right answer of a question of this type.
pub fn correct(item_type: &str, cell: &str) -> Result<Value, Reason> {
    let text = plain(cell);
    let ids = |signs: &[char]| {
        let ids = text.to_lowercase();
        texts(ids.split(signs))
    };
    match item_type {
        "nombre" => Ok([number(&text)?].into_iter().collect::<Array>().into()),
        "ordre" => Ok(ids(&['>', ',', ';', ' '])),
        _ => Ok(ids(&[',', ';', '+', ' '])),
    }
}

/// Reads an option: `Je décide vite [D]`, `Toujours {3}`, `img/atelier.svg | Un atelier | Atelier`.
pub fn option(id: &str, cell: &str) -> Result<InlineTable, Reason> {
    let mut text = plain(cell);
    let mut option = InlineTable::new();
    option.insert("id", id.into());
    let dimension = take_suffix(&mut text, ('[', ']'));
    let points = take_suffix(&mut text, ('{', '}'));
    let mut parts = text.split('|').map(str::trim);
    let first = parts.next().unwrap_or_default();
    if is_picture(first) {
        option.insert("image", first.into());
        let mut put = |key: &str, part: Option<&str>| {
            if let Some(words) = part.filter(|words| !words.is_empty()) {
                option.insert(key, words.into());
            }
        };
        put("alt", parts.next());
        put("texte", parts.next());
    } else {
        option.insert("texte", text.trim().into());
    }
    if let Some(dimension) = dimension {
        option.insert("dimension", dimension.into());
    }
    if let Some(points) = points {
        option.insert("points", number(&points)?);
    }
    Ok(option)
}

fn is_picture(text: &str) -> bool {
    let lower = text.to_lowercase();
    [".svg", ".png", ".jpg", ".jpeg"].iter().any(|end| lower.ends_with(end)) && !text.contains(char::is_whitespace)
}

/// Takes `[D]` from the end of a text.
fn take_suffix(text: &mut String, (open, close): (char, char)) -> Option<String> {
    let (before, inside) = text.trim_end().strip_suffix(close)?.rsplit_once(open)?;
    let (before, inside) = (before.trim_end().to_owned(), inside.trim().to_owned());
    *text = before;
    Some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(sort: Sort, cell: &str) -> String {
        value(sort, cell).unwrap().to_string()
    }

    #[test]
    fn words_and_numbers_are_read_as_people_write_them() {
        assert_eq!(written(Sort::Word, "Choix unique"), "\"choix_unique\"");
        assert_eq!(written(Sort::Word, "Validé"), "\"valide\"");
        assert_eq!(written(Sort::Number, "2,60"), "2.6");
        assert_eq!(written(Sort::Number, "1 000"), "1000");
        assert_eq!(written(Sort::Whole, "5"), "5");
        assert_eq!(written(Sort::YesNo, "Oui"), "true");
        assert_eq!(written(Sort::Text, "J’aime"), "\"J'aime\"");
        assert_eq!(written(Sort::Keys, "E1, −E2 ; E3"), "[\"E1\", \"-E2\", \"E3\"]");
        assert_eq!(written(Sort::List, "Et vous ? ; Un exemple, ici ?"), "[\"Et vous ?\", \"Un exemple, ici ?\"]");
        assert_eq!(value(Sort::Whole, "2,5").unwrap_err(), Reason::CellNoNumber { found: "2,5".to_owned() });
        assert_eq!(value(Sort::YesNo, "peut-être").unwrap_err(), Reason::CellNoYesNo { found: "peut-être".to_owned() });
    }

    #[test]
    fn an_option_says_its_dimension_its_points_or_its_picture() {
        let read = |cell| option("a", cell).unwrap().to_string();
        assert_eq!(read("Je décide vite [D]"), r#"{ id = "a", texte = "Je décide vite", dimension = "D" }"#);
        assert_eq!(read("Toujours {3}"), r#"{ id = "a", texte = "Toujours", points = 3 }"#);
        assert_eq!(read("img/a.svg | Un atelier"), r#"{ id = "a", image = "img/a.svg", alt = "Un atelier" }"#);
        assert_eq!(read("De 8 h à 9 h (fermé)"), r#"{ id = "a", texte = "De 8 h à 9 h (fermé)" }"#);
    }

    #[test]
    fn a_right_answer_is_read_by_the_type_of_its_question() {
        let read = |item_type, cell| correct(item_type, cell).unwrap().to_string();
        assert_eq!(read("choix_unique", "B"), "[\"b\"]");
        assert_eq!(read("choix_multiple", "a, b, d"), "[\"a\", \"b\", \"d\"]");
        assert_eq!(read("ordre", "b > a > c"), "[\"b\", \"a\", \"c\"]");
        assert_eq!(read("nombre", "2,5"), "[2.5]");
    }
}
