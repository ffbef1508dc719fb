//! The text and the question that are read before an agreement is recorded, and both answers.

use eframe::egui::Ui;

use crate::domain::id::ParticipantId;
use crate::domain::person::{ConsentDecision, ConsentSubject};
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{loading, row};
use crate::ui::widgets::{Button, ChoiceCard, ChoiceKind, body, heading, muted, paragraph};

/// The text of an agreement as it is read out, and whether it was.
#[derive(Default)]
pub struct Reading {
    asked: Option<ConsentSubject>,
    was_read: bool,
}

impl Reading {
    /// Shows the text; returns whether it was read.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &ConsentSubject) -> bool {
        if self.asked.as_ref() != Some(subject) {
            cx.look(Load::ConsentText(subject.clone()));
            (self.asked, self.was_read) = (Some(subject.clone()), false);
        }
        let known = cx.data.consent_text.as_ref().filter(|(of, _)| of == subject);
        let Some((_, text)) = known else {
            loading(ui);
            return false;
        };
        muted(ui, &tr!("desk-agree-read"));
        paragraph(ui, &tr!("desk-quoted", words = text.as_str()));
        if ChoiceCard::new(&tr!("desk-agree-was-read"), self.was_read).kind(ChoiceKind::Many).show(ui).chosen {
            self.was_read = !self.was_read;
        }
        self.was_read
    }

    /// Shows both answers; they wait until the text was read.
    pub fn answers(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<ConsentDecision> {
        let ready = self.was_read && !cx.busy;
        let agrees = ui.add_enabled(ready, Button::primary(&tr!("desk-consent-agree"))).clicked();
        let refuses = ui.add_enabled(ready, Button::secondary(&tr!("desk-consent-refuse"))).clicked();
        match (agrees, refuses) {
            (true, _) => Some(ConsentDecision::Agreed),
            (false, true) => Some(ConsentDecision::Refused),
            (false, false) => None,
        }
    }
}

/// Asks whether a person's synthesis may go to the prescriber.
pub struct AgreeForm {
    participant: ParticipantId,
    name: String,
    reading: Reading,
}

impl AgreeForm {
    pub fn of(participant: ParticipantId, name: String) -> Self {
        Self { participant, name, reading: Reading::default() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.name);
        self.reading.show(ui, cx, &ConsentSubject::SendSynthesis);
        heading(ui, &tr!("desk-consent-ask"));
        cx.show_trouble(ui);
        row(ui, |ui| {
            if let Some(decision) = self.reading.answers(ui, cx) {
                let (participant, subject) = (self.participant, ConsentSubject::SendSynthesis);
                cx.act(Deed::RecordConsent { participant, subject, decision });
            }
            if ui.add(Button::quiet(&tr!("desk-cancel"))).clicked() {
                cx.close();
            }
        });
    }
}
