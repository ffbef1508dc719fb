//! Pools, proposals, sessions and attendance.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::names::Names;
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::id::{ParticipantId, SeatId, SessionId, StaffId, StepId};
use crate::domain::person::Role;
use crate::domain::scheduling::{HORIZON_DAYS, Pool, Proposal, Situation, Verdict, WhyNot, is_free, judge, propose};
use crate::domain::stamp::{TimeSlot, days_after};
use crate::domain::workshop::{
    Attendance, Cadence, Demand, Headcount, Seat, Session, SessionKind, SessionRefusal, SessionState, Workshop,
};
use crate::store::{Base, Tx};

/// A workshop with the people who wait for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolView {
    pub workshop: ActivityId,
    pub title: String,
    pub fortnightly: bool,
    pub minimum: usize,
    pub maximum: usize,
    pub waiting: Vec<WaitingPerson>,
    pub oldest_wait_days: u32,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingPerson {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub since: NaiveDate,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SessionView {
    pub id: SessionId,
    pub workshop: ActivityId,
    pub title: String,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    pub room: String,
    pub facilitator: String,
    pub state: SessionState,
    pub minimum: usize,
    pub maximum: usize,
    pub seats: Vec<SeatView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeatView {
    pub id: SeatId,
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub supports: String,
    pub attendance: Option<Attendance>,
}

impl App {
    /// Returns every workshop's pool with the rule's verdict: those with a proposal first, then by number waiting.
    pub fn pools(&self, login: Login) -> Result<Vec<PoolView>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let situation = self.situation(&base, &names)?;
        let mut pools = self
            .workshops()
            .map(|(activity, workshop)| {
                let pool = Pool::new(activity.id.clone(), base.demands(&activity.id)?);
                Ok(PoolView {
                    workshop: activity.id.clone(),
                    title: activity.title.clone(),
                    fortnightly: matches!(workshop.cadence, Cadence::Fortnightly(_)),
                    minimum: workshop.minimum.0,
                    maximum: workshop.maximum.0,
                    waiting: pool.demands().iter().map(|demand| waiting(&names, demand)).collect(),
                    oldest_wait_days: pool.oldest_wait(situation.today),
                    verdict: judge(&pool, workshop, &situation),
                })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        pools
            .sort_by_key(|pool| (!matches!(pool.verdict, Verdict::Proposed(_)), std::cmp::Reverse(pool.waiting.len())));
        Ok(pools)
    }

    /// Opens the session that the rule proposes now for a workshop, with its people.
    ///
    /// # Errors
    /// Refuses when nothing is proposed any more: somebody was faster, or people are no longer free together.
    pub fn open_proposal(
        &mut self,
        login: Login,
        workshop: &ActivityId,
        facilitator: Option<StaffId>,
    ) -> Result<SessionId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = SessionId::new(self.chance.uuid(now));
        // The rule is applied again inside the transaction: the seats are drawn from what is true at that moment.
        let seat_ids: Vec<SeatId> = (0..64).map(|_| SeatId::new(self.chance.uuid(now))).collect();
        let activity = self.activities.iter().find(|activity| activity.id == *workshop).ok_or(AppError::NotFound)?;
        let rules = activity.workshop().ok_or(AppError::NotFound)?;
        let (calendar, starts) = (&self.calendar, self.starts());
        self.store.write(|tx| {
            let base = tx.base();
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), calendar, starts)?;
            let pool = Pool::new(activity.id.clone(), base.demands(&activity.id)?);
            let Proposal { slot, people, .. } = propose(&pool, rules, &situation).map_err(Refusal::NothingProposed)?;
            rules.may_open(SessionKind::OnDemand, Headcount(people.len()))?;
            let facilitator = facilitator_for(&base, slot, facilitator)?;
            let session = Session {
                id,
                workshop: activity.id.clone(),
                kind: SessionKind::OnDemand,
                slot,
                room: rules.room.clone(),
                facilitator,
                state: SessionState::Opened { by: login.staff, at: now },
            };
            tx.add_session(&session)?;
            add_seats(tx, &session, &people, &seat_ids)?;
            tx.audit(&login.entry(now, "session.open", id))?;
            Ok(id)
        })
    }

    /// Adds the dates of the fortnightly series up to six weeks ahead; returns how many were added.
    ///
    /// A date whose room is taken is left out: the counsellor sees it missing in the list.
    pub fn extend_series(&mut self, login: Login) -> Result<usize, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let until = days_after(now.day(), HORIZON_DAYS);
        let mut dates: Vec<(SessionId, ActivityId, TimeSlot, String)> = Vec::new();
        for activity in &self.activities {
            let Some(workshop) = activity.workshop() else { continue };
            let Cadence::Fortnightly(series) = workshop.cadence else { continue };
            for day in series.days(now.day(), until, &self.calendar) {
                let slot = TimeSlot { day, start: series.start, minutes: workshop.duration };
                dates.push((SessionId::new(self.chance.uuid(now)), activity.id.clone(), slot, workshop.room.clone()));
            }
        }
        self.store.write(|tx| {
            let mut added = 0;
            for (id, workshop, slot, room) in dates {
                let known = tx.base().sessions(slot.day, slot.day)?;
                let there =
                    known.iter().any(|session| session.workshop == workshop && session.kind == SessionKind::Series);
                let taken = known
                    .iter()
                    .any(|session| session.is_open() && session.room == room && session.slot.overlaps(slot));
                if there || taken || slot.starts_at() <= now.local() {
                    continue;
                }
                let Ok(facilitator) = facilitator_for(&tx.base(), slot, None) else { continue };
                let state = SessionState::Opened { by: login.staff, at: now };
                tx.add_session(&Session { id, workshop, kind: SessionKind::Series, slot, room, facilitator, state })?;
                tx.audit(&login.entry(now, "session.plan", id))?;
                added += 1;
            }
            Ok(added)
        })
    }

    /// Opens one more session of a fortnightly workshop, for at least its minimum of people who are free then.
    ///
    /// # Errors
    /// Refuses a closed day, a taken room and fewer people than the minimum.
    pub fn open_extra(
        &mut self,
        login: Login,
        workshop: &ActivityId,
        slot: TimeSlot,
        steps: &[StepId],
    ) -> Result<SessionId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = SessionId::new(self.chance.uuid(now));
        let steps = distinct(steps);
        let seat_ids: Vec<SeatId> = steps.iter().map(|_| SeatId::new(self.chance.uuid(now))).collect();
        let activity = self.activities.iter().find(|activity| activity.id == *workshop).ok_or(AppError::NotFound)?;
        let rules = activity.workshop().ok_or(AppError::NotFound)?;
        if !self.calendar.is_open(slot.day) {
            return Err(SessionRefusal::Closed { day: slot.day }.into());
        }
        let earliest = days_after(now.day(), u64::from(rules.notice_days));
        if slot.day < earliest {
            return Err(SessionRefusal::TooSoon { earliest }.into());
        }
        let (calendar, starts) = (&self.calendar, self.starts());
        self.store.write(|tx| {
            let base = tx.base();
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), calendar, starts)?;
            rules.may_open(SessionKind::Extra, Headcount(steps.len()))?;
            if let Some(clash) = base
                .sessions(slot.day, slot.day)?
                .iter()
                .find(|other| other.is_open() && other.room == rules.room && other.slot.overlaps(slot))
            {
                return Err(SessionRefusal::Clash { with: clash.id }.into());
            }
            let people = chosen(&base, &activity.id, &steps, slot, &situation)?;
            let facilitator = facilitator_for(&base, slot, None)?;
            let session = Session {
                id,
                workshop: activity.id.clone(),
                kind: SessionKind::Extra,
                slot,
                room: rules.room.clone(),
                facilitator,
                state: SessionState::Opened { by: login.staff, at: now },
            };
            tx.add_session(&session)?;
            add_seats(tx, &session, &people, &seat_ids)?;
            tx.audit(&login.entry(now, "session.open", id))?;
            Ok(id)
        })
    }

    /// Gives waiting people seats in an open session.
    ///
    /// # Errors
    /// Refuses people who do not wait for it or are not free, and more people than seats.
    pub fn seat(&mut self, login: Login, session: SessionId, steps: &[StepId]) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let steps = distinct(steps);
        let seat_ids: Vec<SeatId> = steps.iter().map(|_| SeatId::new(self.chance.uuid(now))).collect();
        let (calendar, starts, activities) = (&self.calendar, self.starts(), &self.activities);
        self.store.write(|tx| {
            let base = tx.base();
            let session = base.session(session)?.ok_or(AppError::NotFound)?;
            if !session.is_open() {
                return Err(SessionRefusal::NotOpen.into());
            }
            let rules = rules_of(activities, &session.workshop)?;
            let have = base.seats(session.id)?.len() + steps.len();
            if have > rules.maximum.0 {
                return Err(SessionRefusal::TooManyPeople { have, most: rules.maximum.0 }.into());
            }
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), calendar, starts)?;
            let people = chosen(&base, &session.workshop, &steps, session.slot, &situation)?;
            add_seats(tx, &session, &people, &seat_ids)?;
            Ok(tx.audit(&login.entry(now, "session.seat", session.id))?)
        })
    }

    /// Returns the people waiting for a session's workshop who are free then, oldest demand first.
    pub fn free_for(&self, login: Login, session: SessionId) -> Result<Vec<WaitingPerson>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let session = base.session(session)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let situation = self.situation(&base, &names)?;
        let demands = base.demands(&session.workshop)?;
        let free = demands.iter().filter(|demand| is_free(demand.participant, session.slot, &situation));
        Ok(free.map(|demand| waiting(&names, demand)).collect())
    }

    /// Returns the sessions whose day is in `from ..= until`, in order.
    pub fn sessions(&self, login: Login, from: NaiveDate, until: NaiveDate) -> Result<Vec<SessionView>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        base.sessions(from, until)?.iter().map(|session| self.session_view(&base, &names, session)).collect()
    }

    pub fn session(&self, login: Login, session: SessionId) -> Result<SessionView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let session = base.session(session)?.ok_or(AppError::NotFound)?;
        self.session_view(&base, &Names::read(&base)?, &session)
    }

    pub(super) fn session_view(
        &self,
        base: &Base<'_>,
        names: &Names,
        session: &Session,
    ) -> Result<SessionView, AppError> {
        let activity = self.activity(&session.workshop)?;
        let rules = activity.workshop().ok_or(AppError::NotFound)?;
        let mut seats: Vec<SeatView> = base
            .seats(session.id)?
            .into_iter()
            .map(|seat| SeatView {
                id: seat.id,
                participant: seat.participant,
                name: names.participant(seat.participant),
                phone: names.person(seat.participant).map(|person| person.phone.0.clone()).unwrap_or_default(),
                supports: names.person(seat.participant).map(|person| person.supports.0.clone()).unwrap_or_default(),
                attendance: seat.attendance,
            })
            .collect();
        seats.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(SessionView {
            id: session.id,
            workshop: session.workshop.clone(),
            title: activity.title.clone(),
            kind: session.kind,
            slot: session.slot,
            room: session.room.clone(),
            facilitator: names.staff(session.facilitator),
            state: session.state.clone(),
            minimum: rules.minimum.0,
            maximum: rules.maximum.0,
            seats,
        })
    }

    fn workshops(&self) -> impl Iterator<Item = (&Activity, &Workshop)> {
        self.activities.iter().filter_map(|activity| Some((activity, activity.workshop()?)))
    }

    pub(super) fn situation<'a>(&'a self, base: &Base<'_>, names: &Names) -> Result<Situation<'a>, AppError> {
        situation(base, names, self.day(), &self.calendar, self.starts())
    }
}

fn situation<'a>(
    base: &Base<'_>,
    names: &Names,
    today: NaiveDate,
    calendar: &'a crate::domain::calendar::Calendar,
    starts: crate::domain::scheduling::DayStarts,
) -> Result<Situation<'a>, AppError> {
    let sessions: Vec<Session> =
        base.sessions(today, days_after(today, 2 * HORIZON_DAYS))?.into_iter().filter(Session::is_open).collect();
    let mut taken: BTreeMap<StaffId, Vec<TimeSlot>> =
        facilitators(base)?.into_iter().map(|id| (id, Vec::new())).collect();
    for session in &sessions {
        taken.entry(session.facilitator).or_default().push(session.slot);
    }
    for appointment in base.appointments_from(today)? {
        if let Some(slots) = taken.get_mut(&appointment.with) {
            slots.push(appointment.slot);
        }
    }
    Ok(Situation {
        today,
        calendar,
        starts,
        availability: names.people().map(|person| (person.id, person.availability)).collect(),
        bookings: bookings(base, today)?,
        rooms: sessions.into_iter().map(|session| (session.room, session.slot)).collect(),
        facilitators: taken.into_values().collect(),
    })
}

/// Returns who has what from a day on: seats in open sessions and appointments.
pub(super) fn bookings(base: &Base<'_>, from: NaiveDate) -> Result<Vec<(ParticipantId, TimeSlot)>, AppError> {
    let mut bookings = base.seat_bookings(from)?;
    bookings.extend(
        base.appointments_from(from)?.into_iter().map(|appointment| (appointment.participant, appointment.slot)),
    );
    Ok(bookings)
}

fn facilitators(base: &Base<'_>) -> Result<Vec<StaffId>, AppError> {
    let staff = base.staff()?;
    let leads = |role| matches!(role, Role::Facilitator | Role::Counsellor);
    // A facilitator is preferred; the counsellor leads where there is none.
    let mut able: Vec<_> = staff.into_iter().filter(|member| leads(member.role)).collect();
    able.sort_by_key(|member| (member.role != Role::Facilitator, member.id));
    Ok(able.into_iter().map(|member| member.id).collect())
}

/// Returns the wished facilitator, or the first who is free then.
fn facilitator_for(base: &Base<'_>, slot: TimeSlot, wished: Option<StaffId>) -> Result<StaffId, AppError> {
    let sessions = base.sessions(slot.day, slot.day)?;
    let clash = |id: StaffId| {
        sessions.iter().find(|other| other.is_open() && other.facilitator == id && other.slot.overlaps(slot))
    };
    let appointments = base.appointments_from(slot.day)?;
    let meets = |id: StaffId| appointments.iter().any(|other| other.with == id && other.slot.overlaps(slot));
    let nobody = || AppError::from(Refusal::NothingProposed(WhyNot::RoomOrFacilitatorTaken { day: slot.day }));
    match wished {
        Some(id) => match clash(id) {
            Some(other) => Err(SessionRefusal::Clash { with: other.id }.into()),
            None if meets(id) => Err(nobody()),
            None => Ok(id),
        },
        None => facilitators(base)?.into_iter().find(|id| clash(*id).is_none() && !meets(*id)).ok_or_else(nobody),
    }
}

/// Returns the steps once each: somebody named twice is one person.
fn distinct(steps: &[StepId]) -> Vec<StepId> {
    let mut seen = BTreeSet::new();
    steps.iter().copied().filter(|step| seen.insert(*step)).collect()
}

/// Returns the demands of the chosen steps, each still waiting and free at the time.
fn chosen(
    base: &Base<'_>,
    workshop: &ActivityId,
    steps: &[StepId],
    slot: TimeSlot,
    situation: &Situation<'_>,
) -> Result<Vec<Demand>, AppError> {
    let demands = base.demands(workshop)?;
    steps
        .iter()
        .map(|step| {
            let demand = demands
                .iter()
                .find(|demand| demand.step == *step)
                .ok_or(AppError::Refused(Refusal::ChangedMeanwhile))?;
            if is_free(demand.participant, slot, situation) {
                Ok(demand.clone())
            } else {
                Err(SessionRefusal::PersonNotFree { participant: demand.participant }.into())
            }
        })
        .collect()
}

fn add_seats(tx: &Tx<'_>, session: &Session, people: &[Demand], ids: &[SeatId]) -> Result<(), AppError> {
    for (demand, id) in people.iter().zip(ids) {
        let seat =
            Seat { id: *id, session: session.id, step: demand.step, participant: demand.participant, attendance: None };
        tx.add_seat(&seat)?;
    }
    Ok(())
}

pub(super) fn rules_of<'a>(activities: &'a [Activity], id: &ActivityId) -> Result<&'a Workshop, AppError> {
    activities.iter().find(|activity| activity.id == *id).and_then(Activity::workshop).ok_or(AppError::NotFound)
}

fn waiting(names: &Names, demand: &Demand) -> WaitingPerson {
    WaitingPerson {
        step: demand.step,
        participant: demand.participant,
        name: names.participant(demand.participant),
        since: demand.prescribed,
    }
}
