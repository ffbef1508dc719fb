//! Referrals from a file: looked at first, row by row, then imported whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::import_rows::{Planned, Target, Who, plan, taken};
use super::{AlikeView, duplicates, participant};
use crate::app::documents::write_file;
use crate::app::{App, AppError, Fault, Login};
use crate::domain::id::{ParticipantId, PrescriberId, ReferralId, SiteId};
use crate::domain::people_file::{CellFault, Field, Note, TableRefusal};
use crate::domain::person::{Email, PersonName, Personal, Prescriber, PrescriberKind};
use crate::domain::referral::{Question, Referral};
use crate::domain::stamp::Instant;
use crate::exchange::people_table::{self, Table};
use crate::i18n::terms;
use crate::store::Tx;
use crate::tr;

/// What is asked of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportWish {
    /// As typed or pasted.
    pub path: String,
    pub columns: Columns,
    pub choices: ImportChoices,
}

/// Where the meaning of the columns comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Columns {
    /// From their titles.
    #[default]
    Guessed,
    /// From a map that was kept under this name.
    Map(String),
    ByHand(Vec<Option<Field>>),
}

/// What somebody decided about rows and names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportChoices {
    /// By the line of the row.
    pub people: BTreeMap<usize, PersonChoice>,
    /// By the name as the file has it.
    pub prescribers: BTreeMap<String, PrescriberChoice>,
    /// The lines whose person takes what the file says of them otherwise.
    pub updates: BTreeSet<usize>,
}

/// Who a row is about, where it looks like somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PersonChoice {
    Same(ParticipantId),
    Another,
}

/// Who a prescriber is whose name is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PrescriberChoice {
    Known(PrescriberId),
    /// Recorded with the import, in this antenne.
    Create(SiteId),
}

/// What a row would do.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    New,
    /// A new referral of somebody whose file is there.
    Known(String),
    /// The same person as a row above.
    SameAsLine(usize),
    There,
    /// Somebody must say who it is.
    Alike(Vec<AlikeView>),
    UnknownPrescriber(String),
    /// The title of the column, what it holds, and why that stands against the row.
    Refused(Vec<(String, String, CellFault)>),
}

/// One row of the file, as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    pub line: usize,
    /// "DUBOIS Amina", as far as the row has it.
    pub name: String,
    pub birth_date: Option<NaiveDate>,
    pub verdict: Verdict,
    pub adds_referral: bool,
    /// What the file says otherwise than the person's file.
    pub differences: Vec<Difference>,
    /// Somebody decided that the person's file takes them.
    pub updates: bool,
    /// What was put right, by the title of its column.
    pub notes: Vec<(String, Note)>,
}

/// What a file of people says otherwise than the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub field: Field,
    pub recorded: String,
    pub in_file: String,
}

impl RowView {
    /// Returns whether importing writes something of this row.
    pub fn is_imported(&self) -> bool {
        match self.verdict {
            Verdict::New | Verdict::Known(_) => true,
            Verdict::SameAsLine(_) => self.adds_referral,
            Verdict::There => self.updates,
            Verdict::Alike(_) | Verdict::UnknownPrescriber(_) | Verdict::Refused(_) => false,
        }
    }

    /// Returns whether the row would be left out although it says something new.
    pub fn is_left(&self) -> bool {
        matches!(self.verdict, Verdict::Alike(_) | Verdict::UnknownPrescriber(_) | Verdict::Refused(_))
    }
}

/// A file looked at: nothing is written.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportView {
    /// Of the bytes that were looked at: an import asks for the same.
    pub fingerprint: String,
    pub header: Vec<String>,
    pub columns: Vec<Option<Field>>,
    /// The first row, as an example of each column.
    pub example: Vec<String>,
    /// Neither names nor birth dates have a column.
    pub lacks_columns: bool,
    pub rows: Vec<RowView>,
    /// Prescribers whose names are not known, with the number of their rows.
    pub unknown_prescribers: Vec<(String, usize)>,
    /// The names of the maps that were kept.
    pub maps: Vec<String>,
}

impl ImportView {
    pub fn n_imported(&self) -> usize {
        self.rows.iter().filter(|row| row.is_imported()).count()
    }

    pub fn n_left(&self) -> usize {
        self.rows.iter().filter(|row| row.is_left()).count()
    }
}

/// What an import wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportDone {
    pub people: usize,
    pub referrals: usize,
    pub prescribers: usize,
    /// People whose file took what the file of people says otherwise.
    pub updates: usize,
}

impl App {
    /// Looks at a file: what each row would do. Nothing is written.
    ///
    /// # Errors
    /// Refuses what is no table of people.
    pub fn import_view(&self, login: Login, wish: &ImportWish) -> Result<ImportView, AppError> {
        login.allow(&[])?;
        let (table, fingerprint) = read(&wish.path)?;
        let columns = self.columns_of(&table, &wish.columns)?;
        let base = self.store.base();
        let planned = plan(&base, (&table, &columns), &wish.choices, self.day())?;
        let rows: Vec<RowView> = planned.iter().map(|row| row.view.clone()).collect();
        let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
        for row in &planned {
            if let Some(name) = row.unknown_prescriber() {
                *unknown.entry(name.to_owned()).or_default() += 1;
            }
        }
        let example = table.rows.first().map(|row| row.cells.iter().map(people_table::Cell::text).collect());
        Ok(ImportView {
            fingerprint,
            lacks_columns: lacks(&columns),
            header: table.header,
            columns,
            example: example.unwrap_or_default(),
            rows,
            unknown_prescribers: unknown.into_iter().collect(),
            maps: base.column_maps()?.into_iter().map(|(name, _)| name).collect(),
        })
    }

    /// Imports a file that was looked at: every row that can be, in one transaction.
    ///
    /// # Errors
    /// Refuses a file that changed since, and one of which nothing would be written.
    pub fn import_participants(
        &mut self,
        login: Login,
        wish: &ImportWish,
        fingerprint: &str,
    ) -> Result<ImportDone, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let (table, found) = read(&wish.path)?;
        if found != fingerprint {
            return Err(TableRefusal::Changed.into());
        }
        let columns = self.columns_of(&table, &wish.columns)?;
        if lacks(&columns) {
            return Err(TableRefusal::ColumnsMissing.into());
        }
        let Self { store, chance, .. } = self;
        store.write(|tx| {
            let planned = plan(&tx.base(), (&table, &columns), &wish.choices, now.day())?;
            let mut import = Import {
                tx,
                login,
                now,
                new_id: &mut || chance.uuid(now),
                lines: BTreeMap::new(),
                prescribers: BTreeMap::new(),
                done: ImportDone::default(),
            };
            for row in planned.iter().filter(|row| row.view.is_imported()) {
                import.row(row)?;
            }
            let done = import.done;
            if done == ImportDone::default() {
                return Err(TableRefusal::NothingToImport.into());
            }
            tx.audit(&login.entry(now, "people.import", fingerprint))?;
            Ok(done)
        })
    }

    /// Writes the rows that an import leaves out, as they were, each with its reasons.
    ///
    /// # Errors
    /// As [`App::import_view`].
    pub fn write_left_rows(&mut self, login: Login, wish: &ImportWish) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let (table, fingerprint) = read(&wish.path)?;
        let columns = self.columns_of(&table, &wish.columns)?;
        let planned = plan(&self.store.base(), (&table, &columns), &wish.choices, self.day())?;
        let header: Vec<String> =
            [tr!("import-column-line"), tr!("import-column-reason")].into_iter().chain(table.header.clone()).collect();
        let left = planned.iter().zip(&table.rows).filter(|(row, _)| row.view.is_left());
        let rows: Vec<Vec<String>> = left
            .map(|(row, cells)| {
                let told = [row.view.line.to_string(), reasons(&row.view.verdict)];
                told.into_iter().chain(cells.cells.iter().map(people_table::Cell::text)).collect()
            })
            .collect();
        let bytes = people_table::write_csv(&header, &rows).map_err(|error| Fault::Document(Box::new(error)))?;
        let short = fingerprint.get(..8).unwrap_or_default();
        let file = write_file(
            &self.documents.join("reprises"),
            &format!("lignes-laissees-{}-{short}.csv", self.day()),
            &bytes,
        )?;
        let now = self.now();
        self.store.write(|tx| Ok::<_, AppError>(tx.audit(&login.entry(now, "people.write_left", fingerprint))?))?;
        Ok(file)
    }

    /// Keeps a map of columns under a name.
    ///
    /// # Errors
    /// Refuses a blank name.
    pub fn save_column_map(
        &mut self,
        login: Login,
        name: &str,
        header: &[String],
        columns: &[Option<Field>],
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let (now, name) = (self.now(), name.trim());
        if name.is_empty() {
            return Err(TableRefusal::NoName.into());
        }
        let text = people_table::map_text(header, columns);
        self.store.write(|tx| {
            tx.put_column_map(name, &text, now)?;
            Ok(tx.audit(&login.entry(now, "people.save_map", name))?)
        })
    }

    /// Returns the names of the maps that were kept.
    pub fn column_maps(&self, login: Login) -> Result<Vec<String>, AppError> {
        login.allow(&[])?;
        Ok(self.store.base().column_maps()?.into_iter().map(|(name, _)| name).collect())
    }

    fn columns_of(&self, table: &Table, columns: &Columns) -> Result<Vec<Option<Field>>, AppError> {
        let mut found = match columns {
            Columns::Guessed => people_table::guess(&table.header),
            Columns::Map(name) => people_table::applied(&self.column_map(name)?, &table.header),
            Columns::ByHand(columns) => columns.clone(),
        };
        found.resize(table.header.len(), None);
        Ok(found)
    }

    pub(super) fn column_map(&self, name: &str) -> Result<Vec<(Field, String)>, AppError> {
        let maps = self.store.base().column_maps()?;
        let map = maps.into_iter().find(|(known, _)| known == name).ok_or(AppError::NotFound)?;
        Ok(people_table::read_map(&map.1))
    }
}

/// Returns the table of a path, and the fingerprint of its bytes.
fn read(path: &str) -> Result<(Table, String), AppError> {
    // A path copied from a file manager often comes between quotation marks.
    let bytes = people_table::bytes_of(Path::new(path.trim().trim_matches('"')))?;
    let fingerprint = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((people_table::read(&bytes)?, fingerprint))
}

fn lacks(columns: &[Option<Field>]) -> bool {
    let has = |field| columns.contains(&Some(field));
    let name = has(Field::FullName) || (has(Field::LastName) && has(Field::FirstName));
    !(name && has(Field::BirthDate))
}

/// Returns why a row is left out, in words.
fn reasons(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Refused(faults) => {
            let fault = |(column, value, fault): &(String, String, CellFault)| {
                tr!("import-fault", column = column.as_str(), value = value.as_str(), why = terms::cell_fault(*fault))
            };
            faults.iter().map(fault).collect::<Vec<_>>().join(" ")
        }
        Verdict::Alike(_) => tr!("import-left-alike"),
        Verdict::UnknownPrescriber(name) => tr!("import-left-prescriber", name = name.as_str()),
        Verdict::New | Verdict::Known(_) | Verdict::SameAsLine(_) | Verdict::There => String::new(),
    }
}

/// An import going on: whom its rows made.
struct Import<'i, 'c> {
    tx: &'i Tx<'c>,
    login: Login,
    now: Instant,
    new_id: &'i mut dyn FnMut() -> uuid::Uuid,
    lines: BTreeMap<usize, ParticipantId>,
    prescribers: BTreeMap<String, PrescriberId>,
    done: ImportDone,
}

impl Import<'_, '_> {
    fn row(&mut self, row: &Planned) -> Result<(), AppError> {
        let person = match &row.target {
            Target::Known(id) => *id,
            Target::Line(line) => *self.lines.get(line).ok_or(AppError::NotFound)?,
            Target::New { others } => {
                let wish = row.person.as_ref().ok_or(AppError::NotFound)?;
                let person = participant(ParticipantId::new((self.new_id)()), wish, self.now.day())?;
                self.tx.put_participant(&person)?;
                duplicates::remember_others(self.tx, (self.login, self.now), person.id, others)?;
                self.tx.audit(&self.login.entry(self.now, "participant.record", person.id))?;
                self.lines.insert(row.view.line, person.id);
                self.done.people += 1;
                person.id
            }
        };
        if row.view.updates {
            let wish = row.person.as_ref().ok_or(AppError::NotFound)?;
            let found = self.tx.base().participant(person)?.ok_or(AppError::NotFound)?;
            let typed = participant(person, wish, self.now.day())?;
            self.tx.put_participant(&taken(&found, &typed))?;
            self.tx.audit(&self.login.entry(self.now, "participant.update", person))?;
            self.done.updates += 1;
        }
        let Some(referral) = row.referral.as_ref().filter(|_| row.view.adds_referral) else { return Ok(()) };
        let prescriber = match &referral.who {
            Who::Known(id) => *id,
            Who::Create(site) => self.create(referral.name.as_str(), referral.email.as_deref(), *site)?,
            Who::Unknown => return Err(AppError::NotFound),
        };
        let question = referral.question.clone().unwrap_or_else(|| tr!("import-question-to-ask"));
        let referral = Referral {
            id: ReferralId::new((self.new_id)()),
            participant: person,
            prescriber,
            received: referral.received.unwrap_or(self.now.day()),
            question: Question::new(&question)?,
        };
        self.tx.add_referral(&referral)?;
        self.tx.audit(&self.login.entry(self.now, "referral.record", person))?;
        self.done.referrals += 1;
        Ok(())
    }

    /// Records a prescriber the first time that a row names them.
    fn create(&mut self, name: &str, email: Option<&str>, site: SiteId) -> Result<PrescriberId, AppError> {
        if let Some(id) = self.prescribers.get(name) {
            return Ok(*id);
        }
        let (first, last) = super::import_rows::first_and_last(name);
        let prescriber = Prescriber {
            id: PrescriberId::new((self.new_id)()),
            name: PersonName::new(&first, &last)?,
            kind: PrescriberKind::PathReferent,
            site,
            email: email.map(Email::parse).transpose()?,
            phone: Personal(String::new()),
        };
        self.tx.add_prescriber(&prescriber)?;
        self.tx.audit(&self.login.entry(self.now, "prescriber.record", prescriber.id))?;
        self.prescribers.insert(name.to_owned(), prescriber.id);
        self.done.prescribers += 1;
        Ok(prescriber.id)
    }
}
