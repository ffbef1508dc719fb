//! Who arrives: a visit in one press, and the list of the day.

use std::collections::BTreeMap;

use super::kiosk::{CodeView, Opens};
use super::{App, AppError, Login, Refusal};
use crate::domain::activity::{ActivityId, Form};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentState};
use crate::domain::id::ParticipantId;
use crate::domain::person::Role;
use crate::domain::stamp::{Instant, TimeSlot};
use crate::domain::workshop::{Session, SessionState};
use crate::store::{Arrival, Base};

/// Somebody who came today.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrivalView {
    pub participant: ParticipantId,
    pub name: String,
    /// Not known of a visit that an older program made.
    pub at: Option<Instant>,
    /// "482 913"
    pub code: String,
    pub came_for: CameFor,
}

/// What somebody came for, as far as the day's dates and their roadmap say.
#[derive(Clone, Debug, PartialEq)]
pub enum CameFor {
    Session {
        title: String,
        slot: TimeSlot,
    },
    Appointment {
        kind: AppointmentKind,
        slot: TimeSlot,
    },
    /// So many assessments wait at a station.
    Assessments {
        waiting: usize,
    },
    /// Nothing was foreseen.
    WalkIn,
}

impl App {
    /// Makes today's visit of somebody who is here, or returns the one made: code and badge.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for nobody.
    pub fn arrive(&mut self, login: Login, participant: ParticipantId) -> Result<CodeView, AppError> {
        login.allow(&[Role::Facilitator])?;
        self.open_visit(login, participant, Opens::OnArrival)
    }

    /// Takes back that somebody came today, before they used their code.
    ///
    /// # Errors
    /// Refuses once the person was at a station.
    pub fn undo_arrival(&mut self, login: Login, participant: ParticipantId) -> Result<(), AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        self.store.write(|tx| {
            let base = tx.base();
            let visit = base.visit_of(participant, now.day())?.ok_or(AppError::NotFound)?;
            if visit.notice.is_some() || visit.warm_up.is_some() || base.visit_is_used(visit.id)? {
                return Err(Refusal::VisitUsed.into());
            }
            tx.remove_visit(visit.id)?;
            Ok(tx.audit(&login.entry(now, "visit.undo_arrive", participant))?)
        })
    }

    /// Returns who came today, the latest first.
    pub(super) fn arrivals(
        &self,
        base: &Base<'_>,
        sessions: &[Session],
        appointments: &[Appointment],
    ) -> Result<Vec<ArrivalView>, AppError> {
        let day = self.day();
        let mut seated: BTreeMap<ParticipantId, &Session> = BTreeMap::new();
        let is_held = |session: &&Session| !matches!(session.state, SessionState::Cancelled { .. });
        for session in sessions.iter().filter(|session| session.slot.day == day).filter(is_held).rev() {
            let kept = base.seats(session.id)?.into_iter().filter(|seat| !seat.withdrawn);
            seated.extend(kept.map(|seat| (seat.participant, session)));
        }
        let view = |arrival: Arrival| ArrivalView {
            came_for: self.came_for(&arrival, seated.get(&arrival.participant).copied(), appointments),
            participant: arrival.participant,
            name: arrival.name,
            at: arrival.at,
            code: arrival.code.grouped(),
        };
        Ok(base.arrivals(day)?.into_iter().map(view).collect())
    }

    fn came_for(&self, arrival: &Arrival, session: Option<&Session>, appointments: &[Appointment]) -> CameFor {
        let expected = appointments.iter().find(|appointment| {
            appointment.participant == arrival.participant
                && appointment.slot.day == self.day()
                && !matches!(appointment.state, AppointmentState::Cancelled { .. })
        });
        if let Some(appointment) = expected {
            return CameFor::Appointment { kind: appointment.kind, slot: appointment.slot };
        }
        if let Some(session) = session {
            let title = self.activity(&session.workshop).map(|activity| activity.title.clone());
            return CameFor::Session {
                title: title.unwrap_or_else(|_| session.workshop.0.clone()),
                slot: session.slot,
            };
        }
        match arrival.open.iter().filter(|activity| self.is_digital(activity)).count() {
            0 => CameFor::WalkIn,
            waiting => CameFor::Assessments { waiting },
        }
    }

    fn is_digital(&self, id: &ActivityId) -> bool {
        self.activity(id).is_ok_and(|activity| matches!(activity.form, Form::Digital { .. }))
    }
}
