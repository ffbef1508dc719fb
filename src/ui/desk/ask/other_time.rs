//! Another time for an appointment: one that stands is moved, one that was missed or cancelled is booked again.

use eframe::egui::Ui;

use super::footer;
use super::moment::{Moment, Sought};
use crate::app::people::AppointmentView;
use crate::domain::appointment::AppointmentState;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{body, muted};

pub struct OtherTimeForm {
    appointment: AppointmentView,
    moment: Moment,
}

impl OtherTimeForm {
    pub fn of(appointment: &AppointmentView) -> Self {
        Self { appointment: appointment.clone(), moment: Moment::with(appointment.staff) }
    }

    fn is_move(&self) -> bool {
        self.appointment.state == AppointmentState::Booked
    }

    pub fn title(&self) -> String {
        if self.is_move() { tr!("desk-move-appointment-title") } else { tr!("desk-rebook-title") }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let AppointmentView { id, kind, participant, slot, .. } = self.appointment;
        body(ui, &self.appointment.participant_name);
        muted(ui, &tr!("desk-other-time-instead", kind = terms::appointment_kind(kind), when = terms::slot(slot)));
        let minutes = slot.minutes.0;
        self.moment.show(ui, cx, Sought { participant, kind, minutes });
        let confirm = if self.is_move() { tr!("desk-move-appointment-confirm") } else { tr!("desk-book") };
        let booking = self.moment.booking(minutes);
        if footer(ui, cx, &confirm, booking.is_some())
            && let Some(booking) = booking
        {
            cx.act(if self.is_move() { Deed::MoveAppointment { id, booking } } else { Deed::Rebook { id, booking } });
        }
    }
}
