//! Referrals from a file: its path, what its columns are, what each row would do, then all of it at once.

mod columns;
mod prescribers;
mod rows;

use eframe::egui::Ui;

use super::action::{Deed, Load, Place};
use super::ask::library::dropped;
use super::cx::Cx;
use super::layout::{at_end, back_button, button_width, columns as two_columns, is_narrow, panel, row, scroll_rest};
use crate::app::people::{Columns, ImportDone, ImportView, ImportWish};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, TextField, Tone, muted, small, title};

/// The file being looked at, and what was said about it.
#[derive(Default)]
pub struct ImportPage {
    path: String,
    /// What was asked last, and what the file says to it.
    looked: Option<(ImportWish, ImportView)>,
    map_name: String,
    only_left: bool,
    selected: Option<usize>,
    done: Option<ImportDone>,
}

impl ImportPage {
    /// Takes what a file says.
    pub fn receive(&mut self, wish: ImportWish, view: ImportView) {
        self.selected = self.selected.filter(|line| view.rows.iter().any(|row| row.line == *line));
        self.looked = Some((wish, view));
    }

    /// Begins again after an import: what was written is told.
    pub fn imported(&mut self, done: ImportDone) {
        *self = Self { done: Some(done), ..Self::default() };
    }

    /// Asks again with something changed.
    fn ask(&self, cx: &mut Cx<'_>, change: impl FnOnce(&mut ImportWish)) {
        let Some((wish, _)) = &self.looked else { return };
        let mut wish = wish.clone();
        change(&mut wish);
        cx.look(Load::Import(Box::new(wish)));
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-participants")) {
            cx.go(Place::Participants);
        }
        title(ui, &tr!("desk-import-title"));
        at_end(ui, |ui| {
            if let Some((wish, view)) = &page.looked {
                ends(ui, cx, wish, view);
            }
        });
    });
    panel(ui, |ui| path(ui, cx, page));
    cx.show_trouble(ui);
    if let Some(done) = page.done {
        let ImportDone { people, referrals, prescribers, updates } = done;
        let words = tr!(
            "desk-import-done",
            people = people,
            referrals = referrals,
            prescribers = prescribers,
            updates = updates
        );
        Banner::new(Tone::Success, &words).show(ui);
    }
    if page.looked.is_none() {
        muted(ui, &tr!("desk-import-words"));
        return;
    }
    two_columns(ui, 0.34, ["import-columns", "import-rows"], |ui, place| match place {
        0 => {
            panel(ui, |ui| columns::show(ui, cx, page));
            prescribers::show(ui, cx, page);
        }
        _ if is_narrow(ui) => scroll_rest(ui, "import-rows-narrow", |ui| rows::show(ui, cx, page)),
        _ => rows::show(ui, cx, page),
    });
}

/// What can be done with a file that was looked at.
fn ends(ui: &mut Ui, cx: &mut Cx<'_>, wish: &ImportWish, view: &ImportView) {
    let n = view.n_imported();
    let ready = n > 0 && !view.lacks_columns && !cx.busy;
    if ui.add_enabled(ready, Button::primary(&tr!("desk-import-confirm", n = n)).icon(Icon::Check)).clicked() {
        let (wish, fingerprint) = (Box::new(wish.clone()), view.fingerprint.clone());
        cx.act(Deed::ImportParticipants { wish, fingerprint });
    }
    let left = view.n_left();
    if left > 0 && ui.add_enabled(!cx.busy, Button::secondary(&tr!("desk-import-write-left", n = left))).clicked() {
        cx.act(Deed::WriteLeftRows(Box::new(wish.clone())));
    }
}

fn path(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    if let Some(path) = dropped(ui) {
        page.path = path.display().to_string();
    }
    let words = tr!("desk-import-look");
    row(ui, |ui| {
        let width = (ui.available_width() - button_width(ui, &words, true) - 12.0).max(220.0);
        TextField::new(&tr!("desk-import-path"), &mut page.path).width(width).show(ui);
        ui.vertical(|ui| {
            // Beside the field, under its label.
            ui.add_space(26.0);
            let ready = !page.path.trim().is_empty() && !cx.busy;
            if ui.add_enabled(ready, Button::primary(&words).icon(Icon::Search)).clicked() {
                page.done = None;
                let wish = ImportWish { path: page.path.clone(), columns: Columns::Guessed, ..ImportWish::default() };
                cx.look(Load::Import(Box::new(wish)));
            }
        });
    });
    small(ui, &tr!("desk-import-path-help"));
}
