//! Today: who is in the room, what happens, what waits.

use chrono::NaiveDate;

use super::arrivals::ArrivalView;
use super::delivery::DeliveryView;
use super::names::Names;
use super::notices::NoticeView;
use super::people::{AppointmentView, EndingProof};
use super::planning::{PoolView, SessionView};
use super::room::StationView;
use super::session_life::{OfferView, SessionLifeRow, offer_views};
use super::settings::interview_within;
use super::sheets::UnsignedSheet;
use super::synthesis::{SynthesisRow, synthesis_rows};
use super::telling::{TellView, everybodys_news};
use super::{App, AppError, Login};
use crate::domain::appointment::AppointmentState;
use crate::domain::id::ParticipantId;
use crate::domain::person::Role;
use crate::domain::roadmap::Status;
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::{Instant, days_after};
use crate::domain::workshop::{Session, SessionState};

/// How far ahead the home looks for what is to be done.
const COMING_DAYS: u64 = 14;

/// So many unexcused absences in a row are shown to the counsellor.
const ABSENCES: usize = 2;

/// The desk's home.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayView {
    pub day: NaiveDate,
    pub stations: Vec<StationView>,
    pub appointments: Vec<AppointmentView>,
    /// Who came today, the latest first.
    pub arrivals: Vec<ArrivalView>,
    pub sessions: Vec<SessionView>,
    /// Sessions of past days whose attendance is not complete.
    pub to_close: Vec<SessionView>,
    /// Sessions of the coming two weeks for which something is to be done, the nearest first.
    pub to_do: Vec<SessionLifeRow>,
    /// Who is to be told something.
    pub to_tell: Vec<TellView>,
    /// Dates that were offered and wait for an answer, the oldest first.
    pub offers: Vec<OfferView>,
    /// Sheets that did not come back signed.
    pub unsigned: Vec<UnsignedSheet>,
    /// Documents of priority publics to ask for again.
    pub ending: Vec<EndingProof>,
    pub to_rebook: Vec<AppointmentView>,
    /// People who did not come twice or more, unexcused, since they last came: for the counsellor to look at, no sanction.
    pub absent: Vec<AbsentView>,
    /// Workshops that can be opened, or lack one or two people.
    pub pools: Vec<PoolView>,
    pub syntheses: Vec<SynthesisRow>,
    /// Messages to prescribers that wait, failed or were not confirmed: the counsellor's.
    pub outbox: Vec<DeliveryView>,
    /// Letters whose prescriber is still to be told, the oldest first: the counsellor's.
    pub notices: Vec<NoticeView>,
    /// A referral waits too long for its interview from so many days on.
    pub interview_within: u32,
    /// Referrals without interview whose question is still to be asked.
    pub to_complete: Vec<WaitingFile>,
    /// Referrals without interview.
    pub to_interview: Vec<WaitingFile>,
    /// Interviews without any step.
    pub to_prescribe: Vec<WaitingFile>,
}

/// Somebody who did not come, unexcused, more than once.
#[derive(Clone, Debug, PartialEq)]
pub struct AbsentView {
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub count: usize,
    pub last: NaiveDate,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WaitingFile {
    pub participant: ParticipantId,
    pub name: String,
    /// Who referred: a person may wait on two paths.
    pub prescriber: String,
    pub since: NaiveDate,
}

impl App {
    /// Returns the desk's home.
    pub fn today(&self, login: Login) -> Result<TodayView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let day = self.day();
        let view = |sessions: Vec<Session>| {
            sessions.iter().map(|session| self.session_view(&base, &names, session)).collect::<Result<Vec<_>, _>>()
        };
        let sessions = view(
            base.sessions(day, day)?
                .into_iter()
                .filter(|session| !matches!(session.state, SessionState::Cancelled { .. }))
                .collect(),
        )?;
        let past = base.sessions(NaiveDate::MIN, day)?;
        let arrivals = self.arrivals(&base, &past, &base.appointments_from(day)?)?;
        let to_close = view(past.into_iter().filter(|session| session.is_open() && session.slot.day < day).collect())?;
        let appointments = base.appointments_from(day)?;
        let booked_today = appointments
            .iter()
            .filter(|appointment| appointment.slot.day == day && appointment.state == AppointmentState::Booked);
        let mut pools = self.pools(login)?;
        pools.retain(|pool| {
            let nearly = !pool.fortnightly && pool.waiting.len() + 2 >= pool.minimum;
            matches!(pool.verdict, Verdict::Proposed(_)) || nearly
        });
        let (mut to_complete, mut to_interview, mut to_prescribe) = (Vec::new(), Vec::new(), Vec::new());
        let paths = base.paths()?;
        for path in paths.iter().filter(|path| !path.standing.is_closed) {
            let (name, prescriber) = (&path.name, &path.prescriber);
            let file = |since| WaitingFile {
                participant: path.participant,
                name: name.clone(),
                prescriber: prescriber.clone(),
                since,
            };
            let standing = &path.standing;
            if path.question_to_ask && !standing.has_roadmap {
                to_complete.push(file(path.received));
            }
            if !standing.has_roadmap {
                to_interview.push(file(path.received));
            } else if Status::of(standing.n_open, standing.n_done, standing.n_dropped) == Status::Empty {
                to_prescribe.push(file(path.interviewed.unwrap_or(path.received)));
            }
        }
        let mut to_do = self.sessions_life(login, day, days_after(day, COMING_DAYS))?;
        to_do.retain(|row| !row.tasks.is_empty());
        let absent = base.absences_unexcused(ABSENCES)?.into_iter().map(|found| AbsentView {
            participant: found.participant,
            name: names.participant(found.participant),
            phone: names.person(found.participant).map(|person| person.phone.0.clone()).unwrap_or_default(),
            count: found.count,
            last: found.last,
        });
        to_complete.sort_by_key(|file| file.since);
        to_interview.sort_by_key(|file| file.since);
        to_prescribe.sort_by_key(|file| file.since);
        Ok(TodayView {
            day,
            stations: self.recent_stations(login)?,
            appointments: booked_today
                .map(|appointment| names.appointment(&base, appointment))
                .collect::<Result<_, _>>()?,
            arrivals,
            sessions,
            to_close,
            to_do,
            to_tell: everybodys_news(&base, &names, &self.activities, self.now())?,
            offers: offer_views(&base, &names, &self.activities, day)?,
            unsigned: self.unsigned_sheets(login)?,
            ending: if login.role() == Role::Facilitator { Vec::new() } else { self.ending_proofs(login)? },
            to_rebook: self.appointments_to_rebook(login)?,
            absent: absent.collect(),
            pools,
            syntheses: synthesis_rows(&paths, &base.open_deliveries()?),
            outbox: if login.role() == Role::Counsellor { self.outbox(login)? } else { Vec::new() },
            notices: if login.role() == Role::Counsellor { self.notices_waiting(login)? } else { Vec::new() },
            interview_within: interview_within(&base, day)?,
            to_complete,
            to_interview,
            to_prescribe,
        })
    }

    /// Returns the stations that were seen today, and those that wait to be released.
    fn recent_stations(&self, login: Login) -> Result<Vec<StationView>, AppError> {
        let seen_today = |at: Instant| at.day() == self.day();
        Ok(self
            .stations(login)?
            .into_iter()
            .filter(|station| station.blocked || seen_today(station.last_seen))
            .collect())
    }
}
