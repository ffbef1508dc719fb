//! What the desk shows of a session's life.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime};

use super::history::{SessionLine, session_lines};
use super::offers::{OfferView, offer_views};
use super::people_who_can_move;
use crate::app::names::Names;
use crate::app::planning::{SessionView, WaitingPerson, check_takes_people, places_left, rules_of, waiting};
use crate::app::settings::expected_absence;
use crate::app::sheets::{sheet_version, unsigned_halves};
use crate::app::telling::{TellView, ToldView, everybodys_news};
use crate::app::{App, AppError, Login};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::Holder;
use crate::domain::calendar::Calendar;
use crate::domain::id::{ParticipantId, SessionId, SheetId, StaffId, StepId, WalkInId};
use crate::domain::person::Role;
use crate::domain::scheduling::can_come;
use crate::domain::scheduling::turnout::absence_rate;
use crate::domain::session_life::{
    Facts, Forecast, Newcomer, Offer, Phase, SheetKind, SheetPart, Task, check_day, counts_alone, phase, sheet_parts,
    tasks,
};
use crate::domain::stamp::{Half, Instant, TimeSlot, days_between};
use crate::domain::telling::News;
use crate::domain::workshop::{Attendance, Headcount, Seat, Session};
use crate::store::{Base, Signer, WalkIn};

/// One line of a list of sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionLifeRow {
    pub session: SessionView,
    pub phase: Phase,
    pub tasks: Vec<Task>,
    pub forecast: Forecast,
}

/// Everything about one session.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionLifeView {
    pub session: SessionView,
    /// Who leads it.
    pub leader: StaffId,
    pub phase: Phase,
    /// The most urgent first.
    pub tasks: Vec<Task>,
    pub forecast: Forecast,
    /// Two open days before.
    pub check_day: NaiveDate,
    /// The last day on which somebody may still join.
    pub join_until: NaiveDate,
    /// Whether coming is by itself a participation for the FSE+; collective information is not.
    pub counts_alone: bool,
    /// Offers of this session that wait for an answer.
    pub offers: Vec<OfferView>,
    /// Who is still to be told something about it.
    pub to_tell: Vec<TellView>,
    pub told: Vec<ToldView>,
    /// People of a cancelled session, and people who gave their seat back, who wait again; `since` is their demand's own day.
    pub returned: Vec<WaitingPerson>,
    pub walk_ins: Vec<WalkInView>,
    /// One for each half-day.
    pub sheets: Vec<SheetView>,
    /// Newest first.
    pub history: Vec<SessionLine>,
}

/// Somebody who came without having been convened.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkInView {
    pub id: WalkInId,
    /// None is an inhabitant who is no participant.
    pub participant: Option<ParticipantId>,
    pub name: String,
    /// The person waited for this workshop: the step is finished.
    pub finished_step: bool,
}

/// The sheet of one half-day.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    pub half: Half,
    pub start: NaiveTime,
    pub end: NaiveTime,
    /// Fingerprint of the session's version: what is printed on the sheet now.
    pub version: String,
    pub signed: Option<SignedView>,
    /// Who signed on the screen, and who has not.
    pub signers: Vec<(Signer, String, bool)>,
}

/// A sheet that came back signed.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedView {
    pub id: SheetId,
    pub kind: SheetKind,
    pub at: Instant,
    pub by: String,
    pub file: Option<String>,
    /// Whether the list of people that was signed is the one that the base has.
    pub is_current: bool,
    /// How many earlier ones it replaces.
    pub replaces: usize,
}

/// The look two days before: who comes, and the three choices.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView {
    pub session: SessionView,
    pub forecast: Forecast,
    pub is_at_risk: bool,
    /// How many more people make the minimum likely; 0 when it is.
    pub missing: usize,
    /// The last day on which somebody may still join.
    pub join_until: NaiveDate,
    /// Whom to call, oldest demand first; empty once it is too late.
    pub callable: Vec<CallableView>,
    /// The sessions that could take the people, the most people first.
    pub merges: Vec<MergeView>,
    /// Who would wait again, with the age of their demand.
    pub if_cancelled: Vec<WaitingPerson>,
}

/// Somebody of the waiting list who can come.
#[derive(Clone, Debug, PartialEq)]
pub struct CallableView {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub since: NaiveDate,
    pub wait_days: u32,
    /// Dates were offered and the person has not answered.
    pub offered: bool,
}

/// A session that could take the people of another one.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeView {
    pub session: SessionId,
    pub slot: TimeSlot,
    pub room: String,
    pub seated: usize,
    pub places_left: usize,
    /// How many of the people can come then and find a place.
    pub can_move: usize,
    /// With them.
    pub forecast: Forecast,
}

/// What every session's standing is read from.
struct Around {
    news: Vec<TellView>,
    offers: Vec<Offer>,
    turnouts: Vec<(ActivityId, usize, usize)>,
    /// Of a hundred, before anything was observed.
    expected_absence: u32,
    calendar: Calendar,
    names: Names,
    signed: BTreeSet<(SessionId, Half)>,
}

impl App {
    /// Returns the sessions whose day is in `from ..= until`, each with its phase and what is to be done.
    pub fn sessions_life(
        &self,
        login: Login,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<SessionLifeRow>, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let around = self.around(&base)?;
        let sessions = base.sessions(from, until)?;
        sessions.iter().map(|session| self.life_row(&base, session, &around)).collect()
    }

    /// Returns everything about one session.
    pub fn session_life(&self, login: Login, session: SessionId) -> Result<SessionLifeView, AppError> {
        login.allow(&[Role::Facilitator, Role::Manager])?;
        let base = self.store.base();
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let around = self.around(&base)?;
        let row = self.life_row(&base, &found, &around)?;
        let activity = self.activity(&found.workshop)?;
        let names = &around.names;
        let mut returned = Vec::new();
        for seat in base.seats(session)?.iter().filter(|seat| !seat.takes_a_place()) {
            let demand = if base.live_seat(seat.step)?.is_none() { base.demand(seat.step)? } else { None };
            returned.extend(demand.map(|demand| waiting(names, &demand)));
        }
        Ok(SessionLifeView {
            leader: found.facilitator,
            phase: row.phase,
            tasks: row.tasks,
            forecast: row.forecast,
            check_day: check_day(found.slot.day, &around.calendar),
            join_until: join_until(&found, rules_of(&self.activities, &found.workshop)?.join_notice_days),
            counts_alone: counts_alone(activity),
            offers: offer_views(&base, names, &self.activities, self.day())?
                .into_iter()
                .filter(|one| one.of_session(session).is_some())
                .collect(),
            to_tell: around.news.iter().filter(|one| one.about == Holder::Session(session)).cloned().collect(),
            told: self.told_views(&base, names, Holder::Session(session))?,
            returned,
            walk_ins: walk_ins(&base, names, session)?,
            sheets: self.sheets(&base, names, &found)?,
            history: session_lines(&base, names, &found)?,
            session: row.session,
        })
    }

    /// Returns who is expected at a session and what can be done when they are too few: call, merge, or cancel.
    pub fn check_session(&self, login: Login, session: SessionId) -> Result<CheckView, AppError> {
        login.allow(&[Role::Facilitator])?;
        let (base, house) = (self.store.base(), self.house());
        let found = base.session(session)?.ok_or(AppError::NotFound)?;
        let around = self.around(&base)?;
        let row = self.life_row(&base, &found, &around)?;
        let (rules, situation) = (house.rules(&found.workshop)?, house.situation(&base)?);
        let names = &around.names;
        let today = house.now.day();
        let mut callable = Vec::new();
        if check_takes_people(&found, rules, house.now).is_ok() && places_left(&base, &found, rules, &situation)? > 0 {
            for demand in base.demands(&found.workshop)? {
                if can_come(&demand, rules, found.slot, &situation) {
                    callable.push(CallableView {
                        step: demand.step,
                        participant: demand.participant,
                        name: names.participant(demand.participant),
                        phone: phone(names, demand.participant),
                        since: demand.prescribed,
                        wait_days: days_between(demand.prescribed, today),
                        offered: around.offers.iter().any(|offer| offer.step == demand.step),
                    });
                }
            }
        }
        let absence = absence(&around, &found);
        let mut merges = Vec::new();
        for other in base.sessions(today, NaiveDate::MAX)? {
            let alike = other.workshop == found.workshop && other.id != found.id;
            if !alike || check_takes_people(&other, rules, house.now).is_err() {
                continue;
            }
            let places = places_left(&base, &other, rules, &situation)?;
            let can_move = people_who_can_move(&base, rules, &situation, &found, other.slot)?.len().min(places);
            if can_move == 0 {
                continue;
            }
            let seated = base.seats(other.id)?.iter().filter(|seat| seat.is_live()).count();
            merges.push(MergeView {
                session: other.id,
                slot: other.slot,
                room: other.room,
                seated,
                places_left: places,
                can_move,
                forecast: Forecast::new(rules.minimum, seated + can_move, absence),
            });
        }
        merges.sort_by_key(|merge| (std::cmp::Reverse(merge.can_move), merge.slot));
        let mut if_cancelled = Vec::new();
        for seat in base.seats(session)?.iter().filter(|seat| seat.is_live()) {
            if_cancelled.extend(base.demand(seat.step)?.map(|demand| waiting(names, &demand)));
        }
        if_cancelled.sort_by_key(|person| person.since);
        let enough = (row.forecast.enrolled..=rules.maximum.0)
            .find(|enrolled| !Forecast::new(rules.minimum, *enrolled, absence).is_at_risk());
        Ok(CheckView {
            is_at_risk: row.forecast.is_at_risk(),
            missing: enough.unwrap_or(rules.maximum.0).saturating_sub(row.forecast.enrolled),
            join_until: join_until(&found, rules.join_notice_days),
            forecast: row.forecast,
            session: row.session,
            callable,
            merges,
            if_cancelled,
        })
    }

    fn around(&self, base: &Base<'_>) -> Result<Around, AppError> {
        let now = self.now();
        let names = Names::read(base)?;
        Ok(Around {
            news: everybodys_news(base, &names, &self.activities, now)?,
            offers: base.offers_from(now.day())?,
            turnouts: base.turnouts()?,
            expected_absence: expected_absence(base, now.day())?,
            calendar: base.calendar()?,
            signed: base.signed_halves()?,
            names,
        })
    }

    fn life_row(&self, base: &Base<'_>, session: &Session, around: &Around) -> Result<SessionLifeRow, AppError> {
        let rules = rules_of(&self.activities, &session.workshop)?;
        let seats = base.seats(session.id)?;
        let live = seats.iter().filter(|seat| seat.is_live()).count();
        let offers: Vec<Offer> = around.offers.iter().filter(|offer| offer.session == session.id).cloned().collect();
        let news = |what: &[News]| {
            let here = |one: &&TellView| one.about == Holder::Session(session.id) && what.contains(&one.what);
            around.news.iter().filter(here).count()
        };
        let last_change = seats.iter().map(|seat| seat.changed).max();
        let checked = base.checked_at(session.id)?;
        let unsigned = unsigned_halves(base, session, &around.signed)?;
        let forecast = Forecast::new(Headcount(rules.minimum.0), live, absence(around, session));
        let facts = Facts {
            session,
            seats: &seats,
            now: self.now().local(),
            check_day: check_day(session.slot.day, &around.calendar),
            offers: &offers,
            to_convene: news(&[News::Invitation, News::Moved, News::Reminder]),
            to_tell_cancelled: news(&[News::Cancelled, News::ParticipationCancelled]),
            forecast,
            is_confirmed: checked.is_some_and(|at| last_change.is_none_or(|change| at >= change)),
            somebody_came: seats.iter().any(Seat::takes_a_place) || !base.walk_ins(session.id)?.is_empty(),
            unsigned: &unsigned,
        };
        Ok(SessionLifeRow {
            session: self.session_view(base, &around.names, session)?,
            phase: phase(&facts),
            tasks: tasks(&facts),
            forecast,
        })
    }

    fn sheets(&self, base: &Base<'_>, names: &Names, session: &Session) -> Result<Vec<SheetView>, AppError> {
        let (signed, drawn) = (base.signed_sheets(session.id)?, base.pad_signatures(session.id)?);
        let (seats, walk_ins) = (base.seats(session.id)?, base.walk_ins(session.id)?);
        let mut signers: Vec<(Signer, String)> = seats
            .iter()
            .filter(|seat| signs(seat))
            .filter(|seat| !walk_ins.iter().any(|one| one.who == Newcomer::Participant(seat.participant)))
            .map(|seat| (Signer::Convened(seat.participant), names.participant(seat.participant)))
            .collect();
        signers.sort_by(|(_, a), (_, b)| a.cmp(b));
        signers.extend(walk_ins.iter().map(|one| (Signer::WalkIn(one.id), walk_in_name(names, &one.who))));
        signers.push((Signer::Leader(session.facilitator), names.staff(session.facilitator)));
        let sheet = |part: SheetPart| {
            let version = sheet_version(base, session, part.half)?;
            let of_half: Vec<_> = signed.iter().filter(|sheet| sheet.half == part.half).collect();
            let has_signed =
                |signer: &Signer| drawn.iter().any(|one| one.half == part.half && same_signer(one.signer, *signer));
            Ok(SheetView {
                half: part.half,
                start: part.start,
                end: part.end,
                signed: of_half.last().map(|sheet| SignedView {
                    id: sheet.id,
                    kind: sheet.kind,
                    at: sheet.at,
                    by: names.staff(sheet.by),
                    file: sheet.scan.as_ref().map(|(file, _)| file.clone()),
                    is_current: sheet.version_hash == version,
                    replaces: of_half.len() - 1,
                }),
                signers: signers.iter().map(|(signer, name)| (*signer, name.clone(), has_signed(signer))).collect(),
                version,
            })
        };
        sheet_parts(session.slot).into_iter().map(sheet).collect()
    }
}

/// Whoever leads signs for the session, whoever it is.
fn same_signer(drawn: Signer, wanted: Signer) -> bool {
    match (drawn, wanted) {
        (Signer::Leader(_), Signer::Leader(_)) => true,
        (drawn, wanted) => drawn == wanted,
    }
}

fn signs(seat: &Seat) -> bool {
    matches!(seat.attendance, None | Some(Attendance::Present)) && !seat.withdrawn
}

fn phone(names: &Names, participant: ParticipantId) -> String {
    names.person(participant).map(|person| person.phone.0.clone()).unwrap_or_default()
}

pub(in crate::app) fn walk_in_name(names: &Names, who: &Newcomer) -> String {
    match who {
        Newcomer::Participant(participant) => names.participant(*participant),
        Newcomer::Inhabitant(name) => name.0.clone(),
    }
}

fn walk_ins(base: &Base<'_>, names: &Names, session: SessionId) -> Result<Vec<WalkInView>, AppError> {
    let seats = base.seats(session)?;
    let came = |participant: ParticipantId| {
        seats.iter().any(|seat| seat.participant == participant && seat.attendance == Some(Attendance::Present))
    };
    let view = |walk_in: WalkIn| {
        let participant = match walk_in.who {
            Newcomer::Participant(participant) => Some(participant),
            Newcomer::Inhabitant(_) => None,
        };
        WalkInView {
            id: walk_in.id,
            participant,
            name: walk_in_name(names, &walk_in.who),
            finished_step: participant.is_some_and(came),
        }
    };
    Ok(base.walk_ins(session)?.into_iter().map(view).collect())
}

fn absence(around: &Around, session: &Session) -> f64 {
    let observed = around.turnouts.iter().find(|(workshop, ..)| *workshop == session.workshop);
    let (absent, seats) = observed.map_or((0, 0), |(_, absent, seats)| (*absent, *seats));
    absence_rate(absent, seats, around.expected_absence)
}

fn join_until(session: &Session, notice_days: u32) -> NaiveDate {
    session.slot.day.checked_sub_days(Days::new(u64::from(notice_days))).unwrap_or(session.slot.day)
}
