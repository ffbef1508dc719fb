//! People who may be recorded twice: told, said to be two, or made one, and two again.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{CommuneView, NewParticipant, commune_view, participant};
use crate::app::names::Names;
use crate::app::{App, AppError, Login, Refusal};
use crate::domain::commune::Residence;
use crate::domain::id::{MergeId, ParticipantId};
use crate::domain::likeness::{Reason, likeness, pairs};
use crate::domain::person::{Email, ExtraTime, Gender, Needs, Participant, PersonRefusal, Role};
use crate::domain::stamp::{Availability, Instant};
use crate::store::{Base, Merge, Tx, traits_of};

/// Somebody who looks like a person, as far as it helps to tell them apart.
#[derive(Clone, Debug, PartialEq)]
pub struct AlikeView {
    pub id: ParticipantId,
    pub number: u32,
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub phone: String,
    pub commune: CommuneView,
    pub reasons: Vec<Reason>,
}

/// Two files that may be of one person; nobody of the two comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct PairView {
    pub one: AlikeView,
    pub other: AlikeView,
    pub reasons: Vec<Reason>,
}

/// A column of the kept file that may take the value of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeColumn {
    Name,
    BirthDate,
    Gender,
    Phone,
    Email,
    Residence,
    Address,
    Needs,
    Supports,
    ExtraTime,
    Availability,
}

/// What a field says, in each file.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldChoice {
    Text(String),
    Date(NaiveDate),
    Gender(Gender),
    Commune(CommuneView),
    Needs(Needs),
    ExtraTime(ExtraTime),
    /// None where they were never asked.
    Availability(Option<Availability>),
}

/// One line of the table that is read before two files are made one.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeChoice {
    pub column: MergeColumn,
    pub kept: FieldChoice,
    pub absorbed: FieldChoice,
    /// The kept file says nothing, the other does: its value is taken unless somebody says otherwise.
    pub takes_absorbed: bool,
}

/// Two files side by side: what each says where they differ, and what stands against making them one.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeView {
    pub kept: AlikeView,
    pub absorbed: AlikeView,
    pub choices: Vec<MergeChoice>,
    /// Why the two cannot be made one; the words of the refusal.
    pub bars: Option<String>,
}

/// A file that was made one with another.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedView {
    pub id: MergeId,
    pub name: String,
    pub number: u32,
    pub at: Instant,
    pub by: String,
}

/// The most pairs that are listed.
const MOST_PAIRS: usize = 200;

impl App {
    /// Returns the people who look like somebody who is not recorded, or whose record changes.
    ///
    /// # Errors
    /// Refuses what cannot be recorded at all.
    pub fn alike(
        &self,
        login: Login,
        id: Option<ParticipantId>,
        wish: &NewParticipant,
    ) -> Result<Vec<AlikeView>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let person = participant(id.unwrap_or(ParticipantId::new(uuid::Uuid::nil())), wish, self.day())?;
        let found = near(&base, &person)?;
        found.into_iter().map(|(id, reasons)| alike_view(&base, id, reasons)).collect()
    }

    /// Returns the pairs of files that may be of one person, and that nobody said are two.
    pub fn possible_duplicates(&self, login: Login) -> Result<Vec<PairView>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let people = base.traits()?;
        let distinct: BTreeSet<(ParticipantId, ParticipantId)> = base.distinct_pairs()?.into_iter().collect();
        let mut found = Vec::new();
        for (one, other, alike) in pairs(&people) {
            let Some((one, other)) = people.get(one).zip(people.get(other)) else { continue };
            if distinct.contains(&(one.id.min(other.id), one.id.max(other.id))) {
                continue;
            }
            if found.len() >= MOST_PAIRS {
                break;
            }
            found.push(PairView {
                one: alike_view(&base, one.id, Vec::new())?,
                other: alike_view(&base, other.id, Vec::new())?,
                reasons: alike.reasons,
            });
        }
        Ok(found)
    }

    /// Records that two people who look alike are not the same.
    pub fn tell_apart(&mut self, login: Login, one: ParticipantId, other: ParticipantId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            for id in [one, other] {
                tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            }
            remember_others(tx, (login, now), one, &[other])
        })
    }

    /// Returns two files side by side.
    pub fn merge_view(
        &self,
        login: Login,
        kept: ParticipantId,
        absorbed: ParticipantId,
    ) -> Result<MergeView, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let (one, other) = (of(&base, kept)?, of(&base, absorbed)?);
        let bars = base.merge_bars(kept, absorbed, self.day())?;
        Ok(MergeView {
            kept: alike_view(&base, kept, Vec::new())?,
            absorbed: alike_view(&base, absorbed, Vec::new())?,
            choices: choices(&one, &other),
            bars: (!bars.is_empty()).then(|| AppError::Refused(Refusal::Merge(bars)).french()),
        })
    }

    /// Makes two files one: everything of the absorbed one moves to the kept one, which takes its values in `taken`.
    ///
    /// # Errors
    /// Refuses files whose rows cannot stand together.
    pub fn merge_participants(
        &mut self,
        login: Login,
        (kept, absorbed): (ParticipantId, ParticipantId),
        taken: &[MergeColumn],
    ) -> Result<MergeId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = MergeId::new(self.chance.uuid(now));
        let merge = Merge { id, kept, absorbed, at: now, by: login.staff, undone: None };
        self.store.write(|tx| {
            let (mut person, other) = (of(&tx.base(), kept)?, of(&tx.base(), absorbed)?);
            if kept == absorbed {
                return Err(AppError::NotFound);
            }
            let bars = tx.base().merge_bars(kept, absorbed, now.day())?;
            if !bars.is_empty() {
                return Err(AppError::Refused(Refusal::Merge(bars)));
            }
            tx.begin_merge(&merge)?;
            for column in taken {
                take(&mut person, &other, *column);
            }
            tx.put_participant(&person)?;
            tx.end_merge(&merge)?;
            tx.audit(&login.entry(now, "participant.merge", kept))?;
            tx.audit(&login.entry(now, "participant.merged_away", absorbed))?;
            Ok(id)
        })
    }

    /// Puts back what a merge moved.
    ///
    /// # Errors
    /// Refuses a merge that was undone already, or whose file was merged into another since.
    pub fn undo_merge(&mut self, login: Login, id: MergeId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let merge = tx.base().merge(id)?.filter(|merge| merge.undone.is_none()).ok_or(AppError::NotFound)?;
            tx.base().participant(merge.kept)?.ok_or(AppError::NotFound)?;
            tx.undo_merge(&merge, now, login.staff)?;
            // What a person is looked for by follows from the rest.
            tx.put_participant(&of(&tx.base(), merge.kept)?)?;
            tx.audit(&login.entry(now, "participant.undo_merge", merge.kept))?;
            Ok(tx.audit(&login.entry(now, "participant.undo_merge", merge.absorbed))?)
        })
    }
}

fn of(base: &Base<'_>, id: ParticipantId) -> Result<Participant, AppError> {
    base.participant(id)?.ok_or(AppError::NotFound)
}

/// Returns who looks like a person, and why.
pub(super) fn near(base: &Base<'_>, person: &Participant) -> Result<Vec<(ParticipantId, Vec<Reason>)>, AppError> {
    let traits = traits_of(person);
    let candidates = base.traits_near(&traits)?;
    let alike = candidates.iter().filter_map(|other| Some((other.id, likeness(&traits, other)?.reasons)));
    Ok(alike.collect())
}

/// Refuses somebody who looks like people who are not among `others`.
pub(super) fn check(base: &Base<'_>, person: &Participant, others: &[ParticipantId]) -> Result<(), AppError> {
    let participants: Vec<ParticipantId> =
        near(base, person)?.into_iter().map(|(id, _)| id).filter(|id| !others.contains(id)).collect();
    if participants.is_empty() { Ok(()) } else { Err(PersonRefusal::LooksLike { participants }.into()) }
}

/// Remembers of whom a person is said to be another.
pub(super) fn remember_others(
    tx: &Tx<'_>,
    (login, now): (Login, Instant),
    id: ParticipantId,
    others: &[ParticipantId],
) -> Result<(), AppError> {
    for other in others.iter().filter(|other| **other != id) {
        tx.base().participant(*other)?.ok_or(AppError::NotFound)?;
        tx.add_distinct_pair((id, *other), now, login.staff)?;
        tx.audit(&login.entry(now, "participant.tell_apart", *other))?;
        tx.audit(&login.entry(now, "participant.tell_apart", id))?;
    }
    Ok(())
}

pub(super) fn alike_view(base: &Base<'_>, id: ParticipantId, reasons: Vec<Reason>) -> Result<AlikeView, AppError> {
    let person = of(base, id)?;
    Ok(AlikeView {
        id,
        number: base.file_number(id)?.unwrap_or_default(),
        first_name: person.name.first().to_owned(),
        last_name: person.name.last().to_owned(),
        birth_date: person.birth_date.0,
        phone: person.phone.0.clone(),
        commune: commune_view(&person.residence),
        reasons,
    })
}

/// Returns the files that were made one with this one.
pub(super) fn merged(base: &Base<'_>, names: &Names, id: ParticipantId) -> Result<Vec<MergedView>, AppError> {
    let mut views = Vec::new();
    for merge in base.merges_into(id)? {
        let person = base.participant_even_merged(merge.absorbed)?.ok_or(AppError::NotFound)?;
        views.push(MergedView {
            id: merge.id,
            name: person.name.full(),
            number: base.file_number(merge.absorbed)?.unwrap_or_default(),
            at: merge.at,
            by: names.staff(merge.by),
        });
    }
    Ok(views)
}

/// Returns what two files say of a person, where they differ.
fn choices(kept: &Participant, absorbed: &Participant) -> Vec<MergeChoice> {
    let email = |person: &Participant| person.email.as_ref().map(Email::as_str).unwrap_or_default().to_owned();
    let text = |value: &dyn Fn(&Participant) -> String| [kept, absorbed].map(|person| FieldChoice::Text(value(person)));
    let of = |value: &dyn Fn(&Participant) -> FieldChoice| [kept, absorbed].map(value);
    let lines = [
        (MergeColumn::Name, text(&|person| person.name.full())),
        (MergeColumn::BirthDate, of(&|person| FieldChoice::Date(person.birth_date.0))),
        (MergeColumn::Gender, of(&|person| FieldChoice::Gender(person.gender))),
        (MergeColumn::Phone, text(&|person| person.phone.0.clone())),
        (MergeColumn::Email, text(&email)),
        (MergeColumn::Residence, of(&|person| FieldChoice::Commune(commune_view(&person.residence)))),
        (MergeColumn::Address, text(&|person| person.address.0.clone())),
        (MergeColumn::Needs, of(&|person| FieldChoice::Needs(person.needs.clone()))),
        (MergeColumn::Supports, text(&|person| person.supports.0.clone())),
        (MergeColumn::ExtraTime, of(&|person| FieldChoice::ExtraTime(person.extra_time))),
        (MergeColumn::Availability, of(&|person| FieldChoice::Availability(half_days(person)))),
    ];
    lines
        .into_iter()
        .filter(|(_, [kept, absorbed])| kept != absorbed)
        .map(|(column, [kept, absorbed])| MergeChoice {
            column,
            takes_absorbed: is_blank(&kept) && !is_blank(&absorbed),
            kept,
            absorbed,
        })
        .collect()
}

/// Returns when a person can come, as far as they were asked.
fn half_days(person: &Participant) -> Option<Availability> {
    person.half_days_asked.then_some(person.availability)
}

fn is_blank(value: &FieldChoice) -> bool {
    match value {
        FieldChoice::Text(text) => text.is_empty(),
        FieldChoice::Gender(gender) => *gender == Gender::Untold,
        FieldChoice::Commune(commune) => commune.residence == Residence::Unknown,
        FieldChoice::Needs(needs) => needs.ticked.is_empty(),
        FieldChoice::ExtraTime(extra) => *extra == ExtraTime::None,
        FieldChoice::Availability(half_days) => half_days.is_none(),
        FieldChoice::Date(_) => false,
    }
}

fn take(person: &mut Participant, other: &Participant, column: MergeColumn) {
    match column {
        MergeColumn::Name => person.name = other.name.clone(),
        MergeColumn::BirthDate => person.birth_date = other.birth_date.clone(),
        MergeColumn::Gender => person.gender = other.gender,
        MergeColumn::Phone => person.phone = other.phone.clone(),
        MergeColumn::Email => person.email = other.email.clone(),
        MergeColumn::Residence => person.residence = other.residence.clone(),
        MergeColumn::Address => person.address = other.address.clone(),
        MergeColumn::Needs => person.needs = other.needs.clone(),
        MergeColumn::Supports => person.supports = other.supports.clone(),
        MergeColumn::ExtraTime => person.extra_time = other.extra_time,
        MergeColumn::Availability => {
            (person.availability, person.half_days_asked) = (other.availability, other.half_days_asked);
        }
    }
}
