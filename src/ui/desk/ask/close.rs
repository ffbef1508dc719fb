//! The end of a path before its term: the category that is told to the prescriber, the words that stay here.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::ParticipantFile;
use crate::domain::closing::ClosingReason;
use crate::domain::id::ReferralId;
use crate::domain::roadmap::Outcome;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::guidance::Guidance;
use crate::ui::widgets::{TextField, body, muted, small};

pub struct CloseForm {
    referral: ReferralId,
    name: String,
    /// Who is told.
    prescriber: String,
    /// How many steps are open.
    open: usize,
    done: usize,
    reason: Option<ClosingReason>,
    words: String,
}

impl CloseForm {
    /// Returns the form for the person's latest referral, if any.
    pub fn of(file: &ParticipantFile) -> Option<Self> {
        let referral = file.referral.as_ref()?;
        let steps = file.roadmap.iter().flat_map(|roadmap| &roadmap.steps);
        let open = steps.clone().filter(|step| step.outcome.is_open()).count();
        let done = steps.filter(|step| matches!(step.outcome, Outcome::Done { .. })).count();
        Some(Self {
            referral: referral.id,
            name: format!("{} {}", file.first_name, file.last_name),
            prescriber: referral.prescriber.name.clone(),
            open,
            done,
            reason: None,
            words: String::new(),
        })
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &tr!("desk-close-what", name = self.name.as_str(), open = self.open, done = self.done));
        let reasons = ClosingReason::ALL.map(|reason| (reason, terms::closing_reason(reason)));
        picker(ui, &tr!("desk-close-reason"), &mut self.reason, &reasons, ui.available_width());
        small(ui, &tr!("desk-close-told", who = self.prescriber.as_str()));
        let help = tr!("desk-close-words-help");
        TextField::new(&tr!("desk-close-words"), &mut self.words).rows(3).help(&help).longest(500).show(ui);
        muted(ui, &tr!("desk-close-undo"));
        let ready = self.reason.is_some() && !self.words.trim().is_empty();
        if footer(ui, cx, &tr!("desk-close-confirm"), ready)
            && let Some(reason) = self.reason
        {
            let deed = Guidance::ClosePath { referral: self.referral, reason, words: self.words.clone() };
            cx.act(Deed::Guide(deed));
        }
    }
}
