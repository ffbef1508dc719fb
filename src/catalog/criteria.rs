//! The criteria of priority publics, from `assets/priority.toml`.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

use crate::domain::criterion::{Criteria, Criterion, CriterionId, Validity};

const EMBEDDED: &str = include_str!("../../assets/priority.toml");

/// Why the table of criteria cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CriteriaError {
    #[error("the table is not written as expected")]
    Syntax(#[from] toml::de::Error),
    #[error("the first day does not exist")]
    NoSuchDate,
    #[error("{code}: a validity is a number of months, \"ecrite\" or \"durable\"")]
    Validity { code: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    depuis: Datetime,
    criteres: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    nom: String,
    piece: String,
    validite: ValidityEntry,
    #[serde(default)]
    reservee: bool,
    source: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ValidityEntry {
    Months { mois: u32 },
    Word(String),
}

/// Reads the table inside the program.
pub fn embedded() -> Result<Criteria, CriteriaError> {
    let File { version, depuis, criteres } = toml::from_str(EMBEDDED)?;
    let from = depuis
        .date
        .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)));
    let all = criteres.into_iter().map(criterion).collect::<Result<_, _>>()?;
    Ok(Criteria { version, from: from.ok_or(CriteriaError::NoSuchDate)?, all })
}

fn criterion(entry: Entry) -> Result<Criterion, CriteriaError> {
    let validity = match entry.validite {
        ValidityEntry::Months { mois } => Validity::Months(mois),
        ValidityEntry::Word(word) if word == "ecrite" => Validity::UntilWritten,
        ValidityEntry::Word(word) if word == "durable" => Validity::Lasting,
        ValidityEntry::Word(_) => return Err(CriteriaError::Validity { code: entry.code }),
    };
    Ok(Criterion {
        id: CriterionId(entry.code),
        label: entry.nom,
        document: entry.piece,
        validity,
        is_sensitive: entry.reservee,
        source: entry.source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_validities_are_those_of_the_public_model() {
        // les-emplois, administrative_criteria.json: attestations of less than 3 months, a proof of address of less than
        // 6, the child welfare of less than 12, a decision in force.
        let criteria = embedded().unwrap();
        let validity = |id: &str| criteria.get(&CriterionId(id.to_owned())).map(|criterion| criterion.validity);
        for id in ["rsa", "ass", "aah", "deld", "detld", "parent_isole"] {
            assert_eq!(validity(id), Some(Validity::Months(3)), "{id}");
        }
        assert_eq!(validity("qpv"), Some(Validity::Months(6)));
        assert_eq!(validity("ase"), Some(Validity::Months(12)));
        assert_eq!(validity("th"), Some(Validity::UntilWritten));
        assert!(criteria.all.iter().all(|criterion| !criterion.source.is_empty() && !criterion.document.is_empty()));
    }
}
