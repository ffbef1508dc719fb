//! The figures of a period as a file: its kind.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::ExportFormat;
use crate::domain::calendar::Days;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::widgets::muted;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, days: Days, format: &mut ExportFormat) {
    muted(ui, &tr!("figures-period", from = short_date(days.from), until = short_date(days.until)));
    muted(ui, &tr!("figures-rule-words"));
    let formats = [(ExportFormat::Xlsx, tr!("desk-export-xlsx")), (ExportFormat::Csv, tr!("desk-export-csv"))];
    choice(ui, &tr!("desk-export-format"), format, &formats);
    if footer(ui, cx, &tr!("desk-export-confirm"), true) {
        cx.act(Deed::ExportFigures(days, *format));
    }
}
