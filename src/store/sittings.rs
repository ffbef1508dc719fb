//! Sittings: their events, one row each, and the scores of the finished ones.

mod answers;

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Row, ToSql};

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::assessment::{AssessmentId, Edition, ItemId, ScaleId};
use crate::domain::id::{ParticipantId, SessionId, SittingId, StaffId, StepId};
use crate::domain::person::ExtraTime;
use crate::domain::response::Answer;
use crate::domain::scoring::{Outcome, ScaleScore};
use crate::domain::sitting::{Channel, Event, Origin, SittingRecord};
use crate::domain::stamp::Instant;

/// One sitting's head.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRow {
    pub id: SittingId,
    pub origin: Origin,
    pub participant: ParticipantId,
    pub record: SittingRecord,
}

impl SittingRow {
    /// Returns what the journal names for it: its step, else its person.
    pub fn subject(&self) -> String {
        match self.origin {
            Origin::Step(step) => step.to_string(),
            Origin::Observed { .. } => self.participant.to_string(),
        }
    }
}

/// An event with the time it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct StampedEvent {
    pub at: Instant,
    pub event: Event,
}

const SITTING: &str = "SELECT id, step_id, participant_id, assessment, version, content_hash, engine, seed, observer_id, workshop, session_id FROM sitting";

fn read_sitting(row: &Row<'_>) -> rusqlite::Result<SittingRow> {
    let edition = Edition { id: AssessmentId(row.get(3)?), version: row.get(4)?, content_hash: row.get(5)? };
    let seed: i64 = row.get(7)?;
    let origin = match (row.get(1)?, row.get(8)?) {
        (Some(step), None) => Origin::Step(step),
        (None, Some(by)) => Origin::Observed { by, workshop: row.get(9)?, session: row.get(10)? },
        _ => return Err(contradiction("a sitting of a step and of an observer, or of neither")),
    };
    Ok(SittingRow {
        id: row.get(0)?,
        origin,
        participant: row.get(2)?,
        record: SittingRecord { edition, engine: row.get(6)?, seed: seed.cast_unsigned() },
    })
}

/// Returns the event of a row: at, kind, item, answer_kind, answer, took_millis, channel, detail.
fn read_event(row: &Row<'_>) -> rusqlite::Result<StampedEvent> {
    let kind: String = row.get(1)?;
    let item = || row.get::<_, Option<String>>(2)?.map(ItemId).ok_or_else(|| contradiction("an event of no item"));
    let answer = || {
        let kind: Option<String> = row.get(3)?;
        let text: Option<String> = row.get(4)?;
        answers::read(kind.as_deref(), text).ok_or_else(|| contradiction("an answer that is not an answer"))
    };
    let took_millis = || {
        let took: Option<i64> = row.get(5)?;
        Ok::<_, rusqlite::Error>(took.and_then(|took| u64::try_from(took).ok()).unwrap_or(0))
    };
    let channel = || {
        let text: Option<String> = row.get(6)?;
        text.map(|name| read_channel(&name)).ok_or_else(|| contradiction("an event without device"))
    };
    let detail = || row.get::<_, Option<String>>(7);
    let section = |text: Option<String>| {
        text.map(|text| text.parse::<usize>().map_err(|_| contradiction("a section that is no number"))).transpose()
    };
    let event = match kind.as_str() {
        // Sittings begun before extra time was kept had none.
        "began" => {
            let extra_time: Option<ExtraTime> = row.get(7)?;
            Event::Began { channel: channel()?, extra_time: extra_time.unwrap_or_default() }
        }
        "practised" => Event::Practised { answer: answer()? },
        "answered" => Event::Answered { item: item()?, answer: answer()?, took_millis: took_millis()? },
        "revised" => Event::Revised { item: item()?, answer: answer()?, took_millis: took_millis()? },
        "time_ran_out" => Event::TimeRanOut { item: item()?, took_millis: took_millis()? },
        "elapsed" => Event::Elapsed { item: item()?, took_millis: took_millis()? },
        "listened" => Event::Listened { item: item()? },
        "section_ended" => {
            Event::SectionEnded { section: section(detail()?)?.ok_or_else(|| contradiction("the end of no section"))? }
        }
        "accompanied" => Event::Accompanied { by: row.get(7)? },
        "paused" => Event::Paused,
        "help_called" => Event::HelpCalled,
        "resumed" => Event::Resumed,
        "neutralised" => Event::Neutralised { item: item()?, reason: detail()?.unwrap_or_default() },
        "restarted" => Event::Restarted { from_section: section(detail()?)? },
        "taken_over" => Event::TakenOver { channel: channel()? },
        "finished" => Event::Finished,
        _ => return Err(contradiction("an unknown event")),
    };
    Ok(StampedEvent { at: row.get(0)?, event })
}

/// How the desk is written where stations have their name: no station can be called so, names are never blank.
const DESK: &str = "";

fn read_channel(name: &str) -> Channel {
    if name == DESK { Channel::Desk } else { Channel::Station(name.to_owned()) }
}

fn channel_code(channel: &Channel) -> &str {
    match channel {
        Channel::Station(name) => name,
        Channel::Desk => DESK,
    }
}

impl Base<'_> {
    pub fn sitting(&self, id: SittingId) -> Result<Option<SittingRow>, StoreError> {
        self.one(&format!("{SITTING} WHERE id = ?1"), [id], read_sitting)
    }

    /// Returns the grids that observers filled in of a session, in the order in which they were begun.
    pub fn sittings_of_session(&self, session: SessionId) -> Result<Vec<SittingRow>, StoreError> {
        self.all(&format!("{SITTING} WHERE session_id = ?1 ORDER BY id"), [session], read_sitting)
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
        let sql = "SELECT at, kind, item, answer_kind, answer, took_millis, channel, detail FROM sitting_event WHERE sitting_id = ?1 ORDER BY seq";
        self.all(sql, [sitting], read_event)
    }

    pub fn n_answers(&self, sitting: SittingId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM sitting_event WHERE sitting_id = ?1 AND kind IN ('answered', 'time_ran_out')
                   AND round = (SELECT count(*) FROM sitting_event WHERE sitting_id = ?1 AND kind = 'restarted')";
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
        let sql = "INSERT INTO sitting (id, step_id, observer_id, workshop, session_id, participant_id, assessment, version, content_hash, engine, seed)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let SittingRow { id, origin, participant, record } = sitting;
        let Edition { id: assessment, version, content_hash } = &record.edition;
        let (step, observer, workshop, session) = match origin {
            Origin::Step(step) => (Some(step), None, None, None),
            Origin::Observed { by, workshop, session } => (None, Some(by), workshop.as_ref(), session.as_ref()),
        };
        self.put(
            "sitting",
            sql,
            (
                id,
                step,
                observer,
                workshop,
                session,
                participant,
                &assessment.0,
                version,
                content_hash,
                &record.engine,
                record.seed.cast_signed(),
            ),
        )
    }

    /// Appends events to a sitting.
    pub fn append_events(&self, sitting: SittingId, at: Instant, events: &[Event]) -> Result<(), StoreError> {
        let sql = "INSERT INTO sitting_event (sitting_id, seq, round, at, kind, item, answer_kind, answer, took_millis, channel, detail)
                   VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM sitting_event WHERE sitting_id = ?1),
                           (SELECT count(*) FROM sitting_event WHERE sitting_id = ?1 AND kind = 'restarted'),
                           ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        events.iter().try_for_each(|event| {
            let Written { kind, item, answer, took, channel, detail } = written(event);
            let (answer_kind, answer) = answer.map(answers::code).unzip();
            let took = took.and_then(|took| i64::try_from(took).ok());
            let answer: Option<String> = answer.flatten();
            self.put(
                "sitting_event",
                sql,
                (
                    sitting,
                    at,
                    kind,
                    item.map(|item| &item.0),
                    answer_kind,
                    answer,
                    took,
                    channel.map(channel_code),
                    detail,
                ),
            )
        })
    }

    /// Replaces the scores of a finished sitting, whose items changed by a member of the staff's decision.
    pub fn replace_scores(&self, sitting: SittingId, scores: &[ScaleScore]) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM score WHERE sitting_id = ?1", [sitting])?;
        self.add_scores(sitting, scores)
    }

    pub fn add_scores(&self, sitting: SittingId, scores: &[ScaleScore]) -> Result<(), StoreError> {
        let sql = "INSERT INTO score (sitting_id, scale, n_items, n_answered, needed, value, error) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        scores.iter().try_for_each(|score| {
            let (answered, needed, value, error) = match &score.outcome {
                Outcome::Scored { value, error, n_answered, .. } => (*n_answered, None, Some(*value), *error),
                Outcome::TooFewAnswers { n_answered, needed } => (*n_answered, Some(whole(*needed)), None, None),
                // What was not asked, or is not scored, has no row.
                Outcome::NotAsked | Outcome::Unscored { .. } => return Ok(()),
            };
            self.put(
                "score",
                sql,
                (sitting, &score.scale.0, whole(score.n_items), whole(answered), needed, value, error),
            )
        })
    }
}

/// The columns of an event.
#[derive(Default)]
struct Written<'e> {
    kind: &'static str,
    item: Option<&'e ItemId>,
    answer: Option<&'e Answer>,
    took: Option<u64>,
    channel: Option<&'e Channel>,
    detail: Detail<'e>,
}

/// What an event has of its own.
#[derive(Default)]
enum Detail<'e> {
    #[default]
    None,
    ExtraTime(ExtraTime),
    Section(usize),
    Staff(StaffId),
    Reason(&'e str),
}

impl ToSql for Detail<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Detail::None => Ok(ToSqlOutput::Owned(Value::Null)),
            Detail::ExtraTime(extra_time) => extra_time.to_sql(),
            Detail::Section(index) => Ok(index.to_string().into()),
            Detail::Staff(staff) => staff.to_sql(),
            Detail::Reason(reason) => reason.to_sql(),
        }
    }
}

fn written(event: &Event) -> Written<'_> {
    let of = |kind| Written { kind, ..Written::default() };
    match event {
        Event::Began { channel, extra_time } => {
            Written { channel: Some(channel), detail: Detail::ExtraTime(*extra_time), ..of("began") }
        }
        Event::Practised { answer } => Written { answer: Some(answer), ..of("practised") },
        Event::Answered { item, answer, took_millis } => {
            Written { item: Some(item), answer: Some(answer), took: Some(*took_millis), ..of("answered") }
        }
        Event::Revised { item, answer, took_millis } => {
            Written { item: Some(item), answer: Some(answer), took: Some(*took_millis), ..of("revised") }
        }
        Event::TimeRanOut { item, took_millis } => {
            Written { item: Some(item), took: Some(*took_millis), ..of("time_ran_out") }
        }
        Event::Elapsed { item, took_millis } => Written { item: Some(item), took: Some(*took_millis), ..of("elapsed") },
        Event::Listened { item } => Written { item: Some(item), ..of("listened") },
        Event::SectionEnded { section } => Written { detail: Detail::Section(*section), ..of("section_ended") },
        Event::Accompanied { by } => Written { detail: Detail::Staff(*by), ..of("accompanied") },
        Event::Paused => of("paused"),
        Event::HelpCalled => of("help_called"),
        Event::Resumed => of("resumed"),
        Event::Neutralised { item, reason } => {
            Written { item: Some(item), detail: Detail::Reason(reason), ..of("neutralised") }
        }
        Event::Restarted { from_section } => {
            Written { detail: from_section.map_or(Detail::None, Detail::Section), ..of("restarted") }
        }
        Event::TakenOver { channel } => Written { channel: Some(channel), ..of("taken_over") },
        Event::Finished => of("finished"),
    }
}
