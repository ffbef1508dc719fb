//! One edition: its identity card, its questions, its scales; and what can be decided about it.

use eframe::egui::Ui;

use super::{Library, exact, questions, state_badge};
use crate::app::library::EditionView;
use crate::domain::assessment::{Assessment, Scale, Status};
use crate::domain::library::EditionState;
use crate::i18n::{minutes, problem_line, short_date, terms, typeset};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::library::ActivateForm;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, back_button, columns, loading, panel, row, scroll_rest};
use crate::ui::widgets::{Banner, Button, Tone, body, heading, muted, paragraph, small, tabs, title};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, view: &EditionView, current: Option<&EditionView>, library: &mut Library) {
    let mut leaves = false;
    row(ui, |ui| {
        leaves = back_button(ui, &tr!("desk-back-library"));
        title(ui, &view.title);
        muted(ui, &view.edition.version);
        state_badge(ui, view);
        at_end(ui, |ui| decisions(ui, cx, view, current));
    });
    if leaves {
        return library.arrive();
    }
    let n_questions = view.assessment.items().len();
    let labels = [
        tr!("desk-tab-card"),
        tr!("desk-tab-questions", n = n_questions),
        tr!("desk-tab-scales", n = view.assessment.scales().len()),
    ];
    tabs(ui, &labels.each_ref().map(String::as_str), &mut library.tab);
    cx.show_trouble(ui);
    match library.tab {
        0 => {
            told(ui, library);
            columns(ui, 0.58, ["edition-card", "edition-words"], |ui, place| match place {
                0 => identity(ui, view, current),
                _ => words(ui, view),
            });
        }
        1 => {
            let asked = cx.data.questions.as_ref().filter(|(edition, _)| *edition == view.edition);
            match asked {
                Some((_, list)) => scroll_rest(ui, "edition-questions", |ui| questions::show(ui, list)),
                None => loading(ui),
            }
        }
        _ => scroll_rest(ui, "edition-scales", |ui| {
            view.assessment.scales().iter().for_each(|scale| scale_card(ui, scale));
        }),
    }
}

fn decisions(ui: &mut Ui, cx: &mut Cx<'_>, view: &EditionView, current: Option<&EditionView>) {
    let status = view.assessment.about.status;
    let may = |state: EditionState| view.state.may_become(state, status).is_ok();
    if view.state != EditionState::Active {
        let activate = ui.add_enabled(may(EditionState::Active) && !cx.busy, Button::primary(&tr!("desk-activate")));
        if activate.clicked() {
            cx.ask(Ask::Activate(ActivateForm::of(view, current)));
        }
    }
    if view.state != EditionState::Retired && ui.add(Button::quiet(&tr!("desk-retire"))).clicked() {
        let name = tr!("desk-edition-name", title = view.title.as_str(), version = view.edition.version.as_str());
        cx.ask(Ask::Reason(ReasonForm::new(ReasonFor::Retire(view.edition.clone()), name)));
    }
    let words = tr!("desk-back-to-pilot");
    let back = Button::quiet(&words);
    if view.state != EditionState::Pilot && ui.add_enabled(may(EditionState::Pilot) && !cx.busy, back).clicked() {
        cx.act(Deed::BackToPilot(view.edition.clone()));
    }
    let words = tr!("desk-write-exercises");
    if view.has_exercises && ui.add_enabled(!cx.busy, Button::quiet(&words)).clicked() {
        cx.act(Deed::WriteExerciseSheet(view.edition.clone()));
    }
}

/// What the author was told when it was installed.
fn told(ui: &mut Ui, library: &Library) {
    if library.told.is_empty() {
        return;
    }
    Banner::new(Tone::Info, &tr!("desk-install-remarks", n = library.told.len())).show(ui);
    panel(ui, |ui| library.told.iter().for_each(|problem| drop(small(ui, &problem_line(problem)))));
}

fn identity(ui: &mut Ui, view: &EditionView, current: Option<&EditionView>) {
    if view.assessment.about.status == Status::Draft {
        Banner::new(Tone::Warning, &tr!("desk-edition-draft")).show(ui);
    } else if let Some(current) = current.filter(|current| !std::ptr::eq(*current, view)) {
        Banner::new(Tone::Info, &tr!("desk-edition-other", version = current.edition.version.as_str())).show(ui);
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-card-title"));
        for (name, value) in facts(view) {
            fact(ui, &name, &value);
        }
    });
}

fn facts(view: &EditionView) -> Vec<(String, String)> {
    let assessment = &view.assessment;
    let about = &assessment.about;
    let yes_no = |yes: bool| if yes { tr!("desk-yes") } else { tr!("desk-no") };
    let norm = match assessment.scales().iter().find_map(|scale| scale.norm.as_ref()) {
        Some(norm) => tr!("desk-card-norm-of", n = norm.n, population = norm.population.as_str()),
        None => tr!("desk-card-no-norm"),
    };
    let reliability = match assessment.scales().iter().find_map(|scale| scale.reliability.as_ref()) {
        Some(known) => known.source.clone(),
        None => tr!("desk-card-no-reliability"),
    };
    let origin = match view.source.as_str() {
        "" => terms::origin(view.origin),
        source => tr!("desk-card-origin-from", origin = terms::origin(view.origin), source = source),
    };
    let decided = match &view.decided {
        Some((by, at)) => tr!("desk-card-decided-by", by = by.as_str(), day = short_date(at.day())),
        None => tr!("desk-card-undecided"),
    };
    let hash: String = view.edition.content_hash.chars().take(16).collect();
    let mut rows = vec![
        (tr!("desk-card-id"), view.edition.id.0.clone()),
        (tr!("desk-column-version"), view.edition.version.clone()),
        (tr!("desk-card-status"), terms::definition_status(about.status)),
        (tr!("desk-column-state"), terms::edition_state(view.state)),
        (tr!("desk-card-decided"), decided),
    ];
    if !view.reason.is_empty() {
        rows.push((tr!("desk-reason"), view.reason.clone()));
    }
    rows.extend([
        (tr!("desk-column-origin"), origin),
        (
            tr!("desk-card-sittings"),
            tr!("desk-card-sittings-waiting", sittings = view.n_sittings, waiting = view.n_waiting),
        ),
        (tr!("desk-card-mode"), terms::mode(about.mode)),
        (tr!("desk-card-path"), terms::purpose(assessment.path_purpose())),
        (tr!("desk-column-minutes"), minutes(about.minutes)),
        (tr!("desk-column-reading"), terms::reading_level(about.reading)),
        (tr!("desk-card-sensitive"), yes_no(about.sensitive)),
        (tr!("desk-card-items"), n_items(assessment)),
        (tr!("desk-card-scales"), assessment.scales().len().to_string()),
        (tr!("desk-card-norm"), norm),
        (tr!("desk-card-reliability"), typeset(&reliability)),
        (tr!("desk-card-licence"), about.licence.clone()),
        (tr!("desk-card-source"), typeset(&about.source)),
        (tr!("desk-card-hash"), hash),
    ]);
    rows
}

/// Returns how many questions there are; an adaptive bank has more than one person is asked.
fn n_items(assessment: &Assessment) -> String {
    let (items, asked) = (assessment.items().len(), assessment.longest());
    if asked < items { tr!("desk-card-n-items", items = items, asked = asked) } else { items.to_string() }
}

/// A name and its value, which may take several lines.
fn fact(ui: &mut Ui, name: &str, value: &str) {
    const NAMES: f32 = 176.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(NAMES);
            muted(ui, name);
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            body(ui, value);
        });
    });
}

fn words(ui: &mut Ui, view: &EditionView) {
    let assessment = &view.assessment;
    let said = [
        (tr!("desk-said-purpose"), &assessment.about.purpose),
        (tr!("desk-said-start"), &assessment.instructions.start),
        (tr!("desk-said-example"), &assessment.instructions.example),
        (tr!("desk-said-rights"), &assessment.instructions.rights),
        (tr!("desk-said-end"), &assessment.instructions.end),
        (tr!("desk-said-warning"), &assessment.restitution.warning),
    ];
    panel(ui, |ui| {
        heading(ui, &tr!("desk-said-title"));
        for (name, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
            small(ui, name);
            paragraph(ui, &typeset(text));
        }
    });
}

fn scale_card(ui: &mut Ui, scale: &Scale) {
    panel(ui, |ui| {
        row(ui, |ui| {
            heading(ui, &typeset(&scale.title));
            muted(ui, &tr!("desk-scale-method", method = terms::method(&scale.method), n = scale.keys.len()));
        });
        for band in &scale.bands {
            ui.separator();
            let (low, high) = (exact(band.min), exact(band.max));
            row(ui, |ui| {
                body(ui, &typeset(&band.title));
                muted(ui, &tr!("desk-band-bounds", low = low, high = high));
            });
            paragraph(ui, &typeset(&band.for_person));
            if !band.for_counsellor.is_empty() {
                small(ui, &tr!("desk-band-counsellor", words = band.for_counsellor.as_str()));
            }
        }
        if scale.bands.is_empty() {
            muted(ui, &tr!("desk-scale-no-band"));
        }
    });
}
