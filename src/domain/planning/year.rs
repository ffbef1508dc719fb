//! A year of an invented service, lived three times: with a calendar fixed in advance, with the simple rule, and with the
//! best plan of each week. People, their weeks and their luck are the same each time.
//!
//! Ten workshops, four of them every fifteen days; two rooms, five people who lead, each on six half-days of the week;
//! six people at least, twelve at most; seven days between telling people and the session. On Mondays what waits is planned
//! over six weeks; who has a place within two weeks is told, and never moves. Whoever does not come waits again.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::{Candidate, Confirmed, Effort, Horizon, Instance, Objective, Person, Plan, Want};
use crate::domain::agenda::BREAK;
use crate::domain::calendar::Calendar;
use crate::domain::generate::draws::Draws;
use crate::domain::stamp::{Availability, Half, HalfDay, Minutes, TimeSlot, days_after, days_between};
use crate::domain::workshop::{Headcount, SessionKind};

/// How sessions come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Every date is published at the start of the year; a session of fewer than six is cancelled two days before.
    FixedCalendar,
    SimpleRule,
    Optimum,
}

impl Policy {
    pub const ALL: [Policy; 3] = [Policy::FixedCalendar, Policy::SimpleRule, Policy::Optimum];
}

/// What became of the demands of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult {
    pub policy: Policy,
    /// Demands made at least eight weeks before the end of the year.
    pub demands: usize,
    /// Of these, attended within eight weeks.
    pub held_in_eight_weeks: usize,
    /// People who came at least eight weeks before the end, and those whose whole list was attended within eight weeks.
    pub people: usize,
    pub complete_in_eight_weeks: usize,
    /// Days from the prescription to the session of each attended demand, in order.
    pub waits: Vec<u32>,
    pub sessions: usize,
    pub cancelled: usize,
    /// Demands left waiting although the person could have sat where somebody prescribed later sat.
    pub overtaken: usize,
}

impl YearResult {
    /// Returns the mean wait in days; nothing when nobody attended anything.
    pub fn mean_wait(&self) -> Option<f64> {
        let total: u64 = self.waits.iter().map(|wait| u64::from(*wait)).sum();
        (!self.waits.is_empty()).then(|| total as f64 / self.waits.len() as f64)
    }

    /// Returns the wait in days that nine attended demands of ten do not exceed.
    pub fn ninth_decile(&self) -> Option<u32> {
        let rank = (self.waits.len() * 9).div_ceil(10);
        self.waits.get(rank.checked_sub(1)?).copied()
    }
}

const N_WORKSHOPS: usize = 10;
const N_FORTNIGHTLY: usize = 4;
const N_ROOMS: usize = 2;
const N_LEADERS: usize = 5;
const MINIMUM: Headcount = Headcount(6);
const MAXIMUM: Headcount = Headcount(12);
const NOTICE: u64 = 7;
/// Who sits in a session that begins within so many days has been told.
const TOLD: u64 = 14;
const AHEAD: u64 = 42;
const EIGHT_WEEKS: u32 = 56;
const ABSENCE_PERCENT: u32 = 15;
const YEAR: u64 = 364;

struct Somebody {
    arrival: NaiveDate,
    availability: Availability,
    wants: Vec<WantState>,
}

#[derive(Clone, Copy)]
struct WantState {
    workshop: usize,
    seat: Option<usize>,
    attended: Option<NaiveDate>,
    attempts: u64,
    /// Since when nothing but the line stands between the person and a seat: the arrival, then the last absence.
    waits_since: NaiveDate,
    overtaken: bool,
}

struct Held {
    workshop: usize,
    slot: TimeSlot,
    room: usize,
    leader: usize,
    kind: SessionKind,
    seats: Vec<usize>,
    is_over: bool,
}

/// Lives the year. The same seed gives the same year on every machine; `effort` bounds each search for the optimum, and
/// `told` hears the number of each week as it begins, from 1.
pub fn live(
    participants: usize,
    seed: u64,
    policy: Policy,
    effort: Effort<'_>,
    told: &mut dyn FnMut(u64),
) -> YearResult {
    let start = first_monday();
    let mut year = Year {
        start,
        seed,
        policy,
        calendar: Calendar::default(),
        people: people(participants, seed, start),
        leads: leaders(seed),
        sessions: Vec::new(),
        cancelled: 0,
    };
    year.publish_series();
    if policy == Policy::FixedCalendar {
        year.publish_calendar();
    }
    for n in 0..YEAR {
        let today = days_after(start, n);
        if today.weekday() == Weekday::Mon {
            told(n / 7 + 1);
            match policy {
                Policy::FixedCalendar => year.enrol(today),
                Policy::SimpleRule | Policy::Optimum => year.plan(today, effort),
            }
        }
        year.check(today);
        year.hold(today);
    }
    year.result()
}

/// Monday 4 January 2027.
fn first_monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 4).unwrap_or_default()
}

fn people(n: usize, seed: u64, start: NaiveDate) -> Vec<Somebody> {
    let mut draws = Draws::of_stream(seed, 1);
    let mut people: Vec<Somebody> = (0..n)
        .map(|_| {
            let week = u64::from(draws.below(52));
            // Of a hundred, 45 come on a Wednesday and 40 on a Friday.
            let weekday = match draws.below(100) {
                0..45 => 2,
                45..85 => 4,
                85..90 => 0,
                90..95 => 1,
                _ => 3,
            };
            let half_days: Vec<HalfDay> = HalfDay::week().filter(|_| draws.below(100) < 60).collect();
            let half_days = if half_days.len() < 3 { HalfDay::week().collect() } else { half_days };
            let mut workshops: Vec<usize> = (0..N_WORKSHOPS).filter(|_| draws.below(100) < 30).collect();
            if workshops.is_empty() {
                workshops.push(draws.below(N_WORKSHOPS as u32) as usize);
            }
            let arrival = days_after(start, week * 7 + weekday);
            let want = |workshop| WantState {
                workshop,
                seat: None,
                attended: None,
                attempts: 0,
                waits_since: arrival,
                overtaken: false,
            };
            Somebody {
                arrival,
                availability: Availability::of(half_days),
                wants: workshops.into_iter().map(want).collect(),
            }
        })
        .collect();
    people.sort_by_key(|person| person.arrival);
    people
}

/// Returns the half-days on which each of those who lead works.
fn leaders(seed: u64) -> Vec<Availability> {
    let mut draws = Draws::of_stream(seed, 2);
    (0..N_LEADERS)
        .map(|_| {
            let mut week: Vec<HalfDay> = HalfDay::week().collect();
            while week.len() > 6 {
                week.remove(draws.below(week.len() as u32) as usize);
            }
            Availability::of(week)
        })
        .collect()
}

struct Year {
    start: NaiveDate,
    seed: u64,
    policy: Policy,
    calendar: Calendar,
    people: Vec<Somebody>,
    leads: Vec<Availability>,
    sessions: Vec<Held>,
    cancelled: usize,
}

impl Year {
    fn slot(day: NaiveDate, half: Half) -> TimeSlot {
        let hour = match half {
            Half::Morning => 9,
            Half::Afternoon => 14,
        };
        TimeSlot { day, start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default(), minutes: Minutes(150) }
    }

    /// Returns a room and somebody to lead who are free, trying those at `turn` first.
    fn place(&self, slot: TimeSlot, turn: usize) -> Option<(usize, usize)> {
        let then: Vec<&Held> = self.sessions.iter().filter(|held| !held.is_over && held.slot.overlaps(slot)).collect();
        let room =
            (0..N_ROOMS).map(|n| (n + turn) % N_ROOMS).find(|room| then.iter().all(|held| held.room != *room))?;
        let able = |leader: &usize| {
            self.leads.get(*leader).is_some_and(|week| week.includes(slot.half_day()))
                && then.iter().all(|held| held.leader != *leader)
        };
        let leader = (0..N_LEADERS).map(|n| (n + turn) % N_LEADERS).find(able)?;
        Some((room, leader))
    }

    fn publish(&mut self, workshop: usize, day: NaiveDate, half: Half, kind: SessionKind) {
        let slot = Self::slot(day, half);
        if !self.calendar.is_open(day) {
            return;
        }
        if let Some((room, leader)) = self.place(slot, workshop) {
            self.sessions.push(Held { workshop, slot, room, leader, kind, seats: Vec::new(), is_over: false });
        }
    }

    /// The four fortnightly workshops: Tuesday and Thursday, one week and the other.
    fn publish_series(&mut self) {
        for fortnight in 0..26 {
            for workshop in 0..N_FORTNIGHTLY {
                let week = fortnight * 2 + u64::from(workshop >= 2);
                let weekday = if workshop % 2 == 0 { 1 } else { 3 };
                let half = if workshop % 2 == 0 { Half::Morning } else { Half::Afternoon };
                self.publish(workshop, days_after(self.start, week * 7 + weekday), half, SessionKind::Series);
            }
        }
    }

    /// The others, each every three weeks on its own half-day.
    fn publish_calendar(&mut self) {
        for turn in 0..17 {
            for workshop in N_FORTNIGHTLY..N_WORKSHOPS {
                let place = workshop - N_FORTNIGHTLY;
                let week = turn * 3 + (place % 3) as u64;
                let half = if place.is_multiple_of(2) { Half::Afternoon } else { Half::Morning };
                let weekday = [0, 2, 4][place % 3];
                self.publish(workshop, days_after(self.start, week * 7 + weekday), half, SessionKind::OnDemand);
            }
        }
    }

    fn waits(&self, person: usize, want: &WantState, today: NaiveDate) -> bool {
        want.seat.is_none() && want.attended.is_none() && self.people[person].arrival <= today
    }

    /// Returns whether the person is free then and comes on that half-day.
    fn is_free(&self, person: usize, slot: TimeSlot) -> bool {
        let somebody = &self.people[person];
        let taken = somebody.wants.iter().filter_map(|want| self.sessions.get(want.seat?));
        somebody.availability.includes(slot.half_day()) && !taken.clone().any(|held| held.slot.overlaps(slot))
    }

    /// Gives everybody who waits the next published place, first come first served.
    fn enrol(&mut self, today: NaiveDate) {
        let mut order: Vec<usize> = (0..self.sessions.len()).collect();
        order.sort_by_key(|session| self.sessions[*session].slot);
        for person in 0..self.people.len() {
            for index in 0..self.people[person].wants.len() {
                let want = self.people[person].wants[index];
                if !self.waits(person, &want, today) {
                    continue;
                }
                let place = order.iter().copied().find(|session| {
                    let held = &self.sessions[*session];
                    !held.is_over
                        && held.workshop == want.workshop
                        && held.slot.day >= days_after(today, NOTICE)
                        && held.seats.len() < MAXIMUM.0
                        && self.is_free(person, held.slot)
                });
                if let Some(session) = place {
                    self.sessions[session].seats.push(person);
                    self.people[person].wants[index].seat = Some(session);
                }
            }
        }
    }

    /// Plans six weeks; whoever has a place within two weeks is told.
    fn plan(&mut self, today: NaiveDate, effort: Effort<'_>) {
        let until = days_after(today, AHEAD);
        let ahead: Vec<usize> = (0..self.sessions.len())
            .filter(|session| {
                let held = &self.sessions[*session];
                !held.is_over && held.slot.day > today && held.slot.day <= until
            })
            .collect();
        let mut candidates: Vec<Candidate> = ahead.iter().map(|session| self.candidate_of(*session)).collect();
        let proposed = self.proposed(today, until);
        candidates.extend(proposed);
        let persons = (0..self.people.len()).map(|person| self.person(person, today, until)).collect();
        let mut confirmed = Vec::new();
        for (n, session) in ahead.iter().enumerate() {
            for person in &self.sessions[*session].seats {
                confirmed.push(Confirmed { person: *person, session: n, prescribed: self.people[*person].arrival });
            }
        }
        let horizon = Horizon { today, end: until };
        let Ok(instance) = Instance::new(persons, candidates, Vec::new(), Vec::new(), confirmed, BREAK, horizon) else {
            return;
        };
        let plan = match self.policy {
            Policy::Optimum => Plan::search(&instance, Objective::PlacedThenAge, None, effort),
            Policy::FixedCalendar | Policy::SimpleRule => {
                let [by_date, _] = Plan::by_rules(&instance);
                by_date
            }
        };
        let told: Vec<(usize, usize)> = plan
            .placed()
            .filter(|pair| !pair.is_confirmed)
            .filter(|pair| instance.sessions()[pair.session].slot.day <= days_after(today, TOLD))
            .map(|pair| (pair.person, pair.session))
            .collect();
        let mut opened: BTreeMap<usize, usize> = ahead.iter().copied().enumerate().collect();
        for (person, session) in told {
            let real = *opened.entry(session).or_insert_with(|| {
                let candidate = instance.sessions()[session];
                self.sessions.push(Held {
                    workshop: candidate.workshop,
                    slot: candidate.slot,
                    room: candidate.room,
                    leader: candidate.facilitator,
                    kind: SessionKind::OnDemand,
                    seats: Vec::new(),
                    is_over: false,
                });
                self.sessions.len() - 1
            });
            let workshop = self.sessions[real].workshop;
            self.sessions[real].seats.push(person);
            if let Some(want) = self.people[person].wants.iter_mut().find(|want| want.workshop == workshop) {
                want.seat = Some(real);
            }
        }
    }

    fn candidate_of(&self, session: usize) -> Candidate {
        let held = &self.sessions[session];
        Candidate {
            workshop: held.workshop,
            slot: held.slot,
            room: held.room,
            facilitator: held.leader,
            equipment: None,
            minimum: MINIMUM,
            maximum: MAXIMUM,
            kind: held.kind,
        }
    }

    /// Returns the sessions on demand that enough people could come to.
    fn proposed(&self, today: NaiveDate, until: NaiveDate) -> Vec<Candidate> {
        let mut proposed = Vec::new();
        let days =
            (NOTICE..=AHEAD).map(|n| days_after(today, n)).filter(|day| *day <= until && self.calendar.is_open(*day));
        for day in days {
            for half in [Half::Morning, Half::Afternoon] {
                let slot = Self::slot(day, half);
                let mut turn = 0;
                for workshop in N_FORTNIGHTLY..N_WORKSHOPS {
                    let free = (0..self.people.len())
                        .filter(|person| {
                            let wants = &self.people[*person].wants;
                            wants.iter().any(|want| want.workshop == workshop && self.waits(*person, want, today))
                                && self.is_free(*person, slot)
                        })
                        .count();
                    let Some((room, facilitator)) = self.place(slot, turn).filter(|_| free >= MINIMUM.0) else {
                        continue;
                    };
                    turn += 1;
                    proposed.push(Candidate {
                        workshop,
                        slot,
                        room,
                        facilitator,
                        equipment: None,
                        minimum: MINIMUM,
                        maximum: MAXIMUM,
                        kind: SessionKind::OnDemand,
                    });
                }
            }
        }
        proposed
    }

    fn person(&self, person: usize, today: NaiveDate, until: NaiveDate) -> Person {
        let somebody = &self.people[person];
        let wants = somebody
            .wants
            .iter()
            .filter(|want| self.waits(person, want, today))
            .map(|want| Want {
                workshop: want.workshop,
                prescribed: somebody.arrival,
                earliest: days_after(today, NOTICE),
                deadline: until,
            })
            .collect();
        Person { availability: somebody.availability, absences: Vec::new(), most_per_day: 2, wants }
    }

    /// Cancels two days before what too few are enrolled in; they wait again, with their age.
    fn check(&mut self, today: NaiveDate) {
        for session in 0..self.sessions.len() {
            let held = &self.sessions[session];
            let due = !held.is_over && held.slot.day == days_after(today, 2);
            if due && held.kind == SessionKind::OnDemand && held.seats.len() < MINIMUM.0 {
                self.sessions[session].is_over = true;
                self.cancelled += usize::from(!self.sessions[session].seats.is_empty());
                self.empty(session, today);
            }
        }
    }

    /// Returns the places of a session to the line.
    fn empty(&mut self, session: usize, today: NaiveDate) {
        for person in std::mem::take(&mut self.sessions[session].seats) {
            for want in self.people[person].wants.iter_mut().filter(|want| want.seat == Some(session)) {
                want.seat = None;
                want.waits_since = today;
            }
        }
    }

    /// Holds the sessions of a day: 15 of 100 do not come, and wait again.
    fn hold(&mut self, today: NaiveDate) {
        for session in 0..self.sessions.len() {
            if self.sessions[session].is_over || self.sessions[session].slot.day != today {
                continue;
            }
            self.notice_overtaken(session, today);
            self.sessions[session].is_over = true;
            for person in self.sessions[session].seats.clone() {
                let luck = person as u64 * 4096;
                let seed = self.seed;
                for want in self.people[person].wants.iter_mut().filter(|want| want.seat == Some(session)) {
                    want.seat = None;
                    want.waits_since = today;
                    let stream = 3 + luck + want.workshop as u64 * 64 + want.attempts;
                    want.attempts += 1;
                    if Draws::of_stream(seed, stream).below(100) >= ABSENCE_PERCENT {
                        want.attended = Some(today);
                    }
                }
            }
        }
    }

    /// Marks whoever waits although they could have sat where somebody prescribed later sits; an absence before changes
    /// nothing, once the person has waited again as long as it takes to be told.
    fn notice_overtaken(&mut self, session: usize, today: NaiveDate) {
        let held = &self.sessions[session];
        let (workshop, slot) = (held.workshop, held.slot);
        let Some(latest) = held.seats.iter().map(|person| self.people[*person].arrival).max() else { return };
        let told = today.checked_sub_days(chrono::Days::new(NOTICE)).unwrap_or(today);
        let overtaken: Vec<usize> = (0..self.people.len())
            .filter(|person| {
                let somebody = &self.people[*person];
                let could = |want: &WantState| {
                    want.workshop == workshop && want.waits_since <= told && self.waits(*person, want, today)
                };
                somebody.arrival < latest && somebody.wants.iter().any(could) && self.is_free(*person, slot)
            })
            .collect();
        for person in overtaken {
            for want in self.people[person].wants.iter_mut().filter(|want| want.workshop == workshop) {
                want.overtaken = true;
            }
        }
    }

    fn result(&self) -> YearResult {
        let last = days_after(self.start, YEAR - u64::from(EIGHT_WEEKS));
        let counted: Vec<&Somebody> = self.people.iter().filter(|person| person.arrival <= last).collect();
        let in_time = |person: &Somebody, want: &WantState| {
            want.attended.is_some_and(|day| days_between(person.arrival, day) <= EIGHT_WEEKS)
        };
        let wait = |person: &Somebody, want: &WantState| Some(days_between(person.arrival, want.attended?));
        let mut waits: Vec<u32> = self
            .people
            .iter()
            .flat_map(|person| person.wants.iter().filter_map(move |want| wait(person, want)))
            .collect();
        waits.sort_unstable();
        let each = || counted.iter().flat_map(|person| person.wants.iter().map(move |want| (*person, want)));
        YearResult {
            policy: self.policy,
            demands: each().count(),
            held_in_eight_weeks: each().filter(|(person, want)| in_time(person, want)).count(),
            people: counted.len(),
            complete_in_eight_weeks: counted
                .iter()
                .filter(|person| person.wants.iter().all(|want| in_time(person, want)))
                .count(),
            waits,
            sessions: self.sessions.iter().filter(|held| held.is_over && !held.seats.is_empty()).count(),
            cancelled: self.cancelled,
            overtaken: self.people.iter().flat_map(|person| &person.wants).filter(|want| want.overtaken).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Somebody who waits for workshop 0 since a day of the year, on every half-day.
    fn waiting(since: u64) -> Somebody {
        let arrival = days_after(first_monday(), since);
        let want =
            WantState { workshop: 0, seat: None, attended: None, attempts: 0, waits_since: arrival, overtaken: false };
        Somebody { arrival, availability: Availability::always(), wants: vec![want] }
    }

    fn held(on: u64, seats: Vec<usize>) -> Held {
        let slot = Year::slot(days_after(first_monday(), on), Half::Morning);
        Held { workshop: 0, slot, room: 0, leader: 0, kind: SessionKind::OnDemand, seats, is_over: false }
    }

    /// The first was absent on day 7; others, who came later, sit in sessions of days 10 and 30, then of day 31.
    fn year() -> Year {
        let mut absent = waiting(0);
        absent.wants[0].attempts = 1;
        absent.wants[0].waits_since = days_after(first_monday(), 7);
        Year {
            start: first_monday(),
            seed: 1,
            policy: Policy::SimpleRule,
            calendar: Calendar::default(),
            people: vec![absent, waiting(1), waiting(2)],
            leads: Vec::new(),
            sessions: vec![held(10, vec![1]), held(30, vec![1]), held(31, vec![2])],
            cancelled: 0,
        }
    }

    #[test]
    fn who_was_absent_once_and_is_then_overtaken_counts_once() {
        let mut year = year();
        year.notice_overtaken(0, days_after(first_monday(), 10));
        assert_eq!(year.result().overtaken, 0, "three days are too short to be told");
        year.notice_overtaken(1, days_after(first_monday(), 30));
        year.people[1].wants[0].attended = Some(days_after(first_monday(), 30));
        assert_eq!(year.result().overtaken, 1);
        year.notice_overtaken(2, days_after(first_monday(), 31));
        assert_eq!(year.result().overtaken, 1);
    }
}
