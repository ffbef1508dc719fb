//! The papers just written: what each is, and the program that shows or prints it.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use crate::tr;
use crate::ui::desk::action::Action;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, Tone, body, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, files: &[PathBuf]) {
    muted(ui, &tr!("desk-files-words", n = files.len()));
    for (index, file) in files.iter().enumerate() {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (words, kind) = (tr!("desk-files-open"), paper(&name));
        let named = tr!("desk-tell-of", action = words.as_str(), name = name.as_str());
        let mut pressed = false;
        ui.push_id(index, |ui| {
            let titles = |ui: &mut Ui| {
                body(ui, kind.as_deref().unwrap_or(&name));
                if kind.is_some() {
                    small(ui, &name);
                }
            };
            let button = Button::primary(&words).icon(Icon::Document).accessible_name(&named);
            line(ui, button_width(ui, &words, true), titles, |ui| pressed = ui.add(button).clicked());
        });
        if pressed {
            cx.actions.push(Action::Open(file.clone()));
        }
    }
    if let Some(trouble) = cx.trouble {
        Banner::new(Tone::Warning, &trouble.words).show(ui);
    }
    let is_letter = |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("avis-"));
    if files.iter().any(is_letter) {
        Banner::new(Tone::Info, &tr!("desk-notice-waits")).show(ui);
    }
    ui.separator();
    let folder = files.first().and_then(|file| file.parent()).map(Path::to_path_buf).unwrap_or_default();
    small(ui, &folder.display().to_string());
    row(ui, |ui| {
        if ui.add(Button::secondary(&tr!("desk-files-folder"))).clicked() {
            cx.actions.push(Action::Open(folder));
        }
        if ui.add(Button::quiet(&tr!("desk-close"))).clicked() {
            cx.close();
        }
    });
}

/// Returns what a paper is, by what its file's name begins with.
fn paper(file: &str) -> Option<String> {
    let begins = |start: &str| file.starts_with(start);
    Some(match file {
        _ if begins("compte-rendu-") => tr!("desk-file-is-interview"),
        _ if begins("ma-boussole-") => tr!("desk-file-is-person"),
        _ if begins("synthese-") => tr!("desk-file-is-synthesis"),
        _ if begins("feuille-de-route-") => tr!("desk-file-is-roadmap"),
        _ if begins("badge-") => tr!("desk-file-is-badge"),
        _ if begins("avis-") => tr!("desk-file-is-notice"),
        _ if begins("emargement-") => tr!("desk-file-is-attendance"),
        _ if begins("seance-") => tr!("desk-file-is-session"),
        _ if begins("convocation-") || begins("courrier-") => tr!("desk-file-is-letter"),
        _ if begins("rendez-vous-") => tr!("desk-file-is-appointments"),
        _ if begins("agenda-") || file == "agenda.ics" => tr!("desk-file-is-agenda"),
        _ if begins("activite-") => tr!("desk-file-is-figures"),
        _ if begins("participants-") => tr!("desk-file-is-people"),
        _ => return None,
    })
}
