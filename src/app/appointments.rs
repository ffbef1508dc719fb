//! Appointments: the diagnostic and the restitution, in the same calendar as the workshops.

use chrono::{NaiveDate, NaiveTime};

use super::planning::bookings;
use super::{App, AppError, Login};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentRefusal, AppointmentState};
use crate::domain::id::{AppointmentId, ParticipantId, StaffId};
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::scheduling::HORIZON_DAYS;
use crate::domain::stamp::{Minutes, TimeSlot, days_after};
use crate::domain::synthesis::SynthesisState;
use crate::store::Base;

impl App {
    /// Books an appointment with the member of staff who is working.
    ///
    /// # Errors
    /// Refuses a duration that is not of this kind, a closed day, a past time, somebody who is taken,
    /// and a restitution before the synthesis is written.
    pub fn book_appointment(
        &mut self,
        login: Login,
        participant: ParticipantId,
        kind: AppointmentKind,
        slot: TimeSlot,
    ) -> Result<AppointmentId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        kind.check_length(slot.minutes)?;
        if !self.calendar.is_open(slot.day) {
            return Err(AppointmentRefusal::Closed.into());
        }
        if slot.starts_at() < now.local() {
            return Err(AppointmentRefusal::Past.into());
        }
        let id = AppointmentId::new(self.chance.uuid(now));
        let appointment =
            Appointment { id, participant, with: login.staff, kind, slot, state: AppointmentState::Booked };
        self.store.write(|tx| {
            let base = tx.base();
            base.participant(participant)?.ok_or(AppError::NotFound)?;
            if kind == AppointmentKind::Restitution && !has_written_synthesis(&base, participant)? {
                return Err(AppointmentRefusal::NoSynthesis.into());
            }
            if taken_by_staff(&base, login.staff, slot.day)?.iter().any(|taken| taken.overlaps(slot)) {
                return Err(AppointmentRefusal::CounsellorTaken.into());
            }
            if bookings(&base, slot.day)?.iter().any(|(who, taken)| *who == participant && taken.overlaps(slot)) {
                return Err(AppointmentRefusal::PersonTaken.into());
            }
            tx.add_appointment(&appointment)?;
            tx.audit(&login.entry(now, "appointment.book", participant))?;
            Ok(id)
        })
    }

    /// Records that an appointment took place.
    ///
    /// # Errors
    /// Refuses one that is over, cancelled, or still to come.
    pub fn keep_appointment(&mut self, login: Login, id: AppointmentId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let appointment = tx.base().appointment(id)?.ok_or(AppError::NotFound)?;
            if appointment.state != AppointmentState::Booked || appointment.slot.day > now.day() {
                return Err(AppointmentRefusal::NotBooked.into());
            }
            tx.end_appointment(id, &AppointmentState::Kept { at: now })?;
            Ok(tx.audit(&login.entry(now, "appointment.keep", appointment.participant))?)
        })
    }

    /// Cancels a booked appointment, with its reason.
    pub fn cancel_appointment(&mut self, login: Login, id: AppointmentId, reason: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        if reason.trim().is_empty() {
            return Err(RoadmapRefusal::NoReason.into());
        }
        self.store.write(|tx| {
            let appointment = tx.base().appointment(id)?.ok_or(AppError::NotFound)?;
            if appointment.state != AppointmentState::Booked {
                return Err(AppointmentRefusal::NotBooked.into());
            }
            tx.end_appointment(id, &AppointmentState::Cancelled { at: now, reason: reason.trim().to_owned() })?;
            Ok(tx.audit(&login.entry(now, "appointment.cancel", appointment.participant))?)
        })
    }

    /// Returns the next free times of the person and of who is working: at most eight, in the coming fortnight,
    /// on the half-days when the person can come.
    pub fn free_slots(
        &self,
        login: Login,
        participant: ParticipantId,
        kind: AppointmentKind,
        minutes: u32,
    ) -> Result<Vec<TimeSlot>, AppError> {
        login.allow(&[])?;
        kind.check_length(Minutes(minutes))?;
        let base = self.store.base();
        let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
        let now = self.now();
        let taken_by_staff = taken_by_staff(&base, login.staff, now.day())?;
        let taken_by_person: Vec<TimeSlot> = bookings(&base, now.day())?
            .into_iter()
            .filter(|(who, _)| *who == participant)
            .map(|(_, slot)| slot)
            .collect();
        let free = |slot: &TimeSlot| {
            slot.starts_at() > now.local()
                && slot.end() <= closing()
                && person.availability.includes(slot.half_day())
                && !taken_by_staff.iter().chain(&taken_by_person).any(|taken| taken.overlaps(*slot))
        };
        let days = (0..=14).map(|n| days_after(now.day(), n)).filter(|day| self.calendar.is_open(*day));
        Ok(days.flat_map(|day| day_slots(day, Minutes(minutes))).filter(free).take(8).collect())
    }
}

/// Appointments end by then.
fn closing() -> NaiveTime {
    NaiveTime::from_hms_opt(17, 30, 0).unwrap_or_default()
}

fn day_slots(day: NaiveDate, minutes: Minutes) -> impl Iterator<Item = TimeSlot> {
    let starts = [(9, 0), (10, 30), (13, 30), (14, 30), (15, 30), (16, 0)];
    starts.into_iter().filter_map(move |(hour, minute)| {
        let start = NaiveTime::from_hms_opt(hour, minute, 0)?;
        Some(TimeSlot { day, start, minutes })
    })
}

/// Returns what a member of staff has from a day on: appointments, and open sessions that they lead.
fn taken_by_staff(base: &Base<'_>, staff: StaffId, from: NaiveDate) -> Result<Vec<TimeSlot>, AppError> {
    let appointments =
        base.appointments_from(from)?.into_iter().filter(|other| other.with == staff).map(|other| other.slot);
    let sessions = base.sessions(from, days_after(from, HORIZON_DAYS))?;
    let led = sessions
        .into_iter()
        .filter(|session| session.is_open() && session.facilitator == staff)
        .map(|session| session.slot);
    Ok(appointments.chain(led).collect())
}

fn has_written_synthesis(base: &Base<'_>, participant: ParticipantId) -> Result<bool, AppError> {
    let Some(referral) = base.latest_referral(participant)? else { return Ok(false) };
    let Some(roadmap) = base.roadmap_of_referral(referral.id)? else { return Ok(false) };
    let synthesis = base.synthesis_of(roadmap.id)?;
    Ok(synthesis.is_some_and(|synthesis| synthesis.state != SynthesisState::Draft))
}
