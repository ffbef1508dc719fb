//! A document that was seen: what it shows, its date, and the date that is written on it.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::app::people::{CriterionView, NewProof};
use crate::domain::criterion::Validity;
use crate::domain::id::ParticipantId;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{DateField, facts, muted, small};

pub struct ProofForm {
    participant: ParticipantId,
    criteria: Vec<CriterionView>,
    criterion: Option<usize>,
    dated: DateField,
    until: DateField,
}

impl ProofForm {
    pub fn new(participant: ParticipantId, criteria: Vec<CriterionView>, today: NaiveDate) -> Self {
        let (dated, until) = (DateField::new(Some(today)), DateField::new(None));
        Self { participant, criteria, criterion: None, dated, until }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-proof-words"));
        let options: Vec<(usize, String)> =
            self.criteria.iter().map(|criterion| criterion.label.clone()).enumerate().collect();
        let width = ui.available_width().min(560.0);
        picker(ui, &tr!("desk-proof-criterion"), &mut self.criterion, &options, width);
        let chosen = self.criterion.and_then(|at| self.criteria.get(at));
        if let Some(chosen) = chosen {
            let names = [tr!("desk-proof-document"), tr!("desk-proof-validity")];
            let [document, validity] = names.each_ref().map(String::as_str);
            let lasts = terms::validity(chosen.validity);
            facts(ui, "proof-facts", &[(document, chosen.document.as_str()), (validity, lasts.as_str())]);
        }
        let written = chosen.is_some_and(|chosen| chosen.validity == Validity::UntilWritten);
        let today = cx.day();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(self.dated.show(ui, &tr!("desk-proof-dated"), today, None)),
            _ if written => drop(self.until.show(ui, &tr!("desk-proof-until"), today, None)),
            _ => {}
        });
        if let Some(chosen) = self.criterion.and_then(|at| self.criteria.get(at)) {
            small(ui, &tr!("desk-proof-source", version = chosen.version.as_str(), source = chosen.source.as_str()));
        }
        let ready = self.criterion.is_some() && self.dated.day().is_some() && (!written || self.until.day().is_some());
        if footer(ui, cx, &tr!("desk-proof-confirm"), ready)
            && let (Some(chosen), Some(dated)) = (self.criterion.and_then(|at| self.criteria.get(at)), self.dated.day())
        {
            let until = self.until.day().filter(|_| written);
            let wish = NewProof { criterion: chosen.id.clone(), dated, until };
            cx.act(Deed::RecordProof(self.participant, wish));
        }
    }
}
