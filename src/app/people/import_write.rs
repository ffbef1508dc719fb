//! An import going on: the rows that were planned become people, referrals and prescribers; and the way back.

use std::collections::BTreeMap;

use super::import_rows::{Planned, Target, Who, first_and_last, taken};
use super::{duplicates, participant};
use crate::app::{App, AppError, Login};
use crate::domain::id::{ImportId, ParticipantId, PrescriberId, ReferralId, SiteId};
use crate::domain::name_case::name_case;
use crate::domain::people_file::TableRefusal;
use crate::domain::person::{Email, PersonName, Personal, Prescriber, PrescriberKind};
use crate::domain::referral::{Question, Referral};
use crate::domain::stamp::Instant;
use crate::store::{ImportedRow, Tx};
use crate::tr;

/// How much an import wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportDone {
    pub people: usize,
    pub referrals: usize,
    pub prescribers: usize,
    /// People whose file took what the file of people says otherwise; undoing an import leaves it to them.
    pub updates: usize,
}

/// An import that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    pub id: ImportId,
    pub done: ImportDone,
}

impl App {
    /// Undoes an import: the files, referrals and prescribers that it made are gone.
    ///
    /// # Errors
    /// Refuses once something was added to one of them, and an import that is undone.
    pub fn undo_import(&mut self, login: Login, id: ImportId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let import = tx.base().people_import(id)?.ok_or(AppError::NotFound)?;
            if import.undone.is_some() {
                return Err(TableRefusal::UndoneAlready.into());
            }
            if tx.base().is_added_to(&import)? {
                return Err(TableRefusal::AddedSince.into());
            }
            tx.undo_people_import(id, now)?;
            Ok(tx.audit(&login.entry(now, "people.undo_import", id))?)
        })
    }
}

/// An import going on: whom its rows made.
pub(super) struct Import<'i, 'c> {
    pub tx: &'i Tx<'c>,
    pub id: ImportId,
    pub login: Login,
    pub now: Instant,
    pub new_id: &'i mut dyn FnMut() -> uuid::Uuid,
    pub lines: BTreeMap<usize, ParticipantId>,
    pub prescribers: BTreeMap<String, PrescriberId>,
    pub done: ImportDone,
}

impl Import<'_, '_> {
    pub(super) fn row(&mut self, row: &Planned) -> Result<(), AppError> {
        let person = match &row.target {
            Target::Known(id) => *id,
            Target::Line(line) => *self.lines.get(line).ok_or(AppError::NotFound)?,
            Target::New { others } => {
                let wish = row.person.as_ref().ok_or(AppError::NotFound)?;
                let person = participant(ParticipantId::new((self.new_id)()), wish, self.now.day())?;
                self.tx.put_participant(&person)?;
                self.tx.add_imported_row(self.id, ImportedRow::Participant(person.id))?;
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
        let is_to_ask = referral.question.is_none();
        let question = referral.question.clone().unwrap_or_else(|| tr!("import-question-to-ask"));
        let referral = Referral {
            id: ReferralId::new((self.new_id)()),
            participant: person,
            prescriber,
            received: referral.received.unwrap_or(self.now.day()),
            question: Question::new(&question)?,
            is_to_ask,
        };
        self.tx.add_referral(&referral, self.now)?;
        self.tx.add_imported_row(self.id, ImportedRow::Referral(referral.id))?;
        self.tx.audit(&self.login.entry(self.now, "referral.record", person))?;
        self.done.referrals += 1;
        Ok(())
    }

    /// Records a prescriber the first time that a row names them.
    fn create(&mut self, name: &str, email: Option<&str>, site: SiteId) -> Result<PrescriberId, AppError> {
        if let Some(id) = self.prescribers.get(name) {
            return Ok(*id);
        }
        let (first, last) = first_and_last(name);
        let cased = |name: String| name_case(&name).unwrap_or(name);
        let prescriber = Prescriber {
            id: PrescriberId::new((self.new_id)()),
            name: PersonName::new(&cased(first), &cased(last))?,
            kind: PrescriberKind::PathReferent,
            site,
            email: email.map(Email::parse).transpose()?,
            phone: Personal(String::new()),
        };
        self.tx.add_prescriber(&prescriber)?;
        self.tx.add_imported_row(self.id, ImportedRow::Prescriber(prescriber.id))?;
        self.tx.audit(&self.login.entry(self.now, "prescriber.record", prescriber.id))?;
        self.prescribers.insert(name.to_owned(), prescriber.id);
        self.done.prescribers += 1;
        Ok(prescriber.id)
    }
}
