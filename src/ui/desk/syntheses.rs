//! The paths that are finished, by what they wait for.

mod outbox;

use eframe::egui::Ui;

use super::action::{Deed, Place};
use super::cx::Cx;
use super::layout::{loading, scroll_rest};
use super::words;
use crate::app::people::Stage;
use crate::app::synthesis::SynthesisRow;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Column, DataTable, badge, body, empty_state, heading, muted, title};

/// The stages of a finished path, in the order of the work.
const STAGES: [Stage; 5] =
    [Stage::ToSynthesise, Stage::ToRestitute, Stage::ToDeliver, Stage::Leaving, Stage::Delivered];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    title(ui, &tr!("desk-syntheses-title"));
    cx.show_trouble(ui);
    let Some(rows) = &cx.data.syntheses else { return loading(ui) };
    let outbox = cx.data.outbox.as_deref().unwrap_or_default();
    if rows.is_empty() && outbox.is_empty() {
        panel(ui, |ui| {
            empty_state(ui, Icon::Document, &tr!("desk-no-synthesis"), &tr!("desk-no-synthesis-words"), None);
        });
        return;
    }
    if !cx.decides() {
        muted(ui, &tr!("desk-syntheses-closed"));
    }
    scroll_rest(ui, "syntheses", |ui| {
        outbox::show(ui, cx, outbox);
        for stage in STAGES {
            let group: Vec<&SynthesisRow> = rows.iter().filter(|row| row.stage == stage).collect();
            if !group.is_empty() {
                panel(ui, |ui| {
                    heading(ui, &group_title(stage, group.len()));
                    table(ui, cx, stage, &group);
                });
            }
        }
    });
}

fn group_title(stage: Stage, n: usize) -> String {
    match stage {
        Stage::ToSynthesise => tr!("desk-group-write", n = n),
        Stage::ToRestitute => tr!("desk-group-restitute", n = n),
        Stage::ToDeliver => tr!("desk-group-deliver", n = n),
        Stage::Leaving => tr!("desk-group-leaving", n = n),
        _ => tr!("desk-group-delivered", n = n),
    }
}

fn table(ui: &mut Ui, cx: &mut Cx<'_>, stage: Stage, rows: &[&SynthesisRow]) {
    let titles = [
        tr!("desk-column-name"),
        tr!("desk-column-prescriber"),
        tr!("desk-column-restitution"),
        tr!("desk-column-waits-for"),
    ];
    let [name, prescriber, restitution, waits] = titles.each_ref().map(String::as_str);
    let columns = [
        Column::flexible(name, 220.0),
        Column::fixed(prescriber, 240.0),
        Column::fixed(restitution, 150.0),
        Column::fixed(waits, 260.0),
    ];
    let id = format!("syntheses-{}", STAGES.iter().position(|other| *other == stage).unwrap_or_default());
    let opened = DataTable::new(&id, &columns).max_height(420.0).show(
        ui,
        rows.len(),
        |index| rows.get(index).map(|row| row.participant_name.clone()).unwrap_or_default(),
        |ui, index, column| {
            let Some(row) = rows.get(index) else { return };
            match column {
                0 => drop(body(ui, &row.participant_name)),
                1 => drop(muted(ui, &row.prescriber)),
                2 => drop(muted(ui, &row.restitution.map_or_else(|| tr!("desk-blank"), short_date))),
                _ => drop(badge(ui, words::stage_tone(row.stage), &waits_for(row))),
            }
        },
    );
    if let Some(row) = opened.and_then(|index| rows.get(index)).filter(|_| cx.decides()) {
        match row.synthesis {
            Some(id) => cx.go(Place::Writing(id)),
            None => cx.act(Deed::BeginSynthesis(row.referral)),
        }
    }
}

fn waits_for(row: &SynthesisRow) -> String {
    match (row.stage, row.restitution) {
        (Stage::ToRestitute, None) => tr!("desk-waits-booking"),
        (Stage::ToRestitute, Some(_)) => tr!("desk-waits-restitution"),
        (stage, _) => row.leaving.map_or_else(|| words::stage(stage), |leaving| words::leaving(leaving.due)),
    }
}
