//! Papers of a session: what people sign, and what the facilitator takes into the room.

use std::path::PathBuf;

use super::{reference, write_file};
use crate::app::names::Names;
use crate::app::planning::rules_of;
use crate::app::session_life::walk_in_name;
use crate::app::sheets::{convened, sheet_version};
use crate::app::{App, AppError, Login};
use crate::domain::id::SessionId;
use crate::domain::person::{ExtraTime, Participant, Role};
use crate::domain::session_life::{Newcomer, counts_alone, sheet_parts};
use crate::domain::stamp::Half;
use crate::domain::workshop::Session;
use crate::i18n::terms;
use crate::report::attendance_sheet::{self, AttendanceSheet, Attendee, Drawn};
use crate::report::session_sheet::{self, Expected, SessionSheet};
use crate::store::{Base, Signer};
use crate::tr;

impl App {
    /// Writes the sheets to sign for a session, one for each half-day, and returns their paths. What was signed on the screen is
    /// drawn into them.
    pub fn write_attendance_sheet(&mut self, login: Login, session: SessionId) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let activity = self.activity(&found.workshop)?;
        let folder = self.documents.join("emargements");
        let mut paths = Vec::new();
        for part in sheet_parts(found.slot) {
            let lines = Lines::read(&base, &names, &found, part.half)?;
            let sheet = AttendanceSheet {
                reference: reference(session),
                workshop_title: activity.title.clone(),
                date: found.slot.day,
                start: part.start,
                end: part.end,
                place: self.where_it_meets(&found.room)?,
                facilitator: names.staff(found.facilitator),
                convened: lines.convened,
                walk_ins: lines.walk_ins,
                facilitator_signed: lines.leader,
                counts_alone: counts_alone(activity),
                session_hash: sheet_version(&base, &found, part.half)?,
                printed_on: self.day(),
            };
            let half = match part.half {
                Half::Morning => "matin",
                Half::Afternoon => "apres-midi",
            };
            let file = format!("emargement-{}-{half}-{}-{}.pdf", found.slot.day, found.workshop, reference(session));
            let bytes = self.print(attendance_sheet::document(&sheet))?;
            paths.push(write_file(&folder, &file, &bytes)?);
        }
        Ok(paths)
    }

    /// Writes what the facilitator takes into the room and returns its path: people with what helps them, material, phone numbers.
    pub fn write_session_sheet(&mut self, login: Login, session: SessionId) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let rules = rules_of(&self.activities, &found.workshop)?;
        let seats = convened(&base, session)?;
        let mut people: Vec<Expected> =
            seats.iter().filter_map(|seat| names.person(seat.participant)).map(expected).collect();
        people.sort_by(|a, b| a.name.cmp(&b.name));
        let equipment = |name: &String| tr!("document-session-material", equipment = name.as_str());
        let sheet = SessionSheet {
            reference: reference(session),
            workshop_title: self.activity(&found.workshop)?.title.clone(),
            date: found.slot.day,
            start: found.slot.start,
            end: found.slot.end(),
            place: self.where_it_meets(&found.room)?,
            facilitator: names.staff(found.facilitator),
            minimum: rules.minimum.0,
            maximum: rules.maximum.0,
            material: rules.equipment.iter().map(equipment).collect(),
            bring: super::letters::bring_list(&rules.bring),
            people,
            printed_on: self.day(),
        };
        let file = format!("seance-{}-{}-{}.pdf", found.slot.day, found.workshop, reference(session));
        let bytes = self.print(session_sheet::document(&sheet))?;
        write_file(&self.documents.join("seances"), &file, &bytes)
    }
}

fn expected(person: &Participant) -> Expected {
    let mut needs: Vec<String> = Vec::new();
    if !person.needs.ticked.is_empty() {
        needs.push(terms::needs(&person.needs));
    }
    if !person.supports.0.trim().is_empty() {
        needs.push(person.supports.0.trim().to_owned());
    }
    if person.extra_time != ExtraTime::None {
        let time = terms::extra_time(person.extra_time);
        needs.push(tr!("document-extra-time", time = time));
    }
    Expected { name: person.name.full(), phone: person.phone.0.clone(), needs: needs.join(". ") }
}

/// The lines of the sheet of one half-day.
struct Lines {
    convened: Vec<Attendee>,
    walk_ins: Vec<Attendee>,
    leader: Option<Drawn>,
}

impl Lines {
    fn read(base: &Base<'_>, names: &Names, session: &Session, half: Half) -> Result<Self, AppError> {
        let signatures = base.pad_signatures(session.id)?;
        let drawn = |is_theirs: &dyn Fn(Signer) -> bool| {
            let found = signatures.iter().find(|one| one.half == half && is_theirs(one.signer));
            found.map(|one| Drawn { signature: one.signature.clone(), at: one.at.local().time() })
        };
        let mut people: Vec<Attendee> = convened(base, session.id)?
            .iter()
            .map(|seat| Attendee {
                name: names.participant(seat.participant),
                reference: reference(seat.participant),
                signed: drawn(&|signer| signer == Signer::Convened(seat.participant)),
            })
            .collect();
        people.sort_by(|a, b| a.name.cmp(&b.name));
        let walk_ins = base
            .walk_ins(session.id)?
            .iter()
            .map(|one| Attendee {
                name: walk_in_name(names, &one.who),
                reference: match one.who {
                    Newcomer::Participant(participant) => reference(participant),
                    Newcomer::Inhabitant(_) => String::new(),
                },
                signed: drawn(&|signer| signer == Signer::WalkIn(one.id)),
            })
            .collect();
        let leader = drawn(&|signer| matches!(signer, Signer::Leader(_)));
        Ok(Self { convened: people, walk_ins, leader })
    }
}
