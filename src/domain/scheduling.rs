//! Pools and proposals: the simple rule, explainable in one sentence.
//!
//! A workshop that opens on demand is proposed as soon as its minimum of waiting people are free together;
//! the software proposes, a person opens. What stands in the way is named, one reason for each pool.

pub mod half_days;
pub mod turnout;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::activity::ActivityId;
use super::agenda::{Agenda, Holder};
use super::calendar::{Calendar, Fortnight};
use super::id::{ParticipantId, SessionId, StaffId};
use super::stamp::{Half, TimeSlot, days_after, days_between};
use super::workshop::{Cadence, Demand, Workshop};

/// How far ahead dates are looked for.
pub const HORIZON_DAYS: u64 = 42;

/// Everything that a search for dates reads.
#[derive(Clone, Debug)]
pub struct Situation {
    pub today: NaiveDate,
    pub agenda: Agenda,
    /// Sessions to come that take people, in the order of their dates.
    pub open: Vec<OpenSession>,
    /// The workshops that each person waits for or has a seat in: when the seat is, `None` without one.
    pub pending: BTreeMap<(ParticipantId, ActivityId), Option<TimeSlot>>,
}

/// A session to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    pub id: SessionId,
    pub workshop: ActivityId,
    pub slot: TimeSlot,
    /// How many more people fit in.
    pub places_left: usize,
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
    /// The calendar holds the next session whatever the number; one more may be opened beside it.
    ByCalendar {
        next: Option<NaiveDate>,
        extra: Option<Extra>,
    },
    Waits(WhyNot),
}

/// A session that could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub slot: TimeSlot,
    pub room: String,
    pub leader: StaffId,
    /// The people of the session, oldest demand first, at most the workshop's maximum.
    pub people: Vec<Demand>,
    /// How many of the pool are free then, including those beyond the maximum.
    pub free: usize,
    pub oldest_wait_days: u32,
}

/// One more session of a fortnightly workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    pub proposal: Proposal,
    /// How many people the next date of the series does not take: no place left, or not free then.
    pub left_over: usize,
    /// How many of them were received on a Wednesday or a Friday.
    pub walk_ins: usize,
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
pub fn judge(pool: &Pool, workshop: &Workshop, situation: &Situation) -> Verdict {
    match workshop.cadence {
        Cadence::Fortnightly(series) => {
            let next = next_date(pool, series, situation);
            Verdict::ByCalendar { next, extra: extra(pool, workshop, situation) }
        }
        Cadence::WhenEnoughWait => match propose(pool, workshop, situation) {
            Ok(proposal) => Verdict::Proposed(proposal),
            Err(why) => Verdict::Waits(why),
        },
    }
}

/// Returns the next session of a series that is written in the agenda, else its next date.
fn next_date(pool: &Pool, series: Fortnight, situation: &Situation) -> Option<NaiveDate> {
    let written = situation.open.iter().find(|session| session.workshop == pool.workshop);
    let until = days_after(situation.today, HORIZON_DAYS);
    let computed = || series.days(situation.today, until, &situation.agenda.calendar).first().copied();
    written.map(|session| session.slot.day).or_else(computed)
}

/// Looks for one more session of a fortnightly workshop, for those whom its next date does not take. The walk-in intake
/// of Wednesdays and Fridays is what calls for it: without anybody received then, the series is enough.
pub fn extra(pool: &Pool, workshop: &Workshop, situation: &Situation) -> Option<Extra> {
    let next = situation.open.iter().find(|session| session.workshop == pool.workshop)?;
    let mut places = next.places_left;
    let mut left: Vec<Demand> = Vec::new();
    for demand in &pool.demands {
        if places > 0 && can_come(demand, workshop, next.slot, situation) {
            places -= 1;
        } else {
            left.push(demand.clone());
        }
    }
    let walk_ins = left.iter().filter(|demand| is_intake_day(demand.prescribed)).count();
    if walk_ins == 0 {
        return None;
    }
    let left = Pool { workshop: pool.workshop.clone(), demands: left };
    let proposal = propose(&left, workshop, situation).ok()?;
    Some(Extra { left_over: left.demands.len(), walk_ins, proposal })
}

/// Returns whether people are received without an appointment on that day.
pub fn is_intake_day(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Wed | Weekday::Fri)
}

/// Looks for the first day on which the minimum of the pool is free together; on that day the half with more people.
///
/// # Errors
/// Returns the one reason why there is none.
pub fn propose(pool: &Pool, workshop: &Workshop, situation: &Situation) -> Result<Proposal, WhyNot> {
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
        let mut halves: Vec<(TimeSlot, Vec<&Demand>)> = slots_of(day, workshop, &situation.agenda.calendar)
            .filter(|slot| situation.agenda.calendar.closed_during(*slot).is_none())
            .map(|slot| (slot, free_people(pool, workshop, slot, situation)))
            .collect();
        halves.sort_by_key(|(_, free)| std::cmp::Reverse(free.len()));
        for (slot, free) in halves {
            if best.is_none_or(|(most, ..)| free.len() > most) {
                best = Some((free.len(), day, Half::of(slot.start)));
            }
            if free.len() < need {
                continue;
            }
            let Some((room, places, leader)) = place_and_leader(&pool.workshop, workshop, slot, &situation.agenda)
            else {
                taken.get_or_insert(day);
                continue;
            };
            let people: Vec<Demand> = free.iter().take(places).map(|demand| (*demand).clone()).collect();
            let oldest_wait_days = people.first().map_or(0, |oldest| days_between(oldest.prescribed, situation.today));
            return Ok(Proposal { slot, room, leader, free: free.len(), people, oldest_wait_days });
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
pub fn candidate_days(workshop: &Workshop, situation: &Situation) -> impl Iterator<Item = NaiveDate> {
    let notice = u64::from(workshop.notice_days);
    (notice..=HORIZON_DAYS.max(notice))
        .map(|n| days_after(situation.today, n))
        .filter(|day| situation.agenda.calendar.is_open(*day))
}

/// Returns the morning and the afternoon slot of a day.
pub fn slots_of(day: NaiveDate, workshop: &Workshop, calendar: &Calendar) -> impl Iterator<Item = TimeSlot> {
    let (hours, minutes) = (calendar.hours(day), workshop.duration);
    [Half::Morning, Half::Afternoon].into_iter().map(move |half| TimeSlot { day, start: hours.start(half), minutes })
}

fn free_people<'p>(pool: &'p Pool, workshop: &Workshop, slot: TimeSlot, situation: &Situation) -> Vec<&'p Demand> {
    pool.demands.iter().filter(|demand| can_come(demand, workshop, slot, situation)).collect()
}

/// Returns whether a person may sit in a session of the workshop then: free, before the deadline, after what comes first.
pub fn can_come(demand: &Demand, workshop: &Workshop, slot: TimeSlot, situation: &Situation) -> bool {
    can_come_from(demand, workshop, slot, situation, None)
}

/// The same for somebody who would leave the seat of another session for it.
pub fn can_come_from(
    demand: &Demand,
    workshop: &Workshop,
    slot: TimeSlot,
    situation: &Situation,
    from: Option<SessionId>,
) -> bool {
    demand.deadline.is_none_or(|deadline| slot.day <= deadline)
        && situation.agenda.person_clash(demand.participant, slot, from.map(Holder::Session)).is_none()
        && missing_prerequisite(demand.participant, workshop, slot, situation).is_none()
}

/// Returns the workshop that the person still has to attend before this one, and does not by then.
pub fn missing_prerequisite<'w>(
    participant: ParticipantId,
    workshop: &'w Workshop,
    slot: TimeSlot,
    situation: &Situation,
) -> Option<&'w ActivityId> {
    workshop.after.iter().find(|first| match situation.pending.get(&(participant, (*first).clone())) {
        None => false,
        Some(None) => true,
        Some(Some(seat)) => (seat.day, seat.end()) > (slot.day, slot.start),
    })
}

/// Returns the first room that is free and holds the minimum, how many people sit down in it, and who leads.
pub fn place_and_leader(
    id: &ActivityId,
    workshop: &Workshop,
    slot: TimeSlot,
    agenda: &Agenda,
) -> Option<(String, usize, StaffId)> {
    let leader = agenda.free_leader(id, slot)?;
    if let Some(equipment) = &workshop.equipment
        && agenda.equipment_clash(equipment, slot, None).is_some()
    {
        return None;
    }
    let free = |room: &&String| agenda.room_clash(room, slot, workshop.minimum.0, None).is_none();
    let room = workshop.rooms.iter().find(free)?;
    let places = agenda.rooms().find(|(name, _)| name == room).map_or(usize::MAX, |(_, places)| places);
    Some((room.clone(), places.min(workshop.maximum.0), leader))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::activity::ActivityId;
    use crate::domain::calendar::Calendar;
    use crate::domain::stamp::Minutes;
    use crate::domain::workshop::{Cadence, Headcount};

    fn activity(id: &str) -> ActivityId {
        ActivityId(id.to_owned())
    }

    /// A session of December 2026 that begins at an hour and lasts two hours.
    fn slot(day: u32, hour: u32) -> TimeSlot {
        let day = NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        TimeSlot { day, start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), minutes: Minutes(120) }
    }

    fn second() -> Workshop {
        Workshop {
            cadence: Cadence::WhenEnoughWait,
            minimum: Headcount(6),
            maximum: Headcount(12),
            duration: Minutes(120),
            notice_days: 5,
            join_notice_days: 2,
            rooms: Vec::new(),
            equipment: None,
            after: vec![activity("first")],
            bring: String::new(),
        }
    }

    #[test]
    fn a_workshop_that_comes_after_another_waits_for_the_end_of_its_seat() {
        let person = ParticipantId::new(Uuid::from_u128(1));
        let missing = |pending: Option<Option<TimeSlot>>, slot| {
            let situation = Situation {
                today: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
                agenda: Agenda::new(Calendar::default(), Vec::new(), Vec::new(), Vec::new()),
                open: Vec::new(),
                pending: pending
                    .map(|seat| ((person, activity("first")), seat))
                    .into_iter()
                    .collect::<BTreeMap<_, _>>(),
            };
            missing_prerequisite(person, &second(), slot, &situation).is_some()
        };
        assert!(!missing(None, slot(10, 9)), "attended, or never prescribed");
        assert!(missing(Some(None), slot(10, 9)), "prescribed, without a seat");
        let seat = Some(Some(slot(10, 9)));
        assert!(missing(seat, slot(9, 9)) && missing(seat, slot(10, 10)), "before it, and while it lasts");
        assert!(!missing(seat, slot(10, 11)) && !missing(seat, slot(11, 9)));
    }
}
