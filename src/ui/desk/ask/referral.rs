//! The referral: who sends the person, when, with which question; recorded, or corrected while nothing came of it.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::Ask;
use super::footer;
use super::network::PrescriberForm;
use crate::app::people::{NewReferral, ParticipantFile, ReferralView, Stage};
use crate::domain::id::{ParticipantId, PrescriberId, ReferralId};
use crate::tr;
use crate::ui::desk::action::{Action, Deed};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker_with};
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::side_by_side;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, DateField, TextField, Tone, muted};

pub struct ReferralForm {
    participant: ParticipantId,
    /// The one that is corrected; none is recorded anew.
    id: Option<ReferralId>,
    /// The path that is open already, and who referred.
    open: Option<(ReferralId, String)>,
    becomes: Becomes,
    prescriber: Option<PrescriberId>,
    received: DateField,
    question: String,
}

/// What a referral becomes while another path is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Becomes {
    Path,
    /// The prescriber receives the synthesis of the open path too.
    CoPrescriber,
}

impl ReferralForm {
    pub fn new(file: &ParticipantFile, today: NaiveDate) -> Self {
        let is_open = !matches!(file.stage, Stage::Recorded | Stage::Closed | Stage::Delivered);
        let open = file.referral.as_ref().filter(|_| is_open);
        Self {
            participant: file.id,
            id: None,
            open: open.map(|referral| (referral.id, referral.prescriber.name.clone())),
            becomes: Becomes::Path,
            prescriber: None,
            received: DateField::new(Some(today)),
            question: String::new(),
        }
    }

    /// Begins with what the referral says; a question that stands for one to ask begins empty.
    pub fn correcting(participant: ParticipantId, referral: &ReferralView) -> Self {
        Self {
            participant,
            id: Some(referral.id),
            open: None,
            becomes: Becomes::Path,
            prescriber: Some(referral.prescriber.id),
            received: DateField::new(Some(referral.received)),
            question: if referral.is_to_ask { String::new() } else { referral.question.clone() },
        }
    }

    pub fn title(&self) -> String {
        if self.id.is_some() { tr!("desk-referral-correct-title") } else { tr!("desk-referral-title") }
    }

    /// Takes a prescriber who was just recorded from here.
    pub fn choose(&mut self, prescriber: PrescriberId) {
        self.prescriber = Some(prescriber);
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        self.ask_what_it_becomes(ui);
        let prescribers = cx.data.prescribers.as_deref().unwrap_or_default();
        if prescribers.is_empty() {
            Banner::new(Tone::Info, &tr!("desk-referral-no-prescriber")).show(ui);
        }
        let options: Vec<(PrescriberId, String)> = prescribers
            .iter()
            .map(|who| (who.id, tr!("desk-prescriber-line", name = who.name.as_str(), site = who.site.as_str())))
            .collect();
        let today = cx.day();
        let is_path = self.becomes == Becomes::Path;
        side_by_side(ui, 2, |ui, place| match place {
            0 => {
                let width = ui.available_width();
                picker_with(ui, &tr!("desk-prescriber"), &mut self.prescriber, &options, (width, fresh));
                if ui.add(Button::quiet(&tr!("desk-referral-new-prescriber")).icon(Icon::Plus)).clicked() {
                    cx.actions.push(Action::AskOver(Box::new(Ask::Prescriber(PrescriberForm::default()))));
                }
            }
            _ if is_path => drop(self.received.show(ui, &tr!("desk-received-on"), today, None)),
            _ => {}
        });
        if is_path {
            let help = tr!("desk-question-help");
            TextField::new(&tr!("desk-question"), &mut self.question).rows(4).help(&help).longest(2000).show(ui);
        }
        let is_said = !is_path || (self.received.day().is_some() && !self.question.trim().is_empty());
        let words = if self.id.is_some() { tr!("desk-save") } else { tr!("desk-record-referral") };
        if footer(ui, cx, &words, self.prescriber.is_some() && is_said) {
            self.record(cx);
        }
    }

    /// Asks whether a path of its own begins, or the open one has one more prescriber.
    fn ask_what_it_becomes(&mut self, ui: &mut Ui) {
        let Some((_, name)) = &self.open else { return };
        Banner::new(Tone::Info, &tr!("desk-referral-open", name = name.as_str())).show(ui);
        let choices = [
            (Becomes::Path, tr!("desk-referral-becomes-path")),
            (Becomes::CoPrescriber, tr!("desk-referral-becomes-copy")),
        ];
        choice(ui, &tr!("desk-referral-becomes"), &mut self.becomes, &choices);
        muted(
            ui,
            &match self.becomes {
                Becomes::Path => tr!("desk-referral-path-words"),
                Becomes::CoPrescriber => tr!("desk-referral-copy-words", name = name.as_str()),
            },
        );
    }

    fn record(&self, cx: &mut Cx<'_>) {
        let Some(prescriber) = self.prescriber else { return };
        if let (Becomes::CoPrescriber, Some((open, _))) = (self.becomes, &self.open) {
            return cx.act(Deed::Guide(Guidance::ShareReferral(*open, prescriber)));
        }
        let Some(received) = self.received.day() else { return };
        let question = self.question.clone();
        cx.act(match self.id {
            Some(id) => Deed::Guide(Guidance::CorrectReferral(id, NewReferral { prescriber, received, question })),
            None => Deed::RecordReferral { participant: self.participant, prescriber, received, question },
        });
    }
}
