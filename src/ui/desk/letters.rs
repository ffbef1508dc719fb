//! The tray of letters to prescribers: whom, about whom, since when, and how they were told.

use eframe::egui::Ui;

use super::action::Deed;
use super::ask::Ask;
use super::ask::told::ToldForm;
use super::cx::Cx;
use super::guidance::Guidance;
use super::layout::{at_end, beside, button_width, row};
use crate::app::notices::NoticeView;
use crate::domain::delivery::{NoticeState, NoticeSubject};
use crate::domain::stamp::days_between;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::widgets::{Button, Tone, badge, body, small};

/// Who is known from the page: a prescriber's page does not say their name again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    Nobody,
    Prescriber,
}

/// Returns what a letter says, in one line.
pub fn subject(subject: NoticeSubject) -> String {
    match subject {
        NoticeSubject::SectorFocus(sector) => tr!("desk-notice-sector", sector = terms::sector(sector)),
        NoticeSubject::PathClosed(reason) => {
            tr!("desk-notice-closed", reason = terms::closing_reason(reason).to_lowercase())
        }
    }
}

/// Draws one letter with what can be done of it.
pub fn one(ui: &mut Ui, cx: &mut Cx<'_>, notice: &NoticeView, known: Known) {
    let (open, told, undo) = (tr!("desk-notice-open"), tr!("desk-notice-tell"), tr!("desk-notice-undo"));
    // What is refused to the role is not shown.
    let state = cx.decides().then_some(notice.state);
    let shown: &[&str] = match state {
        Some(NoticeState::Waiting) => &[&open, &told],
        Some(NoticeState::Told { .. }) => &[&open, &undo],
        Some(NoticeState::Withdrawn { .. }) | None => &[],
    };
    let reserve: f32 = shown.iter().map(|words| button_width(ui, words, false)).sum();
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, reserve, 180.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            words(ui, cx, notice, known);
        });
        at_end(ui, |ui| {
            let named = |words: &str| {
                let name = notice.prescriber.name.as_str();
                tr!("desk-notice-of", action = words, to = name, name = notice.participant_name.as_str())
            };
            let (tell_of, undo_of, open_of) = (named(&told), named(&undo), named(&open));
            let pressed = |ui: &mut Ui, button: Button<'_>, cx: &Cx<'_>| ui.add_enabled(!cx.busy, button).clicked();
            match state {
                Some(NoticeState::Waiting) => {
                    if pressed(ui, Button::secondary(&told).accessible_name(&tell_of), cx) {
                        cx.ask(Ask::Told(ToldForm::of(notice)));
                    }
                }
                Some(NoticeState::Told { .. }) => {
                    if pressed(ui, Button::quiet(&undo).accessible_name(&undo_of), cx) {
                        cx.act(Deed::Guide(Guidance::UndoNoticeTold(notice.id)));
                    }
                }
                Some(NoticeState::Withdrawn { .. }) | None => return,
            }
            if pressed(ui, Button::quiet(&open).accessible_name(&open_of), cx) {
                cx.act(Deed::Guide(Guidance::OpenNotice(notice.id)));
            }
        });
    });
}

fn words(ui: &mut Ui, cx: &Cx<'_>, notice: &NoticeView, known: Known) {
    let name = notice.participant_name.as_str();
    match known {
        Known::Nobody => {
            body(ui, &notice.prescriber.name);
            small(ui, &tr!("desk-notice-about", name = name, what = subject(notice.subject)));
        }
        Known::Prescriber => {
            body(ui, name);
            small(ui, &subject(notice.subject));
        }
    }
    match notice.state {
        NoticeState::Waiting => {
            let days = days_between(notice.at.day(), cx.day());
            let by = notice.by.as_deref();
            small(
                ui,
                &match by {
                    Some(by) => tr!("desk-notice-since-by", days = days, by = by),
                    None => tr!("desk-notice-since", days = days),
                },
            );
            let reached = reached(notice);
            if known == Known::Nobody && !reached.is_empty() {
                small(ui, &reached);
            }
        }
        NoticeState::Told { at, how, .. } => {
            let by = notice.told_by.as_deref().unwrap_or_default();
            let how = terms::notice_way(how);
            badge(ui, Tone::Success, &tr!("desk-notice-told", day = short_date(at.day()), how = how, by = by));
        }
        NoticeState::Withdrawn { at } => {
            badge(ui, Tone::Neutral, &tr!("desk-notice-withdrawn", day = short_date(at.day())));
        }
    }
}

/// Returns by what the prescriber is reached: telephone, then address.
pub fn reached(notice: &NoticeView) -> String {
    let who = &notice.prescriber;
    let known = [who.phone.as_str(), who.email.as_deref().unwrap_or_default()];
    known.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
