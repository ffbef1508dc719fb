//! Papers: what the program prints, previews and delivers.
//!
//! Files are named by date, workshop and reference, never by a person.

use std::fs;
use std::path::{Path, PathBuf};

use super::guidance::StepView;
use super::kiosk::code_view;
use super::settings::{house_on, phone_on, site_names_on};
use super::{App, AppError, Fault, Login, theme};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::delivery::Notice;
use crate::domain::id::{NoticeId, ParticipantId, StaffId};
use crate::domain::person::Role;
use crate::domain::roadmap::{self, RoadmapRefusal};
use crate::report::badge_sheet::{self, BadgeSheet};
use crate::report::chart::StepState;
use crate::report::document::Document;
use crate::report::house::House;
use crate::report::palette::Palette;
use crate::report::prescriber_notice::{self, PrescriberNotice};
use crate::report::roadmap_sheet::{self, RoadmapSheet, RoadmapStep, StepPlace};
use crate::report::{layout, pdf};
use crate::store::Base;
use crate::tr;

mod calendars;
mod content;
mod letters;
mod sheets;
mod syntheses;

pub use self::syntheses::PaperPreview;
pub use crate::report::face::Face;
pub use crate::report::pages::{Draw, Item, Mark, Page, Pages, Stroke};

/// Where the letters to prescribers are written.
const NOTICES: &str = "avis";

/// Where copies are written that are handed over in the house.
pub(super) const HOUSE_COPIES: &str = "syntheses";

impl App {
    /// Writes the person's *feuille de route* on one large-print page and returns its path.
    pub fn write_roadmap_sheet(&mut self, login: Login, participant: ParticipantId) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let file = self.participant_file(login, participant)?;
        let roadmap = file.roadmap.ok_or(RoadmapRefusal::NoInterview)?;
        let member = self.store.base().staff_member(login.staff)?.ok_or(AppError::NotFound)?;
        let (steps, bring) = self.printed_steps(participant, &roadmap.steps)?;
        let sheet = RoadmapSheet {
            reference: reference(roadmap.id),
            printed_on: self.day(),
            person: format!("{} {}", file.first_name, file.last_name),
            steps,
            kiosks: self.house_today()?.address(),
            bring,
            contact_name: member.name.full(),
            contact_phone: self.phone()?,
        };
        let name = format!("feuille-de-route-{}.pdf", reference(roadmap.id));
        let bytes = self.print(roadmap_sheet::document(&sheet))?;
        write_file(&self.documents.join("feuilles-de-route"), &name, &bytes)
    }

    /// Returns the steps with the date and the place of what is booked, and what the catalogue says to bring to the open
    /// workshops, each thing once.
    fn printed_steps(
        &self,
        participant: ParticipantId,
        steps: &[StepView],
    ) -> Result<(Vec<RoadmapStep>, Vec<String>), AppError> {
        let house = self.house_today()?;
        let base = self.store.base();
        let appointments = base.appointments_of(participant)?;
        let (mut printed, mut bring) = (Vec::new(), Vec::<String>::new());
        for step in steps {
            let mut line = content::roadmap_step(step);
            if step.outcome.is_open() {
                let room = base.live_seat(step.id)?.map(|seat| base.session(seat.session)).transpose()?.flatten();
                let activity = self.activity(&step.activity)?;
                if let Some(rules) = activity.workshop() {
                    let usual = rules.rooms.first().cloned().unwrap_or_default();
                    let room = room.map_or(usual, |session| session.room);
                    line.place = StepPlace::Room(where_it_is(&room, &house));
                }
                let is_booked = |one: &&Appointment| one.step == Some(step.id) && one.state == AppointmentState::Booked;
                if let Some(booked) = appointments.iter().find(is_booked) {
                    line.date = Some(booked.slot.day);
                    line.time = Some(booked.slot.start);
                    line.place = StepPlace::Room(where_it_is(booked.room.as_deref().unwrap_or_default(), &house));
                }
                bring.extend(activity.workshop().and_then(|rules| letters::thing(&rules.bring)));
            }
            printed.push(line);
        }
        Ok((printed, each_once(&bring)))
    }

    /// Writes the badge of today's visit, with the first name only, and returns its path.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] when the person has no code of the day.
    pub fn write_badge(&mut self, login: Login, participant: ParticipantId) -> Result<PathBuf, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        let person = base.participant(participant)?.ok_or(AppError::NotFound)?;
        let visit = base.visit_of(participant, self.day())?.ok_or(AppError::NotFound)?;
        let code = code_view(&base, &person, &visit)?;
        let sheet = BadgeSheet {
            reference: reference(visit.id),
            day: visit.day,
            first_name: code.first_name,
            code: code.grouped,
            badge: code.badge,
            qr: code.qr,
        };
        let name = format!("badge-{}-{}.pdf", visit.day, reference(visit.id));
        write_file(&self.documents.join("badges"), &name, &self.print(badge_sheet::document(&sheet))?)
    }

    pub(super) fn phone(&self) -> Result<String, AppError> {
        phone_on(&self.store.base(), self.day())
    }

    /// Returns what papers say of the house today.
    pub(super) fn house_today(&self) -> Result<House, AppError> {
        house_on(&self.store.base(), self.day())
    }

    /// Returns the house and its address in one line, as a calendar or a list has it.
    fn place_of_house(&self) -> Result<String, AppError> {
        let house = self.house_today()?;
        Ok(format!("{}, {}", house.name, house.address()))
    }

    fn where_it_meets(&self, room: &str) -> Result<String, AppError> {
        Ok(format!("{room}, {}", self.place_of_house()?))
    }

    /// Prints a document under the letterhead of its day.
    pub(super) fn print(&self, document: Document) -> Result<Vec<u8>, AppError> {
        render(&self.headed(document)?, &self.palette)
    }

    /// Returns a document under the letterhead of its day.
    pub(super) fn headed(&self, document: Document) -> Result<Document, AppError> {
        Ok(house_on(&self.store.base(), document.metadata.date)?.head(document))
    }
}

/// Returns the room, if there is one, and the address.
fn where_it_is(room: &str, house: &House) -> String {
    [room, &house.street, &house.town].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Returns each thing once; what another line says too is left out: "un stylo" beside "un stylo et votre courrier".
fn each_once(things: &[String]) -> Vec<String> {
    let is_said = |index: usize, thing: &String| {
        let by = |(other, said): (usize, &String)| {
            said.starts_with(thing.as_str()) && (said.len() > thing.len() || other < index)
        };
        things.iter().enumerate().filter(|(other, _)| *other != index).any(by)
    };
    things.iter().enumerate().filter(|(index, thing)| !is_said(*index, thing)).map(|(_, thing)| thing.clone()).collect()
}

/// Writes the letter that tells a prescriber what a notice says, into the folder `avis`.
pub(super) fn write_notice(
    base: &Base<'_>,
    (folder, palette): (&Path, &Palette),
    notice: &Notice,
    by: StaffId,
) -> Result<PathBuf, AppError> {
    let person = base.participant(notice.participant)?.ok_or(AppError::NotFound)?;
    let prescriber = base.prescriber(notice.prescriber)?.ok_or(AppError::NotFound)?;
    let member = base.staff_member(by)?.ok_or(AppError::NotFound)?;
    let site = site_names_on(base, notice.at.day())?.into_iter().find(|site| site.id == prescriber.site);
    let letter = PrescriberNotice {
        reference: reference(notice.id),
        written_on: notice.at.day(),
        prescriber: prescriber.name.full(),
        organisation: site.map(|site| site.name).unwrap_or_default(),
        person: person.name.full(),
        subject: notice.subject,
        signatory: member.name.full(),
        signatory_role: tr!("document-counsellor-role"),
    };
    let document = house_on(base, letter.written_on)?.head(prescriber_notice::document(&letter));
    write_file(&folder.join(NOTICES), &notice_name(notice.id), &render(&document, palette)?)
}

/// Returns where the letter of a notice is, below the folder of papers.
pub(super) fn notice_file(notice: NoticeId) -> PathBuf {
    Path::new(NOTICES).join(notice_name(notice))
}

fn notice_name(notice: NoticeId) -> String {
    format!("avis-{}.pdf", reference(notice))
}

/// Returns the last twelve digits of an id: enough to find a thing, too few to guess a person.
pub(super) fn reference(id: impl std::fmt::Display) -> String {
    let text = id.to_string();
    text.rsplit('-').next().unwrap_or(&text).to_uppercase()
}

pub(super) fn render(document: &Document, palette: &Palette) -> Result<Vec<u8>, AppError> {
    let pages = layout(document, palette);
    Ok(pdf::render(&pages, &document.metadata).map_err(|error| Fault::Document(Box::new(error)))?)
}

/// Writes a file whole or not at all: beside its name first, then renamed.
pub(super) fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, AppError> {
    let path = folder.join(name);
    let partial = folder.join(format!("{name}.partiel"));
    let write = || {
        fs::create_dir_all(folder)?;
        fs::write(&partial, bytes)?;
        fs::rename(&partial, &path)
    };
    write().map_err(|source| Fault::Write { path: path.clone(), source })?;
    Ok(path)
}

/// Gives the theme's print colours to the report.
pub(super) fn palette(print: &theme::Print) -> Palette {
    Palette {
        paper: print.paper,
        ink: print.ink,
        muted: print.muted,
        accent: print.accent,
        accent_soft: print.accent_soft,
        warm: print.warm,
        warm_soft: print.warm_soft,
        band_low: print.band_low,
        band_mid: print.band_mid,
        band_high: print.band_high,
        error_zone: print.error_zone,
        line: print.line,
        paper_tint: print.paper_tint,
        emblem_field: print.emblem_field,
        emblem_stars: print.emblem_stars,
    }
}

/// How a step is printed.
fn step_state(outcome: &roadmap::Outcome) -> StepState {
    match outcome {
        roadmap::Outcome::Open => StepState::Planned,
        roadmap::Outcome::Done { .. } => StepState::Done,
        roadmap::Outcome::Dropped { .. } => StepState::Skipped,
    }
}
