//! Syntheses: their texts, what was suggested and answered, and the copies that were signed.

use rusqlite::Row;

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::id::{ObservationId, RoadmapId, SittingId, StaffId, SynthesisId};
use crate::domain::signature::Signature;
use crate::domain::stamp::Instant;
use crate::domain::suggestion::{Decided, SuggestionKey};
use crate::domain::synthesis::{
    Lead, Paragraph, Proof, Recommendation, Resemblance, Said, Signing, Support, Synthesis, SynthesisState,
    SynthesisText,
};

/// A version that was signed, with the bytes that are handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCopy {
    pub synthesis: SynthesisId,
    pub version: u32,
    pub by: StaffId,
    pub at: Instant,
    pub proof: Proof,
    /// The whole synthesis, with its signatures.
    pub pdf: Printed,
    /// The person's page.
    pub person_pdf: Printed,
    /// Name of the scan of a copy that was signed on paper.
    pub scan: Option<String>,
    /// When, by whom and why a further version was begun.
    pub replaced: Option<(Instant, StaffId, String)>,
}

/// A PDF and its SHA-256 in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub sha256: String,
}

const SYNTHESIS: &str = "SELECT id, roadmap_id, reading, person_says, state, written_by, written_at, signed_by, signed_at, version FROM synthesis";

const COPY: &str = "SELECT synthesis_id, version, staff_id, at, way, identity, station, shown_sha256, person_strokes, counsellor_strokes,
    pdf, sha256, person_pdf, person_sha256, scan, replaced_at, replaced_by, replaced_reason FROM signed_copy";

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
    let text = SynthesisText { reading: row.get(2)?, person_says: row.get(3)?, ..SynthesisText::default() };
    Ok(Synthesis { id: row.get(0)?, roadmap: row.get(1)?, version: row.get(9)?, text, state })
}

fn read_copy(row: &Row<'_>) -> rusqlite::Result<SignedCopy> {
    let strokes = |column| {
        let text: Option<String> = row.get(column)?;
        text.map(|text| Signature::read(&text).ok_or_else(|| contradiction("a signature that is none"))).transpose()
    };
    let way: String = row.get(4)?;
    let signing = match (way.as_str(), strokes(8)?, strokes(9)?) {
        ("paper", None, None) => Signing::Paper,
        ("pad", Some(person), Some(counsellor)) => Signing::Pad { person, counsellor },
        _ => return Err(contradiction("a synthesis signed in no way")),
    };
    let replaced = match (row.get(15)?, row.get(16)?, row.get(17)?) {
        (Some(at), Some(by), Some(reason)) => Some((at, by, reason)),
        _ => None,
    };
    Ok(SignedCopy {
        synthesis: row.get(0)?,
        version: row.get(1)?,
        by: row.get(2)?,
        at: row.get(3)?,
        proof: Proof { identity: row.get(5)?, station: row.get(6)?, shown: row.get(7)?, signing },
        pdf: Printed { bytes: row.get(10)?, sha256: row.get(11)? },
        person_pdf: Printed { bytes: row.get(12)?, sha256: row.get(13)? },
        scan: row.get(14)?,
        replaced,
    })
}

/// How a paragraph is written in the base: "reading", "strength/0", "lead/0", or the id of a sitting.
fn paragraph_code(paragraph: Paragraph) -> String {
    match paragraph {
        Paragraph::Reading => "reading".to_owned(),
        Paragraph::Result(sitting) => sitting.to_string(),
        Paragraph::Strength(index) => format!("strength/{index}"),
        Paragraph::Lead(index) => format!("lead/{index}"),
    }
}

fn read_paragraph(code: &str) -> rusqlite::Result<Paragraph> {
    if code == "reading" {
        return Ok(Paragraph::Reading);
    }
    let no_paragraph = || contradiction("an answer about no paragraph");
    match code.split_once('/') {
        Some(("strength", index)) => return index.parse().map(Paragraph::Strength).map_err(|_| no_paragraph()),
        Some(("lead", index)) => return index.parse().map(Paragraph::Lead).map_err(|_| no_paragraph()),
        Some(_) => return Err(no_paragraph()),
        None => {}
    }
    let sitting = uuid::Uuid::try_parse(code).map_err(|_| no_paragraph())?;
    Ok(Paragraph::Result(SittingId::new(sitting)))
}

/// How what a lead rests on is written in the base, one word each.
fn support_code(support: Support) -> String {
    match support {
        Support::Result(sitting) => format!("result/{sitting}"),
        Support::Observation(observation) => format!("observation/{observation}"),
        Support::Said(Said::Project) => "said/project".to_owned(),
        Support::Said(Said::Needs) => "said/needs".to_owned(),
        Support::Said(Said::Supports) => "said/supports".to_owned(),
    }
}

fn read_support(code: &str) -> rusqlite::Result<Support> {
    let none = || contradiction("a lead that rests on nothing known");
    let id = |text: &str| uuid::Uuid::try_parse(text).map_err(|_| none());
    Ok(match code.split_once('/') {
        Some(("result", sitting)) => Support::Result(SittingId::new(id(sitting)?)),
        Some(("observation", seen)) => Support::Observation(ObservationId::new(id(seen)?)),
        Some(("said", "project")) => Support::Said(Said::Project),
        Some(("said", "needs")) => Support::Said(Said::Needs),
        Some(("said", "supports")) => Support::Said(Said::Supports),
        _ => return Err(none()),
    })
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
        let id = synthesis.id;
        let strengths = "SELECT text FROM strength WHERE synthesis_id = ?1 ORDER BY position";
        synthesis.text.strengths = self.all(strengths, [id], |row| row.get(0))?;
        let leads =
            "SELECT title, why, evidence, to_check, supports FROM lead WHERE synthesis_id = ?1 ORDER BY position";
        synthesis.text.leads = self.all(leads, [id], |row| {
            let codes: String = row.get(4)?;
            let supports = codes.split_whitespace().map(read_support).collect::<Result<_, _>>()?;
            let (title, why) = (row.get(0)?, row.get(1)?);
            Ok(Lead { title, why, supports, evidence: row.get(2)?, to_check: row.get(3)? })
        })?;
        let advice = "SELECT text, who, due FROM recommendation WHERE synthesis_id = ?1 ORDER BY position";
        synthesis.text.recommendations = self
            .all(advice, [id], |row| Ok(Recommendation { action: row.get(0)?, who: row.get(1)?, when: row.get(2)? }))?;
        Ok(synthesis)
    }

    /// Returns what the person answered, a paragraph at a time.
    pub fn resemblances(&self, synthesis: SynthesisId) -> Result<Vec<(Paragraph, Resemblance)>, StoreError> {
        let sql = "SELECT paragraph, answer FROM resemblance WHERE synthesis_id = ?1 ORDER BY paragraph";
        self.all(sql, [synthesis], |row| {
            let code: String = row.get(0)?;
            Ok((read_paragraph(&code)?, row.get(1)?))
        })
    }

    /// Returns what was decided of the suggestions, oldest first.
    pub fn decided_suggestions(&self, synthesis: SynthesisId) -> Result<Vec<Decided>, StoreError> {
        let sql = "SELECT key, decision, staff_id, at FROM suggestion WHERE synthesis_id = ?1 ORDER BY at, key";
        self.all(sql, [synthesis], |row| {
            let key = SuggestionKey::written(row.get(0)?);
            Ok(Decided { key, decision: row.get(1)?, by: row.get(2)?, at: row.get(3)? })
        })
    }

    /// Returns the fingerprints of the copies printed to be signed.
    pub fn paper_copies(&self, synthesis: SynthesisId) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT sha256 FROM paper_copy WHERE synthesis_id = ?1 ORDER BY at, sha256";
        self.all(sql, [synthesis], |row| row.get(0))
    }

    pub fn signed_copy(&self, synthesis: SynthesisId, version: u32) -> Result<Option<SignedCopy>, StoreError> {
        self.one(&format!("{COPY} WHERE synthesis_id = ?1 AND version = ?2"), (synthesis, version), read_copy)
    }

    /// Returns the pages kept beside a signed copy, the whole synthesis then the person's page; `None` where the copy is older than
    /// the keeping of pages.
    pub fn signed_pages(&self, synthesis: SynthesisId, version: u32) -> Result<Option<[String; 2]>, StoreError> {
        let sql = "SELECT pages, person_pages FROM signed_copy
                   WHERE synthesis_id = ?1 AND version = ?2 AND pages IS NOT NULL AND person_pages IS NOT NULL";
        self.one(sql, (synthesis, version), |row| Ok([row.get(0)?, row.get(1)?]))
    }

    /// Returns every version that was signed, oldest first.
    pub fn signed_copies(&self, synthesis: SynthesisId) -> Result<Vec<SignedCopy>, StoreError> {
        self.all(&format!("{COPY} WHERE synthesis_id = ?1 ORDER BY version"), [synthesis], read_copy)
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
        for table in ["strength", "lead", "recommendation"] {
            self.connection.execute(&format!("DELETE FROM {table} WHERE synthesis_id = ?1"), [id])?;
        }
        for (position, text) in (1_i64..).zip(&text.strengths) {
            let sql = "INSERT INTO strength (synthesis_id, position, text) VALUES (?1, ?2, ?3)";
            self.put("strength", sql, (id, position, text))?;
        }
        for (position, lead) in (1_i64..).zip(&text.leads) {
            let sql = "INSERT INTO lead (synthesis_id, position, title, why, evidence, to_check, supports)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let Lead { title, why, supports, evidence, to_check } = lead;
            let codes = supports.iter().map(|one| support_code(*one)).collect::<Vec<_>>().join(" ");
            self.put("lead", sql, (id, position, title, why, evidence, to_check, codes))?;
        }
        for (position, advice) in (1_i64..).zip(&text.recommendations) {
            let sql = "INSERT INTO recommendation (synthesis_id, position, text, who, due) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.put("recommendation", sql, (id, position, &advice.action, &advice.who, &advice.when))?;
        }
        Ok(())
    }

    /// Records what the person says of the results, once the text is finished.
    pub fn set_person_says(&self, id: SynthesisId, words: &str) -> Result<(), StoreError> {
        self.put("synthesis", "UPDATE synthesis SET person_says = ?2 WHERE id = ?1 AND state <> 'signed'", (id, words))
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

    /// Makes a draft of a text again, as `version`; the signed copy that it replaces says why.
    pub fn reopen_synthesis(
        &self,
        synthesis: &Synthesis,
        version: u32,
        (at, by, reason): (Instant, StaffId, &str),
    ) -> Result<(), StoreError> {
        self.set_synthesis_state(synthesis.id, &SynthesisState::Draft)?;
        // Strengths and leads are known by their place, which a correction may change: they are asked about again.
        let sql = "DELETE FROM resemblance WHERE synthesis_id = ?1 AND (paragraph LIKE 'strength/%' OR paragraph LIKE 'lead/%')";
        self.connection.execute(sql, [synthesis.id])?;
        let sql = "UPDATE synthesis SET version = ?2 WHERE id = ?1";
        self.put("synthesis", sql, (synthesis.id, version))?;
        if version == synthesis.version {
            return Ok(());
        }
        let sql = "UPDATE signed_copy SET replaced_at = ?3, replaced_by = ?4, replaced_reason = ?5
                   WHERE synthesis_id = ?1 AND version = ?2";
        // A synthesis signed before copies were kept has none.
        self.connection.execute(sql, (synthesis.id, synthesis.version, at, by, reason))?;
        Ok(())
    }

    pub fn put_resemblance(
        &self,
        synthesis: SynthesisId,
        paragraph: Paragraph,
        answer: Resemblance,
        (by, at): (StaffId, Instant),
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO resemblance (synthesis_id, paragraph, answer, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (synthesis_id, paragraph) DO UPDATE SET
                   answer = excluded.answer, staff_id = excluded.staff_id, at = excluded.at";
        self.put("resemblance", sql, (synthesis, paragraph_code(paragraph), answer, by, at))
    }

    pub fn put_suggestion(&self, synthesis: SynthesisId, decided: &Decided) -> Result<(), StoreError> {
        let sql = "INSERT INTO suggestion (synthesis_id, key, decision, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (synthesis_id, key) DO UPDATE SET
                   decision = excluded.decision, staff_id = excluded.staff_id, at = excluded.at";
        self.put("suggestion", sql, (synthesis, decided.key.as_str(), decided.decision, decided.by, decided.at))
    }

    pub fn forget_suggestion(&self, synthesis: SynthesisId, key: &SuggestionKey) -> Result<(), StoreError> {
        let sql = "DELETE FROM suggestion WHERE synthesis_id = ?1 AND key = ?2";
        self.put("suggestion", sql, (synthesis, key.as_str()))
    }

    pub fn add_paper_copy(
        &self,
        synthesis: SynthesisId,
        sha256: &str,
        (by, at): (StaffId, Instant),
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO paper_copy (synthesis_id, sha256, staff_id, at) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (synthesis_id, sha256) DO UPDATE SET staff_id = excluded.staff_id, at = excluded.at";
        self.put("paper_copy", sql, (synthesis, sha256, by, at))
    }

    /// Keeps a signed copy with what its two papers look like.
    pub fn add_signed_copy(&self, copy: &SignedCopy, [pages, person_pages]: &[String; 2]) -> Result<(), StoreError> {
        let (way, strokes) = match &copy.proof.signing {
            Signing::Paper => ("paper", None),
            Signing::Pad { person, counsellor } => ("pad", Some((person.written(), counsellor.written()))),
        };
        let (person, counsellor) = strokes.unzip();
        let sql = "INSERT INTO signed_copy (synthesis_id, version, staff_id, at, way, identity, station, shown_sha256, person_strokes,
                   counsellor_strokes, pdf, sha256, person_pdf, person_sha256, scan, pages, person_pages)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
        let SignedCopy { synthesis, version, by, at, proof, pdf, person_pdf, scan, .. } = copy;
        let Proof { identity, shown, station, .. } = proof;
        self.put(
            "signed_copy",
            sql,
            rusqlite::params![
                synthesis,
                version,
                by,
                at,
                way,
                identity,
                station,
                shown,
                person,
                counsellor,
                pdf.bytes,
                pdf.sha256,
                person_pdf.bytes,
                person_pdf.sha256,
                scan,
                pages,
                person_pages
            ],
        )
    }
}
