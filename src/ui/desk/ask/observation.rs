//! What was seen of a person, in words.

use eframe::egui::Ui;

use super::footer;
use crate::domain::id::ParticipantId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::widgets::{TextField, muted};

pub struct ObservationForm {
    participant: ParticipantId,
    /// Which of the workshops on hand.
    workshop: Option<usize>,
    text: String,
}

impl ObservationForm {
    pub fn new(participant: ParticipantId) -> Self {
        Self { participant, workshop: None, text: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        muted(ui, &tr!("desk-observation-words"));
        let pools = cx.data.pools.as_deref().unwrap_or_default();
        let options: Vec<(usize, String)> =
            pools.iter().enumerate().map(|(index, pool)| (index, pool.title.clone())).collect();
        picker(ui, &tr!("desk-observation-workshop"), &mut self.workshop, &options, 400.0);
        let field = TextField::new(&tr!("desk-observation-text"), &mut self.text).rows(5).longest(4000).show(ui);
        if fresh {
            field.request_focus();
        }
        if footer(ui, cx, &tr!("desk-save"), !self.text.trim().is_empty()) {
            let workshop = self.workshop.and_then(|index| pools.get(index)).map(|pool| pool.workshop.clone());
            cx.act(Deed::RecordObservation { participant: self.participant, workshop, text: self.text.clone() });
        }
    }
}
