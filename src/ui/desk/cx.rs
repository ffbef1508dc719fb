//! What a screen is given to draw with: the view-models to read, and a tray for its actions.

use std::cell::Cell;

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::action::{Action, Deed, Load, Place};
use super::ask::Ask;
use super::data::Data;
use crate::domain::id::StaffId;
use crate::domain::person::{Role, StaffMember};
use crate::ui::widgets::{Banner, Tone};

/// Why the last thing asked was not done.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    pub words: String,
    /// Not shown yet: a dialog scrolls to it once.
    pub fresh: Cell<bool>,
}

pub struct Cx<'a> {
    pub data: &'a Data,
    pub actions: &'a mut Vec<Action>,
    pub trouble: Option<&'a Trouble>,
    /// The first name of who works here.
    pub me: Option<String>,
    pub staff: Option<StaffId>,
    /// What is refused to the role is not shown.
    pub role: Option<Role>,
    /// Something asked is not done yet: its button waits.
    pub busy: bool,
}

impl Cx<'_> {
    pub fn day(&self) -> NaiveDate {
        self.data.day()
    }

    /// Returns whether who works here decides what becomes of sessions and people.
    pub fn decides(&self) -> bool {
        self.role == Some(Role::Counsellor)
    }

    /// Returns whether who works here says what the service has.
    pub fn settles(&self) -> bool {
        matches!(self.role, Some(Role::Counsellor | Role::Manager))
    }

    /// Returns whether who works here leads workshops: attendance, sheets, telling people.
    pub fn leads(&self) -> bool {
        matches!(self.role, Some(Role::Counsellor | Role::Facilitator))
    }

    /// Returns whether who works here enters and reads measures that touch on health.
    pub fn handles_health(&self) -> bool {
        let me = self.data.staff.iter().flatten().find(|member| Some(member.id) == self.staff);
        me.is_some_and(StaffMember::may_handle_health)
    }

    pub fn go(&mut self, place: Place) {
        self.actions.push(Action::Go(place));
    }

    pub fn ask(&mut self, ask: Ask) {
        self.actions.push(Action::Ask(Box::new(ask)));
    }

    pub fn close(&mut self) {
        self.actions.push(Action::CloseAsk);
    }

    pub fn act(&mut self, deed: Deed) {
        self.actions.push(Action::Do(deed));
    }

    pub fn look(&mut self, load: Load) {
        self.actions.push(Action::Look(load));
    }

    /// Shows the refusal, if any, beside the place where it happened.
    pub fn show_trouble(&mut self, ui: &mut Ui) {
        let Some(trouble) = self.trouble else { return };
        Banner::new(Tone::Danger, &trouble.words).show(ui);
    }
}
