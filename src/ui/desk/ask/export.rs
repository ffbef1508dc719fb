//! The list as a file: its kind, and under whose titles.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::{ExportFormat, PeopleQuery};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker};
use crate::ui::widgets::{Banner, Tone, muted};

pub struct ExportForm {
    query: PeopleQuery,
    format: ExportFormat,
    /// The place of a map among those that were kept; none for the program's own titles.
    map: Option<usize>,
}

impl ExportForm {
    pub fn new(query: PeopleQuery) -> Self {
        Self { query, format: ExportFormat::Xlsx, map: None }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let whole = self.query.is_everybody();
        muted(ui, &if whole { tr!("desk-export-everybody") } else { tr!("desk-export-found") });
        let formats = [(ExportFormat::Xlsx, tr!("desk-export-xlsx")), (ExportFormat::Csv, tr!("desk-export-csv"))];
        choice(ui, &tr!("desk-export-format"), &mut self.format, &formats);
        let maps = cx.data.maps.clone().unwrap_or_default();
        if !maps.is_empty() {
            let mut options = vec![(None, tr!("desk-export-own-titles"))];
            options.extend(maps.iter().cloned().enumerate().map(|(at, name)| (Some(at), name)));
            let mut picked = Some(self.map);
            picker(ui, &tr!("desk-export-map"), &mut picked, &options, 360.0);
            self.map = picked.flatten();
        }
        Banner::new(Tone::Info, &tr!("desk-export-care")).show(ui);
        if footer(ui, cx, &tr!("desk-export-confirm"), true) {
            let map = self.map.and_then(|at| maps.get(at)).cloned();
            cx.act(Deed::ExportParticipants { query: self.query.clone(), format: self.format, map });
        }
    }
}
