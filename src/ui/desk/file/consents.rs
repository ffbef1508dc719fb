//! What a person agreed to, in which words, and what they said before.

use eframe::egui::Ui;

use crate::app::people::{ConsentView, ParticipantFile};
use crate::domain::person::{ConsentDecision, ConsentSubject};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::agree::AgreeForm;
use crate::ui::desk::ask::consent::ConsentForm;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Button, Tone, badge, body, disclosure, heading, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-consents"));
    for consent in file.consents.iter().filter(|consent| consent.stands) {
        stands(ui, cx, file, consent);
    }
    let earlier: Vec<&ConsentView> = file.consents.iter().filter(|consent| !consent.stands).collect();
    if !earlier.is_empty() {
        disclosure(ui, "consents-before", &tr!("desk-consents-before", n = earlier.len()), |ui| {
            for consent in &earlier {
                let (subject, decision) =
                    (terms::consent_subject(&consent.subject), terms::consent_decision(consent.decision));
                muted(ui, &tr!("desk-consent-before", subject = subject, decision = decision));
                by(ui, consent);
            }
        });
    }
    synthesis(ui, cx, file);
}

/// The latest word on one subject: its text can be read, an agreement can be taken back.
fn stands(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, consent: &ConsentView) {
    let tone = match consent.decision {
        ConsentDecision::Agreed => Tone::Success,
        ConsentDecision::Refused => Tone::Warning,
    };
    let subject = terms::consent_subject(&consent.subject);
    ui.horizontal_wrapped(|ui| {
        badge(ui, tone, &terms::consent_decision(consent.decision));
        body(ui, &subject);
    });
    by(ui, consent);
    ui.horizontal_wrapped(|ui| {
        let (read, take_back) = (tr!("desk-consent-read"), tr!("desk-withdraw"));
        let named = |words: &str| tr!("desk-consent-action", words = words, subject = subject.as_str());
        let (read_of, take_back_of) = (named(&read), named(&take_back));
        if ui.add(Button::quiet(&read).accessible_name(&read_of)).clicked() {
            cx.ask(Ask::Consent(ConsentForm::reading(file.id, consent)));
        }
        if consent.decision == ConsentDecision::Agreed
            && cx.decides()
            && ui.add(Button::quiet(&take_back).accessible_name(&take_back_of)).clicked()
        {
            cx.ask(Ask::Consent(ConsentForm::withdrawing(file.id, consent)));
        }
    });
}

fn by(ui: &mut Ui, consent: &ConsentView) {
    let day = short_date(consent.at.day());
    small(ui, &tr!("desk-consent-by", by = consent.recorded_by.as_str(), day = day));
}

/// Asks whether the synthesis may go to the prescriber, as long as the person does not agree.
fn synthesis(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    let of_synthesis = |consent: &&ConsentView| consent.stands && consent.subject == ConsentSubject::SendSynthesis;
    let latest = file.consents.iter().find(of_synthesis).map(|consent| consent.decision);
    if latest.is_none() {
        muted(ui, &tr!("desk-consent-ask"));
    }
    if latest == Some(ConsentDecision::Agreed) {
        return;
    }
    let words = tr!("desk-agree-ask");
    if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
        let name = format!("{} {}", file.first_name, file.last_name);
        cx.ask(Ask::Agree(AgreeForm::of(file.id, name)));
    }
}
