//! The one next thing to do for a person, according to where their path stands.

use eframe::egui::Ui;

use crate::app::guidance::StepForm;
use crate::app::people::{ParticipantFile, Stage};
use crate::domain::roadmap::Place as StepPlace;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::referral::ReferralForm;
use crate::ui::desk::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;

/// Shows the next action as the page's primary button.
pub fn button(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    let next = Next::of(file);
    let words = next.words();
    if ui.add_enabled(!cx.busy, Button::primary(&words).icon(next.icon())).clicked() {
        next.run(cx, file);
    }
    // Prescribing further steps stays one click away while the path is underway.
    if matches!(next, Next::Code) && ui.add(Button::secondary(&tr!("desk-prescribe")).icon(Icon::Path)).clicked() {
        cx.go(Place::Composer(file.id));
    }
}

enum Next {
    Referral,
    Interview,
    GoOnWithInterview,
    Prescribe,
    Code,
    Synthesis,
    /// Of a path that was closed before its term.
    PartialSynthesis,
}

impl Next {
    fn of(file: &ParticipantFile) -> Self {
        match file.stage {
            Stage::Recorded => Self::Referral,
            Stage::Referred if file.interview_begun => Self::GoOnWithInterview,
            Stage::Referred => Self::Interview,
            Stage::Interviewed => Self::Prescribe,
            Stage::Underway { .. } if has_digital_step(file) => Self::Code,
            Stage::Underway { .. } => Self::Prescribe,
            Stage::Closed if file.closing.as_ref().is_some_and(|closing| closing.may_write) => Self::PartialSynthesis,
            Stage::Closed => Self::Referral,
            Stage::ToSynthesise | Stage::ToRestitute | Stage::ToDeliver | Stage::Leaving | Stage::Delivered => {
                Self::Synthesis
            }
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Referral => tr!("desk-next-referral"),
            Self::Interview => tr!("desk-next-interview"),
            Self::GoOnWithInterview => tr!("desk-interview-go-on"),
            Self::Prescribe => tr!("desk-prescribe"),
            Self::Code => tr!("desk-next-code"),
            Self::Synthesis => tr!("desk-next-synthesis"),
            Self::PartialSynthesis => tr!("desk-next-partial-synthesis"),
        }
    }

    fn icon(&self) -> Icon {
        match self {
            Self::Referral => Icon::Send,
            Self::Interview | Self::GoOnWithInterview => Icon::Clipboard,
            Self::Prescribe => Icon::Path,
            Self::Code => Icon::Lock,
            Self::Synthesis | Self::PartialSynthesis => Icon::Document,
        }
    }

    fn run(&self, cx: &mut Cx<'_>, file: &ParticipantFile) {
        match self {
            Self::Referral => cx.ask(Ask::Referral(ReferralForm::new(file, cx.day()))),
            Self::Interview | Self::GoOnWithInterview => {
                if let Some(referral) = &file.referral {
                    cx.go(Place::Interview(referral.id));
                }
            }
            Self::Prescribe => cx.go(Place::Composer(file.id)),
            Self::Code => cx.act(Deed::MakeCode(file.id)),
            Self::Synthesis | Self::PartialSynthesis => match &file.synthesis {
                Some(synthesis) => cx.go(Place::Writing(synthesis.id)),
                None => {
                    if let Some(referral) = &file.referral {
                        cx.act(Deed::BeginSynthesis(referral.id));
                    }
                }
            },
        }
    }
}

fn has_digital_step(file: &ParticipantFile) -> bool {
    let steps = file.roadmap.iter().flat_map(|roadmap| &roadmap.steps);
    steps
        .into_iter()
        .any(|step| step.outcome.is_open() && step.form == StepForm::Digital && step.place == StepPlace::OnSite)
}
