//! A copy signed by hand, and the copies for the prescribers: each shown before it is done.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::egui::Ui;

use super::footer;
use crate::app::network::PrescriberView;
use crate::app::synthesis::SynthesisDesk;
use crate::domain::delivery::Way;
use crate::domain::id::{PrescriberId, SynthesisId};
use crate::domain::synthesis::{IdentityCheck, Proof, Signing};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker};
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{at_end, loading, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::shell::station_name;
use crate::ui::widgets::{
    Banner, Button, ChoiceCard, ChoiceKind, TextField, Tone, badge, body, heading, icon_button, muted, paragraph, small,
};

/// A copy that both signed by hand.
pub struct PaperForm {
    synthesis: SynthesisId,
    /// Of the text as it stands: the program compares it with what was printed.
    fingerprint: String,
    identity: Option<IdentityCheck>,
    scan: String,
    both_signed: bool,
}

impl PaperForm {
    pub fn new(synthesis: SynthesisId, fingerprint: String) -> Self {
        Self { synthesis, fingerprint, identity: None, scan: String::new(), both_signed: false }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        paragraph(ui, &tr!("desk-sign-words"));
        let short = self.fingerprint.get(..16).unwrap_or(&self.fingerprint);
        muted(ui, &tr!("desk-sign-mark", hash = short));
        let checks = [IdentityCheck::Known, IdentityCheck::Document, IdentityCheck::Code];
        body(ui, &tr!("desk-cosign-identity"));
        for check in checks {
            if ui.radio(self.identity == Some(check), terms::identity_check(check)).clicked() {
                self.identity = Some(check);
            }
        }
        if ChoiceCard::new(&tr!("desk-sign-both"), self.both_signed).kind(ChoiceKind::Many).show(ui).chosen {
            self.both_signed = !self.both_signed;
        }
        let hint = tr!("desk-optional");
        TextField::new(&tr!("desk-sign-scan"), &mut self.scan).hint(&hint).longest(500).show(ui);
        if footer(ui, cx, &tr!("desk-sign-confirm"), self.both_signed && self.identity.is_some())
            && let Some(identity) = self.identity
        {
            // A path copied from a file manager often comes between quotation marks.
            let scan = Some(self.scan.trim().trim_matches('"')).filter(|path| !path.is_empty()).map(PathBuf::from);
            let proof =
                Proof { identity, shown: self.fingerprint.clone(), station: station_name(), signing: Signing::Paper };
            cx.act(Deed::Guide(Guidance::Sign { synthesis: self.synthesis, proof: Box::new(proof), scan }));
        }
    }
}

/// By what each prescriber of the referral receives the signed version.
pub struct DeliverForm {
    synthesis: SynthesisId,
    /// `None`: not now.
    ways: BTreeMap<PrescriberId, Option<Way>>,
    added: Option<PrescriberId>,
}

impl DeliverForm {
    pub fn new(synthesis: SynthesisId) -> Self {
        Self { synthesis, ways: BTreeMap::new(), added: None }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(desk) = cx.data.writing_of(self.synthesis) else { return };
        body(ui, &tr!("desk-deliver-what", name = desk.participant_name.as_str(), version = desk.version));
        for who in &desk.recipients {
            self.recipient(ui, cx, desk, who);
        }
        self.add(ui, cx, desk);
        let chosen: Vec<(PrescriberId, Way)> =
            self.ways.iter().filter_map(|(id, way)| way.map(|way| (*id, way))).collect();
        if chosen.iter().any(|(_, way)| *way == Way::Email) {
            Banner::new(Tone::Info, &tr!("desk-deliver-email-words")).show(ui);
        }
        if footer(ui, cx, &tr!("desk-deliver-confirm"), !chosen.is_empty()) {
            cx.act(Deed::Guide(Guidance::Deliver(self.synthesis, chosen)));
        }
    }

    fn recipient(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk, who: &PrescriberView) {
        ui.separator();
        row(ui, |ui| {
            heading(ui, &who.name);
            at_end(ui, |ui| {
                let remove = tr!("desk-deliver-remove", name = who.name.as_str());
                if who.id != desk.prescriber.id && icon_button(ui, Icon::Cross, &remove).clicked() {
                    self.ways.remove(&who.id);
                    cx.act(Deed::Guide(Guidance::RemovePrescriber(desk.referral, who.id)));
                }
            });
        });
        let email = who.email.clone().unwrap_or_else(|| tr!("desk-no-email"));
        small(
            ui,
            &tr!(
                "desk-deliver-who",
                kind = terms::prescriber_kind(who.kind),
                site = who.site.as_str(),
                email = email.as_str()
            ),
        );
        if let Some(delivery) = desk.current_deliveries().find(|delivery| delivery.prescriber_id == who.id) {
            badge(ui, words::delivery_tone(delivery), &words::delivery(delivery));
            return;
        }
        let Some(server) = &cx.data.mail_server else { return loading(ui) };
        let why_not = match (&who.email, server) {
            (None, _) => Some(tr!("desk-deliver-no-address")),
            (Some(_), None) => Some(tr!("desk-deliver-no-server")),
            (Some(_), Some(_)) => None,
        };
        let by_email = tr!("desk-deliver-by-email");
        let mut options = Vec::new();
        if why_not.is_none() {
            options.push((Some(Way::Email), by_email.clone()));
        }
        options.push((Some(Way::Paper), tr!("desk-deliver-on-paper")));
        options.push((None, tr!("desk-deliver-not-now")));
        let usual = options.first().and_then(|(way, _)| *way);
        let way = self.ways.entry(who.id).or_insert(usual);
        ui.push_id(who.id.uuid(), |ui| {
            choice(ui, &tr!("desk-deliver-how"), way, &options);
            if let Some(reason) = why_not {
                row(ui, |ui| {
                    ui.add_enabled(false, Button::secondary(&by_email));
                    small(ui, &reason);
                });
            }
        });
    }

    /// Somebody else who follows the person: they receive the synthesis too.
    fn add(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, desk: &SynthesisDesk) {
        let known = |id: PrescriberId| desk.recipients.iter().any(|who| who.id == id);
        let others: Vec<(PrescriberId, String)> = cx
            .data
            .prescribers
            .iter()
            .flatten()
            .filter(|who| !known(who.id))
            .map(|who| (who.id, tr!("desk-prescriber-line", name = who.name.as_str(), site = who.site.as_str())))
            .collect();
        if others.is_empty() {
            return;
        }
        ui.separator();
        picker(ui, &tr!("desk-deliver-add"), &mut self.added, &others, ui.available_width());
        let words = tr!("desk-deliver-add-confirm");
        let button = Button::secondary(&words).icon(Icon::Plus);
        if ui.add_enabled(self.added.is_some() && !cx.busy, button).clicked()
            && let Some(added) = self.added.take()
        {
            cx.act(Deed::Guide(Guidance::AddPrescriber(desk.referral, added)));
        }
    }
}
