//! The keys that work everywhere, in one list.

use eframe::egui::Ui;

use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Button, facts};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let keys = [
        (tr!("desk-key-parts"), tr!("desk-key-parts-words")),
        (tr!("desk-key-search"), tr!("desk-key-search-words")),
        (tr!("desk-key-help"), tr!("desk-key-help-words")),
        (tr!("desk-key-next"), tr!("desk-key-next-words")),
        (tr!("desk-key-press"), tr!("desk-key-press-words")),
        (tr!("desk-key-move"), tr!("desk-key-move-words")),
        (tr!("desk-key-escape"), tr!("desk-key-escape-words")),
    ];
    let rows: Vec<(&str, &str)> = keys.iter().map(|(key, words)| (key.as_str(), words.as_str())).collect();
    facts(ui, "shortcuts", &rows);
    if ui.add(Button::primary(&tr!("desk-close")).min_width(180.0)).clicked() {
        cx.close();
    }
}
