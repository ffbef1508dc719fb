//! Sessions and appointments as an iCalendar file (RFC 5545).

use chrono::NaiveDateTime;
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, Event, EventLike, EventStatus};
use uuid::Uuid;

use crate::domain::stamp::Instant;

/// One entry of the calendar. It carries no participant's name: calendars travel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// Stable through all versions of the entry.
    pub uid: Uuid,
    pub title: String,
    pub place: String,
    /// Wall-clock time in Paris: a session at 9 h stays at 9 h whatever becomes of summer time.
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
    /// When the entry was written.
    pub stamp: Instant,
    /// How often it has changed: readers keep the highest.
    pub version: u32,
    pub is_cancelled: bool,
}

const PARIS: &str = "Europe/Paris";

/// The rule of summer time in the European Union since 1996 (directive 2000/84/EC): from the last Sunday of March at 2 h to
/// the last Sunday of October at 3 h.
const PARIS_RULES: &str = "\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
";

/// Returns the text of a calendar file. When every entry is cancelled the file takes them out of the reader's calendar.
pub fn ics(name: &str, entries: &[AgendaEntry]) -> String {
    let all_cancelled = !entries.is_empty() && entries.iter().all(|entry| entry.is_cancelled);
    let mut calendar = Calendar::new();
    calendar.name(name).append_property(("PRODID", "-//Boussole//Agenda//FR"));
    calendar.append_property(("METHOD", if all_cancelled { "CANCEL" } else { "PUBLISH" }));
    // A constant text: a test holds that it is read.
    if let Ok(zone) = PARIS_RULES.parse::<CalendarComponent>() {
        calendar.push(zone);
    }
    for entry in entries {
        let mut event = Event::new();
        event
            .uid(&entry.uid.to_string())
            .summary(&entry.title)
            .location(&entry.place)
            .timestamp(entry.stamp.utc())
            .starts(in_paris(entry.start))
            .ends(in_paris(entry.end))
            .sequence(entry.version);
        event.status(if entry.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
        calendar.push(event.done());
    }
    tidied(&calendar.done().to_string())
}

/// Returns the file without what the crate adds of its own: a second PRODID, and times of writing inside the description of
/// the zone, where RFC 5545 has none.
fn tidied(text: &str) -> String {
    let mut in_zone = false;
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive("\r\n") {
        in_zone = (in_zone || line.starts_with("BEGIN:VTIMEZONE")) && !line.starts_with("END:VTIMEZONE");
        let of_the_crate = line.starts_with("PRODID:ICALENDAR-RS")
            || (in_zone && (line.starts_with("DTSTAMP:") || line.starts_with("UID:")));
        if !of_the_crate {
            out.push_str(line);
        }
    }
    out
}

fn in_paris(date_time: NaiveDateTime) -> CalendarDateTime {
    CalendarDateTime::WithTimezone { date_time, tzid: PARIS.to_owned() }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn entry() -> AgendaEntry {
        let start = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(14, 0, 0).unwrap();
        AgendaEntry {
            uid: Uuid::nil(),
            title: "Job labo".to_owned(),
            place: "Salle des Dunes".to_owned(),
            start,
            end: start + chrono::Duration::hours(2),
            stamp: Instant::in_paris(start),
            version: 2,
            is_cancelled: false,
        }
    }

    #[test]
    fn an_entry_has_its_uid_its_version_and_its_time_in_paris() {
        let text = ics("La Boussole", &[entry()]);
        assert!(text.contains("UID:00000000-0000-0000-0000-000000000000"));
        assert!(text.contains("DTSTART;TZID=Europe/Paris:20261124T140000"));
        assert!(text.contains("DTEND;TZID=Europe/Paris:20261124T160000"));
        assert!(text.contains("SEQUENCE:2") && text.contains("STATUS:CONFIRMED"));
        assert!(text.contains("METHOD:PUBLISH") && text.contains("SUMMARY:Job labo"));
    }

    #[test]
    fn the_zone_is_described_in_the_file() {
        let text = ics("La Boussole", &[entry()]);
        for line in PARIS_RULES.lines() {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is not in:\n{text}");
        }
    }

    #[test]
    fn the_same_entries_give_the_same_file_with_one_producer() {
        let text = ics("La Boussole", &[entry()]);
        assert_eq!(text, ics("La Boussole", &[entry()]));
        assert_eq!((text.matches("PRODID:").count(), text.matches("UID:").count()), (1, 1), "{text}");
        assert_eq!(text.matches("DTSTAMP:").count(), 1);
    }

    #[test]
    fn what_is_cancelled_leaves_the_calendar_of_who_reads_it() {
        let text = ics("La Boussole", &[AgendaEntry { is_cancelled: true, ..entry() }]);
        assert!(text.contains("METHOD:CANCEL") && text.contains("STATUS:CANCELLED"));
    }
}
