//! A day as people type it: with slashes, dots, dashes or spaces, or only its figures.

use chrono::{Datelike, NaiveDate};

/// Which century a year of two figures is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Era {
    /// That of today: a date of the service.
    #[default]
    Present,
    /// The last hundred years: a birth.
    Past,
}

/// Reads 24/11/2026, 24.11.26, "24 11 2026" and 24112026. The year has four figures or two, of the `era`.
pub fn parse_date(text: &str, era: Era, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    let is_apart = |c: char| matches!(c, '/' | '.' | '-') || c.is_whitespace();
    let parts: Vec<&str> = match text.len() {
        8 | 6 if text.chars().all(|c| c.is_ascii_digit()) => {
            let (day, rest) = text.split_at_checked(2)?;
            let (month, year) = rest.split_at_checked(2)?;
            vec![day, month, year]
        }
        _ => text.split(is_apart).filter(|part| !part.is_empty()).collect(),
    };
    let [day, month, year] = parts.as_slice() else { return None };
    if day.len() > 2 || month.len() > 2 {
        return None;
    }
    let year = match year.len() {
        4 => year.parse().ok()?,
        2 => full_year(year.parse().ok()?, era, today),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn full_year(short: i32, era: Era, today: NaiveDate) -> i32 {
    let year = today.year() / 100 * 100 + short;
    match era {
        Era::Past if year > today.year() => year - 100,
        Era::Past | Era::Present => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn birth(text: &str) -> Option<NaiveDate> {
        parse_date(text, Era::Past, day(2026, 11, 24))
    }

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for (typed, expected) in [
            ("24/11/1979", day(1979, 11, 24)),
            (" 1.2.1975 ", day(1975, 2, 1)),
            ("18091979", day(1979, 9, 18)),
            ("18 09 1979", day(1979, 9, 18)),
            ("12/5/88", day(1988, 5, 12)),
            ("12 / 05 / 1988", day(1988, 5, 12)),
            ("120588", day(1988, 5, 12)),
            ("3-4-05", day(2005, 4, 3)),
        ] {
            assert_eq!(birth(typed), Some(expected), "{typed}");
        }
    }

    #[test]
    fn two_figures_are_of_the_past_for_a_birth_and_of_this_century_otherwise() {
        assert_eq!(birth("24/11/27"), Some(day(1927, 11, 24)));
        assert_eq!(parse_date("24/11/27", Era::Present, day(2026, 11, 24)), Some(day(2027, 11, 24)));
    }

    #[test]
    fn what_is_not_a_day_is_nothing() {
        for typed in ["31/02/2026", "24/11", "24/11/202", "1809197", "hier", "99999999", "été 1988"] {
            assert_eq!(birth(typed), None, "{typed}");
        }
    }
}
