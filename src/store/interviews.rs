//! Diagnostic interviews, and what is written of one before it is recorded.

use rusqlite::Row;

use super::codec::{Day, Hindrances, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::id::ReferralId;
use crate::domain::interview::{DiagnosticInterview, InterviewDraft, InterviewLength, InterviewNotes};
use crate::domain::stamp::Instant;

const NOTES: &str = "situation, project_words, needs, hindrances, hindrance_words, supports";

fn read_notes(row: &Row<'_>, first: usize) -> rusqlite::Result<InterviewNotes> {
    Ok(InterviewNotes {
        situation: row.get(first)?,
        project: row.get(first + 1)?,
        needs: row.get(first + 2)?,
        hindrances: row.get::<_, Hindrances>(first + 3)?.0,
        hindrance_words: row.get(first + 4)?,
        supports: row.get(first + 5)?,
    })
}

fn read_interview(row: &Row<'_>) -> rusqlite::Result<DiagnosticInterview> {
    Ok(DiagnosticInterview {
        id: row.get(0)?,
        referral: row.get(1)?,
        day: row.get::<_, Day>(2)?.0,
        duration: InterviewLength::new(row.get(3)?).map_err(|_| contradiction("an interview too short or too long"))?,
        by: row.get(4)?,
        project: row.get(5)?,
        notes: read_notes(row, 6)?,
    })
}

impl Base<'_> {
    pub fn interview(&self, referral: ReferralId) -> Result<Option<DiagnosticInterview>, StoreError> {
        let sql = format!(
            "SELECT id, referral_id, day, minutes, staff_id, project, {NOTES} FROM interview WHERE referral_id = ?1"
        );
        self.one(&sql, [referral], read_interview)
    }

    /// Returns an interview under way, and when it began.
    pub fn interview_draft(
        &self,
        referral: ReferralId,
    ) -> Result<Option<(Option<Instant>, InterviewDraft)>, StoreError> {
        let sql = format!("SELECT begun_at, project, {NOTES} FROM interview_draft WHERE referral_id = ?1");
        self.one(&sql, [referral], |row| {
            Ok((row.get(0)?, InterviewDraft { project: row.get(1)?, notes: read_notes(row, 2)? }))
        })
    }
}

impl Tx<'_> {
    pub fn add_interview(&self, interview: &DiagnosticInterview) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO interview (id, referral_id, day, minutes, staff_id, project, {NOTES})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
        );
        let DiagnosticInterview { id, referral, day, duration, by, project, notes } = interview;
        let InterviewNotes { situation, project: project_words, needs, hindrances, hindrance_words, supports } = notes;
        let (day, hindrances) = (Day(*day), Hindrances(hindrances.clone()));
        let values = rusqlite::params![
            id,
            referral,
            day,
            duration.minutes(),
            by,
            project,
            situation,
            project_words,
            needs,
            hindrances,
            hindrance_words,
            supports
        ];
        self.put("interview", &sql, values)
    }

    /// Notes when an interview began; the first time stands.
    pub fn begin_interview(&self, referral: ReferralId, at: Instant) -> Result<(), StoreError> {
        let sql = "INSERT INTO interview_draft (referral_id, begun_at) VALUES (?1, ?2)
                   ON CONFLICT (referral_id) DO UPDATE SET begun_at = coalesce(begun_at, excluded.begun_at)";
        self.put("interview_draft", sql, (referral, at))
    }

    pub fn save_interview_draft(&self, referral: ReferralId, draft: &InterviewDraft) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO interview_draft (referral_id, project, {NOTES}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (referral_id) DO UPDATE SET project = excluded.project, situation = excluded.situation,
             project_words = excluded.project_words, needs = excluded.needs, hindrances = excluded.hindrances,
             hindrance_words = excluded.hindrance_words, supports = excluded.supports"
        );
        let InterviewDraft { project, notes } = draft;
        let InterviewNotes { situation, project: project_words, needs, hindrances, hindrance_words, supports } = notes;
        let hindrances = Hindrances(hindrances.clone());
        let values = (referral, project, situation, project_words, needs, hindrances, hindrance_words, supports);
        self.put("interview_draft", &sql, values)
    }

    pub fn remove_interview_draft(&self, referral: ReferralId) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM interview_draft WHERE referral_id = ?1", [referral])?;
        Ok(())
    }
}
