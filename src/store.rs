//! What is remembered: the only SQL in the program.
//!
//! Reads are methods of [`Base`], writes of [`Tx`]; a `Tx` exists only inside [`Store::write`], which is one
//! transaction. No type of the database crate appears in a signature.

mod agenda;
mod closings;
mod codec;
mod dated_settings;
mod deliveries;
mod figures;
mod guidance;
mod imports;
mod interviews;
mod journal;
mod library;
mod merges;
mod migrate;
mod notices;
mod own_pages;
mod paths;
mod people;
mod proofs;
mod search;
mod session_life;
mod sittings;
mod syntheses;
mod workshops;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use agenda::{Absence, Away, Exception, SpecialDay};
pub use codec::fold;
pub use guidance::Observation;
pub use imports::{ImportedRow, PeopleImport};
pub use journal::{Actor, Arrival, AuditEntry, StationRow};
pub use library::{Decision, EditionFile, EditionRow};
pub use merges::{Merge, MergeBar};
pub use paths::{Path as PersonPath, Standing, SynthesisStands};
pub use search::{PeopleFilter, traits_of};
pub use session_life::{Absences, PadSignature, SignedSheet, Signer, WalkIn};
pub use sittings::{RecordedScore, SittingRow, StampedEvent};
pub use syntheses::{Printed, SignedCopy};

/// Why the base cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the base was written by a later version: it has {found}, this program knows {known}")]
    NewerBase { found: i64, known: i64 },
    #[error("migration {number} is not the one that made this base")]
    ChangedMigration { number: i64 },
    #[error("the file {path} is not a base of this program")]
    NotABase { path: PathBuf },
    #[error("the file {path} cannot be opened")]
    Unopenable {
        path: PathBuf,
        #[source]
        source: rusqlite::Error,
    },
    #[error("{table}: a write changed {changed} rows, {expected} were expected")]
    Lost { table: &'static str, changed: usize, expected: usize },
    #[error("the base did not answer")]
    Sqlite(#[from] rusqlite::Error),
}

/// The base: one connection, WAL and full synchronisation, so that what is committed survives a power cut.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// How many queries were asked: what must not grow with the people is measured, not believed.
    queries: Cell<u64>,
}

impl Store {
    /// Opens the base of `path`, creating and migrating it as needed.
    ///
    /// # Errors
    /// Returns why the file is not usable; the file is then untouched.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let unopenable = |source| StoreError::Unopenable { path: path.to_owned(), source };
        let connection = Connection::open(path).map_err(unopenable)?;
        match Self::prepare(connection) {
            Err(StoreError::Sqlite(rusqlite::Error::SqliteFailure(failure, _)))
                if failure.code == rusqlite::ErrorCode::NotADatabase =>
            {
                Err(StoreError::NotABase { path: path.to_owned() })
            }
            Err(StoreError::Sqlite(source)) => Err(unopenable(source)),
            other => other,
        }
    }

    /// Opens an empty base that lives as long as the value.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(mut connection: Connection) -> Result<Self, StoreError> {
        // Several kiosks write to one base: a writer waits for the others instead of failing.
        connection.busy_timeout(Duration::from_secs(10))?;
        migrate::check_version(&connection)?;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrate::migrate(&mut connection)?;
        Ok(Self { connection, queries: Cell::new(0) })
    }

    /// Returns the reads.
    pub fn base(&self) -> Base<'_> {
        Base { connection: &self.connection, queries: &self.queries }
    }

    /// Returns how many queries were asked since the base was opened.
    pub fn queries(&self) -> u64 {
        self.queries.get()
    }

    /// Runs one command: everything it writes is committed together, or nothing when it fails.
    ///
    /// # Errors
    /// Returns the command's own error, or the base's.
    pub fn write<T, E: From<StoreError>>(&mut self, command: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let transaction = Transaction::new(&mut self.connection, TransactionBehavior::Immediate)
            .map_err(|error| E::from(StoreError::Sqlite(error)))?;
        let value = command(&Tx { connection: &transaction, queries: &self.queries })?;
        transaction.commit().map_err(|error| E::from(StoreError::Sqlite(error)))?;
        Ok(value)
    }
}

/// The reads of the base.
#[derive(Clone, Copy, Debug)]
pub struct Base<'c> {
    connection: &'c Connection,
    queries: &'c Cell<u64>,
}

impl Base<'_> {
    fn all<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.queries.set(self.queries.get() + 1);
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<Vec<T>>>()?)
    }

    fn one<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, params, read)?.into_iter().next())
    }
}

/// The writes of one transaction.
#[derive(Debug)]
pub struct Tx<'c> {
    connection: &'c Connection,
    queries: &'c Cell<u64>,
}

impl<'c> Tx<'c> {
    /// Returns the reads, seeing what this transaction wrote.
    pub fn base(&self) -> Base<'c> {
        Base { connection: self.connection, queries: self.queries }
    }

    /// Writes exactly one row of `table`.
    fn put(&self, table: &'static str, sql: &str, params: impl rusqlite::Params) -> Result<(), StoreError> {
        let changed = self.connection.prepare_cached(sql)?.execute(params)?;
        if changed == 1 { Ok(()) } else { Err(StoreError::Lost { table, changed, expected: 1 }) }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::{ParticipantId, PrescriberId, ReferralId, StaffId};
    use crate::domain::person::{PersonName, Role, StaffMember};
    use crate::domain::referral::{Question, Referral};
    use crate::domain::stamp::Instant;

    fn member(n: u128) -> StaffMember {
        let name = PersonName::new("Claire", "Morel").unwrap();
        StaffMember { id: StaffId::new(Uuid::from_u128(n)), name, role: Role::Counsellor, handles_health: true }
    }

    fn pragma(store: &Store, name: &str) -> String {
        let read = |row: &rusqlite::Row<'_>| {
            row.get::<_, String>(0).or_else(|_| row.get::<_, i64>(0).map(|number| number.to_string()))
        };
        store.connection.pragma_query_value(None, name, read).unwrap()
    }

    /// Returns what the base answers to a statement that it refuses.
    fn refusal(store: &Store, sql: &str) -> String {
        store.connection.execute(sql, []).unwrap_err().to_string()
    }

    #[test]
    fn what_is_committed_survives_a_power_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boussole.db");
        // The second opening finds the base made by the first.
        for _ in 0..2 {
            let store = Store::open(&path).unwrap();
            assert_eq!(pragma(&store, "journal_mode"), "wal");
            // 2 is FULL: each commit waits for the disk (SQLite, PRAGMA synchronous).
            assert_eq!(pragma(&store, "synchronous"), "2");
            assert_eq!(pragma(&store, "foreign_keys"), "1");
        }
    }

    #[test]
    fn a_write_that_fails_leaves_nothing() {
        let mut store = Store::in_memory().unwrap();
        let refused: Result<(), StoreError> = store.write(|tx| {
            tx.add_staff(&member(1))?;
            tx.put_setting("phone", "03")?;
            assert_eq!(tx.base().staff()?.len(), 1, "a command sees what it wrote");
            tx.add_staff(&member(1))
        });
        assert!(refused.is_err());
        assert_eq!(store.base().staff().unwrap(), []);
        assert_eq!(store.base().setting("phone").unwrap(), None);
        // The base takes the next command.
        store.write(|tx| tx.add_staff(&member(1))).unwrap();
    }

    #[test]
    fn nobody_sees_a_command_before_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boussole.db");
        let (mut writer, reader) = (Store::open(&path).unwrap(), Store::open(&path).unwrap());
        writer
            .write(|tx| {
                tx.add_staff(&member(1))?;
                assert_eq!(reader.base().staff()?.len(), 0);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        assert_eq!(reader.base().staff().unwrap().len(), 1);
    }

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boussole.db");
        drop(Store::open(&path).unwrap());
        let writers: Vec<_> = (0..4)
            .map(|writer: u128| {
                let mut store = Store::open(&path).unwrap();
                std::thread::spawn(move || {
                    for n in 0..10 {
                        store.write(|tx| tx.add_staff(&member(writer * 100 + n))).unwrap();
                    }
                })
            })
            .collect();
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        assert_eq!(Store::open(&path).unwrap().base().staff().unwrap().len(), 40);
    }

    #[test]
    fn a_row_cannot_name_what_does_not_exist() {
        let mut store = Store::in_memory().unwrap();
        let nobody = Uuid::from_u128(9);
        let referral = Referral {
            id: ReferralId::new(nobody),
            participant: ParticipantId::new(nobody),
            prescriber: PrescriberId::new(nobody),
            received: DateTime::UNIX_EPOCH.date_naive(),
            question: Question::new("Quel métier ?").unwrap(),
            is_to_ask: false,
        };
        let at = Instant::from_utc(DateTime::UNIX_EPOCH);
        let refused = store.write(|tx| tx.add_referral(&referral, at));
        let StoreError::Sqlite(error) = refused.unwrap_err() else { panic!() };
        assert!(error.to_string().contains("FOREIGN KEY"), "{error}");
    }

    #[test]
    fn a_row_that_was_changed_by_somebody_else_is_lost() {
        let mut store = Store::in_memory().unwrap();
        let gone = crate::domain::id::StepId::new(Uuid::from_u128(9));
        let at = Instant::from_utc(DateTime::UNIX_EPOCH);
        let refused = store.write(|tx| tx.end_step(gone, &crate::domain::roadmap::Outcome::Done { at }));
        assert!(matches!(refused, Err(StoreError::Lost { table: "step", changed: 0, expected: 1 })), "{refused:?}");
    }

    #[test]
    fn every_table_is_strict() {
        let store = Store::in_memory().unwrap();
        let sql = "SELECT name FROM pragma_table_list
                   WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0";
        let loose: Vec<String> = store.base().all(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(loose, Vec::<String>::new());
        let refused = refusal(&store, "INSERT INTO station VALUES ('Poste 1', 'beaucoup', 0, '2026')");
        assert!(refused.contains("cannot store TEXT value in INTEGER column station.wrong_codes"), "{refused}");
    }

    #[test]
    fn a_constraint_is_named_after_its_rule() {
        let store = Store::in_memory().unwrap();
        for (sql, rule) in [
            ("INSERT INTO staff VALUES ('1', 'Claire', 'Morel', 'queen', 0)", "a_role_is_known"),
            ("INSERT INTO staff VALUES ('1', 'Claire', 'Morel', 'manager', 2)", "a_right_is_given_or_not"),
            ("INSERT INTO station VALUES ('Poste 1', 0, 7, '2026')", "blocked_is_yes_or_no"),
            (
                "INSERT INTO visit (id, participant_id, day, code) VALUES ('1', '1', '2026-11-24', '12345')",
                "a_code_has_six_digits",
            ),
            (
                "INSERT INTO visit (id, participant_id, day, code, badge) VALUES ('1', '1', '2026-11-24', '123456', 'abc')",
                "a_badge_has_five_pictures",
            ),
            (
                "INSERT INTO interview (id, referral_id, day, minutes, staff_id, project, situation, needs)
                 VALUES ('1', '1', '2026-11-24', 91, '1', 'idea', '', '')",
                "a_diagnostic_lasts_30_to_90_minutes",
            ),
            (
                "INSERT INTO appointment (id, participant_id, staff_id, kind, day, start, minutes, state)
                 VALUES ('1', '1', '1', 'restitution', '2026-11-24', '09:00', 30, 'booked')",
                "a_restitution_lasts_60_to_120_minutes",
            ),
            (
                "INSERT INTO step (id, roadmap_id, position, activity, purpose, place, reason, prescribed_at, prescribed_by, outcome)
                 VALUES ('1', '1', 1, 'a', 'skills', 'on_site', '  ', '2026', '1', 'open')",
                "a_prescription_has_a_reason",
            ),
            (
                "INSERT INTO closing VALUES ('1', 'stopped_coming', '  ', '1', '2026')",
                "a_closing_says_why",
            ),
            ("INSERT INTO audit (at, action, object) VALUES ('2026', 'a', 'b')", "somebody_did_it"),
        ] {
            let refused = refusal(&store, sql);
            assert!(refused.contains(rule), "{rule}: {refused}");
        }
    }

    #[test]
    fn every_check_of_the_base_has_a_name() {
        let store = Store::in_memory().unwrap();
        let sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'";
        let tables: Vec<String> = store.base().all(sql, [], |row| row.get(0)).unwrap();
        assert!(tables.len() > 5);
        for table in tables {
            for (at, _) in table.match_indices("CHECK (") {
                let words: Vec<&str> = table[..at].split_whitespace().rev().take(2).collect();
                assert_eq!(words.get(1), Some(&"CONSTRAINT"), "{table}");
            }
        }
    }
}
