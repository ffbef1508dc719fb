//! What the planning may count on: rooms, material, who leads what, absences, closed days, school holidays.

mod days;
mod means;
mod team;

use eframe::egui::Ui;

use crate::app::agenda::ServiceView;
use crate::domain::id::StaffId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{columns, loading, panel};
use crate::ui::widgets::{DateField, heading, muted};

/// The parts of the page, each with its own refusals.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Rooms,
    Equipment,
    Team,
    Days,
    Holidays,
}

/// What is being typed.
#[derive(Default)]
pub struct Settings {
    /// Where something was asked last: a refusal is told there.
    asked: Part,
    room: String,
    places: String,
    equipment: String,
    quantity: String,
    reset: String,
    away: Option<StaffId>,
    from: DateField,
    until: DateField,
    day: DateField,
    is_open: bool,
    day_name: String,
    holidays: String,
}

impl Settings {
    /// Empties what was typed for something that is done.
    pub(in crate::ui::desk) fn done(&mut self, deed: &Deed) {
        match deed {
            Deed::RecordRoom { .. } => {
                self.room.clear();
                self.places.clear();
            }
            Deed::RecordEquipment { .. } => {
                self.equipment.clear();
                self.quantity.clear();
                self.reset.clear();
            }
            Deed::RecordStaffAbsence { .. } => {
                self.from = DateField::default();
                self.until = DateField::default();
            }
            Deed::MarkDay { .. } => {
                self.day = DateField::default();
                self.day_name.clear();
            }
            Deed::ImportHolidays(_) => self.holidays.clear(),
            _ => {}
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(service) = &cx.data.service else { return loading(ui) };
        if !cx.settles() {
            muted(ui, &tr!("desk-settings-read"));
        }
        columns(ui, 0.5, ["settings-means", "settings-days"], |ui, place| match place {
            0 => {
                self.part(ui, cx, Part::Rooms, service);
                self.part(ui, cx, Part::Equipment, service);
                self.part(ui, cx, Part::Team, service);
            }
            _ => {
                self.part(ui, cx, Part::Days, service);
                self.part(ui, cx, Part::Holidays, service);
            }
        });
    }

    fn part(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, part: Part, service: &ServiceView) {
        let title = match part {
            Part::Rooms => tr!("desk-settings-rooms"),
            Part::Equipment => tr!("desk-settings-equipment"),
            Part::Team => tr!("desk-settings-team"),
            Part::Days => tr!("desk-settings-days"),
            Part::Holidays => tr!("desk-settings-holidays"),
        };
        panel(ui, |ui| {
            ui.push_id(&title, |ui| {
                heading(ui, &title);
                let deed = match part {
                    Part::Rooms => means::rooms(self, ui, cx, service),
                    Part::Equipment => means::equipment(self, ui, cx, service),
                    Part::Team => team::show(self, ui, cx, service),
                    Part::Days => days::special(self, ui, cx, service),
                    Part::Holidays => days::holidays(self, ui, cx, service),
                };
                if let Some(deed) = deed {
                    self.asked = part;
                    cx.act(deed);
                }
                if self.asked == part {
                    cx.show_trouble(ui);
                }
            });
        });
    }
}
