//! Where the synthesis of a file stands, and whether the person heard their page at a kiosk.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::domain::synthesis::SynthesisState;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::panel;
use crate::ui::desk::own_page;
use crate::ui::widgets::{body, heading, small};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, file: &ParticipantFile) {
    let Some(synthesis) = &file.synthesis else { return };
    let state = match &synthesis.state {
        SynthesisState::Draft => tr!("desk-synthesis-draft"),
        SynthesisState::Written { at, .. } => tr!("desk-synthesis-written", day = short_date(at.day())),
        SynthesisState::Signed { at, .. } => tr!("desk-synthesis-signed", day = short_date(at.day())),
    };
    let heard = synthesis.at_kiosk.reading.as_ref().map(|reading| own_page::heard(reading, cx.day()));
    panel(ui, |ui| {
        heading(ui, &tr!("desk-synthesis"));
        body(ui, &state);
        small(ui, &tr!("desk-own-page"));
        body(ui, &heard.unwrap_or_else(|| tr!("desk-own-page-unheard")));
    });
}
