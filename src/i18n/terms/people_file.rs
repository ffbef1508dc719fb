//! The identity of people, what resembles, and what a file of people says.

use crate::domain::criterion::{ProofState, Validity};
use crate::domain::likeness::Reason;
use crate::domain::people_file::{CellFault, Field, Note};
use crate::domain::person::{Contact, Gender, Need, Needs};
use crate::i18n::short_date;
use crate::tr;

pub fn gender(gender: Gender) -> String {
    match gender {
        Gender::Woman => tr!("term-gender-woman"),
        Gender::Man => tr!("term-gender-man"),
        Gender::NonBinary => tr!("term-gender-non-binary"),
        Gender::Untold => tr!("term-gender-untold"),
    }
}

pub fn need(need: Need) -> String {
    match need {
        Need::ReadAloud => tr!("term-need-read-aloud"),
        Need::LargePrint => tr!("term-need-large-print"),
        Need::Glasses => tr!("term-need-glasses"),
        Need::Interpreter => tr!("term-need-interpreter"),
        Need::SignLanguage => tr!("term-need-sign-language"),
        Need::StepFree => tr!("term-need-step-free"),
        Need::QuietPlace => tr!("term-need-quiet-place"),
        Need::Breaks => tr!("term-need-breaks"),
        Need::Companion => tr!("term-need-companion"),
    }
}

/// Returns the needs in a row, the interpreter with the language: "Lecture à voix haute · Interprète (turc)".
pub fn needs(needs: &Needs) -> String {
    let word = |ticked: &Need| match ticked {
        Need::Interpreter if !needs.language.is_empty() => {
            tr!("term-need-interpreter-of", language = needs.language.as_str())
        }
        other => need(*other),
    };
    needs.ticked.iter().map(word).collect::<Vec<_>>().join(" · ")
}

/// Returns how a person can be reached, in one sentence.
pub fn contact(contact: Contact) -> String {
    match contact {
        Contact::PhoneAndEmail => tr!("term-contact-both"),
        Contact::Phone => tr!("term-contact-phone"),
        Contact::Email => tr!("term-contact-email"),
        Contact::Nothing => tr!("term-contact-nothing"),
    }
}

pub fn likeness_reason(reason: Reason) -> String {
    match reason {
        Reason::SameName => tr!("term-alike-same-name"),
        Reason::NameInAnotherOrder => tr!("term-alike-other-order"),
        Reason::NearName => tr!("term-alike-near-name"),
        Reason::NamePartOfOther => tr!("term-alike-part"),
        Reason::SameFirstName => tr!("term-alike-first-name"),
        Reason::SameBirthDate => tr!("term-alike-birth"),
        Reason::DayAndMonthExchanged => tr!("term-alike-exchanged"),
        Reason::NearBirthDate => tr!("term-alike-near-birth"),
        Reason::SamePhone => tr!("term-alike-phone"),
        Reason::SameEmail => tr!("term-alike-email"),
    }
}

/// Returns the reasons in a row.
pub fn likeness_reasons(reasons: &[Reason]) -> String {
    reasons.iter().map(|reason| likeness_reason(*reason)).collect::<Vec<_>>().join(" · ")
}

pub fn validity(validity: Validity) -> String {
    match validity {
        Validity::Months(months) => tr!("term-validity-months", n = months),
        Validity::UntilWritten => tr!("term-validity-written"),
        Validity::Lasting => tr!("term-validity-lasting"),
    }
}

pub fn proof_state(state: ProofState) -> String {
    match state {
        ProofState::Valid { until: Some(until) } => tr!("term-proof-valid-until", day = short_date(until)),
        ProofState::Valid { until: None } => tr!("term-proof-valid"),
        ProofState::EndsSoon { until } => tr!("term-proof-ends-soon", day = short_date(until)),
        ProofState::Ended { on } => tr!("term-proof-ended", day = short_date(on)),
    }
}

pub fn field(field: Field) -> String {
    match field {
        Field::FileNumber => tr!("term-field-file-number"),
        Field::LastName => tr!("term-field-last-name"),
        Field::FirstName => tr!("term-field-first-name"),
        Field::FullName => tr!("term-field-full-name"),
        Field::BirthDate => tr!("term-field-birth-date"),
        Field::Gender => tr!("term-field-gender"),
        Field::Phone => tr!("term-field-phone"),
        Field::Email => tr!("term-field-email"),
        Field::Address => tr!("term-field-address"),
        Field::PostCode => tr!("term-field-post-code"),
        Field::Commune => tr!("term-field-commune"),
        Field::InseeCode => tr!("term-field-insee-code"),
        Field::Prescriber => tr!("term-field-prescriber"),
        Field::PrescriberEmail => tr!("term-field-prescriber-email"),
        Field::Site => tr!("term-field-site"),
        Field::Received => tr!("term-field-received"),
        Field::Question => tr!("term-field-question"),
    }
}

pub fn note(note: Note) -> String {
    match note {
        Note::DateFromSerial => tr!("term-note-serial"),
        Note::TwoDigitYear => tr!("term-note-short-year"),
        Note::AmericanOrder => tr!("term-note-american"),
        Note::PhoneZero => tr!("term-note-phone-zero"),
        Note::PostCodeZero => tr!("term-note-post-code-zero"),
        Note::CommuneToCheck => tr!("term-note-commune"),
        Note::PhoneLeftOut => tr!("term-note-phone-left"),
        Note::EmailLeftOut => tr!("term-note-email-left"),
        Note::NameCase => tr!("term-note-name-case"),
        Note::ReceivedToday => tr!("term-note-received-today"),
        Note::QuestionToAsk => tr!("term-note-question"),
    }
}

pub fn cell_fault(fault: CellFault) -> String {
    match fault {
        CellFault::Missing => tr!("term-fault-missing"),
        CellFault::NotADate => tr!("term-fault-not-a-date"),
        CellFault::DateInTheFuture => tr!("term-fault-future"),
        CellFault::AgeOutOfRange => tr!("term-fault-age"),
        CellFault::NotAName => tr!("term-fault-not-a-name"),
        CellFault::NameNotSplit => tr!("term-fault-name-not-split"),
        CellFault::NotAnAddress => tr!("term-fault-not-an-address"),
        CellFault::NotAGender => tr!("term-fault-not-a-gender"),
        CellFault::NumberOfSomebodyElse => tr!("term-fault-number"),
    }
}
