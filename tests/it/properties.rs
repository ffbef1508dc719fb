//! What holds whatever happens: proposals, and the sessions that come of them.

use std::collections::{BTreeMap, BTreeSet};

use boussole::domain::activity::ActivityId;
use boussole::domain::agenda::{Agenda, Booking, Holder, Leader, PersonTime};
use boussole::domain::calendar::Calendar;
use boussole::domain::id::{ParticipantId, SessionId, StaffId, StepId};
use boussole::domain::scheduling::{HORIZON_DAYS, Pool, Situation, WhyNot, propose};
use boussole::domain::stamp::{Availability, Minutes, TimeSlot, days_after};
use boussole::domain::workshop::{Attendance, Cadence, Demand, Headcount, SessionKind, SessionState, Workshop};
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{House, WORKSHOP, activity, tuesday};
use boussole::app::AppError;
use boussole::app::planning::{NewSession, SessionView};
use boussole::app::sheets::Newcomer;
use boussole::domain::session_life::{OfferAnswer, Withdrawal};

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
        join_notice_days: 2,
        rooms: vec!["Salle 1".to_owned()],
        equipment: None,
        after: Vec::new(),
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
        deadline: None,
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
        let leader = Leader { id: StaffId::new(id(0)), leads: None, away: Vec::new() };
        let mut agenda = Agenda::new(calendar.clone(), Vec::new(), Vec::new(), vec![leader]);
        for (person, availability) in &availability {
            agenda.add_person(*person, PersonTime { availability: *availability, away: Vec::new() });
        }
        let holder = |n| Holder::Session(SessionId::new(id(n)));
        let alone = |n, slot| Booking { holder: holder(n), slot, room: None, staff: None, people: Vec::new(), equipment: None };
        for (n, (who, slot)) in bookings.iter().enumerate() {
            agenda.add(Booking { people: vec![*who], ..alone(n, *slot) });
        }
        for (n, slot) in taken.iter().enumerate() {
            agenda.add(Booking { room: rules.rooms.first().cloned(), ..alone(100 + n, *slot) });
        }
        let situation = Situation {
            today,
            agenda,
            open: Vec::new(),
            pending: BTreeMap::new(),
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
                    prop_assert!(situation.agenda.is_free(demand.participant, slot));
                }
                // Oldest first, and nobody who is free then was passed over for a younger demand.
                let ages: Vec<NaiveDate> = proposal.people.iter().map(|demand| demand.prescribed).collect();
                prop_assert!(ages.is_sorted());
                let youngest = proposal.people.last().map(|demand| (demand.prescribed, demand.step)).unwrap();
                let passed_over = pool.demands().iter().filter(|demand| !seen.contains(&demand.participant)).find(|demand| {
                    situation.agenda.is_free(demand.participant, slot)
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

/// What somebody at the desk does next; numbers choose among what there is.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Prescribe { bits: u16 },
    Drop { which: usize },
    OpenProposal { workshop: usize },
    OpenExtra { in_days: u64, n: usize },
    Seat { which: usize, n: usize },
    Offer { which: usize, n: usize },
    Answer { which: usize, answer: OfferAnswer },
    SeatUnanswered { which: usize },
    Withdraw { which: usize, seat: usize, by_person: bool },
    UndoWithdraw { which: usize, seat: usize },
    Cancel { which: usize },
    UndoCancel { which: usize },
    Merge { which: usize, into: usize },
    Attend { which: usize, shift: usize },
    UndoClose { which: usize },
    WalkIn { which: usize, person: usize },
    RemoveWalkIn { which: usize },
    Sleep,
}

fn deed() -> impl Strategy<Value = Deed> {
    let which = any::<usize>;
    let answer = prop_oneof![
        4 => Just(OfferAnswer::Taken),
        1 => Just(OfferAnswer::Declined),
        1 => Just(OfferAnswer::Lapsed)
    ];
    prop_oneof![
        6 => any::<u16>().prop_map(|bits| Deed::Prescribe { bits: if bits % 3 == 0 { bits & 1023 } else { 1023 } }),
        1 => which().prop_map(|which| Deed::Drop { which }),
        3 => which().prop_map(|workshop| Deed::OpenProposal { workshop }),
        2 => (5_u64..20, 0_usize..14).prop_map(|(in_days, n)| Deed::OpenExtra { in_days, n }),
        2 => (which(), 0_usize..9).prop_map(|(which, n)| Deed::Seat { which, n }),
        4 => (which(), 1_usize..4).prop_map(|(which, n)| Deed::Offer { which, n }),
        3 => (which(), answer).prop_map(|(which, answer)| Deed::Answer { which, answer }),
        1 => which().prop_map(|which| Deed::SeatUnanswered { which }),
        3 => (which(), which(), any::<bool>())
            .prop_map(|(which, seat, by_person)| Deed::Withdraw { which, seat, by_person }),
        2 => (which(), which()).prop_map(|(which, seat)| Deed::UndoWithdraw { which, seat }),
        1 => which().prop_map(|which| Deed::Cancel { which }),
        1 => which().prop_map(|which| Deed::UndoCancel { which }),
        2 => (which(), which()).prop_map(|(which, into)| Deed::Merge { which, into }),
        1 => (which(), 0_usize..4).prop_map(|(which, shift)| Deed::Attend { which, shift }),
        1 => which().prop_map(|which| Deed::UndoClose { which }),
        1 => (which(), which()).prop_map(|(which, person)| Deed::WalkIn { which, person }),
        1 => which().prop_map(|which| Deed::RemoveWalkIn { which }),
        2 => Just(Deed::Sleep),
    ]
}

/// Two workshops that the same people wait for.
const BOTH: [&str; 2] = [WORKSHOP, "presentation-demarche"];

/// A house where deeds are tried, with what must be conserved.
struct Room {
    house: House,
    people: Vec<ParticipantId>,
    steps: BTreeSet<StepId>,
    sessions: Vec<SessionId>,
    dropped: BTreeSet<StepId>,
}

fn pick<T: Copy>(from: &[T], which: usize) -> Option<T> {
    from.get(which % from.len().max(1)).copied()
}

impl Room {
    fn new() -> Self {
        let (people, steps, sessions, dropped) = (Vec::new(), BTreeSet::new(), Vec::new(), BTreeSet::new());
        Self { house: House::new(), people, steps, sessions, dropped }
    }

    fn opened(&mut self, session: SessionId) {
        let view = self.house.app.session(self.house.counsellor, session).unwrap();
        assert_ne!(view.kind, SessionKind::Series);
        assert!((6..=12).contains(&view.seats.len()), "{} seats", view.seats.len());
        self.sessions.push(session);
    }

    fn waiting(&self, workshop: &str, n: usize) -> Vec<StepId> {
        self.house.pool(workshop).waiting.iter().take(n).map(|person| person.step).collect()
    }

    fn view(&self, which: usize) -> Option<SessionView> {
        let session = pick(&self.sessions, which)?;
        Some(self.house.app.session(self.house.counsellor, session).unwrap())
    }

    /// Tries a deed; a refusal is as good as a deed, a fault is not.
    fn try_deed(&mut self, deed: Deed) {
        let tried = self.deed(deed);
        assert!(!matches!(tried, Err(AppError::Unavailable(_))), "{deed:?}: {tried:?}");
    }

    fn deed(&mut self, deed: Deed) -> Result<(), AppError> {
        let desk = self.house.counsellor;
        match deed {
            Deed::Prescribe { bits } => {
                let person = self.house.somebody_free(Availability::from_bits(bits));
                self.people.push(person);
                let both = BOTH.map(|workshop| self.house.prescribe(person, workshop));
                self.steps.extend(both);
            }
            Deed::Drop { which } => {
                let steps: Vec<StepId> = self.steps.iter().copied().collect();
                if let Some(step) = pick(&steps, which) {
                    self.house.app.drop_step(desk, step, "Départ")?;
                    self.dropped.insert(step);
                }
            }
            Deed::OpenProposal { workshop } => {
                let id = self.house.app.open_proposal(desk, &activity(BOTH[workshop % 2]), None)?;
                self.opened(id);
            }
            Deed::OpenExtra { in_days, n } => {
                let slot =
                    TimeSlot { day: days_after(self.house.app.day(), in_days), start: time(9), minutes: Minutes(120) };
                let steps = self.waiting(WORKSHOP, n);
                let (workshop, kind) = (activity(WORKSHOP), SessionKind::Extra);
                let wish = NewSession { workshop, kind, slot, room: None, facilitator: None, steps };
                let id = self.house.app.open_session(desk, &wish, None)?;
                self.opened(id);
            }
            Deed::Seat { which, n } => {
                if let Some(view) = self.view(which) {
                    let steps = self.waiting(&view.workshop.0, n);
                    self.house.app.seat(desk, view.id, &steps)?;
                }
            }
            Deed::Offer { which, n } => {
                let choices = self.house.app.offer_choices(desk, &activity(BOTH[which % 2]))?;
                let waiting = choices.get(which / 2 % choices.len().max(1));
                // Somebody who has a seat may choose another date.
                let seated = || {
                    let view = self.view(which)?;
                    let sessions = self.sessions.iter().copied().filter(|session| *session != view.id);
                    Some((view.seats.first()?.step, sessions.take(n).collect::<Vec<_>>()))
                };
                let offered = waiting.map(|choice| {
                    let sessions = choice.sessions.iter().take(n).map(|(session, _)| *session);
                    (choice.person.step, sessions.collect::<Vec<_>>())
                });
                if let Some((step, sessions)) = if which % 5 == 0 { seated() } else { offered } {
                    self.house.app.offer_sessions(desk, step, &sessions)?;
                }
            }
            Deed::Answer { which, answer } => {
                if let Some(view) = self.view(which) {
                    let offers = self.house.app.session_life(desk, view.id)?.offers;
                    let offer = offers.get(which / 11 % offers.len().max(1));
                    if let Some(offer) = offer.and_then(|offer| offer.of_session(view.id)) {
                        self.house.app.answer_offer(desk, offer, answer)?;
                    }
                }
            }
            Deed::SeatUnanswered { which } => {
                if let Some(session) = pick(&self.sessions, which) {
                    self.house.app.seat_unanswered(desk, session)?;
                }
            }
            Deed::Withdraw { which, seat, by_person } => {
                let by_service = Withdrawal::ByService { reason: "Essai".to_owned() };
                let wish = if by_person { Withdrawal::ByPerson } else { by_service };
                if let Some(seat) =
                    self.view(which).and_then(|view| Some(view.seats.get(seat % view.seats.len().max(1))?.id))
                {
                    self.house.app.withdraw(desk, seat, &wish)?;
                }
            }
            Deed::UndoWithdraw { which, seat } => {
                let gone = self.view(which).map(|view| view.given_back).unwrap_or_default();
                if let Some(seat) = gone.get(seat % gone.len().max(1)) {
                    self.house.app.undo_withdraw(desk, seat.id)?;
                }
            }
            Deed::Cancel { which } => {
                if let Some(session) = pick(&self.sessions, which) {
                    self.house.app.cancel_session(desk, session, "Panne")?;
                }
            }
            Deed::UndoCancel { which } => {
                if let Some(session) = pick(&self.sessions, which) {
                    self.house.app.undo_cancel(desk, session)?;
                }
            }
            Deed::Merge { which, into } => {
                if let (Some(from), Some(into)) = (pick(&self.sessions, which), pick(&self.sessions, into)) {
                    self.house.app.merge_sessions(desk, from, into)?;
                }
            }
            Deed::Attend { which, shift } => {
                let Some(view) = self.view(which) else { return Ok(()) };
                if self.house.app.day() < view.slot.day {
                    self.house.set_time(view.slot.day, 18, 0);
                }
                let mark = |n: usize| if (n + shift) % 4 == 3 { Attendance::NoShow } else { Attendance::Present };
                let marks: Vec<_> = view.seats.iter().enumerate().map(|(n, seat)| (seat.id, mark(n))).collect();
                self.house.app.take_attendances(desk, view.id, &marks)?;
                self.house.app.close_session(desk, view.id)?;
            }
            Deed::UndoClose { which } => {
                if let Some(session) = pick(&self.sessions, which) {
                    self.house.app.undo_close(desk, session)?;
                }
            }
            Deed::WalkIn { which, person } => {
                if let (Some(session), Some(person)) = (pick(&self.sessions, which), pick(&self.people, person)) {
                    self.house.app.add_walk_in(desk, session, &Newcomer::Participant(person))?;
                }
            }
            Deed::RemoveWalkIn { which } => {
                if let Some(session) = pick(&self.sessions, which) {
                    let walk_ins = self.house.app.session_life(desk, session)?.walk_ins;
                    walk_ins.first().map_or(Ok(()), |one| self.house.app.remove_walk_in(desk, one.id))?;
                }
            }
            Deed::Sleep => self.house.next_day(9),
        }
        Ok(())
    }

    /// Asserts that each demand is in exactly one place: waiting, seated, done or dropped; that nobody sits in two places at
    /// once, and no session has more people than places.
    fn assert_nobody_is_lost(&self) {
        let desk = self.house.counsellor;
        let waiting: Vec<StepId> = BOTH.iter().flat_map(|workshop| self.waiting(workshop, usize::MAX)).collect();
        let (mut seated, mut came) = (Vec::new(), BTreeSet::new());
        let mut places: BTreeMap<ParticipantId, Vec<TimeSlot>> = BTreeMap::new();
        for session in &self.sessions {
            let life = self.house.app.session_life(desk, *session).unwrap();
            let view = life.session;
            let walked_in = |id: ParticipantId| life.walk_ins.iter().any(|one| one.participant == Some(id));
            let takes = |attendance| matches!(attendance, None | Some(Attendance::Present));
            let taken = view.seats.iter().filter(|seat| takes(seat.attendance) && !walked_in(seat.participant)).count();
            assert!(taken <= 12, "{taken} places");
            let live = view.seats.iter().filter(|seat| seat.attendance.is_none());
            seated.extend(live.clone().map(|seat| seat.step));
            live.for_each(|seat| places.entry(seat.participant).or_default().push(view.slot));
            came.extend(
                view.seats.iter().filter(|seat| seat.attendance == Some(Attendance::Present)).map(|seat| seat.step),
            );
            let open = matches!(view.state, SessionState::Opened { .. });
            assert!(open || view.seats.iter().all(|seat| seat.attendance.is_some()));
        }
        let done: Vec<StepId> = came.difference(&self.dropped).copied().collect();
        let everywhere = waiting.len() + seated.len() + done.len() + self.dropped.len();
        assert_eq!(everywhere, self.steps.len(), "each demand once");
        let all: BTreeSet<StepId> =
            waiting.into_iter().chain(seated).chain(done).chain(self.dropped.iter().copied()).collect();
        assert_eq!(all, self.steps);
        for slots in places.values() {
            for (n, slot) in slots.iter().enumerate() {
                assert!(slots.iter().skip(n + 1).all(|other| !slot.overlaps(*other)), "in two places: {slots:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn no_session_opens_below_six_and_no_demand_is_lost(deeds in prop::collection::vec(deed(), 30..80)) {
        let mut room = Room::new();
        for _ in 0..9 {
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
        deadline: None,
    };
    let pool = Pool::new(ActivityId("w".to_owned()), vec![demand(1, 3), demand(2, 30)]);
    assert_eq!(pool.demands().iter().map(|demand| demand.step).collect::<Vec<_>>(), [StepId::new(id(2))]);
    assert_eq!(pool.oldest_wait(today), 30);
}
