//! After a session: who came, and what becomes of the demands.

use super::{App, AppError, Login};
use crate::domain::id::{SeatId, SessionId};
use crate::domain::person::Role;
use crate::domain::roadmap::Outcome;
use crate::domain::workshop::{Attendance, SessionRefusal};

impl App {
    /// Takes one person's attendance. Present finishes the step; anything else returns the demand to the pool, with its age.
    ///
    /// # Errors
    /// Refuses a session that is not open or has not begun, and attendance that was taken already with another result
    /// once the step is finished.
    pub fn take_attendance(&mut self, login: Login, seat: SeatId, attendance: Attendance) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let seat = base.seat(seat)?.ok_or(AppError::NotFound)?;
            let session = base.session(seat.session)?.ok_or(AppError::NotFound)?;
            if !session.is_open() {
                return Err(SessionRefusal::NotOpen.into());
            }
            if now.local() < session.slot.starts_at() {
                return Err(SessionRefusal::NotYet.into());
            }
            if seat.attendance == Some(attendance) {
                return Ok(());
            }
            tx.set_attendance(seat.id, attendance)?;
            let roadmap = base.roadmap_of_step(seat.step)?.ok_or(AppError::NotFound)?;
            let step = roadmap.step(seat.step)?;
            match (attendance.returns_to_pool(), &step.outcome) {
                (false, Outcome::Open) => {
                    tx.end_step(seat.step, &Outcome::Done { at: now })?;
                    // Marked absent by mistake, the person may have got another seat in the meantime.
                    tx.free_seat(seat.step)?;
                }
                // A tap on the wrong line is corrected before the session is closed.
                (true, Outcome::Done { .. }) => tx.reopen_step(seat.step)?,
                (false, Outcome::Done { .. } | Outcome::Dropped { .. })
                | (true, Outcome::Open | Outcome::Dropped { .. }) => {}
            }
            Ok(tx.audit(&login.entry(now, "attendance.take", seat.step))?)
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

    /// Cancels a session: its demands return to the pool with their age.
    ///
    /// # Errors
    /// Refuses a session that is held or cancelled, and an empty reason.
    pub fn cancel_session(&mut self, login: Login, session: SessionId, reason: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.session(session)?.ok_or(AppError::NotFound)?;
            let state = found.cancel(login.staff, now, reason)?;
            for seat in base.seats(session)?.iter().filter(|seat| seat.attendance.is_none()) {
                tx.set_attendance(seat.id, Attendance::CancelledByService)?;
            }
            tx.end_session(session, &state)?;
            Ok(tx.audit(&login.entry(now, "session.cancel", session))?)
        })
    }
}
