//! Days, half-days, and why the service is closed.

use chrono::Weekday;

use crate::domain::calendar::{Closed, Holiday};
use crate::domain::stamp::{Half, HalfDay, TimeSlot};
use crate::i18n::weekday_date;
use crate::tr;

/// Returns "lundi".
pub fn weekday(day: Weekday) -> String {
    match day {
        Weekday::Mon => tr!("term-monday"),
        Weekday::Tue => tr!("term-tuesday"),
        Weekday::Wed => tr!("term-wednesday"),
        Weekday::Thu => tr!("term-thursday"),
        Weekday::Fri => tr!("term-friday"),
        Weekday::Sat => tr!("term-saturday"),
        Weekday::Sun => tr!("term-sunday"),
    }
}

/// Returns "matin" or "après-midi".
pub fn half(half: Half) -> String {
    match half {
        Half::Morning => tr!("term-morning"),
        Half::Afternoon => tr!("term-afternoon"),
    }
}

/// Returns "lundi matin".
pub fn half_day(half_day: HalfDay) -> String {
    tr!("term-half-day", weekday = weekday(half_day.weekday), half = half(half_day.half))
}

/// Returns "mardi 24 novembre 2026, matin".
pub fn half_day_of(slot: TimeSlot) -> String {
    tr!("term-day-and-half", day = weekday_date(slot.day), half = half(slot.half_day().half))
}

pub fn holiday(holiday: Holiday) -> String {
    match holiday {
        Holiday::NewYear => tr!("term-new-year"),
        Holiday::EasterMonday => tr!("term-easter-monday"),
        Holiday::LabourDay => tr!("term-labour-day"),
        Holiday::Victory1945 => tr!("term-victory-1945"),
        Holiday::Ascension => tr!("term-ascension"),
        Holiday::WhitMonday => tr!("term-whit-monday"),
        Holiday::NationalDay => tr!("term-national-day"),
        Holiday::Assumption => tr!("term-assumption"),
        Holiday::AllSaints => tr!("term-all-saints"),
        Holiday::Armistice1918 => tr!("term-armistice-1918"),
        Holiday::Christmas => tr!("term-christmas"),
    }
}

/// Returns why a day is closed; a closure that the service decided has its own name.
pub fn closed(why: &Closed) -> String {
    match why {
        Closed::Weekend => tr!("term-weekend"),
        Closed::OutsideHours => tr!("term-outside-hours"),
        Closed::Holiday(day) => holiday(*day),
        Closed::Closure(name) => name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_day_is_said_as_people_say_it() {
        let half_day_said = half_day(HalfDay { weekday: Weekday::Tue, half: Half::Afternoon });
        assert_eq!(half_day_said, "mardi après-midi");
    }
}
