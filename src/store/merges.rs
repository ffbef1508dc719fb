//! Two files made one, and two again: what moves is remembered row by row.

use super::codec::Day;
use super::{Base, StoreError, Tx};
use crate::domain::activity::ActivityId;
use crate::domain::id::{MergeId, ParticipantId, StaffId};
use crate::domain::stamp::Instant;

/// One merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub id: MergeId,
    pub kept: ParticipantId,
    pub absorbed: ParticipantId,
    pub at: Instant,
    pub by: StaffId,
    pub undone: Option<Instant>,
}

/// What stands against a merge; days where there are some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeBar {
    /// Both have a seat, or came, in the same session.
    SameSession(chrono::NaiveDate),
    /// Both have a code today.
    TwoVisitsToday,
    /// Both have this activity to do.
    SameActivity(ActivityId),
}

/// Where a person's rows are: the table, the column that names the person, the key of a row.
pub(super) struct Place {
    pub(super) table: &'static str,
    pub(super) column: &'static str,
    key: &'static str,
    /// Rows that stay with the absorbed file, because the kept one has such a row already.
    stays: Option<&'static str>,
}

const fn place(table: &'static str) -> Place {
    Place { table, column: "participant_id", key: "id", stays: None }
}

/// Every table with rows of a person. A test compares it with the schema, so that a table added later is not forgotten.
pub(super) const PLACES: [Place; 16] = [
    place("consent"),
    place("referral"),
    place("roadmap"),
    place("sitting"),
    Place { stays: Some("SELECT day FROM visit WHERE participant_id = ?1"), ..place("visit") },
    place("seat"),
    place("appointment"),
    place("observation"),
    place("notice"),
    Place {
        key: "participant_id",
        stays: Some("SELECT participant_id FROM comfort WHERE participant_id = ?1"),
        ..place("comfort")
    },
    place("absence"),
    place("told"),
    place("walk_in"),
    place("pad_signature"),
    place("absence_review"),
    place("proof"),
];

/// The columns of a participant that a merge may change.
const FIELDS: [&str; 19] = [
    "first_name",
    "last_name",
    "folded_name",
    "search",
    "birth_date",
    "gender",
    "phone",
    "email",
    "commune_code",
    "commune_name",
    "needs",
    "language",
    "supports",
    "extra_time",
    "availability",
    "channel",
    "number",
    "address",
    "half_days_asked",
];

impl Base<'_> {
    /// Returns the merges into a file that stand, the latest first.
    pub fn merges_into(&self, kept: ParticipantId) -> Result<Vec<Merge>, StoreError> {
        self.merges("kept_id = ?1 AND undone_at IS NULL", kept)
    }

    pub fn merge(&self, id: MergeId) -> Result<Option<Merge>, StoreError> {
        Ok(self.merges("id = ?1", id)?.into_iter().next())
    }

    fn merges(&self, clause: &str, id: impl rusqlite::ToSql) -> Result<Vec<Merge>, StoreError> {
        let sql = format!(
            "SELECT id, kept_id, absorbed_id, at, staff_id, undone_at FROM merge WHERE {clause} ORDER BY at DESC, id DESC"
        );
        self.all(&sql, [id], |row| {
            Ok(Merge {
                id: row.get(0)?,
                kept: row.get(1)?,
                absorbed: row.get(2)?,
                at: row.get(3)?,
                by: row.get(4)?,
                undone: row.get(5)?,
            })
        })
    }

    /// Returns what stands against making two files one.
    pub fn merge_bars(
        &self,
        kept: ParticipantId,
        absorbed: ParticipantId,
        today: chrono::NaiveDate,
    ) -> Result<Vec<MergeBar>, StoreError> {
        let mut bars: Vec<MergeBar> = self
            .all(SAME_SESSION, (kept, absorbed), |row| Ok(row.get::<_, Day>(0)?.0))?
            .into_iter()
            .map(MergeBar::SameSession)
            .collect();
        let visits = "SELECT count(*) FROM visit WHERE participant_id IN (?1, ?2) AND day = ?3";
        if self.one(visits, (kept, absorbed, Day(today)), |row| row.get(0))? == Some(2) {
            bars.push(MergeBar::TwoVisitsToday);
        }
        let twice = self.all(SAME_ACTIVITY, (kept, absorbed), |row| row.get(0))?;
        bars.extend(twice.into_iter().map(MergeBar::SameActivity));
        Ok(bars)
    }
}

/// The days of sessions where both are expected or came.
const SAME_SESSION: &str = "
    WITH expected (session_id, participant_id) AS (
        SELECT session_id, participant_id FROM seat
        UNION SELECT session_id, participant_id FROM walk_in WHERE participant_id IS NOT NULL
        UNION SELECT session_id, participant_id FROM pad_signature WHERE participant_id IS NOT NULL)
    SELECT DISTINCT s.day FROM expected one JOIN expected other ON other.session_id = one.session_id
    JOIN session s ON s.id = one.session_id
    WHERE one.participant_id = ?1 AND other.participant_id = ?2 ORDER BY s.day";

/// The activities that both have to do: nobody waits twice for one workshop.
const SAME_ACTIVITY: &str = "
    SELECT DISTINCT s.activity FROM step s JOIN roadmap f ON f.id = s.roadmap_id
    JOIN step t ON t.activity = s.activity JOIN roadmap g ON g.id = t.roadmap_id
    WHERE f.participant_id = ?1 AND g.participant_id = ?2 AND s.outcome = 'open' AND t.outcome = 'open' ORDER BY s.activity";

impl Tx<'_> {
    /// Remembers that two people who look alike are not the same.
    pub fn add_distinct_pair(
        &self,
        (one, other): (ParticipantId, ParticipantId),
        at: Instant,
        by: StaffId,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO distinct_pair (one_id, other_id, at, staff_id) VALUES (min(?1, ?2), max(?1, ?2), ?3, ?4)
                   ON CONFLICT (one_id, other_id) DO UPDATE SET at = excluded.at, staff_id = excluded.staff_id";
        self.put("distinct_pair", sql, (one, other, at, by))
    }

    /// Begins a merge: what the kept file says is written down, the other is hidden, its rows move.
    ///
    /// The kept file is changed, if it is, between this and [`Tx::end_merge`].
    pub fn begin_merge(&self, merge: &Merge) -> Result<(), StoreError> {
        let Merge { id, kept, absorbed, at, by, .. } = merge;
        let sql = "INSERT INTO merge (id, kept_id, absorbed_id, at, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put("merge", sql, (id, kept, absorbed, at, by))?;
        for field in FIELDS {
            let sql = format!(
                "INSERT INTO merge_field (merge_id, field, before) SELECT ?1, '{field}', CAST({field} AS TEXT) FROM participant WHERE id = ?2"
            );
            self.put("merge_field", &sql, (id, kept))?;
        }
        for place in &PLACES {
            self.move_rows(merge, place)?;
        }
        let hide = "UPDATE participant SET merged_into = ?2 WHERE id = ?1 AND merged_into IS NULL";
        self.put("participant", hide, (absorbed, kept))
    }

    fn move_rows(&self, merge: &Merge, place: &Place) -> Result<(), StoreError> {
        let Place { table, column, key, stays } = place;
        let stays = match (stays, *key) {
            (None, _) => String::new(),
            (Some(own), "id") => format!(" AND day NOT IN ({own})"),
            // The person's only row of this kind: it moves where the kept file has none.
            (Some(own), _) => format!(" AND NOT EXISTS ({own})"),
        };
        let (kept, absorbed) = (merge.kept, merge.absorbed);
        let remember = format!(
            "INSERT INTO merge_row (merge_id, place, row_id) SELECT ?3, '{table}', {key} FROM {table} WHERE {column} = ?2{stays} AND ?1 <> ?2"
        );
        self.connection.prepare_cached(&remember)?.execute((kept, absorbed, merge.id))?;
        let rows = format!("SELECT row_id FROM merge_row WHERE merge_id = ?3 AND place = '{table}'");
        let go = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2 AND {key} IN ({rows})");
        self.connection.prepare_cached(&go)?.execute((kept, absorbed, merge.id))?;
        Ok(())
    }

    /// Ends a merge: what the kept file says now is written beside what it said.
    pub fn end_merge(&self, merge: &Merge) -> Result<(), StoreError> {
        for field in FIELDS {
            let sql = format!(
                "UPDATE merge_field SET after = (SELECT CAST({field} AS TEXT) FROM participant WHERE id = ?2) WHERE merge_id = ?1 AND field = '{field}'"
            );
            self.put("merge_field", &sql, (merge.id, merge.kept))?;
        }
        let same = "DELETE FROM merge_field WHERE merge_id = ?1 AND before IS after";
        self.connection.prepare_cached(same)?.execute([merge.id])?;
        Ok(())
    }

    /// Undoes a merge: what moved and is still there goes back, and what the kept file said before, where nobody changed
    /// it since.
    pub fn undo_merge(&self, merge: &Merge, at: Instant, by: StaffId) -> Result<(), StoreError> {
        let done = "UPDATE merge SET undone_at = ?2, undone_by = ?3 WHERE id = ?1 AND undone_at IS NULL";
        self.put("merge", done, (merge.id, at, by))?;
        let show = "UPDATE participant SET merged_into = NULL WHERE id = ?1 AND merged_into = ?2";
        self.put("participant", show, (merge.absorbed, merge.kept))?;
        for Place { table, column, key, .. } in &PLACES {
            // The key of a person's only row is the person, who is another since the move.
            let is_moved = if *key == "id" {
                format!("id IN (SELECT row_id FROM merge_row WHERE merge_id = ?3 AND place = '{table}')")
            } else {
                format!("EXISTS (SELECT 1 FROM merge_row WHERE merge_id = ?3 AND place = '{table}')")
            };
            let back = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1 AND {is_moved}");
            self.connection.prepare_cached(&back)?.execute((merge.kept, merge.absorbed, merge.id))?;
        }
        for field in FIELDS {
            let sql = format!(
                "UPDATE participant SET {field} = m.before FROM merge_field m
                 WHERE participant.id = ?2 AND m.merge_id = ?1 AND m.field = '{field}' AND CAST(participant.{field} AS TEXT) IS m.after"
            );
            self.connection.prepare_cached(&sql)?.execute((merge.id, merge.kept))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::Store;

    #[test]
    fn every_table_with_rows_of_a_person_is_moved_or_said_to_stay() {
        let store = Store::in_memory().unwrap();
        let sql = "SELECT m.name, f.\"from\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
                   WHERE m.type = 'table' AND f.\"table\" = 'participant'";
        let schema: BTreeSet<(String, String)> =
            store.base().all(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().into_iter().collect();
        let told = |table: &str, column: &str| (table.to_owned(), column.to_owned());
        // What is about two files, not of a person.
        let stay = [
            ("distinct_pair", "one_id"),
            ("distinct_pair", "other_id"),
            ("merge", "kept_id"),
            ("merge", "absorbed_id"),
            ("participant", "merged_into"),
        ];
        let known: BTreeSet<(String, String)> = (PLACES.iter().map(|place| told(place.table, place.column)))
            .chain(stay.map(|(table, column)| told(table, column)))
            .collect();
        assert_eq!(schema, known);
    }

    #[test]
    fn every_column_of_a_file_is_kept_through_a_merge() {
        let store = Store::in_memory().unwrap();
        let sql = "SELECT name FROM pragma_table_info('participant') WHERE name NOT IN ('id', 'merged_into')";
        let columns: BTreeSet<String> = store.base().all(sql, [], |row| row.get(0)).unwrap().into_iter().collect();
        assert_eq!(columns, FIELDS.map(str::to_owned).into_iter().collect());
    }
}
