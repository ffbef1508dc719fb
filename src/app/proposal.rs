//! The best proposal for everybody who waits: the base as an instance, searched away from the program's thread, in words.
//!
//! [`App::proposal_question`] reads the base; [`ProposalQuestion::answer`] needs nothing of the program, so that a search
//! that lasts stops no screen. What is proposed is opened by a person, one session at a time.

mod builder;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::NaiveDate;

use self::builder::Builder;
use super::names::Names;
use super::plan::Proof;
use super::planning::NewSession;
use super::{App, AppError, Clock, Login};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, SessionId, StaffId, StepId};
use crate::domain::person::Role;
use crate::domain::planning::{Choice, Effort, Exclusion, Instance, Objective, Person, Plan, Unserved};
use crate::domain::scheduling::{Pool, can_come, extra, slots_of};
use crate::domain::stamp::{HalfDay, TimeSlot, days_after, days_between};
use crate::domain::workshop::{Cadence, Session, SessionKind, Workshop};
use crate::i18n::terms::{half_day, unserved_reason};
use crate::i18n::weekday_date;
use crate::tr;

/// How far ahead sessions are proposed: farther away people's weeks are not known.
const AHEAD_DAYS: u64 = 28;

/// Nodes of each level: the same answer on every machine.
const MAX_NODES: u64 = 4_000;

/// A change to try on the real waiting list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// Fewest people of a session on demand; none is each workshop's own.
    pub minimum: Option<usize>,
    pub one_room_more: bool,
    pub absent: Option<StaffId>,
}

/// What was proposed last: the next proposal stays near it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shown {
    sessions: BTreeSet<(ActivityId, TimeSlot)>,
    seats: BTreeSet<(ParticipantId, ActivityId, TimeSlot)>,
}

/// Everything that a search needs, read from the base once.
#[derive(Clone, Debug)]
pub struct ProposalQuestion {
    today: NaiveDate,
    instance: Instance,
    workshops: Vec<(ActivityId, String)>,
    people: Vec<(ParticipantId, String)>,
    rooms: Vec<String>,
    leaders: Vec<(StaffId, String)>,
    steps: BTreeMap<(usize, usize), (StepId, NaiveDate)>,
    /// The session of the base that each candidate is, `None` for one that would be opened.
    known: Vec<Option<SessionId>>,
}

/// The answer, ready for the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalView {
    pub objective: Objective,
    pub proof: Proof,
    /// Sessions to open, by date.
    pub to_open: Vec<ProposedSession>,
    /// Sessions that are open already and take more people, by date.
    pub to_fill: Vec<ProposedSession>,
    pub left: Vec<LeftOut>,
    pub demands: usize,
    pub placed: usize,
    /// How many the simple rules place, the better of the two.
    pub placed_by_rule: usize,
    /// People whose whole list has a date.
    pub complete: usize,
    pub leader_minutes: u32,
    pub took: Duration,
    pub shown: Shown,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProposedSession {
    /// None is a session to open.
    pub session: Option<SessionId>,
    pub workshop: ActivityId,
    pub title: String,
    pub kind: SessionKind,
    pub slot: TimeSlot,
    pub room: String,
    pub leader: (StaffId, String),
    pub minimum: usize,
    pub maximum: usize,
    /// The people who would get a seat, the oldest demand first.
    pub people: Vec<ProposedPerson>,
    /// How many of those who wait could come then.
    pub free: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProposedPerson {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub waits_days: u32,
}

/// Somebody who stays in the line, and the one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    pub participant: ParticipantId,
    pub name: String,
    pub workshop: ActivityId,
    pub title: String,
    pub waits_days: u32,
    pub reason: String,
    /// What would change it, when one thing would.
    pub lever: Option<String>,
}

impl ProposedSession {
    /// Returns what is asked to open it.
    pub fn to_open(&self) -> NewSession {
        NewSession {
            workshop: self.workshop.clone(),
            kind: self.kind,
            slot: self.slot,
            room: Some(self.room.clone()),
            facilitator: Some(self.leader.0),
            steps: self.people.iter().map(|person| person.step).collect(),
        }
    }

    /// Returns for how long the first of its people waits.
    pub fn oldest_wait_days(&self) -> u32 {
        self.people.iter().map(|person| person.waits_days).max().unwrap_or(0)
    }
}

impl App {
    /// Reads what a search for the best proposal needs.
    pub fn proposal_question(&self, login: Login, what_if: &WhatIf) -> Result<ProposalQuestion, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let today = self.day();
        let situation = self.situation(&base, &names)?;
        let workshops: Vec<(&ActivityId, &str, &Workshop)> = self
            .activities
            .iter()
            .filter_map(|activity| Some((&activity.id, activity.title.as_str(), activity.workshop()?)))
            .collect();
        let mut builder = Builder::new(today, what_if, &names);
        // Each pool is read once, with whether one more session is called for where the calendar holds the others.
        let mut pools: Vec<(Pool, bool)> = Vec::new();
        for (index, (id, title, rules)) in workshops.iter().enumerate() {
            builder.workshops.push(((*id).clone(), (*title).to_owned()));
            let pool = Pool::new((*id).clone(), base.demands(id)?);
            for demand in pool.demands() {
                builder.want(index, demand, rules.join_notice_days);
            }
            let by_calendar = matches!(rules.cadence, Cadence::Fortnightly(_));
            let may_open = !by_calendar || extra(&pool, rules, &situation).is_some();
            pools.push((pool, may_open));
        }
        let mut orders = Vec::new();
        for (index, (_, _, rules)) in workshops.iter().enumerate() {
            let first = |before: &ActivityId| workshops.iter().position(|(id, ..)| *id == before);
            orders.extend(rules.after.iter().filter_map(first).map(|before| (before, index)));
        }
        let until = days_after(today, AHEAD_DAYS);
        for session in base.sessions(today, until)?.into_iter().filter(Session::is_open) {
            let Some(index) = workshops.iter().position(|(id, ..)| **id == session.workshop) else { continue };
            let Some((_, _, rules)) = workshops.get(index) else { continue };
            builder.existing(index, rules, &session);
            for seat in base.seats(session.id)?.iter().filter(|seat| seat.attendance.is_none()) {
                builder.seated(seat.participant, today);
            }
        }
        for appointment in base.appointments_from(today)?.into_iter().filter(|found| found.slot.day <= until) {
            builder.appointment(appointment.participant, appointment.slot, today);
        }
        let mut nearest: BTreeMap<usize, (usize, TimeSlot)> = BTreeMap::new();
        let mut possible = BTreeSet::new();
        let calendar = &situation.agenda.calendar;
        for day in (1..=AHEAD_DAYS).map(|n| days_after(today, n)).filter(|day| calendar.is_open(*day)) {
            for half in 0..2 {
                let mut turn = 0_usize;
                for (index, ((id, _, rules), (pool, may_open))) in workshops.iter().zip(&pools).enumerate() {
                    if !may_open || day < days_after(today, u64::from(rules.notice_days)) {
                        continue;
                    }
                    let Some(slot) = slots_of(day, rules, calendar).nth(half) else { continue };
                    if calendar.closed_during(slot).is_some() {
                        continue;
                    }
                    let free = pool.demands().iter().filter(|demand| can_come(demand, rules, slot, &situation)).count();
                    if free < what_if.minimum.unwrap_or(rules.minimum.0) {
                        // Nearest to opening: what those who wait are told when nothing opens.
                        let best = nearest.entry(index).or_insert((free, slot));
                        if free > best.0 {
                            *best = (free, slot);
                        }
                        continue;
                    }
                    if builder.candidate(index, (id, rules), slot, turn, &situation.agenda) {
                        possible.insert(index);
                        turn += 1;
                    }
                }
            }
        }
        for (index, (_, slot)) in nearest.into_iter().filter(|(index, _)| !possible.contains(index)) {
            let Some((id, _, rules)) = workshops.get(index) else { continue };
            builder.candidate(index, (id, rules), slot, 0, &situation.agenda);
        }
        builder.finish(orders, until, situation.agenda.calendar.open_day_from(until))
    }
}

impl ProposalQuestion {
    /// Looks for the best proposal, near to what was shown last; `keep_going` may stop it, and it then says how good the
    /// best one can be.
    pub fn answer(
        &self,
        objective: Objective,
        shown: Option<&Shown>,
        limit: Duration,
        (clock, keep_going): (Clock, &dyn Fn() -> bool),
    ) -> ProposalView {
        let watch = clock.stopwatch();
        let goes_on = || keep_going() && watch.elapsed() < limit;
        let effort = Effort { max_nodes: MAX_NODES, keep_going: &goes_on };
        let near = shown.map(|shown| self.choice_of(shown));
        let plan = Plan::search(&self.instance, objective, near.as_ref(), effort);
        let by_rules = Plan::by_rules(&self.instance);
        let n_confirmed = self.instance.confirmed().len();
        let n_placed = |plan: &Plan| plan.placed().count().saturating_sub(n_confirmed);
        let (mut to_open, mut to_fill) = (Vec::new(), Vec::new());
        for session in plan.open() {
            let Some(proposed) = self.session(&plan, session) else { continue };
            match proposed.session {
                _ if proposed.people.is_empty() => {}
                Some(_) => to_fill.push(proposed),
                None => to_open.push(proposed),
            }
        }
        for list in [&mut to_open, &mut to_fill] {
            list.sort_by_key(|session| (session.slot.day, session.slot.start, session.workshop.clone()));
        }
        let unserved: BTreeSet<usize> = plan.unserved.iter().map(|left| left.person).collect();
        let waiting = |(index, person): (usize, &Person)| (!person.wants.is_empty()).then_some(index);
        let proof = plan.first_unproved().map_or(Proof::Optimal, |level| Proof::BestFound {
            level: level.level,
            bound: level.bound,
            ended: level.ended,
        });
        ProposalView {
            objective,
            proof,
            left: plan.unserved.iter().filter_map(|left| self.left_out(&plan, left)).collect(),
            demands: self.instance.people().iter().map(|person| person.wants.len()).sum(),
            placed: n_placed(&plan),
            placed_by_rule: by_rules.iter().map(n_placed).max().unwrap_or(0),
            complete: self
                .instance
                .people()
                .iter()
                .enumerate()
                .filter_map(waiting)
                .filter(|person| !unserved.contains(person))
                .count(),
            leader_minutes: to_open.iter().map(|session| session.slot.minutes.0).sum(),
            took: watch.elapsed(),
            shown: self.shown(&to_open, &to_fill),
            to_open,
            to_fill,
        }
    }

    fn session(&self, plan: &Plan, index: usize) -> Option<ProposedSession> {
        let candidate = self.instance.sessions().get(index)?;
        let (workshop, title) = self.workshops.get(candidate.workshop)?.clone();
        let mut people: Vec<ProposedPerson> = plan
            .placed()
            .filter(|pair| pair.session == index && !pair.is_confirmed)
            .filter_map(|pair| {
                let (participant, name) = self.people.get(pair.person)?.clone();
                let (step, since) = *self.steps.get(&(pair.person, candidate.workshop))?;
                Some(ProposedPerson { step, participant, name, waits_days: days_between(since, self.today) })
            })
            .collect();
        people.sort_by(|a, b| b.waits_days.cmp(&a.waits_days).then_with(|| a.name.cmp(&b.name)));
        Some(ProposedSession {
            session: self.known.get(index).copied().flatten(),
            workshop,
            title,
            kind: candidate.kind,
            slot: candidate.slot,
            room: self.rooms.get(candidate.room)?.clone(),
            leader: self.leaders.get(candidate.facilitator)?.clone(),
            minimum: candidate.minimum.0,
            maximum: candidate.maximum.0,
            people,
            free: plan.pairs.by_session.get(index).map_or(0, Vec::len),
        })
    }

    fn left_out(&self, plan: &Plan, left: &Unserved) -> Option<LeftOut> {
        let (participant, name) = self.people.get(left.person)?.clone();
        let (workshop, title) = self.workshops.get(left.workshop)?.clone();
        let (_, since) = *self.steps.get(&(left.person, left.workshop))?;
        let named = |workshop: usize| self.workshops.get(workshop).map_or_else(String::new, |(_, title)| title.clone());
        Some(LeftOut {
            participant,
            name,
            workshop,
            title,
            waits_days: days_between(since, self.today),
            reason: unserved_reason(&left.reason, &self.instance, named),
            lever: self.lever(plan, left),
        })
    }

    /// Returns the half-day on which the person would have a place: the first session that takes place, has a seat left,
    /// and is only closed to them by their week.
    fn lever(&self, plan: &Plan, left: &Unserved) -> Option<String> {
        let seats = |session: usize| plan.placed().filter(|pair| pair.session == session).count();
        let closed_by_week =
            |session: usize| plan.pairs.excluded.get(&(left.person, session)) == Some(&Exclusion::NotOnThatHalfDay);
        let slot = plan
            .open()
            .filter(|session| closed_by_week(*session))
            .filter_map(|session| Some((session, self.instance.sessions().get(session)?)))
            .filter(|(session, candidate)| candidate.workshop == left.workshop && seats(*session) < candidate.maximum.0)
            .map(|(_, candidate)| candidate.slot)
            .min()?;
        let half: HalfDay = slot.half_day();
        Some(tr!("proposal-lever", half = half_day(half), day = weekday_date(slot.day)))
    }

    fn shown(&self, to_open: &[ProposedSession], to_fill: &[ProposedSession]) -> Shown {
        let mut shown = Shown::default();
        for session in to_open.iter().chain(to_fill) {
            shown.sessions.insert((session.workshop.clone(), session.slot));
            for person in &session.people {
                shown.seats.insert((person.participant, session.workshop.clone(), session.slot));
            }
        }
        shown
    }

    /// Returns what was shown, as a choice of this instance.
    fn choice_of(&self, shown: &Shown) -> Choice {
        let at = |session: usize| {
            let candidate = self.instance.sessions().get(session)?;
            Some((self.workshops.get(candidate.workshop)?.0.clone(), candidate.slot))
        };
        let pairs = crate::domain::planning::Pairs::of(&self.instance);
        let mut choice = Choice::promised(&self.instance, &pairs);
        for (session, open) in choice.open.iter_mut().enumerate() {
            *open = *open || at(session).is_some_and(|at| shown.sessions.contains(&at));
        }
        for (pair, placed) in pairs.list.iter().zip(choice.placed.iter_mut()) {
            let seat = at(pair.session)
                .zip(self.people.get(pair.person))
                .is_some_and(|((workshop, slot), (person, _))| shown.seats.contains(&(*person, workshop, slot)));
            *placed = *placed || seat;
        }
        choice
    }
}
