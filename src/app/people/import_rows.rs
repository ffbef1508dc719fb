//! A row of a file against the base: who it is about, who refers them, and what it would write.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::imports::{Difference, ImportChoices, PersonChoice, PrescriberChoice, RowView, Verdict};
use super::{NewParticipant, communes, duplicates, participant};
use crate::app::AppError;
use crate::domain::commune::{Commune, CommuneCode, Found, Residence};
use crate::domain::id::{ParticipantId, PrescriberId, SiteId};
use crate::domain::likeness::Reason;
use crate::domain::name_case::name_case;
use crate::domain::people_file::{CellFault, Field, Note};
use crate::domain::person::{Email, Participant, Prescriber, check_age};
use crate::exchange::people_table::{self, Cell, DateOrder, Reading, Row, Table};
use crate::i18n::terms;
use crate::store::{Base, fold, traits_of};

/// A row understood.
pub(super) struct Planned {
    pub view: RowView,
    pub person: Option<NewParticipant>,
    pub target: Target,
    pub referral: Option<TypedReferral>,
}

/// Whose file the row goes to.
pub(super) enum Target {
    Known(ParticipantId),
    /// The person that a row above makes.
    Line(usize),
    /// Another person than these, who look alike.
    New {
        others: Vec<ParticipantId>,
    },
}

/// Who refers, when and with which question, as far as the row has it.
pub(super) struct TypedReferral {
    pub name: String,
    pub email: Option<String>,
    pub who: Who,
    pub received: Option<NaiveDate>,
    pub question: Option<String>,
}

/// Who the prescriber of a row is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Who {
    Known(PrescriberId),
    Create(SiteId),
    Unknown,
}

impl Planned {
    /// Returns the name of a prescriber about whom somebody must decide, or has.
    pub fn unknown_prescriber(&self) -> Option<&str> {
        self.referral
            .as_ref()
            .filter(|referral| !matches!(referral.who, Who::Known(_)))
            .map(|referral| referral.name.as_str())
    }
}

/// Returns what each row of a table would do.
pub(super) fn plan(
    base: &Base<'_>,
    (table, columns): (&Table, &[Option<Field>]),
    choices: &ImportChoices,
    today: NaiveDate,
) -> Result<Vec<Planned>, AppError> {
    let prescribers = base.prescribers()?;
    let column = |field| columns.iter().position(|known| *known == Some(field));
    let order = |field| {
        let cells = column(field).into_iter().flat_map(|at| table.rows.iter().filter_map(move |row| row.cell(at)));
        people_table::date_order(cells)
    };
    let orders = (order(Field::BirthDate), order(Field::Received));
    let mut seen = Seen::default();
    let mut planned = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells = Cells { table, columns, row, notes: Vec::new(), faults: Vec::new() };
        let person = cells.person(orders.0, today);
        let referral = cells.referral(orders.1, today);
        let (number, name) = (cells.number(), cells.raw_name());
        let Cells { notes, faults, .. } = cells;
        let referral = referral.map(|mut referral| {
            referral.who = who(&referral, &prescribers, choices);
            referral
        });
        let understood = Understood { line: row.line, name, person, number, referral, notes, faults };
        planned.push(judge(base, understood, choices, &mut seen, (table, columns, today))?);
    }
    Ok(planned)
}

/// What rows above made.
#[derive(Default)]
struct Seen {
    people: BTreeMap<(Vec<String>, NaiveDate), usize>,
    referrals: std::collections::BTreeSet<(String, String, Option<NaiveDate>)>,
}

struct Understood {
    line: usize,
    /// As the row has it, usable or not.
    name: String,
    person: Option<NewParticipant>,
    number: Option<u32>,
    referral: Option<TypedReferral>,
    notes: Vec<(String, Note)>,
    faults: Vec<(String, String, CellFault)>,
}

fn judge(
    base: &Base<'_>,
    row: Understood,
    choices: &ImportChoices,
    seen: &mut Seen,
    (table, columns, today): (&Table, &[Option<Field>], NaiveDate),
) -> Result<Planned, AppError> {
    let Understood { line, name, person, number, referral, notes, mut faults } = row;
    let updates = choices.updates.contains(&line);
    let view = |verdict, adds_referral, differences: Vec<Difference>| RowView {
        line,
        name: name.clone(),
        birth_date: person.as_ref().map(|person| person.birth_date),
        verdict,
        adds_referral,
        updates: updates && !differences.is_empty(),
        differences,
        notes: notes.clone(),
    };
    let recorded = person.as_ref().filter(|_| faults.is_empty());
    let recorded = recorded.and_then(|wish| participant(ParticipantId::new(uuid::Uuid::nil()), wish, today).ok());
    let Some(recorded) = recorded else {
        if faults.is_empty() {
            faults.push((title(table, columns, Field::LastName), String::new(), CellFault::Missing));
        }
        return Ok(Planned {
            view: view(Verdict::Refused(faults), false, Vec::new()),
            person,
            target: nobody(),
            referral,
        });
    };
    let (target, verdict) = match whose(base, &recorded, number, line, choices, seen)? {
        Ok(found) => found,
        Err(fault) => {
            let value = number.map(|number| number.to_string()).unwrap_or_default();
            let faults = vec![(title(table, columns, Field::FileNumber), value, fault)];
            return Ok(Planned {
                view: view(Verdict::Refused(faults), false, Vec::new()),
                person,
                target: nobody(),
                referral,
            });
        }
    };
    let (verdict, adds_referral) = referred(base, verdict, &target, referral.as_ref(), seen)?;
    let differences = match (&target, &verdict) {
        (Target::Known(id), Verdict::Known(_) | Verdict::There) => {
            differences(&base.participant(*id)?.ok_or(AppError::NotFound)?, &recorded)
        }
        _ => Vec::new(),
    };
    Ok(Planned { view: view(verdict, adds_referral, differences), person, target, referral })
}

/// Returns what a row says otherwise than a person's file: how they are reached and where they live. A blank says nothing.
fn differences(recorded: &Participant, row: &Participant) -> Vec<Difference> {
    let email = |person: &Participant| person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default();
    let all = [
        (Field::Phone, recorded.phone.0.clone(), row.phone.0.clone()),
        (Field::Email, email(recorded), email(row)),
        (Field::Commune, recorded.residence.name().to_owned(), row.residence.name().to_owned()),
    ];
    let differs =
        |(_, recorded, in_file): &(Field, String, String)| !in_file.is_empty() && fold(recorded) != fold(in_file);
    let told = |(field, recorded, in_file)| Difference { field, recorded, in_file };
    all.into_iter().filter(differs).map(told).collect()
}

/// Returns a person's file with what a row says otherwise.
pub(super) fn taken(recorded: &Participant, row: &Participant) -> Participant {
    let mut file = recorded.clone();
    for difference in differences(recorded, row) {
        match difference.field {
            Field::Phone => file.phone = row.phone.clone(),
            Field::Email => file.email = row.email.clone(),
            Field::Commune => file.residence = row.residence.clone(),
            _ => {}
        }
    }
    file
}

fn nobody() -> Target {
    Target::New { others: Vec::new() }
}

/// Returns whose file a row goes to, and the verdict before its referral is looked at.
fn whose(
    base: &Base<'_>,
    person: &Participant,
    number: Option<u32>,
    line: usize,
    choices: &ImportChoices,
    seen: &mut Seen,
) -> Result<Result<(Target, Verdict), CellFault>, AppError> {
    let known = |id| -> Result<(Target, Verdict), AppError> {
        let found = base.participant(id)?.ok_or(AppError::NotFound)?;
        Ok((Target::Known(id), Verdict::Known(found.name.full())))
    };
    if let Some(number) = number
        && let Some(id) = base.participant_numbered(number)?
    {
        let of_number = base.participant(id)?.ok_or(AppError::NotFound)?;
        let same = crate::domain::likeness::likeness(&traits_of(&of_number), &traits_of(person)).is_some();
        return Ok(if same { Ok(known(id)?) } else { Err(CellFault::NumberOfSomebodyElse) });
    }
    let near = duplicates::near(base, person)?;
    let on_paper = |reasons: &[Reason]| {
        reasons.contains(&Reason::SameBirthDate)
            && (reasons.contains(&Reason::SameName) || reasons.contains(&Reason::NameInAnotherOrder))
    };
    let certain: Vec<ParticipantId> = near.iter().filter(|(_, reasons)| on_paper(reasons)).map(|(id, _)| *id).collect();
    let mut words: Vec<String> = fold(&person.name.full()).split(' ').map(str::to_owned).collect();
    words.sort_unstable();
    let key = (words, person.birth_date.0);
    let found = match (choices.people.get(&line), certain.as_slice()) {
        (Some(PersonChoice::Same(id)), _) => known(*id)?,
        (None, [one]) => known(*one)?,
        (None, _) if !near.is_empty() => {
            let views = near.into_iter().map(|(id, reasons)| duplicates::alike_view(base, id, reasons));
            (nobody(), Verdict::Alike(views.collect::<Result<_, _>>()?))
        }
        (choice, _) => match seen.people.get(&key) {
            Some(above) if choice.is_none() => (Target::Line(*above), Verdict::SameAsLine(*above)),
            _ => {
                seen.people.insert(key, line);
                let others = near.into_iter().map(|(id, _)| id).collect();
                (Target::New { others }, Verdict::New)
            }
        },
    };
    Ok(Ok(found))
}

/// Returns the verdict of a row with its referral, and whether that is written.
fn referred(
    base: &Base<'_>,
    verdict: Verdict,
    target: &Target,
    referral: Option<&TypedReferral>,
    seen: &mut Seen,
) -> Result<(Verdict, bool), AppError> {
    if matches!(verdict, Verdict::Alike(_) | Verdict::Refused(_)) {
        return Ok((verdict, false));
    }
    let Some(referral) = referral else {
        let verdict = if matches!(verdict, Verdict::Known(_)) { Verdict::There } else { verdict };
        return Ok((verdict, false));
    };
    if referral.who == Who::Unknown {
        return Ok((Verdict::UnknownPrescriber(referral.name.clone()), false));
    }
    if let (Target::Known(id), Who::Known(prescriber)) = (target, referral.who) {
        let there = base.referrals_of(*id)?.iter().any(|known| {
            known.prescriber == prescriber && referral.received.is_none_or(|received| received == known.received)
        });
        if there {
            return Ok((Verdict::There, false));
        }
    }
    let whose = match target {
        Target::Known(id) => id.to_string(),
        Target::Line(line) => line.to_string(),
        Target::New { .. } => return Ok((verdict, true)),
    };
    let is_first = seen.referrals.insert((whose, referral.name.clone(), referral.received));
    Ok((if is_first { verdict } else { Verdict::There }, is_first))
}

fn title(table: &Table, columns: &[Option<Field>], field: Field) -> String {
    let at = columns.iter().position(|known| *known == Some(field));
    // A field that no column holds is called by its own name.
    at.and_then(|at| table.header.get(at))
        .filter(|title| !title.is_empty())
        .cloned()
        .unwrap_or_else(|| terms::field(field))
}

/// Returns who a prescriber is: by their address, else by their name in any order, else as somebody decided.
fn who(referral: &TypedReferral, prescribers: &[Prescriber], choices: &ImportChoices) -> Who {
    let words = |name: &str| {
        let mut words: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let by_email = referral.email.as_ref().and_then(|email| {
        let is = |known: &&Prescriber| known.email.as_ref().is_some_and(|own| own.as_str().eq_ignore_ascii_case(email));
        prescribers.iter().find(is)
    });
    let wanted = words(&referral.name);
    let mut by_name = prescribers.iter().filter(|known| words(&known.name.full()) == wanted);
    match (by_email, by_name.next(), by_name.next(), choices.prescribers.get(&referral.name)) {
        (Some(known), ..) | (None, Some(known), None, _) => Who::Known(known.id),
        (.., Some(PrescriberChoice::Known(id))) => Who::Known(*id),
        (.., Some(PrescriberChoice::Create(site))) => Who::Create(*site),
        _ => Who::Unknown,
    }
}

/// Returns the first and the last name of somebody who is named in one cell.
pub(super) fn first_and_last(name: &str) -> (String, String) {
    people_table::full_name(name).unwrap_or_else(|_| match name.trim().split_once(' ') {
        Some((first, last)) => (first.to_owned(), last.to_owned()),
        None => (name.to_owned(), name.to_owned()),
    })
}

/// The cells of one row, read by their fields; what was put right and what cannot be read is noted.
struct Cells<'t> {
    table: &'t Table,
    columns: &'t [Option<Field>],
    row: &'t Row,
    notes: Vec<(String, Note)>,
    faults: Vec<(String, String, CellFault)>,
}

impl Cells<'_> {
    fn cell(&self, field: Field) -> Option<&Cell> {
        self.row.cell(self.columns.iter().position(|known| *known == Some(field))?)
    }

    fn text(&self, field: Field) -> String {
        self.cell(field).map(Cell::text).unwrap_or_default().trim().to_owned()
    }

    fn fault(&mut self, field: Field, fault: CellFault) {
        self.faults.push((title(self.table, self.columns, field), self.text(field), fault));
    }

    fn note(&mut self, field: Field, note: Option<Note>) {
        if let Some(note) = note {
            self.notes.push((title(self.table, self.columns, field), note));
        }
    }

    /// Keeps a value that was read, its note, or its fault.
    fn keep<T>(&mut self, field: Field, read: Result<Reading<T>, CellFault>) -> Option<T> {
        match read {
            Ok(Reading { value, note }) => {
                self.note(field, note);
                Some(value)
            }
            Err(fault) => {
                self.fault(field, fault);
                None
            }
        }
    }

    fn raw_name(&self) -> String {
        let parts = [Field::FullName, Field::LastName, Field::FirstName].map(|field| self.text(field));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn number(&self) -> Option<u32> {
        self.text(Field::FileNumber).parse().ok()
    }

    fn person(&mut self, order: DateOrder, today: NaiveDate) -> Option<NewParticipant> {
        let names = self.names();
        let birth = match self.cell(Field::BirthDate).map(|cell| people_table::date(cell, order, today)) {
            Some(read) => self.keep(Field::BirthDate, read),
            None => {
                self.fault(Field::BirthDate, CellFault::Missing);
                None
            }
        };
        if let Some(birth) = birth
            && check_age(birth, today).is_err()
        {
            self.fault(Field::BirthDate, CellFault::AgeOutOfRange);
        }
        let phone = self.cell(Field::Phone).map(people_table::phone);
        let phone = phone.and_then(|read| self.keep(Field::Phone, Ok(read))).unwrap_or_default();
        let mut email = self.text(Field::Email);
        if !email.is_empty() && Email::parse(&email).is_err() {
            self.note(Field::Email, Some(Note::EmailLeftOut));
            email.clear();
        }
        let gender = people_table::gender(&self.text(Field::Gender));
        let gender = gender.map_err(|fault| self.fault(Field::Gender, fault)).unwrap_or_default();
        let (residence, address) = (self.residence(), self.address());
        let ((first, last), birth) = names.zip(birth)?;
        let named = NewParticipant::named(&first, &last, birth);
        Some(NewParticipant { gender, phone, email, residence, address, ..named })
    }

    fn names(&mut self) -> Option<(String, String)> {
        let (first, last) = (self.text(Field::FirstName), self.text(Field::LastName));
        let (field, names) = if first.is_empty() && last.is_empty() && self.cell(Field::FullName).is_some() {
            match people_table::full_name(&self.text(Field::FullName)) {
                Ok(names) => (Field::FullName, names),
                Err(fault) => {
                    self.fault(Field::FullName, fault);
                    return None;
                }
            }
        } else {
            (if last.is_empty() { Field::LastName } else { Field::FirstName }, (first, last))
        };
        if names.0.is_empty() || names.1.is_empty() {
            self.fault(field, CellFault::Missing);
            return None;
        }
        if crate::domain::person::PersonName::new(&names.0, &names.1).is_err() {
            self.fault(field, CellFault::NotAName);
            return None;
        }
        Some((self.cased(Field::FirstName, names.0), self.cased(Field::LastName, names.1)))
    }

    /// Returns a name that was all in capitals in name case, which is told.
    fn cased(&mut self, field: Field, name: String) -> String {
        let Some(cased) = name_case(&name) else { return name };
        let whole = self.columns.contains(&Some(Field::FullName)) && !self.columns.contains(&Some(field));
        self.note(if whole { Field::FullName } else { field }, Some(Note::NameCase));
        cased
    }

    /// Returns number and street; with the town where its post code does not follow from the commune.
    fn address(&self) -> String {
        let (street, name) = (self.text(Field::Address), self.text(Field::Commune));
        let post_code = self.cell(Field::PostCode).map(|cell| people_table::post_code(cell).value).unwrap_or_default();
        if street.is_empty() || post_code.is_empty() || street.contains(&post_code) {
            return street;
        }
        format!("{street}, {post_code} {name}").trim().to_owned()
    }

    fn residence(&mut self) -> Residence {
        let communes = communes();
        let listed = |commune: &Commune| Residence::Listed { code: commune.code.clone(), name: commune.name.clone() };
        let post_code = self.cell(Field::PostCode).map(people_table::post_code);
        let post_code = post_code.and_then(|read| self.keep(Field::PostCode, Ok(read))).unwrap_or_default();
        let (insee, name) = (self.text(Field::InseeCode), self.text(Field::Commune));
        if let Some(commune) = communes.get(&CommuneCode(insee)) {
            let name = if name.is_empty() { commune.name.clone() } else { name };
            let said =
                communes.all().iter().find(|other| other.code == commune.code && fold(&other.name) == fold(&name));
            return listed(said.unwrap_or(commune));
        }
        if name.is_empty() && post_code.is_empty() {
            return Residence::Unknown;
        }
        let words = if name.is_empty() { &post_code } else { &name };
        match communes.resolve(words) {
            Found::One(commune) => return listed(commune),
            Found::Several(found) if !name.is_empty() && !post_code.is_empty() => {
                let near: Vec<&Commune> = communes.matching(&post_code, usize::MAX);
                let both: Vec<&&Commune> = found.iter().filter(|commune| near.contains(commune)).collect();
                if let [one] = both.as_slice() {
                    return listed(one);
                }
            }
            Found::Several(_) | Found::Nothing => {}
        }
        self.note(if name.is_empty() { Field::PostCode } else { Field::Commune }, Some(Note::CommuneToCheck));
        if name.is_empty() { Residence::Unknown } else { Residence::Outside { name } }
    }

    /// Returns the referral of a row that names who refers.
    fn referral(&mut self, order: DateOrder, today: NaiveDate) -> Option<TypedReferral> {
        let (name, email) = (self.text(Field::Prescriber), self.text(Field::PrescriberEmail));
        if name.is_empty() && email.is_empty() {
            return None;
        }
        if !email.is_empty() && Email::parse(&email).is_err() {
            self.fault(Field::PrescriberEmail, CellFault::NotAnAddress);
        }
        let received = self.cell(Field::Received).map(|cell| people_table::date(cell, order, today));
        let received = received.and_then(|read| self.keep(Field::Received, read));
        if received.is_some_and(|received| received > today) {
            self.fault(Field::Received, CellFault::DateInTheFuture);
        }
        if self.cell(Field::Received).is_none() {
            self.note(Field::Received, Some(Note::ReceivedToday));
        }
        let question = Some(self.text(Field::Question)).filter(|text| !text.is_empty());
        if question.is_none() {
            self.note(Field::Question, Some(Note::QuestionToAsk));
        }
        let name = if name.is_empty() { email.clone() } else { name };
        let email = Some(email).filter(|email| !email.is_empty());
        Some(TypedReferral { name, email, who: Who::Unknown, received, question })
    }
}
