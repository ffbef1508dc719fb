//! Letters to people: invitations to sessions and appointments, and news about them.

use std::path::PathBuf;

use super::{reference, write_file};
use crate::app::names::Names;
use crate::app::people::postal_lines;
use crate::app::settings::letter_text_on;
use crate::app::telling::{TellView, appointment_name, everybodys_news};
use crate::app::{App, AppError, Login};
use crate::domain::agenda::Holder;
use crate::domain::appointment::AppointmentKind;
use crate::domain::dated_setting::LetterText;
use crate::domain::id::{AppointmentId, ParticipantId, SessionId, StaffId};
use crate::domain::person::Role;
use crate::domain::session_life::LifeRefusal;
use crate::domain::stamp::TimeSlot;
use crate::domain::telling::News;
use crate::i18n::terms;
use crate::report::house::House;
use crate::report::invitation::{self, Invitation};
use crate::report::news_letter::{self, NewsLetter};
use crate::tr;

impl App {
    /// Writes one letter for each person who has a seat in a session, and returns their paths.
    pub fn write_invitations(&mut self, login: Login, session: SessionId) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let view = self.session(login, session)?;
        let activity = self.activity(&view.workshop)?;
        let bring = activity.workshop().map(|rules| rules.bring.clone()).unwrap_or_default();
        let member = self.store.base().staff_member(login.staff)?.ok_or(AppError::NotFound)?;
        let (phone, house) = (self.phone()?, self.house_today()?);
        let purpose = letter_text_on(&self.store.base(), LetterText::Workshop, self.day())?;
        let folder = self.documents.join("convocations");
        let names = Names::read(&self.store.base())?;
        let waiting = view.seats.iter().filter(|seat| seat.attendance.is_none());
        waiting
            .map(|seat| {
                let letter = Invitation {
                    reference: reference(seat.id),
                    written_on: self.day(),
                    greeting: seat.name.clone(),
                    address: addressed(&names, seat.participant),
                    activity: view.title.clone(),
                    purpose: purpose.clone(),
                    date: view.slot.day,
                    start: view.slot.start,
                    duration_minutes: view.slot.minutes.0,
                    place: place(&view.room, &house),
                    bring: bring_list(&bring),
                    contact_name: member.name.full(),
                    contact_phone: phone.clone(),
                    signatory: member.name.full(),
                    signatory_role: tr!("document-counsellor-role"),
                };
                let file = format!("convocation-{}-{}-{}.pdf", view.slot.day, view.workshop, reference(seat.id));
                write_file(&folder, &file, &self.print(invitation::document(&letter))?)
            })
            .collect()
    }

    /// Writes the letter that invites a person to an appointment, and returns its path.
    pub fn write_appointment_letter(&mut self, login: Login, id: AppointmentId) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let found = base.appointment(id)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let name = names.participant(found.participant);
        let (contact, house) = (self.contact(login.staff)?, self.house_today()?);
        let purpose = match found.kind {
            AppointmentKind::Diagnostic => LetterText::Diagnostic,
            AppointmentKind::Restitution => LetterText::Restitution,
            AppointmentKind::Activity => LetterText::Activity,
        };
        let letter = Invitation {
            reference: reference(id),
            written_on: self.day(),
            greeting: name,
            address: addressed(&names, found.participant),
            activity: appointment_name(&base, &found, &|activity| self.title_of(activity))?,
            purpose: letter_text_on(&base, purpose, self.day())?,
            date: found.slot.day,
            start: found.slot.start,
            duration_minutes: found.slot.minutes.0,
            place: place(found.room.as_deref().unwrap_or_default(), &house),
            bring: Vec::new(),
            contact_name: contact.name.clone(),
            contact_phone: contact.phone,
            signatory: names.staff(found.with),
            signatory_role: tr!("document-counsellor-role"),
        };
        let file = format!("rendez-vous-{}-{}.pdf", found.slot.day, reference(id));
        let bytes = self.print(invitation::document(&letter))?;
        write_file(&self.documents.join("convocations"), &file, &bytes)
    }

    /// Writes the letters that tell some people what is to be told of a session or an appointment: dates to choose, a move, a
    /// reminder, a cancellation; returns their paths.
    ///
    /// # Errors
    /// Refuses people who have nothing to be told of it.
    pub fn write_news_letters(
        &mut self,
        login: Login,
        about: Holder,
        people: &[ParticipantId],
    ) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let news = everybodys_news(&base, &Names::read(&base)?, &self.activities, self.now())?;
        let (contact, house) = (self.contact(login.staff)?, self.house_today()?);
        let sentence = |text| letter_text_on(&base, text, self.day());
        let said = Sentences { workshop: sentence(LetterText::Workshop)?, reminder: sentence(LetterText::Reminder)? };
        let room = match about {
            Holder::Session(id) => base.session(id)?.map(|session| session.room),
            Holder::Appointment(id) => base.appointment(id)?.and_then(|appointment| appointment.room),
        };
        let room = room.unwrap_or_default();
        let folder = self.documents.join("courriers");
        let mut paths = Vec::new();
        for person in people {
            let one = news
                .iter()
                .find(|one| one.about == about && one.participant == *person)
                .ok_or(LifeRefusal::NothingToTell)?;
            let about = match about {
                Holder::Session(id) => reference(id),
                Holder::Appointment(id) => reference(id),
            };
            let letter = NewsLetter {
                reference: format!("{about}-{}", reference(person)),
                written_on: self.day(),
                name: one.name.clone(),
                address: one.address.clone(),
                title: title(one),
                activity: one.title.clone(),
                paragraphs: paragraphs(one, &said),
                essentials: essentials(one, &room, &house),
                contact_name: contact.name.clone(),
                contact_phone: contact.phone.clone(),
                signatory: contact.name.clone(),
                signatory_role: tr!("document-counsellor-role"),
            };
            let file = format!("courrier-{}-{}-{}.pdf", one.slot.day, reference(person), about);
            paths.push(write_file(&folder, &file, &self.print(news_letter::document(&letter))?)?);
        }
        Ok(paths)
    }

    fn contact(&self, staff: StaffId) -> Result<Contact, AppError> {
        let member = self.store.base().staff_member(staff)?.ok_or(AppError::NotFound)?;
        Ok(Contact { name: member.name.full(), phone: self.phone()? })
    }
}

/// Returns the lines of the address block: the name, and where the letter goes when it is known.
fn addressed(names: &Names, id: ParticipantId) -> Vec<String> {
    let lines = names.person(id).map(postal_lines).unwrap_or_default();
    std::iter::once(names.participant(id)).chain(lines).collect()
}

/// Whom a person calls.
struct Contact {
    name: String,
    phone: String,
}

/// Returns the lines of the place: the room, if there is one, and the house.
fn place(room: &str, house: &House) -> Vec<String> {
    [room, &house.name, &house.street, &house.town]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Returns what the catalogue says to bring to a workshop as it stands in a list: no full stop, no capital.
pub(super) fn thing(text: &str) -> Option<String> {
    let mut letters = text.trim().trim_end_matches('.').chars();
    let first = letters.next()?;
    Some(first.to_lowercase().chain(letters).collect())
}

pub(super) fn bring_list(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

fn title(one: &TellView) -> String {
    match (one.what, one.about) {
        (News::Offer, _) => tr!("document-news-offer"),
        (News::Invitation, _) => terms::news(one.what, one.about),
        (News::Reminder, _) => tr!("document-news-reminder"),
        (News::Moved, _) => tr!("document-news-moved"),
        (News::Cancelled, Holder::Session(_)) => tr!("document-news-session-cancelled"),
        (News::Cancelled, Holder::Appointment(_)) => tr!("document-news-appointment-cancelled"),
        (News::ParticipationCancelled, _) => tr!("document-news-participation-cancelled"),
    }
}

/// What the service says in its own words.
struct Sentences {
    workshop: String,
    reminder: String,
}

fn paragraphs(one: &TellView, said: &Sentences) -> Vec<String> {
    match (one.what, one.about) {
        (News::Offer, _) => vec![tr!("document-news-offer-text"), tr!("document-news-offer-late")],
        (News::Invitation, Holder::Session(_)) => vec![said.workshop.clone()],
        (News::Invitation, Holder::Appointment(_)) => Vec::new(),
        (News::Reminder, _) => vec![said.reminder.clone()],
        (News::Moved, _) => {
            let before = one.instead_of.map(|slot| tr!("document-news-instead-of", slot = terms::slot(slot)));
            std::iter::once(tr!("document-news-moved-text")).chain(before).collect()
        }
        (News::Cancelled, Holder::Session(_)) => {
            vec![tr!("document-news-session-cancelled-text"), tr!("document-news-keeps")]
        }
        (News::Cancelled, Holder::Appointment(_)) => {
            vec![tr!("document-news-appointment-cancelled-text"), tr!("document-news-keeps")]
        }
        (News::ParticipationCancelled, _) => {
            vec![tr!("document-news-participation-cancelled-text"), tr!("document-news-keeps")]
        }
    }
}

fn essentials(one: &TellView, room: &str, house: &House) -> Vec<(String, String)> {
    let mut lines = vec![(tr!("report-what"), one.title.clone())];
    if one.what == News::Offer {
        let date =
            |(index, slot): (usize, &TimeSlot)| (tr!("document-news-date", number = index + 1), terms::slot(*slot));
        lines.extend(one.choices.iter().enumerate().map(date));
    } else {
        lines.push((tr!("report-when"), terms::slot(one.slot)));
    }
    if !matches!(one.what, News::Cancelled | News::ParticipationCancelled) {
        lines.push((tr!("report-where"), place(room, house).join(", ")));
    }
    lines
}
