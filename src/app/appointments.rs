//! Appointments: the diagnostic and the restitution, in the same calendar as the workshops.

use chrono::{Duration, NaiveDate};

use super::agenda::agenda;
use super::names::Names;
use super::people::AppointmentView;
use super::planning::accepted;
use super::{App, AppError, Login};
use crate::domain::activity::{Form, Takes};
use crate::domain::agenda::{Holder, Wish};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentRefusal, AppointmentState};
use crate::domain::calendar::OpeningHours;
use crate::domain::id::{AppointmentId, ExceptionId, ParticipantId, StaffId, StepId};
use crate::domain::person::Role;
use crate::domain::roadmap::{Outcome, RoadmapRefusal};
use crate::domain::session_life::LifeRefusal;
use crate::domain::stamp::{Half, Instant, Minutes, TimeSlot, days_after};
use crate::store::{Base, Exception, Standing, SynthesisStands, Tx};

/// For how long a missed or cancelled appointment is proposed to be booked again.
const REBOOK_DAYS: u64 = 60;

/// Whose time an appointment takes, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentFor {
    Diagnostic(ParticipantId),
    Restitution(ParticipantId),
    /// An individual activity of a roadmap.
    Activity(StepId),
}

/// How far ahead free times are looked for at first, and when later ones are asked for.
const NEXT_DAYS: u64 = 14;
const FURTHEST_DAYS: u64 = 42;

/// A person is not asked to come sooner than this.
const HOURS_AHEAD: i64 = 2;

impl App {
    /// Books an appointment with the member of staff who is working.
    ///
    /// # Errors
    /// Refuses a duration that is not of this kind, a past time, everything that clashes,
    /// and a restitution before the synthesis is written.
    pub fn book_appointment(
        &mut self,
        login: Login,
        participant: ParticipantId,
        kind: AppointmentKind,
        slot: TimeSlot,
    ) -> Result<AppointmentId, AppError> {
        let what = match kind {
            AppointmentKind::Diagnostic => AppointmentFor::Diagnostic(participant),
            AppointmentKind::Restitution => AppointmentFor::Restitution(participant),
            AppointmentKind::Activity => return Err(AppointmentRefusal::NoActivity.into()),
        };
        self.book(login, what, slot, login.staff, None)
    }

    /// Books an appointment with a member of staff, with what an individual activity takes: a room, a headset.
    ///
    /// What stands against it is refused, unless somebody says why it is right all the same.
    ///
    /// # Errors
    /// Refuses what [`App::book_appointment`] refuses, and a step that is no open individual activity.
    pub fn book(
        &mut self,
        login: Login,
        what: AppointmentFor,
        slot: TimeSlot,
        with: StaffId,
        despite: Option<&str>,
    ) -> Result<AppointmentId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let (id, exception) = (AppointmentId::new(self.chance.uuid(now)), ExceptionId::new(self.chance.uuid(now)));
        if slot.starts_at() < now.local() {
            return Err(AppointmentRefusal::Past.into());
        }
        let activities = &self.activities;
        self.store.write(|tx| {
            let base = tx.base();
            let (participant, kind, step) = match what {
                AppointmentFor::Diagnostic(id) => (id, AppointmentKind::Diagnostic, None),
                AppointmentFor::Restitution(id) => (id, AppointmentKind::Restitution, None),
                AppointmentFor::Activity(step) => {
                    let roadmap = base.roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
                    (roadmap.participant, AppointmentKind::Activity, Some(step))
                }
            };
            kind.check_length(slot.minutes)?;
            let takes = match step {
                None => Takes::default(),
                Some(step) => {
                    let roadmap = base.roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
                    let step = roadmap.step(step)?;
                    let activity = activities.iter().find(|activity| activity.id == step.activity);
                    match activity.map(|activity| &activity.form) {
                        Some(Form::Individual(takes)) if step.outcome.is_open() => takes.clone(),
                        _ => return Err(AppointmentRefusal::NoActivity.into()),
                    }
                }
            };
            let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
            if kind == AppointmentKind::Restitution && !has_written_synthesis(&base, participant)? {
                return Err(AppointmentRefusal::NoSynthesis.into());
            }
            let appointment = Appointment {
                id,
                participant,
                with,
                kind,
                slot,
                state: AppointmentState::Booked,
                step,
                room: takes.room,
                equipment: takes.equipment,
            };
            let clashes = agenda(&base, std::iter::once(&person), slot.day)?.clashes(&wish(&appointment), None);
            let kept = accepted(&clashes, despite)?;
            tx.add_appointment(&appointment)?;
            if let Some(reason) = kept {
                let holder = Holder::Appointment(id);
                tx.add_exception(&Exception { id: exception, holder, reason, at: now, by: login.staff })?;
            }
            tx.audit(&login.entry(now, "appointment.book", participant))?;
            Ok(id)
        })
    }

    /// Gives a booked appointment another time or another member of staff; the person is to be told.
    ///
    /// # Errors
    /// Refuses one that is over or cancelled, a past time, and every clash that has no reason.
    pub fn move_appointment(
        &mut self,
        login: Login,
        id: AppointmentId,
        (slot, with): (TimeSlot, StaffId),
        despite: Option<&str>,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let exception = ExceptionId::new(self.chance.uuid(now));
        if slot.starts_at() < now.local() {
            return Err(AppointmentRefusal::Past.into());
        }
        self.store.write(|tx| {
            let base = tx.base();
            let found = booked(tx, id)?;
            found.kind.check_length(slot.minutes)?;
            let person = base.participant(found.participant)?.ok_or(AppError::NotFound)?;
            let moved = Appointment { slot, with, ..found };
            let holder = Holder::Appointment(id);
            let agenda = agenda(&base, std::iter::once(&person), slot.day)?;
            if let Some(reason) = accepted(&agenda.clashes(&wish(&moved), Some(holder)), despite)? {
                tx.add_exception(&Exception { id: exception, holder, reason, at: now, by: login.staff })?;
            }
            tx.move_appointment(id, slot, with)?;
            Ok(tx.audit(&login.entry(now, "appointment.move", moved.participant))?)
        })
    }

    /// Books another appointment for what a missed or cancelled one was for.
    ///
    /// # Errors
    /// Refuses an appointment that is neither missed nor cancelled, and what [`App::book`] refuses.
    pub fn rebook(
        &mut self,
        login: Login,
        id: AppointmentId,
        (slot, with): (TimeSlot, StaffId),
        despite: Option<&str>,
    ) -> Result<AppointmentId, AppError> {
        login.allow(&[])?;
        let missed = self.store.base().appointment(id)?.ok_or(AppError::NotFound)?;
        if !may_be_rebooked(&missed.state) {
            return Err(LifeRefusal::NotMissed.into());
        }
        let what = match (missed.kind, missed.step) {
            (AppointmentKind::Diagnostic, _) => AppointmentFor::Diagnostic(missed.participant),
            (AppointmentKind::Restitution, _) => AppointmentFor::Restitution(missed.participant),
            (AppointmentKind::Activity, Some(step)) => AppointmentFor::Activity(step),
            (AppointmentKind::Activity, None) => return Err(AppointmentRefusal::NoActivity.into()),
        };
        self.book(login, what, slot, with, despite)
    }

    /// Takes back that an appointment was missed or cancelled, while its time is free, or that it took place, on the same day.
    ///
    /// # Errors
    /// Refuses one that is neither missed nor cancelled, every clash, and a restitution after which the synthesis was signed.
    pub fn restore_appointment(&mut self, login: Login, id: AppointmentId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.appointment(id)?.ok_or(AppError::NotFound)?;
            match found.state {
                AppointmentState::Kept { at } if at.day() == now.day() => {
                    undo_kept(tx, &found, at)?;
                    tx.restore_appointment(id)?;
                    return Ok(tx.audit(&login.entry(now, "appointment.undo_keep", found.participant))?);
                }
                AppointmentState::Missed { .. } | AppointmentState::Cancelled { .. } => {}
                AppointmentState::Booked | AppointmentState::Kept { .. } => return Err(LifeRefusal::NotMissed.into()),
            }
            let person = base.participant(found.participant)?.ok_or(AppError::NotFound)?;
            let agenda = agenda(&base, std::iter::once(&person), found.slot.day)?;
            accepted(&agenda.clashes(&wish(&found), Some(Holder::Appointment(id))), None)?;
            tx.restore_appointment(id)?;
            Ok(tx.audit(&login.entry(now, "appointment.restore", found.participant))?)
        })
    }

    /// Returns the missed and cancelled appointments of the last sixty days whose reason still stands and that no other one followed, oldest first.
    pub fn appointments_to_rebook(&self, login: Login) -> Result<Vec<AppointmentView>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let mut found = Vec::new();
        let oldest = self.day().checked_sub_days(chrono::Days::new(REBOOK_DAYS)).unwrap_or(NaiveDate::MIN);
        for appointment in base.appointments_to_rebook()? {
            if appointment.slot.day >= oldest && still_of_use(&base, &appointment)? {
                found.push(names.appointment(&base, &appointment)?);
            }
        }
        Ok(found)
    }

    /// Records that the person did not come; excused when they said so. The step, if any, stays open.
    ///
    /// # Errors
    /// Refuses an appointment that is over, cancelled, or still to come.
    pub fn miss_appointment(&mut self, login: Login, id: AppointmentId, excused: bool) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let appointment = booked(tx, id)?;
            // Somebody may excuse themselves before; nobody is absent before.
            if !excused && now.local() < appointment.slot.starts_at() {
                return Err(AppointmentRefusal::NotYet.into());
            }
            tx.end_appointment(id, &AppointmentState::Missed { at: now, excused })?;
            Ok(tx.audit(&login.entry(now, "appointment.miss", appointment.participant))?)
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
            let appointment = booked(tx, id)?;
            if appointment.slot.starts_at() > now.local() {
                return Err(AppointmentRefusal::NotYet.into());
            }
            tx.end_appointment(id, &AppointmentState::Kept { at: now })?;
            if let Some(step) = appointment.step {
                let roadmap = tx.base().roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
                if roadmap.step(step)?.outcome.is_open() {
                    tx.end_step(step, &roadmap.complete_step(step, now)?)?;
                }
            }
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
            let appointment = booked(tx, id)?;
            tx.end_appointment(id, &AppointmentState::Cancelled { at: now, reason: reason.trim().to_owned() })?;
            Ok(tx.audit(&login.entry(now, "appointment.cancel", appointment.participant))?)
        })
    }

    /// Returns the next free times of the person and of who is working.
    pub fn free_slots(
        &self,
        login: Login,
        participant: ParticipantId,
        kind: AppointmentKind,
        minutes: u32,
    ) -> Result<Vec<TimeSlot>, AppError> {
        self.free_slots_with(login, login.staff, participant, (kind, Minutes(minutes)), None)
    }

    /// Returns the next free times of the person and of a member of staff, at most eight, on the half-days when the person
    /// can come: in the coming fortnight, two hours from now at the earliest, or after a day, up to six weeks from now.
    pub fn free_slots_with(
        &self,
        login: Login,
        with: StaffId,
        participant: ParticipantId,
        (kind, minutes): (AppointmentKind, Minutes),
        after: Option<NaiveDate>,
    ) -> Result<Vec<TimeSlot>, AppError> {
        login.allow(&[])?;
        kind.check_length(minutes)?;
        let base = self.store.base();
        let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
        let now = self.now();
        let agenda = agenda(&base, std::iter::once(&person), now.day())?;
        let wish = |slot| Wish {
            slot,
            room: None,
            staff: Some(with),
            workshop: None,
            people: vec![participant],
            equipment: None,
        };
        let earliest = now.local() + Duration::hours(HOURS_AHEAD);
        let free = |slot: &TimeSlot| {
            let closing = agenda.calendar.hours(slot.day).closing;
            slot.starts_at() >= earliest && slot.end() <= closing && agenda.clashes(&wish(*slot), None).is_empty()
        };
        let furthest = if after.is_some() { FURTHEST_DAYS } else { NEXT_DAYS };
        let days = (0..=furthest).map(|n| days_after(now.day(), n));
        let days = days.filter(|day| after.is_none_or(|after| *day > after) && agenda.calendar.is_open(*day));
        let slots = days.flat_map(|day| day_slots(day, agenda.calendar.hours(day), minutes));
        Ok(slots.filter(free).take(8).collect())
    }
}

/// Returns the times that are offered on a day: two of the morning, four of the afternoon.
fn day_slots(day: NaiveDate, hours: OpeningHours, minutes: Minutes) -> impl Iterator<Item = TimeSlot> {
    let (morning, afternoon) = (hours.start(Half::Morning), hours.start(Half::Afternoon));
    let offered = [(morning, 0), (morning, 90), (afternoon, 0), (afternoon, 60), (afternoon, 120), (afternoon, 150)];
    offered.into_iter().map(move |(from, after)| TimeSlot { day, start: from + Duration::minutes(after), minutes })
}

/// Opens again what an appointment that took place had ended.
fn undo_kept(tx: &Tx<'_>, kept: &Appointment, at: Instant) -> Result<(), AppError> {
    let base = tx.base();
    if kept.kind == AppointmentKind::Restitution && has_signed_synthesis(&base, kept.participant)? {
        return Err(AppointmentRefusal::Signed.into());
    }
    let Some(step) = kept.step else { return Ok(()) };
    let roadmap = base.roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
    if roadmap.step(step)?.outcome == (Outcome::Done { at }) {
        tx.reopen_step(step)?;
    }
    Ok(())
}

fn may_be_rebooked(state: &AppointmentState) -> bool {
    matches!(state, AppointmentState::Missed { .. } | AppointmentState::Cancelled { .. })
}

/// Returns whether what an appointment was for remains to be done.
fn still_of_use(base: &Base<'_>, appointment: &Appointment) -> Result<bool, AppError> {
    match (appointment.kind, appointment.step) {
        (AppointmentKind::Diagnostic, _) => {
            let referrals = base.referrals_in_hand(appointment.participant)?;
            let waits = |standing: &Standing| !standing.has_roadmap && !standing.is_closed;
            Ok(referrals.is_empty() || referrals.iter().any(|(_, standing)| waits(standing)))
        }
        (AppointmentKind::Restitution, _) => {
            let referrals = base.referrals_in_hand(appointment.participant)?;
            Ok(referrals.iter().any(|(_, standing)| standing.synthesis == Some(SynthesisStands::Written)))
        }
        (AppointmentKind::Activity, Some(step)) => {
            let Some(roadmap) = base.roadmap_of_step(step)? else { return Ok(false) };
            Ok(roadmap.step(step)?.outcome.is_open())
        }
        (AppointmentKind::Activity, None) => Ok(false),
    }
}

/// Returns a booked appointment.
fn booked(tx: &Tx<'_>, id: AppointmentId) -> Result<Appointment, AppError> {
    let appointment = tx.base().appointment(id)?.ok_or(AppError::NotFound)?;
    if appointment.state == AppointmentState::Booked {
        Ok(appointment)
    } else {
        Err(AppointmentRefusal::NotBooked.into())
    }
}

/// Returns all that an appointment takes.
fn wish(appointment: &Appointment) -> Wish {
    Wish {
        slot: appointment.slot,
        room: appointment.room.clone(),
        staff: Some(appointment.with),
        workshop: None,
        people: vec![appointment.participant],
        equipment: appointment.equipment.clone(),
    }
}

fn has_signed_synthesis(base: &Base<'_>, participant: ParticipantId) -> Result<bool, AppError> {
    let found = base.referrals_in_hand(participant)?;
    Ok(found.first().is_some_and(|(_, standing)| standing.synthesis == Some(SynthesisStands::Signed)))
}

fn has_written_synthesis(base: &Base<'_>, participant: ParticipantId) -> Result<bool, AppError> {
    let is_written = |standing: &Standing| standing.synthesis.is_some_and(|stands| stands != SynthesisStands::Draft);
    Ok(base.referrals_in_hand(participant)?.iter().any(|(_, standing)| is_written(standing)))
}
