//! Referrals, roadmaps, appointments and observations.

use std::collections::BTreeMap;

use rusqlite::Row;

use super::codec::{Clock, Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::{ActivityId, Purpose, Sector};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::id::{
    AppointmentId, ObservationId, ParticipantId, PrescriberId, ReferralId, RoadmapId, StaffId, StepId,
};
use crate::domain::interview::ProjectState;
use crate::domain::referral::{Question, Referral};
use crate::domain::roadmap::{Outcome, Roadmap, Step};
use crate::domain::stamp::{Instant, TimeSlot};

/// What a member of staff saw of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    pub id: ObservationId,
    pub participant: ParticipantId,
    pub by: StaffId,
    pub at: Instant,
    pub workshop: Option<ActivityId>,
    pub text: String,
}

/// Reads a referral whose columns begin at `from`.
pub(super) fn read_referral(row: &Row<'_>, from: usize) -> rusqlite::Result<Referral> {
    let question: String = row.get(from + 4)?;
    Ok(Referral {
        id: row.get(from)?,
        participant: row.get(from + 1)?,
        prescriber: row.get(from + 2)?,
        received: row.get::<_, Day>(from + 3)?.0,
        question: Question::new(&question).map_err(|_| contradiction("a referral without question"))?,
        is_to_ask: row.get(from + 5)?,
    })
}

fn read_purpose(code: &str, sector: Option<Sector>) -> rusqlite::Result<Purpose> {
    match (code, sector) {
        ("welcome", None) => Ok(Purpose::Welcome),
        ("reflection", None) => Ok(Purpose::Reflection),
        ("skills", None) => Ok(Purpose::Skills),
        ("confirmation", None) => Ok(Purpose::Confirmation),
        ("sector_focus", Some(sector)) => Ok(Purpose::SectorFocus(sector)),
        _ => Err(contradiction("a step without purpose")),
    }
}

fn purpose_code(purpose: Purpose) -> (&'static str, Option<Sector>) {
    match purpose {
        Purpose::Welcome => ("welcome", None),
        Purpose::Reflection => ("reflection", None),
        Purpose::Skills => ("skills", None),
        Purpose::Confirmation => ("confirmation", None),
        Purpose::SectorFocus(sector) => ("sector_focus", Some(sector)),
    }
}

const STEP: &str = "SELECT id, activity, purpose, sector, place, reason, prescribed_at, prescribed_by, outcome, ended_at, ended_by, ended_reason, deadline FROM step";

fn read_step(row: &Row<'_>) -> rusqlite::Result<Step> {
    let (purpose, outcome): (String, String) = (row.get(2)?, row.get(8)?);
    let outcome = match (outcome.as_str(), row.get(9)?, row.get(10)?, row.get(11)?) {
        ("open", None, None, None) => Outcome::Open,
        ("done", Some(at), None, None) => Outcome::Done { at },
        ("dropped", Some(at), Some(by), Some(reason)) => Outcome::Dropped { at, by, reason },
        _ => return Err(contradiction("a step with half an end")),
    };
    Ok(Step {
        id: row.get(0)?,
        activity: row.get(1)?,
        purpose: read_purpose(&purpose, row.get(3)?)?,
        place: row.get(4)?,
        reason: row.get(5)?,
        prescribed: row.get(6)?,
        prescribed_by: row.get(7)?,
        outcome,
        deadline: row.get::<_, Option<Day>>(12)?.map(|day| day.0),
    })
}

const APPOINTMENT: &str = "SELECT id, participant_id, staff_id, kind, day, start, minutes, state, ended_at, reason, step_id, room, equipment FROM appointment";

fn read_appointment(row: &Row<'_>) -> rusqlite::Result<Appointment> {
    let state: String = row.get(7)?;
    let state = match (state.as_str(), row.get(8)?, row.get(9)?) {
        ("booked", None, None) => AppointmentState::Booked,
        ("kept", Some(at), None) => AppointmentState::Kept { at },
        ("excused", Some(at), None) => AppointmentState::Missed { at, excused: true },
        ("no_show", Some(at), None) => AppointmentState::Missed { at, excused: false },
        ("cancelled", Some(at), Some(reason)) => AppointmentState::Cancelled { at, reason },
        _ => return Err(contradiction("an appointment with half an end")),
    };
    Ok(Appointment {
        id: row.get(0)?,
        participant: row.get(1)?,
        with: row.get(2)?,
        kind: row.get(3)?,
        slot: TimeSlot { day: row.get::<_, Day>(4)?.0, start: row.get::<_, Clock>(5)?.0, minutes: row.get(6)? },
        state,
        step: row.get(10)?,
        room: row.get(11)?,
        equipment: row.get(12)?,
    })
}

const REFERRAL: &str = "SELECT id, participant_id, prescriber_id, received, question, question_to_ask FROM referral";

impl Base<'_> {
    pub fn referral(&self, id: ReferralId) -> Result<Option<Referral>, StoreError> {
        self.one(&format!("{REFERRAL} WHERE id = ?1"), [id], |row| read_referral(row, 0))
    }

    /// Returns every referral of a person, the latest first.
    pub fn referrals_of(&self, participant: ParticipantId) -> Result<Vec<Referral>, StoreError> {
        let sql = format!("{REFERRAL} WHERE participant_id = ?1 ORDER BY received DESC, id DESC");
        self.all(&sql, [participant], |row| read_referral(row, 0))
    }

    /// Returns the referrals that a prescriber wrote or receives too, oldest first.
    pub fn referrals_of_prescriber(&self, prescriber: PrescriberId) -> Result<Vec<Referral>, StoreError> {
        let sql = format!(
            "{REFERRAL} WHERE prescriber_id = ?1 OR id IN (SELECT referral_id FROM co_prescriber WHERE prescriber_id = ?1)
             ORDER BY received, id"
        );
        self.all(&sql, [prescriber], |row| read_referral(row, 0))
    }

    pub fn roadmap(&self, id: RoadmapId) -> Result<Option<Roadmap>, StoreError> {
        self.roadmap_where("r.id = ?1", id)
    }

    pub fn roadmap_of_referral(&self, referral: ReferralId) -> Result<Option<Roadmap>, StoreError> {
        self.roadmap_where("r.referral_id = ?1", referral)
    }

    pub fn roadmap_of_step(&self, step: StepId) -> Result<Option<Roadmap>, StoreError> {
        self.roadmap_where("r.id = (SELECT roadmap_id FROM step WHERE id = ?1)", step)
    }

    fn roadmap_where(&self, clause: &str, id: impl rusqlite::ToSql) -> Result<Option<Roadmap>, StoreError> {
        let sql = format!(
            "SELECT r.id, r.participant_id, r.referral_id, i.project FROM roadmap r JOIN interview i ON i.referral_id = r.referral_id WHERE {clause}"
        );
        let head: Option<(RoadmapId, ParticipantId, ReferralId, ProjectState)> =
            self.one(&sql, [&id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        head.map(|(id, participant, referral, project)| {
            let steps = self.all(&format!("{STEP} WHERE roadmap_id = ?1 ORDER BY position"), [id], read_step)?;
            Ok(Roadmap { id, participant, referral, project, steps })
        })
        .transpose()
    }

    pub fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
        self.one(&format!("{APPOINTMENT} WHERE id = ?1"), [id], read_appointment)
    }

    /// Returns every appointment that is booked or was kept, from a day on, in order.
    pub fn appointments_from(&self, day: chrono::NaiveDate) -> Result<Vec<Appointment>, StoreError> {
        let sql = format!("{APPOINTMENT} WHERE day >= ?1 AND state IN ('booked', 'kept') ORDER BY day, start");
        self.all(&sql, [Day(day)], read_appointment)
    }

    /// Returns every appointment from a day on, whatever became of it, in order.
    pub fn all_appointments_from(&self, day: chrono::NaiveDate) -> Result<Vec<Appointment>, StoreError> {
        self.all(&format!("{APPOINTMENT} WHERE day >= ?1 ORDER BY day, start"), [Day(day)], read_appointment)
    }

    /// Returns the appointments that were missed or cancelled and followed by no other one for the same thing, in order.
    pub fn appointments_to_rebook(&self) -> Result<Vec<Appointment>, StoreError> {
        let sql = format!(
            "{APPOINTMENT} a WHERE a.state IN ('excused', 'no_show', 'cancelled') AND NOT EXISTS (
                 SELECT 1 FROM appointment b WHERE b.participant_id = a.participant_id AND b.kind = a.kind
                 AND b.step_id IS a.step_id AND b.id <> a.id
                 AND (b.state IN ('booked', 'kept') OR (b.day, b.start, b.id) > (a.day, a.start, a.id)))
             ORDER BY a.day, a.start"
        );
        self.all(&sql, [], read_appointment)
    }

    /// Returns how often each appointment has changed since it was first written.
    pub fn appointment_versions(&self) -> Result<BTreeMap<AppointmentId, u32>, StoreError> {
        let rows = self.all("SELECT id, version FROM appointment", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.into_iter().collect())
    }

    pub fn appointments_of(&self, participant: ParticipantId) -> Result<Vec<Appointment>, StoreError> {
        self.all(
            &format!("{APPOINTMENT} WHERE participant_id = ?1 ORDER BY day, start"),
            [participant],
            read_appointment,
        )
    }

    pub fn observations(&self, participant: ParticipantId) -> Result<Vec<Observation>, StoreError> {
        let sql = "SELECT id, participant_id, staff_id, at, workshop, text FROM observation WHERE participant_id = ?1 ORDER BY at, id";
        self.all(sql, [participant], |row| {
            Ok(Observation {
                id: row.get(0)?,
                participant: row.get(1)?,
                by: row.get(2)?,
                at: row.get(3)?,
                workshop: row.get(4)?,
                text: row.get(5)?,
            })
        })
    }

    /// Returns whether something came of a step: a sitting, a seat, an offer, an appointment.
    pub fn step_is_under_way(&self, step: StepId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM sitting WHERE step_id = ?1) OR EXISTS (SELECT 1 FROM seat WHERE step_id = ?1)
                   OR EXISTS (SELECT 1 FROM offer WHERE step_id = ?1) OR EXISTS (SELECT 1 FROM appointment WHERE step_id = ?1)
                   OR EXISTS (SELECT 1 FROM closing_step WHERE step_id = ?1)";
        Ok(self.one(sql, [step], |row| row.get(0))?.unwrap_or(false))
    }
}

impl Tx<'_> {
    /// Adds a referral, which comes to hand.
    pub fn add_referral(&self, referral: &Referral, at: Instant) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO referral (id, participant_id, prescriber_id, received, question, question_to_ask, in_hand_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Referral { id, participant, prescriber, received, question, is_to_ask } = referral;
        self.put("referral", sql, (id, participant, prescriber, Day(*received), question.as_str(), is_to_ask, at))
    }

    /// Writes a referral again: who refers, when, with which question.
    pub fn correct_referral(&self, referral: &Referral) -> Result<(), StoreError> {
        let sql =
            "UPDATE referral SET prescriber_id = ?2, received = ?3, question = ?4, question_to_ask = ?5 WHERE id = ?1";
        let Referral { id, prescriber, received, question, is_to_ask, .. } = referral;
        self.put("referral", sql, (id, prescriber, Day(*received), question.as_str(), is_to_ask))
    }

    /// Puts a referral on hand before the person's others.
    pub fn take_in_hand(&self, referral: ReferralId, at: Instant) -> Result<(), StoreError> {
        self.put("referral", "UPDATE referral SET in_hand_at = ?2 WHERE id = ?1", (referral, at))
    }

    pub fn add_roadmap(
        &self,
        id: RoadmapId,
        participant: ParticipantId,
        referral: ReferralId,
    ) -> Result<(), StoreError> {
        self.put(
            "roadmap",
            "INSERT INTO roadmap (id, participant_id, referral_id) VALUES (?1, ?2, ?3)",
            (id, participant, referral),
        )
    }

    /// Adds a step at the end of a roadmap.
    pub fn add_step(&self, roadmap: RoadmapId, step: &Step) -> Result<(), StoreError> {
        let sql = "INSERT INTO step (id, roadmap_id, position, activity, purpose, sector, place, reason, prescribed_at, prescribed_by, outcome)
                   VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM step WHERE roadmap_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'open')";
        let Step { id, activity, place, reason, prescribed, prescribed_by, .. } = step;
        let (purpose, sector) = purpose_code(step.purpose);
        self.put("step", sql, (id, roadmap, activity, purpose, sector, place, reason, prescribed, prescribed_by))
    }

    /// Sets the last day on which a step is of use; none removes it.
    pub fn set_deadline(&self, step: StepId, deadline: Option<chrono::NaiveDate>) -> Result<(), StoreError> {
        self.put("step", "UPDATE step SET deadline = ?2 WHERE id = ?1", (step, deadline.map(Day)))
    }

    /// Ends an open step.
    pub fn end_step(&self, step: StepId, outcome: &Outcome) -> Result<(), StoreError> {
        let (code, at, by, reason) = match outcome {
            Outcome::Open => ("open", None, None, None),
            Outcome::Done { at } => ("done", Some(at), None, None),
            Outcome::Dropped { at, by, reason } => ("dropped", Some(at), Some(by), Some(reason)),
        };
        let sql = "UPDATE step SET outcome = ?2, ended_at = ?3, ended_by = ?4, ended_reason = ?5 WHERE id = ?1 AND outcome = 'open'";
        self.put("step", sql, (step, code, at, by, reason))
    }

    /// Forgets a step of which nothing came.
    pub fn remove_step(&self, step: StepId) -> Result<(), StoreError> {
        self.put("step", "DELETE FROM step WHERE id = ?1", [step])
    }

    /// Opens a finished step again.
    pub fn reopen_step(&self, step: StepId) -> Result<(), StoreError> {
        let sql = "UPDATE step SET outcome = 'open', ended_at = NULL, ended_by = NULL, ended_reason = NULL WHERE id = ?1 AND outcome = 'done'";
        self.put("step", sql, [step])
    }

    /// Numbers the steps of a roadmap in the order given.
    pub fn order_steps(&self, steps: &[StepId]) -> Result<(), StoreError> {
        (1_i64..).zip(steps).try_for_each(|(position, step)| {
            self.put("step", "UPDATE step SET position = ?2 WHERE id = ?1", (step, position))
        })
    }

    pub fn add_appointment(&self, appointment: &Appointment) -> Result<(), StoreError> {
        let sql = "INSERT INTO appointment (id, participant_id, staff_id, kind, day, start, minutes, state, step_id, room, equipment)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'booked', ?8, ?9, ?10)";
        let Appointment { id, participant, with, kind, slot, step, room, equipment, .. } = appointment;
        let (day, start, minutes) = (Day(slot.day), Clock(slot.start), slot.minutes);
        self.put("appointment", sql, (id, participant, with, kind, day, start, minutes, step, room, equipment))
    }

    /// Gives a booked appointment another time and another member of staff; its calendar entry becomes a new version.
    pub fn move_appointment(&self, id: AppointmentId, slot: TimeSlot, with: StaffId) -> Result<(), StoreError> {
        let sql = "UPDATE appointment SET day = ?2, start = ?3, minutes = ?4, staff_id = ?5, version = version + 1
                   WHERE id = ?1 AND state = 'booked'";
        self.put("appointment", sql, (id, Day(slot.day), Clock(slot.start), slot.minutes, with))
    }

    /// Ends a booked appointment.
    pub fn end_appointment(&self, id: AppointmentId, state: &AppointmentState) -> Result<(), StoreError> {
        let (code, at, reason) = match state {
            AppointmentState::Booked => ("booked", None, None),
            AppointmentState::Kept { at } => ("kept", Some(at), None),
            AppointmentState::Missed { at, excused: true } => ("excused", Some(at), None),
            AppointmentState::Missed { at, excused: false } => ("no_show", Some(at), None),
            AppointmentState::Cancelled { at, reason } => ("cancelled", Some(at), Some(reason)),
        };
        let sql = "UPDATE appointment SET state = ?2, ended_at = ?3, reason = ?4, version = version + 1
                   WHERE id = ?1 AND state = 'booked'";
        self.put("appointment", sql, (id, code, at, reason))
    }

    /// Books again an appointment that was missed, cancelled or kept by mistake, at the same time.
    pub fn restore_appointment(&self, id: AppointmentId) -> Result<(), StoreError> {
        let sql = "UPDATE appointment SET state = 'booked', ended_at = NULL, reason = NULL, version = version + 1
                   WHERE id = ?1 AND state IN ('kept', 'excused', 'no_show', 'cancelled')";
        self.put("appointment", sql, [id])
    }

    pub fn add_observation(&self, observation: &Observation) -> Result<(), StoreError> {
        let sql = "INSERT INTO observation (id, participant_id, staff_id, at, workshop, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let Observation { id, participant, by, at, workshop, text } = observation;
        self.put("observation", sql, (id, participant, by, at, workshop, text))
    }
}
