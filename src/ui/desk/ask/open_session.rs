//! Opening a session: the one that the rule proposes, or one on a half-day that somebody chose. A person decides.

use eframe::egui::{ScrollArea, Ui};

use super::footer;
use crate::app::half_days::Opening;
use crate::app::planning::{NewSession, PoolView};
use crate::domain::activity::ActivityId;
use crate::domain::id::StaffId;
use crate::domain::person::Role;
use crate::domain::scheduling::Verdict;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{Banner, TextField, Tone, body, facts, muted};

pub struct OpenForm {
    workshop: ActivityId,
    title: String,
    facts: Vec<(String, String)>,
    people: Vec<String>,
    facilitator: Option<StaffId>,
    half_day: Option<OnHalfDay>,
}

/// What is asked beside, on a half-day that somebody chose.
struct OnHalfDay {
    opening: Opening,
    /// What stands against it.
    against: Option<String>,
    room: Option<usize>,
    /// Something stood against it once.
    was_refused: bool,
    despite: String,
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
        Self {
            workshop: pool.workshop.clone(),
            title: pool.title.clone(),
            facts,
            people,
            facilitator: None,
            half_day: None,
        }
    }

    /// Begins with a half-day and the people who are free then; `against` says what stands against it.
    pub fn on(opening: &Opening, against: Option<String>) -> Self {
        let since = |day| short_date(day);
        let people = opening
            .people
            .iter()
            .map(|person| tr!("desk-open-person", name = person.name.as_str(), since = since(person.since)));
        Self {
            workshop: opening.workshop.clone(),
            title: opening.title.clone(),
            facts: vec![(tr!("desk-open-when"), terms::slot(opening.slot))],
            people: people.collect(),
            facilitator: opening.leader,
            half_day: Some(OnHalfDay {
                opening: opening.clone(),
                was_refused: against.is_some(),
                against,
                room: None,
                despite: String::new(),
            }),
        }
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
        match &mut self.half_day {
            None => leader(ui, cx, &mut self.facilitator),
            Some(half_day) => {
                side_by_side(ui, 2, |ui, place| match place {
                    0 => half_day.room(ui, cx),
                    _ => leader(ui, cx, &mut self.facilitator),
                });
                half_day.despite(ui, cx);
            }
        }
        let missing = self.half_day.as_ref().map_or(0, OnHalfDay::missing);
        if missing > 0 {
            let opening = self.half_day.as_ref().map_or(0, |half_day| half_day.opening.minimum);
            Banner::new(Tone::Warning, &tr!("desk-open-missing", missing = missing, minimum = opening)).show(ui);
        } else {
            Banner::new(Tone::Info, &tr!("desk-open-words")).show(ui);
        }
        if footer(ui, cx, &tr!("desk-open-confirm"), !self.people.is_empty() && missing == 0) {
            cx.act(self.deed(cx));
        }
    }

    fn deed(&self, cx: &Cx<'_>) -> Deed {
        let Some(half_day) = &self.half_day else {
            return Deed::OpenProposal { workshop: self.workshop.clone(), facilitator: self.facilitator };
        };
        let opening = &half_day.opening;
        let rooms = cx.data.service.as_ref().map(|service| service.rooms.as_slice()).unwrap_or_default();
        let room = half_day.room.and_then(|index| rooms.get(index)).map(|room| room.name.clone());
        let reason = half_day.despite.trim();
        Deed::OpenSession {
            wish: NewSession {
                workshop: opening.workshop.clone(),
                kind: opening.kind,
                slot: opening.slot,
                room: room.or_else(|| opening.room.clone()),
                facilitator: self.facilitator,
                steps: opening.people.iter().map(|person| person.step).collect(),
            },
            despite: (!reason.is_empty()).then(|| reason.to_owned()),
        }
    }
}

impl OnHalfDay {
    /// Returns how many people are missing: no session opens below its minimum.
    fn missing(&self) -> usize {
        self.opening.minimum.saturating_sub(self.opening.people.len())
    }

    fn room(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rooms = cx.data.service.iter().flat_map(|service| &service.rooms).map(|room| room.name.clone());
        let free = self.opening.room.clone().unwrap_or_else(|| tr!("desk-open-any-room"));
        let options: Vec<(Option<usize>, String)> = std::iter::once((None, free.clone()))
            .chain(rooms.enumerate().filter(|(_, name)| *name != free).map(|(index, name)| (Some(index), name)))
            .collect();
        let mut chosen = Some(self.room);
        picker(ui, &tr!("desk-room"), &mut chosen, &options, 260.0);
        self.room = chosen.flatten();
    }

    fn despite(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.missing() > 0 {
            return;
        }
        if cx.trouble.is_some() {
            self.against = None;
            self.was_refused = true;
        }
        if let Some(against) = &self.against {
            Banner::new(Tone::Warning, against).show(ui);
        }
        if self.was_refused {
            let help = tr!("desk-clash-despite-help");
            TextField::new(&tr!("desk-clash-despite"), &mut self.despite).help(&help).longest(500).show(ui);
        }
    }
}

/// Who leads, or whoever is free.
fn leader(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Option<StaffId>) {
    let staff = cx.data.staff.as_deref().unwrap_or_default();
    let able = staff.iter().filter(|member| member.role != Role::Manager);
    let options: Vec<(Option<StaffId>, String)> = std::iter::once((None, tr!("desk-open-any-facilitator")))
        .chain(able.map(|member| (Some(member.id), member.name.full())))
        .collect();
    let mut picked = Some(*chosen);
    picker(ui, &tr!("desk-facilitator"), &mut picked, &options, 260.0);
    *chosen = picked.flatten();
}
