//! Civil time over six years: the public holidays, the days on which the clocks change, and the fortnights between them.

use boussole::app::appointments::AppointmentFor;
use boussole::app::planning::NewSession;
use boussole::domain::calendar::{Calendar, Closed, Fortnight, Holiday, holiday};
use boussole::domain::stamp::{Instant, Minutes, TimeSlot, days_after};
use boussole::domain::workshop::SessionKind;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::support::{House, WORKSHOP, activity};

/// Month, day and name of the eleven holidays of a year.
type Year = [(u32, u32, Holiday); 11];

/// The public holidays of metropolitan France, as the calendars of each year print them.
const HOLIDAYS: [(i32, Year); 6] = {
    use Holiday::*;
    [
        (
            2025,
            [
                (1, 1, NewYear),
                (4, 21, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory1945),
                (5, 29, Ascension),
                (6, 9, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
        (
            2026,
            [
                (1, 1, NewYear),
                (4, 6, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory1945),
                (5, 14, Ascension),
                (5, 25, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
        (
            2027,
            [
                (1, 1, NewYear),
                (3, 29, EasterMonday),
                (5, 1, LabourDay),
                (5, 6, Ascension),
                (5, 8, Victory1945),
                (5, 17, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
        (
            2028,
            [
                (1, 1, NewYear),
                (4, 17, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory1945),
                (5, 25, Ascension),
                (6, 5, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
        (
            2029,
            [
                (1, 1, NewYear),
                (4, 2, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory1945),
                (5, 10, Ascension),
                (5, 21, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
        (
            2030,
            [
                (1, 1, NewYear),
                (4, 22, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory1945),
                (5, 30, Ascension),
                (6, 10, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice1918),
                (12, 25, Christmas),
            ],
        ),
    ]
};

/// The days on which clocks change: the last Sundays of March and October (directive 2000/84/EC), with how many
/// hours each has.
const CLOCKS: [(i32, u32, u32, i64); 12] = [
    (2025, 3, 30, 23),
    (2025, 10, 26, 25),
    (2026, 3, 29, 23),
    (2026, 10, 25, 25),
    (2027, 3, 28, 23),
    (2027, 10, 31, 25),
    (2028, 3, 26, 23),
    (2028, 10, 29, 25),
    (2029, 3, 25, 23),
    (2029, 10, 28, 25),
    (2030, 3, 31, 23),
    (2030, 10, 27, 25),
];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn the_public_holidays_of_six_years_are_those_and_no_others() {
    for (year, written) in HOLIDAYS {
        let found: Vec<(u32, u32, Holiday)> = date(year, 1, 1)
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter_map(|day| Some((day.month(), day.day(), holiday(day)?)))
            .collect();
        assert_eq!(found, written, "{year}");
    }
}

#[test]
fn the_service_is_closed_on_each_of_them() {
    let calendar = Calendar::default();
    for (year, written) in HOLIDAYS {
        for (month, day, name) in written {
            let closed = calendar.closed(date(year, month, day));
            let weekend = matches!(date(year, month, day).weekday(), Weekday::Sat | Weekday::Sun);
            let expected = if weekend { Closed::Weekend } else { Closed::Holiday(name) };
            assert_eq!(closed, Some(expected), "{day}/{month}/{year}");
        }
    }
}

#[test]
fn a_day_on_which_clocks_change_has_23_or_25_hours() {
    for (year, month, day, hours) in CLOCKS {
        let midnight = |day: NaiveDate| Instant::in_paris(day.and_time(NaiveTime::MIN)).utc();
        let day = date(year, month, day);
        assert_eq!(day.weekday(), Weekday::Sun);
        assert_eq!((midnight(days_after(day, 1)) - midnight(day)).num_hours(), hours, "{day}");
    }
}

#[test]
fn a_session_and_an_appointment_of_such_a_day_keep_their_hours_and_their_lengths() {
    for (year, month, day, _) in CLOCKS {
        let day = date(year, month, day);
        let mut house = House::new();
        house.set_time(day.checked_sub_days(chrono::Days::new(12)).unwrap(), 9, 0);
        let (login, staff) = (house.counsellor, house.counsellor.staff());
        house.people_waiting(6, WORKSHOP);
        let alone = house.somebody();
        let step = house.prescribe(alone, "casque-vr");
        house.app.mark_day(login, day, true, "Portes ouvertes").unwrap();
        let steps = house.pool(WORKSHOP).waiting.iter().map(|person| person.step).collect();
        let slot = TimeSlot { day, start: time(9, 30), minutes: Minutes(120) };
        let wish = NewSession {
            workshop: activity(WORKSHOP),
            kind: SessionKind::OnDemand,
            slot,
            room: None,
            facilitator: None,
            steps,
        };
        // Nobody comes on Sundays as a rule: the reason is kept.
        let session = house.app.open_session(login, &wish, Some("Portes ouvertes")).unwrap();
        let afternoon = TimeSlot { day, start: time(14, 0), minutes: Minutes(45) };
        house.app.book(login, AppointmentFor::Activity(step), afternoon, staff, Some("Portes ouvertes")).unwrap();

        let view = house.app.session(login, session).unwrap();
        let booked = house.file(alone).appointments.remove(0);
        assert_eq!((view.slot, booked.slot), (slot, afternoon));
        for (slot, end) in [(slot, time(11, 30)), (afternoon, time(14, 45))] {
            let (from, until) = (Instant::in_paris(slot.starts_at()), Instant::in_paris(day.and_time(end)));
            assert_eq!(slot.end(), end);
            assert_eq!((from.local(), until.local()), (slot.starts_at(), day.and_time(end)));
            assert_eq!((until.utc() - from.utc()).num_minutes(), i64::from(slot.minutes.0), "{day}");
        }
        let calendar = house.app.write_ics_for(login, view.seats[0].participant).unwrap().remove(0);
        let text = std::fs::read_to_string(calendar).unwrap();
        let stamp = day.format("%Y%m%d");
        assert!(text.contains(&format!("DTSTART;TZID=Europe/Paris:{stamp}T093000")), "{text}");
        assert!(text.contains(&format!("DTEND;TZID=Europe/Paris:{stamp}T113000")), "{text}");
    }
}

#[test]
fn a_series_keeps_its_weekday_and_its_hour_across_each_of_them() {
    for (year, month, day, _) in CLOCKS {
        let change = date(year, month, day);
        let before = change.checked_sub_days(chrono::Days::new(5)).unwrap();
        let series = Fortnight { first: before, start: time(9, 30) };
        let days = series.days(before, days_after(before, 14), &Calendar::default());
        let after = days_after(before, 14);
        assert_eq!(days.first(), Some(&before));
        assert!(before.weekday() == Weekday::Tue && days.iter().all(|day| *day == before || *day == after));
        let at = |day: NaiveDate| Instant::in_paris(day.and_time(series.start));
        assert_eq!((at(before).local().time(), at(after).local().time()), (time(9, 30), time(9, 30)));
        let hours = (at(after).utc() - at(before).utc()).num_hours();
        assert_eq!(hours, if month == 3 { 14 * 24 - 1 } else { 14 * 24 + 1 }, "{change}");
    }
}

#[test]
fn fortnights_of_six_years_have_no_session_on_a_holiday() {
    let calendar = Calendar::default();
    let (first_day, last_day) = (date(2025, 1, 1), date(2030, 12, 31));
    // Every weekday, each week of the fortnight.
    for first in first_day.iter_days().take(14) {
        let series = Fortnight { first, start: time(14, 0) };
        let days = series.days(first_day, last_day, &calendar);
        let on_holiday = days.iter().filter(|day| {
            let year = HOLIDAYS.iter().find(|(year, _)| *year == day.year()).unwrap();
            year.1.iter().any(|(month, number, _)| (*month, *number) == (day.month(), day.day()))
        });
        assert_eq!(on_holiday.count(), 0, "{first}");
        assert!(days.iter().all(|day| day.weekday() == first.weekday() && (*day - first).num_days() % 14 == 0));
        if !matches!(first.weekday(), Weekday::Sat | Weekday::Sun) {
            // 156 or 157 fortnights in six years, less the holidays on them.
            assert!((140..=157).contains(&days.len()), "{first}: {}", days.len());
        }
    }
}
