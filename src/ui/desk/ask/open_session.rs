//! Opening the session that the rule proposes: who, when, where, with whom. A person decides.

use eframe::egui::{ScrollArea, Ui};

use super::footer;
use crate::app::planning::PoolView;
use crate::domain::activity::ActivityId;
use crate::domain::id::StaffId;
use crate::domain::person::Role;
use crate::domain::scheduling::Verdict;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::widgets::{Banner, Tone, body, facts, muted};

pub struct OpenForm {
    workshop: ActivityId,
    title: String,
    facts: Vec<(String, String)>,
    people: Vec<String>,
    facilitator: Option<StaffId>,
}

impl OpenForm {
    /// Begins with the proposal of a pool.
    pub fn of(pool: &PoolView) -> Self {
        let proposal = match &pool.verdict {
            Verdict::Proposed(proposal) => Some(proposal),
            Verdict::ByCalendar { extra, .. } => extra.as_ref().map(|extra| &extra.proposal),
            Verdict::Waits(_) => None,
        };
        let (facts, people) = match proposal {
            Some(proposal) => {
                let named = |step| pool.waiting.iter().find(|person| person.step == step);
                let people = proposal.people.iter().filter_map(|demand| {
                    let person = named(demand.step)?;
                    let since = short_date(person.since);
                    Some(tr!("desk-open-person", name = person.name.as_str(), since = since))
                });
                let when = (tr!("desk-open-when"), terms::slot(proposal.slot));
                (vec![when], people.collect())
            }
            None => (Vec::new(), Vec::new()),
        };
        Self { workshop: pool.workshop.clone(), title: pool.title.clone(), facts, people, facilitator: None }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.title);
        let rows: Vec<(&str, &str)> = self.facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        facts(ui, "open-facts", &rows);
        muted(ui, &tr!("desk-open-people", people = self.people.len()));
        ScrollArea::vertical().id_salt("open-people").max_height(190.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for person in &self.people {
                body(ui, person);
            }
        });
        let staff = cx.data.staff.as_deref().unwrap_or_default();
        let options: Vec<(Option<StaffId>, String)> = std::iter::once((None, tr!("desk-open-any-facilitator")))
            .chain(
                staff
                    .iter()
                    .filter(|member| member.role != Role::Manager)
                    .map(|member| (Some(member.id), member.name.full())),
            )
            .collect();
        let mut chosen = Some(self.facilitator);
        picker(ui, &tr!("desk-facilitator"), &mut chosen, &options, 320.0);
        self.facilitator = chosen.flatten();
        Banner::new(Tone::Info, &tr!("desk-open-words")).show(ui);
        if footer(ui, cx, &tr!("desk-open-confirm"), !self.people.is_empty()) {
            cx.act(Deed::OpenProposal { workshop: self.workshop.clone(), facilitator: self.facilitator });
        }
    }
}
