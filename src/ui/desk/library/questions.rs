//! The questions of an edition, to read: words, options, what is right, what counts them.

use eframe::egui::Ui;

use super::exact;
use crate::app::library::{Counted, QuestionSort, QuestionView};
use crate::domain::assessment::{Choice, Direction, Face, Item, ItemKind, Material, OptionId, Point, Task};
use crate::i18n::{terms, typeset};
use crate::tr;
use crate::ui::desk::layout::{panel, row};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Tone, badge, body, heading, muted, paragraph, small};

pub fn show(ui: &mut Ui, questions: &[QuestionView]) {
    let mut number = 0;
    let mut section = "";
    for question in questions {
        if question.section != section {
            section = &question.section;
            heading(ui, &typeset(section));
        }
        let name = match question.sort {
            QuestionSort::Practice => tr!("desk-question-practice"),
            QuestionSort::Training | QuestionSort::Asked => {
                number += 1;
                tr!("desk-question-number", n = number)
            }
        };
        panel(ui, |ui| one(ui, question, &name));
    }
}

fn one(ui: &mut Ui, question: &QuestionView, name: &str) {
    let item = &question.item;
    row(ui, |ui| {
        small(ui, name);
        if question.sort != QuestionSort::Practice {
            small(ui, &item.id.0);
        }
        badge(ui, Tone::Info, &terms::question_kind(&item.kind));
        if question.is_generated {
            badge(ui, Tone::Neutral, &tr!("desk-question-generated"));
        }
        if question.sort == QuestionSort::Training {
            badge(ui, Tone::Neutral, &tr!("desk-question-training"));
        }
    });
    material(ui, &item.material);
    if !item.statement.is_empty() {
        heading(ui, &typeset(&item.statement));
    }
    answers(ui, &item.kind);
    notes(ui, item, &question.counted);
}

fn material(ui: &mut Ui, material: &Material) {
    match material {
        Material::None => {}
        Material::Document(text) => text.lines().for_each(|line| drop(body(ui, &typeset(line)))),
        Material::Image(image) => drop(muted(ui, &tr!("desk-question-image", words = image.alt.as_str()))),
        Material::Drawn(_) => drop(muted(ui, &tr!("desk-question-drawn"))),
    }
}

fn answers(ui: &mut Ui, kind: &ItemKind) {
    match kind {
        ItemKind::Likert { points, .. } => point_line(ui, points),
        ItemKind::SingleChoice { options, correct } => {
            choices(ui, options, |id| correct.as_ref() == Some(id));
        }
        ItemKind::MultipleChoice { options, correct, .. } => choices(ui, options, |id| correct.contains(id)),
        ItemKind::MostLeast { options } => choices(ui, options, |_| false),
        ItemKind::Order { options, correct } => {
            choices(ui, options, |_| false);
            if let Some((order, _)) = correct {
                let words: Vec<String> = order.iter().map(|id| label_of(options, id)).collect();
                muted(ui, &tr!("desk-question-order", words = words.join(" › ")));
            }
        }
        ItemKind::Number { correct, tolerance, unit, .. } => number(ui, *correct, *tolerance, unit),
        ItemKind::Measure { unit, .. } if unit.is_empty() => {}
        ItemKind::Measure { unit, .. } => drop(muted(ui, &tr!("desk-question-unit", unit = unit.as_str()))),
        ItemKind::FreeText { longest } => drop(muted(ui, &tr!("desk-question-longest", n = longest.to_string()))),
        ItemKind::Task(task) => views(ui, task),
        ItemKind::Information | ItemKind::Generated(_) => {}
    }
}

/// The cards of an answer scale, with the numbers kept.
fn point_line(ui: &mut Ui, points: &[Point]) {
    let words = |point: &Point| tr!("desk-question-point", value = exact(point.value), words = point.label.as_str());
    let all: Vec<String> = points.iter().map(words).collect();
    paragraph(ui, &all.join("   "));
}

fn number(ui: &mut Ui, correct: Option<f64>, tolerance: f64, unit: &str) {
    let Some(correct) = correct else {
        muted(ui, &tr!("desk-question-any-number"));
        return;
    };
    right_line(ui, format!("{} {unit}", exact(correct)).trim_end());
    if tolerance > 0.0 {
        small(ui, &tr!("desk-question-tolerance", gap = exact(tolerance)));
    }
}

fn choices(ui: &mut Ui, options: &[Choice], is_right: impl Fn(&OptionId) -> bool) {
    for option in options {
        let mut words = label(option);
        if let Some(dimension) = &option.dimension {
            words = tr!("desk-question-dimension", words = words, dimension = dimension.as_str());
        }
        if let Some(points) = option.points {
            words = tr!("desk-question-points", words = words, points = exact(points));
        }
        if is_right(&option.id) {
            right_line(ui, &words);
        } else {
            body(ui, &tr!("desk-bullet", words = words));
        }
    }
}

/// A right answer, said by an icon and by words.
fn right_line(ui: &mut Ui, words: &str) {
    let look = Look::of(ui.ctx());
    row(ui, |ui| {
        Icon::Check.show(ui, look.text.body, look.colours.success);
        body(ui, words);
        badge(ui, Tone::Success, &tr!("desk-question-right"));
    });
}

fn label(option: &Choice) -> String {
    match &option.face {
        Face::Words(words) => typeset(words),
        Face::Image { image, words } if words.is_empty() => tr!("desk-question-image", words = image.alt.as_str()),
        Face::Image { words, .. } => typeset(words),
        Face::Drawn(_) | Face::Reply(_) => tr!("desk-question-drawn-option", id = option.id.0.as_str()),
    }
}

fn label_of(options: &[Choice], id: &OptionId) -> String {
    options.iter().find(|option| option.id == *id).map(label).unwrap_or_default()
}

fn views(ui: &mut Ui, task: &Task) {
    for view in &task.views {
        let words: Vec<String> = view.elements.iter().map(|element| typeset(&element.text)).collect();
        body(ui, &tr!("desk-question-view", title = view.title.as_str(), words = words.join(" · ")));
    }
}

fn notes(ui: &mut Ui, item: &Item, counted: &[Counted]) {
    for Counted { scale, direction } in counted {
        small(
            ui,
            &match direction {
                Direction::Positive => tr!("desk-question-counted", scale = scale.as_str()),
                Direction::Reversed => tr!("desk-question-counted-reversed", scale = scale.as_str()),
            },
        );
    }
    if let Some(limit) = &item.time_limit {
        small(ui, &tr!("desk-question-seconds", n = limit.seconds));
    }
    if item.optional {
        small(ui, &tr!("desk-question-optional"));
    }
    if item.shown_if.is_some() {
        small(ui, &tr!("desk-question-conditional"));
    }
    if !item.correction.is_empty() {
        paragraph(ui, &tr!("desk-question-correction", words = item.correction.as_str()));
    }
}
