//! Pools, proposals, sessions and attendance.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::agenda::situation;
use super::names::Names;
use super::session_life::{OfferView, offer_views};
use super::settings::expected_absence;
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::agenda::{Clash, Holder, Wish};
use crate::domain::id::{ExceptionId, ParticipantId, SeatId, SessionId, StaffId, StepId};
use crate::domain::person::{Participant, Role};
use crate::domain::scheduling::turnout::{absence_rate, advised, chance_of};
use crate::domain::scheduling::{
    HORIZON_DAYS, Pool, Situation, Verdict, can_come, extra, judge, place_and_leader, propose,
};
use crate::domain::stamp::{Instant, TimeSlot, days_after};
use crate::domain::workshop::{
    Attendance, Cadence, Demand, Headcount, Seat, Session, SessionKind, SessionRefusal, SessionState, Workshop,
};
use crate::i18n::terms;
use crate::store::{Base, Exception, Tx};

/// A workshop with the people who wait for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolView {
    pub workshop: ActivityId,
    pub title: String,
    pub fortnightly: bool,
    pub minimum: usize,
    pub maximum: usize,
    pub waiting: Vec<WaitingPerson>,
    /// Dates that were offered and wait for an answer, the oldest first.
    pub offers: Vec<OfferView>,
    pub oldest_wait_days: u32,
    pub verdict: Verdict,
    pub turnout: TurnoutView,
}

/// How many of those who have a seat usually come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TurnoutView {
    /// Share of seats that stay empty, from 0 to 1.
    pub absence: f64,
    /// Seats of held sessions of this workshop that it rests on.
    pub observed: usize,
    /// How many people to enrol so that the minimum comes in eight cases of ten.
    pub advised: usize,
    /// Probability that the minimum comes when just the minimum is enrolled, from 0 to 1.
    pub chance_at_minimum: f64,
    /// The same when as many as advised are enrolled.
    pub chance_at_advised: f64,
}

/// A session that somebody would like to open.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSession {
    pub workshop: ActivityId,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    /// None is the first room that is free.
    pub room: Option<String>,
    /// None is the first who is free.
    pub facilitator: Option<StaffId>,
    pub steps: Vec<StepId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingPerson {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub since: NaiveDate,
    /// They said when they can come; until then they count as free.
    pub half_days_asked: bool,
    /// They had a seat since, and wait again.
    pub again: Option<Again>,
}

/// Since when somebody waits again, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    pub since: NaiveDate,
    pub why: Attendance,
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
    /// Who is expected, or was: seats given back are apart.
    pub seats: Vec<SeatView>,
    /// Seats that were given back, or taken back by the service, before the session.
    pub given_back: Vec<SeatView>,
    /// Why it is right although something stands against it.
    pub exceptions: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeatView {
    pub id: SeatId,
    pub step: StepId,
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
        let turnouts = base.turnouts()?;
        let expected = expected_absence(&base, self.day())?;
        let returned = base.returned_steps()?;
        let offers = offer_views(&base, &names, &self.activities, situation.today)?;
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
                    waiting: pool.demands().iter().map(|demand| waiting_again(&names, demand, &returned)).collect(),
                    offers: offers.iter().filter(|offer| offer.workshop == activity.id).cloned().collect(),
                    oldest_wait_days: pool.oldest_wait(situation.today),
                    verdict: judge(&pool, workshop, &situation),
                    turnout: turnout(workshop, turnouts.iter().find(|(id, ..)| *id == activity.id), expected),
                })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        pools
            .sort_by_key(|pool| (!matches!(pool.verdict, Verdict::Proposed(_)), std::cmp::Reverse(pool.waiting.len())));
        Ok(pools)
    }

    /// Opens the session that the rule proposes now for a workshop, with its people: one of a workshop on demand, or one
    /// more of a fortnightly one.
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
        let activities = &self.activities;
        self.store.write(|tx| {
            let base = tx.base();
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), activities)?;
            let pool = Pool::new(activity.id.clone(), base.demands(&activity.id)?);
            let (kind, proposal) = match rules.cadence {
                Cadence::WhenEnoughWait => {
                    let found = propose(&pool, rules, &situation).map_err(Refusal::NothingProposed)?;
                    (SessionKind::OnDemand, found)
                }
                Cadence::Fortnightly(_) => {
                    let found = extra(&pool, rules, &situation).ok_or(Refusal::ChangedMeanwhile)?;
                    (SessionKind::Extra, found.proposal)
                }
            };
            rules.may_open(kind, Headcount(proposal.people.len()))?;
            let facilitator = match facilitator {
                None => proposal.leader,
                Some(wished) => {
                    let clash = situation.agenda.staff_clash(wished, Some(&activity.id), proposal.slot, None);
                    clash.map_or(Ok(wished), |clash| Err(SessionRefusal::Clash(Box::new(clash))))?
                }
            };
            let session = Session {
                id,
                workshop: activity.id.clone(),
                kind,
                slot: proposal.slot,
                room: proposal.room,
                facilitator,
                state: SessionState::Opened { by: login.staff, at: now },
            };
            tx.add_session(&session)?;
            add_seats(tx, &session, &proposal.people, &seat_ids, now)?;
            tx.audit(&login.entry(now, "session.open", id))?;
            Ok(id)
        })
    }

    /// Adds the dates of the fortnightly series up to six weeks ahead; returns how many were added.
    ///
    /// A date whose rooms or leaders are all taken is left out: the counsellor sees it missing in the list.
    pub fn extend_series(&mut self, login: Login) -> Result<usize, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let until = days_after(now.day(), HORIZON_DAYS);
        let calendar = self.store.base().calendar()?;
        let mut dates: Vec<(SessionId, ActivityId, TimeSlot)> = Vec::new();
        for activity in &self.activities {
            let Some(workshop) = activity.workshop() else { continue };
            let Cadence::Fortnightly(series) = workshop.cadence else { continue };
            for day in series.days(now.day(), until, &calendar) {
                let slot = TimeSlot { day, start: series.start, minutes: workshop.duration };
                dates.push((SessionId::new(self.chance.uuid(now)), activity.id.clone(), slot));
            }
        }
        let activities = &self.activities;
        self.store.write(|tx| {
            let mut added = 0;
            for (id, workshop, slot) in dates {
                let base = tx.base();
                let known = base.sessions(slot.day, slot.day)?;
                let there =
                    known.iter().any(|session| session.workshop == workshop && session.kind == SessionKind::Series);
                if there || slot.starts_at() <= now.local() {
                    continue;
                }
                let situation = situation(&base, &Names::read(&base)?, now.day(), activities)?;
                let rules = rules_of(activities, &workshop)?;
                let found = place_and_leader(&workshop, rules, slot, &situation.agenda);
                let Some((room, _, facilitator)) = found else { continue };
                let state = SessionState::Opened { by: login.staff, at: now };
                tx.add_session(&Session { id, workshop, kind: SessionKind::Series, slot, room, facilitator, state })?;
                tx.audit(&login.entry(now, "session.plan", id))?;
                added += 1;
            }
            Ok(added)
        })
    }

    /// Opens a session at a chosen time, for at least its minimum of people who wait for it.
    ///
    /// What stands against it is refused, unless somebody says why it is right all the same: the reason is kept with the
    /// session. Nothing opens below the minimum, nor for people who do not wait.
    ///
    /// # Errors
    /// Refuses a time past or too near, fewer people than the minimum, and every clash that has no reason.
    pub fn open_session(
        &mut self,
        login: Login,
        wish: &NewSession,
        despite: Option<&str>,
    ) -> Result<SessionId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = SessionId::new(self.chance.uuid(now));
        let exception = ExceptionId::new(self.chance.uuid(now));
        let steps = distinct(&wish.steps);
        let seat_ids: Vec<SeatId> = steps.iter().map(|_| SeatId::new(self.chance.uuid(now))).collect();
        let rules = rules_of(&self.activities, &wish.workshop)?;
        let earliest = days_after(now.day(), u64::from(rules.notice_days));
        if wish.slot.starts_at() <= now.local() || (wish.slot.day < earliest && despite.is_none()) {
            return Err(SessionRefusal::TooSoon { earliest }.into());
        }
        rules.may_open(wish.kind, Headcount(steps.len()))?;
        let activities = &self.activities;
        self.store.write(|tx| {
            let base = tx.base();
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), activities)?;
            let people = waiting_steps(&base, &wish.workshop, &steps)?;
            let agenda = &situation.agenda;
            let free_room =
                rules.rooms.iter().find(|room| agenda.room_clash(room, wish.slot, people.len(), None).is_none());
            let room = wish.room.as_ref().or(free_room).or(rules.rooms.first()).ok_or(AppError::NotFound)?.clone();
            let leader = wish.facilitator.or_else(|| agenda.free_leader(&wish.workshop, wish.slot));
            let facilitator = leader.unwrap_or(login.staff);
            let all = Wish {
                slot: wish.slot,
                room: Some(room.clone()),
                staff: Some(facilitator),
                workshop: Some(wish.workshop.clone()),
                people: people.iter().map(|demand| demand.participant).collect(),
                equipment: rules.equipment.clone(),
            };
            let kept = accepted(&agenda.clashes(&all, None), despite)?;
            let session = Session {
                id,
                workshop: wish.workshop.clone(),
                kind: wish.kind,
                slot: wish.slot,
                room,
                facilitator,
                state: SessionState::Opened { by: login.staff, at: now },
            };
            tx.add_session(&session)?;
            if let Some(reason) = kept {
                let holder = Holder::Session(id);
                tx.add_exception(&Exception { id: exception, holder, reason, at: now, by: login.staff })?;
            }
            add_seats(tx, &session, &people, &seat_ids, now)?;
            tx.audit(&login.entry(now, "session.open", id))?;
            Ok(id)
        })
    }

    /// Gives an open session another time, room or leader; its people keep their seats and are to be told.
    ///
    /// # Errors
    /// Refuses a session that is not open, a past time, and every clash that has no reason.
    pub fn move_session(
        &mut self,
        login: Login,
        session: SessionId,
        (slot, room, facilitator): (TimeSlot, &str, StaffId),
        despite: Option<&str>,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let exception = ExceptionId::new(self.chance.uuid(now));
        let activities = &self.activities;
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.session(session)?.ok_or(AppError::NotFound)?;
            if !found.is_open() {
                return Err(SessionRefusal::NotOpen.into());
            }
            if slot.starts_at() <= now.local() {
                return Err(SessionRefusal::TooSoon { earliest: now.day() }.into());
            }
            let situation = situation(&base, &Names::read(&base)?, now.day(), activities)?;
            let all = moved(&base, activities, &found, (slot, room, facilitator))?;
            let holder = Holder::Session(session);
            if let Some(reason) = accepted(&situation.agenda.clashes(&all, Some(holder)), despite)? {
                tx.add_exception(&Exception { id: exception, holder, reason, at: now, by: login.staff })?;
            }
            tx.move_session(session, slot, room, facilitator)?;
            Ok(tx.audit(&login.entry(now, "session.move", session))?)
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
        let activities = &self.activities;
        self.store.write(|tx| {
            let base = tx.base();
            let session = base.session(session)?.ok_or(AppError::NotFound)?;
            let rules = rules_of(activities, &session.workshop)?;
            check_takes_people(&session, rules, now)?;
            let names = Names::read(&base)?;
            let situation = situation(&base, &names, now.day(), activities)?;
            check_room_for(&base, &session, rules, &situation, steps.len())?;
            let people = waiting_steps(&base, &session.workshop, &steps)?;
            if let Some(demand) = people.iter().find(|demand| !can_come(demand, rules, session.slot, &situation)) {
                return Err(SessionRefusal::PersonNotFree { participant: demand.participant }.into());
            }
            add_seats(tx, &session, &people, &seat_ids, now)?;
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
        let rules = rules_of(&self.activities, &session.workshop)?;
        let free = demands.iter().filter(|demand| can_come(demand, rules, session.slot, &situation));
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
        let (gone, kept): (Vec<Seat>, Vec<Seat>) = base.seats(session.id)?.into_iter().partition(|seat| seat.withdrawn);
        let view = |seats: Vec<Seat>| {
            let mut seats: Vec<SeatView> = seats.into_iter().map(|seat| seat_view(names, &seat)).collect();
            seats.sort_by(|a, b| a.name.cmp(&b.name));
            seats
        };
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
            seats: view(kept),
            given_back: view(gone),
            exceptions: base.exceptions(Holder::Session(session.id))?.into_iter().map(|kept| kept.reason).collect(),
        })
    }

    fn workshops(&self) -> impl Iterator<Item = (&Activity, &Workshop)> {
        self.activities.iter().filter_map(|activity| Some((activity, activity.workshop()?)))
    }

    pub(super) fn situation(&self, base: &Base<'_>, names: &Names) -> Result<Situation, AppError> {
        situation(base, names, self.day(), &self.activities)
    }
}

/// Returns the reason to keep when something stands against a booking and somebody says why it is right all the same.
///
/// # Errors
/// Refuses the first clash when no reason was given, and an empty reason.
pub(super) fn accepted(clashes: &[Clash], despite: Option<&str>) -> Result<Option<String>, AppError> {
    match (clashes.first(), despite.map(str::trim)) {
        (None, _) => Ok(None),
        (Some(clash), None) => Err(SessionRefusal::Clash(Box::new(clash.clone())).into()),
        (Some(_), Some("")) => Err(SessionRefusal::NoReason.into()),
        (Some(_), Some(reason)) => Ok(Some(reason.to_owned())),
    }
}

/// Returns all that a session would take elsewhere, with the people who have a seat in it.
pub(super) fn moved(
    base: &Base<'_>,
    activities: &[Activity],
    session: &Session,
    (slot, room, facilitator): (TimeSlot, &str, StaffId),
) -> Result<Wish, AppError> {
    let seats = base.seats(session.id)?;
    Ok(Wish {
        slot,
        room: Some(room.to_owned()),
        staff: Some(facilitator),
        workshop: Some(session.workshop.clone()),
        people: seats.iter().filter(|seat| seat.is_live()).map(|seat| seat.participant).collect(),
        equipment: rules_of(activities, &session.workshop)?.equipment.clone(),
    })
}

/// Returns how many of those who have a seat usually come.
fn turnout(workshop: &Workshop, observed: Option<&(ActivityId, usize, usize)>, expected: u32) -> TurnoutView {
    let (absent, observed) = observed.map_or((0, 0), |(_, absent, seats)| (*absent, *seats));
    let absence = absence_rate(absent, observed, expected);
    let advised = advised(workshop.minimum, workshop.maximum, absence).0;
    TurnoutView {
        absence,
        observed,
        advised,
        chance_at_advised: chance_of(workshop.minimum, advised, absence),
        chance_at_minimum: chance_of(workshop.minimum, workshop.minimum.0, absence),
    }
}

/// Returns the steps once each: somebody named twice is one person.
fn distinct(steps: &[StepId]) -> Vec<StepId> {
    let mut seen = BTreeSet::new();
    steps.iter().copied().filter(|step| seen.insert(*step)).collect()
}

/// Returns the demands of the chosen steps, each still waiting.
fn waiting_steps(base: &Base<'_>, workshop: &ActivityId, steps: &[StepId]) -> Result<Vec<Demand>, AppError> {
    let demands = base.demands(workshop)?;
    let demand = |step: &StepId| demands.iter().find(|demand| demand.step == *step).cloned();
    steps.iter().map(|step| demand(step).ok_or(AppError::Refused(Refusal::ChangedMeanwhile))).collect()
}

pub(super) fn add_seats(
    tx: &Tx<'_>,
    session: &Session,
    people: &[Demand],
    ids: &[SeatId],
    now: Instant,
) -> Result<(), AppError> {
    for (demand, id) in people.iter().zip(ids) {
        tx.add_seat(&new_seat(*id, session.id, demand, now))?;
    }
    Ok(())
}

pub(super) fn new_seat(id: SeatId, session: SessionId, demand: &Demand, now: Instant) -> Seat {
    Seat {
        id,
        session,
        step: demand.step,
        participant: demand.participant,
        attendance: None,
        changed: now,
        withdrawn: false,
        version: 0,
    }
}

/// Returns how many more people sit down in a session: what the workshop and the room take, less those expected or there.
pub(super) fn places_left(
    base: &Base<'_>,
    session: &Session,
    rules: &Workshop,
    situation: &Situation,
) -> Result<usize, AppError> {
    let taken = base.seats(session.id)?.iter().filter(|seat| seat.takes_a_place()).count();
    Ok(places(session, rules, situation).saturating_sub(taken))
}

fn places(session: &Session, rules: &Workshop, situation: &Situation) -> usize {
    let room =
        situation.agenda.rooms().find(|(name, _)| *name == session.room).map_or(usize::MAX, |(_, places)| places);
    room.min(rules.maximum.0)
}

/// Checks that so many more people sit down.
///
/// # Errors
/// Refuses more people than the workshop and the room take.
pub(super) fn check_room_for(
    base: &Base<'_>,
    session: &Session,
    rules: &Workshop,
    situation: &Situation,
    more: usize,
) -> Result<(), AppError> {
    let most = places(session, rules, situation);
    let left = places_left(base, session, rules, situation)?;
    if more > left {
        return Err(SessionRefusal::TooManyPeople { have: most - left + more, most }.into());
    }
    Ok(())
}

/// Checks that a session to come takes people: open, and late enough to tell them.
///
/// # Errors
/// Refuses a session that is not open, and one that is too near.
pub(super) fn check_takes_people(session: &Session, rules: &Workshop, now: Instant) -> Result<(), AppError> {
    if !session.is_open() {
        return Err(SessionRefusal::NotOpen.into());
    }
    // Joining goes faster than opening: the room and the leader are there already.
    let earliest = days_after(now.day(), u64::from(rules.join_notice_days));
    if session.slot.day < earliest || session.slot.starts_at() <= now.local() {
        return Err(SessionRefusal::TooSoon { earliest }.into());
    }
    Ok(())
}

fn seat_view(names: &Names, seat: &Seat) -> SeatView {
    let person = names.person(seat.participant);
    SeatView {
        id: seat.id,
        step: seat.step,
        participant: seat.participant,
        name: names.participant(seat.participant),
        phone: person.map(|person| person.phone.0.clone()).unwrap_or_default(),
        supports: person.map(supports).unwrap_or_default(),
        attendance: seat.attendance,
    }
}

/// Returns everything that helps a person: what was ticked, then what was written.
fn supports(person: &Participant) -> String {
    let told = [terms::needs(&person.needs), person.supports.0.clone()];
    told.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ")
}

pub(super) fn rules_of<'a>(activities: &'a [Activity], id: &ActivityId) -> Result<&'a Workshop, AppError> {
    activities.iter().find(|activity| activity.id == *id).and_then(Activity::workshop).ok_or(AppError::NotFound)
}

pub(super) fn waiting(names: &Names, demand: &Demand) -> WaitingPerson {
    WaitingPerson {
        step: demand.step,
        participant: demand.participant,
        name: names.participant(demand.participant),
        since: demand.prescribed,
        half_days_asked: names.person(demand.participant).is_some_and(|person| person.half_days_asked),
        again: None,
    }
}

/// The same, with what brought the person back to the pool.
fn waiting_again(names: &Names, demand: &Demand, returned: &BTreeMap<StepId, (Attendance, Instant)>) -> WaitingPerson {
    WaitingPerson { again: returned.get(&demand.step).copied().map(again), ..waiting(names, demand) }
}

pub(super) fn again((why, at): (Attendance, Instant)) -> Again {
    Again { since: at.day(), why }
}
