//! « Bonjour Amina »: what there is to do today, and the way back to a question left open.

use eframe::egui::{Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::flow::Action;
use super::hearing::Hearing;
use super::page::{self, Emblem};
use super::requests::Request;
use crate::app::kiosk::{VisitStep, VisitView};
use crate::app::own_page::OwnPageCard;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, heading, tile, title};

pub(super) fn show(ui: &mut Ui, visit: &VisitView, busy: bool, hearing: &Hearing, actions: &mut Vec<Action>) {
    let zones = page::zones(ui);
    let own_page = tr!("kiosk-own-page");
    let begun = visit.left.first().is_some_and(|step| step.answered > 0);
    page::sheet(ui, zones.body, 0, Emblem::calm(Icon::Person), |ui| {
        title(ui, &tr!("kiosk-hello", name = visit.first_name.as_str()));
        heading(ui, &heading_words(visit));
        if let Some(card) = visit.own_page
            && ui.add_enabled_ui(!busy, |ui| tile(ui, Icon::Compass, &own_page, &own_page_detail(card))).inner.clicked()
        {
            actions.push(Action::Ask(Request::ReadOwnPage(visit.visit)));
        }
        for (index, step) in visit.left.iter().enumerate() {
            row(ui, step, index == 0);
        }
        if !visit.left.is_empty()
            && ui.add_enabled(!busy, Button::quiet(&tr!("kiosk-warm-up-again")).icon(Icon::Hand)).clicked()
        {
            actions.push(Action::WarmUpAgain);
        }
    });
    if page::secondary(ui, zones.foot, &tr!("kiosk-not-me"), Icon::ArrowLeft) {
        actions.push(Action::Leave);
    }
    if visit.left.is_empty() {
        match visit.own_page {
            Some(OwnPageCard::Waits | OwnPageCard::Begun) => {
                if page::primary(ui, zones.foot, &tr!("kiosk-own-page-open"), !busy) {
                    actions.push(Action::Ask(Request::ReadOwnPage(visit.visit)));
                }
            }
            Some(OwnPageCard::Read) | None => {
                if page::primary(ui, zones.foot, &tr!("kiosk-goodbye"), true) {
                    actions.push(Action::Leave);
                }
            }
        }
    } else {
        let words = if begun { tr!("kiosk-continue") } else { tr!("kiosk-begin") };
        if page::primary(ui, zones.foot, &words, !busy) {
            actions.push(Action::Ask(Request::Begin(visit.visit)));
        }
    }
    page::tools_and_voice(ui, zones.bar, hearing, actions);
}

/// Returns what there is to do today, in a few words.
pub(super) fn heading_words(visit: &VisitView) -> String {
    let open = matches!(visit.own_page, Some(OwnPageCard::Waits | OwnPageCard::Begun));
    if visit.left.is_empty() && !open { tr!("kiosk-all-done") } else { tr!("kiosk-today") }
}

/// Returns what is said beside the person's own page.
pub(super) fn own_page_detail(card: OwnPageCard) -> String {
    match card {
        OwnPageCard::Waits => tr!("kiosk-own-page-waits"),
        OwnPageCard::Begun => tr!("kiosk-own-page-begun"),
        OwnPageCard::Read => tr!("kiosk-own-page-read"),
    }
}

/// Returns what is said beside an assessment: its time, or how far it is.
pub(super) fn detail(step: &VisitStep) -> String {
    if step.answered > 0 {
        tr!("kiosk-answers-given", answered = step.answered, items = step.items)
    } else {
        tr!("kiosk-about-minutes", minutes = step.minutes)
    }
}

/// Draws one thing to do; the first is next and stands out.
pub(super) fn row(ui: &mut Ui, step: &VisitStep, next: bool) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let width = ui.available_width();
    let pad = look.space.medium;
    let side = look.target.icon * 1.5;
    let room = width - side - 3.0 * pad;
    let name = look.job(&typeset(&step.title), Weight::SemiBold, look.text.answer, c.ink, room);
    let quiet = if next { c.ink } else { c.ink_muted };
    let said = look.job(&detail(step), Weight::Regular, look.text.small, quiet, room);
    let (name, said) = (ui.painter().layout_job(name), ui.painter().layout_job(said));
    let height = name.size().y + said.size().y + pad;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let words = format!("{}. {}", name.text(), said.text());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &words));
    let (fill, outline) =
        if next { (c.primary_soft, Stroke::new(2.5, c.primary)) } else { (c.surface, look.hairline()) };
    ui.painter().rect(rect, look.corner(look.radius.large), fill, outline, StrokeKind::Inside);
    let place = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - side / 2.0), vec2(side, side));
    ui.painter().circle_filled(place.center(), side / 2.0, if next { c.primary } else { c.background });
    let icon = if next { Icon::ArrowRight } else { Icon::Clock };
    icon.paint(ui.painter(), place.shrink(side * 0.26), if next { c.primary_ink } else { c.ink_muted });
    let left = place.right() + pad;
    let top = rect.center().y - (name.size().y + said.size().y) / 2.0;
    let below = top + name.size().y;
    ui.painter().galley(pos2(left, top), name, c.ink);
    ui.painter().galley(pos2(left, below), said, c.ink_muted);
}
