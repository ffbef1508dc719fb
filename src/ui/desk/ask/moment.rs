//! When and with whom an appointment is: among the free times, or at another one, with a reason for what stands against it.

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use eframe::egui::Ui;

use super::appointment::choose_slot;
use crate::domain::appointment::AppointmentKind;
use crate::domain::id::{ParticipantId, StaffId};
use crate::domain::person::Role;
use crate::domain::stamp::{Minutes, TimeSlot};
use crate::i18n::clock_time;
use crate::tr;
use crate::ui::desk::action::{Booking, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker};
use crate::ui::desk::layout::{loading, row, side_by_side};
use crate::ui::widgets::{Button, DateField, TextField};

/// Whose time is looked for, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought {
    pub participant: ParticipantId,
    pub kind: AppointmentKind,
    pub minutes: u32,
}

#[derive(Default)]
pub struct Moment {
    /// None is who works here.
    with: Option<StaffId>,
    chosen: Option<TimeSlot>,
    /// A time that is not among the free ones.
    is_other: bool,
    day: DateField,
    start: Option<NaiveTime>,
    /// Something stood against it once.
    was_refused: bool,
    despite: String,
    asked: Option<Load>,
    /// The next times are not wanted: those after this day.
    after: Option<NaiveDate>,
}

impl Moment {
    pub fn with(staff: StaffId) -> Self {
        Self { with: Some(staff), ..Self::default() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, sought: Sought) {
        let staff = cx.data.staff.iter().flatten();
        let able = staff.filter(|member| matches!(member.role, Role::Counsellor | Role::Facilitator));
        let people: Vec<(StaffId, String)> = able.map(|member| (member.id, member.name.full())).collect();
        self.with = self.with.or(cx.staff);
        picker(ui, &tr!("desk-moment-with"), &mut self.with, &people, 260.0);
        let Some(with) = self.with else { return };
        let load = Load::FreeSlots { sought, with, after: self.after };
        if self.asked.as_ref() != Some(&load) {
            self.chosen = None;
            cx.look(load.clone());
            self.asked = Some(load.clone());
        }
        let ways = [(false, tr!("desk-moment-free")), (true, tr!("desk-moment-other"))];
        choice(ui, &tr!("desk-open-when"), &mut self.is_other, &ways);
        if self.is_other {
            self.other(ui, cx);
        } else {
            match &cx.data.free_slots {
                Some((found, slots)) if *found == load => {
                    choose_slot(ui, slots, &mut self.chosen);
                    self.later(ui, slots);
                }
                _ => loading(ui),
            }
        }
        self.was_refused |= cx.trouble.is_some();
        if self.was_refused {
            let help = tr!("desk-clash-despite-help");
            TextField::new(&tr!("desk-clash-despite"), &mut self.despite).help(&help).longest(500).show(ui);
        }
    }

    /// Offers the days after those that are shown, and the way back.
    fn later(&mut self, ui: &mut Ui, shown: &[TimeSlot]) {
        row(ui, |ui| {
            if self.after.is_some() && ui.add(Button::quiet(&tr!("desk-moment-sooner"))).clicked() {
                self.after = None;
            }
            let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
            // The last day may have more times than those shown: it comes again, unless it is the only one.
            let after = if first.day == last.day { Some(last.day) } else { last.day.pred_opt() };
            if ui.add(Button::quiet(&tr!("desk-moment-later"))).clicked() {
                self.after = after;
            }
        });
    }

    fn other(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let today = cx.day();
        let starts: Vec<_> = hours(None).into_iter().map(|at| (at, clock_time(at))).collect();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(self.day.show(ui, &tr!("desk-move-day"), today, None)),
            _ => drop(picker(ui, &tr!("desk-move-hour"), &mut self.start, &starts, 180.0)),
        });
    }

    /// Returns what is to be booked, once day, hour and person are chosen.
    pub fn booking(&self, minutes: u32) -> Option<Booking> {
        let slot = if self.is_other {
            TimeSlot { day: self.day.day()?, start: self.start?, minutes: Minutes(minutes) }
        } else {
            self.chosen?
        };
        let reason = self.despite.trim();
        let despite = (!reason.is_empty()).then(|| reason.to_owned());
        Some(Booking { slot, with: self.with?, despite })
    }
}

/// Returns the half hours of a day's work, and the present hour.
pub(super) fn hours(present: Option<NaiveTime>) -> Vec<NaiveTime> {
    let half_hours = (8..18).flat_map(|hour| [(hour, 0), (hour, 30)]);
    let mut all: Vec<_> = half_hours.filter_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0)).collect();
    all.extend(present.map(|present| present.with_second(0).unwrap_or(present)));
    all.sort_unstable();
    all.dedup();
    all
}
