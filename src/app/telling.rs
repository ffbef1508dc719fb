//! Who is to be told what, and who was told: the program prepares the words, a person says them and says so.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};

use super::names::Names;
use super::people::postal_lines;
use super::settings::{house_on, phone_on, sender_on};
use super::{App, AppError, Login};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::agenda::Holder;
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::id::{ParticipantId, SessionId, TellingId};
use crate::domain::person::{Email, Role};
use crate::domain::session_life::{LifeRefusal, Offer, check_day};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::telling::{Channel, News, Place, Standing, Telling, news};
use crate::domain::workshop::{Attendance, Seat, Session, SessionState};
use crate::exchange::text_message::{TextMessage, text_message};
use crate::i18n::terms::appointment_kind;
use crate::store::{Base, Tx};

/// One person to be told of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct TellView {
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub email: Option<String>,
    /// The lines of the postal address after the name; none where it is not known.
    pub address: Vec<String>,
    /// The channel that the person prefers and their file makes possible.
    pub channel: Channel,
    pub about: Holder,
    pub what: News,
    pub title: String,
    pub slot: TimeSlot,
    /// The dates of an offer.
    pub choices: Vec<TimeSlot>,
    /// When they were convened before, if it moved because sessions were merged or an appointment booked again.
    pub instead_of: Option<TimeSlot>,
    /// Whether they were told of it before: who was not may still hold a printed letter.
    pub knew: bool,
    /// At most 160 signs.
    pub text: String,
}

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldView {
    pub id: TellingId,
    pub participant: ParticipantId,
    pub name: String,
    pub what: News,
    pub channel: Channel,
    pub at: Instant,
    pub by: String,
}

impl App {
    /// Returns everybody who is to be told something of what comes from today on, the nearest first: offers, seats,
    /// moves, reminders, cancellations.
    pub fn people_to_tell(&self, login: Login) -> Result<Vec<TellView>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let base = self.store.base();
        everybodys_news(&base, &Names::read(&base)?, &self.activities, self.now())
    }

    /// Records that people were told of a session or an appointment, each by one channel.
    ///
    /// # Errors
    /// Refuses people who have no seat, offer or appointment there.
    pub fn record_told(
        &mut self,
        login: Login,
        about: Holder,
        what: News,
        people: &[(ParticipantId, Channel)],
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let ids: Vec<TellingId> = people.iter().map(|_| TellingId::new(self.chance.uuid(now))).collect();
        self.store.write(|tx| {
            let base = tx.base();
            let (concerned, object) = concerned(&base, about)?;
            if people.iter().any(|(participant, _)| !concerned.contains(participant)) {
                return Err(LifeRefusal::NothingToTell.into());
            }
            for ((participant, channel), id) in people.iter().zip(ids) {
                tell(tx, (id, *participant, about), (what, *channel), (now, login))?;
            }
            Ok(tx.audit(&login.entry(now, "told.record", object))?)
        })
    }

    /// Takes back that people were told, noted by mistake: they are to be told again.
    ///
    /// # Errors
    /// Refuses tellings of different sessions or appointments, and none at all.
    pub fn undo_told(&mut self, login: Login, tellings: &[TellingId]) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let mut about = None;
            for id in tellings {
                let telling = base.telling(*id)?.ok_or(AppError::NotFound)?;
                if *about.get_or_insert(telling.about) != telling.about {
                    return Err(LifeRefusal::NothingToTell.into());
                }
                tx.remove_telling(*id)?;
            }
            let (_, object) = concerned(&base, about.ok_or(LifeRefusal::NothingToTell)?)?;
            Ok(tx.audit(&login.entry(now, "told.undo", object))?)
        })
    }

    /// Records that everybody who has a seat in a session and did not know its time was told, each by their own channel;
    /// returns who.
    ///
    /// # Errors
    /// Refuses a session of which there is nothing to tell.
    pub fn convene(&mut self, login: Login, session: SessionId) -> Result<Vec<TellView>, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let (chance, activities) = (&mut self.chance, &self.activities);
        self.store.write(|tx| {
            let base = tx.base();
            base.session(session)?.ok_or(AppError::NotFound)?;
            let mut news = everybodys_news(&base, &Names::read(&base)?, activities, now)?;
            news.retain(|one| {
                one.about == Holder::Session(session) && matches!(one.what, News::Invitation | News::Moved)
            });
            if news.is_empty() {
                return Err(LifeRefusal::NothingToTell.into());
            }
            for one in &news {
                let id = TellingId::new(chance.uuid(now));
                tell(tx, (id, one.participant, one.about), (one.what, one.channel), (now, login))?;
            }
            tx.audit(&login.entry(now, "session.convene", session))?;
            Ok(news)
        })
    }

    /// Says how a person would like to be told; none leaves it to what their file makes possible.
    pub fn set_channel(
        &mut self,
        login: Login,
        participant: ParticipantId,
        channel: Option<Channel>,
    ) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            tx.base().participant(participant)?.ok_or(AppError::NotFound)?;
            tx.set_channel(participant, channel)?;
            Ok(tx.audit(&login.entry(now, "participant.set_channel", participant))?)
        })
    }

    pub(super) fn told_views(&self, base: &Base<'_>, names: &Names, about: Holder) -> Result<Vec<ToldView>, AppError> {
        let view = |told: Telling| ToldView {
            id: told.id,
            participant: told.participant,
            name: names.participant(told.participant),
            what: told.what,
            channel: told.channel,
            at: told.at,
            by: names.staff(told.by),
        };
        Ok(base.told_of(about)?.into_iter().map(view).collect())
    }
}

/// Returns who may be told of a session or an appointment, and its name in the journal.
fn concerned(base: &Base<'_>, about: Holder) -> Result<(Vec<ParticipantId>, String), AppError> {
    match about {
        Holder::Session(id) => {
            let session = base.session(id)?.ok_or(AppError::NotFound)?;
            let offered = base.offers_from(session.slot.day)?.into_iter().filter(|offer| offer.session == id);
            let seated = base.seats(id)?.into_iter().map(|seat| seat.participant);
            Ok((seated.chain(offered.map(|offer| offer.participant)).collect(), id.to_string()))
        }
        Holder::Appointment(id) => {
            let appointment = base.appointment(id)?.ok_or(AppError::NotFound)?;
            Ok((vec![appointment.participant], appointment.participant.to_string()))
        }
    }
}

fn tell(
    tx: &Tx<'_>,
    (id, participant, about): (TellingId, ParticipantId, Holder),
    (what, channel): (News, Channel),
    (at, login): (Instant, Login),
) -> Result<(), AppError> {
    let version = match about {
        Holder::Session(id) => tx.base().session_versions()?.get(&id).copied(),
        Holder::Appointment(id) => tx.base().appointment_versions()?.get(&id).copied(),
    };
    let version = version.unwrap_or(0);
    Ok(tx.add_telling(&Telling { id, participant, about, what, version, channel, at, by: login.staff })?)
}

/// What the words about one thing are made from.
struct Words<'a> {
    names: &'a Names,
    channels: BTreeMap<ParticipantId, Channel>,
    phone: String,
    sender: String,
    street: String,
}

impl Words<'_> {
    fn view(&self, participant: ParticipantId, about: Holder, what: News, title: String, slot: TimeSlot) -> TellView {
        let person = self.names.person(participant);
        let phone = person.map(|person| person.phone.0.trim().to_owned()).unwrap_or_default();
        let email = person.and_then(|person| person.email.as_ref()).map(Email::as_str);
        let chosen = self.channels.get(&participant).copied();
        TellView {
            participant,
            name: self.names.participant(participant),
            channel: Channel::of(chosen, !phone.is_empty(), email.is_some()),
            email: email.map(str::to_owned),
            address: person.map(postal_lines).unwrap_or_default(),
            phone,
            about,
            what,
            title,
            slot,
            choices: Vec::new(),
            instead_of: None,
            knew: false,
            text: String::new(),
        }
    }

    fn with_text(&self, mut view: TellView) -> TellView {
        view.text = text_message(&TextMessage {
            what: view.what,
            is_appointment: matches!(view.about, Holder::Appointment(_)),
            title: &view.title,
            place: &self.street,
            slot: view.slot,
            choices: &view.choices,
            phone: &self.phone,
            sender: &self.sender,
        });
        view
    }
}

/// Returns what remains to be told to everybody of what comes from today on.
pub(super) fn everybodys_news(
    base: &Base<'_>,
    names: &Names,
    activities: &[Activity],
    now: Instant,
) -> Result<Vec<TellView>, AppError> {
    let today = now.day();
    let all_told = base.told_from(today)?;
    let mut told: BTreeMap<(ParticipantId, Holder), Vec<&Telling>> = BTreeMap::new();
    for telling in &all_told {
        told.entry((telling.participant, telling.about)).or_default().push(telling);
    }
    let phone = phone_on(base, today)?;
    let sender = sender_on(base, today)?;
    let street = house_on(base, today)?.street;
    let words = Words { names, channels: base.channels()?, phone, sender, street };
    let title = |activity: &ActivityId| {
        activities
            .iter()
            .find(|known| known.id == *activity)
            .map_or_else(|| activity.0.clone(), |known| known.title.clone())
    };
    let sessions: BTreeMap<SessionId, Session> =
        base.sessions(today, NaiveDate::MAX)?.into_iter().map(|session| (session.id, session)).collect();
    let mut found = Vec::new();
    found.extend(of_offers(&base.offers_from(today)?, &sessions, &told, &words, &title));
    found.extend(of_seats(base, &sessions, &told, &words, &title, now)?);
    found.extend(of_appointments(base, &told, &words, &title, now)?);
    found.sort_by(|a, b| (a.slot, &a.name, a.what).cmp(&(b.slot, &b.name, b.what)));
    Ok(found.into_iter().map(|view| words.with_text(view)).collect())
}

type Told<'t> = BTreeMap<(ParticipantId, Holder), Vec<&'t Telling>>;

/// Returns the offers that people have not heard of, all the dates of one person together.
fn of_offers(
    offers: &[Offer],
    sessions: &BTreeMap<SessionId, Session>,
    told: &Told<'_>,
    words: &Words<'_>,
    title: &impl Fn(&ActivityId) -> String,
) -> Vec<TellView> {
    let mut by_step: BTreeMap<_, Vec<(&Offer, &Session)>> = BTreeMap::new();
    for offer in offers {
        if let Some(session) = sessions.get(&offer.session) {
            by_step.entry(offer.step).or_default().push((offer, session));
        }
    }
    let view = |mut group: Vec<(&Offer, &Session)>| {
        group.sort_by_key(|(_, session)| session.slot);
        let heard = group.iter().any(|(offer, session)| {
            let said = told.get(&(offer.participant, Holder::Session(session.id)));
            said.is_some_and(|said| said.iter().any(|one| one.what == News::Offer && one.at >= offer.at))
        });
        let (offer, first) = group.first().filter(|_| !heard)?;
        let about = Holder::Session(first.id);
        let view = words.view(offer.participant, about, News::Offer, title(&first.workshop), first.slot);
        Some(TellView { choices: group.iter().map(|(_, session)| session.slot).collect(), ..view })
    };
    by_step.into_values().filter_map(view).collect()
}

fn of_seats(
    base: &Base<'_>,
    sessions: &BTreeMap<SessionId, Session>,
    told: &Told<'_>,
    words: &Words<'_>,
    title: &impl Fn(&ActivityId) -> String,
    now: Instant,
) -> Result<Vec<TellView>, AppError> {
    let (versions, calendar) = (base.session_versions()?, base.calendar()?);
    let seats = base.seats_from(now.day())?;
    let mut found = Vec::new();
    for seat in &seats {
        let Some(session) = sessions.get(&seat.session) else { continue };
        let standing = standing(seat, session, now);
        let others = || seats.iter().filter(|other| other.step == seat.step && other.id != seat.id);
        // Who has another seat instead hears of that one only.
        let has_another = || others().any(|other| other.is_live() && other.changed >= seat.changed);
        if standing != Standing::Expected && has_another() {
            continue;
        }
        let about = Holder::Session(session.id);
        let said = told.get(&(seat.participant, about)).cloned().unwrap_or_default();
        let place = Place {
            version: versions.get(&session.id).copied().unwrap_or(0),
            standing,
            since: seat.changed,
            day: session.slot.day,
            remind_from: check_day(session.slot.day, &calendar),
        };
        let Some(mut what) = news(&place, &said, now.day()) else { continue };
        let lost = others()
            .filter(|other| other.attendance == Some(Attendance::CancelledByService) && other.changed <= seat.changed)
            .filter_map(|other| sessions.get(&other.session))
            .find(|other| told.contains_key(&(seat.participant, Holder::Session(other.id))));
        let instead_of = lost.filter(|_| what == News::Invitation).map(|session| session.slot);
        if instead_of.is_some() {
            what = News::Moved;
        }
        let view = words.view(seat.participant, about, what, title(&session.workshop), session.slot);
        found.push(TellView { instead_of, knew: !said.is_empty() || instead_of.is_some(), ..view });
    }
    Ok(found)
}

fn standing(seat: &Seat, session: &Session, now: Instant) -> Standing {
    match (seat.attendance, &session.state) {
        _ if session.slot.starts_at() <= now.local() => Standing::Settled,
        (None, SessionState::Opened { .. }) => Standing::Expected,
        (Some(Attendance::CancelledByService), _) if seat.withdrawn => Standing::TheirsCancelled,
        (Some(Attendance::CancelledByService), SessionState::Cancelled { .. }) => Standing::AllCancelled,
        _ => Standing::Settled,
    }
}

fn of_appointments(
    base: &Base<'_>,
    told: &Told<'_>,
    words: &Words<'_>,
    title: &impl Fn(&ActivityId) -> String,
    now: Instant,
) -> Result<Vec<TellView>, AppError> {
    let (versions, calendar) = (base.appointment_versions()?, base.calendar()?);
    let appointments = base.all_appointments_from(now.day())?;
    let mut found = Vec::new();
    for appointment in &appointments {
        if appointment.slot.starts_at() <= now.local() {
            continue;
        }
        let (standing, since) = match appointment.state {
            AppointmentState::Booked => (Standing::Expected, Instant::from_utc(DateTime::UNIX_EPOCH)),
            AppointmentState::Cancelled { at, .. } => (Standing::AllCancelled, at),
            AppointmentState::Kept { .. } | AppointmentState::Missed { .. } => continue,
        };
        let like = |other: &&Appointment| {
            let same = (other.participant, other.kind, other.step)
                == (appointment.participant, appointment.kind, appointment.step);
            same && other.id != appointment.id
        };
        let rebooked = appointments.iter().filter(like).any(|other| other.state == AppointmentState::Booked);
        if standing == Standing::AllCancelled && rebooked {
            continue;
        }
        let about = Holder::Appointment(appointment.id);
        let said = told.get(&(appointment.participant, about)).cloned().unwrap_or_default();
        let place = Place {
            version: versions.get(&appointment.id).copied().unwrap_or(0),
            standing,
            since,
            day: appointment.slot.day,
            remind_from: check_day(appointment.slot.day, &calendar),
        };
        let Some(mut what) = news(&place, &said, now.day()) else { continue };
        let lost = appointments
            .iter()
            .filter(like)
            .filter(|other| matches!(other.state, AppointmentState::Cancelled { .. }))
            .find(|other| told.contains_key(&(other.participant, Holder::Appointment(other.id))));
        let instead_of = lost.filter(|_| what == News::Invitation).map(|other| other.slot);
        if instead_of.is_some() {
            what = News::Moved;
        }
        let name = appointment_name(base, appointment, title)?;
        let view = words.view(appointment.participant, about, what, name, appointment.slot);
        found.push(TellView { instead_of, knew: !said.is_empty() || instead_of.is_some(), ..view });
    }
    Ok(found)
}

/// Returns what an appointment is for: its kind, or the individual activity.
pub(super) fn appointment_name(
    base: &Base<'_>,
    appointment: &Appointment,
    title: &impl Fn(&ActivityId) -> String,
) -> Result<String, AppError> {
    let Some(step) = appointment.step else { return Ok(appointment_kind(appointment.kind)) };
    let roadmap = base.roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
    Ok(title(&roadmap.step(step)?.activity))
}
