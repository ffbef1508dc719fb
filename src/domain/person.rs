//! People: participants, prescribers, staff, their sites and their agreements.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;

use super::commune::Residence;
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
    #[error("the phone number is not usable")]
    PhoneUnusable,
    /// Somebody must say whether it is one of them.
    #[error("{} people recorded already look like this one", participants.len())]
    LooksLike { participants: Vec<ParticipantId> },
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
    /// Was given the right to enter and read measures that touch on health; the counsellor has it always.
    pub handles_health: bool,
}

impl StaffMember {
    /// Returns whether this member enters and reads measures that touch on health.
    pub fn may_handle_health(&self) -> bool {
        self.role == Role::Counsellor || self.handles_health
    }
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
    /// As it is written in France; empty when nobody gave one.
    pub phone: Personal<String>,
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

/// What a person says of their gender: women and men are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Gender {
    Woman,
    Man,
    NonBinary,
    #[default]
    Untold,
}

impl Gender {
    pub const ALL: [Self; 4] = [Self::Woman, Self::Man, Self::NonBinary, Self::Untold];
}

/// A practical need, arranged before the person comes. More time is [`ExtraTime`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    ReadAloud,
    LargePrint,
    Glasses,
    /// Somebody who speaks the person's language: [`Needs::language`].
    Interpreter,
    SignLanguage,
    /// Neither stairs nor a narrow door; a wheelchair passes.
    StepFree,
    QuietPlace,
    Breaks,
    /// Somebody comes with the person.
    Companion,
}

impl Need {
    pub const ALL: [Self; 9] = [
        Self::ReadAloud,
        Self::LargePrint,
        Self::Glasses,
        Self::Interpreter,
        Self::SignLanguage,
        Self::StepFree,
        Self::QuietPlace,
        Self::Breaks,
        Self::Companion,
    ];
}

/// Everything that is to be arranged for a person.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Needs {
    pub ticked: BTreeSet<Need>,
    /// The interpreter's language; empty without an interpreter.
    pub language: String,
}

/// How a person can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    PhoneAndEmail,
    Phone,
    Email,
    /// FSE+ asks for one of the two, else for a referent who is named.
    Nothing,
}

impl Contact {
    pub fn of(has_phone: bool, has_email: bool) -> Self {
        match (has_phone, has_email) {
            (true, true) => Self::PhoneAndEmail,
            (true, false) => Self::Phone,
            (false, true) => Self::Email,
            (false, false) => Self::Nothing,
        }
    }
}

/// Returns a phone number as it is written in France, 06 12 34 56 78, when it looks French; as typed otherwise.
///
/// # Errors
/// Refuses what is no number: letters, fewer than 6 figures, more than 15 (ITU-T E.164).
pub fn written_phone(text: &str) -> Result<String, PersonRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+().-/".contains(c);
    if !text.chars().all(signs) || !(6..=15).contains(&figures.len()) {
        return Err(PersonRefusal::PhoneUnusable);
    }
    let abroad = text.starts_with('+') || figures.starts_with("00");
    let national = match figures.trim_start_matches("00").strip_prefix("33") {
        // +33 (0)6…: the zero in brackets is said at home only.
        Some(rest) if abroad => format!("0{}", rest.trim_start_matches('0')),
        _ if abroad => return Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => figures.clone(),
    };
    if national.len() != 10 || !national.starts_with('0') || national.starts_with("00") {
        return Ok(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let pairs: Vec<String> =
        national.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned()).collect();
    Ok(pairs.join(" "))
}

/// An adult accompanied by the PLIE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub id: ParticipantId,
    pub name: PersonName,
    pub birth_date: Personal<NaiveDate>,
    pub gender: Gender,
    pub phone: Personal<String>,
    pub email: Option<Email>,
    pub residence: Residence,
    /// Where letters go, before the town: number, street, and what else the postman needs.
    pub address: Personal<String>,
    pub needs: Needs,
    pub availability: Availability,
    /// The person said when they can come; until then they count as free.
    pub half_days_asked: bool,
    pub extra_time: ExtraTime,
    /// What else helps the person, in words.
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
    fn a_number_that_looks_french_is_written_by_pairs() {
        for typed in ["0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6 12-34-56-78"] {
            assert_eq!(written_phone(typed).as_deref(), Ok("06 12 34 56 78"), "{typed}");
        }
        assert_eq!(written_phone(" +32  470 12 34 56 ").as_deref(), Ok("+32 470 12 34 56"));
        assert_eq!(written_phone("612345678").as_deref(), Ok("612345678"));
        assert_eq!(written_phone("  ").as_deref(), Ok(""));
        for typed in ["chez sa mère", "0612", "06 12 34 56 78 poste", "12345678901234567"] {
            assert_eq!(written_phone(typed), Err(PersonRefusal::PhoneUnusable), "{typed}");
        }
    }

    #[test]
    fn an_address_needs_a_host() {
        assert!(Email::parse("cip@plie.example").is_ok());
        assert_eq!(Email::parse("cip@plie"), Err(PersonRefusal::EmailUnusable));
        assert_eq!(Email::parse("c ip@plie.example"), Err(PersonRefusal::EmailUnusable));
    }
}
