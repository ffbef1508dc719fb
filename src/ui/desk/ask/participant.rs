//! A person's record, new or corrected.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::{NewParticipant, ParticipantFile};
use crate::domain::id::ParticipantId;
use crate::domain::person::ExtraTime;
use crate::domain::stamp::Availability;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, half_days};
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{DateField, TextField};

pub struct ParticipantForm {
    id: Option<ParticipantId>,
    first: String,
    last: String,
    birth: DateField,
    phone: String,
    email: String,
    supports: String,
    extra_time: ExtraTime,
    availability: Availability,
}

impl Default for ParticipantForm {
    fn default() -> Self {
        Self {
            id: None,
            first: String::new(),
            last: String::new(),
            birth: DateField::new(None),
            phone: String::new(),
            email: String::new(),
            supports: String::new(),
            extra_time: ExtraTime::None,
            availability: Availability::always(),
        }
    }
}

impl ParticipantForm {
    /// Begins with what the file holds.
    pub fn of(file: &ParticipantFile) -> Self {
        Self {
            id: Some(file.id),
            first: file.first_name.clone(),
            last: file.last_name.clone(),
            birth: DateField::new(Some(file.birth_date)),
            phone: file.phone.clone(),
            email: file.email.clone().unwrap_or_default(),
            supports: file.supports.clone(),
            extra_time: file.extra_time,
            availability: file.availability,
        }
    }

    pub fn title(&self) -> String {
        if self.id.is_some() { tr!("desk-edit-participant") } else { tr!("desk-new-participant-title") }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        side_by_side(ui, 2, |ui, place| match place {
            0 => {
                let field = TextField::new(&tr!("desk-first-name"), &mut self.first).longest(80).show(ui);
                if fresh {
                    field.request_focus();
                }
            }
            _ => drop(TextField::new(&tr!("desk-last-name"), &mut self.last).longest(80).show(ui)),
        });
        let today = cx.day();
        let no_email = tr!("desk-optional");
        ui.horizontal_top(|ui| {
            self.birth.show(ui, &tr!("desk-birth-date"), today, None);
            ui.add_space(8.0);
            TextField::new(&tr!("desk-phone"), &mut self.phone).width(190.0).longest(30).show(ui);
            ui.add_space(8.0);
            TextField::new(&tr!("desk-email"), &mut self.email).hint(&no_email).longest(120).show(ui);
        });
        let help = tr!("desk-supports-help");
        TextField::new(&tr!("desk-supports"), &mut self.supports).help(&help).longest(300).show(ui);
        let extra = [ExtraTime::None, ExtraTime::Third, ExtraTime::Half, ExtraTime::Unlimited];
        let extra = extra.map(|extra| (extra, terms::extra_time(extra)));
        choice(ui, &tr!("desk-extra-time"), &mut self.extra_time, &extra);
        half_days(ui, &tr!("desk-half-days"), &mut self.availability);
        let confirm = if self.id.is_some() { tr!("desk-save") } else { tr!("desk-record-participant") };
        let named = !self.first.trim().is_empty() && !self.last.trim().is_empty();
        if footer(ui, cx, &confirm, named && self.birth.day().is_some()) {
            self.record(cx);
        }
    }

    fn record(&self, cx: &mut Cx<'_>) {
        let Some(birth_date) = self.birth.day() else { return };
        let wish = NewParticipant {
            first_name: self.first.clone(),
            last_name: self.last.clone(),
            birth_date,
            phone: self.phone.clone(),
            email: self.email.clone(),
            supports: self.supports.clone(),
            extra_time: self.extra_time,
            availability: self.availability,
        };
        cx.act(match self.id {
            Some(id) => Deed::UpdateParticipant(id, wish),
            None => Deed::RecordParticipant(wish),
        });
    }
}
