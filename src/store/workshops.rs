//! Sessions, seats and the demands that wait.

use chrono::NaiveDate;
use rusqlite::Row;

use super::codec::{Clock, Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, SeatId, SessionId, StepId};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Attendance, Demand, Seat, Session, SessionState};

const SESSION: &str = "SELECT id, workshop, kind, day, start, minutes, room, facilitator, state, changed_by, changed_at, reason FROM session";
const SEAT: &str = "SELECT id, session_id, step_id, participant_id, attendance FROM seat";

fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let state: String = row.get(8)?;
    let (by, at) = (row.get(9)?, row.get(10)?);
    let state = match (state.as_str(), row.get(11)?) {
        ("opened", None) => SessionState::Opened { by, at },
        ("held", None) => SessionState::Held { at, by },
        ("cancelled", Some(reason)) => SessionState::Cancelled { by, at, reason },
        _ => return Err(contradiction("a session in no state")),
    };
    Ok(Session {
        id: row.get(0)?,
        workshop: row.get(1)?,
        kind: row.get(2)?,
        slot: TimeSlot { day: row.get::<_, Day>(3)?.0, start: row.get::<_, Clock>(4)?.0, minutes: row.get(5)? },
        room: row.get(6)?,
        facilitator: row.get(7)?,
        state,
    })
}

fn read_seat(row: &Row<'_>) -> rusqlite::Result<Seat> {
    Ok(Seat {
        id: row.get(0)?,
        session: row.get(1)?,
        step: row.get(2)?,
        participant: row.get(3)?,
        attendance: row.get(4)?,
    })
}

impl Base<'_> {
    /// Returns the open steps of these workshops that have no seat in an open session: who waits, since when.
    pub fn demands(&self, workshop: &ActivityId) -> Result<Vec<Demand>, StoreError> {
        let sql = "SELECT s.id, r.participant_id, s.prescribed_at FROM step s JOIN roadmap r ON r.id = s.roadmap_id
                   WHERE s.activity = ?1 AND s.outcome = 'open'
                   AND NOT EXISTS (SELECT 1 FROM seat t WHERE t.step_id = s.id AND t.attendance IS NULL)
                   ORDER BY s.prescribed_at, s.id";
        self.all(sql, [workshop], |row| {
            let prescribed: Instant = row.get(2)?;
            Ok(Demand {
                step: row.get(0)?,
                participant: row.get(1)?,
                workshop: workshop.clone(),
                prescribed: prescribed.day(),
            })
        })
    }

    pub fn session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.one(&format!("{SESSION} WHERE id = ?1"), [id], read_session)
    }

    /// Returns sessions whose day is in `from ..= until`, in order.
    pub fn sessions(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Session>, StoreError> {
        self.all(
            &format!("{SESSION} WHERE day BETWEEN ?1 AND ?2 ORDER BY day, start, room"),
            (Day(from), Day(until)),
            read_session,
        )
    }

    pub fn seats(&self, session: SessionId) -> Result<Vec<Seat>, StoreError> {
        self.all(&format!("{SEAT} WHERE session_id = ?1 ORDER BY id"), [session], read_seat)
    }

    pub fn seat(&self, id: SeatId) -> Result<Option<Seat>, StoreError> {
        self.one(&format!("{SEAT} WHERE id = ?1"), [id], read_seat)
    }

    /// Returns the slot of the open session where the step has its seat.
    pub fn seated_at(&self, step: StepId) -> Result<Option<TimeSlot>, StoreError> {
        let sql = "SELECT e.day, e.start, e.minutes FROM seat t JOIN session e ON e.id = t.session_id
                   WHERE t.step_id = ?1 AND t.attendance IS NULL AND e.state = 'opened'";
        self.one(sql, [step], |row| {
            Ok(TimeSlot { day: row.get::<_, Day>(0)?.0, start: row.get::<_, Clock>(1)?.0, minutes: row.get(2)? })
        })
    }

    /// Returns who has a seat in an open session, and when, from a day on.
    pub fn seat_bookings(&self, from: NaiveDate) -> Result<Vec<(ParticipantId, TimeSlot)>, StoreError> {
        let sql = "SELECT t.participant_id, e.day, e.start, e.minutes FROM seat t JOIN session e ON e.id = t.session_id
                   WHERE e.day >= ?1 AND e.state = 'opened' AND t.attendance IS NULL";
        self.all(sql, [Day(from)], |row| {
            Ok((
                row.get(0)?,
                TimeSlot { day: row.get::<_, Day>(1)?.0, start: row.get::<_, Clock>(2)?.0, minutes: row.get(3)? },
            ))
        })
    }
}

impl Tx<'_> {
    pub fn add_session(&self, session: &Session) -> Result<(), StoreError> {
        let sql = "INSERT INTO session (id, workshop, kind, day, start, minutes, room, facilitator, state, changed_by, changed_at, reason)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let Session { id, workshop, kind, slot, room, facilitator, state } = session;
        let (code, by, at, reason) = state_code(state);
        let (day, start, minutes) = (Day(slot.day), Clock(slot.start), slot.minutes);
        self.put("session", sql, (id, workshop, kind, day, start, minutes, room, facilitator, code, by, at, reason))
    }

    /// Ends an open session.
    pub fn end_session(&self, id: SessionId, state: &SessionState) -> Result<(), StoreError> {
        let (code, by, at, reason) = state_code(state);
        let sql = "UPDATE session SET state = ?2, changed_by = ?3, changed_at = ?4, reason = ?5 WHERE id = ?1 AND state = 'opened'";
        self.put("session", sql, (id, code, by, at, reason))
    }

    pub fn add_seat(&self, seat: &Seat) -> Result<(), StoreError> {
        let sql = "INSERT INTO seat (id, session_id, step_id, participant_id, attendance) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("seat", sql, (seat.id, seat.session, seat.step, seat.participant, seat.attendance))
    }

    /// Gives back the seat that a step has in an open session, if any.
    pub fn free_seat(&self, step: StepId) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM seat WHERE step_id = ?1 AND attendance IS NULL", [step])?;
        Ok(())
    }

    pub fn set_attendance(&self, seat: SeatId, attendance: Attendance) -> Result<(), StoreError> {
        self.put("seat", "UPDATE seat SET attendance = ?2 WHERE id = ?1", (seat, attendance))
    }
}

fn state_code(state: &SessionState) -> (&'static str, crate::domain::id::StaffId, Instant, Option<&str>) {
    match state {
        SessionState::Opened { by, at } => ("opened", *by, *at, None),
        SessionState::Held { at, by } => ("held", *by, *at, None),
        SessionState::Cancelled { by, at, reason } => ("cancelled", *by, *at, Some(reason)),
    }
}
