//! A focus on one sector: the person agrees first, and the prescriber is told.

use eframe::egui::Ui;

use super::agree::Reading;
use super::footer;
use crate::domain::activity::Sector;
use crate::domain::id::ParticipantId;
use crate::domain::person::{ConsentDecision, ConsentSubject};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Banner, Tone, paragraph};

pub struct SectorForm {
    pub participant: ParticipantId,
    pub first_name: String,
    pub sector: Sector,
    pub prescriber: Option<String>,
    pub reading: Reading,
}

impl SectorForm {
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let sector = terms::sector(self.sector);
        paragraph(ui, &tr!("desk-sector-question", name = self.first_name.as_str(), sector = sector));
        if let Some(prescriber) = &self.prescriber {
            Banner::new(Tone::Info, &tr!("desk-sector-notice", prescriber = prescriber.as_str())).show(ui);
        }
        let subject = ConsentSubject::SectorFocus(self.sector);
        let was_read = self.reading.show(ui, cx, &subject);
        if footer(ui, cx, &tr!("desk-sector-agreed"), was_read) {
            let decision = ConsentDecision::Agreed;
            cx.act(Deed::RecordConsent { participant: self.participant, subject, decision });
        }
    }
}
