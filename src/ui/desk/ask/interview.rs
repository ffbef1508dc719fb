//! What the diagnostic interview taught.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::app::guidance::NewInterview;
use crate::domain::id::ReferralId;
use crate::domain::interview::ProjectState;
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::layout::side_by_side;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{ChoiceCard, DateField, TextField, small};

/// The durations offered, from the shortest to the longest interview.
const LENGTHS: [u32; 5] = [30, 45, 60, 75, 90];

pub struct InterviewForm {
    referral: ReferralId,
    day: DateField,
    minutes: u32,
    project: Option<ProjectState>,
    situation: String,
    needs: String,
}

impl InterviewForm {
    pub fn new(referral: ReferralId, today: NaiveDate) -> Self {
        Self {
            referral,
            day: DateField::new(Some(today)),
            minutes: 60,
            project: None,
            situation: String::new(),
            needs: String::new(),
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let look = Look::of(ui.ctx());
        let today = cx.day();
        ui.horizontal_top(|ui| {
            self.day.show(ui, &tr!("desk-interview-day"), today, None);
            ui.add_space(look.space.medium);
            let lengths = LENGTHS.map(|length| (length, minutes(length)));
            choice(ui, &tr!("desk-interview-length"), &mut self.minutes, &lengths);
        });
        let question =
            look.job(&tr!("desk-interview-project"), Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY);
        ui.label(question);
        let states = [ProjectState::NoProject, ProjectState::Idea, ProjectState::ToConfirm];
        side_by_side(ui, 3, |ui, place| {
            let Some(state) = states.get(place) else { return };
            let chosen = self.project == Some(*state);
            if ChoiceCard::new(&terms::project(*state), chosen).show(ui).chosen {
                self.project = Some(*state);
            }
            small(ui, &terms::project_detail(*state));
        });
        side_by_side(ui, 2, |ui, place| match place {
            0 => {
                let help = tr!("desk-situation-help");
                let words = tr!("desk-situation");
                let field = TextField::new(&words, &mut self.situation).rows(5).help(&help);
                let field = field.longest(4000).show(ui);
                if fresh {
                    field.request_focus();
                }
            }
            _ => {
                let help = tr!("desk-needs-help");
                TextField::new(&tr!("desk-needs"), &mut self.needs).rows(5).help(&help).longest(4000).show(ui);
            }
        });
        let ready = self.project.is_some() && self.day.day().is_some() && !self.situation.trim().is_empty();
        if footer(ui, cx, &tr!("desk-record-interview"), ready)
            && let (Some(project), Some(day)) = (self.project, self.day.day())
        {
            let wish = NewInterview {
                day,
                minutes: self.minutes,
                project,
                situation: self.situation.clone(),
                needs: self.needs.clone(),
            };
            cx.act(Deed::RecordInterview { referral: self.referral, wish });
        }
    }
}
