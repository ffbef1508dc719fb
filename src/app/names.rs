//! The names that views show beside ids.

use std::collections::BTreeMap;

use super::AppError;
use super::people::AppointmentView;
use crate::domain::agenda::Holder;
use crate::domain::appointment::Appointment;
use crate::domain::id::{ParticipantId, StaffId};
use crate::domain::person::Participant;
use crate::store::Base;

/// The names that views show beside ids, read once for a view.
pub(super) struct Names {
    staff: BTreeMap<StaffId, String>,
    participants: BTreeMap<ParticipantId, Participant>,
}

impl Names {
    pub(super) fn read(base: &Base<'_>) -> Result<Self, AppError> {
        Ok(Self {
            staff: base.staff()?.into_iter().map(|member| (member.id, member.name.full())).collect(),
            participants: base.participants()?.into_iter().map(|person| (person.id, person)).collect(),
        })
    }

    pub(super) fn staff(&self, id: StaffId) -> String {
        self.staff.get(&id).cloned().unwrap_or_default()
    }

    pub(super) fn person(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants.get(&id)
    }

    pub(super) fn participant(&self, id: ParticipantId) -> String {
        self.person(id).map(|person| person.name.full()).unwrap_or_default()
    }

    pub(super) fn people(&self) -> impl Iterator<Item = &Participant> {
        self.participants.values()
    }

    pub(super) fn appointment(&self, base: &Base<'_>, appointment: &Appointment) -> Result<AppointmentView, AppError> {
        let exceptions = base.exceptions(Holder::Appointment(appointment.id))?;
        Ok(AppointmentView {
            id: appointment.id,
            kind: appointment.kind,
            participant: appointment.participant,
            participant_name: self.participant(appointment.participant),
            staff: appointment.with,
            with: self.staff(appointment.with),
            slot: appointment.slot,
            state: appointment.state.clone(),
            exceptions: exceptions.into_iter().map(|kept| kept.reason).collect(),
        })
    }
}
