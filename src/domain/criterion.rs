//! *Publics prioritaires*: what makes a person one, the document that shows it, and until when it does.

use chrono::{Months, NaiveDate};

use super::id::{ParticipantId, ProofId, StaffId};
use super::stamp::{Instant, days_after};

/// The name of a criterion in the table, such as "rsa".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId(pub String);

/// One criterion of the table in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    pub id: CriterionId,
    pub label: String,
    /// The document that shows it.
    pub document: String,
    pub validity: Validity,
    /// It tells something of a person's health or life that only the counsellor needs to know.
    pub is_sensitive: bool,
    pub source: String,
}

/// How long a document shows a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// So many months after its date.
    Months(u32),
    /// Until the date that is written on it.
    UntilWritten,
    /// It says what does not change.
    Lasting,
}

/// The criteria in force, with the version of their table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criteria {
    pub version: String,
    pub from: NaiveDate,
    pub all: Vec<Criterion>,
}

impl Criteria {
    pub fn get(&self, id: &CriterionId) -> Option<&Criterion> {
        self.all.iter().find(|criterion| criterion.id == *id)
    }
}

/// One document that somebody saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub id: ProofId,
    pub participant: ParticipantId,
    pub criterion: CriterionId,
    pub document: String,
    pub dated: NaiveDate,
    /// The date written on it.
    pub until: Option<NaiveDate>,
    pub checked: Instant,
    pub checked_by: StaffId,
}

/// What a document is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofState {
    /// Without a date: for good.
    Valid {
        until: Option<NaiveDate>,
    },
    EndsSoon {
        until: NaiveDate,
    },
    Ended {
        on: NaiveDate,
    },
}

/// Days before the end of a document when another one is asked for.
pub const SOON_DAYS: u64 = 30;

/// Why a document is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofRefusal {
    #[error("the document is dated after today")]
    InTheFuture,
    #[error("the date written on the document is missing")]
    NoEnd,
    #[error("the document ends before it begins")]
    EndsBeforeItBegins,
    #[error("the table has no such criterion")]
    NoSuchCriterion,
}

/// Checks the dates of a document against what its criterion asks.
pub fn check(
    criterion: &Criterion,
    dated: NaiveDate,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), ProofRefusal> {
    if dated > today {
        return Err(ProofRefusal::InTheFuture);
    }
    match (criterion.validity, until) {
        (Validity::UntilWritten, None) => Err(ProofRefusal::NoEnd),
        (_, Some(until)) if until < dated => Err(ProofRefusal::EndsBeforeItBegins),
        _ => Ok(()),
    }
}

/// Returns the last day on which a document shows its criterion; nothing when it does for good.
pub fn last_day(validity: Validity, dated: NaiveDate, until: Option<NaiveDate>) -> Option<NaiveDate> {
    match validity {
        // "Less than three months old": the day itself, three months later, is one too many.
        Validity::Months(months) => dated.checked_add_months(Months::new(months)).and_then(|day| day.pred_opt()),
        Validity::UntilWritten => until,
        Validity::Lasting => None,
    }
}

/// Returns what a document is worth on a day.
pub fn state(validity: Validity, dated: NaiveDate, until: Option<NaiveDate>, today: NaiveDate) -> ProofState {
    match last_day(validity, dated, until) {
        None => ProofState::Valid { until: None },
        Some(last) if last < today => ProofState::Ended { on: last },
        Some(last) if last <= days_after(today, SOON_DAYS) => ProofState::EndsSoon { until: last },
        Some(last) => ProofState::Valid { until: Some(last) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn an_attestation_of_three_months_ends_the_day_before() {
        let dated = day(2026, 9, 15);
        let on = |today| state(Validity::Months(3), dated, None, today);
        assert_eq!(on(day(2026, 10, 1)), ProofState::Valid { until: Some(day(2026, 12, 14)) });
        assert_eq!(on(day(2026, 11, 24)), ProofState::EndsSoon { until: day(2026, 12, 14) });
        assert_eq!(on(day(2026, 12, 14)), ProofState::EndsSoon { until: day(2026, 12, 14) });
        assert_eq!(on(day(2026, 12, 15)), ProofState::Ended { on: day(2026, 12, 14) });
    }

    #[test]
    fn a_decision_is_valid_until_the_date_written_on_it() {
        let until = Some(day(2030, 6, 30));
        let worth = state(Validity::UntilWritten, day(2025, 7, 1), until, day(2026, 11, 24));
        assert_eq!(worth, ProofState::Valid { until });
        let worth = state(Validity::Lasting, day(2015, 7, 1), None, day(2026, 11, 24));
        assert_eq!(worth, ProofState::Valid { until: None });
    }

    #[test]
    fn a_document_of_tomorrow_or_without_its_end_is_refused() {
        let criterion = |validity| Criterion {
            id: CriterionId("th".to_owned()),
            label: String::new(),
            document: String::new(),
            validity,
            is_sensitive: true,
            source: String::new(),
        };
        let today = day(2026, 11, 24);
        let written = criterion(Validity::UntilWritten);
        assert_eq!(check(&written, day(2026, 11, 25), None, today), Err(ProofRefusal::InTheFuture));
        assert_eq!(check(&written, today, None, today), Err(ProofRefusal::NoEnd));
        assert_eq!(check(&written, today, Some(day(2026, 1, 1)), today), Err(ProofRefusal::EndsBeforeItBegins));
        assert_eq!(check(&criterion(Validity::Months(3)), today, None, today), Ok(()));
    }
}
