//! Before an assessment: why, how, and who sees it; one idea a page.

use eframe::egui::{Align, Layout, Ui};

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::screen::Introduction;
use super::section;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{progress, question, title};

const PAGES: usize = 3;

/// Returns what the page says: its emblem, its heading, and its sentences, each with its icon.
pub(super) fn content(shown: &Introduction) -> (Icon, String, Vec<(Icon, String)>) {
    let assessment = &shown.sitting.assessment;
    let said =
        |icon: Icon, text: &str| page::sentences(text).into_iter().map(move |line| (icon, line)).collect::<Vec<_>>();
    match shown.page {
        0 => {
            let mut lines = said(Icon::Flag, &assessment.about.purpose);
            lines.push((Icon::Clock, tr!("kiosk-about-minutes", minutes = assessment.about.minutes)));
            lines.push((Icon::Clipboard, tr!("kiosk-about-questions", items = shown.sitting.n_questions)));
            (Icon::Compass, tr!("kiosk-why"), lines)
        }
        1 => {
            let mut lines = said(Icon::ArrowRight, &assessment.instructions.start);
            lines.extend(said(Icon::Hand, &assessment.instructions.example));
            if assessment.sections().is_empty() {
                lines.extend(section::item_time(assessment.items().iter()).into_iter().map(|line| (Icon::Clock, line)));
            }
            (Icon::Hand, tr!("kiosk-how"), lines)
        }
        _ => (Icon::People, tr!("kiosk-who-sees"), said(Icon::Check, &assessment.instructions.rights)),
    }
}

pub(super) fn show(ui: &mut Ui, shown: &mut Introduction, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let (icon, heading, lines) = content(shown);
    let assessment = &shown.sitting.assessment;
    page::sheet(ui, zones.body, shown.page, Emblem::calm(icon), |ui| {
        title(ui, &typeset(&assessment.about.title));
        question(ui, &heading);
        page::lines(ui, lines.iter().map(|(icon, line)| (*icon, line.as_str())));
    });
    if shown.page > 0 && page::secondary(ui, zones.foot, &tr!("kiosk-back"), Icon::ArrowLeft) {
        shown.page -= 1;
        ui.ctx().request_repaint();
        return;
    }
    let last = shown.page + 1 >= PAGES;
    let words = match (last, !assessment.practices.is_empty()) {
        (false, _) => tr!("kiosk-continue"),
        (true, true) => tr!("kiosk-try"),
        (true, false) => tr!("kiosk-go"),
    };
    let bar = zones.bar;
    if page::primary(ui, zones.foot, &words, true) {
        if last {
            actions.push(Action::GoOn);
        } else {
            shown.page += 1;
            ui.ctx().request_repaint();
        }
    }
    page::inside(ui, "place", bar, Layout::left_to_right(Align::Center), |ui| {
        progress(ui, shown.page + 1, PAGES, &tr!("kiosk-page", page = shown.page + 1, pages = PAGES));
    });
    page::tools_and_voice(ui, bar, hearing, actions);
}
