//! The library: every edition of every assessment, and one of them in detail.

mod card;
mod list;
mod questions;

use eframe::egui::Ui;

use super::ask::Ask;
use super::ask::library::{InstallForm, dropped};
use super::cx::Cx;
use super::layout::loading;
use crate::app::library::EditionView;
use crate::domain::assessment::Edition;
use crate::domain::definition_check::Problem;
use crate::domain::library::EditionState;
use crate::i18n::{decimal, terms};
use crate::tr;
use crate::ui::widgets::{Tone, badge};

/// What is open.
#[derive(Default)]
pub struct Library {
    open: Option<Edition>,
    tab: usize,
    /// What its author was told when it was installed.
    told: Vec<Problem>,
}

impl Library {
    /// Begins by the list.
    pub fn arrive(&mut self) {
        *self = Self::default();
    }

    /// Opens an edition with the remarks of its installation.
    pub fn open(&mut self, edition: Edition, told: Vec<Problem>) {
        *self = Self { open: Some(edition), tab: 0, told };
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, library: &mut Library) {
    let data = cx.data;
    let Some(view) = &data.library else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    // Dropping a file on the page is asking to install it.
    if let Some(path) = dropped(ui) {
        cx.ask(Ask::Install(InstallForm::of(Some(path))));
    }
    let open = library.open.as_ref().and_then(|edition| view.editions.iter().find(|view| view.edition == *edition));
    match open {
        Some(edition) => card::show(ui, cx, edition, current(&view.editions, edition), library),
        None => list::show(ui, cx, view, library),
    }
}

/// Returns the edition of the same assessment that people are given.
fn current<'e>(editions: &'e [EditionView], of: &EditionView) -> Option<&'e EditionView> {
    editions.iter().find(|view| view.proposed && view.edition.id == of.edition.id)
}

/// Shows where an edition stands; an active one that a higher version replaced is told as such.
fn state_badge(ui: &mut Ui, view: &EditionView) {
    let words = terms::edition_state(view.state);
    match view.state {
        EditionState::Pilot => badge(ui, Tone::Warning, &words),
        EditionState::Active if view.proposed => badge(ui, Tone::Success, &words),
        EditionState::Active => badge(ui, Tone::Neutral, &tr!("desk-edition-superseded")),
        EditionState::Retired => badge(ui, Tone::Neutral, &words),
    };
}

/// Returns a number with as many decimals as it has, two at most.
fn exact(value: f64) -> String {
    if value.fract() == 0.0 { decimal(value, 0) } else { decimal(value, 2) }
}
