//! The calendar: what takes time in a week or a month, day by day, and whether a session could stand elsewhere.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::agenda::leaders;
use super::names::Names;
use super::planning::{PoolView, moved};
use super::session_life::SessionLifeRow;
use super::{App, AppError, Login};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::{Holder, Room};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentState};
use crate::domain::calendar::{Calendar, Closed, Days};
use crate::domain::id::{AppointmentId, ParticipantId, SessionId, StaffId};
use crate::domain::person::Role;
use crate::domain::scheduling::{Proposal, Verdict};
use crate::domain::session_life::Phase;
use crate::domain::stamp::{TimeSlot, days_after};
use crate::domain::workshop::{Cadence, Session, SessionRefusal};
use crate::store::{Away, Base};

/// What takes time from a day to another.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarView {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Every day, in order.
    pub days: Vec<DayView>,
    pub rooms: Vec<Room>,
    pub leaders: Vec<LeaderAway>,
    /// By day and hour.
    pub blocks: Vec<BlockView>,
    /// Every workshop, with the dates that its rhythm gives.
    pub workshops: Vec<RhythmView>,
}

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct DayView {
    pub day: NaiveDate,
    pub closed: Option<Closed>,
    /// Why a day that would be closed is open.
    pub opened: Option<String>,
    /// The school holidays that it falls in.
    pub school: Option<String>,
}

/// Who leads, and when they are away.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaderAway {
    pub id: StaffId,
    pub name: String,
    pub away: Vec<Days>,
}

impl LeaderAway {
    /// Returns the absence that a day falls in.
    pub fn away_on(&self, day: NaiveDate) -> Option<Days> {
        self.away.iter().copied().find(|days| days.contains(day))
    }
}

/// A workshop and its rhythm.
#[derive(Clone, Debug, PartialEq)]
pub struct RhythmView {
    pub workshop: ActivityId,
    pub title: String,
    /// When the sessions of a fortnightly one begin.
    pub fortnightly: Option<NaiveTime>,
    /// The dates of the series between the two days, whether a session is written or not.
    pub dates: Vec<NaiveDate>,
}

/// Something that takes time.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    pub what: BlockOf,
    /// The workshop's title, or the person's name.
    pub title: String,
    pub slot: TimeSlot,
    pub room: Option<String>,
    pub leader: StaffId,
    pub leader_name: String,
}

/// What a block stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockOf {
    Session {
        id: SessionId,
        workshop: ActivityId,
        phase: Phase,
        /// Who is expected, or was.
        people: usize,
        maximum: usize,
        /// Open, and to come.
        movable: bool,
    },
    Appointment {
        id: AppointmentId,
        participant: ParticipantId,
        kind: AppointmentKind,
        state: AppointmentState,
    },
    /// What the rule proposes and nobody has opened.
    Proposal {
        workshop: ActivityId,
        people: usize,
    },
}

impl App {
    /// Returns what takes time in `from ..= until`: sessions, appointments that stand, and what the rule proposes.
    pub fn calendar(&self, login: Login, from: NaiveDate, until: NaiveDate) -> Result<CalendarView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let (names, calendar) = (Names::read(&base)?, base.calendar()?);
        let mut blocks = self.session_blocks(login, &base, from, until)?;
        let appointments = base.all_appointments_from(from)?;
        let stands =
            |one: &&Appointment| one.slot.day <= until && !matches!(one.state, AppointmentState::Cancelled { .. });
        blocks.extend(appointments.iter().filter(stands).map(|one| appointment_block(&names, one)));
        blocks.extend(
            self.pools(login)?
                .iter()
                .filter_map(|pool| proposal_block(&names, pool))
                .filter(|block| (from..=until).contains(&block.slot.day)),
        );
        blocks.sort_by(|a, b| (a.slot, &a.title).cmp(&(b.slot, &b.title)));
        Ok(CalendarView {
            days: days(from, until, &calendar),
            rooms: base.rooms()?,
            leaders: leaders_away(&base, &names, from, &blocks)?,
            workshops: self.rhythms(from, until, &calendar),
            from,
            until,
            blocks,
        })
    }

    /// Returns everything that stands against giving a session another time, room or leader; nothing is changed.
    pub fn check_move(
        &self,
        login: Login,
        session: SessionId,
        (slot, room, leader): (TimeSlot, &str, StaffId),
    ) -> Result<Vec<SessionRefusal>, AppError> {
        login.allow(&[])?;
        let (base, now) = (self.store.base(), self.now());
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        if !found.is_open() {
            return Ok(vec![SessionRefusal::NotOpen]);
        }
        if slot.starts_at() <= now.local() {
            return Ok(vec![SessionRefusal::TooSoon { earliest: now.day() }]);
        }
        let situation = self.situation(&base, &Names::read(&base)?)?;
        let wish = moved(&base, &self.activities, &found, (slot, room, leader))?;
        let clashes = situation.agenda.clashes(&wish, Some(Holder::Session(session)));
        Ok(clashes.into_iter().map(|clash| SessionRefusal::Clash(Box::new(clash))).collect())
    }

    fn session_blocks(
        &self,
        login: Login,
        base: &Base<'_>,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<BlockView>, AppError> {
        let now = self.now().local();
        let sessions = base.sessions(from, until)?;
        let block = |row: SessionLifeRow| {
            let session = sessions.iter().find(|session| session.id == row.session.id)?;
            Some(session_block(row, session, session.is_open() && session.slot.starts_at() > now))
        };
        Ok(self.sessions_life(login, from, until)?.into_iter().filter_map(block).collect())
    }

    fn rhythms(&self, from: NaiveDate, until: NaiveDate, calendar: &Calendar) -> Vec<RhythmView> {
        let rhythm = |activity: &crate::domain::activity::Activity| {
            let series = match activity.workshop()?.cadence {
                Cadence::Fortnightly(series) => Some(series),
                Cadence::WhenEnoughWait => None,
            };
            Some(RhythmView {
                workshop: activity.id.clone(),
                title: activity.title.clone(),
                fortnightly: series.map(|series| series.start),
                dates: series.map(|series| series.days(from, until, calendar)).unwrap_or_default(),
            })
        };
        self.activities.iter().filter_map(rhythm).collect()
    }
}

fn days(from: NaiveDate, until: NaiveDate, calendar: &Calendar) -> Vec<DayView> {
    let view = |day| DayView {
        day,
        closed: calendar.closed(day),
        opened: calendar.opened(day).map(str::to_owned),
        school: calendar.school_holiday(day).map(|holiday| holiday.name.clone()),
    };
    (0..).map(|n| days_after(from, n)).take_while(|day| *day <= until).map(view).collect()
}

fn session_block(row: SessionLifeRow, session: &Session, movable: bool) -> BlockView {
    let view = row.session;
    BlockView {
        what: BlockOf::Session {
            id: view.id,
            workshop: view.workshop,
            phase: row.phase,
            people: view.seats.len(),
            maximum: view.maximum,
            movable,
        },
        title: view.title,
        slot: view.slot,
        room: Some(view.room),
        leader: session.facilitator,
        leader_name: view.facilitator,
    }
}

fn appointment_block(names: &Names, appointment: &Appointment) -> BlockView {
    BlockView {
        what: BlockOf::Appointment {
            id: appointment.id,
            participant: appointment.participant,
            kind: appointment.kind,
            state: appointment.state.clone(),
        },
        title: names.participant(appointment.participant),
        slot: appointment.slot,
        room: appointment.room.clone(),
        leader: appointment.with,
        leader_name: names.staff(appointment.with),
    }
}

fn proposal_block(names: &Names, pool: &PoolView) -> Option<BlockView> {
    let Proposal { slot, room, leader, people, .. } = match &pool.verdict {
        Verdict::Proposed(proposal) => proposal,
        Verdict::ByCalendar { extra: Some(extra), .. } => &extra.proposal,
        Verdict::ByCalendar { extra: None, .. } | Verdict::Waits(_) => return None,
    };
    Some(BlockView {
        what: BlockOf::Proposal { workshop: pool.workshop.clone(), people: people.len() },
        title: pool.title.clone(),
        slot: *slot,
        room: Some(room.clone()),
        leader: *leader,
        leader_name: names.staff(*leader),
    })
}

/// Returns who may lead, then who else has something to do then.
fn leaders_away(
    base: &Base<'_>,
    names: &Names,
    from: NaiveDate,
    blocks: &[BlockView],
) -> Result<Vec<LeaderAway>, AppError> {
    let absences = base.absences_from(from)?;
    let mut all = leaders(base)?;
    let known: BTreeSet<StaffId> = all.iter().copied().collect();
    let others: BTreeSet<StaffId> = blocks.iter().map(|block| block.leader).collect();
    all.extend(others.difference(&known));
    let view = |id| LeaderAway {
        id,
        name: names.staff(id),
        away: absences.iter().filter(|absence| absence.who == Away::Staff(id)).map(|absence| absence.days).collect(),
    };
    Ok(all.into_iter().map(view).collect())
}
