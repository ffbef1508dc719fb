//! Two files to be made one: which value of each field is kept, and which file.

use std::collections::BTreeSet;

use eframe::egui::{Grid, Ui, vec2};

use super::footer;
use crate::app::people::{FieldChoice, MergeChoice, MergeColumn, MergeView};
use crate::i18n::{long_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::duplicates::who;
use crate::ui::desk::layout::side_by_side;
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Banner, Button, Tone, body, muted, small};

pub struct MergeFilesForm {
    view: MergeView,
    taken: BTreeSet<MergeColumn>,
}

impl MergeFilesForm {
    pub fn new(view: MergeView) -> Self {
        let taken = view.choices.iter().filter(|choice| choice.takes_absorbed).map(|choice| choice.column).collect();
        Self { view, taken }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-merge-files-words"));
        side_by_side(ui, 2, |ui, place| {
            small(ui, &if place == 0 { tr!("desk-merge-kept") } else { tr!("desk-merge-absorbed") });
            who(ui, if place == 0 { &self.view.kept } else { &self.view.absorbed });
        });
        if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-merge-turn")).icon(Icon::ArrowRight)).clicked() {
            cx.look(Load::MergeView(self.view.absorbed.id, self.view.kept.id));
        }
        if !self.view.choices.is_empty() {
            self.choose(ui);
        }
        muted(ui, &tr!("desk-merge-files-moves"));
        if let Some(bars) = &self.view.bars {
            Banner::new(Tone::Danger, bars).show(ui);
        }
        if footer(ui, cx, &tr!("desk-merge-files-confirm"), self.view.bars.is_none()) {
            cx.act(Deed::MergeParticipants {
                kept: self.view.kept.id,
                absorbed: self.view.absorbed.id,
                taken: self.taken.iter().copied().collect(),
            });
        }
    }

    /// The fields that differ, each with its two values to choose from.
    fn choose(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let width = ((ui.available_width() - 150.0) / 2.0 - look.space.medium).max(120.0);
        Grid::new("merge-fields").num_columns(3).spacing(vec2(look.space.small, look.space.small)).show(ui, |ui| {
            for MergeChoice { column, kept, absorbed, .. } in &self.view.choices {
                body(ui, &column_name(*column));
                let taken = self.taken.contains(column);
                if value(ui, (*column, kept), !taken, width) {
                    self.taken.remove(column);
                }
                if value(ui, (*column, absorbed), taken, width) {
                    self.taken.insert(*column);
                }
                ui.end_row();
            }
        });
    }
}

/// Draws a value to choose; returns whether it was.
fn value(ui: &mut Ui, (column, value): (MergeColumn, &FieldChoice), chosen: bool, width: f32) -> bool {
    let words = said(value);
    let words = if words.is_empty() { tr!("desk-blank") } else { words };
    let name = tr!("desk-merge-value", field = column_name(column), value = words.as_str());
    let style = if chosen { Button::primary(&words).icon(Icon::Check) } else { Button::secondary(&words) };
    ui.add(style.min_width(width).accessible_name(&name)).clicked()
}

fn column_name(column: MergeColumn) -> String {
    match column {
        MergeColumn::Name => tr!("desk-column-name"),
        MergeColumn::BirthDate => tr!("desk-birth-date"),
        MergeColumn::Gender => tr!("desk-gender"),
        MergeColumn::Phone => tr!("desk-phone"),
        MergeColumn::Email => tr!("desk-email"),
        MergeColumn::Residence => tr!("desk-commune"),
        MergeColumn::Address => tr!("desk-address"),
        MergeColumn::Needs => tr!("desk-accommodations"),
        MergeColumn::Supports => tr!("desk-supports"),
        MergeColumn::ExtraTime => tr!("desk-extra-time"),
        MergeColumn::Availability => tr!("desk-half-days-short"),
    }
}

fn said(value: &FieldChoice) -> String {
    match value {
        FieldChoice::Text(text) => text.clone(),
        FieldChoice::Date(day) => long_date(*day),
        FieldChoice::Gender(gender) => terms::gender(*gender),
        FieldChoice::Commune(commune) => words::commune(commune),
        FieldChoice::Needs(needs) => terms::needs(needs),
        FieldChoice::ExtraTime(extra) => terms::extra_time(*extra),
        FieldChoice::Availability(Some(free)) => tr!("desk-half-days-count", n = free.half_days().count()),
        FieldChoice::Availability(None) => tr!("desk-half-days-not-asked"),
    }
}
