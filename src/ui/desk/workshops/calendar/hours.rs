//! Hours as heights: where a time stands in a band, which time a height is, and blocks that share an hour.

use chrono::{NaiveTime, Timelike as _};

use crate::domain::stamp::{Minutes, TimeSlot};

/// The step of a move, in minutes.
const STEP: u32 = 30;

/// The hours that the bands of a week show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hours {
    first: u32,
    last: u32,
    /// Height of one hour, in points.
    pub height: f32,
}

impl Hours {
    /// Returns the whole hours that hold every slot, and a working day at least.
    pub fn of(slots: impl Iterator<Item = TimeSlot>, height: f32) -> Self {
        let (mut first, mut last) = (9, 17);
        for slot in slots {
            first = first.min(slot.start.hour());
            let end = slot.end();
            last = last.max(end.hour() + u32::from(end.minute() > 0));
        }
        Self { first, last, height }
    }

    pub fn whole(self) -> f32 {
        self.height * (self.last - self.first) as f32
    }

    /// Returns each hour with its distance from the band's top.
    pub fn lines(self) -> impl Iterator<Item = (NaiveTime, f32)> {
        let at =
            move |hour: u32| Some((NaiveTime::from_hms_opt(hour, 0, 0)?, (hour - self.first) as f32 * self.height));
        (self.first..self.last).filter_map(at)
    }

    /// Returns the distance of a time from the band's top.
    pub fn down_to(self, time: NaiveTime) -> f32 {
        (minutes_of(time) as f32 - (self.first * 60) as f32) / 60.0 * self.height
    }

    /// Returns the half hour nearest to a distance, for something that lasts so long.
    pub fn time_at(self, distance: f32, lasts: Minutes) -> NaiveTime {
        let steps = (distance / self.height * 60.0 / STEP as f32).round() as i64;
        self.held(i64::from(self.first * 60) + steps * i64::from(STEP), lasts)
    }

    /// Returns the time so many half hours later, inside the hours that are shown.
    pub fn later(self, time: NaiveTime, steps: i64, lasts: Minutes) -> NaiveTime {
        let step = i64::from(STEP);
        let moved = i64::from(minutes_of(time)) + steps * step;
        // What begins at a quarter past goes to the half hour.
        let whole = if steps > 0 { moved.div_euclid(step) * step } else { (moved + step - 1).div_euclid(step) * step };
        self.held(whole, lasts)
    }

    fn held(self, minutes: i64, lasts: Minutes) -> NaiveTime {
        let first = i64::from(self.first * 60);
        let last = (i64::from(self.last * 60) - i64::from(lasts.0)).max(first);
        let minutes = u32::try_from(minutes.clamp(first, last)).unwrap_or(0);
        NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap_or_default()
    }
}

fn minutes_of(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// Returns the place of each stretch among those that it meets: which column, of how many. Stretches come by their tops.
pub fn columns(stretches: &[(f32, f32)]) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    let (mut group, mut ends): (usize, Vec<f32>) = (0, Vec::new());
    for &(top, bottom) in stretches {
        if ends.iter().all(|end| *end <= top + 0.5) {
            share(&mut places, group, ends.len());
            (group, ends) = (places.len(), Vec::new());
        }
        let free = ends.iter().position(|end| *end <= top + 0.5);
        let column = free.unwrap_or(ends.len());
        match ends.get_mut(column) {
            Some(end) => *end = bottom,
            None => ends.push(bottom),
        }
        places.push((column, 1));
    }
    share(&mut places, group, ends.len());
    places
}

fn share(places: &mut [(usize, usize)], from: usize, columns: usize) {
    for place in places.iter_mut().skip(from) {
        place.1 = columns;
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn hours(start: NaiveTime, minutes: u32) -> Hours {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Hours::of(std::iter::once(TimeSlot { day, start, minutes: Minutes(minutes) }), 40.0)
    }

    #[test]
    fn a_day_goes_from_nine_to_five_and_grows_with_what_is_there() {
        assert_eq!(hours(time(10, 0), 60).whole(), 8.0 * 40.0);
        assert_eq!(hours(time(8, 30), 60).whole(), 9.0 * 40.0);
        assert_eq!(hours(time(16, 0), 90).whole(), 9.0 * 40.0);
    }

    #[test]
    fn a_height_is_the_nearest_half_hour_and_the_end_stays_in_the_day() {
        let hours = hours(time(9, 0), 60);
        assert_eq!(hours.time_at(hours.down_to(time(13, 30)) + 7.0, Minutes(60)), time(13, 30));
        assert_eq!(hours.time_at(1000.0, Minutes(120)), time(15, 0));
        assert_eq!(hours.time_at(-50.0, Minutes(120)), time(9, 0));
    }

    #[test]
    fn keys_go_by_half_hours_even_from_a_quarter_past() {
        let hours = hours(time(9, 0), 60);
        assert_eq!(hours.later(time(9, 15), 1, Minutes(60)), time(9, 30));
        assert_eq!(hours.later(time(10, 15), -1, Minutes(60)), time(10, 0));
        assert_eq!(hours.later(time(10, 0), -1, Minutes(60)), time(9, 30));
        assert_eq!(hours.later(time(16, 0), 1, Minutes(60)), time(16, 0));
    }

    #[test]
    fn what_shares_an_hour_stands_side_by_side() {
        assert_eq!(columns(&[(0.0, 40.0), (40.0, 80.0)]), [(0, 1), (0, 1)]);
        assert_eq!(columns(&[(0.0, 40.0), (20.0, 60.0), (40.0, 80.0), (90.0, 99.0)]), [(0, 2), (1, 2), (0, 2), (0, 1)]);
    }
}
