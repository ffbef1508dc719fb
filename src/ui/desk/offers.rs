//! Dates that were offered and wait for an answer, wherever they are shown.

use eframe::egui::Ui;

use super::action::Deed;
use super::ask::Ask;
use super::ask::answer::AnswerForm;
use super::cx::Cx;
use super::layout::one_button;
use crate::app::session_life::OfferView;
use crate::domain::id::SessionId;
use crate::domain::stamp::TimeSlot;
use crate::i18n::{clock_time, short_date, terms, weekday_date};
use crate::tr;
use crate::ui::widgets::{Banner, Button, Tone, body, small};

/// What a line begins with: a list about one workshop names people, a person's file names workshops.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Person,
    PersonAndWorkshop,
    Workshop,
}

/// Shows one person's dates with the button that notes the answer.
pub(super) fn one(ui: &mut Ui, cx: &mut Cx<'_>, offer: &OfferView, subject: Subject) {
    let words = tr!("desk-answer");
    let name = tr!("desk-tell-of", action = words.as_str(), name = offer.name.as_str());
    let button = cx.leads().then(|| Button::secondary(&words).accessible_name(&name));
    let today = cx.day();
    let pressed = ui.push_id(offer.step.uuid(), |ui| {
        one_button(ui, &words, button, true, |ui| {
            let (first, second) = match subject {
                Subject::Person => (&offer.name, None),
                Subject::PersonAndWorkshop => (&offer.name, Some(&offer.title)),
                Subject::Workshop => (&offer.title, None),
            };
            body(ui, first);
            if let Some(title) = second {
                small(ui, title);
            }
            for date in &offer.dates {
                small(ui, &in_few_words(date.slot));
            }
            small(ui, &awaited(offer, today));
        })
    });
    if pressed.inner {
        cx.ask(Ask::Answer(AnswerForm::of(offer)));
    }
}

/// Returns until when the answer is awaited, or that it is late.
fn awaited(offer: &OfferView, today: chrono::NaiveDate) -> String {
    let day = short_date(offer.at.day());
    if offer.is_late(today) {
        tr!("desk-answer-late", day = day)
    } else {
        tr!("desk-answer-awaited", day = day, until = short_date(offer.answer_by))
    }
}

/// Returns "mardi 24 novembre 2026, 9 h 30".
fn in_few_words(slot: TimeSlot) -> String {
    tr!("desk-day-and-time", day = weekday_date(slot.day), time = clock_time(slot.start))
}

/// Proposes to seat those who did not answer in time, session by session.
pub(super) fn unanswered(ui: &mut Ui, cx: &mut Cx<'_>, offers: &[OfferView]) {
    let today = cx.day();
    let mut sessions: Vec<(SessionId, TimeSlot, usize)> = Vec::new();
    for offer in offers.iter().filter(|offer| offer.is_late(today)) {
        let Some(first) = offer.dates.first() else { continue };
        match sessions.iter_mut().find(|(id, ..)| *id == first.session) {
            Some((.., people)) => *people += 1,
            None => sessions.push((first.session, first.slot, 1)),
        }
    }
    for (session, slot, people) in sessions {
        let words = tr!("desk-unanswered", people = people, when = terms::slot(slot));
        let action = tr!("desk-seat-unanswered");
        let banner = Banner::new(Tone::Warning, &words);
        let pressed = if cx.decides() { banner.action(&action).show(ui) } else { banner.show(ui) };
        if pressed && !cx.busy {
            cx.act(Deed::SeatUnanswered(session));
        }
    }
}
