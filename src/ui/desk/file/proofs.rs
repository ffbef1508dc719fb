//! What shows that a person belongs to a priority public, and until when.

use eframe::egui::Ui;

use crate::app::people::{ParticipantFile, ProofView};
use crate::domain::criterion::ProofState;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::proof::ProofForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::line;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, heading, icon_button, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-proofs"));
    if file.proofs.is_empty() && file.hidden_proofs == 0 {
        muted(ui, &tr!("desk-proofs-none"));
    }
    for proof in &file.proofs {
        one(ui, cx, proof);
    }
    if file.hidden_proofs > 0 {
        muted(ui, &tr!("desk-proofs-hidden", n = file.hidden_proofs));
    }
    if cx.decides() && ui.add(Button::secondary(&tr!("desk-proof-add"))).clicked() {
        cx.ask(Ask::Proof(ProofForm::new(file.id, file.criteria.clone(), cx.day())));
    }
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, proof: &ProofView) {
    let tone = match proof.state {
        ProofState::Valid { .. } => Tone::Success,
        ProofState::EndsSoon { .. } => Tone::Warning,
        ProofState::Ended { .. } => Tone::Danger,
    };
    line(
        ui,
        60.0,
        |ui| {
            body(ui, &proof.criterion);
            badge(ui, tone, &terms::proof_state(proof.state));
            let (dated, checked) = (short_date(proof.dated), short_date(proof.checked_on));
            let document = proof.document.as_str();
            small(ui, &tr!("desk-proof-line", document = document, day = dated));
            small(ui, &tr!("desk-proof-checked", by = proof.checked_by.as_str(), day = checked));
            if proof.is_sensitive {
                small(ui, &tr!("desk-proof-sensitive"));
            }
        },
        |ui| {
            let name = tr!("desk-proof-remove", criterion = proof.criterion.as_str());
            if cx.decides() && icon_button(ui, Icon::Cross, &name).clicked() {
                cx.act(Deed::RemoveProof(proof.id));
            }
        },
    );
}
