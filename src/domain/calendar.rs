//! Working days: weekends, public holidays, closures, days open all the same, and fortnightly series.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::stamp::{Availability, Half, HalfDay, TimeSlot, days_after};

/// Why the service is closed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    Weekend,
    /// The service does not work on that half-day of the week.
    OutsideHours,
    Holiday(Holiday),
    /// A closure that the service decided, with its name.
    Closure(String),
}

/// The public holidays of metropolitan France (*Code du travail*, L3133-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    NewYear,
    EasterMonday,
    LabourDay,
    Victory1945,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice1918,
    Christmas,
}

/// Returns the public holiday of a day.
pub fn holiday(day: NaiveDate) -> Option<Holiday> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (5, 8) => Some(Holiday::Victory1945),
        (7, 14) => Some(Holiday::NationalDay),
        (8, 15) => Some(Holiday::Assumption),
        (11, 1) => Some(Holiday::AllSaints),
        (11, 11) => Some(Holiday::Armistice1918),
        (12, 25) => Some(Holiday::Christmas),
        _ => None,
    };
    fixed.or_else(|| {
        let easter = easter_sunday(day.year())?;
        match (day - easter).num_days() {
            1 => Some(Holiday::EasterMonday),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::WhitMonday),
            _ => None,
        }
    })
}

fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let easter = computus::gregorian(year).ok()?;
    NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day)
}

/// Days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

impl Days {
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// A stretch of school holidays, with its name: people with children come less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolHoliday {
    pub name: String,
    pub days: Days,
}

/// When the service works in an ordinary week, and when what it does begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    pub half_days: Availability,
    /// When a session of the morning begins, and one of the afternoon.
    pub morning: NaiveTime,
    pub afternoon: NaiveTime,
    /// Appointments end by then.
    pub closing: NaiveTime,
}

impl Default for OpeningHours {
    /// Every half-day of the working week, from 9 and from 13:30 to 17:30: the house's habit until somebody says otherwise.
    fn default() -> Self {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self { half_days: Availability::always(), morning: at(9, 0), afternoon: at(13, 30), closing: at(17, 30) }
    }
}

impl OpeningHours {
    /// Returns when a half of the day begins.
    pub fn start(self, half: Half) -> NaiveTime {
        match half {
            Half::Morning => self.morning,
            Half::Afternoon => self.afternoon,
        }
    }

    fn includes(self, weekday: Weekday, half: Half) -> bool {
        self.half_days.includes(HalfDay { weekday, half })
    }
}

/// The days on which the service works.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Calendar {
    /// Each from a day on, the earliest first; before the first one, the house's habit stands.
    hours: Vec<(NaiveDate, OpeningHours)>,
    closures: BTreeMap<NaiveDate, String>,
    openings: BTreeMap<NaiveDate, String>,
    school: Vec<SchoolHoliday>,
}

impl Calendar {
    /// Adds the service's own closures, each with its name, to weekends and public holidays.
    pub fn with_closures(closures: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        Self { closures: closures.into_iter().collect(), ..Self::default() }
    }

    /// Adds days on which the service is open all the same, each with its reason.
    #[must_use]
    pub fn and_openings(mut self, openings: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        self.openings.extend(openings);
        self
    }

    /// Adds the school holidays of the service's zone; the service works then.
    #[must_use]
    pub fn and_school_holidays(mut self, school: impl IntoIterator<Item = SchoolHoliday>) -> Self {
        self.school.extend(school);
        self
    }

    /// Adds the hours of the week, each from a day on, the earliest first.
    #[must_use]
    pub fn and_hours(mut self, hours: Vec<(NaiveDate, OpeningHours)>) -> Self {
        self.hours = hours;
        self
    }

    /// Returns the hours that stand on a day.
    pub fn hours(&self, day: NaiveDate) -> OpeningHours {
        self.hours.iter().take_while(|(from, _)| *from <= day).last().map(|(_, hours)| *hours).unwrap_or_default()
    }

    /// Returns why nothing takes place during a slot: the day is closed, or a half of it that the slot falls in. What
    /// begins in the morning falls in the afternoon only when it is not over as the afternoon begins.
    pub fn closed_during(&self, slot: TimeSlot) -> Option<Closed> {
        let hours = self.hours(slot.day);
        let works = |half| self.openings.contains_key(&slot.day) || hours.includes(slot.day.weekday(), half);
        let last = if slot.end() > hours.afternoon { Half::Afternoon } else { Half::of(slot.start) };
        self.closed(slot.day).or_else(|| (!works(Half::of(slot.start)) || !works(last)).then_some(Closed::OutsideHours))
    }

    /// Returns the school holidays that a day falls in.
    pub fn school_holiday(&self, day: NaiveDate) -> Option<&SchoolHoliday> {
        self.school.iter().find(|holiday| holiday.days.contains(day))
    }

    /// Returns why a day that would be closed is open all the same.
    pub fn opened(&self, day: NaiveDate) -> Option<&str> {
        self.openings.get(&day).map(String::as_str)
    }

    /// Returns why the day is closed.
    pub fn closed(&self, day: NaiveDate) -> Option<Closed> {
        if self.openings.contains_key(&day) {
            return None;
        }
        if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            return Some(Closed::Weekend);
        }
        let closure = self.closures.get(&day).cloned().map(Closed::Closure);
        closure.or_else(|| holiday(day).map(Closed::Holiday)).or_else(|| {
            let works = |half| self.hours(day).includes(day.weekday(), half);
            (!works(Half::Morning) && !works(Half::Afternoon)).then_some(Closed::OutsideHours)
        })
    }

    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.closed(day).is_none()
    }

    /// Returns the day that comes so many open days before.
    pub fn open_days_before(&self, day: NaiveDate, count: usize) -> NaiveDate {
        let earlier = (1..=60).map(|n| day.checked_sub_days(chrono::Days::new(n)).unwrap_or(day));
        earlier.filter(|day| self.is_open(*day)).nth(count.saturating_sub(1)).unwrap_or(day)
    }

    /// Returns the first open day that is `day` or later.
    pub fn open_day_from(&self, day: NaiveDate) -> NaiveDate {
        (0..60).map(|n| days_after(day, n)).find(|day| self.is_open(*day)).unwrap_or(day)
    }
}

/// A workshop's rhythm: every fortnight from its first day, always the same weekday and wall-clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fortnight {
    /// The first session's day; its weekday is the series' weekday.
    pub first: NaiveDate,
    pub start: NaiveTime,
}

impl Fortnight {
    /// Returns the days of the series in `from ..= until`. A date on a closed day is skipped:
    /// the rhythm and the weekday stay.
    pub fn days(self, from: NaiveDate, until: NaiveDate, calendar: &Calendar) -> Vec<NaiveDate> {
        let gap = (from - self.first).num_days().max(0);
        let skipped = u64::try_from((gap + 13) / 14).unwrap_or(0);
        (skipped..)
            .map(|n| days_after(self.first, n * 14))
            .take_while(|day| *day <= until && *day < NaiveDate::MAX)
            .filter(|day| calendar.is_open(*day))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_monday_ascension_and_whit_monday_of_2027() {
        // Easter 2027 is on 28 March (Bureau des longitudes).
        assert_eq!(holiday(day(2027, 3, 29)), Some(Holiday::EasterMonday));
        assert_eq!(holiday(day(2027, 5, 6)), Some(Holiday::Ascension));
        assert_eq!(holiday(day(2027, 5, 17)), Some(Holiday::WhitMonday));
        assert_eq!(holiday(day(2027, 5, 18)), None);
    }

    #[test]
    fn a_fortnight_keeps_its_weekday_across_the_clock_change_and_skips_holidays() {
        let series = Fortnight { first: day(2026, 10, 14), start: NaiveTime::from_hms_opt(9, 30, 0).unwrap() };
        let days = series.days(day(2026, 10, 20), day(2026, 12, 10), &Calendar::default());
        // 11 November is Armistice Day; clocks changed on 25 October 2026.
        assert_eq!(days, [day(2026, 10, 28), day(2026, 11, 25), day(2026, 12, 9)]);
    }

    #[test]
    fn whit_monday_is_open_when_the_service_says_so() {
        let whit_monday = day(2026, 5, 25);
        assert_eq!(Calendar::default().closed(whit_monday), Some(Closed::Holiday(Holiday::WhitMonday)));
        let calendar = Calendar::default().and_openings([(whit_monday, "Journée de solidarité".to_owned())]);
        assert_eq!(calendar.closed(whit_monday), None);
        assert_eq!(calendar.opened(whit_monday), Some("Journée de solidarité"));
    }

    #[test]
    fn the_service_works_during_school_holidays() {
        let days = Days { from: day(2026, 10, 17), until: day(2026, 11, 1) };
        let calendar = Calendar::default().and_school_holidays([SchoolHoliday { name: "Toussaint".to_owned(), days }]);
        let name = |day| calendar.school_holiday(day).map(|holiday| holiday.name.as_str());
        assert_eq!((name(day(2026, 10, 16)), name(day(2026, 10, 20))), (None, Some("Toussaint")));
        assert!(calendar.is_open(day(2026, 10, 20)));
    }

    #[test]
    fn a_closure_has_its_name() {
        let calendar = Calendar::with_closures([(day(2026, 12, 24), "Inventaire".to_owned())]);
        assert_eq!(calendar.closed(day(2026, 12, 24)), Some(Closed::Closure("Inventaire".to_owned())));
        assert_eq!(calendar.open_day_from(day(2026, 12, 24)), day(2026, 12, 28));
    }
}
