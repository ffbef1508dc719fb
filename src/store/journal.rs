//! The journal, the visits with how a person likes the kiosk, and the stations.

use chrono::NaiveDate;
use rusqlite::Row;

use super::codec::{Day, contradiction};
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::badge::PictureBadge;
use crate::domain::comfort::Comfort;
use crate::domain::id::{ParticipantId, StaffId, VisitId};
use crate::domain::stamp::Instant;
use crate::domain::visit::{KioskCode, StationGuard, Visit, WarmUp};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Staff(StaffId),
    Station(String),
}

/// One row of the journal: who did what to what, never with whose answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    pub at: Instant,
    pub actor: Actor,
    /// A word of the journal's vocabulary: `roadmap.prescribe`.
    pub action: String,
    /// The id of what was changed.
    pub object: String,
}

/// Somebody who came on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub participant: ParticipantId,
    pub name: String,
    /// Not known of the visits of an older program.
    pub at: Option<Instant>,
    pub code: KioskCode,
    /// The activities that are open on their roadmap.
    pub open: Vec<ActivityId>,
}

/// A kiosk as the base knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationRow {
    pub name: String,
    pub guard: StationGuard,
    pub last_seen: Instant,
}

fn read_visit(row: &Row<'_>) -> rusqlite::Result<Visit> {
    let code: String = row.get(3)?;
    let (at, hash): (Option<Instant>, Option<String>) = (row.get(4)?, row.get(5)?);
    Ok(Visit {
        id: row.get(0)?,
        participant: row.get(1)?,
        day: row.get::<_, Day>(2)?.0,
        code: KioskCode::parse(&code).ok_or_else(|| contradiction("a code that is not a code"))?,
        notice: at.zip(hash),
        accompanied_by: row.get(6)?,
        badge: row.get(7)?,
        warm_up: row.get(8)?,
    })
}

fn read_audit(row: &Row<'_>) -> rusqlite::Result<AuditEntry> {
    let actor = match (row.get(1)?, row.get(2)?) {
        (Some(staff), None) => Actor::Staff(staff),
        (None, Some(station)) => Actor::Station(station),
        _ => return Err(contradiction("a journal row of nobody")),
    };
    Ok(AuditEntry { at: row.get(0)?, actor, action: row.get(3)?, object: row.get(4)? })
}

fn read_station(row: &Row<'_>) -> rusqlite::Result<StationRow> {
    let blocked: bool = row.get(2)?;
    let guard = if blocked { StationGuard::Blocked } else { StationGuard::Open { wrong_codes: row.get(1)? } };
    Ok(StationRow { name: row.get(0)?, guard, last_seen: row.get(3)? })
}

fn read_comfort(row: &Row<'_>) -> rusqlite::Result<Comfort> {
    Ok(Comfort {
        scheme: row.get(0)?,
        face: row.get(1)?,
        zoom_percent: row.get(2)?,
        reduced_motion: row.get(3)?,
        reading_ruler: row.get(4)?,
        listening: row.get(5)?,
        means: row.get(6)?,
    })
}

const VISIT: &str =
    "SELECT id, participant_id, day, code, notice_at, notice_hash, accompanied_by, badge, warm_up FROM visit";

impl Base<'_> {
    pub fn visit(&self, id: VisitId) -> Result<Option<Visit>, StoreError> {
        self.one(&format!("{VISIT} WHERE id = ?1"), [id], read_visit)
    }

    pub fn visit_of(&self, participant: ParticipantId, day: NaiveDate) -> Result<Option<Visit>, StoreError> {
        self.one(&format!("{VISIT} WHERE participant_id = ?1 AND day = ?2"), (participant, Day(day)), read_visit)
    }

    /// Returns whether somebody read their page in a visit.
    pub fn visit_is_used(&self, visit: VisitId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM own_page_reading WHERE visit_id = ?1)";
        Ok(self.one(sql, [visit], |row| row.get(0))?.unwrap_or(false))
    }

    pub fn visit_by_code(&self, code: &KioskCode, day: NaiveDate) -> Result<Option<Visit>, StoreError> {
        self.one(&format!("{VISIT} WHERE code = ?1 AND day = ?2"), (code.as_str(), Day(day)), read_visit)
    }

    pub fn visit_by_badge(&self, badge: &PictureBadge, day: NaiveDate) -> Result<Option<Visit>, StoreError> {
        self.one(&format!("{VISIT} WHERE badge = ?1 AND day = ?2"), (badge, Day(day)), read_visit)
    }

    /// Returns who came on a day, the latest first.
    pub fn arrivals(&self, day: NaiveDate) -> Result<Vec<Arrival>, StoreError> {
        let sql = "SELECT v.participant_id, p.first_name, p.last_name, v.opened_at, v.code,
                   (SELECT group_concat(t.activity, ' ') FROM roadmap f JOIN step t ON t.roadmap_id = f.id
                    WHERE f.participant_id = p.id AND t.outcome = 'open')
                   FROM visit v JOIN participant p ON p.id = v.participant_id
                   WHERE v.day = ?1 ORDER BY v.opened_at DESC, v.id DESC";
        self.all(sql, [Day(day)], |row| {
            let (first, last): (String, String) = (row.get(1)?, row.get(2)?);
            let code: String = row.get(4)?;
            let open: Option<String> = row.get(5)?;
            Ok(Arrival {
                participant: row.get(0)?,
                name: format!("{first} {last}"),
                at: row.get(3)?,
                code: KioskCode::parse(&code).ok_or_else(|| contradiction("a code that is not a code"))?,
                open: open.iter().flat_map(|open| open.split(' ')).map(|id| ActivityId(id.to_owned())).collect(),
            })
        })
    }

    pub fn badges_of(&self, day: NaiveDate) -> Result<Vec<PictureBadge>, StoreError> {
        self.all("SELECT badge FROM visit WHERE day = ?1 AND badge IS NOT NULL", [Day(day)], |row| row.get(0))
    }

    /// Returns whether the person has done the warm-up, on whatever day.
    pub fn has_warmed_up(&self, participant: ParticipantId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM visit WHERE participant_id = ?1 AND warm_up = ?2 LIMIT 1";
        Ok(self.one(sql, (participant, WarmUp::Done), |_| Ok(()))?.is_some())
    }

    /// Returns how the person likes the kiosk; none where they chose nothing.
    pub fn comfort(&self, participant: ParticipantId) -> Result<Option<Comfort>, StoreError> {
        let sql = "SELECT scheme, face, zoom_percent, reduced_motion, reading_ruler, listening, means
                   FROM comfort WHERE participant_id = ?1";
        self.one(sql, [participant], read_comfort)
    }

    pub fn stations(&self) -> Result<Vec<StationRow>, StoreError> {
        self.all("SELECT name, wrong_codes, blocked, last_seen FROM station ORDER BY name", [], read_station)
    }

    pub fn station(&self, name: &str) -> Result<Option<StationRow>, StoreError> {
        self.one("SELECT name, wrong_codes, blocked, last_seen FROM station WHERE name = ?1", [name], read_station)
    }

    /// Returns what was done to any of these objects, newest first.
    pub fn audit_of(&self, objects: &[String]) -> Result<Vec<AuditEntry>, StoreError> {
        let marks: Vec<String> = (1..=objects.len()).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "SELECT at, staff_id, station, action, object FROM audit WHERE object IN ({}) ORDER BY seq DESC",
            marks.join(", ")
        );
        self.all(&sql, rusqlite::params_from_iter(objects), read_audit)
    }

    pub fn audit_count(&self) -> Result<i64, StoreError> {
        Ok(self.one("SELECT count(*) FROM audit", [], |row| row.get(0))?.unwrap_or(0))
    }
}

impl Tx<'_> {
    pub fn audit(&self, entry: &AuditEntry) -> Result<(), StoreError> {
        let (staff, station) = match &entry.actor {
            Actor::Staff(staff) => (Some(staff), None),
            Actor::Station(station) => (None, Some(station)),
        };
        let sql = "INSERT INTO audit (at, staff_id, station, action, object) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("audit", sql, (entry.at, staff, station, &entry.action, &entry.object))
    }

    pub fn add_visit(&self, visit: &Visit, at: Instant) -> Result<(), StoreError> {
        let sql = "INSERT INTO visit (id, participant_id, day, code, badge, opened_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.put("visit", sql, (visit.id, visit.participant, Day(visit.day), visit.code.as_str(), &visit.badge, at))
    }

    /// Forgets a visit of which nothing came.
    pub fn remove_visit(&self, visit: VisitId) -> Result<(), StoreError> {
        self.put("visit", "DELETE FROM visit WHERE id = ?1", [visit])
    }

    pub fn set_badge(&self, visit: VisitId, badge: &PictureBadge) -> Result<(), StoreError> {
        self.put("visit", "UPDATE visit SET badge = ?2 WHERE id = ?1", (visit, badge))
    }

    pub fn set_warm_up(&self, visit: VisitId, warm_up: WarmUp) -> Result<(), StoreError> {
        self.put("visit", "UPDATE visit SET warm_up = ?2 WHERE id = ?1", (visit, warm_up))
    }

    pub fn put_comfort(&self, participant: ParticipantId, comfort: &Comfort) -> Result<(), StoreError> {
        let sql = "INSERT INTO comfort (participant_id, scheme, face, zoom_percent, reduced_motion, reading_ruler, listening, means)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                   ON CONFLICT (participant_id) DO UPDATE SET scheme = excluded.scheme, face = excluded.face,
                   zoom_percent = excluded.zoom_percent, reduced_motion = excluded.reduced_motion,
                   reading_ruler = excluded.reading_ruler, listening = excluded.listening, means = excluded.means";
        let Comfort { scheme, face, zoom_percent, reduced_motion, reading_ruler, listening, means } = comfort;
        let values = (participant, scheme, face, zoom_percent, reduced_motion, reading_ruler, listening, means);
        self.put("comfort", sql, values)
    }

    pub fn set_notice_read(&self, visit: VisitId, at: Instant, text_hash: &str) -> Result<(), StoreError> {
        self.put("visit", "UPDATE visit SET notice_at = ?2, notice_hash = ?3 WHERE id = ?1", (visit, at, text_hash))
    }

    pub fn set_accompanied(&self, visit: VisitId, by: Option<StaffId>) -> Result<(), StoreError> {
        self.put("visit", "UPDATE visit SET accompanied_by = ?2 WHERE id = ?1", (visit, by))
    }

    pub fn put_station(&self, station: &StationRow) -> Result<(), StoreError> {
        let (wrong, blocked) = match station.guard {
            StationGuard::Open { wrong_codes } => (wrong_codes, false),
            StationGuard::Blocked => (0, true),
        };
        let sql = "INSERT INTO station (name, wrong_codes, blocked, last_seen) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (name) DO UPDATE SET wrong_codes = excluded.wrong_codes, blocked = excluded.blocked, last_seen = excluded.last_seen";
        self.put("station", sql, (&station.name, wrong, blocked, station.last_seen))
    }
}
