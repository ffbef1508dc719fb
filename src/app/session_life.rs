//! The life of a session: seats given back, the look two days before, merging, and what can be taken back.

mod history;
mod offers;
mod view;

use super::agenda::situation;
use super::names::Names;
use super::planning::{check_room_for, check_takes_people, new_seat, places_left, rules_of};
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::{Activity, ActivityId};
use crate::domain::agenda::{Holder, Wish};
use crate::domain::id::{CheckId, ParticipantId, ReviewId, SeatId, SessionId, StepId};
use crate::domain::person::Role;
use crate::domain::roadmap::Outcome;
use crate::domain::scheduling::{Situation, can_come_from};
use crate::domain::session_life::{LifeRefusal, Withdrawal};
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Attendance, Demand, Seat, Session, SessionRefusal, SessionState, Workshop};
use crate::i18n::weekday_date;
use crate::store::{Base, Tx};
use crate::tr;

pub use history::{SeatLine, SessionLine, Undo};
pub(super) use offers::offer_views;
pub use offers::{ChoiceView, OfferView, OfferedDate};
pub(super) use view::walk_in_name;
pub use view::{
    CallableView, CheckView, MergeView, SessionLifeRow, SessionLifeView, SheetView, SignedView, WalkInView,
};

/// What became of the people of a session that was merged into another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub moved: usize,
    /// People who wait again, with the age of their demand.
    pub returned: usize,
}

/// What the rules about seats read, beside the base.
#[derive(Clone, Copy)]
struct House<'a> {
    activities: &'a [Activity],
    now: Instant,
}

impl House<'_> {
    fn situation(&self, base: &Base<'_>) -> Result<Situation, AppError> {
        situation(base, &Names::read(base)?, self.now.day(), self.activities)
    }

    fn rules(&self, workshop: &ActivityId) -> Result<&Workshop, AppError> {
        rules_of(self.activities, workshop)
    }
}

impl App {
    fn house(&self) -> House<'_> {
        House { activities: &self.activities, now: self.now() }
    }

    /// Gives a seat back before the session: the place is free, the demand waits again with its age.
    ///
    /// # Errors
    /// Refuses once the session has begun, and the service's wish without a reason.
    pub fn withdraw(&mut self, login: Login, seat: SeatId, wish: &Withdrawal) -> Result<(), AppError> {
        let (attendance, reason) = match wish {
            Withdrawal::ByPerson => (Attendance::Excused, None),
            Withdrawal::ByService { reason } => (Attendance::CancelledByService, Some(reason.trim())),
        };
        login.allow(if reason.is_none() { &[Role::Facilitator] } else { &[] })?;
        let now = self.now();
        if reason == Some("") {
            return Err(SessionRefusal::NoReason.into());
        }
        self.store.write(|tx| {
            let base = tx.base();
            let seat = base.seat(seat)?.ok_or(AppError::NotFound)?;
            check_to_come(&base, seat.session, now)?;
            tx.withdraw_seat(seat.id, attendance, reason, now)?;
            Ok(tx.audit(&login.entry(now, "seat.withdraw", seat.id))?)
        })
    }

    /// Gives a seat again that was given back, while its place is free and the person has no other one.
    ///
    /// # Errors
    /// Refuses a seat that was not given back, a session that has begun or is full, a person who is seated elsewhere or taken.
    pub fn undo_withdraw(&mut self, login: Login, seat: SeatId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let house = House { activities: &self.activities, now };
        self.store.write(|tx| {
            let base = tx.base();
            let seat = base.seat(seat)?.ok_or(AppError::NotFound)?;
            if !seat.withdrawn {
                return Err(LifeRefusal::NotGivenBack.into());
            }
            let session = check_to_come(&base, seat.session, now)?;
            let (rules, situation) = (house.rules(&session.workshop)?, house.situation(&base)?);
            let demand = still_waiting(&base, &seat)?;
            check_room_for(&base, &session, rules, &situation, 1)?;
            if !can_come_from(&demand, rules, session.slot, &situation, None) {
                return Err(SessionRefusal::PersonNotFree { participant: seat.participant }.into());
            }
            tx.restore_seat(seat.id, now)?;
            tx.lapse_offers(seat.step, now)?;
            Ok(tx.audit(&login.entry(now, "seat.undo_withdraw", seat.id))?)
        })
    }

    /// Records that somebody looked at a session that may be too small, and holds it.
    ///
    /// # Errors
    /// Refuses a session that is not open, or has begun.
    pub fn confirm_session(&mut self, login: Login, session: SessionId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = CheckId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            check_to_come(&tx.base(), session, now)?;
            tx.add_check(id, session, now, login.staff)?;
            Ok(tx.audit(&login.entry(now, "session.confirm", session))?)
        })
    }

    /// Cancels a session and gives its people seats in another one of the same workshop, oldest demand first, as far as they
    /// can come and there are places. The others wait again with the age of their demand.
    ///
    /// # Errors
    /// Refuses sessions of different workshops, one that is not open or has begun, one too near, and when nobody could move.
    pub fn merge_sessions(&mut self, login: Login, from: SessionId, into: SessionId) -> Result<Merged, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let house = House { activities: &self.activities, now };
        let chance = &mut self.chance;
        self.store.write(|tx| {
            let base = tx.base();
            let into = base.session(into)?.ok_or(AppError::NotFound)?;
            let from = check_to_come(&base, from, now)?;
            if from.id == into.id || from.workshop != into.workshop {
                return Err(LifeRefusal::NotAlike.into());
            }
            let rules = house.rules(&into.workshop)?;
            check_takes_people(&into, rules, now)?;
            let situation = house.situation(&base)?;
            let people = people_who_can_move(&base, rules, &situation, &from, into.slot)?;
            let places = places_left(&base, &into, rules, &situation)?;
            let moving: Vec<&Demand> = people.iter().take(places).collect();
            if moving.is_empty() {
                return Err(LifeRefusal::NobodyMoves.into());
            }
            let reason = tr!("term-merged", day = weekday_date(into.slot.day));
            let seated = end(tx, &from, login, now, &reason)?;
            for demand in &moving {
                tx.add_seat(&new_seat(SeatId::new(chance.uuid(now)), into.id, demand, now))?;
                tx.lapse_offers(demand.step, now)?;
            }
            tx.audit(&login.entry(now, "session.merge", from.id))?;
            Ok(Merged { moved: moving.len(), returned: seated - moving.len() })
        })
    }

    /// Cancels a session: its demands return to the pool with their age. Who is to be told is listed by
    /// [`App::people_to_tell`].
    ///
    /// # Errors
    /// Refuses a session that is held or cancelled, or where somebody came, and an empty reason.
    pub fn cancel_session(&mut self, login: Login, session: SessionId, reason: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.session(session)?.ok_or(AppError::NotFound)?;
            if base.seats(session)?.iter().any(|seat| seat.attendance == Some(Attendance::Present)) {
                return Err(SessionRefusal::Begun.into());
            }
            end(tx, &found, login, now, reason)?;
            Ok(tx.audit(&login.entry(now, "session.cancel", session))?)
        })
    }

    /// Takes a merge back: the seats that it gave in the other session are given back, and the people have those of their
    /// own session again.
    ///
    /// # Errors
    /// Refuses once one of the two has begun, and what [`App::undo_cancel`] refuses.
    pub fn undo_merge_sessions(&mut self, login: Login, session: SessionId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let house = House { activities: &self.activities, now };
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.session(session)?.ok_or(AppError::NotFound)?;
            let SessionState::Cancelled { at, .. } = found.state else {
                return Err(SessionRefusal::NotCancelled.into());
            };
            for seat in base.seats(session)? {
                // Only the seat that the merge gave, as it gave it: another one was somebody's decision.
                let given = base.live_seat(seat.step)?.filter(|other| other.changed == at);
                if let Some(given) = given {
                    check_to_come(&base, given.session, now)?;
                    take_back(tx, &given, now)?;
                    tx.restore_offers(seat.step, at)?;
                }
            }
            restore(tx, house, login, &found)?;
            Ok(tx.audit(&login.entry(now, "session.undo_merge", session))?)
        })
    }

    /// Takes a cancellation back: the people have their seats again. Who dropped the step meanwhile stays out.
    ///
    /// # Errors
    /// Refuses once the time is past, somebody has another seat, or the room, the leader or somebody is taken.
    pub fn undo_cancel(&mut self, login: Login, session: SessionId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let house = House { activities: &self.activities, now };
        self.store.write(|tx| {
            let found = tx.base().session(session)?.ok_or(AppError::NotFound)?;
            restore(tx, house, login, &found)?;
            Ok(tx.audit(&login.entry(now, "session.undo_cancel", session))?)
        })
    }

    /// Opens a closed session again, so that its attendance can be corrected; the journal keeps when and by whom.
    ///
    /// # Errors
    /// Refuses a session that is not held.
    pub fn undo_close(&mut self, login: Login, session: SessionId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().session(session)?.ok_or(AppError::NotFound)?;
            tx.reopen_session(session, &found.reopen(login.staff, now)?)?;
            Ok(tx.audit(&login.entry(now, "session.undo_close", session))?)
        })
    }

    /// Records that the counsellor looked at somebody's absences: the card goes until there are others.
    pub fn review_absences(&mut self, login: Login, participant: ParticipantId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = ReviewId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            tx.base().participant(participant)?.ok_or(AppError::NotFound)?;
            tx.add_review(id, participant, now, login.staff)?;
            Ok(tx.audit(&login.entry(now, "participant.review_absences", participant))?)
        })
    }
}

/// Opens a cancelled session again, with the seats that went with it.
fn restore(tx: &Tx<'_>, house: House<'_>, login: Login, found: &Session) -> Result<(), AppError> {
    let (base, now, session) = (tx.base(), house.now, found.id);
    let state = found.restore(login.staff, now)?;
    let mut back = Vec::new();
    for seat in base.seats(session)? {
        let went_with_it = seat.attendance == Some(Attendance::CancelledByService) && !seat.withdrawn;
        if went_with_it && base.demand(seat.step)?.is_some() {
            still_waiting(&base, &seat)?;
            back.push(seat);
        }
    }
    let wish = Wish {
        slot: found.slot,
        room: Some(found.room.clone()),
        staff: Some(found.facilitator),
        workshop: Some(found.workshop.clone()),
        people: back.iter().map(|seat| seat.participant).collect(),
        equipment: house.rules(&found.workshop)?.equipment.clone(),
    };
    if let Some(clash) = house.situation(&base)?.agenda.clashes(&wish, None).first() {
        return Err(SessionRefusal::Clash(Box::new(clash.clone())).into());
    }
    tx.reopen_session(session, &state)?;
    for seat in back {
        tx.restore_seat(seat.id, now)?;
    }
    Ok(())
}

/// Takes a seat back that was given by mistake: who was told of it is to be told that it is cancelled, for the others it never
/// was.
fn take_back(tx: &Tx<'_>, seat: &Seat, now: Instant) -> Result<(), AppError> {
    let told = tx.base().told_of(Holder::Session(seat.session))?;
    let was_told = told.iter().any(|one| one.participant == seat.participant && one.at >= seat.changed);
    if was_told || seat.version > 0 {
        tx.withdraw_seat(seat.id, Attendance::CancelledByService, None, now)?;
    } else {
        tx.remove_seat(seat.id)?;
    }
    Ok(())
}

/// Ends a session and takes its seats back; returns how many there were.
fn end(tx: &Tx<'_>, session: &Session, login: Login, now: Instant, reason: &str) -> Result<usize, AppError> {
    let state = session.cancel(login.staff, now, reason)?;
    let seats = tx.base().seats(session.id)?;
    let live = seats.iter().filter(|seat| seat.is_live());
    for seat in live.clone() {
        tx.set_attendance(seat.id, Attendance::CancelledByService, now)?;
    }
    tx.end_session(session.id, &state)?;
    Ok(live.count())
}

/// Returns an open session that has not begun.
fn check_to_come(base: &Base<'_>, session: SessionId, now: Instant) -> Result<Session, AppError> {
    let session = base.session(session)?.ok_or(AppError::NotFound)?;
    if !session.is_open() {
        return Err(SessionRefusal::NotOpen.into());
    }
    if now.local() >= session.slot.starts_at() {
        return Err(SessionRefusal::Begun.into());
    }
    Ok(session)
}

/// Returns the demand of a seat that is nobody's any more, while the person has no other seat for it.
fn still_waiting(base: &Base<'_>, seat: &Seat) -> Result<Demand, AppError> {
    if base.live_seat(seat.step)?.is_some() {
        return Err(LifeRefusal::SeatedElsewhere { participant: seat.participant }.into());
    }
    base.demand(seat.step)?.ok_or(AppError::Refused(Refusal::ChangedMeanwhile))
}

/// Checks that one person may take a seat in a session, leaving the one that they have for the same workshop, if any.
fn check_may_take(
    base: &Base<'_>,
    house: House<'_>,
    situation: &Situation,
    demand: &Demand,
    session: &Session,
) -> Result<(), AppError> {
    if demand.workshop != session.workshop {
        return Err(LifeRefusal::NotAlike.into());
    }
    let rules = house.rules(&session.workshop)?;
    check_takes_people(session, rules, house.now)?;
    let seats = base.seats(session.id)?;
    if seats.iter().any(|seat| seat.participant == demand.participant && !seat.withdrawn) {
        return Err(LifeRefusal::AlreadySeated.into());
    }
    check_room_for(base, session, rules, situation, 1)?;
    let from = base.live_seat(demand.step)?.map(|seat| seat.session);
    if can_come_from(demand, rules, session.slot, situation, from) {
        Ok(())
    } else {
        Err(SessionRefusal::PersonNotFree { participant: demand.participant }.into())
    }
}

/// Returns the demands of a session's people who can come at another time, oldest first.
fn people_who_can_move(
    base: &Base<'_>,
    rules: &Workshop,
    situation: &Situation,
    from: &Session,
    slot: TimeSlot,
) -> Result<Vec<Demand>, AppError> {
    let mut people = Vec::new();
    for seat in base.seats(from.id)?.iter().filter(|seat| seat.is_live()) {
        let Some(demand) = base.demand(seat.step)? else { continue };
        if can_come_from(&demand, rules, slot, situation, Some(from.id)) {
            people.push(demand);
        }
    }
    people.sort_by_key(|demand| (demand.prescribed, demand.step));
    Ok(people)
}

/// Opens the step again of somebody who did not come after all, unless they came to another session for it.
pub(super) fn reopen_step(tx: &Tx<'_>, step: StepId) -> Result<(), AppError> {
    let base = tx.base();
    let roadmap = base.roadmap_of_step(step)?.ok_or(AppError::NotFound)?;
    let is_done = matches!(roadmap.step(step)?.outcome, Outcome::Done { .. });
    if is_done && !base.attended(step)? {
        tx.reopen_step(step)?;
    }
    Ok(())
}

/// Finishes the step of somebody who came, and takes back the seat that they had elsewhere for it.
pub(super) fn finish_step(tx: &Tx<'_>, step: StepId, now: Instant) -> Result<(), AppError> {
    tx.end_step(step, &Outcome::Done { at: now })?;
    // Marked absent by mistake, or here without a seat, the person may have got another one in the meantime.
    tx.free_seat(step, now)?;
    Ok(())
}
