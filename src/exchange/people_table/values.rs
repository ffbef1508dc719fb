//! What a cell means: dates, phones and post codes as spreadsheets leave them, put right where there is no doubt, and told.

use chrono::{Datelike, Days, NaiveDate};

use super::Cell;
use crate::domain::fold::words;
use crate::domain::people_file::{CellFault, Note};
use crate::domain::person::{Gender, written_phone};

/// A value, and what was put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<T> {
    pub value: T,
    pub note: Option<Note>,
}

impl<T> Reading<T> {
    fn plain(value: T) -> Self {
        Self { value, note: None }
    }

    fn with(value: T, note: Note) -> Self {
        Self { value, note: Some(note) }
    }
}

/// In which order a column writes the day and the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    DayFirst,
    /// Some dates of the column make sense in this order only, and none in the other only.
    MonthFirst,
}

/// Returns the order in which a column's dates make sense; the French one unless it cannot be.
pub fn date_order<'c>(cells: impl Iterator<Item = &'c Cell>) -> DateOrder {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        let parts = parts(text);
        if let Some([one, two, _]) = parts.as_deref().and_then(|parts| <[u32; 3]>::try_from(parts).ok())
            && one <= 31
        {
            day_first |= one > 12;
            month_first |= two > 12;
        }
    }
    if month_first && !day_first { DateOrder::MonthFirst } else { DateOrder::DayFirst }
}

/// Reads a date. A year of two figures is of the last hundred years before `today`.
pub fn date(cell: &Cell, order: DateOrder, today: NaiveDate) -> Result<Reading<NaiveDate>, CellFault> {
    match cell {
        Cell::Date(day) => Ok(Reading::plain(*day)),
        Cell::Number(serial) => serial_date(*serial),
        Cell::Text(text) => {
            if let Some(serial) = text.parse::<f64>().ok().filter(|_| !text.contains(['/', '-'])) {
                return serial_date(serial);
            }
            written_date(text, order, today).ok_or(CellFault::NotADate)
        }
    }
}

fn serial_date(serial: f64) -> Result<Reading<NaiveDate>, CellFault> {
    day_of_serial(serial).map(|day| Reading::with(day, Note::DateFromSerial)).ok_or(CellFault::NotADate)
}

/// Returns the day of a spreadsheet's number: days since 30 December 1899, as Excel and LibreOffice count from March 1900
/// on (ECMA-376 part 1, 18.17.4.1). Numbers before 1910 or after 2100 are taken for something else.
pub(super) fn day_of_serial(serial: f64) -> Option<NaiveDate> {
    if !(3_653.0..73_051.0).contains(&serial) {
        return None;
    }
    let whole = serial.trunc() as u64;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole))
}

/// Returns the numbers of a date written with `/`, `-`, `.` or spaces.
fn parts(text: &str) -> Option<Vec<u32>> {
    let day = text.trim().split([' ', 'T']).next().filter(|first| first.len() >= 6).unwrap_or(text.trim());
    day.split(['/', '-', '.', ' ']).map(|part| part.parse().ok()).collect()
}

fn written_date(text: &str, order: DateOrder, today: NaiveDate) -> Option<Reading<NaiveDate>> {
    let Some(numbers) = parts(text) else { return date_in_words(text) };
    let numbers = <[u32; 3]>::try_from(numbers).ok()?;
    let [one, two, three] = numbers;
    if one > 31 {
        return NaiveDate::from_ymd_opt(i32::try_from(one).ok()?, two, three).map(Reading::plain);
    }
    let (year, short) =
        if three < 100 { (full_year(three, today)?, true) } else { (i32::try_from(three).ok()?, false) };
    let (french, american) = (NaiveDate::from_ymd_opt(year, two, one), NaiveDate::from_ymd_opt(year, one, two));
    match (order, french, american) {
        (DateOrder::DayFirst, Some(day), _) if short => Some(Reading::with(day, Note::TwoDigitYear)),
        (DateOrder::DayFirst, Some(day), _) => Some(Reading::plain(day)),
        (_, _, Some(day)) => Some(Reading::with(day, Note::AmericanOrder)),
        (DateOrder::MonthFirst, Some(_), None) | (_, None, None) => None,
    }
}

/// The months, folded, and how they are cut short.
const MONTHS: [(&str, &[&str]); 12] = [
    ("janvier", &["jan", "janv"]),
    ("fevrier", &["fev", "fevr"]),
    ("mars", &[]),
    ("avril", &["avr"]),
    ("mai", &[]),
    ("juin", &[]),
    ("juillet", &["juil"]),
    ("aout", &[]),
    ("septembre", &["sep", "sept"]),
    ("octobre", &["oct"]),
    ("novembre", &["nov"]),
    ("decembre", &["dec"]),
];

/// Reads "5 mai 1985", "mardi 1er janv. 1990".
fn date_in_words(text: &str) -> Option<Reading<NaiveDate>> {
    let words = words(text);
    let at = words.len().checked_sub(3)?;
    let [day, month, year] = words.get(at..)? else { return None };
    let is_named = |(name, short): &(&str, &[&str])| name == month || short.contains(&month.as_str());
    let month = (1..).zip(MONTHS).find(|(_, names)| is_named(names))?.0;
    let day = day.strip_suffix("er").unwrap_or(day).parse().ok()?;
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day).map(Reading::plain)
}

fn full_year(short: u32, today: NaiveDate) -> Option<i32> {
    let century = today.year() / 100 * 100;
    let year = century + i32::try_from(short).ok()?;
    Some(if year > today.year() { year - 100 } else { year })
}

/// Reads a phone number; a spreadsheet takes the zero at its beginning away. What is no number is left out and told.
pub fn phone(cell: &Cell) -> Reading<String> {
    let text = match cell {
        Cell::Number(number) if number.fract() == 0.0 && *number > 0.0 => format!("{number:.0}"),
        Cell::Number(_) | Cell::Date(_) => return Reading::with(String::new(), Note::PhoneLeftOut),
        Cell::Text(text) => text.clone(),
    };
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '.');
    let lost = plain && figures.len() == 9 && !figures.starts_with('0');
    let code = plain && figures.len() == 11 && figures.starts_with("33");
    let (typed, note) = match (lost, code) {
        (true, _) => (format!("0{figures}"), Some(Note::PhoneZero)),
        (_, true) => (format!("+{figures}"), Some(Note::PhoneZero)),
        _ => (text, None),
    };
    match written_phone(&typed) {
        Ok(value) => Reading { value, note },
        Err(_) => Reading::with(String::new(), Note::PhoneLeftOut),
    }
}

/// Reads a post code; a spreadsheet takes the zero at its beginning away.
pub fn post_code(cell: &Cell) -> Reading<String> {
    let text: String = cell.text().chars().filter(|c| !c.is_whitespace()).collect();
    if text.len() == 4 && text.chars().all(|c| c.is_ascii_digit()) {
        Reading::with(format!("0{text}"), Note::PostCodeZero)
    } else {
        Reading::plain(text)
    }
}

/// Reads a gender from a word, a letter or a form of address.
pub fn gender(text: &str) -> Result<Gender, CellFault> {
    match words(text).join(" ").as_str() {
        "" | "nc" | "non dit" | "non renseigne" | "ne souhaite pas repondre" => Ok(Gender::Untold),
        "f" | "femme" | "mme" | "madame" | "mlle" | "feminin" => Ok(Gender::Woman),
        "h" | "homme" | "m" | "mr" | "monsieur" | "masculin" => Ok(Gender::Man),
        "nb" | "x" | "non binaire" => Ok(Gender::NonBinary),
        _ => Err(CellFault::NotAGender),
    }
}

/// Splits "DUBOIS-MARTIN Amina": the words in capitals are the last name. Returns the first name, then the last.
pub fn full_name(text: &str) -> Result<(String, String), CellFault> {
    let is_capital = |word: &&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let last: Vec<&str> = text.split_whitespace().filter(is_capital).collect();
    let first: Vec<&str> = text.split_whitespace().filter(|word| !is_capital(word)).collect();
    if last.is_empty() || first.is_empty() {
        return Err(CellFault::NameNotSplit);
    }
    Ok((first.join(" "), last.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn read(cell: &Cell, order: DateOrder) -> Result<(NaiveDate, Option<Note>), CellFault> {
        date(cell, order, day(2026, 11, 24)).map(|reading| (reading.value, reading.note))
    }

    #[test]
    fn a_date_is_read_as_it_was_written() {
        let expected = Ok((day(1988, 4, 3), None));
        for written in ["03/04/1988", "3/4/1988", "03-04-1988", "03.04.1988", "1988-04-03", "03/04/1988 00:00"] {
            assert_eq!(read(&text(written), DateOrder::DayFirst), expected, "{written}");
        }
        assert_eq!(read(&Cell::Date(day(1988, 4, 3)), DateOrder::DayFirst), expected);
    }

    #[test]
    fn a_month_may_be_written_in_letters() {
        for (written, date) in [
            ("5 mai 1985", day(1985, 5, 5)),
            ("1er février 1990", day(1990, 2, 1)),
            ("Mardi 12 août 1975", day(1975, 8, 12)),
            ("3 janv. 1988", day(1988, 1, 3)),
            ("03-déc-1988", day(1988, 12, 3)),
        ] {
            assert_eq!(read(&text(written), DateOrder::DayFirst), Ok((date, None)), "{written}");
        }
        for wrong in ["5 mai", "5 brumaire 1985", "31 avril 1985", "5 mai 85"] {
            assert_eq!(read(&text(wrong), DateOrder::DayFirst), Err(CellFault::NotADate), "{wrong}");
        }
    }

    #[test]
    fn dates_that_a_spreadsheet_mangled_are_put_right_and_told() {
        // 32236 is 3 April 1988 in Excel.
        let serial = Ok((day(1988, 4, 3), Some(Note::DateFromSerial)));
        assert_eq!(read(&Cell::Number(32_236.0), DateOrder::DayFirst), serial);
        assert_eq!(read(&text("32236"), DateOrder::DayFirst), serial);
        assert_eq!(read(&text("03/04/88"), DateOrder::DayFirst), Ok((day(1988, 4, 3), Some(Note::TwoDigitYear))));
        assert_eq!(read(&text("03/04/05"), DateOrder::DayFirst), Ok((day(2005, 4, 3), Some(Note::TwoDigitYear))));
        let american = Ok((day(1988, 4, 25), Some(Note::AmericanOrder)));
        assert_eq!(read(&text("04/25/1988"), DateOrder::DayFirst), american);
        let whole_column = Ok((day(1988, 3, 4), Some(Note::AmericanOrder)));
        assert_eq!(read(&text("03/04/1988"), DateOrder::MonthFirst), whole_column);
        for wrong in ["hier", "31/02/1988", "12", "3/4", "1988"] {
            assert_eq!(read(&text(wrong), DateOrder::DayFirst), Err(CellFault::NotADate), "{wrong}");
        }
    }

    #[test]
    fn the_order_of_a_column_follows_from_all_its_dates() {
        let order = |dates: &[&str]| date_order(dates.iter().map(|date| text(date)).collect::<Vec<_>>().iter());
        assert_eq!(order(&["03/04/1988", "04/25/1988"]), DateOrder::MonthFirst);
        assert_eq!(order(&["03/04/1988", "04/25/1988", "25/04/1988"]), DateOrder::DayFirst);
        assert_eq!(order(&["03/04/1988", "1988-04-25"]), DateOrder::DayFirst);
    }

    #[test]
    fn a_phone_and_a_post_code_get_their_zero_back() {
        let read = |cell: Cell| {
            let reading = phone(&cell);
            (reading.value, reading.note)
        };
        let expected = |note| ("06 12 34 56 78".to_owned(), note);
        assert_eq!(read(Cell::Number(612_345_678.0)), expected(Some(Note::PhoneZero)));
        assert_eq!(read(text("612345678")), expected(Some(Note::PhoneZero)));
        assert_eq!(read(Cell::Number(33_612_345_678.0)), expected(Some(Note::PhoneZero)));
        assert_eq!(read(text("06 12 34 56 78")), expected(None));
        assert_eq!(read(text("6,12E+08")), (String::new(), Some(Note::PhoneLeftOut)));
        assert_eq!(post_code(&Cell::Number(2100.0)), Reading::with("02100".to_owned(), Note::PostCodeZero));
        assert_eq!(post_code(&text("59 430")), Reading::plain("59430".to_owned()));
    }

    #[test]
    fn the_last_name_is_in_capitals() {
        assert_eq!(full_name("DUBOIS Amina"), Ok(("Amina".to_owned(), "DUBOIS".to_owned())));
        assert_eq!(full_name("Jean-Luc VAN HOUTTE"), Ok(("Jean-Luc".to_owned(), "VAN HOUTTE".to_owned())));
        assert_eq!(full_name("Amina Dubois"), Err(CellFault::NameNotSplit));
        assert_eq!(gender("Mme"), Ok(Gender::Woman));
        assert_eq!(gender("2"), Err(CellFault::NotAGender));
    }
}
