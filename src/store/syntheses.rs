//! Syntheses and their deliveries.

use rusqlite::Row;

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::delivery::Delivery;
use crate::domain::id::{RoadmapId, SynthesisId};
use crate::domain::synthesis::{Lead, Synthesis, SynthesisState, SynthesisText};

const SYNTHESIS: &str =
    "SELECT id, roadmap_id, reading, person_says, state, written_by, written_at, signed_by, signed_at FROM synthesis";

fn read_head(row: &Row<'_>) -> rusqlite::Result<Synthesis> {
    let state: String = row.get(4)?;
    let state = match (state.as_str(), row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?) {
        ("draft", None, None, None, None) => SynthesisState::Draft,
        ("written", Some(by), Some(at), None, None) => SynthesisState::Written { by, at },
        ("signed", Some(written_by), Some(written_at), Some(by), Some(at)) => {
            SynthesisState::Signed { by, at, written_by, written_at }
        }
        _ => return Err(contradiction("a synthesis in no state")),
    };
    let text = SynthesisText {
        reading: row.get(2)?,
        person_says: row.get(3)?,
        leads: Vec::new(),
        recommendations: Vec::new(),
    };
    Ok(Synthesis { id: row.get(0)?, roadmap: row.get(1)?, text, state })
}

impl Base<'_> {
    pub fn synthesis(&self, id: SynthesisId) -> Result<Option<Synthesis>, StoreError> {
        let head = self.one(&format!("{SYNTHESIS} WHERE id = ?1"), [id], read_head)?;
        head.map(|head| self.with_lines(head)).transpose()
    }

    pub fn synthesis_of(&self, roadmap: RoadmapId) -> Result<Option<Synthesis>, StoreError> {
        let head = self.one(&format!("{SYNTHESIS} WHERE roadmap_id = ?1"), [roadmap], read_head)?;
        head.map(|head| self.with_lines(head)).transpose()
    }

    fn with_lines(&self, mut synthesis: Synthesis) -> Result<Synthesis, StoreError> {
        let leads = "SELECT title, evidence FROM lead WHERE synthesis_id = ?1 ORDER BY position";
        synthesis.text.leads =
            self.all(leads, [synthesis.id], |row| Ok(Lead { title: row.get(0)?, evidence: row.get(1)? }))?;
        let recommendations = "SELECT text FROM recommendation WHERE synthesis_id = ?1 ORDER BY position";
        synthesis.text.recommendations = self.all(recommendations, [synthesis.id], |row| row.get(0))?;
        Ok(synthesis)
    }

    /// Returns the copies handed out, oldest first.
    pub fn deliveries(&self, synthesis: SynthesisId) -> Result<Vec<Delivery>, StoreError> {
        let sql = "SELECT id, synthesis_id, prescriber_id, staff_id, at, file, sha256 FROM delivery WHERE synthesis_id = ?1 ORDER BY at, id";
        self.all(sql, [synthesis], |row| {
            Ok(Delivery {
                id: row.get(0)?,
                synthesis: row.get(1)?,
                prescriber: row.get(2)?,
                by: row.get(3)?,
                at: row.get(4)?,
                file: row.get(5)?,
                sha256: row.get(6)?,
            })
        })
    }
}

impl Tx<'_> {
    pub fn add_synthesis(&self, id: SynthesisId, roadmap: RoadmapId) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO synthesis (id, roadmap_id, reading, person_says, state) VALUES (?1, ?2, '', '', 'draft')";
        self.put("synthesis", sql, (id, roadmap))
    }

    /// Saves a draft's text.
    pub fn save_text(&self, id: SynthesisId, text: &SynthesisText) -> Result<(), StoreError> {
        let sql = "UPDATE synthesis SET reading = ?2, person_says = ?3 WHERE id = ?1 AND state = 'draft'";
        self.put("synthesis", sql, (id, &text.reading, &text.person_says))?;
        self.connection.execute("DELETE FROM lead WHERE synthesis_id = ?1", [id])?;
        self.connection.execute("DELETE FROM recommendation WHERE synthesis_id = ?1", [id])?;
        for (position, lead) in (1_i64..).zip(&text.leads) {
            let sql = "INSERT INTO lead (synthesis_id, position, title, evidence) VALUES (?1, ?2, ?3, ?4)";
            self.put("lead", sql, (id, position, &lead.title, &lead.evidence))?;
        }
        for (position, text) in (1_i64..).zip(&text.recommendations) {
            let sql = "INSERT INTO recommendation (synthesis_id, position, text) VALUES (?1, ?2, ?3)";
            self.put("recommendation", sql, (id, position, text))?;
        }
        Ok(())
    }

    pub fn set_synthesis_state(&self, id: SynthesisId, state: &SynthesisState) -> Result<(), StoreError> {
        let (code, written, signed) = match state {
            SynthesisState::Draft => ("draft", None, None),
            SynthesisState::Written { by, at } => ("written", Some((by, at)), None),
            SynthesisState::Signed { by, at, written_by, written_at } => {
                ("signed", Some((written_by, written_at)), Some((by, at)))
            }
        };
        let ((written_by, written_at), (signed_by, signed_at)) = (written.unzip(), signed.unzip());
        let sql = "UPDATE synthesis SET state = ?2, written_by = ?3, written_at = ?4, signed_by = ?5, signed_at = ?6 WHERE id = ?1";
        self.put("synthesis", sql, (id, code, written_by, written_at, signed_by, signed_at))
    }

    pub fn add_delivery(&self, delivery: &Delivery) -> Result<(), StoreError> {
        let sql = "INSERT INTO delivery (id, synthesis_id, prescriber_id, staff_id, at, file, sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Delivery { id, synthesis, prescriber, by, at, file, sha256 } = delivery;
        self.put("delivery", sql, (id, synthesis, prescriber, by, at, file, sha256))
    }
}
