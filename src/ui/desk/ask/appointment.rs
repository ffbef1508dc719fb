//! An appointment: what for, how long, when and with whom.

use eframe::egui::{ScrollArea, Ui};

use super::footer;
use super::moment::{Moment, Sought};
use crate::app::guidance::StepView;
use crate::domain::appointment::AppointmentKind;
use crate::domain::id::{ParticipantId, StepId};
use crate::domain::stamp::TimeSlot;
use crate::i18n::{clock_time, minutes, terms, weekday_date};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::widgets::{Button, ButtonStyle, body, muted};

pub struct AppointmentForm {
    participant: ParticipantId,
    kind: AppointmentKind,
    minutes: u32,
    /// The step, its title and its length, when an individual activity is booked from it.
    step: Option<(StepId, String, u32)>,
    moment: Moment,
}

impl AppointmentForm {
    pub fn new(participant: ParticipantId, kind: AppointmentKind) -> Self {
        Self { participant, kind, minutes: usual_length(kind), step: None, moment: Moment::default() }
    }

    /// Begins with an individual activity of the person's path.
    pub fn of_step(participant: ParticipantId, step: &StepView) -> Self {
        let usual = Self::new(participant, AppointmentKind::Activity);
        let (shortest, longest) = usual.kind.bounds();
        let minutes = step.minutes.next_multiple_of(15).clamp(shortest.0, longest.0);
        Self { step: Some((step.id, step.title.clone(), minutes)), minutes, ..usual }
    }

    pub fn title(&self) -> String {
        if self.step.is_some() { tr!("desk-book-activity-title") } else { tr!("desk-appointment-title") }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let kinds = [AppointmentKind::Diagnostic, AppointmentKind::Restitution];
        let kinds = kinds.map(|kind| (kind, terms::appointment_kind(kind)));
        if let Some((_, title, _)) = &self.step {
            body(ui, title);
        } else if choice(ui, &tr!("desk-appointment-kind"), &mut self.kind, &kinds) {
            self.minutes = usual_length(self.kind);
        }
        let (shortest, longest) = self.kind.bounds();
        let lengths: Vec<(u32, String)> = (shortest.0..=longest.0)
            .step_by(15)
            // An activity has its own length: an hour more or less is enough to choose from.
            .filter(|length| self.step.as_ref().is_none_or(|(.., usual)| length.abs_diff(*usual) <= 60))
            .map(|length| (length, minutes(length)))
            .collect();
        choice(ui, &tr!("desk-appointment-length"), &mut self.minutes, &lengths);
        let sought = Sought { participant: self.participant, kind: self.kind, minutes: self.minutes };
        self.moment.show(ui, cx, sought);
        let booking = self.moment.booking(self.minutes);
        if footer(ui, cx, &tr!("desk-book"), booking.is_some())
            && let Some(booking) = booking
        {
            cx.act(match &self.step {
                Some((step, ..)) => Deed::BookActivity { step: *step, booking },
                None => Deed::BookAppointment { participant: self.participant, kind: self.kind, booking },
            });
        }
    }
}

/// Shows free times by day; the chosen one stands out.
pub(super) fn choose_slot(ui: &mut Ui, slots: &[TimeSlot], chosen: &mut Option<TimeSlot>) {
    if slots.is_empty() {
        muted(ui, &tr!("desk-no-free-slot"));
    }
    ScrollArea::vertical().id_salt("slots").max_height(250.0).auto_shrink([false, true]).show(ui, |ui| {
        for day in slots.chunk_by(|one, next| one.day == next.day) {
            let Some(first) = day.first() else { continue };
            muted(ui, &weekday_date(first.day));
            ui.horizontal_wrapped(|ui| {
                for slot in day {
                    let on = *chosen == Some(*slot);
                    let style = if on { ButtonStyle::Primary } else { ButtonStyle::Secondary };
                    let words = clock_time(slot.start);
                    let name = terms::slot(*slot);
                    if ui.add(Button::new(style, &words).accessible_name(&name)).clicked() {
                        *chosen = Some(*slot);
                    }
                }
            });
        }
    });
}

/// Returns the length proposed first.
fn usual_length(kind: AppointmentKind) -> u32 {
    match kind {
        AppointmentKind::Diagnostic => 60,
        AppointmentKind::Restitution => 90,
        AppointmentKind::Activity => 60,
    }
}
