//! The workshops: who waits for what, which session can open, which sessions are held.

mod pool;
mod proposal;
pub mod session;
mod sessions;
mod settings;
pub mod signing;

use eframe::egui::Ui;

use super::action::Deed;
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
    pub(super) proposal: proposal::Proposal,
    pub(super) session: session::SessionPage,
    pub(super) signing: signing::Signing,
    pub(super) settings: settings::Settings,
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
    let labels = [
        tr!("desk-tab-pools"),
        tr!("desk-tab-proposal"),
        tr!("desk-tab-upcoming"),
        tr!("desk-tab-past"),
        tr!("desk-tab-settings"),
    ];
    tabs(ui, &labels.each_ref().map(String::as_str), &mut open.tab);
    if open.tab == 4 {
        return open.settings.show(ui, cx);
    }
    cx.show_trouble(ui);
    let (Some(pools), Some(sessions)) = (&cx.data.pools, &cx.data.sessions) else { return loading(ui) };
    let today = cx.day();
    match open.tab {
        0 => {
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
        1 => open.proposal.show(ui, cx),
        2 => {
            let coming: Vec<_> = sessions.iter().filter(|session| session.slot.day >= today).collect();
            scroll_rest(ui, "upcoming", |ui| sessions::show(ui, cx, "upcoming", &coming));
        }
        _ => {
            let past: Vec<_> = sessions.iter().rev().filter(|session| session.slot.day < today).collect();
            scroll_rest(ui, "past", |ui| sessions::show(ui, cx, "past", &past));
        }
    }
}
