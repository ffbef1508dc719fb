//! After the practice question: what was answered, what is expected, and « C'est parti ».

use eframe::egui::Ui;

use super::flow::Action;
use super::page::{self, Emblem};
use super::screen::Correction;
use crate::domain::assessment::{Item, ItemKind};
use crate::domain::response::Answer;
use crate::i18n::{decimal, typeset};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Tone, facts, question, title};

pub(super) fn show(ui: &mut Ui, shown: &Correction, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let assessment = &shown.sitting.assessment;
    page::sheet(ui, zones.body, 0, Emblem::done(Icon::Check), |ui| {
        title(ui, &tr!("kiosk-example-done"));
        if let Some(practice) = assessment.practices.get(shown.practised) {
            question(ui, &typeset(&practice.item.statement));
            let yours = shown.given.as_ref().map(|answer| words_of(answer, &practice.item)).unwrap_or_default();
            let right = right_answer(&practice.item);
            let (yours_label, right_label) = (tr!("kiosk-your-answer"), tr!("kiosk-right-answer"));
            let mut rows = vec![(yours_label.as_str(), yours.as_str())];
            rows.extend(right.as_deref().map(|right| (right_label.as_str(), right)));
            facts(ui, "kiosk-correction", &rows);
            Banner::new(Tone::Success, &page::sentences(&practice.correction).join("\n")).show(ui);
        }
        page::lines(ui, [(Icon::Info, tr!("kiosk-example-free").as_str())].into_iter());
    });
    if page::primary(ui, zones.foot, &tr!("kiosk-go"), true) {
        actions.push(Action::StartQuestions);
    }
    page::tools(ui, zones.bar, actions);
}

/// Returns an answer in the words of its item.
fn words_of(answer: &Answer, item: &Item) -> String {
    match (answer, &item.kind) {
        (Answer::Point(value), ItemKind::Likert { points, .. }) => {
            points.iter().find(|point| point.value == *value).map(|point| typeset(&point.label)).unwrap_or_default()
        }
        (Answer::Choice(id), ItemKind::SingleChoice { options, .. }) => {
            options.iter().find(|option| option.id == *id).map(|option| typeset(option.text())).unwrap_or_default()
        }
        (Answer::Number(value), ItemKind::Number { unit, .. }) => number_words(*value, unit),
        (Answer::DoesNotKnow, _) => tr!("kiosk-do-not-know"),
        (Answer::PrefersNot, _) => tr!("kiosk-prefer-not"),
        _ => String::new(),
    }
}

fn right_answer(item: &Item) -> Option<String> {
    match &item.kind {
        ItemKind::Likert { .. } => None,
        ItemKind::SingleChoice { correct, .. } => correct.clone().map(|right| words_of(&Answer::Choice(right), item)),
        ItemKind::Number { correct, unit, .. } => correct.map(|right| number_words(right, unit)),
        _ => None,
    }
}

fn number_words(value: f64, unit: &str) -> String {
    let digits = if value.fract() == 0.0 { 0 } else { 2 };
    typeset(format!("{} {unit}", decimal(value, digits)).trim())
}
