//! Which workshops somebody leads; none at all stands for every one.

use eframe::egui::Ui;

use super::footer;
use crate::app::agenda::LeaderView;
use crate::domain::activity::ActivityId;
use crate::domain::id::StaffId;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{ChoiceCard, ChoiceKind, body, muted};

pub struct SkillsForm {
    staff: StaffId,
    name: String,
    workshops: Vec<(ActivityId, String)>,
    leads: Vec<ActivityId>,
}

impl SkillsForm {
    pub fn of(leader: &LeaderView, workshops: &[(ActivityId, String)]) -> Self {
        Self {
            staff: leader.staff,
            name: leader.name.clone(),
            workshops: workshops.to_vec(),
            leads: leader.leads.clone(),
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.name);
        muted(ui, &tr!("desk-skills-words"));
        for (id, title) in &self.workshops {
            let on = self.leads.contains(id);
            if ChoiceCard::new(title, on).kind(ChoiceKind::Many).show(ui).chosen {
                if on {
                    self.leads.retain(|one| one != id);
                } else {
                    self.leads.push(id.clone());
                }
            }
        }
        if footer(ui, cx, &tr!("desk-skills-confirm"), true) {
            cx.act(Deed::SetSkills { staff: self.staff, workshops: self.leads.clone() });
        }
    }
}
