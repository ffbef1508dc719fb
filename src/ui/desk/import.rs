//! Referrals from a file: its path, what its columns are, what each row would do, then all of it at once.

mod columns;
mod file;
mod prescribers;
mod rows;

use eframe::egui::Ui;

use super::action::{Action, Deed, Load, Place};
use super::cx::Cx;
use super::layout::{at_end, back_button, columns as two_columns, is_narrow, panel, row, scroll_rest};
use crate::app::people::{ImportDone, ImportView, ImportWish, Imported, PeopleQuery};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, Tone, muted, title};

/// The file being looked at, and what was said about it.
#[derive(Default)]
pub struct ImportPage {
    path: String,
    /// What was asked last, and what the file says to it.
    looked: Option<(ImportWish, ImportView)>,
    map_name: String,
    only_left: bool,
    selected: Option<usize>,
    /// The row was just selected: what it says comes into sight.
    reveals: bool,
    done: Option<Imported>,
}

impl ImportPage {
    /// Takes what a file says.
    pub fn receive(&mut self, wish: ImportWish, view: ImportView) {
        let is_other = self.looked.as_ref().is_some_and(|(before, _)| before.path != wish.path);
        self.selected = self.selected.filter(|line| !is_other && view.rows.iter().any(|row| row.line == *line));
        self.looked = Some((wish, view));
    }

    /// Begins again after an import: what was written is told.
    pub fn imported(&mut self, done: Imported) {
        *self = Self { done: Some(done), ..Self::default() };
    }

    /// Forgets an import that was undone.
    pub fn undone(&mut self) {
        self.done = None;
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
    panel(ui, |ui| file::path(ui, cx, page));
    cx.show_trouble(ui);
    if let Some(imported) = page.done {
        told(ui, cx, imported);
    }
    if page.looked.is_none() {
        muted(ui, &tr!("desk-import-words"));
        return scroll_rest(ui, "import-recent", |ui| file::recent(ui, cx, page));
    }
    two_columns(ui, 0.34, ["import-columns", "import-rows"], |ui, place| match place {
        0 => {
            rows::selected(ui, cx, page);
            prescribers::show(ui, cx, page);
            panel(ui, |ui| {
                file::sheet(ui, cx, page);
                columns::show(ui, cx, page);
            });
        }
        _ if is_narrow(ui) => scroll_rest(ui, "import-rows-narrow", |ui| rows::show(ui, page)),
        _ => rows::show(ui, page),
    });
}

/// What an import wrote, the way to its people, and the way back.
fn told(ui: &mut Ui, cx: &mut Cx<'_>, Imported { id, done }: Imported) {
    let ImportDone { people, referrals, prescribers, updates } = done;
    let words =
        tr!("desk-import-done", people = people, referrals = referrals, prescribers = prescribers, updates = updates);
    Banner::new(Tone::Success, &words).show(ui);
    row(ui, |ui| {
        if ui.add(Button::primary(&tr!("desk-import-see")).icon(Icon::People)).clicked() {
            cx.actions.push(Action::Find(Box::new(PeopleQuery { import: Some(id), ..PeopleQuery::default() })));
        }
        if ui.add_enabled(!cx.busy, Button::secondary(&tr!("desk-import-undo"))).clicked() {
            cx.act(Deed::UndoImport(id));
        }
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
