//! Sittings: their events, one row each, and the scores of the finished ones.

use rusqlite::Row;

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::assessment::{AssessmentId, Edition, ItemId, OptionId, ScaleId};
use crate::domain::id::{ParticipantId, SittingId, StepId};
use crate::domain::response::Answer;
use crate::domain::scoring::{Outcome, ScaleScore};
use crate::domain::sitting::{Channel, Event, SittingRecord};
use crate::domain::stamp::Instant;

/// One sitting's head.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRow {
    pub id: SittingId,
    pub step: StepId,
    pub participant: ParticipantId,
    pub record: SittingRecord,
}

/// An event with the time it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct StampedEvent {
    pub at: Instant,
    pub event: Event,
}

const SITTING: &str =
    "SELECT id, step_id, participant_id, assessment, version, content_hash, engine, seed FROM sitting";

fn read_sitting(row: &Row<'_>) -> rusqlite::Result<SittingRow> {
    let edition = Edition { id: AssessmentId(row.get(3)?), version: row.get(4)?, content_hash: row.get(5)? };
    let seed: i64 = row.get(7)?;
    Ok(SittingRow {
        id: row.get(0)?,
        step: row.get(1)?,
        participant: row.get(2)?,
        record: SittingRecord { edition, engine: row.get(6)?, seed: seed.cast_unsigned() },
    })
}

fn read_answer(kind: Option<&str>, text: Option<String>) -> rusqlite::Result<Answer> {
    let bad = || contradiction("an answer that is not an answer");
    let number = |text: Option<String>| text.and_then(|text| text.parse().ok()).ok_or_else(bad);
    match kind {
        Some("point") => number(text).map(Answer::Point),
        Some("number") => number(text).map(Answer::Number),
        Some("choice") => text.map(|id| Answer::Choice(OptionId(id))).ok_or_else(bad),
        Some("does_not_know") => Ok(Answer::DoesNotKnow),
        Some("prefers_not") => Ok(Answer::PrefersNot),
        _ => Err(bad()),
    }
}

fn answer_code(answer: &Answer) -> (&'static str, Option<String>) {
    match answer {
        // Rust prints the shortest text that reads back as the same number.
        Answer::Point(value) => ("point", Some(value.to_string())),
        Answer::Number(value) => ("number", Some(value.to_string())),
        Answer::Choice(id) => ("choice", Some(id.0.clone())),
        Answer::DoesNotKnow => ("does_not_know", None),
        Answer::PrefersNot => ("prefers_not", None),
    }
}

fn read_channel(text: Option<String>) -> rusqlite::Result<Channel> {
    text.map(Channel::Station).ok_or_else(|| contradiction("an event without device"))
}

fn read_event(row: &Row<'_>) -> rusqlite::Result<StampedEvent> {
    let kind: String = row.get(1)?;
    let kind_of_answer: Option<String> = row.get(3)?;
    let event = match kind.as_str() {
        "began" => Event::Began { channel: read_channel(row.get(6)?)? },
        "practised" => Event::Practised { answer: read_answer(kind_of_answer.as_deref(), row.get(4)?)? },
        "answered" => {
            let item: Option<String> = row.get(2)?;
            let took: Option<i64> = row.get(5)?;
            Event::Answered {
                item: ItemId(item.ok_or_else(|| contradiction("an answer to nothing"))?),
                answer: read_answer(kind_of_answer.as_deref(), row.get(4)?)?,
                took_millis: took.and_then(|took| u64::try_from(took).ok()).unwrap_or(0),
            }
        }
        "taken_over" => Event::TakenOver { channel: read_channel(row.get(6)?)? },
        "finished" => Event::Finished,
        _ => return Err(contradiction("an unknown event")),
    };
    Ok(StampedEvent { at: row.get(0)?, event })
}

impl Base<'_> {
    pub fn sitting(&self, id: SittingId) -> Result<Option<SittingRow>, StoreError> {
        self.one(&format!("{SITTING} WHERE id = ?1"), [id], read_sitting)
    }

    pub fn sitting_of_step(&self, step: StepId) -> Result<Option<SittingRow>, StoreError> {
        self.one(&format!("{SITTING} WHERE step_id = ?1"), [step], read_sitting)
    }

    pub fn sittings_of(&self, participant: ParticipantId) -> Result<Vec<SittingRow>, StoreError> {
        self.all(&format!("{SITTING} WHERE participant_id = ?1 ORDER BY id"), [participant], read_sitting)
    }

    /// Returns the sittings that have an event on or after `since` and are not finished.
    pub fn sittings_underway(&self, since: Instant) -> Result<Vec<SittingRow>, StoreError> {
        let sql = format!(
            "{SITTING} s WHERE EXISTS (SELECT 1 FROM sitting_event e WHERE e.sitting_id = s.id AND e.at >= ?1)
             AND NOT EXISTS (SELECT 1 FROM sitting_event e WHERE e.sitting_id = s.id AND e.kind = 'finished')"
        );
        self.all(&sql, [since], read_sitting)
    }

    /// Returns a sitting's events in their order.
    pub fn events(&self, sitting: SittingId) -> Result<Vec<StampedEvent>, StoreError> {
        let sql = "SELECT at, kind, item, answer_kind, answer, took_millis, channel FROM sitting_event WHERE sitting_id = ?1 ORDER BY seq";
        self.all(sql, [sitting], read_event)
    }

    pub fn n_answers(&self, sitting: SittingId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM sitting_event WHERE sitting_id = ?1 AND kind = 'answered'";
        let count: Option<i64> = self.one(sql, [sitting], |row| row.get(0))?;
        Ok(count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0))
    }

    /// Returns the scores that were recorded when the sitting was finished.
    pub fn scores(&self, sitting: SittingId) -> Result<Vec<RecordedScore>, StoreError> {
        let sql =
            "SELECT scale, n_items, n_answered, needed, value, error FROM score WHERE sitting_id = ?1 ORDER BY rowid";
        self.all(sql, [sitting], |row| {
            let needed: Option<i64> = row.get(3)?;
            Ok(RecordedScore {
                scale: ScaleId(row.get(0)?),
                n_items: count(row, 1)?,
                n_answered: count(row, 2)?,
                needed: needed.and_then(|needed| usize::try_from(needed).ok()),
                value: row.get(4)?,
                error: row.get(5)?,
            })
        })
    }
}

fn count(row: &Row<'_>, index: usize) -> rusqlite::Result<usize> {
    let count: i64 = row.get(index)?;
    usize::try_from(count).map_err(|_| contradiction("a negative count"))
}

/// A score as it is on disk: the numbers; the words come from the definition.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedScore {
    pub scale: ScaleId,
    pub n_items: usize,
    pub n_answered: usize,
    pub needed: Option<usize>,
    pub value: Option<f64>,
    pub error: Option<f64>,
}

impl Tx<'_> {
    pub fn add_sitting(&self, sitting: &SittingRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO sitting (id, step_id, participant_id, assessment, version, content_hash, engine, seed)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let SittingRow { id, step, participant, record } = sitting;
        let Edition { id: assessment, version, content_hash } = &record.edition;
        self.put(
            "sitting",
            sql,
            (id, step, participant, &assessment.0, version, content_hash, &record.engine, record.seed.cast_signed()),
        )
    }

    /// Appends events to a sitting.
    pub fn append_events(&self, sitting: SittingId, at: Instant, events: &[Event]) -> Result<(), StoreError> {
        let sql = "INSERT INTO sitting_event (sitting_id, seq, at, kind, item, answer_kind, answer, took_millis, channel)
                   VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM sitting_event WHERE sitting_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        events.iter().try_for_each(|event| {
            let (kind, item, answer, took, channel) = match event {
                Event::Began { channel } => ("began", None, None, None, Some(channel)),
                Event::Practised { answer } => ("practised", None, Some(answer), None, None),
                Event::Answered { item, answer, took_millis } => {
                    ("answered", Some(&item.0), Some(answer), Some(*took_millis), None)
                }
                Event::TakenOver { channel } => ("taken_over", None, None, None, Some(channel)),
                Event::Finished => ("finished", None, None, None, None),
            };
            let (answer_kind, answer) = answer.map(answer_code).unzip();
            let took = took.and_then(|took| i64::try_from(took).ok());
            let channel = channel.map(|Channel::Station(name)| name);
            self.put("sitting_event", sql, (sitting, at, kind, item, answer_kind, answer.flatten(), took, channel))
        })
    }

    pub fn add_scores(&self, sitting: SittingId, scores: &[ScaleScore]) -> Result<(), StoreError> {
        let sql = "INSERT INTO score (sitting_id, scale, n_items, n_answered, needed, value, error) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        scores.iter().try_for_each(|score| {
            let (answered, needed, value, error) = match &score.outcome {
                Outcome::Scored { value, error, n_answered, .. } => (*n_answered, None, Some(*value), *error),
                Outcome::TooFewAnswers { n_answered, needed } => (*n_answered, Some(whole(*needed)), None, None),
            };
            self.put(
                "score",
                sql,
                (sitting, &score.scale.0, whole(score.n_items), whole(answered), needed, value, error),
            )
        })
    }
}
