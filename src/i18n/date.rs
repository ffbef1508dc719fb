//! Days and clock times as a French reader writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Returns "24 novembre 2026"; the first of a month is "1er".
pub fn long_date(day: NaiveDate) -> String {
    let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
    format!("{number} {} {}", month_name(day), day.year())
}

/// Returns "mardi 24 novembre 2026".
pub fn weekday_date(day: NaiveDate) -> String {
    let weekday = WEEKDAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    format!("{weekday} {}", long_date(day))
}

/// Returns "mardi 24/11": for a message that is short and soon past.
pub fn brief_date(day: NaiveDate) -> String {
    let weekday = WEEKDAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    format!("{weekday} {:02}/{:02}", day.day(), day.month())
}

/// Returns "24/11/2026".
pub fn short_date(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// Returns the month's name in lower case.
pub fn month_name(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// Returns "14 h 30", or "14 h" on the hour; the spaces do not break.
pub fn clock_time(time: NaiveTime) -> String {
    if time.minute() == 0 {
        format!("{}\u{A0}h", time.hour())
    } else {
        format!("{}\u{A0}h\u{A0}{:02}", time.hour(), time.minute())
    }
}

/// Returns "de 14 h à 16 h 30".
pub fn time_range(start: NaiveTime, end: NaiveTime) -> String {
    format!("de {} à {}", clock_time(start), clock_time(end))
}

/// Returns "mardi 24 novembre 2026 à 14 h 30".
pub fn date_and_time(at: NaiveDateTime) -> String {
    format!("{} à {}", weekday_date(at.date()), clock_time(at.time()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_with_its_weekday() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(weekday_date(day), "mardi 24 novembre 2026");
    }

    #[test]
    fn the_first_of_a_month_is_ordinal() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert_eq!(long_date(day), "1er décembre 2026");
    }

    #[test]
    fn a_clock_time_uses_h() {
        let time = NaiveTime::from_hms_opt(14, 30, 0).unwrap();
        assert_eq!(clock_time(time), "14\u{A0}h\u{A0}30");
        let time = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
        assert_eq!(clock_time(time), "9\u{A0}h");
    }
}
