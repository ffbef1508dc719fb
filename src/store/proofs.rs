//! Documents seen for priority publics, and the maps of columns kept under a name.

use super::codec::Day;
use super::{Base, StoreError, Tx};
use crate::domain::criterion::{CriterionId, Proof};
use crate::domain::id::{ParticipantId, ProofId, StaffId};
use crate::domain::stamp::Instant;

const PROOF: &str = "SELECT id, participant_id, criterion, document, dated, until_day, checked_at, staff_id FROM proof";

fn read_proof(row: &rusqlite::Row<'_>) -> rusqlite::Result<Proof> {
    Ok(Proof {
        id: row.get(0)?,
        participant: row.get(1)?,
        criterion: CriterionId(row.get(2)?),
        document: row.get(3)?,
        dated: row.get::<_, Day>(4)?.0,
        until: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
        checked: row.get(6)?,
        checked_by: row.get(7)?,
    })
}

impl Base<'_> {
    /// Returns the documents of a person that were not taken back, the latest first.
    pub fn proofs(&self, participant: ParticipantId) -> Result<Vec<Proof>, StoreError> {
        let sql = format!("{PROOF} WHERE participant_id = ?1 AND removed_at IS NULL ORDER BY dated DESC, id DESC");
        self.all(&sql, [participant], read_proof)
    }

    /// Returns the documents of everybody whose file is there.
    pub fn all_proofs(&self) -> Result<Vec<Proof>, StoreError> {
        let sql = format!(
            "{PROOF} WHERE removed_at IS NULL AND participant_id IN (SELECT id FROM participant WHERE merged_into IS NULL)
             ORDER BY dated DESC, id DESC"
        );
        self.all(&sql, [], read_proof)
    }

    pub fn proof(&self, id: ProofId) -> Result<Option<Proof>, StoreError> {
        self.one(&format!("{PROOF} WHERE id = ?1 AND removed_at IS NULL"), [id], read_proof)
    }

    /// Returns the maps of columns, by name: each its columns, as they were written.
    pub fn column_maps(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.all("SELECT name, columns FROM column_map ORDER BY name", [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Tx<'_> {
    pub fn add_proof(&self, proof: &Proof) -> Result<(), StoreError> {
        let sql = "INSERT INTO proof (id, participant_id, criterion, document, dated, until_day, checked_at, staff_id)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let Proof { id, participant, criterion, document, dated, until, checked, checked_by } = proof;
        let until = until.map(Day);
        self.put("proof", sql, (id, participant, &criterion.0, document, Day(*dated), until, checked, checked_by))
    }

    /// Takes back a document that was recorded by mistake; who did is remembered.
    pub fn remove_proof(&self, id: ProofId, at: Instant, by: StaffId) -> Result<(), StoreError> {
        let sql = "UPDATE proof SET removed_at = ?2, removed_by = ?3 WHERE id = ?1 AND removed_at IS NULL";
        self.put("proof", sql, (id, at, by))
    }

    pub fn put_column_map(&self, name: &str, columns: &str, at: Instant) -> Result<(), StoreError> {
        let sql = "INSERT INTO column_map (name, columns, at) VALUES (?1, ?2, ?3)
                   ON CONFLICT (name) DO UPDATE SET columns = excluded.columns, at = excluded.at";
        self.put("column_map", sql, (name, columns, at))
    }
}
