//! The agenda: what takes time, read from the base, and what the service has to give: rooms, material, staff, open days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::names::Names;
use super::planning::rules_of;
use super::{App, AppError, Login};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::agenda::{Agenda, Booking, Equipment, Holder, Leader, PersonTime, Room, ServiceRefusal};
use crate::domain::calendar::{Days, SchoolHoliday};
use crate::domain::id::{AbsenceId, ParticipantId, StaffId, StepId};
use crate::domain::person::{Participant, Role};
use crate::domain::scheduling::{HORIZON_DAYS, OpenSession, Situation};
use crate::domain::stamp::{Minutes, days_after};
use crate::domain::workshop::Session;
use crate::store::{Absence, Away, Base};

pub use crate::store::SpecialDay;

/// What the service has to give, as the settings of the planning show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceView {
    pub rooms: Vec<Room>,
    pub equipment: Vec<Equipment>,
    pub leaders: Vec<LeaderView>,
    /// Closed days and days open all the same, from today on.
    pub special_days: Vec<SpecialDay>,
    pub school_holidays: Vec<SchoolHoliday>,
    /// The workshops that somebody may lead.
    pub workshops: Vec<(ActivityId, String)>,
}

/// Who may lead workshops.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaderView {
    pub staff: StaffId,
    pub name: String,
    /// The workshops that they lead; empty stands for every one.
    pub leads: Vec<ActivityId>,
    /// Absences that are not over.
    pub away: Vec<(AbsenceId, Days)>,
}

impl App {
    /// Returns what the service has to give.
    pub fn service(&self, login: Login) -> Result<ServiceView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let today = self.day();
        let (names, skills, absences) = (Names::read(&base)?, base.skills()?, base.absences_from(today)?);
        let leader = |id: StaffId| LeaderView {
            staff: id,
            name: names.staff(id),
            leads: skills.get(&id).cloned().unwrap_or_default(),
            away: absences
                .iter()
                .filter(|absence| absence.who == Away::Staff(id))
                .map(|absence| (absence.id, absence.days))
                .collect(),
        };
        Ok(ServiceView {
            rooms: base.rooms()?,
            equipment: base.equipment()?,
            leaders: leaders(&base)?.into_iter().map(leader).collect(),
            special_days: base.special_days(today)?,
            school_holidays: base
                .school_holidays()?
                .into_iter()
                .filter(|holiday| holiday.days.until >= today)
                .collect(),
            workshops: self
                .activities
                .iter()
                .filter(|activity| activity.workshop().is_some())
                .map(|activity| (activity.id.clone(), activity.title.clone()))
                .collect(),
        })
    }

    /// Records a room, or changes how many people it holds.
    ///
    /// # Errors
    /// Refuses an empty name and a room without places.
    pub fn record_room(&mut self, login: Login, name: &str, places: usize) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let room = Room { name: named(name)?, places };
        if places == 0 {
            return Err(ServiceRefusal::NoPlace.into());
        }
        self.store.write(|tx| {
            tx.put_room(&room)?;
            Ok(tx.audit(&login.entry(now, "room.record", &room.name))?)
        })
    }

    /// Records material, or changes how much of it there is.
    ///
    /// # Errors
    /// Refuses an empty name.
    pub fn record_equipment(
        &mut self,
        login: Login,
        name: &str,
        quantity: usize,
        reset_minutes: u32,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let equipment = Equipment { name: named(name)?, quantity, reset: Minutes(reset_minutes) };
        self.store.write(|tx| {
            tx.put_equipment(&equipment)?;
            Ok(tx.audit(&login.entry(now, "equipment.record", &equipment.name))?)
        })
    }

    /// Says which workshops a member of staff leads; none at all stands for every one.
    pub fn set_skills(&mut self, login: Login, staff: StaffId, workshops: &[ActivityId]) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        for workshop in workshops {
            rules_of(&self.activities, workshop)?;
        }
        self.store.write(|tx| {
            tx.base().staff_member(staff)?.ok_or(AppError::NotFound)?;
            tx.set_skills(staff, workshops)?;
            Ok(tx.audit(&login.entry(now, "staff.set_skills", staff))?)
        })
    }

    /// Records days on which a member of staff is away. Sessions and appointments of those days stay: they are listed
    /// for somebody to decide.
    ///
    /// # Errors
    /// Refuses a last day before the first.
    pub fn record_staff_absence(&mut self, login: Login, staff: StaffId, days: Days) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        self.record_absence(login, Away::Staff(staff), days)
    }

    /// Records days on which a participant is away.
    ///
    /// # Errors
    /// Refuses a last day before the first.
    pub fn record_participant_absence(
        &mut self,
        login: Login,
        participant: ParticipantId,
        days: Days,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        self.record_absence(login, Away::Participant(participant), days)
    }

    fn record_absence(&mut self, login: Login, who: Away, days: Days) -> Result<(), AppError> {
        let now = self.now();
        if days.until < days.from {
            return Err(ServiceRefusal::EndsBeforeItBegins.into());
        }
        let absence = Absence { id: AbsenceId::new(self.chance.uuid(now)), who, days };
        self.store.write(|tx| {
            match who {
                Away::Staff(id) => drop(tx.base().staff_member(id)?.ok_or(AppError::NotFound)?),
                Away::Participant(id) => drop(tx.base().participant(id)?.ok_or(AppError::NotFound)?),
            }
            tx.add_absence(&absence)?;
            Ok(tx.audit(&login.entry(now, "absence.record", absence.id))?)
        })
    }

    /// Takes an absence back.
    pub fn remove_absence(&mut self, login: Login, id: AbsenceId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let now = self.now();
        self.store.write(|tx| {
            tx.remove_absence(id)?;
            Ok(tx.audit(&login.entry(now, "absence.remove", id))?)
        })
    }

    /// Closes a day, or opens one that would be closed, under a name that everybody reads.
    ///
    /// # Errors
    /// Refuses an empty name.
    pub fn mark_day(&mut self, login: Login, day: NaiveDate, is_open: bool, name: &str) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let special = SpecialDay { day, is_open, name: named(name)? };
        self.store.write(|tx| {
            tx.put_special_day(&special)?;
            Ok(tx.audit(&login.entry(now, if is_open { "day.open" } else { "day.close" }, day))?)
        })
    }

    /// Gives a day back to the calendar.
    pub fn unmark_day(&mut self, login: Login, day: NaiveDate) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        self.store.write(|tx| {
            tx.remove_special_day(day)?;
            Ok(tx.audit(&login.entry(now, "day.restore", day))?)
        })
    }

    /// Replaces the school holidays by those of a table: name, first day, last day. Returns how many there are.
    ///
    /// # Errors
    /// Refuses a table that is not readable, with its line; nothing is changed then.
    pub fn import_school_holidays(&mut self, login: Login, table: &str) -> Result<usize, AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let holidays = crate::exchange::school_holidays::read(table)
            .map_err(|line| AppError::from(ServiceRefusal::Holidays { line }))?;
        self.store.write(|tx| {
            tx.set_school_holidays(&holidays)?;
            tx.audit(&login.entry(now, "school_holidays.import", holidays.len()))?;
            Ok(holidays.len())
        })
    }

    /// Sets the last day on which a step is of use to the person; none removes it.
    pub fn set_deadline(&mut self, login: Login, step: StepId, deadline: Option<NaiveDate>) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let roadmap = tx.base().roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
            roadmap.step(step)?;
            tx.set_deadline(step, deadline)?;
            Ok(tx.audit(&login.entry(now, "roadmap.set_deadline", step))?)
        })
    }
}

fn named(name: &str) -> Result<String, AppError> {
    let name = name.trim();
    if name.is_empty() { Err(ServiceRefusal::NoName.into()) } else { Ok(name.to_owned()) }
}

/// Returns who may lead workshops: facilitators first, the counsellor where there is none.
pub(super) fn leaders(base: &Base<'_>) -> Result<Vec<StaffId>, AppError> {
    let mut able: Vec<_> = base
        .staff()?
        .into_iter()
        .filter(|member| matches!(member.role, Role::Facilitator | Role::Counsellor))
        .collect();
    able.sort_by_key(|member| (member.role != Role::Facilitator, member.id));
    Ok(able.into_iter().map(|member| member.id).collect())
}

/// Reads everything that takes time from a day on.
pub(super) fn agenda<'p>(
    base: &Base<'_>,
    people: impl Iterator<Item = &'p Participant>,
    from: NaiveDate,
) -> Result<Agenda, AppError> {
    let absences = base.absences_from(from)?;
    let away =
        |who: Away| absences.iter().filter(move |absence| absence.who == who).map(|absence| absence.days).collect();
    let skills = base.skills()?;
    let leaders = leaders(base)?
        .into_iter()
        .map(|id| {
            let leads = skills.get(&id).map(|leads| leads.iter().cloned().collect::<BTreeSet<_>>());
            Leader { id, leads, away: away(Away::Staff(id)) }
        })
        .collect();
    let mut agenda = Agenda::new(base.calendar()?, base.rooms()?, base.equipment()?, leaders);
    let mut absent: BTreeMap<ParticipantId, Vec<Days>> = BTreeMap::new();
    for absence in &absences {
        if let Away::Participant(id) = absence.who {
            absent.entry(id).or_default().push(absence.days);
        }
    }
    for person in people {
        let away = absent.remove(&person.id).unwrap_or_default();
        agenda.add_person(person.id, PersonTime { availability: person.availability, away });
    }
    let mut seated: BTreeMap<_, Vec<ParticipantId>> = BTreeMap::new();
    for (session, participant) in base.seated_from(from)? {
        seated.entry(session).or_default().push(participant);
    }
    for session in base.sessions(from, NaiveDate::MAX)?.into_iter().filter(Session::is_open) {
        agenda.add(Booking {
            holder: Holder::Session(session.id),
            slot: session.slot,
            room: Some(session.room),
            staff: Some(session.facilitator),
            people: seated.remove(&session.id).unwrap_or_default(),
            equipment: None,
        });
    }
    for appointment in base.appointments_from(from)? {
        agenda.add(Booking {
            holder: Holder::Appointment(appointment.id),
            slot: appointment.slot,
            room: appointment.room,
            staff: Some(appointment.with),
            people: vec![appointment.participant],
            equipment: appointment.equipment,
        });
    }
    Ok(agenda)
}

/// Reads everything that the rule looks at.
pub(super) fn situation(
    base: &Base<'_>,
    names: &Names,
    today: NaiveDate,
    activities: &[Activity],
) -> Result<Situation, AppError> {
    let agenda = agenda(base, names.people(), today)?;
    let mut open = Vec::new();
    for session in base.sessions(today, days_after(today, HORIZON_DAYS))?.into_iter().filter(Session::is_open) {
        let Ok(rules) = rules_of(activities, &session.workshop) else { continue };
        let seats = base.seats(session.id)?.iter().filter(|seat| seat.takes_a_place()).count();
        open.push(OpenSession {
            id: session.id,
            workshop: session.workshop,
            slot: session.slot,
            places_left: rules.maximum.0.saturating_sub(seats),
        });
    }
    let pending =
        base.open_seats_by_step()?.into_iter().map(|(person, activity, slot)| ((person, activity), slot)).collect();
    Ok(Situation { today, agenda, open, pending })
}
