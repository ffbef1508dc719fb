//! What was seen of a person, in words.

use eframe::egui::Ui;

use super::footer;
use crate::domain::id::ParticipantId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{TextField, muted};

pub struct ObservationForm {
    participant: ParticipantId,
    workshop: String,
    text: String,
}

impl ObservationForm {
    pub fn new(participant: ParticipantId) -> Self {
        Self { participant, workshop: String::new(), text: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        muted(ui, &tr!("desk-observation-words"));
        let hint = tr!("desk-optional");
        TextField::new(&tr!("desk-observation-workshop"), &mut self.workshop).hint(&hint).longest(120).show(ui);
        let field = TextField::new(&tr!("desk-observation-text"), &mut self.text).rows(5).longest(4000).show(ui);
        if fresh {
            field.request_focus();
        }
        if footer(ui, cx, &tr!("desk-save"), !self.text.trim().is_empty()) {
            let workshop = Some(self.workshop.trim().to_owned()).filter(|title| !title.is_empty());
            cx.act(Deed::RecordObservation { participant: self.participant, workshop, text: self.text.clone() });
        }
    }
}
