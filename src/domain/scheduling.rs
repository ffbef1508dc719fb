//! Pools and proposals: the simple rule, explainable in one sentence.
//!
//! A workshop that opens on demand is proposed as soon as its minimum of waiting people are free together;
//! the software proposes, a person opens. What stands in the way is named, one reason for each pool.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::activity::ActivityId;
use super::calendar::Calendar;
use super::id::ParticipantId;
use super::stamp::{Availability, Half, HalfDay, TimeSlot, days_after, days_between};
use super::workshop::{Cadence, Demand, Workshop};

/// How far ahead dates are looked for.
pub const HORIZON_DAYS: u64 = 42;

/// When sessions begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayStarts {
    pub morning: NaiveTime,
    pub afternoon: NaiveTime,
}

/// Everything that a search for dates reads.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    pub today: NaiveDate,
    pub calendar: &'a Calendar,
    pub starts: DayStarts,
    pub availability: BTreeMap<ParticipantId, Availability>,
    /// What people already have: seats in open sessions, appointments.
    pub bookings: Vec<(ParticipantId, TimeSlot)>,
    /// What rooms already have.
    pub rooms: Vec<(String, TimeSlot)>,
    /// One facilitator's sessions; a slot is possible when somebody is left.
    pub facilitators: Vec<Vec<TimeSlot>>,
}

/// The people who wait for one workshop, oldest demand first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub workshop: ActivityId,
    demands: Vec<Demand>,
}

impl Pool {
    /// Sorts the demands; somebody whom two referrals brought to the same workshop waits once, since the earlier one.
    pub fn new(workshop: ActivityId, mut demands: Vec<Demand>) -> Self {
        demands.sort_by_key(|demand| (demand.prescribed, demand.step));
        let mut seen = BTreeSet::new();
        demands.retain(|demand| seen.insert(demand.participant));
        Self { workshop, demands }
    }

    pub fn demands(&self) -> &[Demand] {
        &self.demands
    }

    /// Returns for how long the oldest demand waits.
    pub fn oldest_wait(&self, today: NaiveDate) -> u32 {
        self.demands.first().map_or(0, |demand| days_between(demand.prescribed, today))
    }
}

/// What the rule says of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Enough people are free together: a person may open this session.
    Proposed(Proposal),
    /// The calendar holds the next session whatever the number.
    ByCalendar {
        next: Option<NaiveDate>,
    },
    Waits(WhyNot),
}

/// A session that could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub slot: TimeSlot,
    /// The people of the session, oldest demand first, at most the workshop's maximum.
    pub people: Vec<Demand>,
    /// How many of the pool are free then, including those beyond the maximum.
    pub free: usize,
    pub oldest_wait_days: u32,
}

/// Why no session of an on-demand workshop can be proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    NobodyWaits,
    TooFewWait {
        waiting: usize,
        missing: usize,
    },
    /// Enough wait, but never enough at the same time: the best date has `free`.
    NeverTogether {
        waiting: usize,
        best: Option<(NaiveDate, Half)>,
        free: usize,
    },
    /// People are free together, but the room or every facilitator is taken then.
    RoomOrFacilitatorTaken {
        day: NaiveDate,
    },
}

/// Applies the simple rule to one pool.
pub fn judge(pool: &Pool, workshop: &Workshop, situation: &Situation<'_>) -> Verdict {
    match workshop.cadence {
        Cadence::Fortnightly(series) => {
            let until = days_after(situation.today, HORIZON_DAYS);
            let next = series.days(situation.today, until, situation.calendar).first().copied();
            Verdict::ByCalendar { next }
        }
        Cadence::WhenEnoughWait => match propose(pool, workshop, situation) {
            Ok(proposal) => Verdict::Proposed(proposal),
            Err(why) => Verdict::Waits(why),
        },
    }
}

/// Looks for the first day on which the minimum of the pool is free together; on that day the half with more people.
///
/// # Errors
/// Returns the one reason why there is none.
pub fn propose(pool: &Pool, workshop: &Workshop, situation: &Situation<'_>) -> Result<Proposal, WhyNot> {
    let waiting = pool.demands.len();
    let need = workshop.minimum.0;
    if waiting == 0 {
        return Err(WhyNot::NobodyWaits);
    }
    if waiting < need {
        return Err(WhyNot::TooFewWait { waiting, missing: need - waiting });
    }
    let mut best: Option<(usize, NaiveDate, Half)> = None;
    let mut taken = None;
    for day in candidate_days(workshop, situation) {
        let mut halves: Vec<(TimeSlot, Vec<&Demand>)> =
            slots_of(day, workshop, situation.starts).map(|slot| (slot, free_people(pool, slot, situation))).collect();
        halves.sort_by_key(|(_, free)| std::cmp::Reverse(free.len()));
        for (slot, free) in halves {
            if best.is_none_or(|(most, ..)| free.len() > most) {
                best = Some((free.len(), day, Half::of(slot.start)));
            }
            if free.len() < need {
                continue;
            }
            if !place_is_free(workshop, slot, situation) {
                taken.get_or_insert(day);
                continue;
            }
            let people: Vec<Demand> = free.iter().take(workshop.maximum.0).map(|demand| (*demand).clone()).collect();
            let oldest_wait_days = people.first().map_or(0, |oldest| days_between(oldest.prescribed, situation.today));
            return Ok(Proposal { slot, free: free.len(), people, oldest_wait_days });
        }
    }
    match taken {
        Some(day) => Err(WhyNot::RoomOrFacilitatorTaken { day }),
        None => Err(WhyNot::NeverTogether {
            waiting,
            free: best.map_or(0, |(free, ..)| free),
            best: best.map(|(_, day, half)| (day, half)),
        }),
    }
}

/// Returns the open days from the end of the notice to the horizon.
pub fn candidate_days(workshop: &Workshop, situation: &Situation<'_>) -> impl Iterator<Item = NaiveDate> {
    let notice = u64::from(workshop.notice_days);
    (notice..=HORIZON_DAYS.max(notice))
        .map(|n| days_after(situation.today, n))
        .filter(|day| situation.calendar.is_open(*day))
}

/// Returns the morning and the afternoon slot of a day.
pub fn slots_of(day: NaiveDate, workshop: &Workshop, starts: DayStarts) -> impl Iterator<Item = TimeSlot> {
    [starts.morning, starts.afternoon].into_iter().map(move |start| TimeSlot { day, start, minutes: workshop.duration })
}

fn free_people<'p>(pool: &'p Pool, slot: TimeSlot, situation: &Situation<'_>) -> Vec<&'p Demand> {
    pool.demands.iter().filter(|demand| is_free(demand.participant, slot, situation)).collect()
}

/// Returns whether a person comes on that half-day and has nothing else then.
pub fn is_free(participant: ParticipantId, slot: TimeSlot, situation: &Situation<'_>) -> bool {
    let half_day: HalfDay = slot.half_day();
    let comes = situation.availability.get(&participant).is_none_or(|free| free.includes(half_day));
    comes && !situation.bookings.iter().any(|(who, taken)| *who == participant && taken.overlaps(slot))
}

fn place_is_free(workshop: &Workshop, slot: TimeSlot, situation: &Situation<'_>) -> bool {
    let room_taken = situation.rooms.iter().any(|(room, taken)| *room == workshop.room && taken.overlaps(slot));
    let somebody = situation.facilitators.iter().any(|taken| taken.iter().all(|session| !session.overlaps(slot)));
    !room_taken && somebody
}
