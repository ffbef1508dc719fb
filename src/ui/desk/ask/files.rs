//! Where the papers just written are.

use std::path::{Path, PathBuf};

use eframe::egui::{ScrollArea, Ui};

use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Button, body, muted};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, files: &[PathBuf]) {
    muted(ui, &tr!("desk-files-words", n = files.len()));
    let folder = files.first().and_then(|file| file.parent()).map(|folder| folder.display().to_string());
    body(ui, &folder.unwrap_or_default());
    ScrollArea::vertical().id_salt("files").max_height(240.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for name in files.iter().filter_map(|file| Path::file_name(file)) {
            muted(ui, &tr!("desk-bullet", words = name.to_string_lossy().into_owned()));
        }
    });
    if ui.vertical_centered(|ui| ui.add(Button::primary(&tr!("desk-close")).min_width(180.0)).clicked()).inner {
        cx.close();
    }
}
