//! Installing a definition, and proposing one.

use std::path::PathBuf;

use eframe::egui::{ScrollArea, Ui};

use super::footer;
use crate::app::library::EditionView;
use crate::domain::assessment::Edition;
use crate::domain::definition_check::Problem;
use crate::i18n::problem_line;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Banner, TextField, Tone, body, muted, small};

/// Returns the path of what was dropped on the window, if anything was.
pub fn dropped(ui: &Ui) -> Option<PathBuf> {
    ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()))
}

/// Which definition is installed: a path typed, pasted or dropped.
#[derive(Default)]
pub struct InstallForm {
    path: String,
    /// Why the last one was not installed.
    pub problems: Vec<Problem>,
}

impl InstallForm {
    pub fn of(path: Option<PathBuf>) -> Self {
        Self { path: path.map(|path| path.display().to_string()).unwrap_or_default(), problems: Vec::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        if let Some(path) = dropped(ui) {
            *self = Self::of(Some(path));
        }
        muted(ui, &tr!("desk-install-words"));
        let help = tr!("desk-install-path-help");
        let field = TextField::new(&tr!("desk-install-path"), &mut self.path).help(&help).show(ui);
        if fresh {
            field.request_focus();
        }
        if field.changed() {
            self.problems.clear();
        }
        self.tell(ui);
        if footer(ui, cx, &tr!("desk-install-confirm"), !self.path.trim().is_empty()) {
            // A path copied from a file manager often comes between quotation marks.
            let path = self.path.trim().trim_matches('"').to_owned();
            cx.act(Deed::Install(PathBuf::from(path)));
        }
    }

    fn tell(&self, ui: &mut Ui) {
        if self.problems.is_empty() {
            return;
        }
        Banner::new(Tone::Danger, &tr!("desk-install-problems", n = self.problems.len())).show(ui);
        ScrollArea::vertical().id_salt("install-problems").max_height(240.0).auto_shrink([false, true]).show(
            ui,
            |ui| {
                for problem in &self.problems {
                    small(ui, &problem_line(problem));
                }
            },
        );
    }
}

/// Asks before an edition is proposed to everybody.
pub struct ActivateForm {
    edition: Edition,
    title: String,
    /// The version that people are given today.
    current: Option<String>,
    n_waiting: usize,
}

impl ActivateForm {
    pub fn of(view: &EditionView, current: Option<&EditionView>) -> Self {
        Self {
            edition: view.edition.clone(),
            title: view.title.clone(),
            current: current.filter(|other| other.edition != view.edition).map(|other| other.edition.version.clone()),
            n_waiting: view.n_waiting,
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &tr!("desk-edition-name", title = self.title.as_str(), version = self.edition.version.as_str()));
        let words = match &self.current {
            Some(current) => tr!("desk-activate-instead", current = current.as_str()),
            None => tr!("desk-activate-first"),
        };
        muted(ui, &words);
        if self.n_waiting > 0 {
            muted(ui, &tr!("desk-activate-waiting", n = self.n_waiting));
        }
        if footer(ui, cx, &tr!("desk-activate-confirm"), true) {
            cx.act(Deed::Activate(self.edition.clone()));
        }
    }
}
