//! Every edition, one a line, and what could not be loaded.

use eframe::egui::Ui;

use super::{Library, state_badge};
use crate::app::library::{EditionView, LibraryView};
use crate::domain::definition_check::Severity;
use crate::i18n::{minutes, problem_line, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::library::InstallForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{height_left, page_header, panel};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, Column, DataTable, Tone, badge, body, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, view: &LibraryView, library: &mut Library) {
    page_header(ui, &tr!("desk-library-title"), |ui| {
        if ui.add(Button::primary(&tr!("desk-install")).icon(Icon::Plus)).clicked() {
            cx.ask(Ask::Install(InstallForm::default()));
        }
        let words = tr!("desk-write-template");
        if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Document)).clicked() {
            cx.act(Deed::WriteSheetTemplate);
        }
    });
    muted(ui, &tr!("desk-library-words"));
    cx.show_trouble(ui);
    problems(ui, view);
    panel(ui, |ui| {
        if let Some(edition) = table(ui, &view.editions) {
            library.open(edition.edition.clone(), Vec::new());
            cx.look(Load::Questions(edition.edition.clone()));
        }
    });
}

/// Tells which files of the data folder are not what their author wrote.
fn problems(ui: &mut Ui, view: &LibraryView) {
    let n_errors = view.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    if n_errors == 0 {
        return;
    }
    Banner::new(Tone::Warning, &tr!("desk-library-problems", n = n_errors)).show(ui);
    panel(ui, |ui| {
        for problem in view.problems.iter().filter(|problem| problem.severity == Severity::Error) {
            small(ui, &problem_line(problem));
        }
    });
}

fn table<'e>(ui: &mut Ui, editions: &'e [EditionView]) -> Option<&'e EditionView> {
    let titles = [
        tr!("desk-column-assessment"),
        tr!("desk-column-version"),
        tr!("desk-column-state"),
        tr!("desk-column-origin"),
        tr!("desk-column-minutes"),
        tr!("desk-column-reading"),
        tr!("desk-column-sittings"),
    ];
    let [title, version, state, origin, time, reading, sittings] = titles.each_ref().map(String::as_str);
    let columns = [
        Column::flexible(title, 300.0),
        Column::fixed(version, 84.0),
        Column::fixed(state, 110.0),
        Column::fixed(origin, 112.0),
        Column::fixed(time, 88.0),
        Column::fixed(reading, 96.0),
        Column::fixed(sittings, 104.0),
    ];
    let height = height_left(ui, 30.0);
    let name = |view: &EditionView| {
        tr!("desk-edition-name", title = view.title.as_str(), version = view.edition.version.as_str())
    };
    let opened = DataTable::new("library", &columns).max_height(height).show(
        ui,
        editions.len(),
        |index| editions.get(index).map(name).unwrap_or_default(),
        |ui, index, column| {
            let Some(view) = editions.get(index) else { return };
            let about = &view.assessment.about;
            match column {
                0 => title_cell(ui, view),
                1 => drop(muted(ui, &view.edition.version)),
                2 => state_badge(ui, view),
                3 => drop(muted(ui, &terms::origin_short(view.origin))),
                4 => drop(muted(ui, &minutes(about.minutes))),
                5 => drop(muted(ui, &terms::reading_short(about.reading))),
                _ => drop(muted(ui, &view.n_sittings.to_string())),
            }
        },
    );
    opened.and_then(|index| editions.get(index))
}

/// The title, with a mark where answers may touch health.
fn title_cell(ui: &mut Ui, view: &EditionView) {
    let sensitive = view.assessment.about.sensitive;
    // The mark comes last and keeps its place: a long title gives way.
    let room = ui.available_width() - if sensitive { 96.0 } else { 0.0 };
    ui.scope(|ui| {
        ui.set_max_width(room);
        body(ui, &view.title);
    });
    if sensitive {
        badge(ui, Tone::Accent, &tr!("desk-sensitive"));
    }
}
