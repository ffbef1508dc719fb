//! Ordered migrations. The text of each applied one is remembered: a changed old migration refuses to start.

use std::cell::Cell;
use std::path::PathBuf;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

const MIGRATIONS: [&str; 17] = [
    include_str!("migrations/0001_base.sql"),
    include_str!("migrations/0002_sitting.sql"),
    include_str!("migrations/0003_edition.sql"),
    include_str!("migrations/0004_observer.sql"),
    include_str!("migrations/0005_kiosk.sql"),
    include_str!("migrations/0006_agenda.sql"),
    include_str!("migrations/0007_session_life.sql"),
    include_str!("migrations/0008_people.sql"),
    include_str!("migrations/0009_synthesis.sql"),
    include_str!("migrations/0010_reception.sql"),
    include_str!("migrations/0011_guidance.sql"),
    include_str!("migrations/0012_kept_pages.sql"),
    include_str!("migrations/0013_own_page.sql"),
    include_str!("migrations/0014_group.sql"),
    include_str!("migrations/0015_people_paths.sql"),
    include_str!("migrations/0016_interview.sql"),
    include_str!("migrations/0017_letters.sql"),
];

fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Refuses a base that a later version of the program wrote, and another program's, before anything touches it.
pub(super) fn check_version(connection: &Connection) -> Result<(), StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known() {
        return Err(StoreError::NewerBase { found, known: known() });
    }
    let sql = "SELECT count(*), count(*) FILTER (WHERE name = 'migration') FROM sqlite_master WHERE type = 'table'";
    let (tables, ours): (i64, i64) = connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // Tables of another program: creating ours among them would be a mess that nobody asked for.
    if tables > 0 && ours == 0 {
        return Err(StoreError::NotABase { path: connection.path().map(PathBuf::from).unwrap_or_default() });
    }
    Ok(())
}

/// Applies what is missing, each migration in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT",
    )?;
    for (number, text) in (1..).zip(MIGRATIONS) {
        // Two stations may start together: the check is made again under the lock.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let applied: Option<String> = super::Base { connection: &transaction, queries: &Cell::new(0) }.one(
            "SELECT text FROM migration WHERE number = ?1",
            [number],
            |row| row.get(0),
        )?;
        match applied {
            Some(applied) if applied == text => continue,
            Some(_) => return Err(StoreError::ChangedMigration { number }),
            None => {
                transaction.execute_batch(text)?;
                transaction.execute("INSERT INTO migration (number, text) VALUES (?1, ?2)", (number, text))?;
                transaction.pragma_update(None, "user_version", number)?;
                transaction.commit()?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_from_a_later_version_is_refused() {
        let connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(check_version(&connection), Err(StoreError::NewerBase { found: 99, .. })));
    }

    #[test]
    fn a_base_of_another_program_is_refused() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
        assert!(matches!(check_version(&connection), Err(StoreError::NotABase { .. })));
    }

    #[test]
    fn migrating_twice_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        migrate(&mut connection).unwrap();
    }

    #[test]
    fn a_changed_migration_refuses_to_start() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        connection.execute("UPDATE migration SET text = 'autre' WHERE number = 1", []).unwrap();
        assert!(matches!(migrate(&mut connection), Err(StoreError::ChangedMigration { number: 1 })));
    }

    /// Applies the first migrations, as a program of that time did.
    fn of_that_time(connection: &Connection, last: i64) {
        connection.pragma_update(None, "foreign_keys", true).unwrap();
        let table = "CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT";
        connection.execute_batch(table).unwrap();
        for (number, text) in (1..=last).zip(MIGRATIONS) {
            connection.execute_batch(text).unwrap();
            connection.execute("INSERT INTO migration (number, text) VALUES (?1, ?2)", (number, text)).unwrap();
        }
    }

    #[test]
    fn people_recorded_before_homonyms_keep_their_file_and_get_a_number() {
        let mut connection = Connection::open_in_memory().unwrap();
        let before = MIGRATIONS.iter().position(|text| text.contains("CREATE TABLE distinct_pair")).unwrap();
        of_that_time(&connection, i64::try_from(before).unwrap());
        connection
            .execute_batch(
                "INSERT INTO staff VALUES ('m', 'Claire', 'Morel', 'counsellor');
                 INSERT INTO site VALUES ('s', 'Antenne', 'Dunkerque');
                 INSERT INTO prescriber VALUES ('p', 'Paul', 'Lefebvre', 'path_referent', 's', NULL);
                 INSERT INTO participant VALUES ('a', 'Amina', 'Dubois', 'dubois amina', '1988-04-03', '06 12 34 56 78', NULL, 'Loupe', 'third', 3, 'sms');
                 INSERT INTO participant VALUES ('b', 'Gülay', 'Yılmaz', 'yılmaz gulay', '1979-09-18', '', NULL, '', 'none', 0, NULL);
                 INSERT INTO referral VALUES ('r', 'a', 'p', '2026-11-24', 'Quel métier ?');
                 INSERT INTO consent VALUES ('c', 'a', 'send_synthesis', NULL, '2026-11', 'agreed', '2026-11-24T08:00:00.000Z', 'm');
                 INSERT INTO comfort VALUES ('a', 'dark', 'legible', 125, 0, 0, 'off', NULL);",
            )
            .unwrap();
        migrate(&mut connection).unwrap();
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert_eq!(count("SELECT count(*) FROM referral JOIN participant ON participant.id = participant_id"), 1);
        assert_eq!(count("SELECT count(*) FROM comfort JOIN participant ON participant.id = participant_id"), 1);
        let row: (i64, String, String, String, Option<String>) = connection
            .query_row("SELECT number, search, gender, supports, channel FROM participant WHERE id = 'a'", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })
            .unwrap();
        let search = "dubois amina 0612345678 03041988".to_owned();
        assert_eq!(row, (1, search, "untold".to_owned(), "Loupe".to_owned(), Some("sms".to_owned())));
        assert_eq!(count("SELECT number FROM participant WHERE folded_name = 'yilmaz gulay'"), 2);
        // Two people may have the same name and birth date.
        let again = "INSERT INTO participant SELECT 'c', 3, first_name, last_name, folded_name, search, birth_date, gender, phone, email,
                     commune_code, commune_name, needs, language, supports, extra_time, availability, channel, NULL, address, half_days_asked FROM participant WHERE id = 'a'";
        connection.execute(again, []).unwrap();
        // A person who is named elsewhere cannot go.
        assert!(connection.execute("DELETE FROM participant WHERE id = 'a'", []).is_err());
    }

    #[test]
    fn sittings_taken_before_observers_keep_their_step_their_events_and_their_scores() {
        let mut connection = Connection::open_in_memory().unwrap();
        of_that_time(&connection, 2);
        connection
            .execute_batch(
                "INSERT INTO staff VALUES ('m', 'Claire', 'Morel', 'counsellor');
                 INSERT INTO site VALUES ('s', 'Antenne', 'Dunkerque');
                 INSERT INTO prescriber VALUES ('p', 'Paul', 'Lefebvre', 'path_referent', 's', NULL);
                 INSERT INTO participant VALUES ('a', 'Amina', 'Dubois', 'dubois amina', '1988-04-03', '', NULL, '', 'none', 0);
                 INSERT INTO referral VALUES ('r', 'a', 'p', '2026-11-24', 'Quel métier ?');
                 INSERT INTO roadmap VALUES ('f', 'a', 'r');
                 INSERT INTO step VALUES ('e', 'f', 1, 'interets', 'reflection', NULL, 'on_site', 'Pour voir', '2026-11-24T08:00:00.000Z', 'm', 'open', NULL, NULL, NULL);
                 INSERT INTO sitting VALUES ('t', 'e', 'a', 'interets', '1.0.0', 'abc', 'engine', 7);
                 INSERT INTO sitting_event (sitting_id, seq, at, kind, channel) VALUES ('t', 1, '2026-11-24T08:00:00.000Z', 'began', 'Poste 1');
                 INSERT INTO score VALUES ('t', 'social', 6, 6, NULL, 3.5, 0.2);",
            )
            .unwrap();
        migrate(&mut connection).unwrap();
        let step: String = connection.query_row("SELECT step_id FROM sitting", [], |row| row.get(0)).unwrap();
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(step, "e");
        assert_eq!(count("SELECT count(*) FROM sitting_event JOIN sitting ON sitting.id = sitting_id"), 1);
        assert_eq!(count("SELECT count(*) FROM score JOIN sitting ON sitting.id = sitting_id"), 1);
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    #[test]
    fn a_sitting_of_no_step_and_no_observer_is_refused() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let orphan = "INSERT INTO sitting (id, participant_id, assessment, version, content_hash, engine, seed)
                      VALUES ('t', 'a', 'interets', '1.0.0', 'abc', 'engine', 7)";
        let refused = connection.execute(orphan, []).unwrap_err().to_string();
        assert!(refused.contains("a_sitting_has_a_step_or_an_observer"), "{refused}");
    }
}
