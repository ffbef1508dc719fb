//! Sessions, seats and the demands that wait.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Row;

use super::codec::{Clock, Count, Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, SeatId, SessionId, StaffId, StepId};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Attendance, Demand, Seat, Session, SessionState};

const SESSION: &str = "SELECT id, workshop, kind, day, start, minutes, room, facilitator, state, changed_by, changed_at, reason FROM session";
const SEAT: &str =
    "SELECT id, session_id, step_id, participant_id, attendance, changed_at, withdrawn, version FROM seat";

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
        changed: row.get(5)?,
        withdrawn: row.get(6)?,
        version: row.get(7)?,
    })
}

impl Base<'_> {
    /// Returns the open steps of a workshop that have no seat in an open session: who waits, since when.
    pub fn demands(&self, workshop: &ActivityId) -> Result<Vec<Demand>, StoreError> {
        let clause =
            "s.activity = ?1 AND NOT EXISTS (SELECT 1 FROM seat t WHERE t.step_id = s.id AND t.attendance IS NULL)";
        self.demands_where(clause, workshop)
    }

    /// Returns the demand of an open step, whether it has a seat or not.
    pub fn demand(&self, step: StepId) -> Result<Option<Demand>, StoreError> {
        Ok(self.demands_where("s.id = ?1", step)?.into_iter().next())
    }

    /// Returns a person's demands for a workshop, whether they have a seat or not, the oldest first.
    pub fn demands_of(&self, participant: ParticipantId, workshop: &ActivityId) -> Result<Vec<Demand>, StoreError> {
        let mut demands = self.demands_where("s.activity = ?1", workshop)?;
        demands.retain(|demand| demand.participant == participant);
        Ok(demands)
    }

    fn demands_where(&self, clause: &str, value: impl rusqlite::ToSql) -> Result<Vec<Demand>, StoreError> {
        let sql = format!(
            "SELECT s.id, r.participant_id, s.prescribed_at, s.deadline, s.activity FROM step s
             JOIN roadmap r ON r.id = s.roadmap_id WHERE s.outcome = 'open' AND {clause} ORDER BY s.prescribed_at, s.id"
        );
        self.all(&sql, [value], |row| {
            let prescribed: Instant = row.get(2)?;
            Ok(Demand {
                step: row.get(0)?,
                participant: row.get(1)?,
                workshop: row.get(4)?,
                prescribed: prescribed.day(),
                deadline: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
            })
        })
    }

    /// Returns the open steps of everybody with the slot of their seat, if they have one.
    pub fn open_seats_by_step(&self) -> Result<Vec<(ParticipantId, ActivityId, Option<TimeSlot>)>, StoreError> {
        let sql = "SELECT r.participant_id, s.activity, e.day, e.start, e.minutes
                   FROM step s JOIN roadmap r ON r.id = s.roadmap_id
                   LEFT JOIN seat t ON t.step_id = s.id AND t.attendance IS NULL
                   LEFT JOIN session e ON e.id = t.session_id AND e.state = 'opened'
                   WHERE s.outcome = 'open'";
        self.all(sql, [], |row| {
            let slot = match (row.get::<_, Option<Day>>(2)?, row.get::<_, Option<Clock>>(3)?, row.get(4)?) {
                (Some(day), Some(start), Some(minutes)) => Some(TimeSlot { day: day.0, start: start.0, minutes }),
                _ => None,
            };
            Ok((row.get(0)?, row.get(1)?, slot))
        })
    }

    /// Returns for each workshop how many seats of held sessions stayed empty, and how many there were. Seats that were given
    /// back before, those that the service took back, and people who came without a seat count nowhere.
    pub fn turnouts(&self) -> Result<Vec<(ActivityId, usize, usize)>, StoreError> {
        let sql = "SELECT e.workshop, count(*) FILTER (WHERE t.attendance <> 'present'), count(*)
                   FROM seat t JOIN session e ON e.id = t.session_id
                   WHERE e.state = 'held' AND t.attendance IN ('present', 'excused', 'no_show') AND t.withdrawn = 0
                   AND NOT EXISTS (SELECT 1 FROM walk_in w WHERE w.session_id = e.id AND w.participant_id = t.participant_id)
                   GROUP BY e.workshop";
        self.all(sql, [], |row| Ok((row.get(0)?, row.get::<_, Count>(1)?.0, row.get::<_, Count>(2)?.0)))
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

    /// Returns how often each session has changed since it was first written.
    pub fn session_versions(&self) -> Result<BTreeMap<SessionId, u32>, StoreError> {
        let rows = self.all("SELECT id, version FROM session", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.into_iter().collect())
    }

    pub fn seats(&self, session: SessionId) -> Result<Vec<Seat>, StoreError> {
        self.all(&format!("{SEAT} WHERE session_id = ?1 ORDER BY id"), [session], read_seat)
    }

    /// Returns every seat that a person has or had.
    pub fn seats_of(&self, participant: ParticipantId) -> Result<Vec<Seat>, StoreError> {
        self.all(&format!("{SEAT} WHERE participant_id = ?1 ORDER BY id"), [participant], read_seat)
    }

    /// Returns every seat of the sessions from a day on, whatever became of them.
    pub fn seats_from(&self, day: NaiveDate) -> Result<Vec<Seat>, StoreError> {
        let sql =
            format!("{SEAT} WHERE session_id IN (SELECT id FROM session WHERE day >= ?1) ORDER BY session_id, id");
        self.all(&sql, [Day(day)], read_seat)
    }

    /// Returns what last became of the seat of each step that lost one: its demand waits again, unless it has another.
    pub fn returned_steps(&self) -> Result<BTreeMap<StepId, (Attendance, Instant)>, StoreError> {
        let sql = "SELECT step_id, attendance, changed_at FROM seat
                   WHERE attendance IN ('excused', 'no_show', 'cancelled_by_service') ORDER BY changed_at, id";
        let rows = self.all(sql, [], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(rows.into_iter().collect())
    }

    /// Returns the seat that a step has in an open session, if any.
    pub fn live_seat(&self, step: StepId) -> Result<Option<Seat>, StoreError> {
        self.one(&format!("{SEAT} WHERE step_id = ?1 AND attendance IS NULL"), [step], read_seat)
    }

    /// Returns whether somebody came to a session for this step.
    pub fn attended(&self, step: StepId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM seat WHERE step_id = ?1 AND attendance = 'present' LIMIT 1";
        Ok(self.one(sql, [step], |row| row.get::<_, i64>(0))?.is_some())
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

    /// Returns who has a seat in an open session, from a day on.
    pub fn seated_from(&self, from: NaiveDate) -> Result<Vec<(SessionId, ParticipantId)>, StoreError> {
        let sql = "SELECT t.session_id, t.participant_id FROM seat t JOIN session e ON e.id = t.session_id
                   WHERE e.day >= ?1 AND e.state = 'opened' AND t.attendance IS NULL";
        self.all(sql, [Day(from)], |row| Ok((row.get(0)?, row.get(1)?)))
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

    /// Gives an open session another time, room or leader. Another time or room makes a new version, which people are to be
    /// told of; another leader does not: no letter, message or calendar entry names who leads.
    pub fn move_session(&self, id: SessionId, slot: TimeSlot, room: &str, leader: StaffId) -> Result<(), StoreError> {
        let sql = "UPDATE session SET day = ?2, start = ?3, minutes = ?4, room = ?5, facilitator = ?6,
                   version = version + CASE WHEN day = ?2 AND start = ?3 AND minutes = ?4 AND room = ?5 THEN 0 ELSE 1 END
                   WHERE id = ?1 AND state = 'opened'";
        self.put("session", sql, (id, Day(slot.day), Clock(slot.start), slot.minutes, room, leader))
    }

    /// Ends an open session.
    pub fn end_session(&self, id: SessionId, state: &SessionState) -> Result<(), StoreError> {
        let (code, by, at, reason) = state_code(state);
        let sql = "UPDATE session SET state = ?2, changed_by = ?3, changed_at = ?4, reason = ?5, version = version + 1
                   WHERE id = ?1 AND state = 'opened'";
        self.put("session", sql, (id, code, by, at, reason))
    }

    /// Opens a session again that is held or cancelled; its calendar entry becomes a new version.
    pub fn reopen_session(&self, id: SessionId, state: &SessionState) -> Result<(), StoreError> {
        let (code, by, at, reason) = state_code(state);
        let sql = "UPDATE session SET state = ?2, changed_by = ?3, changed_at = ?4, reason = ?5, version = version + 1
                   WHERE id = ?1 AND state <> 'opened'";
        self.put("session", sql, (id, code, by, at, reason))
    }

    /// Adds a seat; somebody who gave a seat of the same session back has it again.
    pub fn add_seat(&self, seat: &Seat) -> Result<(), StoreError> {
        let sql = "INSERT INTO seat (id, session_id, step_id, participant_id, attendance, changed_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (session_id, participant_id) DO UPDATE SET step_id = excluded.step_id,
                   attendance = excluded.attendance, changed_at = excluded.changed_at, withdrawn = 0, reason = NULL,
                   version = seat.version + 1 WHERE seat.withdrawn = 1";
        let Seat { id, session, step, participant, attendance, changed, .. } = seat;
        self.put("seat", sql, (id, session, step, participant, attendance, changed))
    }

    /// Takes the seat back that a step has in an open session, if any.
    pub fn free_seat(&self, step: StepId, now: Instant) -> Result<(), StoreError> {
        let sql =
            "UPDATE seat SET attendance = 'cancelled_by_service', withdrawn = 1, changed_at = ?2, version = version + 1
                   WHERE step_id = ?1 AND attendance IS NULL";
        self.connection.execute(sql, (step, now))?;
        Ok(())
    }

    /// Gives a seat back before its session, with the reason of the service if it is the service's wish.
    pub fn withdraw_seat(
        &self,
        seat: SeatId,
        attendance: Attendance,
        reason: Option<&str>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE seat SET attendance = ?2, withdrawn = 1, reason = ?3, changed_at = ?4, version = version + 1
                   WHERE id = ?1 AND attendance IS NULL";
        self.put("seat", sql, (seat, attendance, reason, now))
    }

    /// Gives a seat again that was given back, or cancelled with its session.
    pub fn restore_seat(&self, seat: SeatId, now: Instant) -> Result<(), StoreError> {
        let sql =
            "UPDATE seat SET attendance = NULL, withdrawn = 0, reason = NULL, changed_at = ?2, version = version + 1
                   WHERE id = ?1 AND attendance IS NOT NULL";
        self.put("seat", sql, (seat, now))
    }

    /// Takes a seat away that was given by mistake and that nobody was told of, as if it had never been.
    pub fn remove_seat(&self, seat: SeatId) -> Result<(), StoreError> {
        self.put("seat", "DELETE FROM seat WHERE id = ?1 AND attendance IS NULL", [seat])
    }

    /// Takes the seat back of somebody who was noted as present by mistake, without one.
    pub fn unseat(&self, seat: SeatId, now: Instant) -> Result<(), StoreError> {
        let sql =
            "UPDATE seat SET attendance = 'cancelled_by_service', withdrawn = 1, changed_at = ?2, version = version + 1
                   WHERE id = ?1 AND attendance = 'present'";
        self.put("seat", sql, (seat, now))
    }

    pub fn set_attendance(&self, seat: SeatId, attendance: Attendance, now: Instant) -> Result<(), StoreError> {
        let sql =
            "UPDATE seat SET attendance = ?2, withdrawn = 0, reason = NULL, changed_at = ?3, version = version + 1
                   WHERE id = ?1";
        self.put("seat", sql, (seat, attendance, now))
    }
}

fn state_code(state: &SessionState) -> (&'static str, StaffId, Instant, Option<&str>) {
    match state {
        SessionState::Opened { by, at } => ("opened", *by, *at, None),
        SessionState::Held { at, by } => ("held", *by, *at, None),
        SessionState::Cancelled { by, at, reason } => ("cancelled", *by, *at, Some(reason)),
    }
}
