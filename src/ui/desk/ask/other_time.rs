//! Another time for an appointment: one that stands is moved, one that was missed or cancelled is booked again.

use eframe::egui::Ui;

use super::appointment::choose_slot;
use super::footer;
use crate::app::people::AppointmentView;
use crate::domain::appointment::AppointmentState;
use crate::domain::stamp::TimeSlot;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::loading;
use crate::ui::widgets::{body, muted};

pub struct OtherTimeForm {
    appointment: AppointmentView,
    chosen: Option<TimeSlot>,
}

impl OtherTimeForm {
    pub fn of(appointment: &AppointmentView) -> Self {
        Self { appointment: appointment.clone(), chosen: None }
    }

    fn is_move(&self) -> bool {
        self.appointment.state == AppointmentState::Booked
    }

    pub fn title(&self) -> String {
        if self.is_move() { tr!("desk-move-appointment-title") } else { tr!("desk-rebook-title") }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let AppointmentView { id, kind, participant, slot, .. } = self.appointment;
        body(ui, &self.appointment.participant_name);
        muted(ui, &tr!("desk-other-time-instead", kind = terms::appointment_kind(kind), when = terms::slot(slot)));
        muted(ui, &tr!("desk-other-time-with"));
        let load = Load::FreeSlots { participant, kind, minutes: slot.minutes.0 };
        if fresh {
            cx.look(load.clone());
        }
        match &cx.data.free_slots {
            Some((found, slots)) if *found == load => choose_slot(ui, slots, &mut self.chosen),
            _ => loading(ui),
        }
        let confirm = if self.is_move() { tr!("desk-move-appointment-confirm") } else { tr!("desk-book") };
        if footer(ui, cx, &confirm, self.chosen.is_some())
            && let Some(slot) = self.chosen
        {
            cx.act(if self.is_move() { Deed::MoveAppointment { id, slot } } else { Deed::Rebook { id, slot } });
        }
    }
}
