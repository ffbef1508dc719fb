//! Before an assessment: why, how, and who sees it; one idea a page.

use eframe::egui::{Align, Layout, Rect, Ui, pos2};

use super::flow::Action;
use super::screen::Introduction;
use super::{page, zone};
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{progress, question, title};

const PAGES: usize = 3;

pub(super) fn show(ui: &mut Ui, shown: &mut Introduction, actions: &mut Vec<Action>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let zones = page::zones(ui);
    let assessment = &shown.sitting.assessment;
    let (icon, heading, lines) = match shown.page {
        0 => {
            let mut lines = page::sentences(&assessment.about.purpose);
            lines.push(tr!("kiosk-about-minutes", minutes = assessment.about.minutes));
            lines.push(tr!("kiosk-about-questions", items = assessment.items().len()));
            (Icon::Compass, tr!("kiosk-why"), lines)
        }
        1 => {
            let mut lines = page::sentences(&assessment.instructions.start);
            lines.extend(page::sentences(&assessment.instructions.example));
            (Icon::Hand, tr!("kiosk-how"), lines)
        }
        _ => (Icon::People, tr!("kiosk-who-sees"), page::sentences(&assessment.instructions.rights)),
    };
    let side = (zones.body.width() * 0.17).min(190.0);
    let text = Rect::from_min_max(pos2(zones.body.left() + side + look.space.huge, zones.body.top()), zones.body.max);
    zone::show(ui, text, shown.page, |ui| {
        ui.spacing_mut().item_spacing.y = look.space.medium;
        title(ui, &typeset(&assessment.about.title));
        question(ui, &heading);
        page::lines(ui, lines.iter().map(|line| (line_icon(shown.page, line), line.as_str())));
    });
    page::column(ui, zones.body, |ui| page::medallion(ui, icon, side, c.primary, c.primary_ink));
    if shown.page > 0 && page::secondary(ui, zones.foot, &tr!("kiosk-back"), Icon::ArrowLeft) {
        shown.page -= 1;
        ui.ctx().request_repaint();
        return;
    }
    let last = shown.page + 1 >= PAGES;
    let words = match (last, assessment.practice.is_some()) {
        (false, _) => tr!("kiosk-continue"),
        (true, true) => tr!("kiosk-try"),
        (true, false) => tr!("kiosk-go"),
    };
    let bar = zones.bar;
    if page::primary(ui, zones.foot, &words, true) {
        if last {
            actions.push(Action::StartQuestions);
        } else {
            shown.page += 1;
            ui.ctx().request_repaint();
        }
    }
    page::inside(ui, bar, Layout::left_to_right(Align::Center), |ui| {
        progress(ui, shown.page + 1, PAGES, &tr!("kiosk-page", page = shown.page + 1, pages = PAGES));
    });
    page::tools(ui, bar, actions);
}

fn line_icon(page: usize, line: &str) -> Icon {
    match page {
        0 if line.chars().any(|c| c.is_ascii_digit()) => Icon::Clock,
        2 => Icon::Check,
        _ => Icon::ArrowRight,
    }
}
