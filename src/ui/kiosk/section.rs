//! Before the first question of a part: its title, its instruction, and its time where it has one.

use eframe::egui::{Align, Layout, Ui};

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::screen::Pause;
use crate::domain::assessment::Item;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Tone, badge, title};

/// Returns what is said below the title, each sentence with its icon.
pub(super) fn lines(shown: &Pause) -> Vec<(Icon, String)> {
    let instruction = shown.section().map(|(_, section)| page::sentences(&section.instruction)).unwrap_or_default();
    let instruction = instruction.into_iter().map(|line| (Icon::ArrowRight, line));
    instruction.chain(time(shown).into_iter().map(|line| (Icon::Clock, line))).collect()
}

pub(super) fn show(ui: &mut Ui, shown: &Pause, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let assessment = &shown.sitting.assessment;
    let Some((number, section)) = shown.section() else { return };
    let said = lines(shown);
    page::sheet(ui, zones.body, number, Emblem::calm(Icon::Flag), |ui| {
        title(ui, &typeset(&section.title));
        page::lines(ui, said.iter().map(|(icon, line)| (*icon, line.as_str())));
    });
    if page::primary(ui, zones.foot, &tr!("kiosk-continue"), true) {
        actions.push(Action::GoOn);
    }
    let n_sections = assessment.sections().len();
    if n_sections > 1 {
        page::inside(ui, "place", zones.bar, Layout::left_to_right(Align::Center), |ui| {
            badge(ui, Tone::Accent, &tr!("kiosk-section", number = number, total = n_sections));
        });
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}

/// Says how much time there is: for the whole part, or for each of its questions.
fn time(shown: &Pause) -> Vec<String> {
    let assessment = &shown.sitting.assessment;
    let Some((number, _)) = shown.section() else { return Vec::new() };
    let of_section = |item: &&Item| item.section == Some(number - 1);
    match shown.sitting.clock {
        Some(clock) if clock.section().is_some() => {
            let seconds = clock.left_millis() / 1000;
            let words = if seconds % 60 == 0 {
                tr!("kiosk-section-minutes", minutes = seconds / 60)
            } else {
                tr!("kiosk-section-seconds", seconds = seconds)
            };
            vec![words, tr!("kiosk-time-bar")]
        }
        Some(_) => item_time(assessment.items().iter().filter(of_section)),
        None => Vec::new(),
    }
}

/// Says that questions have a time of their own; nothing when none has.
pub(super) fn item_time<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<String> {
    let limits: Vec<_> = items.filter_map(|item| item.time_limit).collect();
    let visible = limits.iter().any(|limit| limit.visible);
    match (limits.is_empty(), visible) {
        (true, _) => Vec::new(),
        (false, true) => vec![tr!("kiosk-item-time"), tr!("kiosk-time-bar")],
        (false, false) => vec![tr!("kiosk-item-time")],
    }
}
