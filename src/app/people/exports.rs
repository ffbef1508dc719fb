//! The list of participants as a file: one row for each referral, one for somebody without.

use std::path::PathBuf;

use super::PeopleQuery;
use crate::app::documents::write_file;
use crate::app::settings::site_names_on;
use crate::app::{App, AppError, Fault, Login};
use crate::domain::commune::Residence;
use crate::domain::people_file::Field;
use crate::domain::person::{Email, Participant};
use crate::domain::referral::Referral;
use crate::exchange::people_table::{write_csv, write_xlsx};
use crate::i18n::{short_date, terms};
use crate::tr;

use super::communes;

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    Csv,
    Xlsx,
}

/// The columns of an export that no map orders.
const COLUMNS: [Field; 16] = [
    Field::FileNumber,
    Field::LastName,
    Field::FirstName,
    Field::BirthDate,
    Field::Gender,
    Field::Phone,
    Field::Email,
    Field::Address,
    Field::PostCode,
    Field::Commune,
    Field::InseeCode,
    Field::Prescriber,
    Field::PrescriberEmail,
    Field::Site,
    Field::Received,
    Field::Question,
];

impl App {
    /// Writes the people that a query finds, under the titles of a map or those of the program.
    ///
    /// # Errors
    /// Returns why the file is not written.
    pub fn export_participants(
        &mut self,
        login: Login,
        query: &PeopleQuery,
        (format, map): (ExportFormat, Option<&str>),
    ) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let columns: Vec<(Field, String)> = match map {
            Some(name) => self.column_map(name)?,
            None => COLUMNS.map(|field| (field, terms::field(field))).to_vec(),
        };
        let header: Vec<String> = columns.iter().map(|(_, title)| title.clone()).collect();
        let rows = self.rows_to_export(query, &columns)?;
        let bytes = match format {
            ExportFormat::Csv => write_csv(&header, &rows).map_err(|error| Fault::Document(Box::new(error)))?,
            ExportFormat::Xlsx => {
                write_xlsx(&tr!("export-sheet"), &header, &rows).map_err(|error| Fault::Document(Box::new(error)))?
            }
        };
        let extension = match format {
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
        };
        let now = self.now();
        let name = format!("participants-{}.{extension}", now.local().format("%Y-%m-%d-%Hh%M"));
        let file = write_file(&self.documents.join("exports"), &name, &bytes)?;
        self.store.write(|tx| Ok::<_, AppError>(tx.audit(&login.entry(now, "people.export", &name))?))?;
        Ok(file)
    }

    fn rows_to_export(&self, query: &PeopleQuery, columns: &[(Field, String)]) -> Result<Vec<Vec<String>>, AppError> {
        let base = self.store.base();
        let (prescribers, sites) = (base.prescribers()?, site_names_on(&base, self.day())?);
        let mut rows = Vec::new();
        for found in self.people(query, usize::MAX >> 1)? {
            let person = base.participant(found.id)?.ok_or(AppError::NotFound)?;
            let number = base.file_number(found.id)?.unwrap_or_default();
            let referrals = base.referrals_of(found.id)?;
            let mut row = |referral: Option<&Referral>| {
                let prescriber =
                    referral.and_then(|referral| prescribers.iter().find(|known| known.id == referral.prescriber));
                let site = prescriber.and_then(|known| sites.iter().find(|site| site.id == known.site));
                let cell = |field: Field| match field {
                    Field::Prescriber => prescriber.map(|known| known.name.full()).unwrap_or_default(),
                    Field::PrescriberEmail => {
                        let email = prescriber.and_then(|known| known.email.as_ref());
                        email.map(|email| email.as_str().to_owned()).unwrap_or_default()
                    }
                    Field::Site => site.map(|site| site.name.clone()).unwrap_or_default(),
                    Field::Received => referral.map(|referral| short_date(referral.received)).unwrap_or_default(),
                    Field::Question => {
                        let asked = referral.filter(|referral| !referral.is_to_ask);
                        asked.map(|referral| referral.question.as_str().to_owned()).unwrap_or_default()
                    }
                    of_person => cell_of(&person, number, of_person),
                };
                rows.push(columns.iter().map(|(field, _)| cell(*field)).collect());
            };
            if referrals.is_empty() {
                row(None);
            }
            referrals.iter().for_each(|referral| row(Some(referral)));
        }
        Ok(rows)
    }
}

/// Returns what a person's file says in a column.
fn cell_of(person: &Participant, number: u32, field: Field) -> String {
    let code = match &person.residence {
        Residence::Listed { code, .. } => Some(code),
        Residence::Unknown | Residence::Outside { .. } => None,
    };
    match field {
        Field::FileNumber => number.to_string(),
        Field::LastName => person.name.last().to_owned(),
        Field::FirstName => person.name.first().to_owned(),
        Field::FullName => format!("{} {}", person.name.last().to_uppercase(), person.name.first()),
        Field::BirthDate => short_date(person.birth_date.0),
        Field::Gender => terms::gender(person.gender),
        Field::Phone => person.phone.0.clone(),
        Field::Email => person.email.as_ref().map(Email::as_str).unwrap_or_default().to_owned(),
        Field::Address => person.address.0.clone(),
        Field::PostCode => {
            match code.and_then(|code| communes().get(code)).map(|commune| commune.post_codes.as_slice()) {
                // A commune of several post codes does not say which.
                Some([one]) => one.clone(),
                Some(_) | None => String::new(),
            }
        }
        Field::Commune => person.residence.name().to_owned(),
        Field::InseeCode => code.map(|code| code.0.clone()).unwrap_or_default(),
        Field::Prescriber | Field::PrescriberEmail | Field::Site | Field::Received | Field::Question => String::new(),
    }
}
