//! What is remembered: the only SQL in the program.
//!
//! Reads are methods of [`Base`], writes of [`Tx`]; a `Tx` exists only inside [`Store::write`], which is one
//! transaction. No type of the database crate appears in a signature.

mod codec;
mod guidance;
mod journal;
mod migrate;
mod people;
mod sittings;
mod syntheses;
mod workshops;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use codec::fold;
pub use guidance::Observation;
pub use journal::{Actor, AuditEntry, StationRow};
pub use sittings::{RecordedScore, SittingRow, StampedEvent};

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
        Ok(Self { connection })
    }

    /// Returns the reads.
    pub fn base(&self) -> Base<'_> {
        Base { connection: &self.connection }
    }

    /// Runs one command: everything it writes is committed together, or nothing when it fails.
    ///
    /// # Errors
    /// Returns the command's own error, or the base's.
    pub fn write<T, E: From<StoreError>>(&mut self, command: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let transaction = Transaction::new(&mut self.connection, TransactionBehavior::Immediate)
            .map_err(|error| E::from(StoreError::Sqlite(error)))?;
        let value = command(&Tx { connection: &transaction })?;
        transaction.commit().map_err(|error| E::from(StoreError::Sqlite(error)))?;
        Ok(value)
    }
}

/// The reads of the base.
#[derive(Clone, Copy, Debug)]
pub struct Base<'c> {
    connection: &'c Connection,
}

impl Base<'_> {
    fn all<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
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
}

impl<'c> Tx<'c> {
    /// Returns the reads, seeing what this transaction wrote.
    pub fn base(&self) -> Base<'c> {
        Base { connection: self.connection }
    }

    /// Writes exactly one row of `table`.
    fn put(&self, table: &'static str, sql: &str, params: impl rusqlite::Params) -> Result<(), StoreError> {
        let changed = self.connection.prepare_cached(sql)?.execute(params)?;
        if changed == 1 { Ok(()) } else { Err(StoreError::Lost { table, changed, expected: 1 }) }
    }
}
