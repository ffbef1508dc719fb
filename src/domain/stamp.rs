//! Instants, days, half-days and slots. Civil time is Europe/Paris.

use std::fmt;

use chrono::{
    DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Europe::Paris;

/// A point in time with millisecond precision, the precision that the base keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// Truncates to the millisecond.
    pub fn from_utc(utc: DateTime<Utc>) -> Self {
        let nanos = utc.nanosecond() / 1_000_000 * 1_000_000;
        Self(utc.with_nanosecond(nanos).unwrap_or(utc))
    }

    /// Returns the instant of a wall-clock time in Paris. A time that happens twice is its first occurrence;
    /// a time that the spring change skips is read as if the change had not happened yet.
    pub fn in_paris(local: NaiveDateTime) -> Self {
        let found = Paris.from_local_datetime(&local).earliest();
        let utc = found.map_or_else(|| local.and_utc() - Duration::hours(1), |at| at.with_timezone(&Utc));
        Self::from_utc(utc)
    }

    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// Returns the wall-clock date and time in Paris.
    pub fn local(self) -> NaiveDateTime {
        self.0.with_timezone(&Paris).naive_local()
    }

    /// Returns the civil day in Paris.
    pub fn day(self) -> NaiveDate {
        self.local().date()
    }

    /// Returns the whole milliseconds since `earlier`, 0 when the clock went backwards.
    pub fn millis_since(self, earlier: Instant) -> u64 {
        u64::try_from((self.0 - earlier.0).num_milliseconds()).unwrap_or(0)
    }

    #[must_use]
    pub fn plus_millis(self, millis: u64) -> Self {
        Self(self.0 + Duration::milliseconds(i64::try_from(millis).unwrap_or(i64::MAX / 2)))
    }
}

/// A duration in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(pub u32);

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Half of a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// Returns the half of the day that a clock time falls in: noon belongs to the afternoon.
    pub fn of(time: NaiveTime) -> Self {
        if time.hour() < 12 { Half::Morning } else { Half::Afternoon }
    }
}

/// A half-day of the working week, Monday to Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HalfDay {
    pub weekday: Weekday,
    pub half: Half,
}

impl HalfDay {
    /// The ten half-days from Monday morning to Friday afternoon.
    pub fn week() -> impl Iterator<Item = HalfDay> {
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]
            .into_iter()
            .flat_map(|weekday| [Half::Morning, Half::Afternoon].map(|half| HalfDay { weekday, half }))
    }

    fn bit(self) -> u16 {
        let half = match self.half {
            Half::Morning => 0,
            Half::Afternoon => 1,
        };
        1 << (self.weekday.num_days_from_monday() * 2 + half)
    }
}

/// The half-days of the week when a person can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Availability(u16);

impl Availability {
    const WEEK: u16 = 0b11_1111_1111;

    /// Every half-day of the working week: what is assumed until the person has been asked.
    pub const fn always() -> Self {
        Self(Self::WEEK)
    }

    pub fn of(half_days: impl IntoIterator<Item = HalfDay>) -> Self {
        Self(half_days.into_iter().fold(0, |bits, half_day| bits | half_day.bit()) & Self::WEEK)
    }

    /// Reads the ten bits written by [`Availability::bits`]; other bits are dropped.
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits & Self::WEEK)
    }

    pub const fn bits(self) -> u16 {
        self.0
    }

    pub fn includes(self, half_day: HalfDay) -> bool {
        self.0 & half_day.bit() != 0
    }

    #[must_use]
    pub fn toggled(self, half_day: HalfDay) -> Self {
        Self((self.0 ^ half_day.bit()) & Self::WEEK)
    }

    pub fn half_days(self) -> impl Iterator<Item = HalfDay> {
        HalfDay::week().filter(move |half_day| self.includes(*half_day))
    }
}

/// A stretch of one civil day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSlot {
    pub day: NaiveDate,
    pub start: NaiveTime,
    pub minutes: Minutes,
}

impl TimeSlot {
    /// Returns the end, at most one minute before midnight.
    pub fn end(self) -> NaiveTime {
        let (end, wrapped) = self.start.overflowing_add_signed(Duration::minutes(i64::from(self.minutes.0)));
        if wrapped == 0 { end } else { NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(end) }
    }

    pub fn overlaps(self, other: TimeSlot) -> bool {
        self.day == other.day && self.start < other.end() && other.start < self.end()
    }

    pub fn half_day(self) -> HalfDay {
        HalfDay { weekday: self.day.weekday(), half: Half::of(self.start) }
    }

    pub fn starts_at(self) -> NaiveDateTime {
        self.day.and_time(self.start)
    }
}

/// Returns the day `n` days after `day`.
pub fn days_after(day: NaiveDate, n: u64) -> NaiveDate {
    day.checked_add_days(Days::new(n)).unwrap_or(NaiveDate::MAX)
}

/// Returns the whole days from `earlier` to `later`, 0 when `later` comes first.
pub fn days_between(earlier: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - earlier).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn winter_in_paris_is_one_hour_ahead() {
        let instant = Instant::in_paris(at(2026, 11, 24, 14, 0));
        assert_eq!(instant.utc().to_rfc3339(), "2026-11-24T13:00:00+00:00");
        assert_eq!(instant.local(), at(2026, 11, 24, 14, 0));
    }

    #[test]
    fn a_time_skipped_by_the_spring_change_still_is_an_instant() {
        // 29 March 2026: clocks go from 2 h to 3 h.
        let instant = Instant::in_paris(at(2026, 3, 29, 2, 30));
        assert_eq!(instant.utc().to_rfc3339(), "2026-03-29T01:30:00+00:00");
    }

    #[test]
    fn slots_that_touch_do_not_overlap() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let slot = |hour, minutes| TimeSlot {
            day,
            start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
            minutes: Minutes(minutes),
        };
        assert!(!slot(9, 60).overlaps(slot(10, 60)));
        assert!(slot(9, 61).overlaps(slot(10, 60)));
    }

    #[test]
    fn availability_remembers_its_half_days() {
        let tuesday = HalfDay { weekday: Weekday::Tue, half: Half::Morning };
        let free = Availability::of([tuesday]);
        assert!(free.includes(tuesday));
        assert_eq!(free.half_days().count(), 1);
        assert_eq!(Availability::from_bits(free.bits()), free);
        assert_eq!(Availability::always().half_days().count(), 10);
    }
}
