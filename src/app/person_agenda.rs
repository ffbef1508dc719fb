//! One person's own agenda: what comes, what is over, and what they wait for.

use chrono::NaiveDate;

use super::names::Names;
use super::planning::{Again, again, rules_of};
use super::settings::house_on;
use super::telling::appointment_name;
use super::{App, AppError, Login};
use crate::domain::agenda::Holder;
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::id::{ParticipantId, StepId};
use crate::domain::person::Role;
use crate::domain::scheduling::{Pool, Verdict, judge};
use crate::domain::stamp::TimeSlot;
use crate::domain::workshop::{Attendance, Seat};
use crate::store::Base;

/// What one person has and waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonAgenda {
    pub participant: ParticipantId,
    /// From this hour on, the nearest first.
    pub coming: Vec<AgendaLine>,
    /// The latest first.
    pub past: Vec<AgendaLine>,
    /// The oldest demand first.
    pub waiting: Vec<WaitingLine>,
}

/// A session or an appointment of the person.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaLine {
    pub about: Holder,
    pub title: String,
    pub slot: TimeSlot,
    pub place: String,
    pub with: String,
    pub state: LineState,
    /// What to bring; may be empty.
    pub bring: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LineState {
    /// The person has a seat and is expected.
    Seat,
    /// What became of the seat.
    Attendance(Attendance),
    Appointment(AppointmentState),
}

impl LineState {
    /// Returns whether the person is expected.
    pub fn is_expected(&self) -> bool {
        matches!(self, LineState::Seat | LineState::Appointment(AppointmentState::Booked))
    }
}

/// A workshop that the person waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingLine {
    pub step: StepId,
    pub title: String,
    pub since: NaiveDate,
    pub again: Option<Again>,
    /// The place in the order of the demands, from 1.
    pub position: usize,
    pub waiting: usize,
    /// What the rule says of the pool.
    pub verdict: Verdict,
}

impl App {
    /// Returns what one person has to come, has had, and waits for.
    pub fn person_agenda(&self, login: Login, participant: ParticipantId) -> Result<PersonAgenda, AppError> {
        login.allow(&[Role::Manager])?;
        self.agenda_of(&self.store.base(), participant)
    }

    pub(super) fn agenda_of(&self, base: &Base<'_>, participant: ParticipantId) -> Result<PersonAgenda, AppError> {
        base.participant(participant)?.ok_or(AppError::NotFound)?;
        let names = Names::read(base)?;
        let mut lines = Vec::new();
        for seat in base.seats_of(participant)? {
            lines.extend(self.seat_line(base, &names, &seat)?);
        }
        for appointment in base.appointments_of(participant)? {
            lines.push(self.appointment_line(base, &names, &appointment)?);
        }
        lines.sort_by_key(|line| line.slot);
        let now = self.now().local();
        // What goes on now still is to come; what will not be is over.
        let is_coming = |line: &AgendaLine| line.slot.day.and_time(line.slot.end()) > now && line.state.is_expected();
        let (coming, mut past): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_coming);
        past.reverse();
        let waiting = self.waiting_lines(base, &names, participant)?;
        Ok(PersonAgenda { participant, coming, past, waiting })
    }

    fn seat_line(&self, base: &Base<'_>, names: &Names, seat: &Seat) -> Result<Option<AgendaLine>, AppError> {
        let Some(session) = base.session(seat.session)? else { return Ok(None) };
        let bring = rules_of(&self.activities, &session.workshop).map(|rules| rules.bring.clone());
        Ok(Some(AgendaLine {
            about: Holder::Session(session.id),
            title: self.title_of(&session.workshop),
            slot: session.slot,
            place: session.room,
            with: names.staff(session.facilitator),
            state: seat.attendance.map_or(LineState::Seat, LineState::Attendance),
            bring: bring.unwrap_or_default(),
        }))
    }

    fn appointment_line(&self, base: &Base<'_>, names: &Names, one: &Appointment) -> Result<AgendaLine, AppError> {
        let house = house_on(base, self.day())?;
        Ok(AgendaLine {
            about: Holder::Appointment(one.id),
            title: appointment_name(base, one, &|activity| self.title_of(activity))?,
            slot: one.slot,
            place: one.room.clone().unwrap_or_else(|| house.name.clone()),
            with: names.staff(one.with),
            state: LineState::Appointment(one.state.clone()),
            bring: String::new(),
        })
    }

    fn waiting_lines(
        &self,
        base: &Base<'_>,
        names: &Names,
        participant: ParticipantId,
    ) -> Result<Vec<WaitingLine>, AppError> {
        let (situation, returned) = (self.situation(base, names)?, base.returned_steps()?);
        let mut lines = Vec::new();
        for activity in &self.activities {
            let Some(rules) = activity.workshop() else { continue };
            let pool = Pool::new(activity.id.clone(), base.demands(&activity.id)?);
            let place = pool.demands().iter().position(|demand| demand.participant == participant);
            let Some((place, demand)) = place.and_then(|place| Some((place, pool.demands().get(place)?))) else {
                continue;
            };
            lines.push(WaitingLine {
                step: demand.step,
                title: activity.title.clone(),
                since: demand.prescribed,
                again: returned.get(&demand.step).copied().map(again),
                position: place + 1,
                waiting: pool.demands().len(),
                verdict: judge(&pool, rules, &situation),
            });
        }
        lines.sort_by_key(|line| line.since);
        Ok(lines)
    }
}
