//! Sessions and appointments as an iCalendar file (RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike};
use uuid::Uuid;

use crate::domain::stamp::Instant;

/// One entry of the calendar. It carries no participant's name: calendars travel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// Stable through all versions of the entry.
    pub uid: Uuid,
    pub title: String,
    pub place: String,
    pub start: Instant,
    pub end: Instant,
    /// When the entry was written.
    pub stamp: Instant,
}

/// Returns the text of a calendar file; times are in UTC, which every reader shows in its own zone.
pub fn ics(name: &str, entries: &[AgendaEntry]) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name).append_property(("PRODID", "-//Boussole//Agenda//FR"));
    for entry in entries {
        let event = Event::new()
            .uid(&entry.uid.to_string())
            .summary(&entry.title)
            .location(&entry.place)
            .timestamp(entry.stamp.utc())
            .starts(entry.start.utc())
            .ends(entry.end.utc())
            .done();
        calendar.push(event);
    }
    calendar.done().to_string()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn an_entry_has_its_uid_and_its_utc_start() {
        let local = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(14, 0, 0).unwrap();
        let start = Instant::in_paris(local);
        let entry = AgendaEntry {
            uid: Uuid::nil(),
            title: "Job labo".to_owned(),
            place: "Salle des Dunes".to_owned(),
            start,
            end: start.plus_millis(7_200_000),
            stamp: start,
        };
        let text = ics("La Boussole", &[entry]);
        assert!(text.contains("UID:00000000-0000-0000-0000-000000000000"));
        assert!(text.contains("DTSTART:20261124T130000Z"));
        assert!(text.contains("DTEND:20261124T150000Z"));
        assert!(text.contains("SUMMARY:Job labo"));
    }
}
