//! Offers, tellings, checks, walk-ins, signed sheets and absences that were looked at.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Row;

use super::codec::{Count, Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::agenda::Holder;
use crate::domain::id::{
    AppointmentId, CheckId, OfferId, ParticipantId, ReviewId, SessionId, SheetId, SignatureId, StaffId, StepId,
    TellingId, WalkInId,
};
use crate::domain::person::Personal;
use crate::domain::session_life::{Newcomer, Offer, OfferAnswer, SheetKind};
use crate::domain::signature::Signature;
use crate::domain::stamp::{Half, Instant};
use crate::domain::telling::{Channel, Telling};

/// Somebody who came without having been convened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkIn {
    pub id: WalkInId,
    pub session: SessionId,
    pub who: Newcomer,
    pub at: Instant,
    pub by: StaffId,
}

/// A sheet that came back signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedSheet {
    pub id: SheetId,
    pub session: SessionId,
    pub half: Half,
    pub kind: SheetKind,
    pub version_hash: String,
    /// The scan's name and its SHA-256.
    pub scan: Option<(String, String)>,
    pub at: Instant,
    pub by: StaffId,
}

/// Who drew a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signer {
    Convened(ParticipantId),
    WalkIn(WalkInId),
    Leader(StaffId),
}

/// A signature drawn on a touch screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadSignature {
    pub id: SignatureId,
    pub session: SessionId,
    pub half: Half,
    pub signer: Signer,
    pub signature: Signature,
    pub at: Instant,
    pub witness: StaffId,
}

/// How often somebody did not come, unexcused, since they last came and since somebody looked at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absences {
    pub participant: ParticipantId,
    pub count: usize,
    pub last: NaiveDate,
}

const OFFER: &str = "SELECT o.id, o.step_id, r.participant_id, o.session_id, o.offered_at FROM offer o
    JOIN step s ON s.id = o.step_id JOIN roadmap r ON r.id = s.roadmap_id JOIN session e ON e.id = o.session_id";

/// An offer stands while its session is open, its step too, and no seat was taken since.
const STANDS: &str = "o.answer IS NULL AND e.state = 'opened' AND s.outcome = 'open' AND NOT EXISTS (
    SELECT 1 FROM seat t WHERE t.step_id = o.step_id AND t.attendance IS NULL AND t.changed_at > o.offered_at)";

fn read_offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    Ok(Offer { id: row.get(0)?, step: row.get(1)?, participant: row.get(2)?, session: row.get(3)?, at: row.get(4)? })
}

const TOLD: &str =
    "SELECT t.id, t.participant_id, t.session_id, t.appointment_id, t.what, t.version, t.channel, t.at, t.staff_id
    FROM told t";

fn read_telling(row: &Row<'_>) -> rusqlite::Result<Telling> {
    let about = match (row.get(2)?, row.get(3)?) {
        (Some(session), None) => Holder::Session(session),
        (None, Some(appointment)) => Holder::Appointment(appointment),
        _ => return Err(contradiction("something told of nothing")),
    };
    Ok(Telling {
        id: row.get(0)?,
        participant: row.get(1)?,
        about,
        what: row.get(4)?,
        version: row.get(5)?,
        channel: row.get(6)?,
        at: row.get(7)?,
        by: row.get(8)?,
    })
}

fn read_walk_in(row: &Row<'_>) -> rusqlite::Result<WalkIn> {
    let who = match (row.get(2)?, row.get(3)?) {
        (Some(participant), None) => Newcomer::Participant(participant),
        (None, Some(name)) => Newcomer::Inhabitant(Personal(name)),
        _ => return Err(contradiction("a walk-in who is nobody")),
    };
    Ok(WalkIn { id: row.get(0)?, session: row.get(1)?, who, at: row.get(4)?, by: row.get(5)? })
}

const SHEET: &str = "SELECT id, session_id, half, kind, version_hash, file, sha256, at, staff_id FROM signed_sheet";

fn read_sheet(row: &Row<'_>) -> rusqlite::Result<SignedSheet> {
    let scan = match (row.get(5)?, row.get(6)?) {
        (Some(file), Some(sha256)) => Some((file, sha256)),
        (None, None) => None,
        _ => return Err(contradiction("a scan without its fingerprint")),
    };
    Ok(SignedSheet {
        id: row.get(0)?,
        session: row.get(1)?,
        half: row.get(2)?,
        kind: row.get(3)?,
        version_hash: row.get(4)?,
        scan,
        at: row.get(7)?,
        by: row.get(8)?,
    })
}

fn read_signature(row: &Row<'_>) -> rusqlite::Result<PadSignature> {
    let signer = match (row.get(3)?, row.get(4)?, row.get(5)?) {
        (Some(participant), None, None) => Signer::Convened(participant),
        (None, Some(walk_in), None) => Signer::WalkIn(walk_in),
        (None, None, Some(staff)) => Signer::Leader(staff),
        _ => return Err(contradiction("a signature of nobody")),
    };
    let strokes: String = row.get(6)?;
    Ok(PadSignature {
        id: row.get(0)?,
        session: row.get(1)?,
        half: row.get(2)?,
        signer,
        signature: Signature::read(&strokes).ok_or_else(|| contradiction("strokes that are no signature"))?,
        at: row.get(7)?,
        witness: row.get(8)?,
    })
}

impl Base<'_> {
    /// Returns an offer that stands.
    pub fn offer(&self, id: OfferId) -> Result<Option<Offer>, StoreError> {
        self.one(&format!("{OFFER} WHERE o.id = ?1 AND {STANDS}"), [id], read_offer)
    }

    /// Returns the offers of sessions from a day on that stand, oldest first.
    pub fn offers_from(&self, day: NaiveDate) -> Result<Vec<Offer>, StoreError> {
        self.all(
            &format!("{OFFER} WHERE e.day >= ?1 AND {STANDS} ORDER BY o.offered_at, e.day, e.start, o.id"),
            [Day(day)],
            read_offer,
        )
    }

    /// Returns whose step was offered a session, when, and when the answer came.
    pub fn offer_times(&self, session: SessionId) -> Result<Vec<(StepId, Instant, Option<Instant>)>, StoreError> {
        let sql = "SELECT step_id, offered_at, answered_at FROM offer WHERE session_id = ?1 ORDER BY offered_at, id";
        self.all(sql, [session], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    }

    pub fn telling(&self, id: TellingId) -> Result<Option<Telling>, StoreError> {
        self.one(&format!("{TOLD} WHERE t.id = ?1"), [id], read_telling)
    }

    /// Returns what was told of a session or an appointment, in order.
    pub fn told_of(&self, about: Holder) -> Result<Vec<Telling>, StoreError> {
        let (column, id) = about_code(about);
        self.all(&format!("{TOLD} WHERE t.{column} = ?1 ORDER BY t.at, t.id"), [id], read_telling)
    }

    /// Returns what was told of the sessions and appointments from a day on, in order.
    pub fn told_from(&self, day: NaiveDate) -> Result<Vec<Telling>, StoreError> {
        let sql = format!(
            "{TOLD} WHERE t.session_id IN (SELECT id FROM session WHERE day >= ?1)
             OR t.appointment_id IN (SELECT id FROM appointment WHERE day >= ?1) ORDER BY t.at, t.id"
        );
        self.all(&sql, [Day(day)], read_telling)
    }

    /// Returns when somebody last looked at a session that may be too small and held it.
    pub fn checked_at(&self, session: SessionId) -> Result<Option<Instant>, StoreError> {
        let sql = "SELECT at FROM session_check WHERE session_id = ?1 ORDER BY at DESC, id DESC LIMIT 1";
        self.one(sql, [session], |row| row.get(0))
    }

    pub fn walk_ins(&self, session: SessionId) -> Result<Vec<WalkIn>, StoreError> {
        let sql = "SELECT id, session_id, participant_id, name, at, staff_id FROM walk_in WHERE session_id = ?1 ORDER BY at, id";
        self.all(sql, [session], read_walk_in)
    }

    pub fn walk_in(&self, id: WalkInId) -> Result<Option<WalkIn>, StoreError> {
        let sql = "SELECT id, session_id, participant_id, name, at, staff_id FROM walk_in WHERE id = ?1";
        self.one(sql, [id], read_walk_in)
    }

    /// Returns the sheets of a session that came back signed, in order; of two for one half-day the later one counts.
    pub fn signed_sheets(&self, session: SessionId) -> Result<Vec<SignedSheet>, StoreError> {
        self.all(&format!("{SHEET} WHERE session_id = ?1 ORDER BY at, id"), [session], read_sheet)
    }

    /// Returns the half-days of all sessions whose sheet came back signed.
    pub fn signed_halves(&self) -> Result<BTreeSet<(SessionId, Half)>, StoreError> {
        let sql = "SELECT DISTINCT session_id, half FROM signed_sheet";
        Ok(self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    pub fn pad_signatures(&self, session: SessionId) -> Result<Vec<PadSignature>, StoreError> {
        let sql = "SELECT id, session_id, half, participant_id, walk_in_id, staff_id, strokes, at, witness_id
                   FROM pad_signature WHERE session_id = ?1 ORDER BY at, id";
        self.all(sql, [session], read_signature)
    }

    /// Returns the channels that people chose.
    pub fn channels(&self) -> Result<BTreeMap<ParticipantId, Channel>, StoreError> {
        let sql = "SELECT id, channel FROM participant WHERE channel IS NOT NULL";
        Ok(self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    /// Returns who did not come, unexcused, at least so often since they last came and since somebody looked at it.
    pub fn absences_unexcused(&self, at_least: usize) -> Result<Vec<Absences>, StoreError> {
        let sql = "WITH event AS (
                SELECT t.participant_id AS who, e.day AS day, t.changed_at AS at, t.attendance AS what
                FROM seat t JOIN session e ON e.id = t.session_id WHERE t.attendance IN ('present', 'no_show')
                UNION ALL
                SELECT participant_id, day, ended_at, CASE state WHEN 'kept' THEN 'present' ELSE 'no_show' END
                FROM appointment WHERE state IN ('kept', 'no_show')
            )
            SELECT x.who, count(*), max(x.day) FROM event x WHERE x.what = 'no_show'
            AND NOT EXISTS (SELECT 1 FROM event y WHERE y.who = x.who AND y.what = 'present' AND y.day >= x.day)
            AND NOT EXISTS (SELECT 1 FROM absence_review v WHERE v.participant_id = x.who AND v.at >= x.at)
            GROUP BY x.who HAVING count(*) >= ?1 ORDER BY max(x.day), x.who";
        self.all(sql, [Count(at_least)], |row| {
            Ok(Absences { participant: row.get(0)?, count: row.get::<_, Count>(1)?.0, last: row.get::<_, Day>(2)?.0 })
        })
    }
}

impl Tx<'_> {
    pub fn add_offer(&self, offer: &Offer, by: StaffId) -> Result<(), StoreError> {
        let sql = "INSERT INTO offer (id, step_id, session_id, offered_at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("offer", sql, (offer.id, offer.step, offer.session, offer.at, by))
    }

    pub fn answer_offer(&self, offer: OfferId, answer: OfferAnswer, now: Instant) -> Result<(), StoreError> {
        let sql = "UPDATE offer SET answer = ?2, answered_at = ?3 WHERE id = ?1 AND answer IS NULL";
        self.put("offer", sql, (offer, answer, now))
    }

    /// Lets every other offer of a step lapse.
    pub fn lapse_offers(&self, step: StepId, now: Instant) -> Result<(), StoreError> {
        let sql = "UPDATE offer SET answer = ?2, answered_at = ?3 WHERE step_id = ?1 AND answer IS NULL";
        self.connection.execute(sql, (step, OfferAnswer::Lapsed, now))?;
        Ok(())
    }

    /// Takes back that the offers of a step lapsed at an instant: they wait for an answer again.
    pub fn restore_offers(&self, step: StepId, lapsed: Instant) -> Result<(), StoreError> {
        let sql = "UPDATE offer SET answer = NULL, answered_at = NULL
                   WHERE step_id = ?1 AND answer = ?2 AND answered_at = ?3";
        self.connection.execute(sql, (step, OfferAnswer::Lapsed, lapsed))?;
        Ok(())
    }

    pub fn add_telling(&self, telling: &Telling) -> Result<(), StoreError> {
        let (column, about) = about_code(telling.about);
        let sql = format!(
            "INSERT INTO told (id, participant_id, {column}, what, version, channel, at, staff_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        );
        let Telling { id, participant, what, version, channel, at, by, .. } = telling;
        self.put("told", &sql, (id, participant, about, what, version, channel, at, by))
    }

    /// Takes back that somebody was told.
    pub fn remove_telling(&self, id: TellingId) -> Result<(), StoreError> {
        self.put("told", "DELETE FROM told WHERE id = ?1", [id])
    }

    pub fn add_check(&self, id: CheckId, session: SessionId, at: Instant, by: StaffId) -> Result<(), StoreError> {
        let sql = "INSERT INTO session_check (id, session_id, at, staff_id) VALUES (?1, ?2, ?3, ?4)";
        self.put("session check", sql, (id, session, at, by))
    }

    pub fn add_walk_in(&self, walk_in: &WalkIn) -> Result<(), StoreError> {
        let (participant, name) = match &walk_in.who {
            Newcomer::Participant(participant) => (Some(participant), None),
            Newcomer::Inhabitant(Personal(name)) => (None, Some(name)),
        };
        let sql =
            "INSERT INTO walk_in (id, session_id, participant_id, name, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.put("walk-in", sql, (walk_in.id, walk_in.session, participant, name, walk_in.at, walk_in.by))
    }

    /// Takes a walk-in back, with what they signed on the screen.
    pub fn remove_walk_in(&self, id: WalkInId) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM pad_signature WHERE walk_in_id = ?1", [id])?;
        self.put("walk-in", "DELETE FROM walk_in WHERE id = ?1", [id])
    }

    pub fn add_signed_sheet(&self, sheet: &SignedSheet) -> Result<(), StoreError> {
        let sql = "INSERT INTO signed_sheet (id, session_id, half, kind, version_hash, file, sha256, at, staff_id)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let SignedSheet { id, session, half, kind, version_hash, scan, at, by } = sheet;
        let (file, sha256) = scan.clone().unzip();
        self.put("signed sheet", sql, (id, session, half, kind, version_hash, file, sha256, at, by))
    }

    /// Keeps a signature; signed again, the later one counts.
    pub fn put_pad_signature(&self, signature: &PadSignature) -> Result<(), StoreError> {
        let (participant, walk_in, staff) = match signature.signer {
            Signer::Convened(participant) => (Some(participant), None, None),
            Signer::WalkIn(walk_in) => (None, Some(walk_in), None),
            Signer::Leader(staff) => (None, None, Some(staff)),
        };
        let sql = "DELETE FROM pad_signature WHERE session_id = ?1 AND half = ?2
                   AND coalesce(participant_id, walk_in_id, staff_id) = coalesce(?3, ?4, ?5)";
        let PadSignature { id, session, half, signature: drawn, at, witness, .. } = signature;
        self.connection.execute(sql, (session, half, participant, walk_in, staff))?;
        let sql = "INSERT INTO pad_signature (id, session_id, half, participant_id, walk_in_id, staff_id, strokes, at, witness_id)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.put("pad signature", sql, (id, session, half, participant, walk_in, staff, drawn.written(), at, witness))
    }

    /// Says how a person would like to be told; none leaves it to what their file makes possible.
    pub fn set_channel(&self, participant: ParticipantId, channel: Option<Channel>) -> Result<(), StoreError> {
        self.put("participant", "UPDATE participant SET channel = ?2 WHERE id = ?1", (participant, channel))
    }

    pub fn add_review(
        &self,
        id: ReviewId,
        participant: ParticipantId,
        at: Instant,
        by: StaffId,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO absence_review (id, participant_id, at, staff_id) VALUES (?1, ?2, ?3, ?4)";
        self.put("absence review", sql, (id, participant, at, by))
    }
}

/// Returns the column that names what is told, and the text in it.
fn about_code(about: Holder) -> (&'static str, String) {
    let text = |id: uuid::Uuid| id.to_string();
    match about {
        Holder::Session(id) => ("session_id", text(SessionId::uuid(id))),
        Holder::Appointment(id) => ("appointment_id", text(AppointmentId::uuid(id))),
    }
}
