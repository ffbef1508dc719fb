//! An appointment: what for, how long, and which of the free times.

use eframe::egui::{ScrollArea, Ui};

use super::footer;
use crate::app::guidance::StepView;
use crate::domain::appointment::AppointmentKind;
use crate::domain::id::{ParticipantId, StepId};
use crate::domain::stamp::TimeSlot;
use crate::i18n::{clock_time, minutes, terms, weekday_date};
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::layout::loading;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, ButtonStyle, body, muted};

pub struct AppointmentForm {
    participant: ParticipantId,
    kind: AppointmentKind,
    minutes: u32,
    /// The step, its title and its length, when an individual activity is booked from it.
    step: Option<(StepId, String, u32)>,
    chosen: Option<TimeSlot>,
}

impl AppointmentForm {
    pub fn new(participant: ParticipantId, kind: AppointmentKind) -> Self {
        Self { participant, kind, minutes: usual_length(kind), step: None, chosen: None }
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

    fn load(&self) -> Load {
        Load::FreeSlots { participant: self.participant, kind: self.kind, minutes: self.minutes }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let look = Look::of(ui.ctx());
        let kinds = [AppointmentKind::Diagnostic, AppointmentKind::Restitution];
        let kinds = kinds.map(|kind| (kind, terms::appointment_kind(kind)));
        let mut changed = fresh;
        if let Some((_, title, _)) = &self.step {
            body(ui, title);
        } else if choice(ui, &tr!("desk-appointment-kind"), &mut self.kind, &kinds) {
            self.minutes = usual_length(self.kind);
            changed = true;
        }
        let (shortest, longest) = self.kind.bounds();
        let lengths: Vec<(u32, String)> = (shortest.0..=longest.0)
            .step_by(15)
            // An activity has its own length: an hour more or less is enough to choose from.
            .filter(|length| self.step.as_ref().is_none_or(|(.., usual)| length.abs_diff(*usual) <= 60))
            .map(|length| (length, minutes(length)))
            .collect();
        changed |= choice(ui, &tr!("desk-appointment-length"), &mut self.minutes, &lengths);
        if changed {
            self.chosen = None;
            cx.look(self.load());
        }
        ui.label(look.job(&tr!("desk-free-slots"), Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
        match &cx.data.free_slots {
            Some((load, slots)) if *load == self.load() => choose_slot(ui, slots, &mut self.chosen),
            _ => loading(ui),
        }
        let confirm = tr!("desk-book");
        if footer(ui, cx, &confirm, self.chosen.is_some())
            && let Some(slot) = self.chosen
        {
            cx.act(match &self.step {
                Some((step, ..)) => Deed::BookActivity { step: *step, slot },
                None => Deed::BookAppointment { participant: self.participant, kind: self.kind, slot },
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
