//! The rows of the file: what each would do, and what somebody has to say about it.

use eframe::egui::{Align, Ui};

use super::ImportPage;
use crate::app::people::{AlikeView, PersonChoice, RowView, Verdict};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::duplicates::{full_name, who};
use crate::ui::desk::layout::{height_left, panel, row};
use crate::ui::widgets::{Button, Column, DataTable, Tone, badge, body, heading, muted, segmented, small};

pub fn show(ui: &mut Ui, page: &mut ImportPage) {
    let Some((_, view)) = &page.looked else { return };
    let (n_imported, n_left) = (view.n_imported(), view.n_left());
    let n_there = view.rows.len() - n_imported - n_left;
    panel(ui, |ui| {
        row(ui, |ui| {
            badge(ui, Tone::Success, &tr!("desk-import-n-imported", n = n_imported));
            badge(ui, Tone::Neutral, &tr!("desk-import-n-there", n = n_there));
            if n_left > 0 {
                badge(ui, Tone::Warning, &tr!("desk-import-n-left", n = n_left));
                let shown = [tr!("desk-import-all-rows"), tr!("desk-import-only-left")];
                let mut index = usize::from(page.only_left);
                segmented(ui, &shown.each_ref().map(String::as_str), &mut index);
                page.only_left = index == 1;
            }
        });
        let rows: Vec<&RowView> = view.rows.iter().filter(|row| !page.only_left || row.is_left()).collect();
        let opened = table(ui, &rows, page.selected);
        if let Some(line) = opened.and_then(|at| rows.get(at)).map(|row| row.line) {
            page.selected = Some(line);
            page.reveals = true;
        }
    });
}

/// Shows what the selected row says, if one is; the table keeps its height.
pub fn selected(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    let reveals = std::mem::take(&mut page.reveals);
    let Some((_, view)) = &page.looked else { return };
    let Some(selected) = view.rows.iter().find(|row| Some(row.line) == page.selected) else { return };
    let shown = panel(ui, |ui| detail(ui, cx, page, selected));
    if reveals {
        shown.response.scroll_to_me(Some(Align::TOP));
    }
}

fn table(ui: &mut Ui, rows: &[&RowView], selected: Option<usize>) -> Option<usize> {
    let titles =
        [tr!("desk-column-name"), tr!("desk-import-line"), tr!("desk-column-birth"), tr!("desk-import-verdict")];
    let [name, line, birth, verdict] = titles.each_ref().map(String::as_str);
    let columns = [
        Column::flexible(name, 150.0),
        Column::fixed(line, 56.0),
        Column::fixed(birth, 116.0),
        Column::fixed(verdict, 210.0),
    ];
    let at = selected.and_then(|line| rows.iter().position(|row| row.line == line));
    let height = height_left(ui, 60.0);
    DataTable::new("import-rows", &columns).selected(at).max_height(height).show(
        ui,
        rows.len(),
        |index| {
            rows.get(index)
                .map(|row| tr!("desk-import-row", line = row.line, name = row.name.as_str()))
                .unwrap_or_default()
        },
        |ui, index, column| {
            let Some(row) = rows.get(index) else { return };
            match column {
                0 => drop(body(ui, &row.name)),
                1 => drop(muted(ui, &row.line.to_string())),
                2 => drop(muted(ui, &row.birth_date.map(short_date).unwrap_or_default())),
                _ => drop(badge(ui, tone(&row.verdict), &verdict_words(row))),
            }
        },
    )
}

fn tone(verdict: &Verdict) -> Tone {
    match verdict {
        Verdict::New => Tone::Success,
        Verdict::Known(_) | Verdict::SameAsLine(_) => Tone::Info,
        Verdict::There => Tone::Neutral,
        Verdict::Alike(_) | Verdict::UnknownPrescriber(_) => Tone::Warning,
        Verdict::Refused(_) => Tone::Danger,
    }
}

fn verdict_words(row: &RowView) -> String {
    match &row.verdict {
        Verdict::There if row.updates => tr!("desk-verdict-updates"),
        Verdict::There if !row.differences.is_empty() => tr!("desk-verdict-differs"),
        Verdict::New if row.adds_referral => tr!("desk-verdict-new"),
        Verdict::New => tr!("desk-verdict-new-alone"),
        Verdict::Known(_) => tr!("desk-verdict-known"),
        Verdict::SameAsLine(line) => tr!("desk-verdict-same-line", line = *line),
        Verdict::There => tr!("desk-verdict-there"),
        Verdict::Alike(_) => tr!("desk-verdict-alike"),
        Verdict::UnknownPrescriber(_) => tr!("desk-verdict-prescriber"),
        Verdict::Refused(_) => tr!("desk-verdict-refused"),
    }
}

/// Everything that is said of one row.
fn detail(ui: &mut Ui, cx: &mut Cx<'_>, page: &ImportPage, row_view: &RowView) {
    heading(ui, &tr!("desk-import-row", line = row_view.line, name = row_view.name.as_str()));
    match &row_view.verdict {
        Verdict::Refused(faults) => {
            for (column, value, fault) in faults {
                let why = terms::cell_fault(*fault);
                body(ui, &tr!("import-fault", column = column.as_str(), value = value.as_str(), why = why));
            }
        }
        Verdict::Known(name) => drop(body(ui, &tr!("desk-verdict-known-of", name = name.as_str()))),
        Verdict::UnknownPrescriber(name) => drop(body(ui, &tr!("import-left-prescriber", name = name.as_str()))),
        Verdict::Alike(alike) => decide(ui, cx, page, (row_view.line, alike)),
        Verdict::New | Verdict::SameAsLine(_) | Verdict::There => drop(body(ui, &verdict_words(row_view))),
    }
    differences(ui, cx, page, row_view);
    for (column, note) in &row_view.notes {
        small(ui, &tr!("desk-import-note", column = column.as_str(), note = terms::note(*note)));
    }
    let decided = page.looked.as_ref().is_some_and(|(wish, _)| wish.choices.people.contains_key(&row_view.line));
    if decided && ui.add(Button::quiet(&tr!("desk-import-undo-choice"))).clicked() {
        page.ask(cx, |wish| {
            wish.choices.people.remove(&row_view.line);
        });
    }
}

/// What the file says otherwise of somebody known: nothing changes unless somebody says so, row by row.
fn differences(ui: &mut Ui, cx: &mut Cx<'_>, page: &ImportPage, row_view: &RowView) {
    if row_view.differences.is_empty() {
        return;
    }
    for difference in &row_view.differences {
        let (field, in_file) = (terms::field(difference.field), difference.in_file.as_str());
        let recorded = difference.recorded.as_str();
        body(
            ui,
            &if recorded.is_empty() {
                tr!("desk-import-difference-blank", field = field, file = in_file)
            } else {
                tr!("desk-import-difference", field = field, file = in_file, recorded = recorded)
            },
        );
    }
    let (words, line) = if row_view.updates {
        (tr!("desk-import-keep-file"), tr!("desk-import-updates"))
    } else {
        (tr!("desk-import-take-file"), tr!("desk-import-keeps"))
    };
    small(ui, &line);
    if ui.add(Button::secondary(&words)).clicked() {
        let (at, taken) = (row_view.line, row_view.updates);
        page.ask(cx, |wish| {
            if taken {
                wish.choices.updates.remove(&at);
            } else {
                wish.choices.updates.insert(at);
            }
        });
    }
}

/// Asks who the row is about: one of those it looks like, or another person.
fn decide(ui: &mut Ui, cx: &mut Cx<'_>, page: &ImportPage, (line, alike): (usize, &[AlikeView])) {
    let mut choice = None;
    for one in alike {
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            one.reasons.iter().for_each(|reason| drop(badge(ui, Tone::Warning, &terms::likeness_reason(*reason))));
        });
        who(ui, one);
        let (words, name) = (tr!("desk-import-same"), full_name(one));
        let named = tr!("desk-import-same-as", name = name.as_str(), number = one.number);
        if ui.add(Button::secondary(&words).accessible_name(&named)).clicked() {
            choice = Some(PersonChoice::Same(one.id));
        }
    }
    ui.separator();
    if ui.add(Button::secondary(&tr!("desk-alike-another"))).clicked() {
        choice = Some(PersonChoice::Another);
    }
    if let Some(choice) = choice {
        page.ask(cx, |wish| {
            wish.choices.people.insert(line, choice);
        });
    }
}
