//! The agreement to health data, collected before a measure is entered; the right of a colleague to handle them.

use eframe::egui::Ui;

use super::agree::Reading;
use super::footer;
use crate::domain::id::{ParticipantId, StaffId};
use crate::domain::person::{ConsentSubject, StaffMember};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::row;
use crate::ui::widgets::{Button, muted, paragraph};

pub struct HealthForm {
    participant: ParticipantId,
    name: String,
    reading: Reading,
}

impl HealthForm {
    pub fn new(participant: ParticipantId, name: String) -> Self {
        Self { participant, name, reading: Reading::default() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        paragraph(ui, &tr!("desk-grid-health", name = self.name.as_str()));
        muted(ui, &tr!("desk-health-words"));
        self.reading.show(ui, cx, &ConsentSubject::HealthData);
        cx.show_trouble(ui);
        row(ui, |ui| {
            if let Some(decision) = self.reading.answers(ui, cx) {
                let (participant, subject) = (self.participant, ConsentSubject::HealthData);
                cx.act(Deed::RecordConsent { participant, subject, decision });
            }
            if ui.add(Button::quiet(&tr!("desk-cancel"))).clicked() {
                cx.close();
            }
        });
    }
}

/// Gives a colleague the right, or takes it back.
pub struct HealthRightForm {
    staff: StaffId,
    name: String,
    given: bool,
}

impl HealthRightForm {
    pub fn new(member: &StaffMember) -> Self {
        Self { staff: member.id, name: member.name.full(), given: member.handles_health }
    }

    pub fn title(&self) -> String {
        tr!("desk-health-right-title", name = self.name.as_str())
    }

    pub fn show(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (words, confirm) = if self.given {
            (tr!("desk-health-right-take-words"), tr!("desk-health-right-take"))
        } else {
            (tr!("desk-health-right-give-words"), tr!("desk-health-right-give"))
        };
        paragraph(ui, &words);
        if footer(ui, cx, &confirm, true) {
            cx.act(Deed::SetHealthRight(self.staff, !self.given));
        }
    }
}
