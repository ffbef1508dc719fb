//! The last day on which a step is of use to the person.

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::footer;
use crate::app::guidance::StepView;
use crate::domain::id::StepId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Button, DateField, body, muted};

pub struct DeadlineForm {
    step: StepId,
    title: String,
    present: Option<NaiveDate>,
    day: DateField,
}

impl DeadlineForm {
    pub fn of(step: &StepView) -> Self {
        let day = DateField::new(step.deadline);
        Self { step: step.id, title: step.title.clone(), present: step.deadline, day }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.title);
        muted(ui, &tr!("desk-deadline-words"));
        self.day.show(ui, &tr!("desk-deadline-day"), cx.day(), None);
        let remove = tr!("desk-deadline-remove");
        if self.present.is_some() && ui.add_enabled(!cx.busy, Button::quiet(&remove)).clicked() {
            cx.act(Deed::SetDeadline { step: self.step, deadline: None });
        }
        if footer(ui, cx, &tr!("desk-deadline-confirm"), self.day.day().is_some()) {
            cx.act(Deed::SetDeadline { step: self.step, deadline: self.day.day() });
        }
    }
}
