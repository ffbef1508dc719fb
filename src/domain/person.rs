//! People: participants, prescribers, staff, their sites and their agreements.

use std::fmt;

use chrono::NaiveDate;

use super::id::{ConsentId, ParticipantId, PrescriberId, SiteId, StaffId};
use super::stamp::{Availability, Instant};

/// A value that tells who somebody is; its `Debug` prints `***`, so that it cannot reach a log by accident.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Personal<T>(pub T);

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A person's name as they write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    first: Personal<String>,
    last: Personal<String>,
}

impl PersonName {
    /// Trims and checks both parts: 1 to 80 characters each, at least one letter, no control character.
    pub fn new(first: &str, last: &str) -> Result<Self, PersonRefusal> {
        Ok(Self {
            first: Personal(name_part(first).ok_or(PersonRefusal::FirstNameUnusable)?),
            last: Personal(name_part(last).ok_or(PersonRefusal::LastNameUnusable)?),
        })
    }

    pub fn first(&self) -> &str {
        &self.first.0
    }

    pub fn last(&self) -> &str {
        &self.last.0
    }

    /// Returns "Amina Dubois".
    pub fn full(&self) -> String {
        format!("{} {}", self.first(), self.last())
    }
}

fn name_part(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let usable =
        text.chars().any(char::is_alphabetic) && text.chars().count() <= 80 && !text.chars().any(char::is_control);
    usable.then_some(text)
}

/// Why a person cannot be recorded as typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    #[error("the first name is not usable")]
    FirstNameUnusable,
    #[error("the last name is not usable")]
    LastNameUnusable,
    #[error("the birth date gives an age of {age} years")]
    AgeOutOfRange { age: i64 },
    #[error("the e-mail address is not usable")]
    EmailUnusable,
    #[error("the same person is recorded already")]
    AlreadyRecorded { participant: ParticipantId },
}

/// A place of the network: the Boussole, an antenne, the Candidathèque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub id: SiteId,
    pub name: String,
    pub address: String,
}

/// What a member of staff does; each use case names the roles that may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Counsellor,
    Facilitator,
    Manager,
}

/// A member of the service's staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    pub id: StaffId,
    pub name: PersonName,
    pub role: Role,
}

/// What a prescriber is in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrescriberKind {
    /// *CIP, référent de parcours* in an antenne.
    PathReferent,
    /// *Conseiller emploi* of the Candidathèque.
    EmploymentAdviser,
}

/// Who refers participants and receives their syntheses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prescriber {
    pub id: PrescriberId,
    pub name: PersonName,
    pub kind: PrescriberKind,
    pub site: SiteId,
    pub email: Option<Email>,
}

/// An address that looks like an address: one `@` with text on both sides, no space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Personal<String>);

impl Email {
    pub fn parse(text: &str) -> Result<Self, PersonRefusal> {
        let text = text.trim();
        let parts: Vec<&str> = text.split('@').collect();
        match parts.as_slice() {
            [local, host]
                if !local.is_empty()
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !text.contains(char::is_whitespace) =>
            {
                Ok(Self(Personal(text.to_owned())))
            }
            _ => Err(PersonRefusal::EmailUnusable),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0.0
    }
}

/// How much more time a person gets on timed items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ExtraTime {
    #[default]
    None,
    Third,
    Half,
    Unlimited,
}

/// An adult accompanied by the PLIE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub id: ParticipantId,
    pub name: PersonName,
    pub birth_date: Personal<NaiveDate>,
    pub phone: Personal<String>,
    pub email: Option<Email>,
    pub availability: Availability,
    pub extra_time: ExtraTime,
    /// What helps the person: reading aloud, large print, an interpreter…
    pub supports: Personal<String>,
}

/// Checks a birth date against the day of recording: the PLIE accompanies people of 16 to 75 years.
pub fn check_age(birth_date: NaiveDate, today: NaiveDate) -> Result<(), PersonRefusal> {
    let age = today.years_since(birth_date).map_or(-1, i64::from);
    if (16..=75).contains(&age) { Ok(()) } else { Err(PersonRefusal::AgeOutOfRange { age }) }
}

/// What a person agrees to, or refuses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConsentSubject {
    /// The synthesis goes to the prescribers of the referral.
    SendSynthesis,
    /// The roadmap concentrates on one sector.
    SectorFocus(super::activity::Sector),
    /// Measures and observations that touch on health are recorded (GDPR, art. 9).
    HealthData,
}

/// One agreement or refusal, with the version of the text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub id: ConsentId,
    pub participant: ParticipantId,
    pub subject: ConsentSubject,
    pub text_version: String,
    pub decision: ConsentDecision,
    pub at: Instant,
    pub recorded_by: StaffId,
}

/// What the person said. A withdrawal is a later refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentDecision {
    Agreed,
    Refused,
}

/// Returns whether the person's latest word on `subject` is an agreement.
pub fn agrees(consents: &[Consent], subject: &ConsentSubject) -> bool {
    let latest =
        consents.iter().filter(|consent| consent.subject == *subject).max_by_key(|consent| (consent.at, consent.id));
    latest.is_some_and(|consent| consent.decision == ConsentDecision::Agreed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_shows_in_debug() {
        let name = PersonName::new("Amina", "Dubois").unwrap();
        assert_eq!(format!("{name:?}"), "PersonName { first: ***, last: *** }");
    }

    #[test]
    fn spaces_around_a_name_are_dropped() {
        assert_eq!(PersonName::new("  Jean  Marc ", "D'Hondt").unwrap().full(), "Jean Marc D'Hondt");
    }

    #[test]
    fn a_name_without_letters_is_refused() {
        assert_eq!(PersonName::new("123", "Dubois"), Err(PersonRefusal::FirstNameUnusable));
        assert_eq!(PersonName::new("Amina", "  "), Err(PersonRefusal::LastNameUnusable));
    }

    #[test]
    fn a_birth_date_in_the_future_is_refused() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let born = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
        assert_eq!(check_age(born, today), Err(PersonRefusal::AgeOutOfRange { age: -1 }));
        assert_eq!(check_age(NaiveDate::from_ymd_opt(1986, 5, 2).unwrap(), today), Ok(()));
    }

    #[test]
    fn an_address_needs_a_host() {
        assert!(Email::parse("cip@plie.example").is_ok());
        assert_eq!(Email::parse("cip@plie"), Err(PersonRefusal::EmailUnusable));
        assert_eq!(Email::parse("c ip@plie.example"), Err(PersonRefusal::EmailUnusable));
    }
}
