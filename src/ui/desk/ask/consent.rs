//! What was read to a person when they agreed, and the way to take it back.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::ConsentView;
use crate::domain::id::ParticipantId;
use crate::domain::person::ConsentDecision;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Button, Tone, badge, muted, paragraph, small};

pub struct ConsentForm {
    participant: ParticipantId,
    consent: ConsentView,
    withdraws: bool,
}

impl ConsentForm {
    /// Shows the text that was read.
    pub fn reading(participant: ParticipantId, consent: &ConsentView) -> Self {
        Self { participant, consent: consent.clone(), withdraws: false }
    }

    /// Asks before an agreement is taken back.
    pub fn withdrawing(participant: ParticipantId, consent: &ConsentView) -> Self {
        Self { participant, consent: consent.clone(), withdraws: true }
    }

    pub fn title(&self) -> String {
        if self.withdraws { tr!("desk-withdraw-title") } else { terms::consent_subject(&self.consent.subject) }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let consent = &self.consent;
        if self.withdraws {
            paragraph(ui, &terms::consent_subject(&consent.subject));
            muted(ui, &tr!("desk-withdraw-words"));
        } else {
            let tone = match consent.decision {
                ConsentDecision::Agreed => Tone::Success,
                ConsentDecision::Refused => Tone::Warning,
            };
            badge(ui, tone, &terms::consent_decision(consent.decision));
            let day = short_date(consent.at.day());
            small(ui, &tr!("desk-consent-by", by = consent.recorded_by.as_str(), day = day));
        }
        small(ui, &tr!("desk-consent-version", version = consent.text_version.as_str()));
        match &consent.text {
            Some(text) => drop(paragraph(ui, &tr!("desk-quoted", words = text.as_str()))),
            None => drop(muted(ui, &tr!("desk-consent-no-text"))),
        }
        if !self.withdraws {
            if ui.vertical_centered(|ui| ui.add(Button::primary(&tr!("desk-close")).min_width(180.0)).clicked()).inner {
                cx.close();
            }
            return;
        }
        if footer(ui, cx, &tr!("desk-withdraw-confirm"), true) {
            cx.act(Deed::RecordConsent {
                participant: self.participant,
                subject: consent.subject.clone(),
                decision: ConsentDecision::Refused,
            });
        }
    }
}
