//! The best proposal for everybody who waits: what it would open, whom it leaves out and why, what would change it.

use eframe::egui::Ui;

use crate::app::plan::Proof;
use crate::app::proposal::{LeftOut, ProposalView, ProposedSession, WhatIf};
use crate::domain::id::StaffId;
use crate::domain::person::Role;
use crate::domain::planning::Objective;
use crate::domain::workshop::SessionKind;
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::action::{Action, Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker};
use crate::ui::desk::layout::{button_width, columns, line, panel};
use crate::ui::desk::search::{LIMIT, Wish};
use crate::ui::icons::Icon;
use crate::ui::widgets::{
    Banner, Button, ChoiceCard, ChoiceKind, Tone, badge, bar_row, body, disclosure, empty_state, heading, muted, small,
};

/// The proposal on screen, and what was asked for.
pub struct Proposal {
    objective: Objective,
    what_if: WhatIf,
    /// What the view answers.
    asked: Option<WhatIf>,
    view: Option<ProposalView>,
    /// Since when a search runs, in seconds; none runs without.
    pub running: Option<f64>,
}

impl Default for Proposal {
    fn default() -> Self {
        Self { objective: Objective::PlacedThenAge, what_if: WhatIf::default(), asked: None, view: None, running: None }
    }
}

impl Proposal {
    /// Keeps what a search found.
    pub fn receive(&mut self, view: ProposalView) {
        self.running = None;
        self.view = Some(view);
    }

    /// Takes away a session that was opened or filled.
    pub fn done(&mut self, deed: &Deed) {
        let Some(view) = &mut self.view else { return };
        match deed {
            Deed::OpenSession { wish, .. } => {
                view.to_open.retain(|card| (&card.workshop, card.slot) != (&wish.workshop, wish.slot));
            }
            Deed::Seat { session, .. } => view.to_fill.retain(|card| card.session != Some(*session)),
            _ => {}
        }
    }

    /// Returns whether what is shown is an attempt, which opens nothing.
    fn is_attempt(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| *asked != WhatIf::default())
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        columns(ui, 0.62, ["proposal", "proposal-left"], |ui, place| match (place, &self.view, self.running) {
            (0, ..) => {
                self.question(ui, cx);
                self.answer(ui, cx);
            }
            (_, Some(view), None) => left_out(ui, cx, &view.left),
            (_, _, _) => {}
        });
    }

    fn answer(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        match (&self.view, self.running) {
            (_, Some(seconds)) => running(ui, cx, seconds),
            (Some(view), None) => {
                summary(ui, view, self.is_attempt());
                cards(ui, cx, view, self.is_attempt());
            }
            (None, None) => {
                panel(ui, |ui| {
                    let (title, words) = (tr!("proposal-none"), tr!("proposal-none-words"));
                    empty_state(ui, Icon::Calendar, &title, &words, None);
                });
            }
        }
    }

    fn question(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        panel(ui, |ui| {
            heading(ui, &tr!("proposal-question"));
            let objectives = [
                (Objective::PlacedThenAge, tr!("proposal-oldest-first")),
                (Objective::CompleteThenAge, tr!("proposal-finish-paths")),
            ];
            choice(ui, &tr!("proposal-aim"), &mut self.objective, &objectives);
            disclosure(ui, "what-if", &tr!("proposal-what-if"), |ui| {
                let minimums = [None, Some(4), Some(5), Some(6), Some(8)].map(|minimum| {
                    let words = minimum.map_or_else(|| tr!("proposal-own-minimum"), |n: usize| n.to_string());
                    (minimum, words)
                });
                choice(ui, &tr!("proposal-minimum"), &mut self.what_if.minimum, &minimums);
                let more = tr!("proposal-one-room-more");
                let more = ChoiceCard::new(&more, self.what_if.one_room_more);
                if more.kind(ChoiceKind::Many).show(ui).chosen {
                    self.what_if.one_room_more = !self.what_if.one_room_more;
                }
                let staff = cx.data.staff.as_deref().unwrap_or_default();
                let leads = staff.iter().filter(|member| member.role != Role::Manager);
                let options: Vec<(Option<StaffId>, String)> = std::iter::once((None, tr!("proposal-nobody-absent")))
                    .chain(leads.map(|member| (Some(member.id), member.name.full())))
                    .collect();
                let mut absent = Some(self.what_if.absent);
                picker(ui, &tr!("proposal-absent"), &mut absent, &options, 320.0);
                self.what_if.absent = absent.flatten();
            });
            let words = if self.what_if == WhatIf::default() { tr!("proposal-ask") } else { tr!("proposal-try") };
            if ui.add_enabled(self.running.is_none(), Button::primary(&words).icon(Icon::Compass)).clicked() {
                let shown = self.view.as_ref().filter(|_| !self.is_attempt()).map(|view| view.shown.clone());
                self.asked = Some(self.what_if.clone());
                self.running = Some(0.0);
                let wish = Wish { objective: self.objective, what_if: self.what_if.clone(), shown };
                cx.actions.push(Action::Search(Box::new(wish)));
            }
        });
    }
}

fn running(ui: &mut Ui, cx: &mut Cx<'_>, seconds: f64) {
    panel(ui, |ui| {
        let words = tr!("proposal-running", seconds = seconds.floor() as u32, limit = LIMIT.as_secs());
        let share = (seconds / LIMIT.as_secs_f64()).min(1.0) as f32;
        bar_row(ui, &tr!("proposal-running-title"), share, "", &words);
        muted(ui, &words);
        if ui.add(Button::secondary(&tr!("proposal-stop"))).clicked() {
            cx.actions.push(Action::StopSearch);
        }
    });
}

/// Says in a sentence or two what the proposal is worth.
fn summary(ui: &mut Ui, view: &ProposalView, attempt: bool) {
    panel(ui, |ui| {
        if attempt {
            Banner::new(Tone::Info, &tr!("proposal-attempt")).show(ui);
        }
        body(ui, &tr!("proposal-placed", placed = view.placed, demands = view.demands, complete = view.complete));
        let more = view.placed.saturating_sub(view.placed_by_rule);
        body(ui, &tr!("proposal-against-rule", more = more));
        if view.leader_minutes > 0 {
            body(ui, &tr!("proposal-cost", time = minutes(view.leader_minutes)));
        }
        match view.proof {
            Proof::Optimal => badge(ui, Tone::Success, &tr!("proposal-proved")),
            Proof::BestFound { level, bound, .. } => {
                badge(ui, Tone::Info, &tr!("proposal-best-found", bound = terms::plan_bound(level, bound)))
            }
        };
    });
}

fn cards(ui: &mut Ui, cx: &mut Cx<'_>, view: &ProposalView, attempt: bool) {
    if view.to_open.is_empty() && view.to_fill.is_empty() {
        panel(ui, |ui| muted(ui, &tr!("proposal-nothing")));
    }
    for session in view.to_open.iter().chain(&view.to_fill) {
        let id = (session.workshop.0.clone(), session.slot);
        ui.push_id(id, |ui| panel(ui, |ui| card(ui, cx, session, attempt)));
    }
}

fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &ProposedSession, attempt: bool) {
    let n = session.people.len();
    let words = match session.session {
        None => tr!("proposal-open", n = n),
        Some(_) => tr!("proposal-fill", n = n),
    };
    let name = tr!("proposal-open-of", words = words.as_str(), title = session.title.as_str());
    let reserve = if attempt { 0.0 } else { button_width(ui, &words, true) };
    let mut pressed = false;
    line(
        ui,
        reserve,
        |ui| {
            heading(ui, &session.title);
            body(ui, &terms::slot(session.slot));
            small(ui, &tr!("proposal-where", room = session.room.as_str(), leader = session.leader.1.as_str()));
        },
        |ui| {
            let button = Button::primary(&words).icon(Icon::Check).accessible_name(&name);
            pressed = !attempt && ui.add_enabled(!cx.busy, button).clicked();
        },
    );
    ui.horizontal_wrapped(|ui| {
        match (session.session, session.kind) {
            (Some(_), _) => badge(ui, Tone::Info, &tr!("proposal-already-open")),
            (None, SessionKind::Extra) => badge(ui, Tone::Accent, &tr!("term-session-extra")),
            (None, SessionKind::OnDemand | SessionKind::Series) => badge(ui, Tone::Success, &tr!("proposal-to-open")),
        };
        body(ui, &tr!("proposal-why", n = n, free = session.free, days = session.oldest_wait_days()));
    });
    disclosure(ui, "people", &tr!("proposal-people", n = n), |ui| {
        for person in &session.people {
            body(ui, &tr!("proposal-person", name = person.name.as_str(), days = person.waits_days));
        }
    });
    if pressed {
        match session.session {
            None => cx.act(Deed::OpenSession { wish: session.to_open(), despite: None }),
            Some(id) => {
                let steps = session.people.iter().map(|person| person.step).collect();
                cx.act(Deed::Seat { session: id, steps });
            }
        }
    }
}

/// Shows who stays in the line: one reason each, and what would change it.
fn left_out(ui: &mut Ui, cx: &mut Cx<'_>, left: &[LeftOut]) {
    panel(ui, |ui| {
        heading(ui, &tr!("proposal-left", n = left.len()));
        if left.is_empty() {
            muted(ui, &tr!("proposal-nobody-left"));
        }
        for (index, person) in left.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            ui.push_id((person.participant.uuid().as_u128(), &person.workshop.0), |ui| {
                let words = tr!("desk-open-file");
                let reserve = button_width(ui, &words, false);
                let mut pressed = false;
                line(
                    ui,
                    reserve,
                    |ui| {
                        body(ui, &person.name);
                        let since = tr!("proposal-waits", title = person.title.as_str(), days = person.waits_days);
                        small(ui, &since);
                    },
                    |ui| {
                        let name = tr!("desk-open-file-of", name = person.name.as_str());
                        pressed = ui.add(Button::quiet(&words).accessible_name(&name)).clicked();
                    },
                );
                body(ui, &person.reason);
                if let Some(lever) = &person.lever {
                    small(ui, lever);
                }
                if pressed {
                    cx.go(Place::File(person.participant));
                }
            });
        }
    });
}
