//! Paths that ended before their term.

use super::{Base, StoreError, Tx};
use crate::domain::closing::Closing;
use crate::domain::id::{ReferralId, StepId};

impl Base<'_> {
    pub fn closing(&self, referral: ReferralId) -> Result<Option<Closing>, StoreError> {
        let sql = "SELECT referral_id, reason, words, staff_id, at FROM closing WHERE referral_id = ?1";
        let found = self.one(sql, [referral], |row| {
            let (reason, words, by, at) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(Closing { referral: row.get(0)?, reason, words, by, at, dropped: Vec::new() })
        })?;
        let Some(closing) = found else { return Ok(None) };
        let sql = "SELECT step_id FROM closing_step WHERE referral_id = ?1";
        Ok(Some(Closing { dropped: self.all(sql, [referral], |row| row.get(0))?, ..closing }))
    }
}

impl Tx<'_> {
    pub fn add_closing(&self, closing: &Closing) -> Result<(), StoreError> {
        let sql = "INSERT INTO closing (referral_id, reason, words, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        let Closing { referral, reason, words, by, at, dropped } = closing;
        self.put("closing", sql, (referral, reason, words, by, at))?;
        let sql = "INSERT INTO closing_step (referral_id, step_id) VALUES (?1, ?2)";
        dropped.iter().try_for_each(|step| self.put("closing_step", sql, (referral, step)))
    }

    /// Takes a closed path up again: the steps that it dropped are open as before. The journal keeps that it was closed.
    pub fn undo_closing(&self, closing: &Closing) -> Result<(), StoreError> {
        closing.dropped.iter().try_for_each(|step| self.reopen_dropped_step(*step))?;
        self.connection.execute("DELETE FROM closing_step WHERE referral_id = ?1", [closing.referral])?;
        self.put("closing", "DELETE FROM closing WHERE referral_id = ?1", [closing.referral])
    }

    fn reopen_dropped_step(&self, step: StepId) -> Result<(), StoreError> {
        let sql = "UPDATE step SET outcome = 'open', ended_at = NULL, ended_by = NULL, ended_reason = NULL
                   WHERE id = ?1 AND outcome = 'dropped'";
        self.put("step", sql, [step])
    }
}
