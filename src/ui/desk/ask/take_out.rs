//! A question taken out of a sitting under way: its words, what that does to the result, and why.

use eframe::egui::Ui;

use super::footer;
use crate::app::room::{CurrentQuestion, StationSitting};
use crate::domain::id::SittingId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::panel;
use crate::ui::widgets::{TextField, body, muted, paragraph};

pub struct TakeOutForm {
    sitting: SittingId,
    /// Whose sitting of what.
    subject: String,
    question: CurrentQuestion,
    reason: String,
}

impl TakeOutForm {
    pub fn new(sitting: &StationSitting, question: CurrentQuestion) -> Self {
        let subject = tr!(
            "desk-take-out-subject",
            name = sitting.name.as_str(),
            title = sitting.title.as_str(),
            number = question.number
        );
        Self { sitting: sitting.sitting, subject, question, reason: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        panel(ui, |ui| {
            muted(ui, &self.subject);
            paragraph(ui, &tr!("desk-quoted", words = self.question.words.as_str()));
        });
        body(ui, &tr!("desk-take-out-words"));
        let field = TextField::new(&tr!("desk-reason"), &mut self.reason).rows(2).longest(500).show(ui);
        if fresh {
            field.request_focus();
        }
        if footer(ui, cx, &tr!("desk-take-out-confirm"), !self.reason.trim().is_empty()) {
            let (item, reason) = (self.question.item.clone(), self.reason.clone());
            cx.act(Deed::TakeOut { sitting: self.sitting, item, reason });
        }
    }
}
