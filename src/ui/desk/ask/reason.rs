//! What cannot be undone asks why, in words that the journal keeps.

use eframe::egui::Ui;

use super::footer;
use crate::domain::assessment::Edition;
use crate::domain::id::{AppointmentId, SessionId, StepId, SynthesisId};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::widgets::{TextField, body, muted};

/// What the reason is for.
#[derive(Clone)]
pub enum ReasonFor {
    DropStep(StepId),
    CancelAppointment(AppointmentId),
    CancelSession(SessionId),
    Retire(Edition),
    /// A signed synthesis is corrected in a further version.
    Correct(SynthesisId),
}

pub struct ReasonForm {
    what: ReasonFor,
    /// What is dropped or cancelled, in words.
    subject: String,
    reason: String,
}

impl ReasonForm {
    pub fn new(what: ReasonFor, subject: String) -> Self {
        Self { what, subject, reason: String::new() }
    }

    pub fn title(&self) -> String {
        match self.what {
            ReasonFor::DropStep(_) => tr!("desk-drop-title"),
            ReasonFor::CancelAppointment(_) => tr!("desk-cancel-appointment-title"),
            ReasonFor::CancelSession(_) => tr!("desk-cancel-session-title"),
            ReasonFor::Retire(_) => tr!("desk-retire-title"),
            ReasonFor::Correct(_) => tr!("desk-correct-title"),
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        body(ui, &self.subject);
        let (words, confirm) = match self.what {
            ReasonFor::DropStep(_) => (tr!("desk-drop-words"), tr!("desk-drop-confirm")),
            ReasonFor::CancelAppointment(_) => {
                (tr!("desk-cancel-appointment-words"), tr!("desk-cancel-appointment-confirm"))
            }
            ReasonFor::CancelSession(_) => (tr!("desk-cancel-session-words"), tr!("desk-cancel-session-confirm")),
            ReasonFor::Retire(_) => (tr!("desk-retire-words"), tr!("desk-retire-confirm")),
            ReasonFor::Correct(_) => (tr!("desk-correct-words"), tr!("desk-correct-confirm")),
        };
        muted(ui, &words);
        let field = TextField::new(&tr!("desk-reason"), &mut self.reason).rows(2).longest(500).show(ui);
        if fresh {
            field.request_focus();
        }
        if footer(ui, cx, &confirm, !self.reason.trim().is_empty()) {
            let reason = self.reason.clone();
            cx.act(match &self.what {
                ReasonFor::DropStep(step) => Deed::DropStep { step: *step, reason },
                ReasonFor::CancelAppointment(id) => Deed::CancelAppointment { id: *id, reason },
                ReasonFor::CancelSession(session) => Deed::CancelSession { session: *session, reason },
                ReasonFor::Retire(edition) => Deed::Retire { edition: edition.clone(), reason },
                ReasonFor::Correct(synthesis) => Deed::Guide(Guidance::Reopen { synthesis: *synthesis, reason }),
            });
        }
    }
}
