//! Signing a synthesis, and handing it to the prescriber: each shown before it is done.

use eframe::egui::Ui;

use super::footer;
use crate::app::network::PrescriberView;
use crate::domain::id::SynthesisId;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Banner, ChoiceCard, ChoiceKind, Tone, facts, paragraph};

pub struct SignForm {
    synthesis: SynthesisId,
    name: String,
    both_signed: bool,
}

impl SignForm {
    pub fn new(synthesis: SynthesisId, name: String) -> Self {
        Self { synthesis, name, both_signed: false }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        paragraph(ui, &tr!("desk-sign-words"));
        let words = tr!("desk-sign-both", name = self.name.as_str());
        if ChoiceCard::new(&words, self.both_signed).kind(ChoiceKind::Many).show(ui).chosen {
            self.both_signed = !self.both_signed;
        }
        if footer(ui, cx, &tr!("desk-sign-confirm"), self.both_signed) {
            cx.act(Deed::SignSynthesis(self.synthesis));
        }
    }
}

pub struct DeliverForm {
    synthesis: SynthesisId,
    name: String,
    prescriber: PrescriberView,
}

impl DeliverForm {
    pub fn new(synthesis: SynthesisId, name: String, prescriber: PrescriberView) -> Self {
        Self { synthesis, name, prescriber }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let email = self.prescriber.email.clone().unwrap_or_else(|| tr!("desk-no-email"));
        let (kind, names) = (
            terms::prescriber_kind(self.prescriber.kind),
            [
                tr!("desk-deliver-synthesis-of"),
                tr!("desk-deliver-to"),
                tr!("desk-deliver-role"),
                tr!("desk-deliver-site"),
                tr!("desk-email"),
            ],
        );
        let [of, to, role, site, mail] = names.each_ref().map(String::as_str);
        let who = &self.prescriber;
        let rows = [
            (of, self.name.as_str()),
            (to, who.name.as_str()),
            (role, kind.as_str()),
            (site, who.site.as_str()),
            (mail, email.as_str()),
        ];
        facts(ui, "recipient", &rows);
        Banner::new(Tone::Info, &tr!("desk-deliver-words")).show(ui);
        if footer(ui, cx, &tr!("desk-deliver-confirm"), true) {
            cx.act(Deed::DeliverSynthesis(self.synthesis));
        }
    }
}
