//! Days on which a participant cannot come.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::domain::calendar::Days;
use crate::domain::id::ParticipantId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{DateField, muted};

pub struct AwayForm {
    participant: ParticipantId,
    from: DateField,
    until: DateField,
}

impl AwayForm {
    pub fn new(participant: ParticipantId, today: NaiveDate) -> Self {
        Self { participant, from: DateField::new(Some(today)), until: DateField::default() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-away-words"));
        let today = cx.day();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(self.from.show(ui, &tr!("desk-settings-from"), today, None)),
            _ => drop(self.until.show(ui, &tr!("desk-settings-until"), today, None)),
        });
        let wish = self.from.day().zip(self.until.day());
        if footer(ui, cx, &tr!("desk-settings-save-away"), wish.is_some())
            && let Some((from, until)) = wish
        {
            cx.act(Deed::RecordAbsence { participant: self.participant, days: Days { from, until } });
        }
    }
}
