//! The base as an instance: people and their waits, sessions that are open, those that could be, and appointments.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{ProposalQuestion, WhatIf};
use crate::app::names::Names;
use crate::app::{AppError, Fault};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::{Agenda, BREAK, Clash};
use crate::domain::id::{ParticipantId, SessionId, StaffId, StepId};
use crate::domain::planning::{Candidate, Confirmed, Horizon, Instance, Person, Want};
use crate::domain::stamp::{Availability, TimeSlot, days_after};
use crate::domain::workshop::{Cadence, Demand, Headcount, Session, SessionKind, Workshop};
use crate::tr;

/// Sessions of one person on one day.
const MOST_PER_DAY: usize = 2;

/// Puts an instance together.
pub(super) struct Builder<'a> {
    today: NaiveDate,
    what_if: &'a WhatIf,
    names: &'a Names,
    pub(super) workshops: Vec<(ActivityId, String)>,
    people: Vec<(ParticipantId, String)>,
    persons: Vec<Person>,
    rooms: Vec<String>,
    leaders: Vec<(StaffId, String)>,
    steps: BTreeMap<(usize, usize), (StepId, NaiveDate)>,
    sessions: Vec<Candidate>,
    known: Vec<Option<SessionId>>,
    confirmed: Vec<Confirmed>,
    /// Appointments stand in the instance as sessions of workshops of their own, in rooms of their own.
    n_apart: usize,
}

/// Numbers from here on belong to appointments.
const APART: usize = 1_000_000;

impl<'a> Builder<'a> {
    pub(super) fn new(today: NaiveDate, what_if: &'a WhatIf, names: &'a Names) -> Self {
        Self {
            today,
            what_if,
            names,
            workshops: Vec::new(),
            people: Vec::new(),
            persons: Vec::new(),
            rooms: Vec::new(),
            leaders: Vec::new(),
            steps: BTreeMap::new(),
            sessions: Vec::new(),
            known: Vec::new(),
            confirmed: Vec::new(),
            n_apart: 0,
        }
    }

    fn person(&mut self, id: ParticipantId) -> usize {
        if let Some(index) = self.people.iter().position(|(known, _)| *known == id) {
            return index;
        }
        let availability = self.names.person(id).map_or(Availability::always(), |person| person.availability);
        self.people.push((id, self.names.participant(id)));
        self.persons.push(Person { availability, absences: Vec::new(), most_per_day: MOST_PER_DAY, wants: Vec::new() });
        self.people.len() - 1
    }

    fn room(&mut self, name: &str) -> usize {
        let known = self.rooms.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.rooms.push(name.to_owned());
            self.rooms.len() - 1
        })
    }

    fn leader(&mut self, id: StaffId) -> usize {
        let known = self.leaders.iter().position(|(known, _)| *known == id);
        known.unwrap_or_else(|| {
            self.leaders.push((id, self.names.staff(id)));
            self.leaders.len() - 1
        })
    }

    pub(super) fn want(&mut self, workshop: usize, demand: &Demand, join_notice_days: u32) {
        let person = self.person(demand.participant);
        let want = Want {
            workshop,
            prescribed: demand.prescribed,
            earliest: days_after(self.today, u64::from(join_notice_days)),
            deadline: demand.deadline.unwrap_or(NaiveDate::MAX),
        };
        self.steps.entry((person, workshop)).or_insert((demand.step, demand.prescribed));
        if let Some(person) = self.persons.get_mut(person) {
            person.wants.push(want);
        }
    }

    pub(super) fn existing(&mut self, workshop: usize, rules: &Workshop, session: &Session) {
        let (room, facilitator) = (self.room(&session.room), self.leader(session.facilitator));
        self.sessions.push(Candidate {
            workshop,
            slot: session.slot,
            room,
            facilitator,
            equipment: None,
            minimum: Headcount(0),
            maximum: rules.maximum,
            // It is open: a person decided so.
            kind: SessionKind::Series,
        });
        self.known.push(Some(session.id));
    }

    /// Confirms a person in the session that was added last.
    pub(super) fn seated(&mut self, participant: ParticipantId, prescribed: NaiveDate) {
        let person = self.person(participant);
        self.confirmed.push(Confirmed { person, session: self.sessions.len().saturating_sub(1), prescribed });
    }

    pub(super) fn appointment(&mut self, participant: ParticipantId, slot: TimeSlot, today: NaiveDate) {
        let apart = APART + self.n_apart;
        self.n_apart += 1;
        self.sessions.push(Candidate {
            workshop: apart,
            slot,
            room: apart,
            facilitator: apart,
            equipment: None,
            minimum: Headcount(0),
            maximum: Headcount(1),
            kind: SessionKind::Series,
        });
        self.known.push(None);
        self.seated(participant, today);
    }

    /// Adds a session that could be opened, in the next room and with the next leader of those who are free; returns
    /// whether there are any. Workshops of the same half-day take turns, so that they can be held side by side.
    pub(super) fn candidate(
        &mut self,
        workshop: usize,
        (id, rules): (&ActivityId, &Workshop),
        slot: TimeSlot,
        turn: usize,
        agenda: &Agenda,
    ) -> bool {
        let minimum = self.what_if.minimum.unwrap_or(rules.minimum.0).min(rules.maximum.0);
        let mut rooms: Vec<String> =
            rules.rooms.iter().filter(|room| agenda.room_clash(room, slot, minimum, None).is_none()).cloned().collect();
        if self.what_if.one_room_more {
            rooms.push(tr!("proposal-one-room-more"));
        }
        let free = |staff: StaffId| -> Option<Clash> { agenda.staff_clash(staff, Some(id), slot, None) };
        let leaders: Vec<StaffId> = agenda
            .leaders
            .iter()
            .map(|leader| leader.id)
            .filter(|staff| Some(*staff) != self.what_if.absent && free(*staff).is_none())
            .collect();
        let (Some(room), Some(leader)) =
            (rooms.get(turn % rooms.len().max(1)), leaders.get(turn % leaders.len().max(1)).copied())
        else {
            return false;
        };
        let places = agenda.rooms().find(|(name, _)| *name == room.as_str()).map_or(usize::MAX, |(_, places)| places);
        let (room, facilitator) = (self.room(&room.clone()), self.leader(leader));
        self.sessions.push(Candidate {
            workshop,
            slot,
            room,
            facilitator,
            equipment: None,
            minimum: Headcount(minimum),
            maximum: Headcount(rules.maximum.0.min(places)),
            kind: match rules.cadence {
                Cadence::Fortnightly(_) => SessionKind::Extra,
                Cadence::WhenEnoughWait => SessionKind::OnDemand,
            },
        });
        self.known.push(None);
        true
    }

    pub(super) fn finish(
        self,
        orders: Vec<(usize, usize)>,
        until: NaiveDate,
        end: NaiveDate,
    ) -> Result<ProposalQuestion, AppError> {
        let horizon = Horizon { today: self.today, end: end.max(until) };
        let mut persons = self.persons;
        for want in persons.iter_mut().flat_map(|person| person.wants.iter_mut()) {
            want.deadline = want.deadline.min(horizon.end);
        }
        let instance = Instance::new(persons, self.sessions, orders, Vec::new(), self.confirmed, BREAK, horizon)
            .map_err(|error| Fault::Plan(Box::new(error)))?;
        Ok(ProposalQuestion {
            today: self.today,
            instance,
            workshops: self.workshops,
            people: self.people,
            rooms: self.rooms,
            leaders: self.leaders,
            steps: self.steps,
            known: self.known,
        })
    }
}
