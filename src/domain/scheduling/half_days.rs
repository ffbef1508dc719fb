//! The half-days of the coming weeks: who of those who wait is free, and what stands against a session then.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Pool, Situation, can_come, place_and_leader, slots_of};
use crate::domain::calendar::Closed;
use crate::domain::stamp::{TimeSlot, days_after};
use crate::domain::workshop::{Demand, Workshop};

/// How many weeks are looked at, this one included.
pub const WEEKS: u64 = 6;

/// Why no session begins on a half-day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    Past,
    Closed(Closed),
    /// People could not be told in time.
    Notice {
        earliest: NaiveDate,
    },
    NoLeader,
    /// Every room of the workshop is taken, or its material is.
    NoRoom,
}

impl Obstacle {
    /// Returns whether somebody may set it aside with a reason.
    pub fn may_be_set_aside(&self) -> bool {
        match self {
            Obstacle::Past | Obstacle::Closed(_) => false,
            Obstacle::Notice { .. } | Obstacle::NoLeader | Obstacle::NoRoom => true,
        }
    }
}

/// What one half-day offers to one workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfDayOffer {
    pub slot: TimeSlot,
    /// Who is free then, the oldest demand first.
    pub free: Vec<Demand>,
    pub obstacle: Option<Obstacle>,
}

/// What one half-day offers to several workshops together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedOffer {
    pub slot: TimeSlot,
    /// How many people are free for a workshop that could begin, each counted once.
    pub people: usize,
    /// The place of the workshop for which most are free.
    pub best: Option<usize>,
    /// What stands against every workshop.
    pub obstacle: Option<Obstacle>,
}

/// Returns the first day of a week.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// Returns the ten half-days of each of the [`WEEKS`] weeks, in order.
pub fn half_days(pool: &Pool, workshop: &Workshop, situation: &Situation) -> Vec<HalfDayOffer> {
    let monday = monday_of(situation.today);
    (0..WEEKS * 7)
        .map(|n| days_after(monday, n))
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .flat_map(|day| slots_of(day, workshop, &situation.agenda.calendar))
        .map(|slot| offer(pool, workshop, slot, situation))
        .collect()
}

fn offer(pool: &Pool, workshop: &Workshop, slot: TimeSlot, situation: &Situation) -> HalfDayOffer {
    let obstacle = obstacle(pool, workshop, slot, situation);
    let is_possible = obstacle.as_ref().is_none_or(Obstacle::may_be_set_aside);
    let free = pool.demands.iter().filter(|demand| is_possible && can_come(demand, workshop, slot, situation));
    HalfDayOffer { slot, free: free.cloned().collect(), obstacle }
}

fn obstacle(pool: &Pool, workshop: &Workshop, slot: TimeSlot, situation: &Situation) -> Option<Obstacle> {
    let agenda = &situation.agenda;
    if slot.day < situation.today {
        return Some(Obstacle::Past);
    }
    if let Some(why) = agenda.calendar.closed_during(slot) {
        return Some(Obstacle::Closed(why));
    }
    let earliest = days_after(situation.today, u64::from(workshop.notice_days));
    if slot.day < earliest {
        return Some(Obstacle::Notice { earliest });
    }
    if agenda.free_leader(&pool.workshop, slot).is_none() {
        return Some(Obstacle::NoLeader);
    }
    place_and_leader(&pool.workshop, workshop, slot, agenda).is_none().then_some(Obstacle::NoRoom)
}

/// Returns what each half-day offers to all the workshops: `offers` has the half-days of each.
pub fn together(offers: &[Vec<HalfDayOffer>]) -> Vec<SharedOffer> {
    let count = offers.iter().map(Vec::len).min().unwrap_or(0);
    (0..count).filter_map(|index| shared(&offers.iter().filter_map(|of| of.get(index)).collect::<Vec<_>>())).collect()
}

fn shared(offers: &[&HalfDayOffer]) -> Option<SharedOffer> {
    let first = offers.first()?;
    let open = || offers.iter().enumerate().filter(|(_, offer)| offer.obstacle.is_none());
    let people: BTreeSet<_> = open().flat_map(|(_, offer)| &offer.free).map(|demand| demand.participant).collect();
    // The first of those with most people: the workshops are in the order of their pools.
    let best = open()
        .filter(|(_, offer)| !offer.free.is_empty())
        .max_by_key(|(index, offer)| (offer.free.len(), std::cmp::Reverse(*index)));
    let obstacle = if open().next().is_none() { first.obstacle.clone() } else { None };
    Some(SharedOffer { slot: first.slot, people: people.len(), best: best.map(|(index, _)| index), obstacle })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::activity::ActivityId;
    use crate::domain::agenda::{Agenda, Booking, Holder, Leader, PersonTime, Room};
    use crate::domain::calendar::{Calendar, Days, Holiday};
    use crate::domain::id::{ParticipantId, SessionId, StaffId, StepId};
    use crate::domain::stamp::{Availability, Half, HalfDay, Minutes};
    use crate::domain::workshop::{Cadence, Headcount};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn hour(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }

    fn person(n: u128) -> ParticipantId {
        ParticipantId::new(Uuid::from_u128(n))
    }

    fn id() -> ActivityId {
        ActivityId("atelier".to_owned())
    }

    fn workshop() -> Workshop {
        Workshop {
            cadence: Cadence::WhenEnoughWait,
            minimum: Headcount(2),
            maximum: Headcount(12),
            duration: Minutes(180),
            notice_days: 5,
            join_notice_days: 2,
            rooms: vec!["Dunes".to_owned()],
            equipment: None,
            after: Vec::new(),
            bring: String::new(),
        }
    }

    /// One room, one leader; person 1 comes on mornings only.
    fn situation(today: NaiveDate, calendar: Calendar) -> Situation {
        let leader = Leader { id: StaffId::new(Uuid::from_u128(1)), leads: None, away: Vec::new() };
        let room = Room { name: "Dunes".to_owned(), places: 12 };
        let mut agenda = Agenda::new(calendar, vec![room], Vec::new(), vec![leader]);
        let mornings = HalfDay::week().filter(|half_day| half_day.half == Half::Morning);
        let time = PersonTime { availability: Availability::of(mornings), away: Vec::new() };
        agenda.add_person(person(1), time);
        Situation { today, agenda, open: Vec::new(), pending: BTreeMap::new() }
    }

    fn pool(people: &[u128]) -> Pool {
        let demand = |n: &u128| Demand {
            step: StepId::new(Uuid::from_u128(*n)),
            participant: person(*n),
            workshop: id(),
            prescribed: day(2026, 3, 1),
            deadline: None,
        };
        Pool::new(id(), people.iter().map(demand).collect())
    }

    fn at(offers: &[HalfDayOffer], day: NaiveDate, half: Half) -> HalfDayOffer {
        offers.iter().find(|offer| offer.slot.day == day && Half::of(offer.slot.start) == half).unwrap().clone()
    }

    #[test]
    fn six_weeks_of_ten_half_days_keep_their_hours_when_clocks_change() {
        // Clocks change on 29 March 2026 and on 25 October 2026.
        for today in [day(2026, 3, 25), day(2026, 10, 21)] {
            let offers = half_days(&pool(&[1, 2]), &workshop(), &situation(today, Calendar::default()));
            assert_eq!(offers.len(), 60);
            assert_eq!(offers[0].slot.day, monday_of(today));
            let starts = [hour(9), NaiveTime::from_hms_opt(13, 30, 0).unwrap()];
            assert!(offers.iter().all(|offer| starts.contains(&offer.slot.start)));
        }
    }

    #[test]
    fn people_are_counted_on_the_half_days_when_they_come() {
        let offers = half_days(&pool(&[1, 2]), &workshop(), &situation(day(2026, 3, 25), Calendar::default()));
        let monday = day(2026, 3, 30);
        assert_eq!(at(&offers, monday, Half::Morning).free.len(), 2);
        assert_eq!(at(&offers, monday, Half::Afternoon).free.len(), 1);
        assert_eq!(at(&offers, monday, Half::Morning).obstacle, None);
    }

    #[test]
    fn what_is_past_too_near_or_closed_says_so() {
        // Easter Monday of 2026 is 6 April (Bureau des longitudes).
        let offers = half_days(&pool(&[1, 2]), &workshop(), &situation(day(2026, 3, 25), Calendar::default()));
        let why = |day| at(&offers, day, Half::Morning).obstacle;
        assert_eq!(why(day(2026, 3, 24)), Some(Obstacle::Past));
        assert_eq!(why(day(2026, 3, 27)), Some(Obstacle::Notice { earliest: day(2026, 3, 30) }));
        assert_eq!(why(day(2026, 4, 6)), Some(Obstacle::Closed(Closed::Holiday(Holiday::EasterMonday))));
        assert_eq!(at(&offers, day(2026, 4, 6), Half::Morning).free, []);
        assert_eq!(at(&offers, day(2026, 3, 27), Half::Morning).free.len(), 2, "a reason may set the notice aside");
    }

    #[test]
    fn whit_monday_that_the_service_works_is_a_day_like_another() {
        let whit_monday = day(2026, 5, 25);
        let solidarity = Calendar::default().and_openings([(whit_monday, "Journée de solidarité".to_owned())]);
        let morning = |calendar| {
            let offers = half_days(&pool(&[1]), &workshop(), &situation(day(2026, 5, 4), calendar));
            at(&offers, whit_monday, Half::Morning)
        };
        assert_eq!(morning(Calendar::default()).obstacle, Some(Obstacle::Closed(Closed::Holiday(Holiday::WhitMonday))));
        assert_eq!((morning(solidarity.clone()).obstacle, morning(solidarity).free.len()), (None, 1));
    }

    #[test]
    fn a_leader_who_is_away_and_a_room_that_is_taken_stand_against_it() {
        let mut situation = situation(day(2026, 3, 25), Calendar::default());
        let (monday, tuesday) = (day(2026, 3, 30), day(2026, 3, 31));
        situation.agenda.leaders[0].away = vec![Days { from: monday, until: monday }];
        situation.agenda.add(Booking {
            holder: Holder::Session(SessionId::new(Uuid::from_u128(9))),
            slot: TimeSlot { day: tuesday, start: hour(9), minutes: Minutes(60) },
            room: Some("Dunes".to_owned()),
            staff: None,
            people: Vec::new(),
            equipment: None,
        });
        let offers = half_days(&pool(&[1, 2]), &workshop(), &situation);
        assert_eq!(at(&offers, monday, Half::Morning).obstacle, Some(Obstacle::NoLeader));
        assert_eq!(at(&offers, tuesday, Half::Morning).obstacle, Some(Obstacle::NoRoom));
        assert_eq!(at(&offers, tuesday, Half::Afternoon).obstacle, None);
    }

    #[test]
    fn somebody_who_waits_for_two_workshops_is_counted_once() {
        let situation = situation(day(2026, 3, 25), Calendar::default());
        let offers = [pool(&[2, 3]), pool(&[1, 2, 3])].map(|pool| half_days(&pool, &workshop(), &situation));
        let all = together(&offers);
        let of = |day, half| all.iter().find(|cell| cell.slot.day == day && Half::of(cell.slot.start) == half).unwrap();
        let monday = day(2026, 3, 30);
        assert_eq!((of(monday, Half::Morning).people, of(monday, Half::Morning).best), (3, Some(1)));
        assert_eq!((of(monday, Half::Afternoon).people, of(monday, Half::Afternoon).best), (2, Some(0)));
        assert_eq!(of(day(2026, 3, 24), Half::Morning).obstacle, Some(Obstacle::Past));
    }
}
