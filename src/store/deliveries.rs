//! Copies of syntheses on their way to prescribers, and the prescribers of a referral.

use rusqlite::Row;

use super::codec::contradiction;
use super::{Base, StoreError, Tx};
use crate::domain::delivery::{Delivery, DeliveryState};
use crate::domain::id::{DeliveryId, PrescriberId, ReferralId, StaffId, SynthesisId};
use crate::domain::person::Personal;
use crate::domain::stamp::Instant;

const DELIVERY: &str =
    "SELECT id, synthesis_id, version, prescriber_id, staff_id, at, way, file, sha256, due, state, ended_at, trouble,
    password, told_at, received_at FROM delivery";

fn read_delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let state: String = row.get(10)?;
    let state = match (state.as_str(), row.get(11)?, row.get(12)?) {
        ("waiting", None, None) => DeliveryState::Waiting,
        ("sent", Some(at), None) => DeliveryState::Sent { at },
        ("failed", Some(at), Some(trouble)) => DeliveryState::Failed { at, trouble },
        ("cancelled", Some(at), None) => DeliveryState::Cancelled { at },
        _ => return Err(contradiction("a delivery in no state")),
    };
    let password: Option<String> = row.get(13)?;
    Ok(Delivery {
        id: row.get(0)?,
        synthesis: row.get(1)?,
        version: row.get(2)?,
        prescriber: row.get(3)?,
        by: row.get(4)?,
        at: row.get(5)?,
        way: row.get(6)?,
        file: row.get(7)?,
        sha256: row.get(8)?,
        due: row.get(9)?,
        state,
        password: password.map(Personal),
        told: row.get(14)?,
        received: row.get(15)?,
    })
}

impl Base<'_> {
    /// Returns the copies of a synthesis, whatever became of them, oldest first.
    pub fn deliveries(&self, synthesis: SynthesisId) -> Result<Vec<Delivery>, StoreError> {
        self.all(&format!("{DELIVERY} WHERE synthesis_id = ?1 ORDER BY version, at, id"), [synthesis], read_delivery)
    }

    pub fn delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
        self.one(&format!("{DELIVERY} WHERE id = ?1"), [id], read_delivery)
    }

    /// Returns what was asked for a prescriber, newest first.
    pub fn deliveries_to(&self, prescriber: PrescriberId) -> Result<Vec<Delivery>, StoreError> {
        self.all(&format!("{DELIVERY} WHERE prescriber_id = ?1 ORDER BY at DESC, id DESC"), [prescriber], read_delivery)
    }

    /// Returns what asks for somebody: what waits, what failed, and messages that nobody confirmed; oldest first.
    pub fn open_deliveries(&self) -> Result<Vec<Delivery>, StoreError> {
        let sql = format!(
            "{DELIVERY} WHERE state IN ('waiting', 'failed') OR (state = 'sent' AND way = 'email' AND received_at IS NULL)
             ORDER BY at, id"
        );
        self.all(&sql, [], read_delivery)
    }

    /// Returns the prescribers of a referral: who wrote it, then the others in the order in which they were added.
    pub fn prescribers_of(&self, referral: ReferralId) -> Result<Vec<PrescriberId>, StoreError> {
        let sql = "SELECT prescriber_id, '' AS at FROM referral WHERE id = ?1
                   UNION ALL SELECT prescriber_id, at FROM co_prescriber WHERE referral_id = ?1 ORDER BY at, prescriber_id";
        self.all(sql, [referral], |row| row.get(0))
    }
}

impl Tx<'_> {
    pub fn add_co_prescriber(
        &self,
        referral: ReferralId,
        prescriber: PrescriberId,
        (by, at): (StaffId, Instant),
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO co_prescriber (referral_id, prescriber_id, staff_id, at) VALUES (?1, ?2, ?3, ?4)";
        self.put("co_prescriber", sql, (referral, prescriber, by, at))
    }

    pub fn remove_co_prescriber(&self, referral: ReferralId, prescriber: PrescriberId) -> Result<(), StoreError> {
        let sql = "DELETE FROM co_prescriber WHERE referral_id = ?1 AND prescriber_id = ?2";
        self.put("co_prescriber", sql, (referral, prescriber))
    }

    /// Records a delivery, or what became of it.
    pub fn put_delivery(&self, delivery: &Delivery) -> Result<(), StoreError> {
        let (state, ended, trouble) = match delivery.state {
            DeliveryState::Waiting => ("waiting", None, None),
            DeliveryState::Sent { at } => ("sent", Some(at), None),
            DeliveryState::Failed { at, trouble } => ("failed", Some(at), Some(trouble)),
            DeliveryState::Cancelled { at } => ("cancelled", Some(at), None),
        };
        let sql = "INSERT INTO delivery (id, synthesis_id, version, prescriber_id, staff_id, at, way, file, sha256, due, state, ended_at,
                   trouble, password, told_at, received_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                   ON CONFLICT (id) DO UPDATE SET due = excluded.due, state = excluded.state, ended_at = excluded.ended_at,
                   trouble = excluded.trouble, password = excluded.password, told_at = excluded.told_at,
                   received_at = excluded.received_at";
        let Delivery {
            id,
            synthesis,
            version,
            prescriber,
            by,
            at,
            way,
            file,
            sha256,
            due,
            password,
            told,
            received,
            ..
        } = delivery;
        let password = password.as_ref().map(|password| &password.0);
        self.put(
            "delivery",
            sql,
            rusqlite::params![
                id, synthesis, version, prescriber, by, at, way, file, sha256, due, state, ended, trouble, password,
                told, received
            ],
        )
    }
}
