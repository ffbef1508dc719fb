//! What each file of people wrote, so that it can be undone as long as nothing was added.

use super::merges::PLACES;
use super::{Base, StoreError, Tx};
use crate::domain::id::{ImportId, ParticipantId, PrescriberId, ReferralId, StaffId};
use crate::domain::stamp::Instant;

/// One import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleImport {
    pub id: ImportId,
    /// Of the bytes of the file.
    pub fingerprint: String,
    pub at: Instant,
    pub by: StaffId,
    pub undone: Option<Instant>,
}

/// A row that an import made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedRow {
    Participant(ParticipantId),
    Referral(ReferralId),
    Prescriber(PrescriberId),
}

/// The rows of one place that an import made.
fn made(place: &str) -> String {
    format!("(SELECT row_id FROM people_import_row WHERE import_id = ?1 AND place = '{place}')")
}

impl Base<'_> {
    pub fn people_import(&self, id: ImportId) -> Result<Option<PeopleImport>, StoreError> {
        let sql = "SELECT id, fingerprint, at, staff_id, undone_at FROM people_import WHERE id = ?1";
        self.one(sql, [id], |row| {
            Ok(PeopleImport {
                id: row.get(0)?,
                fingerprint: row.get(1)?,
                at: row.get(2)?,
                by: row.get(3)?,
                undone: row.get(4)?,
            })
        })
    }

    /// Returns whether anything was added or changed since an import, in the files and the referrals that it made.
    pub fn is_added_to(&self, import: &PeopleImport) -> Result<bool, StoreError> {
        let (people, referrals) = (made("participant"), made("referral"));
        let mut checks = vec![
            format!("SELECT 1 FROM audit WHERE at > ?2 AND (object IN {people} OR object IN {referrals})"),
            format!("SELECT 1 FROM referral WHERE participant_id IN {people} AND id NOT IN {referrals}"),
            format!("SELECT 1 FROM merge WHERE kept_id IN {people} OR absorbed_id IN {people}"),
        ];
        let of_people = PLACES.iter().filter(|place| place.table != "referral");
        checks
            .extend(of_people.map(|place| format!("SELECT 1 FROM {} WHERE {} IN {people}", place.table, place.column)));
        let of_referral = ["interview", "interview_draft", "roadmap", "closing", "co_prescriber"];
        checks.extend(of_referral.map(|table| format!("SELECT 1 FROM {table} WHERE referral_id IN {referrals}")));
        for check in checks {
            let sql = format!("SELECT EXISTS ({check}) WHERE ?2 = ?2");
            if self.one(&sql, (import.id, import.at), |row| row.get::<_, bool>(0))? == Some(true) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Tx<'_> {
    pub fn add_people_import(&self, import: &PeopleImport) -> Result<(), StoreError> {
        let sql = "INSERT INTO people_import (id, fingerprint, at, staff_id) VALUES (?1, ?2, ?3, ?4)";
        let PeopleImport { id, fingerprint, at, by, .. } = import;
        self.put("people_import", sql, (id, fingerprint, at, by))
    }

    /// Remembers a row that an import made.
    pub fn add_imported_row(&self, import: ImportId, row: ImportedRow) -> Result<(), StoreError> {
        let (place, id) = match row {
            ImportedRow::Participant(id) => ("participant", id.to_string()),
            ImportedRow::Referral(id) => ("referral", id.to_string()),
            ImportedRow::Prescriber(id) => ("prescriber", id.to_string()),
        };
        let sql = "INSERT INTO people_import_row (import_id, place, row_id) VALUES (?1, ?2, ?3)";
        self.put("people_import_row", sql, (import, place, id))
    }

    /// Takes away what an import made; a prescriber who has come to something else stays.
    pub fn undo_people_import(&self, id: ImportId, at: Instant) -> Result<(), StoreError> {
        let (people, referrals, prescribers) = (made("participant"), made("referral"), made("prescriber"));
        let gone = [
            format!("DELETE FROM referral WHERE id IN {referrals}"),
            format!("DELETE FROM distinct_pair WHERE one_id IN {people} OR other_id IN {people}"),
            format!("DELETE FROM participant WHERE id IN {people}"),
            format!(
                "DELETE FROM prescriber WHERE id IN {prescribers}
                 AND id NOT IN (SELECT prescriber_id FROM referral) AND id NOT IN (SELECT prescriber_id FROM co_prescriber)
                 AND id NOT IN (SELECT prescriber_id FROM notice) AND id NOT IN (SELECT prescriber_id FROM delivery)"
            ),
        ];
        for sql in gone {
            self.connection.prepare_cached(&sql)?.execute([id])?;
        }
        let sql = "UPDATE people_import SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL";
        self.put("people_import", sql, (id, at))
    }
}
