//! What was done to a session, line by line, and the seats that one person had: with what can still be taken back.

use std::collections::BTreeMap;

use crate::app::names::Names;
use crate::app::{App, AppError};
use crate::domain::agenda::Holder;
use crate::domain::id::{ParticipantId, SeatId, SessionId, TellingId, WalkInId};
use crate::domain::session_life::Newcomer;
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Attendance, Seat, Session, SessionState};
use crate::store::{Actor, AuditEntry, Base};

/// One thing that was done to a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionLine {
    pub at: Instant,
    pub by: String,
    /// A word of the journal's vocabulary.
    pub action: String,
    /// Whom it concerned, when it was not everybody.
    pub who: Vec<String>,
    /// What takes it back, while it can be.
    pub undo: Option<Undo>,
}

/// How something that was done is taken back: each is a use case of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    Cancel,
    Merge,
    Close,
    /// The seats given at that instant to those who had not answered.
    Unanswered(Instant),
    Withdrawal(SeatId),
    Told(Vec<TellingId>),
    WalkIn(WalkInId),
}

/// A seat that a person has, or had.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatLine {
    pub seat: SeatId,
    pub session: SessionId,
    pub title: String,
    pub slot: TimeSlot,
    pub attendance: Option<Attendance>,
    /// When it became what it is.
    pub changed: Instant,
    /// It was given back before a session that is still to come: the person may have it again.
    pub may_have_again: bool,
}

/// Returns what was done to a session, newest first.
pub(super) fn session_lines(base: &Base<'_>, names: &Names, session: &Session) -> Result<Vec<SessionLine>, AppError> {
    let seats = base.seats(session.id)?;
    let offered = base.offer_times(session.id)?;
    let mut objects = vec![session.id.to_string()];
    objects.extend(seats.iter().map(|seat| seat.id.to_string()));
    objects.extend(offered.iter().map(|(step, ..)| step.to_string()));
    let past = Past {
        told: told_at(base, session.id)?,
        people: people_of(base, names, &seats)?,
        names,
        walk_ins: base.walk_ins(session.id)?.into_iter().map(|one| (one.at, (one.id, one.who))).collect(),
        seats,
    };
    let mut taken_back = Latest::default();
    let here = |entry: &AuditEntry| {
        let of_offer = |(step, at, answered): &(_, Instant, Option<Instant>)| {
            entry.object == ToString::to_string(step) && (entry.at == *at || Some(entry.at) == *answered)
        };
        let is_step = offered.iter().any(|(step, ..)| entry.object == step.to_string());
        !is_step || offered.iter().any(of_offer)
    };
    let lines = base.audit_of(&objects)?.into_iter().filter(here);
    Ok(lines.map(|entry| past.line(session, entry, &mut taken_back)).collect())
}

/// Whether the newest of some acts went by: only that one is taken back.
#[derive(Default)]
struct Latest {
    state: bool,
    seats: Vec<SeatId>,
}

/// What the lines of a session's history are read with.
struct Past<'a> {
    names: &'a Names,
    seats: Vec<Seat>,
    /// The people behind seats and steps, by the journal's object.
    people: BTreeMap<String, String>,
    told: BTreeMap<Instant, Vec<(TellingId, ParticipantId)>>,
    walk_ins: BTreeMap<Instant, (WalkInId, Newcomer)>,
}

impl Past<'_> {
    fn line(&self, session: &Session, entry: AuditEntry, latest: &mut Latest) -> SessionLine {
        let undo = self.undo(session, &entry, latest);
        SessionLine { at: entry.at, who: self.who(&entry), by: by(self.names, entry.actor), action: entry.action, undo }
    }

    fn who(&self, entry: &AuditEntry) -> Vec<String> {
        match entry.action.as_str() {
            "told.record" => {
                let told = self.told.get(&entry.at).into_iter().flatten();
                told.map(|(_, participant)| self.names.participant(*participant)).collect()
            }
            "attendance.walk_in" => {
                let walk_in = self.walk_ins.get(&entry.at);
                walk_in.map(|(_, who)| super::walk_in_name(self.names, who)).into_iter().collect()
            }
            _ => self.people.get(&entry.object).cloned().into_iter().collect(),
        }
    }

    fn undo(&self, session: &Session, entry: &AuditEntry, latest: &mut Latest) -> Option<Undo> {
        match entry.action.as_str() {
            "session.cancel"
            | "session.merge"
            | "session.undo_cancel"
            | "session.undo_merge"
            | "session.close"
            | "session.undo_close" => {
                let is_newest = !std::mem::replace(&mut latest.state, true);
                match (entry.action.as_str(), &session.state) {
                    ("session.cancel", SessionState::Cancelled { .. }) if is_newest => Some(Undo::Cancel),
                    ("session.merge", SessionState::Cancelled { .. }) if is_newest => Some(Undo::Merge),
                    ("session.close", SessionState::Held { .. }) if is_newest => Some(Undo::Close),
                    _ => None,
                }
            }
            "seat.withdraw" | "seat.undo_withdraw" => {
                let seat = self.seats.iter().find(|seat| seat.id.to_string() == entry.object)?;
                let is_newest = !latest.seats.contains(&seat.id);
                latest.seats.push(seat.id);
                let may = is_newest && seat.withdrawn && entry.action == "seat.withdraw" && session.is_open();
                may.then_some(Undo::Withdrawal(seat.id))
            }
            "session.seat_unanswered" => {
                let given = self.seats.iter().any(|seat| seat.is_live() && seat.changed == entry.at);
                (given && session.is_open()).then_some(Undo::Unanswered(entry.at))
            }
            "told.record" | "session.convene" => {
                let told = self.told.get(&entry.at)?;
                Some(Undo::Told(told.iter().map(|(id, _)| *id).collect()))
            }
            "attendance.walk_in" => self.walk_ins.get(&entry.at).map(|(id, _)| Undo::WalkIn(*id)),
            _ => None,
        }
    }
}

fn by(names: &Names, actor: Actor) -> String {
    match actor {
        Actor::Staff(id) => names.staff(id),
        Actor::Station(name) => name,
    }
}

/// Returns who was told of a session, by the moment when that was recorded.
fn told_at(
    base: &Base<'_>,
    session: SessionId,
) -> Result<BTreeMap<Instant, Vec<(TellingId, ParticipantId)>>, AppError> {
    let mut told: BTreeMap<Instant, Vec<_>> = BTreeMap::new();
    for telling in base.told_of(Holder::Session(session))? {
        told.entry(telling.at).or_default().push((telling.id, telling.participant));
    }
    Ok(told)
}

fn people_of(base: &Base<'_>, names: &Names, seats: &[Seat]) -> Result<BTreeMap<String, String>, AppError> {
    let mut people = BTreeMap::new();
    for seat in seats {
        let name = names.participant(seat.participant);
        people.insert(seat.id.to_string(), name.clone());
        people.insert(seat.step.to_string(), name);
    }
    let Some(first) = seats.first() else { return Ok(people) };
    for (step, ..) in base.offer_times(first.session)? {
        if let Some(demand) = base.demand(step)? {
            people.insert(step.to_string(), names.participant(demand.participant));
        }
    }
    Ok(people)
}

impl App {
    /// Returns the seats that a person has or had, the latest session first.
    pub(in crate::app) fn seat_lines(
        &self,
        base: &Base<'_>,
        participant: ParticipantId,
    ) -> Result<Vec<SeatLine>, AppError> {
        let now = self.now().local();
        let mut lines = Vec::new();
        for seat in base.seats_of(participant)? {
            let Some(session) = base.session(seat.session)? else { continue };
            lines.push(SeatLine {
                seat: seat.id,
                session: session.id,
                title: self.title_of(&session.workshop),
                slot: session.slot,
                attendance: seat.attendance,
                changed: seat.changed,
                may_have_again: seat.withdrawn && session.is_open() && now < session.slot.starts_at(),
            });
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.slot));
        Ok(lines)
    }
}
