//! Two or three dates offered to one person: what could be offered, what was, and the answer.
//!
//! An offer holds no place. Whoever does not answer in three days may be given a seat.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{House, check_may_take, check_to_come, take_back};
use crate::app::names::Names;
use crate::app::planning::{WaitingPerson, check_takes_people, new_seat, places_left, waiting};
use crate::app::{App, AppError, Login, Refusal};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::id::{OfferId, ParticipantId, SeatId, SessionId, StepId};
use crate::domain::person::Role;
use crate::domain::scheduling::can_come_from;
use crate::domain::session_life::{ANSWER_DAYS, CHOICES, LifeRefusal, Offer, OfferAnswer};
use crate::domain::stamp::{Instant, TimeSlot, days_after};
use crate::domain::workshop::{Attendance, Demand, Seat, Session};
use crate::store::Base;

/// The sessions that one waiting person can choose among.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    pub person: WaitingPerson,
    /// At most three, the nearest first; none when no open session suits.
    pub sessions: Vec<(SessionId, TimeSlot)>,
    /// Dates were offered and the person has not answered.
    pub offered: bool,
}

/// Dates that were offered to one person and wait for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferView {
    pub step: StepId,
    pub participant: ParticipantId,
    pub name: String,
    pub phone: String,
    pub workshop: ActivityId,
    pub title: String,
    pub at: Instant,
    /// From this day on the person is convened without an answer.
    pub answer_by: NaiveDate,
    /// The nearest first.
    pub dates: Vec<OfferedDate>,
}

/// One of the dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedDate {
    pub id: OfferId,
    pub session: SessionId,
    pub slot: TimeSlot,
}

impl OfferView {
    /// Returns the offer of one session.
    pub fn of_session(&self, session: SessionId) -> Option<OfferId> {
        self.dates.iter().find(|date| date.session == session).map(|date| date.id)
    }

    /// Returns whether the time to answer is over.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.answer_by <= today
    }
}

impl App {
    /// Returns who waits for a workshop with the open sessions that each could choose, oldest demand first. A session is far
    /// enough that its people may still be seated when the time to answer is over.
    pub fn offer_choices(&self, login: Login, workshop: &ActivityId) -> Result<Vec<ChoiceView>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let (base, house) = (self.store.base(), self.house());
        let names = Names::read(&base)?;
        let (situation, rules) = (house.situation(&base)?, house.rules(workshop)?);
        let offers = base.offers_from(house.now.day())?;
        let mut open = Vec::new();
        let earliest = days_after(house.now.day(), ANSWER_DAYS + u64::from(rules.join_notice_days));
        for session in base.sessions(earliest, NaiveDate::MAX)? {
            let suits = session.workshop == *workshop && check_takes_people(&session, rules, house.now).is_ok();
            if suits && places_left(&base, &session, rules, &situation)? > 0 {
                open.push(session);
            }
        }
        let choice = |demand: Demand| {
            let can = |session: &&Session| can_come_from(&demand, rules, session.slot, &situation, None);
            ChoiceView {
                person: waiting(&names, &demand),
                sessions: open.iter().filter(can).take(CHOICES).map(|session| (session.id, session.slot)).collect(),
                offered: offers.iter().any(|offer| offer.step == demand.step),
            }
        };
        Ok(base.demands(workshop)?.into_iter().map(choice).collect())
    }

    /// Offers one to three open sessions to one person, instead of those offered before. An offer holds no place.
    ///
    /// # Errors
    /// Refuses sessions of another workshop, too near, full, or at which the person cannot come.
    pub fn offer_sessions(&mut self, login: Login, step: StepId, sessions: &[SessionId]) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let mut chosen = sessions.to_vec();
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.is_empty() || chosen.len() > CHOICES {
            return Err(LifeRefusal::OfferCount.into());
        }
        let ids: Vec<OfferId> = chosen.iter().map(|_| OfferId::new(self.chance.uuid(now))).collect();
        let house = House { activities: &self.activities, now };
        self.store.write(|tx| {
            let base = tx.base();
            let demand = base.demand(step)?.ok_or(AppError::NotFound)?;
            let situation = house.situation(&base)?;
            tx.lapse_offers(step, now)?;
            for (session, id) in chosen.into_iter().zip(ids) {
                let session = base.session(session)?.ok_or(AppError::NotFound)?;
                check_may_take(&base, house, &situation, &demand, &session)?;
                let offer = Offer { id, step, participant: demand.participant, session: session.id, at: now };
                tx.add_offer(&offer, login.staff)?;
            }
            Ok(tx.audit(&login.entry(now, "session.offer", step))?)
        })
    }

    /// Records a person's answer. Taken, the seat is theirs, other offers lapse, and the seat of another session that they
    /// had for the same workshop is given back.
    ///
    /// # Errors
    /// Refuses an offer that stands no more, a session that is full or too near, and a time when the person is taken.
    pub fn answer_offer(&mut self, login: Login, offer: OfferId, answer: OfferAnswer) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let seat_id = SeatId::new(self.chance.uuid(now));
        let house = House { activities: &self.activities, now };
        self.store.write(|tx| {
            let base = tx.base();
            let offer = base.offer(offer)?.ok_or(LifeRefusal::OfferGone)?;
            if answer == OfferAnswer::Taken {
                let session = base.session(offer.session)?.ok_or(AppError::NotFound)?;
                let demand = base.demand(offer.step)?.ok_or(LifeRefusal::OfferGone)?;
                check_may_take(&base, house, &house.situation(&base)?, &demand, &session)?;
                if let Some(seat) = base.live_seat(offer.step)? {
                    tx.withdraw_seat(seat.id, Attendance::Excused, None, now)?;
                }
                tx.add_seat(&new_seat(seat_id, session.id, &demand, now))?;
            }
            tx.answer_offer(offer.id, answer, now)?;
            if answer == OfferAnswer::Taken {
                tx.lapse_offers(offer.step, now)?;
            }
            Ok(tx.audit(&login.entry(now, "session.answer_offer", offer.step))?)
        })
    }

    /// Records that none of the offered dates suits: the person waits on, with the age of the demand.
    ///
    /// # Errors
    /// Refuses when no offer stands any more.
    pub fn decline_offers(&mut self, login: Login, step: StepId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let standing = tx.base().offers_from(now.day())?.into_iter().filter(|offer| offer.step == step);
            let declined = standing.map(|offer| tx.answer_offer(offer.id, OfferAnswer::Declined, now));
            if declined.collect::<Result<Vec<_>, _>>()?.is_empty() {
                return Err(LifeRefusal::OfferGone.into());
            }
            Ok(tx.audit(&login.entry(now, "session.decline_offers", step))?)
        })
    }

    /// Gives a seat to those who were offered a session three days ago and did not answer, oldest demand first, as long as
    /// there are places; returns how many got one.
    ///
    /// # Errors
    /// Refuses a session that is not open or too near.
    pub fn seat_unanswered(&mut self, login: Login, session: SessionId) -> Result<usize, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let house = House { activities: &self.activities, now };
        let chance = &mut self.chance;
        self.store.write(|tx| {
            let base = tx.base();
            let session = base.session(session)?.ok_or(AppError::NotFound)?;
            check_takes_people(&session, house.rules(&session.workshop)?, now)?;
            let mut late: Vec<Demand> = Vec::new();
            for offer in base.offers_from(now.day())? {
                let is_late = offer.session == session.id && offer.answer_by() <= now.day();
                let demand = if is_late { base.demand(offer.step)? } else { None };
                late.extend(demand);
            }
            late.sort_by_key(|demand| (demand.prescribed, demand.step));
            let mut seated = 0;
            for demand in late {
                // Each seat changes what the next one finds.
                let situation = house.situation(&base)?;
                let has_seat = base.live_seat(demand.step)?.is_some();
                if has_seat || check_may_take(&base, house, &situation, &demand, &session).is_err() {
                    continue;
                }
                tx.add_seat(&new_seat(SeatId::new(chance.uuid(now)), session.id, &demand, now))?;
                tx.lapse_offers(demand.step, now)?;
                seated += 1;
            }
            tx.audit(&login.entry(now, "session.seat_unanswered", session.id))?;
            Ok(seated)
        })
    }

    /// Takes back the seats that were given at an instant to those who had not answered: their offers wait for an answer
    /// again. Who was told of the seat is to be told that it is cancelled.
    ///
    /// # Errors
    /// Refuses once the session has begun or is cancelled, and when none of those seats is left as it was given.
    pub fn undo_seat_unanswered(&mut self, login: Login, session: SessionId, given: Instant) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            check_to_come(&base, session, now)?;
            let seats = seats_given_at(&base, session, given)?;
            if seats.is_empty() {
                return Err(Refusal::ChangedMeanwhile.into());
            }
            for seat in seats {
                take_back(tx, &seat, now)?;
                tx.restore_offers(seat.step, given)?;
            }
            Ok(tx.audit(&login.entry(now, "session.undo_seat_unanswered", session))?)
        })
    }
}

/// Returns the seats of a session that were given at an instant and that nothing has touched since.
fn seats_given_at(base: &Base<'_>, session: SessionId, at: Instant) -> Result<Vec<Seat>, AppError> {
    let mut seats = base.seats(session)?;
    seats.retain(|seat| seat.is_live() && seat.changed == at);
    Ok(seats)
}

/// Returns the offers that stand from a day on, all the dates of one person together, the oldest offer first.
pub(in crate::app) fn offer_views(
    base: &Base<'_>,
    names: &Names,
    activities: &[Activity],
    today: NaiveDate,
) -> Result<Vec<OfferView>, AppError> {
    let offers = base.offers_from(today)?;
    if offers.is_empty() {
        return Ok(Vec::new());
    }
    let sessions: BTreeMap<SessionId, Session> =
        base.sessions(today, NaiveDate::MAX)?.into_iter().map(|session| (session.id, session)).collect();
    let mut views: Vec<OfferView> = Vec::new();
    for offer in &offers {
        let Some(session) = sessions.get(&offer.session) else { continue };
        let date = OfferedDate { id: offer.id, session: session.id, slot: session.slot };
        match views.iter_mut().find(|view| view.step == offer.step) {
            Some(view) => view.dates.push(date),
            None => views.push(view_of(offer, session, date, names, activities)),
        }
    }
    views.iter_mut().for_each(|view| view.dates.sort_by_key(|date| date.slot));
    Ok(views)
}

fn view_of(offer: &Offer, session: &Session, date: OfferedDate, names: &Names, activities: &[Activity]) -> OfferView {
    let activity = activities.iter().find(|activity| activity.id == session.workshop);
    OfferView {
        step: offer.step,
        participant: offer.participant,
        name: names.participant(offer.participant),
        phone: names.person(offer.participant).map(|person| person.phone.0.clone()).unwrap_or_default(),
        workshop: session.workshop.clone(),
        title: activity.map_or_else(|| session.workshop.0.clone(), |activity| activity.title.clone()),
        at: offer.at,
        answer_by: offer.answer_by(),
        dates: vec![date],
    }
}
