//! What sessions and appointments take: rooms, material, skills, absences, special days, school holidays, exceptions.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::codec::{Count, Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::{Equipment, Holder, Room};
use crate::domain::calendar::{Calendar, Days, SchoolHoliday};
use crate::domain::id::{AbsenceId, ExceptionId, ParticipantId, StaffId};
use crate::domain::stamp::Instant;

/// Who is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    Staff(StaffId),
    Participant(ParticipantId),
}

/// Days on which somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    pub id: AbsenceId,
    pub who: Away,
    pub days: Days,
}

/// A day that the service closes, or opens all the same, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialDay {
    pub day: NaiveDate,
    pub is_open: bool,
    pub name: String,
}

/// A clash that somebody accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    pub id: ExceptionId,
    pub holder: Holder,
    pub reason: String,
    pub at: Instant,
    pub by: StaffId,
}

impl Base<'_> {
    pub fn rooms(&self) -> Result<Vec<Room>, StoreError> {
        self.all("SELECT name, places FROM room ORDER BY name", [], |row| {
            Ok(Room { name: row.get(0)?, places: row.get::<_, Count>(1)?.0 })
        })
    }

    pub fn equipment(&self) -> Result<Vec<Equipment>, StoreError> {
        self.all("SELECT name, quantity, reset_minutes FROM equipment ORDER BY name", [], |row| {
            Ok(Equipment { name: row.get(0)?, quantity: row.get::<_, Count>(1)?.0, reset: row.get(2)? })
        })
    }

    /// Returns the workshops that each member of staff leads; who is not there leads every one.
    pub fn skills(&self) -> Result<BTreeMap<StaffId, Vec<ActivityId>>, StoreError> {
        let rows: Vec<(StaffId, ActivityId)> =
            self.all("SELECT staff_id, workshop FROM skill ORDER BY staff_id, workshop", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let mut skills: BTreeMap<StaffId, Vec<ActivityId>> = BTreeMap::new();
        for (staff, workshop) in rows {
            skills.entry(staff).or_default().push(workshop);
        }
        Ok(skills)
    }

    /// Returns the absences that are not over on a day, the next ones first.
    pub fn absences_from(&self, day: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        let sql = "SELECT id, staff_id, participant_id, from_day, until_day FROM absence WHERE until_day >= ?1
                   ORDER BY from_day, id";
        self.all(sql, [Day(day)], |row| {
            let who = match (row.get(1)?, row.get(2)?) {
                (Some(staff), None) => Away::Staff(staff),
                (None, Some(participant)) => Away::Participant(participant),
                _ => return Err(contradiction("an absence of nobody")),
            };
            let days = Days { from: row.get::<_, Day>(3)?.0, until: row.get::<_, Day>(4)?.0 };
            Ok(Absence { id: row.get(0)?, who, days })
        })
    }

    /// Returns the special days from a day on.
    pub fn special_days(&self, from: NaiveDate) -> Result<Vec<SpecialDay>, StoreError> {
        let sql = "SELECT day, is_open, name FROM special_day WHERE day >= ?1 ORDER BY day";
        self.all(sql, [Day(from)], |row| {
            Ok(SpecialDay { day: row.get::<_, Day>(0)?.0, is_open: row.get(1)?, name: row.get(2)? })
        })
    }

    pub fn school_holidays(&self) -> Result<Vec<SchoolHoliday>, StoreError> {
        let sql = "SELECT name, from_day, until_day FROM school_holiday ORDER BY from_day";
        self.all(sql, [], |row| {
            let days = Days { from: row.get::<_, Day>(1)?.0, until: row.get::<_, Day>(2)?.0 };
            Ok(SchoolHoliday { name: row.get(0)?, days })
        })
    }

    /// Returns the days on which the service works, from all that was recorded.
    pub fn calendar(&self) -> Result<Calendar, StoreError> {
        let (open, closed): (Vec<SpecialDay>, Vec<SpecialDay>) =
            self.special_days(NaiveDate::MIN)?.into_iter().partition(|special| special.is_open);
        let named = |days: Vec<SpecialDay>| days.into_iter().map(|special| (special.day, special.name));
        let calendar = Calendar::with_closures(named(closed)).and_openings(named(open));
        Ok(calendar.and_hours(self.opening_hours()?).and_school_holidays(self.school_holidays()?))
    }

    pub fn exceptions(&self, holder: Holder) -> Result<Vec<Exception>, StoreError> {
        let (column, id) = holder_code(holder);
        let sql = format!("SELECT id, reason, at, staff_id FROM exception WHERE {column} = ?1 ORDER BY at, id");
        self.all(&sql, [id], |row| {
            Ok(Exception { id: row.get(0)?, holder, reason: row.get(1)?, at: row.get(2)?, by: row.get(3)? })
        })
    }
}

impl Tx<'_> {
    /// Records a room, or changes how many people it holds.
    pub fn put_room(&self, room: &Room) -> Result<(), StoreError> {
        let sql = "INSERT INTO room (name, places) VALUES (?1, ?2)
                   ON CONFLICT (name) DO UPDATE SET places = excluded.places";
        self.put("room", sql, (&room.name, Count(room.places)))
    }

    /// Records material, or changes how much of it there is.
    pub fn put_equipment(&self, equipment: &Equipment) -> Result<(), StoreError> {
        let sql = "INSERT INTO equipment (name, quantity, reset_minutes) VALUES (?1, ?2, ?3)
                   ON CONFLICT (name) DO UPDATE SET quantity = excluded.quantity, reset_minutes = excluded.reset_minutes";
        self.put("equipment", sql, (&equipment.name, Count(equipment.quantity), equipment.reset))
    }

    /// Says which workshops a member of staff leads; none at all stands for every one.
    pub fn set_skills(&self, staff: StaffId, workshops: &[ActivityId]) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM skill WHERE staff_id = ?1", [staff])?;
        for workshop in workshops {
            self.put("skill", "INSERT INTO skill (staff_id, workshop) VALUES (?1, ?2)", (staff, workshop))?;
        }
        Ok(())
    }

    pub fn add_absence(&self, absence: &Absence) -> Result<(), StoreError> {
        let (staff, participant) = match absence.who {
            Away::Staff(id) => (Some(id), None),
            Away::Participant(id) => (None, Some(id)),
        };
        let sql = "INSERT INTO absence (id, staff_id, participant_id, from_day, until_day) VALUES (?1, ?2, ?3, ?4, ?5)";
        let Absence { id, days, .. } = absence;
        self.put("absence", sql, (id, staff, participant, Day(days.from), Day(days.until)))
    }

    pub fn remove_absence(&self, id: AbsenceId) -> Result<(), StoreError> {
        self.put("absence", "DELETE FROM absence WHERE id = ?1", [id])
    }

    pub fn put_special_day(&self, special: &SpecialDay) -> Result<(), StoreError> {
        let sql = "INSERT INTO special_day (day, is_open, name) VALUES (?1, ?2, ?3)
                   ON CONFLICT (day) DO UPDATE SET is_open = excluded.is_open, name = excluded.name";
        self.put("special day", sql, (Day(special.day), special.is_open, &special.name))
    }

    pub fn remove_special_day(&self, day: NaiveDate) -> Result<(), StoreError> {
        self.put("special day", "DELETE FROM special_day WHERE day = ?1", [Day(day)])
    }

    /// Replaces the table of school holidays.
    pub fn set_school_holidays(&self, holidays: &[SchoolHoliday]) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM school_holiday", [])?;
        let sql = "INSERT INTO school_holiday (name, from_day, until_day) VALUES (?1, ?2, ?3)";
        for holiday in holidays {
            let days = holiday.days;
            self.put("school holiday", sql, (&holiday.name, Day(days.from), Day(days.until)))?;
        }
        Ok(())
    }

    pub fn add_exception(&self, exception: &Exception) -> Result<(), StoreError> {
        let Exception { id, holder, reason, at, by } = exception;
        let (column, holder) = holder_code(*holder);
        let sql = format!("INSERT INTO exception (id, {column}, reason, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)");
        self.put("exception", &sql, (id, holder, reason, at, by))
    }
}

/// Returns the column that names the holder, and the text in it.
fn holder_code(holder: Holder) -> (&'static str, String) {
    match holder {
        Holder::Session(id) => ("session_id", id.uuid().to_string()),
        Holder::Appointment(id) => ("appointment_id", id.uuid().to_string()),
    }
}
