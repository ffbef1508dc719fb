//! What holds whatever happens: proposals, and the sessions that come of them.

use std::collections::{BTreeMap, BTreeSet};

use boussole::domain::activity::ActivityId;
use boussole::domain::calendar::Calendar;
use boussole::domain::id::{ParticipantId, SessionId, StepId};
use boussole::domain::scheduling::{DayStarts, HORIZON_DAYS, Pool, Situation, WhyNot, propose};
use boussole::domain::stamp::{Availability, Minutes, TimeSlot, days_after};
use boussole::domain::workshop::{Attendance, Cadence, Demand, Headcount, SessionKind, SessionState, Workshop};
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{House, WORKSHOP, activity, tuesday};

/// One person of a pool: the half-days, how long ago the demand was made, the day and half of a booking.
type Somebody = (u16, u64, Option<(u64, bool)>);

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn workshop(minimum: usize, room: usize, notice_days: u32) -> Workshop {
    Workshop {
        cadence: Cadence::WhenEnoughWait,
        minimum: Headcount(minimum),
        maximum: Headcount(minimum + room),
        duration: Minutes(120),
        notice_days,
        room: "Salle 1".to_owned(),
        bring: String::new(),
    }
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128(n as u128 + 1)
}

fn pool(people: &[Somebody], today: NaiveDate) -> Pool {
    let demand = |(n, (_, age, _)): (usize, &Somebody)| Demand {
        step: StepId::new(id(n)),
        participant: ParticipantId::new(id(n)),
        workshop: ActivityId("w".to_owned()),
        prescribed: today - chrono::Days::new(*age),
    };
    Pool::new(ActivityId("w".to_owned()), people.iter().enumerate().map(demand).collect())
}

/// Returns what people have already: half a day each at most.
fn bookings(people: &[Somebody], today: NaiveDate) -> Vec<(ParticipantId, TimeSlot)> {
    let booking = |(n, (_, _, booking)): (usize, &Somebody)| {
        let (offset, morning) = (*booking)?;
        let slot = TimeSlot {
            day: days_after(today, offset),
            start: time(if morning { 9 } else { 13 }),
            minutes: Minutes(180),
        };
        Some((ParticipantId::new(id(n)), slot))
    };
    people.iter().enumerate().filter_map(booking).collect()
}

proptest! {
    #[test]
    fn a_proposal_keeps_every_rule(
        people in prop::collection::vec((0_u16..1024, 0_u64..90, prop::option::of((0_u64..50, any::<bool>()))), 0..20),
        minimum in 1_usize..8,
        room in 0_usize..6,
        notice in 0_u32..12,
        start in 0_u64..400,
        closed in prop::collection::btree_set(0_u64..50, 0..6),
        taken in prop::collection::vec((0_u64..50, any::<bool>()), 0..10),
    ) {
        let today = days_after(tuesday(), start);
        let rules = workshop(minimum, room, notice);
        let calendar = Calendar::with_closures(closed.into_iter().map(|n| (days_after(today, n), "Inventaire".to_owned())));
        let taken: Vec<TimeSlot> = taken
            .into_iter()
            .map(|(n, morning)| TimeSlot {
                day: days_after(today, n),
                start: time(if morning { 10 } else { 14 }),
                minutes: Minutes(60),
            })
            .collect();
        let (pool, bookings) = (pool(&people, today), bookings(&people, today));
        let availability: BTreeMap<ParticipantId, Availability> = people
            .iter()
            .enumerate()
            .map(|(n, (bits, ..))| (ParticipantId::new(id(n)), Availability::from_bits(*bits)))
            .collect();
        let situation = Situation {
            today,
            calendar: &calendar,
            starts: DayStarts { morning: time(9), afternoon: time(13) },
            availability: availability.clone(),
            bookings: bookings.clone(),
            rooms: taken.iter().map(|slot| (rules.room.clone(), *slot)).collect(),
            facilitators: vec![Vec::new()],
        };
        match propose(&pool, &rules, &situation) {
            Ok(proposal) => {
                let slot = proposal.slot;
                prop_assert!((minimum..=minimum + room).contains(&proposal.people.len()));
                prop_assert!(proposal.free >= proposal.people.len());
                prop_assert!(calendar.is_open(slot.day));
                prop_assert!(slot.day >= days_after(today, u64::from(notice)));
                prop_assert!(slot.day <= days_after(today, HORIZON_DAYS));
                prop_assert!(taken.iter().all(|other| !other.overlaps(slot)));
                let mut seen = BTreeSet::new();
                for demand in &proposal.people {
                    prop_assert!(seen.insert(demand.participant));
                    prop_assert!(availability[&demand.participant].includes(slot.half_day()));
                    prop_assert!(!bookings.iter().any(|(who, other)| *who == demand.participant && other.overlaps(slot)));
                }
                // Oldest first, and nobody who is free then was passed over for a younger demand.
                let ages: Vec<NaiveDate> = proposal.people.iter().map(|demand| demand.prescribed).collect();
                prop_assert!(ages.is_sorted());
                let youngest = proposal.people.last().map(|demand| (demand.prescribed, demand.step)).unwrap();
                let passed_over = pool.demands().iter().filter(|demand| !seen.contains(&demand.participant)).find(|demand| {
                    availability[&demand.participant].includes(slot.half_day())
                        && !bookings.iter().any(|(who, other)| *who == demand.participant && other.overlaps(slot))
                        && (demand.prescribed, demand.step) < youngest
                });
                prop_assert_eq!(passed_over, None);
            }
            Err(WhyNot::NobodyWaits) => prop_assert!(people.is_empty()),
            Err(WhyNot::TooFewWait { waiting, missing }) => {
                prop_assert_eq!(waiting, people.len());
                prop_assert_eq!(waiting + missing, minimum);
            }
            Err(WhyNot::NeverTogether { waiting, free, .. }) => {
                prop_assert_eq!(waiting, people.len());
                prop_assert!(free < minimum && minimum <= waiting);
            }
            Err(WhyNot::RoomOrFacilitatorTaken { day }) => {
                prop_assert!(calendar.is_open(day));
                prop_assert!(taken.iter().any(|slot| slot.day == day));
            }
        }
    }
}

/// What somebody at the desk does next.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Prescribe { bits: u16 },
    Drop { which: usize },
    OpenProposal,
    OpenExtra { in_days: u64, n: usize },
    Seat { which: usize, n: usize },
    Cancel { which: usize },
    Attend { which: usize },
    Sleep,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => any::<u16>().prop_map(|bits| Deed::Prescribe { bits: if bits % 3 == 0 { bits & 1023 } else { 1023 } }),
        2 => any::<usize>().prop_map(|which| Deed::Drop { which }),
        3 => Just(Deed::OpenProposal),
        2 => (0_u64..20, 0_usize..14).prop_map(|(in_days, n)| Deed::OpenExtra { in_days, n }),
        2 => (any::<usize>(), 0_usize..9).prop_map(|(which, n)| Deed::Seat { which, n }),
        1 => any::<usize>().prop_map(|which| Deed::Cancel { which }),
        1 => any::<usize>().prop_map(|which| Deed::Attend { which }),
        1 => Just(Deed::Sleep),
    ]
}

/// A house where deeds are tried, with what must be conserved.
struct Room {
    house: House,
    steps: Vec<StepId>,
    sessions: Vec<SessionId>,
    dropped: usize,
}

impl Room {
    fn opened(&mut self, session: SessionId) {
        let view = self.house.app.session(self.house.counsellor, session).unwrap();
        assert_ne!(view.kind, SessionKind::Series);
        assert!((6..=12).contains(&view.seats.len()), "{} seats", view.seats.len());
        self.sessions.push(session);
    }

    fn waiting(&self, n: usize) -> Vec<StepId> {
        self.house.pool(WORKSHOP).waiting.iter().take(n).map(|person| person.step).collect()
    }

    /// Tries a deed; a refusal is as good as a deed.
    fn try_deed(&mut self, deed: Deed) {
        let desk = self.house.counsellor;
        match deed {
            Deed::Prescribe { bits } => {
                let person = self.house.somebody_free(Availability::from_bits(bits));
                self.steps.push(self.house.prescribe(person, WORKSHOP));
            }
            Deed::Drop { which } => {
                let step = self.steps.get(which % self.steps.len().max(1)).copied();
                let dropped = step.map(|step| self.house.app.drop_step(desk, step, "Départ"));
                self.dropped += usize::from(matches!(dropped, Some(Ok(()))));
            }
            Deed::OpenProposal => {
                let opened = self.house.app.open_proposal(desk, &activity(WORKSHOP), None);
                opened.into_iter().for_each(|session| self.opened(session));
            }
            Deed::OpenExtra { in_days, n } => {
                let slot =
                    TimeSlot { day: days_after(self.house.app.day(), in_days), start: time(9), minutes: Minutes(120) };
                let steps = self.waiting(n);
                let opened = self.house.app.open_extra(desk, &activity(WORKSHOP), slot, &steps);
                opened.into_iter().for_each(|session| self.opened(session));
            }
            Deed::Seat { which, n } => {
                let Some(session) = self.sessions.get(which % self.sessions.len().max(1)).copied() else { return };
                let steps = self.waiting(n);
                drop(self.house.app.seat(desk, session, &steps));
            }
            Deed::Cancel { which } => {
                let Some(session) = self.sessions.get(which % self.sessions.len().max(1)).copied() else { return };
                drop(self.house.app.cancel_session(desk, session, "Panne"));
            }
            Deed::Attend { which } => {
                let Some(session) = self.sessions.get(which % self.sessions.len().max(1)).copied() else { return };
                let view = self.house.app.session(desk, session).unwrap();
                if self.house.app.day() < view.slot.day {
                    self.house.set_time(view.slot.day, 18, 0);
                }
                for (n, seat) in view.seats.iter().enumerate() {
                    let attendance = if n % 4 == 3 { Attendance::NoShow } else { Attendance::Present };
                    drop(self.house.app.take_attendance(desk, seat.id, attendance));
                }
                drop(self.house.app.close_session(desk, session));
            }
            Deed::Sleep => self.house.next_day(9),
        }
    }

    /// Asserts that each demand is in exactly one place: waiting, seated, done or dropped.
    fn assert_nobody_is_lost(&self) {
        let desk = self.house.counsellor;
        let waiting = self.house.pool(WORKSHOP).waiting.len();
        let (mut seated, mut done) = (0, 0);
        for session in &self.sessions {
            let view = self.house.app.session(desk, *session).unwrap();
            assert!(view.seats.len() <= 12);
            let open = matches!(view.state, SessionState::Opened { .. });
            seated += view.seats.iter().filter(|seat| seat.attendance.is_none()).count();
            done += view.seats.iter().filter(|seat| seat.attendance == Some(Attendance::Present)).count();
            assert!(open || view.seats.iter().all(|seat| seat.attendance.is_some()));
        }
        assert_eq!(waiting + seated + done + self.dropped, self.steps.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn no_session_opens_below_six_and_no_demand_is_lost(deeds in prop::collection::vec(deed(), 20..60)) {
        let mut room = Room { house: House::new(), steps: Vec::new(), sessions: Vec::new(), dropped: 0 };
        for _ in 0..5 {
            room.try_deed(Deed::Prescribe { bits: 1023 });
        }
        for deed in deeds {
            room.try_deed(deed);
            room.assert_nobody_is_lost();
        }
    }
}

#[test]
fn somebody_whom_two_referrals_brought_waits_once() {
    let today = tuesday();
    let demand = |step: usize, age: u64| Demand {
        step: StepId::new(id(step)),
        participant: ParticipantId::new(id(1)),
        workshop: ActivityId("w".to_owned()),
        prescribed: today - chrono::Days::new(age),
    };
    let pool = Pool::new(ActivityId("w".to_owned()), vec![demand(1, 3), demand(2, 30)]);
    assert_eq!(pool.demands().iter().map(|demand| demand.step).collect::<Vec<_>>(), [StepId::new(id(2))]);
    assert_eq!(pool.oldest_wait(today), 30);
}
