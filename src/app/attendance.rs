//! After a session: who came, and what becomes of the demands.

use super::session_life::finish_step;
use super::{App, AppError, Login};
use crate::domain::id::{SeatId, SessionId};
use crate::domain::person::Role;
use crate::domain::roadmap::Outcome;
use crate::domain::stamp::Instant;
use crate::domain::workshop::{Attendance, Seat, SessionRefusal};
use crate::store::Tx;

impl App {
    /// Takes one person's attendance. Present finishes the step; anything else returns the demand to the pool, with its age.
    ///
    /// # Errors
    /// Refuses a session that is not open or has not begun.
    pub fn take_attendance(&mut self, login: Login, seat: SeatId, attendance: Attendance) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let seat = tx.base().seat(seat)?.ok_or(AppError::NotFound)?;
            check_attendance_may_be_taken(tx, seat.session, now)?;
            if mark(tx, &seat, attendance, now)? {
                tx.audit(&login.entry(now, "attendance.take", seat.step))?;
            }
            Ok(())
        })
    }

    /// Takes the attendance of many people of one session in one sweep: all of it, or nothing when one is refused.
    ///
    /// # Errors
    /// Refuses a session that is not open or has not begun, and a seat of another session.
    pub fn take_attendances(
        &mut self,
        login: Login,
        session: SessionId,
        marks: &[(SeatId, Attendance)],
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            check_attendance_may_be_taken(tx, session, now)?;
            let mut changed = false;
            for (seat, attendance) in marks {
                let seat = tx.base().seat(*seat)?.filter(|seat| seat.session == session).ok_or(AppError::NotFound)?;
                changed |= mark(tx, &seat, *attendance, now)?;
            }
            if changed {
                tx.audit(&login.entry(now, "attendance.sweep", session))?;
            }
            Ok(())
        })
    }

    /// Closes the session once everybody's attendance is known.
    ///
    /// # Errors
    /// Refuses while somebody's attendance is missing.
    pub fn close_session(&mut self, login: Login, session: SessionId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().session(session)?.ok_or(AppError::NotFound)?;
            let state = found.hold(login.staff, now, &tx.base().seats(session)?)?;
            tx.end_session(session, &state)?;
            Ok(tx.audit(&login.entry(now, "session.close", session))?)
        })
    }
}

fn check_attendance_may_be_taken(tx: &Tx<'_>, session: SessionId, now: Instant) -> Result<(), AppError> {
    let session = tx.base().session(session)?.ok_or(AppError::NotFound)?;
    if !session.is_open() {
        return Err(SessionRefusal::NotOpen.into());
    }
    if now.local() < session.slot.starts_at() {
        return Err(SessionRefusal::NotYet.into());
    }
    Ok(())
}

/// Writes what became of a seat and of its step; returns whether something changed.
fn mark(tx: &Tx<'_>, seat: &Seat, attendance: Attendance, now: Instant) -> Result<bool, AppError> {
    if seat.attendance == Some(attendance) && !seat.withdrawn {
        return Ok(false);
    }
    let base = tx.base();
    tx.set_attendance(seat.id, attendance, now)?;
    let roadmap = base.roadmap_of_step(seat.step)?.ok_or(AppError::NotFound)?;
    match (attendance.returns_to_pool(), &roadmap.step(seat.step)?.outcome) {
        (false, Outcome::Open) => finish_step(tx, seat.step, now)?,
        // A tap on the wrong line is corrected before the session is closed. Who came to another session has attended.
        (true, Outcome::Done { .. })
            if seat.attendance == Some(Attendance::Present) && !base.attended(seat.step)? =>
        {
            tx.reopen_step(seat.step)?;
        }
        (false, Outcome::Done { .. } | Outcome::Dropped { .. })
        | (true, Outcome::Open | Outcome::Done { .. } | Outcome::Dropped { .. }) => {}
    }
    Ok(true)
}
