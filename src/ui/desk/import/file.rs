//! Which file is brought in: one of those that arrived, one that is dropped, or a path; and which sheet of it.

use eframe::egui::Ui;

use super::ImportPage;
use crate::app::people::{Columns, ImportWish, RecentFile};
use crate::i18n::{clock_time, short_date};
use crate::tr;
use crate::ui::desk::action::Load;
use crate::ui::desk::ask::library::dropped;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::{button_width, one_button, panel, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, TextField, Tone, body, heading, muted, small};

/// The path, and the button that looks at the file.
pub(super) fn path(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    if let Some(path) = dropped(ui) {
        page.path = path.display().to_string();
        look(cx, page);
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
                look(cx, page);
            }
        });
    });
    small(ui, &tr!("desk-import-path-help"));
}

fn look(cx: &mut Cx<'_>, page: &mut ImportPage) {
    page.done = None;
    let wish = ImportWish { path: page.path.clone(), columns: Columns::Guessed, ..ImportWish::default() };
    cx.look(Load::Import(Box::new(wish)));
}

/// The tables that lie where files arrive, each to look at in one press.
pub(super) fn recent(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    let files = cx.data.recent_files.as_deref().unwrap_or_default();
    panel(ui, |ui| {
        heading(ui, &tr!("desk-import-recent"));
        if files.is_empty() {
            muted(ui, &tr!("desk-import-recent-none"));
        }
        let words = tr!("desk-import-look");
        for file in files {
            let name = tr!("desk-tell-of", action = words.as_str(), name = file.name.as_str());
            let button = Button::secondary(&words).accessible_name(&name);
            let pressed = ui.push_id(&file.path, |ui| {
                one_button(ui, &words, Some(button), !cx.busy, |ui| {
                    body(ui, &file.name);
                    small(ui, &about(file));
                })
            });
            if pressed.inner {
                page.path = file.path.display().to_string();
                look(cx, page);
            }
        }
    });
}

fn about(file: &RecentFile) -> String {
    let changed = file.changed.local();
    let (day, time) = (short_date(changed.date()), clock_time(changed.time()));
    let kilobytes = file.bytes.div_ceil(1000);
    tr!("desk-import-recent-line", folder = file.folder.as_str(), day = day, time = time, size = kilobytes)
}

/// Which sheet of a workbook is read, and what stands above the titles.
pub(super) fn sheet(ui: &mut Ui, cx: &mut Cx<'_>, page: &ImportPage) {
    let Some((_, view)) = &page.looked else { return };
    if view.sheets.len() > 1 {
        let options: Vec<(usize, String)> = view.sheets.iter().cloned().enumerate().collect();
        let mut picked = view.sheets.iter().position(|name| Some(name) == view.sheet.as_ref());
        let width = ui.available_width().min(420.0);
        if picker(ui, &tr!("desk-import-sheet"), &mut picked, &options, width) {
            let sheet = picked.and_then(|at| view.sheets.get(at)).cloned();
            page.ask(cx, |wish| {
                *wish = ImportWish { path: wish.path.clone(), sheet, ..ImportWish::default() };
            });
        }
    }
    if view.header_line > 1 {
        Banner::new(Tone::Info, &tr!("desk-import-header-line", line = view.header_line)).show(ui);
    }
}
