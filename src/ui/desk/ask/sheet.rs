//! A paper sheet that came back signed: what is printed on it, and its scan when there is one.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::footer;
use super::library::dropped;
use crate::app::sheets::SheetProof;
use crate::domain::id::SessionId;
use crate::domain::stamp::Half;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{TextField, body, muted};

pub struct SheetForm {
    session: SessionId,
    half: Half,
    subject: String,
    version: String,
    scan: String,
}

impl SheetForm {
    /// Begins with the mark that the sheet has when it was printed last.
    pub fn new(session: SessionId, half: Half, subject: String, version: String) -> Self {
        Self { session, half, subject, version, scan: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(path) = dropped(ui) {
            self.scan = path.display().to_string();
        }
        body(ui, &self.subject);
        muted(ui, &tr!("desk-sheet-words"));
        let help = tr!("desk-sheet-version-help");
        TextField::new(&tr!("desk-sheet-version"), &mut self.version).help(&help).longest(32).show(ui);
        let help = tr!("desk-sheet-scan-help");
        TextField::new(&tr!("desk-sheet-scan"), &mut self.scan).help(&help).show(ui);
        if footer(ui, cx, &tr!("desk-sheet-confirm"), true) {
            // A path copied from a file manager often comes between quotation marks.
            let path = self.scan.trim().trim_matches('"');
            let scan = (!path.is_empty()).then(|| PathBuf::from(path));
            let version = Some(self.version.trim().to_owned()).filter(|version| !version.is_empty());
            let proof = SheetProof::Paper { version, scan };
            cx.act(Deed::RecordSheet { session: self.session, half: self.half, proof });
        }
    }
}
