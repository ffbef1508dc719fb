//! Calendar files: the service's, and one for each person.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{content, reference, write_file};
use crate::app::person_agenda::AgendaLine;
use crate::app::telling::appointment_name;
use crate::app::{App, AppError, Login};
use crate::domain::activity::ActivityId;
use crate::domain::appointment::AppointmentState;
use crate::domain::id::ParticipantId;
use crate::domain::person::Role;
use crate::domain::stamp::{TimeSlot, days_after};
use crate::domain::workshop::{Attendance, Session, SessionState};
use crate::exchange::agenda::{AgendaEntry, ics};
use crate::report::agenda_sheet::{self, AgendaSheet, Coming};
use crate::tr;

impl App {
    /// Writes the open sessions and the booked appointments into `agenda.ics`, without names, and returns its path.
    pub fn write_agenda(&mut self, login: Login) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let now = self.now();
        let past = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
        let until = days_after(now.day(), 400);
        let mut entries = Vec::new();
        let versions = base.session_versions()?;
        // What was cancelled stays in the file: whoever has it in a calendar must see it go.
        let told = |session: &Session| !matches!(session.state, SessionState::Held { .. });
        for session in base.sessions(past, until)?.into_iter().filter(told) {
            let title = self.activity(&session.workshop)?.title.clone();
            let is_cancelled = !session.is_open();
            let version = versions.get(&session.id).copied().unwrap_or(0);
            let uid = session.id.uuid();
            entries.push(AgendaEntry { version, is_cancelled, uid, ..self.entry(title, session.room, session.slot) });
        }
        let versions = base.appointment_versions()?;
        for appointment in base.appointments_from(past)? {
            let title = content::appointment_title(appointment.kind);
            let version = versions.get(&appointment.id).copied().unwrap_or(0);
            let uid = appointment.id.uuid();
            entries.push(AgendaEntry { version, uid, ..self.entry(title, self.place_of_house()?, appointment.slot) });
        }
        write_file(&self.documents, "agenda.ics", ics(&tr!("document-agenda"), &entries).as_bytes())
    }

    /// Writes what one person has to come, from today on, without anybody's name: a file to add to their calendar, and a second
    /// one that takes out what was cancelled, if anything was. Returns their paths.
    pub fn write_ics_for(&mut self, login: Login, participant: ParticipantId) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        base.participant(participant)?.ok_or(AppError::NotFound)?;
        let today = self.day();
        let mut entries = Vec::new();
        let versions = base.session_versions()?;
        let sessions = base.sessions(today, NaiveDate::MAX)?;
        for seat in base.seats_from(today)?.into_iter().filter(|seat| seat.participant == participant) {
            let Some(session) = sessions.iter().find(|session| session.id == seat.session) else { continue };
            let is_cancelled = match seat.attendance {
                None => false,
                Some(Attendance::Excused | Attendance::CancelledByService) => true,
                Some(Attendance::Present | Attendance::NoShow) => continue,
            };
            let title = self.title_of(&session.workshop);
            let place = self.where_it_meets(&session.room)?;
            entries.push(AgendaEntry {
                uid: seat.id.uuid(),
                // Both only grow: a seat given back and taken again is a later version than either.
                version: versions.get(&session.id).copied().unwrap_or(0) + seat.version,
                is_cancelled,
                ..self.entry(title, place, session.slot)
            });
        }
        let versions = base.appointment_versions()?;
        for appointment in base.all_appointments_from(today)?.into_iter().filter(|one| one.participant == participant) {
            let is_cancelled = match appointment.state {
                AppointmentState::Booked => false,
                AppointmentState::Cancelled { .. } | AppointmentState::Missed { excused: true, .. } => true,
                AppointmentState::Kept { .. } | AppointmentState::Missed { excused: false, .. } => continue,
            };
            let title = appointment_name(&base, &appointment, &|activity| self.title_of(activity))?;
            let version = versions.get(&appointment.id).copied().unwrap_or(0);
            let uid = appointment.id.uuid();
            let entry = self.entry(title, self.place_of_house()?, appointment.slot);
            entries.push(AgendaEntry { uid, version, is_cancelled, ..entry });
        }
        // A calendar file has one method: what comes and what goes are two files.
        let (gone, to_come): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.is_cancelled);
        let (name, folder) = (reference(participant), self.documents.join("agendas"));
        let title = tr!("document-agenda");
        let mut paths = vec![write_file(&folder, &format!("agenda-{name}.ics"), ics(&title, &to_come).as_bytes())?];
        if !gone.is_empty() {
            let file = format!("agenda-{name}-annulations.ics");
            paths.push(write_file(&folder, &file, ics(&title, &gone).as_bytes())?);
        }
        Ok(paths)
    }

    /// Writes what one person has to come, to read and to keep, and returns its path.
    pub fn write_agenda_sheet(&mut self, login: Login, participant: ParticipantId) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
        let member = base.staff_member(login.staff)?.ok_or(AppError::NotFound)?;
        let agenda = self.agenda_of(&base, participant)?;
        let coming = |line: AgendaLine| Coming {
            title: line.title,
            slot: line.slot,
            place: line.place,
            with: line.with,
            bring: line.bring,
        };
        let sheet = AgendaSheet {
            reference: reference(participant),
            printed_on: self.day(),
            person: person.name.full(),
            coming: agenda.coming.into_iter().map(coming).collect(),
            waiting: agenda.waiting.into_iter().map(|line| line.title).collect(),
            contact_name: member.name.full(),
            contact_phone: self.phone()?,
        };
        let bytes = self.print(agenda_sheet::document(&sheet))?;
        let name = format!("rendez-vous-{}.pdf", reference(participant));
        write_file(&self.documents.join("agendas"), &name, &bytes)
    }

    fn entry(&self, title: String, place: String, slot: TimeSlot) -> AgendaEntry {
        AgendaEntry {
            uid: uuid::Uuid::nil(),
            title,
            place,
            start: slot.starts_at(),
            end: slot.day.and_time(slot.end()),
            stamp: self.now(),
            version: 0,
            is_cancelled: false,
        }
    }

    pub(in crate::app) fn title_of(&self, activity: &ActivityId) -> String {
        self.activity(activity).map_or_else(|_| activity.0.clone(), |activity| activity.title.clone())
    }
}
