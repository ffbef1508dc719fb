//! The workshops: who waits for what, which session can open, which sessions are held.

pub(super) mod calendar;
mod half_days;
mod pool;
mod proposal;
pub mod session;
mod sessions;
mod settings;
pub mod signing;

use chrono::NaiveDate;
use eframe::egui::Ui;

use super::action::{Deed, Load};
use super::cx::Cx;
use super::layout::{columns, loading, page_header, scroll_rest};
use crate::domain::activity::ActivityId;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, tabs};

/// Which tab and which pool are open.
#[derive(Default)]
pub struct Workshops {
    tab: usize,
    chosen: Option<ActivityId>,
    pub(super) calendar: calendar::Calendar,
    half_days: half_days::HalfDays,
    pub(super) proposal: proposal::Proposal,
    pub(super) session: session::SessionPage,
    pub(super) signing: signing::Signing,
    pub(super) settings: settings::Settings,
}

/// The tabs, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Pools,
    Calendar,
    HalfDays,
    Proposal,
    Upcoming,
    Past,
    Settings,
}

const TABS: [Tab; 7] =
    [Tab::Pools, Tab::Calendar, Tab::HalfDays, Tab::Proposal, Tab::Upcoming, Tab::Past, Tab::Settings];

impl Workshops {
    fn tab(&self) -> Tab {
        TABS.get(self.tab).copied().unwrap_or(Tab::Pools)
    }

    /// Returns what the open tab shows beside what every tab does.
    pub(super) fn needs(&self, today: NaiveDate) -> Vec<Load> {
        match self.tab() {
            Tab::Calendar => vec![self.calendar.load(today)],
            Tab::HalfDays => vec![Load::HalfDays],
            Tab::Pools | Tab::Proposal | Tab::Upcoming | Tab::Past | Tab::Settings => Vec::new(),
        }
    }
}

impl Tab {
    fn words(self) -> String {
        match self {
            Tab::Pools => tr!("desk-tab-pools"),
            Tab::Calendar => tr!("desk-tab-calendar"),
            Tab::HalfDays => tr!("desk-tab-half-days"),
            Tab::Proposal => tr!("desk-tab-proposal"),
            Tab::Upcoming => tr!("desk-tab-upcoming"),
            Tab::Past => tr!("desk-tab-past"),
            Tab::Settings => tr!("desk-tab-settings"),
        }
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, open: &mut Workshops) {
    page_header(ui, &tr!("desk-workshops-title"), |ui| {
        let words = tr!("desk-extend-series");
        let button = Button::secondary(&words).icon(Icon::Calendar);
        let button = ui.add_enabled(!cx.busy, button).on_hover_text(tr!("desk-extend-series-words"));
        if button.clicked() {
            cx.act(Deed::ExtendSeries);
        }
        let words = tr!("desk-write-agenda");
        if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Document)).clicked() {
            cx.act(Deed::WriteAgenda);
        }
    });
    let labels = TABS.map(Tab::words);
    if tabs(ui, &labels.each_ref().map(String::as_str), &mut open.tab) {
        open.needs(cx.day()).into_iter().for_each(|load| cx.look(load));
    }
    if open.tab() == Tab::Settings {
        return open.settings.show(ui, cx);
    }
    cx.show_trouble(ui);
    let (Some(pools), Some(sessions)) = (&cx.data.pools, &cx.data.sessions) else { return loading(ui) };
    let today = cx.day();
    match open.tab() {
        Tab::Pools => {
            let chosen = open.chosen.clone();
            let shown = pools.iter().find(|pool| Some(&pool.workshop) == chosen.as_ref()).or(pools.first());
            columns(ui, 0.46, ["pools", "pool"], |ui, place| match (place, shown) {
                (0, _) => {
                    if let Some(pressed) = pool::list(ui, pools, shown.map(|pool| &pool.workshop)) {
                        open.chosen = Some(pressed);
                    }
                }
                (_, Some(pool)) => pool::detail(ui, cx, pool, sessions),
                (_, None) => {}
            });
        }
        Tab::Calendar => open.calendar.show(ui, cx),
        Tab::HalfDays => open.half_days.show(ui, cx),
        Tab::Proposal => open.proposal.show(ui, cx),
        Tab::Upcoming => {
            let coming: Vec<_> = sessions.iter().filter(|session| session.slot.day >= today).collect();
            scroll_rest(ui, "upcoming", |ui| sessions::show(ui, cx, "upcoming", &coming));
        }
        Tab::Past | Tab::Settings => {
            let past: Vec<_> = sessions.iter().rev().filter(|session| session.slot.day < today).collect();
            scroll_rest(ui, "past", |ui| sessions::show(ui, cx, "past", &past));
        }
    }
}
