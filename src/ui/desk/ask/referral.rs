//! The referral: who sends the person, when, with which question.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::domain::id::{ParticipantId, PrescriberId};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{Banner, DateField, TextField, Tone};

pub struct ReferralForm {
    participant: ParticipantId,
    prescriber: Option<PrescriberId>,
    received: DateField,
    question: String,
}

impl ReferralForm {
    pub fn new(participant: ParticipantId, today: NaiveDate) -> Self {
        Self { participant, prescriber: None, received: DateField::new(Some(today)), question: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let prescribers = cx.data.prescribers.as_deref().unwrap_or_default();
        if prescribers.is_empty() {
            Banner::new(Tone::Info, &tr!("desk-referral-no-prescriber")).show(ui);
        }
        let options: Vec<(PrescriberId, String)> = prescribers
            .iter()
            .map(|who| (who.id, tr!("desk-prescriber-line", name = who.name.as_str(), site = who.site.as_str())))
            .collect();
        let today = cx.day();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(picker(ui, &tr!("desk-prescriber"), &mut self.prescriber, &options, ui.available_width())),
            _ => drop(self.received.show(ui, &tr!("desk-received-on"), today, None)),
        });
        let help = tr!("desk-question-help");
        let field =
            TextField::new(&tr!("desk-question"), &mut self.question).rows(4).help(&help).longest(2000).show(ui);
        if fresh {
            field.request_focus();
        }
        let ready = self.prescriber.is_some() && self.received.day().is_some() && !self.question.trim().is_empty();
        if footer(ui, cx, &tr!("desk-record-referral"), ready)
            && let (Some(prescriber), Some(received)) = (self.prescriber, self.received.day())
        {
            cx.act(Deed::RecordReferral {
                participant: self.participant,
                prescriber,
                received,
                question: self.question.clone(),
            });
        }
    }
}
