//! Letters to prescribers, and what became of each.

use rusqlite::Row;

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::delivery::{Notice, NoticeState, NoticeSubject};
use crate::domain::id::{NoticeId, ParticipantId, PrescriberId};
use crate::domain::stamp::Instant;

const NOTICE: &str = "SELECT id, prescriber_id, participant_id, at, staff_id, subject, sector, reason, state, ended_at,
    ended_by, way FROM notice";

fn read_notice(row: &Row<'_>) -> rusqlite::Result<Notice> {
    let subject: String = row.get(5)?;
    let subject = match (subject.as_str(), row.get(6)?, row.get(7)?) {
        ("sector_focus", Some(sector), None) => NoticeSubject::SectorFocus(sector),
        ("path_closed", None, Some(reason)) => NoticeSubject::PathClosed(reason),
        _ => return Err(contradiction("a letter about nothing")),
    };
    let state: String = row.get(8)?;
    let state = match (state.as_str(), row.get(9)?, row.get(10)?, row.get(11)?) {
        ("waiting", None, None, None) => NoticeState::Waiting,
        ("told", Some(at), Some(by), Some(how)) => NoticeState::Told { at, by, how },
        ("withdrawn", Some(at), None, None) => NoticeState::Withdrawn { at },
        _ => return Err(contradiction("a letter in no state")),
    };
    Ok(Notice {
        id: row.get(0)?,
        prescriber: row.get(1)?,
        participant: row.get(2)?,
        at: row.get(3)?,
        by: row.get(4)?,
        subject,
        state,
    })
}

impl Base<'_> {
    pub fn notice(&self, id: NoticeId) -> Result<Option<Notice>, StoreError> {
        self.one(&format!("{NOTICE} WHERE id = ?1"), [id], read_notice)
    }

    /// Returns the letters whose prescriber is still to be told, oldest first.
    pub fn notices_waiting(&self) -> Result<Vec<Notice>, StoreError> {
        self.all(&format!("{NOTICE} WHERE state = 'waiting' ORDER BY at, id"), [], read_notice)
    }

    /// Returns the letters to a prescriber, newest first.
    pub fn notices_to(&self, prescriber: PrescriberId) -> Result<Vec<Notice>, StoreError> {
        self.all(&format!("{NOTICE} WHERE prescriber_id = ?1 ORDER BY at DESC, id DESC"), [prescriber], read_notice)
    }

    /// Returns the letters about a person that one act wrote: they have its instant.
    pub fn notices_of(&self, participant: ParticipantId, at: Instant) -> Result<Vec<Notice>, StoreError> {
        self.all(&format!("{NOTICE} WHERE participant_id = ?1 AND at = ?2 ORDER BY id"), (participant, at), read_notice)
    }
}

impl Tx<'_> {
    pub fn add_notice(&self, notice: &Notice) -> Result<(), StoreError> {
        let (subject, sector, reason) = match notice.subject {
            NoticeSubject::SectorFocus(sector) => ("sector_focus", Some(sector), None),
            NoticeSubject::PathClosed(reason) => ("path_closed", None, Some(reason)),
        };
        let sql = "INSERT INTO notice (id, prescriber_id, participant_id, at, subject, sector, reason, staff_id)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let Notice { id, prescriber, participant, at, by, .. } = notice;
        self.put("notice", sql, (id, prescriber, participant, at, subject, sector, reason, by))?;
        self.set_notice_state(notice.id, notice.state)
    }

    pub fn set_notice_state(&self, id: NoticeId, state: NoticeState) -> Result<(), StoreError> {
        let (state, at, by, how) = match state {
            NoticeState::Waiting => ("waiting", None, None, None),
            NoticeState::Told { at, by, how } => ("told", Some(at), Some(by), Some(how)),
            NoticeState::Withdrawn { at } => ("withdrawn", Some(at), None, None),
        };
        let sql = "UPDATE notice SET state = ?2, ended_at = ?3, ended_by = ?4, way = ?5 WHERE id = ?1";
        self.put("notice", sql, (id, state, at, by, how))
    }

    /// Withdraws the letters of an act that is taken back, unless their prescriber was told.
    pub fn withdraw_notices(
        &self,
        participant: ParticipantId,
        written: Instant,
        at: Instant,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE notice SET state = 'withdrawn', ended_at = ?3
                   WHERE participant_id = ?1 AND at = ?2 AND state = 'waiting'";
        // An act without a letter has none to withdraw.
        self.connection.execute(sql, (participant, written, at))?;
        Ok(())
    }
}
