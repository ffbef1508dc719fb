//! Diagnostic interviews, and what is written of one before it is recorded.

use rusqlite::Row;

use super::codec::{Day, Hindrances, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::id::{InterviewId, ReferralId, StaffId};
use crate::domain::interview::{
    DiagnosticInterview, InterviewDraft, InterviewLength, InterviewNotes, InterviewSignature,
};
use crate::domain::signature::Signature;
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
        version: row.get(12)?,
    })
}

fn drawn(row: &Row<'_>, column: usize) -> rusqlite::Result<Signature> {
    Signature::read(&row.get::<_, String>(column)?).ok_or_else(|| contradiction("a signature that is none"))
}

impl Base<'_> {
    pub fn interview(&self, referral: ReferralId) -> Result<Option<DiagnosticInterview>, StoreError> {
        let sql = format!(
            "SELECT id, referral_id, day, minutes, staff_id, project, {NOTES}, version FROM interview WHERE referral_id = ?1"
        );
        self.one(&sql, [referral], read_interview)
    }

    /// Returns an interview under way, and when it began.
    pub fn interview_draft(
        &self,
        referral: ReferralId,
    ) -> Result<Option<(Option<Instant>, InterviewDraft)>, StoreError> {
        let sql = format!(
            "SELECT begun_at, project, {NOTES}, day, minutes, turned FROM interview_draft WHERE referral_id = ?1"
        );
        self.one(&sql, [referral], |row| {
            let turned: String = row.get(10)?;
            let draft = InterviewDraft {
                day: row.get::<_, Option<Day>>(8)?.map(|day| day.0),
                minutes: row.get(9)?,
                project: row.get(1)?,
                notes: read_notes(row, 2)?,
                turned: turned.split_whitespace().map(|id| ActivityId(id.to_owned())).collect(),
            };
            Ok((row.get(0)?, draft))
        })
    }

    /// Returns both hands under one version of an account.
    pub fn interview_signature(
        &self,
        interview: InterviewId,
        version: u32,
    ) -> Result<Option<InterviewSignature>, StoreError> {
        let sql = "SELECT person, counsellor, staff_id, signed_at FROM interview_signature
                   WHERE interview_id = ?1 AND version = ?2";
        self.one(sql, (interview, version), |row| {
            let (person, counsellor) = (drawn(row, 0)?, drawn(row, 1)?);
            Ok(InterviewSignature { person, counsellor, by: row.get(2)?, at: row.get(3)? })
        })
    }
}

impl Tx<'_> {
    /// Records an interview, or puts its corrected account in the place of the present one.
    pub fn put_interview(&self, interview: &DiagnosticInterview) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO interview (id, referral_id, day, minutes, staff_id, project, {NOTES}, version)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, day = excluded.day, minutes = excluded.minutes,
                 staff_id = excluded.staff_id, project = excluded.project, situation = excluded.situation,
                 project_words = excluded.project_words, needs = excluded.needs, hindrances = excluded.hindrances,
                 hindrance_words = excluded.hindrance_words, supports = excluded.supports"
        );
        let DiagnosticInterview { id, referral, day, duration, by, project, notes, version } = interview;
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
            supports,
            version
        ];
        self.put("interview", &sql, values)
    }

    /// Puts a corrected account in the place of the present one, which stays beside it.
    pub fn correct_interview(
        &self,
        corrected: &DiagnosticInterview,
        (by, at): (StaffId, Instant),
    ) -> Result<(), StoreError> {
        let kept = format!(
            "INSERT INTO interview_account
                 (interview_id, version, day, minutes, staff_id, project, {NOTES}, replaced_by, replaced_at)
             SELECT id, version, day, minutes, staff_id, project, {NOTES}, ?2, ?3 FROM interview WHERE id = ?1"
        );
        self.put("interview_account", &kept, (corrected.id, by, at))?;
        self.put_interview(corrected)
    }

    pub fn sign_interview(
        &self,
        interview: InterviewId,
        version: u32,
        signature: &InterviewSignature,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO interview_signature (interview_id, version, person, counsellor, staff_id, signed_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let InterviewSignature { person, counsellor, by, at } = signature;
        let values = (interview, version, person.written(), counsellor.written(), by, at);
        self.put("interview_signature", sql, values)
    }

    /// Notes when an interview began; the first time stands.
    pub fn begin_interview(&self, referral: ReferralId, at: Instant) -> Result<(), StoreError> {
        let sql = "INSERT INTO interview_draft (referral_id, begun_at) VALUES (?1, ?2)
                   ON CONFLICT (referral_id) DO UPDATE SET begun_at = coalesce(begun_at, excluded.begun_at)";
        self.put("interview_draft", sql, (referral, at))
    }

    pub fn save_interview_draft(&self, referral: ReferralId, draft: &InterviewDraft) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO interview_draft (referral_id, project, {NOTES}, day, minutes, turned)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (referral_id) DO UPDATE SET project = excluded.project, situation = excluded.situation,
             project_words = excluded.project_words, needs = excluded.needs, hindrances = excluded.hindrances,
             hindrance_words = excluded.hindrance_words, supports = excluded.supports, day = excluded.day,
             minutes = excluded.minutes, turned = excluded.turned"
        );
        let InterviewDraft { day, minutes, project, notes, turned } = draft;
        let InterviewNotes { situation, project: project_words, needs, hindrances, hindrance_words, supports } = notes;
        let (day, hindrances) = (day.map(Day), Hindrances(hindrances.clone()));
        let turned = turned.iter().map(|id| id.0.as_str()).collect::<Vec<_>>().join(" ");
        let values = rusqlite::params![
            referral,
            project,
            situation,
            project_words,
            needs,
            hindrances,
            hindrance_words,
            supports,
            day,
            minutes,
            turned
        ];
        self.put("interview_draft", &sql, values)
    }

    pub fn remove_interview_draft(&self, referral: ReferralId) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM interview_draft WHERE referral_id = ?1", [referral])?;
        Ok(())
    }
}
