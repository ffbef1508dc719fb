//! The editions of assessments that the base keeps: text, files, state.

use rusqlite::Row;

use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::assessment::{AssessmentId, Edition};
use crate::domain::id::StaffId;
use crate::domain::library::{EditionState, Origin};
use crate::domain::stamp::Instant;

/// One edition as the base keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionRow {
    pub edition: Edition,
    pub text: String,
    pub origin: Origin,
    /// The file it was installed from; empty otherwise.
    pub source: String,
    pub decision: Decision,
}

/// Where an edition stands, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub state: EditionState,
    /// Why it was retired; empty otherwise.
    pub reason: String,
    /// None when it was kept because somebody began it.
    pub by: Option<StaffId>,
    pub at: Instant,
}

/// A file of an edition: its path inside the folder, and its bytes.
pub type EditionFile = (String, Vec<u8>);

fn read_edition(row: &Row<'_>) -> rusqlite::Result<EditionRow> {
    Ok(EditionRow {
        edition: read_name(row)?,
        text: row.get(3)?,
        origin: row.get(4)?,
        source: row.get(5)?,
        decision: Decision { state: row.get(6)?, reason: row.get(7)?, by: row.get(8)?, at: row.get(9)? },
    })
}

fn read_name(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition { id: AssessmentId(row.get(0)?), version: row.get(1)?, content_hash: row.get(2)? })
}

const EDITION: &str =
    "SELECT assessment, version, content_hash, text, origin, source, state, reason, staff_id, at FROM edition";

impl Base<'_> {
    /// Returns the editions kept, in the order of their names.
    pub fn editions(&self) -> Result<Vec<EditionRow>, StoreError> {
        self.all(&format!("{EDITION} ORDER BY assessment, version"), [], read_edition)
    }

    /// Returns the edition kept under a version, whatever its text.
    pub fn edition(&self, assessment: &AssessmentId, version: &str) -> Result<Option<EditionRow>, StoreError> {
        self.one(&format!("{EDITION} WHERE assessment = ?1 AND version = ?2"), (&assessment.0, version), read_edition)
    }

    /// Returns where each edition kept stands, without the texts.
    pub fn edition_states(&self) -> Result<Vec<(Edition, EditionState)>, StoreError> {
        let sql = "SELECT assessment, version, content_hash, state FROM edition ORDER BY assessment, version";
        self.all(sql, [], |row| Ok((read_name(row)?, row.get(3)?)))
    }

    /// Returns the files of an edition.
    pub fn edition_files(&self, edition: &Edition) -> Result<Vec<EditionFile>, StoreError> {
        let sql = "SELECT path, bytes FROM edition_file WHERE assessment = ?1 AND version = ?2 ORDER BY path";
        self.all(sql, (&edition.id.0, &edition.version), |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Returns how many sittings each edition has.
    pub fn sittings_by_edition(&self) -> Result<Vec<(Edition, usize)>, StoreError> {
        let sql = "SELECT assessment, version, content_hash, count(*) FROM sitting GROUP BY 1, 2, 3";
        self.all(sql, [], |row| {
            let count: i64 = row.get(3)?;
            Ok((read_name(row)?, usize::try_from(count).unwrap_or(0)))
        })
    }

    /// Returns how many open steps of roadmaps each activity has.
    pub fn open_steps(&self) -> Result<Vec<(ActivityId, usize)>, StoreError> {
        let sql = "SELECT activity, count(*) FROM step WHERE outcome = 'open' GROUP BY activity";
        self.all(sql, [], |row| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, usize::try_from(count).unwrap_or(0)))
        })
    }
}

impl Tx<'_> {
    /// Keeps an edition and its files.
    ///
    /// # Errors
    /// Fails when the base keeps a text under this version already.
    pub fn add_edition(&self, row: &EditionRow, files: &[EditionFile]) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO edition (assessment, version, content_hash, text, origin, source, state, reason, staff_id, at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let EditionRow { edition, text, origin, source, decision } = row;
        let Decision { state, reason, by, at } = decision;
        let Edition { id, version, content_hash } = edition;
        self.put("edition", sql, (&id.0, version, content_hash, text, origin, source, state, reason, by, at))?;
        files.iter().try_for_each(|(path, bytes)| {
            let sql = "INSERT INTO edition_file (assessment, version, path, bytes) VALUES (?1, ?2, ?3, ?4)";
            self.put("edition_file", sql, (&id.0, version, path, bytes))
        })
    }

    /// Forgets an edition that nobody has begun, so that its author's next text takes its place.
    pub fn remove_edition(&self, edition: &Edition) -> Result<(), StoreError> {
        let name = (&edition.id.0, &edition.version);
        self.connection.execute("DELETE FROM edition_file WHERE assessment = ?1 AND version = ?2", name)?;
        self.put("edition", "DELETE FROM edition WHERE assessment = ?1 AND version = ?2", name)
    }

    /// Records where an edition stands from now on.
    pub fn decide_edition(&self, edition: &Edition, decision: &Decision) -> Result<(), StoreError> {
        let sql = "UPDATE edition SET state = ?4, reason = ?5, staff_id = ?6, at = ?7
                   WHERE assessment = ?1 AND version = ?2 AND content_hash = ?3";
        let Decision { state, reason, by, at } = decision;
        let Edition { id, version, content_hash } = edition;
        self.put("edition", sql, (&id.0, version, content_hash, state, reason, by, at))
    }
}
